"""An answer that contradicts itself is refused by the value that it would be."""

from __future__ import annotations

from datetime import date

from tests.wire.samples import problems_of

from wselr_rules import (
    AddActions,
    Answer,
    Finding,
    Missing,
    PolicyPriority,
    Question,
    Timeline,
    Verdict,
    wire,
)
from wselr_rules.eligibility.grounds import Ground
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.scenarios.choices import Choice

JANUARY, FEBRUARY, MARCH = (date(2024, month, 1) for month in (1, 2, 3))
MET = Finding(Verdict.MET, "x")


class TestAnswers:
    """What contradicts itself is refused by the value, at its place."""

    def test_a_reading_of_another_question(self):
        """A reading must be one of the question; a question that there is not is told alone."""
        document = {
            "format": "wselr_rules/2",
            "type": "Choice",
            "interpretation_id": "I08",
            "chosen": "two-for-all",
            "instead_of": "by-form",
        }
        assert wire.from_dict(Choice, document) == Choice("I08", "two-for-all", "by-form")
        told = problems_of(Choice, document | {"chosen": "equal-parts", "instead_of": ""})
        assert [path for path, _ in told] == ["$.chosen", "$.instead_of"]
        told = problems_of(Choice, document | {"interpretation_id": "I16"})
        assert [path for path, _ in told] == ["$.interpretation_id"]

    def test_very_many_actions(self):
        """How many actions are to come is a number; none of them is made to read it."""
        document = wire.to_dict(AddActions(PolicyPriority.DIRECTOR_ROLE, {2024}))
        read = wire.from_dict(AddActions, document | {"number": 10**599})
        assert read.number == 10**599
        assert [path for path, _ in problems_of(AddActions, document | {"number": 0})] == [
            "$.number"
        ]

    def test_stretches(self):
        """A timeline has stretches, none of them empty and none after a gap."""
        first = {
            "since": "2024-01-01",
            "until": "2024-02-01",
            "verdict": "met",
            "causes": [],
            "grounds": [],
        }
        second = first | {"since": "2024-02-01", "until": "2024-03-01", "verdict": "not-met"}
        head = {"format": "wselr_rules/2", "type": "Timeline"}
        whole = {**head, "criterion": "x", "application_id": "a", "parts": []}
        assert len(list(wire.from_dict(Timeline, {**whole, "stretches": [first, second]}))) == 2
        for stretches in ([], [second, first], [first, first]):
            ((path, message),) = problems_of(Timeline, {**whole, "stretches": stretches})
            assert path == "$.stretches"
            assert "one or more without a gap" in message
        empty = [first | {"until": "2024-01-01"}]
        ((path, message),) = problems_of(Timeline, {**whole, "stretches": empty})
        assert path == "$.stretches[0]"
        assert "ends before it begins" in message

    def test_grounds(self):
        """What was found of a ground is told from its first day on, in order, until it ends."""
        ground = Ground("x", JANUARY, MARCH, ((JANUARY, MET), (FEBRUARY, MET)))
        document = wire.to_dict(ground)
        assert wire.from_dict(Ground, document) == ground
        first, second = document["findings"]
        for wrong in ([], [second], [second, first], [first, first]):
            ((path, _),) = problems_of(Ground, document | {"findings": wrong})
            assert path == "$.findings"
        assert problems_of(Ground, document | {"until": "2024-02-02"}) == []
        ((path, _),) = problems_of(Ground, document | {"until": "2024-02-01"})
        assert path == "$.findings"

    def test_stretches_of_days(self):
        """Days run from one to a later one, where both are told."""
        document = wire.to_dict(Days(JANUARY, date(2024, 1, 2)))
        assert wire.from_dict(Days, document) == Days(JANUARY, date(2024, 1, 2))
        for day in ("2024-01-01", "0001-01-01"):
            ((path, message),) = problems_of(Days, document | {"until": day})
            assert path == "$"
            assert "ends before it begins" in message
            assert problems_of(Days, document | {"since": None, "until": day}) == []

    def test_a_question(self):
        """A question is strict in each of its answers."""
        answer = Answer("x", True, criterion="c", verdict=Verdict.MET)  # noqa: FBT003 -- the answer is yes
        document = wire.to_dict(Question(Missing("x", "x", "x"), ("c",), (answer,)))
        document["answers"][0]["value"] = 1
        ((path, message),) = problems_of(Question, document)
        assert path == "$.answers[0].value"
        assert message == (
            "expected {'interval': ...}, true or false, a list of one kind, "
            "{'form_change': ...}, {'days': ...}, {'never': ...}, {'history': ...} "
            "or {'situation': ...}, got 1"
        )
