"""Whatever the input, it is read, or refused as a document in a time in proportion to it."""

from __future__ import annotations

import json
import sys
from collections import OrderedDict, defaultdict
from copy import deepcopy
from datetime import date, timedelta
from enum import IntEnum
from fractions import Fraction
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drawing import examples
from tests.wire.drawn import VALUES
from tests.wire.samples import APPLICATION, FIRST_MEMBER, changed, problems_of

from wselr_rules import (
    Action,
    ActionPlan,
    Application,
    Finding,
    Interval,
    InvalidDocument,
    LegalForm,
    Municipality,
    Portfolio,
    Quantity,
    Verdict,
    wire,
)
from wselr_rules.wire.faults import MOST_PROBLEMS, Unfit
from wselr_rules.wire.json_text import printed, printed_canonically
from wselr_rules.wire.shapes import MOST_LEVELS, MOST_VALUES, check_size

TOO_DEEP = [("$", f"expected at most {MOST_LEVELS} levels of nesting, got more")]
TOO_LARGE = [("$", f"expected at most {MOST_VALUES} values, got more")]
#: Typed as what it may not be, so that a list of days can be tried.
DAY: Any = date(2026, 1, 1)
INTERVAL = {"format": "wselr_rules/2", "type": "Interval", "least": 1, "most": None}


def _interval(least):
    return '{"format":"wselr_rules/2","type":"Interval","least":' + least + ',"most":null}'


def _finding(**changes):
    return {**wire.to_dict(Finding(Verdict.MET, "x")), **changes}


class TestJson:
    """A text that is no JSON, or JSON of which something cannot be a value."""

    @pytest.mark.parametrize(
        "text",
        ["", " ", "x", "{", '{"a":}', "[1,]", "{'a': 1}", '"\n"', "1 2", "nul", "\ufeff{}", "//"],
    )
    def test_no_json(self, text):
        """It is refused at the place where it stops to be JSON."""
        for given_text in (text, text.encode()):
            ((path, message),) = problems_of(Interval, given_text)
            assert path == "$"
            assert message.startswith("expected JSON, got something else at line ")

    def test_the_place(self):
        """The place is a line and a column."""
        message = "expected JSON, got something else at line 2, column 6"
        assert problems_of(Interval, '{\n"a": x}') == [("$", message)]

    @pytest.mark.parametrize("text", [b"\xff", b'{"a": "\xed\xa0\x80"}', "é".encode("latin-1")])
    def test_bytes_that_are_no_text(self, text):
        """Bytes that are not UTF-8 are refused at the byte where they stop to be."""
        ((path, message),) = problems_of(Interval, text)
        assert path == "$"
        assert message.startswith("expected text in UTF-8, got another byte at place ")

    @pytest.mark.parametrize(
        ("least", "got"),
        [
            ("NaN", "NaN"),
            ("Infinity", "Infinity"),
            ("-Infinity", "-Infinity"),
            ("1.0", "1.0"),
            ("3.70", "3.70"),
            ("1e2", "1e2"),
            ("1E400", "1E400"),
            ("-0.0", "-0.0"),
            ("9" * 602, "9" * 60 + "…"),
            ("-" + "9" * 601, "-" + "9" * 59 + "…"),
            ("9" * 5000, "9" * 60 + "…"),
            ("-" + "9" * 5000, "-" + "9" * 59 + "…"),
            ("true", "true"),
            ("null", "null"),
            ('"1"', "'1'"),
            (f'"{"x" * 60}"', f"'{'x' * 60}'"),
            (f'"{"x" * 61}"', f"'{'x' * 60}…'"),
            ("[1]", "a list"),
            ("{}", "an object"),
        ],
    )
    def test_no_whole_number(self, least, got):
        """NaN, points, exponents and thousands of digits are no whole numbers, and are told."""
        told = problems_of(Interval, _interval(least))
        assert told == [("$.least", f"expected a whole number, got {got}")]

    def test_too_deep_below_a_key_that_stands_twice(self):
        """What is too deep is refused wherever it stands, also in an object with a key twice."""
        text = '{"x": 1, "x": ' + "[" * MOST_LEVELS + "]" * MOST_LEVELS + "}"
        assert problems_of(Interval, text) == TOO_DEEP

    @pytest.mark.parametrize("digits", [600, 601])
    def test_long_numbers(self, digits):
        """Up to 600 digits are read, with a sign too; more are refused."""
        for sign, one in (("", 1), ("-", -1)):
            text = _interval(sign + "9" * digits)
            if digits == 600:
                assert wire.from_json(Interval, text).least == one * int("9" * 600)
            else:
                assert [path for path, _ in problems_of(Interval, text)] == ["$.least"]

    def test_whatever_python_is_set_to_read(self):
        """The longest number is read where Python is set to read the least that it can be."""
        before = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(sys.int_info.str_digits_check_threshold)
        try:
            assert wire.from_json(Interval, _interval("9" * 600)).least > 0
            assert problems_of(Interval, _interval("9" * 601))
        finally:
            sys.set_int_max_str_digits(before)

    def test_a_key_twice(self):
        """A key that stands twice is told at its place, wherever it is, with the other problems."""
        text = wire.to_json(Quantity(Interval(1, 2), "x"))
        text = text.replace('"least": 1', '"least": 1, "most": 3, "least": "1"')
        text = text.replace('"unit": "x"', '"unit": "x", "unit": "x"')
        twice = "expected this key once, got it again"
        assert problems_of(Quantity, text) == [
            ("$.value.interval.least", twice),
            ("$.value.interval.least", "expected a whole number, got '1'"),
            ("$.value.interval.most", twice),
            ("$.unit", twice),
        ]

    @pytest.mark.parametrize("key", ["format", "value", "interval"])
    def test_a_key_twice_anywhere(self, key):
        """So it is in the head and below a name."""
        text = wire.to_json(Quantity(Interval(1, 2), "x"))
        pair = f'"{key}": {{"least": 1, "most": 2}}' if key == "interval" else f'"{key}": 3'
        doubled = text.replace(f'"{key}":', f'{pair}, "{key}":')
        ((path, message),) = problems_of(Quantity, doubled)
        assert path.endswith(f".{key}")
        assert message == "expected this key once, got it again"

    def test_a_key_twice_where_no_object_is_due(self):
        """An object with a key twice is an object where another value is expected."""
        told = problems_of(Interval, _interval('{"a": 1, "a": 2}'))
        assert told == [("$.least", "expected a whole number, got an object")]

    @pytest.mark.parametrize("text", ["\\u0000", "\\ud800", "\\udc00\\ud800"])
    def test_escapes_that_are_no_text(self, text):
        """JSON can escape what is no text; it is refused in values and harmless in keys."""
        told = problems_of(Quantity, wire.to_json(Quantity(1, "x")).replace('"x"', f'"{text}"'))
        ((path, message),) = told
        assert path == "$.unit"
        assert message.startswith("expected text without a NUL character")
        ((path, message),) = problems_of(Interval, _interval(f'1,"{text}":1'))
        assert path.isprintable()
        assert path.startswith("$['")

    @pytest.mark.parametrize("write", [printed, printed_canonically])
    @pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
    def test_no_other_words_are_written(self, write, number):
        """JSON has no word for what is no number, and none is made up."""
        with pytest.raises(ValueError, match="not JSON compliant"):
            write([number])

    @given(st.text())
    def test_any_text(self, text):
        """Any text at all is refused as a document."""
        assert problems_of(Interval, text)

    @given(st.binary())
    def test_any_bytes(self, text):
        """So are any bytes."""
        assert problems_of(Interval, text)


class TestDepth:
    """What is nested too deep is refused before it can exhaust anything."""

    @pytest.mark.parametrize("depth", [MOST_LEVELS + 1, 10_000, 1_000_000])
    @pytest.mark.parametrize(
        ("opening", "closing"), [("[", "]"), ('{"a":', "}"), ('{"children":[', "]}")]
    )
    def test_json(self, opening, closing, depth):
        """Ten thousand levels and more, closed or not, are one problem."""
        assert problems_of(Finding, opening * depth + "1" + closing * depth) == TOO_DEEP
        assert problems_of(Finding, opening * depth)

    @pytest.mark.parametrize("depth", [MOST_LEVELS + 1, 100_000])
    def test_data(self, depth):
        """So are as many levels of lists or objects."""
        rows, objects = [], {}
        for _ in range(depth):
            rows, objects = [rows], {"a": objects}
        assert problems_of(Finding, rows) == TOO_DEEP
        assert problems_of(Finding, _finding(children=rows)) == TOO_DEEP
        assert problems_of(Finding, objects) == TOO_DEEP

    def test_the_last_level_that_is_read(self):
        """Findings are read as deep as they are written, and one deeper is neither."""
        finding = Finding(Verdict.MET, "x")
        for _ in range(MOST_LEVELS // 2 - 1):
            finding = Finding(Verdict.MET, "x", children=(finding,))
        assert wire.from_json(Finding, wire.to_json(finding)) == finding
        with pytest.raises(InvalidDocument) as caught:
            wire.to_dict(Finding(Verdict.MET, "x", children=(finding,)))
        assert [(each.path, each.message) for each in caught.value.problems] == TOO_DEEP

    def test_what_is_too_deep_to_write(self):
        """A finding of ten thousand levels can be made, and is refused as a document."""
        finding = Finding(Verdict.MET, "x")
        for _ in range(10_000):
            finding = Finding(Verdict.MET, "x", children=(finding,))
        for write in (wire.to_dict, wire.to_json):
            with pytest.raises(InvalidDocument) as caught:
                write(finding)
            assert [(each.path, each.message) for each in caught.value.problems] == TOO_DEEP

    def test_what_holds_itself(self):
        """A list or an object that holds itself has no end of levels."""
        rows, objects = [], _finding()
        rows.append(rows)
        objects["children"] = [objects]
        assert problems_of(Finding, rows) == TOO_DEEP
        assert problems_of(Finding, _finding(children=rows)) == TOO_DEEP
        assert problems_of(Finding, objects) == TOO_DEEP

    def test_what_holds_itself_twice(self):
        """One that holds itself twice has too many values before it has too many levels."""
        rows = []
        rows += [rows, rows]
        assert problems_of(Portfolio, {"applications": rows}) == TOO_LARGE

    def test_the_same_part_in_many_places(self):
        """Parts shared on every level count as often as they would be read."""
        finding = _finding()
        del finding["format"], finding["type"]
        for _ in range(40):
            finding = {**finding, "children": [finding, finding]}
        assert problems_of(Finding, _finding(children=[finding])) == TOO_LARGE

    def test_the_same_part_in_a_few_places(self):
        """A part that stands in two places is read in both."""
        finding = _finding(missing=[])
        del finding["format"], finding["type"]
        read = wire.from_dict(Finding, _finding(children=[finding, finding]))
        assert read.children[0] == read.children[1]


class TestForeign:
    """Only plain data is data; what merely behaves like it may do anything."""

    @pytest.mark.parametrize(
        ("foreign", "got"),
        [
            (OrderedDict(APPLICATION), "a OrderedDict"),
            (defaultdict(dict, APPLICATION), "a defaultdict"),
            (tuple(APPLICATION.items()), "a tuple"),
            (b"{}", "a bytes"),
            (object(), "a object"),
            (type("X" * 100, (), {})(), f"a {'X' * 60}…"),
        ],
    )
    def test_as_a_document(self, foreign, got):
        """Another mapping is no object: it could answer otherwise the second time."""
        with pytest.raises(InvalidDocument) as caught:
            wire.from_dict(Application, foreign)
        assert str(caught.value) == f"$: expected an object, got {got}"

    @pytest.mark.parametrize("value", [{1}, (1,), 1j, date(2026, 1, 1), Fraction(1), ..., print])
    def test_as_a_value(self, value):
        """No other value of Python is taken for a text, a number or a list."""
        for key in APPLICATION.keys() - {"format", "type"}:
            ((path, message),) = problems_of(Application, {**APPLICATION, key: value})
            assert path == f"$.{key}"
            assert message.endswith(f", got a {type(value).__name__}")

    def test_numbers_of_another_kind(self):
        """A member of an enum of numbers is not written as anything but its number."""
        number = IntEnum("number", ["ONE"]).ONE
        assert wire.to_dict(Interval(number)) == INTERVAL
        assert type(wire.to_dict(Interval(number))["least"]) is int
        assert problems_of(Interval, {**INTERVAL, "least": number}) == [
            ("$.least", "expected a whole number, got a number")
        ]

    @pytest.mark.parametrize(
        ("key", "got"), [(1, "1"), (None, "null"), (("id",), "a tuple"), (b"id", "a bytes")]
    )
    def test_keys(self, key, got):
        """A key that is no text is told at its object, first, beside the other problems."""
        told = problems_of(Interval, {**INTERVAL, "least": "1", key: 3})
        assert told == [
            ("$", f"expected keys that are text, got {got}"),
            ("$.least", "expected a whole number, got '1'"),
        ]

    @pytest.mark.parametrize(
        ("key", "expected"),
        [("format", "'wselr_rules/1' or 'wselr_rules/2'"), ("type", "'Interval'")],
    )
    def test_a_head_that_says_yes(self, key, expected):
        """What is equal to everything is still no text."""

        class Yes:
            __hash__ = None

            def __eq__(self, other):
                return True

        told = problems_of(Interval, {**INTERVAL, key: Yes()})
        assert told == [(f"$.{key}", f"expected {expected}, got a Yes")]

    def test_keys_of_tables(self):
        """So it is in a table and below a name."""
        told = problems_of(Finding, _finding(arguments={1: 2}, readings={"a": 1, 3: "b"}))
        assert told == [
            ("$.arguments", "expected keys that are text, got 1"),
            ("$.readings", "expected keys that are text, got 3"),
            ("$.readings.a", "expected text, got 1"),
        ]

    def test_keys_that_raise(self):
        """A key that cannot be compared with the one that is asked for does no harm."""

        class Key:
            def __hash__(self):
                return hash("least")

            def __eq__(self, other):
                raise RuntimeError

        document = {key: value for key, value in INTERVAL.items() if key != "least"}
        assert problems_of(Interval, {Key(): 1, **document}) == [
            ("$", "expected keys that are text, got a Key"),
            ("$.least", "expected a whole number, got nothing: the key is missing"),
        ]


class TestNotWritten:
    """What no document can hold is refused when it is written, at its place."""

    @pytest.mark.parametrize("name", ["a\0b", "\ud800"])
    def test_text(self, name):
        """A name that JSON or a database would lose is not written."""
        plan = ActionPlan([Action("a", "x", {2024}), Action("b", "x", {2024}, name)])
        with pytest.raises(InvalidDocument) as caught:
            wire.to_dict(plan)
        (problem,) = caught.value.problems
        assert problem.path == "$.actions[1].title"
        assert problem.message.endswith(f"surrogate pair, got {name!r}")

    def test_numbers(self):
        """A count of a thousand digits is not written, nor shown."""
        with pytest.raises(InvalidDocument) as caught:
            wire.to_json(Municipality("44021", "\0", inhabitants=10**1000))
        assert [problem.path for problem in caught.value.problems] == ["$.name", "$.inhabitants"]
        assert caught.value.__suppress_context__

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"sentences": ("a", 1)}, "$.sentences[1]"),
            ({"missing": ("a",)}, "$.missing[0]"),
            ({"arguments": {"a": True}}, "$.arguments.a"),
            ({"arguments": {"a": (1, "b")}}, "$.arguments.a"),
            ({"arguments": {"a": date}}, "$.arguments.a"),
            ({"arguments": {1: 2}}, "$.arguments['1']"),
            ({"arguments": {LegalForm.OTHER: 2}}, "$.arguments.andere"),
            ({"arguments": {"a": ("\0",)}}, "$.arguments.a[0]"),
            ({"observed": Interval(1)}, "$.observed"),
            ({"observed": Quantity((DAY,), "x")}, "$.observed.value"),
            ({"due": "2026-01-01"}, "$.due"),
            ({"criterion": None}, "$.criterion"),
        ],
    )
    def test_another_type(self, fields, path):
        """Nor is a field that holds something else than its annotation says."""
        with pytest.raises(InvalidDocument) as caught:
            wire.to_dict(Finding(Verdict.MET, "x", **fields))
        assert [problem.path for problem in caught.value.problems] == [path]


class TestVeryMuch:
    """Large documents take time in proportion, and very many problems are not all told."""

    def test_a_hundred_thousand_problems(self):
        """The first thousand are told, in order, and that there are more."""
        document = changed(APPLICATION, "plan", "actions", to=[None] * 100_000)
        told = problems_of(Application, document)
        assert len(told) == MOST_PROBLEMS + 1
        assert told[0] == ("$.plan.actions[0]", "expected an object, got null")
        assert told[-2] == (f"$.plan.actions[{MOST_PROBLEMS - 1}]", "expected an object, got null")
        assert told[-1] == ("$", f"has more problems than these {MOST_PROBLEMS}")

    @pytest.mark.parametrize("many", [MOST_PROBLEMS, MOST_PROBLEMS + 1, 100_000])
    def test_many_keys(self, many):
        """Unknown keys, keys that are no text and keys that stand twice are limited alike."""
        unknown = problems_of(Interval, INTERVAL | {f"k{n}": n for n in range(many)})
        numbers = problems_of(Interval, INTERVAL | dict.fromkeys(range(many)))
        pairs = ",".join(f'"k{n}":1' for n in range(many))
        twice = problems_of(Interval, _interval(f"1,{pairs},{pairs}"))
        for told in (unknown, numbers, twice):
            assert len(told) == min(many, MOST_PROBLEMS) + (many > MOST_PROBLEMS or told is twice)

    @pytest.mark.parametrize("more", [0, 1])
    def test_keys_that_stand_twice(self, more):
        """Where they are all that is wrong, as many are told as may be, and that there are more."""
        pairs = ",".join(f'"k{n}":1' for n in range(MOST_PROBLEMS + more))
        text = wire.to_json(Finding(Verdict.MET, "x")).replace(
            '"arguments": {}', f'"arguments": {{{pairs},{pairs}}}'
        )
        told = problems_of(Finding, text)
        twice = "expected this key once, got it again"
        assert told[:MOST_PROBLEMS] == [(f"$.arguments.k{n}", twice) for n in range(MOST_PROBLEMS)]
        assert (
            told[MOST_PROBLEMS:] == [("$", f"has more problems than these {MOST_PROBLEMS}")] * more
        )

    def test_the_most_values(self):
        """As many values are read as may be, the document and each part among them; no more."""
        part = [0] * 19_998
        document = [*[part] * 1000, *[0] * 999]
        assert 1 + len(document) + 1000 * len(part) == MOST_VALUES
        assert check_size(document) is None
        with pytest.raises(Unfit) as caught:
            check_size([*document, 0])
        assert [(each.steps, each.message) for each in caught.value.faults] == [
            ((), f"expected at most {MOST_VALUES} values, got more")
        ]

    def test_twice_as_much_takes_about_twice_as_long(self):
        """Reading and refusing are linear in the members, right and wrong ones."""

        def document(number, **changes):
            members = []
            for code in range(number):
                member = deepcopy(FIRST_MEMBER)
                member["municipality"]["nis_code"] = f"{90_000 + code}"
                member["municipality"]["territory"] = [f"{90_000 + code}"]
                members.append(member | changes)
            return json.dumps(changed(APPLICATION, "regieverband", "memberships", to=members))

        def seconds(text):
            best = 60.0
            for _ in range(3):
                before = process_time()
                problems_of(Application, text)
                best = min(best, process_time() - before)
            return best

        for changes in ({}, {"since": "x"}, {"until": "2020-01-02"}):
            small, large = (document(number, **changes) for number in (250, 2000))
            assert seconds(large) < 8 * 3 * seconds(small) + 0.01


class TestAnything:
    """Any plain data is a value of a type, or no document of it; nothing else happens."""

    @settings(max_examples=examples(100))
    @given(st.data())
    def test_any_fields(self, data):
        """Whatever stands in the fields, only a document can be invalid."""
        kind = data.draw(st.sampled_from(sorted(VALUES, key=lambda each: each.__name__)))
        names = list(wire.to_dict(data.draw(VALUES[kind])))
        values = st.recursive(
            st.none()
            | st.booleans()
            | st.integers()
            | st.floats()
            | st.text(max_size=5)
            | st.dates().map(date.isoformat)
            | st.sampled_from(["44021", "gemeente", "kempen", "0.00", "1/1", "met", "a"]),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(names) | st.text(max_size=3), inner, max_size=4)
            ),
            max_leaves=8,
        )
        fields = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(names, values)))
        document = fields | {"format": "wselr_rules/2", "type": kind.__name__}
        for text in (document, json.dumps(document)):
            for path, message in problems_of(kind, text):
                assert path.startswith("$")
                assert message
                assert len(message) < 1000

    def test_days_that_are_far_apart(self):
        """The first and the last day that there are make no entity stumble."""
        document = deepcopy(APPLICATION)
        document["regieverband"]["memberships"][0]["since"] = "0001-01-01"
        document["regieverband"]["memberships"][1]["until"] = "9999-12-31"
        document["regieverband"]["recognised_on"] = (date.max - timedelta(1)).isoformat()
        assert problems_of(Application, document) == []
