"""Values of every type that has a document, as Hypothesis draws them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import asdict, evolve, fields
from hypothesis import strategies as st

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.certificate import Certificate, Check, CheckOutcome
from wselr_rules.allocation.claim import Ledger, LedgerEntry
from wselr_rules.allocation.grants import Allocation, Grant, allocate
from wselr_rules.decision import CallAssessment, Decision
from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.provenance import Confidence, Provenance
from wselr_rules.domain.regieverband import NEVER, RegieVerband
from wselr_rules.domain.standing import Standing
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.eligibility.doubts import Doubt
from wselr_rules.eligibility.finding import Finding, Interval, Missing, Operator, Quantity
from wselr_rules.eligibility.sourced import SourcedFact
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OPEN_CALL_2023_2025, OpenCall
from wselr_rules.law.call_fields import Source
from wselr_rules.law.citations import Act, Citation
from wselr_rules.law.cycles import PolicyCycle
from wselr_rules.law.ledger import Quote, Sentence, SentenceKind
from wselr_rules.law.readings import Interpretation, Readings, Rounding
from wselr_rules.law.terms import AllocationKey, LegalForm, PolicyPriority, SubmissionChannel
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
    Replay,
)

# --- single values ------------------------------------------------------------------------

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
ids = texts.map("x{}".format)
days = st.dates()
wholes = st.integers() | st.integers(-(10**599), 10**599)
counts = st.integers(0, 10**9)
cents = st.integers(0, 10**12)
amounts = cents.map(lambda number: Decimal(f"{number}e-2"))
fractions = st.fractions()
readings_by_id = st.dictionaries(texts, texts, max_size=2)


def rows(values, size=3):
    """Draw a tuple of these."""
    return st.lists(values, max_size=size).map(tuple)


def maybe(values):
    """Draw one of these, or what is not known."""
    return st.none() | values


# --- the entities -------------------------------------------------------------------------


@st.composite
def histories(draw, values):
    """Draw a value that changes up to three times."""
    initial = value = draw(values)
    changes = []
    for day in sorted(draw(st.sets(days, max_size=3))):
        new = draw(values)
        if new != value:
            changes.append((day, new))
            value = new
    return History(initial, changes)


provenance = st.builds(
    Provenance,
    texts.map("source{}".format),
    maybe(days),
    confidence=maybe(st.sampled_from(Confidence)),
    note=texts,
)


def provenances(*facts):
    """Draw where some of these facts come from."""
    return st.dictionaries(st.sampled_from(facts), provenance, max_size=2)


CODES = ("44021", "11002", "11056", "44012", "90001", "00000", "99999")


@st.composite
def municipalities(draw, *, codes=CODES, territory=CODES):
    """Draw a municipality whose parts are no larger than the whole."""
    people = draw(maybe(counts))
    parts = maybe(st.integers(0, 10**9 if people is None else people))
    regions = st.sampled_from(ReferenceRegion)
    return Municipality(
        draw(st.sampled_from(codes)),
        draw(texts),
        reference_region=draw(maybe(regions | histories(maybe(regions)))),
        is_centrumstad=draw(maybe(st.booleans())),
        inhabitants=people,
        working_age_population=draw(parts),
        job_seekers=draw(parts),
        territory=draw(st.sets(st.sampled_from(territory), min_size=1)),
        provenance=draw(provenances("inhabitants", "reference_region")),
    )


@st.composite
def periods(draw, kind, *first):
    """Draw a membership or a deviation, with or without an end."""
    since, until = draw(st.tuples(days, days).filter(lambda pair: pair[0] < pair[1]))
    return kind(*first, since, draw(st.sampled_from([None, until])))


@st.composite
def memberships(draw):
    """Draw a membership."""
    membership = draw(periods(Membership, draw(municipalities())))
    return evolve(membership, provenance=draw(maybe(provenance)))


FORMS = [form for form in LegalForm if form is not LegalForm.MUNICIPALITY]


@st.composite
def regieverbanden(draw):
    """Draw a regieverband, or a municipality alone."""
    codes = draw(st.sets(st.sampled_from(CODES[-3:]), min_size=1))
    members = [
        draw(periods(Membership, draw(municipalities(codes=[code], territory=[code]))))
        for code in sorted(codes)
    ]
    forms = st.sampled_from(FORMS) | histories(maybe(st.sampled_from(FORMS)))
    alone = draw(st.booleans())
    return RegieVerband(
        draw(ids),
        draw(texts),
        LegalForm.MUNICIPALITY if alone else draw(maybe(forms)),
        members[:1] if alone else members,
        recognised_on=draw(st.sampled_from([None, NEVER]) | days),
        derogations=draw(maybe(rows(periods(Derogation), 2))),
        provenance=draw(provenances("legal_form", "recognised_on", "derogations")),
    )


actions = st.builds(
    Action,
    ids,
    st.sampled_from(PolicyPriority) | st.text("0123456789-. é\n"),
    st.sets(st.integers(1000, 9999), min_size=1, max_size=3),
    texts,
    planned_by=maybe(st.sampled_from(CODES)),
)
plans = st.lists(actions, max_size=3, unique_by=lambda action: action.id).map(ActionPlan)
applications = st.builds(
    Application,
    ids,
    regieverbanden(),
    maybe(plans),
    channels=maybe(st.sets(st.sampled_from(SubmissionChannel))),
    submitted_on=maybe(days),
    provenance=provenances("plan", "channels", "submitted_on"),
)
portfolios = st.builds(
    Portfolio,
    st.lists(applications, max_size=2, unique_by=lambda each: each.id),
    complete=maybe(st.booleans()),
    provenance=maybe(provenance),
)

# --- the law ------------------------------------------------------------------------------

choices = st.fixed_dictionaries(
    {name: st.sampled_from(type(default)) for name, default in asdict(Readings()).items()}
).map(lambda chosen: Readings(**chosen))
acts = st.builds(Act, texts, days, texts, texts, maybe(texts), maybe(days), texts)
quotes = st.builds(Quote, wholes, texts)


@st.composite
def sources(draw):
    """Draw where a value comes from."""
    since, until = sorted(draw(st.tuples(days, days)))
    ids_of = rows(texts)
    return Source(
        draw(texts), since, draw(st.sampled_from([None, until])), draw(ids_of), draw(ids_of)
    )


@st.composite
def keys(draw):
    """Draw keys that are together exactly 1, in any order."""
    parts = draw(st.lists(st.integers(0, 99), min_size=3, max_size=3).filter(any))
    order = draw(st.permutations(list(AllocationKey)))
    return {key: Fraction(part, sum(parts)) for key, part in zip(order, parts, strict=True)}


calls = st.builds(
    lambda **changes: evolve(OPEN_CALL_2023_2025, **changes),
    id=ids,
    plan_years=st.sets(st.integers(1, 9999), min_size=1, max_size=3).map(sorted),
    budget=amounts.filter(bool) | st.sampled_from([Decimal(3), Decimal("3E+6"), Decimal("0.1")]),
    keys=keys(),
    partnership_forms=st.sets(st.sampled_from(LegalForm)),
    channels=st.sets(st.sampled_from(SubmissionChannel)),
    order_date=days,
    readings=choices,
    sources=st.dictionaries(
        st.sampled_from([each.name for each in fields(OpenCall)]), sources(), max_size=2
    ),
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
}
