"""Cheapest chains of moves of one cent between pots (*ketens van verschuivingen*).

It knows pots, rows, what a cent in each cell is worth, and who holds one. It knows neither
remainders nor ids: the worth of a cell says all.

In a chain one row moves a cent from the first pot to the second, another row one from the
second to the third, and on. No row's number of cents changes, and only the two pots at its
ends change theirs. This is the method of successive shortest paths: what starts without a
cycle that gains stays so when moved along the cheapest chain, so it ends at the best table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import permutations

from attrs import frozen

__all__ = ["mend"]


def mend(worth: Sequence[Sequence[int]], held: list[int], surplus: list[int]) -> bool:
    """Move cents by cheapest chains until no pot has a surplus (*tot elke pot klopt*).

    ``worth[k][i]`` is what a cent is worth in row ``i`` of pot ``k``, 0 where none may be; bit
    ``k`` of ``held[i]`` says that there is one; ``surplus[k]`` is how many pot ``k`` has too
    many, or if negative too few. The last two are changed in place. False says that no chain
    leads from the pots that have too many to those that have too few.
    """
    moves = _Moves(worth, held)
    while any(surplus):
        chain = moves.cheapest_chain(surplus)
        if not chain:
            return False
        moves.make(chain)
        surplus[chain[0][0]] -= 1
        surplus[chain[-1][1]] += 1
    return True


@frozen
class _Kind:
    """The moves from one pot to another that could be made, the cheapest on top of a heap."""

    source: int
    target: int
    #: What a row that can make the move holds, of what it may hold in these two.
    holds: int
    both: int
    #: Numbers of loss * rows + row.
    heap: list[int]


class _Moves:
    """The moves of one cent that can be made now, by kind.

    What a move costs never changes, only whether it can be made: that is asked of what is on top.
    """

    __slots__ = ("_held", "_kinds", "_rows", "_worth")

    def __init__(self, worth: Sequence[Sequence[int]], held: list[int]) -> None:
        self._worth = worth
        self._held = held
        self._rows = len(held)
        places = defaultdict[int, list[int]](list)
        for i, row in enumerate(held):
            places[row].append(i)
        self._kinds = [
            _Kind(source, target, 1 << source, 1 << source | 1 << target, [])
            for source, target in permutations(range(len(worth)), 2)
        ]
        for kind in self._kinds:
            for row, in_rows in places.items():
                if row & kind.both == kind.holds:
                    kind.heap.extend(self._entries(kind, in_rows))
            heapify(kind.heap)

    def _entries(self, kind: _Kind, in_rows: Iterable[int]) -> list[int]:
        lost, gained, rows = self._worth[kind.source], self._worth[kind.target], self._rows
        return [(lost[i] - gained[i]) * rows + i for i in in_rows if gained[i]]

    def _cheapest(self) -> list[tuple[int, int, int, int]]:
        """Give (from, to, loss, row) of the cheapest move of each kind that can be made."""
        held, rows = self._held, self._rows
        found: list[tuple[int, int, int, int]] = []
        for kind in self._kinds:
            heap = kind.heap
            while heap and held[heap[0] % rows] & kind.both != kind.holds:
                heappop(heap)
            if heap:
                found.append((kind.source, kind.target, *divmod(heap[0], rows)))
        return found

    def cheapest_chain(self, surplus: Sequence[int]) -> list[tuple[int, int, int]]:
        """Give the moves (from, to, row) of a cheapest chain, or none if there is no chain."""
        cheapest = self._cheapest()
        losses = {pot: 0 for pot, cents in enumerate(surplus) if cents > 0}
        came_by: dict[int, tuple[int, int, int]] = {}
        # No cycle gains, so a cheapest chain has one move less than there are pots.
        for _ in surplus[1:]:
            for source, target, loss, row in cheapest:
                if source in losses:
                    through = losses[source] + loss
                    if target not in losses or through < losses[target]:
                        losses[target] = through
                        came_by[target] = (source, target, row)
        short = [pot for pot, cents in enumerate(surplus) if cents < 0 and pot in losses]
        if not short:
            return []
        # Any pot that has too few will do: what counts is that the way to it is the cheapest.
        pot = short[0]
        chain: list[tuple[int, int, int]] = []
        while pot in came_by:
            chain.append(came_by[pot])
            pot = came_by[pot][0]
        return chain[::-1]

    def make(self, chain: Sequence[tuple[int, int, int]]) -> None:
        """Make the moves of a chain, and note which moves its rows can make after them."""
        for source, target, row in chain:
            self._held[row] ^= 1 << source | 1 << target
        for row in {row for _, _, row in chain}:
            self._note(row)

    def _note(self, row: int) -> None:
        for kind in self._kinds:
            if self._held[row] & kind.both == kind.holds:
                for entry in self._entries(kind, [row]):
                    heappush(kind.heap, entry)
