"""What is public, what is assumed (*aangenomen*), and the decisions that follow from either.

The same applicants are made into applications twice: with nothing but what is public, every
other fact being None, and with a value assumed for each such fact. Each assumption has an id
that stands wherever something rests on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from applicants import MERGED_ON, Applicant, member_of_2024
from attrs import frozen

from wselr_rules import (
    OPEN_CALL_2023_2025,
    Action,
    ActionPlan,
    Application,
    CallAssessment,
    Decision,
    Finding,
    Language,
    LegalForm,
    Municipality,
    OpenCall,
    PolicyCycle,
    PolicyPriority,
    Portfolio,
    RegieVerband,
    SubmissionChannel,
    assess_call,
    flanders,
)

__all__ = [
    "ALL_ASSUMED",
    "ASSUMED_CHANNEL",
    "ASSUMED_FORM",
    "BENEFICIARIES",
    "CALL",
    "DAYS",
    "FORM",
    "MEMBERS",
    "MEMBERS_SINCE",
    "PLAN_YEAR",
    "RECOGNISED_ON",
    "Case",
    "as_assumed",
    "as_published",
    "decide",
    "form_in_words",
    "labelled",
]

CALL: OpenCall = OPEN_CALL_2023_2025
#: The last day before an existing regieverband must fit its reference region, and the first.
DAYS = (date(2025, 12, 31), date(2026, 1, 1))
#: Whose budget is divided.
PLAN_YEAR = 2025

#: How many beneficiaries the call has, by public pages; who they are is not public.
BENEFICIARIES = 39

#: The ids of the assumptions.
MEMBERS, FORM, RECOGNITION, PLAN, CHANNEL, NO_DEVIATION, WHOLE_CALL = (
    f"A{number}" for number in range(1, 8)
)

ALL_ASSUMED = f"{MEMBERS} to {WHOLE_CALL}"

#: The first day of the register, and before every day that the rules look back to.
MEMBERS_SINCE = date(2019, 1, 1)
ASSUMED_FORM = LegalForm.INTERLOCAL_ASSOCIATION
#: The first day of the policy cycle in which the baseline lies.
RECOGNISED_ON = PolicyCycle.containing(CALL.baseline).starts_on
ASSUMED_CHANNEL = SubmissionChannel.PLATOS

#: Which assumptions a finding rests on, by the id of its criterion.
_RESTS_ON = {
    "partnership-form": (FORM,),
    "enough-members": (MEMBERS, FORM),
    "enough-inhabitants": (MEMBERS,),
    "centrumstad-alone": (FORM,),
    "reference-region": (MEMBERS, RECOGNITION, NO_DEVIATION),
    "one-regieverband": (MEMBERS, WHOLE_CALL),
    "plan": (PLAN,),
    "channel": (CHANNEL,),
}
_ASSUMED = {Language.EN: "assumed", Language.NL: "aangenomen"}


@frozen
class Case:
    """The applications in one state of knowledge, decided on each of ``DAYS``."""

    portfolio: Portfolio
    assessments: tuple[CallAssessment, ...]

    def __getitem__(self, applicant_id: str) -> tuple[Decision, ...]:
        """Give the decisions on one application, one for each day."""
        return tuple(assessment[applicant_id] for assessment in self.assessments)

    def regieverband(self, applicant_id: str) -> RegieVerband:
        """Give the regieverband of one application."""
        (found,) = (each for each in self.portfolio.applications if each.id == applicant_id)
        return found.regieverband


def as_published(
    applicants: Iterable[Applicant], municipalities: Mapping[str, Municipality]
) -> Portfolio:
    """Make applications of what is public alone; it is known that there are others."""
    return Portfolio(
        tuple(
            Application(
                each.id,
                _regieverband(each, municipalities, each.legal_form),
                plan=None,
                channels=None,
            )
            for each in applicants
        ),
        complete=False,
    )


def as_assumed(
    applicants: Iterable[Applicant], municipalities: Mapping[str, Municipality]
) -> Portfolio:
    """Make complete applications, with every assumption made."""
    plan = ActionPlan(Action(each.value, each, CALL.plan_years) for each in PolicyPriority)
    return Portfolio(
        tuple(
            Application(
                each.id,
                _regieverband(
                    each,
                    municipalities,
                    each.legal_form or ASSUMED_FORM,
                    recognised_on=RECOGNISED_ON,
                    derogations=(),
                ),
                plan,
                channels={ASSUMED_CHANNEL},
            )
            for each in applicants
        ),
        complete=True,
    )


def _regieverband(
    applicant: Applicant,
    municipalities: Mapping[str, Municipality],
    legal_form: LegalForm | None,
    *,
    recognised_on: date | None = None,
    derogations: tuple[()] | None = None,
) -> RegieVerband:
    """Make the regieverband of before the mergers, and carry its members over them."""
    before = RegieVerband.of(
        applicant.id,
        applicant.name,
        legal_form,
        (member_of_2024(code, municipalities) for code in applicant.member_codes),
        since=MEMBERS_SINCE,
        recognised_on=recognised_on,
        derogations=derogations,
    )
    return flanders.carry_forward(before, MERGED_ON, successors=municipalities.values())


def decide(portfolio: Portfolio) -> Case:
    """Decide on all applications, on each of the days."""
    return Case(
        portfolio,
        tuple(assess_call(portfolio, on=day, call=CALL, year=PLAN_YEAR) for day in DAYS),
    )


def labelled(
    finding: Finding,
    applicant: Applicant,
    language: Language = Language.EN,
    *,
    corrections: Iterable[str] = (),
) -> str:
    """Write a finding in its own words, and behind it the ids of what is assumed for it."""
    ids = list(_assumed_by(finding, applicant))
    if MEMBERS in ids:
        ids += corrections
    words = finding.sentence(language)
    return f"{words} ({_ASSUMED[language]}: {', '.join(ids)})" if ids else words


def form_in_words(applicant: Applicant) -> str:
    """Write the legal form that is reckoned with, labelled where it is assumed."""
    if applicant.legal_form is None:
        return f"{ASSUMED_FORM.value} (assumed: {FORM})"
    return applicant.legal_form.value


def _assumed_by(finding: Finding, applicant: Applicant) -> Iterator[str]:
    """Name the assumptions that a finding on an applicant rests on.

    A legal form is assumed only where none is published. That others claim the same territory
    does not depend on whether these are all applications.
    """
    for each in _RESTS_ON.get(finding.criterion, ()):
        is_published = each == FORM and applicant.legal_form is not None
        is_not_needed = each == WHOLE_CALL and bool(finding.conflicts)
        if not is_published and not is_not_needed:
            yield each
