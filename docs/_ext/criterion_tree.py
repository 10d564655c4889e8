"""A criterion as a drawing (*tekening*): an SVG made of the criterion itself.

It asks the criterion for its parts, so what is drawn is what is decided. The colours are those of
the page, light or dark; the width is that of a telephone, so that nothing has to be scrolled.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator
from html import escape

from attrs import frozen
from docs._ext.law_text import page_of

from wselr_rules import ELIGIBLE, Criterion, Operator
from wselr_rules.eligibility.criteria import Combination

__all__ = ["leaves", "markdown", "svg", "words_of"]

WIDTH = 360
_INDENT = 20
_LINE = 17
_PAD = 9
_GAP = 10
#: How many characters stand beside each other in a box that is not indented.
_CHARACTERS = 58
_OPERATORS = {
    Operator.ALL: "all of these",
    Operator.ANY: "one of these is enough",
    Operator.NOT: "not this",
}
_DOCSTRING = re.compile(r"(.+?) \(\*(.+?)\*\)", re.DOTALL)


@frozen
class _Box:
    """A criterion in its place."""

    depth: int
    top: int
    lines: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]

    @property
    def left(self) -> int:
        return self.depth * _INDENT

    @property
    def height(self) -> int:
        return len(self.lines) * _LINE + bool(self.sentences) * _LINE + 2 * _PAD

    @property
    def middle(self) -> int:
        return self.top + self.height // 2


def markdown(argument: str) -> str:
    """The drawing of ``ELIGIBLE``, in a frame of its own."""
    del argument
    return f'<figure class="criterion">\n{svg(ELIGIBLE)}\n</figure>\n'


def svg(criterion: Criterion) -> str:
    """The drawing of a criterion and all its parts."""
    boxes = _boxes(criterion)
    height = boxes[-1].top + boxes[-1].height + 1
    parts = [*_branches(boxes), *(part for box in boxes for part in _drawn(box))]
    head = (
        f'<svg viewBox="-1 -1 {WIDTH + 2} {height + 2}" role="group" '
        f'aria-label="The parts of {escape(criterion.id)}" xmlns="http://www.w3.org/2000/svg">'
    )
    return "\n".join([head, *parts, "</svg>"])


def leaves(criterion: Criterion) -> Iterator[Criterion]:
    """The criteria that have no parts, in order."""
    for _, each in _walk(criterion):
        if not isinstance(each.rule, Combination):
            yield each


def words_of(criterion: Criterion) -> tuple[str, str]:
    """What a rule asks, in English and in Dutch: the first line of its docstring."""
    found = _DOCSTRING.match(inspect.getdoc(criterion.rule) or "")
    if found is None:
        raise LookupError(criterion.id)
    return " ".join(found[1].split()), " ".join(found[2].split())


# --- the boxes ----------------------------------------------------------------------------


def _walk(criterion: Criterion, depth: int = 0) -> Iterator[tuple[int, Criterion]]:
    yield depth, criterion
    if isinstance(criterion.rule, Combination):
        for part in criterion.rule.parts:
            yield from _walk(part, depth + 1)


def _boxes(criterion: Criterion) -> list[_Box]:
    boxes: list[_Box] = []
    top = 0
    for depth, each in _walk(criterion):
        box = _Box(depth, top, (*_lines(each, depth),), each.sentences)
        boxes.append(box)
        top += box.height + _GAP
    return boxes


def _lines(criterion: Criterion, depth: int) -> Iterator[tuple[str, str]]:
    """The lines of a box, each with the name of its style."""
    if isinstance(criterion.rule, Combination):
        yield "name", f"{criterion.id}: {_OPERATORS[criterion.rule.operator]}"
        return
    english, dutch = words_of(criterion)
    width = _CHARACTERS - 4 * depth
    yield "name", criterion.id
    yield from (("words", line) for line in textwrap.wrap(english, width))
    yield from (("dutch", line) for line in textwrap.wrap(dutch, width))


def _branches(boxes: list[_Box]) -> Iterator[str]:
    """The line from each whole down to its parts."""
    for place, box in enumerate(boxes):
        if box.depth:
            whole = next(each for each in reversed(boxes[:place]) if each.depth < box.depth)
            across = whole.left + _INDENT // 2
            path = f"M{across} {whole.top + whole.height}V{box.middle}H{box.left}"
            yield f'<path class="branch" d="{path}"/>'


def _drawn(box: _Box) -> Iterator[str]:
    kind = "part" if box.sentences else "whole"
    yield (
        f'<rect class="{kind}" x="{box.left}" y="{box.top}" width="{WIDTH - box.left}" '
        f'height="{box.height}" rx="5"/>'
    )
    left = box.left + _PAD
    for place, (style, line) in enumerate(box.lines, start=1):
        language = ' lang="nl"' if style == "dutch" else ""
        below = box.top + _PAD + place * _LINE - 4
        yield f'<text class="{style}"{language} x="{left}" y="{below}">{escape(line)}</text>'
    below = box.top + box.height - _PAD - 4
    for place, sentence in enumerate(box.sentences):
        target = f"{page_of(sentence)}.html#law-{sentence.lower()}"
        yield (
            f'<a href="{target}"><text class="sentence" x="{left + 36 * place}" y="{below}">'
            f"{sentence}</text></a>"
        )
