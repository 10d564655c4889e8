"""Texts from outside stay on their line, read as they are stored, and never become markup."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules.render.characters import for_html, for_markdown, visible, width

OUTSIDE = st.text(alphabet=st.characters(codec=None))


class TestVisible:
    """What cannot be seen is made visible, and nothing else changes."""

    @pytest.mark.parametrize(
        "character",
        [
            *"\x00\t\n\r\x0b\x0c\x1b\x7f\x85\x9f",
            *"\u2028\u2029\u00ad\u200b\u2060\ufeff",
            *"\u061c\u200e\u200f\u202a\u202e\u2066\u2069",
            *"\ud800\udfff\ufdd0\ufffe\uffff\U0010fffe\U0010ffff\U000e0001\U000e007f",
        ],
    )
    def test_replaced(self, character):
        """What breaks a line, turns it round or cannot be seen shows as a replacement."""
        assert visible(f"a{character}b") == "a\ufffdb"

    @pytest.mark.parametrize(
        "text",
        [
            "Sint-Niklaas",
            "'s-Gravenvoeren",
            "Liège",
            "Lie\u0300ge",
            "東京",
            "بلدية",
            "\U0001f9d1\u200d\U0001f33e",
            "a\u00a0b",
            " ",
            "\ufffd",
        ],
    )
    def test_kept(self, text):
        """Letters of any script, accents, joined emoji and spaces stay as they are."""
        assert visible(text) == text

    def test_every_character(self):
        """No control, no end of a line and no change of direction of Unicode gets through."""
        turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        shown = (chr(code) for code in range(0x110000) if visible(chr(code)) == chr(code))
        for character in shown:
            assert unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
            assert unicodedata.bidirectional(character) not in turning
            assert character.splitlines() == [character]

    @given(OUTSIDE)
    def test_one_line(self, text):
        """The result is one line that can be stored, of as many characters."""
        result = visible(text)
        assert len(result.splitlines()) <= 1
        assert len(result) == len(text)
        assert result.encode().decode() == result
        assert visible(result) == result


class TestEscapes:
    """What a form reads as markup is shown instead."""

    def test_html(self):
        """No character of HTML markup is left, in an element or in an attribute."""
        assert for_html("<a href='x' title=\"y\">&\n") == (
            "&lt;a href=&#x27;x&#x27; title=&quot;y&quot;&gt;&amp;\ufffd"
        )

    def test_markdown(self):
        """Every character that Markdown may read as markup inside a line is escaped."""
        special = "\\`*_{}[]<>&|~$#^@="
        assert for_markdown(special) == "".join(f"\\{character}" for character in special)
        assert for_markdown("a\nb") == "a\ufffdb"

    def test_readable(self):
        """Names of municipalities and amounts need no escape."""
        text = "Sint-Katelijne-Waver (12035), 's-Gravenvoeren: € 1.234,56!"
        assert for_markdown(text) == text


class TestWidth:
    """A column is counted as a fixed-width font shows it."""

    @pytest.mark.parametrize(
        ("text", "columns"),
        [
            ("", 0),
            ("Gent", 4),
            ("Liège", 5),
            ("Lie\u0300ge", 5),
            ("東京", 4),
            ("\uff21", 2),
            ("\u200d", 0),
            ("a\u20dd", 1),
            ("✓", 1),
            ("€", 1),
            ("\ufffd", 1),
        ],
    )
    def test_columns(self, text, columns):
        """A wide character takes two columns, an accent of its own none."""
        assert width(text) == columns
