"""The words of scenarios (*scenario's*): what is otherwise in each, and what comes of it.

It knows the sentences and no value that fills one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wselr_rules.render.templates import Row, both

__all__ = ["MESSAGES_OF_COMPARISONS", "MESSAGES_OF_SCENARIOS"]

#: What is otherwise, in one clause.
MESSAGES_OF_SCENARIOS: Mapping[str, Row] = MappingProxyType(
    {
        "scenario": both("scenario {name}", "scenario {name}"),
        "scenario.unchanged": both(
            "scenario {name}, zonder wijzigingen", "scenario {name}, without changes"
        ),
        "scenario.approved": both(
            "goedgekeurd: {applications}",
            "approved: {applications}",
        ),
        "scenario.approved-none": both(
            "geen enkele aanvraag is goedgekeurd", "no application is approved"
        ),
        # --- the call
        "scenario.budget": both("het budget is {budget}", "the budget is {budget}"),
        "scenario.keys": both(
            "de verdeelsleutels zijn {working_age} voor de bevolking op beroepsactieve leeftijd, "
            "{job_seekers} voor de werkzoekenden en {equal_parts} in gelijke delen",
            "the keys are {working_age} for the population of working age, {job_seekers} for the "
            "job seekers and {equal_parts} in equal parts",
        ),
        "scenario.readings": both(
            "anders gelezen dan gewoonlijk: {choices}", "read otherwise than by default: {choices}"
        ),
        "scenario.readings.choice": both("{id}: {chosen}", "{id}: {chosen}"),
        "scenario.readings-default": both(
            "elke open vraag wordt gelezen zoals gewoonlijk",
            "every open question is read as by default",
        ),
        "scenario.call": both("een andere oproep: {call}", "another call: {call}"),
        # --- the applications
        "scenario.application": both(
            "vanaf {since}: {change}",
            "from {since} on: {change}",
        ),
        "scenario.application-on": both(
            "aanvraag {application}: {change}", "application {application}: {change}"
        ),
        "scenario.municipality": both(
            "andere gegevens van {municipality}: {figures}",
            "other facts of {municipality}: {figures}",
        ),
        "scenario.figure.inhabitants": both(
            "{number:inwoner|inwoners}", "{number:inhabitant|inhabitants}"
        ),
        "scenario.figure.working_age_population": both(
            "{number:inwoner|inwoners} op beroepsactieve leeftijd",
            "{number:inhabitant|inhabitants} of working age",
        ),
        "scenario.figure.job_seekers": both(
            "{number:werkzoekende|werkzoekenden}", "{number:job seeker|job seekers}"
        ),
        "scenario.figure.not-known": both("{fact} is niet bekend", "{fact} is not known"),
        "scenario.hand-in": both(
            "{regieverband} dient aanvraag {application} in",
            "{regieverband} hands in application {application}",
        ),
        "scenario.withdraw": both(
            "aanvraag {application} wordt ingetrokken", "application {application} is withdrawn"
        ),
        "scenario.mergers": both(
            "de fusies tot en met {on} zijn doorgevoerd",
            "the mergers up to and including {on} are carried out",
        ),
    }
)

#: What comes of a scenario beside another one, and over the plan years.
MESSAGES_OF_COMPARISONS: Mapping[str, Row] = MappingProxyType(
    {
        "comparison.caption": both(
            "{one} tegenover {other}, beoordeeld op {on}, planjaar {year:raw}",
            "{one} against {other}, assessed on {on}, plan year {year:raw}",
        ),
        "comparison.header.application": both("Aanvraag", "Application"),
        "comparison.header.before": both("Oordeel in {scenario}", "Verdict in {scenario}"),
        "comparison.header.amount": both("Bedrag in {scenario}", "Amount in {scenario}"),
        "comparison.header.difference": both("Verschil", "Difference"),
        "comparison.header.why": both("Waardoor", "Why"),
        "comparison.header.total": both("Samen", "Together"),
        "comparison.absent": both("niet ingediend", "not handed in"),
        "comparison.nothing": both("niets", "nothing"),
        "comparison.not-known": both("niet bekend", "not known"),
        "comparison.turned": both(
            "{criterion}: van {before} naar {after}", "{criterion}: from {before} to {after}"
        ),
        "comparison.cause.approval": both("de goedkeuring", "the approval"),
        "comparison.cause.budget": both("het budget", "the budget"),
        "comparison.cause.keys": both("de verdeelsleutels", "the keys"),
        "comparison.cause.rounding": both(
            "de lezing van de verdeling (I11 of I12)", "the reading of the division (I11 or I12)"
        ),
        "comparison.cause.counts": both("de eigen aantallen", "its own counts"),
        "comparison.cause.others": both(
            "wie er nog deelt, of hun aantallen", "who else shares, or their counts"
        ),
        # --- one application in a sentence
        "comparison.same": both(
            "aanvraag {application}: {before}, in beide scenario's",
            "application {application}: {before}, in both scenarios",
        ),
        "comparison.differs": both(
            "aanvraag {application}: {before}; in het andere scenario: {after}",
            "application {application}: {before}; in the other scenario: {after}",
        ),
        "comparison.application": both(
            "aanvraag {application}",
            "application {application}",
        ),
        "comparison.before": both("voordien: {finding}", "before: {finding}"),
        "comparison.grounds": both("wat keert", "what turns"),
        "comparison.amounts": both(
            "{one} tegenover {other}, planjaar {year:raw}",
            "{one} against {other}, plan year {year:raw}",
        ),
        "comparison.notes": both("bij deze bedragen", "on these amounts"),
        "comparison.provisional": both(
            "voorlopig: wat niet bekend is kan ze nog veranderen",
            "provisional: what is not known can still change them",
        ),
        # --- over the plan years
        "years.caption": both("{scenario} over de planjaren", "{scenario} over the plan years"),
        "years.header.year": both("{year:raw}", "{year:raw}"),
        "years.assessed": both(
            "planjaar {year:raw}: beoordeeld op {on}; in aanmerking: {number:aanvraag|aanvragen}",
            "plan year {year:raw}: assessed on {on}; eligible: {number:application|applications}",
        ),
    }
)
