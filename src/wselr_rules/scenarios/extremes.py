"""The least and the most cents of one beneficiary (*uitersten*) over all sets of the others.

It knows beneficiaries who take part for certain and others who may. It does not know who may be
approved, nor why.

One more beneficiary never raises the exact share of another: every pot is divided by a larger
total, or by the same one. Whole cents can still move the other way, for shares within one cent
are rounded down in one set and up in another. So the search starts where the exact share is
largest, or smallest, and goes on to sets that differ in one more beneficiary only as long as
their exact share, rounded the best way, beats the best amount found. That leaves out no better
one, and as soon as one more beneficiary moves a share by more than a cent, nothing is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import TypeAlias

from attrs import define, field, frozen

from wselr_rules.allocation.beneficiaries import Beneficiary, check_counts, weights_of
from wselr_rules.allocation.division import by_fractions
from wselr_rules.allocation.euros import cents_of
from wselr_rules.allocation.grants import cents_each
from wselr_rules.errors import ZeroKeyTotal
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import Rounding

__all__ = ["MOST_DIVISIONS", "Divisions", "Extreme"]

#: Our own limit to the sets divided among for one extreme: all of them with up to ten others who
#: may take part. It is only met by budgets of so few cents that one more hardly moves a share.
MOST_DIVISIONS = 1024

_Ids: TypeAlias = frozenset[str]


@frozen
class Extreme:
    """The least or the most that one can get (*uiterste*), in cents.

    ``is_exact=False`` says that the search was broken off: ``cents`` is then its exact share,
    rounded so that no set gives less, or more.
    """

    cents: int
    is_exact: bool


@define
class Divisions:
    """Divisions of a budget among sets of beneficiaries (*verdelingen*), each made once.

    ``certain`` take part in every set; of the others any may. Counts that a key divides by are
    known.
    """

    _beneficiaries: Mapping[str, Beneficiary]
    _certain: _Ids
    _call: OpenCall
    _year: int
    _divided: dict[_Ids, dict[str, int]] = field(factory=dict[_Ids, dict[str, int]], init=False)

    @property
    def leaves_sets_out(self) -> bool:
        """Whether some set of beneficiaries cannot be divided among (*onverdeelbaar*), by I12."""
        smallest = [self._certain] if self._certain else [frozenset({each}) for each in self._all]
        return any(self._zero_keys(ids) for ids in smallest)

    def least(self, own: str) -> Extreme | None:
        """The least that ``own`` gets where it takes part (*minstens*).

        None where no set that it is in can be divided among.
        """
        if self._zero_keys(self._all):
            return None
        fixed = self._certain | {own}
        return self._search(
            own,
            [self._all],
            lambda ids: (ids - {each} for each in sorted(ids - fixed)),
            floor,
            lambda one, other: one < other,
        )

    def most(self, own: str) -> Extreme | None:
        """The most that ``own`` gets (*hoogstens*); None likewise."""
        if self._zero_keys(self._all):
            return None
        return self._search(
            own,
            list(self._smallest_with(self._certain | {own})),
            lambda ids: (ids | {each} for each in sorted(self._all - ids)),
            ceil,
            lambda one, other: one > other,
        )

    # --- the search -----------------------------------------------------------------------

    def _search(
        self,
        own: str,
        roots: list[_Ids],
        neighbours: Callable[[_Ids], Iterable[_Ids]],
        rounded: Callable[[Fraction], int],
        beats: Callable[[int, int], bool],
    ) -> Extreme:
        bounds = [self._bound(own, root, rounded) for root in roots]
        best = self._cents(roots[0])[own]
        waiting, seen, visited = roots[:], set(roots), 0
        while waiting:
            ids = waiting.pop()
            bound = self._bound(own, ids, rounded)
            if not beats(bound, best):
                continue
            visited += 1
            if visited > MOST_DIVISIONS:
                # For the least there is one root, and so one bound.
                return Extreme(max(bounds), is_exact=False)
            cents = self._cents(ids)[own]
            best = cents if beats(cents, best) else best
            # What lies further on is bounded by this one too.
            further = neighbours(ids) if beats(bound, best) else ()
            new = [each for each in further if each not in seen and not self._zero_keys(each)]
            seen.update(new)
            waiting += new
        return Extreme(best, is_exact=True)

    def _smallest_with(self, ids: _Ids) -> Iterator[_Ids]:
        """The smallest sets with these in them that can be divided among, and maybe some more."""
        zero = self._zero_keys(ids)
        if not zero:
            yield ids
            return
        for each in sorted(self._all - ids):
            if zero[0] not in self._zero_keys(frozenset({each})):
                yield from self._smallest_with(ids | {each})

    def _bound(self, own: str, ids: _Ids, rounded: Callable[[Fraction], int]) -> int:
        """The exact share of ``own``, rounded as far as the reading of I11 lets it be."""
        shares = self._exact(own, ids)
        if self._call.readings.rounding is Rounding.PER_POT:
            return sum(map(rounded, shares))
        return rounded(sum(shares, Fraction(0)))

    # --- one set --------------------------------------------------------------------------

    @property
    def _all(self) -> _Ids:
        return frozenset(self._beneficiaries)

    def _exact(self, own: str, ids: _Ids) -> list[Fraction]:
        """The exact share of each pot in cents."""
        cents = cents_of(self._call.budget_for(self._year))
        pots = by_fractions(cents, list(self._call.keys.values()))
        # Its own weight stands first.
        rows = [self._beneficiaries[each] for each in (own, *(ids - {own}))]
        columns = weights_of(rows, self._call.keys)
        return [
            Fraction(pot * column[0], sum(column))
            for pot, column in zip(pots, columns, strict=True)
        ]

    def _cents(self, ids: _Ids) -> dict[str, int]:
        if ids not in self._divided:
            rows = [self._beneficiaries[each] for each in ids]
            self._divided[ids] = cents_each(rows, call=self._call, year=self._year)
        return self._divided[ids]

    def _zero_keys(self, ids: _Ids) -> tuple[str, ...]:
        """The counts that are zero for all of these, where the text gives no rule (I12)."""
        rows = [self._beneficiaries[each] for each in ids]
        try:
            check_counts(rows, self._call.keys, self._call.readings.zero_key)
        except ZeroKeyTotal as error:
            return error.keys
        return ()
