"""An input is what a decision or an assessment was given, and gives the same again."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from attrs import evolve
from tests.eligibility.stories import CALL, QUIET, applies, reading, town, verband
from tests.receipts.cases import CALL_WITH_AMOUNTS, REFUSAL, UNDECIDED

from wselr_rules.decision import assess, assess_call
from wselr_rules.domain.application import Portfolio
from wselr_rules.errors import AmbiguousApplication, UnknownApplications, WrongType, YearOutsideCall
from wselr_rules.law.readings import Approval
from wselr_rules.receipts import CallInput, DecisionInput


class TestOutcome:
    """It is decided upon as by hand."""

    def test_of_an_application(self):
        """The same as ``assess`` gives."""
        by_hand = assess(
            UNDECIDED.application, on=QUIET, call=UNDECIDED.call, portfolio=UNDECIDED.portfolio
        )
        assert UNDECIDED.outcome() == by_hand

    def test_of_a_call(self):
        """The same as ``assess_call`` gives, with and without the approved."""
        portfolio = CALL_WITH_AMOUNTS.portfolio
        by_hand = assess_call(portfolio, on=QUIET, call=CALL, year=2024)
        assert CALL_WITH_AMOUNTS.outcome() == by_hand
        named = reading(approval=Approval.NAMED)
        given = CallInput(portfolio, on=QUIET, call=named, year=2024, approved=["two", "one"])
        by_hand = assess_call(portfolio, on=QUIET, call=named, year=2024, approved=("one", "two"))
        assert given.outcome() == by_hand
        assert [each.beneficiary_id for each in given.outcome().allocation] == ["one", "two"]

    def test_what_cannot_be_decided_upon(self):
        """What ``assess_call`` refuses is refused when it is asked for, not before."""
        with pytest.raises(YearOutsideCall):
            evolve(CALL_WITH_AMOUNTS, year=2026).outcome()
        named = reading(approval=Approval.NAMED)
        with pytest.raises(UnknownApplications):
            evolve(CALL_WITH_AMOUNTS, call=named, approved={"four"}).outcome()


class TestCanonical:
    """In the order in which it is hashed, it is of the same facts."""

    def test_of_an_application(self):
        """The portfolio holds it once, in order of id; all else is as given."""
        ordered = UNDECIDED.canonical
        assert [each.id for each in ordered.portfolio] == ["a rival", "open", "z"]
        assert ordered.portfolio.complete is None
        assert (ordered.application, ordered.on, ordered.call) == (
            UNDECIDED.application,
            QUIET,
            UNDECIDED.call,
        )
        assert ordered.canonical == ordered

    def test_of_a_call(self):
        """Its applications come in order of id; all else is as given."""
        given = evolve(CALL_WITH_AMOUNTS, approved={"one"})
        ordered = given.canonical
        assert [each.id for each in ordered.portfolio] == ["across", "one", "three", "two"]
        assert evolve(ordered, portfolio=given.portfolio) == given


class TestMalformed:
    """A malformed input is an error."""

    def test_another_application_with_its_id(self):
        """Two applications of one id leave open which is decided on."""
        other = applies(verband(town("90007"), town("90008")))
        assert other.id == REFUSAL.application.id
        with pytest.raises(AmbiguousApplication, match="R"):
            evolve(REFUSAL, portfolio=Portfolio([other], complete=True))

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("application", "R"),
            ("on", datetime(2024, 7, 1)),  # noqa: DTZ001 -- a moment on purpose
            ("on", "2024-07-01"),
            ("call", None),
            ("portfolio", ()),
        ],
    )
    def test_of_a_decision(self, field, value):
        """Every field has its type."""
        with pytest.raises(WrongType, match=f"DecisionInput.{field}: expected"):
            evolve(REFUSAL, **{field: value})

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("portfolio", []),
            ("on", None),
            ("call", "wse-lr-2023-2025"),
            ("year", "2024"),
            ("approved", [1]),
        ],
    )
    def test_of_a_call(self, field, value):
        """Every field has its type."""
        with pytest.raises(WrongType, match=f"CallInput.{field}: expected"):
            evolve(CALL_WITH_AMOUNTS, **{field: value})

    def test_approved_is_no_text(self):
        """One id by itself is no set of ids."""
        with pytest.raises(WrongType):
            evolve(CALL_WITH_AMOUNTS, approved="one")

    def test_it_hashes(self):
        """Equal inputs are one member of a set."""
        again = DecisionInput(
            REFUSAL.application, on=date(2024, 7, 1), call=CALL, portfolio=REFUSAL.portfolio
        )
        assert {REFUSAL, again} == {REFUSAL}
