"""Criteria are a Kleene algebra: its laws hold of the verdict, and of what the finding says.

Held of criteria that are drawn: the rules of the call, the whole, three that always say the
same, and what is made of them; on worlds in which anything may be unknown.
"""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from tests.drawing import law
from tests.eligibility.stories import MET, NOT_MET, UNKNOWN
from tests.property import facts

from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Finding, Missing
from wselr_rules.eligibility.rules import ELIGIBLE, RULES
from wselr_rules.eligibility.verdict import Verdict


def constant(verdict):
    """Return a criterion that always says this, and asks for a fact of its own if undecided."""
    missing = (Missing("fact", "path", "whoever"),) if verdict is UNKNOWN else ()
    return Criterion(verdict.value, lambda *_: Finding(verdict, "always", missing=missing))


ALWAYS, NEVER_MET = constant(MET), constant(NOT_MET)
ATOMS = (*map(constant, Verdict), *RULES)
MADE = (
    ELIGIBLE,
    *(~each for each in (*ATOMS, ELIGIBLE)),
    *(one & other for one, other in product(ATOMS, repeat=2)),
    *(one | other for one, other in product(ATOMS, repeat=2)),
)
#: One that is not made of others is drawn about as often as one that is.
CRITERIA = st.sampled_from((*ATOMS * 20, *MADE))


def situation(drawn):
    """Return the first application of a portfolio, and its context."""
    portfolio, on, call = drawn
    return portfolio.applications[0], Context(on, call=call, portfolio=portfolio)


#: An application in its context.
SITUATIONS = st.tuples(facts.PORTFOLIOS, facts.DAYS, facts.ANY_CALL).map(situation)


def asked(criterion, situation):
    """Return the verdict, the finding's too, with the facts asked for: none if decided."""
    found = criterion.finding(*situation)
    assert criterion.verdict(*situation) is found.verdict
    assert bool(found.missing) is (found.verdict is UNKNOWN)
    return found.verdict, set(found.missing)


def said(criterion, situation):
    """Return the verdict, which is that of the finding too."""
    verdict, _missing = asked(criterion, situation)
    return verdict


class TestNot:
    """The opposite."""

    @law
    @given(CRITERIA, SITUATIONS)
    def test_double_negation(self, one, situation):
        """Not not A is A, and asks for the same facts."""
        assert asked(~~one, situation) == asked(one, situation)

    @law
    @given(CRITERIA, CRITERIA, SITUATIONS)
    def test_de_morgan_of_and(self, one, other, situation):
        """Not (A and B) is not A or not B, and asks for the same facts."""
        assert asked(~(one & other), situation) == asked(~one | ~other, situation)

    @law
    @given(CRITERIA, CRITERIA, SITUATIONS)
    def test_de_morgan_of_or(self, one, other, situation):
        """Not (A or B) is not A and not B, and asks for the same facts."""
        assert asked(~(one | other), situation) == asked(~one & ~other, situation)

    @law
    @given(CRITERIA, SITUATIONS)
    def test_no_middle_is_excluded_but_of_what_is_decided(self, one, situation):
        """A or not A is met, and A and not A is not met, where A is decided; else undecided."""
        is_open = said(one, situation) is UNKNOWN
        assert said(one | ~one, situation) is (UNKNOWN if is_open else MET)
        assert said(one & ~one, situation) is (UNKNOWN if is_open else NOT_MET)


class TestAndOr:
    """Each alone."""

    @law
    @given(CRITERIA, CRITERIA, SITUATIONS)
    def test_commutative(self, one, other, situation):
        """A and B is B and A, A or B is B or A; both ask for the same facts."""
        assert asked(one & other, situation) == asked(other & one, situation)
        assert asked(one | other, situation) == asked(other | one, situation)

    @law
    @given(CRITERIA, CRITERIA, CRITERIA, SITUATIONS)
    def test_associative(self, one, other, third, situation):
        """(A and B) and C is A and (B and C), and so with or."""
        assert said((one & other) & third, situation) is said(one & (other & third), situation)
        assert said((one | other) | third, situation) is said(one | (other | third), situation)

    @law
    @given(CRITERIA, SITUATIONS)
    def test_idempotent(self, one, situation):
        """A and A, and A or A, are A, and ask for the same facts."""
        assert asked(one & one, situation) == asked(one, situation)
        assert asked(one | one, situation) == asked(one, situation)

    @law
    @given(CRITERIA, SITUATIONS)
    def test_neutral_and_settling(self, one, situation):
        """What is always met adds nothing to and, and settles or; what never is, the reverse."""
        assert (
            said(one & ALWAYS, situation)
            is said(one, situation)
            is said(one | NEVER_MET, situation)
        )
        assert said(one & NEVER_MET, situation) is NOT_MET
        assert said(one | ALWAYS, situation) is MET


class TestTogether:
    """And with or."""

    @law
    @given(CRITERIA, CRITERIA, SITUATIONS)
    def test_absorption(self, one, other, situation):
        """A and (A or B) is A, and so is A or (A and B)."""
        expected = said(one, situation)
        assert said(one & (one | other), situation) is expected
        assert said(one | (one & other), situation) is expected

    @law
    @given(CRITERIA, CRITERIA, CRITERIA, SITUATIONS)
    def test_and_distributes_over_or(self, one, other, third, situation):
        """A and (B or C) is (A and B) or (A and C)."""
        spread = (one & other) | (one & third)
        assert said(one & (other | third), situation) is said(spread, situation)

    @law
    @given(CRITERIA, CRITERIA, CRITERIA, SITUATIONS)
    def test_or_distributes_over_and(self, one, other, third, situation):
        """A or (B and C) is (A or B) and (A or C)."""
        spread = (one | other) & (one | third)
        assert said(one | (other & third), situation) is said(spread, situation)
