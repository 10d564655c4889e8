"""Candidates (*kandidaat-leden*): which municipalities may join a regieverband on a day.

It knows who qualifies and in which region. Whether it helps if they join is for ``repairs``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from wselr_rules.checks import to_tuple, unique_ids
from wselr_rules.domain.application import Application
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.context import Context
from wselr_rules.errors import WrongType

__all__ = ["qualified", "region_of", "region_of_most"]


def qualified(
    candidates: Iterable[Municipality], application: Application, context: Context
) -> tuple[Municipality, ...]:
    """Those of the candidates that may join (*wie kan toetreden*), the smallest first.

    They exist on the assessed day, lie in a region of a member (of any region if there is no
    member), and their ground is no member's, neither then nor later, and claimed by no other
    application. Raises ``WrongType`` for one that is no ``Municipality``, and ``DuplicateId``
    for one code with different facts.
    """
    unique = tuple(dict.fromkeys(_municipalities(candidates)))
    unique_ids("municipality", (each.nis_code for each in unique))
    members = context.members(application)
    regions = {region_of(member, context) for member in members} or set(ReferenceRegion)
    regions -= {None, ReferenceRegion.OUTSIDE}
    taken = _taken(application, context)
    fit = (
        each
        for each in unique
        if each.exists_on(context.on)
        and region_of(each, context) in regions
        and taken.isdisjoint({each.nis_code, *each.territory})
    )
    return tuple(sorted(fit, key=lambda each: (each.least_inhabitants, each.nis_code)))


def region_of(municipality: Municipality, context: Context) -> ReferenceRegion | None:
    """Its region on the map that holds on the assessed day (*referentieregio*)."""
    return municipality.region_on(context.call.map_day(context.on))


def region_of_most(members: Iterable[Municipality], context: Context) -> ReferenceRegion | None:
    """The region in which most of the members lie (*grootste deel*); None if in none."""
    counts = Counter(region_of(member, context) for member in members)
    regions = [
        each for each in ReferenceRegion if counts[each] and each is not ReferenceRegion.OUTSIDE
    ]
    return max(regions, key=lambda region: counts[region], default=None)


def _municipalities(candidates: Iterable[Municipality]) -> tuple[Municipality, ...]:
    given = to_tuple(candidates)
    for each in given:
        if not isinstance(each, Municipality):
            raise WrongType("candidates", "municipalities", each)
    return given


def _taken(application: Application, context: Context) -> frozenset[str]:
    """The codes of ground that is, or is to be, a member's, or that any application claims."""
    own = (
        each.municipality
        for each in application.regieverband.memberships
        if each.until is None or each.until > context.on
    )
    claimed = (
        member for other in context.portfolio.applications for member in context.members(other)
    )
    return frozenset(code for each in (*own, *claimed) for code in (each.nis_code, *each.territory))
