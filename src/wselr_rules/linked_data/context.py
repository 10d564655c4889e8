"""The context (*context*) of the documents, written out in each, so that nothing is fetched.

It knows which short name stands for which IRI and how its values are written. The names are those
of the vocabularies themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from wselr_rules.linked_data.terms import OWN_TERMS, TERMS, TermKind
from wselr_rules.render.language import Language
from wselr_rules.render.templates import Row

__all__ = ["PREFIXES", "JsonNode", "document", "in_words", "told", "typed"]

#: A node as JSON-LD has it.
JsonNode: TypeAlias = dict[str, object]

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cv": "http://data.europa.eu/m8g/",
        "dct": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "wselr": TERMS,
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

_LINKS: Final = (
    "cv:hasConcept",
    "cv:hasQualifiedRelation",
    "cv:hasRequirement",
    "cv:isDerivedFrom",
    "cv:providesValueFor",
    "cv:supportsConcept",
    "cv:supportsRequirement",
    "cv:supportsValue",
    "dct:isPartOf",
    "dct:spatial",
    "dct:subject",
    "org:classification",
    "rdfs:seeAlso",
    "rdfs:subPropertyOf",
)
_DATES: Final = ("eli:date_document", "eli:first_date_entry_in_force")
#: Texts in a language, as an object with the languages as its keys.
_WORDS: Final = ("dct:description", "rdfs:comment", "rdfs:label", "skos:altLabel")
_TYPED: Final = frozenset({TermKind.DATE, TermKind.WHOLE, TermKind.TRUTH})


def document(nodes: Iterable[JsonNode]) -> JsonNode:
    """A document (*document*) of these nodes, each once, in the order of their first mention."""
    graph: dict[object, JsonNode] = {}
    for node in nodes:
        graph.setdefault(node["@id"], node)
    return {"@context": _context(), "@graph": [*graph.values()]}


def in_words(row: Row) -> JsonNode:
    """A text in each language (*in elke taal*)."""
    return told(row.__getitem__)


def told(tell: Callable[[Language], str]) -> JsonNode:
    """What is told in a language, in each of them (*in elke taal verteld*)."""
    return {language.value: tell(language) for language in Language}


def typed(kind: TermKind, text: str) -> JsonNode:
    """A literal with its type (*getypeerde waarde*), whatever the property says of its values."""
    return {"@type": f"xsd:{kind.value}", "@value": text}


def _context() -> JsonNode:
    links: JsonNode = {"@type": "@id"}
    words: JsonNode = {"@container": "@language"}
    own = {f"wselr:{each.name}": each.kind for each in OWN_TERMS}
    return {
        **PREFIXES,
        **{name: {**links} for name in _LINKS},
        **{name: {"@type": "xsd:date"} for name in _DATES},
        **{name: {**words} for name in _WORDS},
        **{name: {**links} for name, kind in own.items() if kind is TermKind.LINK},
        **{name: {**words} for name, kind in own.items() if kind is TermKind.WORDS},
        **{name: {"@type": f"xsd:{kind.value}"} for name, kind in own.items() if kind in _TYPED},
    }
