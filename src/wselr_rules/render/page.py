"""Pages (*bladen*): sections below headings as text, Markdown and a whole HTML document.

It knows headings, their order and how a page prints. What stands in a section is written by
others, in each of the three forms. The document needs no script, no other file and no colour.
"""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from wselr_rules.errors import WrongValue
from wselr_rules.render.characters import for_html, for_markdown, visible, width
from wselr_rules.render.checks import is_a, is_tuple_of
from wselr_rules.render.language import Language, tag

__all__ = ["Page", "Section", "as_document", "as_html", "as_markdown", "as_text"]

_TEXT: Final = is_a(str, "text")

#: Dark on light or light on dark, as the reader has set it; a section is not torn by a page break
#: where it fits on one.
_STYLE: Final = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.15rem; border-top: 1px solid; margin-top: 2rem; padding-top: 0.5rem; }
ul { padding-left: 1.5rem; }
svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
.wide { overflow-x: auto; }
@media print {
  body { font-size: 10pt; max-width: none; padding: 0; }
  h2 { break-after: avoid; }
  li, tr, svg { break-inside: avoid; }
}
"""


@frozen
class Section:
    """A part of a page (*onderdeel*) below its heading, in each of the three forms.

    ``markdown`` and ``html`` are shown as they are: whoever wrote them has escaped them.
    """

    heading: str = field(validator=_TEXT)
    text: str = field(validator=_TEXT)
    markdown: str = field(validator=_TEXT)
    html: str = field(validator=_TEXT)


@frozen
class Page:
    """A title and the sections below it (*blad*). Raises ``WrongValue`` for one without any."""

    title: str = field(validator=_TEXT)
    sections: tuple[Section, ...] = field(validator=is_tuple_of(Section, "a tuple of sections"))

    def __attrs_post_init__(self) -> None:
        if not self.sections:
            raise WrongValue("sections", "at least one section", self.sections)


def as_text(page: Page) -> str:
    """The page as plain text (*platte tekst*), its headings underlined."""
    parts = [_underlined(page.title, "=")]
    parts += [f"{_underlined(each.heading, '-')}\n{each.text}" for each in page.sections]
    return "\n\n".join(parts)


def as_markdown(page: Page) -> str:
    """The page as Markdown (*Markdown*), its headings at two levels."""
    parts = [f"# {for_markdown(page.title)}"]
    parts += [f"## {for_markdown(each.heading)}\n\n{each.markdown}" for each in page.sections]
    return "\n\n".join(parts)


def as_html(page: Page, language: Language) -> str:
    """The page as an HTML fragment (*HTML-fragment*): headings at two levels, and sections."""
    parts = [f'<article lang="{tag(language)}">', f"<h1>{for_html(page.title)}</h1>"]
    for each in page.sections:
        parts += [
            "<section>",
            f"<h2>{for_html(each.heading)}</h2>",
            f'<div class="wide">{each.html}</div>',
            "</section>",
        ]
    return "\n".join([*parts, "</article>"])


def as_document(page: Page, language: Language) -> str:
    """The page as a whole HTML document (*HTML-document*) that prints as it shows."""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{tag(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{for_html(page.title)}</title>",
            f"<style>\n{_STYLE}</style>",
            "</head>",
            "<body>",
            "<main>",
            as_html(page, language),
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _underlined(words: str, line: str) -> str:
    seen = visible(words)
    return f"{seen}\n{line * width(seen)}"
