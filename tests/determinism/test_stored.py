"""The same call gives the same bytes on every Python.

What is stored is a promise. If a *decided* part differs, an outcome can have changed: give
``RULES_VERSION`` a new value and say so in the changelog. If only *told* parts differ, words were
changed; then ``python -m tests.determinism.canonical_result SIZE`` tells what to store.
"""

from __future__ import annotations

from tests.determinism.canonical_result import hashes, listing
from tests.determinism.kept import KEPT, STORED


class TestStored:
    """The hashes in the file are those of today's outcomes and words."""

    def test_it_is_given_again(self, calls):
        """Every part has the stored hash."""
        assert listing(hashes(calls)) == KEPT

    def test_the_small_call_is_not_another_one(self):
        """What is decided of the real applicants has one hash in both files."""
        small, whole = (
            {line for line in file.read_text(encoding="utf-8").splitlines() if "decided" in line}
            for file in STORED.values()
        )
        assert {line for line in small if "assumed:" in line} == {
            line for line in whole if "assumed:" in line
        }
