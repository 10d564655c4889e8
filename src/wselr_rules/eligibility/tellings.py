"""What a fact can be told to be (*mogelijke waarden*), each beside the answer that says so.

Values that no rule tells apart are one answer. A threshold names the exact interval that
decides it, by what is known of the others. The module does not know what follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import frozen

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Application
from wselr_rules.domain.history import DAY, History, values_of
from wselr_rules.domain.membership import Derogation
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.answers import AnswerValue, FormChange, Situation
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Interval, Missing
from wselr_rules.eligibility.unknowns import (
    Days,
    changed_form,
    form_change_days,
    forms_alike,
    recognition_days,
    steady_form,
    submission_days,
)
from wselr_rules.eligibility.ways import people_needed, rival
from wselr_rules.eligibility.ways_of_plan import elsewhere, full_plan
from wselr_rules.eligibility.ways_of_region import fitting_regions, judged_days
from wselr_rules.law.terms import SubmissionChannel

__all__ = ["Telling", "tellings"]


@frozen
class Telling:
    """An answer (*antwoord*), and a value that says so where the fact stands."""

    value: AnswerValue
    told: Any


_Tell: TypeAlias = Callable[[Missing, Application, Context], Iterable[Telling]]


def tellings(fact: Missing, application: Application, context: Context) -> Iterable[Telling]:
    """What a fact can be told to be (*mogelijke waarden*), unlike ones apart."""
    if fact.path.startswith("portfolio.applications"):
        return _recognitions_of_another(application, context)
    return _KINDS[fact.fact](fact, application, context)


def _people(fact: Missing, application: Application, context: Context) -> Iterator[Telling]:
    town = _municipality(fact, application)
    needed = people_needed(application, context, town)
    yield Telling(Interval(needed), needed)
    yield Telling(Interval(town.least_inhabitants, needed - 1), needed - 1)


def _municipality(fact: Missing, application: Application) -> Municipality:
    return next(
        membership.municipality
        for index, membership in enumerate(application.regieverband.memberships)
        if fact.path.startswith(f"regieverband.memberships[{index}].")
    )


def _yes_or_no(fact: Missing, application: Application, context: Context) -> Iterator[Telling]:
    del fact, application, context
    yield from (Telling(each, each) for each in (True, False))


def _legal_forms(fact: Missing, application: Application, context: Context) -> Iterator[Telling]:
    del fact
    for forms in forms_alike(application, context):
        steady = steady_form(application.regieverband, context.on, forms[0])
        yield Telling(FormChange(forms, None), steady)
        for days in form_change_days(application, context):
            changed = changed_form(application, context, forms[0], days.example)
            if changed is not None:
                yield Telling(FormChange(forms, days), changed)


def _recognitions(fact: Missing, application: Application, context: Context) -> Iterator[Telling]:
    del fact
    for days in recognition_days(application, context):
        yield Telling(days, days.example)
    yield Telling(NEVER, NEVER)


def _recognitions_of_another(application: Application, context: Context) -> Iterator[Telling]:
    own = application.regieverband.recognised_on
    turn = context.call.existing_before
    if isinstance(own, date) and own < date.max:
        turn = own + DAY
    for days in (Days(None, turn), Days(turn, None)):
        yield Telling(days, days.example)
    yield Telling(NEVER, NEVER)


def _submissions(fact: Missing, application: Application, context: Context) -> Iterator[Telling]:
    del fact
    for days in submission_days(application, context):
        yield Telling(days, days.example)


def _regions(fact: Missing, application: Application, context: Context) -> Iterator[Telling]:
    body = application.regieverband
    known = {
        region
        for membership in body.memberships
        for region in values_of(membership.municipality.reference_region)
    }
    # Regions of which none is that of a known member are alike: the first stands for them.
    unlike = [region for region in ReferenceRegion if region in known - {ReferenceRegion.OUTSIDE}]
    others = tuple(
        region
        for region in ReferenceRegion
        if region not in known and region is not ReferenceRegion.OUTSIDE
    )
    for regions in (*((region,) for region in unlike), others, (ReferenceRegion.OUTSIDE,)):
        yield from (Telling(regions, region) for region in regions[:1])
    for fitting in fitting_regions(application, context):
        if isinstance(fitting[fact.path], History):
            yield Telling(fitting[fact.path], fitting[fact.path])


def _deviations(fact: Missing, application: Application, context: Context) -> Iterator[Telling]:
    del fact
    granted = Derogation(judged_days(application, context)[0])
    yield from (Telling(each, each) for each in ((), (granted,)))


def _plans(fact: Missing, application: Application, context: Context) -> Iterator[Telling]:
    del fact
    yield Telling(Situation.EVERY_CELL, full_plan(application, context))
    yield Telling(Situation.EMPTY_CELL, ActionPlan(()))


def _holders(fact: Missing, application: Application, context: Context) -> Iterator[Telling]:
    del fact
    for member in context.members(application):
        yield Telling((member,), member.nis_code)
    yield Telling(Situation.ELSEWHERE, elsewhere(application))


def _channels(fact: Missing, application: Application, context: Context) -> Iterator[Telling]:
    del fact, application
    accepted = context.call.channels
    in_order = tuple(channel for channel in SubmissionChannel if channel in accepted)
    yield Telling(in_order, accepted)
    yield Telling((), frozenset())


def _claims(fact: Missing, application: Application, context: Context) -> Iterator[Telling]:
    del fact
    yield Telling(Situation.NO_OTHER_CLAIM, told=True)
    yield Telling(Situation.OTHER_CLAIM, rival(application, context))


_KINDS: Mapping[str, _Tell] = MappingProxyType(
    {
        "channels": _channels,
        "complete": _claims,
        "derogations": _deviations,
        "inhabitants": _people,
        "is_centrumstad": _yes_or_no,
        "legal_form": _legal_forms,
        "plan": _plans,
        "planned_by": _holders,
        "recognised_on": _recognitions,
        "reference_region": _regions,
        "submitted_on": _submissions,
    }
)
