"""Municipalities (*gemeenten*), reference regions, and which codes merged into which.

A territory is a set of the NIS codes of 1 January 2019, so that the same ground has the same
name before and after a merger. The module knows the mergers of 2019 and 2025; which region
a municipality lies in stands in the register, ``flanders``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from types import MappingProxyType, NoneType

from attrs import Attribute, Factory, field, frozen

from wselr_rules.checks import instance, is_count, is_nis_code, text, to_frozenset
from wselr_rules.domain.history import History, over_time, value_on
from wselr_rules.domain.provenance import UNTOLD, FactsAmong, Provenances, provenances
from wselr_rules.errors import (
    CountAboveInhabitants,
    InvalidCount,
    InvalidNisCode,
    InvalidTerritory,
)
from wselr_rules.render.shown import ShownByFields

__all__ = ["MERGERS", "Merger", "Municipality", "ReferenceRegion"]


class ReferenceRegion(Enum):
    """A reference region (*referentieregio*), or the known absence of one.

    The values are stable identifiers, the labels the Dutch names since 2023. Source: the maps
    of the Government note of 4 February 2022 and of the Regiodecreet.
    """

    REGIO_ANTWERPEN = "regio-antwerpen"
    RIVIERENLAND = "rivierenland"
    KEMPEN = "kempen"
    HALLE_VILVOORDE = "halle-vilvoorde"
    OOST_BRABANT = "oost-brabant"
    REGIO_BRUGGE = "regio-brugge"
    WESTHOEK = "westhoek"
    ZUID_WEST_VLAANDEREN = "zuid-west-vlaanderen"
    #: Named Regio Oostende in the note of 2022; the same seven municipalities.
    MIDDENKUST = "middenkust"
    MIDWEST = "midwest"
    DENDERREGIO = "denderregio"
    VLAAMSE_ARDENNEN = "vlaamse-ardennen"
    REGIO_GENT = "regio-gent"
    WAASLAND = "waasland"
    LIMBURG = "limburg"
    #: Not in the Flemish Region, so in no reference region.
    OUTSIDE = "outside"

    @property
    def label(self) -> str:
        """The Dutch name (*naam*)."""
        return _LABELS[self]


_LABELS = MappingProxyType(
    {
        ReferenceRegion.REGIO_ANTWERPEN: "Regio Antwerpen",
        ReferenceRegion.RIVIERENLAND: "Rivierenland",
        ReferenceRegion.KEMPEN: "Kempen",
        ReferenceRegion.HALLE_VILVOORDE: "Halle-Vilvoorde",
        ReferenceRegion.OOST_BRABANT: "Oost-Brabant",
        ReferenceRegion.REGIO_BRUGGE: "Regio Brugge",
        ReferenceRegion.WESTHOEK: "Westhoek",
        ReferenceRegion.ZUID_WEST_VLAANDEREN: "Zuid-West-Vlaanderen",
        ReferenceRegion.MIDDENKUST: "Middenkust",
        ReferenceRegion.MIDWEST: "Midwest",
        ReferenceRegion.DENDERREGIO: "Denderregio",
        ReferenceRegion.VLAAMSE_ARDENNEN: "Vlaamse Ardennen",
        ReferenceRegion.REGIO_GENT: "Regio Gent",
        ReferenceRegion.WAASLAND: "Waasland",
        ReferenceRegion.LIMBURG: "Limburg",
        ReferenceRegion.OUTSIDE: "buiten het Vlaamse Gewest",
    }
)


@frozen
class Merger:
    """A merger of municipalities (*fusie*): on that day the old ones became the new one."""

    on: date
    old_codes: tuple[str, ...]
    new_code: str


#: Source: the NIS code lists of Statbel of 2019 and 2025.
MERGERS: tuple[Merger, ...] = (
    Merger(date(2019, 1, 1), ("12030", "12034"), "12041"),
    Merger(date(2019, 1, 1), ("44011", "44049"), "44083"),
    Merger(date(2019, 1, 1), ("44001", "44029"), "44084"),
    Merger(date(2019, 1, 1), ("44036", "44072", "44080"), "44085"),
    Merger(date(2019, 1, 1), ("45017", "45057"), "45068"),
    Merger(date(2019, 1, 1), ("72040", "71047"), "72042"),
    Merger(date(2019, 1, 1), ("72025", "72029"), "72043"),
    Merger(date(2025, 1, 1), ("11002", "11007"), "11002"),
    Merger(date(2025, 1, 1), ("23023", "23024", "23032"), "23106"),
    Merger(date(2025, 1, 1), ("37012", "37018"), "37021"),
    Merger(date(2025, 1, 1), ("37007", "37015"), "37022"),
    Merger(date(2025, 1, 1), ("44012", "44048"), "44086"),
    Merger(date(2025, 1, 1), ("44034", "44073"), "44087"),
    Merger(date(2025, 1, 1), ("44040", "44043"), "44088"),
    Merger(date(2025, 1, 1), ("44045", "46014"), "46029"),
    Merger(date(2025, 1, 1), ("11056", "46003", "46013"), "46030"),
    Merger(date(2025, 1, 1), ("71057", "71069"), "71071"),
    Merger(date(2025, 1, 1), ("71022", "73040"), "71072"),
    Merger(date(2025, 1, 1), ("73006", "73032"), "73110"),
    Merger(date(2025, 1, 1), ("73009", "73083"), "73111"),
)

#: The day whose codes name a territory.
_TERRITORY_DAY = date(2019, 1, 1)
_LATER = tuple(merger for merger in MERGERS if merger.on > _TERRITORY_DAY)
_BORN_OF = MappingProxyType({merger.new_code: merger for merger in _LATER})
_ENDED_BY = MappingProxyType(
    {code: merger for merger in _LATER for code in merger.old_codes if code != merger.new_code}
)
_NO_TERRITORY_CODE = frozenset(
    {code for merger in MERGERS if merger.on <= _TERRITORY_DAY for code in merger.old_codes}
    | {merger.new_code for merger in _LATER if merger.new_code not in merger.old_codes}
)


def _a_nis_code(owner: Municipality, attribute: Attribute[str], value: object) -> None:
    del owner, attribute
    if not is_nis_code(value):
        raise InvalidNisCode(value)


def _names_territory(code: object) -> bool:
    return is_nis_code(code) and code not in _NO_TERRITORY_CODE


def _territory(values: Iterable[str]) -> frozenset[str]:
    return to_frozenset(values)


def _count(owner: Municipality, attribute: Attribute[int | None], value: object) -> None:
    if value is not None and not is_count(value):
        raise InvalidCount(f"municipality {owner.nis_code}", attribute.name, value)


def _by_the_mergers(municipality: Municipality) -> frozenset[str]:
    """The codes that merged into a code born later; any other code is its own territory."""
    code = municipality.nis_code
    if not is_nis_code(code):
        return frozenset()
    born_of = _BORN_OF.get(code)
    is_new = born_of is not None and code not in born_of.old_codes
    return frozenset(born_of.old_codes if born_of is not None and is_new else (code,))


_REGION = over_time(
    instance((ReferenceRegion, NoneType), "a ReferenceRegion, a History of them or None")
)
_YES_OR_NO = instance((bool, NoneType), "True, False or None")


@frozen
class Municipality(ShownByFields):
    """A municipality (*gemeente*) with what is known of it; None is not known.

    ``nis_code`` is five digits. ``reference_region`` is a ``ReferenceRegion`` or a ``History``
    of them. The three counts are numbers of people. ``territory`` is the set of the codes of
    1 January 2019 that it covers; where it is not given it follows from the mergers for a code
    that was born later, and is the code itself otherwise.

    Raises ``InvalidNisCode``, ``InvalidCount``, ``CountAboveInhabitants``,
    ``InvalidTerritory`` or ``WrongType``.
    """

    nis_code: str = field(validator=_a_nis_code)
    name: str = field(validator=text)
    reference_region: ReferenceRegion | History[ReferenceRegion | None] | None = field(
        default=None, kw_only=True, validator=_REGION
    )
    is_centrumstad: bool | None = field(default=None, kw_only=True, validator=_YES_OR_NO)
    inhabitants: int | None = field(default=None, kw_only=True, validator=_count)
    #: The age band and the source of the figure are the caller's: the text names none.
    working_age_population: int | None = field(default=None, kw_only=True, validator=_count)
    #: The definition and the source of the figure are the caller's: the text names none.
    job_seekers: int | None = field(default=None, kw_only=True, validator=_count)
    territory: frozenset[str] = field(
        default=Factory(_by_the_mergers, takes_self=True), kw_only=True, converter=_territory
    )
    #: Where its facts come from, by the name of their field; those of the others are not told.
    provenance: Provenances = field(
        default=UNTOLD,
        kw_only=True,
        converter=provenances,
        validator=FactsAmong(
            (
                "reference_region",
                "is_centrumstad",
                "inhabitants",
                "working_age_population",
                "job_seekers",
            )
        ),
    )
    #: The first day with this code and territory; None where no merger of the register says.
    exists_since: date | None = field(init=False, eq=False, repr=False)
    #: The first day without it; None likewise.
    exists_until: date | None = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self._check_parts()
        self._check_territory()
        since, until = self._existence()
        object.__setattr__(self, "exists_since", since)
        object.__setattr__(self, "exists_until", until)

    def _check_parts(self) -> None:
        if self.inhabitants is None:
            return
        for name in ("working_age_population", "job_seekers"):
            part: int | None = getattr(self, name)
            if part is not None and part > self.inhabitants:
                raise CountAboveInhabitants(self.nis_code, name, part, self.inhabitants)

    def _check_territory(self) -> None:
        if self.territory and all(map(_names_territory, self.territory)):
            return
        wrong = sorted(str(code) for code in self.territory if not _names_territory(code))
        raise InvalidTerritory(self.nis_code, tuple(wrong))

    def _existence(self) -> tuple[date | None, date | None]:
        born_of = _BORN_OF.get(self.nis_code)
        if born_of is not None:
            kept_code_and_grew = self.nis_code in born_of.old_codes
            if kept_code_and_grew and not self.territory.issuperset(born_of.old_codes):
                return None, born_of.on
            return born_of.on, None
        ended_by = _ENDED_BY.get(self.nis_code)
        return None, ended_by.on if ended_by is not None else None

    def exists_on(self, day: date) -> bool:
        """Whether it has this code and territory on ``day``, by the known mergers (*bestaat*)."""
        return (self.exists_since is None or self.exists_since <= day) and (
            self.exists_until is None or day < self.exists_until
        )

    def region_on(self, day: date) -> ReferenceRegion | None:
        """Its reference region on the map of ``day`` (*referentieregio*); None is not known."""
        return value_on(self.reference_region, day)

    @property
    def least_inhabitants(self) -> int:
        """The number of inhabitants, or what it is at least (*ondergrens*) by its known parts."""
        if self.inhabitants is not None:
            return self.inhabitants
        return max(self.working_age_population or 0, self.job_seekers or 0)

    def __str__(self) -> str:
        return f"{self.name} ({self.nis_code})"
