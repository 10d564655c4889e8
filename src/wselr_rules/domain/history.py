"""A value that changes on known dates (*verloop*): the one way to say so.

It knows nothing of what the value means. None as a value is "not known" for as long as it
stands there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Generic, TypeVar, cast

from attrs import Attribute, field, frozen

from wselr_rules.checks import Check, is_day
from wselr_rules.errors import InvalidHistory, WrongType
from wselr_rules.render.shown import ShownByFields

__all__ = ["DAY", "History", "dates_of", "over_time", "value_on", "values_of"]

T = TypeVar("T")

#: One day, the smallest step of time in this library.
DAY = timedelta(days=1)


def _pairs(changes: Iterable[tuple[date, T]]) -> tuple[tuple[date, T], ...]:
    pairs: list[tuple[date, T]] = []
    for change in changes:
        if not isinstance(change, tuple | list) or len(change) != 2 or not is_day(change[0]):  # noqa: PLR2004
            raise WrongType("History.changes", "pairs of a date and a value", change)
        pairs.append((change[0], change[1]))
    return tuple(pairs)


def _since(change: tuple[date, object]) -> date:
    return change[0]


@frozen
class History(ShownByFields, Generic[T]):
    """A value over time (*verloop*): the first one, and what it became on which day.

    A change holds from its own day on. Dates must increase and every change must change the
    value, else ``InvalidHistory``.

    >>> History("a", ((date(2024, 1, 1), "b"),)).on(date(2024, 1, 1))
    'b'
    """

    initial: T
    changes: tuple[tuple[date, T], ...] = field(converter=_pairs, default=())

    def __attrs_post_init__(self) -> None:
        before, value = None, self.initial
        for since, new in self.changes:
            if before is not None and since <= before:
                raise InvalidHistory(since, "is not after the one before it")
            if new == value:
                raise InvalidHistory(since, "changes nothing")
            before, value = since, new

    def on(self, day: date) -> T:
        """The value on ``day`` (*waarde op die dag*)."""
        changed = bisect_right(self.changes, day, key=_since)
        return self.changes[changed - 1][1] if changed else self.initial

    def with_value_on(self, day: date, value: T) -> History[T]:
        """The same with another value on that one day (*andere waarde op die dag*)."""
        turns = {day: value, day + DAY: self.on(day + DAY)}
        turns |= {since: new for since, new in self.changes if since not in turns}
        changes: list[tuple[date, T]] = []
        before = self.initial
        for since in sorted(turns):
            if turns[since] != before:
                before = turns[since]
                changes.append((since, before))
        return History(self.initial, tuple(changes))

    @property
    def dates(self) -> tuple[date, ...]:
        """The days on which it changes (*wijzigingsdata*)."""
        return tuple(since for since, _ in self.changes)

    @property
    def values(self) -> tuple[T, ...]:
        """Its values in order of time (*waarden*)."""
        return (self.initial, *(value for _, value in self.changes))


def value_on(value: T | History[T], day: date) -> T:
    """The value on ``day`` (*waarde op die dag*) of what may or may not change over time."""
    return cast("History[T]", value).on(day) if isinstance(value, History) else value


def values_of(value: T | History[T]) -> tuple[T, ...]:
    """All values (*waarden*) of what may or may not change over time."""
    return cast("History[T]", value).values if isinstance(value, History) else (value,)


def dates_of(value: object) -> tuple[date, ...]:
    """The days (*wijzigingsdata*) on which what may or may not change over time changes."""
    return value.dates if isinstance(value, History) else ()


def over_time(check: Check) -> Check:
    """The same check for what may or may not change over time (*verloop*): of each value."""

    def check_each(owner: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, History):
            check(owner, attribute, value)
            return
        for each in cast("History[object]", value).values:
            check(owner, attribute, each)

    return check_each
