"""The least and the most that each application of a call can get while others are undecided."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from tests.eligibility.stories import CALL, MET, NOT_MET, QUIET, UNKNOWN, reading
from tests.scenarios.calls_told import beneficiary, three

from wselr_rules.domain.application import Portfolio
from wselr_rules.errors import (
    ApprovalNotRead,
    DateOutsideCall,
    InvalidBudget,
    UnknownApplications,
    WrongType,
    YearOutsideCall,
)
from wselr_rules.law.readings import Approval, BudgetPeriod, ZeroKey
from wselr_rules.law.terms import SubmissionChannel
from wselr_rules.scenarios import extremes
from wselr_rules.scenarios.margins import Range
from wselr_rules.scenarios.ranges import ranges

PLATOS = {SubmissionChannel.PLATOS}
NAMED = reading(approval=Approval.NAMED)


def ranged(*applications, on=QUIET, call=CALL, year=2024, complete=True, **approved):
    """Return the ranges of a call with these applications."""
    portfolio = Portfolio(applications, complete=complete)
    return ranges(portfolio, on=on, call=call, year=year, **approved)


def amounts(found):
    """Return the least and the most by application, as they are written."""
    return {each.application_id: (str(each.least), str(each.most)) for each in found}


class TestThree:
    """The three of the text, one or more of them undecided."""

    def test_all_decided(self):
        """Nothing is open: each gets what it gets."""
        found = ranged(*three())
        assert amounts(found) == {
            "R0": ("1420000.00", "1420000.00"),
            "R1": ("960000.00", "960000.00"),
            "R2": ("620000.00", "620000.00"),
        }
        assert all(each.is_certain for each in found)
        assert found.undecided == ()
        assert found.missing == ()
        assert (found.on, found.budget) == (QUIET, Decimal("3000000.00"))

    def test_one_undecided(self):
        """The third through a channel nobody told: with it 1,420,000, without it 1,760,000."""
        found = ranged(*three(channels=None))
        assert amounts(found) == {
            "R0": ("1420000.00", "1760000.00"),
            "R1": ("960000.00", "1240000.00"),
            "R2": ("0.00", "620000.00"),
        }
        assert [each.verdict for each in found] == [MET, MET, UNKNOWN]
        assert not any(each.is_certain for each in found)
        assert found.undecided == ("R2",)

    def test_a_refused_one(self):
        """It gets nothing, for certain, and the others share without it."""
        found = ranged(*three(channels=()))
        assert amounts(found) == {
            "R0": ("1760000.00", "1760000.00"),
            "R1": ("1240000.00", "1240000.00"),
            "R2": ("0.00", "0.00"),
        }
        assert found["R2"].verdict is NOT_MET
        assert found["R2"].is_certain

    def test_all_undecided(self):
        """Each may be the only one approved, and then gets all of it; or none of it."""
        found = ranged(*(evolve(each, channels=None) for each in three()))
        assert set(amounts(found).values()) == {("0.00", "3000000.00")}
        assert found.undecided == ("R0", "R1", "R2")

    def test_nobody(self):
        """A call without an application has no ranges."""
        found = ranged()
        assert tuple(found) == ()
        assert not found.leaves_some_out

    def test_found_by_id(self):
        """Ranges come in order of id, and are found by it."""
        found = ranged(*reversed(three()))
        assert [each.application_id for each in found] == ["R0", "R1", "R2"]
        assert "R1" in found
        assert "R9" not in found
        assert found["R1"].most == Decimal("960000.00")
        with pytest.raises(KeyError, match="R9"):
            found["R9"]

    def test_bounds(self, monkeypatch):
        """Where a search is broken off, what was found is a bound, and says so."""
        call = evolve(CALL, budget=Decimal("0.10"))
        nine = [beneficiary(n, 1, 1, channels=None if n > 1 else PLATOS) for n in range(9)]
        assert all(each.is_exact for each in ranged(*nine, call=call))
        monkeypatch.setattr(extremes, "MOST_DIVISIONS", 1)
        found = ranged(*nine, call=call)
        assert found["R0"] == Range("R0", MET, Decimal("0.01"), Decimal("0.05"), is_exact=False)

    def test_it_is_a_value(self):
        """It compares, hashes and pickles."""
        one, other = (ranged(*three(channels=None)) for _ in range(2))
        assert one == other
        assert hash(one) == hash(other)
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301


class TestNotKnown:
    """What is not known is told, and nothing is guessed."""

    def without_counts(self, **facts):
        """Return the third of the text without its number of job seekers."""
        *_, third = three(**facts)
        large, empty = third.regieverband.memberships
        unknown = evolve(large, municipality=evolve(large.municipality, job_seekers=None))
        return evolve(third, regieverband=evolve(third.regieverband, memberships=(unknown, empty)))

    def test_a_count_of_one_that_takes_part(self):
        """No amount is known, and the fact is named with its path."""
        first, second, _ = three()
        found = ranged(first, second, self.without_counts())
        assert set(amounts(found).values()) == {("None", "None")}
        path = "portfolio.applications[2].regieverband.memberships[0].municipality.job_seekers"
        assert [each.path for each in found.missing] == [path]

    def test_a_count_of_one_that_may_take_part(self):
        """Beside it no amount is known, but that it may get none itself."""
        first, second, _ = three()
        found = ranged(first, second, self.without_counts(channels=None))
        assert amounts(found) == {
            "R0": ("None", "None"),
            "R1": ("None", "None"),
            "R2": ("0.00", "None"),
        }
        assert not found["R2"].is_certain

    def test_a_count_of_one_that_is_refused(self):
        """It is not asked for."""
        first, second, _ = three()
        found = ranged(first, second, self.without_counts(channels=()))
        assert amounts(found)["R0"] == ("1760000.00", "1760000.00")
        assert found.missing == ()

    @pytest.mark.parametrize("complete", [False, None])
    def test_other_applications(self, complete):
        """Nobody is decided; those that are not known can lower every amount."""
        found = ranged(*three(), complete=complete)
        assert found.complete is complete
        assert [each.fact for each in found.missing] == ["complete"]
        assert set(amounts(found).values()) == {("0.00", "3000000.00")}


class TestNoRule:
    """Decisions for which the text gives no rule do not count (I12)."""

    def test_one_has_all_the_job_seekers(self):
        """Without the second, that is undecided, nobody has any: its approval is all that counts.

        Then the first gets its part of working age, 600,000, and 600,000 in equal parts.
        """
        first, second = beneficiary(0, 1_000, 0), beneficiary(1, 1_000, 500, channels=None)
        found = ranged(first, second)
        assert amounts(found) == {"R0": ("1200000.00", "1200000.00"), "R1": ("0.00", "1800000.00")}
        assert found.leaves_some_out

    def test_nobody_has_any(self):
        """No decision can be divided after: amounts are not known, but that of a refusal."""
        found = ranged(beneficiary(0, 1_000, 0), beneficiary(1, 1_000, 0, channels=None))
        assert amounts(found) == {"R0": ("None", "None"), "R1": ("0.00", "None")}
        assert found.leaves_some_out

    def test_with_a_rule(self):
        """By I12 equal parts every decision counts."""
        applications = beneficiary(0, 1_000, 0), beneficiary(1, 1_000, 500, channels=None)
        found = ranged(*applications, call=reading(zero_key=ZeroKey.EQUAL_PARTS))
        assert amounts(found)["R0"] == ("1200000.00", "3000000.00")
        assert not found.leaves_some_out


class TestApproval:
    """Who is approved (I15)."""

    def test_named(self):
        """Only who is named can get anything; an undecided one that is named may.

        Beside it the first has 6/7 of 1,200,000, 3/4 of 600,000 and half of 1,200,000.
        """
        found = ranged(*three(channels=None), call=NAMED, approved=iter(["R0", "R2"]))
        assert amounts(found) == {
            "R0": ("2078571.43", "3000000.00"),
            "R1": ("0.00", "0.00"),
            "R2": ("0.00", "921428.57"),
        }
        assert found.undecided == ("R2",)

    def test_not_known_who(self):
        """Everyone who may be eligible may be approved or not."""
        first, second, third = three(channels=())
        found = ranged(first, evolve(second, channels=None), third, call=NAMED)
        assert amounts(found) == {
            "R0": ("0.00", "3000000.00"),
            "R1": ("0.00", "3000000.00"),
            "R2": ("0.00", "0.00"),
        }
        assert found.undecided == ("R0", "R1")
        assert [each.fact for each in found.missing] == ["approved"]


class TestRefused:
    """What is malformed is an error."""

    def test_as_for_a_whole_call(self):
        """A day, a year, approvals that no reading reads, unknown or no list of ids."""
        with pytest.raises(DateOutsideCall):
            ranged(*three(), on=date(2027, 1, 1))
        with pytest.raises(YearOutsideCall):
            ranged(*three(), year=2026)
        with pytest.raises(ApprovalNotRead):
            ranged(*three(), approved=["R0"])
        with pytest.raises(UnknownApplications):
            ranged(*three(), call=NAMED, approved=["R9"])
        with pytest.raises(WrongType):
            ranged(*three(), call=NAMED, approved="R0")

    def test_a_year_without_a_cent(self):
        """One cent for all years leaves none to the last (I10), also where all is undecided."""
        call = evolve(reading(budget_period=BudgetPeriod.ALL_YEARS), budget=Decimal("0.01"))
        assert amounts(ranged(beneficiary(0, 1, 1), call=call, year=2023)) == {
            "R0": ("0.01", "0.01")
        }
        for channels in (None, PLATOS):
            with pytest.raises(InvalidBudget):
                ranged(beneficiary(0, 1, 1, channels=channels), call=call, year=2025)
