"""How Hypothesis searches: the same examples every time in CI, new ones at a desk and by night."""

from __future__ import annotations

import gc
import os
from functools import _lru_cache_wrapper
from typing import Any

from hypothesis import HealthCheck, settings
from tests.drawing import PROFILE, examples

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


_KEPT: list[Any] = []


def pytest_collection_finish():
    """Find what the package keeps once it is made, where a mutant is tried."""
    if "MUTANT_UNDER_TEST" in os.environ:
        found = [each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper)]
        _KEPT[:] = [each for each in found if each.__module__.startswith("wselr_rules")]


def pytest_runtest_setup():
    """Let go of it before each test: what an earlier one made would hide the mutant."""
    for each in _KEPT:
        each.cache_clear()
