"""Errors of verdicts and amounts (*uitkomsten*): what has no truth or cannot be divided."""

from __future__ import annotations

from attrs import define

from wselr_rules.errors.root import RulesError, listed

__all__ = [
    "ApprovalNotRead",
    "DatesNotNamed",
    "NegativeWeight",
    "NoBeneficiaries",
    "UndecidedVerdict",
    "UnknownApplications",
    "UnknownWeight",
    "ZeroKeyTotal",
]


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
        return f"{self.key} is not known of {listed(self.beneficiary_ids)}"


@define
class NegativeWeight(RulesError):
    """Beneficiaries with a negative count (*negatief gewicht*)."""

    key: str
    beneficiary_ids: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.key} is negative for {listed(self.beneficiary_ids)}"


@define
class ZeroKeyTotal(RulesError):
    """A key whose counts (*sleutel met totaal nul*) are all zero: the text gives no rule for it."""

    keys: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{listed(self.keys)} is zero for every beneficiary and the text gives no rule; "
            "reading I12 lets you choose one"
        )


@define
class UnknownApplications(RulesError):
    """Approved ids that belong to no application (*aanvraag*) of the portfolio."""

    application_ids: tuple[str, ...]

    def __str__(self) -> str:
        return f"approved but not in the portfolio: {listed(self.application_ids)}"


@define
class ApprovalNotRead(RulesError):
    """Approvals (*goedkeuringen*) were named under a reading that does not read them."""

    def __str__(self) -> str:
        return "approved applications were named, but reading I15 takes every eligible one"
