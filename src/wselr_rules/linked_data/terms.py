"""The terms of our own (*eigen termen*), for what CCCEV, ELI and their kind have no word.

Each has a name, a kind, and what it means in Dutch and in English. The module knows the terms
and nothing of what is told with them.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from attrs import frozen

from wselr_rules.render.templates import Row, both

__all__ = ["OWN_TERMS", "TERMS", "OwnTerm", "TermKind"]

#: Where the terms stand, whatever base is given to what is told: a name and no address.
TERMS: Final = "urn:wselr-rules:term:"


class TermKind(Enum):
    """What a term is (*soort term*), and how the values of a property are written."""

    CLASS = "class"
    #: One of the values of a property, a term itself.
    CONCEPT = "concept"
    #: A property with an IRI for its value.
    LINK = "link"
    TEXT = "string"
    DATE = "date"
    WHOLE = "integer"
    TRUTH = "boolean"
    #: A property with texts in a language.
    WORDS = "words"


@frozen
class OwnTerm:
    """A term of our own (*eigen term*)."""

    name: str
    kind: TermKind
    label: Row
    meaning: Row
    #: The property of CCCEV that it is a narrower one of.
    narrows: str | None = None


OWN_TERMS: Final[tuple[OwnTerm, ...]] = (
    OwnTerm(
        "Decision",
        TermKind.CLASS,
        both("beslissing", "decision"),
        both(
            "Wat de regels op een dag van een aanvraag zeggen; geen beslissing van een overheid.",
            "What the rules say of an application on a day; no decision of an authority.",
        ),
    ),
    OwnTerm(
        "Finding",
        TermKind.CLASS,
        both("bevinding", "finding"),
        both(
            "Het oordeel van één criterium over één aanvraag, met zijn gronden.",
            "The verdict of one criterion on one application, with its grounds.",
        ),
    ),
    OwnTerm(
        "MissingFact",
        TermKind.CLASS,
        both("ontbrekend gegeven", "missing fact"),
        both(
            "Een gegeven dat nodig is en niet bekend; niet hetzelfde als een gegeven dat nee is.",
            "A fact that is needed and not known; not the same as a fact that is no.",
        ),
    ),
    OwnTerm(
        "Reading",
        TermKind.CLASS,
        both("lezing", "reading"),
        both(
            "Een keuze waar de tekst ruimte laat.",
            "A choice where the text leaves room.",
        ),
    ),
    OwnTerm(
        "Sentence",
        TermKind.CLASS,
        both("zin", "sentence"),
        both(
            "Een zin van de tekst, met zijn nummer en zijn regels.",
            "A sentence of the text, with its number and its lines.",
        ),
    ),
    OwnTerm(
        "met",
        TermKind.CONCEPT,
        both("voldaan", "met"),
        both("Er is aan voldaan.", "It is met."),
    ),
    OwnTerm(
        "not-met",
        TermKind.CONCEPT,
        both("niet voldaan", "not met"),
        both("Er is niet aan voldaan.", "It is not met."),
    ),
    OwnTerm(
        "unknown",
        TermKind.CONCEPT,
        both("onbeslist", "undecided"),
        both(
            "Wat bekend is, beslist het niet. Dit is geen nee.",
            "What is known does not decide it. This is no no.",
        ),
    ),
    OwnTerm(
        "hasAlternative",
        TermKind.LINK,
        both("heeft alternatief", "has alternative"),
        both(
            "Een van de delen waarvan er minstens één moet voldaan zijn.",
            "One of the parts of which at least one must be met.",
        ),
        narrows="cv:hasQualifiedRelation",
    ),
    OwnTerm(
        "hasNegated",
        TermKind.LINK,
        both("heeft ontkend", "has negated"),
        both(
            "Het deel waaraan juist niet mag voldaan zijn.",
            "The part that must not be met.",
        ),
        narrows="cv:hasQualifiedRelation",
    ),
    OwnTerm(
        "act",
        TermKind.LINK,
        both("wetgeving", "act"),
        both("De akte waaraan een zin zijn gezag ontleent.", "The act that a sentence rests on."),
    ),
    OwnTerm(
        "line",
        TermKind.WHOLE,
        both("regel", "line"),
        both("Een regel waarop de zin staat.", "A line on which the sentence stands."),
    ),
    OwnTerm(
        "quote",
        TermKind.WORDS,
        both("operatieve woorden", "operative words"),
        both("De woorden die binden, zoals ze er staan.", "The words that bind, as they stand."),
    ),
    OwnTerm(
        "on",
        TermKind.DATE,
        both("op", "on"),
        both("De dag die beoordeeld is.", "The day that was assessed."),
    ),
    OwnTerm(
        "rulesVersion",
        TermKind.TEXT,
        both("versie van de regels", "version of the rules"),
        both("Volgens welke regels.", "By which rules."),
    ),
    OwnTerm(
        "finding",
        TermKind.LINK,
        both("bevinding", "finding"),
        both("De bevinding over het geheel.", "The finding on the whole."),
    ),
    OwnTerm(
        "refusal",
        TermKind.LINK,
        both("weigeringsgrond", "refusal"),
        both(
            "Een kleinste bevinding waardoor het geheel niet voldaan is.",
            "A smallest finding by which the whole is not met.",
        ),
    ),
    OwnTerm(
        "criterion",
        TermKind.LINK,
        both("criterium", "criterion"),
        both("Wat gevraagd werd.", "What was asked."),
    ),
    OwnTerm(
        "verdict",
        TermKind.LINK,
        both("oordeel", "verdict"),
        both("Voldaan, niet voldaan of onbeslist.", "Met, not met or undecided."),
    ),
    OwnTerm(
        "part",
        TermKind.LINK,
        both("deel", "part"),
        both("Een bevinding over een deel.", "A finding on a part."),
    ),
    OwnTerm(
        "position",
        TermKind.WHOLE,
        both("plaats", "position"),
        both("De hoeveelste van de delen, vanaf 1.", "Which of the parts it is, from 1."),
    ),
    OwnTerm(
        "sentence",
        TermKind.LINK,
        both("op grond van zin", "on the ground of sentence"),
        both("Een zin waarop de bevinding steunt.", "A sentence that the finding rests on."),
    ),
    OwnTerm(
        "reading",
        TermKind.LINK,
        both("volgens lezing", "by reading"),
        both("Een lezing waarop de bevinding steunt.", "A reading that the finding rests on."),
    ),
    OwnTerm(
        "choice",
        TermKind.TEXT,
        both("keuze", "choice"),
        both("Wat gekozen is.", "What was chosen."),
    ),
    OwnTerm(
        "missing",
        TermKind.LINK,
        both("nog nodig", "still needed"),
        both("Een gegeven dat nog nodig is.", "A fact that is still needed."),
    ),
    OwnTerm(
        "ofConcept",
        TermKind.LINK,
        both("van begrip", "of concept"),
        both("Welk soort gegeven ontbreekt.", "Which kind of fact is missing."),
    ),
    OwnTerm(
        "due",
        TermKind.DATE,
        both("vanaf", "due"),
        both(
            "De eerste dag van een plicht die nog niet geldt.",
            "The first day of a duty that is not yet in force.",
        ),
    ),
    OwnTerm(
        "settled",
        TermKind.TRUTH,
        both("staat vast", "settled"),
        both(
            "Wat niet bekend is, kan er niets meer aan veranderen.",
            "What is not known can no longer change it.",
        ),
    ),
    OwnTerm(
        "figureOf",
        TermKind.DATE,
        both("cijfer van", "figure of"),
        both("De dag waarvan een cijfer is.", "The day that a figure is of."),
    ),
    OwnTerm(
        "confidence",
        TermKind.TEXT,
        both("betrouwbaarheid", "confidence"),
        both(
            "Hoe zeker de bron is: high, medium of low.",
            "How sure the source is: high, medium or low.",
        ),
    ),
)
