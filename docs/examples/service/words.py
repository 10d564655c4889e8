"""The words of the page, in Dutch and in English, each message once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from wselr_rules import Language
from wselr_rules.render.language import long_date

__all__ = ["MESSAGES", "say"]

MESSAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "title": ("Komt dit regieverband in aanmerking?", "Is this regieverband eligible?"),
        "skip": ("Naar het formulier", "To the form"),
        "about": (
            (
                "Oproep lokale regierol sociale economie en werk 2023-2025. Vul in wat bekend "
                "is; wat u leeg laat, geldt als niet bekend en wordt nergens aangenomen."
            ),
            (
                "Call for the lokale regierol sociale economie en werk 2023-2025. Fill in what "
                "is known; what you leave empty counts as not known, and nothing is assumed."
            ),
        ),
        "unofficial": (
            (
                "Geen officiële uitkomst. Er wordt niets bewaard. Waar de tekst van de oproep "
                "ruimte laat, zijn de standaardlezingen gekozen."
            ),
            (
                "No official outcome. Nothing is kept. Where the text of the call leaves room, "
                "the default readings are chosen."
            ),
        ),
        "other-language": ("In English", "In het Nederlands"),
        "not-known": ("niet bekend", "not known"),
        "day": ("Beoordeeld op", "Assessed on"),
        "day-hint": (
            "Verplicht. Van {first} tot en met {last}.",
            "Required. From {first} up to and including {last}.",
        ),
        "applicant": ("De aanvrager", "The applicant"),
        "name": ("Naam", "Name"),
        "name-hint": ("Mag leeg blijven.", "May stay empty."),
        "unnamed": ("het regieverband", "the regieverband"),
        "without-name": ("zonder naam", "without a name"),
        "this-form": ("dit formulier", "this form"),
        "another-applicant": ("een andere aanvrager", "another applicant"),
        "legal-form": ("Rechtsvorm", "Legal form"),
        "form.gemeente": ("gemeente (vraagt alleen aan)", "municipality (applies alone)"),
        "form.andere": ("een andere rechtsvorm", "another legal form"),
        "recognition": ("Erkenning als regieverband", "Recognition as regieverband"),
        "recognition.never": ("nooit erkend", "never recognised"),
        "recognition.on": ("erkend op", "recognised on"),
        "recognition-day": ("Dag van de erkenning", "Day of recognition"),
        "derogation": (
            "Toegestane afwijking van de referentieregio",
            "Deviation granted from the reference region",
        ),
        "derogation.none": ("geen", "none"),
        "derogation.since": ("toegestaan sinds", "granted since"),
        "derogation-day": ("Dag waarop de afwijking inging", "Day on which the deviation began"),
        "members": ("De leden op die dag", "The members on that day"),
        "members-hint": (
            (
                "Kies gemeenten bij hun naam op die dag. Regio, centrumstad en grondgebied komen "
                "uit het register."
            ),
            (
                "Choose municipalities by their name on that day. Region, centrumstad and "
                "territory come from the register."
            ),
        ),
        "members-since": ("Leden sinds", "Members since"),
        "members-since-hint": (
            "Leeg = niet bekend. Wie later toetrad, krijgt hieronder een eigen datum.",
            "Empty = not known. Whoever joined later gets a date of its own below.",
        ),
        "member": ("Lid", "Member"),
        "inhabitants": ("Inwoners", "Inhabitants"),
        "since": ("Sinds (indien anders)", "Since (if different)"),
        "unsure": ("Niet zeker", "Not sure"),
        "of-row": ("{what}, lid {row}", "{what}, member {row}"),
        "rows": ("Meer leden", "More members"),
        "figures": (
            "Vul inwoners in (Statbel, 1 januari 2025)",
            "Fill in inhabitants (Statbel, 1 January 2025)",
        ),
        "plan": ("Het plan", "The plan"),
        "plan.known": (
            "bekend: de cellen met minstens één actie zijn aangevinkt",
            "known: the cells with at least one action are ticked",
        ),
        "plan-caption": (
            "Minstens één actie per prioriteit en per jaar",
            "At least one action for each priority and year",
        ),
        "priority": ("Prioriteit", "Priority"),
        "WSE-LR1": ("de regierol opnemen", "taking up the director role"),
        "WSE-LR2": ("tewerkstelling", "employment"),
        "WSE-LR3": ("ondernemerschap", "entrepreneurship"),
        "WSE-LR4": ("samenwerking", "cooperation"),
        "submission": ("De indiening", "The submission"),
        "channel": ("Ingediend via", "Handed in through"),
        "channel.platos": ("Platos", "Platos"),
        "channel.plan": ("het meerjarenplan", "the multi-annual plan"),
        "channel.both": ("beide", "both"),
        "channel.none": ("geen van beide", "neither"),
        "others": ("Andere aanvragen", "Other applications"),
        "others.none": (
            "alle zijn bekend, en geen telt een van deze gemeenten",
            "all are known, and none has one of these municipalities",
        ),
        "others.also": ("een andere aanvraag telt ook", "another application also has"),
        "other-member": ("Gemeente in beide aanvragen", "Municipality in both applications"),
        "assess": ("Beoordeel", "Assess"),
        "met": ("{name} komt op {on} in aanmerking", "{name} is eligible on {on}"),
        "not-met": ("{name} komt op {on} niet in aanmerking", "{name} is not eligible on {on}"),
        "unknown": (
            "Of {name} op {on} in aanmerking komt, staat nog niet vast",
            "Whether {name} is eligible on {on} is not certain yet",
        ),
        "grounds": ("De gronden", "The grounds"),
        "needed": ("Wat nog nodig is", "What is still needed"),
        "remedies": ("Wat het zou veranderen", "What would change it"),
        "readings": ("De tekst of een lezing ervan", "The text or a reading of it"),
        "note.since": (
            (
                "Sinds wanneer elk lid lid is, is niet bekend. Daardoor staat ook niet vast of "
                "het regieverband als bestaand of als gewijzigd telt, en is gerekend alsof de "
                "dag van de erkenning niet bekend is."
            ),
            (
                "Since when each member is one, is not known. So it is not certain either "
                "whether the regieverband counts as existing or as changed, and the day of "
                "recognition was reckoned with as not known."
            ),
        ),
        "mistakes": ("Dit klopt nog niet", "This is not right yet"),
        "mistake": ("Verbeter: {what}", "Mend this: {what}"),
        "mistake.day-needed": (
            "Zeg op welke dag beoordeeld wordt.",
            "Say on which day it is assessed.",
        ),
        "mistake.outside": (
            "De oproep heeft regels van {first} tot en met {last}: kies een dag daartussen.",
            "The call has rules from {first} up to and including {last}: choose a day of those.",
        ),
        "mistake.no-day": ("Dit is geen dag.", "This is no day."),
        "mistake.later": (
            "Dit is later dan de dag waarop beoordeeld wordt.",
            "This is later than the day on which it is assessed.",
        ),
        "mistake.long-name": (
            "Een naam telt hoogstens {most} tekens.",
            "A name has at most {most} characters.",
        ),
        "mistake.no-members": ("Geef minstens één lid op.", "Name at least one member."),
        "mistake.whose": ("Van welke gemeente is dit?", "Of which municipality is this?"),
        "mistake.twice": (
            "Deze gemeente staat ook bij lid {row}.",
            "This municipality also stands at member {row}.",
        ),
        "mistake.unknown": (
            "In het register staat op die dag geen gemeente {name}.",
            "The register has no municipality {name} on that day.",
        ),
        "mistake.unknown-with-near": (
            "In het register staat op die dag geen gemeente {name}. Bedoelt u {near}?",
            "The register has no municipality {name} on that day. Do you mean {near}?",
        ),
        "mistake.ended": (
            "Deze gemeente bestaat niet meer sinds {on}; ze werd {successor}.",
            "This municipality ended on {on}; it became {successor}.",
        ),
        "mistake.no-count": (
            "Een aantal bestaat uit cijfers, zoals 56000.",
            "A count is made of digits, as in 56000.",
        ),
        "mistake.no-choice": ("Kies een van de mogelijkheden.", "Choose one of these."),
        "mistake.not-alone": (
            "Een gemeente die alleen aanvraagt heeft één lid, en er zijn er {members}.",
            "A municipality that applies alone has one member, and there are {members}.",
        ),
        "mistake.day-and-choice": (
            "Een dag hoort bij de laatste keuze, en alleen daarbij.",
            "A day belongs with the last choice, and with that one only.",
        ),
        "mistake.plan-not-known": (
            "Er zijn cellen aangevinkt, terwijl het plan niet bekend heet.",
            "Cells are ticked, while the plan is said not to be known.",
        ),
        "mistake.other-member": (
            "Een gemeente hoort bij de laatste keuze, en alleen daarbij.",
            "A municipality belongs with the last choice, and with that one only.",
        ),
        "mistake.no-member-here": (
            "Deze gemeente is hierboven geen lid.",
            "This municipality is no member above.",
        ),
        "mistake.contradiction": (
            "Dit spreekt zichzelf tegen: {error}",
            "This contradicts itself: {error}",
        ),
    }
)


def say(message: str, language: Language, /, **arguments: object) -> str:
    """Write a message in a language, with its days and lists as that language writes them."""
    row = dict(zip((Language.NL, Language.EN), MESSAGES[message], strict=True))
    return row[language].format(
        **{name: _written(value, language) for name, value in arguments.items()}
    )


def _written(value: object, language: Language) -> object:
    if isinstance(value, date):
        return long_date(value, language)
    return " / ".join(value) if isinstance(value, tuple) else value
