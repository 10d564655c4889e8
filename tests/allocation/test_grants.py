"""Who gets how much: the budget of a plan year, divided among its beneficiaries."""

from __future__ import annotations

import decimal
import pickle
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from attrs import astuple, evolve
from tests.allocation.test_closest_table import REAL_POTS, amounts_of, realistic

from wselr_rules import errors
from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.certificate import Check
from wselr_rules.allocation.division import closest_table, table_per_pot
from wselr_rules.allocation.grants import Allocation, Grant, allocate
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.law.readings import BudgetPeriod, Readings, Rounding, ZeroKey
from wselr_rules.law.terms import AllocationKey

WORKING_AGE = AllocationKey.WORKING_AGE_POPULATION
JOB_SEEKERS = AllocationKey.JOB_SEEKERS
EQUAL_PARTS = AllocationKey.EQUAL_PARTS


def beneficiary(name, people=1000, seekers=50):
    return Beneficiary(name, working_age_population=people, job_seekers=seekers)


def beneficiaries(counts):
    return [beneficiary(f"R{place:04}", *pair) for place, pair in enumerate(counts)]


def call_with(*, budget="3000000.00", keys=None, **readings):
    return evolve(
        OPEN_CALL_2023_2025,
        budget=Decimal(budget),
        keys=keys or OPEN_CALL_2023_2025.keys,
        readings=Readings(**readings),
    )


def divide(given, call=OPEN_CALL_2023_2025, year=2025):
    return allocate(given, call=call, year=year)


def cents(euros):
    return int(euros.scaleb(2))


THREE = [
    beneficiary("west", 60_000, 3_000),
    beneficiary("midden", 30_000, 2_000),
    beneficiary("oost", 10_000, 1_000),
]


def _backwards(pairs):
    return dict(reversed(list(pairs.items())))


class TestCases:
    """The cases of the text."""

    def test_three(self):
        """Three beneficiaries get 1,420,000, 960,000 and 620,000, each from three pots."""
        allocation = divide(THREE)
        assert [(grant.beneficiary_id, str(grant.amount)) for grant in allocation] == [
            ("midden", "960000.00"),
            ("oost", "620000.00"),
            ("west", "1420000.00"),
        ]
        assert allocation["west"].components == FrozenMap(
            {
                WORKING_AGE: Decimal("720000.00"),
                JOB_SEEKERS: Decimal("300000.00"),
                EQUAL_PARTS: Decimal("400000.00"),
            }
        )

    def test_one_gets_all(self):
        """One approved beneficiary gets the whole budget."""
        (grant,) = divide([beneficiary("only")])
        assert grant.amount == grant.exact == Decimal("3000000.00")

    def test_a_refusal_raises_the_others(self):
        """Without the third, the other two get more."""
        fewer = divide(THREE[:2])
        assert all(grant.amount > divide(THREE)[grant.beneficiary_id].amount for grant in fewer)

    def test_equal_part_of_39(self):
        """With 39 beneficiaries the equal part is 30,769.23 euros, or a cent more."""
        allocation = divide(beneficiaries([(1000 + i, 10 + i) for i in range(39)]))
        parts = {str(grant.components[EQUAL_PARTS]) for grant in allocation}
        assert parts == {"30769.23", "30769.24"}

    def test_pots(self):
        """The keys split the budget in 1,200,000.00, 600,000.00 and 1,200,000.00."""
        allocation = divide(THREE)
        assert [str(pot) for pot in allocation.pots.values()] == [
            "1200000.00",
            "600000.00",
            "1200000.00",
        ]
        assert str(allocation.budget) == "3000000.00"
        assert allocation.year == 2025
        assert allocation.keys == OPEN_CALL_2023_2025.keys

    def test_keys_stand_in_the_order_of_the_terms(self):
        """However keys, pots and components were stored, they are checked in one order."""
        allocation = divide(THREE, call_with(budget="0.04"))
        reordered = evolve(
            allocation,
            keys=_backwards(allocation.keys),
            pots=_backwards(allocation.pots),
            grants=[evolve(grant, components=_backwards(grant.components)) for grant in allocation],
        )
        in_order = [WORKING_AGE, JOB_SEEKERS, EQUAL_PARTS]
        assert list(reordered.keys) == list(reordered.pots) == in_order
        assert all(list(grant.components) == in_order for grant in reordered)
        assert reordered == allocation
        assert reordered.verify() == allocation.verify()

    def test_pots_that_are_not_whole_cents(self):
        """A cent that splits over the keys goes to the largest remainder, then the first key."""
        allocation = divide(THREE, call_with(budget="0.03"))
        assert [str(pot) for pot in allocation.pots.values()] == ["0.01", "0.01", "0.01"]
        allocation = divide(THREE, call_with(budget="0.01"))
        assert [str(pot) for pot in allocation.pots.values()] == ["0.01", "0.00", "0.00"]
        assert allocation.verify()

    def test_budget_without_decimals(self):
        """A budget written without cents comes back with them."""
        allocation = divide(THREE, call_with(budget="1E+6"))
        assert str(allocation.budget) == str(allocation.total) == "1000000.00"


class TestReadings:
    """The readings of the call decide what the text leaves open."""

    def test_on_totals_by_default(self):
        """By default the totals are rounded best."""
        weights, ids = realistic(39, seed=1)
        given = [beneficiary(*row) for row in zip(ids, *weights[:2], strict=True)]
        table = closest_table(REAL_POTS, weights, ids)
        assert [cents(grant.amount) for grant in divide(given)] == amounts_of(table)

    def test_per_pot(self):
        """The other reading divides each pot by itself, and is verified as such."""
        weights, ids = realistic(39, seed=1)
        given = [beneficiary(*row) for row in zip(ids, *weights[:2], strict=True)]
        table = table_per_pot(REAL_POTS, weights, ids)
        allocation = divide(given, call_with(rounding=Rounding.PER_POT))
        assert [cents(grant.amount) for grant in allocation] == amounts_of(table)
        assert table != closest_table(REAL_POTS, weights, ids)
        certificate = allocation.verify()
        assert certificate
        assert [ledger.of for ledger in certificate.ledgers] == [key.value for key in AllocationKey]
        assert not evolve(allocation, readings=Readings()).verify()

    def test_seven_alike(self):
        """Per pot one of seven alike gets 2.14 cents too much; on totals nobody a cent."""
        seven = beneficiaries([(1000, 10)] * 7)
        on_totals = divide(seven)
        per_pot = divide(seven, call_with(rounding=Rounding.PER_POT))
        assert max(Fraction(g.amount) - g.exact for g in per_pot) == Fraction(15, 700)
        assert max(abs(Fraction(g.amount) - g.exact) for g in on_totals) < Fraction(1, 100)

    def test_zero_key_in_equal_parts(self):
        """A key that is zero for all goes in equal parts, if the reading says so."""
        call = call_with(zero_key=ZeroKey.EQUAL_PARTS)
        allocation = divide([beneficiary("a", 1, 0), beneficiary("b", 2, 0)], call)
        assert [str(g.components[JOB_SEEKERS]) for g in allocation] == ["300000.00"] * 2
        assert allocation.verify()
        assert allocation.exact_components("a")[JOB_SEEKERS] == 300_000

    def test_budget_over_the_years(self):
        """A budget for all years together leaves its odd cents to the earlier years."""
        call = call_with(budget="0.02", budget_period=BudgetPeriod.ALL_YEARS)
        assert divide(THREE, call, 2024).budget == Decimal("0.01")
        with pytest.raises(errors.InvalidBudget) as caught:
            divide(THREE, call, 2025)
        assert caught.value.budget == 0

    def test_key_that_divides_nothing(self):
        """A key of which the fraction is zero needs no counts, and pays nothing."""
        call = call_with(
            keys={WORKING_AGE: Fraction(1), JOB_SEEKERS: Fraction(0), EQUAL_PARTS: Fraction(0)}
        )
        given = [beneficiary("a", 1, None), beneficiary("b", 2, -5), beneficiary("c", 0, 5)]
        allocation = divide(given, call)
        assert [str(grant.amount) for grant in allocation] == ["1000000.00", "2000000.00", "0.00"]
        assert allocation.verify()
        # It was made without the checks, which let it through as well.
        assert evolve(allocation) == allocation

    def test_other_keys(self):
        """A call may have fewer keys; they come in the order of the terms."""
        call = call_with(keys={EQUAL_PARTS: Fraction(1, 3), WORKING_AGE: Fraction(2, 3)})
        allocation = divide(THREE, call)
        assert list(allocation["west"].components) == [WORKING_AGE, EQUAL_PARTS]
        assert str(allocation.pots[EQUAL_PARTS]) == "1000000.00"
        assert allocation.verify()

    def test_a_small_key_may_have_the_larger_remainder(self):
        """Of 7 cents three quarters are 5.25 and a quarter 1.75: the cent left over is its own."""
        keys = {WORKING_AGE: Fraction(3, 4), EQUAL_PARTS: Fraction(1, 4)}
        allocation = divide(THREE, call_with(budget="0.07", keys=keys))
        assert [str(pot) for pot in allocation.pots.values()] == ["0.05", "0.02"]
        assert allocation.verify()


class TestHolds:
    """What holds of every allocation."""

    @pytest.mark.parametrize("rounding", list(Rounding))
    def test_every_grant_is_one_that_the_checks_let_through(self, rounding):
        """They are made without; made again with them they are the same, down to the types."""
        call = call_with(budget="1000000.01", rounding=rounding)
        weights, ids = realistic(40, seed=5)
        given = [beneficiary(*row) for row in zip(ids, *weights[:2], strict=True)]
        for grant in divide(given, call):
            again = evolve(grant)
            assert (again, repr(again)) == (grant, repr(grant))
            assert list(again.components) == list(grant.components)

    def test_decimal_context(self):
        """A decimal context of one digit in which everything raises changes nothing."""
        allocation = divide([*THREE[:2], beneficiary("d", 7, 3)])
        hostile = decimal.Context(
            prec=1, Emax=1, Emin=-1, rounding=decimal.ROUND_UP, traps=dict.fromkeys(SIGNALS, True)
        )
        with decimal.localcontext(hostile):
            again = divide([*THREE[:2], beneficiary("d", 7, 3)])
            certificate = again.verify()
            totals, total = again.totals, again.total
        assert again == allocation
        assert certificate == allocation.verify()
        assert (totals, total) == (allocation.totals, allocation.total)

    @pytest.mark.parametrize("rows", [285, 10_000])
    def test_many(self, rows):
        """Many beneficiaries are divided and verified to the cent."""
        weights, ids = realistic(rows, seed=rows)
        given = [beneficiary(*row) for row in zip(ids, *weights[:2], strict=True)]
        Random(1).shuffle(given)  # noqa: S311 -- nothing here is secret
        allocation = divide(given)
        certificate = allocation.verify()
        assert certificate
        assert certificate.constructed == ()
        assert allocation.total == allocation.budget


SIGNALS = (
    decimal.Clamped,
    decimal.Inexact,
    decimal.Rounded,
    decimal.Subnormal,
    decimal.Overflow,
    decimal.Underflow,
    decimal.DivisionByZero,
    decimal.FloatOperation,
    decimal.InvalidOperation,
)


class TestVerify:
    """A changed cent is found, wherever it is."""

    @pytest.fixture
    def allocation(self):
        """Give an allocation with cents left over."""
        return divide(beneficiaries([(1000 + 7 * i, 60 + i) for i in range(5)]))

    def test_amount(self, allocation):
        """A cent more in an amount."""
        first, *others = allocation.grants
        wrong = evolve(first, amount=first.amount + Decimal("0.01"))
        certificate = evolve(allocation, grants=[wrong, *others]).verify()
        assert certificate[Check.AMOUNTS_ADD_UP].culprits == ("R0000",)

    @pytest.mark.parametrize("key", AllocationKey)
    @pytest.mark.parametrize("place", range(5))
    def test_component(self, allocation, key, place):
        """A cent more in one component, and in its amount."""
        grants = list(allocation.grants)
        one, cent = grants[place], Decimal("0.01")
        grants[place] = evolve(
            one,
            amount=one.amount + cent,
            components={**one.components, key: one.components[key] + cent},
        )
        certificate = evolve(allocation, grants=grants).verify()
        assert certificate[Check.POTS_ADD_UP].culprits == (key.value,)

    def test_exact(self, allocation):
        """Another unrounded share."""
        first, *others = allocation.grants
        wrong = evolve(first, exact=first.exact + Fraction(1, 10**9))
        certificate = evolve(allocation, grants=[wrong, *others]).verify()
        assert certificate.failed == (Check.EXACT_SHARES,)

    def test_pot(self, allocation):
        """A cent from one pot to another."""
        pots = {**allocation.pots, EQUAL_PARTS: Decimal("1200000.01")}
        pots[JOB_SEEKERS] = Decimal("599999.99")
        failed = evolve(allocation, pots=pots).verify().failed
        assert Check.POTS_FOLLOW_KEYS in failed
        assert Check.POTS_ADD_UP in failed

    def test_budget(self, allocation):
        """A cent more in the budget."""
        wrong = evolve(allocation, budget=Decimal("3000000.01"))
        assert not wrong.verify()[Check.POTS_FOLLOW_KEYS].holds

    def test_count(self, allocation):
        """Another count than was divided by."""
        first, *others = allocation.beneficiaries
        wrong = evolve(allocation, beneficiaries=[evolve(first, job_seekers=61), *others])
        assert not wrong.verify()

    def test_ledger(self, allocation):
        """The certificate has the remainder of everyone."""
        (ledger,) = allocation.verify().ledgers
        assert [entry.beneficiary_id for entry in ledger.entries] == [
            grant.beneficiary_id for grant in allocation
        ]
        assert sum(entry.extra_cents for entry in ledger.entries) > 0


class TestRefusals:
    """What cannot be divided is refused, with everyone who is the cause of it."""

    def test_nobody(self):
        """There must be a beneficiary."""
        with pytest.raises(errors.NoBeneficiaries):
            divide([])

    def test_unknown_count(self):
        """Counts that are not known are no zeros: all are named, by the first key."""
        given = [beneficiary("b", None), beneficiary("a", None), beneficiary("c", 3, None)]
        with pytest.raises(errors.UnknownWeight) as caught:
            divide(given)
        assert astuple(caught.value) == ("working_age_population", ("a", "b"))
        with pytest.raises(errors.UnknownWeight) as caught:
            divide(given[2:])
        assert astuple(caught.value) == ("job_seekers", ("c",))

    def test_negative_count(self):
        """Negative counts are refused, all named."""
        given = [beneficiary("b", 5, -1), beneficiary("a", 5, -2), beneficiary("c", 5, 0)]
        with pytest.raises(errors.NegativeWeight) as caught:
            divide(given)
        assert astuple(caught.value) == ("job_seekers", ("a", "b"))

    def test_zero_keys(self):
        """A key that is zero for all has no rule in the text; all such keys are named."""
        with pytest.raises(errors.ZeroKeyTotal) as caught:
            divide([beneficiary("a", 0, 0), beneficiary("b", 0, 0)])
        assert caught.value.keys == ("working_age_population", "job_seekers")
        with pytest.raises(errors.ZeroKeyTotal) as caught:
            divide([beneficiary("a", 0, 0), beneficiary("b", 0, 1)])
        assert caught.value.keys == ("working_age_population",)

    def test_same_id_twice(self):
        """Every id stands once; those that do not are named."""
        with pytest.raises(errors.DuplicateId) as caught:
            divide([beneficiary(name) for name in "bacab"])
        assert astuple(caught.value) == ("beneficiary", ("a", "b"))

    def test_year(self):
        """A year outside the plan years has no budget."""
        with pytest.raises(errors.YearOutsideCall):
            divide(THREE, year=2026)

    def test_something_else(self):
        """Only beneficiaries are divided among."""
        with pytest.raises(errors.WrongType) as caught:
            divide([*THREE, "west"])
        assert astuple(caught.value) == ("beneficiaries", "a Beneficiary", "west")

    @pytest.mark.parametrize("field", ["working_age_population", "job_seekers"])
    @pytest.mark.parametrize("count", [True, False, 1.0, "1", Decimal(1)])
    def test_count_of_another_type(self, field, count):
        """A count is a whole number: nothing is read as one."""
        with pytest.raises(errors.InvalidCount) as caught:
            evolve(THREE[0], **{field: count})
        assert astuple(caught.value) == ("west", field, count)

    def test_id(self):
        """An id is text with something in it."""
        with pytest.raises(errors.EmptyId):
            beneficiary(" ")
        with pytest.raises(errors.WrongType):
            beneficiary(7)


class TestValues:
    """Grants and allocations are values that check themselves, and cannot change."""

    @pytest.fixture
    def allocation(self):
        """Give the allocation of case 13."""
        return divide(THREE)

    def test_plain_values(self, allocation):
        """They are equal, hash alike, pickle, and cannot change."""
        again = pickle.loads(pickle.dumps(allocation))  # noqa: S301 -- made on the line itself
        assert again == allocation
        assert hash(again) == hash(allocation)
        with pytest.raises(AttributeError):
            allocation.grants[0].amount = Decimal("1.00")

    def test_look_up(self, allocation):
        """A grant is found by its id."""
        assert allocation["oost"].beneficiary_id == "oost"
        assert "oost" in allocation
        assert "noord" not in allocation
        for name in ("noord", "a", "zuid"):
            with pytest.raises(KeyError) as caught:
                allocation[name]
            assert caught.value.args == (name,)

    @pytest.mark.parametrize(
        "amount", ["1.0", "1", "1.000", "-0.01", "-0.00", "NaN", "sNaN", "Infinity", "1E+2"]
    )
    def test_amount_without_two_decimals(self, allocation, amount):
        """An amount has two decimals and is not negative."""
        with pytest.raises(errors.WrongValue) as caught:
            evolve(allocation.grants[0], amount=Decimal(amount))
        assert caught.value.field == "Grant.amount"
        assert caught.value.expected == "euros of at least 0 with two decimals"
        assert str(caught.value.value) == amount
        with pytest.raises(errors.WrongValue) as caught:
            evolve(allocation, pots={**allocation.pots, EQUAL_PARTS: Decimal(amount)})
        assert caught.value.field == "Allocation.pots"

    @pytest.mark.parametrize(
        ("change", "field", "expected"),
        [
            ({"amount": 1}, "Grant.amount", "a Decimal of euros"),
            ({"components": {EQUAL_PARTS: 1.0}}, "Grant.components", "a Decimal of euros"),
            (
                {"components": {"gelijke delen": Decimal("1.00")}},
                "Grant.components",
                "an amount for each AllocationKey",
            ),
            ({"exact": 1}, "Grant.exact", "a Fraction of euros"),
            ({"beneficiary_id": 1}, "Grant.beneficiary_id", "text"),
        ],
    )
    def test_grant_of_other_types(self, allocation, change, field, expected):
        """A grant coerces nothing."""
        with pytest.raises(errors.WrongType) as caught:
            evolve(allocation.grants[0], **change)
        assert (caught.value.field, caught.value.expected) == (field, expected)
        assert str(caught.value.value) in str(change)

    @pytest.mark.parametrize(
        ("change", "field", "expected"),
        [
            ({"grants": [1]}, "Allocation.grants", "grants"),
            ({"budget": 3}, "Allocation.budget", "a Decimal of euros"),
            ({"year": True}, "Allocation.year", "a year"),
            ({"year": "2025"}, "Allocation.year", "a year"),
            ({"beneficiaries": [1]}, "beneficiaries", "a Beneficiary"),
            ({"readings": None}, "Allocation.readings", "Readings"),
            ({"keys": {1: Fraction(1)}}, "Allocation.keys", "a Fraction for each AllocationKey"),
            ({"keys": {EQUAL_PARTS: 1}}, "Allocation.keys", "a Fraction for each AllocationKey"),
        ],
    )
    def test_allocation_of_other_types(self, allocation, change, field, expected):
        """An allocation coerces nothing."""
        with pytest.raises(errors.WrongType) as caught:
            evolve(allocation, **change)
        assert (caught.value.field, caught.value.expected) == (field, expected)
        assert caught.value.value is not None or change == {"readings": None}

    @pytest.mark.parametrize(
        ("fractions", "total"),
        [
            ({}, 0),
            ({EQUAL_PARTS: Fraction(1, 2)}, Fraction(1, 2)),
            ({EQUAL_PARTS: Fraction(2), JOB_SEEKERS: Fraction(-1)}, 1),
        ],
    )
    def test_keys(self, allocation, fractions, total):
        """The keys of an allocation add up to one, as those of a call."""
        with pytest.raises(errors.InvalidKeys) as caught:
            evolve(allocation, keys=fractions)
        assert caught.value.total == total

    def test_what_does_not_belong_together(self, allocation):
        """Grants, beneficiaries, pots and keys must be of one another."""
        grants, equal = allocation.grants, FrozenMap({EQUAL_PARTS: Decimal("1.00")})
        ids = [grant.beneficiary_id for grant in grants]
        odd = evolve(grants[2], components=equal)
        in_order, for_keys = "one for each beneficiary, in order", "one for each key"
        for change, *data in [
            ({"grants": grants[1:]}, "Allocation.grants", in_order, ids[1:]),
            ({"grants": grants[::-1]}, "Allocation.grants", in_order, ids[::-1]),
            (
                {"beneficiaries": allocation.beneficiaries[1:]},
                "Allocation.grants",
                in_order,
                ids,
            ),
            ({"pots": equal}, "Allocation.pots", for_keys, equal),
            ({"grants": [*grants[:2], odd]}, "Grant.components", for_keys, odd),
        ]:
            with pytest.raises(errors.WrongValue) as caught:
                evolve(allocation, **change)
            error = caught.value
            assert [error.field, error.expected, error.value] == data

    def test_a_key_that_is_zero_for_all_is_refused_by_hand_too(self, allocation):
        """An allocation with a key whose total is zero needs the reading that allows it."""
        idle = [evolve(each, job_seekers=0) for each in allocation.beneficiaries]
        with pytest.raises(errors.ZeroKeyTotal):
            evolve(allocation, beneficiaries=idle)

    def test_counts_that_could_not_be_divided_by(self, allocation):
        """An allocation refuses what could not have been divided."""
        unknown = [evolve(each, job_seekers=None) for each in allocation.beneficiaries]
        with pytest.raises(errors.UnknownWeight):
            evolve(allocation, beneficiaries=unknown)

    def test_made_by_hand(self):
        """An allocation can be made by hand, and is verified like any other."""
        only = beneficiary("only")
        pots = {EQUAL_PARTS: Decimal("1.00")}
        allocation = Allocation(
            [Grant("only", Decimal("1.00"), pots, Fraction(1))],
            Decimal("1.00"),
            year=2025,
            pots=pots,
            keys={EQUAL_PARTS: Fraction(1)},
            beneficiaries=[only],
            readings=Readings(),
        )
        assert allocation.verify()
        assert allocation == divide(
            [only], call_with(budget="1.00", keys={EQUAL_PARTS: Fraction(1)})
        )
