"""Trees (*bomen*) of sentences with marks as text, Markdown and HTML.

It knows marks, indentation and nesting. It knows no criterion and no verdict: what makes a
tree chooses the mark and the sentence. A mark is a symbol and a word, never a colour alone.
No function here calls itself, so the depth of a tree is not limited by the stack.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from types import MappingProxyType, NoneType
from typing import Final

from attrs import Attribute, field, frozen

from wselr_rules.render.characters import for_html, for_markdown, visible
from wselr_rules.render.checks import is_a, is_tuple_of
from wselr_rules.render.language import Language, in_language, tag

__all__ = ["Mark", "Node", "as_html", "as_markdown", "as_text"]


class Mark(Enum):
    """The mark (*teken*) in front of a sentence.

    >>> Mark.NOT_MET.symbol, Mark.NOT_MET.word(Language.NL)
    ('✗', 'niet voldaan')
    """

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "undecided"

    @property
    def symbol(self) -> str:
        """The mark as one character (*symbool*)."""
        return _SYMBOLS[self]

    def word(self, language: Language) -> str:
        """The mark in words (*woord*)."""
        return in_language(_WORDS, language)[self]


_SYMBOLS: Final = MappingProxyType({Mark.MET: "✓", Mark.NOT_MET: "✗", Mark.UNKNOWN: "?"})
_WORDS: Final = MappingProxyType(
    {
        Language.NL: MappingProxyType(
            {
                Mark.MET: "voldaan",
                Mark.NOT_MET: "niet voldaan",
                Mark.UNKNOWN: "onbeslist",
            }
        ),
        Language.EN: MappingProxyType(
            {
                Mark.MET: "met",
                Mark.NOT_MET: "not met",
                Mark.UNKNOWN: "undecided",
            }
        ),
    }
)


def _are_nodes(node: object, attribute: Attribute[tuple[Node, ...]], value: object) -> None:
    is_tuple_of(Node, "a tuple of nodes")(node, attribute, value)


@frozen
class Node:
    """A sentence (*knoop*), marked or not, and the sentences that it rests on."""

    mark: Mark | None = field(validator=is_a((Mark, NoneType), "a Mark or None"))
    text: str = field(validator=is_a(str, "text"))
    children: tuple[Node, ...] = field(default=(), validator=_are_nodes)


def as_text(node: Node) -> str:
    """The tree as plain text (*platte tekst*): a line per node, two spaces per level.

    Spaces, not lines of a box: they survive a proportional font and are read aloud quietly.

    >>> print(as_text(Node(Mark.NOT_MET, "alle", (Node(Mark.MET, "leden"),))))
    ✗ alle
      ✓ leden
    """
    return "\n".join(
        f"{'  ' * depth}{_plain_mark(item.mark)}{visible(item.text)}" for depth, item in _walk(node)
    )


def as_markdown(node: Node, language: Language) -> str:
    """The tree as a nested Markdown list (*geneste lijst*), its texts shown literally.

    >>> print(as_markdown(Node(Mark.NOT_MET, "alle", (Node(Mark.MET, "leden"),)), Language.NL))
    - ✗ niet voldaan: alle
      - ✓ voldaan: leden
    """
    return "\n".join(
        f"{'  ' * depth}- {_mark_with_word(item.mark, language)}{for_markdown(item.text)}"
        for depth, item in _walk(node)
    )


def as_html(node: Node, language: Language) -> str:
    """The tree as an HTML fragment (*HTML-fragment*): nested lists that carry their language.

    Needs no style sheet and no script. The symbol is labelled with its word for who hears it.

    >>> print(as_html(Node(Mark.MET, "leden"), Language.NL))
    <ul lang="nl">
    <li><span role="img" aria-label="voldaan" title="voldaan">✓</span> leden</li>
    </ul>
    """
    pieces: list[str] = [f'<ul lang="{tag(language)}">\n']
    previous = -1
    for depth, item in _walk(node):
        pieces.append(_between(previous, depth))
        pieces.append(f"<li>{_symbol(item.mark, language)}{for_html(item.text)}")
        previous = depth
    pieces.append(_between(previous, 0))
    pieces.append("</ul>")
    return "".join(pieces)


def _between(previous: int, depth: int) -> str:
    if depth > previous:
        return "\n<ul>\n" if previous >= 0 else ""
    return "</li>\n" + "</ul>\n</li>\n" * (previous - depth)


def _plain_mark(mark: Mark | None) -> str:
    return "" if mark is None else f"{mark.symbol} "


def _mark_with_word(mark: Mark | None, language: Language) -> str:
    return "" if mark is None else f"{mark.symbol} {mark.word(language)}: "


def _symbol(mark: Mark | None, language: Language) -> str:
    if mark is None:
        return ""
    word = mark.word(language)
    return f'<span role="img" aria-label="{word}" title="{word}">{mark.symbol}</span> '


def _walk(root: Node) -> Iterator[tuple[int, Node]]:
    waiting = [(0, root)]
    while waiting:
        depth, node = waiting.pop()
        yield depth, node
        waiting.extend((depth + 1, child) for child in reversed(node.children))
