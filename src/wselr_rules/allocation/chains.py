"""Cheapest chains of moves of one cent between pots (*ketens van verschuivingen*).

It knows pots, rows, what a cent in each cell is worth, and who holds one. It knows neither
remainders nor ids: the worth of a cell says all.

In a chain one row moves a cent from the first pot to the second, another row one from the
second to the third, and on. No row's number of cents changes, and only the two pots at its
ends change theirs. This is the method of successive shortest paths: what starts without a
cycle that gains stays so when moved along the cheapest chain, so it ends at the best table.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from itertools import permutations

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


class _Moves:
    """The moves of one cent that can be made now, the cheapest of each kind on top of a heap.

    A kind is a pot to take from and a pot to give to. An entry is loss * rows + row. What a
    move costs never changes, only whether it can be made: entries are checked when on top.
    """

    __slots__ = ("_heaps", "_held", "_rows", "_worth")

    def __init__(self, worth: Sequence[Sequence[int]], held: list[int]) -> None:
        self._worth = worth
        self._held = held
        self._rows = len(held)
        self._heaps = {
            (source, target): self._heap(source, target)
            for source, target in permutations(range(len(worth)), 2)
        }

    def _heap(self, source: int, target: int) -> list[int]:
        both, only_source = 1 << source | 1 << target, 1 << source
        heap = [
            (lost - gained) * self._rows + i
            for i, (row, lost, gained) in enumerate(
                zip(self._held, self._worth[source], self._worth[target], strict=True)
            )
            if row & both == only_source and gained
        ]
        heapify(heap)
        return heap

    def _cheapest(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Give the loss and the row of the cheapest move of each kind that can be made."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for (source, target), heap in self._heaps.items():
            both, only_source = 1 << source | 1 << target, 1 << source
            while heap and self._held[heap[0] % self._rows] & both != only_source:
                heappop(heap)
            if heap:
                found[source, target] = divmod(heap[0], self._rows)
        return found

    def cheapest_chain(self, surplus: Sequence[int]) -> list[tuple[int, int, int]]:
        """Give the moves (from, to, row) of a cheapest chain, or none if there is no chain."""
        cheapest = self._cheapest()
        losses = {pot: 0 for pot, cents in enumerate(surplus) if cents > 0}
        came_by: dict[int, tuple[int, int, int]] = {}
        for _ in surplus:
            for (source, target), (loss, row) in cheapest.items():
                if source in losses and (
                    target not in losses or losses[source] + loss < losses[target]
                ):
                    losses[target] = losses[source] + loss
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
        for (source, target), heap in self._heaps.items():
            gained = self._worth[target][row]
            if gained and self._held[row] >> source & 1 and not self._held[row] >> target & 1:
                heappush(heap, (self._worth[source][row] - gained) * self._rows + row)
