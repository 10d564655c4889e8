"""What was handed in and how (*aanvraag*): S08 and S21.

At least one action for each priority in each plan year, and an accepted channel.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from wselr_rules.domain.action_plan import Action, ActionPlan, covered_by, shortfalls
from wselr_rules.domain.application import Application
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Argument, Finding, Missing, Operator, Quantity
from wselr_rules.eligibility.settling import settling
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import PlanHolder
from wselr_rules.law.terms import PolicyPriority, SubmissionChannel

__all__ = [
    "came_through_accepted_channel",
    "covers_every_priority",
    "readings_on_plan",
    "verdict_on_channel",
    "verdict_on_plan",
]


@frozen
class _Gap:
    """A cell that holds too few actions, and in whose plan ("" for the application's)."""

    priority: PolicyPriority
    year: int
    short: int
    holder: str = ""

    def __str__(self) -> str:
        cell = f"{self.priority.value} {self.year}"
        return f"{self.holder}: {cell}" if self.holder else cell


def covers_every_priority(application: Application, context: Context) -> Finding:
    """At least one action per priority per year (*één actie per prioriteit per jaar*), S08."""
    call, plan = context.call, application.plan
    gaps = () if plan is None else tuple(_gaps(plan, context.members(application), call))
    verdict = Verdict.UNKNOWN if plan is None else _plan_verdict(plan, gaps, call)
    cells = len(PolicyPriority) * len(call.plan_years)
    asks: dict[str, Argument] = {"minimum": call.minimum_actions, "years": call.plan_years}
    return Finding(
        verdict,
        "plan.not-known" if plan is None else f"plan.{verdict.value}",
        asks if not gaps else {**asks, "gaps": tuple(str(gap) for gap in gaps)},
        operator=Operator.AT_LEAST,
        observed=None if plan is None else Quantity(cells - _empty_cells(gaps), "cells"),
        required=Quantity(cells, "cells"),
        margin=None if plan is None else -_empty_cells(gaps),
        missing=() if verdict.is_decided else tuple(_plan_missing(application)),
    )


def verdict_on_plan(application: Application, context: Context) -> Verdict:
    """Whether the plan covers every priority (*actieplan*), without the grounds."""
    plan, call = application.plan, context.call
    if plan is None:
        return Verdict.UNKNOWN
    return _plan_verdict(plan, _gaps(plan, context.members(application), call), call)


def readings_on_plan(
    application: Application, context: Context, found: Finding
) -> Mapping[str, str]:
    """The readings that the finding on the plan rests on (*bepalende lezingen*): I14."""
    plan, members = application.plan, context.members(application)
    if plan is None:
        return {}

    def is_same(call: OpenCall) -> bool:
        gaps = _gaps(plan, members, call)
        if found.verdict is Verdict.MET:
            return next(gaps, None) is None
        return _plan_verdict(plan, gaps, call) is found.verdict

    return settling(("plan_holder",), context.call, is_same)


def _is_by_member(call: OpenCall) -> bool:
    return call.readings.plan_holder is PlanHolder.EACH_MEMBER


def _empty_cells(gaps: tuple[_Gap, ...]) -> int:
    return len({(gap.priority, gap.year) for gap in gaps})


def _gaps(plan: ActionPlan, members: tuple[Municipality, ...], call: OpenCall) -> Iterator[_Gap]:
    if not members or not _is_by_member(call):
        yield from _gaps_in(plan.actions, "", call)
        return
    planned_by: defaultdict[str | None, list[Action]] = defaultdict(list)
    for action in plan.actions:
        planned_by[action.planned_by].append(action)
    for member in members:
        # It takes over the plans of those that have merged into it since.
        codes = {member.nis_code, *member.territory}
        own = [action for code in codes for action in planned_by[code]]
        yield from _gaps_in(own, member.name, call)


def _gaps_in(actions: Sequence[Action], holder: str, call: OpenCall) -> Iterator[_Gap]:
    for priority, year, short in shortfalls(actions, call):
        yield _Gap(priority, year, short, holder)


def _plan_verdict(plan: ActionPlan, gaps: Iterable[_Gap], call: OpenCall) -> Verdict:
    """The verdict (*oordeel*); of the gaps no more are made than decide it."""
    gaps = iter(gaps)
    first = next(gaps, None)
    if first is None:
        return Verdict.MET
    open_actions = [action for action in plan.actions if action.planned_by is None]
    if not _is_by_member(call) or not open_actions:
        return Verdict.NOT_MET
    # An action stands in one plan only, so each fills at most one member's cell in a year.
    needed: Counter[tuple[PolicyPriority, int]] = Counter()
    for gap in (first, *gaps):
        needed[gap.priority, gap.year] += gap.short
    if any(covered_by(open_actions, *cell) < actions for cell, actions in needed.items()):
        return Verdict.NOT_MET
    return Verdict.UNKNOWN


def _plan_missing(application: Application) -> Iterator[Missing]:
    name = application.regieverband.name
    if application.plan is None:
        yield Missing("plan", "plan", name)
        return
    for index, action in enumerate(application.plan.actions):
        if action.planned_by is None:
            yield Missing("planned_by", f"plan.actions[{index}].planned_by", action.id)


def came_through_accepted_channel(application: Application, context: Context) -> Finding:
    """Through the multi-annual plan or Platos, or both (*indieningskanaal*), S21."""
    channels = application.channels
    accepted = tuple(each for each in SubmissionChannel if each in context.call.channels)
    used = () if channels is None else tuple(each for each in SubmissionChannel if each in channels)
    verdict = verdict_on_channel(application, context)
    known = {} if channels is None else {"used": used}
    return Finding(
        verdict,
        f"channel.{verdict.value}",
        {**known, "accepted": accepted},
        operator=Operator.ONE_OF,
        observed=None if channels is None else Quantity(used, "channels"),
        required=Quantity(accepted, "channels"),
        missing=()
        if verdict.is_decided
        else (Missing("channels", "channels", application.regieverband.name),),
    )


def verdict_on_channel(application: Application, context: Context) -> Verdict:
    """Whether a channel is accepted (*indieningskanaal*), without the grounds."""
    channels = application.channels
    if channels is None:
        return Verdict.UNKNOWN
    return Verdict.of(not context.call.channels.isdisjoint(channels))
