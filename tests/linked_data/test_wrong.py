"""What cannot be told as linked data is refused, and the error says what and why."""

from __future__ import annotations

from functools import partial

import pytest
from tests.eligibility.stories import QUIET, applies

from wselr_rules import ELIGIBLE, Criterion, Decision, Finding, Verdict
from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.linked_data import of_criterion, of_decision


def _rule(application, context):
    raise NotImplementedError(application, context)


def _below(base):
    of_criterion(ELIGIBLE, base=base)


DECISION = Decision("R", QUIET, Finding(Verdict.MET, "yes", criterion="own"))
A, OTHER_A = (Criterion("a", _rule, reads=reads) for reads in ((), ("plan",)))


@pytest.mark.parametrize(
    ("tell", "kind", "said"),
    [
        (
            partial(_below, b"x:/"),
            WrongType,
            "base: expected an absolute IRI as text, got b'x:/'",
        ),
        (
            partial(_below, "data/"),
            WrongValue,
            "base: expected an absolute IRI that ends in :, / or #, got 'data/'",
        ),
        (
            partial(of_criterion, Criterion("x\x00", _rule)),
            WrongValue,
            (
                "a name in linked data: expected text without a NUL character or half a surrogate"
                r" pair, got 'x\x00'"
            ),
        ),
        (
            partial(of_criterion, A & OTHER_A),
            WrongValue,
            "Criterion.id: expected an id that only one of the criteria has, got 'a'",
        ),
        (
            partial(of_decision, DECISION, applies(id="another")),
            WrongValue,
            "application: expected the application of the decision, 'R', got 'another'",
        ),
    ],
)
def test_an_error_names_the_culprit(tell, kind, said):
    """It names what was given, what was expected there, and the value."""
    with pytest.raises(kind) as caught:
        tell()
    assert str(caught.value) == said
