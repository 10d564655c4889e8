"""Findings, decisions, divisions and receipts, as Hypothesis draws them for documents."""

from __future__ import annotations

from attrs import evolve
from hypothesis import strategies as st
from tests.wire.parts import (
    amounts,
    applications,
    calls,
    days,
    fractions,
    ids,
    keys,
    maybe,
    portfolios,
    provenance,
    readings_by_id,
    rows,
    texts,
    wholes,
)

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.certificate import Certificate, Check, CheckOutcome
from wselr_rules.allocation.claim import Ledger, LedgerEntry
from wselr_rules.allocation.grants import Allocation, Grant, allocate
from wselr_rules.decision import CallAssessment, Decision
from wselr_rules.domain.standing import Standing
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.eligibility.doubts import Doubt
from wselr_rules.eligibility.finding import Finding, Interval, Missing, Operator, Quantity
from wselr_rules.eligibility.sourced import SourcedFact
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.law.readings import Readings, Rounding
from wselr_rules.law.terms import AllocationKey, LegalForm, SubmissionChannel
from wselr_rules.receipts import (
    CallInput,
    Circumstance,
    DecisionInput,
    NoOutcome,
    OtherAmount,
    OtherCall,
    OtherDecision,
    OtherInput,
    OtherOutcome,
    OtherRules,
    OutcomePart,
    Receipt,
)

# --- eligibility --------------------------------------------------------------------------

TERMS = [LegalForm, SubmissionChannel, ReferenceRegion, Standing]
arguments = st.one_of(
    wholes,
    texts,
    days,
    *map(st.sampled_from, TERMS),
    *(rows(values) for values in (wholes, texts, *map(st.sampled_from, TERMS))),
)
intervals = st.builds(Interval, wholes, maybe(wholes))
quantities = st.builds(Quantity, arguments | intervals, texts)
missing = st.builds(Missing, texts, texts, texts)
conflicts = st.builds(
    Conflict,
    territory=rows(texts),
    nis_codes=rows(texts),
    names=rows(texts),
    application_ids=rows(texts),
    regieverbanden=rows(texts),
    since=days,
    until=maybe(days),
)
sourced = st.builds(SourcedFact, texts, texts, texts, provenance)
doubts = st.builds(Doubt, sourced, st.sampled_from(Verdict))


def _findings(children):
    return st.builds(
        Finding,
        st.sampled_from(Verdict),
        texts,
        st.dictionaries(texts, arguments, max_size=2),
        criterion=texts,
        operator=maybe(st.sampled_from(Operator)),
        observed=maybe(quantities),
        required=maybe(quantities),
        margin=maybe(wholes),
        sentences=rows(texts),
        readings=readings_by_id,
        missing=rows(missing, 2),
        due=maybe(days),
        settled=st.booleans(),
        sourced=rows(sourced, 1),
        conflicts=rows(conflicts, 1),
        children=children,
    )


findings = st.recursive(
    _findings(st.just(())), lambda inner: _findings(rows(inner, 2)), max_leaves=3
)
decisions = st.builds(Decision, texts, days, findings, rows(doubts, 1))

# --- allocation ---------------------------------------------------------------------------

beneficiaries = st.builds(
    Beneficiary, ids, working_age_population=maybe(wholes), job_seekers=maybe(wholes)
)


@st.composite
def allocations(draw):
    """Draw a real division, by any readings and keys."""
    people = st.integers(1, 10**6)
    each = st.builds(Beneficiary, ids, working_age_population=people, job_seekers=people)
    rounding = draw(st.sampled_from(Rounding))
    call = evolve(
        OPEN_CALL_2023_2025,
        keys=draw(keys()),
        budget=draw(amounts.filter(bool)),
        readings=Readings(rounding=rounding),
    )
    named = draw(st.lists(each, min_size=1, max_size=4, unique_by=lambda one: one.id))
    return allocate(named, call=call, year=2024)


grants = st.builds(
    Grant,
    ids,
    amounts,
    st.dictionaries(st.sampled_from(AllocationKey), amounts),
    fractions,
)
entries = st.builds(LedgerEntry, texts, wholes, wholes, wholes)
ledgers = st.builds(Ledger, texts, wholes, wholes, rows(entries))
outcomes = st.builds(CheckOutcome, st.sampled_from(Check), rows(texts))
assessments = st.builds(
    CallAssessment,
    days,
    wholes,
    rows(decisions, 2),
    rows(conflicts, 2),
    maybe(allocations()),
    rows(texts),
    rows(missing),
)

# --- receipts -----------------------------------------------------------------------------

decision_inputs = st.builds(
    lambda application, portfolio, **facts: DecisionInput(
        application, portfolio=portfolio.with_application(application), **facts
    ),
    applications,
    portfolios,
    on=days,
    call=calls,
)
call_inputs = st.builds(
    CallInput, portfolios, on=days, call=calls, year=wholes, approved=maybe(st.sets(texts))
)
hashes = st.binary(min_size=32, max_size=32).map(lambda digest: f"sha256:{digest.hex()}")
certificates = st.builds(
    Certificate, rows(outcomes), rows(ledgers), rows(texts)
) | allocations().map(Allocation.verify)
receipts = st.builds(
    Receipt,
    rules_version=ids,
    issued_on=maybe(days),
    call=calls,
    call_hash=hashes,
    input_hash=hashes,
    applications=st.dictionaries(ids, hashes, max_size=2),
    complete=maybe(st.booleans()),
    approved=maybe(st.sets(texts, max_size=2)),
    outcome=decisions | assessments,
    certificate=maybe(certificates),
)
other_decisions = st.builds(
    OtherDecision, texts, st.sampled_from(Verdict), st.sampled_from(Verdict), rows(texts)
)
differences = st.one_of(
    st.builds(OtherRules, texts, texts),
    st.builds(OtherCall, hashes, hashes, rows(texts)),
    st.builds(
        OtherInput,
        hashes,
        hashes,
        *(rows(texts) for _ in range(3)),
        rows(st.sampled_from(Circumstance)),
    ),
    st.builds(
        OtherOutcome,
        rows(st.sampled_from(OutcomePart)),
        rows(other_decisions),
        rows(texts),
        rows(texts),
        rows(st.builds(OtherAmount, texts, amounts, amounts)),
    ),
    st.builds(NoOutcome, texts),
)
