"""Every kind of value has one written form, and it is the one that is documented."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve, frozen
from tests.wire.samples import APPLICATION, changed

from wselr_rules import (
    NEVER,
    OPEN_CALL_2023_2025,
    Action,
    ActionPlan,
    AllocationKey,
    Application,
    Derogation,
    Finding,
    Grant,
    History,
    Interval,
    InvalidDocument,
    LegalForm,
    Membership,
    Municipality,
    OpenCall,
    Quantity,
    ReferenceRegion,
    RegieVerband,
    Standing,
    SubmissionChannel,
    Verdict,
    wire,
)
from wselr_rules.domain.provenance import Confidence, Provenance
from wselr_rules.errors import UnserializableType
from wselr_rules.wire.documents import HasDocument, to_canonical_json

GENT = Municipality(
    "44021",
    "Gent",
    reference_region=ReferenceRegion.REGIO_GENT,
    is_centrumstad=True,
    inhabitants=270_000,
    working_age_population=180_000,
    job_seekers=13_000,
    provenance={"inhabitants": Provenance("Statbel", date(2022, 1, 1), confidence=Confidence.HIGH)},
)
ZWIJNDRECHT = Municipality(
    "11056",
    "Zwijndrecht",
    reference_region=History(
        ReferenceRegion.REGIO_ANTWERPEN, [(date(2023, 3, 19), ReferenceRegion.WAASLAND)]
    ),
)
SAMPLE = Application(
    "aanvraag-1",
    RegieVerband(
        "regie-1",
        "Regie “Één”",
        History(
            LegalForm.INTERLOCAL_ASSOCIATION,
            [(date(2022, 6, 1), None), (date(2023, 1, 1), LegalForm.PROJECT_ASSOCIATION)],
        ),
        [
            Membership(GENT, date(2020, 1, 1)),
            Membership(
                ZWIJNDRECHT,
                date(2021, 1, 1),
                date(2025, 1, 1),
                provenance=Provenance("a list", note="one of two"),
            ),
        ],
        recognised_on=date(2020, 2, 29),
        derogations=[Derogation(date(2024, 1, 1))],
    ),
    ActionPlan(
        [
            Action("actie-1", "WSE-LR1", {2023, 2024, 2025}, planned_by="44021"),
            Action("actie-2", "0984-02", {2024}, "Iets anders"),
        ]
    ),
    channels={SubmissionChannel.PLATOS},
)


class TestApplication:
    """An application as it stands in a document."""

    def test_written(self):
        """It is written as the literal document, keys in the order of the fields."""
        written = wire.to_dict(SAMPLE)
        assert written == APPLICATION
        assert json.dumps(written) == json.dumps(APPLICATION)

    def test_read(self):
        """The literal document is read as the value that was meant."""
        assert wire.from_dict(Application, APPLICATION) == SAMPLE

    def test_as_json(self):
        """JSON is on one line, and Dutch stays readable in it."""
        text = wire.to_json(SAMPLE)
        assert "\n" not in text
        assert "Regie “Één”" in text
        assert wire.from_json(Application, text) == SAMPLE

    def test_as_bytes(self):
        """Bytes are taken as UTF-8, as a service gets them."""
        assert wire.from_json(Application, wire.to_json(SAMPLE).encode()) == SAMPLE

    def test_the_document_is_a_copy(self):
        """To change a document changes no value, and to read one does not change it."""
        written = wire.to_dict(SAMPLE)
        written["regieverband"]["memberships"].clear()
        assert wire.to_dict(SAMPLE) == APPLICATION
        before = json.dumps(APPLICATION)
        wire.from_dict(Application, APPLICATION)
        assert json.dumps(APPLICATION) == before

    @pytest.mark.parametrize(
        ("value", "written"),
        [(None, None), (NEVER, "never"), (date(1, 1, 1), "0001-01-01")],
    )
    def test_recognised_on(self, value, written):
        """A recognition is a day, never, or not known."""
        regieverband = evolve(SAMPLE.regieverband, recognised_on=value)
        document = wire.to_dict(regieverband)
        assert document["recognised_on"] == written
        assert wire.from_dict(RegieVerband, document).recognised_on == value

    @pytest.mark.parametrize("value", [None, (), (Derogation(date(2024, 1, 1)),)])
    def test_no_deviation_is_not_an_unknown_one(self, value):
        """An empty list is known to be empty; null is not known."""
        regieverband = evolve(SAMPLE.regieverband, derogations=value)
        assert wire.from_dict(RegieVerband, wire.to_dict(regieverband)).derogations == value

    def test_a_code_of_a_priority_is_read_as_that_priority(self):
        """The code WSE-LR1 and the priority are one and the same."""
        assert wire.from_dict(Application, APPLICATION).plan == SAMPLE.plan


class TestAmounts:
    """Euros are text with two decimals, parts are fractions in lowest terms."""

    @pytest.mark.parametrize(
        ("budget", "written"),
        [
            (Decimal("3000000.00"), "3000000.00"),
            (Decimal(3), "3.00"),
            (Decimal("3E+6"), "3000000.00"),
            (Decimal("0.1"), "0.10"),
            (Decimal("0.01"), "0.01"),
        ],
    )
    def test_budget(self, budget, written):
        """However a budget was given, it is written with two decimals."""
        call = evolve(OPEN_CALL_2023_2025, budget=budget)
        assert wire.to_dict(call)["budget"] == written
        assert wire.from_dict(OpenCall, wire.to_dict(call)) == call

    @pytest.mark.parametrize(
        ("exact", "written"),
        [
            (Fraction(0), "0/1"),
            (Fraction(7), "7/1"),
            (Fraction(2, 6), "1/3"),
            (Fraction(-1, 3), "-1/3"),
        ],
    )
    def test_exact_share(self, exact, written):
        """A fraction has both numbers, the sign in front."""
        grant = Grant("a", Decimal("1.00"), {AllocationKey.EQUAL_PARTS: Decimal("0.05")}, exact)
        document = wire.to_dict(grant)
        assert document["exact"] == written
        assert document["components"] == {"gelijke delen": "0.05"}
        assert wire.from_dict(Grant, document) == grant


class TestArguments:
    """What fills a message keeps its type: only text and numbers need no name beside them."""

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            (3, 3),
            ("2026-01-01", "2026-01-01"),
            (date(2026, 1, 1), {"date": "2026-01-01"}),
            (LegalForm.OTHER, {"legal_form": "andere"}),
            (SubmissionChannel.PLATOS, {"submission_channel": "Platos"}),
            (ReferenceRegion.KEMPEN, {"reference_region": "kempen"}),
            (Standing.NEW, {"standing": "new"}),
            ((), []),
            ((2023, 2024), [2023, 2024]),
            (("a", "andere"), ["a", "andere"]),
            ((LegalForm.OTHER,), [{"legal_form": "andere"}]),
            ((Standing.NEW, Standing.CHANGED), [{"standing": "new"}, {"standing": "changed"}]),
            (Interval(3), {"interval": {"least": 3, "most": None}}),
        ],
    )
    def test_quantity(self, value, written):
        """A quantity is an argument or an interval."""
        quantity = Quantity(value, "x")
        document = wire.to_dict(quantity)
        assert document["value"] == written
        assert wire.from_dict(Quantity, document) == quantity

    def test_finding(self):
        """The arguments of a finding stand below their names."""
        finding = Finding(Verdict.MET, "x", {"day": date(2026, 1, 1), "n": 3})
        document = wire.to_dict(finding)
        assert document["arguments"] == {"day": {"date": "2026-01-01"}, "n": 3}

    def test_history_by_itself(self):
        """A history that is a document says of each value what it is."""
        history = History(None, [(date(2024, 1, 1), LegalForm.OTHER)])
        document = wire.to_dict(history)
        assert document == {
            "format": "wselr_rules/2",
            "type": "History",
            "initial": None,
            "changes": [{"since": "2024-01-01", "value": {"legal_form": "andere"}}],
        }
        assert wire.from_dict(History, document) == history


class TestWorkedOut:
    """What a value works out for itself is not written."""

    def test_existence_of_a_municipality(self):
        """The days of the mergers follow from the code, also after reading."""
        document = wire.to_dict(ZWIJNDRECHT)
        assert not {"exists_since", "exists_until"} & document.keys()
        assert wire.from_dict(Municipality, document).exists_until == date(2025, 1, 1)

    def test_texts_of_other_types_are_written_as_text(self):
        """A kind of text of someone else, as tables of data hold them, is written as text."""

        class Name(str):
            __slots__ = ()

        document = wire.to_dict(evolve(GENT, name=Name("Gent")))
        assert type(document["name"]) is str


class TestHigherFloors:
    """A type that this floor does not know says itself that it has a document."""

    def test_it_is_written_and_read(self):
        """It has the head and the fields that any other type has."""

        @frozen
        class Note(HasDocument):
            text: str

        document = {"format": "wselr_rules/2", "type": "Note", "text": "a"}
        assert wire.to_dict(Note("a")) == document
        assert wire.from_json(Note, json.dumps(document)) == Note("a")
        with pytest.raises(InvalidDocument, match=r"\$\.text: expected text, got 3"):
            wire.from_dict(Note, document | {"text": 3})


class TestCanonical:
    """One value has one canonical text, in bytes."""

    def test_keys_are_sorted_without_blanks_and_format(self):
        """Keys stand in order of code point, nothing stands between, and accents stay."""
        assert to_canonical_json(Derogation(date(2024, 1, 1))) == (
            b'{"since":"2024-01-01","type":"Derogation","until":null}'
        )
        beyond = {"\U0001f600": "a", "\uffff": "b", "é": "ë", "a": "1", "B": '"\n\x7f'}
        finding = Finding(Verdict.MET, "x", beyond)
        text = to_canonical_json(finding).decode("utf-8")
        assert text.startswith(
            '{"arguments":{"B":"\\"\\n\x7f","a":"1","é":"ë","\uffff":"b","\U0001f600":"a"},'
        )

    def test_what_has_no_document_has_no_canonical_text(self):
        """It raises what ``to_dict`` raises."""
        with pytest.raises(UnserializableType):
            to_canonical_json(3)
        with pytest.raises(InvalidDocument):
            to_canonical_json(Finding(Verdict.MET, "\0"))


def test_the_sample_is_changed_in_one_place_only():
    """The means of these tests leaves the sample as it is."""
    assert changed(APPLICATION, "plan", "actions", 0, "id", to="x") != APPLICATION
    assert APPLICATION["plan"]["actions"][0]["id"] == "actie-1"
