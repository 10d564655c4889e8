"""How the closest table is reached: each row by itself, and then a few chains."""

from __future__ import annotations

import pytest
from tests.allocation.test_closest_table import REAL_POTS, realistic

from wselr_rules.allocation import spare_cents
from wselr_rules.allocation.chains import mend
from wselr_rules.allocation.division import closest_table


class TestRowsFirst:
    """Each row has its cents where its own remainders are largest, before any chain."""

    @pytest.mark.parametrize(("rows", "most"), [(285, 60), (5000, 400)])
    def test_few_cents_are_left_to_move(self, rows, most, monkeypatch):
        """On realistic counts that leaves few cents to move: it is why a division is fast."""
        left_to_move = []

        def counting(worth, held, surplus):
            left_to_move.append(sum(map(abs, surplus)) // 2)
            return mend(worth, held, surplus)

        monkeypatch.setattr(spare_cents, "mend", counting)
        closest_table(REAL_POTS, *realistic(rows, seed=7))
        assert len(left_to_move) == 1
        assert 0 < left_to_move[0] <= most


class TestLargest:
    """Ones go to the largest remainders, and on the cut to the first."""

    @pytest.mark.parametrize(
        ("remainders", "spare", "given"),
        [
            ([], 0, []),
            ([3, 1, 2], 0, [0, 0, 0]),
            ([3, 1, 2], 2, [1, 0, 1]),
            ([2, 3, 2, 2, 1], 3, [1, 1, 1, 0, 0]),
            ([2, 2], 2, [1, 1]),
        ],
    )
    def test_given(self, remainders, spare, given):
        """As many as there are to give, to the largest."""
        assert spare_cents.largest(remainders, spare) == given


class TestChains:
    """Cents move by the chains that cost least."""

    def test_cheapest_of_two(self):
        """A cent moves where it loses least."""
        held, surplus = [1, 1], [1, -1]
        assert mend([[9, 9], [5, 6]], held, surplus)
        assert (held, surplus) == ([1, 2], [0, 0])

    def test_through_a_third_pot(self):
        """Two moves that lose little come before one that loses much."""
        held, surplus = [1, 2], [1, 0, -1]
        assert mend([[9, 9], [8, 8], [1, 7]], held, surplus)
        assert (held, surplus) == ([2, 4], [0, 0, 0])

    def test_straight(self):
        """One move that loses little comes before two that lose more."""
        held, surplus = [1, 2], [1, 0, -1]
        assert mend([[9, 9], [4, 8], [7, 7]], held, surplus)
        assert (held, surplus) == ([4, 2], [0, 0, 0])

    def test_after_a_chain(self):
        """What a row can do after it moved is still bound to cells that may hold a cent."""
        held, surplus = [1, 1, 1], [2, -1, -1]
        assert mend([[9, 20, 9], [8, 0, 8], [0, 1, 0]], held, surplus)
        assert (held, surplus) == ([2, 4, 1], [0, 0, 0])

    def test_no_chain(self):
        """Nothing moves into a cell that may hold no cent."""
        held, surplus = [1], [1, -1]
        assert not mend([[9], [0]], held, surplus)
        assert (held, surplus) == ([1], [1, -1])
