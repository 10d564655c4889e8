"""The version of the rules changes when an outcome can change, and only then."""

from __future__ import annotations

import importlib.metadata
import json
from itertools import combinations

import pytest
from tests.receipts import outcomes
from tests.receipts.outcomes import QUESTIONS, main, stored, told

from wselr_rules.law.version import RULES_VERSION

MEANT = "is it meant? then give RULES_VERSION a new value (docs/api.md); else mend the rule"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_this_version_decides_what_it_did(question):
    """Every outcome of the grid is the one that is stored for this version of the rules."""
    assert told(question) == stored()[RULES_VERSION][question.__name__], MEANT


def test_every_question_is_stored():
    """Each version has the hashes of its questions, and this one those of all there are."""
    assert set(stored()[RULES_VERSION]) == {question.__name__ for question in QUESTIONS}


def test_a_new_version_has_other_outcomes():
    """No two versions of the rules have the same outcomes: else the second changed nothing."""
    assert all(one != other for one, other in combinations(stored().values(), 2))


def test_it_is_not_the_version_of_the_package():
    """A whole number by itself, the last of those that are stored; the package has its own."""
    assert max(stored(), key=int) == RULES_VERSION
    assert importlib.metadata.version("wselr_rules") != RULES_VERSION


def test_what_is_stored_is_never_changed(monkeypatch, tmp_path):
    """The command adds a version or a question, and changes none, whatever it would decide now."""
    file = tmp_path / "outcomes.json"
    monkeypatch.setattr(outcomes, "STORED", file)
    monkeypatch.setattr(outcomes, "QUESTIONS", (outcomes.cents,))
    main()
    first = json.loads(file.read_text(encoding="utf-8"))
    assert first == {RULES_VERSION: {"cents": told(outcomes.cents)}}
    monkeypatch.setattr(outcomes, "told", lambda question: f"other {question.__name__}")
    with pytest.raises(SystemExit, match="never changed"):
        main()
    assert json.loads(file.read_text(encoding="utf-8")) == first
    monkeypatch.setattr(outcomes, "QUESTIONS", (outcomes.cents, outcomes.plan))
    main()
    assert json.loads(file.read_text(encoding="utf-8")) == {
        RULES_VERSION: first[RULES_VERSION] | {"plan": "other plan"}
    }
    monkeypatch.setattr(outcomes, "RULES_VERSION", "next")
    main()
    assert json.loads(file.read_text(encoding="utf-8"))["next"]["cents"] == "other cents"
