"""What a type checker says of the facts: municipalities, regieverbanden, plans, applications."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_type

from wselr_rules import (
    NEVER,
    Action,
    ActionPlan,
    Application,
    Confidence,
    Derogation,
    FrozenMap,
    History,
    LegalForm,
    Membership,
    Municipality,
    OpenCall,
    PolicyPriority,
    Portfolio,
    Provenance,
    ReferenceRegion,
    RegieVerband,
    Standing,
    SubmissionChannel,
    flanders,
)
from wselr_rules.domain.regieverband import Never


def of_a_municipality(municipality: Municipality, day: date) -> None:
    assert_type(municipality.nis_code, str)
    assert_type(municipality.name, str)
    assert_type(
        municipality.reference_region,
        ReferenceRegion | History[ReferenceRegion | None] | None,
    )
    assert_type(municipality.is_centrumstad, bool | None)
    assert_type(municipality.inhabitants, int | None)
    assert_type(municipality.working_age_population, int | None)
    assert_type(municipality.job_seekers, int | None)
    assert_type(municipality.territory, frozenset[str])
    assert_type(municipality.provenance, FrozenMap[str, Provenance])
    assert_type(municipality.exists_since, date | None)
    assert_type(municipality.exists_until, date | None)
    assert_type(municipality.exists_on(day), bool)
    assert_type(municipality.region_on(day), ReferenceRegion | None)
    assert_type(municipality.least_inhabitants, int)
    assert_type(ReferenceRegion.KEMPEN.label, str)


def of_the_register(regieverband: RegieVerband, day: date) -> None:
    assert_type(flanders.municipality("Gent", on=day), Municipality)
    assert_type(flanders.municipalities(on=day), tuple[Municipality, ...])
    assert_type(flanders.successor("Gent", on=day), Municipality)
    assert_type(flanders.carry_forward(regieverband, day), RegieVerband)


def of_a_history(history: History[LegalForm | None], numbers: History[int], day: date) -> None:
    assert_type(numbers.on(day), int)
    assert_type(history.initial, LegalForm | None)
    assert_type(history.changes, tuple[tuple[date, LegalForm | None], ...])
    assert_type(history.on(day), LegalForm | None)
    assert_type(history.with_value_on(day, None), History[LegalForm | None])
    assert_type(history.dates, tuple[date, ...])
    assert_type(history.values, tuple[LegalForm | None, ...])


def of_members(membership: Membership, derogation: Derogation, day: date) -> None:
    assert_type(membership.municipality, Municipality)
    assert_type(membership.since, date)
    assert_type(membership.until, date | None)
    assert_type(membership.provenance, Provenance | None)
    assert_type(membership.holds_on(day), bool)
    assert_type(derogation.since, date)
    assert_type(derogation.until, date | None)
    assert_type(derogation.runs_on(day), bool)


def of_a_regieverband(
    regieverband: RegieVerband, member: Municipality, call: OpenCall, day: date
) -> None:
    assert_type(regieverband.id, str)
    assert_type(regieverband.name, str)
    assert_type(regieverband.legal_form, LegalForm | History[LegalForm | None] | None)
    assert_type(regieverband.memberships, tuple[Membership, ...])
    assert_type(regieverband.recognised_on, date | Never | None)
    assert_type(regieverband.derogations, tuple[Derogation, ...] | None)
    assert_type(regieverband.provenance, FrozenMap[str, Provenance])
    assert_type(regieverband.with_member(member, day), RegieVerband)
    assert_type(regieverband.without_member("44021", day), RegieVerband)
    assert_type(regieverband.members_on(day), tuple[Municipality, ...])
    assert_type(regieverband.territory_on(day), frozenset[str])
    assert_type(regieverband.inhabitants_on(day), int | None)
    assert_type(regieverband.legal_form_on(day), LegalForm | None)
    assert_type(regieverband.standing_on(day, call), Standing | None)
    assert_type(regieverband.member_dates, tuple[date, ...])
    assert_type(regieverband.dates, tuple[date, ...])
    made = RegieVerband.of(
        "r", "R", LegalForm.WELFARE_ASSOCIATION, [member], since=day, recognised_on=NEVER
    )
    assert_type(made, RegieVerband)


def of_a_plan(action: Action, plan: ActionPlan, call: OpenCall) -> None:
    assert_type(action.id, str)
    assert_type(action.code, PolicyPriority | str)
    assert_type(action.years, frozenset[int])
    assert_type(action.title, str)
    assert_type(action.planned_by, str | None)
    assert_type(plan.actions, tuple[Action, ...])
    assert_type(plan.covered(PolicyPriority.EMPLOYMENT, 2024), int)
    assert_type(plan.gaps(call), tuple[tuple[PolicyPriority, int], ...])


def of_applications(application: Application, portfolio: Portfolio) -> None:
    assert_type(application.id, str)
    assert_type(application.regieverband, RegieVerband)
    assert_type(application.plan, ActionPlan | None)
    assert_type(application.channels, frozenset[SubmissionChannel] | None)
    assert_type(application.submitted_on, date | None)
    assert_type(application.provenance, FrozenMap[str, Provenance])
    assert_type(portfolio.applications, tuple[Application, ...])
    assert_type(portfolio.complete, bool | None)
    assert_type(portfolio.provenance, Provenance | None)
    assert_type(portfolio.with_application(application), Portfolio)
    assert_type(portfolio["a"], Application)
    assert_type(iter(portfolio), Iterator[Application])


def of_a_provenance(provenance: Provenance) -> None:
    assert_type(provenance.source, str)
    assert_type(provenance.dated, date | None)
    assert_type(provenance.confidence, Confidence | None)
    assert_type(provenance.note, str)
    assert_type(provenance.is_doubtful, bool)
    assert_type(provenance.text("nl"), str)
    assert_type(Confidence.LOW.word("nl"), str)
