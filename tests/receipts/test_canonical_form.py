"""Equal values have equal bytes, other values other bytes, whatever was done to make them."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drawing import examples
from tests.receipts.cases import CALL_WITH_AMOUNTS, CASES, REFUSAL, UNDECIDED
from tests.wire.drawn import VALUES

from wselr_rules import OPEN_CALL_2023_2025, wire
from wselr_rules.domain.action_plan import Action
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.membership import Derogation
from wselr_rules.errors import InvalidDocument, UnserializableType
from wselr_rules.law.terms import AllocationKey, PolicyPriority
from wselr_rules.receipts import CallInput, DecisionInput, canonical, content_hash
from wselr_rules.receipts.inputs import in_order_of_id

#: What is put in order before it is hashed.
IN_ORDER = {Portfolio, DecisionInput, CallInput}


def _plainly(value):
    """Tell the canonical form of a value without an order of its own a second time, slowly."""
    document = json.loads(wire.to_json(value))
    return _told({key: each for key, each in document.items() if key != "format"})


#: The fields that format 2 added, and what they are where nothing is said in them.
ADDED = {"doubts", "provenance", "settled", "sourced"}
SILENCE: tuple[object, ...] = (None, {}, [], False)


def _told(plain):
    match plain:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[plain]
        case int():
            return str(plain)
        case str():
            return _quoted(plain)
        case list():
            return f"[{','.join(map(_told, plain))}]"
        case dict():
            # A question has had its sources for as long as it has been told.
            added = set() if "answers" in plain else ADDED
            says = {key for key in plain if key not in added or plain[key] not in SILENCE}
            keys = sorted(says, key=lambda key: key.encode("utf-8"))
            return "{" + ",".join(f"{_quoted(key)}:{_told(plain[key])}" for key in keys) + "}"


def _quoted(text):
    short = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
    short |= {'"': '\\"', "\\": "\\\\"}
    shown = (short.get(sign, f"\\u{ord(sign):04x}" if sign < " " else sign) for sign in text)
    return f'"{"".join(shown)}"'


class TestBytes:
    """JSON in UTF-8, keys sorted, no blanks, without the format."""

    def test_of_an_action(self):
        """It is written out here by hand, with sorted years and a Dutch title as it stands."""
        action = Action("a", PolicyPriority("WSE-LR1"), {2025, 2023, 2024}, "Één “actie”\n")
        assert (
            canonical(action)
            == (
                '{"code":"WSE-LR1","id":"a","planned_by":null,"title":"Één “actie”\\n",'
                '"type":"Action","years":[2023,2024,2025]}'
            ).encode()
        )

    @settings(max_examples=examples(200))
    @given(
        st.sampled_from(sorted(VALUES.keys() - IN_ORDER, key=repr)).flatmap(
            lambda kind: VALUES[kind]
        )
    )
    def test_of_any_value(self, value):
        """They are what the description says, told a second time without a writer of JSON."""
        assert canonical(value).decode("utf-8") == _plainly(value)

    @settings(max_examples=examples(50))
    @given(st.sampled_from(sorted(IN_ORDER, key=repr)).flatmap(lambda kind: VALUES[kind]))
    def test_of_any_value_with_an_order(self, value):
        """Likewise, once what has a canonical order stands in it."""
        ordered = in_order_of_id(value) if isinstance(value, Portfolio) else value.canonical
        assert canonical(value).decode("utf-8") == _plainly(ordered)

    def test_the_hash(self):
        """It is sha256 of those bytes, in small hexadecimal digits behind its name."""
        day = Derogation(date(2026, 1, 1))
        assert canonical(day) == b'{"since":"2026-01-01","type":"Derogation","until":null}'
        digest = hashlib.sha256(b'{"since":"2026-01-01","type":"Derogation","until":null}')
        assert content_hash(day) == "sha256:" + digest.hexdigest()
        assert content_hash(day) == (
            "sha256:f0c0ec7128b0b2fc3b9feda921089d5abcfe9ee9c90423db12b28f9e5aeb1822"
        )

    def test_of_the_call_of_record(self):
        """The hash of the call that the text tells of is known; another text is another one."""
        assert content_hash(OPEN_CALL_2023_2025) == (
            "sha256:be46f1a2a8ee7fea3f8074909bc1079807d9091ca7fc404719e5e5f437e3681c"
        )


class TestOrder:
    """What is no fact leaves no trace in the bytes."""

    def test_equal_calls(self):
        """Neither the order of the keys nor zeros behind the amount make another call."""
        turned = evolve(
            OPEN_CALL_2023_2025,
            keys=dict(reversed(list(OPEN_CALL_2023_2025.keys.items()))),
            budget=Decimal(3_000_000),
            sources=dict(reversed(list(OPEN_CALL_2023_2025.sources.items()))),
        )
        assert turned == OPEN_CALL_2023_2025
        assert canonical(turned) == canonical(OPEN_CALL_2023_2025)

    @given(st.permutations(CALL_WITH_AMOUNTS.portfolio.applications))
    def test_applications_in_any_order(self, applications):
        """Applications come in order of id, in a portfolio and in an input."""
        portfolio = Portfolio(applications, complete=True)
        assert canonical(portfolio) == canonical(CALL_WITH_AMOUNTS.portfolio)
        ids = [each["id"] for each in json.loads(canonical(portfolio))["applications"]]
        assert ids == ["across", "one", "three", "two"]
        turned = evolve(CALL_WITH_AMOUNTS, portfolio=portfolio)
        assert canonical(turned) == canonical(CALL_WITH_AMOUNTS)

    def test_an_application_in_its_own_portfolio(self):
        """Whether the portfolio of a decision repeats the application changes nothing."""
        own = UNDECIDED.application
        for portfolio in (
            UNDECIDED.portfolio.with_application(own),
            evolve(UNDECIDED.portfolio, applications=(own, *UNDECIDED.portfolio.applications)),
        ):
            assert canonical(evolve(UNDECIDED, portfolio=portfolio)) == canonical(UNDECIDED)
        ids = [each["id"] for each in json.loads(canonical(UNDECIDED))["portfolio"]["applications"]]
        assert ids == ["a rival", "open", "z"]

    def test_approved_in_any_order(self):
        """Ids named as approved are a set."""
        one = evolve(CALL_WITH_AMOUNTS, approved=["two", "one", "two"])
        other = evolve(CALL_WITH_AMOUNTS, approved=("one", "two"))
        assert canonical(one) == canonical(other)
        assert json.loads(canonical(one))["approved"] == ["one", "two"]


class TestOthers:
    """What differs has other bytes."""

    def test_every_case_and_value(self):
        """Cases, their calls, applications and portfolios: no two hashes are the same."""
        values = set()
        for given_case in CASES.values():
            values |= {given_case, given_case.call, *given_case.portfolio}
        assert len({content_hash(each) for each in values}) == len(values) == 3 + 2 + 7

    def test_two_types_of_the_same_fields(self):
        """The type stands in the bytes."""
        assert b'"type":"DecisionInput"' in canonical(REFUSAL)

    def test_texts_are_not_made_alike(self):
        """Two ways to write an accent are two texts: nothing is normalised."""
        composed, decomposed = (Action("a", "0984", {2024}, title) for title in ("é", "e\u0301"))
        assert content_hash(composed) != content_hash(decomposed)

    def test_other_keys_of_the_budget(self):
        """A part more for one key and less for another is another call."""
        keys = {
            AllocationKey.WORKING_AGE_POPULATION: Fraction(1, 2),
            AllocationKey.JOB_SEEKERS: Fraction(1, 10),
            AllocationKey.EQUAL_PARTS: Fraction(2, 5),
        }
        other = evolve(OPEN_CALL_2023_2025, keys=keys)
        assert content_hash(other) != content_hash(OPEN_CALL_2023_2025)


class TestRefusals:
    """What no document can hold has no canonical form."""

    def test_no_value_of_ours(self):
        """Plain data and code have none."""
        for value in ({"a": 1}, "text", None, canonical):
            with pytest.raises(UnserializableType):
                canonical(value)

    def test_text_that_cannot_be_written(self):
        """Half a surrogate pair is named with its place."""
        with pytest.raises(InvalidDocument, match=r"\$\.title: expected text without"):
            content_hash(Action("a", "0984", {2024}, "\ud800"))
