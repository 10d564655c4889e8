"""Applications whose verdict may turn on a reading, and what it turns on."""

from __future__ import annotations

from attrs import evolve
from tests.eligibility.stories import CALL, LIMBURG, QUIET, applies, two_towns, verband
from tests.scenarios.calls_told import known

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.law.terms import PolicyPriority
from wselr_rules.scenarios.sensitivity import sensitivity


def sensitive(application, *others, on=QUIET, call=CALL):
    """Return what the verdict on an application turns on, among these others."""
    return sensitivity(application, on=on, call=call, portfolio=known(application, *others))


def turns(found):
    """Return the turns as sets of what is chosen, with the verdict that each leads to."""
    return {
        (frozenset(f"{each.interpretation_id} {each.chosen}" for each in turn.choices), verdict)
        for turn in found.turns
        for verdict in [turn.after.verdict]
    }


def across(**facts):
    """Return an application across two regions with every cell in the plan of each town."""
    plan = ActionPlan(
        Action(f"{priority.value} {code}", priority, (2023, 2024, 2025), planned_by=code)
        for priority in PolicyPriority
        for code in ("90001", "90002")
    )
    return applies(verband(*two_towns(reference_region=LIMBURG), **facts), plan=plan)


def across_in_one_region(**facts):
    """Return an application in one region with every cell in the plan of each town."""
    return evolve(across(), regieverband=verband(), **facts)
