"""Cases on the plan (*meerjarenplan*): S03 to S08, and whose plan it is (I14)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from wselr_rules.conformance.applicants import FULL_PLAN, applies
from wselr_rules.conformance.case import Case, FindingOutline
from wselr_rules.conformance.telling import (
    NOT_MET,
    UNKNOWN,
    asked,
    by_reading,
    eligible,
    found,
    refused,
    undecided,
)
from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.law.readings import PlanHolder

__all__ = ["plan_cases"]

#: S03: "De 4 Vlaamse beleidsprioriteiten met de externe rapporteringscodes"; S04 to S07.
_PRIORITIES: Final = (
    ("WSE-LR1", "S04"),
    ("WSE-LR2", "S05"),
    ("WSE-LR3", "S06"),
    ("WSE-LR4", "S07"),
)
#: S21: "voor de periode 2023-2025".
_YEARS: Final = (2023, 2024, 2025)
_ALL_CELLS: Final = (
    *("WSE-LR1 2023", "WSE-LR1 2024", "WSE-LR1 2025"),
    *("WSE-LR2 2023", "WSE-LR2 2024", "WSE-LR2 2025"),
    *("WSE-LR3 2023", "WSE-LR3 2024", "WSE-LR3 2025"),
    *("WSE-LR4 2023", "WSE-LR4 2024", "WSE-LR4 2025"),
)
_TOGETHER, _EACH = PlanHolder.APPLICATION, PlanHolder.EACH_MEMBER


def plan_cases() -> Iterator[Case]:
    """At least one action per priority per year (*één actie per beleidsprioriteit per jaar*)."""
    yield from _each_cell()
    yield from _counted()
    yield from _years()
    yield from _codes()
    yield from _whose_plan()


def _lacks(*cells: str, short: int | None = None) -> FindingOutline:
    margin = -(len(cells) if short is None else short)
    return evolve(found("plan", NOT_MET, "plan.not-met", margin), empty_cells=cells)


def _single(without: str = "") -> ActionPlan:
    """An action of one year in every cell but one."""
    return ActionPlan(
        Action(f"{code} {year}", code, {year})
        for code, _ in _PRIORITIES
        for year in _YEARS
        if f"{code} {year}" != without
    )


def _first_in(*years: int) -> ActionPlan:
    """The full plan, but with the action for the first priority in these years."""
    first, *rest = FULL_PLAN.actions
    return ActionPlan((evolve(first, years=years), *rest))


def _each_cell() -> Iterator[Case]:
    yield asked(
        "plan/twelve-of-one-year",
        "Twelve actions of one year, one for each priority in each year, are enough.",
        "S03 S04 S05 S06 S07 S08",
        applies(plan=_single()),
        eligible(),
    )
    for code, sentence in _PRIORITIES:
        for year in _YEARS:
            yield asked(
                f"plan/without-{code}-{year}",
                f"Without an action for {code} in {year} eleven of twelve cells are filled: "
                "not eligible.",
                f"S08 {sentence}",
                applies(plan=_single(without=f"{code} {year}")),
                refused(_lacks(f"{code} {year}")),
            )


def _counted() -> Iterator[Case]:
    yield asked(
        "plan/four-of-three-years",
        "One action may run over several years, so four of three years fill twelve cells.",
        "S08",
        applies(plan=FULL_PLAN),
        eligible(),
    )
    yield asked(
        "plan/two-in-a-cell",
        "Two actions in a cell are as good as one: at least one is asked for.",
        "S08",
        applies(plan=ActionPlan((*_single().actions, Action("again", "WSE-LR1", {2023})))),
        eligible(),
    )
    yield asked(
        "plan/none-in-a-cell",
        "Two actions in one cell do not fill the empty one beside it.",
        "S08",
        applies(
            plan=ActionPlan(
                (*_single(without="WSE-LR1 2024").actions, Action("again", "WSE-LR1", {2023}))
            )
        ),
        refused(_lacks("WSE-LR1 2024")),
    )
    yield asked(
        "plan/empty",
        "A plan without any action leaves all twelve cells empty, and each is named.",
        "S08",
        applies(plan=ActionPlan(())),
        refused(_lacks(*_ALL_CELLS)),
    )
    yield asked(
        "plan/not-known",
        "A plan that is not known is no empty plan: undecided, and the plan is asked for.",
        "S08",
        applies(plan=None),
        undecided(found("plan", UNKNOWN, "plan.not-known", missing=["plan"])),
    )


def _years() -> Iterator[Case]:
    yield asked(
        "plan/from-2022",
        "An action of 2022 is not for a plan year, so the cell of 2023 stays empty.",
        "S08 S21",
        applies(plan=_first_in(2022, 2024, 2025)),
        refused(_lacks("WSE-LR1 2023")),
    )
    yield asked(
        "plan/from-2023",
        "The first plan year is 2023, so an action from 2023 to 2025 fills all three cells.",
        "S08 S21",
        applies(plan=_first_in(2023, 2024, 2025)),
        eligible(),
    )
    yield asked(
        "plan/from-2024",
        "An action from 2024 on leaves the cell of 2023 empty.",
        "S08 S21",
        applies(plan=_first_in(2024, 2025)),
        refused(_lacks("WSE-LR1 2023")),
    )
    yield asked(
        "plan/until-2024",
        "An action until 2024 leaves the cell of 2025 empty.",
        "S08 S21",
        applies(plan=_first_in(2023, 2024)),
        refused(_lacks("WSE-LR1 2025")),
    )
    yield asked(
        "plan/2026-for-2025",
        "An action of 2026 is not for a plan year, so the cell of 2025 stays empty.",
        "S08 S21",
        applies(plan=_first_in(2023, 2024, 2026)),
        refused(_lacks("WSE-LR1 2025")),
    )
    yield asked(
        "plan/beyond-both-ends",
        "An action from 2022 to 2026 fills the cells of the plan years, and does no harm beside.",
        "S08 S21",
        applies(plan=_first_in(2022, 2023, 2024, 2025, 2026)),
        eligible(),
    )


def _codes() -> Iterator[Case]:
    other = Action("x", "ABB-1", {2023, 2024, 2025})
    yield asked(
        "plan/another-code-beside",
        "An action under another reporting code may stand in a full plan.",
        "S03 S08",
        applies(plan=ActionPlan((*FULL_PLAN.actions, other))),
        eligible(),
    )
    yield asked(
        "plan/another-code-instead",
        "An action under another reporting code fills no cell of a priority.",
        "S03 S08",
        applies(plan=ActionPlan((*FULL_PLAN.actions[:3], other))),
        refused(_lacks("WSE-LR4 2023", "WSE-LR4 2024", "WSE-LR4 2025")),
    )
    twice = Action("twice", "WSE-LR1", {2023, 2024, 2025})
    yield asked(
        "plan/one-priority-for-another",
        "More actions for one priority do not make up for another that has none.",
        "S04 S05 S08",
        applies(plan=ActionPlan((FULL_PLAN.actions[0], twice, *FULL_PLAN.actions[2:]))),
        refused(_lacks("WSE-LR2 2023", "WSE-LR2 2024", "WSE-LR2 2025")),
    )


# --- I14 ------------------------------------------------------------------------------------


def _planned(*holders: str | None) -> ActionPlan:
    """The full plan once in the plan of each of these."""
    return ActionPlan(
        evolve(action, id=f"{action.id} {number}", planned_by=holder)
        for number, holder in enumerate(holders)
        for action in FULL_PLAN.actions
    )


def _cells_of(*names: str) -> Iterable[str]:
    return (f"{name}: {cell}" for name in names for cell in _ALL_CELLS)


def _whose_plan() -> Iterator[Case]:
    yield from by_reading(
        "plan/in-the-plan-of-each",
        "two towns that each have a full plan have one together too.",
        "S08 I14",
        applies(plan=_planned("90001", "90002")),
        {_TOGETHER: eligible(), _EACH: eligible()},
    )
    yield from by_reading(
        "plan/in-the-plan-of-one",
        "the actions stand in the plan of one of two members, so the other has none of its own.",
        "S08 I14",
        applies(plan=_planned("90001")),
        {_TOGETHER: eligible(), _EACH: refused(_lacks(*_cells_of("Town 2")))},
    )
    yield from by_reading(
        "plan/in-the-plan-of-a-stranger",
        "actions in the plan of a municipality that is no member are not in the other member's.",
        "S08 I14",
        applies(plan=_planned("90001", "90009")),
        {_TOGETHER: eligible(), _EACH: refused(_lacks(*_cells_of("Town 2")))},
    )
    one_short = [
        evolve(action, years={2023, 2025}) if action.id == "a3 1" else action
        for action in _planned("90001", "90002").actions
    ]
    yield from by_reading(
        "plan/one-cell-of-one-member",
        "one member lacks WSE-LR3 in 2024 in its own plan, and the other has it.",
        "S06 S08 I14",
        applies(plan=ActionPlan(one_short)),
        {_TOGETHER: eligible(), _EACH: refused(_lacks("Town 2: WSE-LR3 2024"))},
    )
    open_ones = [f"plan.actions[{place}].planned_by" for place in (4, 5, 6, 7)]
    yield from by_reading(
        "plan/in-a-plan-not-known",
        "in whose plan half of the actions stand is not known, and it may be the other member's.",
        "S08 I14",
        applies(plan=_planned("90001", None)),
        {
            _TOGETHER: eligible(),
            _EACH: undecided(
                evolve(
                    found("plan", UNKNOWN, "plan.unknown", -12, missing=open_ones),
                    empty_cells=_cells_of("Town 2"),
                )
            ),
        },
    )
    yield from by_reading(
        "plan/too-few-in-plans-not-known",
        "one action for a cell stands in one plan, so it cannot do for two members.",
        "S08 I14",
        applies(plan=_planned(None)),
        {_TOGETHER: eligible(), _EACH: refused(_lacks(*_cells_of("Town 1", "Town 2"), short=12))},
    )
