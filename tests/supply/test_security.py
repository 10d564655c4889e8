"""What SECURITY.md promises is held by tests that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROMISES = re.findall(
    r"^\| (?!promise|-)(.+?) \| (.+) \|$",
    (ROOT / "SECURITY.md").read_text(encoding="utf-8"),
    flags=re.MULTILINE,
)


def _is_there(test):
    """Return whether a file of tests has this test or class, or any test if none is named."""
    file, _, name = test.partition("::")
    if not (ROOT / file).is_file():
        return False
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    return name in names if name else any(each.lower().startswith("test") for each in names)


def test_each_promise_names_its_tests():
    """No promise stands without a test, and every test that is named is there."""
    assert len(PROMISES) >= 10
    for promise, held_by in PROMISES:
        tests = re.findall(r"`(tests/[^`]+)`", held_by)
        assert tests, promise
        assert [test for test in tests if not _is_there(test)] == []


def test_a_test_that_is_not_there_is_missed():
    """Neither another file nor another name in a file passes for a test."""
    assert _is_there("tests/supply/test_security.py")
    assert _is_there("tests/supply/test_security.py::test_each_promise_names_its_tests")
    assert not _is_there("tests/supply/test_security.py::test_of_something_else")
    assert not _is_there("tests/supply/test_of_nothing.py")
    assert not _is_there("tests/supply/licences.py")


def test_the_versions_of_python_are_those_that_are_tested():
    """The page supports the versions that the tests run on."""
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    classified = re.findall(r"Python :: (3\.\d+)", project)
    assert re.findall(r"\b3\.\d+\b", page) == classified
