"""Whether a territory lies in one reference region on given days (*inpassing*), S13.

It knows the map that holds (I06), granted deviations (I13), and what an unknown region can
still turn out to be. From when on a fit is required is for ``region``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import TypeAlias

from wselr_rules.domain.history import DAY, dates_of, value_on
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import DerogationEffect

__all__ = ["Regions", "fits_on_days", "lies_in_one", "regions_of"]

#: The regions of the members of a day; None stands for not known.
Regions: TypeAlias = frozenset[ReferenceRegion | None]


def regions_of(members: Iterable[Municipality], day: date, call: OpenCall) -> Regions:
    """The regions of these municipalities on ``day`` (*referentieregio's*)."""
    map_day = call.map_day(day)
    return frozenset([value_on(member.reference_region, map_day) for member in members])


def lies_in_one(regions: Regions) -> Verdict:
    """Whether a territory with members in these regions lies in one (*in één regio*)."""
    known = [region for region in regions if region is not None]
    if not regions or len(known) > 1 or ReferenceRegion.OUTSIDE in known:
        return Verdict.NOT_MET
    return Verdict.MET if len(known) == len(regions) else Verdict.UNKNOWN


def fits_on_days(regieverband: RegieVerband, days: tuple[date, ...], call: OpenCall) -> Verdict:
    """Whether it fits on every one of these days (*ingepast*), which are in order.

    Every day between the first and the last on which anything changes is among them.
    """
    verdict = Verdict.MET
    for day, regions in _regions_over(regieverband, days, call):
        verdict &= _fits(regieverband, day, regions, call)
        if verdict is Verdict.NOT_MET:
            return verdict
    if verdict is Verdict.UNKNOWN and not _can_fit(regieverband, days, call):
        return Verdict.NOT_MET
    return verdict


def _fits(regieverband: RegieVerband, day: date, regions: Regions, call: OpenCall) -> Verdict:
    if not regions:
        return Verdict.NOT_MET
    return lies_in_one(regions) | _derogation_runs(regieverband, day, call)


def _derogation_runs(regieverband: RegieVerband, day: date, call: OpenCall) -> Verdict:
    if call.readings.derogation is DerogationEffect.IGNORED:
        return Verdict.NOT_MET
    if regieverband.derogations is None:
        return Verdict.UNKNOWN
    return Verdict.of(any(each.runs_on(day) for each in regieverband.derogations))


# --- over many days -----------------------------------------------------------------------


def _regions_over(
    regieverband: RegieVerband, days: tuple[date, ...], call: OpenCall
) -> Iterator[tuple[date, Regions]]:
    first, *later = days
    yield first, regions_of(regieverband.members_on(first), first, call)
    if not later:
        return
    map_day = call.map_day(first)
    counts = Counter(member.region_on(map_day) for member in regieverband.members_on(first))
    shifts = _shifts(regieverband, first, call)
    for day in later:
        counts.update(shifts.get(day, {}))
        yield day, frozenset(region for region, members in counts.items() if members)


def _shifts(
    regieverband: RegieVerband, first: date, call: OpenCall
) -> Mapping[date, Counter[ReferenceRegion | None]]:
    """How many members each region gains or, below zero, loses on each day after the first."""
    shifts: defaultdict[date, Counter[ReferenceRegion | None]] = defaultdict(Counter)
    for membership in regieverband.memberships:
        member = membership.municipality
        for day in {membership.since, membership.until, *dates_of(member.reference_region)}:
            if day is None or day <= first:
                continue
            for each, gain in ((day - DAY, -1), (day, 1)):
                if membership.holds_on(each):
                    shifts[day][member.region_on(call.map_day(each))] += gain
    return shifts


# --- regions that are not known -----------------------------------------------------------


def _can_fit(regieverband: RegieVerband, days: tuple[date, ...], call: OpenCall) -> bool:
    """Whether unknown regions can turn out so that it fits on all days at once.

    On one map a municipality lies in one region. So those that are members together on a day
    without a deviation must lie in the same one, and all that hang together by such days.
    """
    bound = (day for day in days if _derogation_runs(regieverband, day, call) is Verdict.NOT_MET)
    maps = ((map_day, tuple(each)) for map_day, each in groupby(bound, key=call.map_day))
    return all(
        len(days_of_map) == 1 or _can_agree(regieverband, days_of_map, map_day)
        for map_day, days_of_map in maps
    )


def _can_agree(regieverband: RegieVerband, days: tuple[date, ...], map_day: date) -> bool:
    leaders = _leaders(regieverband, days)
    known: dict[str, ReferenceRegion] = {}
    for membership in regieverband.memberships:
        member = membership.municipality
        region = member.region_on(map_day)
        if region is not None and member.nis_code in leaders:
            leader = _leader(leaders, member.nis_code)
            if known.setdefault(leader, region) is not region:
                return False
    return True


def _leaders(regieverband: RegieVerband, days: tuple[date, ...]) -> dict[str, str]:
    """The members of these days, by code, each with the code of one it hangs together with."""
    leaders: dict[str, str] = {}
    joining: defaultdict[int, list[str]] = defaultdict(list)
    leaving: defaultdict[int, list[str]] = defaultdict(list)
    for membership in regieverband.memberships:
        first = bisect_left(days, membership.since)
        until = membership.until
        end = len(days) if until is None else bisect_left(days, until)
        if first < end:
            code = membership.municipality.nis_code
            leaders[code] = code
            joining[first].append(code)
            leaving[end].append(code)
    present: dict[str, None] = {}
    for index in range(len(days)):
        for code in leaving[index]:
            del present[code]
        present.update(dict.fromkeys(joining[index]))
        # Those who stay hang together already, so one of them, or of the new, stands for all.
        one = _leader(leaders, next(iter(present)))
        for code in joining[index]:
            leaders[_leader(leaders, code)] = one
    return leaders


def _leader(leaders: dict[str, str], code: str) -> str:
    while leaders[code] != code:
        leaders[code] = leaders[leaders[code]]
        code = leaders[code]
    return code
