"""What is not known is never assumed, and never asked for without need.

Sound: more information never flips what is decided. Complete: where the whole is undecided,
what is not known can turn out both ways.
"""

from __future__ import annotations

from datetime import date
from itertools import product

from attrs import evolve
from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    KEMPEN,
    LIMBURG,
    MET,
    NOT_MET,
    OUTSIDE,
    PLAN,
    UNKNOWN,
    applies,
    town,
    verband,
)

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.rules import ELIGIBLE, RULES
from wselr_rules.errors import NotMunicipalityAlone
from wselr_rules.law.readings import PlanHolder
from wselr_rules.law.terms import LegalForm, SubmissionChannel

TURN = date(2024, 6, 1)


class TestSound:
    """More information never flips a decided verdict."""

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


#: What each fact can turn out to be, in a world of one or two towns; None stands for unknown.
FACTS = {
    "region": (KEMPEN, LIMBURG, OUTSIDE, History(KEMPEN, [(TURN, LIMBURG)])),
    "other_region": (KEMPEN, LIMBURG, OUTSIDE, History(LIMBURG, [(TURN, KEMPEN)])),
    "people": (40_000, 60_000, 19_999),
    "other_people": (20_000, 0, 60_000),
    "is_city": (True, False),
    "form": (
        LegalForm.INTERLOCAL_ASSOCIATION,
        LegalForm.WELFARE_ASSOCIATION,
        LegalForm.MUNICIPALITY,
        LegalForm.OTHER,
        History(LegalForm.OTHER, [(TURN, LegalForm.PROJECT_ASSOCIATION)]),
        History(LegalForm.MUNICIPALITY, [(TURN, LegalForm.PROJECT_ASSOCIATION)]),
        History(LegalForm.PROJECT_ASSOCIATION, [(TURN, LegalForm.MUNICIPALITY)]),
    ),
    "recognised_on": (
        *(
            NEVER,
            date(1890, 1, 1),
            date(2020, 1, 1),
            date(2022, 4, 28),
            date(2022, 4, 29),
            date(2022, 12, 31),
        ),
        *(date(2023, 1, 1), date(2024, 5, 31), TURN, date(2024, 6, 2), date(2025, 1, 1)),
    ),
    "derogations": ((), (Derogation(date(2020, 1, 1)),), (Derogation(TURN),)),
    "plan": (worlds.FULL_PLAN, ActionPlan(())),
    "channels": ({SubmissionChannel.PLATOS}, set()),
    "submitted_on": (
        date(2022, 4, 29),
        date(2022, 12, 31),
        date(2023, 1, 1),
        TURN,
        date(2026, 6, 1),
    ),
    "rival_since": (date(2024, 5, 31), TURN, date(2010, 1, 1), NEVER),
    "unseen": ("nobody", "a rival"),
}
#: Whatever is known of the applicant, another one may have been recognised before.
OPTIONS = {
    **FACTS,
    "rival_since": (*FACTS["rival_since"], date(1800, 1, 1)),
    "unseen": (*FACTS["unseen"], "the oldest"),
}
SHAPES = ("one", "two", "joins", "leaves", "swaps")


def _members(shape, facts):
    first = town(
        "90001",
        reference_region=facts["region"],
        inhabitants=facts["people"],
        is_centrumstad=facts["is_city"],
    )
    second = town(
        "90002", reference_region=facts["other_region"], inhabitants=facts["other_people"]
    )
    always = date(2020, 1, 1)
    third = town("90003", reference_region=LIMBURG, inhabitants=facts["other_people"])
    others = {
        "one": [],
        "two": [Membership(second, always)],
        "joins": [Membership(second, TURN)],
        "leaves": [Membership(second, always, TURN)],
        "swaps": [Membership(second, always, TURN), Membership(third, TURN)],
    }
    return [first, *others[shape]]


def _world(shape, has_rival, facts):
    """Return the portfolio of a world of which these facts are known, the others None."""
    body = verband(
        *_members(shape, facts),
        form=facts["form"],
        recognised_on=facts["recognised_on"],
        derogations=facts["derogations"],
    )
    asked = {name: facts[name] for name in ("plan", "channels", "submitted_on")}
    rivals = []
    if has_rival:
        rivals.append(applies(verband(town("90001"), id="S", recognised_on=facts["rival_since"])))
    if facts["unseen"] in {"a rival", "the oldest"}:
        first = date(1900 if facts["unseen"] == "a rival" else 1800, 1, 1)
        rivals.append(applies(verband(town("90001"), id="T", recognised_on=first)))
    complete = None if facts["unseen"] is None else True
    return Portfolio((applies(body, **asked), *rivals), complete=complete)


def _answer(world, on, call):
    return ELIGIBLE.verdict(world.applications[0], Context(on, call=call, portfolio=world))


def _completions(shape, has_rival, facts):
    """Yield every way in which what is not known can turn out."""
    unknown = [name for name, value in facts.items() if value is None]
    for values in product(*(OPTIONS[name] for name in unknown)):
        try:
            yield _world(shape, has_rival, {**facts, **dict(zip(unknown, values, strict=True))})
        except NotMunicipalityAlone:
            continue


class TestComplete:
    """The whole is undecided only where what is not known can turn out both ways."""

    @settings(max_examples=examples(300))
    @given(
        st.tuples(st.sampled_from(SHAPES), st.booleans()),
        st.fixed_dictionaries({name: st.sampled_from(values) for name, values in FACTS.items()}),
        st.sets(st.sampled_from(sorted(FACTS)), min_size=1, max_size=4),
        worlds.calls(),
        worlds.days(),
    )
    def test_undecided_means_both_ways_are_open(self, frame, facts, hidden, call, on):
        """An undecided world has a completion that is eligible and one that is not."""
        facts = {name: None if name in hidden else value for name, value in facts.items()}
        try:
            world = _world(*frame, facts)
        except NotMunicipalityAlone:
            return
        answer = _answer(world, on, call)
        event(f"{answer.value}")
        seen = {answer} - {UNKNOWN}
        for each in _completions(*frame, facts):
            seen.add(_answer(each, on, call))
            if seen == {MET, NOT_MET}:
                break
        assert len(seen) == (2 if answer is UNKNOWN else 1), (answer, facts)

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
        world = Portfolio([applies(plan=plan)], complete=True)
        assert _answer(world, TURN, call) is UNKNOWN
