"""The grounds of a finding say what is known, and nothing that only may be so."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.stories import (
    CALL,
    LIMBURG,
    LONG_AGO,
    MET,
    NOT_MET,
    OUTSIDE,
    QUIET,
    UNKNOWN,
    applies,
    finding,
    reading,
    real,
    refused_by,
    town,
    two_towns,
    verband,
    verdict,
)

from wselr_rules.domain import flanders
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.standing import Standing
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.rules import (
    ENOUGH_MEMBERS,
    ONE_REGIEVERBAND,
    REFERENCE_REGION,
)
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.readings import (
    Change,
    DerogationEffect,
    DoubleClaim,
    Existing,
    Merger,
    NewDeadline,
    RegionMap,
)
from wselr_rules.law.terms import LegalForm

LATE = date(2026, 2, 1)
DEVIATES = (Derogation(LONG_AGO),)
INCURABLE = reading(new_deadline=NewDeadline.INCURABLE)


class TestWordsOnTheRegion:
    """What the finding on the region says is true of what is known."""

    def test_met_by_a_deviation_with_a_region_not_known(self):
        """One town in the Kempen, one of unknown region: not "all lies in Kempen"."""
        case = applies(verband(*two_towns(reference_region=None), derogations=DEVIATES))
        found = finding(case, LATE, REFERENCE_REGION)
        assert found.verdict is MET
        assert "known regions of the territory: Kempen" in found.text("en")
        assert "bekende regio's van het grondgebied: Kempen" in found.text("nl")

    def test_met_by_a_deviation_outside_the_flemish_region(self):
        """Two towns outside it: met by the deviation, not "all lies in outside the Region"."""
        members = town(reference_region=OUTSIDE), town("90002", reference_region=OUTSIDE)
        case = applies(verband(*members, derogations=DEVIATES))
        assert finding(case, LATE, REFERENCE_REGION).message == "region.met-by-derogation"

    def test_not_met_before_with_a_region_not_known_now(self):
        """It failed before and now has a town of unknown region: not "fits now"."""
        left = Membership(town("90003", reference_region=LIMBURG), LONG_AGO, date(2023, 6, 1))
        joined = Membership(town("90002", reference_region=None), date(2024, 1, 1))
        case = applies(verband(town(), left, joined, recognised_on=NEVER))
        found = finding(case, QUIET, REFERENCE_REGION, call=INCURABLE)
        assert found.verdict is NOT_MET
        assert "fits in one reference region now" not in found.text("en")

    def test_not_yet_due_with_a_deviation_across_two_regions(self):
        """In two regions under a deviation: not "all lies in Kempen and Limburg"."""
        case = applies(verband(*two_towns(reference_region=LIMBURG), derogations=DEVIATES))
        found = finding(case, QUIET, REFERENCE_REGION)
        assert "all of the territory lies in Kempen and Limburg" not in found.text("en")

    def test_a_town_of_unknown_region_is_not_outside_the_largest_part(self):
        """Which towns lie elsewhere: the one in Limburg, not the one that nobody knows of."""
        towns = [town("90004"), *two_towns(reference_region=LIMBURG)]
        case = applies(verband(*towns, town("90003", reference_region=None)))
        found = finding(case, LATE, REFERENCE_REGION)
        assert found.arguments["members"] == ("Town 90002",)

    def test_due_since_when_whatever_its_standing(self):
        """Not met in 2026 as existing or as new: not "existing and new, since 1 January 2023"."""
        case = applies(verband(*two_towns(reference_region=LIMBURG), recognised_on=None))
        found = finding(case, LATE, REFERENCE_REGION)
        assert found.verdict is NOT_MET
        assert found.arguments["due"] == date(2026, 1, 1)
        assert found.arguments["standings"] == (Standing.EXISTING, Standing.NEW)


class TestOtherGrounds:
    """The other grounds, and the readings on which they hang."""

    def test_recognised_first_of_the_known_ones(self):
        """The other never was recognised: what is not certain is whether there are more."""
        shared = town("90002")
        one = applies(verband(town("90001"), shared, id="one"))
        other = applies(verband(town("90003"), shared, id="other", recognised_on=NEVER))
        first = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        found = finding(one, criterion=ONE_REGIEVERBAND, others=[other], call=first, complete=None)
        assert found.message == "one-regieverband.unknown-first"
        assert "which was recognised first is not certain" not in found.text("en")

    def test_the_number_of_members_is_not_decided_by_the_accepted_forms(self):
        """A call for welzijnsverenigingen only: one member, form not known, is undecided."""
        call = evolve(CALL, partnership_forms={LegalForm.WELFARE_ASSOCIATION})
        unknown, other = (applies(verband(town(), form=form)) for form in (None, LegalForm.OTHER))
        assert verdict(other, criterion=ENOUGH_MEMBERS, call=call) is NOT_MET
        assert verdict(unknown, criterion=ENOUGH_MEMBERS, call=call) is not MET

    def test_a_call_without_partnership_forms_is_answered(self):
        """A call for centrumsteden only accepts no form: not met, and no ValueError."""
        call = evolve(CALL, partnership_forms=())
        assert verdict(applies(verband(form=None)), call=call) is NOT_MET

    def test_a_refusal_over_all_cases_has_grounds(self):
        """As a city it has changed and cannot fit, as a partnership it is too small: refused."""
        alone = town(is_centrumstad=True, reference_region=OUTSIDE)
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, [(date(2024, 1, 1), None)])
        case = applies(verband(alone, form=form))
        assert verdict(case) is NOT_MET
        assert refused_by(case) == ["eligible"]
        found = finding(case)
        assert found.settled
        assert found.missing == ()

    def test_a_refusal_over_all_cases_says_what_was_asked(self):
        """Its first line tells what was asked, and that what is not known cannot change it."""
        alone = town(is_centrumstad=True, reference_region=OUTSIDE)
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, [(date(2024, 1, 1), None)])
        found = finding(applies(verband(alone, form=form)))
        assert found.text("nl").splitlines()[0] == (
            "✗ in aanmerking komen voor een subsidie; wat niet bekend is, kan daar niets meer aan "
            "veranderen"
        )
        assert found.text("en").splitlines()[0] == (
            "✗ eligibility for a subsidy; what is not known can no longer change that"
        )

    def test_a_criterion_of_the_callers_own_keeps_its_words(self):
        """One with cases and values in its message is settled with the same message."""

        def needs_a_form(application, context):
            form = application.regieverband.legal_form_on(context.on)
            known = Verdict.UNKNOWN if form is None else Verdict.MET
            return Finding(known, "{name} has some form", {"name": application.id})

        def every_form(application, _context):
            for form in LegalForm:
                if form is not LegalForm.MUNICIPALITY:
                    yield evolve(
                        application, regieverband=evolve(application.regieverband, legal_form=form)
                    )

        own = Criterion("has-a-form", needs_a_form, cases=every_form)
        found = finding(applies(verband(form=None)), criterion=own)
        assert found.verdict is MET
        assert found.sentence("en") == (
            "R has some form; what is not known can no longer change that"
        )
        decided = finding(applies(), criterion=own)
        assert decided.sentence("en") == "R has some form"
        assert not decided.settled

    @pytest.mark.parametrize("on", [date(2025, 1, 1), date(2025, 12, 31)])
    def test_the_reading_that_a_merger_is_no_change_is_named(self, on):
        """Still existing only by I03: the finding names the reading on which it hangs."""
        before = verband(real("Tielt"), real("Meulebeke"), real("Kortrijk"))
        case = applies(flanders.carry_forward(before, date(2025, 1, 1)))
        by_list = reading(merger=Merger.MEMBER_LIST)
        assert verdict(case, on, REFERENCE_REGION) is MET
        assert verdict(case, on, REFERENCE_REGION, call=by_list) is NOT_MET
        assert "I03" in finding(case, on, REFERENCE_REGION).readings

    def test_the_reading_by_which_a_change_was_undone_is_named(self):
        """Existing only because STATE forgives a change undone: I02 is named."""
        turns = [
            (date(2023, 5, 1), LegalForm.PROJECT_ASSOCIATION),
            (date(2023, 6, 1), LegalForm.INTERLOCAL_ASSOCIATION),
        ]
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, turns)
        case = applies(verband(*two_towns(reference_region=LIMBURG), form=form))
        found = finding(case, criterion=REFERENCE_REGION, call=reading(change=Change.STATE))
        assert found.verdict is MET
        assert "I02" in found.readings


def _pair(case, on, call, other):
    """Return the finding by one call, and the verdict by another that differs in one reading."""
    found = finding(case, on, REFERENCE_REGION, call=call)
    return found, found.verdict, verdict(case, on, REFERENCE_REGION, call=other)


class TestReadingsNamed:
    """The readings a finding used are those without which its verdict may be another."""

    def test_the_map_of_the_day_that_is_judged(self):
        """Zwijndrecht and Waasland judged on a day in 2023, assessed in 2024: I06 decides."""
        members = [real(name, inhabitants=70_000) for name in ("Zwijndrecht", "Beveren")]
        case = applies(verband(*members, recognised_on=NEVER), submitted_on=date(2023, 3, 1))
        for deadline in (NewDeadline.AT_SUBMISSION, NewDeadline.INCURABLE):
            call = reading(new_deadline=deadline)
            other = reading(new_deadline=deadline, region_map=RegionMap.REGIODECREET)
            found, *verdicts = _pair(case, QUIET, call, other)
            assert verdicts == [NOT_MET, MET]
            assert "I06" in found.readings

    def test_a_deviation_not_known(self):
        """Across in 2026, deviations not known: undecided only because they count (I13)."""
        case = applies(verband(*two_towns(reference_region=LIMBURG), derogations=None))
        ignored = reading(derogation=DerogationEffect.IGNORED)
        found, *verdicts = _pair(case, date(2026, 2, 1), reading(), ignored)
        assert verdicts == [UNKNOWN, NOT_MET]
        assert "I13" in found.readings

    def test_a_recognition_not_known(self):
        """Expanded on 1 June 2022: refused only by the baseline of 28 April (I01)."""
        joined = Membership(town("90003"), date(2022, 6, 1))
        body = verband(*two_towns(reference_region=LIMBURG), joined, recognised_on=None)
        by_effect = reading(existing=Existing.BEFORE_EFFECT)
        found, *verdicts = _pair(applies(body), QUIET, reading(), by_effect)
        assert verdicts == [NOT_MET, UNKNOWN]
        assert "I01" in found.readings

    def test_the_standing_of_the_day_of_submission(self):
        """Handed in after it expanded, assessed before: its standing is a matter of I05."""
        joined = Membership(town("90003"), date(2024, 1, 1))
        body = verband(*two_towns(reference_region=LIMBURG), joined)
        case = applies(body, submitted_on=date(2024, 3, 1))
        at_submission = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        found, *verdicts = _pair(case, date(2023, 6, 1), reading(), at_submission)
        assert verdicts == [MET, NOT_MET]
        assert "I05" in found.readings
