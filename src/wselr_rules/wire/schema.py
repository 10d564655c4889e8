"""Documents as JSON Schema (*schema's*): what a document may look like, for tools that ask it.

It knows of each kind which plain data it reads; what single fields take less than that stands
in ``narrowing``. It reads nothing: ``from_dict`` does, and says what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType, NoneType
from typing import Any, Final, TypeAlias, cast, get_args

from wselr_rules.wire.composed import (
    Choice,
    MapKind,
    NothingKind,
    RowKind,
    SetKind,
    TagKind,
    TupleKind,
)
from wselr_rules.wire.documents import FORMAT, kind_of_document
from wselr_rules.wire.kinds import EntityKind, PairKind, fields_of
from wselr_rules.wire.narrowing import Schema, matching, merged, narrowing_of
from wselr_rules.wire.scalars import (
    AMOUNT,
    AMOUNT_FORM,
    DAY,
    DAY_FORM,
    FRACTION,
    FRACTION_FORM,
    TEXT,
    TRUTH,
    WHOLE,
    EnumKind,
    Kind,
    Scalar,
)

__all__ = ["json_schema", "name_of"]

#: The schema of a kind that stands in another one, or where that is told.
Refer: TypeAlias = Callable[[Kind], Schema]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
#: A name and no address: it is not registered and nothing answers.
_BASE: Final = "urn:wselr-rules:schema:"


def json_schema(kind: type) -> dict[str, object]:
    """The JSON Schema 2020-12 of the documents of a type (*JSON-schema*), in the last format.

    What it refuses ``from_dict`` refuses. What it accepts ``from_dict`` reads, but for what no
    schema says:

    - **between fields**: an end before its beginning, a part above the whole, grants that are not
      those of the beneficiaries, keys that are not together 1, years and changes out of order, a
      reading of another question, memberships that overlap, ids that stand twice;
    - **of one value**: a day that is not in the calendar or begins no policy cycle, a fraction
      that is not in lowest terms, a code that looks like one of WSE-LR, or of which the register
      knows no territory, an id of signs that nobody sees, half a surrogate pair, a number of more
      than 600 digits, and 1.0, which a schema takes for a whole number;
    - **of the whole**: more than 128 levels or 20,000,000 values, and in JSON a key that stands
      twice.

    A document of an older format is read too, and has no schema. Raises ``UnserializableType``
    for a type that has no document.

    >>> from wselr_rules import Derogation
    >>> schema = json_schema(Derogation)
    >>> schema["$id"], schema["required"]
    ('urn:wselr-rules:schema:2:Derogation', ['format', 'type', 'since', 'until'])
    """
    entity = kind_of_document(kind)
    definitions: dict[str, Schema] = {}

    def refer(inner: Kind) -> Schema:
        name = name_of(inner)
        if name is None:
            return _schema_of(inner, refer)
        if name not in definitions:
            # An entity may hold others of its own kind.
            definitions[name] = {}
            definitions[name] = _schema_of(inner, refer)
        return {"$ref": f"#/$defs/{name}"}

    head: Schema = {"format": {"const": FORMAT}, "type": {"const": kind.__name__}}
    return {
        "$schema": _DIALECT,
        "$id": f"{_BASE}{FORMAT.rpartition('/')[2]}:{kind.__name__}",
        **_told(kind),
        **_object(entity, refer, head),
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def name_of(kind: Kind) -> str | None:
    """The name by which a kind is referred to (*naam*); None where it is written out.

    A generic entity is named with what it is one of: ``HistoryOfLegalFormOrNone``.
    """
    match kind:
        case EntityKind(entity=entity, argument=None) | EnumKind(enum=entity):
            return entity.__name__
        case EntityKind(entity=entity, argument=argument):
            options: tuple[type, ...] = get_args(argument) or (cast("type", argument),)
            names = ("None" if each is NoneType else each.__name__ for each in options)
            return f"{entity.__name__}Of{'Or'.join(names)}"
        case _:
            return _NAMES.get(kind)


def _schema_of(kind: Kind, refer: Refer) -> Schema:
    return _SCHEMAS[type(kind)](kind, refer)


def _told(kind: type) -> Schema:
    return {"title": kind.__name__, "description": str(kind.__doc__).partition("\n")[0]}


# --- single values ------------------------------------------------------------------------


def _text() -> Schema:
    return {"type": "string", "pattern": r"^[^\x00]*$"}


def _whole() -> Schema:
    return {"type": "integer"}


def _truth() -> Schema:
    return {"type": "boolean"}


def _day() -> Schema:
    return {**matching(DAY_FORM), "format": "date"}


def _amount() -> Schema:
    return matching(AMOUNT_FORM)


def _fraction() -> Schema:
    return matching(FRACTION_FORM)


_NAMES: Final[Mapping[Kind, str]] = MappingProxyType(
    {AMOUNT: "amount", DAY: "date", FRACTION: "fraction", TEXT: "text"}
)
_SINGLE: Final[Mapping[Kind, Callable[[], Schema]]] = MappingProxyType(
    {
        AMOUNT: _amount,
        DAY: _day,
        FRACTION: _fraction,
        TEXT: _text,
        TRUTH: _truth,
        WHOLE: _whole,
    }
)


def _of_single(kind: Scalar, refer: Refer) -> Schema:
    del refer
    return _SINGLE[kind]()


def _of_enum(kind: EnumKind, refer: Refer) -> Schema:
    del refer
    return {**_told(kind.enum), "enum": [member.value for member in kind.enum]}


def _of_nothing(kind: NothingKind, refer: Refer) -> Schema:
    del kind, refer
    return {"type": "null"}


# --- values made of others ----------------------------------------------------------------


def _of_tuple(kind: TupleKind, refer: Refer) -> Schema:
    return {"type": "array", "items": refer(kind.items)}


def _of_set(kind: SetKind, refer: Refer) -> Schema:
    return {"type": "array", "items": refer(kind.items), "uniqueItems": True}


def _of_row(kind: RowKind, refer: Refer) -> Schema:
    items = [refer(each) for each in kind.kinds]
    return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}


def _of_map(kind: MapKind, refer: Refer) -> Schema:
    return {
        "type": "object",
        "propertyNames": refer(kind.keys),
        "additionalProperties": refer(kind.values),
    }


def _of_tag(kind: TagKind, refer: Refer) -> Schema:
    return _closed({kind.tag: refer(kind.kind)})


def _of_choice(kind: Choice, refer: Refer) -> Schema:
    return {"anyOf": [refer(option) for option in kind.options]}


def _of_pair(kind: PairKind, refer: Refer) -> Schema:
    return _object(kind.turn, refer, {})


def _of_entity(kind: EntityKind, refer: Refer) -> Schema:
    return {**_told(kind.entity), **_object(kind, refer, {})}


def _object(kind: EntityKind, refer: Refer, head: Schema) -> Schema:
    body = {
        name: merged(refer(each), narrowing_of(kind.entity, name))
        for name, each in fields_of(kind).items()
    }
    return _closed({**head, **body})


def _closed(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_SCHEMAS: Final[Mapping[type[Kind], Callable[[Any, Refer], Schema]]] = MappingProxyType(
    {
        Choice: _of_choice,
        EntityKind: _of_entity,
        EnumKind: _of_enum,
        MapKind: _of_map,
        NothingKind: _of_nothing,
        PairKind: _of_pair,
        RowKind: _of_row,
        Scalar: _of_single,
        SetKind: _of_set,
        TagKind: _of_tag,
        TupleKind: _of_tuple,
    }
)
