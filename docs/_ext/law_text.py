"""The text of record (*de tekst*) line by line, beside the code that encodes it, as Markdown.

It is made of the ledger, the stored text, the source and the tests, when the site is built: none
of it is written twice, so none of it can drift.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from docs._ext.law_code import code_of, dotted_source

from wselr_rules import INTERPRETATIONS, LEDGER, Sentence
from wselr_rules.law.ledger import sentence

__all__ = ["LINES", "claims", "markdown", "page_of"]

_ROOT = Path(__file__).parents[2]
_LAW_TESTS = _ROOT / "tests" / "law"
_PAGES = _ROOT / "docs" / "law"

#: A no-break space is a matter of typesetting, so it is read as a space.
LINES = tuple(
    (_LAW_TESTS / "het-lokale-bestuur-als-regisseur.txt")
    .read_text(encoding="utf-8")
    .replace("\u00a0", " ")
    .split("\n")
)
_SENTENCE_OF = {quote.line: row for row in LEDGER for quote in row.quotes}
_HEADINGS = "S25"


def markdown(lines: str) -> str:
    """The Markdown of these lines of the text, told as ``22-31``."""
    first, last = map(int, lines.split("-"))
    shown = [number for number in range(first, last + 1) if LINES[number - 1].strip()]
    parts = groupby(shown, key=lambda number: _SENTENCE_OF[number].id)
    return "\n".join(line for id, numbers in parts for line in _part(sentence(id), [*numbers]))


def page_of(sentence_id: str) -> str:
    """The page of ``docs/law`` that shows the first line of a sentence."""
    line = sentence(sentence_id).quotes[0].line
    for path in sorted(_PAGES.glob("*.md")):
        for lines in ranges_of(path):
            if line in lines:
                return path.stem
    raise LookupError(sentence_id)


def ranges_of(path: Path) -> list[range]:
    """The lines of the text that a page shows."""
    marks = [
        line.removeprefix("<!-- made here: law ").removesuffix(" -->")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("<!-- made here: law ")
    ]
    return [range(int(mark.split("-")[0]), int(mark.split("-")[1]) + 1) for mark in marks]


def claims(sentence_id: str) -> list[str]:
    """What the tests named for a sentence claim of it, in their order."""
    return [
        " ".join((ast.get_docstring(test) or "").partition("\n\n")[0].split())
        for path in sorted(_LAW_TESTS.glob("test_sentences_*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and node.name == f"Test{sentence_id}"
        for test in node.body
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_")
    ]


# --- the lines of one sentence ------------------------------------------------------------


def _part(row: Sentence, numbers: list[int]) -> Iterator[str]:
    """The lines of a sentence that follow each other; those elsewhere have a part of their own."""
    if row.id == _HEADINGS:
        for number in numbers:
            yield f'<p class="law-heading" lang="nl">{escape(LINES[number - 1].strip())}</p>\n'
        return
    is_first = numbers[0] == row.quotes[0].line
    kinds = " and ".join(kind.value for kind in row.kinds)
    if is_first:
        yield f"(law-{row.id.lower()})="
    yield f"## {row.id}, {kinds}\n"
    yield ":::::{container} law"
    yield "::::{container} law-quotes"
    yield from (_quoted(number, row) for number in numbers)
    yield "::::"
    yield "::::{container} law-code"
    yield from _beside(row) if is_first else [f"Begins at [{row.id}](#law-{row.id.lower()})."]
    yield "::::"
    yield ":::::\n"


def _quoted(number: int, row: Sentence) -> str:
    """The line of the text with its operative words marked."""
    text = LINES[number - 1].strip()
    for quote in row.quotes:
        if quote.line == number:
            before, _, after = text.partition(quote.words)
            text = f"{escape(before)}<mark>{escape(quote.words)}</mark>{escape(after)}"
    return (
        f'<blockquote class="law-text" lang="nl"><p>{text}</p>'
        f"<footer>regel {number}</footer></blockquote>\n"
    )


def _beside(row: Sentence) -> Iterator[str]:
    if not row.encoded_by:
        yield "Context: it binds nobody, so no code encodes it."
    for dotted in row.encoded_by:
        yield from _encoding(dotted, row)
    open_here = [each for each in INTERPRETATIONS if row.id in each.sentences]
    if open_here:
        links = ", ".join(f"[{each.id}](#reading-{each.id.lower()})" for each in open_here)
        yield f"\nWhat it leaves open: {links}."
    held = claims(row.id)
    if held:
        yield "\nWhat the tests hold of it:\n"
        yield from (f"- {claim}" for claim in held)


def _encoding(dotted: str, row: Sentence) -> Iterator[str]:
    """The code of a name; where an earlier sentence has shown it, a link to there."""
    first = next(each for each in LEDGER if dotted in each.encoded_by)
    if first is not row and dotted_source(dotted):
        yield f"\n`{dotted}`, which stands at [{first.id}](#law-{first.id.lower()}).\n"
        return
    yield ""
    yield from code_of(dotted)
    yield ""
