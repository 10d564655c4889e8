"""What is not known and is read by more than one rule (*gedeelde onbekenden*), over time.

It tells the stretches of days on which a legal form can have changed and a recognition or a
submission can have come, and the ways in which the legal form can turn out. Days between two
turns are alike, so one of them stands for its stretch. What follows from a fact is for the
rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeAlias

from attrs import frozen

from wselr_rules.domain.application import Application
from wselr_rules.domain.history import DAY, History, value_on, values_of
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.eligibility.completion import changing
from wselr_rules.eligibility.context import Context
from wselr_rules.errors import PeriodEndsBeforeItBegins
from wselr_rules.law.readings import Change, DoubleClaim, NewDeadline
from wselr_rules.law.terms import LegalForm

__all__ = [
    "Days",
    "FormOverTime",
    "changed_form",
    "form_change_days",
    "forms_alike",
    "recognition_days",
    "steady_form",
    "submission_days",
]

#: A legal form that may have changed.
FormOverTime: TypeAlias = LegalForm | History[LegalForm]


@frozen
class Days:
    """A stretch of days (*periode*), half-open; None has no bound on that side."""

    since: date | None = None
    until: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.since is not None and self.until is not None and self.until <= self.since:
            raise PeriodEndsBeforeItBegins("stretch of days", self.since, self.until)

    @property
    def example(self) -> date:
        """One of the days (*voorbeeld*): the first, or the last where there is no first."""
        if self.since is not None:
            return self.since
        return date.max if self.until is None else self.until - DAY


def _stretches(cuts: Iterable[date]) -> tuple[Days, ...]:
    starts = sorted(set(cuts) - {date.min})
    return tuple(
        Days(since, until) for since, until in zip([None, *starts], [*starts, None], strict=True)
    )


# --- recognition and submission ---------------------------------------------------------------


def recognition_days(application: Application, context: Context) -> tuple[Days, ...]:
    """The stretches of days of recognition that a rule can tell apart (*erkenning*)."""
    call, readings = context.call, context.call.readings
    cuts = {call.existing_before}
    if readings.new_deadline is NewDeadline.INCURABLE:
        dates = application.regieverband.dates
        cuts.add(context.on + DAY)
        cuts |= {day for day in dates if call.existing_before < day <= context.on}
    if readings.double_claim is DoubleClaim.FIRST_RECOGNISED:
        claimants = {
            each for found in context.conflicts(application) for each in found.application_ids
        }
        for other in context.portfolio.applications:
            recognised = other.regieverband.recognised_on
            if other.id in claimants - {application.id} and isinstance(recognised, date):
                cuts.add(recognised)
    return _stretches(cuts)


def submission_days(application: Application, context: Context) -> tuple[Days, ...]:
    """The stretches of days of submission that a rule can tell apart (*indiening*)."""
    call = context.call
    turns = {call.existing_before, call.region_decree_in_force, *application.regieverband.dates}
    first = call.first_day
    return tuple(
        Days(first if each.since is None else each.since, each.until)
        for each in _stretches(day for day in turns if first < day <= call.last_day)
    )


# --- the legal form ---------------------------------------------------------------------------


def forms_alike(application: Application, context: Context) -> tuple[tuple[LegalForm, ...], ...]:
    """The forms that are possible on the assessed day (*rechtsvormen*), those alike together.

    A form that is known of another day is like no other: only that one may be no change.
    """
    body = application.regieverband
    known = body.legal_form_on(context.on)
    if known is not None:
        return ((known,),)
    is_one = len(context.members(application)) == 1
    groups: dict[tuple[bool, int, LegalForm | None], list[LegalForm]] = {}
    for form in LegalForm:
        is_alone = form is LegalForm.MUNICIPALITY
        accepted = form in context.call.partnership_forms
        if is_one or not is_alone:
            is_itself = is_alone or form in values_of(body.legal_form)
            needed = context.call.members_needed(form)
            groups.setdefault((accepted, needed, form if is_itself else None), []).append(form)
    return tuple(tuple(forms) for forms in groups.values())


def form_change_days(application: Application, context: Context) -> Iterator[Days]:
    """The stretches in which the form can have changed (*wijziging van rechtsvorm*), I02.

    On the example of each, for the days of one are alike; the one before the order only where it
    can matter. None where the reading does not count the form.
    """
    call, body = context.call, application.regieverband
    if call.readings.change is Change.TERRITORY_ONLY:
        return
    on = last = context.on
    first = call.existing_before
    cuts = {first, *body.dates}
    if call.readings.new_deadline is NewDeadline.AT_SUBMISSION:
        submitted = application.submitted_on
        last = max(on, submitted or call.last_day)
        # What changes between the assessed day and that of submission counts on one of the two.
        cuts.add(on if submitted is None else min(on, submitted) + DAY)
    for days in _stretches(day for day in cuts if first <= day <= last):
        if days.since is None:
            # Where it is known of before the baseline it may be another one on that day already.
            earlier = (date.min, *(day for day in body.dates if day < call.baseline))
            is_known = any(body.legal_form_on(day) is not None for day in earlier)
            if is_known and body.legal_form_on(call.baseline) is None:
                yield days
        elif None in {body.legal_form_on(days.since), body.legal_form_on(days.since - DAY)}:
            yield days


def steady_form(body: RegieVerband, on: date, form: LegalForm) -> FormOverTime:
    """The form where it is not known (*ongewijzigde rechtsvorm*): ``form`` on the day ``on``.

    In other stretches it is what it was before, or after where nothing was known before.
    """
    known = body.legal_form
    changes = known.changes if isinstance(known, History) else ()
    spans = [(date.min, values_of(known)[0]), *changes]
    ends = [*(since for since, _ in changes), None]
    before: LegalForm | None = None
    carried: list[tuple[date, LegalForm | None]] = []
    for (since, value), until in zip(spans, ends, strict=True):
        is_on = since <= on and (until is None or on < until)
        before = value or (form if is_on else before)
        carried.append((since, before))
    first = next(value for _, value in carried if value is not None)
    over_time = changing(first, ((since, value or first) for since, value in carried))
    return _as_told(body, (), lambda day: value_on(over_time, day))


def changed_form(
    application: Application, context: Context, form: LegalForm, since: date
) -> FormOverTime | None:
    """The form where it is not known (*gewijzigde rechtsvorm*), if it first changed on ``since``.

    It is ``form`` on the assessed day. None where it cannot have: the day of the change is that
    day, and the form is then what it was.
    """
    body, call, on = application.regieverband, context.call, context.on
    days = {call.existing_before, *body.dates}
    if since > on:
        return _as_told(body, (since,), lambda day: form if day < since else _other_than(form))
    # What has to differ is what is known first: of two known forms one comes after a change anyway.
    compared = [call.baseline, *sorted(day for day in days if call.baseline < day < since)]
    known = [value for day in compared if (value := body.legal_form_on(day)) is not None]
    before = known[0] if known else _other_than(body.legal_form_on(since) or form)
    if before is not form:
        return _as_told(body, (since,), lambda day: before if day < since else form)
    if since == on:
        return None
    away = _other_than(form)
    return _as_told(body, (since, on), lambda day: away if since <= day < on else form)


def _other_than(form: LegalForm) -> LegalForm:
    """A form of any number of members that is another one."""
    one, other = LegalForm.INTERLOCAL_ASSOCIATION, LegalForm.PROJECT_ASSOCIATION
    return other if form is one else one


def _as_told(
    body: RegieVerband, turns: tuple[date, ...], form_on: Callable[[date], LegalForm]
) -> FormOverTime:
    def possible(day: date) -> LegalForm:
        form = form_on(day)
        # A municipality alone has one member.
        is_alone = form is LegalForm.MUNICIPALITY
        return _other_than(form) if is_alone and len(body.members_on(day)) > 1 else form

    days = sorted({*body.dates, *turns})
    return changing(possible(date.min), ((day, possible(day)) for day in days))
