"""One regieverband only (*maar van één lokaal regieverband deel uitmaken*): S12, and S10.

A territory that two applications claim on a day is a conflict; reading I07 says who keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.regieverband import NEVER, Never
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Finding, Missing, Operator, Quantity
from wselr_rules.eligibility.settling import settling
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import DoubleClaim

__all__ = ["belongs_to_one_regieverband", "readings_on_claims", "verdict_on_claims"]


def belongs_to_one_regieverband(application: Application, context: Context) -> Finding:
    """No member's territory in another application (*één regieverband*), S12.

    A known conflict decides; no known one decides only where all applications are known.
    """
    conflicts = context.conflicts(application)
    kept = _keeps_all(application, conflicts, context.portfolio, context.call)
    verdict = _if_kept(kept, application, context)
    names = tuple(name for conflict in conflicts for name in conflict.names)
    others = {
        other: name
        for conflict in conflicts
        for other, name in zip(conflict.application_ids, conflict.regieverbanden, strict=True)
        if other != application.id
    }
    return Finding(
        verdict,
        _message(verdict, kept, has_conflicts=bool(conflicts)),
        {"municipalities": names, "others": tuple(others.values())} if conflicts else {},
        operator=Operator.IS,
        observed=Quantity(len(others) + 1, "applications known") if conflicts else None,
        required=Quantity(1, "applications"),
        missing=()
        if verdict.is_decided
        else tuple(_missing(application, conflicts, kept, context)),
        conflicts=conflicts,
    )


def verdict_on_claims(application: Application, context: Context) -> Verdict:
    """Whether nobody else has its territory (*één regieverband*), without the grounds."""
    conflicts = context.conflicts(application)
    kept = _keeps_all(application, conflicts, context.portfolio, context.call)
    return _if_kept(kept, application, context)


def _if_kept(kept: Verdict, application: Application, context: Context) -> Verdict:
    knows_all = context.portfolio.complete or not context.members(application)
    return kept if knows_all else kept & Verdict.UNKNOWN


def readings_on_claims(
    application: Application, context: Context, found: Finding
) -> Mapping[str, str]:
    """The readings that the finding on double claims rests on (*bepalende lezingen*): I07."""
    conflicts, portfolio = found.conflicts, context.portfolio
    if not conflicts:
        return {}
    kept = _keeps_all(application, conflicts, portfolio, context.call)
    return settling(
        ("double_claim",),
        context.call,
        lambda call: _keeps_all(application, conflicts, portfolio, call) is kept,
    )


def _message(verdict: Verdict, kept: Verdict, *, has_conflicts: bool) -> str:
    if not has_conflicts:
        return f"one-regieverband.{verdict.value}"
    is_first = verdict is Verdict.UNKNOWN and kept is Verdict.MET
    return f"one-regieverband.{verdict.value}-{'first' if is_first else 'claimed'}"


def _keeps_all(
    application: Application,
    conflicts: tuple[Conflict, ...],
    portfolio: Portfolio,
    call: OpenCall,
) -> Verdict:
    verdict = Verdict.MET
    for conflict in conflicts:
        if call.readings.double_claim is DoubleClaim.NEITHER:
            return Verdict.NOT_MET
        for other in _others(application, conflict, portfolio):
            verdict &= _is_first(
                application.regieverband.recognised_on, other.regieverband.recognised_on
            )
    return verdict


def _others(
    application: Application, conflict: Conflict, portfolio: Portfolio
) -> Iterator[Application]:
    for other in portfolio.applications:
        if other.id != application.id and other.id in conflict.application_ids:
            yield other


def _is_first(own: date | Never | None, other: date | Never | None) -> Verdict:
    """Whether ``own`` recognition came before ``other``; never comes last, equal is not before."""
    if own is NEVER:
        return Verdict.NOT_MET
    if own is None or other is None:
        return Verdict.UNKNOWN
    return Verdict.of(other is NEVER or (isinstance(other, date) and own < other))


def _missing(
    application: Application,
    conflicts: tuple[Conflict, ...],
    kept: Verdict,
    context: Context,
) -> Iterator[Missing]:
    if kept is Verdict.UNKNOWN:
        claimants = {each for conflict in conflicts for each in conflict.application_ids}
        if application.regieverband.recognised_on is None:
            yield Missing(
                "recognised_on", "regieverband.recognised_on", application.regieverband.name
            )
        for index, other in enumerate(context.portfolio.applications):
            unknown = other.regieverband.recognised_on is None
            if other.id != application.id and other.id in claimants and unknown:
                path = f"portfolio.applications[{index}].regieverband.recognised_on"
                yield Missing("recognised_on", path, other.regieverband.name)
    if not context.portfolio.complete:
        yield Missing("complete", "portfolio.complete", application.regieverband.name)
