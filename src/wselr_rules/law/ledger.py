"""The ledger of sentences (*zinnen*), S01 to S26: what the text of record says, and where.

Each row has its lines, the operative words as they stand there, its kind, and the dotted name
of what encodes it. The text of record is the public page of the Flemish Government on the
local director role; the ledger holds no more of it than the words that bind.
"""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType

from attrs import field, frozen

from wselr_rules.law.citations import ORDER_ON_THE_DIRECTOR_ROLE, SUPPORT_DECREE, Act, Citation
from wselr_rules.render.shown import ShownByFields

__all__ = ["LEDGER", "Quote", "Sentence", "SentenceKind", "citation", "sentence"]


class SentenceKind(Enum):
    """What a sentence does (*soort zin*)."""

    RULE = "rule"
    PARAMETER = "parameter"
    DEADLINE = "deadline"
    CITATION = "citation"
    CONTEXT = "context"


@frozen
class Quote(ShownByFields):
    """Operative words (*operatieve woorden*) and the line of the text of record they stand in."""

    line: int
    words: str


@frozen
class Sentence(ShownByFields):
    """A sentence of the text (*zin*) with what encodes it.

    ``encoded_by`` holds dotted names below ``wselr_rules``; it is empty only where a sentence
    is context. ``act`` is the act that gives the sentence its authority.
    """

    id: str
    quotes: tuple[Quote, ...]
    kinds: tuple[SentenceKind, ...]
    encoded_by: tuple[str, ...] = ()
    act: Act = field(default=ORDER_ON_THE_DIRECTOR_ROLE, kw_only=True)

    @property
    def citation(self) -> Citation:
        """How to cite the sentence (*verwijzing*)."""
        return Citation(self.id, tuple(quote.line for quote in self.quotes), self.act)


_RULE = (SentenceKind.RULE,)
_PARAMETER = (SentenceKind.PARAMETER,)
_PARAMETER_AND_RULE = (SentenceKind.PARAMETER, SentenceKind.RULE)
_RULE_AND_DEADLINE = (SentenceKind.RULE, SentenceKind.DEADLINE)
_CONTEXT = (SentenceKind.CONTEXT,)

_APPLICANTS = "eligibility.applicants"
_SUBMISSION = "eligibility.submission"
_ONE_ONLY = "eligibility.exclusivity.belongs_to_one_regieverband"
_PRIORITY = "law.terms.PolicyPriority"
_FITS = "eligibility.region.fits_reference_region"
_STANDING = "domain.regieverband.RegieVerband.standing_on"
_KEYS = "law.call.OpenCall.keys"
_ALLOCATE = "allocation.grants.allocate"

#: The sentences of the text (*zinnen*), in order of id.
LEDGER: tuple[Sentence, ...] = (
    Sentence(
        "S01",
        (Quote(3, "vastgelegd in het Ondersteuningsdecreet"),),
        _CONTEXT,
        act=SUPPORT_DECREE,
    ),
    Sentence(
        "S02",
        (Quote(7, "wanneer ze ook werken binnen de contouren"),),
        _CONTEXT,
    ),
    Sentence(
        "S03",
        (Quote(9, "De 4 Vlaamse beleidsprioriteiten met de externe rapporteringscodes"),),
        _PARAMETER,
        (_PRIORITY,),
    ),
    Sentence(
        "S04",
        (Quote(11, "het opnemen van de lokale regierol sociale economie en werk"),),
        _PARAMETER,
        (f"{_PRIORITY}.DIRECTOR_ROLE",),
    ),
    Sentence(
        "S05",
        (Quote(13, "de tewerkstelling van mensen met een afstand tot de arbeidsmarkt"),),
        _PARAMETER,
        (f"{_PRIORITY}.EMPLOYMENT",),
    ),
    Sentence(
        "S06",
        (Quote(15, "het ondernemerschap"),),
        _PARAMETER,
        (f"{_PRIORITY}.ENTREPRENEURSHIP",),
    ),
    Sentence(
        "S07",
        (Quote(17, "de samenwerking en partnerschappen met VDAB"),),
        _PARAMETER,
        (f"{_PRIORITY}.COOPERATION",),
    ),
    Sentence(
        "S08",
        (Quote(19, "met minimaal één actie per beleidsprioriteit per jaar"),),
        _RULE,
        (f"{_SUBMISSION}.covers_every_priority", "law.call.OpenCall.minimum_actions"),
    ),
    Sentence(
        "S09",
        (
            Quote(
                28,
                "intergemeentelijke samenwerkingsverbanden en Welzijnsverenigingen die "
                "minimaal 60.000 inwoners hebben op hun grondgebied",
            ),
        ),
        _RULE,
        (
            f"{_APPLICANTS}.has_partnership_form",
            f"{_APPLICANTS}.has_enough_members",
            f"{_APPLICANTS}.has_enough_inhabitants",
            "law.call.OpenCall.minimum_inhabitants",
        ),
    ),
    Sentence(
        "S10",
        (Quote(29, "centrumsteden kunnen apart indienen of als partner"),),
        _RULE,
        (f"{_APPLICANTS}.is_centrumstad_alone", _ONE_ONLY),
    ),
    Sentence(
        "S11",
        (Quote(30, "voor centrumsteden die apart indienen geldt er geen ondergrens"),),
        _RULE,
        (f"{_APPLICANTS}.is_centrumstad_alone",),
    ),
    Sentence(
        "S12",
        (Quote(31, "maar van één lokaal regieverband sociale economie en werk deel uitmaken"),),
        _RULE,
        (_ONE_ONLY,),
    ),
    Sentence(
        "S13",
        (Quote(35, "maximaal even groot zijn als de referentieregio’s"),),  # noqa: RUF001
        _RULE,
        (_FITS,),
    ),
    Sentence(
        "S14",
        (Quote(39, "krijgen de tijd tot ten laatste 1/1/2026"),),
        _RULE_AND_DEADLINE,
        (_FITS, "law.call.OpenCall.existing_fit_deadline"),
    ),
    Sentence(
        "S15",
        (Quote(40, "moeten zich al inpassen in de referentieregio’s voor 1/1/2023"),),  # noqa: RUF001
        _RULE_AND_DEADLINE,
        (_FITS, "law.call.OpenCall.new_fit_deadline"),
    ),
    Sentence(
        "S16",
        (
            Quote(
                41,
                "die zich uitbreiden of wijzigen worden daarbij als nieuwe lokale "
                "regieverbanden beschouwd",
            ),
        ),
        _RULE_AND_DEADLINE,
        (_FITS, _STANDING),
    ),
    Sentence(
        "S17",
        (Quote(45, "Het totaalbedrag van 3 miljoen euro wordt verdeeld"),),
        _PARAMETER_AND_RULE,
        ("law.call.OpenCall.budget", _ALLOCATE),
    ),
    Sentence(
        "S18",
        (Quote(49, "40% van de totale subsidie"),),
        _PARAMETER_AND_RULE,
        (_KEYS, "law.terms.AllocationKey.WORKING_AGE_POPULATION", _ALLOCATE),
    ),
    Sentence(
        "S19",
        (Quote(50, "20% van de subsidie"),),
        _PARAMETER_AND_RULE,
        (_KEYS, "law.terms.AllocationKey.JOB_SEEKERS", _ALLOCATE),
    ),
    Sentence(
        "S20",
        (Quote(51, "40% van de subsidie wordt gelijk verdeeld onder de begunstigden"),),
        _PARAMETER_AND_RULE,
        (_KEYS, "law.terms.AllocationKey.EQUAL_PARTS", _ALLOCATE),
    ),
    Sentence(
        "S21",
        (
            Quote(
                55,
                "(een aanpassing van) een meerjarenplanning voor de periode 2023-2025 en/of "
                "via de online applicatie Platos",
            ),
        ),
        _RULE,
        (
            f"{_SUBMISSION}.came_through_accepted_channel",
            "law.call.OpenCall.plan_years",
            "law.call.OpenCall.channels",
        ),
    ),
    Sentence(
        "S22",
        (
            Quote(61, "hoofdstuk 9 van het decreet van 17 februari 2012"),
            Quote(62, "bepaling van de lokale regierol van de gemeenten"),
            Quote(63, "Decreet van 15 juli 2011"),
            Quote(64, "Decreet regiovorming"),
        ),
        (SentenceKind.CITATION,),
        tuple(
            f"law.citations.{name}"
            for name in (
                "SUPPORT_DECREE",
                "ORDER_ON_THE_DIRECTOR_ROLE",
                "DECREE_ON_PLANNING_BURDEN",
                "REGION_DECREE",
            )
        ),
    ),
    Sentence("S23", (Quote(24, "De schaalgrootte van lokale regiegebieden"),), _CONTEXT),
    Sentence(
        "S24",
        (Quote(20, "Handleiding"), Quote(57, "FAQs, punt 6"), Quote(66, "Vlaamse Codex")),
        _CONTEXT,
    ),
    Sentence(
        "S25",
        (
            Quote(1, "Het lokale bestuur als regisseur"),
            Quote(5, "WAT?"),
            Quote(22, "WIE?"),
            Quote(26, "Wie kan ondersteuning aanvragen?"),
            Quote(33, "REGIOVORMING EN LOKALE REGIEGEBIEDEN"),
            Quote(37, "Daarbij gelden volgende afspraken"),
            Quote(43, "Ondersteuning"),
            Quote(53, "Hoe vraag je een subsidie aan?"),
            Quote(59, "Wetgevend kader"),
        ),
        _CONTEXT,
    ),
    Sentence(
        "S26",
        (Quote(47, "Elke goedgekeurde aanvraag zal pro rata een subsidie ontvangen"),),
        _RULE,
        (_ALLOCATE, "decision.assess_call"),
    ),
)

_BY_ID = MappingProxyType({row.id: row for row in LEDGER})


def sentence(sentence_id: str) -> Sentence:
    """The row of the ledger (*zin*) with this id; an unknown one is a ``KeyError``."""
    return _BY_ID[sentence_id]


def citation(sentence_id: str) -> Citation:
    """How to cite a sentence (*verwijzing*), by its id."""
    return sentence(sentence_id).citation
