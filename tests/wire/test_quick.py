"""The quick way to read and to write gives what the exact way gives, or leaves it to that one."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drawing import examples
from tests.hostile.mutating import case, drawn
from tests.hostile.reading import attempt, forms
from tests.wire.drawn import VALUES
from tests.wire.every_kind import KINDS
from tests.wire.samples import APPLICATION, FIRST_MEMBER

from wselr_rules import Application, FrozenMap, InvalidDocument, Verdict, wire
from wselr_rules.domain.history import History
from wselr_rules.wire import documents, quick_reading, quick_writing
from wselr_rules.wire.composed import (
    Choice,
    MapKind,
    RowKind,
    SetKind,
    TagKind,
    TupleKind,
)
from wselr_rules.wire.documents import DOCUMENTS, kind_of_document
from wselr_rules.wire.faults import Unfit
from wselr_rules.wire.json_text import printed
from wselr_rules.wire.kinds import EntityKind, PairKind, fields_of
from wselr_rules.wire.plain import Doubled, Literal
from wselr_rules.wire.quick_reading import reader_of
from wselr_rules.wire.quick_writing import writer_of
from wselr_rules.wire.scalars import DAY, WHOLE, EnumKind, Scalar

FAILED = "left to the exact way"


class Text(str):
    __slots__ = ()


class Row(list[object]):
    __slots__ = ()


class Number(IntEnum):
    ONE = 1


def doubled(pairs):
    """Return an object as it is read from JSON in which a key stands twice."""
    made = Doubled(pairs)
    made.doubles = tuple(pairs)[:1]
    return made


TURN = {"since": "2024-01-01", "value": None}
#: Plain data, and what only looks like it: right for some kind, and for most of them wrong.
PLAIN: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2**63, -(2**64), 10**599, 10**600, -(10**600), 3.7),
    *("", "x", "é", "a\0b", "é\0", "\ud800", "met", "plan", "never", "WSE-LR1", "regio-gent"),
    *("2024-02-29", "2023-02-29", "20240101", "2024-W01-1", "2024-1-01", "0000-01-01", "2024-01"),
    *("\uff12\uff10\uff12\uff14-01-01", " 2024-01-01", "2024-01-01T00", "1.00", "01.00", "1.0"),
    *("1/2", "2/4", "0/1", "-1/3", Text("x"), Text("met"), Text("2024-01-01"), Text("1.00")),
    *([], ["x"], ["x", "x"], [1, 1], [1, 2], [True, 1], [True], ["met"], ["plan", "met"]),
    *(["plan", "met", "met"], ["met", "plan"], [None], [[]], [{}], Row(), Row(["x"]), (), ("x",)),
    *({}, {"date": "2024-01-01"}, {Text("date"): "2024-01-01"}, {"x": 1}, {"x": "x"}, {1: "x"}),
    *({"date": "2024-01-01", "x": 1}, {Text("x"): "x"}, {"met": 1}, {Text("met"): "1/2"}, TURN),
    *({**TURN, "x": 1}, {Text("since"): "2024-01-01", "value": None}, {"since": None}),
    *({"initial": None, "changes": [TURN]}, {"initial": None, "changes": [TURN, TURN]}),
    *(OrderedDict(), OrderedDict(x="x"), doubled({"x": "x"}), doubled(TURN), doubled({})),
    *(Literal("3.7"), b"x", 1j, ..., object(), Number.ONE, Verdict.MET, date(2024, 1, 1)),
)
#: Values, right for some kind, and for most of them wrong.
VALUES_OF_ANY: tuple[Any, ...] = (
    *(None, True, 0, 2**64, 10**600, 3.7, "", "é", "a\0b", "\ud800", Text("x"), Number.ONE),
    *(Verdict.MET, date(2024, 1, 1), datetime(2024, 1, 1), Decimal("1.00"), Decimal("0.001")),  # noqa: DTZ001
    *(Decimal("NaN"), Fraction(1, 2), Fraction(1, 10**600), (), ("x",), ("plan", Verdict.MET)),
    *((date(2024, 1, 1), None), (date(2024, 1, 1), 1, 2), (1, 2), (None,), [], ["x"], Row()),
    *(frozenset(), frozenset({"b", "a"}), frozenset({1, 2}), frozenset({Verdict.MET}), {1}),
    *(frozenset({"\0"}), FrozenMap(), FrozenMap({"x": "x"}), FrozenMap({1: 1}), {}, {"x": "x"}),
    *(FrozenMap({Verdict.MET: 1}), History(None), History(1, [(date(2024, 1, 1), 2)]), object()),
)


def _rows(kind):
    return TupleKind(kind, by_items=True)


KINDS_BY_NAME = {kind.entity.__name__: kind for kind in DOCUMENTS.values()}


def quickly(act, given):
    """Return what is made quickly, or that it is left to the exact way."""
    try:
        return act(given)
    except Exception:  # noqa: BLE001 -- it may fail in any way
        return FAILED


def exactly(act, given):
    """Return what is made exactly, or what is wrong."""
    try:
        return act(given)
    except Unfit as error:
        return error


def _told(kind, value):
    """Return a value in words that tell 1 from true."""
    return printed([kind.write(value)])


class TestAnythingRead:
    """Whatever is given as any kind, the quick way reads it as the exact one, or does not."""

    def test_every_sort_of_kind_is_tried(self):
        """Among the kinds in the documents there is each sort that there is."""
        sorts = {Choice, EntityKind, EnumKind, MapKind, PairKind, RowKind, Scalar, SetKind}
        assert {type(each) for each in KINDS} >= sorts | {TagKind, TupleKind}

    @pytest.mark.parametrize("plain", PLAIN, ids=range(len(PLAIN)))
    def test_as_any_kind(self, plain):
        """It is read to the same value, or left."""
        for kind in KINDS:
            read = quickly(reader_of(kind), plain)
            if read is not FAILED:
                exact = kind.read(plain)
                assert read == exact
                assert type(read) is type(exact)
                assert _told(kind, read) == _told(kind, exact)

    @pytest.mark.parametrize("tag", ["x", Text("date")])
    def test_another_tag(self, tag):
        """Below another tag it is nothing that may stand there, alone or in a list."""
        dated = TagKind("date", DAY)
        for option, right in ((dated, {"date": "2024-01-01"}), (_rows(dated), [])):
            read = reader_of(Choice((option, WHOLE)))
            wrong = {tag: "2024-01-01"}
            assert quickly(read, right) is not FAILED
            assert quickly(read, wrong if option is dated else [wrong]) is FAILED

    @pytest.mark.parametrize(
        "change",
        [
            lambda pairs: {Text(key): value for key, value in pairs.items()},
            lambda pairs: {**pairs, "x": None},
            lambda pairs: {**pairs, 1: None},
            lambda pairs: dict(list(pairs.items())[1:]),
            lambda pairs: {"x": None} | dict(list(pairs.items())[1:]),
            OrderedDict,
            doubled,
        ],
        ids=["keys", "one more", "no text", "one less", "another", "ordered", "doubled"],
    )
    def test_another_object(self, change):
        """An object with other keys, or of another type, is no entity to it."""
        for name in ("municipality", "provenance"):
            kind = fields_of(KINDS_BY_NAME["Membership"])[name]
            entity = FIRST_MEMBER["municipality"]
            pairs = entity if name == "municipality" else entity["provenance"]["inhabitants"]
            assert quickly(reader_of(kind), pairs) is not FAILED
            assert quickly(reader_of(kind), change(pairs)) is FAILED


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
class TestWhatIsRight:
    """What is right takes the quick way, and ends where the exact one does."""

    @settings(max_examples=examples(20))
    @given(st.data())
    def test_there_and_back(self, kind, data):
        """It is written alike and read alike, without the exact way being asked."""
        value, entity = data.draw(VALUES[kind]), kind_of_document(kind)
        plain = writer_of(entity)(value)
        assert printed(plain) == printed(entity.write(value))
        assert reader_of(entity)(plain) == entity.read(plain) == value

    def test_no_kind_is_made_twice(self, kind):
        """Its reader and its writer are made once."""
        entity = kind_of_document(kind)
        assert reader_of(entity) is reader_of(entity)
        assert writer_of(entity) is writer_of(entity)


class TestAnyDocument:
    """Documents changed at random come out alike, down to the letter of what is wrong."""

    def test_alike(self, monkeypatch):
        """With the exact way alone, values and problems are those that there are with both."""
        made = drawn(examples(6))
        cases = [case(made, f"quick:{number}") for number in range(examples(3000))]
        asked = [(each.kind, form) for each in cases for form in forms(each)]
        found = [attempt(*each) for each in asked]
        monkeypatch.setattr(documents, "read", lambda kind, plain: kind.read(plain))
        assert {isinstance(each, InvalidDocument) for each in found} == {True, False}
        for (kind, form), one in zip(asked, found, strict=True):
            other = attempt(kind, form)
            assert type(one) is type(other)
            if isinstance(one, InvalidDocument):
                assert one.problems == other.problems
            else:
                assert one == other
                assert wire.to_json(one) == wire.to_json(other)

    def test_the_exact_way_is_not_asked(self, monkeypatch):
        """Of a document that is right no kind is asked."""
        value = wire.from_dict(Application, APPLICATION)
        for way in ("read", "write"):
            monkeypatch.setattr(EntityKind, way, None)
        assert wire.from_dict(Application, APPLICATION) == value
        assert wire.to_dict(value) == APPLICATION

    def test_the_exact_way_tells(self):
        """Of what is left to it, the exact way tells what is wrong, or what it is."""
        entity = KINDS_BY_NAME["Derogation"]
        for pairs in ({"since": "2024-01-01", "until": "x"}, {}, None):
            one = exactly(lambda plain: quick_reading.read(entity, plain), pairs)
            assert one.faults == exactly(entity.read, pairs).faults
        with pytest.raises(Unfit, match="a value of the type Derogation"):
            quick_writing.write(entity, 1)
        history = next(kind for kind in KINDS if getattr(kind, "entity", None) is History)
        for value in (1, History(1.5)):
            one = exactly(lambda value: quick_writing.write(history, value), value)
            assert one.faults == exactly(history.write, value).faults


class TestAnythingWritten:
    """Whatever is given as any kind, the quick way writes it as the exact one, or does not."""

    @pytest.mark.parametrize("value", VALUES_OF_ANY, ids=range(len(VALUES_OF_ANY)))
    def test_as_any_kind(self, value):
        """It is written to the same plain data, or left."""
        for kind in KINDS:
            written = quickly(writer_of(kind), value)
            if written is not FAILED:
                assert printed(written) == printed(kind.write(value))
