"""The values of scenarios refuse what is none, where they are made, and keep what is as it was."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from tests.eligibility.stories import CALL, MET, QUIET, town
from tests.scenarios.calls_told import three
from tests.scenarios.test_scenarios import AS_KNOWN, JOINS, compared

from wselr_rules import scenarios
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.member_changes import AddMembers, RemoveMember
from wselr_rules.errors import RulesError
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.readings import Readings
from wselr_rules.law.terms import AllocationKey, LegalForm, PolicyPriority, SubmissionChannel
from wselr_rules.scenarios import (
    CarryForward,
    Cause,
    ChangeApplication,
    ChangeBudget,
    ChangeCall,
    ChangeKeys,
    ChangeMunicipality,
    ChangeReadings,
    HandIn,
    SweepOutcome,
    Withdraw,
)

COMPARED = compared(ChangeMunicipality(town("92001", inhabitants=59_999)))
TURNED = COMPARED["R2"]
YEARS = scenarios.over_years(AS_KNOWN, on=QUIET)
SWEPT = SweepOutcome("x", {"a": MET}, {"a": 1}, is_provisional=False)
MERGERS = CarryForward(QUIET, (town("90001"),))
#: Halves, in another order than that of the keys in the text.
KEYS = {AllocationKey.EQUAL_PARTS: Fraction(1, 2), AllocationKey.JOB_SEEKERS: Fraction(1, 2)}

ROWS = [
    (AS_KNOWN, "changes", JOINS),
    (AS_KNOWN, "approved", "R0"),
    (MERGERS, "successors", town("90001")),
    (TURNED, "turned", TURNED.turned[0]),
    (TURNED, "causes", Cause.BUDGET),
    (COMPARED, "applications", TURNED),
    (YEARS, "assessments", YEARS[2024]),
]
FIELDS = [
    (AS_KNOWN, "name"),
    (AS_KNOWN, "call"),
    (AS_KNOWN, "portfolio"),
    (ChangeBudget(Decimal(1)), "budget"),
    (ChangeKeys(KEYS), "keys"),
    (ChangeReadings(Readings()), "readings"),
    (ChangeCall(CALL), "call"),
    (JOINS, "application_id"),
    (JOINS, "change"),
    (JOINS, "since"),
    (ChangeMunicipality(town("90001")), "municipality"),
    (HandIn(three()[0]), "application"),
    (Withdraw("R0"), "application_id"),
    (MERGERS, "on"),
    (TURNED.turned[0], "before"),
    (TURNED.turned[0], "after"),
    (TURNED, "application_id"),
    (TURNED, "before"),
    (TURNED, "after"),
    (COMPARED, "one"),
    (COMPARED, "other"),
    (COMPARED, "before"),
    (COMPARED, "after"),
    (COMPARED, "is_provisional"),
    (YEARS, "scenario"),
    (SWEPT, "scenario"),
    (SWEPT, "verdicts"),
    (SWEPT, "cents"),
]


OWN_CHANGES = [
    AddActions(PolicyPriority.EMPLOYMENT, {2024}),
    AddMembers((town("90009"),)),
    ApplyThrough(SubmissionChannel.MULTI_ANNUAL_PLAN),
    ChangeForm(LegalForm.OTHER),
    ObtainDerogation(QUIET),
    RemoveMember(town("90001")),
]


def named(part):
    """Return the name of a type or a field, for the id of a case."""
    return part if isinstance(part, str) else type(part).__name__


class TestRefused:
    """What a field does not take is refused, whatever it is."""

    @pytest.mark.parametrize(("value", "name"), [*FIELDS, *(row[:2] for row in ROWS)], ids=named)
    def test_a_field(self, value, name):
        """An object of no kind at all stands in no field."""
        with pytest.raises(RulesError):
            evolve(value, **{name: object()})

    @pytest.mark.parametrize(("value", "name", "item"), ROWS, ids=named)
    def test_one_in_a_row(self, value, name, item):
        """It stands in no row either, behind an item that does; and the field is named."""
        with pytest.raises(RulesError, match=f"^{type(value).__name__}.{name}: expected"):
            evolve(value, **{name: [item, object()]})


class TestKept:
    """What is given is kept in a form that cannot change."""

    @pytest.mark.parametrize(("value", "name", "item"), ROWS, ids=named)
    def test_a_row(self, value, name, item):
        """A list becomes a tuple of the same items."""
        assert getattr(evolve(value, **{name: [item]}), name) == (item,)

    @pytest.mark.parametrize("change", OWN_CHANGES, ids=named)
    def test_a_change_of_an_application(self, change):
        """Each that needs no other application is taken, as it is."""
        assert ChangeApplication("R0", change, since=QUIET).change is change

    def test_keys(self):
        """Keys stand in the order of the text, however they are given."""
        kept = ChangeKeys(KEYS).keys
        assert isinstance(kept, FrozenMap)
        assert list(kept) == [AllocationKey.JOB_SEEKERS, AllocationKey.EQUAL_PARTS]

    def test_what_comes_of_a_sweep(self):
        """Verdicts and cents are the outcome's own, and nothing divided is known to be nothing."""
        verdicts, cents = {"a": MET}, {"a": 1}
        outcome = SweepOutcome("x", verdicts, cents, is_provisional=False)
        verdicts.clear()
        cents.clear()
        assert (dict(outcome.verdicts), dict(outcome.cents)) == ({"a": MET}, {"a": 1})
        assert (outcome.total, evolve(outcome, cents={}).total) == (1, 0)
        assert evolve(outcome, cents=None).total is None
