"""Existing, changed or new (*bestaand, gewijzigd of nieuw*), by S14 to S16 and I01 to I03.

A regieverband is existing if it was recognised before the day that I01 names, and changed,
which counts as new, once its territory or legal form changed since the baseline. The module
tells every standing that what is known leaves possible; it does not know what follows from
one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from wselr_rules.domain.history import DAY
from wselr_rules.law.readings import Change, Merger

if TYPE_CHECKING:
    from wselr_rules.domain.regieverband import RegieVerband
    from wselr_rules.law.call import OpenCall

__all__ = ["PossibleStanding", "Standing", "has_changes", "possible_standings"]


class Standing(Enum):
    """What a regieverband counts as (*statuut*)."""

    EXISTING = "existing"
    #: It existed and has changed, so it counts as new (S16).
    CHANGED = "changed"
    NEW = "new"


@frozen
class PossibleStanding:
    """A standing that what is known leaves possible (*mogelijk statuut*), and since when.

    For an existing one ``since`` is the baseline. Days between two dates on which anything
    changes are alike, so of each such stretch only the first day stands for it.
    """

    standing: Standing
    since: date


def possible_standings(
    regieverband: RegieVerband, on: date, call: OpenCall
) -> tuple[PossibleStanding, ...]:
    """Every standing on the day ``on`` that what is known leaves possible (*statuten*).

    One, unless the recognition or a legal form is not known. Source: S14 to S16.
    """
    recognised = regieverband.recognised_on
    if recognised is None:
        as_new = {_new_since(regieverband, day, on) for day in _stretches(regieverband, on, call)}
        as_new.add(_first_member_day(regieverband, on))
        return (
            *_if_it_existed(regieverband, on, call),
            *(PossibleStanding(Standing.NEW, since) for since in sorted(as_new)),
        )
    if isinstance(recognised, date):
        if recognised < call.existing_before:
            return _if_it_existed(regieverband, on, call)
        return (PossibleStanding(Standing.NEW, _new_since(regieverband, recognised, on)),)
    return (PossibleStanding(Standing.NEW, _first_member_day(regieverband, on)),)


def has_changes(regieverband: RegieVerband, on: date, call: OpenCall) -> bool:
    """Whether there is anything since the baseline that could count as a change (*wijziging*).

    Members, territory or legal form, or a form that is not known. Readings I02 and I03 say what
    of it does count.
    """
    days = _stretches(regieverband, on, call)
    return any(
        regieverband.territory_on(day) != regieverband.territory_on(day - DAY)
        or _member_list(regieverband, day) != _member_list(regieverband, day - DAY)
        for day in days
    ) or any(True for _ in _form_changes(regieverband, days, call))


def _first_member_day(regieverband: RegieVerband, on: date) -> date:
    return min((on, *(membership.since for membership in regieverband.memberships)))


def _new_since(regieverband: RegieVerband, recognised: date, on: date) -> date:
    first = _first_member_day(regieverband, on)
    return max(recognised, first) if recognised <= on else first


def _stretches(regieverband: RegieVerband, on: date, call: OpenCall) -> tuple[date, ...]:
    """The first days of the stretches after the baseline within which nothing changes."""
    first = call.existing_before
    later = {day for day in regieverband.dates if first < day <= on}
    return tuple(sorted({first, *later})) if first <= on else ()


def _if_it_existed(
    regieverband: RegieVerband, on: date, call: OpenCall
) -> tuple[PossibleStanding, ...]:
    days = _stretches(regieverband, on, call)
    if call.readings.change is Change.STATE:
        cases = _by_state(regieverband, days, call)
    else:
        cases = _by_events(regieverband, days, call)
    return cases or (PossibleStanding(Standing.EXISTING, call.baseline),)


def _by_events(
    regieverband: RegieVerband, days: tuple[date, ...], call: OpenCall
) -> tuple[PossibleStanding, ...]:
    """I02 EVENT and TERRITORY_ONLY: the first change is what counts, for good."""
    certain = [day for day in days if _territory_changes(regieverband, day, call)]
    possible: list[date] = []
    if call.readings.change is Change.EVENT:
        for day, is_certain in _form_changes(regieverband, days, call):
            (certain if is_certain else possible).append(day)
    first = min(certain, default=None)
    changed = [day for day in possible if first is None or day < first]
    cases = [PossibleStanding(Standing.CHANGED, day) for day in changed]
    if first is None:
        return (*cases, PossibleStanding(Standing.EXISTING, call.baseline))
    return (*cases, PossibleStanding(Standing.CHANGED, first))


def _territory_changes(regieverband: RegieVerband, day: date, call: OpenCall) -> bool:
    before = day - DAY
    if regieverband.territory_on(day) != regieverband.territory_on(before):
        return True
    return call.readings.merger is Merger.MEMBER_LIST and _member_list(
        regieverband, day
    ) != _member_list(regieverband, before)


def _member_list(regieverband: RegieVerband, day: date) -> frozenset[str]:
    return frozenset(member.nis_code for member in regieverband.members_on(day))


def _form_changes(
    regieverband: RegieVerband, days: tuple[date, ...], call: OpenCall
) -> Iterator[tuple[date, bool]]:
    """The days on which the legal form can first have changed, and whether that is certain.

    On a day of which the form is not known it can; on one of which it is known it has, if it
    was known to be another before, and can have, if it was not known since the baseline.
    """
    known = regieverband.legal_form_on(call.baseline)
    for day in days:
        form = regieverband.legal_form_on(day)
        if form is None or known is None:
            yield day, False
        elif form is not known:
            yield day, True
        known = form or known


def _by_state(
    regieverband: RegieVerband, days: tuple[date, ...], call: OpenCall
) -> tuple[PossibleStanding, ...]:
    """I02 STATE: only a difference from the baseline counts, for as long as it lasts.

    A change of the list of members, where I03 makes it count, counts for good even here.
    """
    if not days:
        return ()
    since = _state_differs_since(regieverband, days, call)
    listed = [
        day
        for day in days
        if call.readings.merger is Merger.MEMBER_LIST
        and _member_list(regieverband, day) != _member_list(regieverband, day - DAY)
    ]
    if listed:
        since = [day if day is not None and day < listed[0] else listed[0] for day in since]
    return tuple(
        PossibleStanding(Standing.EXISTING, call.baseline)
        if day is None
        else PossibleStanding(Standing.CHANGED, day)
        for day in dict.fromkeys(since)
    )


def _state_differs_since(
    regieverband: RegieVerband, days: tuple[date, ...], call: OpenCall
) -> list[date | None]:
    """Since which day the state may differ from the baseline; None stands for: it does not."""
    latest = _differs_from_baseline(regieverband, days[-1], call)
    starts: list[date | None] = []
    certain = True
    for day in reversed(days):
        differs = _differs_from_baseline(regieverband, day, call)
        if differs is False:
            break
        certain = certain and differs is True
        starts = [day] if certain else [*starts, day]
    return starts if latest else [*starts, None]


def _differs_from_baseline(regieverband: RegieVerband, day: date, call: OpenCall) -> bool | None:
    if regieverband.territory_on(day) != regieverband.territory_on(call.baseline):
        return True
    forms = (regieverband.legal_form_on(call.baseline), regieverband.legal_form_on(day))
    return None if None in forms else forms[0] is not forms[1]
