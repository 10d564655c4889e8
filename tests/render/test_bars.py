"""Bars are read without colour, by eye or by ear, and no text changes their form."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.fragments import parsed

from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.render.bars import Bar, Chart, Span, as_html
from wselr_rules.render.characters import visible
from wselr_rules.render.language import Language
from wselr_rules.render.tree import Mark

NL, EN = Language.NL, Language.EN
DAY = timedelta(days=1)
JANUARY = date(2023, 1, 1)
ANY = st.text(alphabet=st.characters(codec=None), max_size=8) | st.sampled_from(
    ['" onload="x', "</svg>", "<b>", "&amp;", "a\nb", "]]>"]
)

#: What stands in more than one place of a chart that is written whole.
LABEL = "text-align: left; font-weight: normal; padding: 0 1em 0 0"
COURSE = "text-align: left; font-weight: normal; padding: 0.2em 0; width: 65%"
FONT = 'font-family="sans-serif" font-size="22" style="display: block; width: 100%; height: auto"'
INK = 'stroke="#1a1a1a" stroke-width="2"'
PAPER = f'height="42" fill="#ffffff" {INK}'
GREEN = f'height="42" fill="#cfe8cf" {INK}'
DASHES = 'stroke-dasharray="10 6"'
MIDDLE = 'y="30" text-anchor="middle" fill="#1a1a1a"'
SAMPLE = (
    '<span style="white-space: nowrap">'
    '<svg aria-hidden="true" viewBox="0 0 88 44" width="32" height="16">'
)


def span(first, days, mark=Mark.MET, text="told"):
    """Return a span that begins so many days after 1 January 2023."""
    since = JANUARY + first * DAY
    return Span(since, since + days * DAY, mark, text)


def chart(*spans, **other):
    """Return a chart of one bar."""
    return Chart("caption", "what", "when", (Bar("label", spans, **other),))


def boxes(html):
    """Return left side, width and dashes of the boxes in the rows, as drawn."""
    rects = parsed(html).findall(".//tbody//rect[@stroke]")
    return [
        (int(each.get("x")), int(each.get("width")), each.get("stroke-dasharray")) for each in rects
    ]


@st.composite
def charts(draw):
    """Draw a chart with any words over one to two thousand days."""
    total = draw(st.integers(1, 2000))
    first = draw(st.integers(0, 400))
    bars = []
    for _ in range(draw(st.integers(1, 3))):
        cuts = draw(st.sets(st.integers(1, total), max_size=4)) - {total}
        turns = [0, *sorted(cuts), total]
        spans = tuple(
            span(first + one, other - one, draw(st.sampled_from(Mark)), draw(ANY))
            for one, other in pairwise(turns)
        )
        bars.append(Bar(draw(ANY), spans, draw(st.integers(0, 4))))
    return Chart(draw(ANY), draw(ANY), draw(ANY), tuple(bars))


class TestAlways:
    """What holds of any chart."""

    @given(charts(), st.sampled_from(Language))
    def test_it_is_valid_and_says_all_in_words(self, drawn, language):
        """A valid fragment; every word stands in it literally, every picture in words."""
        figure = parsed(as_html(drawn, language)).find("figure")
        assert figure.get("lang") == language.value
        assert figure.find("figcaption").text in {visible(drawn.caption), None}
        rows = figure.findall("table/tbody/tr")
        assert len(rows) == len(drawn.bars)
        for row, bar in zip(rows, drawn.bars, strict=True):
            assert (row.find("th").text or "") == visible(bar.label)
            assert row.find("th").get("scope") == "row"
            picture = row.find("td/svg")
            told = "; ".join(visible(each.text) for each in bar.spans)
            assert (picture.get("role"), picture.get("aria-label")) == ("img", told)
            titles = {each.text or "" for each in picture.findall(".//title")}
            assert titles == {visible(each.text) for each in bar.spans}

    @given(charts())
    def test_everything_lies_within_the_picture(self, drawn):
        """No box begins before the left side, ends after the right one or cannot be seen."""
        for left, wide, _ in boxes(as_html(drawn, NL)):
            assert 0 <= left < left + wide <= 1000
            assert wide >= 6

    @given(charts())
    def test_words_stand_in_the_middle_of_their_box(self, drawn):
        """The paper below the words lies within their box, as far from either side of it."""
        for group in parsed(as_html(drawn, NL)).findall(".//tbody//g"):
            box, *papers = (
                {side: int(each.get(side)) for side in ("x", "y", "width", "height")}
                for each in group.findall("rect")
            )
            for paper, word in zip(papers, group.findall("text"), strict=True):
                left = paper["x"] - box["x"]
                right = box["x"] + box["width"] - paper["x"] - paper["width"]
                assert min(left, right) >= 0
                assert abs(left - right) <= 2
                assert (int(word.get("x")) - paper["x"]) * 2 == paper["width"]
                assert paper["y"] * 2 + paper["height"] == box["y"] * 2 + box["height"] == 44

    @given(charts())
    def test_strokes_stay_inside(self, drawn):
        """No stroke of a hatching leaves its picture."""
        for path in parsed(as_html(drawn, NL)).findall(".//tbody//path"):
            points = re.findall(r"[ML](-?\d+) (-?\d+)", path.get("d"))
            assert all(0 <= int(x) <= 1000 and 0 <= int(y) <= 44 for x, y in points)

    @given(charts(), st.sampled_from(Language))
    def test_it_needs_nothing_else(self, drawn, language):
        """No script, no style sheet, no id, no address, no background that is not printed."""
        fragment = parsed(as_html(drawn, language))
        for element in fragment.iter():
            assert element.tag not in {"script", "style", "link", "image", "use"}
            assert {"id", "href", "class", "onload"}.isdisjoint(element.keys())
            assert "background" not in (element.get("style") or "")


class TestWhole:
    """A chart as it is written, to the letter."""

    def test_example(self):
        """A head with the axis, a row with a picture for each bar, and a legend."""
        hatching = "M970 14L984 0M970 28L998 0M970 42L1000 12M982 44L1000 26M996 44L1000 40"
        whole = Chart(
            "Verloop",
            "wat",
            "wanneer",
            (
                Bar(
                    "deel",
                    (span(0, 970, Mark.UNKNOWN, "eerst"), span(970, 30, Mark.NOT_MET, "dan")),
                ),
                Bar("ander", (span(0, 1000, Mark.MET, "steeds"),), 1),
            ),
        )
        assert as_html(whole, NL).split("\n") == [
            '<figure lang="nl" style="margin: 1em 0">',
            "<figcaption>Verloop</figcaption>",
            '<table style="width: 100%; border-collapse: collapse">',
            "<thead>",
            (
                f'<tr><th scope="col" style="{LABEL}">wat</th>'
                f'<th scope="col" style="{COURSE}">wanneer'
                f'<svg aria-hidden="true" viewBox="0 0 1000 60" width="1000" height="60" {FONT}>'
                '<text x="0" y="24" fill="currentColor">1 januari 2023</text>'
                '<text x="1000" y="24" text-anchor="end" fill="currentColor">'
                "26 september 2025</text>"
                '<path d="M365 44v12" stroke="currentColor" stroke-width="2"/>'
                '<text x="369" y="56" fill="currentColor">2024</text>'
                '<path d="M731 44v12" stroke="currentColor" stroke-width="2"/>'
                '<text x="735" y="56" fill="currentColor">2025</text>'
                "</svg></th></tr>"
            ),
            "</thead>",
            "<tbody>",
            (
                f'<tr><th scope="row" style="{LABEL}; padding-left: 0em">deel</th>'
                f'<td style="{COURSE}"><svg role="img" aria-label="eerst; dan" '
                f'viewBox="0 0 1000 44" width="1000" height="44" {FONT}>'
                f'<g><title>eerst</title><rect x="0" y="1" width="970" {PAPER} {DASHES}/>'
                '<rect x="401" y="7" width="168" height="30" fill="#ffffff"/>'
                f'<text x="485" {MIDDLE}>? onbeslist</text></g>'
                f'<g><title>dan</title><rect x="970" y="1" width="30" {PAPER}/>'
                f'<path d="{hatching}" {INK}/>'
                '<rect x="971" y="7" width="28" height="30" fill="#ffffff"/>'
                f'<text x="985" {MIDDLE}>✗</text></g>'
                "</svg></td></tr>"
            ),
            (
                f'<tr><th scope="row" style="{LABEL}; padding-left: 1em">ander</th>'
                f'<td style="{COURSE}"><svg role="img" aria-label="steeds" '
                f'viewBox="0 0 1000 44" width="1000" height="44" {FONT}>'
                f'<g><title>steeds</title><rect x="0" y="1" width="1000" {GREEN}/>'
                '<rect x="430" y="7" width="140" height="30" fill="#ffffff"/>'
                f'<text x="500" {MIDDLE}>✓ voldaan</text></g>'
                "</svg></td></tr>"
            ),
            "</tbody>",
            "</table>",
            (
                f'<p>{SAMPLE}<rect x="0" y="1" width="88" {GREEN}/></svg> ✓ voldaan</span> '
                f'{SAMPLE}<rect x="0" y="1" width="88" {PAPER}/>'
                f'<path d="M0 14L14 0M0 28L28 0M0 42L42 0M12 44L56 0M26 44L70 0M40 44L84 0'
                f'M54 44L88 10M68 44L88 24M82 44L88 38" {INK}/></svg> ✗ niet voldaan</span> '
                f'{SAMPLE}<rect x="0" y="1" width="88" {PAPER} {DASHES}/></svg> '
                "? onbeslist</span></p>"
            ),
            "</figure>",
        ]


class TestDrawing:
    """Where a span is drawn and how."""

    def test_to_scale(self):
        """Of ten days, three are three tenths of the width."""
        html = as_html(chart(span(0, 3), span(3, 7, Mark.NOT_MET)), NL)
        assert sorted(boxes(html)) == [(0, 300, None), (300, 700, None)]

    def test_a_single_day_can_be_seen(self):
        """One day of a thousand is drawn wider, over its neighbours, also at the right side."""
        html = as_html(chart(span(0, 1), span(1, 998), span(999, 1)), NL)
        assert boxes(html) == [(1, 998, None), (0, 6, None), (994, 6, None)]

    def test_marks_differ_without_colour(self):
        """Met is plain, not met has strokes, undecided has a dashed edge."""
        drawn = {mark: as_html(chart(span(0, 9, mark)), NL) for mark in Mark}
        strokes = {
            mark: len(parsed(html).findall(".//tbody//path")) for mark, html in drawn.items()
        }
        dashes = {mark: boxes(html)[0][2] for mark, html in drawn.items()}
        assert strokes == {Mark.MET: 0, Mark.NOT_MET: 1, Mark.UNKNOWN: 0}
        assert dashes == {Mark.MET: None, Mark.NOT_MET: None, Mark.UNKNOWN: "10 6"}

    def test_the_strokes_of_a_hatching(self):
        """They rise by as much as they go aside, cut off at both sides of a box."""
        html = as_html(chart(span(0, 50), span(50, 50, Mark.NOT_MET)), NL)
        path = parsed(html).find(".//tbody//path").get("d")
        assert path.startswith("M500 14L514 0M500 28L528 0M500 42L542 0M512 44L556 0")
        assert path.endswith("M960 44L1000 4M974 44L1000 18M988 44L1000 32")

    @pytest.mark.parametrize(
        ("days", "words"),
        [(141, ["✓ voldaan"]), (140, ["✓"]), (29, ["✓"]), (28, [])],
    )
    def test_words_where_there_is_room(self, days, words):
        """Symbol and word, the symbol alone, or nothing, as it is narrower."""
        html = as_html(chart(span(0, days), span(days, 1000 - days, Mark.UNKNOWN)), NL)
        _, narrow = parsed(html).findall(".//tbody//g")
        assert list(narrow.itertext()) == ["told", *words]


class TestAxis:
    """The axis tells first day, last day and the years."""

    def axis(self, *spans):
        """Return the words of the axis with where they stand."""
        html = as_html(chart(*spans), EN)
        svg = parsed(html).find(".//thead//svg")
        assert svg.get("aria-hidden") == "true"
        return [(each.text, int(each.get("x"))) for each in svg.findall(".//text")]

    def test_of_two_years(self):
        """730 days from 1 January 2023: 2024 begins half way, and 2023 is no news."""
        assert self.axis(span(0, 730)) == [
            ("1 January 2023", 0),
            ("30 December 2024", 1000),
            ("2024", 504),
        ]

    def test_three_points_round_a_new_year(self):
        """The last day is 31 December, 1 or 2 January: the year is told once it has begun."""
        for days, years in [(365, []), (366, ["2024"]), (367, ["2024"])]:
            assert [text for text, _ in self.axis(span(0, days))][2:] == years


class TestLegend:
    """The legend tells what the patterns mean."""

    def test_of_the_marks_that_occur(self):
        """Each mark of any bar, once, in the order of the marks, with symbol and word."""
        html = as_html(chart(span(0, 1, Mark.UNKNOWN), span(1, 1), span(2, 1)), EN)
        spans = parsed(html).findall("figure/p/span")
        assert ["".join(each.itertext()).strip() for each in spans] == ["✓ met", "? undecided"]
        assert all(each.find("svg").get("aria-hidden") == "true" for each in spans)


BARS = (Bar("", (span(0, 1),)),)


class TestMade:
    """What a chart is made of is checked."""

    def test_three_points_round_an_empty_span(self):
        """A span ends after the day on which it begins."""
        assert span(0, 1).until == date(2023, 1, 2)
        for days in (0, -1):
            with pytest.raises(WrongValue) as caught:
                span(0, days)
            assert (caught.value.field, caught.value.expected, caught.value.value) == (
                *("until", "a day after 2023-01-01"),
                JANUARY + days * DAY,
            )

    @pytest.mark.parametrize(
        ("made", "values", "message"),
        [
            (Span, ("2023", JANUARY, Mark.MET, ""), "since: expected a date, got '2023'"),
            (Span, (JANUARY, "2024", Mark.MET, ""), "until: expected a date, got '2024'"),
            (Span, (JANUARY, JANUARY + DAY, "met", ""), "mark: expected a Mark, got 'met'"),
            (Span, (JANUARY, JANUARY + DAY, Mark.MET, None), "text: expected text, got None"),
            (Bar, (None, (span(0, 1),)), "label: expected text, got None"),
            (Bar, ("", ["x"]), "spans: expected a tuple of spans, got ['x']"),
            (Bar, ("", ("x",)), "spans: expected a tuple of spans, got ('x',)"),
            (Bar, ("", (span(0, 1),), "1"), "depth: expected a whole number, got '1'"),
            (Chart, (None, "", "", BARS), "caption: expected text, got None"),
            (Chart, ("", None, "", BARS), "labels: expected text, got None"),
            (Chart, ("", "", None, BARS), "course: expected text, got None"),
            (Chart, ("", "", "", ("x",)), "bars: expected a tuple of bars, got ('x',)"),
        ],
    )
    def test_only_values_of_their_kind(self, made, values, message):
        """A wrong kind of value in any field is refused, and the field is named."""
        with pytest.raises(WrongType, match=f"^{re.escape(message)}$"):
            made(*values)

    def test_nothing_cannot_be_drawn(self):
        """A bar has a span, a chart a bar."""
        with pytest.raises(WrongValue, match=r"^spans: expected at least one span, got \(\)$"):
            Bar("", ())
        with pytest.raises(WrongValue, match=r"^bars: expected at least one bar, got \(\)$"):
            Chart("", "", "", ())

    def test_it_reaches_from_the_first_to_the_last_of_all(self):
        """Bars may begin and end on other days than each other."""
        two = Chart("", "", "", (Bar("", (span(5, 1),)), Bar("", (span(2, 9), span(11, 3)))))
        assert (two.since, two.until) == (date(2023, 1, 3), date(2023, 1, 15))
        assert boxes(as_html(two, NL))[0] == (250, 83, None)

    def test_a_part_stands_deeper(self):
        """The depth of a bar indents its label."""
        header = parsed(as_html(chart(span(0, 1), depth=2), NL)).find(".//tbody/tr/th")
        assert header.get("style").endswith("padding-left: 2em")
