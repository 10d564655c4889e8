"""Ways in which the region rule can turn out (*inpassing*), given standing and legal form.

Its other facts are regions of members, granted deviations and the day of submission. Whatever
they do, they do on one judged day: on the others the territory can be told to fit, or to
deviate. So it is enough to look at each judged day alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, product
from types import MappingProxyType

from attrs import frozen

from wselr_rules.domain.application import Application
from wselr_rules.domain.history import DAY, value_on
from wselr_rules.domain.membership import Derogation
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.completion import Facts, Turn, changing
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Missing
from wselr_rules.eligibility.unknowns import submission_days
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import DerogationEffect, NewDeadline, RegionMap

__all__ = ["fitting_regions", "judged_days", "region_turns", "region_ways"]

#: The region of a municipality (by its code) on the map of a day.
_Regions = dict[tuple[str, date], ReferenceRegion]

_NOTHING: Facts = MappingProxyType({})
_DEVIATIONS = "regieverband.derogations"
_SUBMITTED = "submitted_on"


def region_ways(application: Application, context: Context) -> Iterator[Facts]:
    """Ways to tell all that the rule alone reads (*manieren*)."""
    facts = _Facts.of(application, context)
    for regions in facts.regions:
        yield from facts.with_regions(regions, facts.deviations)
    for day, regions in facts.misfits:
        yield from facts.with_regions(regions, facts.deviations_for(day))


def region_turns(application: Application, context: Context) -> Iterator[Turn]:
    """For each fact that the rule alone reads, ways that differ in it (*wendingen*)."""
    facts = _Facts.of(application, context)
    yield from facts.turns_of_regions()
    yield from facts.turns_of_deviations()
    yield from facts.turns_of_submission()


def judged_days(application: Application, context: Context) -> tuple[date, ...]:
    """The days on which the territory can be judged (*beoordeelde dagen*), by I05, in order."""
    call, on, body = context.call, context.on, application.regieverband
    deadline = call.readings.new_deadline
    if deadline is NewDeadline.FROM_THE_DAY:
        return (on,)
    if deadline is NewDeadline.AT_SUBMISSION:
        submitted = application.submitted_on
        possible = [each.example for each in submission_days(application, context)]
        return tuple(sorted({on, *(possible if submitted is None else [submitted])}))
    first = call.new_fit_deadline - DAY
    days = {first, call.existing_before, *body.dates}
    if isinstance(body.recognised_on, date):
        days.add(body.recognised_on)
    return tuple(sorted({on, *(day for day in days if first <= day <= on)}))


def fitting_regions(application: Application, context: Context) -> tuple[Facts, ...]:
    """How the unknown regions can be told to fit (*ingepast*) on all judged days or the last."""
    return _Facts.of(application, context).regions


@frozen
class _Town:
    """A municipality of which a region is not known, and the judged days on which it matters."""

    fact: Missing
    code: str
    days: tuple[date, ...]


def _towns(body: RegieVerband, days: tuple[date, ...], call: OpenCall) -> Iterator[_Town]:
    open_days: dict[str, list[date]] = {}
    facts: dict[str, Missing] = {}
    for index, membership in enumerate(body.memberships):
        town = membership.municipality
        for day in days:
            if membership.holds_on(day) and town.region_on(call.map_day(day)) is None:
                path = f"regieverband.memberships[{index}].municipality.reference_region"
                facts.setdefault(town.nis_code, Missing("reference_region", path, str(town)))
                open_days.setdefault(town.nis_code, []).append(day)
    for code, fact in facts.items():
        yield _Town(fact, code, tuple(sorted(open_days[code])))


@frozen
class _Facts:
    """What of the region rule is not known, and how it can be told."""

    application: Application
    context: Context
    days: tuple[date, ...]
    towns: tuple[_Town, ...]
    #: The unknown regions, told to fit on all judged days, or from one of them on.
    regions: tuple[Facts, ...]

    @classmethod
    def of(cls, application: Application, context: Context) -> _Facts:
        days = judged_days(application, context)
        body, call = application.regieverband, context.call
        towns = tuple(_towns(body, days, call))
        regions = {tuple(told.items()): told for told in _told(body, days, towns, call)}
        return cls(application, context, days, towns, tuple(regions.values()))

    @property
    def misfits(self) -> Iterator[tuple[date, Facts]]:
        """For each judged day, one municipality told to lie outside on that day alone."""
        for day in self.days:
            town = next((town for town in self.towns if day in town.days), None)
            if town is not None:
                for regions in self.regions:
                    yield day, self._outside(regions, town, day)

    # --- turns ----------------------------------------------------------------------------

    def turns_of_regions(self) -> Iterator[Turn]:
        for town in self.towns:
            for day, regions in product(town.days, self.regions):
                outside = self._outside(regions, town, day)
                deviations = self.deviations_for(day)
                ones = self.with_regions(regions, deviations)
                others = self.with_regions(outside, deviations)
                for one, other in zip(ones, others, strict=True):
                    yield Turn(town.fact, one, other)

    def turns_of_deviations(self) -> Iterator[Turn]:
        if not self._deviations_are_open:
            return
        fact = Missing("derogations", _DEVIATIONS, self.application.regieverband.name)
        misfits = (regions for _, regions in self.misfits)
        for regions in (*self.regions, *misfits):
            for told in self.with_regions(regions, (_NOTHING,)):
                none, always = ({**told, **each} for each in (_NO_DEVIATION, _ALWAYS))
                yield Turn(fact, none, always)

    def turns_of_submission(self) -> Iterator[Turn]:
        if not self._submission_is_open:
            return
        fact = Missing("submitted_on", _SUBMITTED, self.application.regieverband.name)
        told = [(regions, self.deviations) for regions in self.regions]
        told += [(regions, self.deviations_for(day)) for day, regions in self.misfits]
        for regions, deviations in told:
            for each in deviations:
                by_day = self.with_regions(regions, (each,))
                for one, other in combinations(by_day, 2):
                    yield Turn(fact, one, other)

    # --- the other facts ------------------------------------------------------------------

    def with_regions(self, regions: Facts, deviations: tuple[Facts, ...]) -> Iterator[Facts]:
        """These regions with each of these deviations and each day of submission."""
        for deviation, submission in product(deviations, self._submissions):
            yield {**regions, **deviation, **submission}

    @property
    def deviations(self) -> tuple[Facts, ...]:
        """No deviation, one that always runs, and one that runs but on one judged day."""
        if not self._deviations_are_open:
            return (_NOTHING,)
        return (_NO_DEVIATION, _ALWAYS, *(_always_but(day) for day in self.days))

    def deviations_for(self, day: date) -> tuple[Facts, ...]:
        """Those under which it may still matter whether the territory fits on ``day``."""
        return (_NO_DEVIATION, _always_but(day)) if self._deviations_are_open else (_NOTHING,)

    @property
    def _deviations_are_open(self) -> bool:
        counts = self.context.call.readings.derogation is DerogationEffect.COUNTS_AS_FIT
        return counts and self.application.regieverband.derogations is None

    @property
    def _submission_is_open(self) -> bool:
        is_read = self.context.call.readings.new_deadline is NewDeadline.AT_SUBMISSION
        return is_read and self.application.submitted_on is None

    @property
    def _submissions(self) -> tuple[Facts, ...]:
        if not self._submission_is_open:
            return (_NOTHING,)
        possible = submission_days(self.application, self.context)
        return tuple({_SUBMITTED: each.example} for each in possible)

    def _outside(self, regions: Facts, town: _Town, day: date) -> Facts:
        """The same with one municipality outside all regions on the map of one day."""
        told, out = regions[town.fact.path], self.context.call.map_day(day)
        maps = [self.context.call.map_day(each) for each in town.days]
        values = [(each, _OUTSIDE if each == out else value_on(told, each)) for each in maps]
        return {**regions, town.fact.path: changing(values[0][1], values[1:])}


_OUTSIDE = ReferenceRegion.OUTSIDE
#: Where nothing says which region it must be, all unknown ones are told to be this one.
_ANYWHERE = next(iter(ReferenceRegion))
_NO_DEVIATION: Facts = MappingProxyType({_DEVIATIONS: ()})
_ALWAYS: Facts = MappingProxyType({_DEVIATIONS: (Derogation(date.min),)})


def _always_but(day: date) -> Facts:
    return {_DEVIATIONS: (Derogation(date.min, day), Derogation(day + DAY))}


# --- the regions ------------------------------------------------------------------------------


def _told(
    body: RegieVerband, days: tuple[date, ...], towns: tuple[_Town, ...], call: OpenCall
) -> Iterator[Facts]:
    # Where each day has a map of its own, fitting on one day asks nothing of another.
    is_one_map = call.readings.region_map is RegionMap.REGIODECREET
    for start in range(len(days) if is_one_map else 1):
        must_be = _fitting(body, days[start:], call)
        told: dict[str, object] = {}
        for town in towns:
            maps = [call.map_day(day) for day in town.days]
            on_maps = [(each, must_be.get((town.code, each), _ANYWHERE)) for each in maps]
            told[town.fact.path] = changing(on_maps[0][1], on_maps[1:])
        yield told


def _fitting(body: RegieVerband, days: tuple[date, ...], call: OpenCall) -> _Regions:
    """What the unknown regions must be to fit on these days, as far as that is possible.

    On one map a municipality lies in one region: what it must be on one day, beside a member
    of known region, it is on the other days of that map too.
    """
    counts = call.readings.derogation is DerogationEffect.COUNTS_AS_FIT
    deviations = (body.derogations or ()) if counts else ()
    bound = [day for day in days if not any(each.runs_on(day) for each in deviations)]
    must_be: _Regions = {}
    before = -1
    while before < len(must_be):
        before = len(must_be)
        for day in bound:
            _agree(body, day, call.map_day(day), must_be)
    return must_be


def _agree(body: RegieVerband, day: date, map_day: date, must_be: _Regions) -> None:
    """Add what the members of ``day`` must be, if those of known region agree on one."""
    members = body.members_on(day)
    regions = [
        must_be.get((member.nis_code, map_day), member.region_on(map_day)) for member in members
    ]
    known = {region for region in regions if region is not None}
    if len(known) == 1 and _OUTSIDE not in known:
        (region,) = known
        must_be.update(((member.nis_code, map_day), region) for member in members)
