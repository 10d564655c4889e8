"""Remedies are sound, smallest and complete, by brute force on small worlds."""

from __future__ import annotations

from itertools import islice

from attrs import evolve
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility import every_change
from tests.eligibility.stories import MET

from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.changes import WaitUntil
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import all_of, any_of
from wselr_rules.eligibility.member_changes import AddMembers, BringInhabitants
from wselr_rules.eligibility.remedies import remedies
from wselr_rules.eligibility.rules import (
    ELIGIBLE,
    ONE_REGIEVERBAND,
    REFERENCE_REGION,
    RULES,
)
from wselr_rules.errors import NotMunicipalityAlone, OverlappingMemberships
from wselr_rules.law.terms import SubmissionChannel

#: Criteria of which it is not known which changes they hang on.
OPEN = (
    all_of(REFERENCE_REGION, ~ONE_REGIEVERBAND, id="fits-and-claimed"),
    ~REFERENCE_REGION,
    ~ELIGIBLE,
)
CRITERIA = (ELIGIBLE, ELIGIBLE, ELIGIBLE, *RULES, any_of(*RULES[:5], id="any"), *OPEN)
#: More sets than these are not tried one by one.
MOST_TRIED = 4_000


@st.composite
def candidates(draw):
    """Draw up to three towns that may or may not be able to join."""
    codes = draw(st.lists(st.sampled_from(tuple(worlds.GROUNDS)), max_size=1))
    towns = [draw(worlds.towns(code)) for code in codes]
    for code in ("90004", "90005")[: draw(st.integers(0, 2))]:
        town = draw(worlds.towns("90001"))
        towns.append(evolve(town, nis_code=code, name=f"Town {code}", territory={code}))
    return tuple(towns)


@st.composite
def cases(draw, *, known=False):
    """Draw an application with its portfolio, a call, a day and candidates."""
    portfolio = draw(worlds.portfolios(known=known))
    application = portfolio.applications[0]
    if draw(st.booleans()):
        application = evolve(application, channels=frozenset(SubmissionChannel))
    if draw(st.booleans()):
        application = evolve(application, plan=worlds.FULL_PLAN)
    return every_change.Case(
        portfolio.with_application(application),
        application,
        draw(worlds.calls()),
        draw(worlds.days()),
        draw(candidates()),
    )


def found(criterion, case):
    return remedies(
        criterion,
        case.application,
        on=case.on,
        call=case.call,
        portfolio=case.portfolio,
        candidates=case.candidates,
    )


def singles(remedy):
    return frozenset(each for change in remedy.changes for each in every_change.singles(change))


def is_to_wait(remedy):
    return isinstance(remedy.changes[0], WaitUntil)


def is_for_anyone(remedy):
    return any(isinstance(each, BringInhabitants) for each in remedy.changes)


class TestSound:
    """Every remedy is one."""

    @settings(max_examples=examples(100))
    @given(cases(), st.sampled_from(CRITERIA))
    def test_it_is_met_when_it_is_made_by_hand(self, case, criterion):
        """The changes of every remedy, made by other hands, make the criterion met."""
        for each in found(criterion, case):
            changes = () if is_to_wait(each) else each.changes
            assert case.meets(criterion, changes, each.on)
            assert each.verdict is MET
            event(", ".join(sorted(type(change).__name__ for change in each.changes)))

    @settings(max_examples=examples(100))
    @given(cases(), st.sampled_from(CRITERIA))
    def test_no_part_of_it_is_enough(self, case, criterion):
        """Without any of its changes, or of the municipalities that join, it is not met."""
        for each in found(criterion, case):
            parts = () if is_to_wait(each) else singles(each)
            for part in every_change.subsets(parts, len(parts) - 1):
                assert not case.meets(criterion, part), part

    @settings(max_examples=examples(50))
    @given(st.data(), cases(), st.sampled_from(CRITERIA))
    def test_it_is_met_whatever_is_learned(self, data, case, criterion):
        """However the unknown turns out, the same changes make the criterion met."""
        told = found(criterion, case)
        assume(told)
        try:
            more = data.draw(worlds.learned(case.portfolio))
        except (NotMunicipalityAlone, OverlappingMemberships):
            return
        for each in told:
            application, portfolio = each.apply(more.applications[0], more)
            context = Context(each.on, call=case.call, portfolio=portfolio)
            assert criterion.verdict(application, context) is MET, each.changes


class TestComplete:
    """Every smallest set within the bounds is returned."""

    @settings(max_examples=examples(40))
    @given(cases(), st.sampled_from(CRITERIA))
    def test_every_smallest_set_is_found(self, case, criterion):
        """Trying every set of changes finds the same smallest ones."""
        assume(len(case.universe()["actions"]) <= 2)
        context = Context(case.on, call=case.call, portfolio=case.portfolio)
        told = found(criterion, case)
        if criterion.verdict(case.application, context) is MET:
            assert len(told) == 0
            return
        tried = list(islice(case.every_set(), MOST_TRIED))
        assume(len(tried) < MOST_TRIED)
        meeting = []
        for each in sorted(tried, key=len):
            if not any(other <= each for other in meeting) and case.meets(criterion, each):
                meeting.append(each)
        named = {singles(each) for each in told if not is_to_wait(each) and not is_for_anyone(each)}
        event(f"{criterion.id}: {min(len(meeting), 3)}, complete: {told.is_complete}")
        assert named <= set(meeting)
        # Anything may repair a criterion that is not one of the rules.
        assert told.is_complete or criterion in OPEN
        if told.is_complete:
            assert named == set(meeting)
        if any(isinstance(change, AddMembers) for each in named for change in each):
            assert not any(is_for_anyone(each) for each in told)

    @settings(max_examples=examples(50))
    @given(st.data(), cases(), st.sampled_from((ELIGIBLE, *RULES)))
    def test_waiting_ends_on_the_first_day(self, data, case, criterion):
        """It is met on the day until which one waits and on none before; else on no later day."""
        waits = [each.on for each in found(criterion, case) if is_to_wait(each)]
        day = data.draw(st.dates(case.on, waits[0] if waits else worlds.LAST))
        assume(not case.meets(criterion, ()))
        assert case.meets(criterion, (), day) == (day in waits)


class TestOrder:
    """The same whatever the order in which anything is given."""

    @settings(max_examples=examples(50))
    @given(st.data(), cases(), st.sampled_from((ELIGIBLE, *RULES)))
    def test_the_order_of_what_is_given_does_not_matter(self, data, case, criterion):
        """Members, candidates and applications in another order give the same remedies."""
        body = case.application.regieverband
        application = evolve(
            case.application,
            regieverband=evolve(body, memberships=data.draw(st.permutations(body.memberships))),
        )
        others = [each for each in case.portfolio if each.id != application.id]
        shuffled = evolve(
            case,
            application=application,
            portfolio=Portfolio(
                data.draw(st.permutations([application, *others])),
                complete=case.portfolio.complete,
            ),
            candidates=tuple(data.draw(st.permutations(case.candidates))),
        )
        told, again = found(criterion, case), found(criterion, shuffled)
        assert [each.changes for each in told] == [each.changes for each in again]

    @settings(max_examples=examples(50))
    @given(cases(), st.sampled_from(CRITERIA))
    def test_what_touches_least_comes_first(self, case, criterion):
        """Fewer changes come first, then fewer municipalities, then fewer inhabitants."""
        told = found(criterion, case)
        assert len({each.changes for each in told}) == len(told)
        places = [(len(each.changes), *each.touched) for each in told]
        assert places == sorted(places)
