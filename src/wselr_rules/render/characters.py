"""Characters (*tekens*) from outside: made visible, measured, and escaped for where they go.

It knows which characters break a line, reverse its direction or cannot be seen, and what
Markdown and HTML read as markup. It knows nothing of trees and tables. Names of
municipalities and actions come from outside, so every text passes through here.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final
from unicodedata import category, east_asian_width

__all__ = ["for_html", "for_markdown", "visible", "width"]

# Ranges, not categories: those differ between versions of Unicode, hence of Python.
_UNSEEN: Final = re.compile(
    "["
    "\u0000-\u001f\u007f-\u009f"  # controls, among them tab and the ends of a line
    "\u00ad\u034f\u061c\u180e\u200b\u2060-\u2064\ufeff"  # no width of their own
    "\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction of writing
    "\u2028\u2029\ufff9-\ufffb"  # ends of a line and of a paragraph, annotations
    "\ud800-\udfff\ufdd0-\ufdef"  # halves of a character, and what is none
    "\U000e0000-\U000e0fff"  # tags
    + "".join(chr(last) + chr(last + 1) for last in range(0xFFFE, 0x110000, 0x10000))
    + "]"
)
_MARKUP: Final = re.compile(r"[\\`*_{}\[\]<>&|~$#^@=]")
_WIDE: Final = frozenset({"W", "F"})
_WITHOUT_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})


def visible(text: str) -> str:
    r"""The text with a replacement character (*vervangteken*) for each one that cannot be seen.

    Controls, ends of a line, directions of writing and halves of a character each become
    U+FFFD, one for one, so that a text from outside stays one line and reads as it is stored.
    The joiners that scripts and emoji need (U+200C, U+200D) stay.

    >>> visible("Gent\nBrugge")
    'Gent\ufffdBrugge'
    """
    return _UNSEEN.sub("\ufffd", text)


def for_markdown(text: str) -> str:
    r"""The text as Markdown shows it literally (*letterlijk*), inside a line or a table cell.

    >>> print(for_markdown("[Gent](https://example.org)"))
    \[Gent\](https://example.org)
    """
    return _MARKUP.sub(r"\\\g<0>", visible(text))


def for_html(text: str) -> str:
    """The text as HTML shows it literally (*letterlijk*), in an element or an attribute.

    >>> for_html("<b>Gent</b>")
    '&lt;b&gt;Gent&lt;/b&gt;'
    """
    return escape(visible(text))


def width(text: str) -> int:
    """How many columns (*breedte*) the text takes in a fixed-width font, as most of them do it.

    >>> width("Gent"), width("東京")
    (4, 4)
    """
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if category(character) in _WITHOUT_WIDTH:
        return 0
    return 2 if east_asian_width(character) in _WIDE else 1
