"""Applicants for the cases (*aanvragers*): whole and eligible, but for what a case names.

Two towns of 40,000 inhabitants in the Kempen, in an interlokale vereniging that was recognised
long before the order, with a full plan, through Platos. The towns and their figures are made up;
mergers and regions of real municipalities stand with the cases that need them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, TypeAlias

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Application
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import Never, RegieVerband
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel

__all__ = [
    "FULL_PLAN",
    "LONG_AGO",
    "PLATOS",
    "QUIET",
    "Form",
    "Region",
    "across",
    "applies",
    "city",
    "town",
    "verband",
]

#: Before the order of 29 April 2022.
LONG_AGO: Final = date(2020, 1, 1)
#: A day on which nothing of the text falls due.
QUIET: Final = date(2024, 7, 1)
PLATOS: Final = frozenset({SubmissionChannel.PLATOS})
#: Four actions of three years each: one in each of the twelve cells.
FULL_PLAN: Final = ActionPlan(
    (
        Action("a1", PolicyPriority.DIRECTOR_ROLE, {2023, 2024, 2025}),
        Action("a2", PolicyPriority.EMPLOYMENT, {2023, 2024, 2025}),
        Action("a3", PolicyPriority.ENTREPRENEURSHIP, {2023, 2024, 2025}),
        Action("a4", PolicyPriority.COOPERATION, {2023, 2024, 2025}),
    )
)
Form: TypeAlias = LegalForm | History[LegalForm | None] | None
Region: TypeAlias = ReferenceRegion | History[ReferenceRegion | None] | None
_INTERLOCAL = LegalForm.INTERLOCAL_ASSOCIATION
_KEMPEN = ReferenceRegion.KEMPEN
_ALONE = LegalForm.MUNICIPALITY


def town(
    number: int,
    people: int | None = 40_000,
    *,
    region: Region = _KEMPEN,
    is_city: bool | None = False,
    counts: tuple[int | None, int | None] = (None, None),
    ground: Iterable[str] = (),
) -> Municipality:
    """A town (*gemeente*) of that number; ``counts`` are its working age and its job seekers."""
    code = f"{90_000 + number}"
    return Municipality(
        code,
        f"Town {number}",
        reference_region=region,
        is_centrumstad=is_city,
        inhabitants=people,
        working_age_population=counts[0],
        job_seekers=counts[1],
        territory=frozenset(ground) or {code},
    )


def verband(
    *members: Municipality | Membership,
    id: str = "one",
    form: Form = _INTERLOCAL,
    recognised: date | Never | None = LONG_AGO,
    derogations: Iterable[Derogation] | None = (),
) -> RegieVerband:
    """A regieverband (*lokaal regieverband*) of these, or of two towns of 40,000."""
    each_since = [
        each if isinstance(each, Membership) else Membership(each, LONG_AGO)
        for each in members or (town(1), town(2))
    ]
    return RegieVerband(
        id,
        f"Regieverband {id}",
        form,
        each_since,
        recognised_on=recognised,
        derogations=derogations,
    )


def across(
    *others: Municipality | Membership,
    form: Form = _INTERLOCAL,
    recognised: date | Never | None = LONG_AGO,
    derogations: Iterable[Derogation] | None = (),
) -> RegieVerband:
    """One with a town in the Kempen and one in Limburg (*over twee regio's*), and these."""
    two = (town(1), town(2, region=ReferenceRegion.LIMBURG))
    return verband(*two, *others, form=form, recognised=recognised, derogations=derogations)


def city(member: Municipality, id: str = "one") -> RegieVerband:
    """A municipality that applies alone (*alleen*)."""
    return verband(member, id=id, form=_ALONE)


def applies(
    body: RegieVerband | None = None,
    *,
    plan: ActionPlan | None = FULL_PLAN,
    channels: Iterable[SubmissionChannel] | None = PLATOS,
    submitted: date | None = None,
) -> Application:
    """The application of a regieverband (*aanvraag*), with the same id."""
    applicant = verband() if body is None else body
    return Application(applicant.id, applicant, plan, channels=channels, submitted_on=submitted)
