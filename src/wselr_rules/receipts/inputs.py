"""What was decided upon (*invoer*): all that a decision or the assessment of a call read.

It knows what ``assess`` and ``assess_call`` are given, as values to keep beside a receipt. What
follows from them it leaves to these two.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from attrs import evolve, field, frozen

from wselr_rules.checks import a_day, instance, instances, or_none, to_frozenset
from wselr_rules.decision import CallAssessment, Decision, assess, assess_call
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.law.call import OpenCall
from wselr_rules.render.shown import ShownByFields
from wselr_rules.wire.documents import HasDocument

__all__ = ["CallInput", "DecisionInput", "Input", "in_order_of_id", "to_approved"]


def in_order_of_id(portfolio: Portfolio) -> Portfolio:
    """The same applications in order of id (*gesorteerd*): their order is no fact."""
    ordered = sorted(portfolio.applications, key=lambda application: application.id)
    return evolve(portfolio, applications=ordered)


@frozen
class DecisionInput(HasDocument, ShownByFields):
    """What is decided upon for one application (*invoer van een beslissing*), as for ``assess``.

    Raises ``WrongType``, and ``AmbiguousApplication`` for a portfolio in which another
    application has this id.
    """

    application: Application = field(validator=instance(Application, "an Application"))
    on: date = field(kw_only=True, validator=a_day)
    call: OpenCall = field(kw_only=True, validator=instance(OpenCall, "an OpenCall"))
    portfolio: Portfolio = field(kw_only=True, validator=instance(Portfolio, "a Portfolio"))

    def __attrs_post_init__(self) -> None:
        self.portfolio.check_own(self.application)

    @property
    def canonical(self) -> DecisionInput:
        """The same facts in the order in which they are hashed (*canonieke volgorde*).

        The portfolio holds the application, which changes nothing, and is in order of id.
        """
        whole = self.portfolio.with_application(self.application)
        return evolve(self, portfolio=in_order_of_id(whole))

    def outcome(self) -> Decision:
        """The decision (*beslissing*); raises what ``assess`` raises."""
        return assess(self.application, on=self.on, call=self.call, portfolio=self.portfolio)


def to_approved(ids: Iterable[str] | None) -> frozenset[str] | None:
    """The approved ids (*goedgekeurde aanvragen*) as a set, or None where not known."""
    return None if ids is None else to_frozenset(ids)


@frozen
class CallInput(HasDocument, ShownByFields):
    """What is decided upon for a whole call (*invoer van een oproep*), as for ``assess_call``.

    ``approved`` is None where it is not known. Raises ``WrongType``.
    """

    portfolio: Portfolio = field(validator=instance(Portfolio, "a Portfolio"))
    on: date = field(kw_only=True, validator=a_day)
    call: OpenCall = field(kw_only=True, validator=instance(OpenCall, "an OpenCall"))
    year: int = field(kw_only=True, validator=instance(int, "a year"))
    approved: frozenset[str] | None = field(
        default=None,
        kw_only=True,
        converter=to_approved,
        validator=or_none(instances(str, "ids of applications or None")),
    )

    @property
    def canonical(self) -> CallInput:
        """The same facts in the order in which they are hashed (*canonieke volgorde*)."""
        return evolve(self, portfolio=in_order_of_id(self.portfolio))

    def outcome(self) -> CallAssessment:
        """The assessment (*beoordeling*); raises what ``assess_call`` raises."""
        return assess_call(
            self.portfolio,
            on=self.on,
            call=self.call,
            year=self.year,
            approved=self.approved,
        )


#: What is decided upon (*invoer*), for one application or for a whole call.
Input: TypeAlias = DecisionInput | CallInput
