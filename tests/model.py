"""The rules told from the sentences of the text alone, to hold the library against.

It imports nothing of the library: a world is a few plain values of its own, and every function
quotes the sentence that it tells, by its number in the ledger of sentences. Where the text is
silent, ``chosen`` names the reading, by the number of its question (``{"I02": "state"}``); a
question that is not named is read as by default. Everything in a world is known: what follows
where it is not, is for who tries every way in which it can turn out.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

BEGIN = date.min
NEVER = "never"
OUTSIDE = "outside the Flemish Region"

#: S09: "intergemeentelijke samenwerkingsverbanden en Welzijnsverenigingen"
INTERMUNICIPAL = ("interlocal", "project", "service", "mandated")
WELFARE = "welfare"
#: S10: "centrumsteden kunnen apart indienen"
ALONE = "municipality"
OTHER = "other"
FORMS = (*INTERMUNICIPAL, WELFARE, ALONE, OTHER)

#: S03: "De 4 Vlaamse beleidsprioriteiten met de externe rapporteringscodes"
PRIORITIES = ("WSE-LR1", "WSE-LR2", "WSE-LR3", "WSE-LR4")
#: S21: "een meerjarenplanning voor de periode 2023-2025"
YEARS = (2023, 2024, 2025)
#: S21: "(een aanpassing van) een meerjarenplanning ... en/of via de online applicatie Platos"
CHANNELS = ("multi-annual plan", "Platos")


#: What a value becomes on which day, the first of them on the first of all days.
OverTime: TypeAlias = tuple[tuple[date, str], ...]


class Town(NamedTuple):
    """A municipality; ``region`` is a value over time."""

    code: str
    region: OverTime
    people: int = 40_000
    is_city: bool = False
    #: The codes that it takes the place of, after a merger.
    merged: tuple[str, ...] = ()


class Period(NamedTuple):
    """From a day up to, not on, another one; without a town it is a granted deviation."""

    since: date
    until: date | None = None
    town: Town | None = None


class Action(NamedTuple):
    """An action of a plan; ``planned_by`` is read under I14 only."""

    code: str
    years: tuple[int, ...]
    planned_by: str | None = None


class World(NamedTuple):
    """An applicant with what it handed in, and its rivals, which are worlds of their own.

    ``form`` is a value over time.
    """

    form: OverTime
    members: tuple[Period, ...]
    recognised: date | str = NEVER
    deviations: tuple[Period, ...] = ()
    plan: tuple[Action, ...] = ()
    channels: tuple[str, ...] = ()
    submitted: date | None = None
    rivals: tuple[World, ...] = ()


# --- time -----------------------------------------------------------------------------------


def always(value):
    """Make a value over time that never changes."""
    return ((BEGIN, value),)


def turning(value, day, new):
    """Make a value over time that becomes another one on a day."""
    return ((BEGIN, value), (day, new))


def at(over_time, day):
    """Tell what a value over time is on a day."""
    return [value for since, value in over_time if since <= day][-1]


def runs(period, day):
    """Tell whether a period holds on a day."""
    return period.since <= day and (period.until is None or day < period.until)


def members(world, day):
    """Tell which towns are members on a day."""
    return [each.town for each in world.members if runs(each, day)]


def ground(world, day):
    """Tell the ground of the members on a day, which mergers leave what it was."""
    return {code for town in members(world, day) for code in town.merged or (town.code,)}


def turns(world):
    """Tell the days on which anything of a world changes: between two of them all is alike."""
    periods = (*world.members, *world.deviations)
    days = {each.since for each in periods} | {each.until for each in periods if each.until}
    days |= {since for since, _ in world.form}
    return days | {since for each in world.members for since, _ in each.town.region}


def is_possible(world):
    """Tell whether there can be such a world: a municipality alone is one municipality."""
    if all(form != ALONE for _, form in world.form):
        return True
    alone = [day for day in turns(world) if at(world.form, day) == ALONE]
    return bool(world.members) and all(len(members(world, day)) <= 1 for day in alone)


# --- who may apply --------------------------------------------------------------------------


def partnership_form(world, day, chosen):
    """S09: "intergemeentelijke samenwerkingsverbanden en Welzijnsverenigingen"."""
    del chosen
    return at(world.form, day) in (*INTERMUNICIPAL, WELFARE)


def enough_members(world, day, chosen):
    """S09: "samenwerkingsverbanden"; I08: two, and for a welzijnsvereniging one will do."""
    one_will_do = at(world.form, day) == WELFARE and chosen.get("I08") != "two-for-all"
    return len(members(world, day)) >= (1 if one_will_do else 2)


def enough_inhabitants(world, day, chosen):
    """S09: "minimaal 60.000 inwoners hebben op hun grondgebied".

    I09: also with a centrumstad "als partner binnen een samenwerkingsverband" (S10), unless it
    is read otherwise.
    """
    if chosen.get("I09") == "exempt" and any(town.is_city for town in members(world, day)):
        return True
    return sum(town.people for town in members(world, day)) >= 60_000


def centrumstad_alone(world, day, chosen):
    """S10: "centrumsteden kunnen apart indienen"; S11: "geldt er geen ondergrens"."""
    del chosen
    towns = members(world, day)
    return at(world.form, day) == ALONE and len(towns) == 1 and towns[0].is_city


# --- the reference region -------------------------------------------------------------------


def new_since(world, day, chosen):
    """Tell since when it counts as a new one on a day; None if it is an existing one.

    S14: "de bestaande lokale regieverbanden"; S15: "de nieuwe lokale regieverbanden"; S16:
    "bestaande lokale regieverbanden die zich uitbreiden of wijzigen worden daarbij als nieuwe
    lokale regieverbanden beschouwd". I01: existing is what was recognised before the order of
    29 April 2022, or before it took effect. One that never existed is new from the day of its
    recognition, or of its first member if that is later or if no recognition came.
    """
    order = date(2023, 1, 1) if chosen.get("I01") == "before-effect" else date(2022, 4, 29)
    if world.recognised == NEVER or world.recognised >= order:
        first = min([day, *(each.since for each in world.members)])
        is_later = world.recognised != NEVER and first <= world.recognised <= day
        return world.recognised if is_later else first
    later = sorted({order} | {turn for turn in turns(world) if order < turn <= day})
    steps = list(zip([order - timedelta(1), *later], later, strict=False)) if order <= day else []
    changes = []
    if chosen.get("I03") == "member-list":
        changes += [new for old, new in steps if _codes(world, old) != _codes(world, new)]
    if chosen.get("I02") == "state":
        changes += _since_when_other(world, later if order <= day else [], order - timedelta(1))
    else:
        changes += [new for old, new in steps if ground(world, old) != ground(world, new)]
        if chosen.get("I02") != "territory-only":
            changes += [new for old, new in steps if at(world.form, old) != at(world.form, new)]
    return min(changes, default=None)


def _codes(world, day):
    return {town.code for town in members(world, day)}


def _since_when_other(world, days, baseline):
    """I02 "state": the first day of the last unbroken stretch in which it is not what it was."""
    was = ground(world, baseline), at(world.form, baseline)
    stretch = []
    for day in days:
        is_other = (ground(world, day), at(world.form, day)) != was
        stretch = [*stretch, day] if is_other else []
    return stretch[:1]


def lies_in_one_region(world, day, chosen):
    """S13: "maximaal even groot zijn als de referentieregio's".

    I13: a deviation that was granted will do while it runs. I06: by the map of the day, or for
    every day by that of the Regiodecreet.
    """
    if not members(world, day):
        return False
    if chosen.get("I13") != "ignored" and any(runs(each, day) for each in world.deviations):
        return True
    map_day = date(2023, 3, 19) if chosen.get("I06") == "regiodecreet" else day
    regions = {at(town.region, map_day) for town in members(world, day)}
    return len(regions) == 1 and OUTSIDE not in regions


def reference_region(world, day, chosen):
    """S14: "krijgen de tijd tot ten laatste 1/1/2026"; S15 and S16: "voor 1/1/2023".

    I04: on 1 January 2026, or the day after. I05: from 1 January 2023 on; or at once, by the
    day of submission; or on the day before, or the day of becoming new, and ever since.
    """
    if not members(world, day):
        return False
    at_submission = chosen.get("I05") == "at-submission"
    since = new_since(world, world.submitted if at_submission else day, chosen)
    if since is None:
        next_day = chosen.get("I04") == "day-after"
        last_day_without = date(2026, 1, 1) if next_day else date(2025, 12, 31)
        return day <= last_day_without or lies_in_one_region(world, day, chosen)
    if at_submission:
        return lies_in_one_region(world, world.submitted, chosen)
    if chosen.get("I05") == "incurable":
        first = max(since, date(2022, 12, 31))
        judged = {first, *(turn for turn in turns(world) if first < turn <= day)}
        return first > day or all(lies_in_one_region(world, each, chosen) for each in judged)
    return day < date(2023, 1, 1) or lies_in_one_region(world, day, chosen)


# --- one regieverband, a plan and a channel -------------------------------------------------


def one_regieverband(world, day, chosen):
    """S12: "de gemeenten kunnen maar van één lokaal regieverband ... deel uitmaken".

    I07: who claims what another one claims may not, or who was recognised first may.
    """
    claimed = [each for each in world.rivals if ground(each, day) & ground(world, day)]
    if chosen.get("I07") != "first-recognised" or world.recognised == NEVER:
        return not claimed
    return all(each.recognised == NEVER or world.recognised < each.recognised for each in claimed)


def plan(world, day, chosen):
    """S08: "met minimaal één actie per beleidsprioriteit per jaar".

    I14: of the application together, or in the plan of every member, which after a merger is
    also what was planned before it.
    """
    plans = [world.plan]
    if chosen.get("I14") == "each-member" and members(world, day):
        plans = [
            [each for each in world.plan if each.planned_by in {town.code, *town.merged}]
            for town in members(world, day)
        ]
    return all(
        any(action.code == priority and year in action.years for action in actions)
        for actions in plans
        for priority in PRIORITIES
        for year in YEARS
    )


def channel(world, day, chosen):
    """S21: "De aanvraag verloopt via ... een meerjarenplanning ... en/of via ... Platos"."""
    del day, chosen
    return any(each in CHANNELS for each in world.channels)


def eligible(world, day, chosen):
    """S09 or S10, and S13 to S16, S12, S08 and S21."""
    partnership = (
        partnership_form(world, day, chosen)
        and enough_members(world, day, chosen)
        and enough_inhabitants(world, day, chosen)
    )
    return (
        (partnership or centrumstad_alone(world, day, chosen))
        and reference_region(world, day, chosen)
        and one_regieverband(world, day, chosen)
        and plan(world, day, chosen)
        and channel(world, day, chosen)
    )


#: Every sentence that decides, by the id of the criterion that is to say the same.
RULES = {
    "partnership-form": partnership_form,
    "enough-members": enough_members,
    "enough-inhabitants": enough_inhabitants,
    "centrumstad-alone": centrumstad_alone,
    "reference-region": reference_region,
    "one-regieverband": one_regieverband,
    "plan": plan,
    "channel": channel,
}
