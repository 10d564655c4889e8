"""The page that is printed on: its width, headings, paragraphs, tables, and words for values.

It knows nothing of the call. Everything is 100 columns wide, on a screen, in a file and in CI,
and says nothing by colour alone.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal

from attrs import frozen
from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from wselr_rules import Verdict

__all__ = [
    "MARKS",
    "Column",
    "Page",
    "difference",
    "euros",
    "in_words",
    "listed",
    "long_date",
    "short_date",
    "table",
    "verdict",
]

WIDTH = 100
#: Of no effect on what is printed; without it, a dumb terminal would be given another width.
HEIGHT = 25

MARKS = {Verdict.MET: "✓", Verdict.NOT_MET: "✗", Verdict.UNKNOWN: "?"}
_WORDS = {
    Verdict.MET: "eligible",
    Verdict.NOT_MET: "not eligible",
    Verdict.UNKNOWN: "undecided",
}
_STYLES = {Verdict.MET: "green", Verdict.NOT_MET: "red", Verdict.UNKNOWN: "yellow"}


class Page:
    """A page of fixed width."""

    def __init__(self) -> None:
        """Open the page on the standard output, in UTF-8 whatever the machine prefers."""
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        self._console = Console(
            width=WIDTH, height=HEIGHT, highlight=False, markup=False, emoji=False
        )
        self._is_below_table = False

    def title(self, text: str) -> None:
        """Begin a section."""
        self._is_below_table = False
        self._console.print()
        self._console.print(Rule(Text(text, "bold"), align="left", characters="="))

    def heading(self, text: str) -> None:
        """Begin a part of a section."""
        self._is_below_table = False
        self._console.print()
        self._console.print(Text(text, "bold underline"))

    def say(self, text: str, style: str = "") -> None:
        """Print a paragraph."""
        self.show(Text(text, style))

    def points(self, texts: Iterable[str], marks: Iterable[str] | None = None) -> None:
        """Print a list, each point behind its mark."""
        grid = Table.grid(padding=(0, 1))
        grid.add_column(no_wrap=True)
        grid.add_column()
        shown = list(texts)
        for mark, text in zip(marks or ["-"] * len(shown), shown, strict=True):
            grid.add_row(mark, text)
        self.show(Padding(grid, (0, 0, 0, 2)))

    def show(self, what: RenderableType) -> None:
        """Print a table, a tree or anything else; what follows a table stands apart from it."""
        if self._is_below_table:
            self._console.print()
        self._console.print(what)
        self._is_below_table = isinstance(what, Table)


@frozen
class Column:
    """A column of a table; without ``wraps_at``, the most columns it takes, it is not wrapped."""

    heading: str
    align: Literal["left", "right", "center"] = "left"
    wraps_at: int | None = None
    footer: str = ""


def table(*columns: Column, rows: Iterable[Iterable[RenderableType]]) -> Table:
    """Make a table without upright lines; a footer is shown where a column has one."""
    has_footer = any(column.footer for column in columns)
    made = Table(
        box=box.SIMPLE_HEAD if not has_footer else box.SIMPLE,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1),
        collapse_padding=True,
        header_style="bold",
        footer_style="bold",
        show_footer=has_footer,
    )
    for column in columns:
        made.add_column(
            column.heading,
            column.footer,
            justify=column.align,
            no_wrap=column.wraps_at is None,
            max_width=column.wraps_at,
        )
    for row in rows:
        made.add_row(*row)
    return made


def verdict(value: Verdict) -> Text:
    """Write a verdict with its mark."""
    return Text(in_words(value), _STYLES[value])


def in_words(value: Verdict) -> str:
    """Write a verdict with its mark, as plain text."""
    return f"{MARKS[value]} {_WORDS[value]}"


def euros(amount: Decimal) -> str:
    """Write an amount as it stands in a table that says that it is in euros."""
    return f"{amount:,.2f}"


def difference(amount: Decimal) -> str:
    """Write what an amount grew or, with a minus, shrank by."""
    return f"{amount:+,.2f}" if amount else euros(amount)


def long_date(day: date) -> str:
    """Write a date with the name of its month, whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Write a date as it stands above a column."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def listed(words: Iterable[str]) -> str:
    """Write a list as it stands in a sentence."""
    *most, last = tuple(words) or ("none",)
    return f"{', '.join(most)} and {last}" if most else last


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
