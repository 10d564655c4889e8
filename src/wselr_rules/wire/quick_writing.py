"""Writing what has a document without a look at what could be wrong (*vlot schrijven*).

It knows of each kind how its value is written when all is well; see ``quick``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Final, cast

from wselr_rules.frozen_map import FrozenMap
from wselr_rules.wire.composed import Choice, MapKind, RowKind, SetKind, TagKind, TupleKind
from wselr_rules.wire.entities import unstructure_of
from wselr_rules.wire.faults import Unfit
from wselr_rules.wire.kinds import EntityKind, PairKind, Turn, fields_of
from wselr_rules.wire.quick import AS_THEY_ARE, Make, Quick, chosen, made, of_type
from wselr_rules.wire.scalars import DAY, EnumKind, Kind, Scalar

__all__ = ["write", "writer_of"]


def write(kind: EntityKind, value: object) -> dict[str, object]:
    """The object of a value (*geschreven*), as ``kind.write`` writes it; raises alike."""
    try:
        written = writer_of(kind)(value)
    except Exception:  # noqa: BLE001 -- whatever is wrong, the kind itself tells it
        written = kind.write(value)
    return cast("dict[str, object]", written)


@cache
def writer_of(kind: Kind) -> Quick:
    """What writes a kind quickly, or fails (*vlotte schrijver*)."""
    return made(kind, _writer)


def _writer(kind: Kind, make: Make) -> Quick:
    return _WRITERS.get(type(kind), _of_single)(kind, make)


# --- single values ------------------------------------------------------------------------


def _day(value: date) -> object:
    return of_type(value, date).isoformat()


_SINGLE: Final[Mapping[Kind, Quick]] = MappingProxyType({**AS_THEY_ARE, DAY: _day})


def _of_single(kind: Kind, make: Make) -> Quick:
    del make
    return _SINGLE.get(kind, kind.write)


def _of_enum(kind: EnumKind, make: Make) -> Quick:
    del make
    enum = kind.enum

    def write_term(value: Enum) -> object:
        if type(value) is not enum:
            raise Unfit
        return value._value_

    return write_term


# --- values made of others ----------------------------------------------------------------


def _of_tuple(kind: TupleKind, make: Make) -> Quick:
    write_item = make(kind.items)

    def write_tuple(value: object) -> object:
        return list(map(write_item, of_type(value, tuple)))

    return write_tuple


def _of_set(kind: SetKind, make: Make) -> Quick:
    write_item = make(kind.items)

    def write_set(value: object) -> object:
        return sorted(cast("list[str]", list(map(write_item, of_type(value, frozenset)))))

    return write_set


def _of_row(kind: RowKind, make: Make) -> Quick:
    writers = [make(each) for each in kind.kinds]

    def write_row(value: object) -> object:
        pairs = zip(writers, of_type(value, tuple), strict=True)
        return [write_item(item) for write_item, item in pairs]

    return write_row


def _of_map(kind: MapKind, make: Make) -> Quick:
    write_key, write_value = make(kind.keys), make(kind.values)

    def write_map(value: object) -> object:
        pairs = of_type(value, FrozenMap).items()
        return {write_key(key): write_value(each) for key, each in pairs}

    return write_map


def _of_tag(kind: TagKind, make: Make) -> Quick:
    tag, write_inner = kind.tag, make(kind.kind)

    def write_tagged(value: object) -> object:
        return {tag: write_inner(value)}

    return write_tagged


def _of_entity(kind: EntityKind, make: Make) -> Quick:
    entity = kind.entity
    unstructure = unstructure_of(
        entity, {name: make(each) for name, each in fields_of(kind).items()}
    )

    def write_entity(value: object) -> object:
        if type(value) is not entity:
            raise Unfit
        return unstructure(value)

    return write_entity


def _of_pair(kind: PairKind, make: Make) -> Quick:
    write_turn = make(kind.turn)

    def write_pair(value: object) -> object:
        return write_turn(Turn(*of_type(value, tuple)))

    return write_pair


# --- one of several kinds -----------------------------------------------------------------


def _of_choice(kind: Choice, make: Make) -> Quick:
    return chosen(kind, make, _own_type, lambda option: option.holds)


def _own_type(kind: Kind) -> type:
    match kind:
        case TagKind(kind=inner):
            return _own_type(inner)
        case Scalar(own=own) | EnumKind(enum=own) | EntityKind(entity=own):
            return own
        case _:
            return _OWN[type(kind)]


_OWN: Final[Mapping[type[Kind], type]] = MappingProxyType(
    {MapKind: FrozenMap, PairKind: tuple, RowKind: tuple, SetKind: frozenset, TupleKind: tuple}
)
_WRITERS: Final[Mapping[type[Kind], Callable[[Any, Make], Quick]]] = MappingProxyType(
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
