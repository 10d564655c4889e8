"""Reading what is right without a look at what could be wrong (*vlot lezen*).

It knows of each kind how its plain data is read when all is well; see ``quick``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from wselr_rules.frozen_map import FrozenMap
from wselr_rules.wire.composed import Choice, MapKind, RowKind, SetKind, TagKind, TupleKind
from wselr_rules.wire.entities import structure_of
from wselr_rules.wire.faults import Unfit
from wselr_rules.wire.kinds import EntityKind, PairKind, fields_of
from wselr_rules.wire.quick import AS_THEY_ARE, Make, Quick, chosen, made, of_type
from wselr_rules.wire.scalars import DAY, EnumKind, Kind, Scalar

__all__ = ["read", "reader_of"]

_EMPTY: Final[FrozenMap[object, object]] = FrozenMap()


def read(kind: EntityKind, plain: object) -> object:
    """The value of plain data (*gelezen*), as ``kind.read`` reads it; raises ``Unfit`` alike."""
    try:
        return reader_of(kind)(plain)
    except Exception:  # noqa: BLE001 -- whatever is wrong, the kind itself tells it
        return kind.read(plain)


@cache
def reader_of(kind: Kind) -> Quick:
    """What reads a kind quickly, or fails (*vlotte lezer*)."""
    return made(kind, _reader)


def _reader(kind: Kind, make: Make) -> Quick:
    return _READERS.get(type(kind), _of_single)(kind, make)


# --- single values ------------------------------------------------------------------------


def _day(plain: str, _: object = None) -> object:
    # The one form in which a day is taken is its own.
    day = date.fromisoformat(plain)
    # It takes other forms too; the one that is right is that in which a day is written.
    if type(plain) is not str or day.isoformat() != plain:
        raise Unfit
    return day


_SINGLE: Final[Mapping[Kind, Quick]] = MappingProxyType({**AS_THEY_ARE, DAY: _day})


def _of_single(kind: Kind, make: Make) -> Quick:
    del make

    def read_single(plain: object, _: object = None) -> object:
        return kind.read(plain)

    return _SINGLE.get(kind, read_single)


def _of_enum(kind: EnumKind, make: Make) -> Quick:
    del make
    members = {member.value: member for member in kind.enum}

    def read_term(plain: object, _: object = None) -> object:
        if type(plain) is not str:
            raise Unfit
        return members[plain]

    return read_term


# --- values made of others ----------------------------------------------------------------


def _of_tuple(kind: TupleKind, make: Make) -> Quick:
    read_item = make(kind.items)

    def read_tuple(plain: object, _: object = None) -> object:
        return tuple(map(read_item, of_type(plain, list)))

    return read_tuple


def _of_set(kind: SetKind, make: Make) -> Quick:
    read_item = make(kind.items)

    def read_set(plain: object, _: object = None) -> object:
        items = of_type(plain, list)
        values = frozenset(map(read_item, items))
        if len(values) != len(items):
            raise Unfit
        return values

    return read_set


def _of_row(kind: RowKind, make: Make) -> Quick:
    readers = [make(each) for each in kind.kinds]

    def read_row(plain: object, _: object = None) -> object:
        pairs = zip(readers, of_type(plain, list), strict=True)
        return tuple([read_item(item) for read_item, item in pairs])

    return read_row


def _of_map(kind: MapKind, make: Make) -> Quick:
    read_key, read_value = make(kind.keys), make(kind.values)

    def read_map(plain: object, _: object = None) -> object:
        pairs = of_type(plain, dict)
        if not pairs:
            return _EMPTY
        return FrozenMap([(read_key(key), read_value(value)) for key, value in pairs.items()])

    return read_map


def _of_tag(kind: TagKind, make: Make) -> Quick:
    tag, read_inner = kind.tag, make(kind.kind)

    def read_tagged(plain: object, _: object = None) -> object:
        ((key, inner),) = of_type(plain, dict).items()
        if type(key) is not str or key != tag:
            raise Unfit
        return read_inner(inner)

    return read_tagged


def _of_entity(kind: EntityKind, make: Make) -> Quick:
    entity, kinds = kind.entity, fields_of(kind)
    hooks = {name: make(each) for name, each in kinds.items()}
    structure = structure_of(entity, hooks, tells_all=False)
    keys = [str] * len(kinds)

    def read_entity(plain: object, _: object = None) -> object:
        pairs: Any = plain
        # With as many keys as fields, all text, and each field found, there is no other key.
        if type(plain) is not dict or list(map(type, pairs)) != keys:
            raise Unfit
        return structure(pairs, entity)

    return read_entity


def _of_pair(kind: PairKind, make: Make) -> Quick:
    read_turn = make(kind.turn)

    def read_pair(plain: object, _: object = None) -> object:
        turn: Any = read_turn(plain)
        return turn.since, turn.value

    return read_pair


# --- one of several kinds -----------------------------------------------------------------


def _of_choice(kind: Choice, make: Make) -> Quick:
    return chosen(kind, make, _plain_type, lambda option: option.takes)


def _plain_type(kind: Kind) -> type:
    return kind.plain if isinstance(kind, Scalar) else _PLAIN[type(kind)]


_PLAIN: Final[Mapping[type[Kind], type]] = MappingProxyType(
    {
        EntityKind: dict,
        EnumKind: str,
        MapKind: dict,
        PairKind: dict,
        RowKind: list,
        SetKind: list,
        TagKind: dict,
        TupleKind: list,
    }
)
_READERS: Final[Mapping[type[Kind], Callable[[Any, Make], Quick]]] = MappingProxyType(
    {
        Choice: _of_choice,
        EntityKind: _of_entity,
        EnumKind: _of_enum,
        MapKind: _of_map,
        PairKind: _of_pair,
        RowKind: _of_row,
        SetKind: _of_set,
        TagKind: _of_tag,
        TupleKind: _of_tuple,
    }
)
