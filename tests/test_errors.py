"""Every way to be wrong has an error of its own, with a message and its data."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from wselr_rules import errors
from wselr_rules.errors.root import listed

ORDER = date(2022, 4, 29)
MERGER = date(2025, 1, 1)
NEW_YEAR = date(2023, 1, 1)

#: The name, its data by name, and the message.
ERRORS = [
    (
        "AmbiguousApplication",
        {"application_id": "a1"},
        "application a1 differs from the one with that id in the portfolio",
    ),
    (
        "ApprovalNotRead",
        {},
        "approved applications were named, but reading I15 takes every eligible one",
    ),
    (
        "CountAboveInhabitants",
        {"nis_code": "44021", "field": "job_seekers", "value": 11, "inhabitants": 10},
        "municipality 44021: job_seekers 11 is more than its 10 inhabitants",
    ),
    (
        "DateOutsideCall",
        {"on": date(2022, 4, 28), "first": ORDER, "last": date(2026, 12, 31)},
        "2022-04-28 lies outside 2022-04-29 to 2026-12-31, for which this call has rules",
    ),
    (
        "DateOutsideRegister",
        {"on": date(2018, 12, 31), "first": date(2019, 1, 1)},
        "the register of municipalities begins on 2019-01-01, asked on 2018-12-31",
    ),
    (
        "DatesNotNamed",
        {"criterion_id": "mine"},
        "criterion mine names no dates on which its answer can change",
    ),
    (
        "DuplicateId",
        {"kind": "action", "ids": ("a", "b", "c")},
        "more than one action with id a, b and c",
    ),
    ("EmptyId", {"kind": "Action"}, "the id of this Action is empty"),
    (
        "EndedMunicipality",
        {
            "query": "Borsbeek",
            "on": MERGER,
            "ended_on": MERGER,
            "successor_code": "11002",
            "successor_name": "Antwerpen",
        },
        "Borsbeek ended on 2025-01-01, asked on 2025-01-01; its successor is Antwerpen (11002)",
    ),
    (
        "InvalidBudget",
        {"budget": Decimal("0.001")},
        "a budget is a positive amount of euros in whole cents, got 0.001",
    ),
    (
        "InvalidCount",
        {"owner": "municipality 44021", "field": "inhabitants", "value": True},
        "municipality 44021: inhabitants must be a whole number of at least 0, got True",
    ),
    (
        "InvalidDocument",
        {
            "problems": (
                errors.Problem("$.id", "expected text, got 1"),
                errors.Problem("$.x", "unknown"),
            )
        },
        "$.id: expected text, got 1\n$.x: unknown",
    ),
    (
        "InvalidHistory",
        {"since": NEW_YEAR, "reason": "changes nothing"},
        "the change of 2023-01-01 in this history changes nothing",
    ),
    (
        "InvalidKeys",
        {"total": Fraction(9, 10)},
        "allocation keys are at least 0 and add up to exactly 1, got 9/10",
    ),
    ("InvalidNisCode", {"value": 44021}, "a NIS code is text of five digits, got 44021"),
    (
        "InvalidTerritory",
        {"nis_code": "44021", "codes": ("12030", "x")},
        (
            "municipality 44021: a territory is one or more NIS codes of 1 January 2019, "
            "got 12030 and x"
        ),
    ),
    (
        "InvalidTerritory",
        {"nis_code": "44021", "codes": ()},
        "municipality 44021: a territory is one or more NIS codes of 1 January 2019, got none",
    ),
    (
        "MemberOfNone",
        {"nis_code": "41034", "name": "Lede"},
        "Lede (41034) with this territory is a member in no application of the portfolio",
    ),
    (
        "MunicipalityNotOfTheDay",
        {
            "regieverband_id": "r1",
            "nis_code": "37015",
            "name": "Tielt",
            "on": MERGER,
            "exists_since": None,
            "exists_until": MERGER,
        },
        (
            "regieverband r1: Tielt (37015) is a member on 2025-01-01, but with this code and "
            "territory it ended by a merger on 2025-01-01; flanders.carry_forward replaces merged "
            "members"
        ),
    ),
    (
        "MunicipalityNotOfTheDay",
        {
            "regieverband_id": "r1",
            "nis_code": "37022",
            "name": "Tielt",
            "on": date(2024, 12, 31),
            "exists_since": MERGER,
            "exists_until": None,
        },
        (
            "regieverband r1: Tielt (37022) is a member on 2024-12-31, but with this code and "
            "territory it exists only since the merger of 2025-01-01; flanders.carry_forward "
            "replaces merged members"
        ),
    ),
    (
        "MunicipalityNotOfTheDay",
        {
            "regieverband_id": "r1",
            "nis_code": "37022",
            "name": "Tielt",
            "on": date(2024, 12, 31),
            "exists_since": MERGER,
            "exists_until": date(2031, 1, 1),
        },
        (
            "regieverband r1: Tielt (37022) is a member on 2024-12-31, but with this code and "
            "territory it exists only since the merger of 2025-01-01; flanders.carry_forward "
            "replaces merged members"
        ),
    ),
    (
        "NegativeWeight",
        {"key": "job seekers", "beneficiary_ids": ("a", "b")},
        "job seekers is negative for a and b",
    ),
    ("NoBeneficiaries", {}, "there is no beneficiary to divide the budget among"),
    (
        "NoSuchApplication",
        {"application_id": "a1"},
        "there is no application a1 in the portfolio to change",
    ),
    ("NoYears", {"action_id": "a1"}, "action a1 has no years"),
    (
        "NotAMember",
        {"regieverband_id": "r1", "nis_code": "41034", "on": MERGER},
        "regieverband r1: 41034 is no member on 2025-01-01",
    ),
    (
        "NotMunicipalityAlone",
        {"regieverband_id": "r1", "members": 2, "on": NEW_YEAR},
        (
            "regieverband r1: a municipality that applies alone has exactly one member, "
            "got 2 on 2023-01-01"
        ),
    ),
    (
        "NotMunicipalityAlone",
        {"regieverband_id": "r1", "members": 0, "on": None},
        "regieverband r1: a municipality that applies alone has exactly one member, got 0",
    ),
    (
        "OverlappingMemberships",
        {"regieverband_id": "r1", "nis_codes": ("37015", "37022"), "first_day": MERGER},
        "regieverband r1: the memberships of 37015 and 37022 overlap from 2025-01-01",
    ),
    (
        "PeriodEndsBeforeItBegins",
        {"kind": "Membership", "since": NEW_YEAR, "until": ORDER},
        (
            "this Membership runs from 2023-01-01 up to but not including 2022-04-29: "
            "it ends before it begins"
        ),
    ),
    ("RulesError", {}, ""),
    (
        "UndecidedVerdict",
        {},
        "an undecided verdict is neither true nor false; compare it with Verdict.MET",
    ),
    (
        "UnknownApplications",
        {"application_ids": ("a", "b")},
        "approved but not in the portfolio: a and b",
    ),
    (
        "UnknownMunicipality",
        {"query": "Harelbke", "on": NEW_YEAR, "suggestions": ("Harelbeke", "Hamme")},
        "no Flemish municipality 'Harelbke' on 2023-01-01; did you mean Harelbeke or Hamme?",
    ),
    (
        "UnknownMunicipality",
        {"query": "Parijs", "on": NEW_YEAR, "suggestions": ()},
        "no Flemish municipality 'Parijs' on 2023-01-01",
    ),
    (
        "UnknownPriorityCode",
        {"action_id": "a1", "code": "WSE-LR5"},
        (
            "action a1: 'WSE-LR5' looks like a code of this call but is none of "
            "WSE-LR1, WSE-LR2, WSE-LR3, WSE-LR4"
        ),
    ),
    (
        "UnknownWeight",
        {"key": "job seekers", "beneficiary_ids": ("a",)},
        "job seekers is not known of a",
    ),
    (
        "UnserializableType",
        {"type_name": "int"},
        "int is no public value of this library and has no document form",
    ),
    (
        "WrongType",
        {"field": "Action.title", "expected": "text", "value": 1},
        "Action.title: expected text, got 1",
    ),
    (
        "WrongValue",
        {"field": "plan_years", "expected": "one or more years", "value": ()},
        "plan_years: expected one or more years, got ()",
    ),
    (
        "YearOutsideCall",
        {"year": 2026, "plan_years": (2023, 2024, 2025)},
        "2026 is no plan year of this call; those are 2023, 2024 and 2025",
    ),
    (
        "YearOutsideCall",
        {"year": "2023", "plan_years": (2023,)},
        "'2023' is no plan year of this call; those are 2023",
    ),
    (
        "ZeroKeyTotal",
        {"keys": ("job seekers",)},
        (
            "job seekers is zero for every beneficiary and the text gives no rule; "
            "reading I12 lets you choose one"
        ),
    ),
]

each_error = pytest.mark.parametrize(("name", "data", "message"), ERRORS)


def data_of(error):
    """Return the data of an error, by name."""
    return attrs.asdict(error, recurse=False) if attrs.has(type(error)) else {}


def copies(error):
    """Yield the error through every way in which it can travel."""
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield pickle.loads(pickle.dumps(error, protocol))  # noqa: S301
    yield copy.copy(error)
    yield copy.deepcopy(error)


def test_no_error_is_left_out():
    """Each public error stands in the table of this module."""
    assert {name for name, _, _ in ERRORS} | {"Problem"} == set(errors.__all__)


@each_error
def test_message(name, data, message):
    """The message is a sentence that names the data, word for word."""
    assert str(getattr(errors, name)(**data)) == message


@each_error
def test_data(name, data, message):
    """What is in the message is there as data too, in the order of the arguments."""
    del message
    kind = getattr(errors, name)
    assert data_of(kind(*data.values())) == data == data_of(kind(**data))


@each_error
def test_one_base_catches_all(name, data, message):
    """All are RulesError, so that a caller can catch them all, and ValueError with it."""
    del message
    with pytest.raises(errors.RulesError) as caught:
        raise getattr(errors, name)(**data)
    assert isinstance(caught.value, ValueError)


@each_error
def test_pickled_and_copied(name, data, message):
    """An error from another process has the same data and message, by every protocol."""
    for again in copies(getattr(errors, name)(**data)):
        assert type(again).__name__ == name
        assert data_of(again) == data
        assert str(again) == message


class TestProblem:
    """One problem of a document."""

    PROBLEM = errors.Problem("$.id", "expected text, got 1")

    def test_it_says_where_and_what(self):
        """The path first, then what was expected."""
        assert str(self.PROBLEM) == "$.id: expected text, got 1"

    def test_it_is_a_value(self):
        """It hashes, compares, travels, and cannot be changed."""
        assert set(copies(self.PROBLEM)) == {errors.Problem("$.id", "expected text, got 1")}
        assert errors.Problem("$.x", "expected text, got 1") != self.PROBLEM
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            self.PROBLEM.path = "$.x"


@pytest.mark.parametrize(
    ("words", "conjunction", "expected"),
    [
        ((), "and", ""),
        (("a",), "and", "a"),
        (("a", "b"), "and", "a and b"),
        (("a", "b"), "or", "a or b"),
        (("a", "b", "c"), "or", "a, b or c"),
    ],
)
def test_words_in_a_sentence(words, conjunction, expected):
    """Commas between all but the last two, which the conjunction joins."""
    assert listed(words, conjunction) == expected


def test_words_are_joined_by_and():
    """Where no conjunction is given it is ``and``."""
    assert listed(("a", "b")) == "a and b"
