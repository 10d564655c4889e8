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

__all__ = ["Context"]


@frozen
class Context:
    """What a rule may read besides the application (*beoordelingscontext*).

    Raises ``DateOutsideCall`` for a day for which the call has no rules, and
    ``MunicipalityNotOfTheDay`` if a member of any application does not exist on that day.
    """

    on: date
    call: OpenCall = field(kw_only=True, validator=instance(OpenCall, "an OpenCall"))
    portfolio: Portfolio = field(kw_only=True, validator=instance(Portfolio, "a Portfolio"))
    _claims: FrozenMap[str, tuple[Claim, ...]] = field(init=False, eq=False, repr=False)
    #: Every rule asks for them. An application with the same id may be another one, so each
    #: stands with whose members they are.
    _members: FrozenMap[str, tuple[RegieVerband, tuple[Municipality, ...]]] = field(
        init=False, eq=False, repr=False
    )

    def __attrs_post_init__(self) -> None:
        self.call.check_day(self.on)
        applications = self.portfolio.applications
        bodies = [(each.id, each.regieverband) for each in applications]
        members = FrozenMap((id, (body, self._existing_members(body))) for id, body in bodies)
        object.__setattr__(self, "_members", members)
        object.__setattr__(self, "_claims", FrozenMap(claims_on(applications, self.on)))

    def members(self, application: Application) -> tuple[Municipality, ...]:
        """The members on the assessed day (*leden*), each of which exists on it."""
        body = application.regieverband
        known, members = self._members.get(application.id, (None, ()))
        return members if known is body else self._existing_members(body)

    def _existing_members(self, regieverband: RegieVerband) -> tuple[Municipality, ...]:
        regieverband.check_members_exist(self.on)
        return regieverband.members_on(self.on)

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
        codes = (code for member in self.members(application) for code in member.territory)
        return any(self._claims_of_others(code, application) for code in codes)

    def _claims_of_others(self, code: str, application: Application) -> tuple[Claim, ...]:
        return tuple(
            claim for claim in self._claims.get(code, ()) if claim.application.id != application.id
        )
