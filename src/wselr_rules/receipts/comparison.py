"""The comparison (*vergelijking*) of a receipt with what it is said to be of.

It knows what to hold against what, and names each difference once. It says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from attrs import evolve, fields

from wselr_rules.decision import CallAssessment, Decision
from wselr_rules.eligibility.finding import Finding
from wselr_rules.errors import RulesError
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import Readings
from wselr_rules.law.version import RULES_VERSION
from wselr_rules.receipts.canonical_form import content_hash
from wselr_rules.receipts.differences import (
    Circumstance,
    Difference,
    NoOutcome,
    OtherAmount,
    OtherCall,
    OtherDecision,
    OtherInput,
    OtherOutcome,
    OtherRules,
    OutcomePart,
)
from wselr_rules.receipts.inputs import DecisionInput, Input
from wselr_rules.receipts.outcomes import (
    Outcome,
    allocation_of,
    certificate_of,
    decisions_of,
)
from wselr_rules.receipts.record import Receipt

__all__ = ["differences_between", "hashes_of"]

_NOTHING: Final = Decimal("0.00")
#: What is compared by the field of this name.
_OF_A_CALL: Final = (
    OutcomePart.CONFLICTS,
    OutcomePart.ALLOCATION,
    OutcomePart.UNDECIDED,
    OutcomePart.MISSING,
)


def hashes_of(given: Input) -> dict[str, str]:
    """The hash of each application of an input by its id (*vingerafdrukken*), in order."""
    return {each.id: content_hash(each) for each in given.canonical.portfolio.applications}


def differences_between(receipt: Receipt, given: Input) -> Iterator[Difference]:
    """What the receipt says and deciding again does not (*verschillen*), and the reverse."""
    if receipt.rules_version != RULES_VERSION:
        yield OtherRules(receipt.rules_version, RULES_VERSION)
    call = OtherCall(
        receipt.call_hash, content_hash(given.call), tuple(_fields(receipt.call, given.call))
    )
    is_other_call = bool(call.fields) or call.kept != call.found
    if is_other_call:
        yield call
    found = _other_input(receipt, given)
    # The hash of the input covers the call: where another call explains it, it says nothing new.
    if found.names_anything or (found.kept != found.found and not is_other_call):
        yield found
    try:
        now = given.canonical.outcome()
    except RulesError as error:
        yield NoOutcome(str(error))
        return
    outcome = _other_outcome(receipt, now)
    if outcome.parts:
        yield outcome


def _fields(then: OpenCall, now: OpenCall) -> Iterator[str]:
    for each in fields(OpenCall):
        if each.name == "readings":
            yield from _readings(then.readings, now.readings)
        elif getattr(then, each.name) != getattr(now, each.name):
            yield each.name


def _readings(then: Readings, now: Readings) -> Iterator[str]:
    for each in fields(Readings):
        if getattr(then, each.name) is not getattr(now, each.name):
            yield f"readings.{each.name}"


# --- the input ----------------------------------------------------------------------------


def _other_input(receipt: Receipt, given: Input) -> OtherInput:
    then, now = receipt.applications, hashes_of(given)
    said, found = _circumstances_then(receipt), _circumstances_now(given)
    return OtherInput(
        receipt.input_hash,
        content_hash(given),
        tuple(sorted(each for each in then.keys() & now.keys() if then[each] != now[each])),
        tuple(sorted(then.keys() - now.keys())),
        tuple(sorted(now.keys() - then.keys())),
        tuple(each for each in Circumstance if said.get(each) != found.get(each)),
    )


def _circumstances_then(receipt: Receipt) -> Mapping[Circumstance, object]:
    outcome = receipt.outcome
    asked: dict[Circumstance, object] = (
        {Circumstance.APPLICATION: outcome.application_id}
        if isinstance(outcome, Decision)
        else {Circumstance.YEAR: outcome.year}
    )
    return {
        **asked,
        Circumstance.DAY: outcome.on,
        Circumstance.COMPLETE: receipt.complete,
        Circumstance.APPROVED: receipt.approved,
    }


def _circumstances_now(given: Input) -> Mapping[Circumstance, object]:
    asked: dict[Circumstance, object] = (
        {Circumstance.APPLICATION: given.application.id, Circumstance.APPROVED: None}
        if isinstance(given, DecisionInput)
        else {Circumstance.YEAR: given.year, Circumstance.APPROVED: given.approved}
    )
    return {
        **asked,
        Circumstance.DAY: given.on,
        Circumstance.COMPLETE: given.portfolio.complete,
    }


# --- the outcome --------------------------------------------------------------------------


def _other_outcome(receipt: Receipt, now: Outcome) -> OtherOutcome:
    then = receipt.outcome
    decided_then = _by_id(_as_of(decisions_of(then), then.on, now.on))
    decided_now = _by_id(decisions_of(now))
    return OtherOutcome(
        tuple(_parts(receipt, now)),
        tuple(_other_decisions(decided_then, decided_now)),
        tuple(sorted(decided_then.keys() - decided_now.keys())),
        tuple(sorted(decided_now.keys() - decided_then.keys())),
        tuple(_other_amounts(_amounts(then), _amounts(now))),
    )


def _as_of(decisions: Iterable[Decision], then: date, now: date) -> tuple[Decision, ...]:
    """The same decisions on the day of now: that the whole has another day is told elsewhere."""
    return tuple(
        evolve(decision, on=now) if decision.on == then else decision for decision in decisions
    )


def _by_id(decisions: Iterable[Decision]) -> dict[str, Decision]:
    return {decision.application_id: decision for decision in decisions}


def _parts(receipt: Receipt, now: Outcome) -> Iterator[OutcomePart]:
    then = receipt.outcome
    if _as_of(decisions_of(then), then.on, now.on) != decisions_of(now):
        yield OutcomePart.DECISIONS
    if isinstance(then, CallAssessment):
        for part in _OF_A_CALL:
            if getattr(then, part.value) != getattr(now, part.value):
                yield part
    if receipt.certificate != certificate_of(now):
        yield OutcomePart.CERTIFICATE


def _other_decisions(
    then: Mapping[str, Decision], now: Mapping[str, Decision]
) -> Iterator[OtherDecision]:
    for each in sorted(then.keys() & now.keys()):
        if then[each] != now[each]:
            criteria = dict.fromkeys(_criteria(then[each].finding, now[each].finding))
            yield OtherDecision(each, then[each].verdict, now[each].verdict, tuple(criteria))


def _criteria(then: Finding, now: Finding) -> Iterator[str]:
    """The criteria whose findings differ, apart from what differs in their parts."""
    asked_then = [child.criterion for child in then.children]
    is_asked_alike = asked_then == [child.criterion for child in now.children]
    if not is_asked_alike or evolve(then, children=()) != evolve(now, children=()):
        yield now.criterion
    if is_asked_alike:
        for part_then, part_now in zip(then.children, now.children, strict=True):
            yield from _criteria(part_then, part_now)


def _amounts(outcome: Outcome) -> dict[str, Decimal]:
    allocation = allocation_of(outcome)
    grants = () if allocation is None else allocation.grants
    return {grant.beneficiary_id: grant.amount for grant in grants}


def _other_amounts(
    then: Mapping[str, Decimal], now: Mapping[str, Decimal]
) -> Iterator[OtherAmount]:
    for each in sorted(then.keys() | now.keys()):
        amounts = then.get(each, _NOTHING), now.get(each, _NOTHING)
        if amounts[0] != amounts[1]:
            yield OtherAmount(each, *amounts)
