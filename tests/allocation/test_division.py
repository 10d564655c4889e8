"""One pot, divided by largest remainder; and a total, split by fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.allocation.drawn import divisions
from tests.allocation.exhaustive import exact_shares, rounded_by_remainder

from wselr_rules.allocation.division import (
    by_fractions,
    by_largest_remainder,
    closest_table,
    table_per_pot,
)

ONE_POT = divisions(most_rows=40, most_pots=1, most_cents=10_000)


class TestLargestRemainder:
    """Whole cents first; the cents left over one each to the largest remainders."""

    @given(ONE_POT)
    def test_as_by_fractions(self, division):
        """It gives what a slow division with fractions gives."""
        (pot,), (weights,), ids = division
        slow = rounded_by_remainder(exact_shares(pot, weights), ids)
        assert by_largest_remainder(pot, weights, ids) == slow

    @given(ONE_POT)
    def test_the_law(self, division):
        """Who got a cent left over has no smaller remainder than who did not; ties by id."""
        (pot,), (weights,), ids = division
        exact = exact_shares(pot, weights)
        paid = by_largest_remainder(pot, weights, ids)
        got = [(share % 1, i) for share, cents, i in zip(exact, paid, ids, strict=True)]
        given_one = [pair for pair, cents, q in zip(got, paid, exact, strict=True) if cents > q]
        without = [pair for pair, cents, q in zip(got, paid, exact, strict=True) if cents < q]
        assert all(
            high > low or (high == low and first < second)
            for high, first in given_one
            for low, second in without
        )

    @given(ONE_POT)
    def test_adds_up(self, division):
        """The parts add up to the pot, and a weight of zero is paid zero."""
        (pot,), (weights,), ids = division
        paid = by_largest_remainder(pot, weights, ids)
        assert sum(paid) == pot
        assert all(weight or not cents for cents, weight in zip(paid, weights, strict=True))

    def test_ties_by_id(self):
        """Equal remainders on the cut go by id, whatever the order of the rows."""
        assert by_largest_remainder(5, [1, 1, 1], ["c", "a", "b"]) == [1, 2, 2]

    def test_ties_by_code_point(self):
        """Ids are compared by code point: capitals before small letters, accents last."""
        assert by_largest_remainder(2, [1, 1, 1], ["é", "z", "Z"]) == [0, 1, 1]

    def test_apportionment_with_a_tie_on_the_cut(self):
        """Nine seats by 15, 15, 15, 15, 19 and 11: the tied ones come in order of id."""
        paid = by_largest_remainder(9, [15, 15, 15, 15, 19, 11], list("abcdef"))
        assert paid == [2, 2, 1, 1, 2, 1]

    def test_empty_pot(self):
        """A pot of nothing pays nothing, with or without weights."""
        assert by_largest_remainder(0, [3, 4], ["a", "b"]) == [0, 0]
        assert by_largest_remainder(0, [0, 0], ["a", "b"]) == [0, 0]

    def test_more_than_any_budget(self):
        """The cents of 90 trillion euros are divided to the last one."""
        pot = 9_000_000_000_000_001
        paid = by_largest_remainder(pot, [1, 1, 1], ["a", "b", "c"])
        assert paid == [3_000_000_000_000_001, 3_000_000_000_000_000, 3_000_000_000_000_000]


class TestPerPot:
    """Under the other reading each pot is divided as if it were alone."""

    def test_each_pot_alone(self):
        """Two pots give what two divisions give."""
        assert table_per_pot([5, 1], [[1, 1, 1], [0, 1, 1]], ["c", "a", "b"]) == [
            [1, 2, 2],
            [0, 1, 0],
        ]

    def test_seven_alike(self):
        """Of seven alike on the real budget one gets 2.14 cents too much, per pot; 1 on totals."""
        pots = [120_000_000, 60_000_000, 120_000_000]
        weights, ids = [[1] * 7] * 3, list("abcdefg")
        exact = Fraction(sum(pots), 7)
        per_pot = [sum(row) for row in zip(*table_per_pot(pots, weights, ids), strict=True)]
        on_totals = [sum(row) for row in zip(*closest_table(pots, weights, ids), strict=True)]
        assert max(per_pot) - exact == Fraction(15, 7)
        assert max(abs(cents - exact) for cents in on_totals) < 1
        assert max(on_totals) - min(on_totals) == 1


class TestFractions:
    """A total is split by fractions that add up to one."""

    @pytest.mark.parametrize(
        ("total", "fractions", "parts"),
        [
            (300, [Fraction(2, 5), Fraction(1, 5), Fraction(2, 5)], [120, 60, 120]),
            (100, [Fraction(1, 3)] * 3, [34, 33, 33]),
            (1, [Fraction(1, 3), Fraction(2, 3)], [0, 1]),
            (7, [Fraction(0), Fraction(1)], [0, 7]),
        ],
    )
    def test_parts(self, total, fractions, parts):
        """What is not whole goes to the largest remainder, and of equal ones to the earlier."""
        assert by_fractions(total, fractions) == parts

    @given(st.integers(1, 10**12), st.lists(st.integers(0, 9), min_size=1, max_size=6).filter(any))
    def test_adds_up(self, total, weights):
        """The parts add up, each less than a cent from its exact value."""
        fractions = [Fraction(weight, sum(weights)) for weight in weights]
        parts = by_fractions(total, fractions)
        assert sum(parts) == total
        assert all(abs(part - total * f) < 1 for part, f in zip(parts, fractions, strict=True))
