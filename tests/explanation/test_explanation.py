"""One page answers what is asked of a decision, for the applicant and for the file."""

from __future__ import annotations

from datetime import date

import html5lib
import pytest
from attrs import evolve
from tests.eligibility.stories import (
    CALL,
    LIMBURG,
    QUIET,
    applies,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.decision import assess
from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.questions import questions
from wselr_rules.eligibility.remedies import remedies
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.eligibility.timeline import timeline
from wselr_rules.errors import AmbiguousApplication
from wselr_rules.explanation import explain
from wselr_rules.law.readings import NewDeadline
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language
from wselr_rules.scenarios.sensitivity import sensitivity

START, END = date(2023, 1, 1), date(2027, 1, 1)
FINE = applies()
SMALL = applies(verband(*two_towns(inhabitants=19_999)))
OPEN = applies(verband(*two_towns(inhabitants=None)), channels=None)
OF_ONE_FACT = applies(channels=None)
ACROSS = applies(verband(*two_towns(reference_region=LIMBURG)))
JOINS = (town("90003", inhabitants=1), town("90004", inhabitants=2))


def explained(application, on=QUIET, call=CALL, candidates=JOINS):
    """Return the explanation of an application that is the only one."""
    portfolio = Portfolio((application,), complete=True)
    return explain(
        application,
        on=on,
        call=call,
        portfolio=portfolio,
        start=START,
        end=END,
        candidates=candidates,
    )


def headings(explanation, audience, language="nl"):
    """Return the headings of its sections."""
    return [each.heading for each in explanation.page(language, audience).sections]


class TestAnswers:
    """Each answer is the one that its own function gives."""

    @pytest.mark.parametrize(
        "application",
        [
            pytest.param(FINE, id="met"),
            pytest.param(SMALL, id="not met"),
            pytest.param(OPEN, id="undecided"),
        ],
    )
    def test_all_of_them(self, application):
        """Nothing is decided here again, and nothing is left out."""
        told = explained(application)
        circumstances = {"call": CALL, "portfolio": Portfolio((application,), complete=True)}
        day = {"on": QUIET, **circumstances}
        assert told.decision == assess(application, **day)
        assert told.timeline == timeline(
            ELIGIBLE, application, start=START, end=END, **circumstances
        )
        assert told.questions == questions(ELIGIBLE, application, **day)
        assert told.remedies == remedies(ELIGIBLE, application, candidates=JOINS, **day)
        assert told.sensitivity == sensitivity(application, **day)

    def test_another_application_of_that_id(self):
        """Which of two is meant is not guessed."""
        other = evolve(FINE, channels=None)
        with pytest.raises(AmbiguousApplication):
            explain(
                FINE,
                on=QUIET,
                call=CALL,
                portfolio=Portfolio((other,), complete=True),
                start=START,
                end=END,
            )


class TestPage:
    """A title that says what was decided, and a section for each answer."""

    @pytest.mark.parametrize(
        ("application", "nl", "en"),
        [
            (
                FINE,
                "Regieverband R komt op 1 juli 2024 in aanmerking",
                "Regieverband R is eligible on 1 July 2024",
            ),
            (
                SMALL,
                "Regieverband R komt op 1 juli 2024 niet in aanmerking",
                "Regieverband R is not eligible on 1 July 2024",
            ),
            (
                OPEN,
                "Of Regieverband R op 1 juli 2024 in aanmerking komt, staat nog niet vast",
                "Whether Regieverband R is eligible on 1 July 2024 is not certain yet",
            ),
        ],
        ids=["met", "not met", "undecided"],
    )
    def test_title(self, application, nl, en):
        """The verdict and its day, in words."""
        told = explained(application)
        assert (told.page("nl").title, told.page(Language.EN).title) == (nl, en)

    @pytest.mark.parametrize("application", [FINE, SMALL, OPEN], ids=["met", "not met", "open"])
    def test_for_the_file(self, application):
        """All five answers, also those that there is nothing in."""
        assert headings(explained(application), Audience.FILE) == [
            "Waarom",
            "Sinds wanneer en tot wanneer",
            "Wat nog nodig is",
            "Wat het zou veranderen",
            "De tekst of een lezing ervan",
        ]

    @pytest.mark.parametrize(
        ("application", "expected"),
        [
            (FINE, ["Why", "Since when and until when", "The text or a reading of it"]),
            (SMALL, ["Why", "Since when and until when", "What would change it"]),
            (
                OPEN,
                [
                    "Why",
                    "Since when and until when",
                    "What is still needed",
                    "What would change it",
                    "The text or a reading of it",
                ],
            ),
        ],
        ids=["met", "not met", "open"],
    )
    def test_for_the_applicant(self, application, expected):
        """Only what there is something to tell in: its actions stand in nobody's plan (I14)."""
        small = Audience.APPLICANT
        assert headings(explained(application), small, "en") == expected

    def test_one_question_for_the_applicant(self):
        """A single fact that is still needed is told too."""
        told = explained(OF_ONE_FACT)
        assert len(told.questions) == 1
        assert "What is still needed" in headings(told, Audience.APPLICANT, "en")

    def test_the_reading_on_which_it_turns(self):
        """Across two regions in 2026 as an existing one: whatever I05 is read as."""
        told = explained(ACROSS, on=date(2026, 1, 1))
        other = explained(
            ACROSS, on=date(2026, 1, 1), call=reading(new_deadline=NewDeadline.INCURABLE)
        )
        assert told.decision.verdict is other.decision.verdict


class TestForms:
    """Text, Markdown and HTML of the same page."""

    @pytest.mark.parametrize("audience", Audience)
    @pytest.mark.parametrize("language", Language)
    def test_each_section_in_each_form(self, language, audience):
        """Each answer stands below its heading, as its own function tells it."""
        told = explained(SMALL)
        for section in told.page(language, audience).sections:
            assert f"{section.heading}\n" in told.text(language, audience)
            assert f"## {section.heading}\n\n" in told.markdown(language, audience)
            assert f"<h2>{section.heading}</h2>" in told.html(language, audience)
        assert told.remedies.text(language, audience) in told.text(language, audience)
        assert told.decision.markdown(language, audience) in told.markdown(language, audience)
        assert told.timeline.html(language, audience) in told.html(language, audience)
        assert told.html(language, audience) in told.document(language, audience)

    @pytest.mark.parametrize("application", [FINE, SMALL, OPEN], ids=["met", "not met", "open"])
    def test_a_whole_document(self, application):
        """A strict reader takes it, and a name that is markup stays a name."""
        name = "<script>alert('x')</script>"
        body = evolve(application.regieverband, name=name)
        told = explained(evolve(application, regieverband=body))
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        document = parser.parse(told.document("nl"))
        assert document.find("body/main/article").attrib["lang"] == "nl"
        assert not list(document.iter("script"))
        assert name in document.find("head/title").text

    def test_in_a_notebook(self):
        """English for the file is what is shown if nobody says otherwise."""
        told = explained(SMALL)
        assert str(told) == told.text("en", Audience.FILE)
        assert told._repr_html_() == told.html("en", Audience.FILE)
        assert told._repr_markdown_() == told.markdown("en", Audience.FILE)
