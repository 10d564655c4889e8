"""Criteria (*criteria*) as linked data: what is asked, of which parts, by which sentences.

The parts that must all be met are requirements that a criterion has. CCCEV has no word for parts
of which one is enough, nor for one that must not be met; those are qualified relations, told apart
by a term of our own, so that nobody takes an alternative for a part that must be met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from wselr_rules.eligibility.criteria import Combination, Criterion
from wselr_rules.eligibility.finding import Operator
from wselr_rules.eligibility.timeline_messages import MESSAGES_OF_CRITERIA
from wselr_rules.errors import WrongValue
from wselr_rules.linked_data.concepts import concept_nodes
from wselr_rules.linked_data.context import JsonNode, document, in_words
from wselr_rules.linked_data.iris import BASE, Iris
from wselr_rules.linked_data.legal_sources import frameworks, source_nodes

__all__ = ["criteria_in", "criterion_nodes", "of_criterion"]

#: How the parts of each combination are told.
_PARTS: Final[Mapping[Operator, tuple[str, ...]]] = MappingProxyType(
    {
        Operator.ALL: ("cv:hasRequirement",),
        Operator.ANY: ("cv:hasQualifiedRelation", "wselr:hasAlternative"),
        Operator.NOT: ("cv:hasQualifiedRelation", "wselr:hasNegated"),
    }
)


def of_criterion(criterion: Criterion, *, base: str = BASE) -> dict[str, object]:
    """A criterion with all its parts (*criterium*), their sentences and the facts they read.

    ``base`` is what the IRIs begin with. The order of parts and a part that stands twice in one
    whole change no answer, and RDF keeps neither. Raises ``WrongType`` or ``WrongValue`` for a
    base that is none, an id that cannot be written, or two criteria with one id.
    """
    return document(criterion_nodes(criterion, Iris(base)))


def criterion_nodes(criterion: Criterion, iris: Iris) -> Iterator[JsonNode]:
    """The nodes of a criterion and its parts (*knopen*), then of what they refer to."""
    found = criteria_in(criterion)
    for each in found:
        yield _node(each, iris)
    yield from source_nodes((name for each in found for name in each.sentences), iris)
    yield from concept_nodes((fact for each in found for fact in sorted(each.reads)), iris)


def criteria_in(criterion: Criterion) -> tuple[Criterion, ...]:
    """A criterion and its parts (*deelcriteria*), each once and before its own parts.

    Raises ``WrongValue`` where two that are not the same have one id.
    """
    found: dict[str, Criterion] = {}
    for each in _walk([criterion]):
        if found.setdefault(each.id, each) != each:
            raise WrongValue("Criterion.id", "an id that only one of the criteria has", each.id)
    return tuple(found.values())


def _walk(criteria: Iterable[Criterion]) -> Iterator[Criterion]:
    for each in criteria:
        yield each
        yield from _walk(_parts(each))


def _parts(criterion: Criterion) -> tuple[Criterion, ...]:
    return criterion.rule.parts if isinstance(criterion.rule, Combination) else ()


def _node(criterion: Criterion, iris: Iris) -> JsonNode:
    node: JsonNode = {
        "@id": iris.of("criterion", criterion.id),
        "@type": "cv:Criterion",
        "dct:identifier": criterion.id,
    }
    if criterion.id in MESSAGES_OF_CRITERIA:
        node["rdfs:label"] = in_words(MESSAGES_OF_CRITERIA[criterion.id])
    if criterion.sentences:
        node["cv:isDerivedFrom"] = frameworks(criterion.sentences, iris)
    if criterion.reads:
        node["cv:hasConcept"] = [iris.of("concept", fact) for fact in sorted(criterion.reads)]
    if isinstance(criterion.rule, Combination):
        parts = dict.fromkeys(iris.of("criterion", each.id) for each in _parts(criterion))
        node |= {name: [*parts] for name in _PARTS[criterion.rule.operator]}
    return node
