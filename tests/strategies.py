"""Worlds that Hypothesis draws: small, with every turn of the text and much left open.

The days are the turns of the text and their neighbours, the counts lie round its bound, and
three towns and two mergers of them share little ground, so that changes, mergers, conflicts
and unknown facts meet often.

A strategy that is made anew for each example takes longer than what is drawn, so each is made
once: as a name, or by a function that keeps it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

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


_ASSESSABLE_TURNS = st.sampled_from([day for day in TURNS if FIRST <= day <= LAST])
_DAYS = _ASSESSABLE_TURNS | st.dates(FIRST, LAST)
_TURNS = st.sampled_from((date(2020, 1, 1), *TURNS)) | st.dates(date(2022, 1, 1), LAST)
_CHANGES = st.sets(_TURNS, min_size=1, max_size=2)


def days():
    """Draw a day that can be assessed, most often near a turn."""
    return _DAYS


def turns():
    """Draw a day on which something happens, from long before the order on."""
    return _TURNS


@cache
def maybe(strategy, *, known):
    """Draw from the strategy or, where not all has to be known, now and then None."""
    return strategy if known else st.one_of(strategy, strategy, strategy, st.none())


@cache
@st.composite
def over_time(draw, values, *, known):
    """Draw a value that may change on one or two days."""
    one = maybe(values, known=known)
    value = draw(one)
    changes = []
    for day in sorted(draw(_CHANGES)):
        new = draw(one)
        if new != (changes[-1][1] if changes else value):
            changes.append((day, new))
    return History(value, changes) if changes else value


@cache
def often_first(values, *, known):
    """Draw the first value, one of the first two that may not be known, or any that changes."""
    some = maybe(st.sampled_from(values[:2]), known=known)
    return st.just(values[0]) | some | over_time(st.sampled_from(values), known=known)


_PEOPLE = st.sampled_from([30_000, 60_000, 29_999, 0])
_BOOLEANS = st.booleans()


@cache
@st.composite
def towns(draw, code, *, known=False):
    """Draw the town of a code."""
    people = draw(maybe(_PEOPLE, known=known))
    parts = maybe(st.integers(0, 60_000 if people is None else people), known=known)
    return Municipality(
        code,
        f"Town {code}",
        reference_region=draw(often_first(REGIONS, known=known)),
        is_centrumstad=draw(maybe(_BOOLEANS, known=known)),
        inhabitants=people,
        working_age_population=draw(parts),
        job_seekers=draw(parts),
        territory=GROUNDS[code],
    )


@cache
def _ends_after(since):
    return st.one_of(st.none(), st.none(), _TURNS.filter(lambda day: day > since))


@st.composite
def periods(draw, kind, *of):
    """Draw a period of a membership or a deviation, with or without an end."""
    since = draw(_TURNS)
    return kind(*of, since, draw(_ends_after(since)))


_FOUNDERS = st.lists(st.sampled_from(tuple(GROUNDS)[:3]), max_size=3, unique=True)
_CODES = st.sampled_from(tuple(GROUNDS))
#: Who joins where somebody founded it, and where nobody did.
_JOINING = {True: st.lists(_CODES, max_size=2), False: st.lists(_CODES, min_size=1, max_size=3)}


@cache
@st.composite
def memberships(draw, *, known=False):
    """Draw memberships of which no two hold the same ground on one day, of one town a code."""
    founders = draw(_FOUNDERS)
    joining = draw(_JOINING[bool(founders)])
    made = {code: draw(towns(code, known=known)) for code in dict.fromkeys(founders + joining)}
    since = date(2020, 1, 1)
    kept = [Membership(made[code], since, draw(_ends_after(since))) for code in founders]
    for code in joining:
        joined = draw(periods(Membership, made[code]))
        try:
            RegieVerband("x", "x", None, (*kept, joined), recognised_on=None)
        except OverlappingMemberships:
            continue
        kept.append(joined)
    return tuple(kept)


_RECOGNISED = st.just(NEVER) | _TURNS | st.just(date(2020, 1, 1))
_DEROGATIONS = st.just(()) | st.lists(periods(Derogation), max_size=1).map(tuple)
_ONE_OF_EIGHT = st.integers(0, 7)


@cache
@st.composite
def regieverbanden(draw, id="R", *, known=False):
    """Draw a regieverband, or a municipality alone."""
    members = draw(memberships(known=known))
    form = draw(often_first(FORMS, known=known))
    facts = {
        "recognised_on": draw(maybe(_RECOGNISED, known=known)),
        "derogations": draw(maybe(_DEROGATIONS, known=known)),
    }
    if draw(_ONE_OF_EIGHT) == 0:
        alone = draw(towns("90001", known=known))
        members = (Membership(evolve(alone, is_centrumstad=True), date(2020, 1, 1)),)
        form = LegalForm.MUNICIPALITY
    try:
        return RegieVerband(id, f"Regieverband {id}", form, members, **facts)
    except NotMunicipalityAlone:
        return RegieVerband(id, f"Regieverband {id}", FORMS[0], members, **facts)


_YEARS = st.just((2023, 2024, 2025)) | st.sets(st.sampled_from((2023, 2024, 2025)), min_size=1)
_ACTIONS_FOR_EACH = st.integers(1, 2)


@cache
@st.composite
def plans(draw, *, known=False):
    """Draw a plan: most often full, by the application or by one of the towns."""
    holders = maybe(_CODES, known=known)
    actions = [
        Action(f"{priority.value}-{number}", priority, draw(_YEARS), planned_by=draw(holders))
        for number in range(draw(_ACTIONS_FOR_EACH))
        for priority in PolicyPriority
    ]
    return ActionPlan(actions)


_PLANS = {known: st.just(FULL_PLAN) | plans(known=known) for known in (True, False)}
_SOME_CHANNELS = st.sets(st.sampled_from(SubmissionChannel))
_CHANNELS = {
    known: st.just({SubmissionChannel.PLATOS}) | maybe(_SOME_CHANNELS, known=known)
    for known in (True, False)
}


@cache
@st.composite
def applications(draw, id="A", *, known=False):
    """Draw an application of a regieverband of its own."""
    return Application(
        id,
        draw(regieverbanden(f"R-{id}", known=known)),
        draw(maybe(_PLANS[known], known=known)),
        channels=draw(_CHANNELS[known]),
        submitted_on=draw(maybe(_ASSESSABLE_TURNS, known=known)),
    )


def _called(readings):
    return evolve(OPEN_CALL_2023_2025, readings=Readings(**readings))


@cache
def calls():
    """Draw the open call with any readings."""
    names = [each.name for each in INTERPRETATIONS]
    kinds = {each.name: type(getattr(Readings(), each.name)) for each in fields(Readings)}
    chosen = st.fixed_dictionaries({}, optional={n: st.sampled_from(kinds[n]) for n in names})
    return chosen.map(_called)


_IDS = st.sampled_from(("A", "A", "AB", "ABC"))
_COMPLETE = {
    known: st.sampled_from((True,) if known else (True, True, False, None))
    for known in (True, False)
}


@cache
@st.composite
def portfolios(draw, *, known=False):
    """Draw up to three applications and whether they are all; the first is always there."""
    return Portfolio(
        tuple(draw(applications(each, known=known)) for each in draw(_IDS)),
        complete=draw(_COMPLETE[known]),
    )


# --- what is learned later ------------------------------------------------------------------


def told(value, changes):
    """Return the history of a value, without the changes that change nothing."""
    kept = []
    for day, new in sorted(dict(changes).items()):
        if new != (kept[-1][1] if kept else value):
            kept.append((day, new))
    return History(value, kept) if kept else value


_ANY_REGION, _ANY_FORM = st.sampled_from(REGIONS), st.sampled_from(FORMS)
_FORM_OF_SEVERAL = st.sampled_from(FORMS[:2])
_PERHAPS_A_TURN = st.none() | _TURNS
_LEARNED_RECOGNITION = st.sampled_from((NEVER, date(2020, 1, 1))) | _TURNS
_LEARNED_DEROGATIONS = st.lists(periods(Derogation), max_size=2)
_ONE_OF_FOUR = st.integers(0, 3)


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
            turn = draw(_PERHAPS_A_TURN)
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
        reference_region=draw(learned_value(town.reference_region, _ANY_REGION)),
        is_centrumstad=draw(_BOOLEANS) if town.is_centrumstad is None else town.is_centrumstad,
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
        recognised = draw(_LEARNED_RECOGNITION)
    if derogations is None:
        derogations = draw(_LEARNED_DEROGATIONS)
    form = draw(learned_value(body.legal_form, _ANY_FORM))
    facts = {"memberships": members, "recognised_on": recognised, "derogations": derogations}
    try:
        return evolve(body, legal_form=form, **facts)
    except NotMunicipalityAlone:
        safe = draw(learned_value(body.legal_form, _FORM_OF_SEVERAL))
        return evolve(body, legal_form=safe, **facts)


@st.composite
def learned_application(draw, application):
    """Draw what the application turns out to be."""
    plan, channels, submitted = application.plan, application.channels, application.submitted_on
    if plan is None:
        plan = draw(_PLANS[True])
    elif any(action.planned_by is None for action in plan.actions):
        plan = ActionPlan(
            evolve(each, planned_by=each.planned_by or draw(_CODES)) for each in plan.actions
        )
    if channels is None:
        channels = draw(_SOME_CHANNELS)
    if submitted is None:
        submitted = draw(_DAYS)
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
        if draw(_ONE_OF_FOUR):
            known.append(draw(learned_application(each)))
        else:
            known.append(each)
    complete = portfolio.complete
    if complete is not True and draw(_BOOLEANS):
        complete = True
        if draw(_BOOLEANS):
            known.append(draw(applications("Z", known=True)))
    return Portfolio(known, complete=complete)
