"""S12 over all small worlds: who claims which of four towns, and when."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from tests.model import NEVER, Town
from tests.worlds.comparing import Facts, agree, agree_where_open, asked_of, unknown, up_to
from tests.worlds.small import CODES, DAYS, NORTH, SHAPES, STAYS, member, world

from wselr_rules.eligibility.verdict import Verdict

ONE = ("one-regieverband",)
TURN = DAYS[1]
#: Of an applicant and its rivals, how each of them has a town as a member, or has it not.
EACH = (None, *SHAPES)
FIRST_RECOGNISED = {"I07": "first-recognised"}
#: The rival was recognised on the second of these, or never.
RECOGNISED = (date(2019, 1, 1), date(2020, 1, 1), date(2021, 1, 1), NEVER)


def _claims(shapes):
    return [
        member(shape, Town(code, NORTH), TURN)
        for code, shape in zip(CODES, shapes, strict=False)
        if shape
    ]


def _claimed(towns, recognised, rivals):
    """Return a world of an applicant and its rivals, by who has which town and how."""
    own, *others = zip(*towns, strict=True)
    claims = (
        world(_claims(shapes), recognised=day) for shapes, day in zip(others, rivals, strict=True)
    )
    return world(_claims(own), recognised=recognised, rivals=tuple(claims))


class TestDefault:
    """S12: "maar van één lokaal regieverband sociale economie en werk deel uitmaken"."""

    def test_all_claims_of_two_applicants_on_four_towns(self):
        """Only who shares no town on that day keeps to it: 9,682 cases."""
        worlds = (
            _claimed(towns, NEVER, [NEVER])
            for towns in up_to(4, tuple(product(EACH, repeat=2)))
            if towns
        )
        assert agree(worlds, DAYS[:2], ONE) == asked_of(9_682)

    def test_all_claims_of_three_applicants_on_two_towns(self):
        """With two rivals that may claim the same, or each another one: 4,286 cases."""
        worlds = (
            _claimed(towns, NEVER, [NEVER, NEVER])
            for towns in up_to(2, tuple(product(EACH, repeat=3)))
            if towns
        )
        assert agree(worlds, DAYS[:2], ONE) == asked_of(4_286)


class TestFirstRecognised:
    """I07: who was recognised first keeps the ground."""

    def test_all_orders_of_recognition(self):
        """Before, with or after the rivals, or never: 5,856 cases."""
        worlds = (
            _claimed(towns, own, rivals)
            for towns in up_to(1, tuple(product((None, STAYS), repeat=3)))
            for own, *rivals in product(RECOGNISED, repeat=3)
            if towns
        )
        two_towns = (
            _claimed(towns, own, [rival])
            for towns in up_to(2, tuple(product(EACH, repeat=2)))
            for own, rival in product(RECOGNISED, repeat=2)
            if towns
        )
        cases = agree((*worlds, *two_towns), DAYS[:2], ONE, **FIRST_RECOGNISED)
        assert cases == asked_of(5_856)


# --- what is not known ----------------------------------------------------------------------

OLDEST = date(1900, 1, 1)
NOBODY = "nobody"


def _partly_known(claims, own, rival, others):
    made = _claimed([claims], own, [rival])
    if others in {None, NOBODY}:
        return made, None if others is None else True
    unseen = world(_claims([STAYS]), recognised=others)
    return made._replace(rivals=(*made.rivals, unseen)), True


class TestNotKnown:
    """A recognition may not be known, nor whether there are other applications."""

    @pytest.mark.parametrize("chosen", [{}, FIRST_RECOGNISED], ids=str)
    def test_undecided_where_it_can_turn_out_both_ways(self, chosen):
        """And decided where it cannot: 1,600 cases for each."""
        recognised = {**unknown(*RECOGNISED), None: (*RECOGNISED, OLDEST)}
        facts = Facts.of(
            _partly_known,
            claims=tuple(product(EACH, repeat=2)),
            own=recognised,
            rival=recognised,
            others={NOBODY: (NOBODY,), None: (NOBODY, OLDEST, NEVER)},
        )
        found = agree_where_open(facts, DAYS[:2], ONE, **chosen)
        assert found == (asked_of(1_600), set(Verdict))
