#!/usr/bin/env python3
"""Compare the register of municipalities with the reference data that it was made from.

The data is no part of this repository: municipalities.csv, mergers.csv and
reference_regions.csv in one folder, by default ../shared/data beside the repository. Prints one
line per difference and ends with 1 if there is any; where the folder is absent it says so and
ends with 0, since nothing was compared.

    python tools/check_register.py [FOLDER]
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from wselr_rules.domain import flanders
from wselr_rules.domain.flanders_table import BY_REGION, FIRST_DAY, FORMER_NAMES
from wselr_rules.domain.territory import MERGERS, Municipality, ReferenceRegion
from wselr_rules.errors import RulesError
from wselr_rules.law.citations import REGION_DECREE_IN_FORCE

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data"
FILES = ("municipalities.csv", "mergers.csv", "reference_regions.csv")
DAY = timedelta(days=1)

#: A day of the state in each column of the data.
STATES = {"in_state_2019_2024": date(2024, 12, 31), "in_state_2025": date(2025, 1, 1)}
SIZES = {"n_members_2019_2024": date(2024, 12, 31), "n_members_2025": date(2025, 1, 1)}
#: What the notes of the data say of the map before the Regiodecreet.
ON_THE_MAP_OF_2022 = {"11056": ReferenceRegion.REGIO_ANTWERPEN}

Row = dict[str, str]


def main(arguments: list[str]) -> int:
    """Compare, print and say whether all is equal."""
    folder = Path(arguments[0]) if arguments else DEFAULT
    if not folder.is_dir():
        _say(f"nothing compared: there is no folder {folder.name} with the reference data")
        return 0
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        _say(f"the folder {folder.name} lacks {', '.join(missing)}")
        return 1
    municipalities, mergers, regions = (_rows(folder / name) for name in FILES)
    differences = [
        *_of_municipalities(municipalities),
        *_of_mergers(mergers),
        *_of_regions(regions),
    ]
    for difference in differences:
        _say(difference)
    if not differences:
        _say(
            f"register equal: {len(municipalities)} codes, {len(mergers)} merger rows, "
            f"{len(regions)} regions"
        )
    return 1 if differences else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _told(differences: Iterator[str]) -> Iterator[str]:
    """The differences of one row, and what the register refuses to answer about it."""
    try:
        yield from differences
    except RulesError as error:
        yield str(error)


def _unequal(what: str, register: object, data: object) -> Iterator[str]:
    if register != data:
        yield f"{what}: register {register!r}, data {data!r}"


def _only_in(what: str, register: set[str], data: set[str]) -> Iterator[str]:
    for each in sorted(register ^ data):
        yield f"{what} {each}: only in the {'register' if each in register else 'data'}"


# --- municipalities -----------------------------------------------------------------------


def _of_municipalities(rows: list[Row]) -> Iterator[str]:
    codes = {code for table in BY_REGION.values() for code, _ in table}
    yield from _only_in("code", codes, {row["nis"] for row in rows})
    for column, on in STATES.items():
        known = {each.nis_code for each in flanders.municipalities(on=on)}
        in_data = {row["nis"] for row in rows if row[column] == "1"}
        yield from _only_in(f"code on {on}", known, in_data)
    for row in rows:
        yield from _told(_of_municipality(row))


def _of_municipality(row: Row) -> Iterator[str]:
    code = row["nis"]
    first = date.fromisoformat(row["valid_from"])
    last = date.fromisoformat(row["valid_to"]) if row["valid_to"] else date.max
    for on in (first, last):
        found = _at(code, on)
        if found is None:
            yield f"{code} {row['name']}: not in the register on {on}"
        else:
            yield from _of_facts(row, found, on)
    if first > FIRST_DAY and _at(code, first - DAY) is not None:
        yield f"{code} {row['name']}: already in the register before {first}"
    if last < date.max:
        if _at(code, last + DAY) is not None:
            yield f"{code} {row['name']}: still in the register after {last}"
        followed_by = flanders.successor(code, on=last + DAY).nis_code
        yield from _unequal(f"{code} successor", followed_by, row["successor_nis"])


def _at(code: str, on: date) -> Municipality | None:
    every = {each.nis_code: each for each in flanders.municipalities(on=on)}
    return every.get(code)


def _of_facts(row: Row, found: Municipality, on: date) -> Iterator[str]:
    code = row["nis"]
    yield from _unequal(f"{code} name on {on}", found.name, row["name"])
    yield from _unequal(f"{code} centrumstad", found.is_centrumstad, row["is_centrumstad"] == "1")
    by_name = flanders.municipality(row["name"], on=on)
    yield from _unequal(f"{row['name']} code on {on}", by_name.nis_code, code)
    now = found.region_on(REGION_DECREE_IN_FORCE)
    yield from _unequal(f"{code} region", now and now.label, row["reference_region"])
    before = found.region_on(REGION_DECREE_IN_FORCE - DAY)
    on_the_note = ON_THE_MAP_OF_2022.get(code, now)
    yield from _unequal(f"{code} region before the decree", before, on_the_note)


# --- mergers and regions ------------------------------------------------------------------


def _of_mergers(rows: list[Row]) -> Iterator[str]:
    known = {
        f"of {old} into {merger.new_code} on {merger.on}"
        for merger in MERGERS
        for old in merger.old_codes
    }
    in_data = {f"of {row['old_nis']} into {row['new_nis']} on {row['date']}" for row in rows}
    yield from _only_in("merger", known, in_data)
    for row in rows:
        yield from _told(_of_merger(row))


def _of_merger(row: Row) -> Iterator[str]:
    on, old, new = date.fromisoformat(row["date"]), row["old_nis"], row["new_nis"]
    followed_by = flanders.successor(old, on=on)
    yield from _unequal(f"successor of {old} on {on}", followed_by.nis_code, new)
    yield from _unequal(f"name of {new}", followed_by.name, row["new_name"])
    former = FORMER_NAMES.get(old) or flanders.municipality(old, on=on - DAY).name
    yield from _unequal(f"name of {old} before {on}", former, row["old_name"])


def _of_regions(rows: list[Row]) -> Iterator[str]:
    regions = [each for each in ReferenceRegion if each is not ReferenceRegion.OUTSIDE]
    labels = {region.label for region in regions}
    yield from _only_in("region", labels, {row["reference_region"] for row in rows})
    for column, on in SIZES.items():
        every = flanders.municipalities(on=on)
        sizes = Counter(each.region_on(on) for each in every)
        for region in regions:
            in_data = [int(row[column]) for row in rows if row["reference_region"] == region.label]
            yield from _unequal(f"{region.label} on {on}", [sizes[region]], in_data)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
