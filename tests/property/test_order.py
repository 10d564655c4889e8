"""The order in which things are told does not matter."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples, law
from tests.eligibility.stories import CALL, applies, finding, reading
from tests.property import facts

from wselr_rules.decision import assess_call
from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.membership import Derogation
from wselr_rules.eligibility.rules import PLAN
from wselr_rules.law.readings import PlanHolder, ZeroKey
from wselr_rules.law.terms import PolicyPriority

SHUFFLED = st.randoms(use_true_random=True)
EACH_MEMBER = reading(plan_holder=PlanHolder.EACH_MEMBER)
#: Code, years, and in whose plan.
ACTIONS = st.tuples(
    st.sampled_from([*PolicyPriority, "another code"]),
    st.sampled_from([{2022}, {2023}, {2024, 2025}, {2023, 2024, 2025, 2026}]),
    st.sampled_from(["90001", "90002", None]),
)
PERIODS = st.sampled_from(
    [
        Derogation(since, until)
        for since, until in combinations(sorted({date(2020, 1, 1), *worlds.TURNS}), 2)
    ]
)


def shuffled(values, chance):
    """Return the values in another order."""
    return chance.sample(values, len(values))


class TestOrder:
    """Whatever the order, the same verdicts, and the same facts are asked for."""

    @law
    @given(facts.PORTFOLIOS, SHUFFLED, facts.DAYS, facts.ANY_CALL)
    def test_of_memberships(self, portfolio, chance, on, call):
        """Of the members of an applicant."""
        members = portfolio.applications[0].regieverband.memberships
        other = facts.with_applicant(portfolio, memberships=shuffled(members, chance))
        assert facts.told(other, on, call) == facts.told(portfolio, on, call)

    @law
    @given(st.lists(ACTIONS, max_size=8), SHUFFLED, st.none() | st.just(EACH_MEMBER))
    def test_of_actions(self, kinds, chance, call):
        """Of the actions of a plan, also where each member needs its own."""
        actions = [Action(str(n), *kind, planned_by=by) for n, (*kind, by) in enumerate(kinds)]
        one, other = (
            finding(applies(plan=ActionPlan(order)), criterion=PLAN, call=call or CALL)
            for order in (actions, shuffled(actions, chance))
        )
        assert one.verdict is other.verdict
        assert one.arguments == other.arguments

    @law
    @given(facts.PORTFOLIOS, SHUFFLED, facts.DAYS, facts.ANY_CALL)
    def test_of_other_applications(self, portfolio, chance, on, call):
        """Of the other applications that are known."""
        first, *others = portfolio.applications
        other = evolve(portfolio, applications=[first, *shuffled(others, chance)])
        assert facts.told(other, on, call) == facts.told(portfolio, on, call)

    @law
    @given(facts.KNOWN, st.lists(PERIODS, max_size=3), SHUFFLED, facts.DAYS, facts.ANY_CALL)
    def test_of_deviations(self, portfolio, periods, chance, on, call):
        """Of the deviations from the region rule that were granted."""
        one, other = (
            facts.with_applicant(portfolio, derogations=order)
            for order in (periods, shuffled(periods, chance))
        )
        assert facts.told(other, on, call) == facts.told(one, on, call)

    @settings(max_examples=examples(50))
    @given(st.data(), worlds.portfolios(), worlds.days())
    def test_of_the_applications_of_a_call(self, data, portfolio, on):
        """The same decisions, conflicts and amounts, and facts missing but for their paths."""
        order = data.draw(st.permutations(portfolio.applications))
        call = reading(zero_key=ZeroKey.EQUAL_PARTS)
        one, other = (
            assess_call(each, on=on, call=call, year=2023)
            for each in (portfolio, evolve(portfolio, applications=order))
        )
        assert [each.verdict for each in one.decisions] == [e.verdict for e in other.decisions]
        assert one.conflicts == other.conflicts
        assert one.allocation == other.allocation
        assert one.undecided == other.undecided
        facts = [{(each.fact, each.subject) for each in result.missing} for result in (one, other)]
        assert facts[0] == facts[1]
