"""Who applies (*aanvragers*), and the figures of their municipalities, as ``data/`` has them.

The library reads no file; this module reads two and makes values of them. A figure that is not
published stays None, which is "not known".
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from attrs import evolve, frozen

from wselr_rules import LegalForm, Municipality, RegieVerband, flanders

__all__ = [
    "BEFORE_THE_MERGERS",
    "MERGED_ON",
    "Applicant",
    "JoinedGround",
    "joined_grounds",
    "member_of_2024",
    "names_of",
    "read_applicants",
    "read_municipalities",
]

#: The day of the last mergers. The figures are those of the municipalities since then.
MERGED_ON = date(2025, 1, 1)
#: The day whose codes the lists of members use.
BEFORE_THE_MERGERS = MERGED_ON - timedelta(days=1)


@frozen
class Applicant:
    """What public pages say of one applicant, and how sure it is (*betrouwbaarheid*)."""

    id: str
    name: str
    #: None where no page states it.
    legal_form: LegalForm | None
    #: NIS codes of the state before the mergers of 2025.
    member_codes: tuple[str, ...]
    #: That it holds the role, with these members: high, medium or low.
    confidence: str
    #: What to know before relying on it.
    note: str
    #: The public pages that say so, by name.
    sources: tuple[str, ...]


@frozen
class JoinedGround:
    """What a merger added to a regieverband: the ground of former non-members."""

    municipality: Municipality
    #: The municipalities of before that were members, by name.
    members: tuple[str, ...]
    #: Those that were none.
    non_members: tuple[str, ...]


def read_applicants(path: Path) -> tuple[Applicant, ...]:
    """Read the applicants in the order of the file."""
    return tuple(
        Applicant(
            row["id"],
            row["name"],
            None if row["legal_form"] is None else LegalForm(row["legal_form"]),
            tuple(row["members"]),
            row["confidence"],
            row["note"],
            tuple(row["sources"]),
        )
        for row in json.loads(path.read_text(encoding="utf-8"))
    )


def read_municipalities(path: Path) -> dict[str, Municipality]:
    """Read the figures into the municipalities of the register since the mergers, by code."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = {row["nis_code"]: row for row in csv.DictReader(file)}
    return {
        each.nis_code: _with_counts(each, rows[each.nis_code])
        for each in flanders.municipalities(on=MERGED_ON)
    }


def _with_counts(municipality: Municipality, row: Mapping[str, str]) -> Municipality:
    return evolve(
        municipality,
        inhabitants=_count(row["inhabitants_2025_01_01"]),
        working_age_population=_count(row["population_15_64_2025_01_01"]),
        job_seekers=_count(row["job_seekers_average_2024"]),
    )


def _count(cell: str) -> int | None:
    return int(cell) if cell else None


def member_of_2024(code: str, municipalities: Mapping[str, Municipality]) -> Municipality:
    """Give a municipality as it was before the mergers.

    One that was to merge has no counts: those of 2025 are of a larger territory, and no part of
    them is handed to it.
    """
    before = flanders.municipality(code, on=BEFORE_THE_MERGERS)
    return municipalities[code] if before.exists_until is None else before


def joined_grounds(regieverband: RegieVerband, on: date) -> tuple[JoinedGround, ...]:
    """Find the members that a merger enlarged with the whole of a former non-member."""
    ground = regieverband.territory_on(BEFORE_THE_MERGERS)
    return tuple(
        JoinedGround(
            member, names_of(member.territory & ground), names_of(member.territory - ground)
        )
        for member in regieverband.members_on(on)
        if member.territory & ground and member.territory - ground
    )


def names_of(territory: frozenset[str]) -> tuple[str, ...]:
    """Name the municipalities that lay on a territory before the mergers."""
    return tuple(
        flanders.municipality(code, on=BEFORE_THE_MERGERS).name for code in sorted(territory)
    )
