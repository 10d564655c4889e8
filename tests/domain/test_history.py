"""A value that changes on known dates."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime, timedelta

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules.domain.history import DAY, History, dates_of, over_time, value_on, values_of
from wselr_rules.errors import InvalidHistory, WrongType

FIRST, SECOND = date(2023, 1, 1), date(2024, 6, 1)
#: Few days and few values, so that changes meet often.
START = date(2024, 1, 1)
DAYS = [START + n * timedelta(days=1) for n in range(9)]
VALUES = st.sampled_from(["a", "b", None])


@st.composite
def histories(draw):
    """Draw a value for each of some days, made into a history by walking over them."""
    value = initial = draw(VALUES)
    changes = []
    for day in DAYS[1:-1]:
        new = draw(VALUES | st.just(value))
        if new != value:
            changes.append((day, new))
            value = new
    return History(initial, changes)


class TestOn:
    """A change holds from its own day on."""

    @pytest.mark.parametrize(
        ("day", "value"),
        [
            (date.min, "a"),
            (date(2022, 12, 31), "a"),
            (date(2023, 1, 1), "b"),
            (date(2023, 1, 2), "b"),
            (date(2024, 5, 31), "b"),
            (date(2024, 6, 1), None),
            (date.max, None),
        ],
    )
    def test_three_days_round_each_change(self, day, value):
        """The day before has the old value, the day itself and the day after the new one."""
        history = History("a", ((FIRST, "b"), (SECOND, None)))
        assert history.on(day) == value
        assert value_on(history, day) == value

    def test_without_changes(self):
        """Without changes it is always its first value."""
        assert History("a").on(date.min) == History("a").on(date.max) == "a"

    @given(histories(), st.sampled_from(DAYS))
    def test_walking_day_by_day(self, history, on):
        """Whoever walks day by day from the first value meets the same one."""
        value, changes = history.initial, dict(history.changes)
        for day in DAYS:
            value = changes.get(day, value)
            if day == on:
                break
        assert history.on(on) == value


class TestMalformed:
    """Dates increase, and every change changes the value."""

    @pytest.mark.parametrize("since", [date(2022, 12, 31), date(2023, 1, 1)])
    def test_dates_that_do_not_increase(self, since):
        """A change on or before the day of the one before it is refused and named."""
        with pytest.raises(InvalidHistory) as caught:
            History("a", ((FIRST, "b"), (since, "c")))
        assert (caught.value.since, caught.value.reason) == (
            since,
            "is not after the one before it",
        )

    @pytest.mark.parametrize(
        ("changes", "since"),
        [
            (((FIRST, "a"),), FIRST),
            (((FIRST, "b"), (SECOND, "b")), SECOND),
        ],
    )
    def test_a_change_that_changes_nothing(self, changes, since):
        """The same value again is no change."""
        with pytest.raises(InvalidHistory) as caught:
            History("a", changes)
        assert (caught.value.since, caught.value.reason) == (since, "changes nothing")

    def test_a_change_on_the_next_day(self):
        """One day later is later, and a value may come back."""
        changes = ((FIRST, "b"), (date(2023, 1, 2), "a"))
        assert History("a", changes).changes == changes

    @pytest.mark.parametrize(
        "change",
        [
            "2023-01-01",
            (FIRST,),
            (FIRST, "b", "c"),
            ("2023-01-01", "b"),
            (datetime(2023, 1, 1), "b"),  # noqa: DTZ001
            (None, "b"),
            FIRST,
            {FIRST: "b"},
            "ab",
            None,
        ],
        ids=repr,
    )
    def test_what_is_no_change(self, change):
        """A change is a pair of a date without a time and a value."""
        with pytest.raises(WrongType) as caught:
            History("a", (change,))
        error = caught.value
        assert (error.field, error.expected) == ("History.changes", "pairs of a date and a value")
        assert error.value == change

    def test_pairs_in_any_collection(self):
        """Pairs may be lists and come one by one; they are kept as tuples."""
        assert History("a", iter([[FIRST, "b"]])).changes == ((FIRST, "b"),)


class TestWithValueOn:
    """The same with another value on that one day."""

    @given(histories(), st.sampled_from(DAYS), VALUES)
    def test_that_day_and_no_other(self, history, on, value):
        """On that day it has the value, on every other day the one it had."""
        changed = history.with_value_on(on, value)
        for day in [START - DAY, *DAYS, DAYS[-1] + DAY]:
            assert changed.on(day) == (value if day == on else history.on(day))
        assert changed.initial == history.initial

    @given(histories(), st.sampled_from(DAYS))
    def test_with_the_value_that_it_has(self, history, on):
        """With the value that it has on that day it is the same value."""
        assert history.with_value_on(on, history.on(on)) == history


class TestHelpers:
    """What may or may not change over time is asked in the same way."""

    HISTORY = History("a", ((FIRST, "b"), (SECOND, "a")))

    def test_values(self):
        """Its values come in order of time, with those that come back."""
        assert self.HISTORY.values == ("a", "b", "a") == values_of(self.HISTORY)
        assert values_of(History(None)) == (None,)

    def test_dates(self):
        """The days on which it changes come in order."""
        assert self.HISTORY.dates == (FIRST, SECOND) == dates_of(self.HISTORY)

    @pytest.mark.parametrize("value", ["a", None, 0, ("a", "b")])
    def test_a_plain_value(self, value):
        """A plain value is itself on every day and never changes."""
        assert value_on(value, FIRST) is value
        assert values_of(value) == (value,)
        assert dates_of(value) == ()

    def test_one_day(self):
        """The smallest step of time is one day."""
        assert timedelta(days=1) == DAY


@given(histories())
def test_it_is_a_value(history):
    """It hashes, compares, pickles and copies."""
    again = History(history.initial, list(history.changes))
    assert again == history
    assert hash(again) == hash(history)
    assert copy.copy(history) == copy.deepcopy(history) == history
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(history, protocol)) == history  # noqa: S301


def test_another_one_is_another_value():
    """Another first value, date or later value makes another history."""
    histories = {
        History("a", ((FIRST, "b"),)),
        History("c", ((FIRST, "b"),)),
        History("a", ((SECOND, "b"),)),
        History("a", ((FIRST, "c"),)),
        History("a"),
    }
    assert len(histories) == 5


def test_it_cannot_be_changed():
    """Neither its first value nor its changes can be set."""
    for name in ("initial", "changes"):
        with pytest.raises(FrozenInstanceError):
            setattr(History("a"), name, ())


class TestOverTime:
    """A check of a value is one of each value of a history too."""

    @staticmethod
    def check(values):
        """Return what a check of numbers below 10 was asked, and about whom."""
        asked = []

        def is_small(owner, attribute, value):
            asked.append((owner, attribute, value))
            if value == 10:
                raise WrongType("x", "a small one", value)

        over_time(is_small)("owner", "attribute", values)
        return asked

    def test_one_value(self):
        """A value that does not change is checked itself."""
        assert self.check(1) == [("owner", "attribute", 1)]
        assert self.check(None) == [("owner", "attribute", None)]

    def test_every_value_of_a_history(self):
        """The first value and each later one are checked, in order."""
        history = History(1, ((FIRST, None), (SECOND, 3)))
        assert [value for _, _, value in self.check(history)] == [1, None, 3]

    def test_one_wrong_value_is_enough(self):
        """Whichever is wrong, the whole is refused."""
        for history in (History(10), History(1, ((FIRST, 10),)), 10):
            with pytest.raises(WrongType):
                self.check(history)
