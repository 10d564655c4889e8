"""A receipt that anybody may have changed, and an input likewise, are held against each other."""

from __future__ import annotations

from contextlib import suppress

import pytest
from tests.hostile.mutating import case
from tests.hostile.reading import attempt
from tests.receipts.cases import CASES, receipt_of

from wselr_rules import InvalidDocument, RulesError, wire
from wselr_rules.receipts import Receipt, replay
from wselr_rules.render.audience import Audience

#: Fewer would not do where few are drawn: of those that are changed only some are still read.
CHANGED = 150


def _changed(value, name):
    """Yield what is read where a value is changed at random, and that is still read."""
    documents = [(type(value), wire.to_json(value))]
    for number in range(CHANGED):
        made = case(documents, f"{name}:{number}")
        found = attempt(made.kind, made.data if made.text is None else made.text)
        if not isinstance(found, InvalidDocument):
            yield found


@pytest.mark.parametrize("name", CASES)
class TestReceipts:
    """A hostile receipt is refused when it is read, or replayed as any other."""

    def test_a_changed_receipt(self, name):
        """What it says is held against the input: it agrees or differs, in words and as JSON."""
        given = CASES[name]
        kept, ends = receipt_of(given), set()
        for other in _changed(kept, name):
            replayed = replay(other, given)
            ends.add(replayed.agrees)
            for audience in Audience:
                assert replayed.text("nl", audience)
            assert wire.from_json(type(replayed), wire.to_json(replayed)) == replayed
            if other == kept:
                assert replayed.agrees
        assert False in ends

    def test_a_changed_receipt_told(self, name):
        """It can be told, or what cannot be told is refused by name."""
        for other in _changed(receipt_of(CASES[name]), name):
            for form in (other.text, other.markdown, other.html):
                with suppress(RulesError):
                    assert form("en")

    def test_a_changed_input(self, name):
        """An input that is read can be decided upon, and replayed, or is refused by name."""
        given = CASES[name]
        kept = receipt_of(given)
        for other in _changed(given, name):
            assert replay(kept, other).agrees == (other.canonical == given.canonical)
            with suppress(RulesError):
                assert other.outcome()


def test_a_receipt_of_another_type():
    """A receipt that is a document of something else is refused at its head."""
    for given in CASES.values():
        error = attempt(Receipt, wire.to_json(given))
        assert [problem.path for problem in error.problems] == ["$.type"]
