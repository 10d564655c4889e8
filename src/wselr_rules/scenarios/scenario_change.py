"""A change of a scenario (*wijziging van een scenario*): what all of them have in common.

It changes the call or the applications, or leaves them. Which there are stands in
``call_changes`` and ``portfolio_changes``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.words import say
from wselr_rules.law.call import OpenCall
from wselr_rules.render.language import Language
from wselr_rules.render.shown import ShownInWords
from wselr_rules.scenarios.scenario_messages import MESSAGES_OF_SCENARIOS

__all__ = ["ScenarioChange", "said"]


class ScenarioChange(ShownInWords, ABC):
    """What is otherwise in a scenario (*wijziging*), as a value."""

    __slots__ = ()

    def on_call(self, call: OpenCall) -> OpenCall:
        """The call with this change (*gewijzigde oproep*); as it is, unless it changes the call."""
        return call

    def on_portfolio(self, portfolio: Portfolio) -> Portfolio:
        """The applications with this change (*gewijzigde dossiers*); as they are, likewise."""
        return portfolio

    @abstractmethod
    def text(self, language: Language | str) -> str:
        """What is otherwise, in a clause (*in woorden*)."""

    def __str__(self) -> str:
        return self.text(Language.EN)


def said(message: str, language: Language | str, **arguments: object) -> str:
    """A clause on a scenario in words (*in woorden*)."""
    return say(MESSAGES_OF_SCENARIOS, f"scenario.{message}", arguments, Language(language))
