"""Valid documents of every type, changed at random: read, or refused as a document."""

from __future__ import annotations

import pytest
from tests.drawing import examples
from tests.hostile.mutating import case, drawn
from tests.hostile.reading import attempt, check, forms
from tests.wire.drawn import VALUES

#: Twenty thousand in all; ``nox -s hostile`` reads a million.
BLOCKS, EACH = 20, examples(1000)


@pytest.fixture(scope="module")
def documents():
    return drawn()


class TestAnyChange:
    """Whatever is changed in a document, it is read or it is invalid, and nothing else happens."""

    def test_every_type_is_changed(self, documents):
        """There are documents of each type that has any."""
        assert {kind for kind, _ in documents} == set(VALUES)

    @pytest.mark.parametrize("block", range(BLOCKS))
    def test_as_data_and_as_json(self, documents, block):
        """Each case is read to a value that survives, or refused with what is wrong with it."""
        ends = set()
        for number in range(block * EACH, (block + 1) * EACH):
            made = case(documents, f"0:{number}")
            ends |= {check(attempt(made.kind, form)) for form in forms(made)}
        assert ends == {True, False}

    def test_a_case_is_found_again(self, documents):
        """The same number makes the same case, and another number another one."""
        first, again, other = (case(documents, each).text for each in ("0:1", "0:1", "0:2"))
        assert first == again
        assert first != other
