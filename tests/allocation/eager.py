"""The division in its slow and obvious form: every grant made at once, by fractions, and checked.

Nothing of the columns is read: the exact shares are worked out here, and all goes through the
constructors.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tests.allocation.exhaustive import exact_shares, rounded_by_remainder

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.division import closest_table, table_per_pot
from wselr_rules.allocation.grants import Allocation, Grant
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import Rounding
from wselr_rules.law.terms import AllocationKey


def allocate_at_once(given: list[Beneficiary], call: OpenCall, year: int) -> Allocation:
    """Divide as ``allocate`` does; for keys that are not zero for everyone."""
    named = sorted(given, key=lambda each: each.id)
    ids = [each.id for each in named]
    budget = call.budget_for(year)
    parts = [Fraction(budget) * 100 * fraction for fraction in call.keys.values()]
    pots = rounded_by_remainder(parts, [str(place) for place, _ in enumerate(parts)])
    weights = [_weights(named, *pair) for pair in call.keys.items()]
    per_pot = call.readings.rounding is Rounding.PER_POT
    table = (table_per_pot if per_pot else closest_table)(pots, weights, ids)
    exact = [exact_shares(pot, column) for pot, column in zip(pots, weights, strict=True)]
    grants = [
        Grant(
            own,
            _euros(sum(column[place] for column in table)),
            {key: _euros(column[place]) for key, column in zip(call.keys, table, strict=True)},
            sum((column[place] for column in exact), Fraction(0)) / 100,
        )
        for place, own in enumerate(ids)
    ]
    return Allocation(
        grants,
        _euros(sum(pots)),
        year=year,
        pots=dict(zip(call.keys, map(_euros, pots), strict=True)),
        keys=call.keys,
        beneficiaries=given,
        readings=call.readings,
    )


def _weights(named: list[Beneficiary], key: AllocationKey, fraction: Fraction) -> list[int]:
    if key is AllocationKey.EQUAL_PARTS or not fraction:
        return [1] * len(named)
    return [getattr(each, key.name.lower()) for each in named]


def _euros(cents: int) -> Decimal:
    return Decimal(f"{cents // 100}.{cents % 100:02}")
