"""What happened is told in two languages, and what is alike in one line."""

from __future__ import annotations

from datetime import date

import pytest
from tests.eligibility.stories import KEMPEN

from wselr_rules.eligibility.events import Event, EventKind, events_in_words
from wselr_rules.eligibility.rules import RULES
from wselr_rules.eligibility.timeline_messages import (
    MESSAGES_OF_CRITERIA,
    MESSAGES_OF_EVENTS,
    MESSAGES_OF_TIMELINES,
)
from wselr_rules.law.terms import LegalForm
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language
from wselr_rules.render.templates import fields

JUNE = date(2024, 6, 1)
K = EventKind


class TestWords:
    """What happened, in words."""

    TOLD = (
        (
            {"kind": K.MEMBER_JOINED, "subject": "Gent"},
            "1 juni 2024: toegetreden tot Leie: Gent [S12]",
            "1 June 2024: joined Leie: Gent [S12]",
        ),
        (
            {"kind": K.MEMBER_LEFT, "subject": "Gent"},
            "1 juni 2024: uitgetreden uit Leie: Gent [S12]",
            "1 June 2024: left Leie: Gent [S12]",
        ),
        (
            {"kind": K.MERGER, "subject": "Tielt", "former": ("Meulebeke", "Tielt")},
            "1 juni 2024: door fusie opgegaan in Tielt, lid van Leie: Meulebeke en Tielt [S12]",
            "1 June 2024: merged into Tielt, member of Leie: Meulebeke and Tielt [S12]",
        ),
        (
            {"kind": K.LEGAL_FORM, "became": LegalForm.PROJECT_ASSOCIATION},
            "1 juni 2024: nieuwe rechtsvorm van Leie: projectvereniging [S12]",
            "1 June 2024: new legal form of Leie: projectvereniging [S12]",
        ),
        (
            {"kind": K.LEGAL_FORM},
            "1 juni 2024: rechtsvorm van Leie niet bekend vanaf deze dag [S12]",
            "1 June 2024: legal form of Leie not known from this day on [S12]",
        ),
        (
            {"kind": K.REGION_MAP, "subject": "Gent", "became": KEMPEN},
            "1 juni 2024: nieuwe kaart van de referentieregio's, Kempen: Gent [S12]",
            "1 June 2024: new map of the reference regions, Kempen: Gent [S12]",
        ),
        (
            {"kind": K.REGION_MAP, "subject": "Gent"},
            "1 juni 2024: referentieregio niet bekend vanaf deze dag: Gent [S12]",
            "1 June 2024: reference region not known from this day on: Gent [S12]",
        ),
        (
            {"kind": K.DEROGATION_BEGAN},
            "1 juni 2024: begin van de toegestane afwijking voor Leie [S12]",
            "1 June 2024: the deviation granted to Leie begins [S12]",
        ),
        (
            {"kind": K.RECOGNISED},
            "1 juni 2024: erkenning van Leie [S12]",
            "1 June 2024: recognition of Leie [S12]",
        ),
        (
            {"kind": K.NAMED, "subject": "eigen"},
            "1 juni 2024: dag die het criterium eigen noemt [S12]",
            "1 June 2024: day named by the criterion eigen [S12]",
        ),
    )

    @pytest.mark.parametrize(("facts", "dutch", "english"), TOLD)
    def test_in_both_languages(self, facts, dutch, english):
        """With the day and the sentences; for the applicant without the sentences."""
        known = {"kind": K.NAMED, "subject": "Leie", "applicant": "Leie", "sentences": ("S12",)}
        event = Event(JUNE, **{**known, **facts})
        assert event.text("nl") == dutch
        assert str(event) == event.text(Language.EN) == english
        assert event.text("nl", Audience.APPLICANT) == dutch.removesuffix(" [S12]")

    def test_without_sentences(self):
        """One without sentences shows no empty brackets."""
        assert str(Event(JUNE, K.NAMED, "x")) == "1 June 2024: day named by the criterion x"

    def test_what_is_alike_stands_in_one_line(self):
        """Who joins the same on the same day is listed; who joins another, or leaves, is not."""
        joined = [
            Event(JUNE, K.MEMBER_JOINED, name, applicant=to)
            for name, to in [("a", "X"), ("b", "X"), ("c", "Y")]
        ]
        left = Event(JUNE, K.MEMBER_LEFT, "d", applicant="X")
        own = [Event(JUNE, K.NAMED, name) for name in ("p", "q")]
        lines = events_in_words([*joined, left, *own], Language.EN, Audience.FILE)
        assert lines == (
            "joined X: a and b",
            "joined Y: c",
            "left X: d",
            "day named by the criterion p",
            "day named by the criterion q",
        )

    def test_every_kind_has_its_words(self):
        """Each kind stands in the table, and each criterion of the call in its own."""
        keys = {each.value for each in K} | {"legal-form.not-known", "region-map.not-known"}
        assert set(MESSAGES_OF_EVENTS) == keys
        assert set(MESSAGES_OF_CRITERIA) == {each.id for each in RULES} | {
            "eligible",
            "applicant",
            "partnership",
        }

    @pytest.mark.parametrize(
        "table", [MESSAGES_OF_EVENTS, MESSAGES_OF_TIMELINES, MESSAGES_OF_CRITERIA]
    )
    def test_both_languages_have_the_same_places(self, table):
        """Whatever a sentence tells in Dutch it tells in English."""
        for row in table.values():
            assert set(row) == set(Language)
            assert len({fields(row[language]) for language in Language}) == 1
