"""S09 to S11 over all small worlds: forms, members in time, and people round the bound."""

from __future__ import annotations

from itertools import product

import pytest
from tests.model import FORMS, Town, always, turning
from tests.worlds.comparing import Facts, agree, agree_where_open, asked_of, unknown, up_to
from tests.worlds.small import CODES, DAYS, NORTH, SHAPES, STAYS, YES_OR_NO, member, world

from wselr_rules.eligibility.verdict import Verdict

#: A town joins or leaves on the second of the four days, so both sides of it are asked.
TURN = DAYS[1]
APPLICANTS = ("partnership-form", "enough-members", "enough-inhabitants", "centrumstad-alone")
OTHER_FORMS = [turning(one, TURN, two) for one, two in product(FORMS, FORMS) if one != two]
EVERY_FORM = (*map(always, FORMS), *OTHER_FORMS)


def _members(states):
    return [
        member(shape, Town(code, NORTH, people, is_city), TURN)
        for code, (shape, people, is_city) in zip(CODES, states, strict=False)
    ]


def _round_the_bound(towns):
    """Yield towns that have 60,000 together, each of them, or one less or one more."""
    share = 60_000 // towns
    states = tuple(product(SHAPES, (share - 1, share, share + 1), YES_OR_NO))
    yield from (each for each in up_to(towns, states) if len(each) == towns)


class TestCounts:
    """S09: "minimaal 60.000 inwoners hebben op hun grondgebied"; S11: "geen ondergrens"."""

    @pytest.mark.parametrize(("towns", "number"), [(1, 72), (2, 684), (3, 4_560), (4, 23_940)])
    @pytest.mark.parametrize("chosen", [{}, {"I09": "exempt"}], ids=str)
    def test_all_worlds_of_so_many_towns(self, towns, number, chosen):
        """Three counts, at, below and above their part of the bound, a centrumstad or not."""
        worlds = (world(_members(states)) for states in _round_the_bound(towns))
        assert agree(worlds, DAYS, APPLICANTS[2:3], **chosen) == asked_of(number)


class TestForms:
    """S09: "intergemeentelijke samenwerkingsverbanden en Welzijnsverenigingen"; S10: "apart"."""

    @pytest.mark.parametrize("chosen", [{}, {"I08": "two-for-all"}], ids=str)
    def test_all_forms_of_up_to_four_towns(self, chosen):
        """Every form by members in time, and by up to two every change of form: 10,584 cases."""
        worlds = (
            world(_members(states), form=form)
            for states in up_to(4, tuple(product(SHAPES, [40_000], YES_OR_NO)))
            for form in EVERY_FORM
            if len(states) < 3 or len(form) == 1
        )
        assert agree(worlds, DAYS, APPLICANTS, **chosen) == asked_of(10_584)


# --- what is not known ----------------------------------------------------------------------

PEOPLE = unknown(0, 19_999, 20_000, 60_000)
OTHER_PEOPLE = {**unknown(0, 40_000), None: (0, 40_000, 60_000)}
CITY = unknown(*YES_OR_NO)


def _partly_known(shapes, form, **facts):
    people, cities = (facts["first"], facts["second"]), (facts["is_city"], facts["other_is_city"])
    states = zip(shapes, people, cities, strict=False)
    return world(_members(states), form=form or always(None)), True


class TestNotKnown:
    """The form, the people of two towns, and whether they are centrumsteden, may not be known."""

    @pytest.mark.parametrize("chosen", [{}, {"I08": "two-for-all"}, {"I09": "exempt"}], ids=str)
    def test_undecided_where_it_can_turn_out_both_ways(self, chosen):
        """And decided where it cannot: 10,800 cases for each, with every way to turn out tried."""
        facts = Facts.of(
            _partly_known,
            shapes=((), (STAYS,), (STAYS, STAYS), (STAYS, SHAPES[1]), SHAPES[1:]),
            form={**unknown(*map(always, FORMS)), None: EVERY_FORM},
            first=PEOPLE,
            second=OTHER_PEOPLE,
            is_city=CITY,
            other_is_city=CITY,
        )
        found = agree_where_open(facts, DAYS[:2], APPLICANTS, **chosen)
        assert found == (asked_of(10_800), set(Verdict))
