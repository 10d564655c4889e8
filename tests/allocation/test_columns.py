"""What was divided holds columns until it is asked for grants; nothing else tells it apart."""

from __future__ import annotations

import copy
import gc
import pickle
import weakref
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import asdict, astuple, evolve, fields
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.allocation.eager import allocate_at_once
from tests.drawing import examples
from tests.purity.reach import changeable

from wselr_rules import wire
from wselr_rules.allocation import grants as made_in
from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.columns import Columns
from wselr_rules.allocation.grants import Allocation, allocate, cents_each
from wselr_rules.checks import unchecked
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.law.readings import Readings, Rounding
from wselr_rules.law.terms import AllocationKey

YEAR = 2025
#: What is made of an allocation, or read of it, by name.
ASKED = {
    "grants": lambda each: each.grants,
    "iter": list,
    "two iterators": lambda each: list(zip(each, each, strict=True)),
    "sorted": lambda each: sorted(each, key=lambda grant: grant.amount),
    "repr": repr,
    "str": str,
    "hash": hash,
    "in": lambda each: ["R0" in each, "" in each, None in each, [] in each],
    "get": lambda each: [each[grant.beneficiary_id] for grant in each],
    "total": lambda each: str(each.total),
    "totals": lambda each: repr(each.totals),
    "exact": lambda each: [each.exact_components(grant.beneficiary_id) for grant in each],
    "certificate": lambda each: each.verify(),
    "document": wire.to_json,
    "as tuple": astuple,
    "as dict": asdict,
    "fields": lambda each: [getattr(each, field.name) for field in fields(Allocation)],
    "evolved": lambda each: repr(evolve(each, year=2024)),
    "unchecked": lambda each: repr(unchecked(each, year=2024)),
    "copy": lambda each: repr(copy.copy(each)),
    "deep copy": lambda each: repr(copy.deepcopy(each)),
    **{
        f"pickle {protocol}": lambda each, protocol=protocol: pickle.dumps(each, protocol)
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    },
}


def beneficiary(name, people, seekers):
    return Beneficiary(name, working_age_population=people, job_seekers=seekers)


THREE = [beneficiary("b", 30_000, 2_000), beneficiary("c", 7, 3), beneficiary("a", 61, 1)]


@st.composite
def questions(draw):
    """Draw beneficiaries in any order, and a call with few or many keys and cents."""
    chosen = draw(st.lists(st.sampled_from(AllocationKey), min_size=1, unique=True))
    parts = [draw(st.integers(1, 3)) for _ in chosen]
    keys = {key: Fraction(part, sum(parts)) for key, part in zip(chosen, parts, strict=True)}
    call = evolve(
        OPEN_CALL_2023_2025,
        keys=draw(st.sampled_from([keys, OPEN_CALL_2023_2025.keys])),
        budget=draw(st.integers(1, 10**9)) * Decimal("0.01"),
        readings=Readings(rounding=draw(st.sampled_from(Rounding))),
    )
    counts = st.integers(0, 5) | st.integers(0, 10**6)
    rows = draw(
        st.dictionaries(st.text("Rabé01", min_size=1, max_size=3), st.tuples(counts, counts))
    )
    named = [beneficiary(name, *pair) for name, pair in rows.items()]
    return [*named, beneficiary("R0000", 1, 1)], call


def columns_of(allocation):
    return [held for held in gc.get_referents(allocation) if isinstance(held, Columns)]


def divided(given=THREE, call=OPEN_CALL_2023_2025):
    return allocate(given, call=call, year=YEAR)


class TestTwin:
    """It is as one of which every grant was made at once, and checked."""

    @pytest.mark.parametrize("name", ASKED)
    def test_nothing_tells_them_apart(self, name):
        """Asked the same thing first, they answer the same, and are equal before and after."""

        @settings(max_examples=examples(30))
        @given(questions())
        def holds(asked):
            one, twin = divided(*asked), allocate_at_once(*asked, YEAR)
            answer = ASKED[name](twin)
            assert ASKED[name](one) == answer
            assert ASKED[name](one) == answer
            assert one == twin
            assert ASKED[name](one) == answer
            assert (repr(one), hash(one)) == (repr(twin), hash(twin))

        holds()

    @given(questions())
    def test_equal_from_either_side(self, asked):
        """Columns equal grants, grants equal columns, and columns equal columns."""
        twin = allocate_at_once(*asked, YEAR)
        assert divided(*asked) == twin
        assert twin == divided(*asked)
        assert divided(*asked) == divided(*asked)
        assert {twin: 1}[divided(*asked)] == 1
        assert divided(*asked) != evolve(twin, year=2024)

    @given(questions())
    def test_cents(self, asked):
        """The short way gives the amounts of the twin, in whole cents and in order of id."""
        cents = {each.beneficiary_id: each.amount * 100 for each in allocate_at_once(*asked, YEAR)}
        short = cents_each(asked[0], call=asked[1], year=YEAR)
        assert list(short.items()) == list(cents.items())
        assert all(type(amount) is int for amount in short.values())

    @pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
    def test_pickled(self, protocol):
        """What comes out of a pickle is whole, and is asked and pickled as what went in."""
        again = pickle.loads(pickle.dumps(divided(), protocol))  # noqa: S301 -- made on the line itself
        twin = allocate_at_once(THREE, OPEN_CALL_2023_2025, YEAR)
        for name, ask in ASKED.items():
            if not name.startswith("pickle"):
                assert ask(again) == ask(twin), name
        assert pickle.loads(pickle.dumps(again, protocol)) == twin  # noqa: S301


class TestMaking:
    """No grant is made that nobody asks for, and none twice of those that are kept."""

    @pytest.fixture
    def made(self, monkeypatch):
        """Give the ids of the grants that are made, as they are."""
        ids, make = [], vars(made_in)["_grant"]

        def grant(id, *parts):
            ids.append(id)
            return make(id, *parts)

        monkeypatch.setattr(made_in, "_grant", grant)
        return ids

    def test_none_for_what_needs_none(self, made):
        """Totals, shares, look-ups that fail and all fields but one are had without."""
        allocation = divided()
        assert str(allocation.total) == "3000000.00"
        assert len(allocation.totals) == len(allocation.pots) == 3
        assert "a" in allocation
        assert allocation.exact_components("a")
        with pytest.raises(KeyError):
            allocation["d"]
        assert made == []

    def test_one_by_one(self, made):
        """One that is asked for is made alone; of an iterator those that were reached."""
        allocation = divided()
        assert allocation["b"].beneficiary_id == "b"
        assert made == ["b"]
        assert next(iter(allocation)).beneficiary_id == "a"
        assert made == ["b", "a"]

    def test_kept_once_all_were_asked_for(self, made):
        """All of them are made once, and are the same objects for good."""
        allocation = divided()
        grants = allocation.grants
        assert made == ["a", "b", "c"]
        assert allocation.grants is grants
        assert all(own is kept for own, kept in zip(allocation, grants, strict=True))
        assert allocation["b"] is grants[1]
        assert columns_of(allocation) == []
        assert made == ["a", "b", "c"]

    def test_asked_by_two_at_a_time(self, monkeypatch):
        """Whoever asks while they are being made for another gets equal ones."""
        allocation, shares = divided(), Columns.shares
        found = []

        def interrupted(columns):
            monkeypatch.setattr(Columns, "shares", shares)
            found.append(allocation.grants)
            return shares(columns)

        monkeypatch.setattr(Columns, "shares", interrupted)
        found.append(allocation.grants)
        assert found[0] == found[1] == tuple(divided())
        # As by one who found none a moment before another put them there.
        assert allocation.__getattr__("grants") is allocation.grants

    def test_an_iterator_goes_on(self):
        """An iterator that has begun gives the rest also when all were asked for meanwhile."""
        allocation = divided()
        begun = iter(allocation)
        first = next(begun)
        assert allocation.grants == (first, *begun)


class TestUnchanging:
    """Columns cannot be changed, reached or mistaken for something else."""

    def test_nothing_in_it_can_be_changed(self):
        """Tuples of whole numbers are all there is in columns."""
        (columns,), others = columns_of(divided()), columns_of(divided())
        assert changeable(columns) == []
        assert [columns] == others
        assert len({columns, *others}) == 1

    @pytest.mark.parametrize("name", ["_columns", *(each.name for each in fields(Allocation))])
    def test_frozen(self, name):
        """No name of it can be set or deleted, before and after the grants were made."""
        allocation = divided()
        for _ in range(2):
            with pytest.raises(FrozenInstanceError):
                setattr(allocation, name, None)
            with pytest.raises(FrozenInstanceError):
                delattr(allocation, name)
            assert allocation.grants == divided().grants

    def test_other_names(self):
        """A name that it does not have is missed as everywhere."""
        for allocation in (divided(), allocate_at_once(THREE, OPEN_CALL_2023_2025, YEAR)):
            with pytest.raises(AttributeError) as caught:
                allocation.grant  # noqa: B018
            assert str(caught.value) == "'Allocation' object has no attribute 'grant'"
            assert not hasattr(allocation, "__dict__")
            assert weakref.ref(allocation)() is allocation

    def test_half_made(self):
        """One of which no field was set yet has no grants, and does not look for them for ever."""
        with pytest.raises(AttributeError) as caught:
            object.__new__(Allocation).grants  # noqa: B018
        assert caught.value.name == "grants"
