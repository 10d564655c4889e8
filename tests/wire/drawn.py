"""Values of every type that has a document, as Hypothesis draws them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from tests.wire.answers import ANSWERS
from tests.wire.cases import CASES
from tests.wire.parts import (
    actions,
    acts,
    applications,
    calls,
    choices,
    histories,
    maybe,
    memberships,
    municipalities,
    periods,
    plans,
    portfolios,
    provenance,
    quotes,
    regieverbanden,
    rows,
    sources,
    texts,
    wholes,
)
from tests.wire.results import (
    allocations,
    arguments,
    assessments,
    beneficiaries,
    call_inputs,
    certificates,
    conflicts,
    decision_inputs,
    decisions,
    differences,
    doubts,
    entries,
    findings,
    grants,
    intervals,
    ledgers,
    missing,
    outcomes,
    quantities,
    receipts,
    sourced,
)
from tests.wire.scenarios import SCENARIOS

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.certificate import Certificate, CheckOutcome
from wselr_rules.allocation.claim import Ledger, LedgerEntry
from wselr_rules.allocation.grants import Allocation, Grant
from wselr_rules.decision import CallAssessment, Decision
from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.provenance import Provenance
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.eligibility.doubts import Doubt
from wselr_rules.eligibility.finding import Finding, Interval, Missing, Quantity
from wselr_rules.eligibility.sourced import SourcedFact
from wselr_rules.law.call import OpenCall
from wselr_rules.law.call_fields import Source
from wselr_rules.law.citations import Act, Citation
from wselr_rules.law.cycles import PolicyCycle
from wselr_rules.law.ledger import Quote, Sentence, SentenceKind
from wselr_rules.law.readings import Interpretation, Readings
from wselr_rules.receipts import (
    CallInput,
    DecisionInput,
    Receipt,
    Replay,
)

#: A strategy for every type that has a document.
VALUES = {
    Act: acts,
    Action: actions,
    ActionPlan: plans,
    Allocation: allocations(),
    Application: applications,
    Beneficiary: beneficiaries,
    CallAssessment: assessments,
    CallInput: call_inputs,
    Certificate: certificates,
    CheckOutcome: outcomes,
    Citation: st.builds(Citation, texts, rows(wholes), acts),
    Conflict: conflicts,
    Decision: decisions,
    DecisionInput: decision_inputs,
    Derogation: periods(Derogation),
    Doubt: doubts,
    Finding: findings,
    Grant: grants,
    History: histories(maybe(arguments)),
    Interpretation: st.builds(Interpretation, texts, texts, texts, rows(texts)),
    Interval: intervals,
    Ledger: ledgers,
    LedgerEntry: entries,
    Membership: memberships(),
    Missing: missing,
    Municipality: municipalities(),
    OpenCall: calls,
    PolicyCycle: st.dates(date(1950, 1, 1), date(9000, 1, 1)).map(PolicyCycle.containing),
    Portfolio: portfolios,
    Provenance: provenance,
    Quantity: quantities,
    Quote: quotes,
    Readings: choices,
    Receipt: receipts,
    RegieVerband: regieverbanden(),
    Replay: rows(differences).map(Replay),
    Sentence: st.builds(
        Sentence,
        texts,
        rows(quotes),
        rows(st.sampled_from(SentenceKind)),
        rows(texts),
        act=acts,
    ),
    Source: sources(),
    SourcedFact: sourced,
    **ANSWERS,
    **CASES,
    **SCENARIOS,
}
