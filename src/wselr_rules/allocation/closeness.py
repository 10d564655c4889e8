"""Proof that a table of whole cents is the closest one (*dichtste tabel*).

It knows remainders, who was rounded up, and nothing of how that was chosen. Any two tables
with the same sums differ by cycles of moves of one cent. In the graph whose nodes are the pots
and whose edges are the cheapest move between them, a table that could be better has a cycle
that gains; one that is the best has none. One more node stands for the amounts: an edge to it
rounds an amount down, an edge from it rounds one up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from operator import add

__all__ = ["rows_of_a_better_cycle"]

#: What a move costs, first things first: the remainder and the row number of an amount, the
#: remainder of a component, and the row numbers in each pot. Compared as they stand.
_Cost = tuple[int, ...]
_Edges = dict[tuple[int, int], tuple[_Cost, int]]


def rows_of_a_better_cycle(
    remainders: Sequence[Sequence[int]],
    raised: Sequence[Sequence[int]],
    rests: Sequence[int],
    raised_amounts: Sequence[int],
) -> tuple[int, ...]:
    """Find rows whose cents could lie better (*betere ruil*); none if the table is the closest.

    ``remainders[k][i]`` is what is left of row ``i`` in pot ``k``, ``raised[k][i]`` is 1 if
    that was rounded up; ``rests`` and ``raised_amounts`` say the same of the amounts. Rows come
    in the order that settles ties, and every sum is taken to be right.
    """
    pots = len(remainders)
    edges: _Edges = {}
    for source, target in permutations(range(pots + 1), 2):
        if target == pots:
            moves = _rounding_down(raised[source], rests, raised_amounts)
        elif source == pots:
            moves = _rounding_up(remainders[target], raised[target], rests, raised_amounts)
        else:
            moves = _between(source, target, remainders, raised)
        cheapest = min(moves, default=None)
        if cheapest is not None:
            edges[source, target] = _edge(source, target, cheapest, pots)
    return _gaining_cycle(edges, pots)


#: A move as it competes with those of its kind: what it costs, and the row, with the sign that
#: the order of ties gives it.
_Move = tuple[int, int]


def _between(
    source: int,
    target: int,
    remainders: Sequence[Sequence[int]],
    raised: Sequence[Sequence[int]],
) -> Iterator[_Move]:
    # The earlier pot decides ties, and wants its cents in the first rows.
    sign = -1 if source < target else 1
    columns = zip(
        remainders[source], raised[source], remainders[target], raised[target], strict=True
    )
    for i, (lost, has, gained, would_have) in enumerate(columns):
        if has and gained and not would_have:
            yield lost - gained, sign * i


def _rounding_down(
    raised: Sequence[int], rests: Sequence[int], raised_amounts: Sequence[int]
) -> Iterator[_Move]:
    for i, (has, rest, up) in enumerate(zip(raised, rests, raised_amounts, strict=True)):
        if has and up:
            yield rest, -i


def _rounding_up(
    remainders: Sequence[int],
    raised: Sequence[int],
    rests: Sequence[int],
    raised_amounts: Sequence[int],
) -> Iterator[_Move]:
    # A whole amount may not be rounded up, but it need not be left out: that gains nothing.
    for i, (gained, has, rest, up) in enumerate(
        zip(remainders, raised, rests, raised_amounts, strict=True)
    ):
        if gained and not has and not up:
            yield -rest, i


def _edge(source: int, target: int, move: _Move, pots: int) -> tuple[_Cost, int]:
    """Write a move out as its whole cost and its row."""
    cost, signed_row = move
    row = abs(signed_row)
    numbers = [0] * pots
    if pots in (source, target):
        # No cycle rounds one amount down and the same one up, so the amounts decide it.
        return (cost, signed_row, 0, *numbers), row
    numbers[source] = -row
    numbers[target] = row
    return (0, 0, cost, *numbers), row


def _gaining_cycle(edges: _Edges, pots: int) -> tuple[int, ...]:
    """Look for a cycle with a negative cost by relaxing every edge once per node."""
    nothing: _Cost = (0,) * (pots + 3)
    costs: dict[int, _Cost] = dict.fromkeys(range(pots + 1), nothing)
    came_by: dict[int, tuple[int, int]] = {}
    last_changed = -1
    for _ in costs:
        last_changed = -1
        for (source, target), (cost, row) in edges.items():
            through = tuple(map(add, costs[source], cost))
            if through < costs[target]:
                costs[target] = through
                came_by[target] = (source, row)
                last_changed = target
    if last_changed < 0:
        return ()
    # What still changed in the last round hangs on a cycle: walk back until it is on it.
    node = last_changed
    for _ in costs:
        node = came_by[node][0]
    start, rows = node, set[int]()
    while not rows or node != start:
        node, row = came_by[node]
        rows.add(row)
    return tuple(sorted(rows))
