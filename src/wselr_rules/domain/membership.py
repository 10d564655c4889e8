"""Memberships (*lidmaatschappen*) and granted deviations: what holds from one day up to another.

It knows which memberships cannot stand beside each other. What a regieverband makes of them is
for ``regieverband``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from types import NoneType

from attrs import Attribute, field, frozen

from wselr_rules.checks import a_day, instance
from wselr_rules.domain.provenance import Provenance, least_sure
from wselr_rules.domain.territory import Municipality
from wselr_rules.errors import PeriodEndsBeforeItBegins
from wselr_rules.render.shown import ShownByFields

__all__ = ["Derogation", "Membership", "continued", "first_overlap"]


def _ends_after_it_begins(
    period: Membership | Derogation, attribute: Attribute[date | None], until: date | None
) -> None:
    if until is None:
        return
    a_day(period, attribute, until)
    if until <= period.since:
        raise PeriodEndsBeforeItBegins(type(period).__name__, period.since, until)


@frozen
class Membership(ShownByFields):
    """A municipality in a regieverband (*lidmaatschap*) from ``since`` up to, not on, ``until``.

    ``until=None`` has no end set. Raises ``PeriodEndsBeforeItBegins`` or ``WrongType``.
    """

    municipality: Municipality = field(validator=instance(Municipality, "a Municipality"))
    since: date = field(validator=a_day)
    until: date | None = field(default=None, validator=_ends_after_it_begins)
    #: Where it comes from that it is a member; None where that is not told.
    provenance: Provenance | None = field(
        default=None,
        kw_only=True,
        validator=instance((Provenance, NoneType), "a Provenance or None"),
    )

    def holds_on(self, day: date) -> bool:
        """Whether the municipality is a member on ``day`` (*lid*)."""
        return self.since <= day and (self.until is None or day < self.until)


@frozen
class Derogation(ShownByFields):
    """A granted deviation from the region rule (*afwijking*), half-open like a membership."""

    since: date = field(validator=a_day)
    until: date | None = field(default=None, validator=_ends_after_it_begins)

    def runs_on(self, day: date) -> bool:
        """Whether it runs on ``day`` (*loopt*)."""
        return self.since <= day and (self.until is None or day < self.until)


def continued(replaced: Sequence[Membership], successor: Municipality, on: date) -> Membership:
    """The membership of a successor (*voortzetting*) from ``on`` on, in place of others.

    Of those there is at least one. It ends when the last of them would have, and is no surer
    than the least sure of them.
    """
    ends = [each.until for each in replaced]
    until = None if None in ends else max(end for end in ends if end is not None)
    provenance = least_sure(each.provenance for each in replaced)
    return Membership(successor, on, until, provenance=provenance)


def first_overlap(memberships: tuple[Membership, ...]) -> tuple[Membership, Membership] | None:
    """Two memberships with the same ground on one day (*overlapping*); None if there are none.

    One code is one ground, whatever territory is said to be under it. The second of the two is
    the first in the order given that overlaps with one before it.
    """
    if not _overlap(memberships):
        return None
    index = bisect_left(
        range(len(memberships)), x=True, key=lambda last: _overlap(memberships[: last + 1])
    )
    second = memberships[index]
    ground = _ground(second)
    others = [
        each
        for each in memberships[:index]
        if _meet(each, second) and not ground.isdisjoint(_ground(each))
    ]
    return min(others, key=lambda each: min(ground & _ground(each))), second


def _ground(membership: Membership) -> frozenset[str]:
    return membership.municipality.territory | {membership.municipality.nis_code}


def _meet(one: Membership, other: Membership) -> bool:
    return one.holds_on(other.since) or other.holds_on(one.since)


def _overlap(memberships: Iterable[Membership]) -> bool:
    by_code: defaultdict[str, list[Membership]] = defaultdict(list)
    for membership in memberships:
        for code in _ground(membership):
            by_code[code].append(membership)
    return any(_follow_too_soon(each) for each in by_code.values() if len(each) > 1)


def _follow_too_soon(memberships: list[Membership]) -> bool:
    # If none meets the next one, each has ended before any later one begins.
    in_order = sorted(memberships, key=lambda membership: membership.since)
    return any(_meet(one, following) for one, following in pairwise(in_order))
