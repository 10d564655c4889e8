"""Lists, sets, tables and choices (*samengestelde waarden*), made of other kinds of values.

It knows how values stand together in plain data. It knows no entity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from enum import Enum
from typing import TypeAlias, cast

from attrs import frozen

from wselr_rules.frozen_map import FrozenMap
from wselr_rules.wire.faults import Unfit, for_each, in_document_order, unfit
from wselr_rules.wire.plain import is_list, is_object
from wselr_rules.wire.scalars import Kind
from wselr_rules.wire.shapes import items_of, keyed

__all__ = ["Choice", "MapKind", "NothingKind", "RowKind", "SetKind", "TagKind", "TupleKind"]

_Pair: TypeAlias = tuple[object, object]


@frozen
class NothingKind(Kind):
    """None (*niet bekend*), which is null."""

    @property
    def expected(self) -> str:
        """Null (*niet bekend*)."""
        return "null"

    def takes(self, plain: object) -> bool:
        """Whether it is null (*niet bekend*)."""
        return plain is None

    def holds(self, value: object) -> bool:
        """Whether it is None (*niet bekend*)."""
        return value is None

    def read(self, plain: object) -> object:
        """None (*gelezen*)."""
        return plain

    def write(self, value: object) -> object:
        """Null (*geschreven*)."""
        return value


@frozen
class TupleKind(Kind):
    """A tuple of items of one kind (*rij*), which is a list."""

    items: Kind
    #: Whether it is one of several lists, told apart by what all of their items are.
    by_items: bool = False

    @property
    def expected(self) -> str:
        """A list (*rij*)."""
        return "a list of one kind" if self.by_items else "a list"

    def takes(self, plain: object) -> bool:
        """Whether it is a list of such items (*rij*)."""
        return is_list(plain) and self._are_all(self.items.takes, plain)

    def holds(self, value: object) -> bool:
        """Whether it is a tuple of such items (*rij*)."""
        return isinstance(value, tuple) and self._are_all(self.items.holds, cast("object", value))

    def read(self, plain: object) -> object:
        """The tuple of these items (*gelezen*)."""
        return tuple(for_each(enumerate(items_of(plain, self.expected)), self.items.read))

    def write(self, value: object) -> object:
        """The list of these items (*geschreven*)."""
        if not self.holds(value):
            raise unfit(self.expected, value)
        return for_each(enumerate(cast("Iterable[object]", value)), self.items.write)

    def _are_all(self, fits: Callable[[object], bool], items: object) -> bool:
        return not self.by_items or all(map(fits, cast("Iterable[object]", items)))


@frozen
class RowKind(Kind):
    """A tuple of which each item has its own kind (*koppel*): a list of as many items."""

    kinds: tuple[Kind, ...]

    @property
    def expected(self) -> str:
        """A list of so many items (*koppel*)."""
        return f"a list of {len(self.kinds)}"

    def takes(self, plain: object) -> bool:
        """Whether it is a list of so many items (*koppel*)."""
        return is_list(plain) and self._has_length(plain)

    def holds(self, value: object) -> bool:
        """Whether it is a tuple of so many items (*koppel*)."""
        return isinstance(value, tuple) and self._has_length(cast("object", value))

    def read(self, plain: object) -> object:
        """The tuple of these items (*gelezen*)."""
        if not self.takes(plain):
            raise unfit(self.expected, plain)
        return tuple(self._each(plain, lambda kind, item: kind.read(item)))

    def write(self, value: object) -> object:
        """The list of these items (*geschreven*)."""
        if not self.holds(value):
            raise unfit(self.expected, value)
        return self._each(value, lambda kind, item: kind.write(item))

    def _has_length(self, items: object) -> bool:
        return len(cast("Sized", items)) == len(self.kinds)

    def _each(self, items: object, act: Callable[[Kind, object], object]) -> list[object]:
        pairs = zip(self.kinds, cast("Iterable[object]", items), strict=True)
        return for_each(enumerate(pairs), lambda pair: act(*cast("tuple[Kind, object]", pair)))


@frozen
class SetKind(Kind):
    """A set of texts, numbers or terms (*verzameling*): a sorted list without doubles.

    A list in another order is read too; the same item twice is not.
    """

    items: Kind

    @property
    def expected(self) -> str:
        """A list (*rij*)."""
        return "a list"

    def takes(self, plain: object) -> bool:
        """Whether it is a list (*rij*)."""
        return is_list(plain)

    def holds(self, value: object) -> bool:
        """Whether it is a set (*verzameling*)."""
        return isinstance(value, frozenset)

    def read(self, plain: object) -> object:
        """The set of these items (*gelezen*)."""
        seen: set[object] = set()

        def read_once(item: object) -> object:
            value = self.items.read(item)
            if value in seen:
                raise unfit("each item once", item)
            seen.add(value)
            return value

        return frozenset(for_each(enumerate(items_of(plain, self.expected)), read_once))

    def write(self, value: object) -> object:
        """The sorted list of these items (*geschreven*)."""
        if not self.holds(value):
            raise unfit(self.expected, value)
        in_order = sorted(cast("Iterable[object]", value), key=repr)
        return sorted(cast("list[str]", for_each(enumerate(in_order), self.items.write)))


@frozen
class MapKind(Kind):
    """A table (*tabel*) with texts or terms as keys: an object, in the same order."""

    keys: Kind
    values: Kind

    @property
    def expected(self) -> str:
        """An object (*object*)."""
        return "an object"

    def takes(self, plain: object) -> bool:
        """Whether it is an object (*object*)."""
        return is_object(plain)

    def holds(self, value: object) -> bool:
        """Whether it is a table (*tabel*)."""
        return isinstance(value, FrozenMap)

    def read(self, plain: object) -> object:
        """The table of these pairs (*gelezen*)."""
        pairs, faults = keyed(plain, self.expected)
        try:
            read = for_each(((key, (key, each)) for key, each in pairs.items()), self._read_pair)
        except Unfit as error:
            faults.extend(error.faults)
        else:
            if not faults:
                return FrozenMap(cast("list[_Pair]", read))
        raise Unfit(*in_document_order(faults, pairs))

    def write(self, value: object) -> object:
        """The object of these pairs (*geschreven*)."""
        if not self.holds(value):
            raise unfit(self.expected, value)
        pairs = cast("FrozenMap[object, object]", value).items()
        return dict(
            cast("list[_Pair]", for_each(((_name(pair[0]), pair) for pair in pairs), self._written))
        )

    def _read_pair(self, pair: object) -> object:
        key, value = cast("_Pair", pair)
        return self.keys.read(key), self.values.read(value)

    def _written(self, pair: object) -> object:
        key, value = cast("_Pair", pair)
        return self.keys.write(key), self.values.write(value)


def _name(key: object) -> str:
    return str(key.value if isinstance(key, Enum) else key)


@frozen
class TagKind(Kind):
    """A value with its kind written beside it (*met naam*): ``{"date": "2026-01-01"}``."""

    tag: str
    kind: Kind

    @property
    def expected(self) -> str:
        """The object with its tag (*met naam*)."""
        return f"{{'{self.tag}': ...}}"

    def takes(self, plain: object) -> bool:
        """Whether it is an object with this tag alone (*met naam*)."""
        return is_object(plain) and list(cast("Iterable[object]", plain)) == [self.tag]

    def holds(self, value: object) -> bool:
        """Whether it is of the tagged kind (*van deze soort*)."""
        return self.kind.holds(value)

    def read(self, plain: object) -> object:
        """The value below the tag (*gelezen*)."""
        pairs, faults = keyed(plain, self.expected)
        if faults:
            raise Unfit(*faults)
        (value,) = for_each(pairs.items(), self.kind.read)
        return value

    def write(self, value: object) -> object:
        """The value below its tag (*geschreven*)."""
        (plain,) = for_each([(self.tag, value)], self.kind.write)
        return {self.tag: plain}


@frozen
class Choice(Kind):
    """A value of one of several kinds (*keuze*), told apart by what it looks like."""

    options: tuple[Kind, ...]

    @property
    def expected(self) -> str:
        """What each of the kinds expects (*verwacht*)."""
        *most, last = dict.fromkeys(option.expected for option in self.options)
        return f"{', '.join(most)} or {last}"

    def takes(self, plain: object) -> bool:
        """Whether one of them takes it (*lijkt op*)."""
        return any(option.takes(plain) for option in self.options)

    def holds(self, value: object) -> bool:
        """Whether it is of one of the kinds (*is van een soort*)."""
        return any(option.holds(value) for option in self.options)

    def read(self, plain: object) -> object:
        """The value as the first kind that takes it reads it (*gelezen*)."""
        for option in self.options:
            if option.takes(plain):
                return option.read(plain)
        raise unfit(self.expected, plain)

    def write(self, value: object) -> object:
        """The plain data as the first kind that holds it writes it (*geschreven*)."""
        for option in self.options:
            if option.holds(value):
                return option.write(value)
        raise unfit(self.expected, value)
