"""Two scenarios held against each other (*vergelijken*): what turns, and by how many cents.

Both are run; of what comes of them it is read what differs. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.euros import euros_of
from wselr_rules.allocation.grants import Allocation
from wselr_rules.decision import CallAssessment, Decision
from wselr_rules.scenarios.call_outcomes import ABSENT, divided_cents, outcome_in
from wselr_rules.scenarios.comparison import (
    ApplicationComparison,
    Cause,
    Comparison,
    Turnabout,
)
from wselr_rules.scenarios.running import run
from wselr_rules.scenarios.scenario import Scenario

__all__ = ["compare"]


def compare(one: Scenario, other: Scenario, *, on: date, year: int) -> Comparison:
    """What comes of each application in one scenario and in another (*vergelijk*), and why.

    They need not have a call or an application in common. Raises what ``run`` does for either.
    """
    before, after = (run(each, on=on, year=year) for each in (one, other))
    ids = sorted({each.application_id for found in (before, after) for each in found})
    return Comparison(
        one.name,
        other.name,
        on,
        year,
        _divided(before),
        _divided(after),
        (_compared(each, before, after) for each in ids),
        is_provisional=before.is_provisional or after.is_provisional,
    )


def _divided(assessment: CallAssessment) -> Decimal | None:
    cents = divided_cents(assessment)
    return None if cents is None else euros_of(cents)


def _compared(id: str, before: CallAssessment, after: CallAssessment) -> ApplicationComparison:
    was, became = outcome_in(before, id), outcome_in(after, id)
    if was is ABSENT or became is ABSENT:
        return ApplicationComparison(id, was, became)
    has_other_amount = was.verdict is became.verdict and was.amount != became.amount
    return ApplicationComparison(
        id,
        was,
        became,
        _turned(before[id], after[id]),
        _causes(id, before.allocation, after.allocation) if has_other_amount else (),
    )


def _turned(before: Decision, after: Decision) -> Iterator[Turnabout]:
    """The rules that are answered otherwise; where none is, the whole, if that is.

    The whole can be decided though no part of it is: every way in which it can turn out agrees.
    """
    turned = [
        Turnabout(was, became)
        for was, became in zip(before.finding.leaves, after.finding.leaves, strict=True)
        if was.verdict is not became.verdict
    ]
    if not turned and before.verdict is not after.verdict:
        turned = [Turnabout(before.finding, after.finding)]
    yield from turned


def _causes(id: str, before: Allocation | None, after: Allocation | None) -> Iterator[Cause]:
    """What differs of all that its amount is divided by, where its verdict is the same."""
    if before is None or after is None:
        # Nobody shares, for nobody is approved, or it is not known by what counts.
        return
    if id not in before or id not in after:
        yield Cause.APPROVAL
        return
    own, others = _shares(id, before)
    own_then, others_then = _shares(id, after)
    differs = {
        Cause.BUDGET: before.budget != after.budget,
        Cause.KEYS: before.keys != after.keys,
        Cause.ROUNDING: _readings(before) != _readings(after),
        Cause.COUNTS: own != own_then,
        Cause.OTHERS: others != others_then,
    }
    yield from (cause for cause, is_so in differs.items() if is_so)


def _shares(id: str, allocation: Allocation) -> tuple[Beneficiary, tuple[Beneficiary, ...]]:
    (own,) = (each for each in allocation.beneficiaries if each.id == id)
    return own, tuple(each for each in allocation.beneficiaries if each.id != id)


def _readings(allocation: Allocation) -> tuple[object, object]:
    return allocation.readings.rounding, allocation.readings.zero_key
