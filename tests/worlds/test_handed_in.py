"""S08 and S21 over all small worlds: every set of filled cells, and every set of channels."""

from __future__ import annotations

from datetime import date
from itertools import combinations, combinations_with_replacement, product

from tests.model import CHANNELS, PRIORITIES, YEARS, Action, Town
from tests.worlds.comparing import agree, asked_of
from tests.worlds.small import CODES, DAYS, FULL_PLAN, NORTH, STAYS, member, world

QUIET = (date(2024, 7, 1),)
#: The sets of years that an action can be planned for, and no action at all.
SPANS = tuple(each for size in range(len(YEARS) + 1) for each in combinations(YEARS, size))


def _actions(codes, spans, planned_by=None):
    return [
        Action(code, years, planned_by) for code, years in zip(codes, spans, strict=True) if years
    ]


def _members(towns):
    return [member(STAYS, Town(code, NORTH), DAYS[1]) for code in CODES[:towns]]


class TestPlan:
    """S08: "met minimaal één actie per beleidsprioriteit per jaar"."""

    def test_every_set_of_filled_cells(self):
        """Of 4,096 only the one with all twelve of them will do."""
        worlds = (
            world(_members(2), plan=tuple(_actions(PRIORITIES, spans)))
            for spans in product(SPANS, repeat=4)
        )
        assert agree(worlds, QUIET, ("plan",)) == asked_of(4_096)

    def test_every_two_or_three_actions_of_one_priority(self):
        """However they share the years, and beside actions that do not count: 960 cases."""
        worlds = (
            world(
                _members(2),
                plan=(
                    *(action for action in FULL_PLAN if action.code != code),
                    *_actions([code] * 3, spans),
                    *_actions(["other"], [extra]),
                ),
            )
            for code in PRIORITIES
            for spans in combinations_with_replacement(SPANS, 3)
            for extra in ((), YEARS)
        )
        assert agree(worlds, QUIET, ("plan",)) == asked_of(960)

    def test_every_set_of_filled_cells_by_member(self):
        """I14: of two members, each with its own plan for two priorities: 12,288 cases."""
        rest = [Action(code, YEARS, town) for code in PRIORITIES[2:] for town in CODES[:2]]
        worlds = (
            world(
                _members(towns),
                plan=(
                    *rest,
                    *_actions(PRIORITIES[:2], spans[:2], CODES[0]),
                    *_actions(PRIORITIES[:2], spans[2:], CODES[1]),
                ),
            )
            for towns in range(3)
            for spans in product(SPANS, repeat=4)
        )
        assert agree(worlds, QUIET, ("plan",), I14="each-member") == asked_of(12_288)


class TestChannel:
    """S21: "een meerjarenplanning ... en/of via de online applicatie Platos"."""

    def test_every_set_of_channels(self):
        """Neither of two will not do; one or both will."""
        worlds = [world(_members(2), channels=each) for each in ((), CHANNELS[:1], CHANNELS[1:])]
        worlds.append(world(_members(2), channels=CHANNELS))
        assert agree(worlds, DAYS, ("channel",)) == asked_of(16)
