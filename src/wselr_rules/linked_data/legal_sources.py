"""The legal sources (*rechtsbronnen*) of criteria: sentences of the text, and the acts behind them.

A sentence and an act are reference frameworks of CCCEV, an act also a legal resource of ELI. What
the ledger does not have is named and nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from wselr_rules.law.citations import TEXT_OF_RECORD, Act
from wselr_rules.law.ledger import LEDGER, Sentence
from wselr_rules.linked_data.context import JsonNode
from wselr_rules.linked_data.iris import Iris

__all__ = ["frameworks", "source_nodes"]

_FRAMEWORK: Final = "cv:ReferenceFramework"
_BY_ID: Final = MappingProxyType({each.id: each for each in LEDGER})
#: The addresses that Belgium gives to acts: kind, date, and the number of the official gazette.
_GAZETTE: Final = "http://www.ejustice.just.fgov.be/eli"
_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {"Besluit van de Vlaamse Regering": "besluit", "Decreet": "decreet"}
)


def frameworks(sentence_ids: Iterable[str], iris: Iris) -> list[str]:
    """The IRIs of these sentences and of their acts (*grondslag*), each once, in order."""
    ids = tuple(sentence_ids)
    acts = (_BY_ID[each].act for each in ids if each in _BY_ID)
    sentences = (iris.of("sentence", each) for each in ids)
    return [*dict.fromkeys([*sentences, *(_iri(act, iris) for act in acts)])]


def source_nodes(sentence_ids: Iterable[str], iris: Iris) -> Iterator[JsonNode]:
    """The nodes of these sentences (*zinnen*), of their acts, and of the text they stand in."""
    for sentence_id in sentence_ids:
        sentence = _BY_ID.get(sentence_id)
        node: JsonNode = {
            "@id": iris.of("sentence", sentence_id),
            "@type": [_FRAMEWORK, "wselr:Sentence"],
            "dct:identifier": sentence_id,
        }
        if sentence is None:
            yield node
            continue
        yield {**node, **_of_ledger(sentence, iris)}
        yield _act(sentence.act, iris)
        yield {
            "@id": iris.of("text"),
            "@type": _FRAMEWORK,
            "rdfs:label": {"nl": TEXT_OF_RECORD},
        }


def _of_ledger(sentence: Sentence, iris: Iris) -> JsonNode:
    return {
        "rdfs:label": {"nl": str(sentence.citation)},
        "wselr:quote": {"nl": [quote.words for quote in sentence.quotes]},
        "wselr:line": [quote.line for quote in sentence.quotes],
        "dct:isPartOf": [iris.of("text")],
        "wselr:act": [_iri(sentence.act, iris)],
    }


def _iri(act: Act, iris: Iris) -> str:
    return iris.of("act", act.dated.isoformat())


def _act(act: Act, iris: Iris) -> JsonNode:
    days = {"eli:date_document": act.dated, "eli:first_date_entry_in_force": act.in_force}
    node: JsonNode = {
        "@id": _iri(act, iris),
        "@type": [_FRAMEWORK, "eli:LegalResource"],
        "rdfs:label": {"nl": str(act)},
        "skos:altLabel": {"nl": act.short_title},
        **{name: day.isoformat() for name, day in days.items() if day is not None},
    }
    if act.numac is not None:
        node["eli:id_local"] = act.numac
        day = act.dated.isoformat().replace("-", "/")
        node["rdfs:seeAlso"] = [f"{_GAZETTE}/{_KINDS[act.kind]}/{day}/{act.numac}/justel"]
    return node
