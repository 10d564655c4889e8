"""Single values, entities and the law, as Hypothesis draws them for documents."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import asdict, evolve, fields
from hypothesis import strategies as st

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.provenance import Confidence, Provenance
from wselr_rules.domain.regieverband import NEVER, RegieVerband
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.law.call import OPEN_CALL_2023_2025, OpenCall
from wselr_rules.law.call_fields import Source
from wselr_rules.law.citations import Act
from wselr_rules.law.ledger import Quote
from wselr_rules.law.readings import Readings
from wselr_rules.law.terms import AllocationKey, LegalForm, PolicyPriority, SubmissionChannel

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
