"""The package keeps no state: what its modules hold when they are imported, they hold for good."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.purity import state
from tests.purity.asking import FUNCTIONS
from tests.purity.methods import ask_all, some_of_each

ROOT = Path(__file__).parents[2]

#: What is remembered between calls: what a type that has a document consists of, by the type. It
#: follows from the type alone, and there are as many entries as types.
CACHES = {
    "wselr_rules.checks._slots_of",
    "wselr_rules.wire.kinds._reader_of",
    "wselr_rules.wire.kinds.fields_of",
    "wselr_rules.wire.kinds.kind_of",
    "wselr_rules.wire.quick_reading.reader_of",
    "wselr_rules.wire.quick_writing.writer_of",
}
#: Objects of other libraries that may remember something. None of them is handed a value: the
#: converter makes functions that read a type, the parser has its settings only.
OF_OTHERS = {
    "wselr_rules.wire.entities._CONVERTER": "Converter",
    "wselr_rules.wire.scalars._ISO": "isoparser",
}

PROGRAM = """
from tests.purity import state
from tests.purity.methods import ask_all, some_of_each
before = state.picture()
for of_kind in some_of_each().values():
    for value in of_kind:
        ask_all(value)
after = state.picture()
print(len(before) > 5_000, *sorted(set(before) ^ set(after)), sep="\\n")
"""


def test_no_module_holds_what_can_change():
    """No list, dict, set or bytearray stands in a module, a class, a default or a closure."""
    assert state.rooms() == []


def test_the_search_looks_everywhere(monkeypatch):
    """A list in a module, in a tuple of a class, in a closure and in a default are found."""
    module = state.modules()["wselr_rules.checks"]
    inside = ["x"]

    def encloses(argument=inside):
        return inside, argument

    encloses.__module__ = "wselr_rules.checks"
    kind = type("Kind", (), {"__module__": "wselr_rules.checks", "kept": (("a", inside),)})
    for name, value in {"known": inside, "Kind": kind, "encloses": encloses}.items():
        with monkeypatch.context() as patched:
            patched.setattr(module, name, value, raising=False)
            assert len(state.rooms()) == 1
            before = state.picture()
            inside.append("y")
            assert state.picture() != before


def test_what_is_remembered_is_named():
    """Six functions have a cache, of what follows from a type, and two objects are of others."""
    assert set(state.caches()) == CACHES
    assert state.strangers() == OF_OTHERS


def test_all_is_held_as_before():
    """In a new interpreter, all functions and methods asked leave every module as it was."""
    ended = subprocess.run(  # noqa: S603 -- this interpreter, on words of this file
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=ROOT,
        timeout=300,
    )
    assert (ended.stderr, ended.stdout) == ("", "True\n")


def test_asked_again_it_says_the_same():
    """Each function that was asked before gives an equal answer, and no cache has grown."""
    first = {name: ask() for name, ask in FUNCTIONS.items()}
    for of_kind in some_of_each().values():
        ask_all(of_kind[0])
    sizes = {name: cache.cache_info().currsize for name, cache in state.caches().items()}
    assert {name: ask() for name, ask in FUNCTIONS.items()} == first
    assert {n: cache.cache_info().currsize for n, cache in state.caches().items()} == sizes
