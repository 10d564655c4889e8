"""Whatever is divided, every cent is there, and it is the same however it is told."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.drawing import law
from tests.eligibility.stories import CALL
from tests.property.division import CALLS, COUNTS, beneficiaries, divided

from wselr_rules.law.terms import AllocationKey

CENT = Decimal("0.01")
PLACES = st.integers(0, 5)
KEYS = st.sampled_from(AllocationKey)


def moved(allocation, changes):
    """Return the allocation with cents added to components, and to their amounts."""
    grants = list(allocation.grants)
    for place, key, cents in changes:
        one = grants[place % len(grants)]
        components = {**one.components, key: one.components[key] + cents}
        if components[key] < 0:
            return None
        grants[place % len(grants)] = evolve(one, components=components, amount=one.amount + cents)
    return evolve(allocation, grants=grants)


class TestSums:
    """Components add up to amounts, amounts to the budget, and components to pots."""

    @law
    @given(COUNTS, CALLS)
    def test_components_add_up_to_amounts(self, counts, call):
        """What a beneficiary gets is what it gets by each key together, exact shares too."""
        allocation = divided(beneficiaries(counts), call)
        for grant in allocation:
            assert sum(grant.components.values()) == grant.amount
            assert sum(allocation.exact_components(grant.beneficiary_id).values()) == grant.exact

    @law
    @given(COUNTS, CALLS)
    def test_amounts_add_up_to_the_pots_and_the_budget(self, counts, call):
        """All together get the budget to the cent, and by each key its pot."""
        allocation = divided(beneficiaries(counts), call)
        assert allocation.total == allocation.budget == call.budget
        assert allocation.totals == allocation.pots
        assert sum(allocation.pots.values()) == call.budget
        assert sum(grant.exact for grant in allocation) == Fraction(call.budget)

    @law
    @given(COUNTS, CALLS)
    def test_a_component_is_less_than_a_cent_off(self, counts, call):
        """Each component is its exact share rounded down or up; zero is paid zero."""
        allocation = divided(beneficiaries(counts), call)
        for grant in allocation:
            exact = allocation.exact_components(grant.beneficiary_id)
            for key, paid in grant.components.items():
                assert abs(Fraction(paid) - exact[key]) < Fraction(CENT)
                assert exact[key] or not paid

    @law
    @given(st.integers(1, 400_000_000), st.integers(1, 45), COUNTS)
    def test_of_any_budget_and_of_many(self, budget, rows, counts):
        """Any budget among up to forty-five: sums are exact, no amount is a cent off."""
        call = evolve(CALL, budget=Decimal(f"{budget}e-2"))
        allocation = divided(beneficiaries((counts * rows)[-rows:]), call)
        assert allocation.total == call.budget
        assert allocation.totals == allocation.pots
        assert all(abs(Fraction(each.amount) - each.exact) < Fraction(CENT) for each in allocation)


class TestWhatDoesNotMatter:
    """The order of the input, and the unit of the counts."""

    @law
    @given(COUNTS, st.randoms(use_true_random=True), CALLS)
    def test_order_of_beneficiaries(self, counts, chance, call):
        """Beneficiaries in another order make the very same division, in order of id."""
        among = beneficiaries(counts)
        shuffled = chance.sample(among, len(among))
        allocation = divided(iter(shuffled), call)
        assert allocation == divided(among, call)
        assert [grant.beneficiary_id for grant in allocation] == [each.id for each in among]

    @law
    @given(COUNTS, st.sampled_from([(2, 1), (1, 3), (10, 1), (7, 1_000)]), CALLS)
    def test_scale_of_a_key(self, counts, factors, call):
        """Counts of one key that are all so many times larger give the same cents."""
        scaled = [(people * factors[0], seekers * factors[1]) for people, seekers in counts]
        one, other = divided(beneficiaries(counts), call), divided(beneficiaries(scaled), call)
        assert other.grants == one.grants


class TestVerify:
    """The check holds of every division, and of none in which a cent was moved."""

    @law
    @given(COUNTS, CALLS)
    def test_it_holds(self, counts, call):
        """Whatever is divided, the certificate holds."""
        assert divided(beneficiaries(counts), call).verify().holds

    @law
    @given(COUNTS, CALLS, PLACES, PLACES, st.tuples(KEYS, KEYS))
    def test_it_never_holds_of_a_moved_cent(self, counts, call, source, target, keys):
        """A cent that went from one component to another, of whomever, is found."""
        allocation = divided(beneficiaries(counts), call)
        change = [(source, keys[0], -CENT), (target, keys[1], CENT)]
        wrong = moved(allocation, change)
        if wrong not in {None, allocation}:
            assert not wrong.verify().holds

    @law
    @given(COUNTS, CALLS, PLACES, KEYS, st.sampled_from([CENT, -CENT]))
    def test_it_never_holds_of_a_cent_too_many_or_too_few(self, counts, call, place, key, cent):
        """A cent added to a component, or taken from it, is found."""
        wrong = moved(divided(beneficiaries(counts), call), [(place, key, cent)])
        assert wrong is None or not wrong.verify().holds

    @law
    @given(COUNTS, CALLS, PLACES, PLACES, st.tuples(KEYS, KEYS))
    def test_it_never_holds_of_an_exchange(self, counts, call, one, other, keys):
        """Two that exchange a cent of one pot for a cent of another, amounts alike, are found."""
        allocation = divided(beneficiaries(counts), call)
        change = [(one, keys[0], -CENT), (other, keys[0], CENT)]
        change += [(one, keys[1], CENT), (other, keys[1], -CENT)]
        wrong = moved(allocation, change)
        if wrong not in {None, allocation}:
            assert not wrong.verify().holds
