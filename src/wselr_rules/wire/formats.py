"""The formats of documents (*formaten*): what each added, and how an older one is read.

It knows which fields a format added to which types, and what a document of before meant by not
having them. A step from one format to the next makes plain data of plain data; whether that is
right is for the kinds to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import repeat
from types import MappingProxyType, NoneType
from typing import Final, TypeAlias, cast

from wselr_rules.decision import Decision
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.finding import Finding
from wselr_rules.wire.composed import Choice, MapKind, RowKind, TagKind, TupleKind
from wselr_rules.wire.kinds import EntityKind, PairKind, fields_of
from wselr_rules.wire.plain import Doubled, Literal, is_object
from wselr_rules.wire.scalars import Kind

__all__ = ["FORMATS", "up_to_date", "without_additions"]

_Object: TypeAlias = dict[str, object]
#: By field what makes the plain value of one in which nothing is said, and that value itself.
_Added: TypeAlias = Mapping[str, Callable[[], object]]
_Fields: TypeAlias = Mapping[str, object]

#: Every format that is read, in order; the last is the one that is written.
FORMATS: Final = ("wselr_rules/1", "wselr_rules/2")

_NO_PROVENANCE: Final[_Added] = MappingProxyType({"provenance": NoneType})
_NO_PROVENANCES: Final[_Added] = MappingProxyType({"provenance": dict})

#: The fields that a format added to a type, each with what makes the plain value that says what a
#: document of before said by not having it.
_ADDED: Final[Mapping[str, Mapping[type, _Added]]] = MappingProxyType(
    {
        "wselr_rules/2": MappingProxyType(
            {
                Application: _NO_PROVENANCES,
                Decision: MappingProxyType({"doubts": list}),
                Finding: MappingProxyType({"settled": bool, "sourced": list}),
                Membership: _NO_PROVENANCE,
                Municipality: _NO_PROVENANCES,
                Portfolio: _NO_PROVENANCE,
                RegieVerband: _NO_PROVENANCES,
            }
        ),
    }
)

#: No field takes it, so that it is told at its place.
_TOO_EARLY: Final = Literal("a key of a later format")


def up_to_date(kind: Kind, plain: object, written_in: str) -> object:
    """Plain data of an older format as that of today (*bijgewerkt*), one format at a time."""
    for later in FORMATS[FORMATS.index(written_in) + 1 :]:
        plain = _each_entity(kind, plain, _silences(later), _with)
    return plain


def without_additions(kind: Kind, plain: object) -> object:
    """The same without the added fields that say nothing more (*zonder toevoegingen*).

    What a value says then looks alike in every format that can say it.
    """
    for later in reversed(FORMATS[1:]):
        plain = _each_entity(kind, plain, _silences(later), _without)
    return plain


def _silences(written_in: str) -> Mapping[type, _Fields]:
    """What the fields that a format added are where nothing is said in them.

    They are only read, and made once for a document: new ones for each of a hundred thousand empty
    objects would take more memory than a hundred times the document.
    """
    return {
        entity: {name: silence() for name, silence in added.items()}
        for entity, added in _ADDED[written_in].items()
    }


def _with(pairs: _Object, added: _Fields) -> _Object:
    for name, silence in added.items():
        pairs[name] = _TOO_EARLY if name in pairs else silence
    return pairs


def _without(pairs: _Object, added: _Fields) -> _Object:
    return {key: value for key, value in pairs.items() if key not in added or value != added[key]}


def _each_entity(
    kind: Kind,
    plain: object,
    added: Mapping[type, _Fields],
    act: Callable[[_Object, _Fields], _Object],
) -> object:
    """A copy in which each object of an entity that gets fields was acted upon, the inner first."""

    def below(inner: Kind, value: object) -> object:
        return _each_entity(inner, value, added, act)

    match kind:
        case EntityKind() if is_object(plain):
            kinds = fields_of(kind)
            pairs = _copied(
                plain, lambda key, value: below(kinds[key], value) if key in kinds else value
            )
            return act(pairs, added[kind.entity]) if kind.entity in added else pairs
        case PairKind():
            return below(kind.turn, plain)
        case TagKind(kind=inner) | MapKind(values=inner) if is_object(plain):
            return _copied(plain, lambda _, value: below(inner, value))
        case TupleKind() | RowKind() if kind.takes(plain):
            inner_kinds = repeat(kind.items) if isinstance(kind, TupleKind) else kind.kinds
            return list(map(below, inner_kinds, cast("list[object]", plain)))
        case Choice():
            taking = (option for option in kind.options if option.takes(plain))
            return next((below(option, plain) for option in taking), plain)
        case _:
            return plain


def _copied(plain: object, become: Callable[[str, object], object]) -> _Object:
    """A copy of an object with other values; keys that are no text keep theirs."""
    pairs = cast("_Object", plain)
    made = {key: become(key, value) if type(key) is str else value for key, value in pairs.items()}
    if not isinstance(plain, Doubled):
        return made
    doubled = Doubled(made)
    doubled.doubles = plain.doubles
    return doubled
