"""The context (*context*) of an assessment: the day, the call and the other applications.

Made once for a day and used for every application and criterion of that day. It knows which
territory is claimed by whom; it knows no rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from wselr_rules.checks import instance
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.conflicts import Claim, Conflict, claims_on, conflicts_over
from wselr_rules.eligibility.settling import choices
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OpenCall
from wselr_rules.render.shown import ShownByFields

__all__ = ["Context"]


@frozen
class _Applicant:
    """A regieverband on the assessed day."""

    regieverband: RegieVerband
    members: tuple[Municipality, ...]
    #: Whether of anything in it is told where it comes from.
    tells_sources: bool


def _tells_sources(regieverband: RegieVerband) -> bool:
    return bool(regieverband.provenance) or any(
        each.provenance is not None or each.municipality.provenance
        for each in regieverband.memberships
    )


@frozen
class Context(ShownByFields):
    """What a rule may read besides the application (*beoordelingscontext*).

    Raises ``DateOutsideCall`` for a day for which the call has no rules, and
    ``MunicipalityNotOfTheDay`` if a member of any application does not exist on that day.
    """

    on: date
    call: OpenCall = field(kw_only=True, validator=instance(OpenCall, "an OpenCall"))
    portfolio: Portfolio = field(kw_only=True, validator=instance(Portfolio, "a Portfolio"))
    _claims: FrozenMap[str, tuple[Claim, ...]] = field(init=False, eq=False, repr=False)
    #: The ids of the applications that claim a territory which another one claims too.
    _contested: frozenset[str] = field(init=False, eq=False, repr=False)
    #: What every rule asks for, by the id of the application.
    _applicants: FrozenMap[str, _Applicant] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self.call.check_day(self.on)
        applications = self.portfolio.applications
        applicants = FrozenMap(
            (each.id, self._applicant(each.regieverband)) for each in applications
        )
        claims = FrozenMap(claims_on(applications, self.on))
        contested = (
            claim.application.id for each in claims.values() if len(each) > 1 for claim in each
        )
        object.__setattr__(self, "_applicants", applicants)
        object.__setattr__(self, "_claims", claims)
        object.__setattr__(self, "_contested", frozenset(contested))

    def members(self, application: Application) -> tuple[Municipality, ...]:
        """The members on the assessed day (*leden*), each of which exists on it."""
        return self._of(application).members

    def tells_sources(self, application: Application) -> bool:
        """Whether it is told of any fact where it comes from (*herkomst*)."""
        return bool(application.provenance) or self._of(application).tells_sources

    def _of(self, application: Application) -> _Applicant:
        try:
            known = self._applicants[application.id]
        except KeyError:
            known = None
        # An application with the same id may be another one.
        if known is None or known.regieverband is not application.regieverband:
            return self._applicant(application.regieverband)
        return known

    def _applicant(self, regieverband: RegieVerband) -> _Applicant:
        regieverband.check_members_exist(self.on)
        return _Applicant(
            regieverband, regieverband.members_on(self.on), _tells_sources(regieverband)
        )

    def members_with_paths(self, application: Application) -> Iterator[tuple[str, Municipality]]:
        """The members on the assessed day with the path to each in the application (*paden*)."""
        for index, membership in enumerate(application.regieverband.memberships):
            if membership.holds_on(self.on):
                path = f"regieverband.memberships[{index}].municipality"
                yield path, membership.municipality

    def choices(self, *names: str) -> dict[str, str]:
        """The readings chosen for these open questions (*gekozen lezingen*), by id.

        ``names`` are fields of ``Readings``.
        """
        return choices(names, self.call)

    def conflicts(self, application: Application) -> tuple[Conflict, ...]:
        """The conflicts of this application with others on the assessed day (*conflicten*)."""
        if not self._is_contested(application):
            return ()
        own = claims_on((application,), self.on)
        return conflicts_over(
            (code, (*claims, *self._claims_of_others(code, application)))
            for code, claims in own.items()
        )

    def _is_contested(self, application: Application) -> bool:
        own = self._of(application)
        if own is self._applicants.get(application.id):
            return application.id in self._contested
        return any(code in self._claims for each in own.members for code in each.territory)

    def _claims_of_others(self, code: str, application: Application) -> tuple[Claim, ...]:
        return tuple(
            claim for claim in self._claims.get(code, ()) if claim.application.id != application.id
        )
