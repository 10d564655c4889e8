"""Corrections (*correcties*) of memberships, each assumed: a municipality leaves a regieverband.

A member that leaves changes the territory, so that the regieverband counts as new from that
day on (S16). That it never was a member, the list being wrong, changes nothing since the
baseline. Which of the two is true is not public, so both can be made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeAlias

from applicants import MERGED_ON
from attrs import evolve, frozen

from wselr_rules import Application, Membership, Portfolio, flanders

__all__ = ["CORRECTIONS", "LEAVES_ON", "Correction", "Manner", "corrected", "leaves", "never_was"]

#: The first day of the plan year whose budget is divided, and that of the mergers: the whole of
#: the year is then undisputed, and what merged that day never came in.
LEAVES_ON = MERGED_ON


@frozen
class Correction:
    """A municipality, as it is named since the mergers, that is no longer in a regieverband."""

    id: str
    applicant_id: str
    municipality: str

    @property
    def territory(self) -> frozenset[str]:
        """The ground that goes."""
        return flanders.municipality(self.municipality, on=LEAVES_ON).territory


#: What becomes of a membership of the municipality: it ends earlier, or is gone.
Manner: TypeAlias = Callable[[Membership, date], Membership | None]

CORRECTIONS = (
    Correction("C1", "w13", "Wielsbeke"),
    Correction("C2", "igo", "Leuven"),
    Correction("C3", "haspengouw", "Tongeren-Borgloon"),
)


def leaves(membership: Membership, day: date) -> Membership | None:
    """It is a member up to that day; of a membership that begins on it nothing remains."""
    if membership.since >= day:
        return None
    if membership.until is not None and membership.until <= day:
        return membership
    return evolve(membership, until=day)


def never_was(membership: Membership, day: date) -> Membership | None:
    """It never was a member: the list is wrong."""
    del membership, day
    return None


def corrected(
    portfolio: Portfolio, corrections: Iterable[Correction], manner: Manner = leaves
) -> Portfolio:
    """Make corrections in a portfolio whose members were carried forward."""
    by_applicant = {each.applicant_id: each for each in corrections}
    return evolve(
        portfolio,
        applications=tuple(
            _corrected(each, by_applicant[each.id], manner) if each.id in by_applicant else each
            for each in portfolio.applications
        ),
    )


def _corrected(application: Application, correction: Correction, manner: Manner) -> Application:
    regieverband = application.regieverband
    kept = tuple(_kept(regieverband.memberships, correction.territory, manner))
    return evolve(application, regieverband=evolve(regieverband, memberships=kept))


def _kept(
    memberships: Iterable[Membership], territory: frozenset[str], manner: Manner
) -> Iterator[Membership]:
    for each in memberships:
        kept = manner(each, LEAVES_ON) if each.municipality.territory & territory else each
        if kept is not None:
            yield kept
