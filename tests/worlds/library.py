"""Worlds of the model as values of the library, with None for what is not known."""

from __future__ import annotations

from functools import cache

from attrs import evolve
from tests import model

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER, RegieVerband
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.rules import ELIGIBLE, RULES
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.law.readings import Readings, interpretation_by_id
from wselr_rules.law.terms import LegalForm, SubmissionChannel

FORMS = {
    "interlocal": LegalForm.INTERLOCAL_ASSOCIATION,
    "project": LegalForm.PROJECT_ASSOCIATION,
    "service": LegalForm.SERVICE_ASSOCIATION,
    "mandated": LegalForm.MANDATED_ASSOCIATION,
    "welfare": LegalForm.WELFARE_ASSOCIATION,
    "municipality": LegalForm.MUNICIPALITY,
    "other": LegalForm.OTHER,
    None: None,
}
REGIONS = {
    "north": ReferenceRegion.KEMPEN,
    "south": ReferenceRegion.LIMBURG,
    model.OUTSIDE: ReferenceRegion.OUTSIDE,
    None: None,
}
CHANNELS = {
    "multi-annual plan": SubmissionChannel.MULTI_ANNUAL_PLAN,
    "Platos": SubmissionChannel.PLATOS,
}
CRITERIA = {each.id: each for each in (*RULES, ELIGIBLE)}


@cache
def call(**chosen):
    """Return the open call with these readings, by the number of their question."""
    readings = Readings()
    for number, value in chosen.items():
        question = interpretation_by_id(number)
        reading = type(question.default)(value)
        readings = question.chosen_otherwise(readings, reading)
    return evolve(OPEN_CALL_2023_2025, readings=readings)


def _over_time(values, names):
    (_, first), *changes = values
    return History(names[first], [(day, names[each]) for day, each in changes])


@cache
def _municipality(town):
    return Municipality(
        town.code,
        f"Town {town.code}",
        reference_region=_over_time(town.region, REGIONS),
        is_centrumstad=town.is_city,
        inhabitants=town.people,
        territory=town.merged or (town.code,),
    )


@cache
def _membership(period):
    return Membership(_municipality(period.town), period.since, period.until)


@cache
def _plan(actions):
    if actions is None:
        return None
    return ActionPlan(
        Action(f"action {number}", each.code, each.years, planned_by=each.planned_by)
        for number, each in enumerate(actions)
    )


@cache
def _channels(names):
    return None if names is None else frozenset(CHANNELS[each] for each in names)


@cache
def application(world, id="own"):
    """Return the application of a world."""
    deviations = world.deviations
    body = RegieVerband(
        f"body {id}",
        f"Regieverband {id}",
        _over_time(world.form, FORMS),
        map(_membership, world.members),
        recognised_on=NEVER if world.recognised == model.NEVER else world.recognised,
        derogations=None
        if deviations is None
        else [Derogation(each.since, each.until) for each in deviations],
    )
    channels = _channels(world.channels)
    return Application(id, body, _plan(world.plan), channels=channels, submitted_on=world.submitted)


def context(world, day, *, complete=True, **chosen):
    """Return the context of a world on a day, by these readings."""
    rivals = (application(each, f"rival {number}") for number, each in enumerate(world.rivals))
    portfolio = Portfolio((application(world), *rivals), complete=complete)
    return Context(day, call=call(**chosen), portfolio=portfolio)
