"""Grants (*subsidies*): who gets how much of the budget of a plan year, and by which key.

It knows the keys of the call, its budget and how cents are rounded (I11). It does not know who
may be a beneficiary, and leaves the dividing to ``division`` and the checking to
``certificate``.

Sources: S17 to S20 and S26.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm
from operator import mul
from typing import Any, TypeAlias

from attrs import Attribute, field, frozen

from wselr_rules.allocation.beneficiaries import (
    Beneficiary,
    check_counts,
    in_order,
    weights_of,
)
from wselr_rules.allocation.certificate import (
    Certificate,
    certify_on_totals,
    certify_per_pot,
)
from wselr_rules.allocation.claim import Claim
from wselr_rules.allocation.division import by_fractions, closest_table, table_per_pot
from wselr_rules.allocation.euros import amount_of_euros, cents_of, check_euros, euros_of
from wselr_rules.checks import an_id, filled, instance, instances, to_tuple
from wselr_rules.errors import InvalidBudget, InvalidKeys, WrongType, WrongValue
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OpenCall
from wselr_rules.law.call_fields import in_order_of_terms
from wselr_rules.law.readings import Readings, Rounding
from wselr_rules.law.terms import AllocationKey
from wselr_rules.render.shown import ShownByFields

__all__ = ["Allocation", "Grant", "allocate", "cents_each"]

_Euros: TypeAlias = FrozenMap[AllocationKey, Decimal]
_Fractions: TypeAlias = FrozenMap[AllocationKey, Fraction]


# A type checker reads a converter's own annotations, which must therefore name the types.


def _euros(
    pairs: Mapping[AllocationKey, Decimal] | Iterable[tuple[AllocationKey, Decimal]],
) -> _Euros:
    return in_order_of_terms(pairs)


def _fractions(
    pairs: Mapping[AllocationKey, Fraction] | Iterable[tuple[AllocationKey, Fraction]],
) -> _Fractions:
    return in_order_of_terms(pairs)


def _grants(values: Iterable[Grant]) -> tuple[Grant, ...]:
    return to_tuple(values)


def _all_euros(owner: object, attribute: Attribute[_Euros], value: _Euros) -> None:
    path = f"{type(owner).__name__}.{attribute.name}"
    for key, euros in value.items():
        if not isinstance(key, AllocationKey):
            raise WrongType(path, "an amount for each AllocationKey", key)
        check_euros(path, euros)


def _all_fractions(owner: object, attribute: Attribute[_Fractions], value: _Fractions) -> None:
    path = f"{type(owner).__name__}.{attribute.name}"
    for key, fraction in value.items():
        if not isinstance(key, AllocationKey) or not isinstance(fraction, Fraction):
            raise WrongType(path, "a Fraction for each AllocationKey", (key, fraction))
    total = sum(value.values(), Fraction(0))
    if total != 1 or min(value.values()) < 0:
        raise InvalidKeys(total)


def _a_year(owner: object, attribute: Attribute[int], value: Any) -> None:  # noqa: ANN401 -- not checked yet
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType(f"{type(owner).__name__}.{attribute.name}", "a year", value)


@frozen
class Grant(ShownByFields):
    """What one beneficiary gets (*subsidie*), in euros with two decimals.

    ``components`` says how much by each key, ``exact`` what the unrounded share of the budget
    is. Raises ``EmptyId``, ``WrongType`` or ``WrongValue``. That the cents are right is not
    asked here but by ``Allocation.verify``.
    """

    beneficiary_id: str = field(validator=an_id)
    amount: Decimal = field(validator=amount_of_euros)
    components: FrozenMap[AllocationKey, Decimal] = field(converter=_euros, validator=_all_euros)
    exact: Fraction = field(validator=instance(Fraction, "a Fraction of euros"))


@frozen
class Allocation(ShownByFields):
    """A budget divided among its beneficiaries (*verdeling*), with all it was divided by.

    Grants and beneficiaries come in order of id, keys and pots in that of the terms.
    ``allocation[id]`` is the grant of one beneficiary. Raises ``WrongType``, ``InvalidKeys``,
    what ``allocate`` raises for its beneficiaries, and ``WrongValue`` if grants, beneficiaries
    and keys do not belong together.
    """

    grants: tuple[Grant, ...] = field(converter=_grants, validator=instances(Grant, "grants"))
    #: Of the year, in euros.
    budget: Decimal = field(validator=amount_of_euros)
    year: int = field(kw_only=True, validator=_a_year)
    #: The part of the budget that each key divides, in euros.
    pots: FrozenMap[AllocationKey, Decimal] = field(
        kw_only=True, converter=_euros, validator=_all_euros
    )
    #: The same as fractions of the budget, as the call has them.
    keys: FrozenMap[AllocationKey, Fraction] = field(
        kw_only=True, converter=_fractions, validator=_all_fractions
    )
    #: With the counts that were divided by.
    beneficiaries: tuple[Beneficiary, ...] = field(
        kw_only=True,
        converter=in_order,
    )
    #: Of which I11 and I12 bear on the cents.
    readings: Readings = field(kw_only=True, validator=instance(Readings, "Readings"))

    def __attrs_post_init__(self) -> None:
        """Refuse grants, beneficiaries and keys that do not belong together."""
        check_counts(self.beneficiaries, self.keys, self.readings.zero_key)
        ids = [beneficiary.id for beneficiary in self.beneficiaries]
        granted = [grant.beneficiary_id for grant in self.grants]
        if granted != ids:
            raise WrongValue("Allocation.grants", "one for each beneficiary, in order", granted)
        keys = set(self.keys)
        if set(self.pots) != keys:
            raise WrongValue("Allocation.pots", "one for each key", self.pots)
        for grant in self.grants:
            if set(grant.components) != keys:
                raise WrongValue("Grant.components", "one for each key", grant)

    def __iter__(self) -> Iterator[Grant]:
        return iter(self.grants)

    def __contains__(self, beneficiary_id: object) -> bool:
        return any(grant.beneficiary_id == beneficiary_id for grant in self.grants)

    def __getitem__(self, beneficiary_id: str) -> Grant:
        """Give the grant of one beneficiary; ``KeyError`` if it is none."""
        return self.grants[self._place_of(beneficiary_id)]

    @property
    def totals(self) -> FrozenMap[AllocationKey, Decimal]:
        """What all grants together get by each key (*totalen*), in euros."""
        return FrozenMap((key, euros_of(sum(cents))) for key, cents in self._components())

    @property
    def total(self) -> Decimal:
        """What all grants are together (*totaal*), in euros."""
        return euros_of(sum(cents_of(grant.amount) for grant in self.grants))

    def exact_components(self, beneficiary_id: str) -> FrozenMap[AllocationKey, Fraction]:
        """Give the unrounded share of one beneficiary by key (*exact aandeel*), in euros."""
        place = self._place_of(beneficiary_id)
        columns = weights_of(self.beneficiaries, self.keys)
        return FrozenMap(
            (key, Fraction(self.pots[key]) * Fraction(weights[place], sum(weights)))
            for key, weights in zip(self.keys, columns, strict=True)
        )

    def verify(self) -> Certificate:
        """Check every cent by other arithmetic than it was divided by (*controle*).

        The certificate says which checks hold, who fails them, and who got the cents left over.
        """
        parts = lcm(*(fraction.denominator for fraction in self.keys.values()))
        exact = [grant.exact * 100 for grant in self.grants]
        claim = Claim(
            ids=[grant.beneficiary_id for grant in self.grants],
            names=[key.value for key in self.keys],
            total=cents_of(self.budget),
            parts=[int(fraction * parts) for fraction in self.keys.values()],
            pots=[cents_of(self.pots[key]) for key in self.keys],
            weights=weights_of(self.beneficiaries, self.keys),
            components=[cents for _, cents in self._components()],
            amounts=[cents_of(grant.amount) for grant in self.grants],
            exact=[(share.numerator, share.denominator) for share in exact],
        )
        if self.readings.rounding is Rounding.PER_POT:
            return certify_per_pot(claim)
        return certify_on_totals(claim)

    def _components(self) -> Iterator[tuple[AllocationKey, list[int]]]:
        for key in self.keys:
            yield key, [cents_of(grant.components[key]) for grant in self.grants]

    def _place_of(self, beneficiary_id: str) -> int:
        place = bisect_left(self.grants, beneficiary_id, key=lambda grant: grant.beneficiary_id)
        if place == len(self.grants) or self.grants[place].beneficiary_id != beneficiary_id:
            raise KeyError(beneficiary_id)
        return place


def allocate(beneficiaries: Iterable[Beneficiary], *, call: OpenCall, year: int) -> Allocation:
    """Divide the budget of a plan year among all beneficiaries (*verdeel het budget*).

    The budget is split into a pot for each key of the call, and each pot is divided in
    proportion to the counts, or in equal parts. Every cent is given, and none depends on the
    order of the input. Raises ``YearOutsideCall``, ``InvalidBudget`` for a year without a cent,
    ``NoBeneficiaries``, ``DuplicateId``, ``UnknownWeight``, ``NegativeWeight``, ``ZeroKeyTotal``
    or ``WrongType``.
    """
    cents, pots, named, weights, table = _divided(beneficiaries, call, year)
    ids = [beneficiary.id for beneficiary in named]
    return Allocation(
        _grants_of(ids, list(call.keys), table, _exact(pots, weights)),
        euros_of(cents),
        year=year,
        pots=zip(call.keys, map(euros_of, pots), strict=True),
        keys=call.keys,
        beneficiaries=named,
        readings=call.readings,
    )


def cents_each(
    beneficiaries: Iterable[Beneficiary], *, call: OpenCall, year: int
) -> dict[str, int]:
    """What ``allocate`` gives each of them (*centen per begunstigde*), in whole cents by id.

    For who divides very often and reads no more than the amounts. Raises what it raises.
    """
    _, _, named, _, table = _divided(beneficiaries, call, year)
    rows = zip(*table, strict=True)
    return {each.id: sum(row) for each, row in zip(named, rows, strict=True)}


def _divided(
    beneficiaries: Iterable[Beneficiary], call: OpenCall, year: int
) -> tuple[int, list[int], tuple[Beneficiary, ...], list[list[int]], list[list[int]]]:
    """The budget, its pots, the beneficiaries in order, their weights and the cents by pot."""
    cents = _budget_in_cents(call, year)
    named = in_order(beneficiaries)
    check_counts(named, call.keys, call.readings.zero_key)
    pots = by_fractions(cents, list(call.keys.values()))
    weights = weights_of(named, call.keys)
    divide = table_per_pot if call.readings.rounding is Rounding.PER_POT else closest_table
    return cents, pots, named, weights, divide(pots, weights, [each.id for each in named])


def _budget_in_cents(call: OpenCall, year: int) -> int:
    budget = call.budget_for(year)
    cents = cents_of(budget)
    # A budget for all years together may leave the later of them without a cent.
    if not cents:
        raise InvalidBudget(budget)
    return cents


def _exact(pots: list[int], weights: list[list[int]]) -> list[Fraction]:
    """Give the unrounded shares of all pots together, in euros."""
    totals = [sum(column) for column in weights]
    parts = lcm(*totals)
    factors = [pot * (parts // total) for pot, total in zip(pots, totals, strict=True)]
    return [
        Fraction(sum(map(mul, factors, row)), parts * 100) for row in zip(*weights, strict=True)
    ]


def _grants_of(
    ids: list[str], keys: list[AllocationKey], table: list[list[int]], exact: list[Fraction]
) -> list[Grant]:
    return [
        _grant(each, euros_of(sum(row)), zip(keys, map(euros_of, row), strict=True), share)
        for each, row, share in zip(ids, zip(*table, strict=True), exact, strict=True)
    ]


def _grant(
    id: str, amount: Decimal, components: Iterable[tuple[AllocationKey, Decimal]], exact: Fraction
) -> Grant:
    """A grant of what was just divided, without a check of each part: there may be very many."""
    values = {
        "beneficiary_id": id,
        "amount": amount,
        "components": FrozenMap(components),
        "exact": exact,
    }
    return filled(Grant, values)
