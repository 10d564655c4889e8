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
from itertools import starmap
from math import lcm
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

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
from wselr_rules.allocation.columns import Columns, divided
from wselr_rules.allocation.euros import amount_of_euros, cents_of, check_euros, euros_of
from wselr_rules.checks import an_id, filled, instance, instances, to_tuple
from wselr_rules.errors import InvalidKeys, WrongType, WrongValue
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


class _Divided:
    """What was just divided (*net verdeeld*): columns, until somebody asks for ``grants``.

    Whatever compares, hashes, shows, copies or pickles an allocation reads its fields, so that
    nothing tells it from one that was made of grants.
    """

    __slots__ = ("_columns",)

    if TYPE_CHECKING:
        #: None, or nothing at all, where there are grants.
        _columns: Columns | None
    else:  # A type checker would take any name for one of an allocation.

        def __getattr__(self, name: str) -> tuple[Grant, ...]:
            """Make the grants in place of the columns, when they are first asked for."""
            if name == "grants" and (columns := self._undrawn()):
                # In this order: who finds no columns then finds the grants, whatever runs beside.
                object.__setattr__(self, "grants", tuple(starmap(_grant, columns.shares())))
                object.__setattr__(self, "_columns", None)
            return object.__getattribute__(self, name)

    def _undrawn(self) -> Columns | None:
        """The columns that no grants were made of yet (*kolommen*); None where there are grants."""
        return getattr(self, "_columns", None)


@frozen
class Allocation(_Divided, ShownByFields):
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
        columns = self._undrawn()
        return iter(self.grants) if columns is None else starmap(_grant, columns.shares())

    def __contains__(self, beneficiary_id: object) -> bool:
        return any(own.id == beneficiary_id for own in self.beneficiaries)

    def __getitem__(self, beneficiary_id: str) -> Grant:
        """Give the grant of one beneficiary; ``KeyError`` if it is none."""
        place, columns = self._place_of(beneficiary_id), self._undrawn()
        return self.grants[place] if columns is None else _grant(*columns.share(place))

    @property
    def totals(self) -> FrozenMap[AllocationKey, Decimal]:
        """What all grants together get by each key (*totalen*), in euros."""
        columns = self._undrawn()
        table = _table(self.grants, self.keys) if columns is None else columns.table
        return FrozenMap(zip(self.keys, map(euros_of, map(sum, table)), strict=True))

    @property
    def total(self) -> Decimal:
        """What all grants are together (*totaal*), in euros."""
        columns = self._undrawn()
        return euros_of(sum(_amounts(self.grants) if columns is None else columns.amounts()))

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
        # All of them are made, so they are kept: what is shown later is what was checked.
        grants = self.grants
        parts = lcm(*(fraction.denominator for fraction in self.keys.values()))
        exact = [grant.exact * 100 for grant in grants]
        claim = Claim(
            ids=[grant.beneficiary_id for grant in grants],
            names=[key.value for key in self.keys],
            total=cents_of(self.budget),
            parts=[int(fraction * parts) for fraction in self.keys.values()],
            pots=[cents_of(self.pots[key]) for key in self.keys],
            weights=weights_of(self.beneficiaries, self.keys),
            components=_table(grants, self.keys),
            amounts=_amounts(grants),
            exact=[(share.numerator, share.denominator) for share in exact],
        )
        if self.readings.rounding is Rounding.PER_POT:
            return certify_per_pot(claim)
        return certify_on_totals(claim)

    def _place_of(self, beneficiary_id: str) -> int:
        place = bisect_left(self.beneficiaries, beneficiary_id, key=attrgetter("id"))
        if place == len(self.beneficiaries) or self.beneficiaries[place].id != beneficiary_id:
            raise KeyError(beneficiary_id)
        return place


def _amounts(grants: tuple[Grant, ...]) -> list[int]:
    """The amounts in cents (*bedragen*)."""
    return [cents_of(grant.amount) for grant in grants]


def _table(grants: tuple[Grant, ...], keys: Iterable[AllocationKey]) -> list[list[int]]:
    """The components in cents (*tabel*), by key."""
    return [[cents_of(grant.components[key]) for grant in grants] for key in keys]


def _grant(
    id: str, amount: Decimal, components: FrozenMap[AllocationKey, Decimal], exact: Fraction
) -> Grant:
    """A grant of what was divided, without a check of each part: there may be very many."""
    values = {"beneficiary_id": id, "amount": amount, "components": components, "exact": exact}
    return filled(Grant, values)


def allocate(beneficiaries: Iterable[Beneficiary], *, call: OpenCall, year: int) -> Allocation:
    """Divide the budget of a plan year among all beneficiaries (*verdeel het budget*).

    The budget is split into a pot for each key of the call, and each pot is divided in
    proportion to the counts, or in equal parts. Every cent is given, and none depends on the
    order of the input. Raises ``YearOutsideCall``, ``InvalidBudget`` for a year without a cent,
    ``NoBeneficiaries``, ``DuplicateId``, ``UnknownWeight``, ``NegativeWeight``, ``ZeroKeyTotal``
    or ``WrongType``.
    """
    columns = divided(beneficiaries, call=call, year=year)
    values = {
        "budget": euros_of(columns.budget),
        "year": year,
        "pots": FrozenMap((key, euros_of(pot)) for key, pot in columns.pots.items()),
        "keys": call.keys,
        "beneficiaries": columns.beneficiaries,
        "readings": call.readings,
        "_columns": columns,
    }
    return filled(Allocation, values)


def cents_each(
    beneficiaries: Iterable[Beneficiary], *, call: OpenCall, year: int
) -> dict[str, int]:
    """What ``allocate`` gives each of them (*centen per begunstigde*), in whole cents by id.

    For who divides very often and reads no more than the amounts. Raises what it raises.
    """
    columns = divided(beneficiaries, call=call, year=year)
    ids = [each.id for each in columns.beneficiaries]
    return dict(zip(ids, columns.amounts(), strict=True))
