"""What is written and read again decides alike."""

from __future__ import annotations

from hypothesis import given
from tests.drawing import law
from tests.property import facts
from tests.property.division import CALLS, COUNTS, beneficiaries, divided

from wselr_rules import wire
from wselr_rules.allocation.grants import Allocation
from wselr_rules.decision import Decision, assess
from wselr_rules.domain.application import Portfolio
from wselr_rules.law.call import OpenCall


def again(kind, value):
    """Return the value as it is read from what was written of it."""
    return wire.from_json(kind, wire.to_json(value))


class TestRoundTrip:
    """There and back, as JSON."""

    @law
    @given(facts.PORTFOLIOS)
    def test_of_a_portfolio(self, portfolio):
        """It comes back equal, and is written alike the second time."""
        text = wire.to_json(portfolio)
        back = wire.from_json(Portfolio, text)
        assert back == portfolio
        assert wire.to_json(back) == text

    @law
    @given(facts.PORTFOLIOS, facts.DAYS, facts.ANY_CALL)
    def test_of_a_decision(self, portfolio, on, call):
        """What is decided on facts and a call that were read is what was decided, and reads so."""
        decision = assess(portfolio.applications[0], on=on, call=call, portfolio=portfolio)
        other = again(Portfolio, portfolio)
        facts_read = {"call": again(OpenCall, call), "portfolio": other}
        assert assess(other.applications[0], on=on, **facts_read) == decision
        assert again(Decision, decision) == decision

    @law
    @given(COUNTS, CALLS)
    def test_of_an_allocation(self, counts, call):
        """Its cents come back, and are verified alike."""
        allocation = divided(beneficiaries(counts), call)
        back = again(Allocation, allocation)
        assert back == allocation
        assert back.verify() == allocation.verify()
