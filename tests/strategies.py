"""Worlds that Hypothesis draws: small, with every turn of the text and much left open.

The days are the turns of the text and their neighbours, the counts lie round its bound, and
three towns and two mergers of them share little ground, so that changes, mergers, conflicts
and unknown facts meet often.
"""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve, fields
from hypothesis import strategies as st

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER, RegieVerband
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.errors import NotMunicipalityAlone, OverlappingMemberships
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.law.readings import INTERPRETATIONS, Readings
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel

DAY = timedelta(days=1)
FIRST, LAST = date(2022, 4, 29), date(2026, 12, 31)
#: The turns of the text and of the maps, and some quiet days, each with its neighbours.
TURNS = tuple(
    turn + shift * DAY
    for turn in (
        date(2022, 4, 29),
        date(2022, 6, 1),
        date(2023, 1, 1),
        date(2023, 3, 19),
        date(2024, 6, 1),
        date(2026, 1, 1),
    )
    for shift in (-1, 0, 1)
)
#: Code and territory of the towns: three, and two that they may merge into.
GROUNDS = {
    "90001": {"90001"},
    "90002": {"90002"},
    "90003": {"90003"},
    "90012": {"90001", "90002"},
    "90023": {"90002", "90003"},
}
REGIONS = (ReferenceRegion.KEMPEN, ReferenceRegion.LIMBURG, ReferenceRegion.OUTSIDE)
FORMS = (
    LegalForm.INTERLOCAL_ASSOCIATION,
    LegalForm.WELFARE_ASSOCIATION,
    LegalForm.MUNICIPALITY,
    LegalForm.OTHER,
)

#: Every cell filled, in the plan of each of the towns.
FULL_PLAN = ActionPlan(
    Action(f"{priority.value} {code}", priority, (2023, 2024, 2025), planned_by=code)
    for priority in PolicyPriority
    for code in GROUNDS
)


def days():
    """Draw a day that can be assessed, most often near a turn."""
    turns = [day for day in TURNS if FIRST <= day <= LAST]
    return st.sampled_from(turns) | st.dates(FIRST, LAST)


def turns():
    """Draw a day on which something happens, from long before the order on."""
    return st.sampled_from((date(2020, 1, 1), *TURNS)) | st.dates(date(2022, 1, 1), LAST)


def maybe(strategy, *, known):
    """Draw from the strategy or, where not all has to be known, now and then None."""
    return strategy if known else st.one_of(strategy, strategy, strategy, st.none())


@st.composite
def over_time(draw, values, *, known):
    """Draw a value that may change on one or two days."""
    one = maybe(values, known=known)
    value = draw(one)
    changes = []
    for day in sorted(draw(st.sets(turns(), min_size=1, max_size=2))):
        new = draw(one)
        if new != (changes[-1][1] if changes else value):
            changes.append((day, new))
    return History(value, changes) if changes else value


@st.composite
def towns(draw, code, *, known=False):
    """Draw the town of a code."""
    people = draw(maybe(st.sampled_from([30_000, 60_000, 29_999, 0]), known=known))
    parts = st.integers(0, 60_000 if people is None else people)
    return Municipality(
        code,
        f"Town {code}",
        reference_region=draw(
            st.just(REGIONS[0])
            | maybe(st.sampled_from(REGIONS[:2]), known=known)
            | over_time(st.sampled_from(REGIONS), known=known)
        ),
        is_centrumstad=draw(maybe(st.booleans(), known=known)),
        inhabitants=people,
        working_age_population=draw(maybe(parts, known=known)),
        job_seekers=draw(maybe(parts, known=known)),
        territory=GROUNDS[code],
    )


@st.composite
def periods(draw, kind, *of):
    """Draw a period of a membership or a deviation, with or without an end."""
    since = draw(turns())
    until = draw(st.none() | st.none() | turns().filter(lambda day: day > since))
    return kind(*of, since, until)


@st.composite
def memberships(draw, *, known=False):
    """Draw memberships of which no two hold the same ground on one day, of one town a code."""
    made = {code: towns(code, known=known) for code in GROUNDS}
    made = {code: draw(town) for code, town in made.items()}
    ends = st.one_of(st.none(), st.none(), turns().filter(lambda day: day > date(2020, 1, 1)))
    founders = draw(st.lists(st.sampled_from(tuple(GROUNDS)[:3]), max_size=3, unique=True))
    kept = [Membership(made[code], date(2020, 1, 1), draw(ends)) for code in founders]
    most = 2 if founders else 3
    for code in draw(st.lists(st.sampled_from(tuple(GROUNDS)), min_size=not kept, max_size=most)):
        joined = draw(periods(Membership, made[code]))
        try:
            RegieVerband("x", "x", None, (*kept, joined), recognised_on=None)
        except OverlappingMemberships:
            continue
        kept.append(joined)
    return tuple(kept)


@st.composite
def regieverbanden(draw, id="R", *, known=False):
    """Draw a regieverband, or a municipality alone."""
    members = draw(memberships(known=known))
    recognised = st.just(NEVER) | turns() | st.just(date(2020, 1, 1))
    deviations = st.lists(periods(Derogation), max_size=1).map(tuple)
    form = draw(
        st.just(FORMS[0])
        | maybe(st.sampled_from(FORMS[:2]), known=known)
        | over_time(st.sampled_from(FORMS), known=known)
    )
    facts = {
        "recognised_on": draw(maybe(recognised, known=known)),
        "derogations": draw(maybe(st.just(()) | deviations, known=known)),
    }
    if draw(st.integers(0, 7)) == 0:
        alone = draw(towns("90001", known=known))
        members = (Membership(evolve(alone, is_centrumstad=True), date(2020, 1, 1)),)
        form = LegalForm.MUNICIPALITY
    try:
        return RegieVerband(id, f"Regieverband {id}", form, members, **facts)
    except NotMunicipalityAlone:
        return RegieVerband(id, f"Regieverband {id}", FORMS[0], members, **facts)


@st.composite
def plans(draw, *, known=False):
    """Draw a plan: most often full, by the application or by one of the towns."""
    holders = maybe(st.sampled_from(tuple(GROUNDS)), known=known)
    years = st.just((2023, 2024, 2025)) | st.sets(st.sampled_from((2023, 2024, 2025)), min_size=1)
    actions = [
        Action(f"{priority.value}-{number}", priority, draw(years), planned_by=draw(holders))
        for number in range(draw(st.integers(1, 2)))
        for priority in PolicyPriority
    ]
    return ActionPlan(actions)


@st.composite
def applications(draw, id="A", *, known=False):
    """Draw an application of a regieverband of its own."""
    channels = st.sets(st.sampled_from(SubmissionChannel)).map(frozenset)
    submitted = st.sampled_from([day for day in TURNS if FIRST <= day <= LAST])
    return Application(
        id,
        draw(regieverbanden(f"R-{id}", known=known)),
        draw(maybe(st.just(FULL_PLAN) | plans(known=known), known=known)),
        channels=draw(st.just({SubmissionChannel.PLATOS}) | maybe(channels, known=known)),
        submitted_on=draw(maybe(submitted, known=known)),
    )


def calls():
    """Draw the open call with any readings."""
    names = [each.name for each in INTERPRETATIONS]
    kinds = {each.name: type(getattr(Readings(), each.name)) for each in fields(Readings)}
    chosen = st.fixed_dictionaries({}, optional={n: st.sampled_from(kinds[n]) for n in names})
    return chosen.map(lambda these: evolve(OPEN_CALL_2023_2025, readings=Readings(**these)))


@st.composite
def portfolios(draw, *, known=False):
    """Draw up to three applications and whether they are all; the first is always there."""
    ids = "ABC"[: draw(st.sampled_from((1, 1, 2, 3)))]
    return Portfolio(
        tuple(draw(applications(each, known=known)) for each in ids),
        complete=draw(st.sampled_from((True,) if known else (True, True, False, None))),
    )


# --- what is learned later ------------------------------------------------------------------


def told(value, changes):
    """Return the history of a value, without the changes that change nothing."""
    kept = []
    for day, new in sorted(dict(changes).items()):
        if new != (kept[-1][1] if kept else value):
            kept.append((day, new))
    return History(value, kept) if kept else value


@st.composite
def learned_value(draw, value, values):
    """Draw what a value, or a history of values, turns out to be where it is not known."""
    spans = [(date.min, value)]
    if isinstance(value, History):
        spans = [(date.min, value.initial), *value.changes]
    learned = {}
    ends = [*(since for since, _ in spans[1:]), date.max]
    for (since, known), until in zip(spans, ends, strict=True):
        learned[since] = known
        if known is None:
            learned[since] = draw(values)
            turn = draw(st.none() | turns())
            if turn is not None and since < turn < until:
                learned[turn] = draw(values)
    return told(learned.pop(date.min), learned.items())


@st.composite
def learned_town(draw, town):
    """Draw what the town turns out to be."""
    parts = [town.working_age_population, town.job_seekers]
    people = town.inhabitants
    if people is None:
        least = max(part or 0 for part in parts)
        people = draw(st.sampled_from([least, least + 1, 29_999, 30_000, 60_000]))
        people = max(least, people)
    working_age, job_seekers = (
        draw(st.integers(0, people)) if part is None else part for part in parts
    )
    return evolve(
        town,
        reference_region=draw(learned_value(town.reference_region, st.sampled_from(REGIONS))),
        is_centrumstad=draw(st.booleans()) if town.is_centrumstad is None else town.is_centrumstad,
        inhabitants=people,
        working_age_population=working_age,
        job_seekers=job_seekers,
    )


@st.composite
def learned_regieverband(draw, body):
    """Draw what the regieverband turns out to be; one town is one thing wherever it stands."""
    made = {}
    for each in body.memberships:
        code = each.municipality.nis_code
        if code not in made:
            made[code] = draw(learned_town(each.municipality))
    members = [
        evolve(each, municipality=made[each.municipality.nis_code]) for each in body.memberships
    ]
    recognised, derogations = body.recognised_on, body.derogations
    if recognised is None:
        recognised = draw(st.sampled_from((NEVER, date(2020, 1, 1))) | turns())
    if derogations is None:
        derogations = draw(st.lists(periods(Derogation), max_size=2))
    form = draw(learned_value(body.legal_form, st.sampled_from(FORMS)))
    facts = {"memberships": members, "recognised_on": recognised, "derogations": derogations}
    try:
        return evolve(body, legal_form=form, **facts)
    except NotMunicipalityAlone:
        safe = draw(learned_value(body.legal_form, st.sampled_from(FORMS[:2])))
        return evolve(body, legal_form=safe, **facts)


@st.composite
def learned_application(draw, application):
    """Draw what the application turns out to be."""
    plan, channels, submitted = application.plan, application.channels, application.submitted_on
    if plan is None:
        plan = draw(st.just(FULL_PLAN) | plans(known=True))
    elif any(action.planned_by is None for action in plan.actions):
        holders = st.sampled_from(tuple(GROUNDS))
        plan = ActionPlan(
            evolve(each, planned_by=each.planned_by or draw(holders)) for each in plan.actions
        )
    if channels is None:
        channels = draw(st.sets(st.sampled_from(SubmissionChannel)))
    if submitted is None:
        submitted = draw(days())
    return evolve(
        application,
        regieverband=draw(learned_regieverband(application.regieverband)),
        plan=plan,
        channels=channels,
        submitted_on=submitted,
    )


@st.composite
def learned(draw, portfolio):
    """Draw a portfolio in which more, or all, is known than in this one."""
    known = []
    for each in portfolio.applications:
        if draw(st.integers(0, 3)):
            known.append(draw(learned_application(each)))
        else:
            known.append(each)
    complete = portfolio.complete
    if complete is not True and draw(st.booleans()):
        complete = True
        if draw(st.booleans()):
            known.append(draw(applications("Z", known=True)))
    return Portfolio(known, complete=complete)
