"""The duty to fit a reference region (*verplichting tot inpassing*) and whether it is fulfilled.

An existing regieverband has until the deadline of S14, a new or changed one until that of S15
and S16, as reading I05 says. What is not known leaves more than one standing, and so more than
one duty, possible; what all of them agree on is decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from wselr_rules.domain.application import Application
from wselr_rules.domain.history import DAY
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.standing import Standing, possible_standings
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.region_fit import fits_on_days
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.readings import NewDeadline

__all__ = ["Duty", "Judged", "judge", "standing_days"]


@frozen
class Duty:
    """The duty (*verplichting*) of a possible standing: to fit, from ``due`` on, on ``days``."""

    standing: Standing
    due: date
    days: tuple[date, ...]


@frozen
class Judged:
    """An application held against the duties that it may have (*getoetst*), at least one.

    ``verdicts`` are those of the duties, each once.
    """

    application: Application
    context: Context
    duties: tuple[Duty, ...]
    verdicts: frozenset[Verdict]

    @property
    def regieverband(self) -> RegieVerband:
        """The applicant (*aanvrager*)."""
        return self.application.regieverband

    @property
    def verdict(self) -> Verdict:
        """The verdict that all duties agree on (*oordeel*), else undecided."""
        (verdict, *others) = self.verdicts
        return Verdict.UNKNOWN if others else verdict

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The possible standings (*mogelijke statuten*), in order."""
        possible = {each.standing for each in self.duties}
        return tuple(standing for standing in Standing if standing in possible)

    @property
    def may_be_new(self) -> bool:
        """Whether it may count as new or changed (*mogelijk nieuw*)."""
        return self.standings != (Standing.EXISTING,)

    @property
    def is_of_submission(self) -> bool:
        """Whether it may be judged as on the day of submission (*dag van indiening*, I05)."""
        return _is_at_submission(self.context) and self.may_be_new

    @property
    def due(self) -> date:
        """The first day of the duty that comes first (*afdwingbaar vanaf*)."""
        return min(each.due for each in self.duties)

    @property
    def is_pending(self) -> bool:
        """Whether no duty is in force yet, whatever its standing turns out to be (*nog niet*)."""
        return self.context.on < self.due


def judge(application: Application, context: Context) -> Judged:
    """The application with its duties and their verdicts (*toetsing*)."""
    duties = tuple(dict.fromkeys(_duties(application, context)))
    verdicts = frozenset(_verdict(each, application, context) for each in duties)
    return Judged(application, context, duties, verdicts)


def _verdict(duty: Duty, application: Application, context: Context) -> Verdict:
    if context.on < duty.due:
        return Verdict.MET
    return fits_on_days(application.regieverband, duty.days, context.call)


def _duties(application: Application, context: Context) -> Iterator[Duty]:
    """One for each standing that what is known leaves possible."""
    regieverband, call = application.regieverband, context.call
    is_at_submission = _is_at_submission(context)
    for day in standing_days(application, context):
        for case in possible_standings(regieverband, day, call):
            if case.standing is Standing.EXISTING:
                yield Duty(case.standing, call.existing_fits_from, (context.on,))
            elif is_at_submission:
                yield Duty(case.standing, min(day, context.on), (day,))
            else:
                yield _of_new(case.standing, case.since, regieverband, context)


def _is_at_submission(context: Context) -> bool:
    return context.call.readings.new_deadline is NewDeadline.AT_SUBMISSION


def _of_new(standing: Standing, since: date, regieverband: RegieVerband, context: Context) -> Duty:
    deadline = context.call.new_fit_deadline
    if context.call.readings.new_deadline is NewDeadline.FROM_THE_DAY:
        return Duty(standing, deadline, (context.on,))
    first = max(deadline - DAY, since)
    later = (day for day in regieverband.dates if first < day <= context.on)
    return Duty(standing, first, (first, *later))


def standing_days(application: Application, context: Context) -> tuple[date, ...]:
    """The days whose standing counts (*dagen van het statuut*), in order.

    The assessed day, or by I05 that of submission; if it is not known, one of each stretch
    without a change.
    """
    if not _is_at_submission(context):
        return (context.on,)
    call = context.call
    if application.submitted_on is not None:
        call.check_day(application.submitted_on)
        return (application.submitted_on,)
    first, last = call.first_day, call.last_day
    turns = {*application.regieverband.dates, call.existing_before}
    return (first, *sorted(day for day in turns if first < day <= last))
