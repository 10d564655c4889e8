"""A verdict that is found without the grounds is that of the finding."""

from __future__ import annotations

from itertools import product

from attrs import evolve
from hypothesis import given, settings
from tests import strategies as worlds
from tests.drawing import examples

from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.rules import RULES

IN_SHORT = tuple(rule for rule in RULES if rule.decides is not None)


def test_all_but_one_rule_can_tell_in_short():
    """Of a city alone there are no grounds to leave out."""
    assert [each.id for each in RULES if each not in IN_SHORT] == ["centrumstad-alone"]


@settings(max_examples=examples(300))
@given(worlds.portfolios(), worlds.calls(), worlds.days())
def test_what_is_told_in_short_is_what_the_grounds_say(portfolio, call, on):
    """For every rule, whatever is known and however the text is read."""
    context = Context(on, call=call, portfolio=portfolio)
    for rule, application in product(IN_SHORT, portfolio.applications):
        in_full = evolve(rule, decides=None)
        grounds = in_full.rule(application, context)
        assert rule.decides(application, context) is grounds.verdict, rule.id
        assert rule.verdict(application, context) is in_full.verdict(application, context), rule.id
