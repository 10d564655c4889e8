"""The least and the most over all sets of others, held against every set."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests.drawing import examples
from tests.eligibility.stories import CALL, reading

from wselr_rules.allocation.beneficiaries import Beneficiary, weights_of
from wselr_rules.allocation.grants import allocate
from wselr_rules.errors import ZeroKeyTotal
from wselr_rules.law.readings import BudgetPeriod, Rounding, ZeroKey
from wselr_rules.law.terms import AllocationKey
from wselr_rules.scenarios import extremes
from wselr_rules.scenarios.extremes import Divisions, Extreme

HALVES = {
    AllocationKey.WORKING_AGE_POPULATION: Fraction(1, 2),
    AllocationKey.JOB_SEEKERS: Fraction(1, 2),
}
NOT_ASKED = {
    AllocationKey.WORKING_AGE_POPULATION: Fraction(1),
    AllocationKey.EQUAL_PARTS: Fraction(0),
}


def call_of(cents, *, keys=None, **chosen):
    """Return the call with a budget of so many cents, and these readings."""
    changes = {"budget": Decimal(f"{cents}e-2"), **({} if keys is None else {"keys": keys})}
    return evolve(reading(**chosen), **changes)


def beneficiaries(*counts):
    """Return beneficiaries a, b, c and on with these counts."""
    return {
        id: Beneficiary(id, working_age_population=working_age, job_seekers=job_seekers)
        for id, (working_age, job_seekers) in zip("abcdefghijklmnopq", counts, strict=False)
    }


def divisions(named, certain, call):
    """Return the divisions of 2023 among these, of whom some take part for certain."""
    return Divisions(named, frozenset(certain), call, 2023)


def amounts_in_every_set(named, certain, call):
    """Return what each gets, in cents, in every set that can be divided among; and the rest."""
    found = {id: [] for id in named}
    left_out = 0
    others = sorted(set(named) - set(certain))
    for size in range(len(others) + 1):
        for some in combinations(others, size):
            taking_part = [named[id] for id in (*certain, *some)]
            if not taking_part:
                continue
            try:
                allocation = allocate(taking_part, call=call, year=2023)
            except ZeroKeyTotal:
                left_out += 1
                continue
            for grant in allocation:
                found[grant.beneficiary_id].append(int(grant.amount.scaleb(2)))
    return found, left_out


@st.composite
def cases(draw, most=6):
    """Draw a call of few cents, beneficiaries with many zeros, and who takes part for certain."""
    counts = st.integers(0, 3) | st.sampled_from([0, 0, 1, 1000])
    pairs = draw(st.lists(st.tuples(counts, counts), min_size=1, max_size=most))
    named = beneficiaries(*pairs)
    certain = draw(st.sets(st.sampled_from(sorted(named)), max_size=2))
    call = call_of(
        draw(st.integers(1, 30) | st.integers(1, 5000)),
        keys=draw(st.sampled_from([None, None, HALVES, NOT_ASKED])),
        rounding=draw(st.sampled_from(Rounding)),
        zero_key=draw(st.sampled_from(ZeroKey)),
    )
    return named, sorted(certain), call


class TestEverySet:
    """Over every set of those who may take part."""

    @settings(max_examples=examples(150))
    @given(cases())
    def test_least_and_most(self, case):
        """They are the smallest and the largest amount of any set that can be divided among."""
        named, certain, call = case
        found, left_out = amounts_in_every_set(named, certain, call)
        asked = divisions(named, certain, call)
        for id, cents in found.items():
            event(f"differ by a cent: {max(cents, default=0) - min(cents, default=0) == 1}")
            expected = (min(cents), max(cents)) if cents else (None, None)
            extremes_found = asked.least(id), asked.most(id)
            assert all(each is None or each.is_exact for each in extremes_found)
            assert tuple(each and each.cents for each in extremes_found) == expected
        assert asked.leaves_sets_out is bool(left_out)

    @settings(max_examples=examples(40))
    @given(cases(most=4), st.randoms())
    def test_the_order_does_not_matter(self, case, random):
        """The same, in whatever order the beneficiaries come."""
        named, certain, call = case
        pairs = [*named.items()]
        random.shuffle(pairs)
        one, other = (divisions(each, certain, call) for each in (named, dict(pairs)))
        for id in named:
            assert (one.least(id), one.most(id)) == (other.least(id), other.most(id))


class TestRounding:
    """Whole cents can move against the exact share, and the search sees it."""

    def test_equal_parts_of_ten_cents(self):
        """Alone b gets all ten, and among three 3: the smaller id gets the cent left over."""
        equal = {AllocationKey.EQUAL_PARTS: Fraction(1)}
        named = beneficiaries((0, 0), (0, 0), (0, 0))
        asked = divisions(named, "b", call_of(10, keys=equal))
        assert asked.least("b") == Extreme(3, is_exact=True)
        assert asked.most("b") == Extreme(10, is_exact=True)

    def test_one_more_beneficiary_can_give_a_cent(self):
        """Of 2 cents, 3 to 1, b gets none beside a; beside c too, 3 to 1 to 1, it gets one."""
        named = beneficiaries((3, 0), (1, 0), (1, 0))
        call = call_of(2, keys={AllocationKey.WORKING_AGE_POPULATION: Fraction(1)})
        found, _ = amounts_in_every_set(named, "ab", call)
        assert found["b"] == [0, 1]
        asked = divisions(named, "ab", call)
        assert asked.least("b") == Extreme(0, is_exact=True)
        assert asked.most("b") == Extreme(1, is_exact=True)

    def test_pots_rounded_on_their_own(self):
        """By I11 per pot an amount is more than a cent from its exact value: that is seen too.

        Of 4 cents, with 3, 1 and 1 of each count, b gets one beside a and c, and beside a none.
        """
        named = beneficiaries((3, 3), (1, 1), (1, 1))
        call = call_of(4, rounding=Rounding.PER_POT)
        found, _ = amounts_in_every_set(named, "a", call)
        assert found["b"] == [0, 1]
        asked = divisions(named, "a", call)
        assert asked.least("b") == Extreme(0, is_exact=True)
        assert asked.most("b") == Extreme(1, is_exact=True)


class TestEffort:
    """Few sets are divided among, and never more than the bound."""

    def test_a_real_budget_takes_one_set(self):
        """With 3,000,000 euros one more beneficiary moves a share by thousands: one set each."""
        named = beneficiaries(*((1000 * n + 7, 10 * n + 3) for n in range(1, 15)))
        asked = divisions(named, "abc", CALL)
        for id in named:
            asked.least(id)
            asked.most(id)
        # The smallest set with each of the fourteen, of which three are the same, and all of them.
        assert len(asked._divided) == 13  # noqa: SLF001

    @pytest.fixture
    def asked(self, monkeypatch):
        """Return the sets, as words, of which an exact share is worked out from now on."""
        asked = []

        def noted(rows, keys):
            asked.append("".join(sorted(row.id for row in rows)))
            return weights_of(rows, keys)

        monkeypatch.setattr(extremes, "weights_of", noted)
        return asked

    def test_a_whole_share_is_not_beaten(self, asked):
        """Where the exact share is a whole number of cents, no other set is looked at."""
        named = beneficiaries(*((1, 1) for _ in range(14)))
        among = divisions(named, "abc", call_of(1400))
        assert among.most("d") == Extreme(350, is_exact=True)
        assert set(asked) == {"abcd"}
        asked.clear()
        assert among.least("d") == Extreme(100, is_exact=True)
        assert set(asked) == {"abcdefghijklmn"}
        assert len(among._divided) == 2  # noqa: SLF001

    def test_what_cannot_be_beaten_further_on(self, asked):
        """Of 2 cents b gets one beside a and d: beside c as well it gets no more."""
        named = beneficiaries((3, 0), (1, 0), (1, 0), (1, 0))
        call = call_of(2, keys={AllocationKey.WORKING_AGE_POPULATION: Fraction(1)})
        assert divisions(named, "ab", call).most("b") == Extreme(1, is_exact=True)
        assert set(asked) == {"ab", "abc", "abd"}

    @pytest.mark.parametrize(
        ("limit", "most"), [(1, Extreme(1, is_exact=False)), (2, Extreme(1, is_exact=True))]
    )
    def test_as_many_sets_as_the_bound_are_looked_at(self, monkeypatch, limit, most):
        """Of 2 cents b gets none beside a, one beside a and c: two sets, and no third one."""
        monkeypatch.setattr(extremes, "MOST_DIVISIONS", limit)
        named = beneficiaries((3, 0), (1, 0), (1, 0))
        call = call_of(2, keys={AllocationKey.WORKING_AGE_POPULATION: Fraction(1)})
        assert divisions(named, "ab", call).most("b") == most

    def test_the_bound_of_two_beginnings(self, monkeypatch):
        """Only b and c have job seekers: of 10 cents a has 3.33 beside b, and 2.4 beside c."""
        monkeypatch.setattr(extremes, "MOST_DIVISIONS", 0)
        named = beneficiaries((1, 0), (2, 1), (9, 1))
        assert divisions(named, "a", call_of(10)).most("a") == Extreme(4, is_exact=False)

    def test_too_many_sets(self, monkeypatch):
        """Of few cents among many, one more hardly moves a share: beyond the bound, bounds.

        Of 1 cent i gets none, for a smaller id is first; its share is more than nothing. Of 10
        among nine, 1.11 each, a gets the cent left over, and 2 among five to eight as well; its
        share is less than that.
        """
        named = beneficiaries(*((1, 1) for _ in range(9)))
        one, ten = (divisions(named, "ab", call_of(cents)) for cents in (1, 10))
        assert one.most("i") == Extreme(0, is_exact=True)
        assert ten.least("a") == Extreme(2, is_exact=True)
        monkeypatch.setattr(extremes, "MOST_DIVISIONS", 1)
        assert one.most("i") == Extreme(1, is_exact=False)
        assert ten.least("a") == Extreme(1, is_exact=False)
        assert ten.most("a") == Extreme(5, is_exact=True)

    def test_only_who_mends_a_zero_key_is_tried(self):
        """Of all who may take part beside a, only i has job seekers: the search starts there."""
        named = beneficiaries(*((1, 0) for _ in range(8)), (1, 1))
        roots = divisions(named, "", CALL)._smallest_with(frozenset("a"))  # noqa: SLF001
        assert [*roots] == [frozenset("ai")]

    def test_the_bound_is_all_sets_of_ten(self):
        """Up to ten others every set could be looked at."""
        assert extremes.MOST_DIVISIONS == 2**10


class TestNoRule:
    """Sets that the text gives no rule for do not count."""

    def test_nobody_has_a_weight(self):
        """No job seekers anywhere: no set can be divided among, so nothing is known."""
        asked = divisions(beneficiaries((1, 0), (2, 0)), "", call_of(100))
        assert asked.least("a") is None
        assert asked.most("a") is None
        assert asked.leaves_sets_out

    def test_one_who_has_it_must_take_part(self):
        """Only sets with c have job seekers: the most of a is beside c, not alone."""
        named = beneficiaries((1, 0), (1, 0), (1, 5))
        asked = divisions(named, "", CALL)
        assert asked.most("a") == Extreme(120_000_000, is_exact=True)
        assert asked.most("c") == Extreme(300_000_000, is_exact=True)
        assert asked.leaves_sets_out

    def test_two_who_have_each_a_part(self):
        """Neither of the two others suffices: a gets the most beside both."""
        named = beneficiaries((0, 0), (0, 5), (5, 0))
        asked = divisions(named, "", CALL)
        assert asked.most("a") == asked.least("a") == Extreme(40_000_000, is_exact=True)

    def test_equal_parts_make_a_rule(self):
        """By I12 equal parts every set can be divided among."""
        asked = divisions(
            beneficiaries((1, 0), (2, 0)), "", call_of(100, zero_key=ZeroKey("equal-parts"))
        )
        assert asked.most("a") == Extreme(100, is_exact=True)
        assert not asked.leaves_sets_out

    def test_those_who_are_certain_have_it(self):
        """With c certain every set has job seekers."""
        asked = divisions(beneficiaries((1, 0), (1, 0), (1, 5)), "c", call_of(100))
        assert not asked.leaves_sets_out

    def test_nobody_at_all(self):
        """Without anyone who may take part there is no set to leave out."""
        assert not divisions({}, "", call_of(100)).leaves_sets_out


@pytest.mark.parametrize("rounding", Rounding)
def test_a_budget_for_all_years(rounding):
    """What is divided is the budget of the year (I10)."""
    call = call_of(100, budget_period=BudgetPeriod.ALL_YEARS, rounding=rounding)
    assert divisions(beneficiaries((1, 1)), "a", call).most("a") == Extreme(34, is_exact=True)
