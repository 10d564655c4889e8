"""Applicants (*aanvragers*) as linked data: an organisation, and the municipalities it is made of.

Names stand without a language, because nobody says which one they are in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.linked_data.context import JsonNode
from wselr_rules.linked_data.iris import Iris

__all__ = ["applicant_nodes"]


def applicant_nodes(body: RegieVerband, on: date, iris: Iris) -> Iterator[JsonNode]:
    """The nodes of an applicant (*aanvrager*), its legal form and its members on a day."""
    members = body.members_on(on)
    form = body.legal_form_on(on)
    node: JsonNode = {
        "@id": iris.of("applicant", body.id),
        "@type": ["org:Organization", "foaf:Agent"],
        "dct:identifier": body.id,
        "rdfs:label": body.name,
        "dct:spatial": [iris.municipality(each.nis_code) for each in members],
    }
    if form is None:
        yield node
    else:
        legal_form = iris.of("legal-form", form.value)
        yield {**node, "org:classification": [legal_form]}
        yield {"@id": legal_form, "@type": "skos:Concept", "rdfs:label": {"nl": form.value}}
    for each in members:
        yield {
            "@id": iris.municipality(each.nis_code),
            "@type": "dct:Location",
            "dct:identifier": each.nis_code,
            "rdfs:label": each.name,
        }
