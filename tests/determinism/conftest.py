"""What the tests here ask about."""

from __future__ import annotations

import pytest
from tests.determinism.canonical_result import asked
from tests.determinism.kept import SIZE


@pytest.fixture(scope="module")
def calls():
    """Return the calls that are asked about, by name."""
    return asked(SIZE)
