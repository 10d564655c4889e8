"""Evidence (*bewijs*): the known facts of a decision, by where they come from.

One evidence is what one source says; facts whose source is not told are one of their own, which
says so. Whether a source is right is not known here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from wselr_rules.domain.provenance import Provenance
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.linked_data.concepts import concept_nodes
from wselr_rules.linked_data.context import JsonNode, in_words, told
from wselr_rules.linked_data.criteria import criteria_in
from wselr_rules.linked_data.facts import KnownFact
from wselr_rules.linked_data.iris import Iris
from wselr_rules.render.templates import both

__all__ = ["evidence_nodes"]

_UNTOLD: Final = both(
    "de aanvraag zoals ze werd meegedeeld; een andere bron is niet genoemd",
    "the application as it was told; no other source is named",
)


def evidence_nodes(
    facts: Collection[KnownFact], applicant: str, place: tuple[str, ...], iris: Iris
) -> Iterator[JsonNode]:
    """The nodes of the evidence (*bewijs*) and its values, in the order of the first fact of each.

    ``place`` names the decision, ``applicant`` is an id.
    """
    by_source: dict[Provenance | None, list[KnownFact]] = {}
    for each in facts:
        by_source.setdefault(each.provenance, []).append(each)
    for number, (source, said) in enumerate(by_source.items(), start=1):
        yield {
            "@id": iris.of(*place, "evidence", str(number)),
            "@type": "cv:Evidence",
            **_of_source(source),
            "dct:subject": [iris.of("applicant", applicant)],
            "cv:supportsValue": [iris.of(*place, "fact", each.path) for each in said],
            "cv:supportsConcept": [*dict.fromkeys(iris.of("concept", each.fact) for each in said)],
            "cv:supportsRequirement": _supported({each.fact for each in said}, iris),
        }
    for each in facts:
        yield _value(each, place, iris)
    yield from concept_nodes((each.fact for each in facts), iris)


def _of_source(source: Provenance | None) -> JsonNode:
    if source is None:
        return {"rdfs:label": in_words(_UNTOLD)}
    node: JsonNode = {"rdfs:label": source.source, "dct:description": told(source.text)}
    if source.dated is not None:
        node["wselr:figureOf"] = source.dated.isoformat()
    if source.confidence is not None:
        node["wselr:confidence"] = source.confidence.value
    if source.note:
        node["skos:note"] = source.note
    return node


def _supported(facts: set[str], iris: Iris) -> list[str]:
    return [
        iris.of("criterion", each.id)
        for each in criteria_in(ELIGIBLE)
        if not facts.isdisjoint(each.reads)
    ]


def _value(fact: KnownFact, place: tuple[str, ...], iris: Iris) -> JsonNode:
    node: JsonNode = {
        "@id": iris.of(*place, "fact", fact.path),
        "@type": "cv:SupportedValue",
        "dct:identifier": fact.path,
        "cv:value": [*fact.values],
        "cv:providesValueFor": [iris.of("concept", fact.fact)],
    }
    if fact.nis_code is not None:
        node["dct:spatial"] = [iris.municipality(fact.nis_code)]
    return node
