"""A fact may carry where it comes from, and how sure that is."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from wselr_rules.domain.provenance import Confidence, Provenance
from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.render.language import Language

STATBEL = Provenance("Statbel", date(2022, 1, 1))


class TestWords:
    """Source, day and doubt, in each language."""

    @pytest.mark.parametrize(
        ("provenance", "nl", "en"),
        [
            (STATBEL, "Statbel, 1 januari 2022", "Statbel, 1 January 2022"),
            (Provenance("Statbel"), "Statbel", "Statbel"),
            (Provenance("een lijst", confidence=Confidence.HIGH), "een lijst", "een lijst"),
            (
                Provenance("een lijst", confidence=Confidence.MEDIUM),
                "een lijst, niet zeker",
                "een lijst, not certain",
            ),
            (
                Provenance("een lijst", date(2016, 5, 1), confidence=Confidence.LOW),
                "een lijst, 1 mei 2016, twijfelachtig",
                "een lijst, 1 May 2016, doubtful",
            ),
        ],
    )
    def test_text(self, provenance, nl, en):
        """A doubt is said, certainty is not."""
        assert (provenance.text("nl"), provenance.text(Language.EN)) == (nl, en)

    def test_every_confidence_has_words(self):
        """Each grade of confidence is named in each language."""
        for language in Language:
            words = {confidence.word(language) for confidence in Confidence}
            assert len(words) == len(Confidence)


class TestDoubt:
    """Whether its source is sure."""

    @pytest.mark.parametrize(
        ("confidence", "is_doubtful"),
        [
            (None, False),
            (Confidence.HIGH, False),
            (Confidence.MEDIUM, True),
            (Confidence.LOW, True),
        ],
    )
    def test_is_doubtful(self, confidence, is_doubtful):
        """What nothing is known of is not called doubtful."""
        assert Provenance("x", confidence=confidence).is_doubtful is is_doubtful


class TestMalformed:
    """What is no provenance is refused by name."""

    @pytest.mark.parametrize(
        ("arguments", "error", "words"),
        [
            (
                {"source": ""},
                WrongValue,
                r"^Provenance.source: expected the name of a source, got ''$",
            ),
            (
                {"source": " "},
                WrongValue,
                r"^Provenance.source: expected the name of a source, got ' '$",
            ),
            ({"source": 3}, WrongType, r"^Provenance.source: expected text, got 3$"),
            ({"source": "x", "dated": datetime(2022, 1, 1)}, WrongType, r"^Provenance.dated: "),  # noqa: DTZ001
            ({"source": "x", "confidence": "low"}, WrongType, r"^Provenance.confidence: "),
            ({"source": "x", "note": None}, WrongType, r"^Provenance.note: expected text, got"),
        ],
    )
    def test_refused(self, arguments, error, words):
        """Each field by its own error."""
        with pytest.raises(error, match=words):
            Provenance(**arguments)
