"""Criteria of one's own, composed ones, and how far the search goes."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility import stories
from tests.eligibility.remedied import remedied, ways
from tests.eligibility.stories import (
    LIMBURG,
    LONG_AGO,
    QUIET,
    UNKNOWN,
    applies,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.membership import Derogation
from wselr_rules.eligibility import remedy_search
from wselr_rules.eligibility.alternatives import MOST_ALTERNATIVES, Literal, alternatives
from wselr_rules.eligibility.applicant_changes import ApplyThrough, ObtainDerogation
from wselr_rules.eligibility.criteria import Criterion, all_of, any_of
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.member_changes import AddMembers, BringInhabitants, RemoveMember
from wselr_rules.eligibility.rules import (
    CHANNEL,
    ELIGIBLE,
    ENOUGH_INHABITANTS,
    ENOUGH_MEMBERS,
    PLAN,
    REFERENCE_REGION,
)
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.readings import PlanHolder
from wselr_rules.law.terms import PolicyPriority, SubmissionChannel

#: Four thousand short.
SHORT = verband(*two_towns(inhabitants=16_000))
JOINS = town("91001", inhabitants=4_000)


def own(name, tells):
    """Return a criterion of one's own, which tells True, False or None of an application."""

    def rule(application, context):
        return Finding(Verdict.of(tells(application, context)), name)

    return Criterion(name, rule)


class TestOwnCriteria:
    """Criteria that are not of the call: every change is tried."""

    def test_any_change_may_help(self):
        """What a criterion of one's own reads is not known: each kind of change is tried."""
        few = own("few", lambda application, context: len(context.members(application)) <= 2)
        application = applies(verband(*two_towns(), town("90003", inhabitants=1)))
        found = ways(application, criterion=few)
        assert {each.municipality.nis_code for (each,) in found} == {"90001", "90002", "90003"}

    def test_together_with_the_rules(self):
        """Composed with the rules, a remedy meets the rules and what is asked besides."""
        few = own("few", lambda application, context: len(context.members(application)) <= 2)
        application = applies(verband(*two_towns(), town("90003", inhabitants=1)), channels=())
        found = remedied(application, criterion=ELIGIBLE & few)
        assert found.is_complete
        assert [each.changes for each in found][:2] == [
            (RemoveMember(town("90003", inhabitants=1)), ApplyThrough(channel))
            for channel in (SubmissionChannel.PLATOS, SubmissionChannel.MULTI_ANNUAL_PLAN)
        ]

    def test_one_of_ones_own_is_asked_last(self):
        """Where a rule is not met, what is asked besides is not asked in the search."""
        asked = []
        own_ = own("own", lambda application, _: asked.append(application) or True)
        application = applies(channels=())
        assert len(ways(application, criterion=own_ & CHANNEL)) == 2
        # The finding before any change asks every part.
        assert asked.count(application) == 1

    def test_what_holds_a_remedy_is_not_asked(self):
        """Once a change is found to be enough, it is not tried together with others."""
        asked = []
        first, second = two_towns()

        def has_left(application, context):
            asked.append(application)
            return first not in context.members(application)

        (remedy,) = remedied(applies(), criterion=own("left", has_left))
        left, _ = remedy.apply(applies(), Portfolio([], complete=True))
        told = [each for each in asked if each.regieverband.members_on(QUIET) == (second,)]
        assert told
        assert all(each == left for each in told)

    def test_a_negation(self):
        """What must not be met is remedied by what makes it fail."""
        found = ways(applies(), criterion=~ENOUGH_MEMBERS)
        assert {each for each, *_ in found} == {RemoveMember(each) for each in two_towns()}
        assert ways(applies(), criterion=~~ENOUGH_MEMBERS) == []

    @pytest.mark.parametrize(
        ("facts", "tells"),
        [
            (
                {"plan": None},
                lambda application, _: (
                    None if application.plan is None else len(application.plan.actions) == 1
                ),
            ),
            (
                {"channels": None},
                lambda application, _: (
                    None if application.channels is None else len(application.channels) == 1
                ),
            ),
            (
                {"regieverband": verband(derogations=None)},
                lambda application, _: (
                    None
                    if application.regieverband.derogations is None
                    else len(application.regieverband.derogations) == 1
                ),
            ),
        ],
        ids=["plan", "channels", "derogations"],
    )
    def test_what_is_not_known_may_be_more(self, facts, tells):
        """Of a plan, channels or deviations that are not known there may be more than is added."""
        criterion = own("exactly-one", tells)
        known = applies(**facts)
        assert remedied(known, criterion=criterion).before.verdict is UNKNOWN
        assert ways(known, criterion=criterion) == []

    def test_of_what_is_known_there_is_no_more(self):
        """What is known has after a change what it had and what is added, and nothing else."""
        two = own("two", lambda application, _: len(application.plan.actions) == 2)
        found = ways(applies(plan=ActionPlan(stories.PLAN.actions[:1])), criterion=two)
        assert [each.priority for (each,) in found] == [*PolicyPriority][1:]
        one = own("one", lambda application, _: len(application.channels) == 1)
        found = ways(applies(channels=()), criterion=one)
        assert {each for (each,) in found} == {ApplyThrough(each) for each in SubmissionChannel}
        first = own("first", lambda application, _: len(application.regieverband.derogations) == 1)
        assert ways(applies(), criterion=first) == [(ObtainDerogation(QUIET),)]

    def test_what_is_not_known_and_does_no_harm(self):
        """Where more does no harm, what is added to the unknown is enough."""
        across = verband(*two_towns(reference_region=LIMBURG), derogations=None)
        found = ways(applies(across), date(2026, 1, 1), criterion=REFERENCE_REGION)
        assert found[0] == (ObtainDerogation(date(2026, 1, 1)),)
        assert ways(applies(channels=None), criterion=CHANNEL)
        assert ways(applies(plan=None), criterion=PLAN)

    def test_one_channel_and_one_deviation(self):
        """No remedy takes two channels, nor a deviation where one is running."""
        both = own("both", lambda application, _: len(application.channels) == 2)
        (found,) = ways(applies(), criterion=both)
        assert found == (ApplyThrough(SubmissionChannel.MULTI_ANNUAL_PLAN),)
        assert ways(applies(channels=()), criterion=both) == []
        two = own("two", lambda application, _: len(application.regieverband.derogations) == 2)
        for since, expected in ((LONG_AGO, []), (date(2024, 7, 2), [(ObtainDerogation(QUIET),)])):
            application = applies(verband(derogations=(Derogation(since),)))
            assert ways(application, criterion=two) == expected

    def test_what_is_read_in_the_portfolio(self):
        """A criterion that reads the application in the portfolio reads it as it is changed."""
        stands = own("stands", lambda _, context: len(context.portfolio["R"].channels) == 2)
        assert ways(applies(), criterion=stands) == [
            (ApplyThrough(SubmissionChannel.MULTI_ANNUAL_PLAN),)
        ]

    def test_the_smaller_of_two_alternatives(self):
        """Where one alternative asks more than another, no more than needed is told."""
        plan = ActionPlan(stories.PLAN.actions[1:])
        application = applies(plan=plan, channels=())
        found = ways(application, criterion=any_of(PLAN & CHANNEL, CHANNEL))
        assert {each for (each,) in found} == {ApplyThrough(each) for each in SubmissionChannel}

    def test_no_plan_is_filled_of_who_is_no_member(self):
        """Where each member has a plan (I14), no action is planned by one that does not join."""
        call = reading(plan_holder=PlanHolder.EACH_MEMBER)
        busy = own("busy", lambda application, _: len(application.plan.actions) >= 5)
        found = ways(applies(SHORT), criterion=busy, call=call, candidates=[JOINS])
        assert {each.planned_by.nis_code for each, *more in found if not more} == {
            "90001",
            "90002",
        }
        cells = own(
            "planned",
            lambda application, _: any(
                each.planned_by not in {None, "90001", "90002"} for each in application.plan.actions
            ),
        )
        found = ways(applies(SHORT), criterion=cells, call=call, candidates=[JOINS])
        assert {changes[0] for changes in found} == {AddMembers([JOINS])}
        found = ways(applies(SHORT), criterion=cells, call=call)
        assert {type(changes[0]) for changes in found} == {BringInhabitants}
        assert {changes[1].priority for changes in found} == set(PolicyPriority)


class TestAlternatives:
    """A composed criterion as the sets of plain ones by which it is met."""

    def test_the_two_ways_to_be_eligible(self):
        """As a partnership or as a centrumstad alone, each with the four other rules."""
        partnership, alone = alternatives(ELIGIBLE)
        assert [each.criterion.id for each in partnership[:3]] == [
            "partnership-form",
            "enough-members",
            "enough-inhabitants",
        ]
        assert partnership[3:] == alone[1:]
        assert alone[0].criterion.id == "centrumstad-alone"
        assert {each.is_to_be_met for each in (*partnership, *alone)} == {True}

    def test_a_negation_turns_all_into_any(self):
        """That not all are met is that one is not; that not any is, that none is."""
        members, inhabitants = Literal(ENOUGH_MEMBERS, False), Literal(ENOUGH_INHABITANTS, False)  # noqa: FBT003
        assert alternatives(~(ENOUGH_MEMBERS & ENOUGH_INHABITANTS)) == ((members,), (inhabitants,))
        assert alternatives(~(ENOUGH_MEMBERS | ENOUGH_INHABITANTS)) == ((members, inhabitants),)

    def test_what_is_settled_by_cases_is_not_taken_apart(self):
        """Cases may decide what no part decides: of such a whole its parts do not tell."""
        whole = all_of(PLAN, CHANNEL, id="whole", cases=lambda _application, _context: ())
        assert alternatives(whole) == ((Literal(whole, True),),)  # noqa: FBT003
        assert alternatives(~ELIGIBLE) == ((Literal(ELIGIBLE, False),),)  # noqa: FBT003

    @pytest.mark.parametrize(("pairs", "ways_to_meet"), [(5, 32), (6, 64), (7, 1)])
    def test_a_limit(self, pairs, ways_to_meet):
        """A criterion with more alternatives than the limit is asked as a whole."""
        assert MOST_ALTERNATIVES == 64
        either = [any_of(own(f"a{n}", None), own(f"b{n}", None), id=f"e{n}") for n in range(pairs)]
        assert len(alternatives(all_of(*either))) == ways_to_meet
        assert len(alternatives(~any_of(*(~each for each in either)))) == ways_to_meet
        many = any_of(*(own(f"c{n}", None) for n in range(65)))
        assert len(alternatives(many)) == 1

    def test_one_literal_twice_is_one(self):
        """What is asked twice is asked once."""
        assert alternatives(PLAN & PLAN) == ((Literal(PLAN, True),),)  # noqa: FBT003


class TestLimits:
    """However much is asked, the search ends."""

    def test_sets_that_were_not_looked_at(self, monkeypatch):
        """Beyond the limit of sets only those are told of which every part was tried."""
        towns = [town(f"9200{n}", inhabitants=1_000 + n) for n in range(9)]
        known = remedied(applies(SHORT), candidates=[*towns, JOINS])
        assert known.is_complete
        assert (AddMembers([JOINS]),) in [each.changes for each in known]
        monkeypatch.setattr(remedy_search, "MOST_SETS", 11)
        cut = remedied(applies(SHORT), candidates=[*towns, JOINS])
        assert cut.is_complete is False
        assert [each.changes for each in cut] == [(AddMembers([JOINS]),)]

    @pytest.mark.parametrize("most", [11, 12])
    def test_sets_of_which_every_part_was_looked_at(self, monkeypatch, most):
        """Those that stood ready when the limit was met are told, and none larger than those."""
        towns = [town(f"9200{n}", inhabitants=2_000 + n) for n in range(10)]
        monkeypatch.setattr(remedy_search, "MOST_SETS", most)
        cut = remedied(applies(SHORT), candidates=towns)
        assert not cut.is_complete
        expected = [(AddMembers([towns[0], each]),) for each in towns[1:]] if most == 12 else []
        assert [each.changes for each in cut if isinstance(each.changes[0], AddMembers)] == expected

    def test_larger_sets_that_stood_ready(self, monkeypatch):
        """A larger set of which not every part was looked at is not told, though it was made."""
        call = reading(plan_holder=PlanHolder.EACH_MEMBER)
        actions = [
            evolve(action, id=f"{action.id} {code}", planned_by=code)
            for number, action in enumerate(stories.PLAN.actions)
            for code in ("90001", "90002", *(("92000", "92001") if number > 1 else ()))
        ]
        application = applies(SHORT, plan=ActionPlan(actions))
        towns = [town(f"9200{n}", inhabitants=4_000) for n in range(2)]
        known = remedied(application, call=call, candidates=towns)
        assert [len(each.changes) for each in known] == [3, 3]
        monkeypatch.setattr(remedy_search, "MOST_SETS", 4)
        cut = remedied(application, call=call, candidates=towns)
        assert not cut.is_complete
        assert not any(isinstance(each.changes[0], AddMembers) for each in cut)

    def test_what_was_not_assessed(self, monkeypatch):
        """Beyond the limit of assessments no other set is told."""
        monkeypatch.setattr(remedy_search, "MOST_ASSESSED", 3)
        towns = [town(f"9100{n}", inhabitants=4_000 + n) for n in range(5)]
        cut = remedied(applies(SHORT), candidates=towns)
        assert not cut.is_complete
        assert [each.changes for each in cut] == [(AddMembers([each]),) for each in towns[:3]]

    def test_many_candidates(self):
        """Three hundred candidates of which pairs would do: the search ends in bounded work."""
        assert (remedy_search.MOST_SETS, remedy_search.MOST_ASSESSED) == (20_000, 1_500)
        towns = [town(f"{92000 + n}", inhabitants=2_000) for n in range(60)]
        found = remedied(applies(SHORT), candidates=towns)
        assert (len(found), found.is_complete) == (1_500, False)
        assert {len(each.changes[0].municipalities) for each in found} == {2}

    def test_a_criterion_that_nothing_meets(self):
        """One of one's own that no change meets is asked no more often than the limit."""
        asked = []
        never = own("never", lambda application, _: asked.append(application))
        towns = [town(f"9100{n}", inhabitants=1) for n in range(9)]
        found = remedied(applies(SHORT), criterion=never, candidates=towns)
        assert (len(found), found.is_complete) == (0, False)
        assert 1_500 < len(asked) < 2 * 1_500
