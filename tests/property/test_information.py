"""What is not known is never assumed, and never asked for without need.

Sound: more information never flips what is decided. Complete: where the whole is undecided,
what is not known can turn out both ways.
"""

from __future__ import annotations

from itertools import product

from attrs import evolve
from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples, law
from tests.eligibility.stories import MET, NOT_MET, PLAN, UNKNOWN, applies
from tests.property import facts
from tests.property.facts import FACTS, OPTIONS, TURN, world

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.rules import ELIGIBLE, RULES
from wselr_rules.errors import NotMunicipalityAlone
from wselr_rules.law.readings import PlanHolder


class TestSound:
    """More information never flips a decided verdict."""

    @law
    @given(
        st.tuples(facts.FRAMES, facts.KNOWN_FACTS),
        facts.FEW_NAMES,
        facts.NAMES,
        facts.ANY_CALL,
        facts.DAYS,
    )
    def test_a_fact_that_is_filled_in_flips_nothing(self, full, names, learned, call, on):
        """Some facts are not known, then fewer: each rule that was decided is decided alike."""
        frame, told = full
        before = facts.a_world(frame, facts.hidden(told, names))
        after = facts.a_world(frame, facts.hidden(told, names - learned))
        both = (facts.verdicts(each, on, call) for each in (before, after))
        for was, now in zip(*both, strict=True):
            assert was in {UNKNOWN, now}

    @settings(max_examples=examples(150))
    @given(st.data(), worlds.portfolios(), worlds.calls(), worlds.days())
    def test_a_decided_verdict_stays(self, data, portfolio, call, on):
        """Whatever is learned of any application: what was decided is decided alike."""
        more = data.draw(worlds.learned(portfolio))
        before, after = (Context(on, call=call, portfolio=each) for each in (portfolio, more))
        for criterion in (*RULES, ELIGIBLE):
            was = criterion.verdict(portfolio.applications[0], before)
            now = criterion.verdict(more.applications[0], after)
            event(f"{criterion.id}: {was.value} to {now.value}")
            assert was in {UNKNOWN, now}, criterion.id

    @settings(max_examples=examples(100))
    @given(worlds.portfolios(known=True), worlds.calls(), worlds.days())
    def test_who_knows_all_decides_all(self, portfolio, call, on):
        """Where every fact is known, every rule and the whole are decided."""
        context = Context(on, call=call, portfolio=portfolio)
        for criterion in (*RULES, ELIGIBLE):
            assert criterion.verdict(portfolio.applications[0], context).is_decided


def _answer(portfolio, on, call):
    context = Context(on, call=call, portfolio=portfolio)
    return ELIGIBLE.verdict(portfolio.applications[0], context)


def _completions(shape, has_rival, told):
    """Yield every way in which what is not known can turn out."""
    unknown = [name for name, value in told.items() if value is None]
    for values in product(*(OPTIONS[name] for name in unknown)):
        try:
            yield world(shape, has_rival, {**told, **dict(zip(unknown, values, strict=True))})
        except NotMunicipalityAlone:
            continue


class TestComplete:
    """The whole is undecided only where what is not known can turn out both ways."""

    @settings(max_examples=examples(300))
    @given(
        facts.FRAMES,
        facts.KNOWN_FACTS,
        st.sets(st.sampled_from(sorted(FACTS)), min_size=1, max_size=4),
        worlds.calls(),
        worlds.days(),
    )
    def test_undecided_means_both_ways_are_open(self, frame, told, names, call, on):
        """An undecided world has a completion that is eligible and one that is not."""
        told = facts.hidden(told, names)
        try:
            portfolio = world(*frame, told)
        except NotMunicipalityAlone:
            return
        answer = _answer(portfolio, on, call)
        event(f"{answer.value}")
        seen = {answer} - {UNKNOWN}
        for each in _completions(*frame, told):
            seen.add(_answer(each, on, call))
            if seen == {MET, NOT_MET}:
                break
        assert len(seen) == (2 if answer is UNKNOWN else 1), (answer, told)

    def test_the_known_gap_is_only_in_whose_plan_an_action_stands(self):
        """One action of three years cannot fill a year of two plans: still undecided (I14)."""
        call = evolve(
            worlds.OPEN_CALL_2023_2025,
            readings=worlds.Readings(plan_holder=PlanHolder.EACH_MEMBER),
        )
        actions = [
            evolve(action, id=f"{action.id}{code}", planned_by=code)
            for action in PLAN.actions
            for code in ("90001", "90002")
        ]
        # Two actions of three years, whose holder is not known, for three cells of each town.
        opened = [evolve(each, planned_by=None) for each in actions[:2]]
        plan = ActionPlan((*opened, *actions[2:]))
        portfolio = Portfolio([applies(plan=plan)], complete=True)
        assert _answer(portfolio, TURN, call) is UNKNOWN
