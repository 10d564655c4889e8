"""The page of the readings says what the register says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wselr_rules import INTERPRETATIONS

_PAGE = Path(__file__).parents[2] / "docs" / "readings.md"
_ROW = re.compile(r"^\| (I\d\d) \| `(\w+)` \| (.+) \|$", re.MULTILINE)


def _rows() -> dict[str, tuple[str, list[str]]]:
    text = _PAGE.read_text(encoding="utf-8")
    return {
        key: (name, re.findall(r"`([a-z-]+)`:", choices))
        for key, name, choices in _ROW.findall(text)
    }


@pytest.mark.parametrize("interpretation", INTERPRETATIONS, ids=lambda each: each.id)
def test_every_reading_stands_on_the_page(interpretation):
    """A question stands there by id and field, its default first and every alternative after."""
    name, choices = _rows()[interpretation.id]
    assert name == interpretation.name
    assert choices[0] == interpretation.default.value
    assert set(choices[1:]) == {each.value for each in interpretation.alternatives}


def test_the_page_has_no_other_reading():
    """The page names no question that the register does not have."""
    assert list(_rows()) == [each.id for each in INTERPRETATIONS]
