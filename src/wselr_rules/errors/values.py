"""Errors of values of any kind (*waarden*): a wrong type, an empty id, an empty period."""

from __future__ import annotations

from datetime import date

from attrs import define

from wselr_rules.errors.root import RulesError, listed

__all__ = [
    "DuplicateId",
    "EmptyId",
    "InvalidHistory",
    "PeriodEndsBeforeItBegins",
    "WrongType",
    "WrongValue",
]


@define
class _NotAsExpected(RulesError):
    field: str
    expected: str
    value: object

    def __str__(self) -> str:
        return f"{self.field}: expected {self.expected}, got {self.value!r}"


@define
class WrongType(_NotAsExpected):
    """A value of another type (*verkeerd type*) than the field takes; nothing is coerced."""


@define
class WrongValue(_NotAsExpected):
    """A value of the right type outside the range (*buiten bereik*) that the field allows."""


@define
class EmptyId(RulesError):
    """An id (*kenmerk*) without a visible character."""

    kind: str

    def __str__(self) -> str:
        return f"the id of this {self.kind} is empty"


@define
class DuplicateId(RulesError):
    """Two things of one collection with the same id (*dubbel kenmerk*)."""

    kind: str
    ids: tuple[str, ...]

    def __str__(self) -> str:
        return f"more than one {self.kind} with id {listed(self.ids)}"


@define
class InvalidHistory(RulesError):
    """A history (*verloop*) whose dates do not increase, or with a change that changes nothing."""

    since: date
    reason: str

    def __str__(self) -> str:
        return f"the change of {self.since} in this history {self.reason}"


@define
class PeriodEndsBeforeItBegins(RulesError):
    """A period (*periode*) that is empty: its end is not after its beginning."""

    kind: str
    since: date
    until: date

    def __str__(self) -> str:
        return (
            f"this {self.kind} runs from {self.since} up to but not including {self.until}: "
            "it ends before it begins"
        )
