"""The kinds of values by their annotation (*soorten*).

A field is written as its annotation says, so the module names no entity; it knows how one is
told from another where an annotation leaves a choice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Generic, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from attrs import frozen

from wselr_rules.frozen_map import FrozenMap
from wselr_rules.wire.composed import (
    Choice,
    MapKind,
    NothingKind,
    RowKind,
    SetKind,
    TagKind,
    TupleKind,
)
from wselr_rules.wire.entities import EntityReader, attributes_of
from wselr_rules.wire.faults import Unfit, for_each, in_document_order, unfit
from wselr_rules.wire.plain import is_object
from wselr_rules.wire.scalars import AMOUNT, DAY, FRACTION, TEXT, TRUTH, WHOLE, EnumKind, Kind
from wselr_rules.wire.shapes import keyed

__all__ = ["EntityKind", "PairKind", "fields_of", "kind_of"]

T = TypeVar("T")
NULL = NothingKind()
_SINGLE: Mapping[object, Kind] = MappingProxyType(
    {
        str: TEXT,
        int: WHOLE,
        bool: TRUTH,
        date: DAY,
        Decimal: AMOUNT,
        Fraction: FRACTION,
        NoneType: NULL,
    }
)
_PAIR = 2
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@frozen
class EntityKind(Kind):
    """An entity (*entiteit*): an object with every field that its constructor takes.

    ``argument`` is what a generic entity is one of: ``LegalForm`` for ``History[LegalForm]``.
    """

    entity: type[object]
    argument: object = None

    @property
    def expected(self) -> str:
        """An object (*object*)."""
        return "an object"

    def takes(self, plain: object) -> bool:
        """Whether it is an object (*object*)."""
        return is_object(plain)

    def holds(self, value: object) -> bool:
        """Whether it is such an entity (*entiteit*)."""
        return type(value) is self.entity

    def read(self, plain: object) -> object:
        """The entity of this object (*gelezen*)."""
        pairs, faults = keyed(plain, self.expected)
        try:
            entity = _reader_of(self).read(pairs)
        except Unfit as error:
            faults.extend(error.faults)
        else:
            if not faults:
                return entity
        raise Unfit(*in_document_order(faults, pairs))

    def write(self, value: object) -> object:
        """The object of this entity (*geschreven*)."""
        if not self.holds(value):
            raise unfit(f"a value of the type {self.entity.__name__}", value)
        kinds = fields_of(self)

        def write_field(name: object) -> object:
            return kinds[str(name)].write(getattr(value, str(name)))

        return dict(
            zip(kinds, for_each(((name, name) for name in kinds), write_field), strict=True)
        )


@frozen
class Turn(Generic[T]):
    """A change of a history (*wijziging*) as it stands in a document."""

    since: date
    value: T


@frozen
class PairKind(Kind):
    """A day and what holds from then on (*wijziging*): ``{"since": ..., "value": ...}``."""

    turn: EntityKind

    @property
    def expected(self) -> str:
        """An object (*object*)."""
        return self.turn.expected

    def takes(self, plain: object) -> bool:
        """Whether it is an object (*object*)."""
        return self.turn.takes(plain)

    def holds(self, value: object) -> bool:
        """Whether it is a pair (*paar*)."""
        return isinstance(value, tuple) and len(cast("tuple[object, ...]", value)) == _PAIR

    def read(self, plain: object) -> object:
        """The pair of day and value (*gelezen*)."""
        turn = cast("Turn[object]", self.turn.read(plain))
        return turn.since, turn.value

    def write(self, value: object) -> object:
        """The object with day and value (*geschreven*)."""
        if not self.holds(value):
            raise unfit(self.expected, value)
        since, new = cast("tuple[date, object]", value)
        return self.turn.write(Turn(since, new))


# --- kinds by annotation ------------------------------------------------------------------


@cache
def kind_of(annotation: object) -> Kind:
    """The kind of value that an annotation says (*soort van een veld*)."""
    origin = cast("object", get_origin(annotation))
    if origin is None:
        return _plain_kind(cast("type", annotation))
    first, *others = get_args(annotation)
    if origin is Union or origin is UnionType:
        return _choice((first, *others))
    if origin is tuple:
        return _tuple_kind(first, *others)
    if origin is frozenset:
        return SetKind(kind_of(first))
    if origin is FrozenMap:
        return MapKind(kind_of(first), kind_of(*others))
    return EntityKind(cast("type", origin), first)


def _tuple_kind(first: object, other: object) -> Kind:
    if other is Ellipsis:
        return TupleKind(kind_of(first))
    if first is date:
        return PairKind(EntityKind(Turn, other))
    return RowKind((kind_of(first), kind_of(other)))


def _plain_kind(kind: type[object]) -> Kind:
    if kind in _SINGLE:
        return _SINGLE[kind]
    return EnumKind(kind) if issubclass(kind, Enum) else EntityKind(kind)


@cache
def fields_of(kind: EntityKind) -> Mapping[str, Kind]:
    """The kinds of the fields of an entity (*velden*), in order, but for what it works out."""
    hints = get_type_hints(kind.entity)
    names = (attribute.name for attribute in attributes_of(kind.entity))
    return MappingProxyType({name: kind_of(_argued(hints[name], kind.argument)) for name in names})


@cache
def _reader_of(kind: EntityKind) -> EntityReader:
    return EntityReader(kind.entity, fields_of(kind))


def _argued(hint: Any, argument: object) -> object:  # noqa: ANN401 -- an annotation is of no type
    if isinstance(hint, TypeVar):
        return argument
    return hint[argument] if getattr(hint, "__parameters__", ()) else hint


def _choice(annotations: tuple[object, ...]) -> Choice:
    """Terms come before text that may be anything, null last.

    Tags only where two lists, entities or terms meet: plain data does not say of which it is.
    """
    alike = Counter(type(kind_of(each)) for each in annotations)
    has_tags = any(alike[each] > 1 for each in (TupleKind, EntityKind, EnumKind))
    options = [_tagged(each) if has_tags else kind_of(each) for each in annotations]
    return Choice(tuple(sorted(options, key=_rank)))


def _tagged(annotation: object) -> Kind:
    if get_origin(annotation) is tuple:
        return TupleKind(_tagged(get_args(annotation)[0]), by_items=True)
    kind = kind_of(annotation)
    if kind in {TEXT, WHOLE, TRUTH, NULL}:
        return kind
    name = cast("type", annotation).__name__
    return TagKind(_CAPITAL.sub("_", name).lower(), kind)


def _rank(kind: Kind) -> int:
    if isinstance(kind, NothingKind):
        return 2
    return 0 if isinstance(kind, EnumKind) else 1
