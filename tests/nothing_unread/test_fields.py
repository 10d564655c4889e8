"""No fact is asked for that nothing reads: every field changes what is decided, or says why not."""

from __future__ import annotations

from datetime import date

import attrs
import pytest
from attrs import evolve
from tests.eligibility.stories import CALL, applies, town, verband
from tests.nothing_unread.fields_read import READ, UNSURE
from tests.nothing_unread.worlds import outcome, shared_with_a_city

from wselr_rules import (
    Action,
    ActionPlan,
    Application,
    Beneficiary,
    Municipality,
    OpenCall,
    PolicyPriority,
    Provenance,
    RegieVerband,
    allocate,
)

CASES = [(kind, case) for kind, cases in READ.items() for case in cases]

#: What no rule reads: what it is for, and another value that must change nothing.
DESCRIBES = {
    (Action, "id"): ("tells actions of a plan apart", "another"),
    (Action, "title"): ("is for whoever reads the plan", "another"),
    (Application, "id"): ("tells applications apart; a grant is found by it", "another"),
    (Beneficiary, "id"): ("is that of the application; the grant is found by it", "another"),
    (Municipality, "name"): ("is for whoever reads a finding", "another"),
    (OpenCall, "checked_on"): ("says when the values were held against the text", date.max),
    (OpenCall, "id"): ("tells calls apart", "another"),
    (OpenCall, "sources"): ("says where each value comes from", {}),
    (Provenance, "dated"): ("is told behind the figure", date(2020, 1, 1)),
    (Provenance, "note"): ("is for whoever relies on it", "another"),
    (Provenance, "source"): ("is told behind the figure", "another"),
    (RegieVerband, "id"): ("tells regieverbanden apart", "another"),
    (RegieVerband, "name"): ("is for whoever reads a finding", "another"),
}
#: What a value works out for itself from fields that are read.
WORKED_OUT = {(Municipality, "exists_since"), (Municipality, "exists_until")}


def _of_an_action(value):
    actions = [Action(each.value, each, (2023, 2024, 2025)) for each in PolicyPriority]
    return outcome(applies(plan=ActionPlan([value, *actions[1:]])))


def _of_a_beneficiary(value):
    return [each.amount for each in allocate([value], call=CALL, year=2024)]


def _of_a_municipality(value):
    return outcome(applies(verband(value, town("90002")))), shared_with_a_city(value)


#: A value of each type, and what to ask of it.
STANDS = {
    Action: (Action("a", PolicyPriority.DIRECTOR_ROLE, (2023, 2024, 2025)), _of_an_action),
    Application: (applies(), outcome),
    Beneficiary: (Beneficiary("a", working_age_population=1, job_seekers=1), _of_a_beneficiary),
    Municipality: (town("90001"), _of_a_municipality),
    OpenCall: (CALL, lambda value: outcome(applies(), call=value)),
    Provenance: (UNSURE, lambda value: outcome(applies(provenance={"plan": value}))),
    RegieVerband: (verband(), lambda value: outcome(applies(value))),
}


class TestFields:
    """Each field of what is decided upon is read by a rule, or is there to describe."""

    @pytest.mark.parametrize("kind", READ, ids=lambda kind: kind.__name__)
    def test_none_is_left_out(self, kind):
        """Every field stands in one of the tables, and in one only; a new one must be put there."""
        fields = [field.name for field in attrs.fields(kind)]
        described = [name for each, name in DESCRIBES if each is kind]
        worked_out = [name for each, name in WORKED_OUT if each is kind]
        assert sorted({case.field for case in READ[kind]} | {*described, *worked_out}) == sorted(
            fields
        )
        assert not {case.field for case in READ[kind]} & {*described, *worked_out}

    @pytest.mark.parametrize(
        ("kind", "case"), CASES, ids=[f"{kind.__name__}.{case.field}" for kind, case in CASES]
    )
    def test_it_is_read(self, kind, case):
        """A change of this field alone changes a verdict, an amount or what is doubted."""
        assert type(case.value) is type(case.other) is kind
        differing = [
            field.name
            for field in attrs.fields(kind)
            if field.init and getattr(case.value, field.name) != getattr(case.other, field.name)
        ]
        assert differing == [case.field]
        assert case.ask(case.value) != case.ask(case.other)

    @pytest.mark.parametrize(
        ("kind", "name"), DESCRIBES, ids=[f"{kind.__name__}.{name}" for kind, name in DESCRIBES]
    )
    def test_it_describes(self, kind, name):
        """A change of this field changes no verdict, no amount and no doubt."""
        why, other = DESCRIBES[kind, name]
        value, ask = STANDS[kind]
        changed = evolve(value, **{name: other})
        assert changed != value
        assert ask(changed) == ask(value)
        assert why

    @pytest.mark.parametrize(("kind", "name"), sorted(WORKED_OUT, key=str))
    def test_it_is_worked_out(self, kind, name):
        """The constructor does not take this field: nobody can say it."""
        assert not getattr(attrs.fields(kind), name).init
