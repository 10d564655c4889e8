"""The contracts hold on plain numbers too, and reach what they are about."""

from __future__ import annotations

import inspect
from itertools import product

import pytest
from tests.symbolic import contracts

#: Every function of the module but for its own means, with how many numbers it takes.
CONTRACTS = [
    each
    for each in vars(contracts).values()
    if inspect.isfunction(each)
    and each.__module__ == contracts.__name__
    and not each.__name__.startswith("_")
]


def _is_refused(contract, error):
    """Tell whether one of the first asserts refused the numbers: they may not be given."""
    lines, first = inspect.getsourcelines(contract)
    body = next(i for i, line in enumerate(lines) if line.startswith("    assert"))
    last = body
    while lines[last].startswith("    assert"):
        last += 1
    (frame,) = [each for each in error.traceback if each.name == contract.__name__]
    return frame.lineno + 1 < first + last


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda each: each.__name__)
def test_it_holds_on_numbers(contract):
    """Of all numbers from nought to four, it holds for each that may be given, and some may."""
    may_be_given = 0
    for numbers in product(range(5), repeat=len(inspect.signature(contract).parameters)):
        try:
            contract(*numbers)
        except AssertionError as broken:
            error = pytest.ExceptionInfo.from_exception(broken)
            assert _is_refused(contract, error), (contract.__name__, numbers)
        else:
            may_be_given += 1
    assert may_be_given > 5
