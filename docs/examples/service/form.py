"""The form of the page: what was filled in, as it was.

It knows the names of the fields and how a form is sent. What is made of it is for ``case``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final
from urllib.parse import parse_qsl

from attrs import evolve, frozen

from service.figures import inhabitants_of
from service.problems import Refused
from wselr_rules import OPEN_CALL_2023_2025, Municipality, PolicyPriority, RulesError, flanders

__all__ = ["CALL", "MOST_ROWS", "NOTHING", "Filled", "cells", "day_of", "member_of", "read"]

CALL: Final = OPEN_CALL_2023_2025
#: Rows for members: at first, more at a time, and at most (our own limit).
_ROWS, _MORE, MOST_ROWS = 4, 4, 60
_MOST_FIELDS: Final = 1_000
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_ROW = re.compile(r"member-([0-9]{1,2})")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@frozen
class Filled:
    """What stands in the fields, by their names; one that is not there is empty."""

    fields: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def rows(self) -> range:
        """The rows for members, as many as were sent."""
        found = [int(row[1]) for name in self.fields if (row := _ROW.fullmatch(name))]
        return range(min(MOST_ROWS, max([_ROWS - 1, *found]) + 1))

    @property
    def asks_only_for_the_form(self) -> bool:
        """Whether it is sent to be shown again: with more rows, with figures, in a language."""
        return self["do"] in {"rows", "figures", "language"}

    @property
    def prepared(self) -> Filled:
        """The same with what was asked for."""
        if self["do"] == "rows":
            last = min(MOST_ROWS, len(self.rows) + _MORE) - 1
            return evolve(self, fields={f"member-{last}": "", **self.fields})
        if self["do"] == "figures":
            return evolve(self, fields={**self.fields, **dict(self._figures())})
        return self

    def _figures(self) -> Iterator[tuple[str, str]]:
        on = day_of(self["on"]) or CALL.last_day
        for row in self.rows:
            member = member_of(self[f"member-{row}"], on)
            known = None if member is None else inhabitants_of(member)
            if known is not None and not self[f"inhabitants-{row}"]:
                yield f"inhabitants-{row}", str(known)


NOTHING: Final = Filled({})


def read(body: bytes) -> Filled:
    """Read a form as a browser sends it. Raises ``Refused`` where it has too many fields."""
    try:
        pairs = parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS
        )
    except ValueError:
        raise Refused("too-large") from None
    return Filled({name: _CONTROLS.sub(" ", value).strip() for name, value in pairs})


def cells() -> Iterator[tuple[str, PolicyPriority, int]]:
    """The cells of the plan: the name of the field, the priority and the year."""
    for priority in PolicyPriority:
        for year in CALL.plan_years:
            yield f"cell-{priority.value}-{year}", priority, year


def day_of(text: str) -> date | None:
    """Read a day as a browser writes it; None for what is none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def member_of(query: str, on: date) -> Municipality | None:
    """Look a municipality up by its name or code on a day; None where there is none."""
    try:
        return flanders.municipality(query, on=on)
    except RulesError:
        return None
