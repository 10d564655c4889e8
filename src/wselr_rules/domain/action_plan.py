"""The plan (*meerjarenplan*): actions with their reporting codes and years.

It knows which cells, a priority in a year, hold how many actions. How many there must be is
for the call, whose plan counts is for the rules.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from types import MappingProxyType
from typing import Any
from unicodedata import normalize

from attrs import Attribute, field, frozen

from wselr_rules.checks import (
    an_id,
    instances,
    is_nis_code,
    or_none,
    text,
    to_frozenset,
    to_tuple,
    unique_ids,
)
from wselr_rules.errors import InvalidNisCode, NoYears, UnknownPriorityCode, WrongType, WrongValue
from wselr_rules.law.call import OpenCall
from wselr_rules.law.terms import PolicyPriority
from wselr_rules.render.shown import ShownByFields

__all__ = ["Action", "ActionPlan", "covered_by", "shortfalls"]

_PRIORITIES = MappingProxyType({priority.value: priority for priority in PolicyPriority})
#: In whatever case, width or accent, with whatever marks, also as a word of a longer code: a
#: slip of the pen must not silently not count. A word that goes on with letters is another one.
_LOOKS_LIKE_WSE_LR = re.compile(
    r"(?<![^\W_])w[\W_]*s[\W_]*e[\W_]*l[\W_]*r(?![^\W\d_]{2})", re.IGNORECASE
)
#: Our own limit: a year of an action is written with four digits.
YEARS = range(1000, 10000)


def _to_priority(code: PolicyPriority | str) -> PolicyPriority | str:
    return _PRIORITIES.get(code, code) if isinstance(code, str) else code


def _to_years(values: Iterable[int]) -> frozenset[int]:
    return to_frozenset(values)


def _to_actions(values: Iterable[Action]) -> tuple[Action, ...]:
    return to_tuple(values)


def _is_a_code(action: Action, attribute: Attribute[Any], code: object) -> None:
    if isinstance(code, PolicyPriority):
        return
    text(action, attribute, code)
    if _LOOKS_LIKE_WSE_LR.search(normalize("NFKD", str(code))):
        raise UnknownPriorityCode(action.id, str(code))


def _are_years(action: Action, attribute: Attribute[Any], years: frozenset[object]) -> None:
    if not years:
        raise NoYears(action.id)
    for year in years:
        if isinstance(year, bool) or not isinstance(year, int):
            raise WrongType(f"Action.{attribute.name}", "whole numbers", year)
        if year not in YEARS:
            raise WrongValue(f"Action.{attribute.name}", "years of four digits", year)


def _is_a_nis_code(action: Action, attribute: Attribute[Any], value: object) -> None:
    del action, attribute
    if not is_nis_code(value):
        raise InvalidNisCode(value)


@frozen
class Action(ShownByFields):
    """An action (*actie*) of a plan, planned under one reporting code for one or more years.

    ``code`` is a ``PolicyPriority``, its code as text, or any other reporting code, which never
    counts. ``planned_by`` is the NIS code of the municipality in whose plan it stands; None is
    not known, and it is read under one reading only (I14). An action need not carry money.

    Raises ``EmptyId``, ``NoYears``, ``UnknownPriorityCode`` for a code that looks like WSE-LR
    and is none of the four, ``InvalidNisCode``, ``WrongType`` or ``WrongValue``.
    """

    id: str = field(validator=an_id)
    code: PolicyPriority | str = field(converter=_to_priority, validator=_is_a_code)
    years: frozenset[int] = field(converter=_to_years, validator=_are_years)
    title: str = field(default="", validator=text)
    planned_by: str | None = field(default=None, kw_only=True, validator=or_none(_is_a_nis_code))


@frozen
class ActionPlan(ShownByFields):
    """The actions of an application (*acties*), with ids of their own.

    Raises ``DuplicateId`` or ``WrongType``.
    """

    actions: tuple[Action, ...] = field(
        converter=_to_actions, validator=instances(Action, "actions")
    )

    def __attrs_post_init__(self) -> None:
        unique_ids("action", (action.id for action in self.actions))

    def covered(self, priority: PolicyPriority, year: int) -> int:
        """How many actions the plan holds for a priority in a year (*aantal acties*)."""
        return covered_by(self.actions, priority, year)

    def gaps(self, call: OpenCall) -> tuple[tuple[PolicyPriority, int], ...]:
        """The cells with too few actions (*lege cellen*): priority and plan year, in order.

        Source: S08.
        """
        return tuple((priority, year) for priority, year, _ in shortfalls(self.actions, call))


def covered_by(actions: Collection[Action], priority: PolicyPriority, year: int) -> int:
    """How many of these are for a priority in a year (*aantal acties*)."""
    return _planned_years(actions, priority).count(year)


def shortfalls(
    actions: Collection[Action], call: OpenCall
) -> Iterator[tuple[PolicyPriority, int, int]]:
    """The cells with too few of these actions (*lege cellen*), in order, and how many too few."""
    for priority in PolicyPriority:
        planned = _planned_years(actions, priority)
        for year in call.plan_years:
            short = call.minimum_actions - planned.count(year)
            if short > 0:
                yield priority, year, short


def _planned_years(actions: Iterable[Action], priority: PolicyPriority) -> list[int]:
    """The years of all actions for a priority, each as often as there is an action for it."""
    return [year for action in actions if action.code is priority for year in action.years]
