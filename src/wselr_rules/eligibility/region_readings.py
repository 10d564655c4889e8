"""The readings that a finding on the region rests on (*bepalende lezingen*).

Those without which its verdict, or the day of a duty that it names, could be another. It knows
what each reading is about; what follows from one it asks of ``region_duties``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import Final, TypeVar

from attrs import evolve

from wselr_rules.domain.application import Application
from wselr_rules.domain.history import DAY, dates_of, values_of
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.standing import has_changes, possible_standings
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.region_duties import judge
from wselr_rules.eligibility.region_fit import fits_on_days, lies_in_one
from wselr_rules.eligibility.settling import settling
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import DateOutsideCall
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import DerogationEffect, Existing, RegionMap, interpretation

__all__ = ["MOST_DAYS", "readings_on_region"]

T = TypeVar("T", bound=Hashable)
U = TypeVar("U")

#: Our own limit. Of a regieverband with more days of change all readings are listed that can
#: bear on it, since to try them all would take too long.
MOST_DAYS: Final = 20


def readings_on_region(
    application: Application, context: Context, found: Finding
) -> Mapping[str, str]:
    """The readings that the finding on the region rests on (*bepalende lezingen*)."""
    regieverband, call = application.regieverband, context.call
    if not context.members(application):
        return {}
    if found.verdict is Verdict.MET and found.due is None and _always_fits(application, context):
        return {}
    can_bear = tuple(_that_can_bear(regieverband, call))
    if len(regieverband.dates) > MOST_DAYS:
        return context.choices(*can_bear)

    standings = _once_for_each(possible_standings, "existing", "change", "merger")
    fits = _once_for_each(fits_on_days, "region_map", "derogation")

    def is_same(other: OpenCall) -> bool:
        """Whether the verdict is the same, and the day of the duty, where the finding names it."""
        try:
            judged = judge(application, context.on, other, standings=standings, fits=fits)
        except DateOutsideCall:
            # Then there is no verdict: it was handed in on a day of which the call knows nothing.
            return False
        is_same_day = found.due is None or (judged.is_pending and judged.due == found.due)
        return judged.verdict is found.verdict and is_same_day

    return settling(can_bear, call, is_same)


def _once_for_each(
    asked: Callable[[RegieVerband, T, OpenCall], U], *names: str
) -> Callable[[RegieVerband, T, OpenCall], U]:
    """The same for one regieverband, asked once for each choice of the readings that it reads."""
    known: dict[tuple[object, ...], U] = {}
    chosen_by = attrgetter(*names)

    def remembered(regieverband: RegieVerband, days: T, call: OpenCall) -> U:
        key = (days, *chosen_by(call.readings))
        if key not in known:
            known[key] = asked(regieverband, days, call)
        return known[key]

    return remembered


def _always_fits(application: Application, context: Context) -> bool:
    """Whether it fits by itself on every day that any reading judges, on every map.

    The common case, in which nothing has to be tried.
    """
    regieverband, call = application.regieverband, context.call
    first_member = min(membership.since for membership in regieverband.memberships)
    submitted = application.submitted_on
    if submitted is None:
        judged = {call.first_day, call.last_day}
    else:
        judged = {context.on, submitted, max(call.new_fit_deadline - DAY, first_member)}
    start, end = min(judged), max(judged)
    if not call.first_day <= start <= end <= call.last_day:
        return False
    if _never_leaves_one(regieverband, start, end):
        return True
    days = tuple(sorted({*judged, *(day for day in regieverband.dates if start < day <= end)}))
    alone = evolve(call.readings, derogation=DerogationEffect.IGNORED)
    return all(
        fits_on_days(regieverband, days, call.read_as(evolve(alone, region_map=region_map)))
        is Verdict.MET
        for region_map in RegionMap
    )


def _never_leaves_one(regieverband: RegieVerband, start: date, end: date) -> bool:
    """Whether there is only one region that any member is ever in, and always a member."""
    memberships = regieverband.memberships
    regions = {region for each in memberships for region in _regions_of(each.municipality)}
    return lies_in_one(frozenset(regions)) is Verdict.MET and any(
        each.holds_on(start) and each.holds_on(end) for each in memberships
    )


def _regions_of(municipality: Municipality) -> tuple[ReferenceRegion | None, ...]:
    return values_of(municipality.reference_region)


def _that_can_bear(regieverband: RegieVerband, call: OpenCall) -> Iterator[str]:
    """The fields of all readings that can bear on it, in the order of the register."""
    recognised = regieverband.recognised_on
    days = (call.order_date, call.order_in_force)
    may_be_new = not isinstance(recognised, date) or recognised >= min(days)
    may_have_existed = recognised is None or (
        isinstance(recognised, date) and recognised < max(days)
    )
    changes = may_have_existed and _has_changes(regieverband, call)
    if may_have_existed and (may_be_new or changes):
        yield "existing"
    if changes:
        yield from ("change", "merger")
    if may_have_existed:
        yield "existing_deadline"
    if may_be_new or changes:
        yield "new_deadline"
    if any(dates_of(each.municipality.reference_region) for each in regieverband.memberships):
        yield "region_map"
    if regieverband.derogations != ():
        yield "derogation"


def _has_changes(regieverband: RegieVerband, call: OpenCall) -> bool:
    """Whether there is a change since either of the baselines of I01, whichever counts it."""
    # Most have none, whatever day they are compared with.
    earliest = min(call.order_date, call.order_in_force) - DAY
    is_known = regieverband.legal_form_on(earliest) is not None
    if is_known and all(day <= earliest for day in regieverband.dates):
        return False
    asked = interpretation("existing")
    return any(
        has_changes(regieverband, call.last_day, call.read_as(readings))
        for readings in (asked.chosen_otherwise(call.readings, each) for each in Existing)
    )
