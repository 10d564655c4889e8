"""A system with one number or day of the text wrong fails a case: each, in both directions."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from wselr_rules import conformance
from wselr_rules.conformance import DocumentQuestion, EligibilityQuestion
from wselr_rules.law.call import OPEN_CALL_2023_2025 as CALL
from wselr_rules.law.call import OpenCall
from wselr_rules.law.terms import AllocationKey, LegalForm, SubmissionChannel

WORKING_AGE, SEEKERS, EQUAL = AllocationKey
DAY = timedelta(days=1)
CASES = [case for case in conformance.cases() if not isinstance(case.question, DocumentQuestion)]
#: What only those cases can show in which something is divided.
OF_MONEY = {"budget", "keys"}


def _days(field):
    day: date = getattr(CALL, field)
    return [(field, day - DAY), (field, day + DAY)]


def _numbers(field):
    number: int = getattr(CALL, field)
    return [(field, number + step) for step in (-1, 1) if number + step > 0]


NUDGED = [
    ("budget", Decimal("2999999.99")),
    ("budget", Decimal("3000000.01")),
    *_numbers("minimum_inhabitants"),
    *_numbers("minimum_actions"),
    *_numbers("minimum_members"),
    *_numbers("minimum_members_welfare"),
    *_days("order_date"),
    *_days("order_in_force"),
    *_days("new_fit_deadline"),
    *_days("existing_fit_deadline"),
    # A day later the same map is in force.
    ("region_decree_in_force", CALL.region_decree_in_force - DAY),
    *(
        ("partnership_forms", CALL.partnership_forms - {form})
        for form in LegalForm
        if form in CALL.partnership_forms
    ),
    ("partnership_forms", CALL.partnership_forms | {LegalForm.OTHER}),
    *(("channels", {channel}) for channel in SubmissionChannel),
    ("plan_years", (2022, 2023, 2024, 2025)),
    ("plan_years", (2024, 2025)),
    ("plan_years", (2023, 2024)),
    ("plan_years", (2023, 2024, 2025, 2026)),
    *(
        ("keys", dict(zip(AllocationKey, parts, strict=True)))
        for parts in [
            (Fraction(2, 5), Fraction(2, 5), Fraction(1, 5)),
            (Fraction(1, 5), Fraction(2, 5), Fraction(2, 5)),
            (Fraction(41, 100), Fraction(20, 100), Fraction(39, 100)),
            (Fraction(41, 100), Fraction(19, 100), Fraction(40, 100)),
        ]
    ),
]


def _wrong(field, value):
    """Yield the cases that a system fails which has another value for a field of the call."""
    for case in CASES:
        if (field in OF_MONEY) is isinstance(case.question, EligibilityQuestion):
            continue
        call: OpenCall = case.question.call
        if getattr(call, field) == getattr(CALL, field):
            asked = evolve(case.question, call=evolve(call, **{field: value}))
            if conformance.answer(asked) != case.expected:
                yield case


@pytest.mark.parametrize(
    ("field", "value"), NUDGED, ids=[f"{place} {field}" for place, (field, _) in enumerate(NUDGED)]
)
def test_it_fails_a_case(field, value):
    """A case expects another answer than one that is given by the wrong value."""
    case = next(_wrong(field, value), None)
    assert case is not None


def test_every_number_is_tried():
    """Of the fields of a call only its name, its readings and where they stand are left out."""
    tried = {field for field, _ in NUDGED}
    others = {"id", "readings", "checked_on", "sources"}
    assert tried | others == {each.name for each in OpenCall.__attrs_attrs__}


def test_the_right_values_fail_none():
    """With the values of the text no case fails."""
    for field in ("budget", "minimum_inhabitants"):
        assert next(_wrong(field, getattr(CALL, field)), None) is None
