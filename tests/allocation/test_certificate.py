"""The certificate holds for the right cents and for no others, and says who is wrong."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.allocation.drawn import divisions
from tests.allocation.exhaustive import exact_amounts, exact_shares, tables
from tests.drawing import examples

from wselr_rules.allocation.certificate import (
    Certificate,
    Check,
    CheckOutcome,
    certify_on_totals,
    certify_per_pot,
)
from wselr_rules.allocation.claim import Claim, Ledger, LedgerEntry
from wselr_rules.allocation.division import closest_table, table_per_pot


def claim_of(pots, weights, ids, components):
    """Say that these are the cents, in order of id."""
    by_id = sorted(range(len(ids)), key=lambda i: ids[i])
    in_order = [[column[i] for i in by_id] for column in weights]
    rows = [[column[i] for i in by_id] for column in components]
    return Claim(
        ids=sorted(ids),
        names=[f"pot {k}" for k in range(len(pots))],
        total=sum(pots),
        parts=pots if sum(pots) else [1] * len(pots),
        pots=pots,
        weights=in_order,
        components=rows,
        amounts=[sum(row) for row in zip(*rows, strict=True)],
        exact=[share.as_integer_ratio() for share in exact_amounts(pots, in_order)],
    )


def moved(column, row, cents):
    return [paid + cents * (i == row) for i, paid in enumerate(column)]


def changed(claim, changes):
    """Change cells by cents, and the amounts with them."""
    columns = claim.components
    for pot, row, cents in changes:
        columns = [moved(c, row, cents) if k == pot else c for k, c in enumerate(columns)]
    amounts = [sum(row) for row in zip(*columns, strict=True)]
    return evolve(claim, components=columns, amounts=amounts)


class TestRightCents:
    """What the division gives is certified."""

    @given(divisions(most_rows=12, most_pots=4))
    def test_on_totals(self, division):
        """Every closest table passes every check."""
        certificate = certify_on_totals(claim_of(*division, closest_table(*division)))
        assert certificate.holds
        assert certificate
        assert certificate.failed == ()

    @given(divisions(most_rows=12, most_pots=4))
    def test_per_pot(self, division):
        """Every table divided per pot passes the checks of that reading."""
        certificate = certify_per_pot(claim_of(*division, table_per_pot(*division)))
        assert certificate.holds
        assert {outcome.check for outcome in certificate.outcomes} == set(Check) - {
            Check.AMOUNTS_WITHIN_A_CENT,
            Check.CLOSEST,
        }


class TestWrongCents:
    """No other cents are certified, however little they differ."""

    @settings(max_examples=examples(120))
    @given(divisions(most_rows=4))
    def test_no_other_table(self, division):
        """Of all tables that round every cell and amount down or up it passes one."""
        pots, weights, ids = division
        exact = list(map(exact_shares, pots, weights))
        passed = [
            table
            for table in tables(pots, exact)
            if certify_on_totals(claim_of(pots, weights, ids, table))
        ]
        assert passed == [closest_table(*division)]

    @pytest.mark.parametrize(
        ("pots", "rows"), [([2, 2], 4), ([3, 3], 6), ([2, 2, 2], 4), ([1, 2, 3], 5)]
    )
    def test_no_other_table_of_rows_alike(self, pots, rows):
        """Where all rows are alike only the order of ties decides, and it is checked whole."""
        weights, ids = [[1] * rows] * len(pots), list("abcdef")[:rows]
        passed = [
            table
            for table in tables(pots, list(map(exact_shares, pots, weights)))
            if certify_on_totals(claim_of(pots, weights, ids, table))
        ]
        assert passed == [closest_table(pots, weights, ids)]

    @settings(max_examples=examples(120))
    @given(divisions(most_rows=4))
    def test_no_other_table_per_pot(self, division):
        """Of the same tables none passes per pot but the one divided per pot."""
        pots, weights, ids = division
        exact = list(map(exact_shares, pots, weights))
        passed = [
            table
            for table in tables(pots, exact)
            if certify_per_pot(claim_of(pots, weights, ids, table))
        ]
        assert passed in ([], [table_per_pot(*division)])

    @pytest.mark.parametrize("certify", [certify_on_totals, certify_per_pot])
    def test_every_moved_cent(self, certify):
        """A cent added, taken, or moved between any two cells is found."""
        pots, ids = [120_000_000, 60_000_000, 120_000_000], list("abcdefg")
        weights = [[61, 75, 99, 61, 150, 300, 0], [3, 4, 5, 3, 9, 30, 2], [1] * 7]
        divide = closest_table if certify is certify_on_totals else table_per_pot
        claim = claim_of(pots, weights, ids, divide(pots, weights, ids))
        assert certify(claim)
        cells = list(product(range(3), range(7)))
        for cell in cells:
            assert not certify(changed(claim, [(*cell, 1)]))
            assert not certify(changed(claim, [(*cell, -1)]))
            for other in cells:
                if cell != other:
                    assert not certify(changed(claim, [(*cell, 1), (*other, -1)]))

    def test_a_longer_cycle(self):
        """A table that no exchange of two rows between two pots improves is still found."""
        pots, weights = [17, 20, 5], [[6, 3, 6], [6, 5, 5], [7, 2, 1]]
        table = [[7, 4, 6], [8, 6, 6], [3, 1, 1]]
        certificate = certify_on_totals(claim_of(pots, weights, ["a", "b", "c"], table))
        assert certificate.failed == (Check.CLOSEST,)
        assert certificate[Check.CLOSEST].culprits == ("a", "b", "c")


class TestEachCheck:
    """Each check finds its own fault and names who has it."""

    @pytest.fixture
    def claim(self):
        """Give a claim that is right, with a weight of zero."""
        pots, weights, ids = [10, 7], [[2, 1, 1], [0, 1, 1]], ["a", "b", "c"]
        return claim_of(pots, weights, ids, closest_table(pots, weights, ids))

    def test_amounts_that_do_not_add_up(self, claim):
        """An amount that is not the sum of its components."""
        wrong = evolve(claim, amounts=moved(claim.amounts, 1, 1))
        assert certify_on_totals(wrong)[Check.AMOUNTS_ADD_UP].culprits == ("b",)
        assert certify_per_pot(wrong)[Check.AMOUNTS_ADD_UP].culprits == ("b",)

    def test_pots_that_do_not_add_up(self, claim):
        """A component with a cent too much: its pot does not add up."""
        certificate = certify_on_totals(changed(claim, [(1, 2, 1)]))
        assert certificate[Check.POTS_ADD_UP].culprits == ("pot 1",)
        assert not certificate[Check.POTS_ADD_UP].holds

    def test_zero_weight_that_is_paid(self, claim):
        """A cent for a weight of zero."""
        certificate = certify_on_totals(changed(claim, [(1, 0, 1), (1, 1, -1)]))
        assert certificate[Check.ZERO_WEIGHT_PAID_ZERO].culprits == ("a",)

    def test_component_a_cent_off(self, claim):
        """A component that lies a whole cent from its exact value, and not one half a cent."""
        certificate = certify_on_totals(changed(claim, [(0, 0, 1), (0, 1, -1)]))
        assert "a" in certificate[Check.COMPONENTS_WITHIN_A_CENT].culprits

    def test_amount_a_cent_off(self):
        """Components that are each rounded up can make an amount a whole cent too much."""
        pots, weights, ids = [2, 2], [[1, 1, 1, 1]] * 2, list("abcd")
        wrong = claim_of(pots, weights, ids, [[1, 1, 0, 0], [1, 1, 0, 0]])
        certificate = certify_on_totals(wrong)
        assert certificate[Check.AMOUNTS_WITHIN_A_CENT].culprits == ids_of("abcd")
        assert certificate[Check.COMPONENTS_WITHIN_A_CENT].holds
        assert certificate[Check.CLOSEST].culprits == ids_of("abcd")

    def test_amount_outside_is_astray_alone(self, claim):
        """Who is outside the bounds is named as not closest, and nobody else."""
        wrong = evolve(claim, amounts=moved(claim.amounts, 1, 2))
        assert certify_on_totals(wrong)[Check.CLOSEST].culprits == ("b",)

    def test_exact_share(self, claim):
        """An unrounded share that is not the right one."""
        wrong = evolve(claim, exact=[(5, 1), (7, 1), *claim.exact[2:]])
        assert certify_on_totals(wrong)[Check.EXACT_SHARES].culprits == ("b",)
        twice = evolve(claim, exact=[(2 * top, 2 * bottom) for top, bottom in claim.exact])
        assert certify_on_totals(twice)

    def test_pots_by_keys(self, claim):
        """Pots that are other parts of the total than the keys say."""
        certificate = certify_on_totals(evolve(claim, parts=[7, 10]))
        assert certificate.failed == (Check.POTS_FOLLOW_KEYS,)
        assert certificate[Check.POTS_FOLLOW_KEYS].culprits == ("pot 0", "pot 1")

    @pytest.mark.parametrize(
        ("pots", "culprits"),
        [
            ([34, 33, 33], ()),
            ([33, 34, 33], ("pot 0", "pot 1")),
            ([35, 33, 32], ("pot 0", "pot 1", "pot 2")),
            ([34, 34, 33], ("pot 0", "pot 1", "pot 2")),
            ([33, 33, 33], ("pot 0", "pot 1", "pot 2")),
        ],
    )
    def test_pots_by_largest_remainder(self, pots, culprits):
        """A hundred cents in three: the odd one belongs to the first pot."""
        weights, ids = [[1, 1]] * 3, ["a", "b"]
        claim = claim_of(pots, weights, ids, closest_table(pots, weights, ids))
        checked = certify_on_totals(evolve(claim, total=100, parts=[1, 1, 1]))
        assert checked[Check.POTS_FOLLOW_KEYS].culprits == culprits
        assert checked.holds is not bool(culprits)

    def test_largest_remainders_per_pot(self):
        """Per pot, who has another's cent is named, and who lacks it, each once."""
        pots, weights, ids = [4, 4], [[1, 1, 1], [1, 1, 1]], ["a", "b", "c"]
        wrong = claim_of(pots, weights, ids, [[1, 1, 2], [1, 1, 2]])
        assert certify_per_pot(wrong)[Check.LARGEST_REMAINDERS].culprits == ("a", "c")
        assert certify_per_pot(wrong).failed == (Check.LARGEST_REMAINDERS,)

    def test_largest_remainders_on_totals(self):
        """An amount with another's cent is named, and the one that lacks it."""
        pots, weights, ids = [4], [[1, 1, 1]], ["a", "b", "c"]
        certificate = certify_on_totals(claim_of(pots, weights, ids, [[1, 1, 2]]))
        assert certificate.failed == (Check.LARGEST_REMAINDERS, Check.CLOSEST)
        assert certificate[Check.LARGEST_REMAINDERS].culprits == ("a", "c")
        assert certificate[Check.CLOSEST].culprits == ("a", "c")
        assert certificate.constructed == ()

    def test_check_that_is_not_asked(self, claim):
        """A check that the reading does not ask has no outcome."""
        with pytest.raises(KeyError) as caught:
            certify_per_pot(claim)[Check.CLOSEST]
        assert caught.value.args == (Check.CLOSEST,)


class TestConstructed:
    """Amounts that plain largest remainder does not give are named, if they had to be."""

    def test_named(self):
        """The two amounts of the constructed case are named, and the certificate holds."""
        pots, ids = [120_000_000, 60_000_000, 120_000_000], list("abcdefgh")
        weights = [[40, 45, 36, 79, 21, 71, 144, 239], [2, 1, 1, 0, 0, 0, 2, 1], [1] * 8]
        certificate = certify_on_totals(
            claim_of(pots, weights, ids, closest_table(pots, weights, ids))
        )
        assert certificate.holds
        assert len(certificate.constructed) == 2

    @given(st.integers(1, 40))
    def test_not_named_otherwise(self, cents):
        """Nobody is named where plain largest remainder is possible."""
        pots, weights, ids = [cents, cents], [[1, 2, 3], [1, 1, 1]], ["a", "b", "c"]
        claim = claim_of(pots, weights, ids, closest_table(pots, weights, ids))
        assert certify_on_totals(claim).constructed == ()


class TestLedger:
    """The ledger shows every remainder and who got a cent for it."""

    def test_of_amounts(self):
        """Sevenths: two of three rows get a cent, down to the cut."""
        claim = claim_of([12], [[1, 4, 2]], ["a", "b", "c"], [[2, 7, 3]])
        (ledger,) = certify_on_totals(claim).ledgers
        assert ledger == Ledger(
            "amounts",
            7,
            5,
            (
                LedgerEntry("a", 1, 5, 1),
                LedgerEntry("b", 6, 6, 1),
                LedgerEntry("c", 3, 3, 0),
            ),
        )

    def test_per_pot(self):
        """Per pot each pot has its own; where no cent was left, the cut is a whole cent."""
        pots, weights, ids = [3, 4], [[1, 1], [1, 2]], ["a", "b"]
        claim = claim_of(pots, weights, ids, table_per_pot(pots, weights, ids))
        first, second = certify_per_pot(claim).ledgers
        assert (first.of, first.denominator, first.cut) == ("pot 0", 6, 3)
        assert (second.of, second.denominator, second.cut) == ("pot 1", 6, 4)
        whole = claim_of([4], [[1, 1]], ids, [[2, 2]])
        assert certify_on_totals(whole).ledgers[0].cut == 2

    @given(divisions(most_rows=8))
    def test_is_exact(self, division):
        """Whole cents and remainder together are the exact share."""
        pots, weights, ids = division
        claim = claim_of(pots, weights, ids, closest_table(*division))
        (ledger,) = certify_on_totals(claim).ledgers
        assert [
            entry.whole_cents + Fraction(entry.remainder, ledger.denominator)
            for entry in ledger.entries
        ] == [Fraction(*pair) for pair in claim.exact]
        assert [entry.whole_cents + entry.extra_cents for entry in ledger.entries] == claim.amounts


class TestValues:
    """Certificates are plain values."""

    def test_equal_and_hashable(self):
        """Two of the same division are equal and hash alike."""
        outcomes = (CheckOutcome(Check.CLOSEST),)
        assert Certificate(outcomes, ()) == Certificate(outcomes, ())
        assert hash(Certificate(outcomes, ())) == hash(Certificate(outcomes, ()))


def ids_of(letters):
    return tuple(letters)
