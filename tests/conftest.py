"""How Hypothesis searches: the same examples every time in CI, new ones at a desk."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings
from tests.drawing import IS_FEW, examples

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
settings.load_profile("few" if IS_FEW else "ci" if "CI" in os.environ else "dev")
