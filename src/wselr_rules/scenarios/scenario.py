"""Scenarios (*scenario's*): a call, its applications, and what is otherwise than known.

It holds the values and applies the changes. What comes of them is for ``running``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from attrs import evolve, field, frozen

from wselr_rules.checks import an_id, instance, instances, or_none, to_tuple
from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.words import say
from wselr_rules.law.call import OpenCall
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language
from wselr_rules.render.told import ToldAsTree
from wselr_rules.render.tree import Node
from wselr_rules.scenarios.call_changes import (
    ChangeBudget,
    ChangeCall,
    ChangeKeys,
    ChangeReadings,
)
from wselr_rules.scenarios.portfolio_changes import (
    CarryForward,
    ChangeApplication,
    ChangeMunicipality,
    HandIn,
    Withdraw,
)
from wselr_rules.scenarios.scenario_change import ScenarioChange, said
from wselr_rules.scenarios.scenario_messages import MESSAGES_OF_SCENARIOS

__all__ = ["AnyScenarioChange", "Scenario"]

#: A document of a scenario says of each change which of these it is.
AnyScenarioChange: TypeAlias = (
    CarryForward
    | ChangeApplication
    | ChangeBudget
    | ChangeCall
    | ChangeKeys
    | ChangeMunicipality
    | ChangeReadings
    | HandIn
    | Withdraw
)


def _to_changes(values: Iterable[AnyScenarioChange]) -> tuple[AnyScenarioChange, ...]:
    return to_tuple(values)


def _to_ids(values: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if values is None else to_tuple(values)


@frozen
class Scenario(ToldAsTree):
    """A call and its applications with named changes (*scenario*), applied in their order.

    ``approved`` names the approved applications, for the reading of I15 that reads them; None
    where they are not known. Raises ``EmptyId`` or ``WrongType``; that a change does not fit is
    told when it is applied.
    """

    name: str = field(validator=an_id)
    call: OpenCall = field(kw_only=True, validator=instance(OpenCall, "an OpenCall"))
    portfolio: Portfolio = field(kw_only=True, validator=instance(Portfolio, "a Portfolio"))
    changes: tuple[AnyScenarioChange, ...] = field(
        default=(),
        kw_only=True,
        converter=_to_changes,
        validator=instances(ScenarioChange, "changes of a scenario"),
    )
    approved: tuple[str, ...] | None = field(
        default=None, kw_only=True, converter=_to_ids, validator=or_none(instances(str, "ids"))
    )

    def applied(self) -> Scenario:
        """The same scenario with its changes made and none left to make (*toegepast*).

        Raises what its changes raise.
        """
        call, portfolio = self.call, self.portfolio
        for change in self.changes:
            call, portfolio = change.on_call(call), change.on_portfolio(portfolio)
        return evolve(self, call=call, portfolio=portfolio, changes=())

    def node(self, language: Language | str, audience: Audience = Audience.FILE) -> Node:
        """Its name and what is otherwise in it (*boom*), alike for everybody."""
        del audience
        chosen = Language(language)
        key = "scenario" if self.changes or self.approved is not None else "scenario.unchanged"
        told = [change.text(chosen) for change in self.changes]
        if self.approved:
            told.append(said("approved", chosen, applications=self.approved))
        elif self.approved is not None:
            told.append(said("approved-none", chosen))
        root = say(MESSAGES_OF_SCENARIOS, key, {"name": self.name}, chosen)
        return Node(None, root, tuple(Node(None, each) for each in told))
