"""A decision as linked data says what was found, by which sentences, and what is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date

import pytest
from tests.eligibility.stories import (
    CALL,
    LIMBURG,
    QUIET,
    applies,
    city,
    real,
    town,
    verband,
)
from tests.linked_data.reading import by_iri, of_type
from tests.purity.asking import APPLICATIONS, DAY, PORTFOLIO

from wselr_rules import (
    ELIGIBLE,
    Audience,
    Confidence,
    Decision,
    Finding,
    Portfolio,
    Provenance,
    Verdict,
    assess,
)
from wselr_rules.errors import InvalidDocument, WrongValue
from wselr_rules.linked_data import TERMS, of_criterion, of_decision, vocabulary
from wselr_rules.linked_data.terms import OWN_TERMS

PLACE = "urn:wselr-rules:decision/R/2024-07-01"


def told(application, on=QUIET, *, others=(), call=CALL, complete=True):
    """Return the decision on an application, and what is told of it."""
    portfolio = Portfolio((application, *others), complete=complete)
    decision = assess(application, on=on, call=call, portfolio=portfolio)
    return decision, of_decision(decision, application)


@pytest.fixture(scope="module")
def stories():
    """Return decisions of every kind, each with its document."""
    return [
        (decision, of_decision(decision, each))
        for each in APPLICATIONS
        for decision in [assess(each, on=DAY, call=CALL, portfolio=PORTFOLIO)]
    ]


def _finding_of(nodes, iri):
    """Return a finding as the document tells it, with its parts in their order."""
    node = nodes[iri]
    parts = [_finding_of(nodes, each) for each in node["wselr:part"]]
    assert [nodes[each]["wselr:position"] for each in node["wselr:part"]] == [
        *range(1, len(parts) + 1)
    ]
    return (
        node["wselr:criterion"],
        node["wselr:verdict"],
        node["wselr:settled"],
        node.get("wselr:due"),
        [nodes[each]["dct:identifier"] for each in node["wselr:sentence"]],
        {
            nodes[each]["dct:identifier"]: nodes[each]["wselr:choice"]
            for each in node["wselr:reading"]
        },
        [nodes[each]["dct:identifier"] for each in node["wselr:missing"]],
        parts,
    )


def _as_told(finding):
    """Return a finding in the same form."""
    return (
        [f"urn:wselr-rules:criterion/{finding.criterion}"],
        [f"{TERMS}{finding.verdict.value}"],
        finding.settled,
        finding.due and finding.due.isoformat(),
        list(finding.sentences),
        dict(finding.readings),
        [each.path for each in finding.missing],
        [_as_told(each) for each in finding.children],
    )


class TestFindings:
    """Every finding of the decision is there, in its place."""

    def test_all_of_them(self, stories):
        """Read back, verdicts, sentences, readings, duties and missing facts are the same."""
        verdicts = set()
        for decision, document in stories:
            (node,) = of_type(document, "wselr:Decision")
            found = _finding_of(by_iri(document), node["wselr:finding"][0])
            assert found == _as_told(decision.finding)
            verdicts.add(decision.verdict)
        assert verdicts == set(Verdict)

    def test_the_decision(self, stories):
        """It names its application, applicant, day, verdict, rules and missing facts."""
        for decision, document in stories:
            nodes = by_iri(document)
            (node,) = of_type(document, "wselr:Decision")
            assert node["dct:identifier"] == decision.application_id
            assert node["wselr:on"] == decision.on.isoformat()
            assert node["wselr:verdict"] == [f"{TERMS}{decision.verdict.value}"]
            assert node["wselr:rulesVersion"] == "2"
            assert [nodes[each]["dct:identifier"] for each in node["wselr:missing"]] == [
                each.path for each in decision.missing
            ]

    def test_refusals(self, stories):
        """It points to the smallest findings that make it fail, and to no other."""
        refused = 0
        for decision, document in stories:
            nodes = by_iri(document)
            (node,) = of_type(document, "wselr:Decision")
            criteria = [nodes[each]["wselr:criterion"] for each in node["wselr:refusal"]]
            assert criteria == [
                [f"urn:wselr-rules:criterion/{each.criterion}"] for each in decision.refusals
            ]
            refused += len(criteria)
        assert refused > len(stories) / 2

    def test_words(self, stories):
        """Each finding, missing fact and reading says itself in Dutch and in English."""
        for decision, document in stories:
            parts = list(decision.finding)
            for node, part in zip(of_type(document, "wselr:Finding"), parts, strict=True):
                assert node["dct:description"] == {
                    language: part.sentence(language, Audience.APPLICANT)
                    for language in ("nl", "en")
                }
            facts = {each.path: each for part in parts for each in part.missing}
            for node in of_type(document, "wselr:MissingFact"):
                fact = facts[node["dct:identifier"]]
                assert node["rdfs:label"] == {"nl": fact.text("nl"), "en": fact.text("en")}
            for reading in of_type(document, "wselr:Reading"):
                assert {*reading["rdfs:label"]} == {*reading["dct:description"]} == {"nl", "en"}

    def test_a_reading_that_is_none_of_ours(self):
        """Of a reading in a finding of the caller's own the choice is told, and nothing else."""
        finding = Finding(Verdict.MET, "yes", criterion="own", readings={"X1": "so"})
        document = of_decision(Decision("R", QUIET, finding), applies())
        assert of_type(document, "wselr:Reading") == [
            {
                "@id": "urn:wselr-rules:reading/X1/so",
                "@type": "wselr:Reading",
                "dct:identifier": "X1",
                "wselr:choice": "so",
            }
        ]

    def test_every_reference_leads_somewhere(self, stories):
        """Each IRI of ours that a document names is a node of it, or a term of the vocabulary."""
        terms = set(by_iri(vocabulary()))
        for _, document in stories:
            names = set(by_iri(document)) | terms
            for node in document["@graph"]:
                links = [
                    each for value in node.values() if isinstance(value, list) for each in value
                ]
                ours = [each for each in links if str(each).startswith("urn:wselr-rules:")]
                assert set(ours) <= names


class TestApplicant:
    """The applicant is an organisation on the ground of its members."""

    def test_members_of_the_day(self):
        """Its ground is that of the members of the assessed day, by their addresses."""
        body = verband(real("Gent"), real("Aalst")).without_member("41002", date(2024, 6, 1))
        for on, codes in ((date(2024, 5, 31), ["44021", "41002"]), (QUIET, ["44021"])):
            _, document = told(applies(body), on)
            (node,) = of_type(document, "org:Organization")
            assert node == {
                "@id": "urn:wselr-rules:applicant/R",
                "@type": ["org:Organization", "foaf:Agent"],
                "dct:identifier": "R",
                "rdfs:label": "Regieverband R",
                "dct:spatial": [f"https://data.vlaanderen.be/id/gemeente/{code}" for code in codes],
                "org:classification": ["urn:wselr-rules:legal-form/interlokale%20vereniging"],
            }
            assert [each["dct:identifier"] for each in of_type(document, "dct:Location")] == codes

    def test_a_legal_form_that_is_not_known(self):
        """Then it has no class."""
        _, document = told(applies(verband(form=None)))
        assert "org:classification" not in of_type(document, "org:Organization")[0]
        assert of_type(document, "skos:Concept") == []

    def test_a_code_that_ended_keeps_its_own_address(self):
        """Hasselt had another code before it merged, and each is told by its own."""
        for on, code in ((date(2024, 12, 31), "71022"), (date(2025, 1, 1), "71072")):
            _, document = told(applies(city(real("Hasselt", on=on))), on)
            assert [each["@id"] for each in of_type(document, "dct:Location")] == [
                f"https://data.vlaanderen.be/id/gemeente/{code}"
            ]

    @pytest.mark.parametrize("code", ["12030", "71047"])
    def test_a_code_that_ended_when_the_register_begins(self, code):
        """So is one of before 2019."""
        _, document = told(applies(verband(town(code, territory={"90001"}), town("90002"))))
        assert of_type(document, "dct:Location")[0]["@id"].endswith(f"/id/gemeente/{code}")

    def test_a_code_that_the_register_does_not_have(self):
        """A code of elsewhere gets an IRI of ours: whether it has an address is not known."""
        _, document = told(applies(verband(town("21001"), town("90002"))))
        assert [each["@id"] for each in of_type(document, "dct:Location")] == [
            "urn:wselr-rules:municipality/21001",
            "urn:wselr-rules:municipality/90002",
        ]


def test_it_must_be_the_application_of_the_decision():
    """Another application than the decided one is refused."""
    decision, _ = told(applies())
    with pytest.raises(WrongValue):
        of_decision(decision, applies(id="another"))


def test_what_no_document_can_hold():
    """A name with half a surrogate pair is refused as wire refuses it, and so is a huge number."""
    for wrong in (town(name="\udc00"), town(inhabitants=10**601)):
        body = verband(wrong, town("90002", reference_region=LIMBURG))
        decision = Decision("R", QUIET, Finding(Verdict.MET, "yes", criterion="own"))
        with pytest.raises(InvalidDocument):
            of_decision(decision, applies(body))
    finding = Finding(Verdict.MET, "\x00", criterion="own")
    with pytest.raises(InvalidDocument):
        of_decision(Decision("R", QUIET, finding), applies())


class TestVocabulary:
    """What CCCEV has no word for has one of ours, which says what it means."""

    def test_each_term_is_defined_and_used(self, stories):
        """Every term that a document names is defined, and none is defined for nothing."""
        known = {"inhabitants": Provenance("Statbel", DAY, confidence=Confidence.HIGH)}
        _, sourced = told(applies(city(real("Aalst", provenance=known))))
        documents = [sourced, of_criterion(~ELIGIBLE), *(document for _, document in stories)]
        text = json.dumps(documents)
        used = {
            each.name
            for each in OWN_TERMS
            if f'"wselr:{each.name}"' in text or f'"{TERMS}{each.name}"' in text
        }
        assert used == {each.name for each in OWN_TERMS}
        names = {part.partition('"')[0] for part in text.split('"wselr:')[1:]}
        assert names <= used

    def test_each_term_means_something_in_both_languages(self):
        """It has a name and a meaning in Dutch and in English, and a kind."""
        own, *terms = vocabulary()["@graph"]
        assert own["@id"] == TERMS
        assert len(terms) == len(OWN_TERMS) == len({each["@id"] for each in terms})
        for each in terms:
            assert {*each["rdfs:label"]} == {*each["rdfs:comment"]} == {"nl", "en"}
        assert {each["@type"] for each in terms} == {
            "rdfs:Class",
            "skos:Concept",
            "owl:ObjectProperty",
            "owl:DatatypeProperty",
        }
        assert {each["@id"] for each in terms if "rdfs:subPropertyOf" in each} == {
            f"{TERMS}hasAlternative",
            f"{TERMS}hasNegated",
        }


#: Prints a document whole; run with another seed of hashes each time.
_PROGRAM = """
import json
from tests.linked_data.test_decisions import told
from tests.eligibility.stories import applies
print(json.dumps(told(applies(submitted_on=None))[1], ensure_ascii=True))
"""


def test_the_order_is_always_the_same():
    """Whatever the seed of hashes, the document is the same, down to the order of its keys."""
    said = {
        subprocess.run(  # noqa: S603 -- this interpreter, on words of this file
            [sys.executable, "-c", _PROGRAM],
            capture_output=True,
            check=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            timeout=60,
        ).stdout
        for seed in ("1", "4021")
    }
    assert len(said) == 1


def test_nothing_in_the_context_is_fetched():
    """The context is written out: a term is an object or the IRI of a prefix; none imports."""
    _, document = told(applies())
    context = document["@context"]
    assert isinstance(context, dict)
    assert not {"@import", "@base", "@vocab"} & set(context)
    for name, term in context.items():
        if isinstance(term, str):
            assert term.endswith(("/", "#", ":"))
        else:
            assert set(term) <= {"@type", "@container"}, name
    keys = {key for node in document["@graph"] for key in node if not key.startswith("@")}
    assert {key.partition(":")[0] for key in keys} <= set(context)
