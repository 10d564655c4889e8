"""A fact may carry where it comes from, and how sure that is."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from wselr_rules.domain.application import Application
from wselr_rules.domain.flanders import carry_forward, municipality
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.provenance import Confidence, Provenance, least_sure
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import Municipality
from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.render.language import Language

STATBEL = Provenance("Statbel", date(2022, 1, 1))
SURE = Provenance("het register", confidence=Confidence.HIGH)
HALF = Provenance("een brief", confidence=Confidence.MEDIUM)
UNSURE = Provenance("een lijst", confidence=Confidence.LOW)


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


class TestOfFacts:
    """A value tells the provenance of its own facts, and of nothing else."""

    @pytest.mark.parametrize(
        "make",
        [
            pytest.param(lambda told: Municipality("41002", "Aalst", provenance=told), id="town"),
            pytest.param(
                lambda told: RegieVerband("r", "R", None, (), recognised_on=None, provenance=told),
                id="regieverband",
            ),
            pytest.param(
                lambda told: Application(
                    "a",
                    RegieVerband("r", "R", None, (), recognised_on=None),
                    None,
                    channels=None,
                    provenance=told,
                ),
                id="application",
            ),
        ],
    )
    def test_malformed(self, make):
        """The name of another value's fact, what is no provenance, and what is no mapping."""
        with pytest.raises(WrongValue, match=r"provenance: expected facts among .*, got 'name'$"):
            make({"name": STATBEL})
        with pytest.raises(WrongType):
            make(3)

    def test_no_provenance(self):
        """What stands for a fact is a provenance."""
        words = r"^Municipality.provenance: expected a Provenance for each fact, got 'Statbel'$"
        with pytest.raises(WrongType, match=words):
            Municipality("41002", "Aalst", provenance={"inhabitants": "Statbel"})

    def test_the_facts_are_listed(self):
        """Who names another fact is told which ones there are."""
        words = (
            r"provenance: expected facts among legal_form, recognised_on, derogations, got 'name'$"
        )
        with pytest.raises(WrongValue, match=words):
            RegieVerband("r", "R", None, (), recognised_on=None, provenance={"name": STATBEL})

    @pytest.mark.parametrize(
        ("grades", "least"),
        [
            ([], None),
            ([None], None),
            ([STATBEL, None], STATBEL),
            ([SURE, STATBEL], SURE),
            ([SURE, UNSURE, STATBEL], UNSURE),
            ([HALF, SURE], HALF),
            ([HALF, UNSURE], UNSURE),
        ],
    )
    def test_least_sure(self, grades, least):
        """Of several the least sure one is kept; one that is not told counts for nothing."""
        assert least_sure(grades) == least

    def test_a_merger_makes_nothing_surer(self):
        """The successor of a doubtful member is a doubtful member."""
        since, merged = date(2020, 1, 1), date(2025, 1, 1)
        members = [
            Membership(municipality(name, on=since), since, provenance=told)
            for name, told in (("Bilzen", SURE), ("Hoeselt", UNSURE))
        ]
        body = RegieVerband("r", "R", None, members, recognised_on=None)
        (member,) = (
            each for each in carry_forward(body, merged).memberships if each.holds_on(merged)
        )
        assert member.provenance == UNSURE
