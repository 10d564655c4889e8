"""How Hypothesis searches, and what is let go of between the tests where a mutant is tried.

It draws the same examples every time in CI, new ones at a desk and by night.
"""

from __future__ import annotations

import os
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


@cache
def _kept():
    return state.caches() if "MUTANT_UNDER_TEST" in os.environ else {}


def pytest_runtest_setup():
    """Let go of what the package keeps where a mutant is tried: an earlier test made it without."""
    for each in _kept().values():
        each.cache_clear()
