"""The sentences on least and most amounts (*marges*), as a table of keys and languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wselr_rules.render.templates import Row, both

__all__ = ["MESSAGES_OF_RANGES"]

MESSAGES_OF_RANGES: Mapping[str, Row] = MappingProxyType(
    {
        # --- one application
        "ranges.certain": both(
            "aanvraag {application} krijgt {least}", "application {application} gets {least}"
        ),
        "ranges.nothing": both(
            "aanvraag {application} krijgt niets", "application {application} gets nothing"
        ),
        "ranges.between": both(
            "aanvraag {application} krijgt minstens {least} en hoogstens {most}",
            "application {application} gets at least {least} and at most {most}",
        ),
        "ranges.not-known": both(
            "hoeveel aanvraag {application} kan krijgen, is niet bekend",
            "how much application {application} can get is not known",
        ),
        # --- the table
        "ranges.caption": both(
            "Wat elke aanvraag minstens en hoogstens krijgt van {budget}, planjaar {year:raw}",
            "The least and the most that each application gets of {budget}, plan year {year:raw}",
        ),
        "ranges.header.application": both("Aanvraag", "Application"),
        "ranges.header.verdict": both("Oordeel", "Verdict"),
        "ranges.header.least": both("Minstens", "At least"),
        "ranges.header.most": both("Hoogstens", "At most"),
        "ranges.header.certain": both("Staat vast", "Certain"),
        "ranges.verdict.met": both("komt in aanmerking", "eligible"),
        "ranges.verdict.not-met": both("komt niet in aanmerking", "not eligible"),
        "ranges.verdict.unknown": both("onbeslist", "undecided"),
        "ranges.cell.yes": both("ja", "yes"),
        "ranges.cell.no": both("nee", "no"),
        "ranges.cell.not-known": both("niet bekend", "not known"),
        # --- what to know of them
        "ranges.amounts": both(
            "wat elke aanvraag kan krijgen, planjaar {year:raw}",
            "what each application can get, plan year {year:raw}",
        ),
        "ranges.notes": both("bij deze bedragen", "on these amounts"),
        "ranges.undecided": both(
            "nog niet beslist: {applications}; de bedragen gelden hoe daarover ook beslist wordt",
            "not yet decided: {applications}; the amounts hold however they are decided",
        ),
        "ranges.sums": both(
            "de laagste bedragen vormen samen niet het budget en de hoogste evenmin: ze horen bij "
            "verschillende beslissingen",
            "the least amounts together are not the budget, nor are the most: they belong to "
            "different decisions",
        ),
        "ranges.incomplete": both(
            "er kunnen nog andere aanvragen zijn, en die kunnen elk bedrag verlagen",
            "there may be other applications, and those can lower every amount",
        ),
        "ranges.undividable": both(
            "niet meegeteld: beslissingen waarna een verdeelsleutel voor iedereen nul is, want de "
            "tekst zegt niet hoe dan verdeeld wordt",
            "not counted: decisions after which a key is zero for every beneficiary, for the text "
            "does not say how to divide then",
        ),
        "ranges.missing": both("niet bekend: {facts}", "not known: {facts}"),
        "ranges.bounds": both(
            "op centen na, want er zijn te veel mogelijke beslissingen: {applications}",
            "but for cents, because too many decisions are possible: {applications}",
        ),
    }
)
