"""The words of remedies (*remedies*): what changes, what comes of it, and what was looked for.

It knows the sentences and no value that fills one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wselr_rules.render.templates import Row, both

__all__ = ["MESSAGES_OF_CHANGES", "MESSAGES_OF_REMEDIES"]

#: What changes, in one clause.
MESSAGES_OF_CHANGES: Mapping[str, Row] = MappingProxyType(
    {
        "change.wait": both(
            "{regieverband} wacht tot {day}",
            "{regieverband} waits until {day}",
        ),
        "change.remove": both(
            "{municipality} verlaat {regieverband}",
            "{municipality} leaves {regieverband}",
        ),
        "change.release": both(
            "{municipality} valt weg uit de aanvraag van {other}",
            "{municipality} drops out of the application of {other}",
        ),
        "change.form": both(
            "{regieverband} neemt deze rechtsvorm aan: {form}",
            "{regieverband} takes this legal form: {form}",
        ),
        "change.form-alone": both(
            "{regieverband} vraagt alleen aan, als gemeente",
            "{regieverband} applies alone, as a municipality",
        ),
        "change.add": both(
            "{municipality} treedt toe tot {regieverband} ({inhabitants:inwoner|inwoners})",
            "{municipality} joins {regieverband} ({inhabitants:inhabitant|inhabitants})",
        ),
        "change.add-several": both(
            "{municipalities} treden toe tot {regieverband} (samen {inhabitants:inwoner|inwoners})",
            "{municipalities} join {regieverband} (together {inhabitants:inhabitant|inhabitants})",
        ),
        "change.add-at-least": both(
            "{municipality} treedt toe tot {regieverband} (minstens "
            "{inhabitants:inwoner|inwoners})",
            "{municipality} joins {regieverband} (at least {inhabitants:inhabitant|inhabitants})",
        ),
        "change.add-several-at-least": both(
            "{municipalities} treden toe tot {regieverband} (samen minstens "
            "{inhabitants:inwoner|inwoners})",
            "{municipalities} join {regieverband} (together at least "
            "{inhabitants:inhabitant|inhabitants})",
        ),
        "change.bring": both(
            "een of meer gemeenten uit {region} treden toe tot {regieverband}, samen met minstens "
            "{inhabitants:inwoner|inwoners}",
            "one or more municipalities of {region} join {regieverband}, together with at least "
            "{inhabitants:inhabitant|inhabitants}",
        ),
        "change.bring-any": both(
            "een gemeente uit {region}, van welke omvang ook, treedt toe tot {regieverband}",
            "a municipality of {region}, of whatever size, joins {regieverband}",
        ),
        "change.derogation": both(
            "{regieverband} krijgt een afwijking van de regioregel vanaf {since}",
            "{regieverband} is granted a deviation from the region rule from {since} on",
        ),
        "change.actions": both(
            "het plan krijgt {number:actie|acties} met code {code} voor {years:raw}",
            "the plan gets {number:action|actions} with code {code} for {years:raw}",
        ),
        "change.actions-of-member": both(
            "het plan van {holder} krijgt {number:actie|acties} met code {code} voor {years:raw}",
            "the plan of {holder} gets {number:action|actions} with code {code} for {years:raw}",
        ),
        "change.actions-of-new-member": both(
            "het plan van elk nieuw lid krijgt {number:actie|acties} met code {code} voor "
            "{years:raw}",
            "the plan of each new member gets {number:action|actions} with code {code} for "
            "{years:raw}",
        ),
        "change.channel": both(
            "{regieverband} dient de aanvraag in via {channel}",
            "{regieverband} hands in the application through {channel}",
        ),
    }
)

#: What comes of it, and the lines around it.
MESSAGES_OF_REMEDIES: Mapping[str, Row] = MappingProxyType(
    {
        "remedies.none-needed": both(
            "{regieverband}, {on}: {criterion}; er is al aan voldaan en er hoeft niets te "
            "veranderen",
            "{regieverband}, {on}: {criterion}; this is met already and nothing has to change",
        ),
        "remedies.none-found": both(
            "{regieverband}, {on}: {criterion}; geen wijziging die is nagegaan, volstaat",
            "{regieverband}, {on}: {criterion}; no change that was tried is enough",
        ),
        "remedies.found": both(
            "{regieverband}, {on}: {criterion}; wat elk op zich volstaat: "
            "{ways:mogelijkheid|mogelijkheden}",
            "{regieverband}, {on}: {criterion}; what is enough by itself: {ways:way|ways}",
        ),
        "remedies.more": both(
            "en nog {ways:andere mogelijkheid|andere mogelijkheden}",
            "and {ways:other way|other ways}",
        ),
        "remedies.searched": both(
            "nagegaan: wachten, of een samenstel van hoogstens "
            "{municipalities:gemeente|gemeenten} die toetreden, uittreden of elders wegvallen, "
            "één andere rechtsvorm, één afwijking van de regioregel, één indieningskanaal en "
            "acties in de lege cellen",
            "tried: waiting, or a set of at most {municipalities:municipality|municipalities} that "
            "join, leave or drop out elsewhere, one other legal form, one deviation from the "
            "region rule, one channel, and actions in the empty cells",
        ),
        "remedies.cut": both(
            "niet elk groter samenstel is nagegaan",
            "not every larger set was tried",
        ),
        "remedy.ends": both(
            "daarmee eindigt ook het conflict met {others}",
            "that also ends the conflict with {others}",
        ),
        "remedy.breaks": both(
            "maar dan is niet meer voldaan aan: {criteria}",
            "but this is then no longer met: {criteria}",
        ),
        "remedy.assessed": both(
            "opnieuw beoordeeld op {on}: {criterion}",
            "assessed again on {on}: {criterion}",
        ),
        "remedy.before": both("voordien: {finding}", "before: {finding}"),
        "remedy.touches": both(
            "raakt {municipalities:gemeente|gemeenten} met {inhabitants:inwoner|inwoners}",
            "touches {municipalities:municipality|municipalities} with "
            "{inhabitants:inhabitant|inhabitants}",
        ),
    }
)
