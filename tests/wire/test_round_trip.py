"""What is written reads back as an equal value, whatever the value."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal, localcontext

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drawing import examples
from tests.wire.drawn import VALUES
from tests.wire.parts import applications

import wselr_rules
from wselr_rules import (
    INTERPRETATIONS,
    LEDGER,
    OPEN_CALL_2023_2025,
    Application,
    CallAssessment,
    OpenCall,
    Portfolio,
    assess_call,
    flanders,
    wire,
)
from wselr_rules.wire.documents import DOCUMENTS, HasDocument

#: Public classes without a document: a criterion is code, and a context is worked out from
#: the values that it is made of.
CODE = {"Context", "Criterion"}

PLAIN = {dict, list, str, int, bool, type(None)}


def _types_in(plain):
    yield type(plain)
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield type(key)
            yield from _types_in(value)
    if isinstance(plain, list):
        for value in plain:
            yield from _types_in(value)


def _assert_survives(value):
    """Both ways there and back give an equal value with an equal hash and an equal document."""
    plain = wire.to_dict(value)
    text = wire.to_json(value)
    assert set(_types_in(plain)) <= PLAIN
    assert json.loads(text) == plain
    for back in (wire.from_dict(type(value), plain), wire.from_json(type(value), text)):
        assert type(back) is type(value)
        assert back == value
        assert hash(back) == hash(value)
        assert wire.to_json(back) == text


class TestEveryType:
    """Every public value has a document; what is code has none."""

    def test_every_public_class_has_a_document_or_is_code(self):
        """Each attrs class among the public names is written, or stands on the list of code."""
        public = {
            name
            for name in wselr_rules.__all__
            if isinstance(getattr(wselr_rules, name), type)
            and attrs.has(getattr(wselr_rules, name))
        }
        written = {kind.__name__ for kind in VALUES}
        errors = {name for name in public if issubclass(getattr(wselr_rules, name), ValueError)}
        assert public - errors - written == CODE
        assert not written & CODE

    def test_every_document_is_drawn(self):
        """The round trips below leave out no type that has a document."""
        above = {
            each.__name__
            for each in HasDocument.__subclasses__()
            if each.__module__.startswith("wselr_rules.")
        }
        assert {kind.__name__ for kind in VALUES} == above | {kind.__name__ for kind in DOCUMENTS}

    def test_no_field_hides_the_head(self):
        """No type has a field that is called as the head of a document is."""
        names = {field.name for kind in VALUES for field in attrs.fields(kind)}
        assert not names & {"format", "type"}

    @pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
    def test_there_and_back(self, kind):
        """A value of any type, written and read, is equal and hashes alike, as JSON too."""

        @settings(max_examples=examples(30))
        @given(VALUES[kind])
        def survives(value):
            _assert_survives(value)

        survives()


class TestOfTheLibrary:
    """What the library itself holds and gives survives."""

    @pytest.mark.parametrize("value", [OPEN_CALL_2023_2025, *LEDGER, *INTERPRETATIONS])
    def test_the_law(self, value):
        """The call of record, every sentence and every interpretation."""
        _assert_survives(value)

    @pytest.mark.parametrize("on", [date(2022, 4, 29), date(2025, 1, 1)])
    def test_the_register(self, on):
        """Every municipality, before and after the mergers."""
        for municipality in flanders.municipalities(on=on):
            _assert_survives(municipality)

    @settings(max_examples=examples(20))
    @given(applications, st.booleans())
    def test_an_assessment(self, application, complete):
        """All that an assessment says, its findings, conflicts and missing facts."""
        portfolio = Portfolio([application], complete=complete)
        try:
            found = assess_call(portfolio, on=date(2024, 6, 1), call=OPEN_CALL_2023_2025, year=2024)
        except wselr_rules.RulesError:
            return
        _assert_survives(found)

    def test_an_assessment_with_amounts(self):
        """The amounts of an allocation come back to the cent, under any decimal context."""
        one = wselr_rules.Municipality(
            "44021",
            "Gent",
            reference_region=wselr_rules.ReferenceRegion.REGIO_GENT,
            is_centrumstad=True,
            inhabitants=270_000,
            working_age_population=180_000,
            job_seekers=13_000,
        )
        alone = wselr_rules.RegieVerband.of(
            "gent",
            "Gent",
            wselr_rules.LegalForm.MUNICIPALITY,
            [one],
            since=date(2019, 1, 1),
            recognised_on=date(2020, 1, 1),
            derogations=(),
        )
        plan = wselr_rules.ActionPlan(
            wselr_rules.Action(priority.value, priority, OPEN_CALL_2023_2025.plan_years)
            for priority in wselr_rules.PolicyPriority
        )
        application = Application("a", alone, plan, channels={wselr_rules.SubmissionChannel.PLATOS})
        found = assess_call(
            Portfolio([application], complete=True),
            on=date(2025, 12, 31),
            call=OPEN_CALL_2023_2025,
            year=2025,
        )
        with localcontext(prec=2, Emax=3, Emin=-3):
            _assert_survives(found)
            _assert_survives(found.allocation.verify())
        assert found.allocation["a"].amount == Decimal("3000000.00")
        document = wire.to_dict(found)
        assert document["allocation"]["grants"][0]["amount"] == "3000000.00"
        assert wire.from_dict(CallAssessment, document).allocation.verify().holds


class TestOrder:
    """A document does not depend on how a value came to be."""

    @given(st.permutations(["Platos", "meerjarenplanning"]))
    def test_sets_are_written_sorted(self, channels):
        """A set reads in any order and is written in one."""
        plain = {**wire.to_dict(OPEN_CALL_2023_2025), "channels": list(channels)}
        call = wire.from_dict(OpenCall, plain)
        assert wire.to_dict(call)["channels"] == ["Platos", "meerjarenplanning"]

    def test_the_keys_of_the_budget_are_read_in_one_order(self):
        """Cents left over follow the order of the keys, so that of a document changes nothing."""
        plain = wire.to_dict(OPEN_CALL_2023_2025)
        plain["keys"] = dict(reversed(plain["keys"].items()))
        assert list(wire.from_dict(OpenCall, plain).keys) == list(OPEN_CALL_2023_2025.keys)
