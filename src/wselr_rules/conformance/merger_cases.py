"""Cases on mergers of municipalities (*fusies*): S16 and I03, with the mergers of 1 January 2025.

All thirteen of them, with their codes and reference regions as Statbel and the Flemish Government
publish these; the numbers of inhabitants are made up. Each regieverband has Town 1 of the Kempen
beside, so that it is across two regions and must fit once it counts as new.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import evolve, frozen

from wselr_rules.conformance.applicants import (
    FULL_PLAN,
    LONG_AGO,
    applies,
    city,
    town,
    verband,
)
from wselr_rules.conformance.case import Case, FindingOutline
from wselr_rules.conformance.telling import (
    MET,
    NOT_MET,
    by_reading,
    eligible,
    fits,
    found,
    misfits,
    on_days,
    pending,
    refused,
    with_members,
    with_people,
)
from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.law.readings import Merger, PlanHolder
from wselr_rules.law.terms import LegalForm

__all__ = ["merger_cases"]


@frozen
class _Fusion:
    """Those that merged, the one that the cases have as a member by itself first."""

    code: str
    name: str
    region: ReferenceRegion
    parts: tuple[tuple[str, str], ...]


_ANTWERPEN, _GENT = ReferenceRegion.REGIO_ANTWERPEN, ReferenceRegion.REGIO_GENT
_LIMBURG, _WAASLAND = ReferenceRegion.LIMBURG, ReferenceRegion.WAASLAND
_MIDWEST, _HALLE = ReferenceRegion.MIDWEST, ReferenceRegion.HALLE_VILVOORDE
_TIELT: Final = _Fusion("37022", "Tielt", _MIDWEST, (("37015", "Tielt"), ("37007", "Meulebeke")))
_FUSIONS: Final = (
    _Fusion("11002", "Antwerpen", _ANTWERPEN, (("11002", "Antwerpen"), ("11007", "Borsbeek"))),
    _Fusion(
        "23106",
        "Pajottegem",
        _HALLE,
        (("23023", "Galmaarden"), ("23024", "Gooik"), ("23032", "Herne")),
    ),
    _Fusion("37021", "Wingene", _MIDWEST, (("37018", "Wingene"), ("37012", "Ruiselede"))),
    _TIELT,
    _Fusion("44086", "Nazareth-De Pinte", _GENT, (("44048", "Nazareth"), ("44012", "De Pinte"))),
    _Fusion("44087", "Lochristi", _GENT, (("44034", "Lochristi"), ("44073", "Wachtebeke"))),
    _Fusion("44088", "Merelbeke-Melle", _GENT, (("44043", "Merelbeke"), ("44040", "Melle"))),
    _Fusion("46029", "Lokeren", _WAASLAND, (("46014", "Lokeren"), ("44045", "Moerbeke"))),
    _Fusion(
        "46030",
        "Beveren-Kruibeke-Zwijndrecht",
        _WAASLAND,
        (("46003", "Beveren"), ("46013", "Kruibeke"), ("11056", "Zwijndrecht")),
    ),
    _Fusion("71071", "Tessenderlo-Ham", _LIMBURG, (("71057", "Tessenderlo"), ("71069", "Ham"))),
    _Fusion("71072", "Hasselt", _LIMBURG, (("71022", "Hasselt"), ("73040", "Kortessem"))),
    _Fusion("73110", "Bilzen-Hoeselt", _LIMBURG, (("73006", "Bilzen"), ("73032", "Hoeselt"))),
    _Fusion("73111", "Tongeren-Borgloon", _LIMBURG, (("73083", "Tongeren"), ("73009", "Borgloon"))),
)
_DAY: Final = date(2025, 1, 1)
_DAYS: Final = (date(2024, 12, 31), date(2025, 1, 1), date(2025, 1, 2))
_EXISTING: Final = pending(date(2026, 1, 1))
_GROUND, _LIST = Merger.TERRITORY, Merger.MEMBER_LIST
_CITIES: Final = frozenset({"11002", "71022", "71072"})


def merger_cases() -> Iterator[Case]:
    """Mergers inside, and with a municipality that is no member (*fusie met een niet-lid*)."""
    for fusion in _FUSIONS:
        yield from _inside(fusion)
        yield from _with_a_stranger(fusion)
    yield from _cities_alone()
    yield from _codes_of_the_day()
    yield from _plans()


def _municipality(code: str, name: str, fusion: _Fusion, *ground: str) -> Municipality:
    return Municipality(
        code,
        name,
        reference_region=fusion.region,
        is_centrumstad=code in _CITIES,
        inhabitants=40_000 * max(len(ground), 1),
        territory=ground or {code},
    )


def _part(fusion: _Fusion, place: int) -> Municipality:
    return _municipality(*fusion.parts[place], fusion)


def _successor(fusion: _Fusion) -> Municipality:
    return _municipality(fusion.code, fusion.name, fusion, *(code for code, _ in fusion.parts))


def _body(fusion: _Fusion, *places: int) -> RegieVerband:
    """These parts up to the merger, what they became since, and Town 1 all the while."""
    before = (Membership(_part(fusion, place), LONG_AGO, _DAY) for place in places)
    return verband(*before, Membership(_successor(fusion), _DAY), town(1))


def _size(members: int, people: int) -> tuple[FindingOutline, FindingOutline]:
    return (
        with_members(members - 2),
        with_people(people - 60_000),
    )


def _inside(fusion: _Fusion) -> Iterator[Case]:
    parts = len(fusion.parts)
    people = 40_000 * (parts + 1)
    body = _body(fusion, *range(parts))
    for on in _DAYS:
        size = _size(parts + 1 if on < _DAY else 2, people)
        same = eligible(_EXISTING, *size)
        yield from by_reading(
            f"merger/{fusion.code}/inside/{on.isoformat()}",
            f"all that became {fusion.name} on 1 January 2025 are members, so the territory is "
            f"the same on {on.isoformat()}, and the list of members is not.",
            "S16 I03",
            applies(body),
            {_GROUND: same, _LIST: same if on < _DAY else refused(misfits(), *size)},
            on=on,
        )


def _with_a_stranger(fusion: _Fusion) -> Iterator[Case]:
    before, after = _size(2, 80_000), _size(2, 40_000 * (len(fusion.parts) + 1))
    yield from on_days(
        f"merger/{fusion.code}/with-a-stranger",
        f"{fusion.parts[0][1]} is a member and merged on 1 January 2025 with one that is not: the "
        "territory grew, so it counts as new from that day.",
        "S15 S16 I03",
        applies(_body(fusion, 0)),
        {
            _DAYS[0]: eligible(_EXISTING, *before),
            _DAYS[1]: refused(misfits(), *after),
            _DAYS[2]: refused(misfits(), *after),
        },
    )


_IS_ALONE: Final = (
    found("partnership-form", NOT_MET, "partnership-form.not-met"),
    with_members(-1),
    found("centrumstad-alone", MET, "centrumstad-alone.met"),
)


def _cities_alone() -> Iterator[Case]:
    for fusion in _FUSIONS:
        if fusion.code not in _CITIES:
            continue
        old, new = _part(fusion, 0), _successor(fusion)
        alone = verband(
            Membership(old, LONG_AGO, _DAY),
            Membership(new, _DAY),
            form=LegalForm.MUNICIPALITY,
        )
        few = with_people(-20_000)
        more = with_people(20_000)
        yield from on_days(
            f"merger/{fusion.code}/alone",
            f"{fusion.name} alone grew by its merger, which changes it, and lies in one region.",
            "S10 S11 S13 S16",
            applies(alone),
            {
                _DAYS[0]: eligible(*_IS_ALONE, few, pending(date(2026, 1, 1), "fits")),
                _DAYS[1]: eligible(*_IS_ALONE, more, fits()),
                _DAYS[2]: eligible(*_IS_ALONE, more, fits()),
            },
        )


def _codes_of_the_day() -> Iterator[Case]:
    stayed = verband(_part(_TIELT, 0), _part(_TIELT, 1))
    yield from on_days(
        "merger/codes-that-ended",
        "Tielt and Meulebeke ended on 1 January 2025, so figures of theirs count for no day since.",
        "S09 S16",
        applies(stayed),
        {
            _DAYS[0]: eligible(pending(date(2026, 1, 1), "fits")),
            _DAYS[1]: "MunicipalityNotOfTheDay",
            _DAYS[2]: "MunicipalityNotOfTheDay",
        },
    )
    yield from on_days(
        "merger/a-code-that-is-yet-to-begin",
        "the new Tielt begins on 1 January 2025, so its figures count for no day before.",
        "S09 S16",
        applies(verband(_successor(_TIELT), town(1, region=_MIDWEST))),
        {
            _DAYS[0]: "MunicipalityNotOfTheDay",
            _DAYS[1]: eligible(pending(date(2026, 1, 1), "fits"), *_size(2, 120_000)),
        },
    )
    antwerpen = _FUSIONS[0]
    yield from on_days(
        "merger/a-code-that-stayed",
        "Antwerpen kept its code when its ground grew, and is of the day with that ground only.",
        "S10 S16",
        applies(city(_part(antwerpen, 0))),
        {
            _DAYS[0]: eligible(
                *_IS_ALONE,
                with_people(-20_000),
                pending(date(2026, 1, 1), "fits"),
            ),
            _DAYS[1]: "MunicipalityNotOfTheDay",
        },
    )


def _plans() -> Iterator[Case]:
    plan = ActionPlan(
        evolve(action, id=f"{action.id} {holder}", planned_by=holder)
        for holder in ("37015", "90001")
        for action in FULL_PLAN.actions
    )
    cells = [
        f"Meulebeke: {code} {year}"
        for code in ("WSE-LR1", "WSE-LR2", "WSE-LR3", "WSE-LR4")
        for year in (2023, 2024, 2025)
    ]
    lacks = evolve(found("plan", NOT_MET, "plan.not-met", -12), empty_cells=cells)
    together, each = PlanHolder.APPLICATION, PlanHolder.EACH_MEMBER
    body = _body(_TIELT, 0, 1)
    for on in _DAYS:
        size = _size(3 if on < _DAY else 2, 120_000)
        whole = eligible(_EXISTING, *size)
        yield from by_reading(
            f"merger/plans/{on.isoformat()}",
            "Meulebeke has no plan of its own, and what Tielt planned before they merged counts "
            f"for what they became, asked on {on.isoformat()}.",
            "S08 I14",
            applies(body, plan=plan),
            {together: whole, each: refused(_EXISTING, *size, lacks) if on < _DAY else whole},
            on=on,
        )
