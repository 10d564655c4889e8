"""A missing fact is named by its field, its path and whose it is."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    PLAN_YEARS,
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
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.standing import Standing
from wselr_rules.eligibility.agenda import applicant_events
from wselr_rules.eligibility.criteria import Combination, Criterion, all_of, any_of
from wselr_rules.eligibility.finding import Finding, Missing, Operator, Quantity
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
from wselr_rules.eligibility.words import in_words
from wselr_rules.errors import WrongValue
from wselr_rules.law.readings import (
    CentrumstadPartner,
    DerogationEffect,
    DoubleClaim,
    NewDeadline,
    PlanHolder,
    RegionMap,
)
from wselr_rules.law.terms import LegalForm, PolicyPriority
from wselr_rules.render.language import Language

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
        days = {event.day for event in applicant_events(case, around(case))}
        assert days == {LONG_AGO, QUIET}

    def test_dates_of_a_combination(self):
        """A combination turns on the days of all its parts."""
        case = applies()
        context = around(case)
        assert ELIGIBLE.dates(case, context) == REFERENCE_REGION.dates(case, context) | {LONG_AGO}
        assert Criterion("x", lambda *_: None, dates=lambda *_: [QUIET]).dates(
            case, context
        ) == frozenset({QUIET})
        assert CALL.new_fit_deadline in ELIGIBLE.dates(case, context)


class TestDecidedAsksNothing:
    """A decided finding names no missing fact, whatever else is not known."""

    def test_two_members_are_no_city(self):
        """Whether either is a centrumstad makes no difference."""
        case = applies(verband(*two_towns(is_centrumstad=None), form=None))
        assert missing(case, CENTRUMSTAD_ALONE) == []

    def test_a_conflict_in_an_incomplete_portfolio(self):
        """A known conflict decides, however many others there are."""
        shared = town("90002")
        one = applies(verband(town(), shared, id="one"), id="one")
        other = applies(verband(town("90003"), shared, id="other"), id="other")
        found = finding(one, criterion=ONE_REGIEVERBAND, others=[other], complete=False)
        assert (found.verdict, found.missing) == (Verdict.NOT_MET, ())

    def test_a_recognition_that_makes_no_difference(self):
        """From 2026 on both standings must fit, so only the region is asked for."""
        towns = two_towns(reference_region=None)
        case = applies(verband(*towns, recognised_on=None))
        on = date(2026, 2, 1)
        facts = [each.fact for each in missing(case, REFERENCE_REGION, on)]
        assert facts == ["reference_region"]

    def test_deviations_that_do_not_count(self):
        """Under the reading that ignores them they are not asked for."""
        case = applies(verband(*two_towns(reference_region=None), derogations=None))
        ignored = reading(derogation=DerogationEffect.IGNORED)
        facts = [each.fact for each in missing(case, REFERENCE_REGION, date(2026, 2, 1))]
        assert facts == ["reference_region", "derogations"]
        facts = [
            each.fact for each in missing(case, REFERENCE_REGION, date(2026, 2, 1), call=ignored)
        ]
        assert facts == ["reference_region"]

    def test_a_region_known_on_the_day(self):
        """Of a region over time only what is not known on the judged map is asked for."""
        known_later = History(None, [(QUIET, KEMPEN)])
        towns = town("90001", reference_region=known_later), town("90002", reference_region=None)
        case = applies(verband(*towns))
        on = date(2026, 2, 1)
        assert [each.subject for each in missing(case, REFERENCE_REGION, on)] == [
            "Town 90002 (90002)"
        ]
        decreed = reading(region_map=RegionMap.REGIODECREET)
        assert len(missing(case, REFERENCE_REGION, on, call=decreed)) == 2


class TestQuantities:
    """What was found is held against what is required, each in its unit."""

    @pytest.mark.parametrize("form", [LegalForm.MUNICIPALITY, LegalForm.PROJECT_ASSOCIATION, None])
    def test_a_city_alone(self, form):
        """Its form is to be that of a municipality."""
        found = finding(applies(verband(town(), form=form)), criterion=CENTRUMSTAD_ALONE)
        assert found.operator is Operator.IS
        assert found.observed == (None if form is None else Quantity(form, "legal form"))
        assert found.required == Quantity(LegalForm.MUNICIPALITY, "legal form")

    def test_a_partnership_form(self):
        """Its form is to be one of the accepted ones, in the order of the terms."""
        found = finding(applies(), criterion=PARTNERSHIP_FORM)
        accepted = tuple(LegalForm)[:5]
        assert found.operator is Operator.ONE_OF
        assert found.observed == Quantity(LegalForm.INTERLOCAL_ASSOCIATION, "legal form")
        assert found.required == Quantity(accepted, "legal form")

    @pytest.mark.parametrize(
        ("form", "members", "required"),
        [
            (LegalForm.WELFARE_ASSOCIATION, 1, 1),
            (LegalForm.INTERLOCAL_ASSOCIATION, 1, 2),
            (None, 1, 1),
            (None, 2, 2),
        ],
    )
    def test_members(self, form, members, required):
        """Of a form not known, as many are required as decide it, or the fewest."""
        towns = two_towns()[:members]
        found = finding(applies(verband(*towns, form=form)), criterion=ENOUGH_MEMBERS)
        assert found.operator is Operator.AT_LEAST
        assert found.observed == Quantity(members, "members")
        assert found.required == Quantity(required, "members")
        assert found.margin == members - required

    def test_no_member(self):
        """A regieverband without a member has no region, and one is allowed at most."""
        gone = Membership(town(), LONG_AGO, date(2023, 1, 1))
        found = finding(applies(verband(gone)), criterion=REFERENCE_REGION)
        assert found.operator is Operator.AT_MOST
        assert found.required == Quantity(1, "reference regions")
        assert found.sentences == ("S13",)

    def test_applications(self):
        """One application, and how many there are known to be where there are more."""
        alone = finding(applies(), criterion=ONE_REGIEVERBAND)
        assert (alone.operator, alone.observed) == (Operator.IS, None)
        assert alone.required == Quantity(1, "applications")
        shared = town("90002")
        cases = [applies(verband(town(f"9001{n}"), shared, id=f"R{n}")) for n in range(3)]
        found = finding(cases[0], criterion=ONE_REGIEVERBAND, others=cases[1:])
        assert found.observed == Quantity(3, "applications known")

    def test_cells_and_channels(self):
        """A plan is held against twelve cells; of what is not known nothing was found."""
        plan = finding(applies(), criterion=PLAN)
        assert (plan.operator, plan.observed) == (Operator.AT_LEAST, Quantity(12, "cells"))
        channel = finding(applies(), criterion=CHANNEL)
        assert channel.operator is Operator.ONE_OF
        unknown = applies(plan=None, channels=None)
        assert finding(unknown, criterion=PLAN).observed is None
        assert finding(unknown, criterion=CHANNEL).observed is None

    @pytest.mark.parametrize(("known", "verdict"), [(2, Verdict.NOT_MET), (3, Verdict.UNKNOWN)])
    def test_how_many_actions_are_short(self, known, verdict):
        """Where two actions are asked for, one is short: that much must be open."""
        call = evolve(reading(plan_holder=PlanHolder.EACH_MEMBER), minimum_actions=2)
        first, *others = PolicyPriority
        own = [
            Action(f"{each.value}-{code}-{n}", each, PLAN_YEARS, planned_by=code)
            for each in others
            for code in ("90001", "90002")
            for n in range(2)
        ]
        own.append(Action("one", first, PLAN_YEARS, planned_by="90001"))
        open_ones = [Action(f"open {n}", first, PLAN_YEARS) for n in range(known)]
        case = applies(verband(*two_towns()), plan=ActionPlan([*own, *open_ones]))
        found = finding(case, criterion=PLAN, call=call)
        assert found.verdict is verdict
        assert found.arguments["gaps"][0] == "Town 90001: WSE-LR1 2023"

    def test_a_plan_of_nobody_is_the_applications(self):
        """Without a member on the day the gaps are those of the application, without a name."""
        gone = Membership(town(), LONG_AGO, date(2023, 1, 1))
        call = reading(plan_holder=PlanHolder.EACH_MEMBER)
        case = applies(verband(gone), plan=ActionPlan(()))
        gaps = finding(case, criterion=PLAN, call=call).arguments["gaps"]
        assert gaps[0] == "WSE-LR1 2023"
        assert len(gaps) == 12

    def test_conflicts_in_order(self):
        """Conflicts come in the order of their territory, with what and who in each."""
        towns = [town(f"9000{n}") for n in range(5)]
        one = applies(verband(*towns, id="one"), id="one")
        two = applies(verband(towns[4], towns[1], id="two"), id="two")
        three = applies(verband(towns[2], towns[0], id="three"), id="three")
        found = finding(one, criterion=ONE_REGIEVERBAND, others=[two, three])
        assert [(each.territory, each.application_ids) for each in found.conflicts] == [
            (("90000",), ("one", "three")),
            (("90001",), ("one", "two")),
            (("90002",), ("one", "three")),
            (("90004",), ("one", "two")),
        ]
        first = found.conflicts[0]
        assert (first.nis_codes, first.names) == (("90000",), ("Town 90000",))
        assert first.regieverbanden == ("Regieverband one", "Regieverband three")

    def test_a_portfolio_that_is_not_complete(self):
        """That there may be others is a fact of the portfolio."""
        assert missing(applies(), ONE_REGIEVERBAND, complete=None) == [
            Missing("complete", "portfolio.complete", NAME)
        ]

    def test_a_negation_reads_the_application(self):
        """A negated criterion is asked of the same application on the same day."""
        assert (~PLAN).verdict(applies(), around(applies())) is Verdict.NOT_MET

    def test_any_object_has_words(self):
        """A value of another kind is written as it writes itself."""
        assert in_words("{each}", {"each": Missing("a", "b", "c")}, Language.EN) == str(
            Missing("a", "b", "c")
        )


class TestWhichDay:
    """The words on the region speak of the day that was judged, and of its standing."""

    @pytest.mark.parametrize(
        ("deadline", "submitted_on"),
        [(NewDeadline.AT_SUBMISSION, date(2023, 6, 1)), (NewDeadline.INCURABLE, None)],
    )
    def test_the_standing(self, deadline, submitted_on):
        """A new one is judged by S15, under each reading of its deadline."""
        body = verband(*two_towns(reference_region=LIMBURG), recognised_on=date(2023, 5, 1))
        case = applies(body, submitted_on=submitted_on)
        found = finding(case, criterion=REFERENCE_REGION, call=reading(new_deadline=deadline))
        assert found.arguments["standings"] == (Standing.NEW,)
        assert found.sentences == ("S13", "S15")

    def test_the_regions_of_the_day_of_submission(self):
        """Across two regions when it was handed in, in one now: those of then are named."""
        moved = town("90002", reference_region=History(LIMBURG, [(QUIET, KEMPEN)]))
        body = verband(town(), moved, recognised_on=date(2023, 5, 1))
        case = applies(body, submitted_on=date(2023, 6, 1))
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        found = finding(case, criterion=REFERENCE_REGION, call=call)
        assert found.verdict is Verdict.NOT_MET
        assert found.arguments["regions"] == (KEMPEN, LIMBURG)

    def test_the_regions_of_the_assessed_day_while_it_is_not_due(self):
        """Before the duty begins, the regions are those of the day that is assessed."""
        moved = town("90002", reference_region=History(LIMBURG, [(date(2022, 9, 1), KEMPEN)]))
        case = applies(verband(town(), moved, recognised_on=NEVER))
        call = reading(new_deadline=NewDeadline.INCURABLE)
        found = finding(case, date(2022, 6, 1), REFERENCE_REGION, call=call)
        assert found.message == "region.pending-across"
        assert found.arguments["regions"] == (KEMPEN, LIMBURG)

    def test_a_submission_on_the_last_day_is_possible(self):
        """What changes on the last day of the call makes a submission on it another one."""
        joined = Membership(town("90002", reference_region=LIMBURG), date(2026, 12, 31))
        case = applies(verband(town(), joined, recognised_on=date(2023, 5, 1)))
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        found = finding(case, criterion=REFERENCE_REGION, call=call)
        assert found.verdict is Verdict.UNKNOWN

    @pytest.mark.parametrize(
        ("day", "verdict"), [(date.min, Verdict.NOT_MET), (date.max, Verdict.UNKNOWN)]
    )
    def test_a_recognition_at_the_end_of_the_calendar(self, day, verdict):
        """Nobody was recognised before the first day there is; before the last, anybody."""
        shared = town("90002")
        one = applies(verband(town(), shared, id="one", recognised_on=None), id="one")
        other = applies(verband(town("90003"), shared, id="other", recognised_on=day), id="other")
        call = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        assert finding(one, others=[other], call=call).verdict is verdict

    def test_a_recognition_before_all_known_days(self):
        """Own recognition not known can still have come before another's, however early."""
        shared = town("90002")
        one = applies(verband(town(), shared, id="one", recognised_on=None), id="one")
        early = date(2015, 1, 1)
        other = applies(verband(town("90003"), shared, id="other", recognised_on=early), id="other")
        call = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        assert finding(one, others=[other], call=call).verdict is Verdict.UNKNOWN


class TestDates:
    """Days on which an answer can change only under one reading."""

    def test_the_day_of_submission(self):
        """The region is judged on the day of submission under one reading of its deadline."""
        case = applies(submitted_on=date(2023, 2, 3))
        assert date(2023, 2, 3) in REFERENCE_REGION.dates(case, around(case))

    def test_the_members_hold_plans(self):
        """Whose plan is asked for changes with the members only where each holds its own."""
        case = applies()
        assert PLAN.dates(case, around(case)) == frozenset()
        by_member = reading(plan_holder=PlanHolder.EACH_MEMBER)
        assert PLAN.dates(case, around(case, call=by_member)) == frozenset({LONG_AGO})
