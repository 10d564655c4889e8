"""Cases (*toetsgevallen*): a question, the answer that the text gives to it, and why.

The module knows what can be asked and how an answer is told, as values with documents of their
own. It knows no case and answers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from attrs import field, frozen

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.checks import an_id, text, to_frozenset, to_map, to_tuple, unique_ids
from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OpenCall
from wselr_rules.law.terms import AllocationKey
from wselr_rules.render.shown import ShownByFields
from wselr_rules.wire.documents import HasDocument

__all__ = [
    "Answer",
    "CallAnswer",
    "CallQuestion",
    "Case",
    "DivisionAnswer",
    "DivisionQuestion",
    "DocumentAnswer",
    "DocumentQuestion",
    "EligibilityAnswer",
    "EligibilityQuestion",
    "FindingOutline",
    "GrantOutline",
    "Question",
    "Refusal",
    "Suite",
]


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return to_tuple(values)


def _paths(values: Iterable[str]) -> frozenset[str]:
    return to_frozenset(values)


def _approved(values: Iterable[str] | None) -> frozenset[str] | None:
    return None if values is None else to_frozenset(values)


def _conflicts(values: Iterable[Conflict]) -> tuple[Conflict, ...]:
    return to_tuple(values)


def _findings(values: Iterable[FindingOutline]) -> tuple[FindingOutline, ...]:
    return to_tuple(values)


def _beneficiaries(values: Iterable[Beneficiary]) -> tuple[Beneficiary, ...]:
    return to_tuple(values)


def _grants(values: Iterable[GrantOutline]) -> tuple[GrantOutline, ...]:
    return to_tuple(values)


def _cases(values: Iterable[Case]) -> tuple[Case, ...]:
    return to_tuple(values)


def _cents_by_key(
    pairs: Mapping[AllocationKey, int] | Iterable[tuple[AllocationKey, int]],
) -> FrozenMap[AllocationKey, int]:
    return to_map(pairs)


def _cents_by_id(
    pairs: Mapping[str, int] | Iterable[tuple[str, int]] | None,
) -> FrozenMap[str, int] | None:
    return None if pairs is None else to_map(pairs)


# --- what is asked --------------------------------------------------------------------------


@frozen
class EligibilityQuestion(HasDocument, ShownByFields):
    """May this application of the portfolio be approved on that day (*ontvankelijkheid*)?"""

    application_id: str
    portfolio: Portfolio
    on: date
    call: OpenCall


@frozen
class DivisionQuestion(HasDocument, ShownByFields):
    """Who gets which cents of the budget of a plan year (*verdeling*)?"""

    beneficiaries: tuple[Beneficiary, ...] = field(converter=_beneficiaries)
    year: int
    call: OpenCall


@frozen
class CallQuestion(HasDocument, ShownByFields):
    """What is decided on the whole call (*oproep*), and who gets how much?

    ``approved`` are the ids that are named as approved; None where none are told.
    """

    portfolio: Portfolio
    on: date
    year: int
    approved: frozenset[str] | None = field(converter=_approved)
    call: OpenCall


@frozen
class DocumentQuestion(HasDocument, ShownByFields):
    """Is this JSON a document (*document*) of that type, and if not, what is wrong with it?"""

    #: The name of the type: "Application".
    kind: str
    text: str


#: What a case asks (*vraag*).
Question: TypeAlias = EligibilityQuestion | DivisionQuestion | CallQuestion | DocumentQuestion


# --- what is answered -----------------------------------------------------------------------


@frozen
class FindingOutline(HasDocument, ShownByFields):
    """What a finding on one criterion comes down to (*bevinding in grote lijnen*).

    ``message`` is the key of its message, ``margin`` what was found less what is required,
    ``missing`` the paths of the facts that it needs, ``due`` the first day of a duty that is not
    yet in force. ``empty_cells`` are those of the plan: "WSE-LR1 2023".
    """

    criterion: str
    verdict: Verdict
    message: str
    margin: int | None = None
    missing: frozenset[str] = field(default=frozenset(), converter=_paths)
    due: date | None = None
    conflicts: tuple[Conflict, ...] = field(default=(), converter=_conflicts)
    empty_cells: tuple[str, ...] = field(default=(), converter=_texts)


@frozen
class EligibilityAnswer(HasDocument, ShownByFields):
    """The verdict on an application (*oordeel*), the facts it waits for, and its grounds.

    ``findings`` has one for each rule, in the order of ``RULES``.
    """

    verdict: Verdict
    missing: frozenset[str] = field(converter=_paths)
    findings: tuple[FindingOutline, ...] = field(converter=_findings)


@frozen
class GrantOutline(HasDocument, ShownByFields):
    """What one beneficiary gets (*subsidie*), in cents, and how much of it by each key."""

    beneficiary_id: str
    cents: int
    components: FrozenMap[AllocationKey, int] = field(converter=_cents_by_key)


@frozen
class DivisionAnswer(HasDocument, ShownByFields):
    """A budget in cents (*verdeling*), its pots by key, and the grants in order of id."""

    budget: int
    pots: FrozenMap[AllocationKey, int] = field(converter=_cents_by_key)
    grants: tuple[GrantOutline, ...] = field(converter=_grants)


@frozen
class CallAnswer(HasDocument, ShownByFields):
    """Who is eligible (*ontvankelijk*), what is waited for, and the cents of each by id.

    ``cents`` is None where nothing is divided.
    """

    eligible: tuple[str, ...] = field(converter=_texts)
    undecided: tuple[str, ...] = field(converter=_texts)
    missing: frozenset[str] = field(converter=_paths)
    cents: FrozenMap[str, int] | None = field(converter=_cents_by_id)


@frozen
class DocumentAnswer(HasDocument, ShownByFields):
    """The paths of what is wrong with a document (*problemen*); none where it is one."""

    problems: frozenset[str] = field(converter=_paths)


@frozen
class Refusal(HasDocument, ShownByFields):
    """The question is refused and not answered (*geweigerd*), by the name of the error."""

    error: str


#: What the text answers (*antwoord*).
Answer: TypeAlias = EligibilityAnswer | DivisionAnswer | CallAnswer | DocumentAnswer | Refusal


# --- both -----------------------------------------------------------------------------------


@frozen
class Case(HasDocument, ShownByFields):
    """A question with the answer that the text gives (*toetsgeval*).

    ``claim`` says in a sentence what the case shows. ``sentences`` are the rows of the ledger
    that it follows from, ``interpretations`` the open questions that it turns on.
    """

    id: str = field(validator=an_id)
    claim: str = field(validator=text)
    sentences: tuple[str, ...] = field(converter=_texts)
    interpretations: tuple[str, ...] = field(converter=_texts)
    question: Question
    expected: Answer


@frozen
class Suite(HasDocument, ShownByFields):
    """All cases together (*toetsenreeks*), as one document; two of one id are ``DuplicateId``."""

    cases: tuple[Case, ...] = field(converter=_cases)

    def __attrs_post_init__(self) -> None:
        unique_ids("case", (case.id for case in self.cases))
