"""The grounds of all real applicants, printed as a reader prints them."""

from __future__ import annotations

import json
import re

import pytest
from tests.examples.running import EXAMPLES, run

APPLICANTS = json.loads((EXAMPLES / "data" / "applicants.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def output():
    """Return what the example prints in both languages, by applicant."""
    _, *parts = re.split(r"^(.+ \([a-z0-9-]+\)) =+ *$", run("grounds.py"), flags=re.MULTILINE)
    told = zip(parts[::2], parts[1::2], strict=True)
    return {heading: " ".join(words.split()) for heading, words in told}


def of(output, applicant_id):
    """Return what is printed of one applicant, with every break of a line undone."""
    (words,) = (told for heading, told in output.items() if heading.endswith(f"({applicant_id})"))
    return words


class TestEveryApplicant:
    """Timeline, questions and remedies of each, in both languages."""

    def test_all_of_them(self, output):
        """Each applicant of the data is there once, by its name and id."""
        expected = {f"{each['name']} ({each['id']})" for each in APPLICANTS}
        assert set(output) == expected
        assert len(output) == len(APPLICANTS) == 21

    @pytest.mark.parametrize("applicant_id", [each["id"] for each in APPLICANTS])
    def test_every_answer(self, output, applicant_id):
        """The verdict on both days and each of the answers, in Dutch and in English."""
        words = of(output, applicant_id)
        for heading in (
            "Het oordeel, zoals aangenomen, 31 december 2025",
            "Het oordeel, zoals aangenomen, 1 januari 2026",
            "Tijdlijn, zoals aangenomen",
            "Wat nog nodig is, op openbare gegevens alleen",
            "Wat het zou veranderen, zoals aangenomen",
            "De tekst of een lezing ervan, zoals aangenomen",
            "The verdict, as assumed, 31 December 2025",
            "The verdict, as assumed, 1 January 2026",
            "Timeline, as assumed",
            "What is still needed, on public facts alone",
            "What would change it, as assumed",
            "The text or a reading of it, as assumed",
        ):
            assert words.count(heading) == 1


class TestW13:
    """W13, which claims Wielsbeke as DVV Midwest does."""

    def test_timeline(self, output):
        """Not met throughout by the double claim, and from 2026 for both reasons."""
        words = of(output, "w13")
        assert "✗ van 1 januari 2023 tot en met 31 december 2026: niet voldaan" in words
        assert "heel deze periode: Wielsbeke ook in DVV Midwest" in words
        assert "van 1 januari 2026 tot en met 31 december 2026: het grondgebied ligt in" in words

    def test_remedy(self, output):
        """Wielsbeke leaves, and that also ends the conflict with DVV Midwest."""
        assert "Wielsbeke verlaat W13; daarmee eindigt ook het conflict met DVV Midwest" in of(
            output, "w13"
        )

    def test_doubt(self, output):
        """That Wielsbeke is a member is not certain, and decides."""
        assert "a fact that is not certain decides it: the membership of Wielsbeke (37017)" in of(
            output, "w13"
        )

    def test_no_question(self, output):
        """Refused on what is public alone: nothing is asked."""
        assert "geen vragen, het oordeel staat vast" in of(output, "w13")


class TestVlaamseArdennen:
    """Across two regions, as an existing one, and nobody else claims its territory."""

    def test_timeline(self, output):
        """Met until 2025-12-31, not from 2026-01-01, because of S14."""
        words = of(output, "vlaamse-ardennen")
        assert "✓ van 1 januari 2023 tot en met 31 december 2025: voldaan" in words
        assert (
            "aanleiding op 1 januari 2026: een bestaand regieverband moet vanaf deze dag in één "
            "referentieregio passen"
        ) in words

    def test_remedies(self, output):
        """Geraardsbergen leaves, or a deviation is granted."""
        words = of(output, "vlaamse-ardennen")
        assert "Geraardsbergen verlaat Vlaamse Ardennen" in words
        assert "krijgt een afwijking van de regioregel vanaf 1 januari 2026" in words

    def test_reading(self, output):
        """On I04 it turns: by the other reading it must fit from 2 January 2026."""
        words = of(output, "vlaamse-ardennen")
        assert "Anders gelezen: vanaf de dag na de uiterste datum" in words


class TestOneLanguage:
    """The language can be chosen."""

    def test_english(self):
        """Only the English half, no line wider than 100 columns, and no official outcome."""
        told = run("grounds.py", "en")
        assert told.startswith("NO OFFICIAL OUTCOME.")
        assert "Het oordeel" not in told
        assert max(map(len, told.splitlines())) <= 100
