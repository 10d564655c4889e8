"""Fitting one reference region in time (*zich inpassen in de referentieregio's*): S13 to S16.

All of the territory lies in one region. An existing regieverband has until the deadline of
S14, a new or changed one until that of S15 and S16. What is not known leaves more than one
standing possible; what all of them agree on is decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from wselr_rules.domain.application import Application
from wselr_rules.domain.history import values_of
from wselr_rules.domain.standing import Standing
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Finding, Missing, Operator, Quantity
from wselr_rules.eligibility.region_duties import Judged, judge, standing_days
from wselr_rules.eligibility.region_fit import lies_in_one, regions_of
from wselr_rules.eligibility.region_words import words_on
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.readings import Change, DerogationEffect, NewDeadline

__all__ = ["fits_reference_region", "verdict_on_region"]


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
    judged = judge(application, context.on, context.call)
    words = words_on(judged)
    return Finding(
        judged.verdict,
        words.message,
        words.arguments,
        operator=Operator.AT_MOST,
        observed=Quantity(words.regions, "reference regions"),
        required=Quantity(1, "reference regions"),
        sentences=_sentences(judged),
        missing=tuple(_missing(judged)),
        due=judged.due if judged.is_pending else None,
    )


def verdict_on_region(application: Application, context: Context) -> Verdict:
    """Whether it fits in time (*tijdig ingepast*), without the grounds."""
    call, members = context.call, context.members(application)
    if not members:
        return Verdict.NOT_MET
    # By this reading every duty is about the assessed day alone, so who fits on it fulfils any.
    is_of_the_day = call.readings.new_deadline is NewDeadline.FROM_THE_DAY
    if is_of_the_day and lies_in_one(regions_of(members, context.on, call)) is Verdict.MET:
        return Verdict.MET
    return judge(application, context.on, call).verdict


def _sentences(judged: Judged) -> tuple[str, ...]:
    standings = judged.standings
    sentences = ["S13"]
    if Standing.EXISTING in standings:
        sentences.append("S14")
    if judged.may_be_new:
        sentences.append("S15")
    if Standing.CHANGED in standings:
        sentences.append("S16")
    return tuple(sentences)


# --- what is missing ----------------------------------------------------------------------


def _missing(judged: Judged) -> Iterator[Missing]:
    """What is needed to know; nothing where all duties agree on a decided verdict."""
    if len(judged.verdicts) > 1:
        yield from _missing_standing(judged)
    if Verdict.UNKNOWN in judged.verdicts:
        yield from _missing_regions(judged)
        counts = judged.call.readings.derogation is DerogationEffect.COUNTS_AS_FIT
        if judged.regieverband.derogations is None and counts:
            yield Missing("derogations", "regieverband.derogations", judged.regieverband.name)


def _missing_standing(judged: Judged) -> Iterator[Missing]:
    regieverband, call = judged.regieverband, judged.call
    if regieverband.recognised_on is None:
        yield Missing("recognised_on", "regieverband.recognised_on", regieverband.name)
    at_submission = call.readings.new_deadline is NewDeadline.AT_SUBMISSION
    if at_submission and judged.application.submitted_on is None:
        yield Missing("submitted_on", "submitted_on", regieverband.name)
    if _may_have_changed_form(judged):
        yield Missing("legal_form", "regieverband.legal_form", regieverband.name)


def _may_have_changed_form(judged: Judged) -> bool:
    regieverband, call = judged.regieverband, judged.call
    last = standing_days(judged.application, judged.on, judged.call)[-1]
    later = (day for day in regieverband.dates if call.baseline < day <= last)
    return call.readings.change is not Change.TERRITORY_ONLY and any(
        regieverband.legal_form_on(day) is None for day in (call.baseline, *later)
    )


def _missing_regions(judged: Judged) -> Iterator[Missing]:
    days = {day for each in judged.duties for day in each.days}
    for index, membership in enumerate(judged.regieverband.memberships):
        member = membership.municipality
        if None in values_of(member.reference_region) and any(
            membership.holds_on(day) and member.region_on(judged.call.map_day(day)) is None
            for day in days
        ):
            path = f"regieverband.memberships[{index}].municipality.reference_region"
            yield Missing("reference_region", path, str(member))
