"""The words of questions (*vragen*): what is asked, what can be answered, what follows from it.

It knows the sentences and no value that fills one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wselr_rules.render.templates import Row, both

__all__ = ["MESSAGES_OF_ANSWERS", "MESSAGES_OF_QUESTIONS"]

#: What is asked, by the field of the fact, and the lines of a list of questions.
MESSAGES_OF_QUESTIONS: Mapping[str, Row] = MappingProxyType(
    {
        "ask.channels": both(
            "Via welk kanaal is de aanvraag van {subject} ingediend?",
            "Through which channel did the application of {subject} come?",
        ),
        "ask.complete": both(
            "Zijn er nog andere aanvragen die grondgebied van {subject} omvatten?",
            "Are there other applications that cover territory of {subject}?",
        ),
        "ask.derogations": both(
            "Welke afwijkingen van de regel over de referentieregio's zijn aan {subject} "
            "toegestaan?",
            "Which deviations from the rule on reference regions were granted to {subject}?",
        ),
        "ask.inhabitants": both(
            "Hoeveel inwoners telt {subject}?", "How many inhabitants does {subject} have?"
        ),
        "ask.is_centrumstad": both("Is {subject} een centrumstad?", "Is {subject} a centrumstad?"),
        "ask.legal_form": both(
            "Welke rechtsvorm heeft {subject}, en sinds wanneer?",
            "Which legal form does {subject} have, and since when?",
        ),
        "ask.plan": both(
            "Welke acties staan in het plan van {subject}?",
            "Which actions stand in the plan of {subject}?",
        ),
        "ask.planned_by": both(
            "In het plan van welke gemeente staat actie {subject}?",
            "In the plan of which municipality does action {subject} stand?",
        ),
        "ask.recognised_on": both(
            "Op welke dag is {subject} erkend?", "On which day was {subject} recognised?"
        ),
        "ask.reference_region": both(
            "In welke referentieregio ligt {subject}?",
            "In which reference region does {subject} lie?",
        ),
        "ask.submitted_on": both(
            "Op welke dag is de aanvraag van {subject} ingediend?",
            "On which day was the application of {subject} submitted?",
        ),
        "ask.other": both("Gevraagd gegeven: {fact}", "Fact asked for: {fact}"),
        "answered": both("{question} {answers}", "{question} {answers}"),
        "path": both("gegeven: {path}", "fact: {path}"),
        "sourced": both("gegevens volgens: {provenance}", "facts according to: {provenance}"),
        "criteria": both(
            "van belang voor: {criteria} ({sentences})", "bears on: {criteria} ({sentences})"
        ),
        "criteria.own": both("van belang voor: {criteria}", "bears on: {criteria}"),
        "not-proven": both(
            "niet bewezen dat dit gegeven het oordeel kan veranderen",
            "not proven that this fact can change the verdict",
        ),
        "heading": both(
            "{number:vraag|vragen} over: {criterion}",
            "{number:question|questions} on: {criterion}",
        ),
        "heading.decided": both(
            "geen vragen, het oordeel staat vast: {criterion}",
            "no questions, the verdict is settled: {criterion}",
        ),
        "heading.none": both(
            "geen vragen, geen ontbrekend gegeven kan dit veranderen: {criterion}",
            "no questions, no missing fact can change this: {criterion}",
        ),
    }
)

#: What can be answered, and what follows from it.
MESSAGES_OF_ANSWERS: Mapping[str, Row] = MappingProxyType(
    {
        "people.at-least": both(
            "vanaf {bound:inwoner|inwoners}", "from {bound:inhabitant|inhabitants} on"
        ),
        "people.fewer": both(
            "minder dan {bound:inwoner|inwoners}", "fewer than {bound:inhabitant|inhabitants}"
        ),
        "yes": both("ja", "yes"),
        "no": both("nee", "no"),
        "forms": both("{forms:or}", "{forms:or}"),
        "forms.unchanged": both("{forms:or}, en niet gewijzigd", "{forms:or}, and not changed"),
        "forms.changed": both(
            "{forms:or}, na een eerste wijziging {period}",
            "{forms:or}, first changed {period}",
        ),
        "period.before": both("voor {until}", "before {until}"),
        "period.from": both("vanaf {since}", "from {since} on"),
        "period.between": both(
            "van {since} tot en met {last}", "from {since} up to and including {last}"
        ),
        "period.day": both("op {since}", "on {since}"),
        "period.any": both("op welke dag ook", "on whatever day"),
        "never": both("nooit erkend", "never recognised"),
        "regions": both("in {regions:or}", "in {regions:or}"),
        "regions.other": both("in een andere referentieregio", "in another reference region"),
        "regions.other-or-outside": both(
            "in een andere referentieregio of buiten het Vlaamse Gewest",
            "in another reference region, or outside the Flemish Region",
        ),
        "regions.any": both("in welke referentieregio ook", "in whichever reference region"),
        "regions.any-or-outside": both(
            "waar ook, ook buiten het Vlaamse Gewest",
            "wherever, also outside the Flemish Region",
        ),
        "regions.outside": both("buiten het Vlaamse Gewest", "outside the Flemish Region"),
        "regions.over-time": both(
            "achtereenvolgens in {regions}", "in {regions}, one after the other"
        ),
        "deviation": both(
            "een toegestane afwijking die loopt vanaf {since}",
            "a granted deviation that runs from {since} on",
        ),
        "deviation.none": both("geen enkele toegestane afwijking", "no granted deviation"),
        "plan.every-cell": both(
            "een plan met acties voor elke prioriteit in elk planjaar",
            "a plan with actions for every priority in every plan year",
        ),
        "plan.empty-cell": both(
            "een plan dat een prioriteit in een planjaar leeg laat",
            "a plan that leaves a priority empty in a plan year",
        ),
        "holders": both("in dat van {holders:or}", "in that of {holders:or}"),
        "holders.elsewhere": both("in geen van hun plannen", "in none of their plans"),
        "channels": both("via {channels:or}", "through {channels:or}"),
        "channels.none": both("via geen aanvaard kanaal", "through no accepted channel"),
        "claims.none": both("nee, geen andere aanvraag", "no, no other application"),
        "claims.other": both("ja, een andere aanvraag", "yes, another application"),
        "answer": both("{answer}: {outcome}", "{answer}: {outcome}"),
        "eligible.met": both(
            "de aanvraag komt in aanmerking voor een subsidie",
            "the application is eligible for a subsidy",
        ),
        "eligible.not-met": both(
            "de aanvraag komt niet in aanmerking voor een subsidie",
            "the application is not eligible for a subsidy",
        ),
        "met": both("voldaan ({criteria})", "met ({criteria})"),
        "not-met": both("niet voldaan ({criteria})", "not met ({criteria})"),
        "open": both("nog niet beslist", "not decided yet"),
    }
)
