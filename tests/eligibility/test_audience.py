"""A finding for the applicant is short and plain; for the file it is complete."""

from __future__ import annotations

from datetime import date

from tests.eligibility.stories import LIMBURG, QUIET, applies, finding, two_towns, verband

from wselr_rules.eligibility.rules import ENOUGH_INHABITANTS
from wselr_rules.render.audience import Audience

SMALL = applies(verband(*two_towns(inhabitants=14_210, reference_region=LIMBURG)))
OPEN = applies(verband(*two_towns(inhabitants=None)))


class TestForTheApplicant:
    """What was decided, why, and what falls due: nothing else."""

    def test_a_refusal(self):
        """Each ground in plain words, then the duty that is yet to come; what is met is not."""
        assert finding(SMALL, on=QUIET).text("nl", Audience.APPLICANT).splitlines() == [
            "✗ in aanmerking komen voor een subsidie",
            "  ✗ 54.210 inwoners, minstens 60.000 vereist (5.790 te weinig)",
            "  ✗ Regieverband R is geen gemeente die alleen aanvraagt",
            (
                "  ✓ het grondgebied ligt in Kempen en Limburg; pas vanaf 1 januari 2026 moet het "
                "in één referentieregio passen"
            ),
        ]

    def test_an_open_one(self):
        """What leaves it open, with the fact that is missing."""
        lines = finding(OPEN, on=date(2026, 1, 1)).text("en", Audience.APPLICANT).splitlines()
        assert lines == [
            "? eligibility for a subsidy",
            (
                "  ? at least 40,000 inhabitants as far as known, at least 60,000 required (20,000 "
                "still needed); not known: the number of inhabitants of Town 90002 (90002)"
            ),
        ]

    def test_a_single_rule(self):
        """One rule alone is its own ground and is told once."""
        told = finding(SMALL, on=QUIET, criterion=ENOUGH_INHABITANTS)
        assert told.text("nl", Audience.APPLICANT) == (
            "✗ 54.210 inwoners, minstens 60.000 vereist (5.790 te weinig)"
        )

    def test_no_sentence_or_reading_is_cited(self):
        """Neither S09 nor I09 in any form; Markdown and HTML tell the same."""
        found = finding(SMALL, on=QUIET)
        forms = (found.text, found.markdown, found.html)
        for form in forms:
            told = form("nl", Audience.APPLICANT)
            assert "54.210 inwoners" in told
            assert "S09" not in told
            assert "I09" not in told


class TestForTheFile:
    """Every part with its sentences and readings; it is what is told if nobody says for whom."""

    def test_it_is_the_default(self):
        """Each form without an audience is that for the file."""
        found = finding(SMALL, on=QUIET)
        for form in (found.text, found.markdown, found.html, found.sentence):
            assert form("nl") == form("nl", Audience.FILE)

    def test_all_parts(self):
        """A line for each criterion, also for those that are met."""
        found = finding(SMALL, on=QUIET)
        assert len(found.text("nl").splitlines()) == len(tuple(found))
        assert "[S09]" in found.text("nl")
