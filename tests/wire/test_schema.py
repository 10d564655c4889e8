"""The JSON Schema of a type and its reader say the same, but for what no schema can say."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from tests.drawing import examples
from tests.hostile.mutating import case, drawn
from tests.wire.drawn import VALUES
from tests.wire.every_kind import KINDS
from tests.wire.samples import APPLICATION, changed, problems_of
from tests.wire.schemas import FOLDER, fits, stored, validator_of
from tests.wire.unsaid import is_unsaid

from wselr_rules import (
    Answer,
    Application,
    Context,
    Finding,
    History,
    Interval,
    Quantity,
    wire,
)
from wselr_rules.errors import UnserializableType
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.wire.documents import DOCUMENTS
from wselr_rules.wire.entities import attributes_of
from wselr_rules.wire.plain import Literal
from wselr_rules.wire.schema import name_of

STORED = "run python -m tests.wire.schemas and look at what changed"
OF_BEFORE = "wselr_rules/1"


def _nodes(plain):
    """Yield a value and each one in it."""
    yield plain
    if isinstance(plain, dict | list):
        for each in plain.values() if isinstance(plain, dict) else plain:
            yield from _nodes(each)


class TestStored:
    """What is stored in docs/schema is what the library gives."""

    def test_every_file(self):
        """There is a file for each type that has a document, and no other one."""
        assert {each.name for each in FOLDER.iterdir()} == set(stored()), STORED

    @pytest.mark.parametrize("name", stored())
    def test_each_file(self, name):
        """Each holds the schema of today, to the letter."""
        assert (FOLDER / name).read_text(encoding="utf-8") == stored()[name], STORED

    def test_every_type(self):
        """Every type that this floor gives a document is among them."""
        assert VALUES.keys() >= DOCUMENTS.keys()


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
class TestEachSchema:
    """The schema of each type is one, and describes what is written."""

    def test_it_is_a_schema(self, kind):
        """By the schema of schemas it is one, and what it refers to stands within itself."""
        schema = wire.json_schema(kind)
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        referred = {
            each["$ref"] for each in _nodes(schema) if isinstance(each, dict) if "$ref" in each
        }
        assert referred == {f"#/$defs/{name}" for name in schema["$defs"]}

    def test_its_head(self, kind):
        """It has a name of its own, and says what the type is in the words of its docstring."""
        schema = wire.json_schema(kind)
        assert schema["$id"] == f"urn:wselr-rules:schema:2:{kind.__name__}"
        assert schema["title"] == kind.__name__
        assert kind.__doc__.startswith(schema["description"])
        assert schema["description"].endswith((".", "?"))
        assert schema["properties"]["format"] == {"const": "wselr_rules/2"}
        assert schema["properties"]["type"] == {"const": kind.__name__}

    def test_its_fields(self, kind):
        """Every field must be there, in the order of the constructor, and no other key may be."""
        schema = wire.json_schema(kind)
        names = ["format", "type", *(each.name for each in attributes_of(kind))]
        assert list(schema["properties"]) == schema["required"] == names
        dicts = [each for each in _nodes(schema) if isinstance(each, dict)]
        closed = [each for each in dicts if isinstance(each.get("required"), list)]
        assert all(each["additionalProperties"] is False for each in closed)

    def test_the_caller_may_change_it(self, kind):
        """It is made anew and alike each time, and shares nothing with the one before."""
        one, other = wire.json_schema(kind), wire.json_schema(kind)
        kept = deepcopy(other)
        for node in list(_nodes(one)):
            if isinstance(node, dict | list):
                node.clear()
        assert other == kept == wire.json_schema(kind)

    @settings(max_examples=examples(8))
    @given(st.data())
    def test_what_is_written_fits(self, kind, data):
        """The document of every value that is drawn fits it, days in the calendar included."""
        document = wire.to_dict(data.draw(VALUES[kind]))
        asked = Draft202012Validator(wire.json_schema(kind), format_checker=FormatChecker())
        assert [each.message for each in asked.iter_errors(document)] == []


class TestNames:
    """What is defined once has one name, and each name is that of one kind."""

    def test_no_name_twice(self):
        """No two kinds in any document share a name."""
        named = [(name_of(kind), kind) for kind in KINDS if name_of(kind)]
        assert len(dict(named)) == len(named) == len({kind for _, kind in named})

    def test_generic_entities(self):
        """A history is named with what it is one of."""
        assert "HistoryOfLegalFormOrNone" in wire.json_schema(Application)["$defs"]

    def test_one_that_holds_its_own_kind(self):
        """A finding refers to the one definition of the findings below it."""
        schema = wire.json_schema(Finding)
        below = {"type": "array", "items": {"$ref": "#/$defs/Finding"}}
        assert schema["properties"]["children"] == below
        assert schema["$defs"]["Finding"]["properties"]["children"] == below

    def test_a_history_by_itself(self):
        """Its values are those of arguments, written out."""
        assert fits(History, wire.to_dict(History(1, [(date(2024, 1, 1), "x")])))

    @pytest.mark.parametrize("kind", [Context, int, "Finding"])
    def test_no_document(self, kind):
        """A type without a document has no schema."""
        with pytest.raises(UnserializableType):
            wire.json_schema(kind)


def disagreements(number, made):
    """Return how many hostile documents were asked, and where schema and reader do not agree."""
    asked, found = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}, []
    for place in range(number):
        hostile = case(made, f"schema:{place}")
        try:
            text = hostile.text.decode() if isinstance(hostile.text, bytes) else hostile.text
            plain = json.loads(text, parse_constant=Literal)
        except (TypeError, ValueError, RecursionError):
            continue
        does_fit, told = fits(hostile.kind, plain), problems_of(hostile.kind, hostile.text)
        asked[does_fit, not told] += 1
        if does_fit and not all(is_unsaid(message) for _, message in told):
            found.append((place, told))
        if not does_fit and not told and plain["format"] != OF_BEFORE:
            found.append((place, "read"))
    return asked, found


class TestAgreement:
    """Whatever is sent, the schema refuses no document that is read."""

    def test_hostile_documents(self):
        """What the schema refuses is refused, and what else is refused no schema can say."""
        asked, found = disagreements(1200, drawn(3))
        assert found == []
        assert all(asked.values())

    def test_the_application_by_hand(self):
        """The application that is written out by hand fits, and with one value changed does not."""
        assert fits(Application, APPLICATION)
        for steps, wrong in (
            (("id",), "\u00a0"),
            (("id",), "a\0"),
            (("submitted_on",), "2024-1-1"),
            (("submitted_on",), "2024-01-01\n"),
            (("plan", "actions", 0, "years"), [2023, 2023]),
            (("plan", "actions", 0, "years"), []),
            (("plan", "actions", 0, "planned_by"), "4402"),
            (("regieverband", "memberships", 0, "municipality", "inhabitants"), -1),
            (("regieverband", "provenance"), {"name": None}),
        ):
            document = changed(APPLICATION, *steps, to=wrong)
            assert not fits(Application, document), steps
            assert problems_of(Application, document), steps

    def test_whole_number_with_a_point(self):
        """To a schema 1.0 is a whole number, to a reader it is none."""
        document = {**wire.to_dict(Interval(1, None)), "least": 1.0}
        assert fits(Interval, document)
        assert not is_unsaid("expected a whole number, got 1.5")
        assert all(is_unsaid(message) for _, message in problems_of(Interval, document))

    @pytest.mark.parametrize("items", [[1, "x"], [None], [[]], [{"date": "2024-01-01"}], [1.5]])
    def test_a_list_of_several_kinds(self, items):
        """A list of things that are not of one kind that an argument may be is refused by both."""
        document = wire.to_dict(Quantity((1,), ""))
        assert fits(Quantity, {**document, "value": [1, 2]})
        assert not fits(Quantity, {**document, "value": items})
        assert problems_of(Quantity, {**document, "value": items})

    @pytest.mark.parametrize("row", [[], ["plan"], ["plan", "met", "x"], ["met", "plan"]])
    def test_a_list_of_two(self, row):
        """A criterion and its verdict are two, in this order."""
        fields = {"fact": "", "value": True, "criterion": "", "verdict": "met"}
        head = {"format": "wselr_rules/2", "type": "Answer"}
        document = {**head, **fields, "settles": [["plan", "met"]]}
        assert fits(Answer, document)
        assert problems_of(Answer, document) == []
        assert not fits(Answer, {**document, "settles": [row]})
        assert problems_of(Answer, {**document, "settles": [row]})

    @pytest.mark.parametrize("value", [{}, {"date": "2024-01-01", "x": 1}, {"x": 1}, {"date": 1}])
    def test_below_a_name(self, value):
        """What stands below the name of its kind stands there alone."""
        document = wire.to_dict(Quantity(date(2024, 1, 1), ""))
        assert fits(Quantity, document)
        assert not fits(Quantity, {**document, "value": value})
        assert problems_of(Quantity, {**document, "value": value})

    def test_an_older_format(self):
        """A document of an older format is read, and the schema is that of the last one."""
        document = {**wire.to_dict(Interval(1, None)), "format": OF_BEFORE}
        assert not fits(Interval, document)
        assert problems_of(Interval, document) == []

    def test_the_call(self):
        """The open call fits, and tells where one does not."""
        document = wire.to_dict(OPEN_CALL_2023_2025)
        kind = type(OPEN_CALL_2023_2025)
        assert fits(kind, document)
        (error,) = validator_of(kind).iter_errors({**document, "minimum_actions": 0})
        assert error.json_path == "$.minimum_actions"
