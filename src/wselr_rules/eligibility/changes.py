"""Changes (*wijzigingen*) of an application, or of another one: what they have in common.

A change knows what it does to an application and its portfolio on a day, and how it is told.
It knows no rule, and not whether it helps: that is for ``remedies``. Which there are stands in
``member_changes`` and ``applicant_changes``; to wait is one too.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeAlias

from attrs import evolve, field, frozen

from wselr_rules.checks import a_day
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.provenance import Provenances
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.eligibility.remedies_messages import MESSAGES_OF_CHANGES
from wselr_rules.eligibility.words import say
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.render.language import Language
from wselr_rules.render.shown import ShownByFields

__all__ = [
    "Change",
    "Changed",
    "TouchesNobody",
    "WaitUntil",
    "apply_all",
    "in_words",
    "untold",
    "with_application",
    "with_regieverband",
]

#: An application and its portfolio after a change.
Changed: TypeAlias = tuple[Application, Portfolio]


class Change(Protocol):
    """A change (*wijziging*): what it does, what it touches and how it is told."""

    def apply(self, application: Application, portfolio: Portfolio, on: date) -> Changed:
        """The application and the portfolio with this change, from ``on`` on (*toepassen*)."""
        ...

    @property
    def touched(self) -> tuple[int, int]:
        """How many municipalities it touches, with how many inhabitants (*wat ze raakt*)."""
        ...

    def told(self, regieverband: str) -> tuple[str, dict[str, object]]:
        """Key and arguments of its sentence (*bewoording*), for a regieverband of this name."""
        ...


def apply_all(
    changes: Iterable[Change], application: Application, portfolio: Portfolio, on: date
) -> Changed:
    """The application and the portfolio with all these changes, one by one (*toepassen*)."""
    for change in changes:
        application, portfolio = change.apply(application, portfolio, on)
    return application, portfolio


def in_words(change: Change, regieverband: str, language: Language) -> str:
    """A change of a regieverband of this name in a clause (*in woorden*)."""
    message, arguments = change.told(regieverband)
    return say(MESSAGES_OF_CHANGES, message, arguments, language)


def with_application(application: Application, portfolio: Portfolio) -> Changed:
    """A changed application, in the portfolio too if it stood there (*gewijzigde aanvraag*)."""
    if application.id not in portfolio:
        return application, portfolio
    return application, portfolio.with_application(application)


def with_regieverband(
    application: Application, regieverband: RegieVerband, portfolio: Portfolio
) -> Changed:
    """The application of a changed regieverband (*gewijzigd regieverband*), likewise."""
    return with_application(evolve(application, regieverband=regieverband), portfolio)


def untold(known: Provenances, fact: str) -> Provenances:
    """Provenance without that of one fact (*herkomst*): what a change makes has no source."""
    return FrozenMap((each, source) for each, source in known.items() if each != fact)


class TouchesNobody:
    """What changes of which no municipality is the object have in common (*raakt niemand*)."""

    __slots__ = ()

    @property
    def touched(self) -> tuple[int, int]:
        """No municipality, no inhabitants (*niemand*)."""
        return 0, 0


@frozen
class WaitUntil(TouchesNobody, ShownByFields):
    """Nothing changes but the day (*wachten*)."""

    day: date = field(validator=a_day)

    def apply(self, application: Application, portfolio: Portfolio, on: date) -> Changed:
        """Both as they are (*ongewijzigd*)."""
        del on
        return application, portfolio

    def told(self, regieverband: str) -> tuple[str, dict[str, object]]:
        """Until when who waits (*bewoording*)."""
        return "change.wait", {"regieverband": regieverband, "day": self.day}
