"""Policy cycles: six years, from the second year after local elections on."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime, timedelta

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.law.cycles import PolicyCycle

#: The cycles that are known: the year of the elections, and the years of the cycle.
KNOWN = [
    (2012, (2014, 2015, 2016, 2017, 2018, 2019)),
    (2018, (2020, 2021, 2022, 2023, 2024, 2025)),
    (2024, (2026, 2027, 2028, 2029, 2030, 2031)),
]
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))

each_cycle = pytest.mark.parametrize(("election", "years"), KNOWN)


@each_cycle
def test_from_the_second_year_after_elections(election, years):
    """Elections in 2018 lead to 2020-2025: to the end of the year after the next ones."""
    cycle = PolicyCycle.after_election(election)
    assert cycle.years == years
    assert cycle.starts_on == date(election + 2, 1, 1)
    assert cycle.ends_on == date(election + 7, 12, 31)


@each_cycle
def test_it_holds_its_first_and_its_last_day(election, years):
    """1 January of its first year and 31 December of its last are in; a day further is not."""
    cycle = PolicyCycle.after_election(election)
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    assert PolicyCycle.containing(first) == PolicyCycle.containing(last) == cycle
    assert PolicyCycle.containing(first - timedelta(days=1)) != cycle
    assert PolicyCycle.containing(last + timedelta(days=1)) == cycle.next


@given(DAYS)
def test_every_day_lies_in_exactly_one(day):
    """Cycles follow each other without a gap or an overlap."""
    cycle = PolicyCycle.containing(day)
    assert cycle.starts_on <= day <= cycle.ends_on
    assert day.year in cycle.years
    assert cycle.next.starts_on == cycle.ends_on + timedelta(days=1)
    assert len(cycle.years) == 6


def test_the_call_covers_the_second_half():
    """The plan years 2023-2025 are the second half of the cycle 2020-2025."""
    assert PolicyCycle(date(2020, 1, 1)).second_half == (2023, 2024, 2025)
    assert OPEN_CALL_2023_2025.plan_years == (2023, 2024, 2025)


def test_the_next_cycle_starts_on_the_deadline_of_existing_ones():
    """S14: 1/1/2026, the start of the next policy cycle."""
    cycle = PolicyCycle.containing(date(2023, 1, 1))
    assert cycle.next.starts_on == date(2026, 1, 1) == OPEN_CALL_2023_2025.existing_fit_deadline


@pytest.mark.parametrize(
    "day",
    [date(2020, 1, 2), date(2020, 2, 1), date(2019, 12, 31), date(2021, 1, 1), date(2023, 1, 1)],
)
def test_a_cycle_starts_on_a_first_day_only(day):
    """Any other day is refused and named."""
    with pytest.raises(WrongValue) as caught:
        PolicyCycle(day)
    error = caught.value
    assert (error.field, error.expected) == ("starts_on", "the first day of a policy cycle")
    assert error.value == day


@pytest.mark.parametrize("year", [2017, 2019, 2022, 2023])
def test_elections_are_every_six_years(year):
    """A year without local elections leads to no cycle."""
    with pytest.raises(WrongValue) as caught:
        PolicyCycle.after_election(year)
    assert caught.value.value == date(year + 2, 1, 1)


def test_cycles_are_values_in_order():
    """They hash, compare and sort by time, pickle and copy, and cannot be changed."""
    cycles = [PolicyCycle.after_election(year) for year, _ in KNOWN]
    assert sorted([cycles[2], cycles[0], cycles[1]]) == cycles
    assert cycles[0] < cycles[1] <= cycles[1]
    assert len(set(cycles + [PolicyCycle(cycle.starts_on) for cycle in cycles])) == 3
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(cycles, protocol)) == cycles  # noqa: S301
    assert copy.deepcopy(cycles) == cycles
    with pytest.raises(FrozenInstanceError):
        cycles[0].starts_on = date(2026, 1, 1)


@pytest.mark.parametrize("wrong", ["2020-01-01", datetime(2020, 1, 1, 12), None])  # noqa: DTZ001
def test_the_first_day_is_a_date(wrong):
    """Text, or a moment of the first day, is no day."""
    with pytest.raises(WrongType):
        PolicyCycle(wrong)
