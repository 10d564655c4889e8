"""What is told has the form that CCCEV gives to it, and our terms the form that they promise."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pyshacl
import pytest
import rdflib
from tests.linked.reading import graph_of

from wselr_rules import ELIGIBLE
from wselr_rules.linked_data import of_criterion

SHAPES = rdflib.Graph().parse(Path(__file__).with_name("shapes.ttl"), format="turtle")


def _breaches(graph):
    conforms, _, told = pyshacl.validate(graph, shacl_graph=SHAPES, meta_shacl=False)
    return "" if conforms else told


def test_the_shapes_are_shapes():
    """The file itself has the form that SHACL gives to shapes."""
    conforms, _, told = pyshacl.validate(rdflib.Graph(), shacl_graph=SHAPES, meta_shacl=True)
    assert conforms, told


@pytest.mark.parametrize("number", range(0, 84, 7))
def test_a_real_decision(graphs, number):
    """Decisions on real applicants, on what is public and on what is assumed, conform."""
    assert _breaches(graphs[number]) == ""


def test_a_criterion_with_and_or_and_not():
    """So do the criterion of the call and one that says not."""
    assert _breaches(graph_of(of_criterion(ELIGIBLE))) == ""
    assert _breaches(graph_of(of_criterion(~ELIGIBLE))) == ""


def _node(document, kind):
    return next(each for each in document["@graph"] if kind in each["@type"])


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("cv:Criterion", "dct:identifier", []),
        ("cv:Criterion", "@type", "wselr:Reading"),
        ("cv:Criterion", "cv:isDerivedFrom", ["urn:wselr-rules:concept/plan"]),
        ("cv:Criterion", "wselr:hasAlternative", ["urn:wselr-rules:criterion/plan"]),
        ("cv:Criterion", "cv:hasQualifiedRelation", ["urn:wselr-rules:criterion/plan"]),
        ("cv:Evidence", "@type", "cv:SupportedValue"),
        ("cv:Evidence", "dct:subject", []),
        ("cv:SupportedValue", "cv:value", []),
        ("cv:SupportedValue", "cv:providesValueFor", []),
        ("cv:InformationConcept", "dct:identifier", ["a", "b"]),
        ("wselr:Decision", "wselr:verdict", ["urn:wselr-rules:term:maybe"]),
        ("wselr:Decision", "wselr:on", "2025-02-30"),
        ("wselr:Decision", "wselr:finding", []),
        ("wselr:Finding", "wselr:verdict", []),
        ("wselr:Finding", "dct:description", {"nl": "alleen Nederlands"}),
        ("wselr:Finding", "wselr:sentence", ["urn:wselr-rules:act/2022-04-29"]),
        ("wselr:MissingFact", "wselr:ofConcept", []),
        ("wselr:Sentence", "wselr:act", []),
        ("eli:LegalResource", "eli:id_local", "20220209"),
    ],
)
def test_a_breach_is_found(documents, kind, name, value):
    """A document in which something was taken away or changed does not conform."""
    document = deepcopy(documents[2])
    assert _breaches(graph_of(document)) == ""
    _node(document, kind)[name] = value
    assert _breaches(graph_of(document)) != ""
