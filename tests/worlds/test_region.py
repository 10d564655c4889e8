"""S13 to S16 over all small worlds: up to four towns in two regions, members in time.

A town is no member, or one from the start, from a day on or until a day, in the north or in the
south: seven states, so 210 worlds of four towns but for their order, which decides nothing.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from tests.model import NEVER, OUTSIDE, Period, Town, always, turning
from tests.worlds.comparing import Facts, agree, agree_where_open, asked_of, unknown, up_to
from tests.worlds.small import (
    CODES,
    DAYS,
    INTERLOCAL,
    JOINS,
    LEAVES,
    LONG_AGO,
    NORTH,
    SHAPES,
    SOUTH,
    member,
    world,
)

from wselr_rules.eligibility.verdict import Verdict

REGION = ("reference-region",)
STATES = tuple(product(SHAPES, (NORTH, SOUTH)))
BEFORE_ORDER, ON_ORDER = date(2022, 4, 28), date(2022, 4, 29)
#: Round the order of 29 April 2022, round its taking effect, and never.
RECOGNISED = (BEFORE_ORDER, ON_ORDER, date(2023, 1, 1), NEVER)
#: Between the order and its taking effect, on that day, and long after.
TURNS = (date(2022, 7, 1), date(2023, 1, 1), date(2024, 7, 1))
THROUGH_2025 = (Period(LONG_AGO, date(2026, 1, 1)),)


def _members(states, turn):
    return [
        member(shape, Town(code, region), turn)
        for code, (shape, region) in zip(CODES, states, strict=False)
    ]


def _with_forms(members, turn, **facts):
    """Yield a world with a form that never changes, and one with another form until a day."""
    yield world(members, **facts)
    yield world(members, form=turning("project", turn, "interlocal"), **facts)


class TestDefault:
    """S14: "de tijd tot ten laatste 1/1/2026"; S15 and S16: "voor 1/1/2023"."""

    @pytest.mark.parametrize("turn", TURNS, ids=str)
    def test_all_worlds_of_four_towns(self, turn):
        """It fits in time exactly where the sentences say so: 13,440 cases for each turn."""
        worlds = [
            each
            for states, day, granted in product(up_to(4, STATES), RECOGNISED, ((), THROUGH_2025))
            for each in _with_forms(
                _members(states, turn), turn, recognised=day, deviations=granted
            )
        ]
        assert agree(worlds, DAYS, REGION) == asked_of(13_440)

    def test_every_order_of_the_towns(self):
        """The order in which the members are told decides nothing: 2,401 cases."""
        worlds = [
            world(
                member(shape, Town(code, region), TURNS[2])
                for code, state in zip(CODES, states, strict=True)
                if state
                for shape, region in [state]
            )
            for states in product((None, *STATES), repeat=4)
        ]
        assert agree(worlds, DAYS[3:], REGION) == asked_of(2_401)


# --- other readings -------------------------------------------------------------------------

#: In another region since the map of the Regiodecreet.
MOVES = turning("north", date(2023, 3, 19), "south")
EVERY_REGION = (NORTH, SOUTH, MOVES, always(OUTSIDE))
DAY_AFTER = date(2026, 1, 2)
RETURNS = "returns"


def _of_shape(shape, town, turn):
    if shape == RETURNS:
        back = date(turn.year, turn.month + 2, 1)
        return [member(LEAVES, town, turn), Period(back, None, town)]
    return [member(shape, town, turn)]


def _two_towns(turn, regions):
    states = tuple(product((*SHAPES, RETURNS), regions))
    for chosen in up_to(2, states):
        yield [
            period
            for code, (shape, region) in zip(CODES, chosen, strict=False)
            for period in _of_shape(shape, Town(code, region), turn)
        ]


def _merged(turn):
    """Yield worlds in which two towns, members or not, become one that is a member."""
    new = member(JOINS, Town("90012", NORTH, merged=CODES[:2]), turn)
    for old in (CODES[:2], CODES[:1], CODES[1:2]):
        founders = [member(LEAVES, Town(code, NORTH), turn) for code in old]
        yield [*founders, new]
        for shape, region in STATES:
            yield [*founders, new, member(shape, Town(CODES[2], region), turn)]


def _worlds_of_readings(regions, submitted=(None,)):
    for turn, day, granted, handed_in in product(
        (TURNS[0], TURNS[2]),
        (BEFORE_ORDER, date(2022, 12, 31), NEVER),
        ((), THROUGH_2025),
        submitted,
    ):
        # A deviation changes nothing of what is existing, so one turn will do for it.
        if granted and turn != TURNS[2]:
            continue
        for members in (*_two_towns(turn, regions), *_merged(turn)):
            facts = {"recognised": day, "deviations": granted, "submitted": handed_in}
            yield from _with_forms(members, turn, **facts)


def _named(argument):
    """Name a case by its readings alone."""
    return str(argument) if isinstance(argument, dict) else ""


class TestReadings:
    """Each reading of an open question of the region rule, one at a time."""

    @pytest.mark.parametrize(
        ("chosen", "regions", "number"),
        [
            ({}, EVERY_REGION, 12_348),
            ({"I01": "before-effect"}, (NORTH, SOUTH), 4_680),
            ({"I02": "territory-only"}, (NORTH, SOUTH), 4_680),
            ({"I02": "state"}, (NORTH, SOUTH), 4_680),
            ({"I03": "member-list"}, (NORTH, SOUTH), 4_680),
            ({"I04": "day-after"}, (NORTH, SOUTH), 4_680),
            ({"I05": "incurable"}, (NORTH, SOUTH, MOVES), 7_944),
            ({"I06": "regiodecreet"}, (NORTH, SOUTH, MOVES), 7_944),
            ({"I13": "ignored"}, (NORTH, SOUTH), 4_680),
        ],
        ids=_named,
    )
    def test_all_worlds_of_two_towns(self, chosen, regions, number):
        """With members that come back, mergers, and where it matters a map that changes."""
        worlds = _worlds_of_readings(regions)
        days = (*DAYS[1:], DAY_AFTER)
        assert agree(worlds, days, REGION, **chosen) == asked_of(number)

    def test_at_submission(self):
        """I05, judged as on the day of submission, for three of them: 17,874 cases."""
        handed_in = (ON_ORDER, date(2023, 3, 18), date(2024, 10, 1))
        worlds = _worlds_of_readings((NORTH, SOUTH, MOVES), handed_in)
        cases = agree(worlds, DAYS[1:], REGION, I05="at-submission")
        assert cases == asked_of(17_874)


# --- what is not known ----------------------------------------------------------------------

TURN = date(2023, 1, 1)
UNKNOWN_REGION = always(None)
OTHER_FORM = turning("project", TURN, "interlocal")
#: A form that is not known at all, before the turn, or from it on.
FORMS = unknown(INTERLOCAL, OTHER_FORM) | {
    ((date.min, None), (TURN, "interlocal")): (INTERLOCAL, OTHER_FORM),
    ((date.min, "interlocal"), (TURN, None)): (
        INTERLOCAL,
        turning("interlocal", TURN, "project"),
    ),
}
DEVIATIONS = unknown((), THROUGH_2025, (Period(LONG_AGO),))
REGIONS = {
    NORTH: (NORTH,),
    SOUTH: (SOUTH,),
    UNKNOWN_REGION: (NORTH, SOUTH, always(OUTSIDE)),
}


def _partly_known(shapes, form, **facts):
    regions = (facts.pop("first"), facts.pop("second"))
    members = _members(zip(shapes, regions, strict=False), TURN)
    return world(members, form=form or always(None), **facts), True


class TestNotKnown:
    """A region, the recognition, the form or the deviations may not be known."""

    def test_undecided_where_it_can_turn_out_both_ways(self):
        """And decided where it cannot: 19,440 cases, with every way for each to turn out tried."""
        facts = Facts.of(
            _partly_known,
            shapes=tuple(each for each in up_to(2, SHAPES) if each),
            first=REGIONS,
            second=REGIONS,
            form=FORMS,
            recognised=unknown(BEFORE_ORDER, NEVER),
            deviations=DEVIATIONS,
        )
        found = agree_where_open(facts, DAYS, REGION)
        assert found == (asked_of(19_440), set(Verdict))
