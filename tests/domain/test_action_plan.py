"""The plan: actions with their reporting codes and years."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from itertools import combinations

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.errors import (
    DuplicateId,
    EmptyId,
    InvalidNisCode,
    NoYears,
    UnknownPriorityCode,
    WrongType,
    WrongValue,
)
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.law.terms import PolicyPriority

LR1, LR2, LR3, LR4 = PolicyPriority
YEARS = (2023, 2024, 2025)
#: S08: four priorities in three years.
CELLS = [(priority, year) for priority in PolicyPriority for year in YEARS]


def plan_of(cells):
    """Return a plan with one action for each of the cells."""
    return ActionPlan(
        Action(f"{priority.value} {year}", priority, (year,)) for priority, year in cells
    )


class TestCode:
    """A code is one of the four priorities, or any other reporting code."""

    @pytest.mark.parametrize(
        ("code", "priority"),
        [("WSE-LR1", LR1), ("WSE-LR2", LR2), ("WSE-LR3", LR3), ("WSE-LR4", LR4), (LR2, LR2)],
    )
    def test_the_four(self, code, priority):
        """The code of the text, or the priority itself, is the priority."""
        assert Action("a", code, YEARS).code is priority

    @pytest.mark.parametrize(
        "code",
        [
            "",
            "GBB-CBS",
            "VBJ",
            "LR1",
            "WSE",
            "WSE-1",
            "LR-WSE1",
            "XWSE-LR1",
            "W-selrijk",
            "WSE-lrijk",
            "WSE-L1",
            "WE-LR1",
            "actie 1",
        ],
    )
    def test_any_other_is_kept(self, code):
        """Another code is kept as it is written, and never counts."""
        action = Action("a", code, YEARS)
        assert action.code == code
        assert ActionPlan((action,)).gaps(OPEN_CALL_2023_2025) == tuple(CELLS)

    @pytest.mark.parametrize(
        "code",
        [
            "WSE-LR",
            "WSE-LR0",
            "WSE-LR5",
            "WSE-LR10",
            "WSE-LR11",
            "WSE-LR1a",
            "WSE-LR1 ",
            " WSE-LR1",
            "\tWSE-LR1",
            "wse-lr1",
            "Wse-Lr1",
            "WSE-lr1",
            "WSELR1",
            "WSE LR1",
            "WSE - LR 1",
            "WSE_LR1",
            "WSE.LR1",
            "WSE/LR1",
            "W.S.E.-L.R.1",
            "W S E L R 1",
            "WSE\u2013LR1",
            "WSE\u2014LR1",
            "WSE\u2010LR1",
            "WSE\u2011LR1",
            "WSE\u2212LR1",
            "WSE\u00adLR1",
            "WSE\u00a0LR1",
            "WSE\u200b-LR1",
            "\ufeffWSE-LR1",
            "WSE-LR\n1",
            "(WSE-LR1)",
            "'(WSE-LR)'",
            "“WSE-LR1”",
            "__WSE-LR1",
            "WSE-LRI",
            "WSE-LR-1",
            "WSE-LR01",
            "WSE-LR1,WSE-LR2",
            "WSE--LR1",
            "Regio WSE-LR1",
            "code WSE-LR5",
            "\uff37\uff33\uff25\uff0d\uff2c\uff32\uff11",
            "WS\u00c9-LR1",
        ],
        ids=ascii,
    )
    def test_a_slip_of_the_pen_is_refused(self, code):
        """What looks like WSE-LR and is none of the four is an error: it would not count."""
        with pytest.raises(UnknownPriorityCode) as caught:
            Action("a1", code, YEARS)
        assert (caught.value.action_id, caught.value.code) == ("a1", code)

    @given(
        st.sampled_from(["WSE-LR1", "WSELR4", "WSE-LR", "WSELR9"]),
        st.lists(st.sampled_from(["-", " ", "_", ".", "–", "\u00a0", "\u200b"]), max_size=6),  # noqa: RUF001
        st.randoms(use_true_random=False),
    )
    def test_every_disguise_is_refused(self, code, marks, chance):
        """However case is mixed and marks are strewn in, it is one of the four or refused."""
        letters = [chance.choice((letter.lower(), letter.upper())) for letter in code]
        for mark in marks:
            letters.insert(chance.randint(0, len(letters)), mark)
        disguised = "".join(letters)
        if disguised in {"WSE-LR1", "WSE-LR2", "WSE-LR3", "WSE-LR4"}:
            assert Action("a", disguised, YEARS).code is PolicyPriority(disguised)
        else:
            with pytest.raises(UnknownPriorityCode):
                Action("a", disguised, YEARS)

    @pytest.mark.parametrize("code", [None, 1, b"WSE-LR1", ["WSE-LR1"], True])
    def test_a_code_is_text(self, code):
        """Anything but text or a priority is refused."""
        with pytest.raises(WrongType) as caught:
            Action("a", code, YEARS)
        error = caught.value
        assert (error.field, error.expected) == ("Action.code", "text")
        assert error.value is code


class TestYears:
    """An action runs in one or more years."""

    @pytest.mark.parametrize("years", [(), [], frozenset(), iter([])], ids=["()", "[]", "{}", "i"])
    def test_without_years(self, years):
        """An action that never runs is refused, with its id."""
        with pytest.raises(NoYears) as caught:
            Action("a1", LR1, years)
        assert caught.value.action_id == "a1"

    @pytest.mark.parametrize("wrong", [True, "2023", 2023.0, None, date(2023, 1, 1)], ids=repr)
    def test_a_year_is_a_whole_number(self, wrong):
        """A truth value, a text or a date is no year."""
        with pytest.raises(WrongType) as caught:
            Action("a", LR1, (wrong,))
        error = caught.value
        assert (error.field, error.expected) == ("Action.years", "whole numbers")
        assert error.value is wrong

    @pytest.mark.parametrize("wrong", [23, 999, 10000, 0, -2023])
    def test_a_year_has_four_digits(self, wrong):
        """What is written with more or fewer digits is a slip, not a year."""
        with pytest.raises(WrongValue) as caught:
            Action("a", LR1, (2023, wrong))
        error = caught.value
        assert (error.field, error.value) == ("Action.years", wrong)
        assert error.expected == "years of four digits"

    @pytest.mark.parametrize("year", [1000, 2022, 2026, 9999])
    def test_other_years_may_stand_in_it(self, year):
        """An action may begin before the plan years or run after them."""
        assert Action("a", LR1, (year,)).years == frozenset({year})

    @pytest.mark.parametrize("years", [2023, "2023-2025", None])
    def test_one_year_is_not_several(self, years):
        """One year stands in a collection too."""
        with pytest.raises(WrongType) as caught:
            Action("a", LR1, years)
        error = caught.value
        assert (error.field, error.expected) == ("a collection", "several values")
        assert error.value == years

    def test_as_a_set(self):
        """Years are a set that cannot change, whatever they come in."""
        action = Action("a", LR1, [2024, 2023, 2024])
        assert action.years == {2023, 2024}
        assert type(action.years) is frozenset


class TestAction:
    """The other fields of an action."""

    def test_defaults(self):
        """It needs no title, no holder, and no money."""
        action = Action("a", LR1, (2023,))
        assert (action.title, action.planned_by) == ("", None)

    @pytest.mark.parametrize("id", ["", " \n"])
    def test_an_empty_id(self, id):
        """It has an id."""
        with pytest.raises(EmptyId) as caught:
            Action(id, LR1, YEARS)
        assert caught.value.kind == "Action"

    @pytest.mark.parametrize(
        ("arguments", "field"),
        [((1, LR1, YEARS), "Action.id"), (("a", LR1, YEARS, None), "Action.title")],
    )
    def test_id_and_title_are_text(self, arguments, field):
        """Neither is a number or left open."""
        with pytest.raises(WrongType) as caught:
            Action(*arguments)
        assert (caught.value.field, caught.value.expected) == (field, "text")

    @pytest.mark.parametrize("code", [44021, "4402", "Gent", "", True])
    def test_a_holder_is_a_nis_code(self, code):
        """Whose plan it stands in is said by five digits."""
        with pytest.raises(InvalidNisCode) as caught:
            Action("a", LR1, YEARS, planned_by=code)
        assert caught.value.value is code

    def test_a_holder(self):
        """A holder is said by name, since it is read under one reading only."""
        assert Action("a", LR1, YEARS, planned_by="44021").planned_by == "44021"
        with pytest.raises(TypeError, match="positional"):
            Action("a", LR1, YEARS, "title", "44021")


class TestPlan:
    """S08: at least one action per priority per year."""

    def test_twelve_cells(self):
        """Four priorities in three years are twelve cells; an empty plan has them all open."""
        assert len(CELLS) == 12
        assert ActionPlan(()).gaps(OPEN_CALL_2023_2025) == tuple(CELLS)

    def test_all_filled(self):
        """With an action in each there is no gap."""
        assert plan_of(CELLS).gaps(OPEN_CALL_2023_2025) == ()

    @pytest.mark.parametrize("cell", CELLS, ids=lambda cell: f"{cell[0].value} {cell[1]}")
    def test_eleven_filled(self, cell):
        """The one that is empty is named."""
        filled = [each for each in CELLS if each != cell]
        assert plan_of(filled).gaps(OPEN_CALL_2023_2025) == (cell,)

    def test_one_action_over_several_years(self):
        """Four actions may fill all twelve cells."""
        plan = ActionPlan(Action(each.value, each, YEARS) for each in PolicyPriority)
        assert plan.gaps(OPEN_CALL_2023_2025) == ()

    @given(st.lists(st.tuples(st.sampled_from(CELLS), st.integers(1, 3)), max_size=8))
    def test_counted_cell_by_cell(self, rows):
        """A cell holds as many actions as name its priority and its year."""
        actions = [
            Action(f"{row}.{copy}", priority, (year,))
            for row, ((priority, year), times) in enumerate(rows)
            for copy in range(times)
        ]
        plan = ActionPlan((*actions, Action("other", "VBJ", YEARS)))
        held = {cell: sum(times for each, times in rows if each == cell) for cell in CELLS}
        assert {cell: plan.covered(*cell) for cell in CELLS} == held
        for minimum in (1, 2, 3):
            call = evolve(OPEN_CALL_2023_2025, minimum_actions=minimum)
            assert list(plan.gaps(call)) == [cell for cell in CELLS if held[cell] < minimum]

    def test_a_year_outside_is_no_cell(self):
        """An action of another year fills no cell of the call, though it is counted there."""
        plan = ActionPlan((Action("a", LR1, (2026,)),))
        assert plan.covered(LR1, 2026) == 1
        assert plan.gaps(OPEN_CALL_2023_2025) == tuple(CELLS)

    def test_the_years_are_those_of_the_call(self):
        """Another call has other cells."""
        call = evolve(OPEN_CALL_2023_2025, plan_years=(2025, 2026))
        gaps = plan_of(CELLS).gaps(call)
        assert gaps == tuple((priority, 2026) for priority in PolicyPriority)

    def test_ids_are_unique(self):
        """All ids that stand twice are named, in order."""
        ids = ["c", "a", "b", "c", "a"]
        with pytest.raises(DuplicateId) as caught:
            ActionPlan(Action(each, LR1, YEARS) for each in ids)
        assert (caught.value.kind, caught.value.ids) == ("action", ("a", "c"))

    @pytest.mark.parametrize(
        ("actions", "field", "expected", "wrong"),
        [
            (None, "a collection", "several values", None),
            ("ab", "a collection", "several values", "ab"),
            (["WSE-LR1"], "ActionPlan.actions", "actions", "WSE-LR1"),
        ],
    )
    def test_a_wrong_type(self, actions, field, expected, wrong):
        """A plan holds actions."""
        with pytest.raises(WrongType) as caught:
            ActionPlan(actions)
        error = caught.value
        assert (error.field, error.expected, error.value) == (field, expected, wrong)


class TestValue:
    """Actions and plans are values."""

    ACTION = Action("a", LR1, (2023, 2024), "Title", planned_by="44021")

    def test_compared_by_every_field(self):
        """Equal fields make an equal value with the same hash; another field makes another."""
        others = [
            self.ACTION,
            evolve(self.ACTION, id="b"),
            evolve(self.ACTION, code=LR2),
            evolve(self.ACTION, years=(2023,)),
            evolve(self.ACTION, title=""),
            evolve(self.ACTION, planned_by=None),
        ]
        assert all(one != other for one, other in combinations(others, 2))
        assert evolve(self.ACTION) == self.ACTION
        assert len({ActionPlan((each,)) for each in [*others, *map(evolve, others)]}) == 6

    @pytest.mark.parametrize("value", [ACTION, ActionPlan((ACTION,))], ids=["action", "plan"])
    def test_pickled_copied_and_unchangeable(self, value):
        """They travel whole by every protocol, and cannot be changed."""
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(value, protocol))  # noqa: S301
            assert again == value
            assert hash(again) == hash(value)
        assert copy.copy(value) == copy.deepcopy(value) == value
        for name in ("id", "actions", "other"):
            with pytest.raises(FrozenInstanceError):
                setattr(value, name, None)
        assert not hasattr(value, "__dict__")
