"""What a type checker says of the law as data and of the division of the money."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

from wselr_rules import (
    INTERPRETATIONS,
    LEDGER,
    OPEN_CALL_2023_2025,
    Act,
    Allocation,
    AllocationKey,
    Beneficiary,
    Certificate,
    Citation,
    FrozenMap,
    Grant,
    Interpretation,
    LegalForm,
    OpenCall,
    PolicyCycle,
    Readings,
    Sentence,
    Source,
    SubmissionChannel,
    allocate,
)
from wselr_rules.allocation.certificate import CheckOutcome
from wselr_rules.allocation.claim import Ledger
from wselr_rules.law.ledger import Quote, SentenceKind
from wselr_rules.law.readings import Approval, Existing


def of_the_call(day: date) -> None:
    call = OPEN_CALL_2023_2025
    assert_type(call, OpenCall)
    assert_type(call.id, str)
    assert_type(call.plan_years, tuple[int, ...])
    assert_type(call.budget, Decimal)
    assert_type(call.keys, FrozenMap[AllocationKey, Fraction])
    assert_type(call.minimum_inhabitants, int)
    assert_type(call.partnership_forms, frozenset[LegalForm])
    assert_type(call.channels, frozenset[SubmissionChannel])
    assert_type(call.order_date, date)
    assert_type(call.readings, Readings)
    assert_type(call.sources, FrozenMap[str, Source])
    assert_type(call.sources["budget"], Source)
    assert_type(call.first_day, date)
    assert_type(call.last_day, date)
    assert_type(call.baseline, date)
    assert_type(call.existing_before, date)
    assert_type(call.existing_fits_from, date)
    assert_type(call.map_day(day), date)
    assert_type(call.members_needed(LegalForm.WELFARE_ASSOCIATION), int)
    assert_type(call.budget_for(2024), Decimal)


def of_readings(readings: Readings, interpretation: Interpretation) -> None:
    assert_type(INTERPRETATIONS, tuple[Interpretation, ...])
    assert_type(readings.existing, Existing)
    assert_type(readings.approval, Approval)
    assert_type(interpretation.id, str)
    assert_type(interpretation.name, str)
    assert_type(interpretation.question, str)
    assert_type(interpretation.sentences, tuple[str, ...])


def of_sentences(sentence: Sentence, source: Source, citation: Citation, act: Act) -> None:
    assert_type(LEDGER, tuple[Sentence, ...])
    assert_type(sentence.quotes, tuple[Quote, ...])
    assert_type(sentence.kinds, tuple[SentenceKind, ...])
    assert_type(sentence.act, Act)
    assert_type(sentence.citation, Citation)
    assert_type(source.unit, str)
    assert_type(source.since, date)
    assert_type(source.until, date | None)
    assert_type(citation.sentence_id, str)
    assert_type(citation.lines, tuple[int, ...])
    assert_type(citation.act, Act)
    assert_type(act.dated, date)
    assert_type(act.in_force, date | None)
    assert_type(act.numac, str | None)


def of_cycles(day: date) -> None:
    cycle = PolicyCycle.containing(day)
    assert_type(cycle, PolicyCycle)
    assert_type(cycle.starts_on, date)
    assert_type(cycle.ends_on, date)
    assert_type(cycle.next, PolicyCycle)
    assert_type(cycle.years, tuple[int, ...])
    assert_type(cycle.second_half, tuple[int, ...])


def of_an_allocation(beneficiary: Beneficiary, call: OpenCall, grant: Grant) -> None:
    assert_type(beneficiary.id, str)
    assert_type(beneficiary.working_age_population, int | None)
    assert_type(beneficiary.job_seekers, int | None)
    allocation = allocate([beneficiary], call=call, year=2024)
    assert_type(allocation, Allocation)
    assert_type(allocation["a"], Grant)
    assert_type(allocation.grants, tuple[Grant, ...])
    assert_type(allocation.budget, Decimal)
    assert_type(allocation.pots, FrozenMap[AllocationKey, Decimal])
    assert_type(allocation.keys, FrozenMap[AllocationKey, Fraction])
    assert_type(allocation.beneficiaries, tuple[Beneficiary, ...])
    assert_type(grant.beneficiary_id, str)
    assert_type(grant.amount, Decimal)
    assert_type(grant.components, FrozenMap[AllocationKey, Decimal])
    assert_type(grant.exact, Fraction)
    certificate = allocation.verify()
    assert_type(certificate, Certificate)
    assert_type(certificate.holds, bool)
    assert_type(certificate.outcomes, tuple[CheckOutcome, ...])
    assert_type(certificate.ledgers, tuple[Ledger, ...])
