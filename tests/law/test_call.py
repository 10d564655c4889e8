"""The open call 2023-2025: every number and date of the text, once, with its source."""

from __future__ import annotations

import ast
import copy
import pickle
from datetime import date, datetime, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from pathlib import Path

import attrs
import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st
from tests.law.anew import made_anew

import wselr_rules
from wselr_rules.errors import (
    DateOutsideCall,
    EmptyId,
    InvalidBudget,
    InvalidKeys,
    PeriodEndsBeforeItBegins,
    WrongType,
    WrongValue,
    YearOutsideCall,
)
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law import call as module
from wselr_rules.law.call import OPEN_CALL_2023_2025, OpenCall, Source
from wselr_rules.law.ledger import sentence
from wselr_rules.law.readings import (
    INTERPRETATIONS,
    BudgetPeriod,
    Existing,
    ExistingDeadline,
    MinimumMembers,
    Readings,
    RegionMap,
)
from wselr_rules.law.terms import AllocationKey, LegalForm, SubmissionChannel

CALL = OPEN_CALL_2023_2025
WORKING_AGE, JOB_SEEKERS, EQUAL_PARTS = AllocationKey
WITHOUT_SOURCE = {"id", "readings", "checked_on", "sources"}
FIELDS = [field.name for field in attrs.fields(OpenCall)]
PARAMETERS = [name for name in FIELDS if name not in WITHOUT_SOURCE]
NOON = datetime(2024, 1, 1, 12)  # noqa: DTZ001
TOGETHER = Readings(budget_period=BudgetPeriod.ALL_YEARS)

each_parameter = pytest.mark.parametrize("name", PARAMETERS)


def reading(**chosen):
    """Return the call of record under another reading."""
    return evolve(CALL, readings=Readings(**chosen))


class TestNumbersAndDates:
    """Each number and date is the one that stands in the text."""

    def test_minimum_inhabitants(self):
        """S09: minimaal 60.000 inwoners op hun grondgebied."""
        assert CALL.minimum_inhabitants == 60_000

    def test_budget(self):
        """S17: het totaalbedrag van 3 miljoen euro, in whole cents."""
        assert CALL.budget == Decimal("3000000.00")
        assert str(CALL.budget) == "3000000.00"

    def test_keys(self):
        """S18 to S20: 40 % by working age, 20 % by job seekers, 40 % in equal parts."""
        assert list(CALL.keys.items()) == [
            (WORKING_AGE, Fraction(40, 100)),
            (JOB_SEEKERS, Fraction(20, 100)),
            (EQUAL_PARTS, Fraction(40, 100)),
        ]

    def test_plan_years(self):
        """S21: a multi-annual plan for the period 2023-2025."""
        assert CALL.plan_years == (2023, 2024, 2025)

    def test_minimum_actions(self):
        """S08: minimaal één actie per beleidsprioriteit per jaar."""
        assert CALL.minimum_actions == 1

    def test_deadline_of_new_ones(self):
        """S15: voor 1/1/2023."""
        assert CALL.new_fit_deadline == date(2023, 1, 1)

    def test_deadline_of_existing_ones(self):
        """S14: tot ten laatste 1/1/2026."""
        assert CALL.existing_fit_deadline == date(2026, 1, 1)

    def test_channels(self):
        """S21: the multi-annual plan and/or Platos."""
        assert CALL.channels == {SubmissionChannel.MULTI_ANNUAL_PLAN, SubmissionChannel.PLATOS}

    def test_partnership_forms(self):
        """S09: intermunicipal partnerships and welzijnsverenigingen, in the forms of 2020."""
        assert {form.value for form in CALL.partnership_forms} == {
            "interlokale vereniging",
            "projectvereniging",
            "dienstverlenende vereniging",
            "opdrachthoudende vereniging",
            "welzijnsvereniging",
        }

    def test_members(self):
        """I08: at least two, of a welzijnsvereniging one."""
        assert (CALL.minimum_members, CALL.minimum_members_welfare) == (2, 1)

    def test_days_of_the_acts(self):
        """S22: the order of 29 April 2022, in force on 1 January 2023; the decree's map."""
        assert CALL.order_date == date(2022, 4, 29)
        assert CALL.order_in_force == date(2023, 1, 1)
        assert CALL.region_decree_in_force == date(2023, 3, 19)

    def test_it_says_what_it_is_and_when_it_was_checked(self):
        """It has an id, and a day of the last check that is not before its own law."""
        assert CALL.id == "wse-lr-2023-2025"
        assert CALL.checked_on >= CALL.region_decree_in_force


class TestSources:
    """Each parameter tells unit, validity and sentence."""

    def test_every_parameter_has_one(self):
        """Every field that the text fills has a source, and nothing else has one."""
        assert set(CALL.sources) == set(PARAMETERS)

    @each_parameter
    def test_unit_and_validity(self, name):
        """The unit is named, and the value holds from a day of the text on, not after its end."""
        source = CALL.sources[name]
        assert source.unit
        assert date(2022, 4, 29) <= source.since
        assert source.until is None or source.since <= source.until

    @each_parameter
    def test_sentences_and_readings_are_known(self, name):
        """A source names sentences of the ledger and questions of the register."""
        source = CALL.sources[name]
        assert [sentence(each).id for each in source.sentences] == list(source.sentences) != []
        assert set(source.readings) <= {each.id for each in INTERPRETATIONS}

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            (
                "plan_years",
                Source("years", date(2023, 1, 1), date(2025, 12, 31), ("S21",)),
            ),
            (
                "budget",
                Source("euros", date(2023, 1, 1), date(2025, 12, 31), ("S17",), ("I10",)),
            ),
            (
                "keys",
                Source(
                    "parts of the budget",
                    date(2023, 1, 1),
                    date(2025, 12, 31),
                    ("S18", "S19", "S20"),
                ),
            ),
            (
                "minimum_inhabitants",
                Source("inhabitants", date(2022, 4, 29), None, ("S09",)),
            ),
            (
                "minimum_actions",
                Source(
                    "actions per priority per year",
                    date(2023, 1, 1),
                    date(2025, 12, 31),
                    ("S08",),
                ),
            ),
            ("minimum_members", Source("members", date(2022, 4, 29), None, ("S09",), ("I08",))),
            (
                "minimum_members_welfare",
                Source("members", date(2022, 4, 29), None, ("S09",), ("I08",)),
            ),
            ("partnership_forms", Source("legal forms", date(2022, 4, 29), None, ("S09",))),
            ("channels", Source("channels", date(2023, 1, 1), date(2025, 12, 31), ("S21",))),
            ("order_date", Source("day", date(2022, 4, 29), None, ("S22",), ("I01",))),
            ("order_in_force", Source("day", date(2022, 4, 29), None, ("S22",), ("I01",))),
            ("new_fit_deadline", Source("day", date(2023, 1, 1), None, ("S15", "S16"), ("I05",))),
            ("existing_fit_deadline", Source("day", date(2026, 1, 1), None, ("S14",), ("I04",))),
            (
                "region_decree_in_force",
                Source("day", date(2022, 4, 29), None, ("S13", "S22"), ("I06",)),
            ),
        ],
    )
    def test_each(self, name, expected):
        """Its unit, its first and last day, its sentences, and the readings that it rests on."""
        assert CALL.sources[name] == expected

    @pytest.mark.parametrize("name", FIELDS)
    def test_made_anew_it_is_the_same(self, name):
        """What is made on import follows from the module alone."""
        again = made_anew(module).OPEN_CALL_2023_2025
        assert getattr(again, name) == getattr(CALL, name)

    def test_a_call_without_sources(self):
        """Another call may come without sources, and then tells none."""
        values = {name: getattr(CALL, name) for name in FIELDS if name != "sources"}
        assert OpenCall(**values).sources == FrozenMap()
        assert OpenCall(**values) == evolve(CALL, sources={})


class TestDays:
    """A day for which the text has no rules is refused, not answered."""

    @pytest.mark.parametrize(
        "on",
        [date(2022, 4, 29), date(2022, 4, 30), date(2024, 2, 29), date(2026, 12, 30)],
    )
    def test_inside(self, on):
        """From the day of the order to the last day of the year of the last deadline."""
        assert CALL.check_day(on) is None

    def test_the_last_day(self):
        """31 December 2026 can be assessed."""
        assert CALL.check_day(date(2026, 12, 31)) is None
        assert (CALL.first_day, CALL.last_day) == (date(2022, 4, 29), date(2026, 12, 31))

    @pytest.mark.parametrize(
        "on", [date(2022, 4, 28), date(2027, 1, 1), date.min, date.max, date(2019, 1, 1)]
    )
    def test_outside(self, on):
        """28 April 2022 and 1 January 2027 cannot, and the error says which days can."""
        with pytest.raises(DateOutsideCall) as caught:
            CALL.check_day(on)
        error = caught.value
        assert error.on == on
        assert (error.first, error.last) == (date(2022, 4, 29), date(2026, 12, 31))

    @pytest.mark.parametrize("on", [NOON, "2024-01-01", None, 2024])
    def test_a_day_is_a_date_without_a_time(self, on):
        """A moment, a text or nothing at all is no day."""
        with pytest.raises(WrongType) as caught:
            CALL.check_day(on)
        error = caught.value
        assert (error.field, error.expected) == ("on", "a date without a time")
        assert error.value is on

    @pytest.mark.parametrize(
        ("new", "existing", "last"),
        [
            (date(2028, 3, 1), date(2026, 1, 1), date(2028, 12, 31)),
            (date(2023, 1, 1), date(2030, 6, 1), date(2030, 12, 31)),
        ],
    )
    def test_the_end_follows_the_later_deadline(self, new, existing, last):
        """Of another call too it is the year of the later deadline that ends the answers."""
        other = evolve(CALL, new_fit_deadline=new, existing_fit_deadline=existing)
        assert other.last_day == last
        assert other.check_day(last) is None
        with pytest.raises(DateOutsideCall):
            other.check_day(last + timedelta(days=1))

    def test_the_beginning_follows_the_order(self):
        """Of another call the first day is that of its own order."""
        other = evolve(CALL, order_date=date(2022, 5, 10))
        assert other.first_day == date(2022, 5, 10)
        with pytest.raises(DateOutsideCall):
            other.check_day(date(2022, 5, 9))


class TestReadingsOfTime:
    """What I01, I04 and I06 do to the days of the call."""

    @pytest.mark.parametrize(
        ("existing", "before", "baseline"),
        [
            (Existing.BEFORE_ORDER, date(2022, 4, 29), date(2022, 4, 28)),
            (Existing.BEFORE_EFFECT, date(2023, 1, 1), date(2022, 12, 31)),
        ],
    )
    def test_existing(self, existing, before, baseline):
        """I01: recognised before the order or its effect; the baseline is the day before."""
        call = reading(existing=existing)
        assert (call.existing_before, call.baseline) == (before, baseline)

    @pytest.mark.parametrize(
        ("deadline", "from_day"),
        [
            (ExistingDeadline.ON_THE_DAY, date(2026, 1, 1)),
            (ExistingDeadline.DAY_AFTER, date(2026, 1, 2)),
        ],
    )
    def test_existing_deadline(self, deadline, from_day):
        """I04: the fit must be there on 1 January 2026, or from 2 January 2026."""
        assert reading(existing_deadline=deadline).existing_fits_from == from_day

    @pytest.mark.parametrize("on", [date(2022, 4, 29), date(2023, 3, 19), date(2026, 12, 31)])
    def test_map(self, on):
        """I06: the map of the day itself, or that of 19 March 2023 for every day."""
        assert CALL.map_day(on) == on
        decree = reading(region_map=RegionMap.REGIODECREET)
        assert decree.map_day(on) == date(2023, 3, 19)

    @pytest.mark.parametrize("form", LegalForm)
    def test_members_needed(self, form):
        """I08: one of a welzijnsvereniging, two of any other; or two of all."""
        by_form = 1 if form is LegalForm.WELFARE_ASSOCIATION else 2
        assert CALL.members_needed(form) == by_form
        assert reading(minimum_members=MinimumMembers.TWO_FOR_ALL).members_needed(form) == 2


class TestBudget:
    """I10: EUR 3,000,000 for each plan year, or for the three together."""

    @pytest.mark.parametrize("year", [2023, 2024, 2025])
    def test_each_year(self, year):
        """By default each plan year has the whole amount."""
        assert str(CALL.budget_for(year)) == "3000000.00"

    @pytest.mark.parametrize("year", [2023, 2024, 2025])
    def test_together(self, year):
        """For the three together each has a third."""
        assert str(evolve(CALL, readings=TOGETHER).budget_for(year)) == "1000000.00"

    @pytest.mark.parametrize(
        ("budget", "expected"),
        [
            ("1000000.00", ["333333.34", "333333.33", "333333.33"]),
            ("1000000.01", ["333333.34", "333333.34", "333333.33"]),
            ("1000000.02", ["333333.34", "333333.34", "333333.34"]),
            ("0.01", ["0.01", "0.00", "0.00"]),
            ("100", ["33.34", "33.33", "33.33"]),
            ("1E+2", ["33.34", "33.33", "33.33"]),
        ],
    )
    def test_cents_left_go_to_the_earlier_years(self, budget, expected):
        """What does not divide by three goes a cent each to the earlier years."""
        call = evolve(CALL, budget=Decimal(budget), readings=TOGETHER)
        assert [str(call.budget_for(year)) for year in call.plan_years] == expected

    @given(st.integers(1, 10**18), st.sets(st.integers(2000, 2100), min_size=1, max_size=9))
    def test_the_years_add_up_exactly(self, cents, years):
        """Over the plan years nothing is lost, and no two differ by more than a cent."""
        call = evolve(
            CALL,
            budget=Decimal(cents).scaleb(-2),
            plan_years=sorted(years),
            readings=TOGETHER,
        )
        parts = [int(call.budget_for(year) * 100) for year in call.plan_years]
        assert sum(parts) == cents
        assert parts == sorted(parts, reverse=True)
        assert parts[0] - parts[-1] <= 1

    def test_the_decimal_context_does_not_matter(self):
        """Under a context of three digits the amounts are the same."""
        call = evolve(CALL, budget=Decimal("1234567.89"), readings=TOGETHER)
        expected = [call.budget_for(year) for year in call.plan_years]
        with localcontext() as context:
            context.prec = 3
            assert [call.budget_for(year) for year in call.plan_years] == expected
        assert [str(amount) for amount in expected] == ["411522.63"] * 3

    @pytest.mark.parametrize("readings", [Readings(), TOGETHER])
    @pytest.mark.parametrize("year", [2022, 2026, 0, True, None, "2023"])
    def test_another_year_is_refused(self, year, readings):
        """A year that is no plan year has no budget, and the error says which ones have."""
        with pytest.raises(YearOutsideCall) as caught:
            evolve(CALL, readings=readings).budget_for(year)
        error = caught.value
        assert error.year is year
        assert error.plan_years == (2023, 2024, 2025)

    def test_the_year_1_is_not_true(self):
        """True is no year, even of a call for the year 1."""
        with pytest.raises(YearOutsideCall):
            evolve(CALL, plan_years=(1, 2)).budget_for(True)  # noqa: FBT003


class TestAnotherCall:
    """Another call is another value."""

    def test_evolved(self):
        """What is changed is changed, and the call of record is as it was."""
        other = evolve(
            CALL,
            id="next",
            budget=Decimal("2225000.00"),
            plan_years=[2026, 2027],
            keys={EQUAL_PARTS: Fraction(1)},
            minimum_inhabitants=1,
            partnership_forms=[LegalForm.PROJECT_ASSOCIATION],
            channels=iter([SubmissionChannel.PLATOS]),
        )
        assert other != CALL
        assert other.budget_for(2027) == Decimal("2225000.00")
        assert other.plan_years == (2026, 2027)
        assert other.keys == FrozenMap({EQUAL_PARTS: Fraction(1)})
        assert other.partnership_forms == frozenset({LegalForm.PROJECT_ASSOCIATION})
        assert other.channels == frozenset({SubmissionChannel.PLATOS})
        assert CALL.budget == Decimal("3000000.00")

    def test_it_is_a_value(self):
        """It hashes, compares, pickles and copies, and cannot be changed."""
        assert len({CALL, evolve(CALL), evolve(CALL, id="x")}) == 2
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(CALL, protocol))  # noqa: S301
            assert again == CALL
            assert hash(again) == hash(CALL)
        assert copy.deepcopy(CALL) == copy.copy(CALL) == CALL
        for value, name in ((CALL, "budget"), (CALL.sources["budget"], "unit")):
            with pytest.raises(FrozenInstanceError):
                setattr(value, name, None)

    def test_only_by_name(self):
        """A parameter without its name is refused."""
        with pytest.raises(TypeError, match="positional"):
            OpenCall("x")

    @pytest.mark.parametrize("name", [each for each in FIELDS if each not in WITHOUT_SOURCE])
    def test_no_parameter_has_a_default(self, name):
        """Every number and date is said, none is assumed."""
        values = {each: getattr(CALL, each) for each in FIELDS if each != name}
        with pytest.raises(TypeError, match=name):
            OpenCall(**values)

    @pytest.mark.parametrize("years", [(2023,), (2023, 2025), (1, 9999)])
    def test_years_may_leave_one_out(self, years):
        """Plan years follow each other in time, not necessarily one by one."""
        assert evolve(CALL, plan_years=years).plan_years == years

    @pytest.mark.parametrize(
        "budget", ["0.01", "1", "1.5", "3000000.00", "1E+3", "99999999999999999999.99"]
    )
    def test_budgets(self, budget):
        """A budget is any positive amount in whole cents, kept as it is given."""
        assert evolve(CALL, budget=Decimal(budget)).budget == Decimal(budget)

    def test_a_key_may_be_zero(self):
        """A key with nothing to divide is a key; only less than nothing is refused."""
        keys = {WORKING_AGE: Fraction(0), EQUAL_PARTS: Fraction(1)}
        assert evolve(CALL, keys=keys).keys == FrozenMap(keys)


class TestMalformed:
    """Every malformed field has an error of its own, with its data."""

    @pytest.mark.parametrize(
        ("name", "value", "field", "expected"),
        [
            ("id", 1, "OpenCall.id", "text"),
            ("plan_years", 2023, "a collection", "several values"),
            ("plan_years", "2023-2025", "a collection", "several values"),
            ("budget", 3_000_000, "budget", "a Decimal of euros"),
            ("budget", 3e6, "budget", "a Decimal of euros"),
            ("budget", "3000000.00", "budget", "a Decimal of euros"),
            ("budget", None, "budget", "a Decimal of euros"),
            ("minimum_inhabitants", 60000.0, "minimum_inhabitants", "a whole number"),
            ("minimum_inhabitants", True, "minimum_inhabitants", "a whole number"),
            ("minimum_inhabitants", None, "minimum_inhabitants", "a whole number"),
            ("minimum_actions", "1", "minimum_actions", "a whole number"),
            ("minimum_members", 2.0, "minimum_members", "a whole number"),
            ("minimum_members_welfare", False, "minimum_members_welfare", "a whole number"),
            ("partnership_forms", 1, "a collection", "several values"),
            ("channels", "Platos", "a collection", "several values"),
            ("order_date", NOON, "OpenCall.order_date", "a date without a time"),
            ("order_in_force", "2023-01-01", "OpenCall.order_in_force", "a date without a time"),
            ("new_fit_deadline", None, "OpenCall.new_fit_deadline", "a date without a time"),
            ("existing_fit_deadline", 1, "OpenCall.existing_fit_deadline", "a date without a time"),
            (
                "region_decree_in_force",
                NOON,
                "OpenCall.region_decree_in_force",
                "a date without a time",
            ),
            ("checked_on", NOON, "OpenCall.checked_on", "a date without a time"),
            ("readings", None, "OpenCall.readings", "Readings"),
        ],
    )
    def test_a_wrong_type(self, name, value, field, expected):
        """The error names the field, what was expected, and what came."""
        with pytest.raises(WrongType) as caught:
            evolve(CALL, **{name: value})
        error = caught.value
        assert (error.field, error.expected) == (field, expected)
        assert error.value is value

    @pytest.mark.parametrize(
        ("name", "value", "field", "expected", "wrong"),
        [
            ("plan_years", (2023, "2024"), "plan_years", "a whole number", "2024"),
            ("plan_years", (True,), "plan_years", "a whole number", True),
            (
                "partnership_forms",
                {"gemeente"},
                "OpenCall.partnership_forms",
                "LegalForm members",
                "gemeente",
            ),
            ("channels", ["Platos"], "OpenCall.channels", "SubmissionChannel members", "Platos"),
            (
                "keys",
                {"werkzoekenden": Fraction(1)},
                "keys",
                "a Fraction for each AllocationKey",
                ("werkzoekenden", Fraction(1)),
            ),
            (
                "keys",
                {EQUAL_PARTS: 1},
                "keys",
                "a Fraction for each AllocationKey",
                (EQUAL_PARTS, 1),
            ),
        ],
    )
    def test_a_wrong_type_inside(self, name, value, field, expected, wrong):
        """Of several values it is the wrong one that is named."""
        with pytest.raises(WrongType) as caught:
            evolve(CALL, **{name: value})
        error = caught.value
        assert (error.field, error.expected, error.value) == (field, expected, wrong)

    @pytest.mark.parametrize(
        "name",
        ["minimum_inhabitants", "minimum_actions", "minimum_members", "minimum_members_welfare"],
    )
    @pytest.mark.parametrize("value", [0, -1])
    def test_a_lower_bound_is_at_least_1(self, name, value):
        """A bound of nothing is no bound."""
        with pytest.raises(WrongValue) as caught:
            evolve(CALL, **{name: value})
        error = caught.value
        assert (error.field, error.value) == (name, value)
        assert error.expected == "a whole number of at least 1"
        assert getattr(evolve(CALL, **{name: 1}), name) == 1

    @pytest.mark.parametrize("years", [(), (2023, 2023), (2024, 2023), (2023, 2025, 2024)])
    def test_years_out_of_order(self, years):
        """Years that do not increase, or none at all, are no plan years."""
        with pytest.raises(WrongValue) as caught:
            evolve(CALL, plan_years=years)
        error = caught.value
        assert (error.field, error.value) == ("plan_years", years)
        assert error.expected == "one or more years, each after the one before"

    def test_a_year_is_at_least_1(self):
        """There is no year 0."""
        with pytest.raises(WrongValue) as caught:
            evolve(CALL, plan_years=(0,))
        assert (caught.value.field, caught.value.value) == ("plan_years", 0)

    @pytest.mark.parametrize(
        "budget", ["0", "0.00", "-0.01", "0.001", "1.234", "NaN", "sNaN", "Infinity", "-Infinity"]
    )
    def test_a_budget_that_is_no_amount(self, budget):
        """Nothing, less than nothing, parts of a cent and no number are refused."""
        with pytest.raises(InvalidBudget) as caught:
            evolve(CALL, budget=Decimal(budget))
        assert str(caught.value.budget) == budget

    @pytest.mark.parametrize(
        ("keys", "total"),
        [
            ({}, Fraction(0)),
            ({EQUAL_PARTS: Fraction(99, 100)}, Fraction(99, 100)),
            ({EQUAL_PARTS: Fraction(1), JOB_SEEKERS: Fraction(1, 10**9)}, 1 + Fraction(1, 10**9)),
            ({EQUAL_PARTS: Fraction(3, 2), JOB_SEEKERS: Fraction(-1, 2)}, Fraction(1)),
        ],
    )
    def test_keys_that_are_not_exactly_one(self, keys, total):
        """Keys add up to exactly 1 and none takes away; the error tells what they add up to."""
        with pytest.raises(InvalidKeys) as caught:
            evolve(CALL, keys=keys)
        assert caught.value.total == total
        assert type(caught.value.total) is Fraction

    def test_an_empty_id(self):
        """A call without a name is refused."""
        with pytest.raises(EmptyId) as caught:
            evolve(CALL, id=" ")
        assert caught.value.kind == "OpenCall"


@cache
def literals(path):
    """Return the numbers, dates and texts that a module spells out, docstrings left out."""
    return tuple(_spelt_out(path))


def _spelt_out(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docs:
            yield node.value
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            parts = [part.value for part in node.args if isinstance(part, ast.Constant)]
            if name == "date" and [type(part) for part in parts] == [int, int, int]:
                yield date(*parts)


#: A number or date of the text, however it may be spelt.
OF_THE_TEXT = [
    {60_000, "60000", "60_000", "60.000", "60,000"},
    {3_000_000, 300_000_000, "3000000", "3000000.00", "3.000.000", "3,000,000"},
    {date(2023, 1, 1), "2023-01-01", "1/1/2023"},
    {date(2026, 1, 1), "2026-01-01", "1/1/2026"},
    {date(2022, 4, 29), "2022-04-29", "29 april 2022", "29 April 2022"},
]
SOURCE = Path(wselr_rules.__file__).parent
#: Without the cases, which ask the rules about these numbers, as tests do: that they do not follow
#: a number of the call that is wrong is what they are for.
MODULES = [path for path in sorted(SOURCE.rglob("*.py")) if path.parent.name != "conformance"]


class TestOnce:
    """No number of the text stands in two places of the package, the cases put to it aside."""

    @pytest.mark.parametrize("spelt", OF_THE_TEXT, ids=lambda spelt: str(sorted(map(str, spelt))))
    def test_only_in_the_law(self, spelt):
        """Each stands in ``law/call.py`` or, if it is a day of an act, in ``law/citations.py``."""
        holders = {
            str(path.relative_to(SOURCE))
            for path in MODULES
            for literal in literals(path)
            if type(literal) in {int, str, date} and literal in spelt
        }
        assert holders
        assert holders <= {"law/call.py", "law/citations.py"}

    @pytest.mark.parametrize("spelt", OF_THE_TEXT[:2], ids=["inhabitants", "budget"])
    def test_in_one_place(self, spelt):
        """The bound and the budget are written once."""
        found = [
            literal
            for path in MODULES
            for literal in literals(path)
            if type(literal) in {int, str} and literal in spelt
        ]
        assert len(found) == 1

    @pytest.mark.parametrize("words", ["60.000", "60,000", "3.000.000", "3,000,000", "1/1/202"])
    def test_no_sentence_of_ours_spells_a_number_of_the_text(self, words):
        """A message takes its numbers from the call; only quotes of the ledger hold them."""
        holders = {
            str(path.relative_to(SOURCE))
            for path in MODULES
            for literal in literals(path)
            if isinstance(literal, str) and words in literal
        }
        assert holders <= {"law/ledger.py"}


class TestMalformedMappings:
    """Keys and sources are refused with an error of ours, whatever they are."""

    @pytest.mark.parametrize("wrong", [5, None, "abc", [([], 1)], [1]])
    @pytest.mark.parametrize("name", ["keys", "sources"])
    def test_no_mapping(self, name, wrong):
        """What is neither a mapping nor pairs is a wrong type."""
        with pytest.raises(WrongType):
            evolve(OPEN_CALL_2023_2025, **{name: wrong})

    def test_a_key_that_stands_twice(self):
        """Of two fractions for one key neither is silently dropped."""
        half = Fraction(1, 2)
        twice = [(AllocationKey.JOB_SEEKERS, half), (AllocationKey.JOB_SEEKERS, Fraction(1))]
        with pytest.raises(WrongValue) as caught:
            evolve(OPEN_CALL_2023_2025, keys=twice)
        assert caught.value.value == (AllocationKey.JOB_SEEKERS,) * 2

    def test_a_source_that_is_none(self):
        """A source is a Source."""
        with pytest.raises(WrongType) as caught:
            evolve(OPEN_CALL_2023_2025, sources={"budget": 3})
        assert str(caught.value) == "sources: expected a Source for each field, got 3"

    def test_a_source_of_no_field(self):
        """A source belongs to a field of the call."""
        source = OPEN_CALL_2023_2025.sources["budget"]
        with pytest.raises(WrongValue) as caught:
            evolve(OPEN_CALL_2023_2025, sources={"colour": source})
        assert str(caught.value) == "sources: expected names of fields of the call, got 'colour'"

    @pytest.mark.parametrize(
        "wrong",
        [
            {"unit": 1},
            {"since": "x"},
            {"until": 5},
            {"sentences": "S01"},
            {"sentences": [1]},
            {"readings": [1]},
        ],
    )
    def test_a_malformed_source(self, wrong):
        """Each field of a source is of its type."""
        with pytest.raises(WrongType):
            evolve(OPEN_CALL_2023_2025.sources["budget"], **wrong)

    def test_a_source_is_valid_for_a_day_at_least(self):
        """The last day of a source may be its first, and not the one before."""
        source = OPEN_CALL_2023_2025.sources["budget"]
        assert evolve(source, until=source.since).until == source.since
        day_before = source.since - timedelta(days=1)
        with pytest.raises(PeriodEndsBeforeItBegins) as caught:
            evolve(source, until=day_before)
        error = caught.value
        assert (error.kind, error.since, error.until) == ("Source", source.since, day_before)

    @pytest.mark.parametrize("year", [2023.0, Decimal(2023), "2023", True])
    def test_a_year_is_a_whole_number(self, year):
        """What only equals a plan year is none."""
        with pytest.raises(YearOutsideCall):
            OPEN_CALL_2023_2025.budget_for(year)

    @pytest.mark.parametrize("digits", [30, 31, 999_999])
    def test_a_budget_beyond_all_measure(self, digits):
        """A budget of more than thirty digits is refused before anything reckons with it."""
        largest = Decimal("9" * 30)
        assert evolve(OPEN_CALL_2023_2025, budget=largest).budget == largest
        with pytest.raises(InvalidBudget):
            evolve(OPEN_CALL_2023_2025, budget=Decimal(f"1E+{digits}"))


def test_equal_calls_have_their_keys_in_one_order():
    """Cents follow the order of the keys, so it is that of the terms, however they are given."""
    keys = OPEN_CALL_2023_2025.keys
    turned = evolve(OPEN_CALL_2023_2025, keys=list(keys.items())[::-1])
    assert turned == OPEN_CALL_2023_2025
    assert list(turned.keys) == list(keys) == list(AllocationKey)
