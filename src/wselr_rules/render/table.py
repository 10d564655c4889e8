"""Tables (*tabellen*) of text as text, Markdown and HTML.

It knows columns, their alignment, a caption and a footer. It knows no number and no amount:
what makes a table writes its cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Final, TypeAlias

from attrs import field, frozen

from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.render.characters import for_html, for_markdown, visible, width
from wselr_rules.render.checks import is_a, is_tuple_of
from wselr_rules.render.language import Language, tag

__all__ = ["Align", "Table", "as_html", "as_markdown", "as_text"]

_GAP: Final = "  "
_Row: TypeAlias = tuple[str, ...]


class Align(Enum):
    """The side of its column (*uitlijning*) on which a cell stands; numbers stand right."""

    LEFT = "left"
    RIGHT = "right"


_TEXTS: Final = is_tuple_of(str, "a tuple of texts")


@frozen
class Table:
    """A table (*tabel*) of text; an empty ``footer`` or ``caption`` means that there is none.

    Raises ``WrongValue`` for a row that is not as long as the header.
    """

    headers: tuple[str, ...] = field(validator=_TEXTS)
    rows: tuple[tuple[str, ...], ...] = field(validator=is_tuple_of(tuple, "a tuple of rows"))
    align: tuple[Align, ...] = field(validator=is_tuple_of(Align, "a tuple of Align"))
    caption: str = field(default="", kw_only=True, validator=is_a(str, "text"))
    footer: tuple[str, ...] = field(default=(), kw_only=True, validator=_TEXTS)

    def __attrs_post_init__(self) -> None:
        if not self.headers:
            raise WrongValue("headers", "at least one column", self.headers)
        self._check("align", self.align)
        if self.footer:
            self._check("footer", self.footer)
        for position, row in enumerate(self.rows):
            if not all(isinstance(cell, str) for cell in row):
                raise WrongType(f"rows[{position}]", "a tuple of texts", row)
            self._check(f"rows[{position}]", row)

    def _check(self, name: str, cells: tuple[object, ...]) -> None:
        if len(cells) != len(self.headers):
            raise WrongValue(name, f"{len(self.headers)} cells, as many as headers", cells)


def as_text(table: Table) -> str:
    """The table as plain text (*platte tekst*), its columns aligned with spaces.

    >>> print(as_text(Table(("naam", "bedrag"), (("Gent", "€ 5"),), (Align.LEFT, Align.RIGHT))))
    naam  bedrag
    ----  ------
    Gent     € 5
    """
    header, body, footer = _clean(table, visible)
    widths = tuple(max(map(width, column)) for column in zip(header, *body, *footer, strict=True))
    rule = tuple("-" * size for size in widths)
    lines = (header, rule, *body, *((rule, *footer) if footer else ()))
    text = "\n".join(_line(line, widths, table.align) for line in lines)
    return f"{visible(table.caption)}\n\n{text}" if table.caption else text


def as_markdown(table: Table) -> str:
    """The table as a Markdown pipe table (*Markdown-tabel*), its cells shown literally.

    Markdown knows no caption and no footer: both are written in bold.

    >>> print(as_markdown(Table(("naam", "bedrag"), (("Gent", "5"),), (Align.LEFT, Align.RIGHT))))
    | naam | bedrag |
    | :--- | ---: |
    | Gent | 5 |
    """
    header, body, footer = _clean(table, for_markdown)
    rule = tuple("---:" if align is Align.RIGHT else ":---" for align in table.align)
    totals = tuple(tuple(map(_bold, row)) for row in footer)
    text = "\n".join(f"| {' | '.join(row)} |" for row in (header, rule, *body, *totals))
    caption = _bold(for_markdown(table.caption))
    return f"{caption}\n\n{text}" if caption else text


def as_html(table: Table, language: Language) -> str:
    """The table as an HTML fragment (*HTML-fragment*) that carries its language.

    Needs no style sheet and no script.

    >>> print(as_html(Table(("naam",), (("Gent",),), (Align.LEFT,)), Language.NL))
    <table lang="nl">
    <thead>
    <tr><th scope="col" style="text-align: left">naam</th></tr>
    </thead>
    <tbody>
    <tr><td style="text-align: left">Gent</td></tr>
    </tbody>
    </table>
    """
    header, body, footer = _clean(table, for_html)
    caption = f"<caption>{for_html(table.caption)}</caption>\n" if table.caption else ""
    sections = (
        _section("thead", _row("th", ' scope="col"', header, table.align)),
        _section("tbody", "".join(_row("td", "", row, table.align) for row in body)),
        *(_section("tfoot", _row("td", "", row, table.align)) for row in footer),
    )
    return f'<table lang="{tag(language)}">\n{caption}{"".join(sections)}</table>'


def _clean(
    table: Table, how: Callable[[str], str]
) -> tuple[_Row, tuple[_Row, ...], tuple[_Row, ...]]:
    # The footer comes back as no row or one, so that every form can loop over it.
    def each(cells: Iterable[str]) -> _Row:
        return tuple(map(how, cells))

    footer = (each(table.footer),) if table.footer else ()
    return each(table.headers), tuple(map(each, table.rows)), footer


def _line(cells: _Row, widths: tuple[int, ...], aligns: tuple[Align, ...]) -> str:
    return _GAP.join(map(_padded, cells, widths, aligns)).rstrip(" ")


def _padded(cell: str, size: int, align: Align) -> str:
    space = " " * (size - width(cell))
    return f"{space}{cell}" if align is Align.RIGHT else f"{cell}{space}"


def _bold(text: str) -> str:
    words = text.strip()
    return f"**{words}**" if words else ""


def _section(name: str, rows: str) -> str:
    return f"<{name}>\n{rows}</{name}>\n"


def _row(tag: str, attributes: str, cells: _Row, aligns: tuple[Align, ...]) -> str:
    written = "".join(
        f'<{tag}{attributes} style="text-align: {align.value}{_whole(tag, align)}">{cell}</{tag}>'
        for cell, align in zip(cells, aligns, strict=True)
    )
    return f"<tr>{written}</tr>\n"


def _whole(tag: str, align: Align) -> str:
    """An amount is not broken behind its minus, however narrow the page; a header may be."""
    return "; white-space: nowrap" if tag == "td" and align is Align.RIGHT else ""
