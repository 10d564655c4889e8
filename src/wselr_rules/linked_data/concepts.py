"""Information concepts (*informatieconcepten*): the kinds of facts that rules read.

It knows what each is called. Its values, and which of them are known, are for ``facts``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from wselr_rules.linked_data.context import JsonNode, in_words
from wselr_rules.linked_data.iris import Iris
from wselr_rules.render.templates import Row, both

__all__ = ["CONCEPTS", "concept_nodes"]

#: What each kind of fact is called, by the name of its field.
CONCEPTS: Final[Mapping[str, Row]] = MappingProxyType(
    {
        "approved": both("goedgekeurde aanvragen", "approved applications"),
        "channels": both("indieningskanaal", "channel of submission"),
        "claim": both("aanspraak van een andere aanvrager", "claim of another applicant"),
        "complete": both("of alle aanvragen bekend zijn", "whether all applications are known"),
        "derogations": both("toegestane afwijkingen", "granted deviations"),
        "inhabitants": both("aantal inwoners", "number of inhabitants"),
        "is_centrumstad": both("of het een centrumstad is", "whether it is a centrumstad"),
        "job_seekers": both("aantal werkzoekenden", "number of job seekers"),
        "legal_form": both("rechtsvorm", "legal form"),
        "membership": both("lidmaatschap", "membership"),
        "past_membership": both("lidmaatschap op een andere dag", "membership on another day"),
        "plan": both("acties in het plan", "actions in the plan"),
        "planned_by": both("in wiens plan een actie staat", "in whose plan an action stands"),
        "recognised_on": both("erkenningsdatum", "day of recognition"),
        "reference_region": both("referentieregio", "reference region"),
        "submitted_on": both("indieningsdatum", "day of submission"),
        "working_age_population": both(
            "bevolking op beroepsactieve leeftijd", "population of working age"
        ),
    }
)


def concept_nodes(facts: Iterable[str], iris: Iris) -> Iterator[JsonNode]:
    """The nodes of these kinds of facts (*knopen*); of one that is not known, its name alone."""
    for fact in facts:
        node: JsonNode = {
            "@id": iris.of("concept", fact),
            "@type": "cv:InformationConcept",
            "dct:identifier": fact,
        }
        yield {**node, "rdfs:label": in_words(CONCEPTS[fact])} if fact in CONCEPTS else node
