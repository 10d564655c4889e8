"""Sensitivity and ranges in words: complete for the file, short for the applicant."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import html5lib
import pytest
from attrs import evolve
from markdown_it import MarkdownIt
from tests.eligibility.stories import CALL, MET, NOT_MET, QUIET, applies, verband
from tests.scenarios.calls_told import beneficiary, known, three
from tests.scenarios.sensitive import across

from wselr_rules.domain.application import Portfolio
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language
from wselr_rules.render.tree import Mark
from wselr_rules.scenarios.margins import Range
from wselr_rules.scenarios.ranges import ranges
from wselr_rules.scenarios.sensitivity import sensitivity

DEADLINE = date(2026, 1, 1)
APPLICANT = Audience.APPLICANT


def one(application=None, on=DEADLINE):
    """Return the sensitivity of one application, across two regions unless another is given."""
    asked = application or across()
    return sensitivity(asked, on=on, call=CALL, portfolio=known(asked))


def whole(*applications, on=DEADLINE, **facts):
    """Return the sensitivity of a call with these applications."""
    return sensitivity(known(*applications), on=on, call=CALL, year=2024, **facts)


def ranged(*applications, complete=True, call=CALL):
    """Return the ranges of a call with these applications."""
    portfolio = Portfolio(applications, complete=complete)
    return ranges(portfolio, on=QUIET, call=call, year=2024)


class TestSensitivity:
    """What one application turns on."""

    def test_for_the_file(self):
        """Outcome, turn and choice, with ids and sentences."""
        assert one().text("nl").splitlines() == [
            (
                "✗ aanvraag R komt niet in aanmerking volgens de gekozen lezingen; een andere "
                "lezing van I04 kan dat veranderen"
            ),
            "  ✓ aanvraag R komt in aanmerking als dit anders gelezen wordt:",
            (
                "    I04: Vanaf welke dag moet een bestaand regieverband ingepast zijn? Anders "
                "gelezen: vanaf de dag na de uiterste datum; nu: vanaf de uiterste datum zelf [S14]"
            ),
        ]
        assert str(one()) == one().text(Language.EN)

    def test_for_the_applicant(self):
        """The same without ids, and without what is read now."""
        assert one().text("en", APPLICANT).splitlines() == [
            "✗ application R is not eligible, but that depends on how the text is read",
            "  ✓ application R is eligible if this is read otherwise:",
            (
                "    From which day must an existing regieverband fit? Read otherwise: from the "
                "day after the deadline on"
            ),
        ]

    def test_two_readings_together(self):
        """A turn of two choices says that both must be read otherwise."""
        lines = one(across(recognised_on=date(2022, 9, 1))).text("en", APPLICANT).splitlines()
        assert (
            lines[1] == "  ✓ application R is eligible if all of this together is read otherwise:"
        )
        assert len(lines) == 4

    @pytest.mark.parametrize("audience", Audience)
    def test_the_same_under_every_reading(self, audience):
        """Then one sentence says it all, at both levels."""
        refused = one(applies(channels=()))
        assert refused.text("nl", audience) == (
            "✗ aanvraag R komt niet in aanmerking, hoe de open vragen in de tekst ook gelezen "
            "worden"
        )
        assert refused.text("en", audience) == (
            "✗ application R is not eligible, however the open questions of the text are read"
        )

    def test_no_verdict(self):
        """A reading without a verdict has no mark, and says why."""
        early = evolve(across(), submitted_on=date(2022, 4, 28))
        lines = one(early, on=QUIET).text("nl", APPLICANT).splitlines()
        assert lines[1] == (
            "  aanvraag R kan niet beoordeeld worden; een dag van indiening valt buiten de oproep "
            "als dit anders gelezen wordt:"
        )


class TestCallSensitivity:
    """What a call turns on."""

    two = across(id="across"), applies(verband(id="refused"), channels=())

    def test_for_the_file(self):
        """A tree of who is eligible, and a table of what one other reading changes."""
        assert whole(*self.two).text("en").splitlines() == [
            "who is eligible, over all readings",
            (
                "  ✗ application across is not eligible, however the open questions of the text "
                "are read"
            ),
            (
                "  ✗ application refused is not eligible, however the open questions of the text "
                "are read"
            ),
            "  no other reading by itself changes a verdict or an amount",
            ("  not looked into, because it is not known which applications were approved: I15"),
        ]
        lines = whole(across(id="across"), approved=[]).text("nl").splitlines()
        assert lines[4:] == [
            "",
            "Wat één andere lezing verandert, planjaar 2024",
            "",
            (
                "Andere lezing                           Aanvraag  Nu                       "
                "Anders gelezen"
            ),
            (
                "--------------------------------------  --------  -----------------------  "
                "----------------------------------"
            ),
            (
                "I04: vanaf de dag na de uiterste datum  across    komt niet in aanmerking  "
                "komt in aanmerking; € 3.000.000,00"
            ),
        ]

    def test_provisional_amounts(self):
        """While one is undecided the file is told that amounts are provisional."""
        said = "the amounts are provisional while an application is undecided"
        assert said in whole(*three(channels=None), on=QUIET).text("en")
        assert said not in whole(*three(), on=QUIET).text("en")
        nothing = [evolve(each, channels=None) for each in three()]
        assert said in whole(*nothing, on=QUIET).text("en")
        assert said not in whole(*nothing, on=QUIET).text("en", APPLICANT)

    def test_for_the_applicants(self):
        """No table and no note: what each turns on, in short."""
        found = whole(across(id="across"))
        text = found.text("nl", APPLICANT)
        assert text.splitlines()[1] == (
            "  ✗ aanvraag across komt niet in aanmerking, maar dat hangt af van hoe de tekst "
            "gelezen wordt"
        )
        assert "I04" not in text
        assert "I15" not in text
        assert "<table" not in found.html("nl", APPLICANT)
        assert "|" not in found.markdown("nl", APPLICANT)


class TestRanges:
    """The least and the most."""

    def test_for_the_file(self):
        """A table, and what to know of it."""
        assert ranged(*three(channels=None)).text("nl").splitlines() == [
            "Wat elke aanvraag minstens en hoogstens krijgt van 3.000.000,00 euro, planjaar 2024",
            "",
            "Aanvraag  Oordeel                   Minstens       Hoogstens  Staat vast",
            "--------  ------------------  --------------  --------------  ----------",
            "R0        komt in aanmerking  € 1.420.000,00  € 1.760.000,00  nee",
            "R1        komt in aanmerking    € 960.000,00  € 1.240.000,00  nee",
            "R2        onbeslist                   € 0,00    € 620.000,00  nee",
            "",
            "bij deze bedragen",
            "  nog niet beslist: R2; de bedragen gelden hoe daarover ook beslist wordt",
            (
                "  de laagste bedragen vormen samen niet het budget en de hoogste evenmin: ze "
                "horen bij verschillende beslissingen"
            ),
        ]

    def test_for_the_applicants(self):
        """A sentence each."""
        assert ranged(*three(channels=None)).text("en", APPLICANT).splitlines() == [
            "what each application can get, plan year 2024",
            "  application R0 gets at least €1,420,000.00 and at most €1,760,000.00",
            "  application R1 gets at least €960,000.00 and at most €1,240,000.00",
            "  application R2 gets at least €0.00 and at most €620,000.00",
            "  not yet decided: R2; the amounts hold however they are decided",
        ]

    def test_all_decided(self):
        """Nothing needs to be said of amounts that add up."""
        found = ranged(*three(channels=()))
        lines = found.text("en").splitlines()
        assert lines[-1] == "R2           not eligible          €0.00          €0.00  yes"
        assert found.text("nl", APPLICANT).splitlines()[1:] == [
            "  aanvraag R0 krijgt 1.760.000,00 euro",
            "  aanvraag R1 krijgt 1.240.000,00 euro",
            "  aanvraag R2 krijgt niets",
        ]

    def test_what_is_not_known(self):
        """Facts that are missing, other applications, and decisions that do not count."""
        uncounted = ranged(beneficiary(0, None, 5), complete=False)
        assert uncounted.text("en").splitlines()[4] == (
            "R0           undecided     €0.00  not known  no"
        )
        assert "  there may be other applications, and those can lower every amount" in str(
            uncounted
        )
        assert (
            "  not known: the population of working age of Town 90001 (90001) and whether there "
            "are other applications than the known ones"
        ) in str(uncounted)
        assert uncounted["R0"].text("nl") == "hoeveel aanvraag R0 kan krijgen, is niet bekend"
        undividable = ranged(beneficiary(0, 1, 0), beneficiary(1, 1, 1, channels=None))
        assert (
            "niet meegeteld: beslissingen waarna een verdeelsleutel voor iedereen nul is"
        ) in undividable.text("nl")

    def test_bounds(self):
        """Where too many decisions are possible, the file is told whose amounts are bounds."""
        found = ranged(*three(channels=None))
        first, *others = found.ranges
        near = evolve(found, ranges=(evolve(first, is_exact=False), *others))
        assert near.text("en").splitlines()[-1] == (
            "  but for cents, because too many decisions are possible: R0"
        )
        certain = Range("a", MET, Decimal("1.00"), Decimal("1.00"))
        assert certain.is_certain
        assert not evolve(certain, is_exact=False).is_certain
        assert str(certain) == "application a gets €1.00"
        assert Range("a", NOT_MET, Decimal("0.00"), None).text("en") == (
            "how much application a can get is not known"
        )


def words_shown(html):
    """Return the words that a reader of a fragment sees."""
    return " ".join(html5lib.parseFragment(html).itertext()).split()


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "found",
    [
        one(across(id="<b>&")),
        whole(across(id="<b>&"), approved=[]),
        whole(across(id="<b>&")),
        ranged(evolve(across(), id="<b>&"), beneficiary(1, 1, 1, channels=None)),
    ],
    ids=["application", "call", "call without approvals", "ranges"],
)
class TestForms:
    """Markdown and HTML say what the text says."""

    def test_html(self, found, language, audience):
        """It is valid, in its language, and shows names from outside literally."""
        shown = found.html(language, audience)
        html5lib.HTMLParser(strict=True).parseFragment(shown)
        assert f'lang="{language.value}"' in shown
        assert "<b>" not in shown
        assert "&lt;b&gt;&amp;" in shown

    def test_markdown(self, found, language, audience):
        """Shown by a reader of Markdown, names from outside are literal too."""
        shown = MarkdownIt("commonmark").enable("table").render(found.markdown(language, audience))
        assert "<b>" not in shown
        assert "&lt;b&gt;&amp;" in shown

    def test_the_same_words(self, found, language, audience):
        """Every form has the words of the text in their order; Markdown names marks as well."""
        lines = found.text(language, audience).splitlines()
        words = [word for line in lines if line.strip("- ") for word in line.split()]
        assert words_shown(found.html(language, audience)) == words
        markdown = (
            MarkdownIt("commonmark").enable("table").render(found.markdown(language, audience))
        )
        for mark in Mark:
            markdown = markdown.replace(f"{mark.symbol} {mark.word(language)}: ", f"{mark.symbol} ")
        assert words_shown(markdown) == words

    def test_notebook(self, found, language, audience):
        """A notebook shows the file, in English."""
        del language, audience
        assert found._repr_html_() == found.html("en")
        assert found._repr_markdown_() == found.markdown("en")
        assert str(found) == found.text("en", Audience.FILE)
