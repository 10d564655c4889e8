"""What is wrong with a document is told at its place: what was expected, and what was got."""

from __future__ import annotations

from copy import deepcopy

import pytest
from tests.wire.samples import APPLICATION, FIRST_MEMBER, changed, problems_of

from wselr_rules import OPEN_CALL_2023_2025 as CALL
from wselr_rules import (
    Allocation,
    Application,
    Beneficiary,
    Context,
    Criterion,
    Finding,
    FrozenMap,
    InvalidDocument,
    LegalForm,
    Membership,
    OpenCall,
    Quantity,
    Verdict,
    allocate,
    wire,
)
from wselr_rules.errors import UnserializableType, WrongType

MEMBERSHIPS = ("regieverband", "memberships")
GENT = (*MEMBERSHIPS, 0, "municipality")
PATH_OF_GENT = "$.regieverband.memberships[0].municipality"
FORMS = (
    "'interlokale vereniging', 'projectvereniging', 'dienstverlenende vereniging', "
    "'opdrachthoudende vereniging', 'welzijnsvereniging', 'gemeente' or 'andere'"
)


def _told(*steps, to):
    return problems_of(Application, changed(APPLICATION, *steps, to=to))


class TestMessages:
    """One wrong value is one problem, at its path."""

    @pytest.mark.parametrize(
        ("steps", "to", "path", "message"),
        [
            (("id",), 3, "$.id", "expected text, got 3"),
            (("id",), None, "$.id", "expected text, got null"),
            (("id",), " ", "$.id", "the id of this Application is empty"),
            (
                (*MEMBERSHIPS, 1, "since"),
                "2026-13-01",
                "$.regieverband.memberships[1].since",
                "expected an ISO date, got '2026-13-01'",
            ),
            ((*GENT, "inhabitants"), "12", None, "expected a whole number or null, got '12'"),
            ((*GENT, "inhabitants"), True, None, "expected a whole number or null, got true"),
            ((*GENT, "inhabitants"), 3.7, None, "expected a whole number or null, got 3.7"),
            (
                (*GENT, "inhabitants"),
                -1,
                None,
                "municipality 44021: inhabitants must be a whole number of at least 0, got -1",
            ),
            ((*GENT, "name"), None, None, "expected text, got null"),
            ((*GENT, "is_centrumstad"), 1, None, "expected true or false or null, got 1"),
            ((*GENT, "is_centrumstad"), "ja", None, "expected true or false or null, got 'ja'"),
            ((*GENT, "nis_code"), 44021, None, "expected text, got 44021"),
            ((*GENT, "nis_code"), "4402", None, "a NIS code is text of five digits, got '4402'"),
            ((*GENT, "territory"), "44021", None, "expected a list, got '44021'"),
            ((*GENT, "territory"), {}, None, "expected a list, got an object"),
            (GENT, [], PATH_OF_GENT, "expected an object, got a list"),
            (
                (*GENT, "job_seekers"),
                270001,
                None,
                "municipality 44021: job_seekers 270001 is more than its 270000 inhabitants",
            ),
            (
                (*GENT, "territory", 0),
                "44086",
                PATH_OF_GENT,
                (
                    "municipality 44021: a territory is one or more NIS codes of 1 January 2019, "
                    "got 44086"
                ),
            ),
            (
                ("regieverband", "legal_form"),
                "nv",
                "$.regieverband.legal_form",
                f"expected {FORMS}, an object or null, got 'nv'",
            ),
            (
                ("regieverband", "legal_form", "initial"),
                3,
                "$.regieverband.legal_form.initial",
                f"expected {FORMS} or null, got 3",
            ),
            (
                ("regieverband", "legal_form", "changes", 1, "since"),
                "2022-06-01",
                "$.regieverband.legal_form",
                "the change of 2022-06-01 in this history is not after the one before it",
            ),
            (
                ("regieverband", "recognised_on"),
                "nooit",
                "$.regieverband.recognised_on",
                "expected an ISO date, got 'nooit'",
            ),
            (
                ("regieverband", "recognised_on"),
                False,
                "$.regieverband.recognised_on",
                "expected 'never', an ISO date or null, got false",
            ),
            (
                ("regieverband", "derogations", 0, "until"),
                "2023-01-01",
                "$.regieverband.derogations[0].until",
                (
                    "this Derogation runs from 2024-01-01 up to but not including 2023-01-01: "
                    "it ends before it begins"
                ),
            ),
            (
                (*MEMBERSHIPS, 1),
                FIRST_MEMBER,
                "$.regieverband",
                "regieverband regie-1: the memberships of 44021 and 44021 overlap from 2020-01-01",
            ),
            (
                ("plan", "actions", 0, "code"),
                "WSE-LR9",
                "$.plan.actions[0].code",
                (
                    "action actie-1: 'WSE-LR9' looks like a code of this call but is none of "
                    "WSE-LR1, WSE-LR2, WSE-LR3, WSE-LR4"
                ),
            ),
            (
                ("plan", "actions", 0, "years"),
                [],
                "$.plan.actions[0].years",
                "action actie-1 has no years",
            ),
            (
                ("plan", "actions", 0, "years", 1),
                "2024",
                "$.plan.actions[0].years[1]",
                "expected a whole number, got '2024'",
            ),
            (
                ("plan", "actions", 0, "years", 1),
                2023,
                "$.plan.actions[0].years[1]",
                "expected each item once, got 2023",
            ),
            (
                ("plan", "actions", 1, "id"),
                "actie-1",
                "$.plan",
                "more than one action with id actie-1",
            ),
            (
                ("channels", 0),
                "fax",
                "$.channels[0]",
                "expected 'meerjarenplanning' or 'Platos', got 'fax'",
            ),
            (("format",), 1, "$.format", "expected 'wselr_rules/1' or 'wselr_rules/2', got 1"),
            (("format",), "wselr_rules/3", "$.format", None),
            (("type",), "Portfolio", "$.type", "expected 'Application', got 'Portfolio'"),
        ],
    )
    def test_one_wrong_value(self, steps, to, path, message):
        """It is the only problem, and its message says what was expected and got."""
        ((told_path, told_message),) = _told(*steps, to=to)
        assert told_path == (path or f"{PATH_OF_GENT}.{steps[-1]}")
        assert message is None or told_message == message

    def test_an_unknown_key(self):
        """A key that is not known is told with the ones that are."""
        told = _told(*MEMBERSHIPS, 0, "untill", to=None)
        message = "expected no such key; the keys here are municipality, since, until, provenance"
        assert told == [("$.regieverband.memberships[0].untill", message)]

    @pytest.mark.parametrize(
        ("steps", "expected"),
        [
            (("plan",), "an object or null"),
            (("submitted_on",), "an ISO date or null"),
            (("format",), "'wselr_rules/1' or 'wselr_rules/2'"),
            (("type",), "'Application'"),
            ((*GENT, "territory"), "a list"),
            ((*GENT, "inhabitants"), "a whole number or null"),
            (("regieverband", "derogations"), "a list or null"),
            (("regieverband", "legal_form", "changes"), "a list"),
            (("regieverband", "legal_form", "changes", 0, "value"), f"{FORMS} or null"),
            (("plan", "actions", 0, "title"), "text"),
        ],
    )
    def test_a_missing_key(self, steps, expected):
        """Nothing is assumed because it was left out, also what has a default in Python."""
        document = deepcopy(APPLICATION)
        at = document
        for step in steps[:-1]:
            at = at[step]
        del at[steps[-1]]
        ((path, message),) = problems_of(Application, document)
        assert path.endswith(f".{steps[-1]}")
        assert message == f"expected {expected}, got nothing: the key is missing"

    def test_a_key_that_is_no_name_stands_in_brackets(self):
        """A path shows any key so that it can be found."""
        plain = wire.to_dict(CALL)
        plain["keys"]["gelijke delen"] = "0.4"
        plain["sources"]["een bron"] = plain["sources"].pop("budget") | {"unit": 3}
        plain["x" * 100] = 1
        assert [path for path, _ in problems_of(OpenCall, plain)] == [
            "$.keys['gelijke delen']",
            "$.sources['een bron'].unit",
            f"$['{'x' * 60}…']",
        ]

    def test_a_key_of_a_table(self):
        """A key that is no term is told at its own place, beside wrong values."""
        plain = wire.to_dict(CALL)
        plain["keys"]["oppervlakte"] = "0/1"
        plain["keys"]["werkzoekenden"] = "2/10"
        assert problems_of(OpenCall, plain) == [
            (
                "$.keys.werkzoekenden",
                "expected a fraction such as '2/5' in lowest terms, got '2/10'",
            ),
            (
                "$.keys.oppervlakte",
                (
                    "expected 'bevolking op beroepsactieve leeftijd', 'werkzoekenden' or "
                    "'gelijke delen', got 'oppervlakte'"
                ),
            ),
        ]

    def test_parts_that_are_not_one(self):
        """An error of a constructor is told at the field that it is about."""
        plain = changed(wire.to_dict(CALL), "keys", "gelijke delen", to="1/5")
        message = "allocation keys are at least 0 and add up to exactly 1, got 4/5"
        assert problems_of(OpenCall, plain) == [("$.keys", message)]

    def test_quantities(self):
        """A list of several kinds, and a name that is none, are no arguments."""
        expected = (
            "expected {'interval': ...}, a whole number, text, {'date': ...}, "
            "{'legal_form': ...}, {'submission_channel': ...}, {'reference_region': ...}, "
            "{'standing': ...} or a list of one kind"
        )
        plain = wire.to_dict(Quantity(3, "x"))
        for value, got in [
            ([1, "a"], "a list"),
            ({"colour": "red"}, "an object"),
            ({}, "an object"),
            (None, "null"),
            (True, "true"),
            ({"date": "2026-01-01", "legal_form": "andere"}, "an object"),
            ([{"date": "2026-01-01"}], "a list"),
            ([[]], "a list"),
        ]:
            told = problems_of(Quantity, {**plain, "value": value})
            assert told == [("$.value", f"{expected}, got {got}")]

    def test_below_a_name(self):
        """What is wrong below a name is told there."""
        plain = {**wire.to_dict(Quantity(3, "x")), "value": {"legal_form": "nv"}}
        assert problems_of(Quantity, plain) == [
            ("$.value.legal_form", f"expected {FORMS}, got 'nv'")
        ]

    def test_a_contradiction_in_an_allocation(self):
        """Grants without their beneficiaries are told at the grants."""
        one = Beneficiary("a", working_age_population=1, job_seekers=1)
        plain = wire.to_dict(allocate([one], call=CALL, year=2024))
        ((path, message),) = problems_of(Allocation, {**plain, "grants": []})
        assert (path, message) == (
            "$.grants",
            "Allocation.grants: expected one for each beneficiary, in order, got []",
        )
        ((path, message),) = problems_of(Allocation, {**plain, "beneficiaries": []})
        assert (path, message) == (
            "$.beneficiaries",
            "there is no beneficiary to divide the budget among",
        )
        ((path, message),) = problems_of(Allocation, {**plain, "pots": {}})
        assert path == "$.pots"
        without = changed(plain, "grants", 0, "components", to={})
        assert [path for path, _ in problems_of(Allocation, without)] == ["$"]


class TestAllTogether:
    """All problems of a document are told at once, in its order."""

    def test_in_the_order_of_the_document(self):
        """Whatever the order of the fields, problems follow the text; what is missing is last."""
        document = {
            "submitted_on": "1-1-2023",
            "colour": "red",
            "channels": ["Platos", "fax", "Platos"],
            "regieverband": {**APPLICATION["regieverband"], "name": 3, "id": ""},
            "type": "Application",
        }
        assert problems_of(Application, document) == [
            ("$.submitted_on", "expected an ISO date, got '1-1-2023'"),
            (
                "$.colour",
                (
                    "expected no such key; the keys here are id, regieverband, plan, channels, "
                    "submitted_on, provenance"
                ),
            ),
            ("$.channels[1]", "expected 'meerjarenplanning' or 'Platos', got 'fax'"),
            ("$.channels[2]", "expected each item once, got 'Platos'"),
            ("$.regieverband.name", "expected text, got 3"),
            (
                "$.format",
                "expected 'wselr_rules/1' or 'wselr_rules/2', got nothing: the key is missing",
            ),
            ("$.id", "expected text, got nothing: the key is missing"),
            ("$.plan", "expected an object or null, got nothing: the key is missing"),
            ("$.provenance", "expected an object, got nothing: the key is missing"),
        ]

    def test_two_refusals_of_one_entity(self):
        """An entity refuses every field that is wrong, not only the first."""
        document = changed(APPLICATION, *GENT, "inhabitants", to=-1)
        document = changed(document, *GENT, "job_seekers", to=-2)
        document = changed(document, *MEMBERSHIPS, 1, "until", to="2020-01-01")
        assert [path for path, _ in problems_of(Application, document)] == [
            f"{PATH_OF_GENT}.inhabitants",
            f"{PATH_OF_GENT}.job_seekers",
            "$.regieverband.memberships[1].until",
        ]

    def test_the_same_each_time(self):
        """The same document has the same problems in the same order."""
        document = changed(APPLICATION, *GENT, to={f"key{n}": n for n in range(50)})
        told = problems_of(Application, document)
        assert told == problems_of(Application, document)
        assert [path for path, _ in told[:50]] == [f"{PATH_OF_GENT}.key{n}" for n in range(50)]

    def test_as_text(self):
        """The error reads as one problem a line."""
        document = changed(APPLICATION, "id", to=3)
        with pytest.raises(InvalidDocument) as caught:
            wire.from_dict(Application, changed(document, "plan", to=4))
        assert str(caught.value) == (
            "$.id: expected text, got 3\n$.plan: expected an object or null, got 4"
        )
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__

    @pytest.mark.parametrize("key", ["format", "type"])
    def test_another_kind_of_document(self, key):
        """Of a document of another kind nothing else is told: what it should be is not known."""
        assert [path for path, _ in problems_of(Application, {key: "x"})] == [f"$.{key}"]


class TestUnserializable:
    """What has no document is a mistake of the caller, not of the document."""

    @pytest.mark.parametrize(
        ("value", "name"),
        [
            (3, "int"),
            (None, "NoneType"),
            (LegalForm.OTHER, "LegalForm"),
            (Verdict.MET, "Verdict"),
            (FrozenMap(), "FrozenMap"),
            (Application, "type"),
            (Criterion("x", lambda *_: Finding(Verdict.MET, "x")), "Criterion"),
        ],
    )
    def test_a_value(self, value, name):
        """Values that are no public class of data are refused by name, both ways."""
        for write in (wire.to_dict, wire.to_json):
            with pytest.raises(UnserializableType) as caught:
                write(value)
            assert caught.value.type_name == name

    @pytest.mark.parametrize(
        ("kind", "name"), [(int, "int"), (Context, "Context"), ("Application", "'Application'")]
    )
    def test_a_type(self, kind, name):
        """So are types, whatever the document is."""
        for read in (wire.from_dict, wire.from_json):
            with pytest.raises(UnserializableType) as caught:
                read(kind, "{")
            assert caught.value.type_name == name

    @pytest.mark.parametrize("text", [None, 3, {}, bytearray(b"{}")])
    def test_what_is_no_text(self, text):
        """JSON is text or bytes."""
        with pytest.raises(WrongType) as caught:
            wire.from_json(Membership, text)
        assert (caught.value.field, caught.value.value) == ("text", text)
        assert caught.value.expected == "JSON as text or as bytes in UTF-8"
