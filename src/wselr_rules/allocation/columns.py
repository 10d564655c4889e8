"""A division in columns (*verdeling in kolommen*): whole cents by pot, and by row who gets them.

It knows what is divided, by which keys and how, and what the parts of a grant are. Those take
several times the room of the cents and as long to make as the division, so they are made by the
row, when somebody asks for one. It does not check the cents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from math import lcm
from operator import mul
from typing import TypeAlias

from attrs import frozen

from wselr_rules.allocation.beneficiaries import Beneficiary, check_counts, in_order, weights_of
from wselr_rules.allocation.division import by_fractions, closest_table, table_per_pot
from wselr_rules.allocation.euros import cents_of, euros_of
from wselr_rules.errors import InvalidBudget
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import Rounding
from wselr_rules.law.terms import AllocationKey

__all__ = ["Columns", "Share", "divided"]

#: What one beneficiary gets, in euros: its id, the amount, how much by each key, and unrounded.
Share: TypeAlias = tuple[str, Decimal, FrozenMap[AllocationKey, Decimal], Fraction]


@frozen
class Columns:
    """A budget as it was just divided (*verdeling in kolommen*), rows in order of id."""

    beneficiaries: tuple[Beneficiary, ...]
    #: In cents.
    budget: int
    pots: FrozenMap[AllocationKey, int]
    #: By pot what the rows get, and the weights by which that was divided.
    table: tuple[tuple[int, ...], ...]
    weights: tuple[tuple[int, ...], ...]
    #: What a weight in each pot is worth, as numerators over one denominator, in euros.
    worth: tuple[int, ...]
    denominator: int

    def amounts(self) -> Iterator[int]:
        """The cents that each gets (*bedragen*)."""
        return map(sum, zip(*self.table, strict=True))

    def share(self, place: int) -> Share:
        """What the beneficiary at this place gets (*aandeel*)."""
        row = [cents[place] for cents in self.table]
        return self._share(self.beneficiaries[place], row, [each[place] for each in self.weights])

    def shares(self) -> Iterator[Share]:
        """What each of them gets (*aandelen*), made one after another."""
        rows = zip(*self.table, strict=True)
        return map(self._share, self.beneficiaries, rows, zip(*self.weights, strict=True))

    def _share(self, own: Beneficiary, cents: Iterable[int], weights: Iterable[int]) -> Share:
        row = tuple(cents)
        return (
            own.id,
            euros_of(sum(row)),
            FrozenMap(zip(self.pots, map(euros_of, row), strict=True)),
            Fraction(sum(map(mul, self.worth, weights)), self.denominator),
        )


def divided(beneficiaries: Iterable[Beneficiary], *, call: OpenCall, year: int) -> Columns:
    """Divide the budget of a plan year (*verdeel het budget*); raises what ``allocate`` does."""
    budget = _budget_in_cents(call, year)
    named = in_order(beneficiaries)
    check_counts(named, call.keys, call.readings.zero_key)
    pots = by_fractions(budget, list(call.keys.values()))
    weights = weights_of(named, call.keys)
    divide = table_per_pot if call.readings.rounding is Rounding.PER_POT else closest_table
    table = divide(pots, weights, [each.id for each in named])
    totals = [sum(column) for column in weights]
    parts = lcm(*totals)
    return Columns(
        named,
        budget,
        FrozenMap(zip(call.keys, pots, strict=True)),
        tuple(map(tuple, table)),
        tuple(map(tuple, weights)),
        tuple(pot * (parts // total) for pot, total in zip(pots, totals, strict=True)),
        parts * 100,
    )


def _budget_in_cents(call: OpenCall, year: int) -> int:
    budget = call.budget_for(year)
    cents = cents_of(budget)
    # A budget for all years together may leave the later of them without a cent.
    if not cents:
        raise InvalidBudget(budget)
    return cents
