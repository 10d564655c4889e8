"""What is told is RDF: two readers find the same in it, and questions find what was decided."""

from __future__ import annotations

import json
import random
from datetime import date

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld
from rdflib import ORG, RDF, RDFS, URIRef
from tests.linked.reading import asked, graph_of, n_quads_of, refuse
from tests.linked_data.reading import tree_of
from tests.linked_data.test_criteria import trees

from wselr_rules import (
    ELIGIBLE,
    OPEN_CALL_2023_2025,
    Application,
    LegalForm,
    Municipality,
    Portfolio,
    RegieVerband,
    Verdict,
    assess,
)
from wselr_rules.eligibility.finding import Operator
from wselr_rules.linked_data import TERMS, of_criterion, of_decision

CV = rdflib.Namespace("http://data.europa.eu/m8g/")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")
OWN = rdflib.Namespace(TERMS)
OPERATORS = {
    CV.hasRequirement: Operator.ALL,
    OWN.hasAlternative: Operator.ANY,
    OWN.hasNegated: Operator.NOT,
}
#: All of CCCEV 2.2.0 that is used, as its vocabulary lists it: classes, then properties.
CCCEV = {
    *("Criterion", "Evidence", "InformationConcept", "ReferenceFramework", "SupportedValue"),
    *("hasConcept", "hasQualifiedRelation", "hasRequirement", "isDerivedFrom", "providesValueFor"),
    *("supportsConcept", "supportsRequirement", "supportsValue", "value"),
}

each_kind = pytest.mark.parametrize("place", [0, 1, 2, 30, -1])


def _from_n_quads(text):
    graph = rdflib.Dataset(default_union=True)
    graph.parse(data=text, format="nquads")
    return {triple[:3] for triple in graph.quads()}


class TestReaders:
    """It is JSON-LD, and reads alike everywhere."""

    @each_kind
    def test_two_readers_find_the_same(self, documents, place):
        """Of rdflib and pyld each finds every statement that the other finds."""
        document = documents[place]
        assert set(graph_of(document)) == _from_n_quads(n_quads_of(document))

    @each_kind
    def test_no_node_is_without_a_name(self, documents, place):
        """There is no blank node, so nothing is called otherwise in another run."""
        assert not [
            each
            for triple in graph_of(documents[place])
            for each in triple
            if isinstance(each, rdflib.BNode)
        ]

    @each_kind
    def test_the_order_of_keys_and_nodes_says_nothing(self, documents, place):
        """With its keys and nodes in any other order it is the same, byte by byte, in N-Quads."""
        document = documents[place]
        shuffled = random.Random(4021)  # noqa: S311 -- an order, the same each time

        def mixed(value):
            if isinstance(value, dict):
                keys = list(value)
                shuffled.shuffle(keys)
                return {key: mixed(value[key]) for key in keys}
            if isinstance(value, list):
                parts = [mixed(each) for each in value]
                shuffled.shuffle(parts)
                return parts
            return value

        assert json.dumps(mixed(document)) != json.dumps(document)
        assert n_quads_of(mixed(document)) == n_quads_of(document)

    def test_the_loader_bites(self):
        """A context at an address would have been asked for, and refused."""
        document = {"@context": "https://data.example.org/context", "x:y": "z"}
        with pytest.raises(jsonld.JsonLdError) as caught:
            jsonld.expand(document, {"documentLoader": refuse})
        assert "was to be fetched" in str(caught.value.__context__)

    def test_only_words_of_cccev_are_used_as_such(self, graph, graphs):
        """Every name in the namespace of CCCEV is one that it has, and all are used."""
        everything = (triple for each in (graph, *graphs) for triple in each)
        names = {str(each) for triple in everything for each in triple if isinstance(each, URIRef)}
        assert {each.removeprefix(CV) for each in names if each.startswith(CV)} == CCCEV


def _tree(graph, node):
    """Return a criterion as the graph tells it."""
    told = [(OPERATORS[name], name) for name in OPERATORS if (node, name, None) in graph]
    assert len(told) <= 1
    operator, name = told[0] if told else (None, None)
    sentences = {
        str(graph.value(each, DCT.identifier))
        for each in graph.objects(node, CV.isDerivedFrom)
        if (each, RDF.type, OWN.Sentence) in graph
    }
    concepts = graph.objects(node, CV.hasConcept)
    return (
        str(graph.value(node, DCT.identifier)),
        frozenset(sentences),
        frozenset(str(graph.value(each, DCT.identifier)) for each in concepts),
        operator,
        frozenset(_tree(graph, each) for each in (graph.objects(node, name) if name else ())),
    )


class TestTree:
    """The tree of the criterion can be read back from RDF."""

    def test_eligible(self, graph):
        """It equals that of ELIGIBLE node by node."""
        root = URIRef("urn:wselr-rules:criterion/eligible")
        assert _tree(graph, root) == tree_of(ELIGIBLE)

    @given(trees)
    @settings(max_examples=25)
    def test_any_other(self, criterion):
        """So does that of any other, with and, or and not."""
        document = of_criterion(criterion)
        root = URIRef(document["@graph"][0]["@id"])
        assert _tree(graph_of(document), root) == tree_of(criterion)


class TestQuestions:
    """Who asks the graph gets what the library decided."""

    def test_which_sentences_ground_a_refusal(self, decisions, graphs):
        """They are the sentences of the refusals, for every real applicant."""
        question = "SELECT ?id { ?d wselr:refusal/wselr:sentence/dct:identifier ?id }"
        refused = 0
        for (decision, _), graph in zip(decisions, graphs, strict=True):
            expected = {name for each in decision.refusals for name in each.sentences}
            assert {row[0] for row in asked(graph, question)} == expected
            refused += bool(expected)
        assert refused > 10

    def test_which_facts_are_missing(self, decisions, graphs):
        """They are the missing facts, in Dutch and with what kind of fact each is."""
        question = """
            SELECT ?words ?fact {
                ?d a wselr:Decision ; wselr:missing ?m .
                ?m rdfs:label ?words ; wselr:ofConcept/dct:identifier ?fact
                FILTER (lang(?words) = "nl")
            }
        """
        undecided = 0
        for (decision, _), graph in zip(decisions, graphs, strict=True):
            expected = sorted({(each.text("nl"), each.fact) for each in decision.missing})
            assert sorted(set(asked(graph, question))) == expected
            undecided += bool(expected)
        assert undecided > 10

    def test_which_acts_are_behind_it(self, graph):
        """All criteria of the call rest on the order of 29 April 2022."""
        question = """
            SELECT DISTINCT ?day {
                ?c cv:isDerivedFrom/wselr:act/eli:date_document ?day
            }
        """
        assert asked(graph, question) == [("2022-04-29",)]

    def test_how_many_inhabitants_by_which_source(self, decisions, graphs):
        """The figures can be added up, by municipality and by source."""
        question = """
            SELECT ?source (SUM(?value) AS ?sum) {
                ?e a cv:Evidence ; rdfs:label ?source ; cv:supportsValue ?v .
                ?v cv:value ?value ; cv:providesValueFor/dct:identifier "inhabitants"
            } GROUP BY ?source
        """
        summed = 0
        for (decision, application), graph in zip(decisions, graphs, strict=True):
            inhabitants = application.regieverband.inhabitants_on(decision.on)
            if "inhabitants" in {each.fact for part in decision.finding for each in part.sourced}:
                assert asked(graph, question) == [("Statbel", str(inhabitants))]
                summed += 1
        assert summed == 42

    def test_who_claims_the_same_ground(self, graphs):
        """Applications that have a municipality in common are found in one graph of all."""
        question = """
            SELECT DISTINCT ?code {
                ?a dct:spatial ?town . ?b dct:spatial ?town . ?town dct:identifier ?code .
                ?d dct:subject ?a ; a wselr:Decision . ?f dct:subject ?b ; a wselr:Decision
                FILTER (str(?a) < str(?b))
            }
        """
        whole = rdflib.Graph()
        for graph in graphs[-21:]:
            whole += graph
        assert ("37017",) in asked(whole, question)


HOSTILE = [
    '"></script><script>alert(1)</script>',
    'a" ; DROP GRAPH <x> } #',
    '\\" \\u0022 \\n',
    "@id",
    "@type",
    "https://data.example.org/is-no-link",
    "_:b0",
    "cv:Criterion",
    "\u202etxet\u202c\u2066",
    "\x01\x08\x0b\x0c\x0e\x1f\x7f\x85",
    "\t\r\n  x \u2028\u2029",
    "😀\U0010fffd\ufeff\u0301",
    "<b>&amp;</b>",
    '{"@value": "x"}',
    "{}[]|^`%20%",
]


class TestHostileNames:
    """A name is a literal, whatever it holds, and never a statement of its own."""

    @pytest.mark.parametrize("name", HOSTILE)
    def test_fixed(self, name):
        """Quotes, markup, keywords, control signs and signs of direction stand as they are."""
        self._check(name)

    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
    @settings(max_examples=50, deadline=None)
    def test_drawn(self, name):
        """So does any other text."""
        self._check(name)

    @staticmethod
    def _check(name):
        plain, hostile = _told("x", "x"), _told(f"i{name}", name)
        graph, again = graph_of(hostile), _from_n_quads(n_quads_of(hostile))
        assert set(graph) == again
        # As many statements as with a plain name, and of the same properties.
        assert sorted(p for _, p, _ in graph) == sorted(p for _, p, _ in graph_of(plain))
        (applicant,) = graph.subjects(RDF.type, ORG.Organization)
        assert [str(each) for each in graph.objects(applicant, RDFS.label)] == [name]
        assert [str(each) for each in graph.objects(applicant, DCT.identifier)] == [f"i{name}"]


def _told(id, name):
    """Return what is told of an applicant of this id and name."""
    towns = [Municipality(code, name) for code in ("41002", "90001")]
    body = RegieVerband.of(
        id,
        name,
        LegalForm.INTERLOCAL_ASSOCIATION,
        towns,
        since=date(2020, 1, 1),
        recognised_on=None,
    )
    application = Application(id, body, None, channels=None)
    portfolio = Portfolio([application], complete=True)
    decision = assess(
        application, on=date(2025, 6, 1), call=OPEN_CALL_2023_2025, portfolio=portfolio
    )
    assert decision.verdict is Verdict.UNKNOWN
    return of_decision(decision, application)
