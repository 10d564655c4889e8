"""S03 to S08 and S21, what is handed in: each sentence is a class, each law of it a test."""

from __future__ import annotations

from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.drawing import law
from tests.eligibility.stories import CALL, MET, NOT_MET, UNKNOWN, applies, finding, verdict

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.eligibility.rules import CHANNEL, PLAN
from wselr_rules.law.terms import PolicyPriority, SubmissionChannel

CODES = ("WSE-LR1", "WSE-LR2", "WSE-LR3", "WSE-LR4")
CELLS = [(code, year) for code in CODES for year in (2023, 2024, 2025)]
#: Which cells are filled; all of them, or all but one, are drawn often.
FILLED = st.sampled_from(
    [{*CELLS}, *({*CELLS} - {cell} for cell in CELLS)] * 40
    + [{cell for place, cell in enumerate(CELLS) if n >> place & 1} for n in range(2**12)]
)
#: Codes under which other actions of a local authority are reported.
OTHER_CODES = st.sampled_from(["ABB-1", "WSE-1", "LR1", "GBO", "VBJ 2"])
YEARS = st.sampled_from(
    [set(years) for size in (1, 2, 3, 7) for years in combinations(range(2021, 2028), size)]
)

#: Up to eight actions, of a code in some years, in which all twelve cells may be filled.
ACTIONS = st.lists(
    st.sampled_from(
        [
            (code, years)
            for code in CODES
            for years in ({2023}, {2024, 2026}, {2025}, {2023, 2024}, {2022, 2023, 2024, 2025})
        ]
    ),
    max_size=8,
)


def plan_of(cells):
    """Return a plan with an action of one year for each of these cells."""
    return ActionPlan(Action(f"{code} {year}", code, [year]) for code, year in cells)


def covers(plan):
    """Return whether a plan is enough."""
    return verdict(applies(plan=plan), criterion=PLAN)


def holds_for(code, years):
    """Return which cells an action of a code in these years fills, and no other action."""
    plan = ActionPlan([Action("one", code, years)])
    return {
        (each, year)
        for each in PolicyPriority
        for year in range(2020, 2030)
        if plan.covered(each, year)
    }


class TestS03:
    """De 4 Vlaamse beleidsprioriteiten met de externe rapporteringscodes."""

    def test_there_are_four_with_their_codes(self):
        """WSE-LR1, WSE-LR2, WSE-LR3 and WSE-LR4, and no fifth."""
        assert [each.value for each in PolicyPriority] == list(CODES)

    @law
    @given(OTHER_CODES, YEARS)
    def test_no_other_code_counts_for_one(self, code, years):
        """An action under another code counts for none of the four, in no year."""
        assert holds_for(code, years) == set()

    @law
    @given(FILLED, OTHER_CODES, YEARS)
    def test_another_code_beside_them_changes_nothing(self, cells, code, years):
        """A plan with an action under another code is enough exactly if it was without."""
        plan = plan_of(cells)
        more = ActionPlan((*plan.actions, Action("other", code, years)))
        assert covers(more) is covers(plan)


class TestS04:
    """Het opnemen van de lokale regierol sociale economie en werk."""

    @law
    @given(YEARS)
    def test_an_action_of_its_code_counts_for_it_alone(self, years):
        """An action under WSE-LR1 fills a cell of this priority in each of its years only."""
        cells = {(PolicyPriority.DIRECTOR_ROLE, year) for year in years}
        assert holds_for("WSE-LR1", years) == cells

    @law
    @given(FILLED)
    def test_without_any_action_of_it_no_plan_is_enough(self, cells):
        """Whatever stands in the plan for the other three: not met."""
        assert covers(plan_of(cell for cell in cells if cell[0] != "WSE-LR1")) is NOT_MET


class TestS05:
    """De tewerkstelling van mensen met een afstand tot de arbeidsmarkt."""

    @law
    @given(YEARS)
    def test_an_action_of_its_code_counts_for_it_alone(self, years):
        """An action under WSE-LR2 fills a cell of this priority in each of its years only."""
        cells = {(PolicyPriority.EMPLOYMENT, year) for year in years}
        assert holds_for("WSE-LR2", years) == cells

    @law
    @given(FILLED)
    def test_without_any_action_of_it_no_plan_is_enough(self, cells):
        """Whatever stands in the plan for the other three: not met."""
        assert covers(plan_of(cell for cell in cells if cell[0] != "WSE-LR2")) is NOT_MET


class TestS06:
    """Het ondernemerschap."""

    @law
    @given(YEARS)
    def test_an_action_of_its_code_counts_for_it_alone(self, years):
        """An action under WSE-LR3 fills a cell of this priority in each of its years only."""
        cells = {(PolicyPriority.ENTREPRENEURSHIP, year) for year in years}
        assert holds_for("WSE-LR3", years) == cells

    @law
    @given(FILLED)
    def test_without_any_action_of_it_no_plan_is_enough(self, cells):
        """Whatever stands in the plan for the other three: not met."""
        assert covers(plan_of(cell for cell in cells if cell[0] != "WSE-LR3")) is NOT_MET


class TestS07:
    """De samenwerking en partnerschappen met VDAB."""

    @law
    @given(YEARS)
    def test_an_action_of_its_code_counts_for_it_alone(self, years):
        """An action under WSE-LR4 fills a cell of this priority in each of its years only."""
        cells = {(PolicyPriority.COOPERATION, year) for year in years}
        assert holds_for("WSE-LR4", years) == cells

    @law
    @given(FILLED)
    def test_without_any_action_of_it_no_plan_is_enough(self, cells):
        """Whatever stands in the plan for the other three: not met."""
        assert covers(plan_of(cell for cell in cells if cell[0] != "WSE-LR4")) is NOT_MET


class TestS08:
    """Met minimaal één actie per beleidsprioriteit per jaar."""

    @law
    @given(FILLED)
    def test_met_exactly_if_all_twelve_cells_are_filled(self, cells):
        """Four priorities in 2023, 2024 and 2025: each must hold an action; the empty are told."""
        found = finding(applies(plan=plan_of(cells)), criterion=PLAN)
        assert found.verdict is (MET if len(cells) == 12 else NOT_MET)
        empty = tuple(f"{code} {year}" for code, year in CELLS if (code, year) not in cells)
        assert found.arguments.get("gaps", ()) == empty

    @pytest.mark.parametrize("empty", CELLS, ids=str)
    def test_eleven_of_the_twelve_are_not_enough(self, empty):
        """Whichever cell is empty, the application is not eligible; with it, it is."""
        assert verdict(applies(plan=plan_of(cell for cell in CELLS if cell != empty))) is NOT_MET
        assert verdict(applies(plan=plan_of(CELLS))) is MET

    @law
    @given(ACTIONS)
    def test_one_action_may_run_over_several_years(self, actions):
        """It fills the cell of each of its years: met exactly if together they fill the twelve."""
        plan = ActionPlan(Action(str(n), *each) for n, each in enumerate(actions))
        filled = {(code, year) for code, years in actions for year in years}
        assert covers(plan) is (MET if filled >= {*CELLS} else NOT_MET)

    @law
    @given(FILLED, st.sampled_from(CODES), st.sampled_from([2021, 2022, 2026, 2027]))
    def test_an_action_of_another_year_is_none(self, cells, code, year):
        """An action of 2022 or before, or of 2026 or later, makes no plan enough."""
        assert covers(plan_of({*cells, (code, year)})) is covers(plan_of(cells))


class TestS21:
    """(Een aanpassing van) een meerjarenplanning voor de periode 2023-2025.

    En/of via de online applicatie Platos.
    """

    @pytest.mark.parametrize(
        ("channels", "expected"),
        [
            ((), NOT_MET),
            (("meerjarenplanning",), MET),
            (("Platos",), MET),
            (("meerjarenplanning", "Platos"), MET),
        ],
    )
    def test_the_plan_or_platos_or_both(self, channels, expected):
        """And/or: through either it came, and through both; through none it did not."""
        case = applies(channels=map(SubmissionChannel, channels))
        assert verdict(case, criterion=CHANNEL) is expected
        assert verdict(case) is expected

    def test_not_known_is_undecided(self):
        """Through which channel it came is not assumed."""
        assert verdict(applies(channels=None)) is UNKNOWN

    @law
    @given(st.sets(st.sampled_from(SubmissionChannel)), st.sets(st.sampled_from(SubmissionChannel)))
    def test_met_exactly_through_a_channel_of_the_call(self, used, accepted):
        """Whatever a call accepts: met exactly if one of the ways it came is accepted."""
        found = verdict(
            applies(channels=used), criterion=CHANNEL, call=evolve(CALL, channels=accepted)
        )
        assert found is (MET if used & accepted else NOT_MET)

    def test_the_period(self):
        """The plan is that of 2023, 2024 and 2025."""
        assert CALL.plan_years == (2023, 2024, 2025)
