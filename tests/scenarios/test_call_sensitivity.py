"""What another reading changes in a whole call: verdicts and amounts, before and after."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    CALL,
    MET,
    NOT_MET,
    QUIET,
    UNKNOWN,
    applies,
    reading,
    town,
    verband,
)
from tests.scenarios.calls_told import beneficiary, known, three
from tests.scenarios.sensitive import across

from wselr_rules.decision import assess, assess_call
from wselr_rules.domain.application import Portfolio
from wselr_rules.errors import (
    ApprovalNotRead,
    DateOutsideCall,
    UnknownApplications,
    YearOutsideCall,
)
from wselr_rules.law.readings import INTERPRETATIONS, Approval, BudgetPeriod, NewDeadline, ZeroKey
from wselr_rules.scenarios.choices import Choice, Obstacle, Outcome
from wselr_rules.scenarios.sensitivity import sensitivity

NAMED = reading(approval=Approval.NAMED)


def sensitive(*applications, on=QUIET, call=CALL, year=2024, complete=True, **approved):
    """Return what turns on readings in a call with these applications."""
    portfolio = Portfolio(applications, complete=complete)
    return sensitivity(portfolio, on=on, call=call, year=year, **approved)


def effects(found):
    """Return by other reading what it changes for whom, in words of the test."""
    return {
        f"{effect.choice.interpretation_id} {effect.choice.chosen}": {
            shift.application_id: (told(shift.before), told(shift.after)) for shift in effect.shifts
        }
        for effect in found.effects
    }


def told(outcome):
    """Return an outcome as short as it goes."""
    if outcome.obstacle is not None:
        return outcome.obstacle
    return outcome.verdict if outcome.amount is None else str(outcome.amount)


class TestAmounts:
    """Readings that are about money."""

    def test_the_budget_of_all_years(self):
        """By I10 all years the three of the text get a third of it, the cents exact."""
        found = effects(sensitive(*three()))
        assert found["I10 all-years"] == {
            "R0": ("1420000.00", "473333.33"),
            "R1": ("960000.00", "320000.00"),
            "R2": ("620000.00", "206666.67"),
        }

    def test_cents(self):
        """By I11 each pot on its own three alike get 0.04, 0.03 and 0.03 of 0.10, or otherwise."""
        call = evolve(CALL, budget=Decimal("0.10"))
        alike = [beneficiary(number, 1, 1) for number in range(3)]
        found = effects(sensitive(*alike, call=call))
        for shifts in found["I11 per-pot"].values():
            before, after = map(Decimal, shifts)
            assert abs(before - after) == Decimal("0.01")

    def test_a_key_that_is_zero_for_all(self):
        """Without a job seeker nothing can be divided, unless in equal parts (I12)."""
        nobody = [beneficiary(number, 1_000, 0) for number in range(2)]
        refused = beneficiary(2, 1_000, 5, channels=())
        assert effects(sensitive(*nobody, refused))["I12 equal-parts"] == {
            "R0": (Obstacle.ZERO_KEY, "1500000.00"),
            "R1": (Obstacle.ZERO_KEY, "1500000.00"),
        }
        mended = sensitive(*nobody, call=reading(zero_key=ZeroKey.EQUAL_PARTS))
        assert effects(mended)["I12 error"]["R0"] == ("1500000.00", Obstacle.ZERO_KEY)

    def test_a_year_without_a_cent(self):
        """Two cents for all years together (I10) leave none to the third."""
        call = evolve(CALL, budget=Decimal("0.02"))
        found = effects(sensitive(beneficiary(0, 1, 1), call=call, year=2025))
        assert found == {"I10 all-years": {"R0": ("0.02", Obstacle.NO_BUDGET)}, **_plan(found)}
        together = evolve(
            call, readings=evolve(call.readings, budget_period=BudgetPeriod.ALL_YEARS)
        )
        found = effects(sensitive(beneficiary(0, 1, 1), call=together, year=2025))
        assert found["I10 each-year"] == {"R0": (Obstacle.NO_BUDGET, "0.02")}


def _plan(found):
    """Return the effect of I14, on which every plan of these tests turns."""
    return {name: shifts for name, shifts in found.items() if name.startswith("I14")}


class TestVerdicts:
    """Readings that change who is eligible, and so what every other one gets."""

    def test_one_more_lowers_the_others(self):
        """Across two regions on the deadline, refused: by I04 it divides too."""
        within = applies(verband(town("90003"), town("90004"), id="within"))
        found = effects(sensitive(across(id="across"), within, on=date(2026, 1, 1)))
        assert found["I04 day-after"] == {
            "across": (NOT_MET, "1500000.00"),
            "within": ("3000000.00", "1500000.00"),
        }

    def test_each_application_over_all_readings(self):
        """For each application, in order of id, what assess and all choices make of it."""
        applications = across(id="b"), applies(verband(town("90003"), id="a"), channels=())
        found = sensitive(*applications, on=date(2026, 1, 1))
        assert found.on == date(2026, 1, 1)
        assert [each.application_id for each in found] == ["a", "b"]
        assert found["a"].is_same_under_every_reading
        assert found["b"].readings == ("I04",)
        for each in applications:
            alone = sensitivity(
                each, on=date(2026, 1, 1), call=CALL, portfolio=known(*applications)
            )
            assert found[each.id] == alone
        assert "a" in found
        assert "c" not in found
        with pytest.raises(KeyError, match="'c'"):
            found["c"]

    def test_provisional(self):
        """While one is undecided, amounts can change."""
        assert sensitive(*three(channels=None)).is_provisional
        assert not sensitive(*three()).is_provisional

    def test_nothing_turns(self):
        """Where nobody is eligible under any reading, no reading has an effect."""
        found = sensitive(*(evolve(each, channels=()) for each in three()))
        assert found.effects == ()


class TestApproval:
    """I15 is read otherwise only if it is known whom that approves."""

    def test_left_out(self):
        """Without the approved ones the other reading is not tried, and that is said."""
        found = sensitive(*three())
        assert found.left_out == ("I15",)
        assert "I15 named" not in effects(found)

    def test_named(self):
        """With them, those not named lose their part."""
        found = sensitive(*three(), approved=iter(["R1", "R0"]))
        assert found.left_out == ()
        assert effects(found)["I15 named"] == {
            "R0": ("1420000.00", "1760000.00"),
            "R1": ("960000.00", "1240000.00"),
            "R2": ("620000.00", MET),
        }

    def test_the_other_way_round(self):
        """A call that reads the named ones: by I15 every eligible one divides."""
        found = sensitive(*three(), call=NAMED, approved=["R0", "R1"])
        assert effects(found)["I15 every-eligible"]["R2"] == (MET, "620000.00")
        unknown = sensitive(*three(), call=NAMED)
        assert unknown.left_out == ()
        assert effects(unknown)["I15 every-eligible"]["R2"] == (MET, "620000.00")

    def test_an_obstacle_is_one_for_who_takes_part(self):
        """An eligible one that is not named loses nothing by a key that is zero for all."""
        nobody = [beneficiary(number, 1_000, 0) for number in range(2)]
        call = reading(approval=Approval.NAMED, zero_key=ZeroKey.EQUAL_PARTS)
        found = sensitive(*nobody, call=call, approved=["R0"])
        assert effects(found)["I12 error"] == {"R0": ("3000000.00", Obstacle.ZERO_KEY)}

    def test_a_year_without_a_cent_is_one_for_who_takes_part(self):
        """Nor does it lose anything by a year that gets no cent of the budget of all years."""
        two = [beneficiary(number, 1, 1) for number in range(2)]
        call = evolve(NAMED, budget=Decimal("0.02"))
        found = sensitive(*two, call=call, year=2025, approved=["R0"])
        assert effects(found)["I10 all-years"] == {"R0": ("0.02", Obstacle.NO_BUDGET)}

    def test_a_submission_before_the_call_is_one_for_who_takes_part(self):
        """Nor by another one that has no verdict by its day of submission."""
        early = evolve(beneficiary(0, 1, 1), submitted_on=date(2022, 4, 28))
        two = [evolve(beneficiary(number, 1, 1), submitted_on=QUIET) for number in (1, 2)]
        found = sensitive(early, *two, call=NAMED, approved=["R0", "R1"])
        obstacle = Obstacle.SUBMITTED_OUTSIDE_CALL
        assert effects(found)["I05 at-submission"] == {
            "R0": ("1500000.00", obstacle),
            "R1": ("1500000.00", obstacle),
        }


class TestNoAnswer:
    """A reading under which a call cannot be assessed is an outcome."""

    def test_a_submission_before_the_call(self):
        """Under I05 at-submission one has no verdict, so nothing can be divided."""
        early = evolve(beneficiary(0, 1, 1), submitted_on=date(2022, 4, 28))
        later = evolve(beneficiary(1, 1, 1), submitted_on=QUIET)
        refused = beneficiary(2, 1, 1, channels=(), submitted_on=QUIET)
        found = sensitive(early, later, refused)
        (effect,) = (each for each in found.effects if each.choice.chosen == "at-submission")
        assert effect.choice == Choice("I05", "at-submission", "from-the-day")
        shifts = {each.application_id: each for each in effect.shifts}
        obstacle = Obstacle.SUBMITTED_OUTSIDE_CALL
        assert shifts["R0"].after == Outcome(None, obstacle=obstacle)
        assert shifts["R1"].before == Outcome(MET, Decimal("1500000.00"))
        assert shifts["R1"].after == Outcome(MET, obstacle=obstacle)
        assert "R2" not in shifts
        read_so = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        assert sensitive(early, call=read_so)["R0"].outcome.obstacle is obstacle


class TestRefused:
    """What no reading can mend is an error."""

    def test_as_for_a_whole_call(self):
        """A day, a year, approved ones of no application."""
        with pytest.raises(DateOutsideCall):
            sensitive(*three(), on=date(2027, 1, 1))
        with pytest.raises(YearOutsideCall):
            sensitive(*three(), year=2022)
        with pytest.raises(UnknownApplications):
            sensitive(*three(), approved=["R9"])
        with pytest.raises(ApprovalNotRead):
            assess_call(known(*three()), on=QUIET, call=CALL, year=2024, approved=["R0"])


class TestWhole:
    """Over any call."""

    @settings(max_examples=examples(25))
    @given(worlds.portfolios(), worlds.calls(), worlds.days())
    def test_every_single_reading_is_tried(self, portfolio, call, on):
        """The effects are what differs between the call and the call read otherwise."""
        call = evolve(
            call,
            readings=evolve(
                call.readings, approval=Approval.EVERY_ELIGIBLE, zero_key=ZeroKey.EQUAL_PARTS
            ),
        )
        found = effects(sensitivity(portfolio, on=on, call=call, year=2023))
        before = outcomes(portfolio, on, call)
        expected = {}
        for each in INTERPRETATIONS:
            for option in type(each.default):
                if option in {getattr(call.readings, each.name), Approval.NAMED, ZeroKey.ERROR}:
                    continue
                read_so = evolve(call, readings=evolve(call.readings, **{each.name: option}))
                after = outcomes(portfolio, on, read_so)
                shifts = {id: (before[id], after[id]) for id in after if before[id] != after[id]}
                if shifts:
                    expected[f"{each.id} {option.value}"] = shifts
        found.pop("I12 error", None)
        assert found == expected


def outcomes(portfolio, on, call):
    """Return what comes of each application under the readings of a call."""
    assessment = assess_call(portfolio, on=on, call=call, year=2023)
    amounts = {each.beneficiary_id: str(each.amount) for each in assessment.allocation or ()}
    return {
        each.id: amounts.get(each.id, assess(each, on=on, call=call, portfolio=portfolio).verdict)
        for each in portfolio.applications
    }


def test_what_is_found_is_a_value():
    """It compares, hashes and pickles."""
    one, other = (sensitive(*three(channels=None)) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    assert one["R2"].outcome == Outcome(UNKNOWN)
