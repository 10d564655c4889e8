"""Memberships and deviations: from which day up to which, and which memberships overlap."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from wselr_rules.domain.membership import Derogation, Membership, first_overlap
from wselr_rules.domain.territory import Municipality
from wselr_rules.errors import PeriodEndsBeforeItBegins, WrongType
from wselr_rules.law.terms import LegalForm

JOINED, LEFT = date(2020, 1, 1), date(2024, 6, 1)
NOON = datetime(2024, 1, 1, 12)  # noqa: DTZ001
DAY = timedelta(days=1)
AALST = Municipality("41002", "Aalst", inhabitants=89_000)

each_period = pytest.mark.parametrize(
    "period", [lambda *days: Membership(AALST, *days), Derogation], ids=["membership", "deviation"]
)


def holds(period, day):
    """Ask a membership or a deviation whether it holds on a day."""
    return period.holds_on(day) if isinstance(period, Membership) else period.runs_on(day)


class TestPeriods:
    """A period runs from its first day up to, and not on, its end."""

    @each_period
    def test_three_days_round_its_beginning(self, period):
        """The day before it is out, its first day and the day after are in."""
        days = [JOINED - DAY, JOINED, JOINED + DAY]
        assert [holds(period(JOINED, LEFT), day) for day in days] == [False, True, True]

    @each_period
    def test_three_days_round_its_end(self, period):
        """The day before its end is its last one; on its end it is over."""
        days = [LEFT - DAY, LEFT, LEFT + DAY]
        assert [holds(period(JOINED, LEFT), day) for day in days] == [True, False, False]

    @each_period
    def test_without_an_end(self, period):
        """Where no end is set it holds for good."""
        assert holds(period(JOINED), date.max)
        assert not holds(period(JOINED), date.min)

    @each_period
    def test_the_shortest_is_one_day(self, period):
        """It may end on the day after it begins."""
        days = [JOINED - DAY, JOINED, JOINED + DAY]
        assert [holds(period(JOINED, JOINED + DAY), day) for day in days] == [False, True, False]

    @each_period
    @pytest.mark.parametrize("until", [JOINED, JOINED - DAY])
    def test_it_does_not_end_before_it_begins(self, period, until):
        """A period without a day is refused, with its dates."""
        with pytest.raises(PeriodEndsBeforeItBegins) as caught:
            period(JOINED, until)
        error = caught.value
        assert (error.since, error.until) == (JOINED, until)
        assert error.kind in {"Membership", "Derogation"}

    @pytest.mark.parametrize("value", [NOON, "2024-01-01", 2024])
    @pytest.mark.parametrize(
        ("name", "make"),
        [
            ("Membership.since", lambda value: Membership(AALST, value)),
            ("Membership.until", lambda value: Membership(AALST, JOINED, value)),
            ("Derogation.since", Derogation),
            ("Derogation.until", lambda value: Derogation(JOINED, value)),
        ],
    )
    def test_its_ends_are_days(self, name, make, value):
        """A moment, a text or a number is no day."""
        with pytest.raises(WrongType) as caught:
            make(value)
        error = caught.value
        assert (error.field, error.expected) == (name, "a date without a time")
        assert error.value is value

    @each_period
    def test_a_beginning_is_known(self, period):
        """Only an end may be left open."""
        with pytest.raises(WrongType):
            period(None)

    @pytest.mark.parametrize("member", ["41002", None, LegalForm.OTHER])
    def test_a_member_is_a_municipality(self, member):
        """A code is not enough: it says nothing of the ground."""
        with pytest.raises(WrongType) as caught:
            Membership(member, JOINED)
        error = caught.value
        assert (error.field, error.expected) == ("Membership.municipality", "a Municipality")
        assert error.value == member


#: Ground that hangs together by one code or another.
GROUNDS = {
    "90001": {"90001"},
    "90002": {"90002"},
    "90012": {"90001", "90002"},
    "90003": {"90002", "90004"},
}


@st.composite
def memberships(draw):
    """Draw a membership on a few days of little ground; a code may stand for other ground."""
    code, other = draw(st.sampled_from(list(GROUNDS))), draw(st.sampled_from(list(GROUNDS)))
    ground = GROUNDS[draw(st.sampled_from([code, code, code, other]))]
    start, length = draw(st.integers(0, 6)), draw(st.integers(1, 3) | st.none())
    until = None if length is None else JOINED + DAY * (start + length)
    return Membership(Municipality(code, code, territory=ground), JOINED + DAY * start, until)


def codes(membership):
    """Return the codes that no other member may have on its days."""
    return {*membership.municipality.territory, membership.municipality.nis_code}


def days(membership):
    """Return the days of a membership up to one on which all without an end hold."""
    return {day for n in range(20) if membership.holds_on(day := JOINED + DAY * n)}


def first_overlap_of_every_pair(members):
    """Return the overlap by comparing each with all before it, code by code."""
    for number, second in enumerate(members):
        for code in sorted(codes(second)):
            for first in members[:number]:
                if code in codes(first) and days(first) & days(second):
                    return first, second
    return None


class TestFirstOverlap:
    """Of memberships with the same ground on one day, the first two in the order given."""

    @given(st.lists(memberships(), max_size=7).map(tuple))
    def test_by_comparing_every_pair(self, members):
        """It is the very pair that comparing each with all before it finds, or none."""
        found = first_overlap(members)
        expected = first_overlap_of_every_pair(members)
        event(f"overlap: {expected is not None}")
        assert found == expected
        if found is not None:
            assert found[0] is expected[0]
            assert found[1] is expected[1]

    @given(st.lists(memberships(), max_size=7))
    def test_whatever_the_order(self, members):
        """Whether there is an overlap does not depend on the order in which they stand."""
        apart = all(
            codes(one).isdisjoint(codes(other)) or days(one).isdisjoint(days(other))
            for one, other in combinations(members, 2)
        )
        assert (first_overlap(tuple(members)) is None) is apart
        assert (first_overlap(tuple(reversed(members))) is None) is apart

    def test_neither_of_none_nor_of_one(self):
        """There are no two."""
        assert first_overlap(()) is None
        assert first_overlap((Membership(AALST, JOINED),)) is None

    def test_the_second_is_the_first_in_order_that_overlaps(self):
        """The third overlaps with the first, the fourth too: it is the third that is named."""
        first, second, third, fourth = (
            Membership(Municipality(code, code), JOINED + DAY * n)
            for n, code in enumerate(("90001", "90002", "90001", "90001"))
        )
        found = first_overlap((first, second, third, fourth))
        assert found == (first, third)

    def test_the_first_is_the_one_with_the_lowest_code_in_common(self):
        """What two members merge into overlaps with both: the one of the lower code is named."""
        high, low = (Membership(Municipality(code, code), JOINED) for code in ("90002", "90001"))
        merged = Membership(Municipality("90012", "x", territory=GROUNDS["90012"]), LEFT)
        assert first_overlap((high, low, merged)) == (low, merged)
