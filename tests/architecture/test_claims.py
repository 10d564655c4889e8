"""Every test says what it claims."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]


def _test_files() -> list[Path]:
    return sorted(TESTS.rglob("test_*.py"))


@pytest.mark.parametrize("path", _test_files(), ids=lambda path: str(path.relative_to(TESTS)))
def test_every_test_has_a_claim(path):
    """The docstring of a test is what it claims, a sentence; no test goes without."""
    silent = [
        f"line {node.lineno}: {node.name}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not (ast.get_docstring(node) or "").partition("\n\n")[0].endswith((".", ":", "?"))
    ]
    assert silent == []
