"""What was decided (*uitkomst*), on one application or on a whole call, and how it is said.

It knows where verdicts and amounts stand in either. How they came about it does not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from wselr_rules.allocation.certificate import Certificate
from wselr_rules.allocation.grants import Allocation, Grant
from wselr_rules.decision import CallAssessment, Decision
from wselr_rules.eligibility.words import say
from wselr_rules.law.terms import AllocationKey
from wselr_rules.receipts.receipt_messages import MESSAGES_OF_RECEIPTS
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language
from wselr_rules.render.tree import Mark, Node

__all__ = [
    "Outcome",
    "allocation_of",
    "certificate_of",
    "decisions_of",
    "leaf",
    "outcome_nodes",
    "said",
]

#: What was decided (*uitkomst*), on one application or on a whole call.
Outcome: TypeAlias = Decision | CallAssessment


def decisions_of(outcome: Outcome) -> tuple[Decision, ...]:
    """The decisions (*beslissingen*), that one alone or all of the call."""
    return (outcome,) if isinstance(outcome, Decision) else outcome.decisions


def allocation_of(outcome: Outcome) -> Allocation | None:
    """The division (*verdeling*); None where nothing was divided."""
    return None if isinstance(outcome, Decision) else outcome.allocation


def certificate_of(outcome: Outcome) -> Certificate | None:
    """The certificate of the division (*certificaat*); None where nothing was divided."""
    allocation = allocation_of(outcome)
    return None if allocation is None else allocation.verify()


def said(message: str, language: Language, /, **arguments: object) -> str:
    """A sentence of a receipt or a replay (*zin*)."""
    return say(MESSAGES_OF_RECEIPTS, message, arguments, language)


def leaf(message: str, language: Language, /, **arguments: object) -> Node:
    """The same as a node without parts (*blad*)."""
    return Node(None, said(message, language, **arguments))


def outcome_nodes(
    outcome: Outcome, certificate: Certificate | None, language: Language, audience: Audience
) -> Iterator[Node]:
    """The verdicts with their grounds, and the amounts (*oordelen en bedragen*)."""
    if isinstance(outcome, Decision):
        yield outcome.node(language, audience)
        return
    for decision in outcome.decisions:
        about = said("receipt.application", language, application=decision.application_id)
        grounds = decision.node(language, audience)
        amounts = _amount(decision.application_id, outcome.allocation, language, audience)
        yield Node(None, about, (grounds, *amounts))
    if outcome.allocation is None:
        yield leaf("receipt.no-amounts", language)
    if outcome.is_provisional:
        facts = (Node(Mark.UNKNOWN, fact.text(language)) for fact in outcome.missing)
        yield Node(None, said("receipt.provisional", language), tuple(facts))
    if is_for_the_file(audience) and certificate is not None:
        yield _checks(certificate, language)


def _amount(
    application_id: str, allocation: Allocation | None, language: Language, audience: Audience
) -> Iterator[Node]:
    if allocation is None or application_id not in allocation:
        return
    grant = allocation[application_id]
    words = said("receipt.amount", language, year=allocation.year, amount=grant.amount)
    components = _components(grant, language) if is_for_the_file(audience) else ()
    yield Node(None, words, tuple(components))


def _components(grant: Grant, language: Language) -> Iterator[Node]:
    for key in AllocationKey:
        if key in grant.components:
            way = said(f"receipt.way.{key.name}", language)
            yield leaf("receipt.component", language, amount=grant.components[key], way=way)


def _checks(certificate: Certificate, language: Language) -> Node:
    if certificate.holds:
        return leaf("receipt.certified", language, number=len(certificate.outcomes))
    return leaf(
        "receipt.not-certified", language, checks=tuple(each.value for each in certificate.failed)
    )
