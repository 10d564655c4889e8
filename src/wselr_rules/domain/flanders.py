"""The register of Flemish municipalities (*Vlaamse gemeenten*) on any day from 1 January 2019.

It knows every municipality by name and NIS code, its reference region over time, whether it
is a centrumstad, its territory, and what became of it in the mergers of 2019 and 2025. It
knows no counts of people, which are the caller's, no municipality outside the Flemish Region,
and no merger that is yet to come: for a day after the last one it answers as on that one.

A name may be borne by one municipality after another (Lokeren before and after its merger with
Moerbeke). It then means the one of the day that is asked for, and the later bearer is always
what the earlier one became.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from types import MappingProxyType

from attrs import evolve, frozen

from wselr_rules.checks import is_day, to_tuple, unique_ids
from wselr_rules.domain.flanders_table import (
    BY_REGION,
    CENTRUMSTEDEN,
    FIRST_DAY,
    FORMER_NAMES,
    REGION_BEFORE_DECREE,
)
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Membership, continued
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import MERGERS, Merger, Municipality, ReferenceRegion
from wselr_rules.errors import (
    DateOutsideRegister,
    EndedMunicipality,
    UnknownMunicipality,
    WrongType,
    WrongValue,
)
from wselr_rules.law.citations import REGION_DECREE_IN_FORCE

__all__ = ["carry_forward", "municipalities", "municipality", "successor"]


# --- the questions ------------------------------------------------------------------------


def municipality(query: str, *, on: date) -> Municipality:
    """The municipality of that name or NIS code on the day ``on`` (*gemeente van die dag*).

    Case, accents and extra spaces in ``query`` do not matter. Counts are not known (None).

    Raises ``UnknownMunicipality`` with near matches, or with its predecessors where the
    municipality is yet to begin on that day, ``EndedMunicipality`` with its successor,
    ``DateOutsideRegister`` before 1 January 2019, or ``WrongType``.

    >>> print(municipality("lokeren", on=date(2024, 12, 31)))
    Lokeren (46014)
    >>> print(municipality("lokeren", on=date(2025, 1, 1)))
    Lokeren (46029)
    """
    found, ended_on = _resolve(query, on)
    if ended_on is not None:
        raise EndedMunicipality(query, on, ended_on, found.nis_code, found.name)
    return found


def municipalities(*, on: date) -> tuple[Municipality, ...]:
    """All municipalities on the day ``on`` (*alle gemeenten*), in order of code.

    300 until 31 December 2024 and 285 since. Raises ``DateOutsideRegister`` or ``WrongType``.
    """
    return _edition(on).municipalities


def successor(query: str, *, on: date) -> Municipality:
    """What the municipality of that name or code has become by ``on`` (*rechtsopvolger*).

    ``query`` may be any that the register knows by that day, those that merged on 1 January
    2019 included; one that still exists is its own successor. One merger after another is
    followed. A name that one municipality bore after another leads to the same answer
    whichever of them is meant.

    Raises ``UnknownMunicipality`` as ``municipality`` does, ``DateOutsideRegister`` or
    ``WrongType``.

    >>> print(successor("Zwijndrecht", on=date(2025, 1, 1)))
    Beveren-Kruibeke-Zwijndrecht (46030)
    """
    return _resolve(query, on)[0]


def carry_forward(
    regieverband: RegieVerband, on: date, *, successors: Iterable[Municipality] = ()
) -> RegieVerband:
    """Replace the members that merged by the day ``on`` (*fusies doorvoeren*).

    For each merger by that day, the memberships of merged municipalities that span its day end
    on it, and one membership of the successor begins on it. That one ends when the last of
    those it replaces would have, and stands after the first of them. So what the regieverband
    was before the merger stays what it was. A membership that does not span the day of the
    merger is left as it is, and doing this twice is doing it once.

    ``successors`` are municipalities with their counts, to take where a merger brings forth one
    of that code. All municipalities of a later day will do: what no merger needs is left out.
    Any other successor comes from the register and its counts are not known, for they are not
    always the sum of what was known before.

    Raises ``WrongValue`` for ``successors`` with the code but not the territory that a merger
    brings forth, ``DuplicateId`` for two of one code, ``DateOutsideRegister`` or ``WrongType``.
    """
    if not isinstance(regieverband, RegieVerband):
        raise WrongType("regieverband", "a RegieVerband", regieverband)
    last_day_of_mergers = _edition(on).since
    chosen = _chosen(successors)
    memberships = regieverband.memberships
    for merger in _LATER_MERGERS:
        if merger.on <= last_day_of_mergers:
            memberships = tuple(_merged(memberships, merger, chosen[merger.new_code]))
    return evolve(regieverband, memberships=memberships)


# --- mergers of members -------------------------------------------------------------------


def _chosen(successors: Iterable[Municipality]) -> dict[str, Municipality]:
    """The successor of each merger: the caller's where it is given, else the register's."""
    given = to_tuple(successors)
    for each in given:
        if not isinstance(each, Municipality):
            raise WrongType("successors", "municipalities", each)
    born = [each for each in given if each.nis_code in _SUCCESSORS]
    wrong = [each for each in born if each.territory != _SUCCESSORS[each.nis_code].territory]
    if wrong:
        expected = "municipalities with the territory that a merger brought forth"
        raise WrongValue("successors", expected, tuple(str(each) for each in wrong))
    unique_ids("successor", (each.nis_code for each in born))
    return {**_SUCCESSORS, **{each.nis_code: each for each in born}}


def _merged(
    memberships: tuple[Membership, ...], merger: Merger, new: Municipality
) -> Iterator[Membership]:
    replaced = [each for each in memberships if _spans(each, merger)]
    for each in memberships:
        if each not in replaced:
            yield each
            continue
        yield evolve(each, until=merger.on)
        if each is replaced[0]:
            yield continued(replaced, new, merger.on)


def _spans(membership: Membership, merger: Merger) -> bool:
    """Whether it is of a municipality that this merger ends and holds on both sides of it."""
    merged = membership.municipality
    return (
        merged.nis_code in merger.old_codes
        # Antwerpen has the same code after its merger, but a larger territory, which goes on.
        and merged.exists_until == merger.on
        and membership.since < merger.on
        and membership.holds_on(merger.on)
    )


# --- look-up ------------------------------------------------------------------------------


@frozen
class _Edition:
    """The municipalities from one day of mergers up to the next (*editie*), in three orders."""

    since: date
    municipalities: tuple[Municipality, ...]
    #: By code, and by name as ``_key`` writes it.
    by_key: Mapping[str, Municipality]
    #: By each code of 1 January 2019 that lies in their territory.
    by_ground: Mapping[str, Municipality]

    def at(self, territory: frozenset[str]) -> tuple[Municipality, ...]:
        """The municipalities on this ground, in order of code."""
        return tuple(each for each in self.municipalities if each.territory & territory)


def _resolve(query: str, on: date) -> tuple[Municipality, date | None]:
    """What ``query`` is or has become by the day ``on``, and in that case when it ended."""
    now = _edition(on)
    if not isinstance(query, str):
        raise WrongType("query", "a name or a NIS code as text", query)
    key = _key(query)
    found = now.by_key.get(key)
    if found is not None:
        return found, None
    merger = _FORMER.get(key)
    if merger is not None:
        return now.by_ground[merger.new_code], merger.on
    for edition in _EDITIONS:
        other = edition.by_key.get(key)
        if other is None:
            continue
        ended_on = other.exists_until
        if ended_on is None or ended_on > on:
            before = tuple(each.name for each in now.at(other.territory))
            raise UnknownMunicipality(query, on, before)
        return now.by_ground[min(other.territory)], ended_on
    names = {_key(each.name): each.name for each in now.municipalities}
    near = get_close_matches(key, names)
    raise UnknownMunicipality(query, on, tuple(names[each] for each in near))


def _edition(on: date) -> _Edition:
    if not is_day(on):
        raise WrongType("on", "a date without a time", on)
    for edition in reversed(_EDITIONS):
        if edition.since <= on:
            return edition
    raise DateOutsideRegister(on, FIRST_DAY)


def _key(text: str) -> str:
    """``text`` without case, accents and extra spaces: what counts when names are compared."""
    letters = unicodedata.normalize("NFD", text)
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return " ".join(plain.casefold().split())


# --- the register, made of the table and the mergers --------------------------------------

#: Those of the first day itself are done when the register begins.
_LATER_MERGERS = tuple(merger for merger in MERGERS if merger.on > FIRST_DAY)


def _grounds_on(day: date) -> dict[str, frozenset[str]]:
    """The territory of each code that exists on ``day``."""
    born = {each.new_code for each in _LATER_MERGERS if each.new_code not in each.old_codes}
    codes = {code for rows in BY_REGION.values() for code, _ in rows}
    grounds = {code: frozenset({code}) for code in codes - born}
    for merger in _LATER_MERGERS:
        if merger.on <= day:
            joined = [grounds.pop(code) for code in merger.old_codes]
            grounds[merger.new_code] = frozenset[str]().union(*joined)
    return grounds


def _of_register(
    code: str, name: str, region: ReferenceRegion, territory: frozenset[str]
) -> Municipality:
    before = REGION_BEFORE_DECREE.get(code)
    return Municipality(
        code,
        name,
        reference_region=(
            region if before is None else History(before, ((REGION_DECREE_IN_FORCE, region),))
        ),
        is_centrumstad=code in CENTRUMSTEDEN,
        territory=territory,
    )


def _edition_of(day: date, every: tuple[Municipality, ...]) -> _Edition:
    keys = {key: each for each in every for key in (each.nis_code, _key(each.name))}
    ground = {code: each for each in every for code in each.territory}
    return _Edition(day, every, MappingProxyType(keys), MappingProxyType(ground))


def _editions() -> Iterator[_Edition]:
    days = sorted({FIRST_DAY, *(merger.on for merger in _LATER_MERGERS)})
    grounds = {day: _grounds_on(day) for day in days}
    # What no merger changes is one value in all editions: to make it takes most of the time.
    made = {
        (code, territory): _of_register(code, name, region, territory)
        for region, rows in BY_REGION.items()
        for code, name in rows
        for territory in {each[code] for each in grounds.values() if code in each}
    }
    for day, of_day in grounds.items():
        yield _edition_of(day, tuple(made[code, of_day[code]] for code in sorted(of_day)))


_EDITIONS = tuple(_editions())
#: The mergers by codes and names that ended with the first day; a name that went on is found
#: before this is asked.
_FORMER: Mapping[str, Merger] = MappingProxyType(
    {
        key: merger
        for code, name in FORMER_NAMES.items()
        for merger in MERGERS
        if code in merger.old_codes
        for key in (code, _key(name))
    }
)
#: What each later merger brought forth, by its code.
_SUCCESSORS: Mapping[str, Municipality] = MappingProxyType(
    {each.new_code: _edition(each.on).by_key[each.new_code] for each in _LATER_MERGERS}
)
