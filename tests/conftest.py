"""How Hypothesis searches, and what is let go of where a mutant is tried.

It draws the same examples every time in CI, new ones at a desk and by night.
"""

from __future__ import annotations

import os
import sys
from functools import cache

from hypothesis import HealthCheck, settings
from tests.drawing import PROFILE, examples
from tests.purity import state

settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    # A shared machine may be slow; slowness is measured elsewhere, in ratios.
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("dev", deadline=None)
settings.register_profile(
    "few",
    settings.get_profile("ci"),
    max_examples=examples(100),
    suppress_health_check=list(HealthCheck),
)
# Worlds that no run before has seen: also where CI would draw the same ones again.
settings.register_profile("nightly", settings.get_profile("ci"), derandomize=False)
settings.load_profile(PROFILE)


def pytest_collection_finish():
    """Let go of what was made before there was a mutant, by the package or for the tests."""
    if "MUTANT_UNDER_TEST" in os.environ:
        _let_go()


def pytest_runtest_setup():
    """Let go of what earlier tests made, where it is asked which tests reach a function."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        _let_go()


def _let_go():
    for each in _caches():
        each.cache_clear()


@cache
def _caches():
    """Return all that keeps what is made; it takes long to find, and all tests are read by now."""
    made_for_tests = [
        value
        for name, module in list(sys.modules.items())
        if name.startswith("tests.")
        for value in vars(module).values()
        if hasattr(value, "cache_info") and value is not _caches
    ]
    return [*state.caches().values(), *made_for_tests]
