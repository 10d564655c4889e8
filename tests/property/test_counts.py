"""More of what the text asks for never does harm."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.drawing import law
from tests.eligibility.stories import MET, NOT_MET, PLAN, UNKNOWN
from tests.property import facts

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.law.terms import PolicyPriority, SubmissionChannel

#: From refused to approved.
ORDER = (NOT_MET, UNKNOWN, MET)
MORE = st.sampled_from([0, 1, 20_000, 20_001, 60_000])
ACTIONS = st.builds(
    Action,
    st.just("more"),
    st.sampled_from([*PolicyPriority, "another code"]),
    st.sets(st.integers(2022, 2026), min_size=1),
    planned_by=st.sampled_from(["90001", "90002", None]),
)


def never_lower(before, after, on, call):
    """Assert that no rule, nor the whole, says less than it did."""
    pairs = zip(facts.verdicts(before, on, call), facts.verdicts(after, on, call), strict=True)
    return all(ORDER.index(was) <= ORDER.index(now) for was, now in pairs)


class TestMore:
    """No rule turns from met to less, nor from undecided to not met."""

    @law
    @given(facts.PORTFOLIOS, st.lists(MORE, min_size=3, max_size=3), facts.DAYS, facts.ANY_CALL)
    def test_inhabitants(self, portfolio, more, on, call):
        """Any of the members has more inhabitants, where their number is known (S09)."""
        body = portfolio.applications[0].regieverband
        members = [
            evolve(each, municipality=with_more(each.municipality, extra))
            for each, extra in zip(body.memberships, more, strict=False)
        ]
        after = facts.with_applicant(portfolio, memberships=members)
        assert never_lower(portfolio, after, on, call)

    @law
    @given(facts.PORTFOLIOS, ACTIONS, facts.DAYS, facts.ANY_CALL)
    def test_actions(self, portfolio, action, on, call):
        """One more action stands in the plan, where there is one (S08)."""
        plan = portfolio.applications[0].plan or PLAN
        before, after = (
            facts.with_first(portfolio, plan=ActionPlan((*plan.actions, *extra)))
            for extra in ((), (action,))
        )
        assert never_lower(before, after, on, call)

    @law
    @given(facts.PORTFOLIOS, st.sampled_from(SubmissionChannel), facts.DAYS, facts.ANY_CALL)
    def test_channels(self, portfolio, channel, on, call):
        """It came through one more channel, where they are known (S21)."""
        channels = portfolio.applications[0].channels
        more = None if channels is None else {*channels, channel}
        assert never_lower(portfolio, facts.with_first(portfolio, channels=more), on, call)

    @law
    @given(facts.PORTFOLIOS, facts.DAYS, facts.ANY_CALL)
    def test_fewer_rivals(self, portfolio, on, call):
        """Nobody else applies any more (S12)."""
        after = evolve(portfolio, applications=portfolio.applications[:1])
        assert never_lower(portfolio, after, on, call)


def with_more(town, extra):
    """Return a town with so many more inhabitants; an unknown number stays unknown."""
    if town.inhabitants is None:
        return town
    return evolve(town, inhabitants=town.inhabitants + extra)
