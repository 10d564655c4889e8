"""A mapping that cannot change, so that values with one can hash, compare and pickle."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping, MutableMapping

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules.frozen_map import FrozenMap, frozen_map

PAIRS = st.lists(st.tuples(st.text(max_size=2), st.integers(0, 3)), max_size=5)
A_AND_B = FrozenMap({"a": 1, "b": 2})


class TestMapping:
    """It is a mapping in all but change."""

    @given(PAIRS)
    def test_it_answers_as_the_dict_of_the_same_pairs(self, pairs):
        """Length, keys in the order given, values, membership: all as a dict has them."""
        expected, found = dict(pairs), FrozenMap(pairs)
        assert dict(found) == expected == dict(found.items())
        assert list(found) == list(expected) == list(found.keys())
        assert list(found.values()) == list(expected.values())
        assert len(found) == len(expected)
        assert all(key in found and found[key] == value for key, value in expected.items())

    def test_it_is_made_of_a_mapping_of_pairs_or_of_nothing(self):
        """A mapping, pairs in any iterable, another one of its kind, or no argument."""
        assert dict(FrozenMap({"a": 1})) == {"a": 1}
        assert dict(FrozenMap(iter([("a", 1)]))) == {"a": 1}
        assert dict(FrozenMap(FrozenMap({"a": 1}))) == {"a": 1}
        assert dict(FrozenMap()) == {}

    def test_one_is_itself_where_one_is_asked_for(self):
        """It cannot change, so there is nothing to copy; of other pairs one is made."""
        assert frozen_map(A_AND_B) is A_AND_B
        assert frozen_map({"a": 1, "b": 2}) == A_AND_B
        assert frozen_map(iter(A_AND_B.items())) == A_AND_B

    def test_the_last_of_two_values_for_a_key_holds(self):
        """Of a key that stands twice the last one holds, as in a dict."""
        assert dict(FrozenMap([("a", 1), ("a", 2)])) == {"a": 2}

    def test_a_key_that_is_not_there(self):
        """A key that is not there is a KeyError that names it; ``get`` has its default."""
        with pytest.raises(KeyError, match="'c'"):
            A_AND_B["c"]
        assert A_AND_B.get("c") is None
        assert "c" not in A_AND_B

    def test_it_is_a_mapping_and_no_mutable_one(self):
        """Whoever asks for a Mapping gets one, and no one is told that it can change."""
        assert isinstance(A_AND_B, Mapping)
        assert not isinstance(A_AND_B, MutableMapping)

    def test_it_says_what_it_holds(self):
        """Its repr holds the pairs in the order given."""
        assert repr(FrozenMap({"b": 2, "a": 1})) == "FrozenMap({'b': 2, 'a': 1})"


class TestEquality:
    """It equals any other one with the same pairs, in whatever order."""

    @given(PAIRS, st.randoms(use_true_random=False))
    def test_order_does_not_matter(self, pairs, chance):
        """The same pairs in another order are equal and have the same hash."""
        items = list(dict(pairs).items())
        one = FrozenMap(items)
        chance.shuffle(items)
        assert one == FrozenMap(items)
        assert hash(one) == hash(FrozenMap(items))
        assert len({one, FrozenMap(items)}) == 1

    @given(PAIRS, PAIRS)
    def test_equal_means_the_same_pairs(self, pairs, others):
        """Two of them are equal exactly if the dicts are."""
        assert (FrozenMap(pairs) == FrozenMap(others)) is (dict(pairs) == dict(others))
        assert (FrozenMap(pairs) != FrozenMap(others)) is (dict(pairs) != dict(others))

    @pytest.mark.parametrize("other", [{"a": 1, "b": 2}, (("a", 1), ("b", 2)), None, 1])
    def test_nothing_of_another_kind_is_equal(self, other):
        """A dict with the same pairs can change, so it is not the same value."""
        one = FrozenMap({"a": 1, "b": 2})
        assert one != other
        assert other != one

    def test_the_hash_depends_on_keys_and_values(self):
        """Another key or another value gives another hash."""
        assert hash(FrozenMap({"a": 1})) != hash(FrozenMap({"a": 2}))
        assert hash(FrozenMap({"a": 1})) != hash(FrozenMap({"b": 1}))

    def test_with_a_value_without_hash_it_has_none(self):
        """A list in it cannot be hashed, so neither can it."""
        with pytest.raises(TypeError, match="unhashable"):
            hash(FrozenMap({"a": []}))


class TestNoChange:
    """Nothing can be put in, taken out or set."""

    def test_no_item_can_be_set_or_deleted(self):
        """Items have no setter."""
        with pytest.raises(TypeError, match="item assignment"):
            A_AND_B["a"] = 2
        with pytest.raises(TypeError, match="item deletion"):
            del A_AND_B["a"]

    @pytest.mark.parametrize("name", ["_items", "other"])
    def test_no_attribute_can_be_set_or_deleted(self, name):
        """Neither its own attribute nor a new one."""
        with pytest.raises(FrozenInstanceError):
            setattr(A_AND_B, name, {})
        with pytest.raises(FrozenInstanceError):
            delattr(A_AND_B, name)
        assert dict(A_AND_B) == {"a": 1, "b": 2}

    def test_it_is_apart_from_what_it_was_made_of(self):
        """A later change of the dict that it was made of does not reach it."""
        given_dict = {"a": 1}
        made = FrozenMap(given_dict)
        given_dict["a"] = 2
        assert made["a"] == 1

    def test_it_has_no_room_for_more(self):
        """It is slotted."""
        assert not hasattr(A_AND_B, "__dict__")


class TestCopies:
    """A copy is the same value."""

    @pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
    def test_pickled_by_every_protocol(self, protocol):
        """What comes out of a pickle equals what went in, in the same order."""
        one = FrozenMap({"b": 2, "a": 1})
        again = pickle.loads(pickle.dumps(one, protocol))  # noqa: S301
        assert type(again) is FrozenMap
        assert again == one
        assert list(again) == ["b", "a"]

    @pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
    def test_copied(self, copied):
        """Copies equal it and have its hash."""
        assert copied(A_AND_B) == A_AND_B
        assert hash(copied(A_AND_B)) == hash(A_AND_B)
