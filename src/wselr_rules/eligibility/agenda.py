"""The agenda (*agenda*) of an application: what happens when, as each rule looks at it.

It knows what happens to the application, to others on the same ground, and by the deadlines of
the call, and which sentence makes it matter. It does not know whether an answer changes then:
it names a day too many rather than one too few.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from wselr_rules.domain.application import Application
from wselr_rules.domain.history import DAY, History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import MERGERS, Merger
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.events import Event, EventKind
from wselr_rules.law.readings import NewDeadline, PlanHolder

__all__ = [
    "applicant_events",
    "exclusivity_events",
    "no_events",
    "plan_events",
    "region_events",
]


def applicant_events(application: Application, context: Context) -> Iterator[Event]:
    """Members and legal form (*leden en rechtsvorm*): what S09 to S11 look at."""
    del context
    yield from _member_events(application)
    yield from _form_events(application)


def region_events(application: Application, context: Context) -> Iterator[Event]:
    """All that the region rule looks at (*inpassing*), S13 to S16."""
    regieverband = application.regieverband
    for event in applicant_events(application, context):
        yield evolve(event, sentences=("S13", "S16"))
    for membership in regieverband.memberships:
        yield from _map_events(application, membership)
    for derogation in regieverband.derogations or ():
        yield from _derogation_events(application, derogation)
    recognised, submitted = regieverband.recognised_on, application.submitted_on
    if isinstance(recognised, date):
        yield _event(application, recognised, EventKind.RECOGNISED, "S14", "S15")
    if submitted is not None:
        # Only by one reading of I05 does the region rule look at this day.
        is_read = context.call.readings.new_deadline is NewDeadline.AT_SUBMISSION
        sentences = ("S15", "S16") if is_read else ("S21",)
        yield _event(application, submitted, EventKind.SUBMITTED, *sentences)
    yield from _call_events(context)


def exclusivity_events(application: Application, context: Context) -> Iterator[Event]:
    """Members of this application, and of others on its ground (*dubbele deelname*), S12."""
    yield from _member_events(application)
    for other in context.portfolio.applications:
        if other.id != application.id:
            yield from _member_events(other, application.regieverband)


def plan_events(application: Application, context: Context) -> Iterator[Event]:
    """Members where each holds a plan (*plan van elk lid*, I14), S08; else nothing."""
    if context.call.readings.plan_holder is PlanHolder.EACH_MEMBER:
        yield from _member_events(application)


def no_events(application: Application, context: Context) -> tuple[Event, ...]:
    """None (*geen*): the answer does not depend on the day."""
    del application, context
    return ()


def _event(application: Application, day: date, kind: EventKind, *sentences: str) -> Event:
    """One that happens to the regieverband of the application as a whole."""
    name = application.regieverband.name
    return Event(
        day,
        kind,
        name,
        application_id=application.id,
        applicant=name,
        sentences=sentences,
    )


# --- members ------------------------------------------------------------------------------


def _member_events(
    application: Application, seen_by: RegieVerband | None = None
) -> Iterator[Event]:
    """Who joins, leaves or merges; seen by another one, only on its ground of that day."""
    memberships = application.regieverband.memberships
    merged: set[Membership] = set()
    for membership in memberships:
        name, since = membership.municipality.name, membership.since
        former = _merged_into(membership, application.regieverband)
        merged.update(former)
        is_seen = _is_ground_of(seen_by, membership, since)
        if is_seen or any(_is_ground_of(seen_by, old, since - DAY) for old in former):
            kind = EventKind.MERGER if former else EventKind.MEMBER_JOINED
            names = tuple(each.municipality.name for each in former)
            yield evolve(_event(application, since, kind), subject=name, former=names)
    for membership in memberships:
        until = membership.until
        if until is None or membership in merged:
            continue
        if _is_ground_of(seen_by, membership, until - DAY):
            left = _event(application, until, EventKind.MEMBER_LEFT)
            yield evolve(left, subject=membership.municipality.name)


def _is_ground_of(other: RegieVerband | None, membership: Membership, day: date) -> bool:
    """Whether the other one has ground of this member on the day; where there is none, yes."""
    territory = membership.municipality.territory
    return other is None or not territory.isdisjoint(other.territory_on(day))


def _merged_into(new: Membership, regieverband: RegieVerband) -> tuple[Membership, ...]:
    """The memberships that ended in the merger of the register with which this one began."""
    if new.municipality.exists_since != new.since:
        return ()
    return tuple(
        old
        for merger in MERGERS
        if merger.on == new.since and merger.new_code == new.municipality.nis_code
        for old in regieverband.memberships
        if _ended_in(merger, old)
    )


def _ended_in(merger: Merger, old: Membership) -> bool:
    municipality = old.municipality
    is_merged = municipality.nis_code in merger.old_codes
    return is_merged and old.until == municipality.exists_until == merger.on


# --- forms, maps and deviations -----------------------------------------------------------


def _form_events(application: Application) -> Iterator[Event]:
    form = application.regieverband.legal_form
    if isinstance(form, History):
        for day, became in form.changes:
            yield evolve(_event(application, day, EventKind.LEGAL_FORM), became=became)


def _map_events(application: Application, membership: Membership) -> Iterator[Event]:
    municipality = membership.municipality
    if isinstance(municipality.reference_region, History):
        for day, became in municipality.reference_region.changes:
            moved = _event(application, day, EventKind.REGION_MAP, "S13")
            yield evolve(moved, subject=municipality.name, became=became)


def _derogation_events(application: Application, derogation: Derogation) -> Iterator[Event]:
    yield _event(application, derogation.since, EventKind.DEROGATION_BEGAN, "S13")
    if derogation.until is not None:
        yield _event(application, derogation.until, EventKind.DEROGATION_ENDED, "S13")


# --- the call -----------------------------------------------------------------------------


def _call_events(context: Context) -> Iterator[Event]:
    """The days of the call by the readings chosen for it."""
    call = context.call
    of_new = ("S15", "S16")
    baseline = ("S14", "S16")
    yield Event(call.existing_before, EventKind.BASELINE, call.id, sentences=baseline)
    yield Event(call.existing_fits_from, EventKind.EXISTING_DEADLINE, call.id, sentences=("S14",))
    deadline = call.new_fit_deadline
    if call.readings.new_deadline is NewDeadline.FROM_THE_DAY:
        yield Event(deadline, EventKind.NEW_DEADLINE, call.id, sentences=of_new)
    if call.readings.new_deadline is NewDeadline.INCURABLE:
        yield Event(deadline - DAY, EventKind.LAST_DAY_FOR_NEW, call.id, sentences=of_new)
