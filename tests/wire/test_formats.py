"""A document of an older format reads as the value that it says, and as strictly."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.drawing import examples
from tests.wire.drawn import VALUES
from tests.wire.samples import APPLICATION, changed, problems_of

from wselr_rules import Application, Finding, Municipality, PolicyPriority, Verdict, wire
from wselr_rules.domain.provenance import Provenance
from wselr_rules.eligibility.answers import Answer
from wselr_rules.eligibility.applicant_changes import AddActions
from wselr_rules.eligibility.finding import Missing
from wselr_rules.eligibility.grounds import Ground
from wselr_rules.eligibility.questions import Question
from wselr_rules.eligibility.sourced import SourcedFact
from wselr_rules.wire.documents import FORMAT, to_canonical_json
from wselr_rules.wire.formats import FORMATS, up_to_date, without_additions
from wselr_rules.wire.kinds import kind_of

#: A finding with one part, as format 1 wrote it.
PART: dict[str, object] = {
    "verdict": "met",
    "message": "plan.met",
    "arguments": {},
    "criterion": "plan",
    "operator": None,
    "observed": None,
    "required": None,
    "margin": None,
    "sentences": ["S08"],
    "readings": {},
    "missing": [],
    "due": None,
    "conflicts": [],
    "children": [],
}
OLD = {"format": "wselr_rules/1", "type": "Finding", **PART, "children": [PART]}
DAY, NEXT = date(2024, 1, 1), date(2024, 1, 2)
GENT = Municipality("44021", "Gent")
SOURCED = SourcedFact("inhabitants", "a", "Gent", Provenance("Statbel"))


#: What format 2 added, by the name of the field, wherever it stands.
ADDED = {"doubts", "provenance", "settled", "sourced"}
#: Types of which there was no document, and that hold what only format 2 can say.
NEW = {"Doubt", "Provenance", "SourcedFact"}


def _added(plain):
    """Return what format 2 added to an object: to a question nothing, for it is new altogether."""
    return frozenset() if "is_proven" in plain else ADDED


def _old(plain):
    """Return plain data without the fields that format 2 added."""
    if isinstance(plain, dict):
        return {key: _old(value) for key, value in plain.items() if key not in _added(plain)}
    return [_old(item) for item in plain] if isinstance(plain, list) else plain


def _silent(plain):
    """Return plain data that says nothing in the fields that format 2 added."""
    if isinstance(plain, dict):
        return {
            key: _silence(key, value) if key in ADDED else _silent(value)
            for key, value in plain.items()
        }
    return [_silent(item) for item in plain] if isinstance(plain, list) else plain


def _silence(name, value):
    if name == "provenance":
        is_of_one_fact = value is None or "source" in value
        return None if is_of_one_fact else {}
    return False if name == "settled" else []


TYPES = sorted((kind for kind in VALUES if kind.__name__ not in NEW), key=repr)


class TestFormats:
    """Every format there was is read, and the last one is written."""

    def test_they_are_numbered(self):
        """They count up from 1, and documents are written in the last."""
        numbers = [int(each.removeprefix("wselr_rules/")) for each in FORMATS]
        assert numbers == list(range(1, len(FORMATS) + 1))
        assert wire.to_dict(Finding(Verdict.MET, ""))["format"] == FORMAT == FORMATS[-1]


class TestFormat1:
    """Format 1 did not say whether a finding was settled, because none was."""

    def test_a_finding(self):
        """It reads as one that is not settled, and so do its parts."""
        part = Finding(Verdict.MET, "plan.met", criterion="plan", sentences=("S08",))
        expected = Finding(
            Verdict.MET, "plan.met", criterion="plan", sentences=("S08",), children=(part,)
        )
        assert wire.from_dict(Finding, OLD) == wire.from_json(Finding, json.dumps(OLD)) == expected
        assert not any(each.settled for each in expected)

    def test_the_given_document_stays_as_it_is(self):
        """Reading writes nothing into what was given."""
        before = json.dumps(OLD)
        wire.from_dict(Finding, OLD)
        assert json.dumps(OLD) == before

    @settings(max_examples=examples(200))
    @given(st.sampled_from(TYPES).flatmap(lambda kind: VALUES[kind]))
    @example(Ground("plan", DAY, NEXT, ((DAY, Finding(Verdict.NOT_MET, "x")),)))
    @example(AddActions(PolicyPriority.DIRECTOR_ROLE, {2024}, planned_by=GENT))
    @example(Question(Missing("plan", "plan", "x"), ("plan",), (), sourced=(SOURCED,)))
    @example(Answer("planned_by", (GENT,), criterion="plan", verdict=Verdict.MET))
    def test_any_value(self, value):
        """A document of format 1 says all that it could say, and is silent on the rest.

        A part that it was silent on may be a change, one of several kinds, or one by its name.
        """
        kind, today = type(value), _silent(wire.to_dict(value))
        silent = wire.from_dict(kind, today)
        old = _old(today) | {"format": "wselr_rules/1"}
        assert wire.from_dict(kind, old) == wire.from_json(kind, json.dumps(old)) == silent
        assert (
            to_canonical_json(silent)
            == json.dumps(
                {key: value for key, value in _old(today).items() if key != "format"},
                ensure_ascii=False,
                separators=(",", ":"),
                sort_keys=True,
            ).encode()
        )

    def test_a_couple(self):
        """What stands beside something else in a list of two is brought up to date too."""
        kind = kind_of(tuple[str, Finding])
        plain = up_to_date(kind, ["a", PART], FORMATS[0])
        finding = Finding(Verdict.MET, "plan.met", criterion="plan", sentences=("S08",))
        assert kind.read(plain) == ("a", finding)
        assert without_additions(kind, plain) == ["a", PART]
        assert up_to_date(kind, ["a"], FORMATS[0]) == ["a"]

    def test_an_application(self):
        """One as format 1 wrote it, with a history, reads as one of unknown provenance."""
        old = _old(APPLICATION) | {"format": "wselr_rules/1"}
        assert "provenance" not in json.dumps(old)
        application = wire.from_dict(Application, old)
        assert application == wire.from_dict(Application, _silent(APPLICATION))
        assert application.regieverband.memberships[1].provenance is None


class TestStrict:
    """An older document is read as strictly as one of today."""

    def test_a_key_of_a_later_format(self):
        """What format 1 did not have may not stand there, at any depth."""
        early = {"settled": True, "sourced": []}
        told = {
            "settled": "expected true or false, got a key of a later format",
            "sourced": "expected a list, got a key of a later format",
        }
        assert problems_of(Finding, OLD | early | {"children": [PART | early]}) == [
            *((f"$.children[0].{name}", told[name]) for name in early),
            *((f"$.{name}", told[name]) for name in early),
        ]
        for place in ((), ("regieverband",), ("regieverband", "memberships", 0)):
            steps = (*place, "provenance")
            old = changed(_old(APPLICATION), *steps, to={}) | {"format": "wselr_rules/1"}
            ((path, message),) = problems_of(Application, old)
            assert path.endswith(".provenance")
            assert message.endswith("got a key of a later format")

    def test_a_document_of_today_says_all(self):
        """Without the key it is no document of the later format."""
        told = problems_of(Finding, OLD | {"format": "wselr_rules/2"})
        assert [path for path, _ in told] == [
            "$.children[0].settled",
            "$.children[0].sourced",
            "$.settled",
            "$.sourced",
        ]
        assert {message.partition(", ")[2] for _, message in told} == {
            "got nothing: the key is missing"
        }

    def test_every_problem_is_told(self):
        """Each in the order of the document, keys that stand twice too."""
        text = json.dumps(OLD | {"margin": 3.7, "children": [PART | {"due": "x"}, 3]})
        text = text.replace('"observed": null', '"observed": null, "observed": null')
        assert [path for path, _ in problems_of(Finding, text)] == [
            "$.observed",
            "$.margin",
            "$.children[0].observed",
            "$.children[0].due",
            "$.children[1]",
        ]

    @pytest.mark.parametrize(
        ("children", "path"),
        [
            ({}, "$.children"),
            (3, "$.children"),
            (None, "$.children"),
            ([PART, None], "$.children[1]"),
            ([[]], "$.children[0]"),
            ({"a": [PART]}, "$.children"),
        ],
    )
    def test_any_other_shape(self, children, path):
        """What has no shape of a finding is the one problem, at its place."""
        ((told, message),) = problems_of(Finding, OLD | {"children": children})
        assert told == path
        assert message.startswith("expected a")

    def test_keys_that_are_no_text(self):
        """They are told as in a document of today, in a table too."""
        told = problems_of(Finding, OLD | {"children": [PART | {1: 2}], "readings": {3: "a"}})
        assert told == [
            ("$.readings", "expected keys that are text, got 3"),
            ("$.children[0]", "expected keys that are text, got 1"),
        ]

    def test_keys_that_raise(self):
        """A key that is no text is compared with none of ours, which could raise."""

        class Key:
            def __hash__(self):
                return hash("verdict")

            def __eq__(self, other):
                raise RuntimeError

        part = {key: value for key, value in PART.items() if key != "verdict"}
        told = problems_of(Finding, OLD | {"children": [{Key(): 1, **part}]})
        assert [path for path, _ in told] == ["$.children[0]", "$.children[0].verdict"]

    def test_an_unknown_key(self):
        """A key that no format knows is told with the ones that are, whatever is below it."""
        told = problems_of(Finding, OLD | {"children": [PART | {"colour": [PART]}]})
        ((path, message),) = told
        assert path == "$.children[0].colour"
        assert message.startswith("expected no such key; the keys here are verdict, ")


class TestCanonical:
    """What a value says looks alike in every format that can say it."""

    def test_a_field_of_a_later_format_that_says_nothing_is_left_out(self):
        """The bytes of a finding that is not settled are those of format 1."""
        body = {key: each for key, each in OLD.items() if key != "format"}
        expected = json.dumps(body, separators=(",", ":"), sort_keys=True).encode()
        assert to_canonical_json(wire.from_dict(Finding, OLD)) == expected

    def test_one_that_says_something_stands_there(self):
        """A finding that is settled, or a fact with its provenance, has other bytes."""
        settled = Finding(Verdict.MET, "x", settled=True)
        assert b'"settled":true' in to_canonical_json(settled)
        assert b"settled" not in to_canonical_json(Finding(Verdict.MET, "x"))
        told = to_canonical_json(wire.from_dict(Application, APPLICATION))
        assert told.count(b'"provenance":{') == 2

    @given(st.data())
    def test_two_values_have_the_same_bytes_only_if_equal(self, data):
        """Nothing that a value says is lost."""
        kind = data.draw(st.sampled_from(TYPES))
        one, other = data.draw(VALUES[kind]), data.draw(VALUES[kind])
        assert (to_canonical_json(one) == to_canonical_json(other)) == (one == other)
