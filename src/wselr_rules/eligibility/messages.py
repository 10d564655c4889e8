"""The words of the findings (*teksten*), as tables: a message and a language to a sentence.

Adding a language is adding a column. A message that stands in no table is the text of a
criterion of the caller's own and is shown as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from wselr_rules.domain.standing import Standing
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.law.terms import LegalForm, SubmissionChannel
from wselr_rules.render.language import Language
from wselr_rules.render.templates import fill

__all__ = ["FACTS", "LABELS", "MESSAGES", "fact_in_words", "in_words"]

_NL, _EN = Language.NL, Language.EN


def _both(nl: str, en: str) -> Mapping[Language, str]:
    return MappingProxyType({_NL: nl, _EN: en})


MESSAGES: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        # --- the whole
        "eligible": _both("komt in aanmerking voor een subsidie", "may be approved for a subsidy"),
        "applicant": _both(
            "een samenwerkingsverband of een centrumstad die alleen aanvraagt",
            "a partnership, or a centrumstad that applies alone",
        ),
        "partnership": _both(
            "een samenwerkingsverband dat groot genoeg is", "a partnership that is large enough"
        ),
        "missing": _both("{finding}; niet bekend: {facts}", "{finding}; not known: {facts}"),
        # --- S09: form
        "partnership-form.met": _both(
            "rechtsvorm: {form}; een samenwerkingsverband kan zo aanvragen",
            "legal form: {form}; a partnership may apply as such",
        ),
        "partnership-form.not-met": _both(
            "rechtsvorm: {form}; een samenwerkingsverband vraagt aan in een van deze vormen: "
            "{accepted}",
            "legal form: {form}; a partnership applies in one of these forms: {accepted}",
        ),
        "partnership-form.unknown": _both(
            "de rechtsvorm is niet bekend; een samenwerkingsverband vraagt aan in een van deze "
            "vormen: {accepted}",
            "the legal form is not known; a partnership applies in one of these forms: "
            "{accepted}",
        ),
        # --- S09: members
        "enough-members.met": _both(
            "{members:lid|leden}, minstens {required} vereist",
            "{members:member|members}, at least {required} required",
        ),
        "enough-members.not-met": _both(
            "{members:lid|leden}, minstens {required} vereist",
            "{members:member|members}, at least {required} required",
        ),
        "enough-members.unknown": _both(
            "{members:lid|leden}; zonder rechtsvorm staat niet vast of er minstens {required} "
            "of meer vereist zijn",
            "{members:member|members}; without a legal form it is not certain whether at least "
            "{required} or more are required",
        ),
        # --- S09: inhabitants
        "inhabitants.met": _both(
            "{inhabitants:inwoner|inwoners}, minstens {required} vereist ({margin} meer)",
            "{inhabitants:inhabitant|inhabitants}, at least {required} required ({margin} more)",
        ),
        "inhabitants.met-at-least": _both(
            "minstens {inhabitants:inwoner|inwoners}, minstens {required} vereist "
            "(minstens {margin} meer)",
            "at least {inhabitants:inhabitant|inhabitants}, at least {required} required "
            "(at least {margin} more)",
        ),
        "inhabitants.not-met": _both(
            "{inhabitants:inwoner|inwoners}, minstens {required} vereist ({margin} te weinig)",
            "{inhabitants:inhabitant|inhabitants}, at least {required} required "
            "({margin} too few)",
        ),
        "inhabitants.unknown": _both(
            "{inhabitants:inwoner|inwoners}, minstens {required} vereist ({margin} te weinig), "
            "tenzij een centrumstad partner is",
            "{inhabitants:inhabitant|inhabitants}, at least {required} required "
            "({margin} too few), unless a centrumstad is a partner",
        ),
        "inhabitants.unknown-at-least": _both(
            "minstens {inhabitants:inwoner|inwoners} voor zover bekend, minstens {required} "
            "vereist (nog {margin} nodig)",
            "at least {inhabitants:inhabitant|inhabitants} as far as known, at least {required} "
            "required ({margin} still needed)",
        ),
        "inhabitants.exempt": _both(
            "de ondergrens van {required} inwoners bindt niet: een centrumstad is partner",
            "the lower bound of {required} inhabitants does not bind: a centrumstad is a partner",
        ),
        # --- S10, S11
        "centrumstad-alone.met": _both(
            "{name} is een centrumstad die alleen aanvraagt: geen ondergrens",
            "{name} is a centrumstad that applies alone: no lower bound",
        ),
        "centrumstad-alone.not-met": _both(
            "{name} is geen centrumstad", "{name} is no centrumstad"
        ),
        "centrumstad-alone.not-alone": _both(
            "{name} is geen gemeente die alleen aanvraagt",
            "{name} is no municipality that applies alone",
        ),
        "centrumstad-alone.unknown": _both(
            "of {name} een centrumstad is die alleen aanvraagt, staat niet vast",
            "whether {name} is a centrumstad that applies alone is not certain",
        ),
        # --- S13 to S16
        "region.no-member": _both(
            "er is op die dag geen lid, dus geen grondgebied in een referentieregio",
            "there is no member on that day, so no territory in a reference region",
        ),
        "region.met": _both(
            "het hele grondgebied ligt in {regions}", "all of the territory lies in {regions}"
        ),
        "region.met-by-derogation": _both(
            "een toegestane afwijking loopt; het grondgebied ligt in: {regions}",
            "a granted deviation is running; the territory lies in: {regions}",
        ),
        "region.not-met": _both(
            "het grondgebied ligt in {regions} (buiten het grootste deel: {members}); "
            "een {standings} regieverband moet sinds {due} in één referentieregio passen",
            "the territory lies in {regions} (outside the largest part: {members}); "
            "a regieverband that is {standings} must fit in one reference region since {due}",
        ),
        "region.not-met-before": _both(
            "het grondgebied past nu in één referentieregio, maar niet op elke dag waarop het "
            "moest: een {standings} regieverband moet passen vanaf {due}",
            "the territory fits in one reference region now, but not on every day on which it "
            "had to: a regieverband that is {standings} must fit from {due} on",
        ),
        "region.unknown": _both(
            "of het grondgebied tijdig in één referentieregio past, staat niet vast; "
            "bekende regio's: {regions}; het regieverband kan gelden als {standings}",
            "whether the territory fits in one reference region in time is not certain; "
            "known regions: {regions}; the regieverband may count as {standings}",
        ),
        "region.pending-fits": _both(
            "het hele grondgebied ligt in {regions}; vereist vanaf {due}",
            "all of the territory lies in {regions}; required from {due} on",
        ),
        "region.pending-across": _both(
            "het grondgebied ligt in {regions}; pas vanaf {due} moet het in één referentieregio "
            "passen",
            "the territory lies in {regions}; only from {due} on must it fit in one reference "
            "region",
        ),
        "region.pending-not-known": _both(
            "de referentieregio's zijn niet alle bekend (bekend: {regions}); pas vanaf {due} "
            "moet het grondgebied in één ervan passen",
            "not all reference regions are known (known: {regions}); only from {due} on must the "
            "territory fit in one of them",
        ),
        # --- S12
        "one-regieverband.met": _both(
            "geen andere aanvraag omvat grondgebied van dit regieverband",
            "no other application covers territory of this regieverband",
        ),
        "one-regieverband.met-claimed": _both(
            "{municipalities} ook in {others}, maar dit regieverband is eerst erkend",
            "{municipalities} also in {others}, but this regieverband was recognised first",
        ),
        "one-regieverband.not-met-claimed": _both(
            "{municipalities} ook in {others}; een gemeente kan maar van één regieverband deel "
            "uitmaken",
            "{municipalities} also in {others}; a municipality can be part of one regieverband "
            "only",
        ),
        "one-regieverband.unknown": _both(
            "geen bekende aanvraag omvat grondgebied van dit regieverband, maar niet alle "
            "aanvragen zijn bekend",
            "no known application covers territory of this regieverband, but not all "
            "applications are known",
        ),
        "one-regieverband.unknown-claimed": _both(
            "{municipalities} ook in {others}; wie eerst erkend is, staat niet vast",
            "{municipalities} also in {others}; which was recognised first is not certain",
        ),
        # --- S08
        "plan.met": _both(
            "voor elke prioriteit minstens {minimum:actie|acties} in elk van {years:raw}",
            "at least {minimum:action|actions} for each priority in each of {years:raw}",
        ),
        "plan.not-met": _both(
            "minstens {minimum:actie|acties} per prioriteit vereist in elk van {years:raw}; "
            "leeg: {gaps}",
            "at least {minimum:action|actions} for each priority required in each of "
            "{years:raw}; empty: {gaps}",
        ),
        "plan.unknown": _both(
            "minstens {minimum:actie|acties} per prioriteit vereist in elk van {years:raw} in "
            "het plan van elk lid; leeg, tenzij acties waarvan het plan niet bekend is ze "
            "vullen: {gaps}",
            "at least {minimum:action|actions} for each priority required in each of "
            "{years:raw} in the plan of each member; empty, unless actions of a plan not known "
            "fill them: {gaps}",
        ),
        "plan.not-known": _both(
            "minstens {minimum:actie|acties} per prioriteit vereist in elk van {years:raw}; het "
            "plan is niet bekend",
            "at least {minimum:action|actions} for each priority required in each of "
            "{years:raw}; the plan is not known",
        ),
        # --- S21
        "channel.met": _both(
            "ingediend via {used} (aanvaard: {accepted})",
            "came through {used} (accepted: {accepted})",
        ),
        "channel.not-met": _both(
            "ingediend via {used}; alleen aanvaard: {accepted}",
            "came through {used}; accepted only: {accepted}",
        ),
        "channel.unknown": _both(
            "het indieningskanaal is niet bekend; aanvaard: {accepted}",
            "the channel is not known; accepted: {accepted}",
        ),
    }
)

#: Facts that can be missing, by the name of their field.
FACTS: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "approved": _both(
            "welke aanvragen zijn goedgekeurd", "which applications have been approved"
        ),
        "channels": _both("het indieningskanaal van {subject}", "the channel of {subject}"),
        "complete": _both(
            "of er andere aanvragen zijn dan de bekende",
            "whether there are other applications than the known ones",
        ),
        "derogations": _both(
            "de toegestane afwijkingen voor {subject}", "the deviations granted to {subject}"
        ),
        "inhabitants": _both(
            "het aantal inwoners van {subject}", "the number of inhabitants of {subject}"
        ),
        "is_centrumstad": _both(
            "of {subject} een centrumstad is", "whether {subject} is a centrumstad"
        ),
        "job_seekers": _both(
            "het aantal werkzoekenden van {subject}", "the number of job seekers of {subject}"
        ),
        "legal_form": _both("de rechtsvorm van {subject}", "the legal form of {subject}"),
        "plan": _both("het plan van {subject}", "the plan of {subject}"),
        "planned_by": _both(
            "in wiens plan actie {subject} staat", "in whose plan action {subject} stands"
        ),
        "recognised_on": _both(
            "de erkenningsdatum van {subject}", "the day of recognition of {subject}"
        ),
        "reference_region": _both(
            "de referentieregio van {subject}", "the reference region of {subject}"
        ),
        "submitted_on": _both(
            "de indieningsdatum van {subject}", "the day of submission of {subject}"
        ),
        "working_age_population": _both(
            "de bevolking op beroepsactieve leeftijd van {subject}",
            "the population of working age of {subject}",
        ),
    }
)

#: Where a term is written in another way than by its Dutch value or label.
LABELS: Mapping[Enum, Mapping[Language, str]] = MappingProxyType(
    {
        LegalForm.MUNICIPALITY: _both("gemeente", "municipality alone"),
        LegalForm.OTHER: _both("andere rechtsvorm", "another legal form"),
        ReferenceRegion.OUTSIDE: _both(
            ReferenceRegion.OUTSIDE.label, "outside the Flemish Region"
        ),
        SubmissionChannel.MULTI_ANNUAL_PLAN: _both("het meerjarenplan", "the multi-annual plan"),
        Standing.EXISTING: _both("bestaand", "existing"),
        Standing.CHANGED: _both("gewijzigd", "changed"),
        Standing.NEW: _both("nieuw", "new"),
    }
)


def in_words(message: str, arguments: Mapping[str, object], language: Language) -> str:
    """A message with its arguments in a language (*in woorden*)."""
    row = MESSAGES.get(message)
    if row is not None:
        return fill(row[language], arguments, language, _label)
    return fill(message, arguments, language, _label) if arguments else message


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
