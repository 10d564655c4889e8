"""Checks on plain values (*controles*) that all entities share.

They refuse what is malformed and coerce nothing. They know no rule of the regime.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any, Final, TypeAlias, TypeVar, cast
from unicodedata import category

from attrs import Attribute, AttrsInstance, fields

from wselr_rules.errors import DuplicateId, EmptyId, WrongType, WrongValue
from wselr_rules.frozen_map import FrozenMap

__all__ = [
    "FIVE_DIGITS",
    "Check",
    "a_day",
    "an_id",
    "filled",
    "instance",
    "instances",
    "is_count",
    "is_day",
    "is_nis_code",
    "or_none",
    "text",
    "to_frozenset",
    "to_map",
    "to_tuple",
    "unchecked",
    "unique_ids",
]

#: What attrs calls with the instance, the field and its value.
Check: TypeAlias = Callable[[Any, "Attribute[Any]", Any], None]
#: The values of all fields, of two fields at least.
_ValuesIn: TypeAlias = Callable[[object], tuple[object, ...]]
_Put: TypeAlias = Callable[[object, object], None]
K = TypeVar("K")
T = TypeVar("T")

#: The general categories of separators, controls and invisible signs.
_UNSEEN = "CZ"
#: A NIS code.
FIVE_DIGITS: Final = re.compile(r"[0-9]{5}")
#: What most collections are; to ask any other one whether it holds values takes far longer.
_COLLECTIONS = (tuple, list, set, frozenset)


def is_day(value: object) -> bool:
    """Whether this is a date without a time (*dag*)."""
    return isinstance(value, date) and not isinstance(value, datetime)


def is_count(value: object) -> bool:
    """Whether this is a whole number of at least 0 (*aantal*); True and False are none."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_nis_code(value: object) -> bool:
    """Whether this is text of exactly five digits (*NIS-code*)."""
    return isinstance(value, str) and FIVE_DIGITS.fullmatch(value) is not None


def a_day(owner: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but a date without a time (*dag*) with ``WrongType``."""
    if not is_day(value):
        raise WrongType(_path(owner, attribute), "a date without a time", value)


def text(owner: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but text (*tekst*) with ``WrongType``."""
    if not isinstance(value, str):
        raise WrongType(_path(owner, attribute), "text", value)


def instance(kind: type | tuple[type, ...], expected: str) -> Check:
    """A check that the value is of a kind, or of one of several (*van een soort*).

    It raises ``WrongType`` for any other.
    """

    def check(owner: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, kind):
            raise WrongType(_path(owner, attribute), expected, value)

    return check


def instances(kind: type, expected: str) -> Check:
    """A check that every item is of a kind (*alle van een soort*); ``WrongType`` otherwise."""

    def check(owner: object, attribute: Attribute[Any], values: Iterable[object]) -> None:
        for value in values:
            if not isinstance(value, kind):
                raise WrongType(_path(owner, attribute), expected, value)

    return check


def or_none(check: Check) -> Check:
    """The same check for a value that may be not known (*of onbekend*)."""

    def check_if_known(owner: object, attribute: Attribute[Any], value: object) -> None:
        if value is not None:
            check(owner, attribute, value)

    return check_if_known


def to_tuple(values: Iterable[T]) -> tuple[T, ...]:
    """The values as a tuple (*rij*); ``WrongType`` for what holds no values, and for text."""
    if not isinstance(values, _COLLECTIONS) and (
        isinstance(values, str) or not isinstance(values, Iterable)
    ):
        raise WrongType("a collection", "several values", values)
    return tuple(values)


def unchecked(value: T, **changes: object) -> T:
    """What ``attrs.evolve`` makes (*gewijzigd*), without another look at what is fine already.

    For values that are made very often, and changes that stood in such a value before.
    """
    kind = type(value)
    values_in, setters = _slots_of(cast("Hashable", kind))
    made = object.__new__(kind)
    for put, each in zip(setters, values_in(value), strict=True):
        put(made, each)
    for name, each in changes.items():
        object.__setattr__(made, name, each)
    return made


@cache
def _slots_of(kind: Hashable) -> tuple[_ValuesIn, tuple[_Put, ...]]:
    """What reads all fields of a value at once, and what fills each of a new one."""
    names = [each.name for each in fields(cast("type[AttrsInstance]", kind))]
    return attrgetter(*names), tuple(getattr(kind, name).__set__ for name in names)


def filled(kind: type[T], values: Mapping[str, object]) -> T:
    """A value with these for its fields (*ingevuld*), all of which are known to be fine."""
    made = object.__new__(kind)
    for name, value in values.items():
        object.__setattr__(made, name, value)
    return made


def to_frozenset(values: Iterable[T]) -> frozenset[T]:
    """The values as a set that cannot change (*verzameling*); ``WrongType`` likewise."""
    if isinstance(values, frozenset):
        return frozenset(values)
    items = to_tuple(values)
    try:
        return frozenset(items)
    except TypeError:
        raise WrongType("a set", "values that can stand in a set", items) from None


def to_map(pairs: Mapping[K, T] | Iterable[tuple[K, T]]) -> FrozenMap[K, T]:
    """The pairs as a mapping that cannot change (*vaste tabel*).

    Raises ``WrongType`` for what is none, and ``WrongValue`` for a key that stands twice.
    """
    if type(pairs) is FrozenMap:
        return cast("FrozenMap[K, T]", pairs)
    if type(pairs) is dict:
        return FrozenMap(cast("dict[K, T]", pairs))
    items = to_tuple(
        cast("Iterable[tuple[K, T]]", pairs.items() if isinstance(pairs, Mapping) else pairs)
    )
    try:
        made = FrozenMap(items)
    except (TypeError, ValueError):
        raise WrongType("a mapping", "a mapping, or pairs of a key and a value", items) from None
    if len(made) < len(items):
        raise WrongValue("a mapping", "keys that stand once", tuple(key for key, _ in items))
    return made


def an_id(owner: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse an id (*kenmerk*) that is not text or has no visible character."""
    text(owner, attribute, value)
    for character in str(value):
        if category(character)[0] not in _UNSEEN:
            return
    raise EmptyId(type(owner).__name__)


def unique_ids(kind: str, ids: Iterable[str]) -> None:
    """Refuse ids (*kenmerken*) that stand twice, naming all of them, with ``DuplicateId``."""
    every = tuple(ids)
    if len(set(every)) < len(every):
        double = (each for each, times in Counter(every).items() if times > 1)
        raise DuplicateId(kind, tuple(sorted(double)))


def _path(owner: object, attribute: Attribute[Any]) -> str:
    return f"{type(owner).__name__}.{attribute.name}"
