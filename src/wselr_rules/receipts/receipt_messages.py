"""The sentences of receipts and replays (*teksten*), as a table: a key and a language to one.

Adding a language is adding a column. The module knows no value that fills a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wselr_rules.render.templates import Row, both

__all__ = ["MESSAGES_OF_RECEIPTS"]

MESSAGES_OF_RECEIPTS: Mapping[str, Row] = MappingProxyType(
    {
        # --- a receipt: for the file
        "receipt.file.decision": both(
            "bewijsstuk van de beslissing over aanvraag {application}",
            "receipt of the decision on application {application}",
        ),
        "receipt.file.call": both(
            "bewijsstuk van de beoordeling van oproep {call} voor {year:raw}",
            "receipt of the assessment of call {call} for {year:raw}",
        ),
        "receipt.decided-on": both("beoordeeld op {day}", "assessed on {day}"),
        "receipt.rules": both("versie van de regels: {version}", "version of the rules: {version}"),
        "receipt.call": both("oproep {call}, vingerafdruk {hash}", "call {call}, hash {hash}"),
        "receipt.default-readings": both(
            "van elke open vraag de standaardlezing", "the default reading of every open question"
        ),
        "receipt.reading": both(
            "{id}: {choice}, waar de standaardlezing {default} is",
            "{id}: {choice}, where the default reading is {default}",
        ),
        "receipt.input": both(
            "invoer van {number:aanvraag|aanvragen}, vingerafdruk {hash}",
            "input of {number:application|applications}, hash {hash}",
        ),
        "receipt.complete": both(
            "er zijn geen andere aanvragen", "there are no other applications"
        ),
        "receipt.incomplete": both("er zijn nog andere aanvragen", "there are other applications"),
        "receipt.completeness-unknown": both(
            "niet bekend of er nog andere aanvragen zijn",
            "not known whether there are other applications",
        ),
        "receipt.approved": both(
            "goedgekeurd volgens de invoer: {applications}",
            "approved according to the input: {applications}",
        ),
        "receipt.application-hash": both(
            "aanvraag {application}, vingerafdruk {hash}", "application {application}, hash {hash}"
        ),
        "receipt.component": both("waarvan {amount} {way}", "of which {amount} {way}"),
        "receipt.way.WORKING_AGE_POPULATION": both(
            "naar bevolking op beroepsactieve leeftijd", "by population of working age"
        ),
        "receipt.way.JOB_SEEKERS": both("naar aantal werkzoekenden", "by number of job seekers"),
        "receipt.way.EQUAL_PARTS": both("in gelijke delen", "in equal parts"),
        "receipt.certified": both(
            "de verdeling doorstaat elk van de controles ({number})",
            "the division passes each of the checks ({number})",
        ),
        "receipt.not-certified": both(
            "de verdeling doorstaat deze controles niet: {checks}",
            "the division fails these checks: {checks}",
        ),
        # --- a receipt: for the applicant
        "receipt.applicant.decision": both(
            "beslissing over aanvraag {application}", "decision on application {application}"
        ),
        "receipt.applicant.call": both(
            "beslissingen in oproep {call} voor {year:raw}",
            "decisions in call {call} for {year:raw}",
        ),
        # --- a receipt: for both
        "receipt.issued-on": both("afgegeven op {day}", "issued on {day}"),
        "receipt.application": both("aanvraag {application}", "application {application}"),
        "receipt.amount": both(
            "subsidie voor {year:raw}: {amount}", "subsidy for {year:raw}: {amount}"
        ),
        "receipt.no-amounts": both("er is niets verdeeld", "nothing was divided"),
        "receipt.provisional": both(
            "wat nog niet bekend is, kan de bedragen veranderen",
            "what is not known yet can change the amounts",
        ),
        # --- a replay
        "replay.agrees": both(
            "opnieuw beslissen geeft hetzelfde als het bewijsstuk",
            "deciding again gives what the receipt says",
        ),
        "replay.differs": both(
            "opnieuw beslissen geeft niet hetzelfde als het bewijsstuk",
            "deciding again does not give what the receipt says",
        ),
        "replay.other-rules": both("andere regels", "other rules"),
        "replay.other-rules.versions": both(
            "versie toen {then}, nu {now}", "version then {then}, now {now}"
        ),
        "replay.other-call": both("andere oproep", "another call"),
        "replay.other-input": both("andere invoer", "another input"),
        "replay.hashes": both(
            "vingerafdruk toen {then}, nu {now}",
            "hash then {then}, now {now}",
        ),
        "replay.only-the-hash": both(
            "alleen de vingerafdruk verschilt: het bewijsstuk spreekt zichzelf tegen",
            "only the hash differs: the receipt contradicts itself",
        ),
        "replay.other-reading": both("de lezing van {id}", "the reading of {id}"),
        "replay.changed": both(
            "aanvraag {application} is anders", "application {application} differs"
        ),
        "replay.only-then": both(
            "aanvraag {application} was er toen wel, nu niet",
            "application {application} was there then and is not now",
        ),
        "replay.only-now": both(
            "aanvraag {application} is er nu wel, toen niet",
            "application {application} is there now and was not then",
        ),
        "replay.circumstance.APPLICATION": both(
            "over welke aanvraag beslist wordt", "which application is decided on"
        ),
        "replay.circumstance.DAY": both("de beoordeelde dag", "the assessed day"),
        "replay.circumstance.YEAR": both("het planjaar", "the plan year"),
        "replay.circumstance.COMPLETE": both(
            "of er nog andere aanvragen zijn", "whether there are other applications"
        ),
        "replay.circumstance.APPROVED": both(
            "welke aanvragen zijn goedgekeurd", "which applications are approved"
        ),
        "replay.other-outcome": both("andere uitkomst", "another outcome"),
        "replay.part.DECISIONS": both("de beslissingen", "the decisions"),
        "replay.part.CONFLICTS": both("de dubbele deelnames", "the territories claimed twice"),
        "replay.part.ALLOCATION": both("de verdeling", "the division"),
        "replay.part.UNDECIDED": both(
            "op welke aanvragen de bedragen wachten", "for which applications the amounts wait"
        ),
        "replay.part.MISSING": both(
            "op welke gegevens de bedragen wachten", "for which facts the amounts wait"
        ),
        "replay.part.CERTIFICATE": both(
            "de controle van de verdeling", "the check of the division"
        ),
        "replay.other-verdict": both(
            "aanvraag {application}: toen {then}, nu {now}",
            "application {application}: {then} then, {now} now",
        ),
        "replay.same-verdict": both(
            "aanvraag {application}: {verdict} op andere gronden",
            "application {application}: {verdict} on other grounds",
        ),
        "replay.criterion": both("de bevinding over {criterion}", "the finding on {criterion}"),
        "replay.other-amount": both(
            "aanvraag {application}: toen {then}, nu {now}",
            "application {application}: {then} then, {now} now",
        ),
        "replay.no-outcome": both(
            "op deze invoer kan niet beslist worden", "nothing can be decided upon this input"
        ),
        "replay.error": both("melding: {error}", "message: {error}"),
        # --- the fields of a call
        "replay.call.id": both("het kenmerk", "the id"),
        "replay.call.plan_years": both("de planjaren", "the plan years"),
        "replay.call.budget": both("het budget", "the budget"),
        "replay.call.keys": both("de verdeelsleutels", "the keys of the division"),
        "replay.call.minimum_inhabitants": both(
            "de ondergrens van het aantal inwoners", "the least number of inhabitants"
        ),
        "replay.call.minimum_actions": both(
            "het minimumaantal acties per prioriteit en jaar",
            "the least number of actions per priority and year",
        ),
        "replay.call.minimum_members": both(
            "het minimumaantal leden van een samenwerkingsverband",
            "the least number of members of a partnership",
        ),
        "replay.call.minimum_members_welfare": both(
            "het minimumaantal leden van een welzijnsvereniging",
            "the least number of members of a welzijnsvereniging",
        ),
        "replay.call.partnership_forms": both(
            "de aanvaarde rechtsvormen", "the accepted legal forms"
        ),
        "replay.call.channels": both("de aanvaarde indieningskanalen", "the accepted channels"),
        "replay.call.order_date": both("de datum van het besluit", "the day of the order"),
        "replay.call.order_in_force": both(
            "de inwerkingtreding van het besluit", "the day on which the order takes effect"
        ),
        "replay.call.new_fit_deadline": both(
            "de termijn voor nieuwe regieverbanden", "the deadline of new regieverbanden"
        ),
        "replay.call.existing_fit_deadline": both(
            "de termijn voor bestaande regieverbanden", "the deadline of existing regieverbanden"
        ),
        "replay.call.region_decree_in_force": both(
            "de inwerkingtreding van het Regiodecreet",
            "the day on which the Regiodecreet takes effect",
        ),
        "replay.call.checked_on": both(
            "de dag van de laatste toetsing aan de tekst",
            "the day of the last check against the text",
        ),
        "replay.call.sources": both("de bronnen", "the sources"),
    }
)
