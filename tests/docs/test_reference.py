"""The reference has every public name once."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

from tests.api.listing import PUBLIC_MODULES

_PAGES = Path(__file__).parents[2] / "docs" / "reference"
_ENTRY = re.compile(r"^\.\. auto(?:class|data|exception|function):: ([\w.]+)\.(\w+)$", re.MULTILINE)

ENTRIES = [
    entry
    for path in sorted(_PAGES.glob("*.md"))
    for entry in _ENTRY.findall(path.read_text(encoding="utf-8"))
]


def _value(entry):
    module, name = entry
    return getattr(import_module(module), name)


def test_every_public_name_has_its_entry():
    """What a public module offers is told on some page; a module has a page of its own."""
    told = {id(_value(entry)) for entry in ENTRIES}
    public = [(module, name) for module in PUBLIC_MODULES for name in import_module(module).__all__]
    assert [entry for entry in public if id(_value(entry)) not in told] == [
        ("wselr_rules", "flanders")
    ]


def test_nothing_else_has_one_and_nothing_has_two():
    """An entry is what a public module offers by that name, and stands once."""
    assert [entry for entry, times in Counter(ENTRIES).items() if times > 1] == []
    assert [
        (module, name)
        for module, name in ENTRIES
        if module not in PUBLIC_MODULES or name not in import_module(module).__all__
    ] == []


def test_every_page_is_in_the_table_of_contents():
    """No page of the reference is written and not shown."""
    shown = (_PAGES / "index.md").read_text(encoding="utf-8").splitlines()
    assert {path.stem for path in _PAGES.glob("*.md")} - {"index"} <= set(shown)
