"""Contracts that a solver is asked to break, over plain whole numbers.

The first asserts of a function say what may be given, the later ones what must hold: that is
what ``crosshair check --analysis_kind=asserts`` reads. ``nox -s symbolic`` asks it, and
``test_contracts`` runs each of them on numbers, so that none of them rots.
"""

from __future__ import annotations

from types import SimpleNamespace

from wselr_rules.allocation.certificate import certify_on_totals, certify_per_pot
from wselr_rules.allocation.claim import Claim, Shares
from wselr_rules.allocation.closeness import rows_of_a_better_cycle
from wselr_rules.allocation.division import by_largest_remainder
from wselr_rules.allocation.spare_cents import largest, spend
from wselr_rules.domain.regieverband import total
from wselr_rules.domain.territory import Municipality

# --- bounds ---------------------------------------------------------------------------------


def the_bound_is_no_more_than_the_truth(people: int, of_age: int, seekers: int) -> None:
    """What a town has at least, by its known parts, is not more than it has."""
    assert 0 <= of_age <= people
    assert 0 <= seekers <= people
    known = _least(people, of_age, seekers)
    assert known == people
    for parts in ((of_age, seekers), (of_age, None), (None, seekers), (None, None)):
        assert 0 <= _least(None, *parts) <= people
    assert _least(None, of_age, seekers) >= max(of_age, seekers)


def enough_by_bounds_is_enough(people: int, other_people: int, of_age: int) -> None:
    """Where bounds add up to 60,000, so does what is true; where all is known it is the sum."""
    assert people >= 0
    assert 0 <= of_age <= other_people
    least = _least(people, None, None) + _least(None, of_age, None)
    truth = total([people, other_people])
    assert truth is not None
    assert least <= truth
    assert least < 60_000 or truth >= 60_000
    assert total([people, None]) is None


def _least(people: int | None, of_age: int | None, seekers: int | None) -> int:
    town = SimpleNamespace(inhabitants=people, working_age_population=of_age, job_seekers=seekers)
    least: int = Municipality.least_inhabitants.__get__(town)
    return least


# --- division -------------------------------------------------------------------------------


def the_largest_get_one(one: int, two: int, three: int) -> None:
    """Of three remainders, whatever they are, the largest get a cent, of equal ones the first."""
    assert one >= 0
    assert two >= 0
    assert three >= 0
    rests = [one, two, three]
    for spare in range(4):
        given = largest(rests, spare)
        assert sum(given) == spare
        for i in range(3):
            assert given[i] in {0, 1}
            for j in range(3):
                if given[i] > given[j]:
                    assert rests[i] > rests[j] or (rests[i] == rests[j] and i < j)


def two_parts_add_up(pot: int, weight: int, other: int) -> None:
    """A pot divided by two weights adds up, each part within a cent of its exact share."""
    assert 0 <= pot <= 12
    assert 0 <= weight <= 4
    assert 0 <= other <= 4
    assert weight + other > 0
    paid, paid_to_other = by_largest_remainder(pot, [weight, other], ["a", "b"])
    assert paid + paid_to_other == pot
    assert abs(paid * (weight + other) - pot * weight) < weight + other
    assert weight > 0 or paid == 0
    assert other > 0 or paid_to_other == 0


def three_parts_follow_the_remainders(pot: int, one: int, two: int, three: int) -> None:
    """Who gets a cent left over has no smaller remainder than who does not; ties by id."""
    assert 0 <= pot <= 6
    assert 0 <= one <= 3
    assert 0 <= two <= 3
    assert 1 <= three <= 3
    weights, whole = [one, two, three], one + two + three
    paid = by_largest_remainder(pot, weights, ["a", "b", "c"])
    assert sum(paid) == pot
    extra = [paid[i] - pot * weights[i] // whole for i in range(3)]
    rests = [pot * weights[i] % whole for i in range(3)]
    for i in range(3):
        for j in range(3):
            if extra[i] > extra[j]:
                assert (rests[i], -i) > (rests[j], -j)


def spare_cents_keep_their_sums(first: int, second: int, third: int, unit: int) -> None:
    """Two pots of three rows: every spare cent is given, within a cent of each row's rests."""
    assert 2 <= unit <= 6
    assert 0 <= first < unit
    assert 0 <= second < unit
    assert 0 <= third < unit
    assert (first + second + third) % unit == 0
    pots = [[first, second, third], [third, first, second]]
    held = spend(pots, unit)
    for place, rests in enumerate(pots):
        given = [row >> place & 1 for row in held]
        assert sum(given) * unit == sum(rests)
        assert all(rest or not cent for rest, cent in zip(rests, given, strict=True))
    for i in range(3):
        cents = (held[i] & 1) + (held[i] >> 1 & 1)
        assert abs(cents * unit - pots[0][i] - pots[1][i]) < unit


# --- proof ----------------------------------------------------------------------------------


def a_share_is_its_cents_and_its_rest(share: int, denominator: int, cents: int) -> None:
    """Extra cents and rest make up the share; within a cent means one of the two roundings."""
    assert 1 <= denominator <= 8
    assert share >= 0
    shares = Shares(["a"], denominator, [[share]], [share])
    (extra,), (rest,) = shares.extra_cents([cents], [share]), shares.rests([share])
    assert (cents - extra) * denominator + rest == share
    assert 0 <= rest < denominator
    (is_astray,) = shares.not_within_a_cent([cents], [share])
    assert is_astray == (extra not in ({0, 1} if rest else {0}))


def the_division_has_its_proof(pot: int, weight: int, other: int) -> None:
    """The certificate holds for what was divided, and for nothing with a cent moved."""
    assert 0 <= pot <= 6
    assert 1 <= weight <= 3
    assert 1 <= other <= 3
    paid = by_largest_remainder(pot, [weight, other], ["a", "b"])
    for moved in (-1, 0, 1):
        claim = _claim(pot, [weight, other], [paid[0] + moved, paid[1] - moved])
        assert certify_per_pot(claim).holds == (moved == 0)
        assert certify_on_totals(claim).holds == (moved == 0)


def _claim(pot: int, weights: list[int], paid: list[int]) -> Claim:
    whole = sum(weights)
    return Claim(
        ids=["a", "b"],
        names=["pot"],
        total=pot,
        parts=[1],
        pots=[pot],
        weights=[weights],
        components=[paid],
        amounts=paid,
        exact=[(pot * weight, whole) for weight in weights],
    )


def no_better_cycle_is_left(first: int, second: int, third: int, unit: int) -> None:
    """What was chosen for two pots of three rows cannot lie better, by the proof's own search."""
    assert 2 <= unit <= 5
    assert 0 <= first < unit
    assert 0 <= second < unit
    assert 0 <= third < unit
    assert (first + second + third) % unit == 0
    pots = [[first, second, third], [second, third, first]]
    held = spend(pots, unit)
    raised = [[row >> place & 1 for row in held] for place in (0, 1)]
    sums = [one + other for one, other in zip(*pots, strict=True)]
    cents = [one + other for one, other in zip(*raised, strict=True)]
    rests = [each % unit for each in sums]
    raised_amounts = [paid - each // unit for paid, each in zip(cents, sums, strict=True)]
    assert rows_of_a_better_cycle(pots, raised, rests, raised_amounts) == ()
