"""Exact division of whole cents (*verdeling in hele centen*).

It knows whole numbers: pots of cents, weights, and ids that settle ties. It knows no subsidy,
no euros and no key, and does not judge its input: weights are at least 0, a pot that holds
cents has a positive total of weights, and no two ids are the same.

Columns go in and columns come out: ``weights[k][i]`` is the weight of row ``i`` in pot ``k``.
The order of the rows decides nothing; ids are compared by Unicode code point.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from itertools import islice
from math import gcd, lcm
from operator import add, lt

from wselr_rules.allocation.spare_cents import largest, spend

__all__ = ["by_fractions", "by_largest_remainder", "closest_table", "table_per_pot"]


def closest_table(
    pots: Sequence[int], weights: Sequence[Sequence[int]], ids: Sequence[str]
) -> list[list[int]]:
    """Divide all pots at once so that the row totals come out best (*op de totalen*).

    Looked at are the tables of whole cents in which every pot adds up exactly, and every
    component and every amount (the total of a row) is its exact value rounded down or up.
    There is always one. Of these the answer is the first in this order:

    1. the sum of the squared differences between amounts and exact amounts is smallest;
    2. the cents by which amounts are rounded up go to smaller ids: of two sets of rows, the
       better one is the one that holds the smallest id which is not in both;
    3. the sum of the squared differences between components and exact components is smallest;
    4. number the rows 0, 1, 2 and on by id, and add the numbers of the rows whose component in
       the first pot is rounded up: the smallest sum; then so in the second pot, and on.

    No two tables are equal in all four: two tables that agree on the amounts differ by cycles
    in which each row and each pot takes part at most once, and the first pot of such a cycle
    takes a cent from one row and gives it to another.

    Steps 1 and 2 together are plain largest remainder of the exact amounts, ties to the smaller
    id, wherever a table with those amounts exists.
    """
    return _in_order_of_id(partial(_closest, pots), weights, ids)


def _closest(pots: Sequence[int], weights: Sequence[Sequence[int]]) -> list[list[int]]:
    """Give the closest table (*dichtste tabel*), with rows that come in order of id."""
    shares = [_shares(pot, column) for pot, column in zip(pots, weights, strict=True)]
    unit = lcm(*(parts for _, _, parts in shares))
    open_pots = [k for k, (_, _, parts) in enumerate(shares) if parts > 1]
    held = spend([_scaled(shares[k][1], unit // shares[k][2]) for k in open_pots], unit)
    table = [wholes for wholes, _, _ in shares]
    for place, k in enumerate(open_pots):
        table[k] = [cents + (row >> place & 1) for cents, row in zip(table[k], held, strict=True)]
    return table


def table_per_pot(
    pots: Sequence[int], weights: Sequence[Sequence[int]], ids: Sequence[str]
) -> list[list[int]]:
    """Divide each pot on its own by largest remainder (*per pot*); amounts may drift by cents."""
    return _in_order_of_id(partial(_per_pot, pots), weights, ids)


def _per_pot(pots: Sequence[int], weights: Sequence[Sequence[int]]) -> list[list[int]]:
    return [_in_order(pot, column) for pot, column in zip(pots, weights, strict=True)]


def by_largest_remainder(total: int, weights: Sequence[int], ids: Sequence[str]) -> list[int]:
    """Divide by largest remainder (*grootste rest*): whole cents first, then the largest rests.

    Every row gets its exact share rounded down; the cents left over go one each to the largest
    remainders, and among equal remainders to the smaller id.
    """
    return table_per_pot([total], [weights], ids)[0]


def by_fractions(total: int, fractions: Sequence[Fraction]) -> list[int]:
    """Split a total by fractions that add up to 1 (*verdeelsleutels*), by largest remainder.

    Among equal remainders the earlier fraction gets the cent.
    """
    parts = lcm(*(fraction.denominator for fraction in fractions))
    return _in_order(total, [int(fraction * parts) for fraction in fractions])


def _in_order(total: int, weights: Sequence[int]) -> list[int]:
    wholes, remainders, parts = _shares(total, weights)
    spare = sum(remainders) // parts
    return list(map(add, wholes, largest(remainders, spare)))


def _shares(total: int, weights: Sequence[int]) -> tuple[list[int], list[int], int]:
    """Give the whole cents of every exact share, what remains of each, and in parts of what."""
    divisor = sum(weights)
    # A pot of nothing pays nothing, whatever its weights: all of them may be zero.
    common = gcd(total, divisor) if total else divisor or 1
    parts = divisor // common or 1
    factor = total // common
    products = [factor * weight for weight in weights]
    wholes = [product // parts for product in products]
    return wholes, [product % parts for product in products], parts


def _scaled(remainders: list[int], factor: int) -> list[int]:
    return remainders if factor == 1 else [remainder * factor for remainder in remainders]


def _in_order_of_id(
    divide: Callable[[Sequence[Sequence[int]]], list[list[int]]],
    weights: Sequence[Sequence[int]],
    ids: Sequence[str],
) -> list[list[int]]:
    """Divide with the rows in order of id, and give them back in the order in which they came."""
    if all(map(lt, ids, islice(ids, 1, None))):
        return divide(weights)
    by_id = sorted(range(len(ids)), key=ids.__getitem__)
    table = divide([[column[i] for i in by_id] for column in weights])
    places = sorted(range(len(ids)), key=by_id.__getitem__)
    return [[column[i] for i in places] for column in table]
