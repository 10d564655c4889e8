"""Facts over time: recognition, forms and regions where more than one day is judged."""

from __future__ import annotations

from datetime import date

import pytest
from tests.eligibility.asking import asked, only, told
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    MET,
    NOT_MET,
    OUTSIDE,
    QUIET,
    UNKNOWN,
    applies,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility.answers import FormChange
from wselr_rules.eligibility.rules import CHANNEL, PLAN, REFERENCE_REGION
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.law.readings import Change, DerogationEffect, NewDeadline, RegionMap
from wselr_rules.law.terms import LegalForm

ORDER = date(2022, 4, 29)
LATE = date(2026, 2, 1)
#: Of two members or more.
ANY_FORM = tuple(form for form in LegalForm if form is not LegalForm.MUNICIPALITY)
INTERLOCAL, PROJECT = LegalForm.INTERLOCAL_ASSOCIATION, LegalForm.PROJECT_ASSOCIATION


class TestRecognition:
    """When it was recognised, where what was new had to fit since then (I05 incurable)."""

    def test_each_stretch_has_its_answer(self):
        """Existing, new before the map changed, new after it, and recognised only later."""
        moved = town("90002", reference_region=History(LIMBURG, [(date(2024, 1, 1), KEMPEN)]))
        call = reading(new_deadline=NewDeadline.INCURABLE)
        question = only(applies(verband(town(), moved, recognised_on=None)), call=call)
        assert told(question) == [
            (Days(None, ORDER), MET, MET),
            (Days(ORDER, date(2024, 1, 1)), NOT_MET, NOT_MET),
            (Days(date(2024, 1, 1), date(2024, 7, 2)), MET, MET),
            (Days(date(2024, 7, 2), None), NOT_MET, NOT_MET),
            (NEVER, NOT_MET, NOT_MET),
        ]

    def test_what_changes_on_the_assessed_day_is_a_stretch_of_its_own(self):
        """Recognised on the very day on which the territory came to fit, it fits."""
        moved = town("90002", reference_region=History(LIMBURG, [(QUIET, KEMPEN)]))
        call = reading(new_deadline=NewDeadline.INCURABLE)
        question = only(applies(verband(town(), moved, recognised_on=None)), call=call)
        assert [value for value, verdict, *_ in told(question) if verdict is MET] == [
            Days(None, ORDER),
            Days(QUIET, date(2024, 7, 2)),
        ]


class TestForm:
    """What the legal form was on other days than the assessed one."""

    def test_it_may_turn_the_rule_in_one_way_among_many_in_which_it_does_not(self):
        """A deviation of all days or of none leaves nothing to the form, one of some days does."""
        left = Membership(town("90002"), LONG_AGO, date(2024, 6, 1))
        body = verband(town(reference_region=OUTSIDE), left, form=None, derogations=None)
        call = reading(new_deadline=NewDeadline.INCURABLE)
        questions = asked(applies(body), date(2025, 6, 1), REFERENCE_REGION, call=call)
        assert [each.fact.fact for each in questions] == ["derogations", "legal_form"]

    def test_what_differs_less_than_the_whole_is_told_apart_too(self):
        """Changed or not, the whole stays open here; but not whether it fits its region."""
        body = verband(*two_towns(reference_region=LIMBURG), form=None)
        whole = (REFERENCE_REGION & PLAN) | CHANNEL
        *_, form = asked(applies(body, plan=None, channels=None), criterion=whole)
        assert told(form) == [
            (FormChange(ANY_FORM, None), UNKNOWN, MET),
            (FormChange(ANY_FORM, Days(ORDER, None)), UNKNOWN, NOT_MET),
        ]

    def test_what_differs_in_nothing_is_one_answer(self):
        """Where only territory counts, a change of form settles what the form does."""
        body = verband(*two_towns(reference_region=LIMBURG), form=None)
        call = reading(change=Change.TERRITORY_ONLY)
        *_, form = asked(applies(body, channels=None), call=call)
        assert told(form) == [
            (ANY_FORM[:-1], UNKNOWN, MET),
            ((LegalForm.OTHER,), NOT_MET, NOT_MET),
        ]

    def test_it_bears_only_on_the_rules_that_it_can_turn(self):
        """The region is open too, but no form makes it fit, or not."""
        body = verband(*two_towns(reference_region=None), form=None)
        call = reading(change=Change.TERRITORY_ONLY)
        form, region = asked(applies(body), LATE, call=call)
        assert form.criteria == ("partnership-form",)
        assert region.criteria == ("reference-region",)

    def test_where_only_the_state_counts_it_may_have_been_the_old_one_in_between(self):
        """Then it differs only since later, when the territory did fit."""
        form = History(
            INTERLOCAL,
            [(date(2023, 2, 1), PROJECT), (date(2023, 6, 1), None), (date(2024, 1, 1), PROJECT)],
        )
        moved = town("90002", reference_region=History(LIMBURG, [(date(2023, 7, 1), KEMPEN)]))
        call = reading(new_deadline=NewDeadline.INCURABLE, change=Change.STATE)
        assert told(only(applies(verband(town(), moved, form=form)), call=call)) == [
            (FormChange((PROJECT,), None), NOT_MET, NOT_MET),
            (FormChange((PROJECT,), Days(date(2023, 7, 1), None)), MET, MET),
        ]

    def test_a_city_may_be_alone_until_another_one_joins(self):
        """Alone as a municipality today, and something else from then on."""
        city = town(is_centrumstad=True, inhabitants=10_000)
        joins = Membership(town("90002"), date(2024, 1, 1))
        question = only(applies(verband(city, joins, form=None)), date(2023, 6, 1))
        met = [answer.value for answer in question.answers if answer.verdict is MET]
        assert met == [(LegalForm.MUNICIPALITY,)]


class TestRegion:
    """The region of a member where more than one day is judged."""

    @pytest.mark.parametrize("derogations", [(), (Derogation(LONG_AGO),)])
    def test_it_has_to_follow_the_others(self, derogations):
        """A deviation that is ignored (I13) does not lift that."""
        moved = town(reference_region=History(KEMPEN, [(date(2023, 3, 19), LIMBURG)]))
        body = verband(
            moved,
            town("90002", reference_region=None),
            recognised_on=NEVER,
            derogations=derogations,
        )
        call = reading(new_deadline=NewDeadline.INCURABLE, derogation=DerogationEffect.IGNORED)
        stays, follows = told(only(applies(body), LATE, call=call))
        assert stays[1:] == (NOT_MET, NOT_MET)
        assert follows[1:] == (MET, MET)
        assert follows[0].values[-1] is LIMBURG

    def test_a_deviation_that_runs_leaves_it_free_on_those_days(self):
        """It must be where the others are only once the deviation has ended."""
        moved = town(reference_region=History(KEMPEN, [(date(2023, 3, 19), LIMBURG)]))
        body = verband(
            moved,
            town("90002", reference_region=None),
            recognised_on=NEVER,
            derogations=(Derogation(LONG_AGO, date(2023, 3, 19)),),
        )
        call = reading(new_deadline=NewDeadline.INCURABLE)
        assert ((LIMBURG,), MET, MET) in told(only(applies(body), LATE, call=call))

    def test_on_one_map_it_fits_the_days_that_are_judged(self):
        """Beside another partner for a while, but by its state it never changed: today counts."""
        partner = town("90002", reference_region=LIMBURG)
        while_away = Membership(
            town("90003", reference_region=KEMPEN), date(2022, 5, 1), date(2023, 2, 1)
        )
        body = verband(
            town(reference_region=None),
            Membership(partner, LONG_AGO, date(2022, 5, 1)),
            while_away,
            Membership(partner, date(2023, 2, 1)),
        )
        call = reading(
            new_deadline=NewDeadline.INCURABLE,
            change=Change.STATE,
            region_map=RegionMap.REGIODECREET,
        )
        assert ((LIMBURG,), MET, MET) in told(only(applies(body), LATE, call=call))

    def test_an_unknown_deviation_leaves_each_judged_day_to_decide(self):
        """Two judged days, one region unknown: neither answer decides it alone."""
        call = reading(new_deadline=NewDeadline.INCURABLE)
        body = verband(*two_towns(reference_region=None), recognised_on=NEVER, derogations=None)
        facts = {each.fact.fact: told(each) for each in asked(applies(body), LATE, call=call)}
        assert set(facts) == {"reference_region", "derogations"}
        assert facts["derogations"] == [
            ((), UNKNOWN),
            ((Derogation(date(2022, 12, 31)),), MET, MET),
        ]

    def test_the_day_of_submission_is_asked_for_beside_an_unknown_region(self):
        """It decides on which map the region counts, where regions can move."""
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        body = verband(*two_towns(reference_region=None), recognised_on=NEVER)
        region, submission = asked(applies(body), QUIET, call=call)
        assert (region.fact.fact, submission.fact.fact) == ("reference_region", "submitted_on")
        assert not any(isinstance(value, History) for value, *_ in told(region))

    def test_the_day_of_submission_is_asked_for_beside_an_unknown_deviation_too(self):
        """A deviation may run but on the day on which the region of a member does not fit."""
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        body = verband(*two_towns(reference_region=None), recognised_on=NEVER, derogations=None)
        facts = [each.fact.fact for each in asked(applies(body), QUIET, call=call)]
        assert facts == ["derogations", "reference_region", "submitted_on"]

    def test_a_submission_on_the_last_day_of_the_call(self):
        """What changes on it is read on it."""
        moved = town("90002", reference_region=History(LIMBURG, [(CALL.last_day, KEMPEN)]))
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        assert told(only(applies(verband(town(), moved, recognised_on=NEVER)), call=call)) == [
            (Days(ORDER, CALL.last_day), NOT_MET, NOT_MET),
            (Days(CALL.last_day, None), MET, MET),
        ]

    def test_a_deviation_must_run_since_the_known_day_of_submission(self):
        """No other day is judged but that one and the assessed one."""
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        body = verband(*two_towns(reference_region=LIMBURG), recognised_on=NEVER, derogations=None)
        submitted = date(2023, 5, 1)
        question = only(applies(body, submitted_on=submitted), call=call)
        assert told(question) == [((), NOT_MET, NOT_MET), ((Derogation(submitted),), MET, MET)]

    def test_a_deviation_may_run_but_on_one_judged_day(self):
        """From 2024 on only a deviation helps; whether the unknown one fits matters before."""
        joins = Membership(town("90003", reference_region=LIMBURG), date(2024, 1, 1))
        call = reading(new_deadline=NewDeadline.INCURABLE)
        members = two_towns(reference_region=None)
        body = verband(*members, joins, recognised_on=NEVER, derogations=None)
        facts = [each.fact.fact for each in asked(applies(body), LATE, call=call)]
        assert facts == ["derogations", "reference_region"]

    def test_what_one_must_be_follows_from_the_other_where_no_deviation_runs(self):
        """First the two together, then one beside Kempen by deviation, the other beside Limburg."""
        one, two = (town(code, reference_region=None) for code in ("90001", "90002"))
        left, back = date(2023, 2, 1), date(2024, 1, 1)
        body = verband(
            Membership(one, LONG_AGO, back),
            Membership(two, LONG_AGO, left),
            Membership(town("90003", reference_region=KEMPEN), left, back),
            Membership(two, back),
            Membership(town("90004", reference_region=LIMBURG), back),
            recognised_on=NEVER,
            derogations=(Derogation(left, back),),
        )
        call = reading(new_deadline=NewDeadline.INCURABLE, region_map=RegionMap.REGIODECREET)
        questions = asked(applies(body), LATE, call=call)
        assert [each.fact.subject for each in questions] == [str(one), str(two)]
        for question in questions:
            assert ((LIMBURG,), UNKNOWN) in told(question)
