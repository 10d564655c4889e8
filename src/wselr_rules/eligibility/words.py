"""Findings in words (*in woorden*): messages filled in, facts and terms by their names.

A message that stands in no table is the text of a criterion of the caller's own and is shown
as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from wselr_rules.domain.standing import Standing
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.messages import MESSAGES
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.terms import LegalForm, SubmissionChannel
from wselr_rules.render.language import Language
from wselr_rules.render.templates import Row, both, fields, fill

__all__ = ["FACTS", "LABELS", "fact_in_words", "in_words", "say"]

#: The place behind a figure where its provenance stands.
_SOURCES = "sources"

#: Facts that can be missing, by the name of their field.
FACTS: Mapping[str, Row] = MappingProxyType(
    {
        "approved": both(
            "welke aanvragen zijn goedgekeurd", "which applications have been approved"
        ),
        "channels": both("het indieningskanaal van {subject}", "the channel of {subject}"),
        "complete": both(
            "of er andere aanvragen zijn dan de bekende",
            "whether there are other applications than the known ones",
        ),
        "derogations": both(
            "de toegestane afwijkingen voor {subject}", "the deviations granted to {subject}"
        ),
        "inhabitants": both(
            "het aantal inwoners van {subject}", "the number of inhabitants of {subject}"
        ),
        "is_centrumstad": both(
            "of {subject} een centrumstad is", "whether {subject} is a centrumstad"
        ),
        "job_seekers": both(
            "het aantal werkzoekenden van {subject}", "the number of job seekers of {subject}"
        ),
        "legal_form": both("de rechtsvorm van {subject}", "the legal form of {subject}"),
        "membership": both("het lidmaatschap van {subject}", "the membership of {subject}"),
        "plan": both("het plan van {subject}", "the plan of {subject}"),
        "planned_by": both(
            "in wiens plan actie {subject} staat", "in whose plan action {subject} stands"
        ),
        "recognised_on": both(
            "de erkenningsdatum van {subject}", "the day of recognition of {subject}"
        ),
        "reference_region": both(
            "de referentieregio van {subject}", "the reference region of {subject}"
        ),
        "submitted_on": both(
            "de indieningsdatum van {subject}", "the day of submission of {subject}"
        ),
        "working_age_population": both(
            "de bevolking op beroepsactieve leeftijd van {subject}",
            "the population of working age of {subject}",
        ),
    }
)

#: Where a term is written in another way than by its Dutch value or label.
LABELS: Mapping[Enum, Row] = MappingProxyType(
    {
        LegalForm.MUNICIPALITY: both("gemeente", "municipality alone"),
        LegalForm.OTHER: both("andere rechtsvorm", "another legal form"),
        ReferenceRegion.OUTSIDE: both(ReferenceRegion.OUTSIDE.label, "outside the Flemish Region"),
        SubmissionChannel.MULTI_ANNUAL_PLAN: both("het meerjarenplan", "the multi-annual plan"),
        Standing.EXISTING: both("bestaand", "existing"),
        Standing.CHANGED: both("gewijzigd", "changed"),
        Standing.NEW: both("nieuw", "new"),
        Verdict.MET: both("voldaan", "met"),
        Verdict.NOT_MET: both("niet voldaan", "not met"),
        Verdict.UNKNOWN: both("onbeslist", "undecided"),
    }
)


def in_words(
    message: str, arguments: Mapping[str, object], language: Language, sources: str = ""
) -> str:
    """A message with its arguments in a language (*in woorden*).

    ``sources`` stand in brackets behind the figure that they are of, where a message has a place
    for them.
    """
    row = MESSAGES.get(message)
    if row is None:
        return fill(message, arguments, language, _label) if arguments else message
    if _SOURCES in fields(row[language]):
        arguments = {**arguments, _SOURCES: f" ({sources})" if sources else ""}
    return fill(row[language], arguments, language, _label)


def say(
    table: Mapping[str, Row], message: str, arguments: Mapping[str, object], language: Language
) -> str:
    """A message of a table of one's own in words (*in woorden*), its terms by their names."""
    return fill(table[message][language], arguments, language, _label)


def fact_in_words(fact: str, subject: str, language: Language) -> str:
    """A missing fact in words (*ontbrekend gegeven*); one that no table knows by its name."""
    template = FACTS[fact][language] if fact in FACTS else f"{fact}: {{subject}}"
    return template.replace("{subject}", subject)


def _label(value: object, language: Language) -> str:
    if isinstance(value, Enum) and value in LABELS:
        return LABELS[value][language]
    if isinstance(value, ReferenceRegion):
        return value.label
    return str(value.value) if isinstance(value, Enum) else str(value)
