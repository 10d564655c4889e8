"""Every reading of the register, default and alternative, on a case that tells them apart."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import event, given, settings
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility import oracle
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    MET,
    NOT_MET,
    OUTSIDE,
    PLAN,
    QUIET,
    UNKNOWN,
    applies,
    around,
    city,
    facts_missing,
    finding,
    reading,
    real,
    town,
    two_towns,
    verband,
    verdict,
)

from wselr_rules.decision import assess_call
from wselr_rules.domain import flanders
from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.standing import Standing
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.rules import (
    ELIGIBLE,
    ENOUGH_INHABITANTS,
    ENOUGH_MEMBERS,
    ONE_REGIEVERBAND,
    REFERENCE_REGION,
)
from wselr_rules.eligibility.rules import (
    PLAN as PLAN_RULE,
)
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import DateOutsideCall, YearOutsideCall, ZeroKeyTotal
from wselr_rules.law.readings import (
    INTERPRETATIONS,
    Approval,
    BudgetPeriod,
    CentrumstadPartner,
    Change,
    DerogationEffect,
    DoubleClaim,
    Existing,
    ExistingDeadline,
    Merger,
    MinimumMembers,
    NewDeadline,
    PlanHolder,
    Readings,
    RegionMap,
    Rounding,
    ZeroKey,
)
from wselr_rules.law.terms import LegalForm

BEFORE_EFFECT = reading(existing=Existing.BEFORE_EFFECT)
TERRITORY_ONLY = reading(change=Change.TERRITORY_ONLY)
STATE = reading(change=Change.STATE)
MEMBER_LIST = reading(merger=Merger.MEMBER_LIST)
AT_SUBMISSION = reading(new_deadline=NewDeadline.AT_SUBMISSION)
INCURABLE = reading(new_deadline=NewDeadline.INCURABLE)
FIRST = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
EXEMPT = reading(centrumstad_partner=CentrumstadPartner.EXEMPT)
EACH_MEMBER = reading(plan_holder=PlanHolder.EACH_MEMBER)
FUSION = date(2025, 1, 1)


def _both(*choices):
    """Return the call with the readings that these calls choose, each one that is not a default."""
    chosen = {
        each.name: each.chosen_in(call.readings)
        for call in choices
        for each in INTERPRETATIONS
        if each.chosen_in(call.readings) is not each.default
    }
    return reading(**chosen)


def _across(*more, **facts):
    """Return a regieverband in two regions."""
    submitted = {name: facts.pop(name) for name in ("submitted_on",) if name in facts}
    return applies(verband(*two_towns(reference_region=LIMBURG), *more, **facts), **submitted)


def _standing(application, on, call=CALL):
    return application.regieverband.standing_on(on, call)


def _answers(application, days, criterion=ELIGIBLE, **circumstances):
    return [verdict(application, day, criterion, **circumstances) for day in days]


class TestAll:
    """The register as a whole."""

    def test_every_question_has_another_answer(self):
        """Fifteen questions, I01 to I15, each with a default and at least one alternative."""
        assert [each.id for each in INTERPRETATIONS] == [f"I{n:02}" for n in range(1, 16)]
        for each in INTERPRETATIONS:
            assert each.alternatives
            assert each.default is each.chosen_in(CALL.readings)

    @settings(max_examples=examples(120))
    @given(worlds.portfolios(known=True), worlds.calls(), worlds.days())
    def test_all_of_them_together_against_a_second_telling(self, portfolio, call, on):
        """Whatever is combined, the rules told a second time, day by day, say the same."""
        application, *others = portfolio.applications
        context = Context(on, call=call, portfolio=portfolio)
        told = (application, on, call.readings)
        pairs = [
            (ELIGIBLE.rule.parts[0], oracle.may_apply(*told)),
            (REFERENCE_REGION, oracle.fits_in_time(*told)),
            (ONE_REGIEVERBAND, oracle.keeps_its_ground(application, others, *told[1:])),
            (ELIGIBLE, oracle.is_eligible(application, others, *told[1:])),
        ]
        for criterion, expected in pairs:
            event(f"{criterion.id}: {bool(expected)}")
            assert criterion.verdict(application, context) is Verdict.of(bool(expected))


class TestI01:
    """When is a regieverband existing?"""

    @pytest.mark.parametrize(
        ("recognised_on", "by_order", "by_effect"),
        [
            (date(2022, 4, 28), Standing.EXISTING, Standing.EXISTING),
            (date(2022, 4, 29), Standing.NEW, Standing.EXISTING),
            (date(2022, 4, 30), Standing.NEW, Standing.EXISTING),
            (date(2022, 12, 31), Standing.NEW, Standing.EXISTING),
            (date(2023, 1, 1), Standing.NEW, Standing.NEW),
            (date(2023, 1, 2), Standing.NEW, Standing.NEW),
            (NEVER, Standing.NEW, Standing.NEW),
        ],
    )
    def test_recognised_before_the_order_or_before_it_takes_effect(
        self, recognised_on, by_order, by_effect
    ):
        """Before 29 April 2022, or before 1 January 2023."""
        case = _across(recognised_on=recognised_on)
        assert _standing(case, QUIET) is by_order
        assert _standing(case, QUIET, BEFORE_EFFECT) is by_effect
        expected = MET if by_effect is Standing.EXISTING else NOT_MET
        assert verdict(case, QUIET, call=BEFORE_EFFECT) is expected

    @pytest.mark.parametrize(
        ("joined", "by_order", "by_effect"),
        [
            (date(2022, 4, 28), MET, MET),
            (date(2022, 4, 29), NOT_MET, MET),
            (date(2022, 12, 31), NOT_MET, MET),
            (date(2023, 1, 1), NOT_MET, NOT_MET),
            (date(2023, 1, 2), NOT_MET, NOT_MET),
        ],
    )
    def test_the_baseline_moves_with_it(self, joined, by_order, by_effect):
        """Its state at the end of 28 April 2022, or of 31 December 2022, is the baseline."""
        case = _across(Membership(town("90003"), joined))
        assert verdict(case, QUIET) is by_order
        assert verdict(case, QUIET, call=BEFORE_EFFECT) is by_effect

    @pytest.mark.parametrize("change", [Change.EVENT, Change.STATE])
    @pytest.mark.parametrize(
        ("turned", "by_order", "by_effect"),
        [
            (date(2022, 4, 28), MET, MET),
            (date(2022, 4, 29), NOT_MET, MET),
            (date(2022, 4, 30), NOT_MET, MET),
            (date(2022, 12, 31), NOT_MET, MET),
            (date(2023, 1, 1), NOT_MET, NOT_MET),
            (date(2023, 1, 2), NOT_MET, NOT_MET),
        ],
    )
    def test_the_baseline_is_the_same_for_form_and_territory(
        self, turned, by_order, by_effect, change
    ):
        """A form or a member of 28 April 2022 is in the baseline, one of 29 April is not."""
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, [(turned, LegalForm.PROJECT_ASSOCIATION)])
        for case in (_across(form=form), _across(Membership(town("90003"), turned))):
            assert verdict(case, QUIET, call=reading(change=change)) is by_order
            both = reading(change=change, existing=Existing.BEFORE_EFFECT)
            assert verdict(case, QUIET, call=both) is by_effect

    def test_a_change_counts_from_its_own_day(self):
        """Joined on 1 June 2024: existing the day before, changed on the day."""
        case = _across(Membership(town("90003"), date(2024, 6, 1)))
        for call in (CALL, BEFORE_EFFECT):
            assert _standing(case, date(2024, 5, 31), call) is Standing.EXISTING
            assert _standing(case, date(2024, 6, 1), call) is Standing.CHANGED


class TestI02:
    """What is expanding or changing?"""

    @pytest.fixture
    def new_form(self):
        """Return one that was a projectvereniging for the month of May 2023."""
        turns = [
            (date(2023, 5, 1), LegalForm.PROJECT_ASSOCIATION),
            (date(2023, 6, 1), LegalForm.INTERLOCAL_ASSOCIATION),
        ]
        return _across(form=History(LegalForm.INTERLOCAL_ASSOCIATION, turns))

    @pytest.fixture
    def left_and_back(self):
        """Return one that a member left for the month of May 2023."""
        away = Membership(town("90003"), LONG_AGO, date(2023, 5, 1))
        return _across(away, Membership(town("90003"), date(2023, 6, 1)))

    days = (date(2023, 4, 30), date(2023, 5, 1), date(2023, 5, 31), date(2023, 6, 1), QUIET)

    def test_event(self, new_form, left_and_back):
        """Once changed, by form or territory, it counts as new for good."""
        for case in (new_form, left_and_back):
            assert _answers(case, self.days) == [MET, NOT_MET, NOT_MET, NOT_MET, NOT_MET]

    def test_territory_only(self, new_form, left_and_back):
        """The legal form does not count; the territory does, for good."""
        assert _answers(new_form, self.days, call=TERRITORY_ONLY) == [MET] * 5
        assert _answers(left_and_back, self.days, call=TERRITORY_ONLY) == [MET] + [NOT_MET] * 4

    def test_state(self, new_form, left_and_back):
        """Only a difference from the baseline counts: a change undone is none."""
        for case in (new_form, left_and_back):
            expected = [MET, NOT_MET, NOT_MET, MET, MET]
            assert _answers(case, self.days, call=STATE) == expected

    def test_an_unknown_form_may_have_changed(self):
        """A form not known for a while: undecided by event, no matter by territory."""
        turns = [(date(2023, 5, 1), None), (date(2023, 6, 1), LegalForm.INTERLOCAL_ASSOCIATION)]
        case = _across(form=History(LegalForm.INTERLOCAL_ASSOCIATION, turns))
        assert verdict(case, QUIET) is UNKNOWN
        assert facts_missing(case, QUIET) == {"legal_form"}
        assert verdict(case, QUIET, call=TERRITORY_ONLY) is MET
        assert verdict(case, QUIET, call=STATE) is MET


class TestI03:
    """Does a merger of municipalities change it?"""

    def test_a_merger_inside(self):
        """Tielt and Meulebeke: no change of territory, but a change of the list of members."""
        before = verband(real("Tielt"), real("Meulebeke"), real("Kortrijk"))
        case = applies(flanders.carry_forward(before, FUSION))
        days = (date(2024, 12, 31), FUSION, date(2025, 1, 2))
        assert _answers(case, days, REFERENCE_REGION) == [MET, MET, MET]
        listed = _answers(case, days, REFERENCE_REGION, call=MEMBER_LIST)
        assert listed == [MET, NOT_MET, NOT_MET]

    @pytest.mark.parametrize("change", list(Change))
    def test_the_list_counts_whatever_i02_says(self, change):
        """Any change of the list of members counts under all three readings of I02."""
        before = verband(real("Tielt"), real("Meulebeke"), real("Kortrijk"))
        after = flanders.carry_forward(before, FUSION)
        call = reading(change=change, merger=Merger.MEMBER_LIST)
        assert after.standing_on(date(2024, 12, 31), call) is Standing.EXISTING
        assert after.standing_on(FUSION, call) is Standing.CHANGED
        assert after.standing_on(FUSION, reading(change=change)) is Standing.EXISTING

    @pytest.mark.parametrize("change", list(Change))
    def test_a_merger_with_a_non_member_changes_it_anyhow(self, change):
        """Bilzen with Hoeselt: the territory grew, so I03 makes no difference."""
        after = flanders.carry_forward(verband(real("Bilzen"), real("Turnhout")), FUSION)
        for merger in Merger:
            call = reading(change=change, merger=merger)
            assert after.standing_on(FUSION, call) is Standing.CHANGED

    def test_with_state_a_list_that_comes_back_has_still_changed(self):
        """STATE forgives a change undone, the list of members does not."""
        away = Membership(town("90003"), LONG_AGO, date(2023, 5, 1))
        case = _across(away, Membership(town("90003"), date(2023, 6, 1)))
        assert _standing(case, QUIET, STATE) is Standing.EXISTING
        assert _standing(case, QUIET, _both(STATE, MEMBER_LIST)) is Standing.CHANGED

    def test_with_territory_only_the_list_counts_and_the_form_does_not(self):
        """A new form under TERRITORY_ONLY with MEMBER_LIST is no change of the list."""
        turns = [(date(2023, 5, 1), LegalForm.PROJECT_ASSOCIATION)]
        case = _across(form=History(LegalForm.INTERLOCAL_ASSOCIATION, turns))
        assert _standing(case, QUIET, _both(TERRITORY_ONLY, MEMBER_LIST)) is Standing.EXISTING

    def test_a_list_changed_before_the_baseline_of_i01_does_not_count(self):
        """Merged on 1 June 2022: after the baseline of 28 April, before that of 31 December."""
        merged = date(2022, 6, 1)
        old = [Membership(town(code), LONG_AGO, merged) for code in ("90001", "90002")]
        new = Membership(town("90012", territory={"90001", "90002"}), merged)
        case = applies(verband(*old, new, town("90003", reference_region=LIMBURG)))
        assert _standing(case, QUIET) is Standing.EXISTING
        assert _standing(case, QUIET, MEMBER_LIST) is Standing.CHANGED
        assert _standing(case, QUIET, _both(MEMBER_LIST, BEFORE_EFFECT)) is Standing.EXISTING


class TestI04:
    """From which day must an existing one fit?"""

    def test_on_the_day_or_from_the_day_after(self):
        """Across two regions: too late on 1 January 2026, or only on the 2nd."""
        days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 3))
        call = reading(existing_deadline=ExistingDeadline.DAY_AFTER)
        assert _answers(_across(), days) == [MET, NOT_MET, NOT_MET, NOT_MET]
        assert _answers(_across(), days, call=call) == [MET, MET, NOT_MET, NOT_MET]


class TestI05:
    """How must a new or changed one fit in time?"""

    def test_from_the_day_whenever_it_came(self):
        """A new one that fits since 1 June 2024 is eligible from that day."""
        leaves = Membership(town("90003", reference_region=LIMBURG), LONG_AGO, date(2024, 6, 1))
        case = applies(verband(*two_towns(), leaves, recognised_on=NEVER))
        days = (date(2022, 12, 31), date(2023, 1, 1), date(2024, 5, 31), date(2024, 6, 1))
        assert _answers(case, days) == [MET, NOT_MET, NOT_MET, MET]
        assert _answers(case, days, call=INCURABLE) == [NOT_MET] * 4

    @pytest.mark.parametrize(
        ("leaves_on", "expected"),
        [
            (date(2022, 12, 30), MET),
            (date(2022, 12, 31), MET),
            (date(2023, 1, 1), NOT_MET),
            (date(2023, 1, 2), NOT_MET),
        ],
    )
    def test_incurable_asks_for_31_december_2022(self, leaves_on, expected):
        """The fit was there on 31 December 2022, or it never counts."""
        leaves = Membership(town("90003", reference_region=LIMBURG), LONG_AGO, leaves_on)
        case = applies(verband(*two_towns(), leaves, recognised_on=NEVER))
        assert verdict(case, QUIET, call=INCURABLE) is expected
        assert verdict(case, QUIET) is MET

    def test_incurable_asks_for_it_ever_since(self):
        """Out of the region for a month, and back: not eligible any more."""
        astray = Membership(
            town("90003", reference_region=LIMBURG), date(2023, 5, 1), date(2023, 6, 1)
        )
        case = applies(verband(*two_towns(), astray, recognised_on=NEVER))
        days = (date(2023, 4, 30), date(2023, 5, 1), date(2023, 5, 31), date(2023, 6, 1), QUIET)
        assert _answers(case, days) == [MET, NOT_MET, NOT_MET, MET, MET]
        assert _answers(case, days, call=INCURABLE) == [MET] + [NOT_MET] * 4

    def test_incurable_counts_from_the_day_it_changed(self):
        """An existing one across regions that left one on 1 June 2024: it fits since it changed."""
        leaves = Membership(town("90003", reference_region=LIMBURG), LONG_AGO, date(2024, 6, 1))
        case = applies(verband(*two_towns(), leaves))
        days = (date(2023, 1, 1), date(2024, 5, 31), date(2024, 6, 1), date(2024, 6, 2))
        assert _answers(case, days, call=INCURABLE) == [MET] * 4

    def test_incurable_counts_from_the_first_change(self):
        """Changed on 1 May 2023 without fitting, and fitting since 1 June 2024: too late."""
        first = Membership(town("90003"), date(2023, 5, 1))
        leaves = Membership(town("90004", reference_region=LIMBURG), LONG_AGO, date(2024, 6, 1))
        case = applies(verband(*two_towns(), first, leaves))
        days = (date(2023, 4, 30), date(2023, 5, 1), date(2024, 6, 1), QUIET)
        assert _answers(case, days, call=INCURABLE) == [MET, NOT_MET, NOT_MET, NOT_MET]
        assert _answers(case, days) == [MET, NOT_MET, MET, MET]

    def test_incurable_counts_from_the_first_member(self):
        """Recognised in 2022 and without members until 2024: there was no territory to fit."""
        since = date(2024, 1, 1)
        members = Membership(town("90001"), since), Membership(town("90002"), since)
        case = applies(verband(*members, recognised_on=date(2022, 6, 1)))
        assert _answers(case, (since, QUIET), call=INCURABLE) == [MET, MET]

    def test_incurable_binds_before_a_recognition_to_come(self):
        """Across, and recognised only in 2025: it is new on the days before, and does not fit."""
        case = _across(recognised_on=date(2025, 1, 1))
        days = (date(2022, 12, 30), date(2022, 12, 31), QUIET, date(2025, 1, 1))
        assert _answers(case, days, call=INCURABLE) == [MET, NOT_MET, NOT_MET, NOT_MET]

    def test_incurable_with_a_map_that_changed(self):
        """Zwijndrecht with Sint-Niklaas did not fit on 31 December 2022: too late for good."""
        members = [real(name, inhabitants=70_000) for name in ("Zwijndrecht", "Sint-Niklaas")]
        case = applies(verband(*members, recognised_on=NEVER))
        assert verdict(case, date(2023, 3, 19)) is MET
        assert verdict(case, date(2023, 3, 19), call=INCURABLE) is NOT_MET
        decreed = _both(INCURABLE, reading(region_map=RegionMap.REGIODECREET))
        assert verdict(case, date(2023, 3, 19), call=decreed) is MET

    def test_incurable_with_a_region_not_known(self):
        """With a town in the Kempen until 2024 and one in Limburg since: it cannot fit both.

        On one map a town lies in one region. By the maps in force it may have moved on the day
        of the exchange, so that is undecided.
        """
        turn = date(2024, 1, 1)
        swapped = (
            Membership(town("90002"), LONG_AGO, turn),
            Membership(town("90003", reference_region=LIMBURG), turn),
        )
        case = applies(verband(town(reference_region=None), *swapped, recognised_on=NEVER))
        decreed = _both(INCURABLE, reading(region_map=RegionMap.REGIODECREET))
        days = (date(2023, 12, 31), turn, QUIET)
        assert _answers(case, days, call=decreed) == [UNKNOWN, NOT_MET, NOT_MET]
        assert _answers(case, days, call=INCURABLE) == [UNKNOWN] * 3
        assert _answers(case, days) == [UNKNOWN] * 3

    def test_incurable_with_regions_that_hang_together(self):
        """Two unknown towns are together, then each with a known one elsewhere: it cannot fit."""
        first, second = date(2024, 1, 1), date(2024, 3, 1)
        towns = [town(f"9000{n}", reference_region=None) for n in range(3)]
        body = verband(
            Membership(towns[0], LONG_AGO, first),
            Membership(towns[0], second),
            Membership(towns[1], LONG_AGO, second),
            Membership(town("90008", reference_region=LIMBURG), first, second),
            Membership(town("90009"), second),
            recognised_on=NEVER,
        )
        decreed = _both(INCURABLE, reading(region_map=RegionMap.REGIODECREET))
        assert verdict(applies(body), date(2024, 2, 1), REFERENCE_REGION, call=decreed) is UNKNOWN
        assert verdict(applies(body), second, REFERENCE_REGION, call=decreed) is NOT_MET
        covered = evolve(body, derogations=[Derogation(second)])
        assert verdict(applies(covered), second, REFERENCE_REGION, call=decreed) is UNKNOWN

    def test_incurable_with_a_deviation_that_ended(self):
        """A deviation covers the days it runs; the first day without it does not fit."""
        derogation = Derogation(date(2022, 12, 31), date(2024, 6, 1))
        case = _across(recognised_on=NEVER, derogations=[derogation])
        days = (date(2022, 12, 31), date(2024, 5, 31), date(2024, 6, 1), date(2024, 6, 2))
        assert _answers(case, days, call=INCURABLE) == [MET, MET, NOT_MET, NOT_MET]
        late = evolve(derogation, since=date(2023, 1, 1))
        case = _across(recognised_on=NEVER, derogations=[late])
        assert verdict(case, date(2024, 5, 31)) is MET
        assert verdict(case, date(2024, 5, 31), call=INCURABLE) is NOT_MET

    def test_at_submission_at_once(self):
        """A new one across regions is not eligible on any day, also before 2023."""
        days = (date(2022, 5, 1), date(2022, 12, 31), date(2023, 1, 1), QUIET)
        case = _across(recognised_on=NEVER, submitted_on=date(2022, 5, 1))
        assert _answers(case, days) == [MET, MET, NOT_MET, NOT_MET]
        assert _answers(case, days, call=AT_SUBMISSION) == [NOT_MET] * 4

    @pytest.mark.parametrize(
        ("submitted_on", "expected"),
        [(date(2024, 5, 31), NOT_MET), (date(2024, 6, 1), MET), (date(2024, 6, 2), MET)],
    )
    def test_at_submission_by_the_territory_of_that_day(self, submitted_on, expected):
        """A new one that fits since 1 June 2024: what counts is the day it was handed in."""
        leaves = Membership(town("90003", reference_region=LIMBURG), LONG_AGO, date(2024, 6, 1))
        body = verband(*two_towns(), leaves, recognised_on=NEVER)
        case = applies(body, submitted_on=submitted_on)
        days = (date(2023, 1, 1), QUIET, date(2026, 6, 1))
        assert _answers(case, days, call=AT_SUBMISSION) == [expected] * 3

    @pytest.mark.parametrize(
        ("submitted_on", "expected"),
        [(date(2024, 5, 31), MET), (date(2024, 6, 1), NOT_MET), (date(2024, 6, 2), NOT_MET)],
    )
    def test_at_submission_by_the_standing_of_that_day(self, submitted_on, expected):
        """An existing one that expanded on 1 June 2024 was not new when it was handed in before."""
        case = _across(Membership(town("90003"), date(2024, 6, 1)), submitted_on=submitted_on)
        assert verdict(case, QUIET, call=AT_SUBMISSION) is expected
        assert verdict(case, date(2025, 12, 31), call=AT_SUBMISSION) is expected
        assert verdict(case, date(2026, 1, 1), call=AT_SUBMISSION) is NOT_MET

    @pytest.mark.parametrize(
        ("submitted_on", "expected"),
        [(date(2023, 3, 18), NOT_MET), (date(2023, 3, 19), MET), (date(2023, 3, 20), MET)],
    )
    def test_at_submission_by_the_map_of_that_day(self, submitted_on, expected):
        """Zwijndrecht and Sint-Niklaas lie in one region from 19 March 2023 on."""
        members = [real(name, inhabitants=70_000) for name in ("Zwijndrecht", "Sint-Niklaas")]
        case = applies(verband(*members, recognised_on=NEVER), submitted_on=submitted_on)
        for on in (date(2023, 1, 1), QUIET):
            assert verdict(case, on, call=AT_SUBMISSION) is expected
            decreed = _both(AT_SUBMISSION, reading(region_map=RegionMap.REGIODECREET))
            assert verdict(case, on, call=decreed) is MET

    def test_at_submission_on_a_day_not_known(self):
        """Undecided where the day makes the difference, and then it is asked for."""
        leaves = Membership(town("90003", reference_region=LIMBURG), LONG_AGO, date(2024, 6, 1))
        body = verband(*two_towns(), leaves, recognised_on=NEVER)
        assert verdict(applies(body), call=AT_SUBMISSION) is UNKNOWN
        assert facts_missing(applies(body), call=AT_SUBMISSION) == {"submitted_on"}
        assert verdict(applies(verband(recognised_on=NEVER)), call=AT_SUBMISSION) is MET
        assert verdict(_across(recognised_on=NEVER), call=AT_SUBMISSION) is NOT_MET

    def test_at_submission_with_a_deviation(self):
        """A deviation that ran on the day of submission counts, also after it has ended."""
        case = _across(
            recognised_on=NEVER,
            derogations=[Derogation(date(2023, 1, 1), date(2023, 2, 1))],
            submitted_on=date(2023, 1, 31),
        )
        assert verdict(case, QUIET, call=AT_SUBMISSION) is MET
        late = evolve(case, submitted_on=date(2023, 2, 1))
        assert verdict(late, QUIET, call=AT_SUBMISSION) is NOT_MET

    def test_a_submission_the_call_does_not_know_is_refused(self):
        """A day of submission before the order is refused where it is read, and only there."""
        case = _across(submitted_on=date(2022, 4, 28))
        assert verdict(case) is MET
        with pytest.raises(DateOutsideCall):
            verdict(case, call=AT_SUBMISSION)


class TestI06:
    """Which map of the reference regions holds?"""

    days = (date(2023, 1, 1), date(2023, 3, 18), date(2023, 3, 19), date(2023, 3, 20))

    def test_zwijndrecht_with_waasland(self):
        """By the map in force across regions until 18 March 2023; by that of the decree never."""
        members = [real(name, inhabitants=70_000) for name in ("Zwijndrecht", "Beveren")]
        case = applies(verband(*members, recognised_on=NEVER))
        decreed = reading(region_map=RegionMap.REGIODECREET)
        assert _answers(case, self.days) == [NOT_MET, NOT_MET, MET, MET]
        assert _answers(case, self.days, call=decreed) == [MET] * 4

    def test_zwijndrecht_with_antwerpen(self):
        """The other way round: with Antwerpen it fits until 18 March 2023, by the decree never."""
        members = [real(name, inhabitants=70_000) for name in ("Zwijndrecht", "Antwerpen")]
        case = applies(verband(*members, recognised_on=NEVER))
        decreed = reading(region_map=RegionMap.REGIODECREET)
        assert _answers(case, self.days) == [MET, MET, NOT_MET, NOT_MET]
        assert _answers(case, self.days, call=decreed) == [NOT_MET] * 4


class TestI07:
    """Who keeps a territory claimed twice?"""

    def _pair(self, mine, yours):
        """Return the verdicts on two applications that share a town, recognised then."""
        shared = town("90002")
        one = applies(verband(town("90001"), shared, id="one", recognised_on=mine))
        other = applies(verband(town("90003"), shared, id="other", recognised_on=yours))
        return tuple(
            (
                verdict(one, criterion=ONE_REGIEVERBAND, others=[other], call=call),
                verdict(other, criterion=ONE_REGIEVERBAND, others=[one], call=call),
            )
            for call in (CALL, FIRST)
        )

    @pytest.mark.parametrize(
        ("mine", "yours", "expected"),
        [
            (date(2020, 1, 1), date(2020, 1, 2), (MET, NOT_MET)),
            (date(2020, 1, 2), date(2020, 1, 1), (NOT_MET, MET)),
            (date(2020, 1, 1), date(2020, 1, 1), (NOT_MET, NOT_MET)),
            (date(2020, 1, 1), NEVER, (MET, NOT_MET)),
            (NEVER, date(2030, 1, 1), (NOT_MET, MET)),
            (NEVER, NEVER, (NOT_MET, NOT_MET)),
            (date(2020, 1, 1), None, (UNKNOWN, UNKNOWN)),
            (None, None, (UNKNOWN, UNKNOWN)),
            (NEVER, None, (NOT_MET, UNKNOWN)),
            (None, NEVER, (UNKNOWN, NOT_MET)),
        ],
    )
    def test_neither_or_the_one_recognised_first(self, mine, yours, expected):
        """Equal: neither; never comes last; not known: undecided."""
        by_default, by_recognition = self._pair(mine, yours)
        assert by_default == (NOT_MET, NOT_MET)
        assert by_recognition == expected

    @pytest.mark.parametrize("yours", [NEVER, date(2019, 1, 1), None])
    def test_a_recognition_not_known_leaves_the_whole_open(self, yours):
        """It may never have been recognised, or a day before the other: undecided as a whole."""
        rival = applies(verband(town("90001"), town("90009"), id="rival", recognised_on=yours))
        for case in (applies(verband(recognised_on=None)), _across(recognised_on=None)):
            assert verdict(case, others=[rival], call=FIRST) is UNKNOWN
            assert "recognised_on" in facts_missing(case, others=[rival], call=FIRST)

    def test_of_three_the_first_keeps_it(self):
        """Three claim one town: the one recognised first, against both."""
        dates = {"a": date(2020, 1, 2), "b": date(2020, 1, 1), "c": NEVER}
        three = [
            applies(verband(town(f"9100{n}"), town("90002"), id=id, recognised_on=when))
            for n, (id, when) in enumerate(dates.items())
        ]
        answers = [
            verdict(
                each,
                criterion=ONE_REGIEVERBAND,
                others=[other for other in three if other is not each],
                call=FIRST,
            )
            for each in three
        ]
        assert answers == [NOT_MET, MET, NOT_MET]

    def test_the_other_is_ineligible_and_not_made_smaller(self):
        """It loses one town of three and would be large enough without: not eligible."""
        shared = town("90002")
        later = verband(
            town("90003"), town("90004"), shared, id="later", recognised_on=date(2021, 1, 1)
        )
        first = applies(verband(town("90001"), shared, id="first"))
        assert verdict(applies(later), others=[first], call=FIRST) is NOT_MET

    def test_in_an_unknown_number_of_applications_there_may_be_an_earlier_one(self):
        """Recognised first of the known ones, but not all are known: undecided."""
        shared = town("90002")
        one = applies(verband(town("90001"), shared, id="one"))
        other = applies(verband(town("90003"), shared, id="other", recognised_on=NEVER))
        found = finding(one, criterion=ONE_REGIEVERBAND, others=[other], call=FIRST, complete=None)
        assert found.verdict is UNKNOWN
        assert [each.fact for each in found.missing] == ["complete"]

    def test_the_day_that_one_rule_needs_is_too_late_for_the_other(self):
        """It fits only if it is new since 2024, and keeps its town only if recognised by 2022."""
        leaves = Membership(town("90003", reference_region=LIMBURG), LONG_AGO, date(2024, 6, 1))
        body = verband(
            Membership(town("90002"), LONG_AGO, date(2023, 5, 1)),
            *(town("90001"), town("90004"), leaves),
            recognised_on=None,
        )
        earlier = verband(town("90001"), town("90009"), id="earlier")
        rivals = [applies(earlier)]
        call = _both(FIRST, INCURABLE)
        for criterion in (REFERENCE_REGION, ONE_REGIEVERBAND):
            assert verdict(applies(body), criterion=criterion, others=rivals, call=call) is UNKNOWN
        found = finding(applies(body), others=rivals, call=call)
        assert found.verdict is NOT_MET
        assert found.missing == ()

    def test_with_a_recognition_that_the_region_rule_reads_too(self):
        """It would have to be recognised before 2022 to be unbound and after it to be second."""
        rival = applies(
            verband(town("90001"), town("90009"), id="rival", recognised_on=date(2022, 4, 28))
        )
        late = _across(recognised_on=None)
        assert verdict(late, QUIET, others=[rival], call=FIRST) is UNKNOWN
        assert verdict(late, date(2026, 1, 1), others=[rival], call=FIRST) is NOT_MET


class TestI08:
    """How many members has a partnership?"""

    @pytest.mark.parametrize("form", [each for each in LegalForm if each in CALL.partnership_forms])
    def test_one_is_enough_for_a_welzijnsvereniging_only(self, form):
        """Two for the intermunicipal forms and one for a welzijnsvereniging, or two for all."""
        one = applies(verband(town("90001", inhabitants=60_000), form=form))
        is_welfare = form is LegalForm.WELFARE_ASSOCIATION
        for_all = reading(minimum_members=MinimumMembers.TWO_FOR_ALL)
        assert verdict(one) is (MET if is_welfare else NOT_MET)
        assert verdict(one, call=for_all) is NOT_MET
        assert verdict(applies(verband(form=form)), call=for_all) is MET

    def test_with_a_form_not_known(self):
        """One member and no form: undecided by form, decided where all must have two."""
        one = applies(verband(town("90001", inhabitants=60_000), form=None))
        for_all = reading(minimum_members=MinimumMembers.TWO_FOR_ALL)
        assert verdict(one, criterion=ENOUGH_MEMBERS) is UNKNOWN
        assert verdict(one, criterion=ENOUGH_MEMBERS, call=for_all) is NOT_MET


class TestI09:
    """Does the lower bound bind a partnership with a centrumstad?"""

    def test_bound_or_exempt(self):
        """Turnhout and Vosselaar with 59,999 together: bound by default, else exempt."""
        small = real("Turnhout", inhabitants=49_999), real("Vosselaar", inhabitants=10_000)
        case = applies(verband(*small))
        assert verdict(case) is NOT_MET
        assert verdict(case, call=EXEMPT) is MET

    @pytest.mark.parametrize(
        ("people", "is_city", "expected"),
        [
            (59_999, None, UNKNOWN),
            (60_000, None, MET),
            (60_001, None, MET),
            (59_999, True, MET),
            (59_999, False, NOT_MET),
            (None, True, MET),
            (None, False, UNKNOWN),
            (None, None, UNKNOWN),
        ],
    )
    def test_exempt_with_a_centrumstad_not_known(self, people, is_city, expected):
        """Whether a member is a centrumstad matters only where the number does not decide."""
        first = town("90001", inhabitants=people, is_centrumstad=is_city)
        case = applies(verband(first, town("90002", inhabitants=0)))
        assert verdict(case, criterion=ENOUGH_INHABITANTS, call=EXEMPT) is expected
        named = {"inhabitants"} if people is None else set()
        named |= {"is_centrumstad"} if is_city is None else set()
        asked = facts_missing(case, criterion=ENOUGH_INHABITANTS, call=EXEMPT)
        assert asked == (named if expected is UNKNOWN else set())

    def test_a_centrumstad_not_known_is_not_asked_where_the_bound_holds(self):
        """By the default reading it makes no difference who is a centrumstad."""
        first = town("90001", inhabitants=59_999, is_centrumstad=None)
        case = applies(verband(first, town("90002", inhabitants=0)))
        assert verdict(case) is NOT_MET

    def test_a_city_of_the_past_exempts_no_more(self):
        """The centrumstad left on 1 June 2024: from then on the bound holds."""
        left = Membership(town("90003", is_centrumstad=True), LONG_AGO, date(2024, 6, 1))
        case = applies(verband(*two_towns(inhabitants=0), left))
        assert _answers(case, (date(2024, 5, 31), date(2024, 6, 1)), call=EXEMPT) == [MET, NOT_MET]

    def test_a_city_alone_needs_no_exemption(self):
        """A centrumstad alone has no bound under either reading."""
        case = applies(city(town(is_centrumstad=True, inhabitants=0)))
        assert [verdict(case), verdict(case, call=EXEMPT)] == [MET, MET]


class TestI10:
    """Is the budget meant for each plan year?"""

    def test_each_year_or_all_together(self):
        """EUR 3,000,000 in each of three years, or a million in each."""
        together = reading(budget_period=BudgetPeriod.ALL_YEARS)
        for year in (2023, 2024, 2025):
            assert CALL.budget_for(year) == Decimal("3000000.00")
            assert together.budget_for(year) == Decimal("1000000.00")
        for year in (2022, 2026):
            with pytest.raises(YearOutsideCall):
                together.budget_for(year)

    def test_cents_left_over_go_to_the_earlier_years(self):
        """EUR 100.01 over three years: 33.34, 33.34 and 33.33."""
        call = evolve(reading(budget_period=BudgetPeriod.ALL_YEARS), budget=Decimal("100.01"))
        years = [str(call.budget_for(year)) for year in (2023, 2024, 2025)]
        assert years == ["33.34", "33.34", "33.33"]

    def test_the_allocation_follows(self):
        """One beneficiary gets a million in 2025 if the budget is for the three years."""
        portfolio = Portfolio([applies()], complete=True)
        together = reading(budget_period=BudgetPeriod.ALL_YEARS)
        result = assess_call(portfolio, on=QUIET, call=together, year=2025)
        assert result.allocation["R"].amount == Decimal("1000000.00")


class TestI11I12:
    """How do amounts become whole cents, and what if a key is zero for all?"""

    @staticmethod
    def _shared(call, *job_seekers):
        people = {"inhabitants": 60_000, "working_age_population": 1}
        portfolio = Portfolio(
            [
                applies(
                    verband(
                        town(f"9{n}001", job_seekers=each, **people),
                        town(f"9{n}002", job_seekers=0, inhabitants=0),
                        id=f"R{n}",
                    )
                )
                for n, each in enumerate(job_seekers)
            ],
            complete=True,
        )
        return assess_call(portfolio, on=QUIET, call=call, year=2025).allocation

    def test_per_pot_rounds_each_pot_on_its_own(self):
        """EUR 0.05 over three alike, as pots of 2, 1 and 2 cents: 5 cents to one or spread."""
        call = evolve(CALL, budget=Decimal("0.05"))
        per_pot = evolve(call, readings=Readings(rounding=Rounding.PER_POT))
        spread = [str(grant.amount) for grant in self._shared(call, 1, 1, 1).grants]
        stacked = [str(grant.amount) for grant in self._shared(per_pot, 1, 1, 1).grants]
        assert spread == ["0.02", "0.02", "0.01"]
        assert stacked == ["0.03", "0.02", "0.00"]

    def test_a_key_that_is_zero_for_all_is_an_error_or_equal_parts(self):
        """No job seekers anywhere: the text gives no rule, so an error; else equal parts."""
        with pytest.raises(ZeroKeyTotal):
            self._shared(CALL, 0, 0)
        equal = self._shared(reading(zero_key=ZeroKey.EQUAL_PARTS), 0, 0)
        assert [str(grant.amount) for grant in equal.grants] == ["1500000.00", "1500000.00"]


class TestI13:
    """Does a granted deviation count as fitting?"""

    @pytest.mark.parametrize("recognised_on", [LONG_AGO, NEVER])
    def test_while_it_runs(self, recognised_on):
        """From its first day up to its end, which is the first day without it."""
        case = _across(
            recognised_on=recognised_on,
            derogations=[Derogation(date(2026, 3, 1), date(2026, 6, 1))],
        )
        days = (
            *(date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2)),
            *(date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 2)),
        )
        assert _answers(case, days) == [NOT_MET, MET, MET, MET, NOT_MET, NOT_MET]
        ignored = reading(derogation=DerogationEffect.IGNORED)
        assert _answers(case, days, call=ignored) == [NOT_MET] * 6

    def test_without_an_end(self):
        """A lasting one counts from its first day on."""
        case = _across(derogations=[Derogation(date(2026, 1, 1))])
        assert _answers(case, (date(2026, 1, 1), date(2026, 12, 31))) == [MET, MET]

    def test_not_known_whether_granted(self):
        """Undecided where only a deviation can help, and not asked where it is ignored."""
        case = _across(derogations=None)
        ignored = reading(derogation=DerogationEffect.IGNORED)
        assert verdict(case, date(2026, 1, 1)) is UNKNOWN
        assert facts_missing(case, date(2026, 1, 1)) == {"derogations"}
        assert verdict(case, date(2026, 1, 1), call=ignored) is NOT_MET

    def test_it_helps_members_outside_the_region_too(self):
        """A deviation from the region rule covers a member without any region."""
        members = two_towns(reference_region=OUTSIDE)
        case = applies(verband(*members, derogations=[Derogation(LONG_AGO)]))
        assert verdict(case, date(2026, 1, 1)) is MET

    def test_it_does_not_help_without_members(self):
        """No member on the day is not met, deviation or not."""
        gone = Membership(town(), LONG_AGO, date(2022, 6, 1))
        case = applies(verband(gone, derogations=[Derogation(LONG_AGO)]))
        assert verdict(case, QUIET, REFERENCE_REGION) is NOT_MET


class TestI14:
    """Whose plan holds the actions?"""

    @staticmethod
    def _planned(*holders):
        return ActionPlan(
            evolve(action, id=f"{action.id} {number}", planned_by=holder)
            for action in PLAN.actions
            for number, holder in enumerate(holders)
        )

    @pytest.mark.parametrize(
        ("holders", "expected"),
        [
            (("90001", "90002"), MET),
            (("90001",), NOT_MET),
            (("90001", "90009"), NOT_MET),
            (("90001", None), UNKNOWN),
            ((None,), NOT_MET),
        ],
    )
    def test_together_or_each_member(self, holders, expected):
        """The actions together by default; else each of two members has all in its own plan."""
        case = applies(plan=self._planned(*holders))
        assert verdict(case) is MET
        assert verdict(case, call=EACH_MEMBER) is expected

    def test_one_empty_cell_of_one_member_is_named_with_the_member(self):
        """The second member lacks WSE-LR3 in 2024: that is what the finding says."""
        actions = [
            evolve(each, years=(2023, 2025)) if each.id == "a-WSE-LR3 1" else each
            for each in self._planned("90001", "90002").actions
        ]
        found = finding(applies(plan=ActionPlan(actions)), criterion=PLAN_RULE, call=EACH_MEMBER)
        assert found.arguments["gaps"] == ("Town 90002: WSE-LR3 2024",)

    def test_a_merged_member_has_the_plans_of_what_it_was(self):
        """Cells in the plan of Tielt (37015) before the merger count for Tielt (37022) after."""
        before = verband(real("Tielt"), real("Meulebeke"), real("Oostrozebeke"))
        kept = [each.nis_code for each in before.members_on(date(2024, 12, 31))]
        body = flanders.carry_forward(before, FUSION)
        case = applies(body, plan=self._planned("37015", kept[2]))
        days = (date(2024, 12, 31), FUSION)
        assert _answers(case, days, PLAN_RULE) == [MET, MET]
        # Until the merger Meulebeke had to have a plan of its own.
        assert _answers(case, days, PLAN_RULE, call=EACH_MEMBER) == [NOT_MET, MET]
        new = applies(body, plan=self._planned("37022", kept[2]))
        assert _answers(new, days, PLAN_RULE, call=EACH_MEMBER) == [NOT_MET, MET]

    def test_who_joins_needs_a_plan_from_that_day(self):
        """A member that joined on 1 June 2024 without a plan of its own."""
        case = applies(
            verband(*two_towns(), Membership(town("90003"), date(2024, 6, 1))),
            plan=self._planned("90001", "90002"),
        )
        days = (date(2024, 5, 31), date(2024, 6, 1), date(2024, 6, 2))
        assert _answers(case, days, call=EACH_MEMBER) == [MET, NOT_MET, NOT_MET]

    def test_open_actions_that_cannot_be_enough_decide(self):
        """Two members lack a cell that one open action could fill for one only: not met."""
        (open_one,) = [Action("x", "WSE-LR1", (2023, 2024, 2025))]
        rest = self._planned("90001", "90002").actions[2:]
        case = applies(plan=ActionPlan((open_one, *rest)))
        assert verdict(case, call=EACH_MEMBER) is NOT_MET


class TestI15:
    """Who is approved?"""

    @staticmethod
    def _assessed(call, **approved):
        shared = {"inhabitants": 60_000, "working_age_population": 1, "job_seekers": 1}
        three = [
            applies(
                verband(town(f"9{n}001", **shared), town(f"9{n}002"), id=f"R{n}"),
                channels=None if n == 2 else {next(iter(CALL.channels))},
            )
            for n in range(3)
        ]
        refused = applies(verband(town("95001", inhabitants=0), id="S"))
        portfolio = Portfolio([*three, refused], complete=True)
        return assess_call(portfolio, on=QUIET, call=call, year=2025, **approved)

    def test_every_eligible_one(self):
        """By default the eligible ones divide, and an undecided one keeps it provisional."""
        result = self._assessed(CALL)
        assert [grant.beneficiary_id for grant in result.allocation.grants] == ["R0", "R1"]
        assert result.undecided == ("R2",)

    def test_those_named_who_are_also_eligible(self):
        """Named are R1 and S; S is not eligible, so R1 has it all, and nothing is open."""
        result = self._assessed(reading(approval=Approval.NAMED), approved=["S", "R1"])
        assert [grant.beneficiary_id for grant in result.allocation.grants] == ["R1"]
        assert not result.is_provisional

    def test_named_and_undecided(self):
        """Named is R2, of which the channel is not known: nothing to divide yet."""
        result = self._assessed(reading(approval=Approval.NAMED), approved=["R2"])
        assert result.allocation is None
        assert result.undecided == ("R2",)

    def test_not_yet_named(self):
        """Which are approved is not known: nothing to divide, and that is the fact missing."""
        result = self._assessed(reading(approval=Approval.NAMED))
        assert result.allocation is None
        assert [each.fact for each in result.missing] == ["approved"]
        assert result.is_provisional


class TestTogether:
    """Readings that meet."""

    def test_i01_i02_i03(self):
        """Merged inside on 1 June 2022 and of another form from 1 June 2023 to 1 June 2024."""
        merged, turned, back = date(2022, 6, 1), date(2023, 6, 1), date(2024, 6, 1)
        old = [Membership(town(code), LONG_AGO, merged) for code in ("90001", "90002")]
        new = Membership(town("90012", territory={"90001", "90002"}), merged)
        forms = [(turned, LegalForm.PROJECT_ASSOCIATION), (back, LegalForm.WELFARE_ASSOCIATION)]
        form = History(LegalForm.WELFARE_ASSOCIATION, forms)
        case = applies(verband(*old, new, town("90003", reference_region=LIMBURG), form=form))
        expected = {
            (Existing.BEFORE_ORDER, Change.EVENT, Merger.TERRITORY): (MET, NOT_MET, NOT_MET),
            (Existing.BEFORE_ORDER, Change.EVENT, Merger.MEMBER_LIST): (NOT_MET,) * 3,
            (Existing.BEFORE_ORDER, Change.TERRITORY_ONLY, Merger.TERRITORY): (MET,) * 3,
            (Existing.BEFORE_ORDER, Change.TERRITORY_ONLY, Merger.MEMBER_LIST): (NOT_MET,) * 3,
            (Existing.BEFORE_ORDER, Change.STATE, Merger.TERRITORY): (MET, NOT_MET, MET),
            (Existing.BEFORE_ORDER, Change.STATE, Merger.MEMBER_LIST): (NOT_MET,) * 3,
            (Existing.BEFORE_EFFECT, Change.EVENT, Merger.MEMBER_LIST): (MET, NOT_MET, NOT_MET),
            (Existing.BEFORE_EFFECT, Change.TERRITORY_ONLY, Merger.MEMBER_LIST): (MET,) * 3,
            (Existing.BEFORE_EFFECT, Change.STATE, Merger.MEMBER_LIST): (MET, NOT_MET, MET),
        }
        days = (date(2023, 5, 31), turned, back)
        for (existing, change, merger), answers in expected.items():
            call = reading(existing=existing, change=change, merger=merger)
            assert _answers(case, days, call=call) == list(answers), call.readings

    def test_i02_with_i05(self):
        """Another form for May 2023, across all the while, fitting since 1 June 2024."""
        turns = [
            (date(2023, 5, 1), LegalForm.PROJECT_ASSOCIATION),
            (date(2023, 6, 1), LegalForm.INTERLOCAL_ASSOCIATION),
        ]
        region = History(LIMBURG, [(date(2024, 6, 1), KEMPEN)])
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, turns)
        case = applies(verband(*two_towns(reference_region=region), form=form))
        after = date(2024, 6, 1)
        assert verdict(case, after) is MET
        assert verdict(case, after, call=INCURABLE) is NOT_MET
        assert verdict(case, after, call=_both(INCURABLE, STATE)) is MET
        assert verdict(case, after, call=_both(INCURABLE, TERRITORY_ONLY)) is MET

    def test_i01_with_at_submission(self):
        """Recognised on 1 June 2022 and across: new by the order, existing by its effect."""
        case = _across(recognised_on=date(2022, 6, 1), submitted_on=date(2023, 1, 15))
        days = (date(2022, 12, 31), QUIET, date(2025, 12, 31), date(2026, 1, 1))
        assert _answers(case, days, call=AT_SUBMISSION) == [NOT_MET] * 4
        by_effect = _both(AT_SUBMISSION, BEFORE_EFFECT)
        assert _answers(case, days, call=by_effect) == [MET, MET, MET, NOT_MET]

    def test_a_rule_told_a_reading_names_it(self):
        """The findings name the readings that they used, by id and choice."""
        found = finding(_across(recognised_on=date(2022, 6, 1)), criterion=REFERENCE_REGION)
        assert found.readings["I01"] == "before-order"
        assert "I05" not in found.readings
        assert around(_across()).call is CALL
