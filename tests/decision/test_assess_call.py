"""A decision on a whole call, and the division among the approved."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import pytest
from attrs import evolve
from hypothesis import given, settings
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    CALL,
    LIMBURG,
    QUIET,
    UNKNOWN,
    applies,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.decision import assess, assess_call
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility.finding import Missing
from wselr_rules.errors import (
    ApprovalNotRead,
    DateOutsideCall,
    UnknownApplications,
    WrongType,
    YearOutsideCall,
    ZeroKeyTotal,
)
from wselr_rules.law.readings import Approval, DoubleClaim, ZeroKey
from wselr_rules.law.terms import AllocationKey

NAMED = reading(approval=Approval.NAMED)
#: Working-age population and job seekers of the three of the text.
THREE = ((60_000, 3_000), (30_000, 2_000), (10_000, 1_000))


def beneficiary(number, working_age, job_seekers, **facts):
    """Return an application of 100,000 inhabitants with these counts."""
    people = {"working_age_population": working_age, "job_seekers": job_seekers}
    members = (
        town(f"9{number}001", inhabitants=100_000, **people),
        town(f"9{number}002", inhabitants=0),
    )
    return applies(verband(*members, id=f"R{number}"), **facts)


def three(**of_the_third):
    """Return the three of the text, the third with these facts."""
    first, second, third = (beneficiary(n, *counts) for n, counts in enumerate(THREE))
    return first, second, evolve(third, **of_the_third)


def assessed(*applications, on=QUIET, call=CALL, year=2025, complete=True, **approved):
    """Return the assessment of a call with these applications."""
    portfolio = Portfolio(applications, complete=complete)
    return assess_call(portfolio, on=on, call=call, year=year, **approved)


def amounts(result):
    """Return the amounts by beneficiary."""
    return {grant.beneficiary_id: str(grant.amount) for grant in result.allocation.grants}


class TestDivision:
    """Who is eligible divides the budget."""

    def test_the_three_of_the_text(self):
        """1,420,000, 960,000 and 620,000, of which the whole is 3,000,000."""
        result = assessed(*three())
        assert amounts(result) == {"R0": "1420000.00", "R1": "960000.00", "R2": "620000.00"}
        assert not result.is_provisional
        assert result.allocation.verify()

    def test_counts_of_the_members_of_the_day_are_added(self):
        """What counts is the territory on the assessed day: both members, and no past one."""
        first, second, third = three()
        (large, empty) = third.regieverband.memberships
        split = [
            evolve(large, municipality=evolve(large.municipality, working_age_population=4_000)),
            evolve(
                empty,
                municipality=evolve(
                    empty.municipality, inhabitants=9_000, working_age_population=6_000
                ),
            ),
        ]
        body = evolve(third.regieverband, memberships=split)
        result = assessed(first, second, evolve(third, regieverband=body))
        assert amounts(result)["R2"] == "620000.00"

    def test_a_refusal_raises_every_other_share(self):
        """Without the third, refused for its channel, the others get 1,760,000 and 1,240,000."""
        before, after = assessed(*three()), assessed(*three(channels=()))
        assert amounts(after) == {"R0": "1760000.00", "R1": "1240000.00"}
        for id, amount in amounts(after).items():
            assert Decimal(amount) > before.allocation[id].amount
        assert after.eligible == ("R0", "R1")
        assert after["R2"].refusals[0].criterion == "channel"

    def test_none_eligible_is_no_error(self):
        """Nobody may be approved: no allocation, and nothing is provisional about it."""
        result = assessed(*(evolve(each, channels=()) for each in three()))
        assert result.allocation is None
        assert result.eligible == ()
        assert not result.is_provisional
        assert assessed().decisions == ()

    def test_a_key_that_is_zero_for_all_is_an_error(self):
        """No job seekers at all: the text gives no rule, unless one is chosen (I12)."""
        nobody = [beneficiary(n, 1_000, 0) for n in range(2)]
        zero = [evolve(each, regieverband=_without_job_seekers(each)) for each in nobody]
        with pytest.raises(ZeroKeyTotal):
            assessed(*zero)
        result = assessed(*zero, call=reading(zero_key=ZeroKey.EQUAL_PARTS))
        assert amounts(result) == {"R0": "1500000.00", "R1": "1500000.00"}

    def test_decisions_and_grants_come_in_order_of_id(self):
        """Whatever the order of the input."""
        for order in permutations(three()):
            result = assessed(*order)
            assert [each.application_id for each in result.decisions] == ["R0", "R1", "R2"]
            assert list(amounts(result)) == ["R0", "R1", "R2"]
            assert result == assessed(*three())

    def test_an_assessment_is_looked_through(self):
        """It gives its decisions in order, and knows the ids of the applications."""
        result = assessed(*three())
        assert list(result) == list(result.decisions)
        assert "R0" in result
        assert "nobody" not in result

    def test_a_decision_is_that_of_assess(self):
        """The call decides on each application what assess decides on it alone."""
        applications = three(plan=None)
        result = assessed(*applications)
        portfolio = Portfolio(applications, complete=True)
        for each in applications:
            decision = assess(each, on=QUIET, call=CALL, portfolio=portfolio)
            assert result[each.id] == decision
        assert [each.application_id for each in result] == ["R0", "R1", "R2"]
        assert "R2" in result
        assert "R9" not in result
        with pytest.raises(KeyError, match="R9"):
            result["R9"]


def _without_job_seekers(application):
    body = application.regieverband
    members = [
        evolve(each, municipality=evolve(each.municipality, job_seekers=0))
        for each in body.memberships
    ]
    return evolve(body, memberships=members)


class TestProvisional:
    """Amounts are provisional as long as something not known can change them."""

    def test_while_one_is_undecided(self):
        """The third through an unknown channel: the others divide, and wait for it."""
        result = assessed(*three(channels=None))
        assert amounts(result) == {"R0": "1760000.00", "R1": "1240000.00"}
        assert result.is_provisional
        assert result.undecided == ("R2",)
        assert result["R2"].verdict is UNKNOWN

    @pytest.mark.parametrize("complete", [False, None])
    def test_while_not_all_applications_are_known(self, complete):
        """Nobody is decided, and the fact that is missing is named."""
        result = assessed(*three(), complete=complete)
        assert result.allocation is None
        assert result.undecided == ("R0", "R1", "R2")
        assert result.missing == (Missing("complete", "portfolio.complete", CALL.id),)

    def test_while_all_known_ones_are_refused_but_others_may_come(self):
        """Every known one is refused; others may still be approved: provisional."""
        result = assessed(*(evolve(each, channels=()) for each in three()), complete=False)
        assert result.undecided == ()
        assert result.is_provisional

    def test_unknown_counts_of_a_beneficiary(self):
        """Without them nothing can be divided: no allocation, and the paths are named."""
        first, second, third = three()
        (large, empty) = third.regieverband.memberships
        unknown = evolve(large.municipality, working_age_population=None, job_seekers=None)
        body = evolve(third.regieverband, memberships=[evolve(large, municipality=unknown), empty])
        result = assessed(first, second, evolve(third, regieverband=body))
        assert result.allocation is None
        assert result.eligible == ("R0", "R1", "R2")
        path = "portfolio.applications[2].regieverband.memberships[0].municipality"
        assert [each.path for each in result.missing] == [
            f"{path}.working_age_population",
            f"{path}.job_seekers",
        ]
        assert result.is_provisional

    def test_unknown_counts_of_one_that_is_refused_do_not_matter(self):
        """They are not asked for, and the others divide for good."""
        first, second, third = three(channels=())
        (large, empty) = third.regieverband.memberships
        unknown = evolve(large.municipality, job_seekers=None)
        body = evolve(third.regieverband, memberships=[evolve(large, municipality=unknown), empty])
        result = assessed(first, second, evolve(third, regieverband=body))
        assert amounts(result) == {"R0": "1760000.00", "R1": "1240000.00"}
        assert not result.is_provisional

    def test_unknown_counts_behind_one_that_is_refused(self):
        """The first is refused, and the count that is not known of the second is asked for."""
        first, second = beneficiary(0, 60_000, 3_000, channels=()), beneficiary(1, 30_000, None)
        (missing,) = assessed(first, second).missing
        assert missing.path.startswith("portfolio.applications[1].")
        assert (missing.fact, missing.subject) == ("job_seekers", "Town 91001 (91001)")

    def test_a_count_by_which_no_key_divides_is_not_asked(self):
        """A call with keys for working age and equal parts only does not read job seekers."""
        keys = {
            AllocationKey.WORKING_AGE_POPULATION: Fraction(1, 2),
            AllocationKey.JOB_SEEKERS: Fraction(0),
            AllocationKey.EQUAL_PARTS: Fraction(1, 2),
        }
        without = {key: part for key, part in keys.items() if part}
        one = beneficiary(0, 1_000, None)
        for call in (evolve(CALL, keys=keys), evolve(CALL, keys=without)):
            assert amounts(assessed(one, call=call)) == {"R0": "3000000.00"}


class TestConflicts:
    """Conflicts of the call as values."""

    def test_each_conflict_stands_once(self):
        """Two pairs of applications claim a town: two conflicts, each in both decisions."""
        pairs = [
            applies(verband(town(f"9{n}001"), town(f"9{n // 2}999"), id=f"R{n}")) for n in range(4)
        ]
        result = assessed(*pairs)
        assert [each.application_ids for each in result.conflicts] == [("R0", "R1"), ("R2", "R3")]
        for conflict in result.conflicts:
            for id in conflict.application_ids:
                assert result[id].conflicts == (conflict,)
        assert result.allocation is None

    def test_the_one_recognised_first_divides(self):
        """By I07 FIRST_RECOGNISED one of the two keeps the town, and gets the budget."""
        first = applies(verband(town("90001"), town("90002"), id="first"))
        later = applies(verband(town("90003"), town("90002"), id="later", recognised_on=NEVER))
        call = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        assert amounts(assessed(first, later, call=call)) == {"first": "3000000.00"}


class TestApproval:
    """Who is approved (I15)."""

    def test_named_and_eligible(self):
        """Only the named ones divide, if they are eligible too."""
        result = assessed(*three(channels=()), call=NAMED, approved=["R0", "R2"])
        assert amounts(result) == {"R0": "3000000.00"}
        assert not result.is_provisional

    def test_an_undecided_one_that_is_not_named_does_not_matter(self):
        """Nothing waits for an application that was not approved."""
        result = assessed(*three(channels=None), call=NAMED, approved=iter(["R1", "R0"]))
        assert amounts(result) == {"R0": "1760000.00", "R1": "1240000.00"}
        assert not result.is_provisional

    def test_nobody_named(self):
        """An empty list is known: nobody was approved, for good."""
        result = assessed(*three(), call=NAMED, approved=[])
        assert result.allocation is None
        assert not result.is_provisional

    def test_not_known_who(self):
        """Under this reading the approvals are a fact: not given is not known."""
        result = assessed(*three(), call=NAMED)
        assert result.allocation is None
        assert result.missing == (Missing("approved", "approved", CALL.id),)

    def test_approvals_that_no_reading_reads_are_refused(self):
        """By default every eligible one is approved; a list would not be read."""
        for approved in (["R0"], []):
            with pytest.raises(ApprovalNotRead):
                assessed(*three(), approved=approved)

    def test_an_approved_one_that_nobody_knows_is_refused(self):
        """Ids of no application are named, all of them."""
        with pytest.raises(UnknownApplications) as caught:
            assessed(*three(), call=NAMED, approved=["R0", "R8", "R7"])
        assert "R7" in str(caught.value)
        assert "R8" in str(caught.value)

    def test_a_text_is_no_list_of_ids(self):
        """A single id given as text is refused, not read letter by letter."""
        with pytest.raises(WrongType):
            assessed(*three(), call=NAMED, approved="R0")


class TestRefused:
    """What is malformed is an error."""

    def test_a_year_that_is_no_plan_year(self):
        """2022, 2026 and True are no plan years, also where nobody is eligible."""
        for year in (2022, 2026, True):
            with pytest.raises(YearOutsideCall):
                assessed(year=year)

    def test_a_day_of_no_rule(self):
        """A day after 2026 is refused."""
        with pytest.raises(DateOutsideCall):
            assessed(*three(), on=date(2027, 1, 1))


class TestWhole:
    """Over a whole call, whatever it holds."""

    @settings(max_examples=examples(50))
    @given(worlds.portfolios(), worlds.calls(), worlds.days())
    def test_only_who_is_eligible_gets_anything(self, portfolio, call, on):
        """Every grant is of an eligible application, and together they are the budget."""
        call = evolve(
            call,
            readings=evolve(
                call.readings, zero_key=ZeroKey.EQUAL_PARTS, approval=Approval.EVERY_ELIGIBLE
            ),
        )
        result = assess_call(portfolio, on=on, call=call, year=2024)
        if result.allocation is None:
            assert result.missing or not result.eligible
            return
        granted = [grant.beneficiary_id for grant in result.allocation.grants]
        assert tuple(granted) == result.eligible
        total = sum(grant.amount for grant in result.allocation.grants)
        assert total == call.budget_for(2024)

    def test_an_across_one_drops_out_in_2026(self):
        """Eligible on 31 December 2025 and not on 1 January 2026: the other then has it all."""
        across = applies(verband(*two_towns(reference_region=LIMBURG), id="across"))
        within = applies(verband(town("90003"), town("90004"), id="within"))
        on = (date(2025, 12, 31), date(2026, 1, 1))
        shares = [amounts(assessed(across, within, on=day)) for day in on]
        assert shares == [
            {"across": "1500000.00", "within": "1500000.00"},
            {"within": "3000000.00"},
        ]
