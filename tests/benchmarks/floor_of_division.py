"""The floors of a division: bare whole numbers, and the same in fractions and in numpy.

What they divide is not checked, and they know no key, reading, year or euro.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm

import numpy as np
from attrs import frozen
from tests.benchmarks.divisions import POTS

from wselr_rules.allocation.division import closest_table


@frozen
class Bare:
    """As many fields as a grant has, unchecked."""

    id: str
    amount: int
    components: tuple[int, ...]
    exact: int


def bare(division):
    """Return the same table as ``allocate``, by the same algorithm, in one bare object each."""
    table = closest_table(POTS, division.weights, division.ids)
    totals = [sum(column) for column in division.weights]
    parts = lcm(*totals)
    one, two, three = (pot * (parts // total) for pot, total in zip(POTS, totals, strict=True))
    # Written out for three keys: a floor need not be general.
    rows = zip(division.ids, *table, *division.weights, strict=True)
    return [
        Bare(own, a + b + c, (a, b, c), one * x + two * y + three * z)
        for own, a, b, c, x, y, z in rows
    ]


def in_fractions(division):
    """Return the amounts by largest remainder of exact fractions, and each pot by itself."""
    totals = [sum(column) for column in division.weights]
    shares = [
        [Fraction(pot * weight, total) for weight in column]
        for pot, total, column in zip(POTS, totals, division.weights, strict=True)
    ]
    amounts = [sum(row) for row in zip(*shares, strict=True)]
    return [_rounded(each) for each in (amounts, *shares)]


def _rounded(shares):
    wholes = [share.__floor__() for share in shares]
    spare = int(sum(shares)) - sum(wholes)
    rest = [share - whole for share, whole in zip(shares, wholes, strict=True)]
    for place in sorted(range(len(shares)), key=lambda each: (-rest[each], each))[:spare]:
        wholes[place] += 1
    return wholes


def in_floats(division):
    """Return the amounts by largest remainder as numpy divides them in floats, not exactly."""
    columns = [np.array(column, dtype=np.float64) for column in division.weights]
    shares = sum(pot * column / column.sum() for pot, column in zip(POTS, columns, strict=True))
    wholes = np.floor(shares).astype(np.int64)
    spare = sum(POTS) - int(wholes.sum())
    order = np.argsort(wholes - shares, kind="stable")
    wholes[order[:spare]] += 1
    return wholes.tolist()


def in_whole_arrays(pot, column):
    """Return one pot by largest remainder in arrays of whole numbers, which is exact."""
    products = pot * np.array(column, dtype=np.int64)
    wholes, rest = np.divmod(products, int(sum(column)))
    spare = pot - int(wholes.sum())
    wholes[np.argsort(-rest, kind="stable")[:spare]] += 1
    return wholes.tolist()
