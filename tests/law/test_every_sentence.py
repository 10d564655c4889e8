"""Every sentence that binds has its class of laws, named for it, with its words as docstring."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from wselr_rules.law.ledger import LEDGER, SentenceKind, sentence

HERE = Path(__file__).parent
BINDING = {SentenceKind.RULE, SentenceKind.PARAMETER, SentenceKind.DEADLINE}
#: Lines that a law may have, its docstring left out.
LONGEST = 10
SOURCES = [
    *sorted(HERE.glob("test_sentences_*.py")),
    *sorted((HERE.parent / "property").glob("test_*.py")),
]
#: Properties over worlds that are dear to draw, and say themselves how many they draw.
DEAR = {
    "test_a_decided_verdict_stays",
    "test_of_the_applications_of_a_call",
    "test_undecided_means_both_ways_are_open",
    "test_who_knows_all_decides_all",
}

TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}
CLASSES = [
    node
    for path, tree in TREES.items()
    if path.parent == HERE
    for node in tree.body
    if isinstance(node, ast.ClassDef)
]
BY_SENTENCE = {node.name.removeprefix("Test"): node for node in CLASSES}


def letters(words):
    """Return the letters and digits of a text, without case, space and punctuation."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def is_under(test, decorator):
    """Return whether a test has a decorator of this name."""
    return any(ast.unparse(each).partition("(")[0] == decorator for each in test.decorator_list)


def each_test_in(tree):
    """Return every test of a file or a class."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


each_source = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)


class TestSentences:
    """The ledger and the classes of laws are of one another."""

    def test_every_sentence_that_binds_has_a_class(self):
        """A rule, a parameter and a deadline have exactly one class each; context has none."""
        binding = [row.id for row in LEDGER if BINDING & set(row.kinds)]
        assert sorted(BY_SENTENCE) == binding
        assert len(BY_SENTENCE) == len(CLASSES)

    @pytest.mark.parametrize("sentence_id", sorted(BY_SENTENCE))
    def test_its_docstring_is_the_sentence(self, sentence_id):
        """It says the operative words as the ledger quotes them, and nothing else."""
        words = "".join(quote.words for quote in sentence(sentence_id).quotes)
        assert letters(ast.get_docstring(BY_SENTENCE[sentence_id])) == letters(words)

    @pytest.mark.parametrize("sentence_id", sorted(BY_SENTENCE))
    def test_it_holds_a_law(self, sentence_id):
        """At least one of its tests is a law over drawn cases."""
        assert any(is_under(test, "law") for test in each_test_in(BY_SENTENCE[sentence_id]))


class TestForm:
    """A law is short, and is drawn as often as a law."""

    @each_source
    def test_a_law_is_read_at_a_glance(self, path):
        """No law is longer than ten lines below its docstring."""
        long = [
            test.name
            for test in each_test_in(TREES[path])
            if is_under(test, "law") and test.end_lineno - test.body[0].end_lineno > LONGEST
        ]
        assert long == []

    @each_source
    def test_every_property_is_drawn_as_a_law(self, path):
        """Whatever is given drawn values is under ``law``, but for what is dear to draw."""
        few = [
            test.name
            for test in each_test_in(TREES[path])
            if is_under(test, "given") and not is_under(test, "law")
        ]
        assert set(few) <= DEAR
