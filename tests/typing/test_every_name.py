"""What a type checker is told of the public names is told of all of them."""

from __future__ import annotations

import ast
from pathlib import Path

import wselr_rules

FILES = [path for path in Path(__file__).parent.glob("*.py") if not path.name.startswith("test_")]


def _names_used(path: Path) -> set[str]:
    """Return the names that a function of a file uses; that they are imported says nothing."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {node.id for each in functions for node in ast.walk(each) if isinstance(node, ast.Name)}


def test_every_public_name_is_told_of() -> None:
    """Each public name stands in a claim about types here, which both type checkers check."""
    used = {name for path in FILES for name in _names_used(path)}
    assert set(wselr_rules.__all__) - used == set()


def test_every_function_claims_something() -> None:
    """No function here is without an ``assert_type``."""
    silent = [
        node.name
        for path in FILES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and not any(
            isinstance(each, ast.Name) and each.id == "assert_type" for each in ast.walk(node)
        )
    ]
    assert FILES
    assert silent == []
