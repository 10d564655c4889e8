"""Checks on plain values: they refuse what is malformed and coerce nothing."""

from __future__ import annotations

from datetime import date, datetime
from enum import IntEnum
from types import MappingProxyType

import pytest
from attrs import field, frozen

from wselr_rules import Beneficiary
from wselr_rules.checks import (
    a_day,
    an_id,
    instance,
    instances,
    is_count,
    is_day,
    is_nis_code,
    or_none,
    text,
    to_frozenset,
    to_map,
    to_tuple,
    unique_ids,
)
from wselr_rules.errors import DuplicateId, EmptyId, WrongType, WrongValue
from wselr_rules.frozen_map import FrozenMap

NOON = datetime(2024, 1, 1, 12)  # noqa: DTZ001


class _Number(IntEnum):
    SEVEN = 7


@pytest.fixture
def thing():
    """Make a class to try the checks on, with checks that are made for this test."""

    @frozen(kw_only=True)
    class Thing:
        id: object = field(default="a", validator=an_id)
        day: object = field(default=date(2024, 1, 1), validator=a_day)
        title: object = field(default="", validator=text)
        number: object = field(default=1, validator=instance(int, "a number"))
        numbers: object = field(default=(1,), validator=instances(int, "numbers"))
        maybe: object = field(default=None, validator=or_none(instance(int, "a number")))

    return Thing


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        (date(2024, 2, 29), True),
        (date.min, True),
        (NOON, False),
        ("2024-01-01", False),
        (20240101, False),
        (None, False),
    ],
)
def test_a_day_is_a_date_without_a_time(value, is_one):
    """A moment is no day, and neither is a text or a number that tells one."""
    assert is_day(value) is is_one


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        (0, True),
        (1, True),
        (60_000, True),
        (_Number.SEVEN, True),
        (-1, False),
        (True, False),
        (False, False),
        (1.0, False),
        ("1", False),
        (None, False),
    ],
)
def test_a_count_is_a_whole_number_of_at_least_0(value, is_one):
    """Zero is a count; less, a truth value, a broken number or a text is none."""
    assert is_count(value) is is_one


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        ("44021", True),
        ("00000", True),
        ("4402", False),
        ("440211", False),
        ("44021\n", False),
        (" 44021", False),
        ("4402a", False),
        ("-4402", False),
        ("٤٤٠٢١", False),
        ("４４０２１", False),  # noqa: RUF001
        ("", False),
        pytest.param(44021, False, id="number"),
        pytest.param(b"44021", False, id="bytes"),
        (None, False),
    ],
)
def test_a_nis_code_is_text_of_five_digits(value, is_one):
    """Exactly five digits 0 to 9, as text, and nothing around them."""
    assert is_nis_code(value) is is_one


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("day", NOON, "a date without a time"),
        ("day", "2024-01-01", "a date without a time"),
        ("day", None, "a date without a time"),
        ("title", 1, "text"),
        ("title", None, "text"),
        ("title", b"a", "text"),
        ("id", 1, "text"),
        ("id", None, "text"),
        ("number", "1", "a number"),
        ("number", None, "a number"),
        ("maybe", "1", "a number"),
    ],
)
def test_a_value_of_another_type_is_named_with_its_field(thing, name, value, expected):
    """The error says which field of what, what was expected, and what came instead."""
    with pytest.raises(WrongType) as caught:
        thing(**{name: value})
    error = caught.value
    assert (error.field, error.expected, error.value) == (f"Thing.{name}", expected, value)


@pytest.mark.parametrize(("values", "wrong"), [((1, "2"), "2"), ((None,), None), (("a", 1), "a")])
def test_the_first_item_of_another_type_is_named(thing, values, wrong):
    """Of a collection it is the item that is named, not the collection."""
    with pytest.raises(WrongType) as caught:
        thing(numbers=values)
    error = caught.value
    assert (error.field, error.expected, error.value) == ("Thing.numbers", "numbers", wrong)


def test_what_is_well_formed_passes_as_it_is(thing):
    """Nothing is changed on the way."""
    made = thing(id=" a ", day=date.max, title=" t ", number=2, numbers=(), maybe=3)
    assert (made.id, made.day, made.title) == (" a ", date.max, " t ")
    assert (made.number, made.numbers, made.maybe) == (2, (), 3)
    assert thing(maybe=None).maybe is None


@pytest.mark.parametrize("value", ["", " ", "\t\n", "\u00a0", "\u3000"])
def test_an_id_has_a_visible_character(thing, value):
    """Nothing, or space of whatever width alone, names nothing."""
    with pytest.raises(EmptyId) as caught:
        thing(id=value)
    assert caught.value.kind == "Thing"


class TestCollections:
    """Several values become a tuple or a set that cannot change."""

    def test_in_the_order_given(self):
        """A tuple keeps the order and what stands twice; any iterable will do."""
        assert to_tuple([2, 1, 2]) == (2, 1, 2)
        assert to_tuple(each for each in (1, 2)) == (1, 2)
        assert to_tuple({"a": 1}) == ("a",)
        assert to_tuple(()) == ()

    def test_as_a_set(self):
        """A set holds each value once."""
        assert to_frozenset([2, 1, 2]) == frozenset({1, 2})
        assert type(to_frozenset({1})) is frozenset

    @pytest.mark.parametrize("convert", [to_tuple, to_frozenset])
    @pytest.mark.parametrize("value", ["ab", "", 1, None, True])
    def test_one_value_is_not_several(self, convert, value):
        """A text is one value, not its letters; a number holds no values at all."""
        with pytest.raises(WrongType) as caught:
            convert(value)
        error = caught.value
        assert (error.field, error.expected) == ("a collection", "several values")
        assert error.value is value

    def test_what_cannot_stand_in_a_set(self):
        """A value that cannot be hashed is refused with all that was given, and no other cause."""
        with pytest.raises(WrongType) as caught:
            to_frozenset([1, []])
        error = caught.value
        assert (error.field, error.expected) == ("a set", "values that can stand in a set")
        assert error.value == (1, [])
        assert error.__suppress_context__ is True


class TestUniqueIds:
    """Two things of one collection never share an id."""

    @pytest.mark.parametrize("ids", [[], ["a"], ["a", "b"], ["a", "A", " a"]])
    def test_each_its_own(self, ids):
        """Ids that differ in whatever are different ids."""
        assert unique_ids("action", ids) is None

    def test_all_that_stand_twice_are_named(self):
        """Every id that stands more than once is named once, in order."""
        with pytest.raises(DuplicateId) as caught:
            unique_ids("action", iter(["c", "a", "b", "c", "a", "a"]))
        assert (caught.value.kind, caught.value.ids) == ("action", ("a", "c"))


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\u2028", "\x00", "\ufeff\t"])
def test_an_id_without_a_visible_character(unseen):
    """Separators, controls and invisible signs alone make no id."""
    with pytest.raises(EmptyId):
        Beneficiary(unseen, working_age_population=1, job_seekers=1)


class TestMaps:
    """A mapping, or pairs, become a mapping that cannot change."""

    def test_of_any_mapping(self):
        """Of a dict, of another mapping and of pairs the same is made; a fixed one stays itself."""
        known = FrozenMap({"a": 1, "b": 2})
        pairs = (("a", 1), ("b", 2))
        for given in (dict(pairs), MappingProxyType(dict(pairs)), pairs, list(pairs), iter(pairs)):
            assert to_map(given) == known
        assert to_map(known) is known

    def test_a_copy(self):
        """What becomes of the dict that it was made of changes nothing."""
        given = {"a": 1}
        made = to_map(given)
        given["a"] = 2
        assert made == FrozenMap({"a": 1})

    @pytest.mark.parametrize("given", [None, 1, "ab", [1], [(1, 2, 3)], [([], 1)]])
    def test_of_none(self, given):
        """What is neither a mapping nor pairs is refused."""
        with pytest.raises(WrongType):
            to_map(given)

    def test_a_key_twice(self):
        """Pairs with a key that stands twice are refused."""
        with pytest.raises(WrongValue, match="keys that stand once"):
            to_map([("a", 1), ("a", 1)])


@pytest.mark.parametrize("kind", [frozenset, set, list, iter])
def test_a_set_of_any_collection(kind):
    """Of a set, a list and what gives its values one by one the same fixed set is made."""
    made = to_frozenset(kind("aba"))
    assert type(made) is frozenset
    assert made == {"a", "b"}
