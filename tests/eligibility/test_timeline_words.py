"""A timeline in words and as a picture, in two languages and for two readers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import LIMBURG, applies, town, two_towns, verband
from tests.eligibility.times import ALL_DAYS, MINE, over, with_parts
from tests.render.fragments import parsed

from wselr_rules.domain.membership import Membership
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.rules import ELIGIBLE, ENOUGH_INHABITANTS, REFERENCE_REGION
from wselr_rules.eligibility.timeline import timeline
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language

JUNE = date(2024, 6, 1)
HEADING = (
    "timeline of application R, from 29 April 2022 up to and including 31 December 2026: "
    "eligibility for a subsidy"
)
MUST_FIT = "an existing regieverband must fit one reference region from this day on"
ACROSS = applies(verband(*two_towns(reference_region=LIMBURG)))


class TestText:
    """As lines of text."""

    def test_in_dutch_for_the_file(self):
        """Each stretch with its mark, its cause with the sentence, and what was found."""
        assert over(ACROSS, REFERENCE_REGION).text("nl") == (
            "tijdlijn van aanvraag R, van 29 april 2022 tot en met 31 december 2026: "
            "tijdig in één referentieregio\n"
            "  ✓ van 29 april 2022 tot en met 31 december 2025: voldaan\n"
            "  ✗ van 1 januari 2026 tot en met 31 december 2026: niet voldaan\n"
            "    aanleiding op 1 januari 2026: een bestaand regieverband moet vanaf deze dag in "
            "één referentieregio passen [S14]\n"
            "    heel deze periode: "
            + over(ACROSS, REFERENCE_REGION).stretches[1].grounds[0].findings[0][1].sentence("nl")
        )

    def test_in_english_for_the_applicant(self):
        """The whole alone, without sentences and readings."""
        text = over(ACROSS).text(Language.EN, Audience.APPLICANT)
        lines = text.splitlines()
        assert lines[:4] == [
            HEADING,
            "  ✓ from 29 April 2022 up to and including 31 December 2025: met",
            "  ✗ from 1 January 2026 up to and including 31 December 2026: not met",
            f"    cause on 1 January 2026: {MUST_FIT}",
        ]
        assert len(lines) == 5
        assert lines[4].startswith("    throughout: the territory lies in Kempen and Limburg")
        assert "[" not in text

    def test_the_file_tells_the_parts_too(self):
        """Each part of ELIGIBLE, indented below what it is a part of, with its own stretches."""
        lines = over(ACROSS).text("nl").splitlines()
        assert "  wie aanvraagt" in lines
        assert "    als samenwerkingsverband" in lines
        assert "      genoeg leden" in lines
        below = lines.index("      genoeg leden") + 1
        assert lines[below] == "        ✓ van 29 april 2022 tot en met 31 december 2026: voldaan"
        assert str(over(ACROSS)) == over(ACROSS).text("en")

    def test_a_single_day(self):
        """A stretch of one day is on that day."""
        day = Membership(town("90002"), JUNE, date(2024, 6, 2))
        case = applies(verband(town("90001"), day))
        text = over(case, ENOUGH_INHABITANTS).text("nl")
        assert "  ✓ op 1 juni 2024: voldaan\n" in text
        assert "  ✗ van 29 april 2022 tot en met 31 mei 2024: niet voldaan\n" in text

    def test_a_ground_that_comes_later(self):
        """One that does not last throughout tells from when to when."""
        case = applies(verband(town("90001", inhabitants=10), town("90002", inhabitants=10)))
        lines = over(case, ENOUGH_INHABITANTS & MINE).text("en", Audience.APPLICANT).splitlines()
        assert [line.strip() for line in lines[2:]] == [
            "throughout: 20 inhabitants, at least 60,000 required (59,980 too few)",
            "from 29 April 2022 up to and including 30 June 2023: odd",
            "from 29 February 2024 up to and including 31 December 2026: odd",
        ]

    def test_a_ground_that_reads_otherwise(self):
        """A line for each time that it does, and none for what reads the same."""
        joins = Membership(town("90002", inhabitants=5), JUNE)
        none = Membership(town("90003", inhabitants=0), date(2024, 8, 1))
        case = applies(verband(town("90001", inhabitants=10), joins, none))
        lines = over(case, ENOUGH_INHABITANTS).text("en", Audience.APPLICANT).splitlines()
        assert [line.split(", at least")[0].strip() for line in lines[2:]] == [
            "from 29 April 2022 up to and including 31 May 2024: 10 inhabitants",
            "from 1 June 2024 up to and including 31 December 2026: 15 inhabitants",
        ]

    def test_a_ground_that_differs_in_what_is_not_told(self):
        """What reads the same is one line, though the finding holds another margin."""

        def short(application, context):
            del application
            return Finding(Verdict.NOT_MET, "short", margin=-1 if context.on < JUNE else -2)

        criterion = Criterion("short", short, dates=lambda *_: [JUNE])
        whole = over(applies(), criterion)
        assert len(whole.stretches[0].grounds[0].findings) == 2
        assert whole.text("en").splitlines()[2:] == ["    throughout: short"]

    def test_a_criterion_of_your_own_goes_by_its_id(self):
        """One that no table knows is named by its id."""
        assert over(applies(), MINE).text("nl").splitlines()[0].endswith("2026: mine")

    def test_a_stretch_alone(self):
        """A stretch tells the same lines by itself."""
        stretch = over(ACROSS, REFERENCE_REGION).stretches[1]
        text = over(ACROSS, REFERENCE_REGION).text("en")
        assert [f"  {line}" for line in str(stretch).splitlines()] == text.splitlines()[2:]
        assert "[" not in stretch.text("nl", Audience.APPLICANT)

    @pytest.mark.parametrize("shown", ["text", "markdown", "html"])
    def test_a_language_that_is_none(self, shown):
        """It is refused in every form."""
        with pytest.raises(ValueError, match="fr"):
            getattr(over(ACROSS), shown)("fr")


class TestMarkdown:
    """As a list in Markdown."""

    def test_the_mark_brings_the_verdict(self):
        """The verdict stands once in a line."""
        lines = over(ACROSS, REFERENCE_REGION).markdown("nl").splitlines()
        assert lines[1:3] == [
            "  - ✓ voldaan: van 29 april 2022 tot en met 31 december 2025",
            "  - ✗ niet voldaan: van 1 januari 2026 tot en met 31 december 2026",
        ]
        whole = over(ACROSS)
        assert whole._repr_markdown_() == whole.markdown("en")
        assert "<ul>" in MarkdownIt().render(whole.markdown("nl"))

    def test_the_parts_are_for_the_file(self):
        """It has them below the whole, with the verdict once in a line; the applicant has none."""
        lines = over(ACROSS).markdown("nl").splitlines()
        below = lines.index("      - genoeg leden") + 1
        assert lines[below] == "        - ✓ voldaan: van 29 april 2022 tot en met 31 december 2026"
        for_applicant = over(ACROSS).markdown("nl", Audience.APPLICANT)
        assert len(for_applicant.splitlines()) == 5
        assert "genoeg leden" not in for_applicant


class TestHtml:
    """As a picture with the same in words beneath it."""

    def test_a_bar_for_each_criterion(self):
        """The file has one for the whole and each part, the applicant one for the whole."""
        whole = over(ACROSS)
        rows = parsed(whole.html("nl")).findall(".//tbody/tr")
        assert len(rows) == len(list(with_parts(whole))) == 11
        labels = ["".join(row.find("th").itertext()) for row in rows]
        assert labels[:3] == [
            "in aanmerking komen voor een subsidie",
            "wie aanvraagt",
            "als samenwerkingsverband",
        ]
        (row,) = parsed(whole.html("nl", Audience.APPLICANT)).findall(".//tbody/tr")
        assert row.find("td/svg").get("aria-label") == (
            "van 29 april 2022 tot en met 31 december 2025: voldaan; "
            "van 1 januari 2026 tot en met 31 december 2026: niet voldaan"
        )

    def test_a_part_stands_below_its_whole(self):
        """The whole stands at the side, and each part one step further than what it is part of."""
        headers = parsed(over(ACROSS).html("nl")).findall(".//tbody/tr/th")
        steps = [header.get("style").rpartition("padding-left: ")[2] for header in headers]
        assert steps == [f"{step}em" for step in (0, 1, 2, 3, 3, 3, 2, 1, 1, 1, 1)]

    def test_the_list_names_the_verdict(self):
        """The mark is a symbol alone there, so each line tells the verdict, in the parts too."""
        whole = over(ACROSS)
        marks = parsed(whole.html("nl")).findall("./div/ul//li/span")
        assert len(marks) == sum(len(each.stretches) for each in with_parts(whole)) == 13
        assert all(mark.tail.strip().endswith(f": {mark.get('title')}") for mark in marks)

    def test_it_says_its_language(self):
        """The whole carries it; _repr_html_ is the English one for the file."""
        whole = over(ACROSS)
        assert parsed(whole.html("nl")).find("div").get("lang") == "nl"
        assert whole._repr_html_() == whole.html(Language.EN, Audience.FILE)
        headers = [each.text for each in parsed(whole.html("en")).findall(".//thead/tr/th")]
        assert headers == ["criterion", "over time"]

    def test_all_that_the_text_tells_stands_in_it(self):
        """Every line of the text is found in the page."""
        whole = over(ACROSS)
        page = "".join(parsed(whole.html("nl")).itertext())
        heading, *lines = whole.text("nl").splitlines()
        assert heading in page
        assert all(line.strip(" ✓✗?") in page for line in lines)

    def test_names_from_outside_are_shown_as_they_are(self):
        """Markup in a name or an id is no markup in the page."""
        name = '<script>alert("&amp;")</script>'
        joins = Membership(town("90002", name=name), JUNE)
        case = applies(verband(town("90001"), joins, id=name))
        fragment = parsed(over(case).html("nl"))
        assert fragment.findall(".//script") == []
        assert name in "".join(fragment.itertext())

    @settings(max_examples=examples(30))
    @given(worlds.portfolios(), worlds.calls(), st.sampled_from(Language))
    def test_any_timeline_is_a_valid_page(self, portfolio, call, language):
        """Whatever the case, the fragment is valid and all other forms can be made."""
        application = portfolio.applications[0]
        whole = timeline(ELIGIBLE, application, call=call, portfolio=portfolio, **ALL_DAYS)
        for audience in Audience:
            parsed(whole.html(language, audience))
            assert whole.text(language, audience)
            assert whole.markdown(language, audience)
