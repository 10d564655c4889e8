"""The rules told a second time, slowly and day by day, for worlds in which all is known.

Written from the text and the register of its readings alone, to hold the library against. It
walks over every day since the baseline instead of from date to date, and knows no verdict
but yes and no. Where the text and its readings are silent it takes the plainest way: an
association became new on the day of its recognition, or of its first member if that is later
or if there is no recognition by the assessed day.
"""

from __future__ import annotations

from datetime import date, timedelta

from wselr_rules.domain.history import History
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.law.readings import (
    CentrumstadPartner,
    Change,
    DerogationEffect,
    DoubleClaim,
    Existing,
    ExistingDeadline,
    Merger,
    MinimumMembers,
    NewDeadline,
    PlanHolder,
    RegionMap,
)
from wselr_rules.law.terms import LegalForm, PolicyPriority

DAY = timedelta(days=1)
PARTNERSHIPS = set(LegalForm) - {LegalForm.MUNICIPALITY, LegalForm.OTHER}


def _at(value, day):
    if not isinstance(value, History):
        return value
    now = value.initial
    for since, new in value.changes:
        if since <= day:
            now = new
    return now


def _members(body, day):
    return [
        each.municipality
        for each in body.memberships
        if each.since <= day and (each.until is None or day < each.until)
    ]


def _ground(body, day):
    return {code for member in _members(body, day) for code in member.territory}


def _days(first, last):
    return [first + number * DAY for number in range((last - first).days + 1)]


def may_apply(application, day, chosen):
    """Tell whether it is a large enough partnership, or a centrumstad alone (S09 to S11)."""
    body = application.regieverband
    members, form = _members(body, day), _at(body.legal_form, day)
    if form is LegalForm.MUNICIPALITY:
        return len(members) == 1 and members[0].is_centrumstad
    by_form = chosen.minimum_members is MinimumMembers.BY_FORM
    fewest = 1 if by_form and form is LegalForm.WELFARE_ASSOCIATION else 2
    exempt = chosen.centrumstad_partner is CentrumstadPartner.EXEMPT
    large = sum(member.inhabitants for member in members) >= 60_000 or (
        exempt and any(member.is_centrumstad for member in members)
    )
    return form in PARTNERSHIPS and len(members) >= fewest and large


def became_new(body, day, chosen):
    """Return since when it counts as new or changed on a day, None where it is existing."""
    effect = chosen.existing is Existing.BEFORE_EFFECT
    before = date(2023, 1, 1) if effect else date(2022, 4, 29)
    recognised = body.recognised_on
    if recognised is NEVER or recognised >= before:
        first = min([day, *(each.since for each in body.memberships)])
        return first if recognised is NEVER or recognised > day else max(first, recognised)
    baseline = before - DAY
    later = _days(before, day)
    by_list = chosen.merger is Merger.MEMBER_LIST
    moves = [each for each in later if by_list and _list(body, each) != _list(body, each - DAY)]
    with_form = chosen.change is not Change.TERRITORY_ONLY
    if chosen.change is Change.STATE:
        run = None
        for each in later:
            run = (run or each) if _state(body, each) != _state(body, baseline) else None
        moves += [] if run is None else [run]
    else:
        moves += [
            each
            for each in later
            if _ground(body, each) != _ground(body, each - DAY)
            or (with_form and _at(body.legal_form, each) is not _at(body.legal_form, each - DAY))
        ]
    return min(moves, default=None)


def _list(body, day):
    return {member.nis_code for member in _members(body, day)}


def _state(body, day):
    return _ground(body, day), _at(body.legal_form, day)


def fits(body, day, chosen):
    """Tell whether all of it lies in one reference region on a day, or may deviate (S13)."""
    members = _members(body, day)
    if not members:
        return False
    counts = chosen.derogation is DerogationEffect.COUNTS_AS_FIT
    if counts and any(
        each.since <= day and (each.until is None or day < each.until) for each in body.derogations
    ):
        return True
    map_day = date(2023, 3, 19) if chosen.region_map is RegionMap.REGIODECREET else day
    regions = {_at(member.reference_region, map_day) for member in members}
    return len(regions) == 1 and regions != {ReferenceRegion.OUTSIDE}


def fits_in_time(application, day, chosen):
    """Tell whether it fits as far as it has to by then (S13 to S16)."""
    body = application.regieverband
    if not _members(body, day):
        return False
    at_submission = chosen.new_deadline is NewDeadline.AT_SUBMISSION
    since = became_new(body, application.submitted_on if at_submission else day, chosen)
    if since is None:
        on_the_day = chosen.existing_deadline is ExistingDeadline.ON_THE_DAY
        return day < date(2026, 1, 1 if on_the_day else 2) or fits(body, day, chosen)
    if at_submission:
        return fits(body, application.submitted_on, chosen)
    if chosen.new_deadline is NewDeadline.INCURABLE:
        first = max(date(2022, 12, 31), since)
        return all(fits(body, each, chosen) for each in _days(first, day))
    return day < date(2023, 1, 1) or fits(body, day, chosen)


def keeps_its_ground(application, others, day, chosen):
    """Tell whether no other application claims its ground, or none with a better claim (S12)."""
    mine = application.regieverband
    for other in others:
        theirs = other.regieverband
        if not _ground(mine, day) & _ground(theirs, day):
            continue
        if chosen.double_claim is DoubleClaim.NEITHER or mine.recognised_on is NEVER:
            return False
        if theirs.recognised_on is not NEVER and theirs.recognised_on <= mine.recognised_on:
            return False
    return True


def plans_every_cell(application, day, chosen):
    """Tell whether every priority has an action in every plan year (S08)."""
    holders = [None]
    if chosen.plan_holder is PlanHolder.EACH_MEMBER:
        holders = [
            {member.nis_code, *member.territory}
            for member in _members(application.regieverband, day)
        ]
    return all(
        any(
            action.code is priority
            and year in action.years
            and (codes is None or action.planned_by in codes)
            for action in application.plan.actions
        )
        for codes in holders
        for priority in PolicyPriority
        for year in (2023, 2024, 2025)
    )


def is_eligible(application, others, day, chosen):
    """Tell whether it may be approved on a day, by these readings."""
    return bool(
        may_apply(application, day, chosen)
        and fits_in_time(application, day, chosen)
        and keeps_its_ground(application, others, day, chosen)
        and plans_every_cell(application, day, chosen)
        and application.channels
    )
