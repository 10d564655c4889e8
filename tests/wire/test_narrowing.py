"""What a schema says of a single field is what the entity itself says of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import has
from jsonschema import Draft202012Validator
from tests.hostile.mutating import drawn
from tests.wire.drawn import VALUES
from tests.wire.every_kind import KINDS
from tests.wire.samples import problems_of
from tests.wire.schemas import fits
from tests.wire.unsaid import is_unsaid

from wselr_rules import wire
from wselr_rules.checks import a_day, text
from wselr_rules.wire import schema
from wselr_rules.wire.entities import attributes_of
from wselr_rules.wire.kinds import EntityKind
from wselr_rules.wire.narrowing import BY_CHECK, BY_FIELD, merged, narrowings_of

HASH = "sha256:" + "0a" * 32
PROVENANCE = {"source": "x", "dated": None, "confidence": None, "note": ""}
FACTS_OF_MUNICIPALITY = (
    *("reference_region", "is_centrumstad", "inhabitants"),
    *("working_age_population", "job_seekers"),
)
#: What stands below the name of a field of the call.
SOURCE: dict[str, object] = {
    "unit": "",
    "since": "2023-01-01",
    "until": None,
    "sentences": [],
    "readings": [],
}

ID = (["x", "é", " a b ", "0"], ["", " ", "\n\t", "\u00a0", "a\0b", 1, None])
COUNT = ([0, 1, 10**9], [-1, "1", True])
COUNT_IF_KNOWN = ([0, 1, None], [-1, -(10**9), 1.5])
AT_LEAST_ONE = ([1, 2, 10**9], [0, -1, None])
#: The documents themselves show what is right.
NOT_EMPTY: tuple[list[object], list[object]] = ([], [[]])
CODE = (["44021", "00000"], ["4402", "440211", "4402x", "44021\n", "", "\u0664\u0664021", None])
YEARS = (
    [[1000], [9999], [2023, 2024]],
    [[], [999], [10000], [2023, 999], [2023, 2023], ["2023"], [None]],
)
BUDGET = (
    ["0.01", "0.10", "1.00", "9" * 30 + ".99"],
    ["0.00", "1" + "0" * 30 + ".00", "-1.00", "1.0", "1", "01.00", "1.00\n", 1],
)
SHARES = (
    [{"gelijke delen": "1/1"}, {"werkzoekenden": "0/1", "gelijke delen": "1/1"}],
    [{}, {"werkzoekenden": "-1/1", "gelijke delen": "2/1"}, {"x": "1/1"}, {"gelijke delen": "1"}],
)

#: By field, what the entity takes there and what it refuses, on both sides of each bound.
TRIED = {
    "Action.planned_by": ([*CODE[0], None], CODE[1][:-1]),
    "Action.years": YEARS,
    "AddActions.number": AT_LEAST_ONE,
    "AddActions.years": YEARS,
    "AddMembers.municipalities": NOT_EMPTY,
    "Allocation.beneficiaries": NOT_EMPTY,
    "Allocation.grants": NOT_EMPTY,
    "Allocation.keys": ([], SHARES[1]),
    "Allocation.pots": ([], [{}, {"gelijke delen": "x"}]),
    "Application.provenance": (
        [{}, dict.fromkeys(("plan", "channels", "submitted_on"), PROVENANCE)],
        [{"id": PROVENANCE}],
    ),
    "BringInhabitants.at_least": COUNT,
    "ChangeBudget.budget": BUDGET,
    "ChangeKeys.keys": SHARES,
    "Choice.interpretation_id": (["I01", "I15"], ["I00", "I16", "", "I1", "I01\n"]),
    "Ground.findings": NOT_EMPTY,
    "Municipality.inhabitants": COUNT_IF_KNOWN,
    "Municipality.job_seekers": COUNT_IF_KNOWN,
    "Municipality.nis_code": CODE,
    "Municipality.provenance": (
        [{}, dict.fromkeys(FACTS_OF_MUNICIPALITY, PROVENANCE)],
        [{"name": PROVENANCE}],
    ),
    "Municipality.territory": (
        [["44021"], ["44021", "24062"]],
        [[], ["4402"], ["44021", "x"], ["44021", "44021"]],
    ),
    "Municipality.working_age_population": COUNT_IF_KNOWN,
    "OpenCall.budget": BUDGET,
    "OpenCall.keys": SHARES,
    "OpenCall.minimum_actions": AT_LEAST_ONE,
    "OpenCall.minimum_inhabitants": AT_LEAST_ONE,
    "OpenCall.minimum_members": AT_LEAST_ONE,
    "OpenCall.minimum_members_welfare": AT_LEAST_ONE,
    "OpenCall.plan_years": ([[1], [2023, 2024]], [[], [0], [-1, 1]]),
    "OpenCall.sources": ([{}, {"budget": SOURCE, "keys": SOURCE}], [{"first_day": SOURCE}]),
    "Provenance.source": ID,
    "Receipt.applications": (
        [{}, {"x": HASH}],
        [{"": HASH}, {" ": HASH}, {"x": HASH[:-1]}, {"x": f"{HASH}\n"}],
    ),
    "Receipt.call_hash": ([HASH], [HASH[:-1], f"{HASH}0", f"{HASH}\n", HASH.upper(), HASH[7:]]),
    "Receipt.input_hash": ([HASH], [HASH[:-1], f"{HASH}0", f"{HASH}\n", HASH.upper(), HASH[7:]]),
    "RegieVerband.provenance": (
        [{}, dict.fromkeys(("legal_form", "recognised_on", "derogations"), PROVENANCE)],
        [{"memberships": PROVENANCE}],
    ),
    "Timeline.stretches": NOT_EMPTY,
}
#: Those that hold an id, of this or of something else.
IDS = (
    *("Action.id", "Application.id", "ApplicationComparison.application_id", "Beneficiary.id"),
    "Case.id",
    *("ChangeApplication.application_id", "Comparison.one", "Comparison.other"),
    *("Grant.beneficiary_id", "OpenCall.id", "PlanYears.scenario", "Range.application_id"),
    *("Receipt.rules_version", "RegieVerband.id", "ReleaseMember.application_id"),
    *("Scenario.name", "Sensitivity.application_id", "Shift.application_id"),
    *("SweepOutcome.scenario", "Withdraw.application_id"),
)
CASES: dict[str, Any] = TRIED | dict.fromkeys(IDS, ID)

#: Fields with a check of which no schema can say more than their kind does.
UNSAID = {
    "Action.code": "a code that looks like one of WSE-LR",
    "Choice.chosen": "a reading of another question",
    "Choice.instead_of": "a reading of another question",
    "Derogation.until": "an end before its beginning",
    "Membership.until": "an end before its beginning",
}
#: Those with a check that says no more than their kind does.
OF_THE_KIND = {
    *("Allocation.budget", "Allocation.year", "Comparison.after", "Comparison.before"),
    *("Beneficiary.job_seekers", "Beneficiary.working_age_population", "Grant.amount"),
    *("Grant.components", "Municipality.reference_region", "Outcome.amount", "Range.least"),
    *("Range.most", "Ranges.budget", "Receipt.outcome", "RegieVerband.legal_form"),
    *("RegieVerband.recognised_on", "Replay.differences"),
}
ENTITIES = {kind.entity for kind in KINDS if isinstance(kind, EntityKind)}
BY_NAME = {kind.__name__: kind for kind in VALUES}


@pytest.fixture(scope="module")
def documents():
    """Return documents of each type."""
    made = {}
    for kind, written in drawn(3):
        made.setdefault(kind, []).append(json.loads(written))
    return made


def _is_of_type(check):
    """Whether a check asks nothing but of what type a value, or each of several, is."""
    if check in {None, a_day, text}:
        return True
    if check.__name__ == "check_if_known":
        (cell,) = check.__closure__
        return _is_of_type(cell.cell_contents)
    return check.__qualname__.startswith(("instance.", "instances."))


class TestEveryField:
    """No field that an entity checks is forgotten."""

    def test_every_check_is_said_or_cannot_be(self):
        """Each field with a check of more than its type is narrowed, or stands in a list here."""
        checked = {
            f"{entity.__name__}.{each.name}": each.name in narrowings_of(entity)
            for entity in ENTITIES
            for each in attributes_of(entity)
            if hasattr(each.validator, "names") or not _is_of_type(each.validator)
        }
        assert {name for name, said in checked.items() if not said} == UNSAID.keys() | OF_THE_KIND

    def test_every_narrowing_is_tried(self):
        """Each field that is narrowed is tried below, and no other one."""
        narrowed = {f"{kind.__name__}.{name}" for kind in ENTITIES for name in narrowings_of(kind)}
        assert narrowed == CASES.keys()

    def test_the_tables_are_of_something(self):
        """Each check and each field in the tables is one of an entity that stands in documents."""
        fields = [(entity, each) for entity in ENTITIES for each in attributes_of(entity)]
        assert BY_CHECK.keys() <= {
            each.validator for _, each in fields if not has(type(each.validator))
        }
        assert BY_FIELD.keys() <= {(entity, each.name) for entity, each in fields}


@pytest.mark.parametrize("name", CASES)
class TestAroundEachBound:
    """On both sides of each bound the schema and the entity say the same."""

    def test_what_is_right(self, name, documents):
        """What the entity takes fits, and all that it refuses then stands beside the field."""
        kind, key = name.split(".")
        for right in CASES[name][0]:
            for document in documents[BY_NAME[kind]]:
                made = document | {key: right}
                assert fits(BY_NAME[kind], made), right
                told = problems_of(BY_NAME[kind], made)
                assert all(is_unsaid(message) for _, message in told), (right, told)

    def test_what_is_wrong(self, name, documents):
        """What the entity refuses does not fit."""
        kind, key = name.split(".")
        for wrong in CASES[name][1]:
            for document in documents[BY_NAME[kind]]:
                made = document | {key: wrong}
                assert problems_of(BY_NAME[kind], made), wrong
                assert not fits(BY_NAME[kind], made), wrong

    def test_the_kind_alone_takes_some_of_it(self, name, documents, monkeypatch):
        """Without what is said of the field some of what is wrong would fit."""
        kind, key = name.split(".")
        monkeypatch.setattr(schema, "narrowing_of", lambda *_: {})
        asked = Draft202012Validator(wire.json_schema(BY_NAME[kind]))
        document = documents[BY_NAME[kind]][0]
        assert any(asked.is_valid(document | {key: wrong}) for wrong in CASES[name][1])


class TestMerged:
    """Two schemas become one that says what both say."""

    def test_merged(self):
        """Objects are merged key by key; of the rest the latter holds, and neither changes."""
        one, other = {"a": {"b": 1, "c": 2}, "d": 3}, {"a": {"c": 4}, "e": [5]}
        assert merged(one, other) == {"a": {"b": 1, "c": 4}, "d": 3, "e": [5]}
        assert one == {"a": {"b": 1, "c": 2}, "d": 3}
        assert merged(one, {}) == one
        assert merged(None, other) == other
