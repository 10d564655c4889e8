"""How many worlds a test draws: as many as it says, or few where every one of them is dear."""

from __future__ import annotations

import os

from hypothesis import settings

#: A mutant is one of thousands, tracing makes each example many times slower, and the other
#: Pythons need only show that they do not differ.
ASKS_FOR_FEW = frozenset({"MUTANT_UNDER_TEST", "COVERAGE_RUN", "FEW_EXAMPLES"})
#: How many worlds a law is held against, by profile. A desk draws other ones every time.
LAW_EXAMPLES = {"ci": 2_000, "dev": 500, "few": 50, "nightly": 100_000}


def profile():
    """Return the profile asked for by name, or the one that fits where the tests are run."""
    if not ASKS_FOR_FEW.isdisjoint(os.environ):
        return "few"
    return os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "dev")


PROFILE = profile()
IS_FEW = PROFILE == "few"


def examples(number):
    """Return how many examples to draw where a test wants a number of them."""
    return max(min(number, 2), number // 10) if IS_FEW else number


def law(test):
    """Hold a property against as many worlds as a law over all of them asks for."""
    return settings(max_examples=LAW_EXAMPLES[PROFILE])(test)
