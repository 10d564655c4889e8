"""Reads linked data back as plain data, without any tool of others."""

from __future__ import annotations

from wselr_rules.eligibility.criteria import Combination
from wselr_rules.eligibility.finding import Operator

#: How the parts of a combination are told, by the property that tells it apart.
OPERATORS = {
    "cv:hasRequirement": Operator.ALL,
    "wselr:hasAlternative": Operator.ANY,
    "wselr:hasNegated": Operator.NOT,
}


def by_iri(document):
    """Return the nodes of a document by their IRI."""
    return {node["@id"]: node for node in document["@graph"]}


def of_type(document, kind):
    """Return the nodes of a type, in order."""
    types = ((node, node["@type"]) for node in document["@graph"])
    return [node for node, told in types if kind in ([told] if isinstance(told, str) else told)]


def told_tree(nodes, iri):
    """Return a criterion as the document tells it: id, sentences, facts, operator and parts."""
    node = nodes[iri]
    told = [(OPERATORS[name], node[name]) for name in OPERATORS if name in node]
    operator, parts = told[0] if told else (None, [])
    frameworks = (nodes[each] for each in node.get("cv:isDerivedFrom", ()))
    return (
        node["dct:identifier"],
        frozenset(
            each["dct:identifier"] for each in frameworks if "wselr:Sentence" in each["@type"]
        ),
        frozenset(nodes[each]["dct:identifier"] for each in node.get("cv:hasConcept", ())),
        operator,
        frozenset(told_tree(nodes, each) for each in parts),
    )


def tree_of(criterion):
    """Return a criterion in the same form."""
    rule = criterion.rule
    is_whole = isinstance(rule, Combination)
    return (
        criterion.id,
        frozenset(criterion.sentences),
        frozenset(criterion.reads),
        rule.operator if is_whole else None,
        frozenset(tree_of(part) for part in (rule.parts if is_whole else ())),
    )
