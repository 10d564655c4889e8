"""The sentences on what turns on a reading (*gevoeligheid*), as a table of keys and languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wselr_rules.render.templates import Row, both

__all__ = ["MESSAGES_OF_SENSITIVITY"]

MESSAGES_OF_SENSITIVITY: Mapping[str, Row] = MappingProxyType(
    {
        # --- what comes of an application, said of it
        "sensitivity.outcome.met": both("komt in aanmerking", "is eligible"),
        "sensitivity.outcome.not-met": both("komt niet in aanmerking", "is not eligible"),
        "sensitivity.outcome.unknown": both("is onbeslist", "is undecided"),
        "sensitivity.outcome.none": both("kan niet beoordeeld worden", "cannot be assessed"),
        "sensitivity.obstacle.submitted-outside-call": both(
            "een dag van indiening valt buiten de oproep",
            "a day of submission lies outside the call",
        ),
        "sensitivity.obstacle.zero-key": both(
            "het budget kan niet verdeeld worden: een verdeelsleutel is voor iedereen nul",
            "the budget cannot be divided: a key is zero for every beneficiary",
        ),
        "sensitivity.obstacle.no-budget": both(
            "er is voor dit planjaar geen budget", "there is no budget for this plan year"
        ),
        "sensitivity.obstacle.uncounted": both(
            "het bedrag is niet bekend, want een aantal waardoor gedeeld wordt is niet bekend",
            "the amount is not known, for a count that is divided by is not known",
        ),
        # --- a reading chosen otherwise
        "sensitivity.choice.short": both(
            "{question} Anders gelezen: {chosen}", "{question} Read otherwise: {chosen}"
        ),
        "sensitivity.choice": both(
            "{id}: {question} Anders gelezen: {chosen}; nu: {instead_of} [{sentences}]",
            "{id}: {question} Read otherwise: {chosen}; now: {instead_of} [{sentences}]",
        ),
        # --- one application
        "sensitivity.always": both(
            "aanvraag {application} {outcome}, hoe de open vragen in de tekst ook gelezen worden",
            "application {application} {outcome}, however the open questions of the text are read",
        ),
        "sensitivity.turns": both(
            "aanvraag {application} {outcome} volgens de gekozen lezingen; een andere lezing van "
            "{readings} kan dat veranderen",
            "application {application} {outcome} by the chosen readings; another reading of "
            "{readings} can change that",
        ),
        "sensitivity.turns.short": both(
            "aanvraag {application} {outcome}, maar dat hangt af van hoe de tekst gelezen wordt",
            "application {application} {outcome}, but that depends on how the text is read",
        ),
        "sensitivity.turn.one": both(
            "aanvraag {application} {outcome} als dit anders gelezen wordt:",
            "application {application} {outcome} if this is read otherwise:",
        ),
        "sensitivity.turn.several": both(
            "aanvraag {application} {outcome} als dit alles samen anders gelezen wordt:",
            "application {application} {outcome} if all of this together is read otherwise:",
        ),
        # --- a whole call
        "sensitivity.call": both(
            "wie in aanmerking komt, over alle lezingen heen",
            "who is eligible, over all readings",
        ),
        "sensitivity.caption": both(
            "Wat één andere lezing verandert, planjaar {year:raw}",
            "What one other reading changes, plan year {year:raw}",
        ),
        "sensitivity.cell": both("{id}: {chosen}", "{id}: {chosen}"),
        "sensitivity.header.reading": both("Andere lezing", "Other reading"),
        "sensitivity.header.application": both("Aanvraag", "Application"),
        "sensitivity.header.before": both("Nu", "Now"),
        "sensitivity.header.after": both("Anders gelezen", "Read otherwise"),
        "sensitivity.no-effect": both(
            "geen enkele andere lezing verandert op zichzelf een oordeel of een bedrag",
            "no other reading by itself changes a verdict or an amount",
        ),
        "sensitivity.provisional": both(
            "de bedragen zijn voorlopig zolang over een aanvraag niet beslist is",
            "the amounts are provisional while an application is undecided",
        ),
        "sensitivity.left-out": both(
            "niet onderzocht, omdat niet bekend is welke aanvragen goedgekeurd zijn: {readings}",
            "not looked into, because it is not known which applications were approved: {readings}",
        ),
    }
)
