"""What CITATION.cff says of the package is what the package says of itself."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from wselr_rules.law.citations import ORDER_ON_THE_DIRECTOR_ROLE

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _told(name):
    """Return the value of a key at the beginning of a line, which stands there once."""
    (value,) = re.findall(rf"^{name}: (.+)$", TEXT, re.MULTILINE)
    return value.strip('"')


def test_the_package():
    """Name, version, licence, authors and keywords are those of pyproject.toml."""
    assert _told("title") == PROJECT["name"]
    assert _told("version") == PROJECT["version"]
    assert _told("license") == PROJECT["license"]
    head = TEXT.partition("\nreferences:")[0]
    assert re.findall(r"^  - name: (.+)$", head, re.MULTILINE) == [
        each["name"] for each in PROJECT["authors"]
    ]
    assert re.findall(r"^  - (?!name: )(.+)$", head, re.MULTILINE) == PROJECT["keywords"]


def test_the_day_of_release():
    """The day is that of this version in the changelog."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{_told('version')}] - {_told('date-released')}\n" in changes


def test_the_order():
    """The order that the rules rest on is cited with its title, day and number."""
    words = " ".join(TEXT.split())
    order = ORDER_ON_THE_DIRECTOR_ROLE
    assert str(order).partition(" (numac")[0] in words
    assert f'number: "{order.numac}"' in words
    assert f'date-released: "{order.dated}"' in words
