"""Fitting one reference region in time (*zich inpassen in de referentieregio's*): S13 to S16.

All of the territory lies in one region. An existing regieverband has until the deadline of
S14, a new or changed one until that of S15 and S16. What is not known leaves more than one
standing possible; what all of them agree on is decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from wselr_rules.domain.application import Application
from wselr_rules.domain.history import DAY, dates_of
from wselr_rules.domain.regieverband import NEVER, RegieVerband
from wselr_rules.domain.standing import Standing, has_changes, possible_standings
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Argument, Finding, Missing, Operator, Quantity
from wselr_rules.eligibility.region_fit import fits_on_days, lies_in_one_region, regions_on
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.readings import Change, DerogationEffect, NewDeadline, interpretation

__all__ = ["fits_reference_region", "region_dates"]


@frozen
class _Obligation:
    """The duty to fit that follows from a possible standing: from ``due`` on, on ``days``."""

    standing: Standing
    due: date
    days: tuple[date, ...]


def region_dates(application: Application, context: Context) -> Iterator[date]:
    """The days on which the answer on the region can change (*wijzigingsdata*)."""
    call = context.call
    yield from application.regieverband.dates
    yield from (call.existing_before, call.existing_fits_from, call.new_fit_deadline)
    yield call.new_fit_deadline - DAY
    if isinstance(application.regieverband.recognised_on, date):
        yield application.regieverband.recognised_on
    if application.submitted_on is not None:
        yield application.submitted_on


def fits_reference_region(application: Application, context: Context) -> Finding:
    """All of the territory in one reference region, in time (*tijdig ingepast*), S13 to S16."""
    if not context.members(application):
        return Finding(
            Verdict.NOT_MET,
            "region.no-member",
            operator=Operator.AT_MOST,
            required=Quantity(1, "reference regions"),
            sentences=("S13",),
        )
    obligations = tuple(dict.fromkeys(_obligations(application, context)))
    judged = _Judged(application, context, obligations)
    message, arguments, regions = _words(judged)
    return Finding(
        judged.verdict,
        message,
        arguments,
        operator=Operator.AT_MOST,
        observed=Quantity(regions, "reference regions"),
        required=Quantity(1, "reference regions"),
        sentences=_sentences(judged),
        readings=_readings(judged),
        missing=tuple(_missing(judged)),
        due=judged.due if judged.is_pending else None,
    )


# --- the obligations --------------------------------------------------------------------------


def _obligations(application: Application, context: Context) -> Iterator[_Obligation]:
    """One for each standing that what is known leaves possible."""
    regieverband, call = application.regieverband, context.call
    if call.readings.new_deadline is not NewDeadline.AT_SUBMISSION:
        for case in possible_standings(regieverband, context.on, call):
            if case.standing is Standing.EXISTING:
                yield _of_existing(context)
            else:
                yield _of_new(case.standing, case.since, regieverband, context)
        return
    for day in _submission_days(application, context):
        for case in possible_standings(regieverband, day, call):
            if case.standing is Standing.EXISTING:
                yield _of_existing(context)
            else:
                yield _Obligation(case.standing, min(day, context.on), (day,))


def _of_existing(context: Context) -> _Obligation:
    return _Obligation(Standing.EXISTING, context.call.existing_fits_from, (context.on,))


def _of_new(
    standing: Standing, since: date, regieverband: RegieVerband, context: Context
) -> _Obligation:
    deadline = context.call.new_fit_deadline
    if context.call.readings.new_deadline is NewDeadline.FROM_THE_DAY:
        return _Obligation(standing, deadline, (context.on,))
    first = max(deadline - DAY, since)
    later = (day for day in regieverband.dates if first < day <= context.on)
    return _Obligation(standing, first, (first, *later))


def _submission_days(application: Application, context: Context) -> tuple[date, ...]:
    """The day of submission; if it is not known, one of each stretch without a change."""
    if application.submitted_on is not None:
        context.call.check_day(application.submitted_on)
        return (application.submitted_on,)
    first, last = context.call.first_day, context.call.last_day
    turns = {*region_dates(application, context), context.call.region_decree_in_force}
    return (first, *sorted(day for day in turns if first < day <= last))


# --- the judgement ------------------------------------------------------------------------


@frozen
class _Judged:
    """An application held against the obligations that it may have, at least one."""

    application: Application
    context: Context
    obligations: tuple[_Obligation, ...]

    @property
    def regieverband(self) -> RegieVerband:
        return self.application.regieverband

    @property
    def verdicts(self) -> frozenset[Verdict]:
        return frozenset(_verdict(each, self) for each in self.obligations)

    @property
    def verdict(self) -> Verdict:
        (verdict, *others) = self.verdicts
        return Verdict.UNKNOWN if others else verdict

    @property
    def standings(self) -> tuple[Standing, ...]:
        possible = {each.standing for each in self.obligations}
        return tuple(standing for standing in Standing if standing in possible)

    @property
    def due(self) -> date:
        return min(each.due for each in self.obligations)

    @property
    def is_pending(self) -> bool:
        """Whether no obligation is in force yet, whatever its standing turns out to be."""
        return self.context.on < self.due


def _verdict(obligation: _Obligation, judged: _Judged) -> Verdict:
    if judged.context.on < obligation.due:
        return Verdict.MET
    return fits_on_days(judged.regieverband, obligation.days, judged.context.call)


def _words(
    judged: _Judged,
) -> tuple[str, dict[str, Argument], tuple[ReferenceRegion, ...]]:
    """The message with its arguments, and the regions of the day that it speaks of."""
    context = judged.context
    day = context.on if judged.is_pending else max(each.days[-1] for each in judged.obligations)
    in_one = lies_in_one_region(judged.regieverband, day, context.call)
    known = regions_on(judged.regieverband, day, context.call)
    regions = tuple(region for region in ReferenceRegion if region in known)
    arguments: dict[str, Argument] = {"regions": regions}
    if judged.is_pending:
        place = {Verdict.MET: "fits", Verdict.NOT_MET: "across", Verdict.UNKNOWN: "not-known"}
        return f"region.pending-{place[in_one]}", {**arguments, "due": judged.due}, regions
    if judged.verdict is Verdict.MET:
        key = "met" if in_one is Verdict.MET else "met-by-derogation"
        return f"region.{key}", arguments, regions
    arguments["standings"] = judged.standings
    if judged.verdict is Verdict.UNKNOWN:
        return "region.unknown", arguments, regions
    # Of several standings that are possible, all must fit from the last of their days on.
    arguments["due"] = max(each.due for each in judged.obligations)
    if fits_on_days(judged.regieverband, (day,), context.call) is not Verdict.NOT_MET:
        return "region.not-met-before", arguments, regions
    arguments["members"] = _smaller_parts(judged.regieverband, day, context)
    return "region.not-met", arguments, regions


def _smaller_parts(regieverband: RegieVerband, day: date, context: Context) -> tuple[str, ...]:
    """The members that are known to lie outside the region that holds most of them."""
    members = regieverband.members_on(day)
    map_day = context.call.map_day(day)
    counts = Counter(member.region_on(map_day) for member in members)
    largest = max(ReferenceRegion, key=lambda region: counts[region])
    return tuple(
        member.name for member in members if member.region_on(map_day) not in {largest, None}
    )


def _sentences(judged: _Judged) -> tuple[str, ...]:
    sentences = ["S13"]
    if Standing.EXISTING in judged.standings:
        sentences.append("S14")
    if {Standing.NEW, Standing.CHANGED} & set(judged.standings):
        sentences.append("S15")
    if Standing.CHANGED in judged.standings:
        sentences.append("S16")
    return tuple(sentences)


def _readings(judged: _Judged) -> dict[str, str]:
    """The readings that bear on this answer, by id, with the choice made.

    One too many rather than one too few: without them the verdict could be another one.
    """
    regieverband, call = judged.regieverband, judged.context.call
    changes = has_changes(regieverband, call.last_day, call)
    is_new = {Standing.NEW, Standing.CHANGED} & set(judged.standings)
    regions = [each.municipality.reference_region for each in regieverband.memberships]
    bears = {
        "existing": regieverband.recognised_on is not NEVER,
        "change": changes,
        "merger": changes,
        "existing_deadline": Standing.EXISTING in judged.standings,
        "new_deadline": bool(is_new) or changes,
        "region_map": any(dates_of(region) for region in regions),
        "derogation": regieverband.derogations != (),
    }
    asked = [interpretation(name) for name in bears if bears[name]]
    return {each.id: str(each.chosen_in(call.readings).value) for each in asked}


# --- what is missing ----------------------------------------------------------------------


def _missing(judged: _Judged) -> Iterator[Missing]:
    """What is needed to know; nothing where all obligations agree on a decided verdict."""
    if len(judged.verdicts) > 1:
        yield from _missing_standing(judged)
    if Verdict.UNKNOWN in judged.verdicts:
        yield from _missing_regions(judged)
        counts = judged.context.call.readings.derogation is DerogationEffect.COUNTS_AS_FIT
        if judged.regieverband.derogations is None and counts:
            yield Missing("derogations", "regieverband.derogations", judged.regieverband.name)


def _missing_standing(judged: _Judged) -> Iterator[Missing]:
    regieverband, call = judged.regieverband, judged.context.call
    if regieverband.recognised_on is None:
        yield Missing("recognised_on", "regieverband.recognised_on", regieverband.name)
    at_submission = call.readings.new_deadline is NewDeadline.AT_SUBMISSION
    if at_submission and judged.application.submitted_on is None:
        yield Missing("submitted_on", "submitted_on", regieverband.name)
    if _may_have_changed_form(judged):
        yield Missing("legal_form", "regieverband.legal_form", regieverband.name)


def _may_have_changed_form(judged: _Judged) -> bool:
    regieverband, call = judged.regieverband, judged.context.call
    later = (day for day in regieverband.dates if call.baseline < day <= judged.context.on)
    return call.readings.change is not Change.TERRITORY_ONLY and any(
        regieverband.legal_form_on(day) is None for day in (call.baseline, *later)
    )


def _missing_regions(judged: _Judged) -> Iterator[Missing]:
    days = {day for each in judged.obligations for day in each.days}
    for index, membership in enumerate(judged.regieverband.memberships):
        member = membership.municipality
        if any(
            membership.holds_on(day) and member.region_on(judged.context.call.map_day(day)) is None
            for day in days
        ):
            path = f"regieverband.memberships[{index}].municipality.reference_region"
            yield Missing("reference_region", path, str(member))
