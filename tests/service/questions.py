"""What the service is asked in these tests, and what the library itself answers to it."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

from attrs import frozen
from tests.determinism.generated_call import generated

from wselr_rules import OPEN_CALL_2023_2025 as CALL
from wselr_rules import wire
from wselr_rules.receipts import CallInput, DecisionInput, receipt, replay

ON = date(2025, 12, 31)
#: Generated, because it holds whatever a call can hold: open facts, double claims, gaps.
PORTFOLIO = generated(12)


@frozen
class Question:
    """Where something is asked, the body, and the answer that is due."""

    path: str
    body: bytes
    answer: bytes


def decision_inputs(number):
    """Return what is decided upon for so many applications, the others being known too."""
    days = (ON, date(2026, 1, 1), date(2023, 1, 1))
    return [
        DecisionInput(each, on=days[place % len(days)], call=CALL, portfolio=PORTFOLIO)
        for place, each in enumerate(PORTFOLIO.applications[:number])
    ]


def call_input(year=2025, number=12):
    """Return what is decided upon for a smaller call."""
    return CallInput(generated(number), on=ON, call=CALL, year=year)


def envelope(kept, given):
    """Return a receipt and an input as one body, each as it was written."""
    return f'{{"receipt": {wire.to_json(kept)}, "input": {wire.to_json(given)}}}'


@cache
def questions(number):
    """Return questions of every kind, so many of each that decides on one application."""
    return tuple(_questions(number))


def _questions(number):
    for given in decision_inputs(number):
        decided = given.outcome()
        kept = receipt(decided, given)
        yield _question("/decisions", wire.to_json(given), decided)
        yield _question("/receipts", wire.to_json(given), kept)
        yield _question("/replays", envelope(kept, given), replay(kept, given))
    for year in CALL.plan_years:
        given = call_input(year)
        yield _question("/assessments", wire.to_json(given), given.outcome())


def refused():
    """Return a question that is refused, with the paths that its problems are due to have."""
    document = json.loads(wire.to_json(decision_inputs(1)[0]))
    document["on"] = "2025-13-01"
    document["application"]["plan"]["actions"][0]["years"] = []
    document["portfolio"]["complete"] = "yes"
    document["more"] = None
    paths = ["$.application.plan.actions[0].years", "$.on", "$.portfolio.complete", "$.more"]
    return json.dumps(document), paths


def _question(path, body, answer):
    return Question(path, body.encode(), wire.to_json(answer).encode())
