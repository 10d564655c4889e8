"""Errors of municipalities (*gemeenten*): codes, counts, territory, and the register."""

from __future__ import annotations

from datetime import date

from attrs import define

from wselr_rules.errors.root import RulesError, listed

__all__ = [
    "CountAboveInhabitants",
    "DateOutsideRegister",
    "EndedMunicipality",
    "InvalidCount",
    "InvalidNisCode",
    "InvalidTerritory",
    "MunicipalityNotOfTheDay",
    "UnknownMunicipality",
]


@define
class InvalidNisCode(RulesError):
    """A NIS code (*NIS-code*) that is not text of exactly five digits."""

    value: object

    def __str__(self) -> str:
        return f"a NIS code is text of five digits, got {self.value!r}"


@define
class InvalidCount(RulesError):
    """A count (*aantal*) that is no whole number of at least 0 (True and False are none)."""

    owner: str
    field: str
    value: object

    def __str__(self) -> str:
        return (
            f"{self.owner}: {self.field} must be a whole number of at least 0, got {self.value!r}"
        )


@define
class CountAboveInhabitants(RulesError):
    """A part of the population (*deel van de bevolking*) larger than the whole."""

    nis_code: str
    field: str
    value: int
    inhabitants: int

    def __str__(self) -> str:
        return (
            f"municipality {self.nis_code}: {self.field} {self.value} is more than its "
            f"{self.inhabitants} inhabitants"
        )


@define
class InvalidTerritory(RulesError):
    """A territory (*grondgebied*) that is empty or names no code of 1 January 2019."""

    nis_code: str
    codes: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"municipality {self.nis_code}: a territory is one or more NIS codes of "
            f"1 January 2019, got {listed(self.codes) or 'none'}"
        )


@define
class UnknownMunicipality(RulesError):
    """No Flemish municipality (*gemeente*) has this name or code on that day."""

    query: str
    on: date
    suggestions: tuple[str, ...]

    def __str__(self) -> str:
        hint = f"; did you mean {listed(self.suggestions, 'or')}?" if self.suggestions else ""
        return f"no Flemish municipality {self.query!r} on {self.on}{hint}"


@define
class EndedMunicipality(RulesError):
    """A municipality (*gemeente*) that merged into another one on or before that day."""

    query: str
    on: date
    ended_on: date
    successor_code: str
    successor_name: str

    def __str__(self) -> str:
        return (
            f"{self.query} ended on {self.ended_on}, asked on {self.on}; "
            f"its successor is {self.successor_name} ({self.successor_code})"
        )


@define
class DateOutsideRegister(RulesError):
    """A date before the register of municipalities (*gemeenteregister*) begins."""

    on: date
    first: date

    def __str__(self) -> str:
        return f"the register of municipalities begins on {self.first}, asked on {self.on}"


@define
class MunicipalityNotOfTheDay(RulesError):
    """A member municipality that by its code or territory does not exist on the assessed day.

    It merged (*fusie*) before, or comes from a merger after that day. Use
    ``flanders.carry_forward`` to replace merged members.
    """

    regieverband_id: str
    nis_code: str
    name: str
    on: date
    exists_since: date | None
    exists_until: date | None

    def __str__(self) -> str:
        if self.exists_until is not None and self.on >= self.exists_until:
            when = f"ended by a merger on {self.exists_until}"
        else:
            when = f"exists only since the merger of {self.exists_since}"
        return (
            f"regieverband {self.regieverband_id}: {self.name} ({self.nis_code}) is a member on "
            f"{self.on}, but with this code and territory it {when}; "
            "flanders.carry_forward replaces merged members"
        )
