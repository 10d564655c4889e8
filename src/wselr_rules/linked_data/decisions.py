"""Decisions (*beslissingen*) as linked data: what was found, upon what, and what is missing.

CCCEV knows what is asked and what is handed in as evidence, and has no class for what was found of
a criterion; findings, verdicts and missing facts are of our own vocabulary and point to CCCEV.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wselr_rules.decision import Decision
from wselr_rules.domain.application import Application
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.errors import WrongValue
from wselr_rules.law.version import RULES_VERSION
from wselr_rules.linked_data.applicants import applicant_nodes
from wselr_rules.linked_data.concepts import concept_nodes
from wselr_rules.linked_data.context import JsonNode, document, in_words, told
from wselr_rules.linked_data.criteria import criterion_nodes
from wselr_rules.linked_data.evidence import evidence_nodes
from wselr_rules.linked_data.facts import known_facts
from wselr_rules.linked_data.iris import BASE, Iris
from wselr_rules.linked_data.legal_sources import source_nodes
from wselr_rules.linked_data.terms import TERMS
from wselr_rules.render.audience import Audience
from wselr_rules.scenarios.reading_messages import MESSAGES_OF_READINGS
from wselr_rules.wire import to_dict

__all__ = ["of_decision"]


def of_decision(
    decision: Decision, application: Application, *, base: str = BASE
) -> dict[str, object]:
    """A decision on an application (*beslissing*) with its findings, facts and criteria.

    ``base`` is what the IRIs begin with. Raises ``WrongValue`` for another application than the
    decided one, or a base that is none (or ``WrongType``), and what ``wire.to_dict`` raises for
    values that no document can hold.
    """
    if application.id != decision.application_id:
        expected = f"the application of the decision, {decision.application_id!r}"
        raise WrongValue("application", expected, application.id)
    # Text that cannot be written, and numbers without bound, are refused here and in one way.
    to_dict(decision)
    to_dict(application)
    return document(_nodes(decision, application, Iris(base)))


def _nodes(decision: Decision, application: Application, iris: Iris) -> Iterator[JsonNode]:
    place = ("decision", decision.application_id, decision.on.isoformat())
    findings = [*_with_places(decision.finding, (*place, "finding"))]
    refusals = {id(each) for each in decision.refusals}
    yield {
        "@id": iris.of(*place),
        "@type": "wselr:Decision",
        "dct:identifier": decision.application_id,
        "dct:subject": [iris.of("applicant", application.regieverband.id)],
        "wselr:on": decision.on.isoformat(),
        "wselr:rulesVersion": RULES_VERSION,
        "wselr:verdict": [f"{TERMS}{decision.verdict.value}"],
        "wselr:finding": [iris.of(*place, "finding")],
        "wselr:refusal": [iris.of(*names) for names, each in findings if id(each) in refusals],
        "wselr:missing": [iris.of(*place, "missing", each.path) for each in decision.missing],
    }
    for names, each in findings:
        yield _finding(each, names, place, iris)
    for _, each in findings:
        yield from _readings(each, iris)
        yield from _missing(each, place, iris)
        yield from source_nodes(each.sentences, iris)
    yield from applicant_nodes(application.regieverband, decision.on, iris)
    facts = tuple(known_facts(application, decision.on))
    yield from evidence_nodes(facts, application.regieverband.id, place, iris)
    yield from criterion_nodes(ELIGIBLE, iris)


def _with_places(
    finding: Finding, place: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Finding]]:
    yield place, finding
    for number, child in enumerate(finding.children, start=1):
        yield from _with_places(child, (*place, str(number)))


def _finding(
    finding: Finding, names: tuple[str, ...], place: tuple[str, ...], iris: Iris
) -> JsonNode:
    node: JsonNode = {
        "@id": iris.of(*names),
        "@type": "wselr:Finding",
        "wselr:criterion": [iris.of("criterion", finding.criterion)],
        "wselr:verdict": [f"{TERMS}{finding.verdict.value}"],
        "dct:description": told(partial(finding.sentence, audience=Audience.APPLICANT)),
        "wselr:sentence": [iris.of("sentence", each) for each in finding.sentences],
        "wselr:reading": [iris.of("reading", *each) for each in finding.readings.items()],
        "wselr:missing": [iris.of(*place, "missing", each.path) for each in finding.missing],
        "wselr:part": [
            iris.of(*names, str(number)) for number in range(1, len(finding.children) + 1)
        ],
        "wselr:settled": finding.settled,
    }
    if names[-1].isdigit():
        node["wselr:position"] = int(names[-1])
    if finding.due is not None:
        node["wselr:due"] = finding.due.isoformat()
    return node


def _readings(finding: Finding, iris: Iris) -> Iterator[JsonNode]:
    """Each reading with its question for a label, and what it says."""
    for question, choice in finding.readings.items():
        node: JsonNode = {
            "@id": iris.of("reading", question, choice),
            "@type": "wselr:Reading",
            "dct:identifier": question,
            "wselr:choice": choice,
        }
        if f"{question}.{choice}" in MESSAGES_OF_READINGS:
            node["rdfs:label"] = in_words(MESSAGES_OF_READINGS[question])
            node["dct:description"] = in_words(MESSAGES_OF_READINGS[f"{question}.{choice}"])
        yield node


def _missing(finding: Finding, place: tuple[str, ...], iris: Iris) -> Iterator[JsonNode]:
    for each in finding.missing:
        yield {
            "@id": iris.of(*place, "missing", each.path),
            "@type": "wselr:MissingFact",
            "dct:identifier": each.path,
            "rdfs:label": told(each.text),
            "wselr:ofConcept": [iris.of("concept", each.fact)],
        }
        yield from concept_nodes([each.fact], iris)
