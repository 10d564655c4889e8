"""Ranges held against every way to decide the undecided ones."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import NOT_MET, QUIET, UNKNOWN, reading
from tests.scenarios.calls_told import beneficiary, known

from wselr_rules.decision import assess_call
from wselr_rules.errors import ZeroKeyTotal
from wselr_rules.law.readings import Rounding, ZeroKey
from wselr_rules.law.terms import SubmissionChannel
from wselr_rules.scenarios.ranges import ranges


@st.composite
def open_calls(draw):
    """Draw a call of few cents with up to six applications, decided and not."""
    counts = st.integers(0, 3) | st.sampled_from([0, 1, 50_000])
    channels = st.sampled_from([None, None, (), {SubmissionChannel.PLATOS}])
    applications = [
        beneficiary(number, draw(counts), draw(counts), channels=draw(channels))
        for number in range(draw(st.integers(1, 6)))
    ]
    call = reading(
        rounding=draw(st.sampled_from(Rounding)), zero_key=draw(st.sampled_from(ZeroKey))
    )
    cents = draw(st.integers(1, 40) | st.integers(1, 100_000))
    return applications, evolve(call, budget=Decimal(f"{cents}e-2"))


class TestEveryDecision:
    """Over every way to decide the undecided ones."""

    @settings(max_examples=examples(40))
    @given(open_calls())
    def test_least_and_most(self, case):
        """They are the smallest and the largest amount of any call decided so."""
        applications, call = case
        found = ranges(known(*applications), on=QUIET, call=call, year=2024)
        outcomes = [outcome(decided, call) for decided in every_decision(applications)]
        divided = [amounts for amounts in outcomes if amounts is not None]
        assert found.leaves_some_out is (len(divided) < len(outcomes))
        for each in found:
            amounts = [granted.get(each.application_id) for granted in divided]
            some = [amount for amount in amounts if amount is not None]
            if each.verdict is NOT_MET:
                assert (each.least, each.most) == (Decimal("0.00"), Decimal("0.00"))
                continue
            assert each.most == max(some, default=None)
            refused = each.verdict is UNKNOWN
            assert each.least == (Decimal("0.00") if refused else min(some, default=None))


def every_decision(applications):
    """Give the applications with each undecided one approved or refused, in every way."""
    ways = [[]]
    for each in applications:
        channels = [{SubmissionChannel.PLATOS}, ()] if each.channels is None else [each.channels]
        ways = [[*way, evolve(each, channels=chosen)] for way in ways for chosen in channels]
    return ways


def outcome(applications, call):
    """Return who gets how much once all are decided; None where that cannot be divided."""
    try:
        assessment = assess_call(known(*applications), on=QUIET, call=call, year=2024)
    except ZeroKeyTotal:
        return None
    return {grant.beneficiary_id: grant.amount for grant in assessment.allocation or ()}


class TestWhole:
    """Over any call."""

    @settings(max_examples=examples(40))
    @given(worlds.portfolios(), worlds.days())
    def test_an_allocation_lies_within_the_ranges(self, portfolio, on):
        """What is divided now is one of the ways: no amount lies outside its range."""
        call = reading(zero_key=ZeroKey.EQUAL_PARTS)
        found = ranges(portfolio, on=on, call=call, year=2023)
        now = assess_call(portfolio, on=on, call=call, year=2023)
        assert [each.application_id for each in found] == [each.application_id for each in now]
        for each in found:
            assert each.verdict is now[each.application_id].verdict
            if each.least is not None and each.most is not None:
                assert each.least <= each.most
        for grant in now.allocation or ():
            one = found[grant.beneficiary_id]
            if one.most is not None:
                assert one.least <= grant.amount <= one.most
