"""The vocabulary (*vocabularium*): the terms of our own as linked data, for who publishes them."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from wselr_rules.linked_data.context import JsonNode, document, in_words
from wselr_rules.linked_data.terms import OWN_TERMS, TERMS, OwnTerm, TermKind
from wselr_rules.render.templates import both

__all__ = ["vocabulary"]

_NAME: Final = both(
    "Termen van wselr_rules waar CCCEV geen woord voor heeft",
    "Terms of wselr_rules for which CCCEV has no word",
)
_TYPES: Final = MappingProxyType(
    {
        TermKind.CLASS: "rdfs:Class",
        TermKind.CONCEPT: "skos:Concept",
        TermKind.LINK: "owl:ObjectProperty",
    }
)


def vocabulary() -> dict[str, object]:
    """The terms of our own (*vocabularium*), each with what it means in Dutch and in English."""
    return document(_nodes())


def _nodes() -> Iterator[JsonNode]:
    yield {"@id": TERMS, "@type": "owl:Ontology", "rdfs:label": in_words(_NAME)}
    yield from map(_node, OWN_TERMS)


def _node(term: OwnTerm) -> JsonNode:
    node: JsonNode = {
        "@id": f"{TERMS}{term.name}",
        "@type": _TYPES.get(term.kind, "owl:DatatypeProperty"),
        "rdfs:label": in_words(term.label),
        "rdfs:comment": in_words(term.meaning),
    }
    return node if term.narrows is None else {**node, "rdfs:subPropertyOf": [term.narrows]}
