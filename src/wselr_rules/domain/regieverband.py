"""The regieverband (*lokaal regieverband*): who its members are on which day.

It knows memberships, legal forms, recognition and granted deviations over time, and what its
territory and population follow to be. Whether it counts as existing, changed or new is for
``standing``; what may be approved is for the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any

from attrs import Attribute, evolve, field, frozen

from wselr_rules.checks import an_id, instance, instances, is_day, or_none, text, to_tuple
from wselr_rules.domain.history import History, dates_of, over_time, value_on, values_of
from wselr_rules.domain.membership import Derogation, Membership, first_overlap
from wselr_rules.domain.provenance import UNTOLD, FactsAmong, Provenances, provenances
from wselr_rules.domain.standing import Standing, possible_standings
from wselr_rules.domain.territory import Municipality
from wselr_rules.errors import (
    MunicipalityNotOfTheDay,
    NotAMember,
    NotMunicipalityAlone,
    OverlappingMemberships,
    WrongType,
)
from wselr_rules.law.call import OpenCall
from wselr_rules.law.terms import LegalForm
from wselr_rules.render.shown import ShownByFields

__all__ = ["NEVER", "Never", "RegieVerband", "total"]


class Never(Enum):
    """The known absence of a day (*nooit*), apart from None, which is not known."""

    NEVER = "never"


#: It is known that the regieverband never was recognised.
NEVER = Never.NEVER


_LEGAL_FORM = over_time(instance((LegalForm, NoneType), "a LegalForm, a History of them or None"))


def _recognition(owner: object, attribute: Attribute[Any], value: object) -> None:
    del owner
    if value is not None and value is not NEVER and not is_day(value):
        raise WrongType(f"RegieVerband.{attribute.name}", "a date, NEVER or None", value)


def _memberships(values: Iterable[Membership]) -> tuple[Membership, ...]:
    return to_tuple(values)


def _derogations(values: Iterable[Derogation] | None) -> tuple[Derogation, ...] | None:
    return None if values is None else to_tuple(values)


@frozen
class RegieVerband(ShownByFields):
    """A regieverband (*lokaal regieverband sociale economie en werk*), or a city alone.

    ``legal_form`` is a ``LegalForm``, a ``History`` of them, or None. ``recognised_on`` is the
    day of its recognition, ``NEVER``, or None. ``derogations`` are the granted deviations from
    the region rule: an empty tuple where it is known that there are none, None where it is not
    known.

    Raises ``EmptyId``, ``OverlappingMemberships`` where the same ground is a member twice on
    one day, ``NotMunicipalityAlone`` or ``WrongType``.
    """

    id: str = field(validator=an_id)
    name: str = field(validator=text)
    legal_form: LegalForm | History[LegalForm | None] | None = field(validator=_LEGAL_FORM)
    memberships: tuple[Membership, ...] = field(
        converter=_memberships, validator=instances(Membership, "memberships")
    )
    recognised_on: date | Never | None = field(kw_only=True, validator=_recognition)
    derogations: tuple[Derogation, ...] | None = field(
        default=None,
        kw_only=True,
        converter=_derogations,
        validator=or_none(instances(Derogation, "derogations or None")),
    )
    #: Where its facts come from, by the name of their field; those of the others are not told.
    provenance: Provenances = field(
        default=UNTOLD,
        kw_only=True,
        converter=provenances,
        validator=FactsAmong(("legal_form", "recognised_on", "derogations")),
    )

    def __attrs_post_init__(self) -> None:
        self._check_overlaps()
        self._check_municipality_alone()

    @classmethod
    def of(  # noqa: PLR0913
        cls,
        id: str,
        name: str,
        legal_form: LegalForm | None,
        municipalities: Iterable[Municipality],
        *,
        since: date,
        recognised_on: date | Never | None,
        derogations: Iterable[Derogation] | None = None,
    ) -> RegieVerband:
        """One whose members all joined on ``since`` (*zelfde begindatum*) and stay."""
        return cls(
            id,
            name,
            legal_form,
            tuple(Membership(municipality, since) for municipality in municipalities),
            recognised_on=recognised_on,
            derogations=derogations,
        )

    # --- changed ----------------------------------------------------------------------------

    def with_member(self, municipality: Municipality, since: date) -> RegieVerband:
        """The same with one more member from ``since`` on (*toetreding*).

        Raises ``OverlappingMemberships`` for one whose ground is a member already.
        """
        return evolve(self, memberships=(*self.memberships, Membership(municipality, since)))

    def without_member(self, nis_code: str, on: date) -> RegieVerband:
        """The same with a member that leaves (*uittreding*): no member any more from ``on`` on.

        What it was before that day stays what it was. Raises ``NotAMember`` for one that is no
        member on that day.
        """
        if all(member.nis_code != nis_code for member in self.members_on(on)):
            raise NotAMember(self.id, nis_code, on)
        return evolve(self, memberships=tuple(self._as_if_left(nis_code, on)))

    def _as_if_left(self, nis_code: str, on: date) -> Iterator[Membership]:
        for membership in self.memberships:
            is_own = membership.municipality.nis_code == nis_code
            if is_own and membership.since < on and membership.holds_on(on):
                yield evolve(membership, until=on)
            elif not is_own or membership.since < on:
                yield membership

    # --- on a day -------------------------------------------------------------------------

    def members_on(self, day: date) -> tuple[Municipality, ...]:
        """The member municipalities on ``day`` (*leden*), in the order given."""
        return tuple([each.municipality for each in self.memberships if each.holds_on(day)])

    def territory_on(self, day: date) -> frozenset[str]:
        """The territory on ``day`` (*grondgebied*) as NIS codes of 1 January 2019."""
        return frozenset(code for member in self.members_on(day) for code in member.territory)

    def inhabitants_on(self, day: date) -> int | None:
        """The inhabitants of the territory on ``day`` (*inwoners*); None if one is not known."""
        return total(member.inhabitants for member in self.members_on(day))

    def legal_form_on(self, day: date) -> LegalForm | None:
        """The legal form on ``day`` (*rechtsvorm*); None is not known."""
        return value_on(self.legal_form, day)

    def standing_on(self, day: date, call: OpenCall) -> Standing | None:
        """Whether it counts as existing, changed or new on ``day`` (*bestaand of nieuw*).

        None where what is not known makes the difference. Source: S14 to S16, read as the
        call's readings I01 to I03 say.
        """
        standings = {case.standing for case in possible_standings(self, day, call)}
        return standings.pop() if len(standings) == 1 else None

    def check_members_exist(self, day: date) -> None:
        """Refuse members whose code has ended or not begun on ``day`` (*gefuseerde leden*).

        Raises ``MunicipalityNotOfTheDay`` for the first of them.
        """
        for member in self.members_on(day):
            if not member.exists_on(day):
                raise MunicipalityNotOfTheDay(
                    self.id,
                    member.nis_code,
                    member.name,
                    day,
                    member.exists_since,
                    member.exists_until,
                )

    @property
    def member_dates(self) -> tuple[date, ...]:
        """The days on which a member joins or has left (*wijzigingen van leden*), in order."""
        return tuple(sorted(self._member_days()))

    def _member_days(self) -> set[date]:
        days = {each.until for each in self.memberships if each.until is not None}
        days.update([each.since for each in self.memberships])
        return days

    @property
    def dates(self) -> tuple[date, ...]:
        """The days on which anything that is known of it changes (*wijzigingsdata*), in order."""
        days = self._member_days()
        regions = [each.municipality.reference_region for each in self.memberships]
        for value in (self.legal_form, *regions):
            if isinstance(value, History):
                days.update(value.dates)
        for derogation in self.derogations or ():
            days.add(derogation.since)
            if derogation.until is not None:
                days.add(derogation.until)
        return tuple(sorted(days))

    # --- checks ---------------------------------------------------------------------------

    def _check_overlaps(self) -> None:
        overlap = first_overlap(self.memberships)
        if overlap is not None:
            one, other = overlap
            codes = (one.municipality.nis_code, other.municipality.nis_code)
            raise OverlappingMemberships(self.id, codes, max(one.since, other.since))

    def _check_municipality_alone(self) -> None:
        if LegalForm.MUNICIPALITY not in values_of(self.legal_form):
            return
        if not self.memberships:
            raise NotMunicipalityAlone(self.id, 0, None)
        joined = Counter(each.since for each in self.memberships)
        left = Counter(each.until for each in self.memberships)
        members = 0
        for day in sorted({*self.member_dates, *dates_of(self.legal_form)}):
            members += joined[day] - left[day]
            if members > 1 and self.legal_form_on(day) is LegalForm.MUNICIPALITY:
                raise NotMunicipalityAlone(self.id, members, day)


def total(counts: Iterable[int | None]) -> int | None:
    """The sum of counts of people (*som*), or None where one of them is not known."""
    known = 0
    for count in counts:
        if count is None:
            return None
        known += count
    return known
