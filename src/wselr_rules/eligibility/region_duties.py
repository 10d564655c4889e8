"""The duty to fit a reference region (*verplichting tot inpassing*) and whether it is fulfilled.

An existing regieverband has until the deadline of S14, a new or changed one until that of S15
and S16, as reading I05 says. What is not known leaves more than one standing, and so more than
one duty, possible; what all of them agree on is decided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from attrs import frozen

from wselr_rules.domain.application import Application
from wselr_rules.domain.history import DAY
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.standing import PossibleStanding, Standing, possible_standings
from wselr_rules.eligibility.region_fit import fits_on_days
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import NewDeadline

__all__ = ["Duty", "Judged", "judge", "standing_days"]

Standings: TypeAlias = Callable[[RegieVerband, date, OpenCall], tuple[PossibleStanding, ...]]
Fits: TypeAlias = Callable[[RegieVerband, tuple[date, ...], OpenCall], Verdict]


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
    on: date
    call: OpenCall
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
        return any(each.standing is not Standing.EXISTING for each in self.duties)

    @property
    def is_of_submission(self) -> bool:
        """Whether it may be judged as on the day of submission (*dag van indiening*, I05)."""
        return _is_at_submission(self.call) and self.may_be_new

    @property
    def due(self) -> date:
        """The first day of the duty that comes first (*afdwingbaar vanaf*)."""
        return min(each.due for each in self.duties)

    @property
    def is_pending(self) -> bool:
        """Whether no duty is in force yet, whatever its standing turns out to be (*nog niet*)."""
        return self.on < self.due


def judge(
    application: Application,
    on: date,
    call: OpenCall,
    *,
    standings: Standings = possible_standings,
    fits: Fits = fits_on_days,
) -> Judged:
    """The application with its duties and their verdicts (*toetsing*) on a day.

    ``standings`` and ``fits`` are for those who judge by many readings, and remember what some of
    them share. Raises ``DateOutsideCall`` where a day of submission is read for which the call has
    no rules.
    """
    duties = tuple(dict.fromkeys(_duties(application, on, call, standings)))
    verdicts = frozenset(
        Verdict.MET if on < each.due else fits(application.regieverband, each.days, call)
        for each in duties
    )
    return Judged(application, on, call, duties, verdicts)


def _duties(
    application: Application, on: date, call: OpenCall, standings: Standings
) -> Iterator[Duty]:
    """One for each standing that what is known leaves possible."""
    regieverband = application.regieverband
    is_at_submission = _is_at_submission(call)
    for day in standing_days(application, on, call):
        for case in standings(regieverband, day, call):
            if case.standing is Standing.EXISTING:
                yield Duty(case.standing, call.existing_fits_from, (on,))
            elif is_at_submission:
                yield Duty(case.standing, min(day, on), (day,))
            elif call.readings.new_deadline is NewDeadline.FROM_THE_DAY:
                yield Duty(case.standing, call.new_fit_deadline, (on,))
            else:
                first = max(call.new_fit_deadline - DAY, case.since)
                later = (day for day in regieverband.dates if first < day <= on)
                yield Duty(case.standing, first, (first, *later))


def _is_at_submission(call: OpenCall) -> bool:
    return call.readings.new_deadline is NewDeadline.AT_SUBMISSION


def standing_days(application: Application, on: date, call: OpenCall) -> tuple[date, ...]:
    """The days whose standing counts (*dagen van het statuut*), in order.

    The assessed day, or by I05 that of submission; if it is not known, one of each stretch
    without a change.
    """
    if not _is_at_submission(call):
        return (on,)
    if application.submitted_on is not None:
        call.check_day(application.submitted_on)
        return (application.submitted_on,)
    first, last = call.first_day, call.last_day
    turns = {*application.regieverband.dates, call.existing_before}
    return (first, *sorted(day for day in turns if first < day <= last))
