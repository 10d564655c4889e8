"""The messages of the findings (*teksten*), as a table: a key and a language to a sentence.

Adding a language is adding a column. The module knows no value that fills a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wselr_rules.render.templates import Row, both

__all__ = ["MESSAGES"]

MESSAGES: Mapping[str, Row] = MappingProxyType(
    {
        # --- the whole
        "eligible": both("in aanmerking komen voor een subsidie", "eligibility for a subsidy"),
        "applicant": both(
            "wie aanvraagt: een samenwerkingsverband of een centrumstad alleen",
            "who applies: a partnership, or a centrumstad alone",
        ),
        "partnership": both(
            "als samenwerkingsverband dat groot genoeg is",
            "as a partnership that is large enough",
        ),
        "settled": both(
            "{finding}; wat niet bekend is, kan daar niets meer aan veranderen",
            "{finding}; what is not known can no longer change that",
        ),
        "sourced": both(
            "{finding}; volgens: {provenance}", "{finding}; according to: {provenance}"
        ),
        "doubt": both(
            "een gegeven dat niet zeker is, geeft de doorslag: {fact}; zonder dat gegeven: "
            "{verdict}",
            "a fact that is not certain decides it: {fact}; without that fact: {verdict}",
        ),
        "missing": both("{finding}; niet bekend: {facts}", "{finding}; not known: {facts}"),
        # --- S09: form
        "partnership-form.met": both(
            "rechtsvorm: {form}; een samenwerkingsverband kan zo aanvragen",
            "legal form: {form}; a partnership may apply as such",
        ),
        "partnership-form.not-met": both(
            "rechtsvorm: {form}; een samenwerkingsverband vraagt aan in een van deze vormen: "
            "{accepted}",
            "legal form: {form}; a partnership applies in one of these forms: {accepted}",
        ),
        "partnership-form.unknown": both(
            "de rechtsvorm is niet bekend; een samenwerkingsverband vraagt aan in een van deze "
            "vormen: {accepted}",
            "the legal form is not known; a partnership applies in one of these forms: {accepted}",
        ),
        # --- S09: members
        "enough-members.met": both(
            "{members:lid|leden}, minstens {required} vereist",
            "{members:member|members}, at least {required} required",
        ),
        "enough-members.not-met": both(
            "{members:lid|leden}, minstens {required} vereist",
            "{members:member|members}, at least {required} required",
        ),
        "enough-members.unknown": both(
            "{members:lid|leden}; zonder rechtsvorm staat niet vast of er minstens {required} "
            "of meer vereist zijn",
            "{members:member|members}; without a legal form it is not certain whether at least "
            "{required} or more are required",
        ),
        # --- S09: inhabitants
        "inhabitants.met": both(
            "{inhabitants:inwoner|inwoners}{sources}, minstens {required} vereist ({margin} meer)",
            "{inhabitants:inhabitant|inhabitants}{sources}, at least {required} required "
            "({margin} more)",
        ),
        "inhabitants.met-at-least": both(
            "minstens {inhabitants:inwoner|inwoners}{sources}, minstens {required} vereist "
            "(minstens {margin} meer)",
            "at least {inhabitants:inhabitant|inhabitants}{sources}, at least {required} required "
            "(at least {margin} more)",
        ),
        "inhabitants.not-met": both(
            "{inhabitants:inwoner|inwoners}{sources}, minstens {required} vereist "
            "({margin} te weinig)",
            "{inhabitants:inhabitant|inhabitants}{sources}, at least {required} required "
            "({margin} too few)",
        ),
        "inhabitants.unknown": both(
            "{inhabitants:inwoner|inwoners}{sources}, minstens {required} vereist "
            "({margin} te weinig), tenzij een centrumstad partner is",
            "{inhabitants:inhabitant|inhabitants}{sources}, at least {required} required "
            "({margin} too few), unless a centrumstad is a partner",
        ),
        "inhabitants.unknown-at-least": both(
            "minstens {inhabitants:inwoner|inwoners}{sources} voor zover bekend, minstens "
            "{required} vereist (nog {margin} nodig)",
            "at least {inhabitants:inhabitant|inhabitants}{sources} as far as known, at least "
            "{required} required ({margin} still needed)",
        ),
        "inhabitants.exempt": both(
            "de ondergrens van {required} inwoners bindt niet: een centrumstad is partner",
            "the lower bound of {required} inhabitants does not bind: a centrumstad is a partner",
        ),
        # --- S10, S11
        "centrumstad-alone.met": both(
            "{name} is een centrumstad die alleen aanvraagt: geen ondergrens",
            "{name} is a centrumstad that applies alone: no lower bound",
        ),
        "centrumstad-alone.not-met": both("{name} is geen centrumstad", "{name} is no centrumstad"),
        "centrumstad-alone.not-alone": both(
            "{name} is geen gemeente die alleen aanvraagt",
            "{name} is no municipality that applies alone",
        ),
        "centrumstad-alone.unknown": both(
            "of {name} een centrumstad is die alleen aanvraagt, staat niet vast",
            "whether {name} is a centrumstad that applies alone is not certain",
        ),
        # --- S13 to S16
        "region.no-member": both(
            "er is op die dag geen lid, dus geen grondgebied in een referentieregio",
            "there is no member on that day, so no territory in a reference region",
        ),
        "region.met": both(
            "het hele grondgebied ligt in {regions}", "all of the territory lies in {regions}"
        ),
        "region.met-by-derogation": both(
            "een toegestane afwijking loopt; het grondgebied ligt in: {regions}",
            "a granted deviation is running; the territory lies in: {regions}",
        ),
        "region.met-by-derogation-as-far-as-known": both(
            "een toegestane afwijking loopt; bekende regio's van het grondgebied: {regions}",
            "a granted deviation is running; known regions of the territory: {regions}",
        ),
        "region.not-met": both(
            "het grondgebied ligt in {regions} (buiten het grootste deel: {members}) en moet "
            "sinds {due} in één referentieregio passen; statuut: {standings:or}",
            "the territory lies in {regions} (outside the largest part: {members}) and must fit "
            "in one reference region since {due}; standing: {standings:or}",
        ),
        "region.not-met-as-far-as-known": both(
            "het grondgebied ligt, voor zover bekend, in {regions} (buiten het grootste deel: "
            "{members}) en moet sinds {due} in één referentieregio passen; statuut: "
            "{standings:or}",
            "the territory lies, as far as known, in {regions} (outside the largest part: "
            "{members}) and must fit in one reference region since {due}; standing: "
            "{standings:or}",
        ),
        "region.not-met-before": both(
            "het grondgebied (nu in: {regions}) paste niet in één referentieregio op elke dag "
            "vanaf {due}, zoals moest; statuut: {standings:or}",
            "the territory (now in: {regions}) did not fit in one reference region on every day "
            "from {due} on, as it had to; standing: {standings:or}",
        ),
        "region.not-met-before-as-far-as-known": both(
            "het grondgebied (bekende regio's nu: {regions}) paste niet in één referentieregio "
            "op elke dag vanaf {due}, zoals moest; statuut: {standings:or}",
            "the territory (known regions now: {regions}) did not fit in one reference region "
            "on every day from {due} on, as it had to; standing: {standings:or}",
        ),
        "region.unknown": both(
            "of het grondgebied tijdig in één referentieregio past, staat niet vast; "
            "bekende regio's op {day}: {regions}; mogelijk statuut: {standings:or}",
            "whether the territory fits in one reference region in time is not certain; "
            "known regions on {day}: {regions}; possible standing: {standings:or}",
        ),
        "region.pending-fits": both(
            "het hele grondgebied ligt in {regions}; vereist vanaf {due}",
            "all of the territory lies in {regions}; required from {due} on",
        ),
        "region.pending-across": both(
            "het grondgebied ligt in {regions}; pas vanaf {due} moet het in één referentieregio "
            "passen",
            "the territory lies in {regions}; only from {due} on must it fit in one reference "
            "region",
        ),
        "region.pending-across-as-far-as-known": both(
            "het grondgebied ligt, voor zover bekend, in {regions}; pas vanaf {due} moet het in "
            "één referentieregio passen",
            "the territory lies, as far as known, in {regions}; only from {due} on must it fit "
            "in one reference region",
        ),
        "region.pending-not-known": both(
            "de referentieregio's zijn niet alle bekend (bekend: {regions}); pas vanaf {due} "
            "moet het grondgebied in één ervan passen",
            "not all reference regions are known (known: {regions}); only from {due} on must the "
            "territory fit in one of them",
        ),
        # --- S15, S16, by the day of submission (I05)
        "region.met-at-submission": both(
            "naar de toestand op de dag van indiening, {day}, ligt het hele grondgebied in "
            "{regions}",
            "as of the day of submission, {day}, all of the territory lies in {regions}",
        ),
        "region.met-by-derogation-at-submission": both(
            "naar de toestand op de dag van indiening, {day}, loopt een toegestane afwijking; "
            "bekende regio's van het grondgebied: {regions}",
            "as of the day of submission, {day}, a granted deviation is running; known regions "
            "of the territory: {regions}",
        ),
        "region.met-whenever-submitted": both(
            "op welke dag de aanvraag ook is ingediend: op die dag past het grondgebied in één "
            "referentieregio of hoeft het dat nog niet",
            "whatever the day of submission, the territory then fits in one reference region or "
            "need not do so yet",
        ),
        "region.not-met-at-submission": both(
            "naar de toestand op de dag van indiening, {day}, ligt het grondgebied niet in één "
            "referentieregio, zoals bij de indiening al moet; bekende regio's: {regions} (buiten "
            "het grootste deel: {members}); statuut: {standings:or}",
            "as of the day of submission, {day}, the territory does not lie in one reference "
            "region, as it must on submission; known regions: {regions} (outside the largest "
            "part: {members}); standing: {standings:or}",
        ),
        "region.not-met-whenever-submitted": both(
            "op welke dag de aanvraag ook is ingediend: op die dag past het grondgebied niet in "
            "één referentieregio, zoals moet; statuut: {standings:or}",
            "whatever the day of submission, the territory does not then fit in one reference "
            "region, as it must; standing: {standings:or}",
        ),
        # --- S12
        "one-regieverband.met": both(
            "geen andere aanvraag omvat grondgebied van dit regieverband",
            "no other application covers territory of this regieverband",
        ),
        "one-regieverband.met-claimed": both(
            "{municipalities} ook in {others}, maar dit regieverband is eerst erkend",
            "{municipalities} also in {others}, but this regieverband was recognised first",
        ),
        "one-regieverband.not-met-claimed": both(
            "{municipalities} ook in {others}; een gemeente kan maar van één regieverband deel "
            "uitmaken",
            "{municipalities} also in {others}; a municipality can be part of one regieverband "
            "only",
        ),
        "one-regieverband.unknown": both(
            "geen bekende aanvraag omvat grondgebied van dit regieverband, maar niet alle "
            "aanvragen zijn bekend",
            "no known application covers territory of this regieverband, but not all "
            "applications are known",
        ),
        "one-regieverband.unknown-first": both(
            "{municipalities} ook in {others}, maar dit regieverband is eerder erkend; niet "
            "alle aanvragen zijn bekend",
            "{municipalities} also in {others}, but this regieverband was recognised before; "
            "not all applications are known",
        ),
        "one-regieverband.unknown-claimed": both(
            "{municipalities} ook in {others}; wie eerst erkend is, staat niet vast",
            "{municipalities} also in {others}; which was recognised first is not certain",
        ),
        # --- S08
        "plan.met": both(
            "voor elke prioriteit minstens {minimum:actie|acties} in elk van {years:raw}",
            "at least {minimum:action|actions} for each priority in each of {years:raw}",
        ),
        "plan.not-met": both(
            "minstens {minimum:actie|acties} per prioriteit vereist in elk van {years:raw}; "
            "leeg: {gaps}",
            "at least {minimum:action|actions} for each priority required in each of "
            "{years:raw}; empty: {gaps}",
        ),
        "plan.unknown": both(
            "minstens {minimum:actie|acties} per prioriteit vereist in elk van {years:raw} in "
            "het plan van elk lid; leeg, tenzij acties waarvan het plan niet bekend is ze "
            "vullen: {gaps}",
            "at least {minimum:action|actions} for each priority required in each of "
            "{years:raw} in the plan of each member; empty, unless actions of a plan not known "
            "fill them: {gaps}",
        ),
        "plan.not-known": both(
            "minstens {minimum:actie|acties} per prioriteit vereist in elk van {years:raw}; het "
            "plan is niet bekend",
            "at least {minimum:action|actions} for each priority required in each of "
            "{years:raw}; the plan is not known",
        ),
        # --- S21
        "channel.met": both(
            "ingediend via {used} (aanvaard: {accepted})",
            "came through {used} (accepted: {accepted})",
        ),
        "channel.not-met": both(
            "ingediend via {used}; alleen aanvaard: {accepted}",
            "came through {used}; accepted only: {accepted}",
        ),
        "channel.unknown": both(
            "het indieningskanaal is niet bekend; aanvaard: {accepted}",
            "the channel is not known; accepted: {accepted}",
        ),
    }
)
