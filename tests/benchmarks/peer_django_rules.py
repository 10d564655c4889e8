"""The six rules as predicates of django-rules, over the same slotted objects as ours."""

from __future__ import annotations

from datetime import date

import rules
from tests.benchmarks.floor_of_rules import BASELINE
from tests.benchmarks.records import CALL, ON

from wselr_rules import LegalForm, PolicyPriority


def _members(application):
    return application.regieverband.members_on(ON)


@rules.predicate
def is_partnership(application, claims):
    del claims
    form = application.regieverband.legal_form
    least = 1 if form is LegalForm.WELFARE_ASSOCIATION else CALL.minimum_members
    return form in CALL.partnership_forms and len(_members(application)) >= least


@rules.predicate
def has_inhabitants(application, claims):
    del claims
    members = _members(application)
    people = sum(each.inhabitants for each in members)
    return people >= CALL.minimum_inhabitants or any(each.is_centrumstad for each in members)


@rules.predicate
def is_city_alone(application, claims):
    del claims
    members = _members(application)
    is_one = application.regieverband.legal_form is LegalForm.MUNICIPALITY and len(members) == 1
    return is_one and members[0].is_centrumstad


@rules.predicate
def is_not_due(application, claims):
    del claims
    body = application.regieverband
    changed = any(BASELINE < day <= ON for day in body.member_dates)
    recognised = body.recognised_on
    is_existing = type(recognised) is date and recognised <= BASELINE and not changed
    return (CALL.existing_fit_deadline if is_existing else CALL.new_fit_deadline) > ON


@rules.predicate
def lies_in_one_region(application, claims):
    del claims
    return len({each.reference_region for each in _members(application)}) == 1


@rules.predicate
def deviates(application, claims):
    del claims
    return any(each.runs_on(ON) for each in application.regieverband.derogations)


@rules.predicate
def is_only_one(application, claims):
    return all(claims[code] == 1 for each in _members(application) for code in each.territory)


@rules.predicate
def has_plan(application, claims):
    del claims
    cells = {(each.code, year) for each in application.plan.actions for year in each.years}
    return all((each, year) in cells for each in PolicyPriority for year in CALL.plan_years)


@rules.predicate
def has_channel(application, claims):
    del claims
    return not CALL.channels.isdisjoint(application.channels)


RULE = (
    (is_partnership & has_inhabitants | is_city_alone)
    & (is_not_due | lies_in_one_region | deviates)
    & is_only_one
    & has_plan
    & has_channel
)


def contenders(records):
    """Return what asks this engine about every record, by name."""
    applications, claims, test = records.applications, records.claims, RULE.test
    return {"django-rules": lambda: [test(each, claims) for each in applications]}
