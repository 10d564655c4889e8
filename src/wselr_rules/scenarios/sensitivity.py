"""What turns on a reading (*gevoeligheid*): the law, or the way in which it is read?

The text leaves questions open, and a call chooses a reading for each. Here each is chosen
otherwise: alone, to see which verdict or amount it changes, and together with others, to see
whether an application is refused or may be approved whatever is chosen. The module does not say
which reading is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import overload

from attrs import evolve

from wselr_rules.checks import to_tuple
from wselr_rules.decision import assess, assess_call
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import (
    DateOutsideCall,
    InvalidBudget,
    WrongType,
    ZeroKeyTotal,
)
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import INTERPRETATIONS, Approval, Interpretation
from wselr_rules.scenarios.choices import Choice, Obstacle, Outcome
from wselr_rules.scenarios.exploration import parts_of_all_readings
from wselr_rules.scenarios.turns import CallSensitivity, Effect, Sensitivity, Shift, Turn

__all__ = ["sensitivity"]


@overload
def sensitivity(
    subject: Application, *, on: date, call: OpenCall, portfolio: Portfolio
) -> Sensitivity: ...


@overload
def sensitivity(
    subject: Portfolio,
    *,
    on: date,
    call: OpenCall,
    year: int,
    approved: Iterable[str] | None = None,
) -> CallSensitivity: ...


def sensitivity(  # noqa: PLR0913
    subject: Application | Portfolio,
    *,
    on: date,
    call: OpenCall,
    portfolio: Portfolio | None = None,
    year: int | None = None,
    approved: Iterable[str] | None = None,
) -> Sensitivity | CallSensitivity:
    """What turns on the chosen readings (*gevoeligheid*), for an application or a whole call.

    For an application, among those of ``portfolio``: whether it may be approved under every
    reading, under none, or on which smallest sets of choices it turns. For a portfolio, in a
    plan year: that for each application, and each single other reading that changes a verdict
    or an amount.

    ``approved`` names the approved applications for the reading of I15 that reads them. Where
    it is not given, that other reading of I15 is left out, for nobody knows whom it would
    approve. A reading under which a call cannot be assessed or divided is an outcome too.

    Raises what ``assess`` and ``assess_call`` raise for facts that no reading can mend.
    """
    if isinstance(subject, Application):
        if not isinstance(portfolio, Portfolio):
            raise WrongType("portfolio", "a Portfolio", portfolio)
        portfolio.check_own(subject)
        return _of_application(subject, on, call, portfolio)
    if not isinstance(subject, Portfolio):
        raise WrongType("subject", "an Application or a Portfolio", subject)
    if year is None:
        raise WrongType("year", "a plan year", year)
    named = None if approved is None else to_tuple(approved)
    return _of_call(subject, on, call, year, named)


# --- one application --------------------------------------------------------------------------


def _of_application(
    application: Application, on: date, call: OpenCall, portfolio: Portfolio
) -> Sensitivity:
    """The smallest changes of choices among all of them, for each outcome that they lead to.

    In each part of all readings the smallest change is the one that only does what all of the
    part does. So no smallest change is missed, and of those found the smallest remain.
    """
    before, *others = parts_of_all_readings(application, on=on, call=call, portfolio=portfolio)
    leading: dict[Outcome, list[Mapping[str, Enum]]] = {}
    for part in sorted(others, key=lambda part: len(part.changed)):
        smaller = leading.setdefault(part.outcome, [])
        if part.outcome != before.outcome and not any(
            each.items() <= part.changed.items() for each in smaller
        ):
            smaller.append(part.changed)
    turns = (
        Turn(_choices(changed, call), before.outcome, outcome)
        for outcome, smallest in leading.items()
        for changed in smallest
    )
    return Sensitivity(application.id, on, before.outcome, sorted(turns, key=_by_size))


def _choices(changed: Mapping[str, Enum], call: OpenCall) -> tuple[Choice, ...]:
    """The changed readings as choices, in the order of the register."""
    return tuple(
        _choice(each, changed[each.id], call) for each in INTERPRETATIONS if each.id in changed
    )


def _choice(interpretation: Interpretation, reading: Enum, call: OpenCall) -> Choice:
    now = interpretation.chosen_in(call.readings)
    return Choice(interpretation.id, str(reading.value), str(now.value))


def _by_size(turn: Turn) -> tuple[int, list[tuple[str, str]]]:
    return len(turn.choices), [(each.interpretation_id, each.chosen) for each in turn.choices]


# --- a whole call -----------------------------------------------------------------------------


def _of_call(
    portfolio: Portfolio, on: date, call: OpenCall, year: int, approved: tuple[str, ...] | None
) -> CallSensitivity:
    before = _outcomes(portfolio, on, call, year, approved)
    effects: list[Effect] = []
    left_out: list[str] = []
    for interpretation, reading in (
        (each, reading) for each in INTERPRETATIONS for reading in each.others_in(call.readings)
    ):
        if reading is Approval.NAMED and approved is None:
            left_out.append(interpretation.id)
            continue
        readings = interpretation.chosen_otherwise(call.readings, reading)
        after = _outcomes(portfolio, on, evolve(call, readings=readings), year, approved)
        shifts = [Shift(id, before[id], after[id]) for id in before if before[id] != after[id]]
        if shifts:
            effects.append(Effect(_choice(interpretation, reading, call), shifts))
    applications = (_of_application(portfolio[id], on, call, portfolio) for id in before)
    return CallSensitivity(on, year, effects, applications, tuple(left_out))


def _outcomes(
    portfolio: Portfolio, on: date, call: OpenCall, year: int, approved: tuple[str, ...] | None
) -> dict[str, Outcome]:
    """What comes of each application, in order of id."""
    named = approved if call.readings.approval is Approval.NAMED else None
    try:
        assessment = assess_call(portfolio, on=on, call=call, year=year, approved=named)
    except ZeroKeyTotal:
        return _without_amounts(portfolio, on, call, named, Obstacle.ZERO_KEY)
    except InvalidBudget:
        return _without_amounts(portfolio, on, call, named, Obstacle.NO_BUDGET)
    except DateOutsideCall:
        call.check_day(on)
        return _without_amounts(portfolio, on, call, named, Obstacle.SUBMITTED_OUTSIDE_CALL)
    amounts = {grant.beneficiary_id: grant.amount for grant in assessment.allocation or ()}
    return {
        each.application_id: Outcome(each.verdict, amounts.get(each.application_id))
        for each in assessment
    }


def _without_amounts(
    portfolio: Portfolio,
    on: date,
    call: OpenCall,
    named: tuple[str, ...] | None,
    obstacle: Obstacle,
) -> dict[str, Outcome]:
    """Verdicts alone, and the obstacle for those whom it keeps from an amount or a verdict."""
    outcomes: dict[str, Outcome] = {}
    for application in sorted(portfolio, key=lambda each: each.id):
        try:
            verdict = assess(application, on=on, call=call, portfolio=portfolio).verdict
        except DateOutsideCall:
            outcomes[application.id] = Outcome(None, obstacle=Obstacle.SUBMITTED_OUTSIDE_CALL)
            continue
        has_part = verdict is Verdict.MET and (named is None or application.id in named)
        outcomes[application.id] = Outcome(verdict, obstacle=obstacle if has_part else None)
    return outcomes
