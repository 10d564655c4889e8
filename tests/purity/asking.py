"""Every public function with something to ask it.

The applications hold what makes the library do most: a refusal with remedies, facts that are not
known, a double claim, a doubt, a merger and amounts.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

from attrs import evolve
from tests.eligibility.stories import (
    CALL,
    LIMBURG,
    LONG_AGO,
    applies,
    city,
    real,
    town,
    verband,
)

import wselr_rules
from wselr_rules import (
    ELIGIBLE,
    RULES,
    AllocationKey,
    Beneficiary,
    CarryForward,
    ChangeApplication,
    ChangeBudget,
    ChangeCall,
    ChangeKeys,
    ChangeMunicipality,
    ChangeReadings,
    Confidence,
    HandIn,
    Membership,
    Portfolio,
    Provenance,
    Readings,
    RemoveMember,
    Scenario,
    Withdraw,
    conformance,
    flanders,
    linked_data,
    receipts,
    scenarios,
    wire,
)
from wselr_rules.receipts import CallInput, DecisionInput

__all__ = ["APPLICATIONS", "DAY", "FUNCTIONS", "GIVEN", "PORTFOLIO", "public_functions"]

DAY, LATER = date(2025, 12, 31), date(2027, 1, 1)
UNSURE = Provenance("a list", confidence=Confidence.LOW)
GHENT = real("Gent", inhabitants=270_000, working_age_population=180_000, job_seekers=13_000)
MERGED = real("Tielt", on=date(2024, 12, 31))
APPLICATIONS = (
    applies(city(GHENT, id="ghent")),
    applies(verband(town("90003"), town("90004", reference_region=LIMBURG), id="across")),
    applies(
        verband(town("90005", inhabitants=None), town("90006"), id="open", form=None), plan=None
    ),
    applies(
        verband(
            town("90007"), Membership(town("90001"), LONG_AGO, provenance=UNSURE), id="claims too"
        )
    ),
    applies(verband(id="claims"), channels=None, submitted_on=DAY),
    applies(verband(town("90008", inhabitants=100), town("90009", inhabitants=100), id="small")),
)
PORTFOLIO = Portfolio(APPLICATIONS, complete=True)
APPLICATION = APPLICATIONS[1]
CALL_INPUT = CallInput(PORTFOLIO, on=DAY, call=CALL, year=2025)
DECISION_INPUT = DecisionInput(APPLICATION, on=DAY, call=CALL, portfolio=PORTFOLIO)
RECEIPT = receipts.receipt(DECISION_INPUT.outcome(), DECISION_INPUT, issued_on=LATER)

SCENARIO = Scenario("as known", call=CALL, portfolio=PORTFOLIO)
#: Every change of a scenario, one after another; the last of them refuses nobody.
CHANGED = evolve(
    SCENARIO,
    name="changed",
    changes=(
        ChangeBudget(Decimal("1000000.00")),
        ChangeKeys({AllocationKey.EQUAL_PARTS: Fraction(1)}),
        ChangeReadings(Readings()),
        ChangeCall(CALL),
        CarryForward(DAY),
        ChangeMunicipality(town("90005", inhabitants=70_000)),
        ChangeApplication("claims too", RemoveMember(town("90001")), since=DAY),
        HandIn(applies(city(real("Genk"), id="genk"))),
        Withdraw("open"),
    ),
)
SCENARIOS = [SCENARIO, CHANGED]

#: All that is handed to the functions below. What can be a list is one.
GIVEN: dict[str, Any] = {
    "application": APPLICATION,
    "portfolio": PORTFOLIO,
    "call": CALL,
    "candidates": [town("90010"), town("90011", reference_region=LIMBURG)],
    "approved": None,
    "beneficiaries": [
        Beneficiary("a", working_age_population=60_000, job_seekers=3_000),
        Beneficiary("b", working_age_population=30_001, job_seekers=2_000),
    ],
    "successors": [real("Tielt", on=date(2025, 1, 1))],
    "merging": verband(MERGED, town("90002"), id="merging"),
    "decision input": DECISION_INPUT,
    "call input": CALL_INPUT,
    "receipt": RECEIPT,
    "document": wire.to_dict(PORTFOLIO),
    "text": wire.to_json(PORTFOLIO),
    "criteria": list(RULES),
    "scenarios": SCENARIOS,
    "outcomes": list(scenarios.sweep(SCENARIOS, on=DAY, year=2025)),
}

_ON: dict[str, Any] = {"on": DAY, "call": CALL, "portfolio": PORTFOLIO}
_LONG: dict[str, Any] = {
    "call": CALL,
    "portfolio": PORTFOLIO,
    "start": date(2022, 5, 1),
    "end": LATER,
}
_YEAR_ON: dict[str, Any] = {"on": DAY, "year": 2025}
_YEAR: dict[str, Any] = {"on": DAY, "call": CALL, "year": 2025}


def _each(function: Callable[..., object]) -> tuple[object, ...]:
    return tuple(function(each) for each in APPLICATIONS)


#: A way to ask each public function, by its name.
FUNCTIONS: dict[str, Callable[[], object]] = {
    "all_of": lambda: wselr_rules.all_of(*GIVEN["criteria"], id="all"),
    "allocate": lambda: wselr_rules.allocate(GIVEN["beneficiaries"], call=CALL, year=2025),
    "any_of": lambda: wselr_rules.any_of(*GIVEN["criteria"], id="any"),
    "assess": lambda: _each(partial(wselr_rules.assess, **_ON)),
    "assess_call": lambda: wselr_rules.assess_call(PORTFOLIO, approved=GIVEN["approved"], **_YEAR),
    "explain": lambda: _each(
        partial(wselr_rules.explain, on=DAY, candidates=GIVEN["candidates"], **_LONG)
    ),
    "questions": lambda: _each(partial(wselr_rules.questions, ELIGIBLE, **_ON)),
    "ranges": lambda: wselr_rules.ranges(PORTFOLIO, **_YEAR),
    "remedies": lambda: _each(
        partial(wselr_rules.remedies, ELIGIBLE, candidates=GIVEN["candidates"], **_ON)
    ),
    "sensitivity": lambda: (
        wselr_rules.sensitivity(PORTFOLIO, **_YEAR),
        *_each(partial(wselr_rules.sensitivity, **_ON)),
    ),
    "timeline": lambda: _each(partial(wselr_rules.timeline, ELIGIBLE, **_LONG)),
    "timelines": lambda: wselr_rules.timelines(
        PORTFOLIO, call=CALL, start=date(2022, 5, 1), end=LATER
    ),
    "wire.from_dict": lambda: wire.from_dict(Portfolio, GIVEN["document"]),
    "wire.from_json": lambda: wire.from_json(Portfolio, GIVEN["text"]),
    "wire.json_schema": lambda: wire.json_schema(Portfolio),
    "wire.to_dict": lambda: wire.to_dict(PORTFOLIO),
    "wire.to_json": lambda: wire.to_json(PORTFOLIO),
    "linked_data.of_criterion": lambda: linked_data.of_criterion(~ELIGIBLE),
    "linked_data.of_decision": lambda: linked_data.of_decision(
        DECISION_INPUT.outcome(), APPLICATION, base="https://data.example.org/"
    ),
    "linked_data.vocabulary": linked_data.vocabulary,
    "conformance.answer": lambda: tuple(
        conformance.answer(case.question) for case in conformance.cases()[::50]
    ),
    "conformance.cases": conformance.cases,
    "conformance.suite": conformance.suite,
    "receipts.canonical": lambda: receipts.canonical(CALL_INPUT),
    "receipts.content_hash": lambda: receipts.content_hash(CALL_INPUT),
    "receipts.receipt": lambda: (
        receipts.receipt(CALL_INPUT.outcome(), CALL_INPUT, issued_on=LATER),
        receipts.receipt(DECISION_INPUT.outcome(), DECISION_INPUT),
    ),
    "receipts.replay": lambda: (
        receipts.replay(RECEIPT, DECISION_INPUT),
        receipts.replay(RECEIPT, evolve(DECISION_INPUT, on=date(2026, 1, 1))),
    ),
    "scenarios.columns": lambda: scenarios.columns(GIVEN["outcomes"]),
    "scenarios.compare": lambda: scenarios.compare(*GIVEN["scenarios"], **_YEAR_ON),
    "scenarios.over_years": lambda: scenarios.over_years(CHANGED, on=DAY),
    "scenarios.run": lambda: tuple(scenarios.run(each, **_YEAR_ON) for each in GIVEN["scenarios"]),
    "scenarios.sweep": lambda: tuple(scenarios.sweep(GIVEN["scenarios"], **_YEAR_ON)),
    "flanders.carry_forward": lambda: flanders.carry_forward(
        GIVEN["merging"], DAY, successors=GIVEN["successors"]
    ),
    "flanders.municipalities": lambda: flanders.municipalities(on=DAY),
    "flanders.municipality": lambda: flanders.municipality(" gént ", on=DAY),
    "flanders.successor": lambda: flanders.successor("Tielt", on=DAY),
}


def public_functions() -> set[str]:
    """Return the name of every function that the package offers, as it is written by users."""
    modules = {
        "": wselr_rules,
        "conformance.": conformance,
        "wire.": wire,
        "linked_data.": linked_data,
        "receipts.": receipts,
        "scenarios.": scenarios,
        "flanders.": flanders,
    }
    return {
        f"{prefix}{name}"
        for prefix, module in modules.items()
        for name in module.__all__
        if inspect.isroutine(getattr(module, name))
    }
