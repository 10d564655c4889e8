"""The search for remedies (*zoeken*): which smallest sets of changes meet a criterion.

From no change on, a set that fails is enlarged by what can repair one of the literals that fail
in it, the small sets first. So every smallest set within the bounds of ``options`` is found:
whatever else meets the criterion holds a repair of each literal that fails. It knows no words.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush
from typing import Final

from attrs import Factory, define, evolve, field, frozen

from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.eligibility.alternatives import Alternative, Literal, alternatives
from wselr_rules.eligibility.any_change import AnyChange
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.member_changes import AddMembers, BringInhabitants, ReleaseMember
from wselr_rules.eligibility.options import Options, bits_of
from wselr_rules.eligibility.repairs import REPAIRS, Repair, any_change, of_an_impossible_world
from wselr_rules.eligibility.rules import ENOUGH_INHABITANTS
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.worlds import Worlds
from wselr_rules.law.readings import CentrumstadPartner

__all__ = ["MOST_ASSESSED", "MOST_SETS", "Found", "Search"]

#: Our own limit: how many sets are looked at for one alternative.
MOST_SETS: Final = 20_000
#: Our own limit: how often the whole criterion, or one that any change may repair, is assessed.
MOST_ASSESSED: Final = 1_500


@frozen
class Found:
    """A set of changes that meets the criterion (*gevonden*), and what it leads to."""

    changes: tuple[AnyChange, ...]
    application: Application
    context: Context
    finding: Finding


@define(eq=False)
class _Condition:
    """A literal with the answers that it gave (*voorwaarde*), by the set of changes."""

    literal: Literal
    #: None for a criterion that any change may repair.
    repair: Repair | None
    answers: dict[int, bool] = field(init=False, factory=dict[int, bool])


@define(eq=False)
class Search:
    """A search for the smallest sets of some options that meet a criterion (*zoektocht*)."""

    criterion: Criterion
    options: Options
    #: Whether no limit was met.
    is_complete: bool = field(init=False, default=True)
    _worlds: Worlds = field(
        init=False, default=Factory(lambda self: Worlds(self.options), takes_self=True)
    )
    _conditions: dict[Literal, _Condition] = field(init=False, factory=dict[Literal, _Condition])
    _found: dict[int, Found] = field(init=False, factory=dict[int, Found])
    #: The sets that were found, by their lowest bit.
    _found_from: dict[int, list[int]] = field(init=False, factory=dict[int, list[int]])
    #: By what is released: of the other applications the rules read nothing else that changes.
    _contexts: dict[int, Context] = field(init=False, factory=dict[int, Context])
    _assessed: int = field(init=False, default=0)

    def run(self) -> tuple[Found, ...]:
        """All the smallest sets (*alle*), unless a limit was met."""
        ways = [tuple(self._conditions_of(each)) for each in alternatives(self.criterion)]
        for conditions in ways:
            self._follow(conditions)
        return tuple(
            found for mask, found in self._found.items() if not self._holds_found(mask, but=mask)
        )

    def _conditions_of(self, alternative: Alternative) -> list[_Condition]:
        """The conditions in the order of the rules; those of the caller's own come last."""
        for literal in alternative:
            is_rule = literal.is_to_be_met and literal.criterion in REPAIRS
            repair = REPAIRS[literal.criterion] if is_rule else None
            self._conditions.setdefault(literal, _Condition(literal, repair))
        order = [*REPAIRS.values(), None]
        conditions = (self._conditions[literal] for literal in alternative)
        return sorted(conditions, key=lambda condition: order.index(condition.repair))

    def _follow(self, conditions: tuple[_Condition, ...]) -> None:
        waiting, seen = [(0, 0)], {0}
        # Beyond a limit only those sets are looked at of which every part was.
        largest = len(self.options.changes)
        while waiting and self._assessed < MOST_ASSESSED:
            size, mask = heappop(waiting)
            if size > largest or self._holds_found(mask):
                continue
            repairs = self._repairs(conditions, mask)
            if repairs is None:
                self._assess(mask)
            elif len(seen) >= MOST_SETS:
                largest = min(largest, size + 1)
                self.is_complete = False
            else:
                larger = sorted({mask | repair for repair in repairs} - seen)
                seen.update(larger)
                for each in filter(self.options.allows, larger):
                    heappush(waiting, (each.bit_count(), each))
        self.is_complete = self.is_complete and not waiting

    def _holds_found(self, mask: int, *, but: int = 0) -> bool:
        """Whether a set has a part that was found."""
        return any(
            found & mask == found != but
            for bit in bits_of(mask)
            for found in self._found_from.get(bit, ())
        )

    # --- what fails ---------------------------------------------------------------------------

    def _repairs(self, conditions: tuple[_Condition, ...], mask: int) -> Iterable[int] | None:
        """The sets of which one must be added to this one; None where every condition holds."""
        worlds = self._worlds
        if worlds.is_impossible_alone(mask):
            return of_an_impossible_world(worlds, mask)
        joins = mask & self.options.of(AddMembers, BringInhabitants)
        failing: list[list[int]] = []
        for condition in conditions:
            if condition.repair is None:
                if not failing and not self._holds(condition, mask):
                    return any_change(worlds, mask)
            elif not self._holds(condition, mask):
                repairs = condition.repair.repairs(worlds, mask)
                # Of the many sets of those who join, most have too few inhabitants.
                if joins:
                    return repairs
                failing.append(list(repairs))
        return min(failing, key=len) if failing else None

    def _holds(self, condition: _Condition, mask: int) -> bool:
        options = self.options
        if condition.repair is None:
            return self._answer(condition, mask)
        if condition.literal.criterion == ENOUGH_INHABITANTS and self._is_counted:
            brings_enough = mask & options.of(BringInhabitants)
            return bool(brings_enough) or not self._worlds.shortage(mask)
        return self._answer(condition, mask & options.of(*condition.repair.reads))

    @property
    def _is_counted(self) -> bool:
        """Whether the inhabitants alone decide that there are enough of them (I09)."""
        readings = self.options.context.call.readings
        return readings.centrumstad_partner is CentrumstadPartner.BOUND

    def _answer(self, condition: _Condition, mask: int) -> bool:
        if mask not in condition.answers:
            self._assessed += condition.repair is None
            made = self._worlds.changed(mask)
            condition.answers[mask] = made is not None and condition.literal.holds(
                made[0],
                self._context(mask, made[1], is_of_rules=condition.repair is not None),
            )
        return condition.answers[mask]

    def _context(self, mask: int, portfolio: Portfolio, *, is_of_rules: bool) -> Context:
        """The context of a world; rules read of the portfolio the other applications alone."""
        releases = mask & self.options.of(ReleaseMember)
        if not is_of_rules:
            return evolve(self.options.context, portfolio=portfolio)
        if releases not in self._contexts:
            self._contexts[releases] = evolve(self.options.context, portfolio=portfolio)
        return self._contexts[releases]

    # --- what is found ------------------------------------------------------------------------

    def _assess(self, mask: int) -> None:
        """Keep the set if the whole criterion is met by it, whatever is not known."""
        known, fullest = self.options.application, self._worlds.fullest(mask)
        for changes in self._ways(mask):
            found = self._after(mask, changes, known)
            if found is not None and (
                fullest is known or self._after(mask, changes, fullest) is not None
            ):
                self._found[mask] = found
                self._found_from.setdefault(mask & -mask, []).append(mask)
                return

    def _ways(self, mask: int) -> tuple[tuple[AnyChange, ...], ...]:
        """The changes of a set; new members, whoever they are, may bring nobody or enough."""
        if not mask & self.options.of(BringInhabitants):
            return (self._worlds.changes(mask),)
        return (self._worlds.changes(mask, 0), self._worlds.changes(mask))

    def _after(
        self, mask: int, changes: tuple[AnyChange, ...], application: Application
    ) -> Found | None:
        self._assessed += 1
        made = self._worlds.after(changes, application)
        if made is None:
            return None
        changed, portfolio = made
        is_of_rules = all(each.repair is not None for each in self._conditions.values())
        context = self._context(mask, portfolio, is_of_rules=is_of_rules)
        finding = self.criterion.finding(changed, context)
        if finding.verdict is not Verdict.MET:
            return None
        return Found(changes, changed, context, finding)
