"""How many worlds a test draws: as many as it says, or few where every one of them is dear."""

from __future__ import annotations

import os

#: A mutant is one of thousands, tracing makes each example many times slower, and the other
#: Pythons need only show that they do not differ.
ASKS_FOR_FEW = frozenset({"MUTANT_UNDER_TEST", "COVERAGE_RUN", "FEW_EXAMPLES"})
IS_FEW = not ASKS_FOR_FEW.isdisjoint(os.environ)


def examples(number):
    """Return how many examples to draw where a test wants a number of them."""
    return max(min(number, 2), number // 10) if IS_FEW else number
