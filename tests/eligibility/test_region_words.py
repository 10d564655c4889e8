"""What the finding on the region says: of which day, of which regions, by which readings."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
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
    facts_missing,
    finding,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility.finding import Quantity
from wselr_rules.eligibility.rules import REFERENCE_REGION
from wselr_rules.law.readings import Change, Existing, NewDeadline
from wselr_rules.law.terms import LegalForm

LATE = date(2026, 2, 1)
AT_SUBMISSION = reading(new_deadline=NewDeadline.AT_SUBMISSION)
ACROSS = two_towns(reference_region=LIMBURG)
BEFORE, AFTER = date(2023, 3, 1), date(2025, 3, 1)


def said(application, on=QUIET, **circumstances):
    """Return the verdict on the region and what is said of it, before sentences and readings."""
    found = finding(application, on, REFERENCE_REGION, **circumstances)
    return found.verdict, *(found.sentence(each).partition(" [")[0] for each in ("nl", "en"))


class TestOtherDays:
    """Judged as on the day of submission (I05), it speaks of that day and names it."""

    LEAVES = Membership(town("90003", reference_region=LIMBURG), LONG_AGO, date(2024, 1, 1))
    SHRINKS = verband(*two_towns(), LEAVES, recognised_on=NEVER)
    JOINS = Membership(town("90003", reference_region=LIMBURG), date(2025, 1, 1))
    GROWS = verband(*two_towns(), JOINS, recognised_on=NEVER)

    def test_met_later(self):
        """Handed in after the assessed day: it does not speak of that day as if it had come."""
        assert said(applies(self.SHRINKS, submitted_on=AFTER), call=AT_SUBMISSION) == (
            MET,
            (
                "naar de toestand op de dag van indiening, 1 maart 2025, ligt het hele grondgebied "
                "in Kempen"
            ),
            "as of the day of submission, 1 March 2025, all of the territory lies in Kempen",
        )

    def test_not_met_later(self):
        """It fits on the assessed day, and will not when it is handed in."""
        assert said(applies(self.GROWS, submitted_on=AFTER), call=AT_SUBMISSION) == (
            NOT_MET,
            (
                "naar de toestand op de dag van indiening, 1 maart 2025, ligt het grondgebied niet "
                "in één referentieregio, zoals bij de indiening al moet; bekende regio's: Kempen "
                "en Limburg (buiten het grootste deel: Town 90003); statuut: nieuw"
            ),
            (
                "as of the day of submission, 1 March 2025, the territory does not lie in one "
                "reference region, as it must on submission; known regions: Kempen and Limburg "
                "(outside the largest part: Town 90003); standing: new"
            ),
        )

    def test_not_met_before(self):
        """It fits on the assessed day, and did not when it was handed in."""
        verdict, _, words = said(applies(self.SHRINKS, submitted_on=BEFORE), call=AT_SUBMISSION)
        assert verdict is NOT_MET
        assert words.startswith("as of the day of submission, 1 March 2023, the territory does not")

    def test_by_a_deviation(self):
        """A deviation of the day of submission counts, whatever has come since."""
        deviates = Derogation(LONG_AGO, date(2024, 1, 1))
        body = verband(*ACROSS, recognised_on=NEVER, derogations=[deviates])
        assert said(applies(body, submitted_on=BEFORE), call=AT_SUBMISSION) == (
            MET,
            (
                "naar de toestand op de dag van indiening, 1 maart 2023, loopt een toegestane "
                "afwijking; bekende regio's van het grondgebied: Kempen en Limburg"
            ),
            (
                "as of the day of submission, 1 March 2023, a granted deviation is running; known "
                "regions of the territory: Kempen and Limburg"
            ),
        )

    def test_an_existing_one(self):
        """One that was existing when it was handed in is judged on the assessed day: no day."""
        case = applies(verband(), submitted_on=BEFORE)
        words = "het hele grondgebied ligt in Kempen; vereist vanaf 1 januari 2026"
        assert said(case, call=AT_SUBMISSION)[:2] == (MET, words)
        words = "het hele grondgebied ligt in Kempen"
        assert said(case, LATE, call=AT_SUBMISSION)[:2] == (MET, words)

    def test_where_that_day_is_not_read(self):
        """By another reading of I05 it speaks of the assessed day, whenever it was handed in."""
        words = said(applies(self.GROWS, submitted_on=AFTER))
        assert words[1:] == (
            "het hele grondgebied ligt in Kempen",
            "all of the territory lies in Kempen",
        )

    def test_an_existing_one_after_a_new_map(self):
        """One that was existing when it was handed in lies where it does on the assessed day."""
        moved = town("90002", reference_region=History(LIMBURG, ((date(2024, 1, 1), KEMPEN),)))
        case = applies(verband(town(), moved), submitted_on=BEFORE)
        found = finding(case, QUIET, REFERENCE_REGION, call=AT_SUBMISSION)
        assert found.observed == Quantity((KEMPEN,), "reference regions")

    def test_met_on_whatever_day(self):
        """Existing in two regions, later changed in one: neither "in one" nor "deviation"."""
        case = applies(evolve(self.SHRINKS, recognised_on=LONG_AGO))
        assert said(case, date(2023, 7, 1), call=AT_SUBMISSION) == (
            MET,
            (
                "op welke dag de aanvraag ook is ingediend: op die dag past het grondgebied in één "
                "referentieregio of hoeft het dat nog niet"
            ),
            (
                "whatever the day of submission, the territory then fits in one reference region "
                "or need not do so yet"
            ),
        )

    def test_not_met_on_whatever_day(self):
        """A day of submission that is not known and makes no difference."""
        case = applies(verband(*ACROSS, recognised_on=NEVER))
        assert said(case, call=AT_SUBMISSION) == (
            NOT_MET,
            (
                "op welke dag de aanvraag ook is ingediend: op die dag past het grondgebied niet "
                "in één referentieregio, zoals moet; statuut: nieuw"
            ),
            (
                "whatever the day of submission, the territory does not then fit in one reference "
                "region, as it must; standing: new"
            ),
        )

    @pytest.mark.parametrize(
        ("submitted_on", "day", "regions"),
        [
            (None, "1 July 2024", (KEMPEN,)),
            (BEFORE, "1 March 2023", (KEMPEN, LIMBURG)),
            (AFTER, "1 March 2025", (KEMPEN,)),
        ],
    )
    def test_undecided(self, submitted_on, day, regions):
        """Of which day the known regions are is said; not known when, it is the assessed one."""
        open_town = Membership(town("90009", reference_region=None), LONG_AGO)
        body = verband(*self.SHRINKS.memberships, open_town, recognised_on=None)
        case = applies(body, submitted_on=submitted_on)
        found = finding(case, QUIET, REFERENCE_REGION, call=AT_SUBMISSION)
        assert found.verdict is UNKNOWN
        assert f"known regions on {day}: " in found.sentence("en")
        assert found.observed == Quantity(regions, "reference regions")

    def test_a_form_not_known_after_the_assessed_day(self):
        """Whether it will have changed when it is handed in depends on a form of a later day."""
        turns = [(date(2024, 9, 1), None), (date(2024, 10, 1), LegalForm.INTERLOCAL_ASSOCIATION)]
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, turns)
        case = applies(verband(*ACROSS, form=form), submitted_on=AFTER)
        found = finding(case, QUIET, REFERENCE_REGION, call=AT_SUBMISSION)
        assert found.verdict is UNKNOWN
        assert [each.fact for each in found.missing] == ["legal_form"]

    def test_a_form_not_known_and_a_submission_not_known(self):
        """It may have changed on the first day that counts by I01, and been handed in then."""
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION, existing=Existing.BEFORE_EFFECT)
        case = applies(verband(*ACROSS, form=None))
        found = finding(case, QUIET, REFERENCE_REGION, call=call)
        assert found.verdict is UNKNOWN
        assert [each.fact for each in found.missing] == ["submitted_on", "legal_form"]

    def test_a_form_not_known_after_the_submission(self):
        """When it was handed in the form was known: it is not asked for."""
        turns = [(date(2023, 9, 1), None)]
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, turns)
        case = applies(verband(*ACROSS, form=form, recognised_on=None), submitted_on=BEFORE)
        asked = facts_missing(case, QUIET, REFERENCE_REGION, call=AT_SUBMISSION)
        assert asked == {"recognised_on"}


class TestWhereItLies:
    """Regions and members are named as far as they are known."""

    def test_possible_standings_are_joined_by_or(self):
        """It is one of them, not both."""
        case = applies(verband(*ACROSS, recognised_on=None))
        verdict, nl, en = said(case, LATE)
        assert verdict is NOT_MET
        assert nl.endswith("; statuut: bestaand of nieuw")
        assert en.endswith("; standing: existing or new")

    def test_three_possible_standings(self):
        """Existing, changed or new where neither recognition nor form is known."""
        case = applies(verband(*ACROSS, form=None, recognised_on=None))
        verdict, nl, en = said(case)
        assert verdict is UNKNOWN
        assert "mogelijk statuut: bestaand, gewijzigd of nieuw" in nl
        assert "possible standing: existing, changed or new" in en

    @pytest.mark.parametrize(
        ("on", "nl", "en"),
        [
            (
                QUIET,
                (
                    "het grondgebied ligt, voor zover bekend, in Kempen en Limburg; pas vanaf 1 "
                    "januari 2026 moet het in één referentieregio passen"
                ),
                (
                    "the territory lies, as far as known, in Kempen and Limburg; only from 1 "
                    "January 2026 on must it fit in one reference region"
                ),
            ),
            (
                LATE,
                (
                    "het grondgebied ligt, voor zover bekend, in Kempen en Limburg (buiten het "
                    "grootste deel: Town 90002) en moet sinds 1 januari 2026 in één "
                    "referentieregio passen; statuut: bestaand"
                ),
                (
                    "the territory lies, as far as known, in Kempen and Limburg (outside the "
                    "largest part: Town 90002) and must fit in one reference region since 1 "
                    "January 2026; standing: existing"
                ),
            ),
        ],
    )
    def test_a_region_that_is_not_known(self, on, nl, en):
        """Two regions known and one not: it is not said to lie in those two."""
        case = applies(verband(*ACROSS, town("90003", reference_region=None)))
        assert said(case, on)[1:] == (nl, en)

    def test_outside_the_flemish_region_is_no_largest_part(self):
        """Two of three lie outside it: it is those two that stand in the way, not the third."""
        outside = [town(code, reference_region=OUTSIDE) for code in ("90002", "90003")]
        found = finding(applies(verband(town(), *outside)), LATE, REFERENCE_REGION)
        assert found.arguments["members"] == ("Town 90002", "Town 90003")
        found = finding(applies(verband(*outside)), LATE, REFERENCE_REGION)
        assert found.arguments["members"] == ("Town 90002", "Town 90003")


def test_the_reading_of_a_change_is_named_for_one_that_existed():
    """Existing and changed since: by another reading of I02 it may not have changed."""
    form = History(
        LegalForm.INTERLOCAL_ASSOCIATION, [(date(2023, 5, 1), LegalForm.PROJECT_ASSOCIATION)]
    )
    case = applies(verband(*ACROSS, form=form))
    found = finding(case, QUIET, REFERENCE_REGION)
    other = finding(case, QUIET, REFERENCE_REGION, call=reading(change=Change.TERRITORY_ONLY))
    assert (found.verdict, other.verdict) == (NOT_MET, MET)
    assert found.readings["I02"] == "event"
    assert other.readings["I02"] == "territory-only"
