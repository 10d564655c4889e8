"""How Hypothesis searches: the same examples every time in CI, new ones at a desk."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    # A shared machine may be slow; slowness is measured elsewhere, in ratios.
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("dev", deadline=None)
# Each of thousands of mutants is tried with few examples; the tests with literals do the rest.
settings.register_profile(
    "mutation", settings.get_profile("ci"), max_examples=30, suppress_health_check=list(HealthCheck)
)
_PROFILE = (
    "mutation" if "MUTANT_UNDER_TEST" in os.environ else "ci" if "CI" in os.environ else "dev"
)
settings.load_profile(_PROFILE)
