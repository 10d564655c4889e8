"""Plan, channel, other applications and the whole: what is asked, what each answer settles."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.asking import asked, only, told
from tests.eligibility.stories import (
    CALL,
    LIMBURG,
    LONG_AGO,
    MET,
    NOT_MET,
    PLAN_YEARS,
    QUIET,
    UNKNOWN,
    applies,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility.answers import Situation
from wselr_rules.eligibility.questions import questions
from wselr_rules.eligibility.rules import CHANNEL, ELIGIBLE, ENOUGH_INHABITANTS, PLAN
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.errors import AmbiguousApplication, DateOutsideCall
from wselr_rules.law.readings import (
    CentrumstadPartner,
    DoubleClaim,
    NewDeadline,
    PlanHolder,
)
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel

LATE = date(2026, 2, 1)


class TestWhatWasHandedIn:
    """The plan and the channel."""

    def test_the_plan(self):
        """Every cell filled, or one empty."""
        question = only(applies(plan=None))
        assert (question.path, question.criteria) == ("plan", ("plan",))
        assert told(question) == [
            (Situation.EVERY_CELL, MET, MET),
            (Situation.EMPTY_CELL, NOT_MET, NOT_MET),
        ]
        call = reading(plan_holder=PlanHolder.EACH_MEMBER)
        assert told(only(applies(plan=None), call=call)) == told(question)

    def test_in_whose_plan_an_action_stands(self):
        """Under I14 each member needs its own: here the second one lacks just this action."""
        actions = [
            Action(f"{priority.value} {code}", priority, PLAN_YEARS, planned_by=code)
            for priority in PolicyPriority
            for code in ("90001", "90002")
        ]
        actions[7] = evolve(actions[7], planned_by=None)
        call = reading(plan_holder=PlanHolder.EACH_MEMBER)
        one, two = two_towns()
        question = only(applies(verband(one, two), plan=ActionPlan(actions)), call=call)
        assert question.path == "plan.actions[7].planned_by"
        assert told(question) == [
            ((one,), NOT_MET, NOT_MET),
            ((two,), MET, MET),
            (Situation.ELSEWHERE, NOT_MET, NOT_MET),
        ]

    def test_the_channel(self):
        """Any accepted one will do."""
        question = only(applies(channels=None))
        assert (question.path, question.sentences) == ("channels", ("S21",))
        assert told(question) == [(tuple(SubmissionChannel), MET, MET), ((), NOT_MET, NOT_MET)]
        call = evolve(CALL, channels={SubmissionChannel.PLATOS})
        assert told(only(applies(channels=None), call=call))[0][0] == (SubmissionChannel.PLATOS,)


class TestOthers:
    """Other applications and their recognition."""

    @pytest.mark.parametrize("complete", [False, None])
    def test_whether_there_are_others(self, complete):
        """Another one that claims the same ground makes it fail."""
        question = only(applies(), complete=complete)
        assert question.path == "portfolio.complete"
        assert told(question) == [
            (Situation.NO_OTHER_CLAIM, MET, MET),
            (Situation.OTHER_CLAIM, NOT_MET, NOT_MET),
        ]

    def test_when_another_claimant_was_recognised(self):
        """Under I07 the first one keeps its ground; on the same day neither does."""
        call = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        rival = applies(verband(town(), id="S", recognised_on=None))
        question = only(applies(), call=call, others=(rival,))
        assert question.path == "portfolio.applications[1].regieverband.recognised_on"
        assert question.fact.subject == "Regieverband S"
        assert told(question) == [
            (Days(None, date(2020, 1, 2)), NOT_MET, NOT_MET),
            (Days(date(2020, 1, 2), None), MET, MET),
            (NEVER, MET, MET),
        ]

    def test_the_own_recognition_among_those_of_others(self):
        """Under I07 it must come before that of the other one."""
        call = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        rival = applies(verband(town(), id="S", recognised_on=date(2021, 5, 1)))
        question = only(applies(verband(recognised_on=None)), call=call, others=(rival,))
        assert told(question) == [
            (Days(None, date(2021, 5, 1)), MET, MET),
            (Days(date(2021, 5, 1), None), NOT_MET, NOT_MET),
            (NEVER, NOT_MET, NOT_MET),
        ]

    def test_two_claimants_of_whom_nothing_is_known(self):
        """Each recognition is asked for, and no date of one decides it alone but never."""
        call = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        rival = applies(verband(town(), id="S", recognised_on=None))
        own, other = asked(applies(verband(recognised_on=None)), call=call, others=(rival,))
        assert own.path == "regieverband.recognised_on"
        assert told(own) == [(Days(None, None), UNKNOWN), (NEVER, NOT_MET, NOT_MET)]
        assert told(other) == [(Days(None, None), UNKNOWN), (NEVER, UNKNOWN)]

    def test_a_claimant_recognised_on_the_last_day_there_is(self):
        """Nothing comes after it, and an application without its ground plays no part."""
        call = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        rival = applies(verband(town(), id="S", recognised_on=date.max))
        other = applies(verband(town("90009"), id="O", recognised_on=date(2021, 1, 1)))
        question = only(applies(verband(recognised_on=None)), call=call, others=(rival, other))
        assert told(question) == [
            (Days(None, date.max), MET, MET),
            (Days(date.max, None), NOT_MET, NOT_MET),
            (NEVER, NOT_MET, NOT_MET),
        ]
        last = applies(verband(recognised_on=date.max))
        unknown = applies(verband(town(), id="S", recognised_on=None))
        assert [
            (value, verdict)
            for value, verdict, *_ in told(only(last, call=call, others=(unknown,)))
        ] == [(Days(None, None), NOT_MET), (NEVER, MET)]


class TestOfWhom:
    """A fact names what it is a fact of: the applicant, another one, or a municipality."""

    @pytest.mark.parametrize("fact", ["legal_form", "recognised_on", "derogations", "submitted_on"])
    def test_facts_of_the_applicant(self, fact):
        """They are named alike, whether one rule reads them or more."""
        body = verband(
            *two_towns(reference_region=None), form=None, recognised_on=None, derogations=None
        )
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        assert _subjects(applies(body), call=call)[fact] == "Regieverband R"

    def test_other_applications(self):
        """Whether there are others is asked of the applicant, their recognition of them."""
        call = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        rival = applies(verband(town(), id="S", recognised_on=None))
        assert _subjects(applies(), call=call, others=(rival,), complete=None) == {
            "complete": "Regieverband R",
            "recognised_on": "Regieverband S",
        }

    @pytest.mark.parametrize("members", [1, 2])
    @pytest.mark.parametrize("partner", CentrumstadPartner)
    def test_whether_a_municipality_is_a_centrumstad(self, members, partner):
        """Alone or, under I09, among others: it is asked by its name."""
        first = town(is_centrumstad=None, inhabitants=10_000)
        others = [town("90002", inhabitants=10_000)][: members - 1]
        subjects = _subjects(
            applies(verband(first, *others, form=None)), call=reading(centrumstad_partner=partner)
        )
        is_read = members == 1 or partner is CentrumstadPartner.EXEMPT
        assert subjects.get("is_centrumstad") == (str(first) if is_read else None)


def _subjects(*args, **circumstances):
    return {each.fact.fact: each.fact.subject for each in asked(*args, **circumstances)}


class TestTheWhole:
    """What is asked, refused and in which order."""

    def test_a_decided_verdict_asks_nothing(self):
        """Neither an eligible application nor one that fails for another reason is asked."""
        assert len(asked(applies())) == 0
        assert asked(applies()).verdict is MET
        fails = applies(verband(form=None), channels=set())
        assert (len(asked(fails)), asked(fails).verdict) == (0, NOT_MET)

    def test_one_rule_can_be_asked_about(self):
        """Of another criterion only its own facts are asked."""
        body = verband(*two_towns(inhabitants=None), form=None)
        question = only(applies(body, plan=None), criterion=ENOUGH_INHABITANTS)
        assert question.fact.fact == "inhabitants"
        assert {answer.criterion for answer in question.answers} == {"enough-inhabitants"}

    def test_without_a_member_the_other_rules_are_asked_about(self):
        """There is no municipality of which anything is not known."""
        left = verband(Membership(town(), LONG_AGO, date(2021, 1, 1)))
        question = only(applies(left, channels=None), criterion=CHANNEL)
        assert question.path == "channels"

    def test_a_whole_of_ones_own_can_be_asked_about(self):
        """What settles one of its parts leaves the other open."""
        plan, channel = sorted(
            asked(applies(plan=None, channels=None), criterion=PLAN & CHANNEL),
            key=lambda each: each.path,
            reverse=True,
        )
        assert told(plan)[0] == (Situation.EVERY_CELL, UNKNOWN, MET)
        assert told(channel)[0] == (tuple(SubmissionChannel), UNKNOWN, MET)

    def test_what_settles_most_comes_first(self):
        """First what decides the whole by more answers, then what decides a part, then by path."""
        towns = [
            town(str(90001 + number), inhabitants=None, reference_region=None)
            for number in range(11)
        ]
        questions_ = asked(applies(verband(*towns), channels=None), LATE)
        assert [each.fact.fact for each in questions_] == [
            *["channels"],
            *["reference_region"] * 11,
            *["inhabitants"] * 11,
        ]
        subjects = [each.fact.subject for each in questions_[1:12]]
        assert subjects == [str(each) for each in towns]

    def test_what_settles_most_does_so_by_the_greater_part_of_its_answers(self):
        """Two of four forms decide the whole, one of two channels does: that is alike."""
        body = verband(town(inhabitants=70_000, is_centrumstad=True), form=None)
        channel, form = asked(applies(body, channels=None))
        assert (len(channel.answers), len(form.answers)) == (2, 4)
        for question, deciding in ((channel, 1), (form, 2)):
            assert sum(answer.verdict.is_decided for answer in question.answers) == deciding
            assert all(answer.settles_anything for answer in question.answers)
        assert (channel.path, form.path) == ("channels", "regieverband.legal_form")

    def test_of_facts_that_settle_alike_those_of_one_member_stand_together(self):
        """The path decides: member by member, and each fact of it in order."""
        call = reading(centrumstad_partner=CentrumstadPartner.EXEMPT)
        towns = [
            town(str(90001 + number), inhabitants=None, is_centrumstad=None) for number in range(11)
        ]
        paths = [each.path for each in asked(applies(verband(*towns)), call=call)]
        assert paths == [
            f"regieverband.memberships[{number}].municipality.{fact}"
            for number in range(11)
            for fact in ("inhabitants", "is_centrumstad")
        ]

    def test_parts_that_are_open_do_not_hide_each_other(self):
        """What can still be met is taken to be met when another part is looked at."""
        body = verband(*two_towns(reference_region=LIMBURG), derogations=None)
        facts = [each.fact.fact for each in asked(applies(body, channels=None), LATE)]
        assert facts == ["channels", "derogations"]

    def test_another_application_with_its_id_is_refused(self):
        """Nobody could tell which of the two is meant."""
        portfolio = Portfolio([applies(plan=None)], complete=True)
        with pytest.raises(AmbiguousApplication):
            questions(ELIGIBLE, applies(), on=QUIET, call=CALL, portfolio=portfolio)

    def test_a_day_without_rules_is_refused(self):
        """As an assessment of that day is."""
        with pytest.raises(DateOutsideCall):
            asked(applies(), date(2022, 4, 28))

    def test_parts_that_need_one_fact_to_be_two_things_are_seen_together(self):
        """No partnership has one member here, so no centrumstad means not eligible."""
        forms = CALL.partnership_forms - {LegalForm.WELFARE_ASSOCIATION}
        call = evolve(CALL, partnership_forms=forms)
        body = verband(town(is_centrumstad=None, inhabitants=70_000), form=None)
        facts = {each.fact.fact: each for each in asked(applies(body), call=call)}
        assert told(facts["is_centrumstad"]) == [
            (True, UNKNOWN),
            (False, NOT_MET, NOT_MET),
        ]
