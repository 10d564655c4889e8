"""The tools of others, with every look-up refused, and the documents that they read."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest
import rdflib
from pyld import jsonld

from wselr_rules import ELIGIBLE
from wselr_rules.linked_data import of_criterion, of_decision, vocabulary

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"

#: What the questions below are asked with.
PREFIXES = """
    PREFIX cv: <http://data.europa.eu/m8g/>
    PREFIX eli: <http://data.europa.eu/eli/ontology#>
    PREFIX dct: <http://purl.org/dc/terms/>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX wselr: <urn:wselr-rules:term:>
"""


def refuse(url, _options):
    """Stand in for what would fetch a context."""
    message = f"{url} was to be fetched"
    raise AssertionError(message)


def graph_of(*documents):
    """Return what rdflib reads of these documents, in one graph."""
    graph = rdflib.Graph()
    for document in documents:
        graph.parse(data=json.dumps(document), format="json-ld")
    return graph


def n_quads_of(document):
    """Return what pyld reads of a document, as canonical N-Quads."""
    options = {
        "algorithm": "URDNA2015",
        "format": "application/n-quads",
        "documentLoader": refuse,
    }
    return jsonld.normalize(document, options)


def asked(graph, question, **bound):
    """Return the answers to a question as texts, in order."""
    rows = graph.query(PREFIXES + question, initBindings=bound)
    return sorted(tuple(str(each) for each in row) for row in rows)


def real_decisions():
    """Return each decision of the example, on what is public and on what is assumed."""
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(str(EXAMPLES))
        applicants = importlib.import_module("applicants")
        assumptions = importlib.import_module("assumptions")
        sources = importlib.import_module("sources")
    listed = applicants.read_applicants(EXAMPLES / "data" / "applicants.json")
    municipalities = applicants.read_municipalities(EXAMPLES / "data" / "figures.csv")
    by_id = {each.id: each for each in listed}
    portfolios = (
        assumptions.as_published(listed, municipalities),
        sources.with_sources(assumptions.as_assumed(listed, municipalities), by_id),
    )
    return [
        (decision, portfolio[decision.application_id])
        for portfolio in portfolios
        for assessment in assumptions.decide(portfolio).assessments
        for decision in assessment
    ]


def documents_of(decisions):
    """Return the documents of decisions, of the criterion and of the vocabulary."""
    told = (of_decision(decision, application) for decision, application in decisions)
    return [of_criterion(ELIGIBLE), vocabulary(), *told]
