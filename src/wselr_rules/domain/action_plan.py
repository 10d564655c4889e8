"""The plan (*meerjarenplan*): actions with their reporting codes and years.

It knows which cells, a priority in a year, hold how many actions. How many there must be is
for the call, whose plan counts is for the rules.
"""

from __future__ import annotations

import re
from attrs import Attribute, field, frozen

from wselr_rules.checks import (
    an_id,
    instances,
    is_nis_code,
    text,
    to_frozenset,
    to_tuple,
    unique_ids,
)
from wselr_rules.errors import InvalidNisCode, NoYears, UnknownPriorityCode, WrongType, WrongValue
from wselr_rules.law.call import OpenCall
from wselr_rules.law.terms import PolicyPriority

__all__ = ["Action", "ActionPlan"]

_PRIORITIES = {priority.value: priority for priority in PolicyPriority}
#: With whatever case, spaces or dashes, so that a slip of the pen does not silently not count.
_LOOKS_LIKE_WSE_LR = re.compile(r"[\W_]*w[\W_]*s[\W_]*e[\W_]*l[\W_]*r", re.IGNORECASE)
#: Our own limit: a year is written with four digits.
_YEARS = range(1000, 10000)


def _to_priority(code: PolicyPriority | str) -> PolicyPriority | str:
    return _PRIORITIES.get(code, code) if isinstance(code, str) else code


@frozen
class Action:
    """An action (*actie*) of a plan, planned under one reporting code for one or more years.

    ``code`` is a ``PolicyPriority``, its code as text, or any other reporting code, which never
    counts. ``planned_by`` is the NIS code of the municipality in whose plan it stands; None is
    not known, and it is read under one reading only (I14). An action need not carry money.

    Raises ``EmptyId``, ``NoYears``, ``UnknownPriorityCode`` for a code that looks like WSE-LR
    and is none of the four, ``InvalidNisCode``, ``WrongType`` or ``WrongValue``.
    """

    id: str = field(validator=an_id)
    code: PolicyPriority | str = field(converter=_to_priority)
    years: frozenset[int] = field(converter=to_frozenset)
    title: str = field(default="", validator=text)
    planned_by: str | None = field(default=None, kw_only=True)

    @code.validator
    def _is_a_code(self, attribute: Attribute[PolicyPriority | str], code: object) -> None:
        if isinstance(code, PolicyPriority):
            return
        text(self, attribute, code)
        if _LOOKS_LIKE_WSE_LR.match(str(code)):
            raise UnknownPriorityCode(self.id, str(code))

    @years.validator
    def _are_years(self, attribute: Attribute[frozenset[int]], years: frozenset[int]) -> None:
        if not years:
            raise NoYears(self.id)
        for year in years:
            if isinstance(year, bool) or not isinstance(year, int):
                raise WrongType(f"Action.{attribute.name}", "whole numbers", year)
            if year not in _YEARS:
                raise WrongValue(f"Action.{attribute.name}", "years of four digits", year)

    @planned_by.validator
    def _is_a_nis_code(self, attribute: Attribute[str | None], value: object) -> None:
        del attribute
        if value is not None and not is_nis_code(value):
            raise InvalidNisCode(value)


@frozen
class ActionPlan:
    """The actions of an application (*acties*), with ids of their own.

    Raises ``DuplicateId`` or ``WrongType``.
    """

    actions: tuple[Action, ...] = field(
        converter=to_tuple, validator=instances(Action, "actions")
    )

    def __attrs_post_init__(self) -> None:
        unique_ids("action", (action.id for action in self.actions))

    def covered(self, priority: PolicyPriority, year: int) -> int:
        """How many actions the plan holds for a priority in a year (*aantal acties*)."""
        return sum(action.code is priority and year in action.years for action in self.actions)

    def gaps(self, call: OpenCall) -> tuple[tuple[PolicyPriority, int], ...]:
        """The cells with too few actions (*lege cellen*): priority and plan year, in order.

        Source: S08.
        """
        return tuple(
            (priority, year)
            for priority in PolicyPriority
            for year in call.plan_years
            if self.covered(priority, year) < call.minimum_actions
        )
