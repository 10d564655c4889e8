"""The table of whole cents that is closest: amounts first, then components, then the ties."""

from __future__ import annotations

from math import ceil, floor
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.allocation.drawn import divisions
from tests.allocation.exhaustive import (
    best_tables,
    exact_amounts,
    exact_shares,
    rounded_by_remainder,
)
from tests.drawing import examples

from wselr_rules.allocation.division import closest_table

REAL_POTS = [120_000_000, 60_000_000, 120_000_000]

#: Made to be hard: no table has the amounts that plain largest remainder gives. In the last
#: three the amounts are as close as plain largest remainder, but other ids get the cents.
CONSTRUCTED = [
    ([7, 6, 9, 11], ["020020", "122001", "002202", "101102"]),
    ([4, 11, 4], ["00111", "11000", "01000"]),
    ([2, 5, 1], ["101001", "111011", "010010"]),
    ([11, 2, 4], ["100100", "000100", "011010"]),
    ([4, 11, 12], ["11001", "00110", "01011"]),
    ([7, 4, 1], ["001001", "022202", "110210"]),
    ([2, 11, 10], ["010010", "000110", "011001"]),
    ([11, 9, 11], ["101000", "001001", "010110"]),
    ([8, 3, 11], ["111000", "001000", "000111"]),
    ([6, 2], ["001120", "110200"]),
    ([12, 6], ["11024", "04220"]),
]


def amounts_of(table):
    return [sum(row) for row in zip(*table, strict=True)]


def realistic(rows, seed):
    chance = Random(seed)  # noqa: S311 -- nothing here is secret
    people = [int(chance.lognormvariate(11, 0.6)) for _ in range(rows)]
    seekers = [int(count * chance.uniform(0.02, 0.09)) for count in people]
    return [people, seekers, [1] * rows], [f"R{number:06}" for number in range(rows)]


class TestAgainstEveryTable:
    """Among all tables that round every cell and row down or up it is the first in order."""

    @settings(max_examples=examples(250))
    @given(divisions())
    def test_is_the_one(self, division):
        """Looking at every table finds the same one, and finds no second."""
        assert best_tables(*division) == [closest_table(*division)]

    @pytest.mark.parametrize("seed", range(8))
    def test_is_the_one_by_chance(self, seed):
        """A sweep over tables with many ties finds no other."""
        chance = Random(seed)  # noqa: S311 -- nothing here is secret
        for _ in range(60):
            rows = chance.randint(3, 6)
            highest = chance.choice([1, 2, 4, 30])
            weights = [[chance.randint(0, highest) for _ in range(rows)] for _ in range(3)]
            pots = [chance.randint(1, 20) if any(column) else 0 for column in weights]
            ids = chance.sample("abcdefghij", rows)
            assert best_tables(pots, weights, ids) == [closest_table(pots, weights, ids)]

    @settings(max_examples=examples(60))
    @given(divisions(most_rows=4, most_pots=4))
    def test_is_the_one_with_four_pots(self, division):
        """The rule does not depend on there being three pots."""
        assert best_tables(*division) == [closest_table(*division)]

    @pytest.mark.parametrize(("pots", "digits"), CONSTRUCTED)
    def test_is_the_one_in_constructed_cases(self, pots, digits):
        """Where plain largest remainder of the amounts fits no table, the closest that fits."""
        weights = [[int(digit) for digit in column] for column in digits]
        ids = list("abcdef")[: len(weights[0])]
        table = closest_table(pots, weights, ids)
        plain = rounded_by_remainder(exact_amounts(pots, weights), ids)
        assert amounts_of(table) != plain
        assert best_tables(pots, weights, ids) == [table]


class TestAmountsBeforeComponents:
    """Where no table has the largest remainders, the amounts still come before all components."""

    @pytest.mark.parametrize(
        ("pots", "weights"),
        [
            (
                [1, 1, 2],
                [
                    [0, 0, 0, 0, 6, 0, 0, 0, 6],
                    [0, 0, 0, 5, 0, 5, 2, 0, 0],
                    [0, 5, 8, 0, 0, 0, 11, 0, 0],
                ],
            ),
            (
                [2, 3, 1, 1],
                [
                    [6, 0, 0, 0, 0, 8, 0, 6, 0],
                    [0, 9, 0, 3, 9, 0, 0, 9, 0],
                    [0, 0, 0, 1, 0, 0, 6, 0, 3],
                    [0, 1, 6, 0, 1, 0, 0, 2, 0],
                ],
            ),
            # Rows with a cent in all pots but one, of which others have to be rounded down.
            ([4, 3, 1], [[7, 0, 8, 0, 8, 0], [0, 2, 0, 5, 0, 1], [0, 9, 0, 0, 0, 4]]),
            (
                [3, 3, 2],
                [[0, 6, 6, 0, 3, 0, 8], [9, 0, 0, 0, 0, 9, 1], [0, 5, 9, 7, 3, 0, 0]],
            ),
        ],
    )
    def test_is_the_one(self, pots, weights):
        """Many rows of few cents: what their components gain together outweighs no amount."""
        ids = list("abcdefghi")[: len(weights[0])]
        assert best_tables(pots, weights, ids) == [closest_table(pots, weights, ids)]


class TestBounds:
    """What holds of every table, whatever its size."""

    @given(divisions(most_rows=40, most_pots=4, most_cents=10_000))
    def test_adds_up_within_a_cent(self, division):
        """Pots add up; cells and amounts are rounded down or up; zero weights are paid zero."""
        pots, weights, ids = division
        table = closest_table(pots, weights, ids)
        assert [sum(column) for column in table] == pots
        for column, pot, given_weights in zip(table, pots, weights, strict=True):
            exact = exact_shares(pot, given_weights)
            assert all(floor(q) <= cents <= ceil(q) for cents, q in zip(column, exact, strict=True))
        exact = exact_amounts(pots, weights)
        assert all(
            floor(r) <= cents <= ceil(r) for cents, r in zip(amounts_of(table), exact, strict=True)
        )

    @pytest.mark.parametrize("rows", [1, 2, 39, 40, 285, 1000])
    def test_amounts_by_largest_remainder(self, rows):
        """On realistic counts the amounts are plain largest remainder: a spreadsheet agrees."""
        weights, ids = realistic(rows, seed=rows)
        amounts = amounts_of(closest_table(REAL_POTS, weights, ids))
        assert amounts == rounded_by_remainder(exact_amounts(REAL_POTS, weights), ids)


class TestWhatDoesNotMatter:
    """The answer follows from ids and weights, and from nothing else."""

    @given(divisions(most_rows=12, most_pots=3), st.randoms(use_true_random=False))
    def test_order_of_rows(self, division, chance):
        """Rows in another order get the same cents."""
        pots, weights, ids = division
        order = list(range(len(ids)))
        chance.shuffle(order)
        shuffled = closest_table(
            pots, [[column[i] for i in order] for column in weights], [ids[i] for i in order]
        )
        table = closest_table(pots, weights, ids)
        assert shuffled == [[column[i] for i in order] for column in table]

    @given(divisions(most_rows=12, most_pots=3), st.integers(2, 1000))
    def test_scale_of_weights(self, division, factor):
        """Weights in another unit give the same cents."""
        pots, weights, ids = division
        scaled = [[weight * factor for weight in column] for column in weights]
        assert closest_table(pots, scaled, ids) == closest_table(pots, weights, ids)

    @given(divisions(most_rows=12, most_pots=3))
    def test_alike_differ_by_a_cent(self, division):
        """Who has the same weights gets the same amount but for one cent, the smaller id first."""
        pots, weights, ids = division
        twins = [[*column, column[0]] for column in weights]
        amounts = amounts_of(closest_table(pots, twins, [*ids, f"{ids[0]}~~~"]))
        assert 0 <= amounts[0] - amounts[-1] <= 1


class TestNamedCases:
    """Cases with a name of their own."""

    def test_three_of_the_text(self):
        """Case 13: 1,420,000, 960,000 and 620,000 euros."""
        weights = [[60_000, 30_000, 10_000], [3_000, 2_000, 1_000], [1, 1, 1]]
        assert amounts_of(closest_table(REAL_POTS, weights, ["a", "b", "c"])) == [
            142_000_000,
            96_000_000,
            62_000_000,
        ]

    def test_the_constructed_one_on_the_real_budget(self):
        """Eight small counts on the real budget: two amounts differ by a cent from plain."""
        weights = [[40, 45, 36, 79, 21, 71, 144, 239], [2, 1, 1, 0, 0, 0, 2, 1], [1] * 8]
        ids = list("abcdefgh")
        table = closest_table(REAL_POTS, weights, ids)
        plain = rounded_by_remainder(exact_amounts(REAL_POTS, weights), ids)
        differences = [cents - p for cents, p in zip(amounts_of(table), plain, strict=True)]
        assert sorted(differences) == [-1, 0, 0, 0, 0, 0, 0, 1]
        assert best_tables(REAL_POTS, weights, ids) == [table]

    def test_everyone_alike(self):
        """Of rows alike the first get the amounts' cents, and of those the first each pot's."""
        table = closest_table([4, 4, 4], [[1] * 5] * 3, list("abcde"))
        assert amounts_of(table) == [3, 3, 2, 2, 2]
        assert best_tables([4, 4, 4], [[1] * 5] * 3, list("abcde")) == [table]

    def test_no_pots(self):
        """Pots that divide exactly leave nothing to choose."""
        assert closest_table([4, 0], [[1, 1], [0, 0]], ["b", "a"]) == [[2, 2], [0, 0]]
