"""The acts (*wetgeving*) behind the call and how a jurist cites them.

*Decreet* is a decree of the Flemish Parliament, *besluit* an order of the Flemish Government.
The article texts of the order of 2022 could not be read, so no citation is more precise than
the act and the line of the text of record.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from wselr_rules.render.language import Language, long_date
from wselr_rules.render.shown import ShownByFields

__all__ = [
    "DECREE_ON_PLANNING_BURDEN",
    "GOVERNMENT_NOTE_ON_REGIONS",
    "ORDER_IN_FORCE",
    "ORDER_ON_THE_DIRECTOR_ROLE",
    "REGION_DECREE",
    "REGION_DECREE_IN_FORCE",
    "SUPPORT_DECREE",
    "TEXT_OF_RECORD",
    "Act",
    "Citation",
]

#: The order takes effect on this day.
ORDER_IN_FORCE = date(2023, 1, 1)
#: The map of the Regiodecreet holds from this day on.
REGION_DECREE_IN_FORCE = date(2023, 3, 19)
#: The public page whose lines the sentences are.
TEXT_OF_RECORD = "Vlaamse overheid, “Het lokale bestuur als regisseur”"


@frozen
class Act(ShownByFields):
    """An act (*decreet, besluit of nota*), printed as it is cited in Dutch.

    >>> print(REGION_DECREE)
    Decreet van 3 februari 2023 over de regiovorming
    """

    kind: str
    #: The day it was adopted.
    dated: date
    #: What follows the date in its title.
    subject: str
    short_title: str
    #: Its number in the Belgian official gazette; None where it was not found.
    numac: str | None = None
    #: The first day on which it has effect in what concerns this call; None where not known.
    in_force: date | None = None
    #: The part that matters here, and what changed it.
    part: str = ""

    def __str__(self) -> str:
        title = f"{self.kind} van {long_date(self.dated, Language.NL)} {self.subject}"
        part = f", {self.part}" if self.part else ""
        numac = f" (numac {self.numac})" if self.numac else ""
        return f"{title}{part}{numac}"


@frozen
class Citation(ShownByFields):
    """Where a rule stands (*verwijzing*): the sentence and lines of the text, and the act.

    The text of record gives the rule, the act the authority.
    """

    sentence_id: str
    lines: tuple[int, ...]
    act: Act

    def __str__(self) -> str:
        lines = ", ".join(str(line) for line in self.lines)
        word = "regel" if len(self.lines) == 1 else "regels"
        return f"{self.sentence_id}: {TEXT_OF_RECORD}, {word} {lines}; {self.act}"


SUPPORT_DECREE = Act(
    "Decreet",
    date(2012, 2, 17),
    "betreffende de ondersteuning van het ondernemerschap op het vlak van de sociale economie "
    "en de stimulering van het maatschappelijk verantwoord ondernemen",
    "Ondersteuningsdecreet",
    in_force=date(2023, 1, 1),
    part="hoofdstuk 9, artikel 15, vervangen bij het decreet van 15 juli 2022",
)

ORDER_ON_THE_DIRECTOR_ROLE = Act(
    "Besluit van de Vlaamse Regering",
    date(2022, 4, 29),
    "tot bepaling van de lokale regierol van de gemeenten op het vlak van sociale economie en werk",
    "Besluit lokale regierol",
    numac="2022020906",
    in_force=ORDER_IN_FORCE,
)

DECREE_ON_PLANNING_BURDEN = Act(
    "Decreet",
    date(2011, 7, 15),
    "houdende vaststelling van de algemene regels waaronder in de Vlaamse Gemeenschap en het "
    "Vlaamse Gewest periodieke plan- en rapporteringsverplichtingen aan lokale besturen kunnen "
    "worden opgelegd",
    "Planlastendecreet",
    numac="2011203932",
)

REGION_DECREE = Act(
    "Decreet",
    date(2023, 2, 3),
    "over de regiovorming",
    "Regiodecreet",
    in_force=REGION_DECREE_IN_FORCE,
)

#: The final map before the decree.
GOVERNMENT_NOTE_ON_REGIONS = Act(
    "Nota van de Vlaamse Regering",
    date(2022, 2, 4),
    "over de regiovorming",
    "Nota regiovorming",
)
