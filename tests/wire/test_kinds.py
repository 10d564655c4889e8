"""What an annotation says is what a field is read and written as."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import field, frozen

from wselr_rules.checks import to_tuple
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import InvalidCount, WrongValue
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.terms import LegalForm
from wselr_rules.wire.composed import Choice, TupleKind
from wselr_rules.wire.entities import EntityReader
from wselr_rules.wire.faults import Unfit
from wselr_rules.wire.kinds import EntityKind, fields_of, kind_of
from wselr_rules.wire.scalars import TEXT, WHOLE

DAY = date(2026, 1, 1)
TURN = {"since": "2026-01-01", "value": 3}


def _faults(act, value):
    with pytest.raises(Unfit) as caught:
        act(value)
    return [(fault.steps, fault.message) for fault in caught.value.faults]


class TestByAnnotation:
    """Each form of annotation that a field may have has a kind."""

    @pytest.mark.parametrize(
        ("annotation", "value", "plain"),
        [
            (int, 3, 3),
            (bool, True, True),
            (LegalForm, LegalForm.OTHER, "andere"),
            (tuple[int, ...], (3, 3), [3, 3]),
            (frozenset[int], frozenset({10, 9}), [9, 10]),
            (FrozenMap[LegalForm, int], FrozenMap({LegalForm.OTHER: 3}), {"andere": 3}),
            (tuple[date, int], (DAY, 3), TURN),
            (tuple[tuple[date, int], ...], ((DAY, 3),), [TURN]),
            (tuple[str, LegalForm], ("a", LegalForm.OTHER), ["a", "andere"]),
        ],
    )
    @pytest.mark.parametrize("or_none", [False, True])
    def test_there_and_back(self, annotation, value, plain, or_none):
        """Alone or with None, it is written in its form and read back."""
        kind = kind_of(annotation | None if or_none else annotation)
        assert kind.takes(plain)
        assert kind.holds(value)
        assert kind.write(value) == plain
        assert kind.read(plain) == value
        assert kind.takes(None) == kind.holds(None) == or_none

    @pytest.mark.parametrize(
        ("annotation", "expected"),
        [
            (tuple[int, ...], "a list"),
            (frozenset[int], "a list"),
            (FrozenMap[str, int], "an object"),
            (tuple[date, int], "an object"),
            (tuple[str, int], "a list of 2"),
            (int, "a whole number"),
        ],
    )
    def test_what_else_it_is_not(self, annotation, expected):
        """What is of another kind is neither read nor written."""
        kind = kind_of(annotation)
        assert not kind.takes("x")
        assert not kind.holds("x")
        assert _faults(kind.read, "x") == [((), f"expected {expected}, got 'x'")]
        assert _faults(kind.write, "x") == [((), f"expected {expected}, got 'x'")]
        assert _faults(kind_of(annotation | None).write, "x") == [
            ((), f"expected {expected} or null, got 'x'")
        ]

    def test_terms_come_before_text(self):
        """Text that is the value of a term is that term, any other text is itself."""
        kind = kind_of(str | LegalForm)
        assert [kind.read("andere"), kind.read("anders")] == [LegalForm.OTHER, "anders"]
        assert [kind.write(LegalForm.OTHER), kind.write("anders")] == ["andere", "anders"]

    def test_null_is_told_last(self):
        """Wherever an annotation has it; no other test may ask for this one, which is kept."""
        assert kind_of(None | tuple[str, bool]).expected == "a list of 2 or null"

    @pytest.mark.parametrize("wrong", [[], ["a"], ["a", 1, 1]])
    def test_a_couple_has_two_items(self, wrong):
        """A list of another length is no couple, and neither is such a tuple."""
        kind = kind_of(tuple[str, int])
        assert not kind.takes(wrong)
        assert not kind.holds(tuple(wrong))
        assert _faults(kind.read, wrong) == [((), "expected a list of 2, got a list")]
        assert _faults(kind.write, tuple(wrong)) == [((), "expected a list of 2, got a tuple")]
        told = [((0,), "expected text, got 1"), ((1,), "expected a whole number, got 'a'")]
        assert _faults(kind.read, [1, "a"]) == told
        assert _faults(kind.write, (1, "a")) == told

    def test_terms_of_two_kinds(self):
        """Two terms may have one value, so each stands below the name of its kind."""
        kind = kind_of(LegalForm | Verdict | None)
        assert kind.write(LegalForm.OTHER) == {"legal_form": "andere"}
        assert kind.read({"verdict": "met"}) is Verdict.MET
        assert kind.read(None) is None
        expected = "expected {'legal_form': ...}, {'verdict': ...} or null, got 'met'"
        assert _faults(kind.read, "met") == [((), expected)]

    def test_yes_or_no_has_no_name(self):
        """True and false are told from anything, also where other kinds have names."""
        kind = kind_of(bool | tuple[int, ...] | tuple[str, ...])
        assert kind.write(True) is kind.read(True) is True  # noqa: FBT003 -- the value itself
        assert kind.read([1]) == (1,)

    def test_one_of_two_entities(self):
        """An object does not say what it is of, so it stands below the name of the entity."""
        kind = kind_of(Pair | TwoWords | None)
        plain = {"pair": {"one": 1, "other": 2, "rest": [1]}}
        assert kind.write(Pair(1, 2, (1,))) == plain
        assert kind.read(plain) == Pair(1, 2, (1,))
        assert kind.write(TwoWords("a")) == {"two_words": {"text": "a"}}
        assert kind.read({"two_words": {"text": "a"}}) == TwoWords("a")
        assert kind.read(None) is kind.write(None) is None
        expected = "expected {'pair': ...}, {'two_words': ...} or null, got an object"
        assert _faults(kind.read, {"text": "a"}) == [((), expected)]
        missing = "expected text, got nothing: the key is missing"
        assert _faults(kind.read, {"two_words": {}}) == [(("two_words", "text"), missing)]

    def test_one_entity_has_no_name(self):
        """Beside text, terms and null an object is of one entity only."""
        kind = kind_of(TwoWords | LegalForm | int | None)
        assert kind.write(TwoWords("a")) == {"text": "a"}
        assert kind.read({"text": "a"}) == TwoWords("a")

    def test_a_list_of_choices(self):
        """A list is told apart by all of its items, which may be choices themselves."""
        kind = TupleKind(Choice((TEXT, WHOLE)), by_items=True)
        assert kind.takes(["a", 1])
        assert not kind.takes(["a", None])
        assert kind.holds(("a", 1))
        assert not kind.holds(("a", None))

    def test_every_wrong_item_of_a_set_is_told(self):
        """Where a set is written, what cannot be is told, always in the same order."""
        faults = _faults(kind_of(frozenset[str]).write, frozenset({"a", "\0", "\ud800"}))
        assert len(faults) == 2
        assert faults == _faults(kind_of(frozenset[str]).write, frozenset({"\ud800", "\0", "a"}))


def _count(owner: object, attribute: Any, value: int) -> None:
    if value < 0:
        raise InvalidCount(type(owner).__name__, attribute.name, value)


@frozen
class Pair:
    """An entity made for these tests."""

    one: int = field(validator=_count)
    other: int = field(default=0, validator=_count)
    rest: tuple[int, ...] = field(default=(), converter=to_tuple)
    sum: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Refuse what does not belong together."""
        if self.one > self.other:
            raise WrongValue("Pair.other", "at least one", self.other)
        if sum(self.rest) > self.other:
            raise WrongValue("a sum", "at most other", self.rest)
        object.__setattr__(self, "sum", self.one + self.other // len(self.rest))


@frozen
class TwoWords:
    """Another entity made for these tests."""

    text: str


class TestEntities:
    """An entity is read of all its fields, and refuses by its own errors."""

    KIND = EntityKind(Pair)

    def test_fields(self):
        """Its fields are those that its constructor takes, in order, with or without default."""
        assert list(fields_of(self.KIND)) == ["one", "other", "rest"]
        assert self.KIND.read({"rest": [1], "one": 1, "other": 2}) == Pair(1, 2, (1,))
        assert self.KIND.write(Pair(1, 2, (1,))) == {"one": 1, "other": 2, "rest": [1]}

    def test_every_field_is_refused_by_itself(self):
        """Two validators that refuse are both told, in the order of the document."""
        told = _faults(self.KIND.read, {"rest": [], "other": -2, "one": -1})
        assert told == [
            (("other",), "Pair: other must be a whole number of at least 0, got -2"),
            (("one",), "Pair: one must be a whole number of at least 0, got -1"),
        ]

    def test_a_contradiction_is_told_at_the_field_it_names(self):
        """If it names none, it is told at the entity."""
        told = _faults(self.KIND.read, {"one": 2, "other": 1, "rest": []})
        assert told == [(("other",), "Pair.other: expected at least one, got 1")]
        told = _faults(self.KIND.read, {"one": 1, "other": 1, "rest": [2]})
        assert told == [((), "a sum: expected at most other, got (2,)")]

    def test_a_long_message_is_cut(self):
        """What an entity says of itself is shown in a bounded length."""
        ((steps, message),) = _faults(self.KIND.read, {"one": 1, "other": 1, "rest": [2] * 999})
        assert steps == ()
        assert len(message) == 301
        assert message.endswith("…")

    def test_our_own_mistakes_are_no_problems_of_a_document(self):
        """An error that is none of the library's is not hidden in one."""
        with pytest.raises(ZeroDivisionError):
            self.KIND.read({"one": 1, "other": 1, "rest": []})

        class Mistaken:
            def read(self, plain):
                raise ZeroDivisionError(plain)

        kinds = dict.fromkeys(fields_of(self.KIND), Mistaken())
        with pytest.raises(ZeroDivisionError):
            EntityReader(Pair, kinds).read({"one": 1, "other": 1, "rest": []})

    def test_a_subclass_is_not_written_as_its_parent(self):
        """What is made of an entity by someone else may hold more than its fields."""

        class Child(Pair):
            """More than a pair."""

        told = _faults(self.KIND.write, Child(1, 2, (1,)))
        assert told == [((), "expected a value of the type Pair, got a Child")]
