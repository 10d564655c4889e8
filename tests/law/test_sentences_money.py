"""S17 to S20 and S26, who gets how much: each sentence is a class, each law of it a test."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drawing import law
from tests.eligibility.stories import CALL, QUIET, applies, town, verband
from tests.property.division import COUNTS, beneficiaries

from wselr_rules.allocation.grants import allocate
from wselr_rules.decision import assess_call
from wselr_rules.domain.application import Portfolio
from wselr_rules.errors import YearOutsideCall
from wselr_rules.law.terms import AllocationKey, SubmissionChannel

YEARS = st.sampled_from([2023, 2024, 2025])
WORKING_AGE = AllocationKey("bevolking op beroepsactieve leeftijd")
JOB_SEEKERS = AllocationKey("werkzoekenden")
EQUAL_PARTS = AllocationKey("gelijke delen")
CENT = Fraction(1, 100)


def divided(counts, year=2025):
    """Return the division among beneficiaries with these counts."""
    return allocate(beneficiaries(counts), call=CALL, year=year)


def is_its_share(allocation, key, pot, weights):
    """Return whether each gets its share of a pot by weight, to less than a cent."""
    for grant, weight in zip(allocation, weights, strict=True):
        exact = Fraction(pot) * Fraction(weight, sum(weights))
        if allocation.exact_components(grant.beneficiary_id)[key] != exact:
            return False
        if abs(Fraction(grant.components[key]) - exact) >= CENT:
            return False
    return sum(grant.components[key] for grant in allocation) == Decimal(pot)


class TestS17:
    """Het totaalbedrag van 3 miljoen euro wordt verdeeld."""

    @law
    @given(COUNTS, YEARS)
    def test_all_of_it_is_divided(self, counts, year):
        """In each plan year all beneficiaries together get 3,000,000 euros, to the cent."""
        amounts = [grant.amount for grant in divided(counts, year)]
        assert len(amounts) == len(counts)
        assert sum(amounts) == Decimal("3000000.00")

    @law
    @given(st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)), YEARS)
    def test_one_alone_gets_all(self, pair, year):
        """Whatever its counts, a single beneficiary gets 3,000,000.00."""
        (grant,) = divided([pair], year)
        assert grant.amount == Decimal("3000000.00")

    @pytest.mark.parametrize("year", [2022, 2026])
    def test_no_other_year_has_a_budget(self, year):
        """Neither the year before the plan years nor the one after."""
        with pytest.raises(YearOutsideCall):
            divided([(1, 1)], year)


class TestS18:
    """40% van de totale subsidie."""

    @law
    @given(COUNTS)
    def test_by_population_of_working_age(self, counts):
        """1,200,000 euros are divided in proportion to the people of working age."""
        weights = [people for people, _ in counts]
        assert is_its_share(divided(counts), WORKING_AGE, 1_200_000, weights)

    def test_is_forty_hundredths(self):
        """The key is 40 % of the whole."""
        assert CALL.keys[WORKING_AGE] == Fraction(40, 100)


class TestS19:
    """20% van de subsidie."""

    @law
    @given(COUNTS)
    def test_by_number_of_job_seekers(self, counts):
        """600,000 euros are divided in proportion to the job seekers."""
        weights = [seekers for _, seekers in counts]
        assert is_its_share(divided(counts), JOB_SEEKERS, 600_000, weights)

    def test_is_twenty_hundredths(self):
        """The key is 20 % of the whole."""
        assert CALL.keys[JOB_SEEKERS] == Fraction(20, 100)


class TestS20:
    """40% van de subsidie wordt gelijk verdeeld onder de begunstigden."""

    @law
    @given(COUNTS)
    def test_in_equal_parts(self, counts):
        """1,200,000 euros are divided in equal parts, whatever the counts."""
        assert is_its_share(divided(counts), EQUAL_PARTS, 1_200_000, [1] * len(counts))

    @law
    @given(COUNTS)
    def test_equal_to_the_cent(self, counts):
        """No two of those parts differ by more than a cent."""
        parts = [grant.components[EQUAL_PARTS] for grant in divided(counts)]
        assert max(parts) - min(parts) <= Decimal("0.01")

    def test_is_forty_hundredths(self):
        """The key is 40 % of the whole, so that the three are all of it."""
        assert CALL.keys[EQUAL_PARTS] == Fraction(40, 100)
        assert sum(CALL.keys.values()) == 1


#: Working age, job seekers, and whether the application is as it must be.
APPLICANTS = st.lists(
    st.sampled_from([*product((1, 1_000, 12_345), (1, 50, 777), (True, True, False))]),
    min_size=1,
    max_size=3,
)


def application(number, working_age, job_seekers, is_fine):
    """Return the application of two towns with these counts; through no channel if not fine."""
    counts = {"working_age_population": working_age, "job_seekers": job_seekers}
    nobody = {"working_age_population": 0, "job_seekers": 0}
    towns = town(f"9{number}001", **counts), town(f"9{number}002", **nobody)
    channels = {SubmissionChannel.PLATOS} if is_fine else ()
    return applies(verband(*towns, id=f"R{number}"), channels=channels)


def granted(applicants):
    """Return the division of a whole call among these applicants; None if nobody gets any."""
    cases = [application(number, *each) for number, each in enumerate(applicants)]
    portfolio = Portfolio(cases, complete=True)
    return assess_call(portfolio, on=QUIET, call=CALL, year=2025).allocation


class TestS26:
    """Elke goedgekeurde aanvraag zal pro rata een subsidie ontvangen."""

    @law
    @given(APPLICANTS)
    def test_every_approved_one_and_no_other(self, applicants):
        """Who is eligible gets a grant, who is not gets none."""
        fine = [f"R{number}" for number, each in enumerate(applicants) if each[2]]
        assert [grant.beneficiary_id for grant in granted(applicants) or ()] == fine

    @law
    @given(APPLICANTS)
    def test_pro_rata_among_the_approved(self, applicants):
        """40 %, 20 % and 40 % by its part of the counts of the approved, to less than a cent."""
        approved = [each for each in applicants if each[2]]
        people, seekers = (sum(each[place] for each in approved) for place in (0, 1))
        for grant, each in zip(granted(applicants) or (), approved, strict=True):
            share = Fraction(40, 100) * Fraction(each[0], people)
            share += Fraction(20, 100) * Fraction(each[1], seekers)
            share += Fraction(40, 100) * Fraction(1, len(approved))
            assert grant.exact == 3_000_000 * share
            assert abs(Fraction(grant.amount) - grant.exact) < CENT

    @law
    @given(COUNTS, st.integers(0, 5))
    def test_a_refusal_raises_every_other_share(self, counts, place):
        """Without one of them, each of the others gets no less, and before rounding more."""
        all_of_them = beneficiaries([(people + 1, seekers + 1) for people, seekers in counts])
        rest = [each for n, each in enumerate(all_of_them) if n != place % len(all_of_them)]
        before = allocate(all_of_them, call=CALL, year=2025)
        for grant in allocate(rest, call=CALL, year=2025) if rest else ():
            assert grant.exact > before[grant.beneficiary_id].exact
            assert grant.amount >= before[grant.beneficiary_id].amount
