"""Receipts made and held against the rules again (*afgeven en narekenen*).

It knows what belongs in a receipt and when one cannot be given. It asks no clock: the day of
issue is the caller's.
"""

from __future__ import annotations

from datetime import date

from wselr_rules.decision import CallAssessment, Decision
from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.law.version import RULES_VERSION
from wselr_rules.receipts.canonical_form import content_hash
from wselr_rules.receipts.comparison import differences_between, hashes_of
from wselr_rules.receipts.inputs import CallInput, DecisionInput, Input
from wselr_rules.receipts.outcomes import Outcome, certificate_of
from wselr_rules.receipts.record import Receipt
from wselr_rules.receipts.replays import Replay

__all__ = ["receipt", "replay"]


def receipt(subject: Outcome, given: Input, *, issued_on: date | None = None) -> Receipt:
    """A receipt (*bewijsstuk*) of a decision or of the assessment of a call.

    ``given`` is what it was decided upon. Missing facts are named by their place among the
    applications in order of id, whatever the order given. Raises ``WrongType`` for an input of
    the other kind, ``WrongValue`` for a subject that is not what follows from the input,
    ``InvalidDocument`` for an input that no document can hold, and what ``assess`` or
    ``assess_call`` raise.
    """
    _check_kinds(subject, given)
    if given.outcome() != subject:
        raise WrongValue("subject", "what is decided upon this input", _name(subject))
    outcome = given.canonical.outcome()
    return Receipt(
        rules_version=RULES_VERSION,
        issued_on=issued_on,
        call=given.call,
        call_hash=content_hash(given.call),
        input_hash=content_hash(given),
        applications=hashes_of(given),
        complete=given.portfolio.complete,
        approved=given.approved if isinstance(given, CallInput) else None,
        outcome=outcome,
        certificate=certificate_of(outcome),
    )


def replay(receipt: Receipt, given: Input) -> Replay:
    """Decide again and hold the receipt against it (*narekenen*).

    It agrees, or names what differs; nothing that differs is an error, also not that nothing
    can be decided upon this input. Raises ``WrongType`` for an input of the other kind, and
    ``InvalidDocument`` for one that no document can hold.
    """
    _check_kinds(receipt.outcome, given)
    return Replay(tuple(differences_between(receipt, given)))


def _check_kinds(outcome: Outcome, given: Input) -> None:
    if not isinstance(outcome, Decision | CallAssessment):
        raise WrongType("subject", "a Decision or a CallAssessment", outcome)
    expected = DecisionInput if isinstance(outcome, Decision) else CallInput
    if not isinstance(given, expected):
        raise WrongType("given", f"a {expected.__name__}", given)


def _name(outcome: Outcome) -> str:
    if isinstance(outcome, Decision):
        return f"a decision on {outcome.application_id}"
    return f"an assessment of {outcome.on}"
