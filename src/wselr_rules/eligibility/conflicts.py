"""Conflicts (*dubbele deelname*): a territory that more than one application claims.

It finds who claims what on a day; what follows for whom is for the rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from wselr_rules.domain.application import Application
from wselr_rules.domain.membership import Membership
from wselr_rules.render.shown import ShownByFields

__all__ = ["Claim", "Conflict", "claims_on", "conflicts_over"]


def _id(application: Application) -> str:
    return application.id


@frozen
class Claim:
    """A claim on a territory (*aanspraak*): the membership by which an application has it."""

    #: Compared by its id, which no two claimants share: all of it would take long to compare.
    application: Application = field(eq=_id)
    membership: Membership


@frozen
class Conflict(ShownByFields):
    """Two or more applications that claim the same ground on the same days (*conflict*).

    One value, the same in the finding of each application. ``regieverbanden`` are the names of
    the applicants, in the order of ``application_ids``. ``territory`` is a set of NIS
    codes of 1 January 2019; ``nis_codes`` and ``names`` are of the municipalities by which it
    is claimed; it lasts from ``since`` up to, not on, ``until`` (None: no end set).
    """

    territory: tuple[str, ...]
    nis_codes: tuple[str, ...]
    names: tuple[str, ...]
    application_ids: tuple[str, ...]
    regieverbanden: tuple[str, ...]
    since: date
    until: date | None


def claims_on(applications: Iterable[Application], day: date) -> dict[str, tuple[Claim, ...]]:
    """Who claims what on ``day`` (*aanspraken*): claims by NIS code of 1 January 2019."""
    claims: dict[str, tuple[Claim, ...]] = {}
    for application in applications:
        for membership in application.regieverband.memberships:
            if membership.holds_on(day):
                claim = Claim(application, membership)
                for code in membership.municipality.territory:
                    claims[code] = (*claims.get(code, ()), claim)
    return claims


def conflicts_over(claims_by_code: Iterable[tuple[str, tuple[Claim, ...]]]) -> tuple[Conflict, ...]:
    """The conflicts among these claims (*conflicten*), ground claimed alike taken together."""
    codes: dict[tuple[Claim, ...], list[str]] = {}
    for code, claims in claims_by_code:
        ordered = tuple(sorted(claims, key=lambda claim: claim.application.id))
        if len(ordered) > 1:
            codes.setdefault(ordered, []).append(code)
    found = (_conflict(claims, sorted(each)) for claims, each in codes.items())
    return tuple(sorted(found, key=lambda conflict: conflict.territory))


def _conflict(claims: tuple[Claim, ...], territory: list[str]) -> Conflict:
    memberships = [claim.membership for claim in claims]
    members = sorted({(each.municipality.nis_code, each.municipality.name) for each in memberships})
    ends = [each.until for each in memberships if each.until is not None]
    return Conflict(
        tuple(territory),
        tuple(code for code, _ in members),
        tuple(name for _, name in members),
        tuple(claim.application.id for claim in claims),
        tuple(claim.application.regieverband.name for claim in claims),
        max(each.since for each in memberships),
        min(ends, default=None),
    )
