"""How often each package divides otherwise than exact arithmetic does."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from random import Random

from tests.benchmarks.page import Part, table
from tests.benchmarks.peers_of_division import DIVIDERS

from wselr_rules.allocation.division import by_largest_remainder

WAYS = ("right", "tie", "another", "astray", "sum", "failed")
HEAD = [
    "",
    "right",
    "ties otherwise than by id",
    "a cent to a smaller remainder",
    "a share a cent or more off",
    "wrong sum",
    "fails",
]
#: In cents: small ones, those of the call, and those that a float does not hold.
TOTALS = (7, 100, 1_000, 120_000_000, 10**17 + 3)


def measured(*, rounds):
    """Return the part of the page: so many tables, each divided by every package."""
    ours = ("**ours**", lambda total, weights: by_largest_remainder(total, weights, _ids(weights)))
    counted = {name: Counter() for name, _ in (ours, *_packages())}
    chance = Random(2026)  # noqa: S311 -- for variety, not for secrets
    for number in range(rounds):
        total, weights = TOTALS[number % len(TOTALS)], _weights(chance)
        for name, divide in (ours, *_packages()):
            counted[name][_way(divide, total, weights)] += 1
    rows = [[name, *(f"{ways[way]:,}" for way in WAYS)] for name, ways in counted.items()]
    return Part(
        "How often a division is wrong",
        f"{rounds:,} totals, each divided by two to twelve small whole weights, of which some are "
        "equal and some zero. Right is largest remainder in exact arithmetic with ties to the "
        "smaller id; that ties go otherwise is a choice and no mistake. votelib leaves ties open, "
        "which counts as failing. A package that cannot do "
        "a total that large fails or is wrong in a fifth of them.",
        [table(HEAD, rows)],
    )


def _packages():
    return [(each.name, each.divide) for each in DIVIDERS]


def _ids(weights):
    return [f"{place:03}" for place in range(len(weights))]


def _weights(chance):
    size, highest = chance.randrange(2, 13), chance.choice((3, 20, 1_000))
    weights = [chance.randrange(highest + 1) for _ in range(size)]
    return weights if any(weights) else [1] * size


def _way(divide, total, weights):
    try:
        cents = list(divide(total, weights))
    except Exception:  # noqa: BLE001 -- whatever a peer raises is its answer
        return "failed"
    if cents == by_largest_remainder(total, weights, _ids(weights)):
        return "right"
    if sum(cents) != total:
        return "sum"
    whole = sum(weights)
    exact = [Fraction(total * weight, whole) for weight in weights]
    if any(abs(own - share) >= 1 for own, share in zip(cents, exact, strict=True)):
        return "astray"
    given = [s % 1 for own, s in zip(cents, exact, strict=True) if own > s]
    lacking = [s % 1 for own, s in zip(cents, exact, strict=True) if own < s]
    return "another" if given and lacking and min(given) < max(lacking) else "tie"
