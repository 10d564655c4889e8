"""Who applies, and fitting a region: what is asked, and what each answer settles."""

from __future__ import annotations

from datetime import date

import pytest
from tests.eligibility.asking import asked, only, told
from tests.eligibility.stories import (
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    MET,
    NOT_MET,
    OUTSIDE,
    QUIET,
    UNKNOWN,
    applies,
    city,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.answers import FormChange
from wselr_rules.eligibility.finding import Interval
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.law.readings import (
    CentrumstadPartner,
    Change,
    NewDeadline,
    RegionMap,
)
from wselr_rules.law.terms import LegalForm

FORMS = tuple(LegalForm)[:5]
LATE = date(2026, 2, 1)


class TestInhabitants:
    """A threshold question names the interval that decides it."""

    @pytest.mark.parametrize("known", [0, 40_000, 55_790, 59_999])
    def test_the_last_figure_decides_both_ways(self, known):
        """60,000 less what the others have meets the bound, one fewer does not."""
        short = 60_000 - known
        body = verband(
            town(inhabitants=known),
            town("90002", inhabitants=None, job_seekers=0, working_age_population=0),
        )
        question = only(applies(body))
        assert question.path == "regieverband.memberships[1].municipality.inhabitants"
        assert question.criteria == ("enough-inhabitants",)
        assert question.sentences == ("S09",)
        assert told(question) == [
            (Interval(short), MET, MET),
            (Interval(0, short - 1), NOT_MET, NOT_MET),
        ]

    def test_of_several_unknown_figures_each_may_be_enough_alone(self):
        """What another member has at least counts; fewer than needed leaves it open."""
        unknown = town("90003", inhabitants=None, working_age_population=15_000, job_seekers=0)
        other = town("90002", inhabitants=None, working_age_population=None, job_seekers=5_000)
        one, two = asked(applies(verband(town(inhabitants=30_000), other, unknown)))
        assert told(one) == [(Interval(15_000), MET, MET), (Interval(5_000, 14_999), UNKNOWN)]
        assert told(two) == [(Interval(25_000), MET, MET), (Interval(15_000, 24_999), UNKNOWN)]

    def test_the_known_members_may_have_enough_already(self):
        """Then nothing is asked of the others."""
        body = verband(town(inhabitants=60_000), town("90002", inhabitants=None))
        assert len(asked(applies(body))) == 0

    def test_a_centrumstad_among_the_partners_lifts_the_bound_under_i09(self):
        """Yes decides it, no leaves it to the figures."""
        call = reading(centrumstad_partner=CentrumstadPartner.EXEMPT)
        body = verband(*two_towns(inhabitants=10_000, is_centrumstad=None))
        assert told(only(applies(body), call=call)) == [(True, MET, MET), (False, NOT_MET, NOT_MET)]
        body = verband(*two_towns(inhabitants=None, is_centrumstad=None))
        facts = {each.fact.fact: told(each) for each in asked(applies(body), call=call)}
        assert facts == {
            "inhabitants": [(Interval(20_000), MET, MET), (Interval(0, 19_999), UNKNOWN)],
            "is_centrumstad": [(True, MET, MET), (False, UNKNOWN)],
        }


class TestWhoApplies:
    """The legal form, and whether a city is a centrumstad."""

    def test_the_form_of_a_partnership(self):
        """Any of the five forms will do, and nothing else; a municipality has one member."""
        question = only(applies(verband(form=None)))
        assert question.path == "regieverband.legal_form"
        assert told(question) == [
            (FORMS, MET, MET),
            ((LegalForm.OTHER,), NOT_MET, NOT_MET),
        ]

    def test_the_form_of_one_large_centrumstad(self):
        """It may be a welzijnsvereniging or a municipality alone, no other partnership."""
        body = verband(town(inhabitants=70_000, is_centrumstad=True), form=None)
        question = only(applies(body))
        assert question.criteria == ("partnership-form", "enough-members", "centrumstad-alone")
        assert [(value, verdict) for value, verdict, *_ in told(question)] == [
            (FORMS[:4], NOT_MET),
            ((LegalForm.WELFARE_ASSOCIATION,), MET),
            ((LegalForm.MUNICIPALITY,), MET),
            ((LegalForm.OTHER,), NOT_MET),
        ]

    def test_whether_a_city_alone_is_a_centrumstad(self):
        """It is the only thing that is asked of a city alone."""
        question = only(applies(city(town(is_centrumstad=None, inhabitants=None))))
        assert question.path == "regieverband.memberships[0].municipality.is_centrumstad"
        assert told(question) == [(True, MET, MET), (False, NOT_MET, NOT_MET)]

    def test_what_two_parts_need_to_be_different_is_one_question_under_i09(self):
        """One member of a form not known: a centrumstad is exempt in one form, alone in another."""
        call = reading(centrumstad_partner=CentrumstadPartner.EXEMPT)
        body = verband(town(is_centrumstad=None, inhabitants=10_000), form=None)
        facts = {each.fact.fact: each for each in asked(applies(body), call=call)}
        assert set(facts) == {"legal_form", "is_centrumstad"}
        assert facts["is_centrumstad"].criteria == ("enough-inhabitants", "centrumstad-alone")
        assert told(facts["is_centrumstad"])[1] == (False, NOT_MET, NOT_MET, NOT_MET)


class TestRegion:
    """Standing, regions of members, deviations and the day of submission."""

    def test_the_region_of_one_member(self):
        """Only that of the others will do."""
        question = only(applies(verband(*two_towns(reference_region=None))), LATE)
        inside = tuple(each for each in ReferenceRegion if each not in {KEMPEN, OUTSIDE})
        assert question.path == "regieverband.memberships[1].municipality.reference_region"
        assert told(question) == [
            ((KEMPEN,), MET, MET),
            ((*inside, OUTSIDE), NOT_MET, NOT_MET),
        ]

    def test_two_unknown_regions_decide_nothing_alone_but_outside(self):
        """Whichever region it is, the other may be the same; outside no other can be."""
        towns = (town(reference_region=None), town("90002", reference_region=None))
        for question in asked(applies(verband(*towns)), LATE):
            inside = tuple(each for each in ReferenceRegion if each is not OUTSIDE)
            assert told(question) == [(inside, UNKNOWN), ((OUTSIDE,), NOT_MET, NOT_MET)]

    def test_a_former_member_is_not_asked_for(self):
        """Its region is read on no judged day."""
        gone = Membership(town("90003", reference_region=None), LONG_AGO, date(2021, 1, 1))
        body = verband(*two_towns(reference_region=None), gone)
        assert only(applies(body), LATE).fact.subject == "Town 90002 (90002)"

    def test_a_municipality_that_came_back_is_one_question(self):
        """Its region is one fact, wherever it stands."""
        again = town("90002", reference_region=None)
        memberships = [
            Membership(again, LONG_AGO, date(2023, 6, 1)),
            Membership(again, date(2023, 9, 1)),
        ]
        call = reading(new_deadline=NewDeadline.INCURABLE)
        question = only(applies(verband(town(), *memberships)), LATE, call=call)
        assert question.path == "regieverband.memberships[1].municipality.reference_region"

    def test_a_region_that_has_to_follow_the_map(self):
        """Where the others moved to another region, it must have moved with them."""
        moved = History(KEMPEN, [(date(2023, 3, 19), LIMBURG)])
        towns = (town(reference_region=moved), town("90002", reference_region=None))
        call = reading(new_deadline=NewDeadline.INCURABLE)
        question = only(applies(verband(*towns, recognised_on=NEVER)), LATE, call=call)
        assert told(question) == [
            (tuple(ReferenceRegion), NOT_MET, NOT_MET),
            (question.answers[1].value, MET, MET),
        ]
        assert set(question.answers[1].value.values) == {KEMPEN, LIMBURG}

    def test_the_recognition(self):
        """Before the order it has until 2026; later, or never, it has not."""
        body = verband(*two_towns(reference_region=LIMBURG), recognised_on=None)
        assert told(only(applies(body))) == [
            (Days(None, date(2022, 4, 29)), MET, MET),
            (Days(date(2022, 4, 29), None), NOT_MET, NOT_MET),
            (NEVER, NOT_MET, NOT_MET),
        ]

    def test_the_recognition_matters_too_where_regions_alone_seem_to_be_open(self):
        """With a region unknown on two days, an existing one is judged on one of them only."""
        call = reading(new_deadline=NewDeadline.INCURABLE)
        body = verband(*two_towns(reference_region=None), recognised_on=None)
        facts = {each.fact.fact for each in asked(applies(body), LATE, call=call)}
        assert facts == {"reference_region", "recognised_on"}

    def test_the_deviations(self):
        """None leaves it across two regions, one that runs makes it fit."""
        body = verband(*two_towns(reference_region=LIMBURG), derogations=None)
        assert told(only(applies(body), LATE)) == [
            ((), NOT_MET, NOT_MET),
            ((Derogation(LATE),), MET, MET),
        ]

    def test_a_form_that_may_have_changed(self):
        """The known form of today does not say whether it was another one at the baseline."""
        form = History(None, [(date(2023, 6, 1), LegalForm.PROJECT_ASSOCIATION)])
        body = verband(*two_towns(reference_region=LIMBURG), form=form)
        project = (LegalForm.PROJECT_ASSOCIATION,)
        assert told(only(applies(body))) == [
            (FormChange(project, None), MET, MET),
            (FormChange(project, Days(date(2022, 4, 29), None)), NOT_MET, NOT_MET),
        ]
        state = reading(change=Change.TERRITORY_ONLY)
        assert len(asked(applies(body), call=state)) == 0

    def test_the_day_of_submission(self):
        """Under I05 at submission the territory and the map of that day decide."""
        moved = town("90002", reference_region=History(KEMPEN, [(QUIET, LIMBURG)]))
        body = verband(town(), moved, recognised_on=date(2023, 1, 1))
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        question = only(applies(body), call=call)
        assert question.path == "submitted_on"
        assert told(question) == [
            (Days(date(2022, 4, 29), QUIET), MET, MET),
            (Days(QUIET, None), NOT_MET, NOT_MET),
        ]

    def test_changes_of_form_are_told_apart_only_where_they_matter(self):
        """A form not known at all: unchanged it will do, changed it comes too late."""
        body = verband(*two_towns(reference_region=LIMBURG), form=None)
        assert told(only(applies(body))) == [
            (FormChange(FORMS, None), MET, MET, MET),
            (FormChange(FORMS, Days(date(2022, 4, 29), None)), NOT_MET, MET, NOT_MET),
            ((LegalForm.OTHER,), NOT_MET, NOT_MET),
        ]
        still = reading(change=Change.TERRITORY_ONLY)
        assert told(only(applies(body), call=still))[0] == (FORMS, MET, MET)

    def test_a_form_that_may_have_changed_by_the_day_of_submission(self):
        """Under I05 at submission a change after the assessed day counts too."""
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, [(date(2024, 1, 1), None)])
        body = verband(*two_towns(reference_region=LIMBURG), form=form)
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        case = applies(body, submitted_on=QUIET)
        interlocal = (LegalForm.INTERLOCAL_ASSOCIATION,)
        assert told(only(case, date(2023, 6, 1), call=call)) == [
            (FormChange(interlocal, None), MET, MET),
            (FormChange(interlocal, Days(date(2024, 1, 1), None)), NOT_MET, NOT_MET),
        ]

    def test_a_form_cannot_have_changed_on_the_assessed_day_and_be_what_it_was(self):
        """Known the day before, and asked of the first day on which a change would count."""
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, [(date(2022, 4, 29), None)])
        body = verband(form=form, recognised_on=date(2022, 4, 1))
        call = reading(new_deadline=NewDeadline.INCURABLE)
        assert told(only(applies(body), date(2022, 4, 29), call=call)) == [
            (FORMS, MET, MET),
            ((LegalForm.OTHER,), NOT_MET, NOT_MET),
        ]

    def test_an_answer_over_time_is_told_only_where_it_settles_more(self):
        """With another region unknown too, following the map decides no more than staying."""
        moved = History(KEMPEN, [(date(2023, 3, 19), LIMBURG)])
        towns = (
            town(reference_region=moved),
            town("90002", reference_region=None),
            town("90003", reference_region=None),
        )
        call = reading(new_deadline=NewDeadline.INCURABLE)
        body = verband(*towns, recognised_on=None)
        for question in asked(applies(body), LATE, call=call)[1:]:
            assert not any(isinstance(each.value, History) for each in question.answers)

    def test_on_one_map_a_municipality_lies_in_one_region(self):
        """By the map of the Regiodecreet for every day it cannot have followed the others."""
        gone = Membership(town("90003", reference_region=KEMPEN), LONG_AGO, date(2024, 1, 1))
        came = Membership(town("90004", reference_region=LIMBURG), date(2024, 1, 1))
        both = Membership(town("90002", reference_region=None), LONG_AGO)
        case = applies(verband(gone, came, both, recognised_on=NEVER, derogations=None))
        call = reading(new_deadline=NewDeadline.INCURABLE, region_map=RegionMap.REGIODECREET)
        assert [each.fact.fact for each in asked(case, LATE, call=call)] == [
            *["derogations", "reference_region"],
        ]
        judged = reading(new_deadline=NewDeadline.INCURABLE)
        region = asked(case, LATE, call=judged)[1]
        assert set(region.answers[-1].value.values) == {KEMPEN, LIMBURG}

    def test_a_form_may_have_changed_and_changed_back(self):
        """What was known at the baseline is asked for today: it may be that, and not steadily."""
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, [(date(2022, 4, 29), None)])
        body = verband(*two_towns(reference_region=LIMBURG), form=form)
        interlocal, *others = FORMS
        assert told(only(applies(body))) == [
            (FormChange((interlocal,), None), MET, MET, MET),
            (FormChange((interlocal,), Days(date(2022, 4, 29), None)), NOT_MET, MET, NOT_MET),
            (tuple(others), NOT_MET, MET, NOT_MET),
            ((LegalForm.OTHER,), NOT_MET, NOT_MET, NOT_MET),
        ]
