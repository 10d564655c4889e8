"""What the small worlds are made of: four towns, two regions, four days, and a change."""

from __future__ import annotations

from datetime import date

from tests.model import PRIORITIES, YEARS, Action, Period, Town, World, always

#: The last day before each deadline of S14 to S16, and its first.
DAYS = (date(2022, 12, 31), date(2023, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
LONG_AGO = date(2020, 1, 1)
CODES = ("90001", "90002", "90003", "90004")
NORTH, SOUTH = always("north"), always("south")
YES_OR_NO = (False, True)
FULL_PLAN = tuple(Action(code, YEARS) for code in PRIORITIES)
INTERLOCAL = always("interlocal")

#: How a town is a member: from the start, from a day on, or until a day. A town that is none is
#: not in the world at all.
STAYS, JOINS, LEAVES = "stays", "joins", "leaves"
SHAPES = (STAYS, JOINS, LEAVES)


def member(shape, town, turn):
    """Return the membership of a town of this shape."""
    return Period(turn if shape == JOINS else LONG_AGO, turn if shape == LEAVES else None, town)


def towns(facts):
    """Yield a town for each of these facts, with a code of its own."""
    for code, each in zip(CODES, facts, strict=False):
        yield Town(code, **each)


def world(members, **facts):
    """Return a world of these members that is eligible but for what is told of it."""
    known = {
        "form": INTERLOCAL,
        "recognised": LONG_AGO,
        "plan": FULL_PLAN,
        "channels": ("Platos",),
        **facts,
    }
    return World(known.pop("form"), tuple(members), **known)
