"""Errors (*fouten*): one small error per way to be wrong, each with its data.

An error says that what was given is malformed or contradicts itself. That an applicant
is not eligible is never an error but a result, and so is a fact that is not known.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import define

__all__ = [
    "AmbiguousApplication",
    "ApprovalNotRead",
    "CountAboveInhabitants",
    "DateOutsideCall",
    "DateOutsideRegister",
    "DatesNotNamed",
    "DuplicateId",
    "EmptyId",
    "EndedMunicipality",
    "InvalidBudget",
    "InvalidCount",
    "InvalidDocument",
    "InvalidHistory",
    "InvalidKeys",
    "InvalidNisCode",
    "InvalidTerritory",
    "MunicipalityNotOfTheDay",
    "NegativeWeight",
    "NoBeneficiaries",
    "NoYears",
    "NotMunicipalityAlone",
    "OverlappingMemberships",
    "PeriodEndsBeforeItBegins",
    "Problem",
    "RulesError",
    "UndecidedVerdict",
    "UnknownApplications",
    "UnknownMunicipality",
    "UnknownPriorityCode",
    "UnknownWeight",
    "UnserializableType",
    "WrongType",
    "WrongValue",
    "YearOutsideCall",
    "ZeroKeyTotal",
]


class RulesError(ValueError):
    """The base of every error (*fout*) of this library, so that a caller can catch them all."""


# --- values of any kind -------------------------------------------------------------------


@define
class WrongType(RulesError):
    """A value of another type (*verkeerd type*) than the field takes; nothing is coerced."""

    field: str
    expected: str
    value: object

    def __str__(self) -> str:
        return f"{self.field}: expected {self.expected}, got {self.value!r}"


@define
class WrongValue(RulesError):
    """A value of the right type outside the range (*buiten bereik*) that the field allows."""

    field: str
    expected: str
    value: object

    def __str__(self) -> str:
        return f"{self.field}: expected {self.expected}, got {self.value!r}"


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
        return f"more than one {self.kind} with id {_listed(self.ids)}"


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


# --- municipalities -----------------------------------------------------------------------


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
        return f"{self.owner}: {self.field} must be a whole number of at least 0, got {self.value!r}"


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
    """A territory (*grondgebied*) that is empty or names a code that did not exist on 1 January 2019."""

    nis_code: str
    codes: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"municipality {self.nis_code}: a territory is one or more NIS codes of "
            f"1 January 2019, got {_listed(self.codes) or 'none'}"
        )


@define
class UnknownMunicipality(RulesError):
    """No Flemish municipality (*gemeente*) has this name or code on that day."""

    query: str
    on: date
    suggestions: tuple[str, ...]

    def __str__(self) -> str:
        hint = f"; did you mean {_listed(self.suggestions, 'or')}?" if self.suggestions else ""
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


# --- regieverbanden, plans, applications --------------------------------------------------


@define
class OverlappingMemberships(RulesError):
    """The same territory is a member (*lid*) twice on one day."""

    regieverband_id: str
    nis_codes: tuple[str, str]
    first_day: date

    def __str__(self) -> str:
        return (
            f"regieverband {self.regieverband_id}: the memberships of "
            f"{self.nis_codes[0]} and {self.nis_codes[1]} overlap from {self.first_day}"
        )


@define
class NotMunicipalityAlone(RulesError):
    """An applicant of the form *gemeente* that has not exactly one member."""

    regieverband_id: str
    members: int
    on: date | None

    def __str__(self) -> str:
        when = f" on {self.on}" if self.on is not None else ""
        return (
            f"regieverband {self.regieverband_id}: a municipality that applies alone "
            f"has exactly one member, got {self.members}{when}"
        )


@define
class NoYears(RulesError):
    """An action (*actie*) without a year."""

    action_id: str

    def __str__(self) -> str:
        return f"action {self.action_id} has no years"


@define
class UnknownPriorityCode(RulesError):
    """A reporting code that looks like WSE-LR (*rapporteringscode*) and is none of the four."""

    action_id: str
    code: str

    def __str__(self) -> str:
        return (
            f"action {self.action_id}: {self.code!r} looks like a code of this call "
            "but is none of WSE-LR1, WSE-LR2, WSE-LR3, WSE-LR4"
        )


@define
class AmbiguousApplication(RulesError):
    """Two different applications (*aanvragen*) with one id: the assessed one and one of the call."""

    application_id: str

    def __str__(self) -> str:
        return f"application {self.application_id} differs from the one with that id in the portfolio"


# --- the call -----------------------------------------------------------------------------


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
        years = _listed(tuple(str(year) for year in self.plan_years))
        return f"{self.year!r} is no plan year of this call; those are {years}"


@define
class InvalidBudget(RulesError):
    """A budget (*budget*) that is not positive or not in whole cents."""

    budget: Decimal

    def __str__(self) -> str:
        return f"a budget is a positive amount of euros in whole cents, got {self.budget}"


@define
class InvalidKeys(RulesError):
    """Allocation keys (*verdeelsleutels*) that are negative or do not add up to exactly 1."""

    total: Fraction

    def __str__(self) -> str:
        return f"allocation keys are at least 0 and add up to exactly 1, got {self.total}"


# --- verdicts and amounts -----------------------------------------------------------------


@define
class UndecidedVerdict(RulesError):
    """The truth (*waarheid*) of an undecided verdict was asked for."""

    def __str__(self) -> str:
        return "an undecided verdict is neither true nor false; compare it with Verdict.MET"


@define
class DatesNotNamed(RulesError):
    """A criterion that does not tell on which days its answer can change (*wijzigingsdata*)."""

    criterion_id: str

    def __str__(self) -> str:
        return f"criterion {self.criterion_id} names no dates on which its answer can change"


@define
class NoBeneficiaries(RulesError):
    """Nobody to divide the budget (*begunstigden*) among."""

    def __str__(self) -> str:
        return "there is no beneficiary to divide the budget among"


@define
class UnknownWeight(RulesError):
    """Beneficiaries with a count (*gewicht*) that is not known, so that nothing can be divided."""

    key: str
    beneficiary_ids: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.key} is not known of {_listed(self.beneficiary_ids)}"


@define
class NegativeWeight(RulesError):
    """Beneficiaries with a negative count (*negatief gewicht*)."""

    key: str
    beneficiary_ids: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.key} is negative for {_listed(self.beneficiary_ids)}"


@define
class ZeroKeyTotal(RulesError):
    """A key whose counts (*sleutel met totaal nul*) are all zero: the text gives no rule for it."""

    keys: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{_listed(self.keys)} is zero for every beneficiary and the text gives no rule; "
            "reading I12 lets you choose one"
        )


@define
class UnknownApplications(RulesError):
    """Approved ids that belong to no application (*aanvraag*) of the portfolio."""

    application_ids: tuple[str, ...]

    def __str__(self) -> str:
        return f"approved but not in the portfolio: {_listed(self.application_ids)}"


@define
class ApprovalNotRead(RulesError):
    """Approvals (*goedkeuringen*) were named under a reading that does not read them."""

    def __str__(self) -> str:
        return "approved applications were named, but reading I15 takes every eligible one"


# --- documents ----------------------------------------------------------------------------


@define(frozen=True)
class Problem:
    """One problem of a document (*probleem*): where it is, and what was expected there."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


@define
class InvalidDocument(RulesError):
    """A document (*document*) that is not what it should be, with all its problems."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


@define
class UnserializableType(RulesError):
    """A type that has no document form (*geen documentvorm*)."""

    type_name: str

    def __str__(self) -> str:
        return f"{self.type_name} is no public value of this library and has no document form"


def _listed(words: tuple[str, ...], conjunction: str = "and") -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"
