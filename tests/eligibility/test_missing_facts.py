"""A missing fact is named by its field, its path and whose it is."""

from __future__ import annotations

from datetime import date

import pytest
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    QUIET,
    applies,
    around,
    city,
    finding,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.history import History
from wselr_rules.eligibility.applicants import applicant_dates
from wselr_rules.eligibility.criteria import Combination, Criterion, all_of, any_of
from wselr_rules.eligibility.finding import Finding, Missing, Operator
from wselr_rules.eligibility.rules import (
    CENTRUMSTAD_ALONE,
    CHANNEL,
    ELIGIBLE,
    ENOUGH_INHABITANTS,
    ENOUGH_MEMBERS,
    ONE_REGIEVERBAND,
    PARTNERSHIP_FORM,
    PLAN,
    REFERENCE_REGION,
)
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import WrongValue
from wselr_rules.law.readings import CentrumstadPartner, DoubleClaim, NewDeadline, PlanHolder
from wselr_rules.law.terms import LegalForm, PolicyPriority

NAME = "Regieverband R"
PATH = "regieverband.memberships[1].municipality"


def missing(application, criterion, on=QUIET, **circumstances):
    """Return the missing facts as they are."""
    return list(finding(application, on, criterion, **circumstances).missing)


class TestPaths:
    """Each fact that a rule can miss."""

    @pytest.mark.parametrize("criterion", [PARTNERSHIP_FORM, CENTRUMSTAD_ALONE])
    def test_the_legal_form(self, criterion):
        """A form that is not known is the regieverband's."""
        case = applies(verband(town(is_centrumstad=True), form=None))
        assert missing(case, criterion) == [Missing("legal_form", "regieverband.legal_form", NAME)]

    def test_the_legal_form_for_the_number_of_members(self):
        """One member may be enough, by the form."""
        case = applies(verband(town(), form=None))
        assert missing(case, ENOUGH_MEMBERS) == [
            Missing("legal_form", "regieverband.legal_form", NAME)
        ]

    def test_inhabitants_and_whether_a_partner_is_a_centrumstad(self):
        """Both can lift a partnership over the bound where I09 exempts."""
        case = applies(verband(*two_towns(inhabitants=None, is_centrumstad=None)))
        exempt = reading(centrumstad_partner=CentrumstadPartner.EXEMPT)
        town_2 = "Town 90002 (90002)"
        assert missing(case, ENOUGH_INHABITANTS, call=exempt) == [
            Missing("inhabitants", f"{PATH}.inhabitants", town_2),
            Missing("is_centrumstad", f"{PATH}.is_centrumstad", town_2),
        ]
        assert missing(case, ENOUGH_INHABITANTS) == [
            Missing("inhabitants", f"{PATH}.inhabitants", town_2)
        ]

    def test_whether_a_city_is_a_centrumstad(self):
        """The fact is of the member."""
        case = applies(city(town(is_centrumstad=None)))
        assert missing(case, CENTRUMSTAD_ALONE) == [
            Missing(
                "is_centrumstad",
                "regieverband.memberships[0].municipality.is_centrumstad",
                "Town 90001 (90001)",
            )
        ]

    def test_the_region_of_a_member_and_the_deviations(self):
        """A region is the member's, deviations are the regieverband's."""
        case = applies(verband(*two_towns(reference_region=None), derogations=None))
        assert missing(case, REFERENCE_REGION, date(2026, 2, 1)) == [
            Missing("reference_region", f"{PATH}.reference_region", "Town 90002 (90002)"),
            Missing("derogations", "regieverband.derogations", NAME),
        ]

    def test_the_recognition(self):
        """Whether it is existing or new decides between the two deadlines."""
        case = applies(verband(*two_towns(reference_region=LIMBURG), recognised_on=None))
        assert missing(case, REFERENCE_REGION) == [
            Missing("recognised_on", "regieverband.recognised_on", NAME)
        ]

    def test_the_day_of_submission(self):
        """It is asked for under the reading that reads it."""
        joined = town("90002", reference_region=History(KEMPEN, [(QUIET, LIMBURG)]))
        case = applies(verband(town(), joined, recognised_on=date(2023, 1, 1)))
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        assert missing(case, REFERENCE_REGION, call=call) == [
            Missing("submitted_on", "submitted_on", NAME)
        ]

    @pytest.mark.parametrize("day", [date(2022, 4, 28), date(2024, 7, 1)])
    def test_a_legal_form_in_the_past(self, day):
        """A form unknown on the baseline, or since the assessed day, may be a change."""
        forms = [(day, None), (date(2024, 7, 2), LegalForm.INTERLOCAL_ASSOCIATION)]
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, forms)
        case = applies(verband(*two_towns(reference_region=LIMBURG), form=form))
        assert missing(case, REFERENCE_REGION, date(2024, 7, 1)) == [
            Missing("legal_form", "regieverband.legal_form", NAME)
        ]

    def test_the_plan(self):
        """A plan that is not known is missing as a whole."""
        assert missing(applies(plan=None), PLAN) == [Missing("plan", "plan", NAME)]

    def test_in_whose_plan_an_action_stands(self):
        """Each action of which it is not known, by its id."""
        own = [
            Action(f"{each.value}-{code}", each, (2023, 2024, 2025), planned_by=code)
            for each in PolicyPriority
            for code in ("90001", "90002")
        ]
        own[3] = Action("open", own[3].code, own[3].years)
        call = reading(plan_holder=PlanHolder.EACH_MEMBER)
        case = applies(verband(*two_towns()), plan=ActionPlan(own))
        assert missing(case, PLAN, call=call) == [
            Missing("planned_by", "plan.actions[3].planned_by", "open")
        ]

    def test_the_channel(self):
        """Channels are of the application."""
        assert missing(applies(channels=None), CHANNEL) == [Missing("channels", "channels", NAME)]

    def test_the_recognition_of_another(self):
        """Whose recognition comes first is asked of both, the other's by its place."""
        shared = town("90002")
        one = applies(verband(town(), shared, id="one", recognised_on=None), id="one")
        other = applies(verband(town("90003"), shared, id="other", recognised_on=None), id="other")
        call = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        context = around(one, call=call, others=[other])
        place = list(context.portfolio).index(other)
        assert list(ONE_REGIEVERBAND.finding(one, context).missing) == [
            Missing("recognised_on", "regieverband.recognised_on", "Regieverband one"),
            Missing(
                "recognised_on",
                f"portfolio.applications[{place}].regieverband.recognised_on",
                "Regieverband other",
            ),
        ]


class TestForm:
    """Combinations, their names and what they refuse."""

    @pytest.mark.parametrize("operator", [Operator.AT_LEAST, Operator.ONE_OF, None])
    def test_no_combination(self, operator):
        """Only and, or and not combine criteria."""
        with pytest.raises(WrongValue) as caught:
            Combination(operator, [PLAN])
        error = caught.value
        assert (error.field, error.expected) == ("Combination.operator", "ALL, ANY or NOT")
        assert error.value is operator

    @pytest.mark.parametrize(
        ("operator", "parts"), [(Operator.ALL, ()), (Operator.NOT, (PLAN, CHANNEL))]
    )
    def test_a_combination_of_none(self, operator, parts):
        """There is a part at least, and only one to negate."""
        with pytest.raises(WrongValue) as caught:
            Combination(operator, parts)
        error = caught.value
        assert error.field == "Combination.parts"
        assert error.expected == "one criterion or, but for NOT, more"
        assert error.value == parts

    @pytest.mark.parametrize("combine", [all_of, any_of])
    def test_name_and_cases(self, combine):
        """A combination keeps the name and the cases that it is given."""

        def cases(application, context):
            del context
            yield application

        named = combine(PLAN, CHANNEL, id="both", cases=cases)
        assert (named.id, named.cases) == ("both", cases)

    def test_look_up(self):
        """A finding knows its parts by the ids of their criteria."""
        found = finding(applies())
        assert found["plan"].criterion == "plan"
        assert found["eligible"] is found
        assert "plan" in found
        assert "centrumstad" not in found
        with pytest.raises(KeyError) as caught:
            found["centrumstad"]
        assert caught.value.args == ("centrumstad",)

    def test_a_message_of_your_own_with_terms(self):
        """A text of the caller's own is filled with terms in the words of each language."""
        own = Finding(Verdict.MET, "as {form}", {"form": LegalForm.MUNICIPALITY})
        assert own.text("en") == "✓ as municipality alone"
        assert own.text("nl") == "✓ as gemeente"

    def test_dates_of_the_legal_form(self):
        """The days on which the form changes are among those of the applicant."""
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, [(QUIET, LegalForm.OTHER)])
        case = applies(verband(*two_towns(), form=form))
        assert set(applicant_dates(case, around(case))) == {LONG_AGO, QUIET}

    def test_dates_of_a_combination(self):
        """A combination turns on the days of all its parts."""
        case = applies()
        context = around(case)
        assert ELIGIBLE.dates(case, context) == REFERENCE_REGION.dates(case, context) | {LONG_AGO}
        assert Criterion("x", lambda *_: None, dates=lambda *_: [QUIET]).dates(
            case, context
        ) == frozenset({QUIET})
        assert CALL.new_fit_deadline in ELIGIBLE.dates(case, context)
