"""Published packages that divide one total by weights, each called as its own pages say.

None of them makes a table of several pots. Each takes a total in whole cents and a column of
whole weights, and gives whole cents.
"""

from __future__ import annotations

from collections.abc import Callable

from apportionment.methods import compute
from apportionpy.apportionment import Apportion
from attrs import frozen
from iteround import saferound
from largest_remainder import LargestRemainder
from moneyx import Money as MoneyX
from philiprehberger_money import Money as PhilipsMoney
from tests.benchmarks.floor_of_division import in_whole_arrays
from vn_money import allocate as apportion
from votelib.evaluate.proportional import LargestRemainder as OfVotes

#: What was looked for and cannot be measured here.
NOT_HERE = (
    "pycents: for this Python only an empty placeholder is published, the package itself is for "
    "3.12 and later. hare-niemeyer and largest-remainder-round are packages of another language. "
    "dinero and py-moneyed divide by one number and not among many; round-percentages divides "
    "100 only."
)


@frozen
class Divider:
    """A package that divides, and the most rows that it does in seconds and not in minutes."""

    name: str
    divide: Callable[[int, list[int]], list[int]]
    most: int = 1_000_000


def _votelib(total, weights):
    votes = dict(enumerate(weights))
    gained = OfVotes("hare").evaluate(votes, total)
    if not gained.keys() <= votes.keys():
        raise ValueError("a tie is left open")
    return [gained.get(place, 0) for place in range(len(weights))]


def _apportionment(total, weights):
    return compute("largest_remainder", weights, total, fractions=True, parties=[""] * len(weights))


def _apportionpy(total, weights):
    return list(Apportion(total, weights, "hamilton").fair_shares)


def _moneyx(total, weights):
    parts = MoneyX(f"{total / 100:.2f}", "EUR").allocate(weights)
    return [int(part.amount * 100) for part in parts]


def _iteround(total, weights):
    whole = sum(weights)
    return [int(each) for each in saferound([total * each / whole for each in weights], 0)]


def _philips(total, weights):
    return [each.amount_cents for each in PhilipsMoney(total, "EUR").allocate(weights)]


DIVIDERS = (
    Divider("numpy, whole numbers", in_whole_arrays),
    Divider("vn-money", lambda total, weights: list(apportion(total, weights))),
    Divider("largest-remainder", lambda total, weights: LargestRemainder.round(weights, total)),
    Divider("iteround", _iteround),
    Divider("votelib", _votelib),
    Divider("apportionment, with its fractions", _apportionment),
    Divider("apportionpy", _apportionpy),
    Divider("moneyx", _moneyx),
    Divider("philiprehberger-money", _philips),
)
