"""What is made of a schema alone is a document, or refused for what no schema can say.

``nox -s schema`` runs it, with what makes the documents; no other session has that.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.drawing import examples
from tests.schema.made import documents, size_of
from tests.wire.drawn import VALUES
from tests.wire.samples import problems_of
from tests.wire.schemas import fits
from tests.wire.unsaid import is_unsaid

#: Written out, the schemas of larger types are too large to make documents of in good time; hostile
#: documents of all types are asked in tests/wire/test_schema.py.
LARGEST = 5_000
MADE = [kind for kind in VALUES if size_of(kind) < LARGEST]


@pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.__name__)
@settings(max_examples=examples(10), suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_made_documents(kind, data):
    """A document that fits is read, or each of its problems is one that no schema can say."""
    document = data.draw(documents(kind))
    assume(fits(kind, document))
    assert [told for told in problems_of(kind, document) if not is_unsaid(told[1])] == []
