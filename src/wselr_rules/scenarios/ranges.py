"""The least and the most that each application can get (*marges*) while others are undecided.

Every undecided application may be approved or refused, whatever the others are. The module
looks at all ways to decide them; it guesses none, and does not say which is likely.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from attrs import evolve

from wselr_rules.allocation.euros import euros_of
from wselr_rules.checks import to_tuple
from wselr_rules.decision import (
    CallAssessment,
    Decision,
    assess_call,
    beneficiary_of,
    uncounted_of,
)
from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import Approval, ZeroKey
from wselr_rules.scenarios.extremes import Divisions, Extreme
from wselr_rules.scenarios.margins import Range, Ranges

__all__ = ["ranges"]

_NOTHING = euros_of(0)
#: The facts of a whole call, apart from the counts of those who take part.
_OF_THE_CALL = frozenset({"approved", "portfolio.complete"})


def ranges(
    portfolio: Portfolio,
    *,
    on: date,
    call: OpenCall,
    year: int,
    approved: Iterable[str] | None = None,
) -> Ranges:
    """The least and the most that each application can get (*marges*), exact to the cent.

    Over all ways in which the undecided ones can be decided, each approved or refused; those
    approved divide the budget by ``allocate``. A refused one gets 0.00, and so does an undecided
    one at the least. Under the reading of I15 that takes the approved ones from ``approved``,
    every one that may still be eligible is undecided as long as that is not given.

    Where a count of one that may take part is not known, no amount above 0.00 is known either.
    Raises what ``assess_call`` raises, ``ZeroKeyTotal`` excepted.
    """
    named = None if approved is None else to_tuple(approved)
    # Without the divisions for which the text gives no rule, everybody is judged all the same.
    mended = evolve(call, readings=evolve(call.readings, zero_key=ZeroKey.EQUAL_PARTS))
    assessment = assess_call(portfolio, on=on, call=mended, year=year, approved=named)
    certain, undecided = _taking_part(assessment, call, named)
    possible = certain | undecided
    context = Context(on, call=call, portfolio=portfolio)
    uncounted = tuple(uncounted_of(possible, context))
    beneficiaries = {id: beneficiary_of(portfolio[id], on) for id in possible}
    divisions = Divisions(beneficiaries, certain, call, year)
    return Ranges(
        on,
        year,
        call.budget_for(year),
        (
            Range(each.application_id, each.verdict, _NOTHING, _NOTHING)
            if each.application_id not in possible
            else _range(each, undecided, None if uncounted else divisions)
            for each in assessment
        ),
        tuple(sorted(undecided)),
        (*uncounted, *(each for each in assessment.missing if each.path in _OF_THE_CALL)),
        portfolio.complete,
        not uncounted and divisions.leaves_sets_out,
    )


def _taking_part(
    assessment: CallAssessment, call: OpenCall, named: tuple[str, ...] | None
) -> tuple[frozenset[str], frozenset[str]]:
    """Who takes part for certain, and who may, by the reading of I15."""
    eligible = frozenset(assessment.eligible)
    if call.readings.approval is Approval.EVERY_ELIGIBLE:
        return eligible, frozenset(assessment.undecided)
    if named is not None:
        return eligible.intersection(named), frozenset(assessment.undecided)
    open_to = (each for each in assessment if each.verdict is not Verdict.NOT_MET)
    return frozenset(), frozenset(each.application_id for each in open_to)


def _range(decision: Decision, undecided: frozenset[str], divisions: Divisions | None) -> Range:
    """The range of one that takes part, or may; of nobody are amounts known without divisions."""
    id, verdict = decision.application_id, decision.verdict
    least = most = None
    if id in undecided:
        least = Extreme(0, is_exact=True)
    elif divisions is not None:
        least = divisions.least(id)
    if divisions is not None:
        most = divisions.most(id)
    is_exact = all(each is None or each.is_exact for each in (least, most))
    return Range(id, verdict, _euros(least), _euros(most), is_exact=is_exact)


def _euros(extreme: Extreme | None) -> Decimal | None:
    return None if extreme is None else euros_of(extreme.cents)
