"""The rule of the division in its slow and obvious form: fractions, and every table looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import ceil, floor


def exact_shares(pot: int, weights: Sequence[int]) -> list[Fraction]:
    """Give the unrounded shares of a pot in cents; an empty pot needs no weights."""
    return [Fraction(pot * weight, sum(weights)) if pot else Fraction(0) for weight in weights]


def exact_amounts(pots: Sequence[int], weights: Sequence[Sequence[int]]) -> list[Fraction]:
    """Give the unrounded amounts in cents."""
    return [sum(row, Fraction(0)) for row in zip(*map(exact_shares, pots, weights), strict=True)]


def rounded_by_remainder(exact: Sequence[Fraction], ids: Sequence[str]) -> list[int]:
    """Round down and hand out what is left: the largest remainder first, then the smaller id."""
    cents = [floor(share) for share in exact]
    ranked = sorted(range(len(ids)), key=lambda i: (floor(exact[i]) - exact[i], ids[i]))
    for i in ranked[: int(sum(exact)) - sum(cents)]:
        cents[i] += 1
    return cents


def tables(pots: Sequence[int], exact: Sequence[Sequence[Fraction]]) -> Iterator[list[list[int]]]:
    """Give every table whose pots add up and whose cells and rows are rounded down or up."""
    amounts = [sum(row) for row in zip(*exact, strict=True)]
    for columns in product(*map(_columns, pots, exact)):
        totals = [sum(row) for row in zip(*columns, strict=True)]
        if all(
            floor(share) <= cents <= ceil(share)
            for cents, share in zip(totals, amounts, strict=True)
        ):
            yield list(columns)


def _columns(pot: int, exact: Sequence[Fraction]) -> list[list[int]]:
    whole = [floor(share) for share in exact]
    broken = [i for i, share in enumerate(exact) if share != whole[i]]
    return [
        [cents + (i in raised) for i, cents in enumerate(whole)]
        for raised in combinations(broken, pot - sum(whole))
    ]


def best_tables(
    pots: Sequence[int], weights: Sequence[Sequence[int]], ids: Sequence[str]
) -> list[list[list[int]]]:
    """Give the tables that no other one precedes in the order of preference: it must be one."""
    by_id = sorted(range(len(ids)), key=lambda i: ids[i])
    exact = [[shares[i] for i in by_id] for shares in map(exact_shares, pots, weights)]
    amounts = [sum(row, Fraction(0)) for row in zip(*exact, strict=True)]

    def rank(table: list[list[int]]) -> tuple[object, ...]:
        totals = [sum(row) for row in zip(*table, strict=True)]
        return (
            _squares(totals, amounts),
            [-cents for cents in totals],
            sum(map(_squares, table, exact)),
            [
                sum(i for i, cents in enumerate(column) if cents > floor(shares[i]))
                for column, shares in zip(table, exact, strict=True)
            ],
        )

    ranked = [(rank(table), table) for table in tables(pots, exact)]
    first = min(rank for rank, _ in ranked)
    return [
        [[column[by_id.index(i)] for i in range(len(ids))] for column in table]
        for rank, table in ranked
        if rank == first
    ]


def _squares(cents: Sequence[int], exact: Sequence[Fraction]) -> Fraction:
    return sum(((paid - share) ** 2 for paid, share in zip(cents, exact, strict=True)), Fraction(0))
