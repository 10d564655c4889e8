"""What is public is what was promised: nothing goes or changes without being written down."""

from __future__ import annotations

import ast
import difflib
import importlib
import re
from enum import Enum
from pathlib import Path

import attrs
import pytest
from markdown_it import MarkdownIt
from tests.api.listing import PUBLIC_MODULES, STORED, lines, of, text

ROOT = Path(__file__).parents[2]
HOW = "meant? python -m tests.api.listing, CHANGELOG.md and docs/api.md"


def test_nothing_public_changed():
    """Every public name, signature, field, default and member is as it stands in the listing."""
    stored = STORED.read_text(encoding="utf-8").splitlines()
    change = difflib.unified_diff(stored, text().splitlines(), "promised", "found", HOW, "", 0, "")
    assert not (told := "\n".join(change)), f"\n{told}"


def test_every_public_name_is_listed():
    """Each name that a public module offers has a line of its own."""
    listed = {re.split(r"[:( ]", line)[0] for line in lines()}
    for module in map(importlib.import_module, PUBLIC_MODULES):
        assert {f"{module.__name__}.{name}" for name in module.__all__} <= listed


def _imports(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("wselr_rules"):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _code(path):
    """Yield the Python of a document: its fenced blocks, or what follows ``>>>`` in them."""
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        yield content
        return
    for token in MarkdownIt("commonmark").parse(content):
        if token.type == "fence" and token.info == "python":
            asked = re.findall(r"^(?:>>>|\.\.\.) ?(.*)$", token.content, flags=re.MULTILINE)
            yield "\n".join(asked) if asked else token.content


def test_the_documents_use_only_what_is_promised():
    """What README, docs and examples import is public; what makes the site of them may see more."""
    of_docs = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").rglob("*.py")]
    documents = [ROOT / "README.md", *(path for path in of_docs if path.parent.name != "_ext")]
    used = {name for path in documents for code in _code(path) for name in _imports(code)}
    listed = {re.split(r"[:( ]", line)[0] for line in lines()} | set(PUBLIC_MODULES)
    assert len(used) > 10
    assert used - listed == set()


def test_the_page_names_the_public_modules():
    """docs/api.md lists the modules whose names are promised, and no other."""
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(wselr_rules[\w.]*)` \|", page, re.MULTILINE)) == set(
        PUBLIC_MODULES
    )


class _Colour(Enum):
    RED = "red"


@attrs.frozen
class _Thing:
    size: int
    colour: _Colour = attrs.field(default=_Colour.RED, kw_only=True)
    _inside: tuple[int, ...] = ()
    parts: list[int] = attrs.field(factory=list, init=False)

    def weighs(self, more: int = 1) -> int:
        raise NotImplementedError(more)

    @property
    def is_big(self) -> bool:
        raise NotImplementedError

    @classmethod
    def made(cls) -> _Thing:
        raise NotImplementedError


class _Fault(ValueError):
    def __init__(self, what: str) -> None:
        raise NotImplementedError(what)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (_Colour, ["x: class(Enum)", "x.RED = 'red'"]),
        (
            _Thing,
            [
                "x: class",
                "x.size: int",
                "x.colour: _Colour = _Colour.RED, by name only",
                "x.inside (only taken): tuple[int, ...] = ()",
                "x.parts: list[int] = list(), not taken",
                "x.weighs(self, more: int = 1) -> int",
                "x.is_big: bool, read",
                "x.made(cls) -> _Thing, of the class",
            ],
        ),
        (
            _Fault,
            ["x: class(ValueError, Exception, BaseException)", "x(self, what: str) -> None"],
        ),
        (_Thing.weighs, ["x(self, more: int = 1) -> int"]),
        ("1", ["x: str = '1'"]),
        (importlib, ["x: module"]),
    ],
)
def test_what_is_told_of_a_name(value, expected):
    """Fields with type and default, members with value, methods and errors with signature."""
    assert list(of("x", value)) == expected
