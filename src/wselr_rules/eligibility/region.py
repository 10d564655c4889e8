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
from wselr_rules.domain.history import DAY
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.standing import Standing, possible_standings
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Argument, Finding, Missing, Operator, Quantity
from wselr_rules.eligibility.region_fit import fits_on_days, regions_on
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
    regieverband = application.regieverband
    if not context.members(application):
        return _finding(Verdict.NOT_MET, "region.no-member", {}, (), application, context)
    obligations = tuple(dict.fromkeys(_obligations(application, context)))
    verdicts = {_verdict(each, regieverband, context) for each in obligations}
    verdict = verdicts.pop() if len(verdicts) == 1 else Verdict.UNKNOWN
    is_pending = all(context.on < each.due for each in obligations)
    message, arguments = _words(verdict, obligations, application, context, is_pending=is_pending)
    return _finding(verdict, message, arguments, obligations, application, context)


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


def _verdict(obligation: _Obligation, regieverband: RegieVerband, context: Context) -> Verdict:
    if context.on < obligation.due:
        return Verdict.MET
    return fits_on_days(regieverband, obligation.days, context.call)


# --- the words --------------------------------------------------------------------------------


def _words(
    verdict: Verdict,
    obligations: tuple[_Obligation, ...],
    application: Application,
    context: Context,
    *,
    is_pending: bool,
) -> tuple[str, dict[str, Argument]]:
    day = context.on if is_pending else max(each.days[-1] for each in obligations)
    now = fits_on_days(application.regieverband, (day,), context.call)
    known = regions_on(application.regieverband, day, context.call)
    regions = tuple(region for region in ReferenceRegion if region in known)
    standings = tuple(each for each in Standing if each in {one.standing for one in obligations})
    due = min(each.due for each in obligations)
    if is_pending:
        key = {Verdict.MET: "fits", Verdict.NOT_MET: "across", Verdict.UNKNOWN: "not-known"}[now]
        return f"region.pending-{key}", {"regions": regions, "due": due}
    if verdict is Verdict.UNKNOWN:
        return "region.unknown", {"regions": regions, "standings": standings}
    if verdict is Verdict.MET:
        is_one = len(regions) == 1
        return "region.met" if is_one else "region.met-by-derogation", {"regions": regions}
    if now is not Verdict.NOT_MET:
        return "region.not-met-before", {"standings": standings, "due": due}
    outside = _smaller_parts(application.regieverband, day, context)
    return "region.not-met", {
        "regions": regions,
        "members": outside,
        "standings": standings,
        "due": due,
    }


def _smaller_parts(regieverband: RegieVerband, day: date, context: Context) -> tuple[str, ...]:
    """The members outside the region that holds most of them."""
    members = regieverband.members_on(day)
    map_day = context.call.map_day(day)
    counts = Counter(member.region_on(map_day) for member in members)
    in_order = sorted(counts.items(), key=lambda each: (-each[1], str(each[0])))
    main = next((region for region, _ in in_order if region is not None), None)
    return tuple(member.name for member in members if member.region_on(map_day) is not main)


def _finding(
    verdict: Verdict,
    message: str,
    arguments: dict[str, Argument],
    obligations: tuple[_Obligation, ...],
    application: Application,
    context: Context,
) -> Finding:
    is_pending = bool(obligations) and all(context.on < each.due for each in obligations)
    regions = arguments.get("regions")
    return Finding(
        verdict,
        message,
        arguments,
        operator=Operator.AT_MOST,
        observed=None if regions is None else Quantity(regions, "reference regions"),
        required=Quantity(1, "reference regions"),
        sentences=_sentences(obligations),
        readings=_readings(obligations, application, context),
        missing=() if verdict.is_decided else tuple(_missing(obligations, application, context)),
        due=min(each.due for each in obligations) if is_pending else None,
    )


def _sentences(obligations: tuple[_Obligation, ...]) -> tuple[str, ...]:
    standings = {each.standing for each in obligations}
    sentences = ["S13"]
    if Standing.EXISTING in standings:
        sentences.append("S14")
    if standings & {Standing.NEW, Standing.CHANGED}:
        sentences.append("S15")
    if Standing.CHANGED in standings:
        sentences.append("S16")
    return tuple(sentences)


def _readings(
    obligations: tuple[_Obligation, ...], application: Application, context: Context
) -> dict[str, str]:
    standings = {each.standing for each in obligations}
    names = [
        ("existing", isinstance(application.regieverband.recognised_on, date)),
        ("change", Standing.CHANGED in standings),
        ("merger", Standing.CHANGED in standings),
        ("existing_deadline", Standing.EXISTING in standings),
        ("new_deadline", bool(standings & {Standing.NEW, Standing.CHANGED})),
        ("region_map", _depends_on_map(application, context)),
        ("derogation", bool(application.regieverband.derogations)),
    ]
    asked = [interpretation(name) for name, is_read in names if is_read]
    return {each.id: str(each.chosen_in(context.call.readings).value) for each in asked}


def _depends_on_map(application: Application, context: Context) -> bool:
    decreed = context.call.region_decree_in_force
    return any(
        member.region_on(context.on) is not member.region_on(decreed)
        for member in context.members(application)
    )


def _missing(
    obligations: tuple[_Obligation, ...], application: Application, context: Context
) -> Iterator[Missing]:
    regieverband = application.regieverband
    verdicts = {_verdict(each, regieverband, context) for each in obligations}
    if len(verdicts) > 1:
        yield from _missing_standing(application, context)
    if Verdict.UNKNOWN in verdicts:
        yield from _missing_regions(obligations, application, context)
        counts = context.call.readings.derogation is DerogationEffect.COUNTS_AS_FIT
        if regieverband.derogations is None and counts:
            yield Missing("derogations", "regieverband.derogations", regieverband.name)


def _missing_standing(application: Application, context: Context) -> Iterator[Missing]:
    regieverband = application.regieverband
    if regieverband.recognised_on is None:
        yield Missing("recognised_on", "regieverband.recognised_on", regieverband.name)
    at_submission = context.call.readings.new_deadline is NewDeadline.AT_SUBMISSION
    if at_submission and application.submitted_on is None:
        yield Missing("submitted_on", "submitted_on", regieverband.name)
    if _may_have_changed_form(regieverband, context):
        yield Missing("legal_form", "regieverband.legal_form", regieverband.name)


def _may_have_changed_form(regieverband: RegieVerband, context: Context) -> bool:
    call = context.call
    days = (call.baseline, *(day for day in regieverband.dates if call.baseline < day <= context.on))
    return call.readings.change is not Change.TERRITORY_ONLY and any(
        regieverband.legal_form_on(day) is None for day in days
    )


def _missing_regions(
    obligations: tuple[_Obligation, ...], application: Application, context: Context
) -> Iterator[Missing]:
    days = {day for each in obligations for day in each.days}
    for index, membership in enumerate(application.regieverband.memberships):
        member: Municipality = membership.municipality
        unknown = any(
            membership.holds_on(day) and member.region_on(context.call.map_day(day)) is None
            for day in days
        )
        if unknown:
            path = f"regieverband.memberships[{index}].municipality.reference_region"
            yield Missing("reference_region", path, str(member))
