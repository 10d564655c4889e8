"""Ways in which what is not known can turn out (*mogelijke aanvullingen*), rule by rule.

For each rule: which facts it shares with others, ways that between them make it met and not
met wherever both are possible, and for each fact of its own pairs of ways that differ in that
fact alone, in which the others leave it to decide wherever they can. The module does not judge
a way: ``relevance`` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import frozen

from wselr_rules.domain.application import Application
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import NEVER, RegieVerband
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.applicants import (
    has_enough_inhabitants,
    has_enough_members,
    has_partnership_form,
    is_centrumstad_alone,
)
from wselr_rules.eligibility.completion import Facts, Turn
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Rule
from wselr_rules.eligibility.exclusivity import belongs_to_one_regieverband
from wselr_rules.eligibility.finding import Missing
from wselr_rules.eligibility.region import fits_reference_region
from wselr_rules.eligibility.submission import came_through_accepted_channel, covers_every_priority
from wselr_rules.eligibility.unknowns import (
    FormOverTime,
    changed_form,
    form_change_days,
    forms_alike,
    recognition_days,
    steady_form,
)
from wselr_rules.eligibility.ways_of_plan import plan_turns, plan_ways
from wselr_rules.eligibility.ways_of_region import region_turns, region_ways
from wselr_rules.law.readings import CentrumstadPartner
from wselr_rules.law.terms import SubmissionChannel

__all__ = ["ROOMS", "Room", "Shared", "people_needed", "rival", "shared_facts"]

_Ways: TypeAlias = Callable[[Application, Context], Iterable[Facts]]
_Turns: TypeAlias = Callable[[Application, Context], Iterable[Turn]]


@frozen
class Shared:
    """A fact that more than one rule reads, with as what it can turn out (*gedeeld gegeven*)."""

    fact: Missing
    values: tuple[Any, ...]


@frozen
class Room:
    """The room that what is not known leaves to a rule (*speelruimte*).

    ``shared`` names the facts that it shares with other rules; ``ways`` and ``turns`` are of
    the others.
    """

    shared: frozenset[str]
    ways: _Ways
    turns: _Turns


# --- shared facts -----------------------------------------------------------------------------


def shared_facts(application: Application, context: Context) -> tuple[Shared, ...]:
    """The unknown facts that more than one rule reads (*gedeelde gegevens*)."""
    return tuple(shared for shared in _shared(application, context) if len(shared.values) > 1)


def _shared(application: Application, context: Context) -> Iterator[Shared]:
    body = application.regieverband
    forms = tuple(dict.fromkeys(_forms(application, context)))
    yield Shared(Missing("legal_form", "regieverband.legal_form", body.name), forms)
    if body.recognised_on is None:
        fact = Missing("recognised_on", "regieverband.recognised_on", body.name)
        days = (each.example for each in recognition_days(application, context))
        yield Shared(fact, (*days, NEVER))
    towns = list(context.members_with_paths(application))
    if len(towns) == 1 and towns[0][1].is_centrumstad is None:
        yield Shared(_city(*towns[0]), (True, False))


def _forms(application: Application, context: Context) -> Iterator[FormOverTime]:
    body = application.regieverband
    for form, *_ in forms_alike(application, context):
        yield steady_form(body, context.on, form)
        for days in form_change_days(application, context):
            changed = changed_form(application, context, form, days.example)
            if changed is not None:
                yield changed


def _city(path: str, town: Municipality) -> Missing:
    return Missing("is_centrumstad", f"{path}.is_centrumstad", str(town))


# --- who applies ------------------------------------------------------------------------------


def people_needed(application: Application, context: Context, of: Municipality) -> int:
    """How many inhabitants a member must have (*nodige inwoners*) where others have the least.

    Source: S09.
    """
    others = sum(member.least_inhabitants for member in context.members(application))
    return context.call.minimum_inhabitants - others + of.least_inhabitants


def _inhabitant_turns(application: Application, context: Context) -> Iterator[Turn]:
    exempts = context.call.readings.centrumstad_partner is CentrumstadPartner.EXEMPT
    least: dict[str, Any] = {}
    enough: list[tuple[Missing, Any]] = []
    for path, town in context.members_with_paths(application):
        if town.inhabitants is None:
            fact = Missing("inhabitants", f"{path}.inhabitants", str(town))
            least[fact.path] = town.least_inhabitants
            enough.append((fact, people_needed(application, context, town)))
        if exempts and town.is_centrumstad is None:
            city = _city(path, town)
            least[city.path] = False
            enough.append((city, True))
    for fact, value in enough:
        yield Turn(fact, least, {**least, fact.path: value})


# --- who else applies -------------------------------------------------------------------------


def rival(application: Application, context: Context) -> Application:
    """An application that is not known and claims the same ground (*mededinger*).

    Of all it was recognised first, so that it keeps the ground where that decides (I07).
    """
    member = context.members(application)[0]
    # Longer than any id that is known, so another one.
    name = f"not {application.id}{''.join(each.id for each in context.portfolio)}"
    membership = Membership(member, context.on)
    body = RegieVerband(name, name, None, (membership,), recognised_on=date.min)
    return Application(name, body, None, channels=None)


def _exclusivity_turns(application: Application, context: Context) -> Iterator[Turn]:
    others = list(_claimants_of_unknown_day(application, context))
    alone: dict[str, Any] = dict.fromkeys((fact.path for fact in others), NEVER)
    if not context.portfolio.complete:
        alone[_COMPLETE] = True
    for fact in others:
        yield Turn(fact, alone, {**alone, fact.path: date.min})
    if not context.portfolio.complete:
        fact = Missing("complete", _COMPLETE, application.regieverband.name)
        yield Turn(fact, alone, {**alone, _COMPLETE: rival(application, context)})


_COMPLETE = "portfolio.complete"


def _claimants_of_unknown_day(application: Application, context: Context) -> Iterator[Missing]:
    claimants = {
        each for conflict in context.conflicts(application) for each in conflict.application_ids
    }
    for index, other in enumerate(context.portfolio):
        body = other.regieverband
        if other.id in claimants - {application.id} and body.recognised_on is None:
            path = f"portfolio.applications[{index}].regieverband.recognised_on"
            yield Missing("recognised_on", path, body.name)


# --- what was handed in -----------------------------------------------------------------------


def _channel_turns(application: Application, context: Context) -> Iterator[Turn]:
    del context
    fact = Missing("channels", "channels", application.regieverband.name)
    yield Turn(fact, {fact.path: frozenset(SubmissionChannel)}, {fact.path: frozenset()})


# --- the table --------------------------------------------------------------------------------


def _all_of(turns: _Turns) -> _Ways:
    """The ways of all these turns; where there is nothing to tell, to tell nothing."""

    def ways(application: Application, context: Context) -> Iterator[Facts]:
        every = list(turns(application, context))
        yield from (each.one for each in every[:1])
        yield from (each.other for each in every)
        if not every:
            yield {}

    return ways


def _no_turns(application: Application, context: Context) -> tuple[Turn, ...]:
    del application, context
    return ()


def _room(turns: _Turns, *shared: str, ways: _Ways | None = None) -> Room:
    return Room(frozenset(shared), ways or _all_of(turns), turns)


#: The room of each rule of the call.
ROOMS: Mapping[Rule, Room] = MappingProxyType(
    {
        has_partnership_form: _room(_no_turns, "legal_form"),
        has_enough_members: _room(_no_turns, "legal_form"),
        has_enough_inhabitants: _room(_inhabitant_turns, "is_centrumstad"),
        is_centrumstad_alone: _room(_no_turns, "legal_form", "is_centrumstad"),
        fits_reference_region: _room(region_turns, "legal_form", "recognised_on", ways=region_ways),
        belongs_to_one_regieverband: _room(_exclusivity_turns, "recognised_on"),
        covers_every_priority: _room(plan_turns, ways=plan_ways),
        came_through_accepted_channel: _room(_channel_turns),
    }
)
