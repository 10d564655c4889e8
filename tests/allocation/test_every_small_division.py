"""Every small division there is, against fractions; every small claim, against its proof.

Where examples are to be few (``tests.drawing``) every eleventh is asked.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import islice, product

import pytest
from attrs import evolve
from tests.allocation.exhaustive import (
    best_tables,
    exact_amounts,
    exact_shares,
    rounded_by_remainder,
)
from tests.drawing import IS_FEW

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.certificate import certify_on_totals, certify_per_pot
from wselr_rules.allocation.claim import Claim
from wselr_rules.allocation.division import closest_table, table_per_pot
from wselr_rules.allocation.grants import allocate
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.law.readings import Readings, Rounding
from wselr_rules.law.terms import AllocationKey

#: In another order than the rows, so that ties go by id and not by place.
IDS = "dbeac"
STEP = 11 if IS_FEW else 1


def _columns(rows, most):
    """Yield every column of weights up to ``most``, but for the one without any."""
    return filter(any, product(range(most + 1), repeat=rows))


def _some(cases):
    return islice(cases, None, None, STEP)


def _asked_of(cases):
    return -(-cases // STEP)


class TestOnePot:
    """S26: "pro rata", to the cent: largest remainder, ties to the smaller id."""

    @pytest.mark.parametrize(
        ("rows", "number"), [(1, 124), (2, 744), (3, 3_844), (4, 19_344), (5, 96_844)]
    )
    def test_every_pot_of_up_to_thirty_cents(self, rows, number):
        """By weights up to four it is paid what a slow division with fractions pays."""
        ids, asked = IDS[:rows], 0
        for pot, weights in _some(product(range(31), _columns(rows, 4))):
            slow = rounded_by_remainder(exact_shares(pot, weights), ids)
            assert table_per_pot([pot], [weights], ids) == [slow], (pot, weights)
            asked += 1
        assert asked == _asked_of(number)


class TestManyPots:
    """I11, on the totals: of all tables of whole cents the closest one, and only one is."""

    @pytest.mark.parametrize(
        ("pots", "rows", "cents", "most", "number"),
        [
            (2, 2, 6, 3, 11_025),
            (2, 3, 4, 2, 16_900),
            (2, 4, 4, 1, 5_625),
            (3, 2, 2, 2, 13_824),
            (3, 3, 2, 1, 9_261),
        ],
    )
    def test_every_pots_of_so_many_cents(self, pots, rows, cents, most, number):
        """Among all tables that may be, by weights up to ``most``, it is the first in order."""
        ids, asked = IDS[:rows], 0
        weights = product(_columns(rows, most), repeat=pots)
        for budget, columns in _some(product(product(range(cents + 1), repeat=pots), weights)):
            slow = best_tables(budget, columns, ids)
            assert [closest_table(budget, columns, ids)] == slow, (budget, columns)
            asked += 1
        assert asked == _asked_of(number)


class TestBudget:
    """S17 to S20: 40, 20 and 40 % of a budget of cents, by two counts and in equal parts."""

    @pytest.mark.parametrize("rounding", Rounding)
    @pytest.mark.parametrize(
        ("rows", "most", "number"), [(1, 4, 480), (2, 3, 6_750), (3, 1, 1_470)]
    )
    def test_every_budget_of_up_to_thirty_cents(self, rounding, rows, most, number):
        """Each pot and each amount is what the slow division of that reading pays."""
        ids, asked = sorted(IDS[:rows]), 0
        counts = product(_columns(rows, most), repeat=2)
        for cents, columns in _some(product(range(1, 31), counts)):
            pots = rounded_by_remainder([Fraction(cents * part, 5) for part in (2, 1, 2)], "abc")
            weights = (*columns, (1,) * rows)
            paid = _allocated(cents, columns, ids, rounding)
            if rounding is Rounding.PER_POT:
                exact = map(exact_shares, pots, weights)
                assert [paid] == [[rounded_by_remainder(each, ids) for each in exact]]
            else:
                assert [paid] == best_tables(pots, weights, ids)
            asked += 1
        assert asked == _asked_of(number)


def _allocated(cents, columns, ids, rounding):
    """Return the table of cents that a budget is divided into, by key and beneficiary."""
    call = evolve(
        OPEN_CALL_2023_2025,
        budget=Decimal(cents).scaleb(-2),
        readings=Readings(rounding=rounding),
    )
    beneficiaries = [
        Beneficiary(each, working_age_population=one, job_seekers=other)
        for each, one, other in zip(ids, *columns, strict=True)
    ]
    grants = allocate(beneficiaries, call=call, year=2025).grants
    return [[int(grant.components[key] * 100) for grant in grants] for key in AllocationKey]


class TestProof:
    """A certificate holds for the one right table, and for no other."""

    @pytest.mark.parametrize(("rows", "number"), [(1, 21), (2, 420), (3, 5_292)])
    def test_every_claim_on_one_pot(self, rows, number):
        """Of every way to pay a pot of up to six cents, by weights up to three."""
        ids, asked = sorted(IDS[:rows]), 0
        for pot, weights in product(range(7), _columns(rows, 3)):
            right = tuple(rounded_by_remainder(exact_shares(pot, weights), ids))
            for paid in _ways_to_pay(pot, rows):
                claim = _claim(ids, [pot], [weights], [paid])
                assert certify_per_pot(claim).holds is (paid == right), (pot, weights, paid)
                assert certify_on_totals(claim).holds is (paid == right), (pot, weights, paid)
                asked += 1
        assert asked == number

    @pytest.mark.parametrize(("rows", "most", "number"), [(2, 2, 6_400), (3, 1, 19_600)])
    def test_every_claim_on_two_pots(self, rows, most, number):
        """Of every way to pay two pots of up to three cents."""
        ids, asked = sorted(IDS[:rows]), 0
        columns = product(_columns(rows, most), repeat=2)
        for pots, weights in _some(product(product(range(4), repeat=2), columns)):
            (right,) = best_tables(pots, weights, ids)
            for table in product(*(_ways_to_pay(pot, rows) for pot in pots)):
                claim = _claim(ids, pots, weights, table)
                is_right = [list(column) for column in table] == right
                assert certify_on_totals(claim).holds is is_right, (pots, weights, table)
                asked += 1
        assert IS_FEW or asked == number


def _ways_to_pay(pot, rows):
    return [paid for paid in product(range(pot + 1), repeat=rows) if sum(paid) == pot]


def _claim(ids, pots, weights, table):
    exact = exact_amounts(pots, weights)
    return Claim(
        ids=ids,
        names=[f"pot {number}" for number, _ in enumerate(pots)],
        total=sum(pots),
        parts=pots if any(pots) else [1] * len(pots),
        pots=pots,
        weights=weights,
        components=table,
        amounts=[sum(row) for row in zip(*table, strict=True)],
        exact=[(share.numerator, share.denominator) for share in exact],
    )
