"""Existing, changed or new (*bestaand, gewijzigd of nieuw*), by S14 to S16 and I01 to I03.

A regieverband is existing if it was recognised before the day that I01 names, and changed,
which counts as new, once its territory or legal form changed since the baseline. The module
tells every standing that what is known leaves possible; it does not know what follows from
one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from wselr_rules.domain.territory import Municipality
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
    if isinstance(recognised, date) and recognised < call.existing_before:
        return _if_it_existed(regieverband, on, call)
    first = min((on, *(membership.since for membership in regieverband.memberships)))
    if recognised is None:
        later = (day for day in _stretches(regieverband, on, call) if day > first)
        return (
            *_if_it_existed(regieverband, on, call),
            *(PossibleStanding(Standing.NEW, since) for since in (first, *later)),
        )
    if isinstance(recognised, date) and recognised <= on:
        first = max(recognised, first)
    return (PossibleStanding(Standing.NEW, first),)


def has_changes(regieverband: RegieVerband, on: date, call: OpenCall) -> bool:
    """Whether there is anything since the baseline that could count as a change (*wijziging*).

    Members, territory or legal form, or a form that is not known. Readings I02 and I03 say what
    of it does count.
    """
    days = _stretches(regieverband, on, call)
    moves = (_moves_of_ground(regieverband, days), _moves_of_members(regieverband, days))
    return any(any(each.values()) for each in moves) or any(
        True for _ in _form_changes(regieverband, days, call)
    )


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
    moves = _moves_of_ground(regieverband, days)
    certain = [day for day in days if moves[day]]
    certain += _changes_of_list(regieverband, days, call)
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


def _moves_of_ground(regieverband: RegieVerband, days: tuple[date, ...]) -> Mapping[date, set[str]]:
    return _moves(regieverband, days, lambda member: member.territory)


def _moves_of_members(
    regieverband: RegieVerband, days: tuple[date, ...]
) -> Mapping[date, set[str]]:
    return _moves(regieverband, days, lambda member: (member.nis_code,))


def _moves(
    regieverband: RegieVerband,
    days: tuple[date, ...],
    codes_of: Callable[[Municipality], Iterable[str]],
) -> Mapping[date, set[str]]:
    """The codes that come or go on each of these days.

    No code is a member twice on one day, so one that goes and comes on the same day does neither.
    """
    moved: dict[date, set[str]] = {day: set() for day in days}
    for membership in regieverband.memberships:
        for day in (membership.since, membership.until):
            if day is not None and day in moved:
                moved[day].symmetric_difference_update(codes_of(membership.municipality))
    return moved


def _changes_of_list(
    regieverband: RegieVerband, days: tuple[date, ...], call: OpenCall
) -> list[date]:
    """The days on which the list of members changes, where I03 makes it count."""
    if call.readings.merger is Merger.TERRITORY:
        return []
    moves = _moves_of_members(regieverband, days)
    return [day for day in days if moves[day]]


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
    listed = _changes_of_list(regieverband, days, call)
    if listed:
        since = [listed[0] if day is None else min(day, listed[0]) for day in since]
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
    differences = tuple(_differences(regieverband, days, call))
    starts: list[date | None] = []
    certain = True
    for day, differs in zip(reversed(days), reversed(differences), strict=True):
        if differs is False:
            break
        certain = certain and differs is True
        if certain:
            starts.clear()
        starts.append(day)
    return starts if differences[-1] else [*starts, None]


def _differences(
    regieverband: RegieVerband, days: tuple[date, ...], call: OpenCall
) -> Iterator[bool | None]:
    """Whether the state differs from the baseline on each of the days; None is not known."""
    moves = _moves_of_ground(regieverband, days)
    apart: set[str] = set()
    before = regieverband.legal_form_on(call.baseline)
    for day in days:
        # Ground that came and went, or went and came back, is as it was.
        apart ^= moves[day]
        form = regieverband.legal_form_on(day)
        if apart:
            yield True
        else:
            yield None if before is None or form is None else form is not before
