"""Errors of the call (*oproep*): days and years without rules, budgets and keys."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import define

from wselr_rules.errors.root import RulesError, listed

__all__ = ["DateOutsideCall", "InvalidBudget", "InvalidKeys", "YearOutsideCall"]


@define
class DateOutsideCall(RulesError):
    """An assessment date (*beoordelingsdatum*) outside the time for which the text can answer."""

    on: date
    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.on} lies outside {self.first} to {self.last}, for which this call has rules"


@define
class YearOutsideCall(RulesError):
    """A year that is no plan year (*planjaar*) of the call."""

    year: object
    plan_years: tuple[int, ...]

    def __str__(self) -> str:
        years = listed(tuple(str(year) for year in self.plan_years))
        return f"{self.year!r} is no plan year of this call; those are {years}"


@define
class InvalidBudget(RulesError):
    """A budget (*budget*) that is not positive, not in whole cents, or beyond all measure."""

    budget: Decimal

    def __str__(self) -> str:
        return f"a budget is a positive amount of euros in whole cents, got {self.budget}"


@define
class InvalidKeys(RulesError):
    """Allocation keys (*verdeelsleutels*) that are negative or do not add up to exactly 1."""

    total: Fraction

    def __str__(self) -> str:
        return f"allocation keys are at least 0 and add up to exactly 1, got {self.total}"
