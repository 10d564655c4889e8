"""Changes of members (*wijzigingen van leden*): who leaves, who joins, whom another gives up.

It knows what each does to an application and its portfolio. Who may join is for ``options``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count

from attrs import Attribute, evolve, field, frozen

from wselr_rules.checks import an_id, instance, instances, is_count, text, to_tuple
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.changes import Changed, with_regieverband
from wselr_rules.errors import InvalidCount, WrongValue
from wselr_rules.render.shown import ShownByFields

__all__ = ["AddMembers", "BringInhabitants", "ReleaseMember", "RemoveMember", "unclaimed_code"]


@frozen
class RemoveMember(ShownByFields):
    """A member leaves this regieverband (*uittreding*)."""

    municipality: Municipality = field(validator=instance(Municipality, "a Municipality"))

    @property
    def touched(self) -> tuple[int, int]:
        """The member (*het lid*)."""
        return 1, self.municipality.least_inhabitants

    def apply(self, application: Application, portfolio: Portfolio, on: date) -> Changed:
        """Without the member; ``NotAMember`` for one that is none on that day (*toepassen*)."""
        without = application.regieverband.without_member(self.municipality.nis_code, on)
        return with_regieverband(application, without, portfolio)

    def told(self, regieverband: str) -> tuple[str, dict[str, object]]:
        """Who leaves what (*bewoording*)."""
        return "change.remove", {
            "municipality": self.municipality.name,
            "regieverband": regieverband,
        }


@frozen
class ReleaseMember(ShownByFields):
    """Another application gives up one of its members (*vrijgave*).

    ``municipality`` is that member, ``application_id`` and ``regieverband`` are the id and the
    name of that other one.
    """

    municipality: Municipality = field(validator=instance(Municipality, "a Municipality"))
    application_id: str = field(validator=an_id)
    regieverband: str = field(validator=text)

    @property
    def touched(self) -> tuple[int, int]:
        """The member of the other (*het andere lid*)."""
        return 1, self.municipality.least_inhabitants

    def apply(self, application: Application, portfolio: Portfolio, on: date) -> Changed:
        """The other without the member (*toepassen*).

        Raises ``KeyError`` for an id of no application, ``NotAMember``, and
        ``NotMunicipalityAlone`` for a municipality alone of which nothing would be left.
        """
        other = portfolio[self.application_id]
        without = other.regieverband.without_member(self.municipality.nis_code, on)
        return application, portfolio.with_application(evolve(other, regieverband=without))

    def told(self, regieverband: str) -> tuple[str, dict[str, object]]:
        """Who drops out of what (*bewoording*)."""
        del regieverband
        return "change.release", {
            "municipality": self.municipality.name,
            "other": self.regieverband,
        }


def _municipalities(values: Iterable[Municipality]) -> tuple[Municipality, ...]:
    return to_tuple(values)


@frozen
class AddMembers(ShownByFields):
    """Municipalities join (*toetreding*), at least one."""

    municipalities: tuple[Municipality, ...] = field(
        converter=_municipalities, validator=instances(Municipality, "municipalities")
    )

    def __attrs_post_init__(self) -> None:
        if not self.municipalities:
            raise WrongValue("AddMembers.municipalities", "at least one", self.municipalities)

    @property
    def touched(self) -> tuple[int, int]:
        """Those that join (*de toetreders*)."""
        return len(self.municipalities), sum(each.least_inhabitants for each in self.municipalities)

    def apply(self, application: Application, portfolio: Portfolio, on: date) -> Changed:
        """With these members (*toepassen*).

        Raises ``OverlappingMemberships`` for ground that is a member's already, and
        ``NotMunicipalityAlone`` where the applicant is a municipality alone.
        """
        regieverband = application.regieverband
        for municipality in self.municipalities:
            regieverband = regieverband.with_member(municipality, on)
        return with_regieverband(application, regieverband, portfolio)

    def told(self, regieverband: str) -> tuple[str, dict[str, object]]:
        """Who joins what, with how many inhabitants (*bewoording*)."""
        is_exact = all(each.inhabitants is not None for each in self.municipalities)
        names = tuple(each.name for each in self.municipalities)
        is_one = len(names) == 1
        message = f"change.add{'' if is_one else '-several'}{'' if is_exact else '-at-least'}"
        return message, {
            **({"municipality": names[0]} if is_one else {"municipalities": names}),
            "regieverband": regieverband,
            "inhabitants": self.touched[1],
        }


def _at_least(owner: BringInhabitants, attribute: Attribute[int], value: object) -> None:
    del owner, attribute
    if not is_count(value):
        raise InvalidCount("BringInhabitants", "at_least", value)


@frozen
class BringInhabitants(ShownByFields):
    """New members, whoever they are, bring inhabitants (*bijkomende inwoners*).

    They lie in ``reference_region``, nobody claims them, and together they have ``at_least`` so
    many inhabitants; 0 stands for a member of any size.
    """

    at_least: int = field(validator=_at_least)
    reference_region: ReferenceRegion = field(
        validator=instance(ReferenceRegion, "a ReferenceRegion")
    )

    @property
    def touched(self) -> tuple[int, int]:
        """One municipality, for it can be one, with these inhabitants (*wat ze raakt*)."""
        return 1, self.at_least

    def apply(self, application: Application, portfolio: Portfolio, on: date) -> Changed:
        """With a made-up member without a name, of a code that nobody has (*toepassen*)."""
        stand_in = Municipality(
            unclaimed_code(application, portfolio),
            "",
            reference_region=self.reference_region,
            is_centrumstad=False,
            inhabitants=self.at_least,
        )
        return AddMembers((stand_in,)).apply(application, portfolio, on)

    def told(self, regieverband: str) -> tuple[str, dict[str, object]]:
        """From where they come, and how many inhabitants they bring (*bewoording*)."""
        known: dict[str, object] = {"regieverband": regieverband, "region": self.reference_region}
        if self.at_least == 0:
            return "change.bring-any", known
        return "change.bring", {**known, "inhabitants": self.at_least}


#: The highest code of five digits.
_LAST_CODE = 99_999


def unclaimed_code(application: Application, portfolio: Portfolio) -> str:
    """The highest code that no member of any of these applications has (*vrije code*)."""
    taken = {
        code
        for each in (application, *portfolio.applications)
        for membership in each.regieverband.memberships
        for code in (membership.municipality.nis_code, *membership.municipality.territory)
    }
    return next(code for code in map(str, count(_LAST_CODE, -1)) if code not in taken)
