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
# A mutant is one of thousands, and tracing makes every example many times slower: few are drawn,
# and the tests with literals do the rest.
settings.register_profile(
    "few", settings.get_profile("ci"), max_examples=15, suppress_health_check=list(HealthCheck)
)
_IS_SLOW = not {"MUTANT_UNDER_TEST", "COVERAGE_RUN", "FEW_EXAMPLES"}.isdisjoint(os.environ)
settings.load_profile("few" if _IS_SLOW else "ci" if "CI" in os.environ else "dev")
