"""What rules turn out to be: asked once each time, of no more ways than there may be steps."""

from __future__ import annotations

from tests.eligibility.stories import MET, NOT_MET, applies, around

from wselr_rules.eligibility import outcomes
from wselr_rules.eligibility.outcomes import Outcomes
from wselr_rules.eligibility.rules import CHANNEL

CASE = applies(channels=None)


def test_the_same_is_asked_of_a_rule_once():
    """What it turned out to be is remembered, and costs no step."""
    asked_of = Outcomes(CHANNEL, CASE, around(CASE))
    accepted, none = asked_of.ways_of(CHANNEL.rule)
    steps = []
    for way, verdict in ((accepted, MET), (accepted, MET), (none, NOT_MET), (none, NOT_MET)):
        steps.append(asked_of.steps)
        assert asked_of.verdict(CHANNEL.rule, (), way) is verdict
    assert [*steps, asked_of.steps] == [0, 1, 1, 2, 2]


def test_of_many_ways_as_many_are_looked_at_as_there_may_be_steps(monkeypatch):
    """The rest would be asked in vain."""
    monkeypatch.setattr(outcomes, "MOST_STEPS", 1)
    assert len(Outcomes(CHANNEL, CASE, around(CASE)).ways_of(CHANNEL.rule)) == 1
