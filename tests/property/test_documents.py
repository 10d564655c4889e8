"""What is written and read again decides alike."""

from __future__ import annotations

from hypothesis import given
from tests.drawing import law
from tests.eligibility.stories import CALL
from tests.property import facts
from tests.property.division import CALLS, COUNTS, beneficiaries, divided

from wselr_rules import wire
from wselr_rules.allocation.grants import Allocation
from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.rules import ELIGIBLE
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
    def test_of_what_is_decided_on(self, portfolio, on, call):
        """On facts and a call that were written and read the same is found."""
        back, read = again(Portfolio, portfolio), again(OpenCall, call)
        assert facts.told(back, on, read) == facts.told(portfolio, on, call)

    @law
    @given(facts.PORTFOLIOS, facts.DAYS)
    def test_of_a_finding(self, portfolio, on):
        """All the grounds of a verdict come back."""
        context = Context(on, call=CALL, portfolio=portfolio)
        found = ELIGIBLE.finding(portfolio.applications[0], context)
        assert again(Finding, found) == found

    @law
    @given(COUNTS, CALLS)
    def test_of_an_allocation(self, counts, call):
        """Its cents come back, and are verified alike."""
        allocation = divided(beneficiaries(counts), call)
        back = again(Allocation, allocation)
        assert back == allocation
        assert back.verify() == allocation.verify()
