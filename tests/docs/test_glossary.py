"""The glossary has every public name and every Dutch term of the docstrings, and nothing else."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path

import attrs
import pytest
from tests.api.listing import PUBLIC_MODULES

import wselr_rules

_PAGE = Path(__file__).parents[2] / "docs" / "glossary.md"
_ROW = re.compile(r"^\| (.+?) \| (.+?) \| (`.+`) \|$", re.MULTILINE)
_TERM = re.compile(r"\(\*(.+?)\*\)")

ROWS = {
    dutch: (english, re.findall(r"`([\w.]+)`", names))
    for dutch, english, names in _ROW.findall(_PAGE.read_text(encoding="utf-8"))
}
#: What a name stands for, one or more where modules have different things of one name.
PUBLIC: dict[str, list[object]] = {}
for _module in map(import_module, PUBLIC_MODULES):
    for _name in _module.__all__:
        PUBLIC.setdefault(_name, []).append(getattr(_module, _name))


def term_of(value):
    """Return the Dutch term in the first paragraph of a docstring, None where there is none."""
    if not (inspect.isclass(value) or inspect.isroutine(value) or inspect.ismodule(value)):
        return None
    first = " ".join((inspect.getdoc(value) or "").partition("\n\n")[0].split())
    found = _TERM.search(first)
    return found[1] if found else None


def told(name):
    """Return the Dutch terms that are told of a public name, by docstring or by value."""
    owner, _, member = name.partition(".")
    if not member:
        return {term_of(value) for value in PUBLIC[owner]} - {None}
    value = getattr(PUBLIC[owner][0], member, None)
    return {value.value} if hasattr(value, "value") else set()


def is_there(name):
    """Return whether a name, or a member or field of one, is public."""
    owner, _, member = name.partition(".")
    if not member or owner not in PUBLIC:
        return owner in PUBLIC
    of = PUBLIC[owner][0]
    return hasattr(of, member) or (attrs.has(of) and member in attrs.fields_dict(of))


@pytest.mark.parametrize("name", wselr_rules.__all__)
def test_every_name_of_the_package_has_an_entry(name):
    """Each name that the package offers at its top stands in some row."""
    assert [dutch for dutch, (_, names) in ROWS.items() if name in names]


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_every_term_of_a_docstring_has_an_entry(name):
    """The Dutch term of each public class and function is a row, with the name in it."""
    assert [term for term in told(name) if name not in ROWS.get(term, ("", []))[1]] == []


@pytest.mark.parametrize("dutch", ROWS)
def test_no_entry_is_orphaned(dutch):
    """Each row names what is public, and under the term that its docstring or value tells."""
    _, names = ROWS[dutch]
    assert [name for name in names if not is_there(name)] == []
    assert [name for name in names if told(name) and dutch not in told(name)] == []


def test_every_row_is_read_and_stands_in_its_place():
    """No row is written so that it is missed, none stands twice, and they follow the alphabet."""
    written = re.findall(
        r"^\| (?!Nederlands)(.+?) \|", _PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert written == list(ROWS)
    assert written == sorted(written, key=str.casefold)
