"""The six rules as conditions of business-rules, on variables that are asked of our objects."""

from __future__ import annotations

from datetime import date

from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.variables import (
    BaseVariables,
    boolean_rule_variable,
    numeric_rule_variable,
    string_rule_variable,
)
from tests.benchmarks.floor_of_rules import BASELINE
from tests.benchmarks.records import CALL, ON

from wselr_rules import LegalForm, PolicyPriority


class Variables(BaseVariables):
    def __init__(self, application, claims):
        """Hold what the variables are asked of."""
        self.application = application
        self.claims = claims
        self.body = application.regieverband
        self.members = self.body.members_on(ON)

    @string_rule_variable
    def form(self):
        return self.body.legal_form.value

    @numeric_rule_variable
    def number(self):
        return len(self.members)

    @numeric_rule_variable
    def inhabitants(self):
        return sum(each.inhabitants for each in self.members)

    @boolean_rule_variable
    def has_centrumstad(self):
        return any(each.is_centrumstad for each in self.members)

    @boolean_rule_variable
    def is_existing(self):
        recognised = self.body.recognised_on
        changed = any(BASELINE < day <= ON for day in self.body.member_dates)
        return type(recognised) is date and recognised <= BASELINE and not changed

    @numeric_rule_variable
    def regions(self):
        return len({each.reference_region for each in self.members})

    @boolean_rule_variable
    def deviates(self):
        return any(each.runs_on(ON) for each in self.body.derogations)

    @numeric_rule_variable
    def most_claims(self):
        return max(self.claims[code] for each in self.members for code in each.territory)

    @numeric_rule_variable
    def empty_cells(self):
        actions = self.application.plan.actions
        cells = {(each.code, year) for each in actions for year in each.years}
        return sum((each, year) not in cells for each in PolicyPriority for year in CALL.plan_years)

    @boolean_rule_variable
    def has_channel(self):
        return not CALL.channels.isdisjoint(self.application.channels)


class Actions(BaseActions):
    @rule_action()
    def approve(self):
        """Do nothing: whether the rule was met is what is asked."""


def _is(name, value=True):  # noqa: FBT002
    operator = "is_true" if value else "is_false"
    return {"name": name, "operator": operator, "value": ""}


def _compared(name, operator, value):
    return {"name": name, "operator": operator, "value": value}


def _rules():
    partnerships = [
        {
            "all": [
                _compared("form", "equal_to", each.value),
                _compared("number", "greater_than_or_equal_to", CALL.members_needed(each)),
            ]
        }
        for each in LegalForm
        if each in CALL.partnership_forms
    ]
    enough = [
        _compared("inhabitants", "greater_than_or_equal_to", CALL.minimum_inhabitants),
        _is("has_centrumstad"),
    ]
    alone = [
        _compared("form", "equal_to", LegalForm.MUNICIPALITY.value),
        _compared("number", "equal_to", 1),
        _is("has_centrumstad"),
    ]
    fits = [
        # The day is before the deadline of those that exist and after that of the others.
        _is("is_existing"),
        _compared("regions", "equal_to", 1),
        _is("deviates"),
    ]
    conditions = [
        {"any": [{"all": [{"any": partnerships}, {"any": enough}]}, {"all": alone}]},
        {"any": fits},
        _compared("most_claims", "equal_to", 1),
        _compared("empty_cells", "equal_to", 0),
        _is("has_channel"),
    ]
    return [{"conditions": {"all": conditions}, "actions": [{"name": "approve"}]}]


def contenders(records):
    """Return what asks this engine about every record, by name."""
    rules, actions, claims = _rules(), Actions(), records.claims
    return {
        "business-rules": lambda: [
            run_all(rules, Variables(each, claims), actions) for each in records.applications
        ]
    }
