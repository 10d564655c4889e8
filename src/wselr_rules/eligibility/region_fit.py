"""Whether a territory lies in one reference region on given days (*inpassing*), S13.

It knows the map that holds (I06), granted deviations (I13), and what an unknown region can
still turn out to be. From when on a fit is required is for ``region``.
"""

from __future__ import annotations

from datetime import date

from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import DerogationEffect

__all__ = ["fits_on_days", "lies_in_one_region", "regions_on"]

#: The region of a municipality (by its code) on the map of a day.
_Regions = dict[tuple[str, date], ReferenceRegion]


def regions_on(
    regieverband: RegieVerband, day: date, call: OpenCall
) -> frozenset[ReferenceRegion | None]:
    """The regions of its members on ``day`` (*referentieregio's*); None stands for not known."""
    map_day = call.map_day(day)
    return frozenset(member.region_on(map_day) for member in regieverband.members_on(day))


def fits_on_days(regieverband: RegieVerband, days: tuple[date, ...], call: OpenCall) -> Verdict:
    """Whether it fits on every one of these days (*ingepast*)."""
    verdict = Verdict.MET
    for day in days:
        verdict &= _fits_on(regieverband, day, call)
    if verdict is Verdict.UNKNOWN and not _can_fit(regieverband, days, call):
        return Verdict.NOT_MET
    return verdict


def lies_in_one_region(regieverband: RegieVerband, day: date, call: OpenCall) -> Verdict:
    """Whether all of its territory lies in one region on ``day`` (*in één regio*)."""
    regions = regions_on(regieverband, day, call)
    known = regions - {None}
    if not regions or len(known) > 1 or ReferenceRegion.OUTSIDE in known:
        return Verdict.NOT_MET
    return Verdict.of(None if None in regions else True)


def _fits_on(regieverband: RegieVerband, day: date, call: OpenCall) -> Verdict:
    if not regieverband.members_on(day):
        return Verdict.NOT_MET
    in_one = lies_in_one_region(regieverband, day, call)
    return in_one | _derogation_runs(regieverband, day, call)


def _derogation_runs(regieverband: RegieVerband, day: date, call: OpenCall) -> Verdict:
    if call.readings.derogation is DerogationEffect.IGNORED:
        return Verdict.NOT_MET
    if regieverband.derogations is None:
        return Verdict.UNKNOWN
    return Verdict.of(any(each.runs_on(day) for each in regieverband.derogations))


def _can_fit(regieverband: RegieVerband, days: tuple[date, ...], call: OpenCall) -> bool:
    """Whether unknown regions can turn out so that it fits on all days at once.

    On one map a municipality lies in one region, so what it must be on one day, beside a
    member of known region, it is on the others too.
    """
    must_be: _Regions = {}
    bound_days = [
        day for day in days if _derogation_runs(regieverband, day, call) is Verdict.NOT_MET
    ]
    before = -1
    while len(must_be) > before:
        before = len(must_be)
        for day in bound_days:
            if not _agree_on(regieverband, day, call.map_day(day), must_be):
                return False
    return True


def _agree_on(regieverband: RegieVerband, day: date, map_day: date, must_be: _Regions) -> bool:
    """Add what the members of ``day`` must be, or tell that they cannot be one."""
    members = regieverband.members_on(day)
    keys = [(member.nis_code, map_day) for member in members]
    regions = [
        must_be.get(key, member.region_on(map_day))
        for key, member in zip(keys, members, strict=True)
    ]
    known = {region for region in regions if region is not None}
    if len(known) > 1:
        return False
    must_be.update((key, region) for key in keys for region in known)
    return True
