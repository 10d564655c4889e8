"""Errors of what is applied with (*aanvragen*): regieverbanden, plans, applications."""

from __future__ import annotations

from datetime import date

from attrs import define

from wselr_rules.errors.root import RulesError

__all__ = [
    "AmbiguousApplication",
    "MemberOfNone",
    "NoSuchApplication",
    "NoYears",
    "NotAMember",
    "NotMunicipalityAlone",
    "OverlappingMemberships",
    "UnknownPriorityCode",
]


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
class NotAMember(RulesError):
    """A municipality that is no member (*geen lid*) on the day that it is to leave."""

    regieverband_id: str
    nis_code: str
    on: date

    def __str__(self) -> str:
        return f"regieverband {self.regieverband_id}: {self.nis_code} is no member on {self.on}"


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
    """Two different applications (*aanvragen*) with one id, one of them in the portfolio."""

    application_id: str

    def __str__(self) -> str:
        return (
            f"application {self.application_id} differs from the one with that id in the portfolio"
        )


@define
class NoSuchApplication(RulesError):
    """A change of an application (*aanvraag*) that is none of the portfolio."""

    application_id: str

    def __str__(self) -> str:
        return f"there is no application {self.application_id} in the portfolio to change"


@define
class MemberOfNone(RulesError):
    """Other facts of a municipality (*gemeente*) that is a member of none of the applicants."""

    nis_code: str
    name: str

    def __str__(self) -> str:
        return (
            f"{self.name} ({self.nis_code}) with this territory is a member in no application of "
            "the portfolio"
        )
