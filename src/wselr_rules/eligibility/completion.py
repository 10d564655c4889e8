"""Facts that are told (*aanvulling*), and the application once it holds them.

A fact stands at a path, as a finding names it. It fills only what is not known: what is known
stays, also the known stretches of a value that changes over time. The module knows no rule and
does not say what a fact can turn out to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias, TypeVar

from attrs import evolve, frozen

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.history import History, dates_of, value_on, values_of
from wselr_rules.domain.membership import Membership
from wselr_rules.eligibility.finding import Missing

__all__ = ["Facts", "Made", "Turn", "changing", "completed", "completed_portfolio", "filled"]

T = TypeVar("T")

#: What is told, by the path at which it stands. ``portfolio.complete`` is told by True, or by
#: an application that was not known: it is all of them with that one.
Facts: TypeAlias = Mapping[str, Any]

#: Memberships once facts of them are told, by their place and these facts.
Made: TypeAlias = dict[tuple[int, tuple[tuple[str, Any], ...]], Membership]


@frozen
class Turn:
    """Two ways to tell the same facts (*wending*) that differ in one of them alone.

    ``is_sought=False`` says that the search for such ways was broken off.
    """

    fact: Missing
    one: Facts
    other: Facts
    is_sought: bool = True


_OF_MEMBER = re.compile(r"regieverband\.memberships\[(\d+)\]\.municipality\.(\w+)")
_OF_ACTION = re.compile(r"plan\.actions\[(\d+)\]\.planned_by")
_OF_OTHER = re.compile(r"portfolio\.applications\[(\d+)\]\.regieverband\.recognised_on")
_OF_BODY = re.compile(r"regieverband\.(legal_form|recognised_on|derogations)")
_PORTFOLIO = "portfolio."
_REGION = "reference_region"


def changing(initial: T, changes: Iterable[tuple[date, T]]) -> T | History[T]:
    """A value over time (*verloop*), or the value alone where nothing changes it.

    >>> changing("a", ((date(2023, 1, 1), "a"), (date(2024, 1, 1), "a")))
    'a'
    """
    kept: list[tuple[date, T]] = []
    before = initial
    for day, value in changes:
        if value != before:
            before = value
            kept.append((day, value))
    return History(initial, tuple(kept)) if kept else initial


def filled(known: T | History[T | None] | None, told: T | History[T]) -> T | History[T]:
    """What is known, and where it is not what is told (*ingevuld*); both may change over time.

    >>> filled(History(None, ((date(2024, 1, 1), "b"),)), "a")
    History(initial='a', changes=((datetime.date(2024, 1, 1), 'b'),))
    """
    days = sorted({*dates_of(known), *dates_of(told)})
    changes = tuple((day, _either(value_on(known, day), value_on(told, day))) for day in days)
    return changing(_either(values_of(known)[0], values_of(told)[0]), changes)


def _either(known: T | None, told: T) -> T:
    return told if known is None else known


def completed(application: Application, facts: Facts, made: Made | None = None) -> Application:
    """The application with these facts (*aangevulde aanvraag*); those of the portfolio apart.

    A region told of one membership is that of its municipality, wherever it stands. ``made``
    remembers memberships for who completes one application in many ways.
    """
    body, plan = application.regieverband, application.plan
    of_body: dict[str, Any] = {}
    of_application: dict[str, Any] = {}
    of_towns: dict[int, dict[str, Any]] = {}
    holders: dict[int, str] = {}
    for path, value in facts.items():
        if match := _OF_MEMBER.fullmatch(path):
            of_towns.setdefault(int(match[1]), {})[match[2]] = value
        elif match := _OF_ACTION.fullmatch(path):
            holders[int(match[1])] = value
        elif match := _OF_BODY.fullmatch(path):
            of_body[match[1]] = filled(getattr(body, match[1]), value)
        elif not path.startswith(_PORTFOLIO):
            of_application[path] = value
    if of_towns:
        of_body["memberships"] = _told_of_towns(
            body.memberships, of_towns, {} if made is None else made
        )
    if plan is not None and holders:
        of_application["plan"] = ActionPlan(
            evolve(action, planned_by=holders.get(index, action.planned_by))
            for index, action in enumerate(plan.actions)
        )
    if of_body:
        of_application["regieverband"] = evolve(body, **of_body)
    return evolve(application, **of_application)


def _told_of_towns(
    memberships: tuple[Membership, ...], told: Mapping[int, Mapping[str, Any]], made: Made
) -> Iterator[Membership]:
    regions = {
        memberships[index].municipality.nis_code: facts[_REGION]
        for index, facts in told.items()
        if _REGION in facts
    }
    for index, membership in enumerate(memberships):
        facts = dict(told.get(index, {}))
        if membership.municipality.nis_code in regions:
            facts[_REGION] = regions[membership.municipality.nis_code]
        key = index, tuple(facts.items())
        if key not in made:
            made[key] = _with_town(membership, facts)
        yield made[key]


def _with_town(membership: Membership, facts: Facts) -> Membership:
    town = membership.municipality
    known: dict[str, Any] = {
        name: filled(getattr(town, name), value) for name, value in facts.items()
    }
    return evolve(membership, municipality=evolve(town, **known)) if known else membership


def completed_portfolio(portfolio: Portfolio, facts: Facts) -> Portfolio:
    """The portfolio with these facts of it (*aangevulde dossiers*)."""
    applications, complete = list(portfolio.applications), portfolio.complete
    for path, value in facts.items():
        if match := _OF_OTHER.fullmatch(path):
            other = applications[int(match[1])]
            body = evolve(other.regieverband, recognised_on=value)
            applications[int(match[1])] = evolve(other, regieverband=body)
        elif path == "portfolio.complete":
            complete = True
            if isinstance(value, Application):
                applications.append(value)
    return Portfolio(applications, complete=complete)
