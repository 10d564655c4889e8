"""Every public value hashes, is copied and pickled whole, and cannot be altered."""

from __future__ import annotations

import copy
import pickle
from enum import Enum

import attrs
import pytest
from hypothesis import given, settings
from tests.drawing import examples
from tests.purity.asking import APPLICATIONS, DAY, PORTFOLIO
from tests.purity.methods import public_classes
from tests.purity.reach import changeable
from tests.wire.drawn import VALUES

from wselr_rules import (
    ELIGIBLE,
    OPEN_CALL_2023_2025,
    RULES,
    Context,
    Criterion,
    FrozenMap,
    RulesError,
    assess,
)

PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)
CONTEXT = Context(DAY, call=OPEN_CALL_2023_2025, portfolio=PORTFOLIO)


def _pickled(value, protocol):
    return pickle.loads(pickle.dumps(value, protocol))  # noqa: S301


def _check(value):
    """A value stands for itself wherever it goes, and stays what it is."""
    before = repr(value)
    for again in (copy.copy(value), copy.deepcopy(value), *(_pickled(value, n) for n in PROTOCOLS)):
        assert type(again) is type(value)
        assert again == value
        assert hash(again) == hash(value)
        assert changeable(again) == []
    _check_frozen(value)
    assert repr(value) == before


def _check_frozen(value):
    for name in (*(each.name for each in attrs.fields(type(value))), "something_new"):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(value, name)
    assert not hasattr(value, "__dict__")
    assert changeable(value) == []


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_a_drawn_value(kind):
    """A value of any type that has a document, whatever is in it."""

    @settings(max_examples=examples(10))
    @given(VALUES[kind])
    def holds(value):
        _check(value)

    holds()


@pytest.mark.parametrize("criterion", [ELIGIBLE, *RULES], ids=lambda each: each.id)
def test_a_criterion(criterion):
    """A criterion is code and goes by the name of its functions."""
    _check(criterion)


def test_a_context():
    """A context, with what it worked out of the portfolio; a copy gives the same finding."""
    _check(CONTEXT)
    for application in APPLICATIONS:
        found = ELIGIBLE.finding(application, CONTEXT)
        assert ELIGIBLE.finding(application, _pickled(CONTEXT, 5)) == found


def test_a_decision_of_copies():
    """What was pickled and copied is decided as what it was made of."""
    for application in APPLICATIONS:
        one = assess(application, on=DAY, call=OPEN_CALL_2023_2025, portfolio=PORTFOLIO)
        other = assess(
            _pickled(application, 2),
            on=DAY,
            call=copy.deepcopy(OPEN_CALL_2023_2025),
            portfolio=_pickled(PORTFOLIO, 0),
        )
        assert other == one
        assert other.text("nl") == one.text("nl")


def _terms():
    return [kind for kind in public_classes().values() if issubclass(kind, Enum)]


@pytest.mark.parametrize("kind", _terms(), ids=lambda kind: kind.__name__)
def test_a_term(kind):
    """A term stays itself in every copy and pickle, hashes, and none can be put in its place."""
    for term in kind:
        assert copy.copy(term) is copy.deepcopy(term) is term
        assert all(_pickled(term, protocol) is term for protocol in PROTOCOLS)
        assert hash(term) == hash(kind(term.value))
        with pytest.raises(AttributeError):
            setattr(kind, term.name, None)
        with pytest.raises(AttributeError):
            term.value = None


def test_no_public_class_is_left_out():
    """Every class that is offered is tested above; a table has its own tests, an error is none."""
    tested = {*VALUES, *_terms(), Criterion, Context, FrozenMap}
    others = set(public_classes().values()) - tested
    assert {each for each in others if not issubclass(each, RulesError)} <= {
        each for each in others if each.__module__ == "wselr_rules.receipts.differences"
    }


def test_what_a_table_hands_out_is_apart_from_it():
    """The pairs of which a table is pickled and copied are a copy of its own."""
    table = FrozenMap({"a": 1})
    (pairs,) = table.__reduce__()[1]
    pairs["a"] = 2
    assert table == FrozenMap({"a": 1})
