"""Ways in which the plan can turn out (*meerjarenplan*): full or not, and whose each action is.

Where every member must have all cells in its own plan (I14), actions of which it is not known
in whose plan they stand can be handed out. The search for a way that fills every cell is
bounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from attrs import frozen

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Application
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.completion import Facts, Turn
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Missing
from wselr_rules.law.call import OpenCall
from wselr_rules.law.terms import PolicyPriority

__all__ = ["MOST_STEPS", "elsewhere", "full_plan", "plan_turns", "plan_ways"]

#: Our own limit on the search, for each action, for a way to hand out the actions of a priority
#: in which every cell is filled and that action is needed.
MOST_STEPS = 500

#: A cell of the plan of a member: its NIS code and a year.
_Cell: TypeAlias = tuple[str, int]
#: How many actions are still needed.
_Needs: TypeAlias = Mapping[_Cell, int]
#: Actions that can be handed out: their place in the plan, and their plan years.
_Free: TypeAlias = tuple[tuple[int, frozenset[int]], ...]
#: Actions handed out: to which NIS code each, by its place in the plan.
_Way: TypeAlias = Mapping[int, str]


def full_plan(application: Application, context: Context) -> ActionPlan:
    """A plan that fills every cell (*volledig plan*), also that of every member (I14)."""
    call = context.call
    holders: list[str | None] = [member.nis_code for member in context.members(application)]
    return ActionPlan(
        Action(f"{priority.value} {holder} {number}", priority, call.plan_years, planned_by=holder)
        for priority in PolicyPriority
        for holder in holders or [None]
        for number in range(call.minimum_actions)
    )


def elsewhere(application: Application) -> str:
    """A NIS code that no member has or covers (*andere gemeente*)."""
    taken = {
        code
        for membership in application.regieverband.memberships
        for code in (membership.municipality.nis_code, *membership.municipality.territory)
    }
    return next(code for number in range(100_000) if (code := f"{number:05d}") not in taken)


def plan_ways(application: Application, context: Context) -> Iterator[Facts]:
    """Ways to tell all that the rule reads (*manieren*): none that fills it, then those that do."""
    # An empty plan fails like one of which all open actions stand elsewhere.
    yield _EMPTY
    yield from (turn.one for turn in plan_turns(application, context))


def plan_turns(application: Application, context: Context) -> Iterator[Turn]:
    """For each fact of the plan, ways that differ in it (*wendingen*)."""
    plan = application.plan
    if plan is None:
        fact = Missing("plan", _PLAN, application.regieverband.name)
        yield Turn(fact, {_PLAN: full_plan(application, context)}, _EMPTY)
        return
    search = _HandOut(plan, context.members(application), context.call)
    every = {priority: search.filling(priority) for priority in PolicyPriority}
    for index, action in search.open_actions.items():
        if isinstance(action.code, PolicyPriority):
            ways = {**every, action.code: search.filling_that_needs(index, action.code)}
            yield from _turns_of(index, search, tuple(ways.values()), elsewhere(application))


def _turns_of(
    index: int, search: _HandOut, ways: tuple[_Way | None, ...], away: str
) -> Iterator[Turn]:
    found = [way for way in ways if way is not None]
    if len(found) == len(ways):
        fact = Missing("planned_by", _path(index), search.open_actions[index].id)
        told = {_path(each): away for each in search.open_actions}
        told |= {_path(each): code for way in found for each, code in way.items()}
        is_sought = all(way is not _BROKEN_OFF for way in found)
        yield Turn(fact, told, {**told, fact.path: away}, is_sought=is_sought)


_PLAN = "plan"
_EMPTY: Facts = MappingProxyType({_PLAN: ActionPlan(())})


def _path(index: int) -> str:
    return f"plan.actions[{index}].planned_by"


def _open_actions(plan: ActionPlan) -> dict[int, Action]:
    return {index: action for index, action in enumerate(plan.actions) if action.planned_by is None}


@frozen
class _HandOut:
    """Actions of which it is not known in whose plan they stand, to be handed out to members."""

    plan: ActionPlan
    members: tuple[Municipality, ...]
    call: OpenCall

    @property
    def open_actions(self) -> dict[int, Action]:
        return _open_actions(self.plan)

    def filling(self, priority: PolicyPriority) -> _Way | None:
        """A way to hand out actions that fills every cell of a priority, if there is one."""
        return _filling(self._needs(priority), self._free(priority), {}, None)

    def filling_that_needs(self, index: int, priority: PolicyPriority) -> _Way | None:
        """Such a way in which a cell would be left without this one action."""
        needs, free = self._needs(priority), self._free(priority)
        years = dict(free)[index]
        others = tuple(each for each in free if each[0] != index)
        found: _Way | None = None
        for code, year in _unlike(needs, years):
            # Its other cells first: they soonest show that no way is left.
            in_order = dict(sorted(needs.items(), key=lambda need: need[0][0] != code))
            left = _after(in_order, code, years)
            way = _filling(left, others, {index: code}, (code, year))
            if way is _BROKEN_OFF:
                found = way
            elif way is not None:
                return way
        return found

    def _needs(self, priority: PolicyPriority) -> _Needs:
        needs: dict[tuple[str, int], int] = {}
        for member in self.members:
            codes = {member.nis_code, *member.territory}
            own = ActionPlan(each for each in self.plan.actions if each.planned_by in codes)
            for year in self.call.plan_years:
                short = self.call.minimum_actions - own.covered(priority, year)
                if short > 0:
                    needs[member.nis_code, year] = short
        return needs

    def _free(self, priority: PolicyPriority) -> _Free:
        years = frozenset(self.call.plan_years)
        return tuple(
            (index, action.years & years)
            for index, action in self.open_actions.items()
            if action.code is priority
        )


def _unlike(needs: _Needs, years: frozenset[int]) -> Iterator[_Cell]:
    """The cells in these years, of members that need the same only those of one."""
    seen: set[tuple[int, frozenset[tuple[int, int]]]] = set()
    for code, year in needs:
        profile = frozenset((each, short) for (who, each), short in needs.items() if who == code)
        if year in years and (year, profile) not in seen:
            seen.add((year, profile))
            yield code, year


def _filling(needs: _Needs, free: _Free, way: _Way, closed: _Cell | None) -> _Way | None:
    """A way to hand out the free actions so that nothing is needed any more, if there is one.

    No more of them than needed in the cell ``closed``. Of actions for the same years only the
    first is tried, those that fill most first. ``_BROKEN_OFF`` where not all ways were tried.
    """
    waiting = [(needs, free, way)]
    for _ in range(MOST_STEPS):
        if not waiting:
            return None
        needs, free, way = waiting.pop()
        if not needs:
            return way
        code, year = next(iter(needs))
        alike = {years: index for index, years in reversed(free) if year in years}
        for years in sorted(alike, key=len):
            if closed is None or closed in needs or closed[0] != code or closed[1] not in years:
                rest = tuple(each for each in free if each[0] != alike[years])
                waiting.append((_after(needs, code, years), rest, {**way, alike[years]: code}))
    return _BROKEN_OFF


def _after(needs: _Needs, code: str, years: frozenset[int]) -> _Needs:
    """What is still needed once a member has an action for these years."""
    left = {cell: short - (cell[0] == code and cell[1] in years) for cell, short in needs.items()}
    return {cell: short for cell, short in left.items() if short}


#: Stands for the ways that were not tried.
_BROKEN_OFF: _Way = MappingProxyType({})
