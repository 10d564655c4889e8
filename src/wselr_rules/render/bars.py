"""Bars (*balken*): what holds from when to when, drawn as an HTML fragment.

It knows days, marks and labels, and no criterion: what makes a chart chooses the words. A mark
is a symbol, a word and a pattern, never a colour alone; there is no script, no style sheet and
no background that a printer would leave out, and everything drawn is told in words as well.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from attrs import Attribute, field, frozen

from wselr_rules.errors import WrongValue
from wselr_rules.render.characters import for_html, width
from wselr_rules.render.checks import is_a, is_tuple_of
from wselr_rules.render.language import Language, long_date, tag
from wselr_rules.render.tree import Mark

__all__ = ["Bar", "Chart", "Span", "as_html"]

_DAY: Final = timedelta(days=1)
#: The units of the drawing, which scales to the width of the page.
_WIDTH: Final = 1000
_HEIGHT: Final = 44
_FONT: Final = 22
#: What one column of text takes, at most, in a font of that size.
_COLUMN: Final = 14
#: A span is drawn at least this wide, so that a single day can be seen.
_LEAST: Final = 6
#: The distance between the strokes of a hatching.
_STEP: Final = 14
_INK: Final = "#1a1a1a"


def _is_after(span: Span, attribute: Attribute[date], until: date) -> None:
    is_a(date, "a date")(span, attribute, until)
    if until <= span.since:
        raise WrongValue(attribute.name, f"a day after {span.since}", until)


@frozen
class Span:
    """What holds (*periode*) from ``since`` up to, not on, ``until``, and how that is told."""

    since: date = field(validator=is_a(date, "a date"))
    until: date = field(validator=_is_after)
    mark: Mark = field(validator=is_a(Mark, "a Mark"))
    text: str = field(validator=is_a(str, "text"))


def _are_spans(bar: Bar, attribute: Attribute[tuple[Span, ...]], spans: tuple[Span, ...]) -> None:
    is_tuple_of(Span, "a tuple of spans")(bar, attribute, spans)
    if not spans:
        raise WrongValue(attribute.name, "at least one span", spans)


@frozen
class Bar:
    """A label with its spans (*balk*); ``depth`` tells how far it stands below another one."""

    label: str = field(validator=is_a(str, "text"))
    spans: tuple[Span, ...] = field(validator=_are_spans)
    depth: int = field(default=0, validator=is_a(int, "a whole number"))


def _are_bars(chart: Chart, attribute: Attribute[tuple[Bar, ...]], bars: tuple[Bar, ...]) -> None:
    is_tuple_of(Bar, "a tuple of bars")(chart, attribute, bars)
    if not bars:
        raise WrongValue(attribute.name, "at least one bar", bars)


@frozen
class Chart:
    """Bars over one stretch of time (*balkenschema*), with the headers of their two columns."""

    caption: str = field(validator=is_a(str, "text"))
    labels: str = field(validator=is_a(str, "text"))
    course: str = field(validator=is_a(str, "text"))
    bars: tuple[Bar, ...] = field(validator=_are_bars)

    @property
    def since(self) -> date:
        """The first day (*begin*)."""
        return min(span.since for bar in self.bars for span in bar.spans)

    @property
    def until(self) -> date:
        """The day after the last one (*einde*)."""
        return max(span.until for bar in self.bars for span in bar.spans)


def as_html(chart: Chart, language: Language) -> str:
    """The chart as an HTML fragment (*HTML-fragment*): a figure with a row for each bar."""
    scale = _Scale(chart.since, chart.until)
    rows = "".join(_row(bar, scale, language) for bar in chart.bars)
    return (
        f'<figure lang="{tag(language)}" style="margin: 1em 0">\n'
        f"<figcaption>{for_html(chart.caption)}</figcaption>\n"
        '<table style="width: 100%; border-collapse: collapse">\n'
        f"<thead>\n<tr>{_header('col', chart.labels, _LABEL)}"
        f"{_header('col', chart.course, _COURSE, _axis(scale, language))}</tr>\n</thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n"
        f"<p>{_legend(chart, language)}</p>\n</figure>"
    )


@frozen
class _Scale:
    """From days to units of the drawing."""

    since: date
    until: date

    def at(self, day: date) -> int:
        return (day - self.since).days * _WIDTH // (self.until - self.since).days

    def placed(self, span: Span) -> tuple[int, int]:
        """The left and the right side of a span, far enough apart to be seen."""
        left = min(self.at(span.since), _WIDTH - _LEAST)
        return left, max(self.at(span.until), left + _LEAST)

    @property
    def new_years(self) -> tuple[date, ...]:
        """The first days of the years that begin within it."""
        years = range(self.since.year + 1, (self.until - _DAY).year + 1)
        return tuple(date(year, 1, 1) for year in years)


# --- the table ----------------------------------------------------------------------------

_LABEL: Final = "text-align: left; font-weight: normal; padding: 0 1em 0 0"
_COURSE: Final = "text-align: left; font-weight: normal; padding: 0.2em 0; width: 65%"


def _row(bar: Bar, scale: _Scale, language: Language) -> str:
    # The narrow ones come last, so that no wide one hides them.
    drawn = sorted(bar.spans, key=lambda span: span.since - span.until)
    told = for_html("; ".join(span.text for span in bar.spans))
    shapes = "".join(_span(each, scale, language) for each in drawn)
    picture = _svg(f'role="img" aria-label="{told}"', _HEIGHT, shapes)
    header = _header("row", bar.label, f"{_LABEL}; padding-left: {bar.depth}em")
    return f'<tr>{header}<td style="{_COURSE}">{picture}</td></tr>\n'


def _header(scope: str, label: str, style: str, more: str = "") -> str:
    return f'<th scope="{scope}" style="{style}">{for_html(label)}{more}</th>'


def _legend(chart: Chart, language: Language) -> str:
    used = {span.mark for bar in chart.bars for span in bar.spans}
    return " ".join(
        f'<span style="white-space: nowrap">{_sample(mark)} {mark.symbol} {mark.word(language)}'
        "</span>"
        for mark in Mark
        if mark in used
    )


# --- the drawing --------------------------------------------------------------------------


def _svg(attributes: str, height: int, inside: str) -> str:
    return (
        f'<svg {attributes} viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'font-family="sans-serif" font-size="{_FONT}" '
        f'style="display: block; width: 100%; height: auto">{inside}</svg>'
    )


def _axis(scale: _Scale, language: Language) -> str:
    """The first and the last day, and where the years begin; the rows tell it in words."""
    first, last = (long_date(day, language) for day in (scale.since, scale.until - _DAY))
    years = "".join(
        f'<path d="M{scale.at(day)} 44v12" stroke="currentColor" stroke-width="2"/>'
        f'<text x="{scale.at(day) + 4}" y="56" fill="currentColor">{day.year}</text>'
        for day in scale.new_years
    )
    ends = (
        f'<text x="0" y="24" fill="currentColor">{first}</text>'
        f'<text x="{_WIDTH}" y="24" text-anchor="end" fill="currentColor">{last}</text>'
    )
    return _svg('aria-hidden="true"', 60, ends + years)


def _span(span: Span, scale: _Scale, language: Language) -> str:
    left, right = scale.placed(span)
    shape = _shape(span.mark, left, right - left)
    label = _label(span.mark, left, right, language)
    return f"<g><title>{for_html(span.text)}</title>{shape}{label}</g>"


def _sample(mark: Mark) -> str:
    return (
        f'<svg aria-hidden="true" viewBox="0 0 {_HEIGHT * 2} {_HEIGHT}" width="32" height="16">'
        f"{_shape(mark, 0, _HEIGHT * 2)}</svg>"
    )


def _shape(mark: Mark, left: int, wide: int) -> str:
    """A box: filled, hatched or dashed, which ink on paper tells apart too."""
    fill = "#cfe8cf" if mark is Mark.MET else "#ffffff"
    dashes = ' stroke-dasharray="10 6"' if mark is Mark.UNKNOWN else ""
    box = (
        f'<rect x="{left}" y="1" width="{wide}" height="{_HEIGHT - 2}" fill="{fill}" '
        f'stroke="{_INK}" stroke-width="2"{dashes}/>'
    )
    return box + (_hatching(left, left + wide) if mark is Mark.NOT_MET else "")


def _hatching(left: int, right: int) -> str:
    """Strokes that rise from the floor to the ceiling, cut off at either side."""
    strokes = "".join(
        f"M{max(x, left)} {_HEIGHT - max(left - x, 0)}"
        f"L{min(x + _HEIGHT, right)} {max(x + _HEIGHT - right, 0)}"
        for x in range(left - _HEIGHT + _STEP, right, _STEP)
    )
    return f'<path d="{strokes}" stroke="{_INK}" stroke-width="2"/>'


def _label(mark: Mark, left: int, right: int, language: Language) -> str:
    """Symbol and word of the mark on a patch of paper, as far as there is room for them."""
    for words in (f"{mark.symbol} {mark.word(language)}", mark.symbol):
        patch = (width(words) + 1) * _COLUMN
        if patch < right - left:
            middle = (left + right) // 2
            return (
                f'<rect x="{middle - patch // 2}" y="7" width="{patch}" height="{_HEIGHT - 14}" '
                f'fill="#ffffff"/><text x="{middle}" y="30" text-anchor="middle" '
                f'fill="{_INK}">{words}</text>'
            )
    return ""
