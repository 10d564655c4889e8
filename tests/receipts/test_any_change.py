"""Nothing that was decided upon, and nothing that a receipt says, changes without a name."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.drawing import examples
from tests.receipts.cases import (
    CALL_WITH_AMOUNTS,
    CASES,
    UNDECIDED,
    found,
    leaves,
    others_of,
    receipt_of,
    with_another_value,
)
from tests.strategies import calls, days, portfolios

from wselr_rules import wire
from wselr_rules.errors import RulesError
from wselr_rules.receipts import CallInput, Circumstance, OtherCall, OtherInput, replay


def _names(replayed, steps):
    """Whether the differences name what stands at the end of these steps of an input."""
    call, other = found(replayed, OtherCall), found(replayed, OtherInput)
    match steps:
        case ("call", "readings", name, *_):
            return call.fields == (f"readings.{name}",)
        case ("call", name, *_):
            return call.fields == (name,)
        case ("application", "id"):
            return other.circumstances == (Circumstance.APPLICATION,)
        case ("application", *_) | ("portfolio", "applications", *_):
            return bool(other.changed or (other.only_kept and other.only_found))
        case ("portfolio", "complete"):
            return other.circumstances == (Circumstance.COMPLETE,)
        case (name, *_):
            return other.circumstances == (Circumstance(name),)


class TestAnyChange:
    """Nothing that was decided upon, and nothing that a receipt says, changes without a name."""

    @pytest.mark.parametrize("name", ["undecided", "call"])
    def test_of_a_single_fact(self, name):
        """Each single value of an input, changed into another that its field takes, is named."""
        kept = receipt_of(CASES[name])
        tried = 0
        for steps, other in others_of(CASES[name]):
            tried += 1
            assert _names(replay(kept, other), steps), steps
        assert tried > 100

    def test_of_a_single_word_of_a_receipt(self):
        """Each single value of a receipt, but for the day of issue, is found if it is changed."""
        kept = receipt_of(UNDECIDED)
        tried = 0
        for steps, other in others_of(kept):
            tried += 1
            assert replay(other, UNDECIDED).agrees == (steps == ("issued_on",)), steps
        assert tried > 150

    @settings(max_examples=examples(25))
    @given(st.data())
    def test_of_a_single_word_of_the_receipt_of_a_call(self, data):
        """So it is in one of a whole call, with its amounts and its certificate."""
        kept = receipt_of(CALL_WITH_AMOUNTS)
        document = wire.to_dict(kept)
        steps = data.draw(st.sampled_from(list(leaves(document))))
        other = with_another_value(kept, steps, document)
        assume(other is not None)
        assert replay(other, CALL_WITH_AMOUNTS).agrees == (steps == ("issued_on",))

    @settings(max_examples=examples(25))
    @given(portfolios(), calls(), days(), st.data())
    def test_of_any_call(self, portfolio, call, on, data):
        """So it is of any call that anything can be decided on."""
        given_case = CallInput(portfolio, on=on, call=call, year=2024)
        try:
            kept = receipt_of(given_case)
        except RulesError:
            return
        document = wire.to_dict(given_case)
        steps = data.draw(st.sampled_from(list(leaves(document))))
        other = with_another_value(given_case, steps, document)
        assume(other is not None)
        assert _names(replay(kept, other), steps)
