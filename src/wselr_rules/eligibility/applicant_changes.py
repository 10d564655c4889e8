"""Changes of the applicant and of what it hands in (*wijzigingen van de aanvrager*).

Its legal form, a deviation that it is granted, its plan and its channel. What is not known of
these and can only grow is afterwards at least what the change adds.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count

from attrs import Attribute, evolve, field, frozen

from wselr_rules.checks import a_day, instance, is_count, or_none, to_frozenset
from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.history import DAY, History, value_on
from wselr_rules.domain.membership import Derogation
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.changes import (
    Changed,
    TouchesNobody,
    untold,
    with_application,
    with_regieverband,
)
from wselr_rules.errors import WrongValue
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel
from wselr_rules.render.shown import ShownByFields

__all__ = ["AddActions", "ApplyThrough", "ChangeForm", "ObtainDerogation"]


@frozen
class ChangeForm(TouchesNobody, ShownByFields):
    """The applicant takes another legal form (*andere rechtsvorm*), for good."""

    form: LegalForm = field(validator=instance(LegalForm, "a LegalForm"))

    def apply(self, application: Application, portfolio: Portfolio, on: date) -> Changed:
        """With this form from then on, whatever was foreseen for later (*toepassen*).

        Raises ``NotMunicipalityAlone`` for the form of a municipality with several members.
        """
        known = application.regieverband
        changed = evolve(
            known,
            legal_form=_from(on, known.legal_form, self.form),
            provenance=untold(known.provenance, "legal_form"),
        )
        return with_regieverband(application, changed, portfolio)

    def told(self, regieverband: str) -> tuple[str, dict[str, object]]:
        """Which form it takes (*bewoording*)."""
        if self.form is LegalForm.MUNICIPALITY:
            return "change.form-alone", {"regieverband": regieverband}
        return "change.form", {"regieverband": regieverband, "form": self.form}


def _from(
    on: date, known: LegalForm | History[LegalForm | None] | None, form: LegalForm
) -> History[LegalForm | None]:
    over_time = known if isinstance(known, History) else History[LegalForm | None](known)
    earlier = tuple(change for change in over_time.changes if change[0] < on)
    is_new = value_on(known, on - DAY) is not form
    return History(over_time.initial, (*earlier, (on, form)) if is_new else earlier)


@frozen
class ObtainDerogation(TouchesNobody, ShownByFields):
    """A deviation from the region rule is granted (*afwijking*), without an end."""

    since: date = field(validator=a_day)

    def apply(self, application: Application, portfolio: Portfolio, on: date) -> Changed:
        """With this deviation beside those that are known (*toepassen*)."""
        del on
        known = application.regieverband
        changed = evolve(
            known,
            derogations=(*(known.derogations or ()), Derogation(self.since)),
            provenance=untold(known.provenance, "derogations"),
        )
        return with_regieverband(application, changed, portfolio)

    def told(self, regieverband: str) -> tuple[str, dict[str, object]]:
        """Who may deviate since when (*bewoording*)."""
        return "change.derogation", {"regieverband": regieverband, "since": self.since}


def _years(values: Iterable[int]) -> frozenset[int]:
    return to_frozenset(values)


def _at_least_one(owner: AddActions, attribute: Attribute[int], value: object) -> None:
    del owner, attribute
    if not is_count(value) or value == 0:
        raise WrongValue("AddActions.number", "a whole number of at least 1", value)


@frozen
class AddActions(TouchesNobody, ShownByFields):
    """The plan gets so many actions (*bijkomende acties*) under a priority, over these years.

    ``planned_by`` is the municipality in whose plan they stand, where that matters (I14); None
    where it is not known. One without a name stands for each new member.
    """

    priority: PolicyPriority = field(validator=instance(PolicyPriority, "a PolicyPriority"))
    years: frozenset[int] = field(converter=_years)
    number: int = field(default=1, validator=_at_least_one, kw_only=True)
    planned_by: Municipality | None = field(
        default=None, validator=or_none(instance(Municipality, "a Municipality")), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        # One action refuses what any of them would, however many there are.
        self._action("1")

    def apply(self, application: Application, portfolio: Portfolio, on: date) -> Changed:
        """With these actions beside those that are known (*toepassen*)."""
        del on
        known = () if application.plan is None else application.plan.actions
        changed = evolve(
            application,
            plan=ActionPlan((*known, *self._actions(known))),
            provenance=untold(application.provenance, "plan"),
        )
        return with_application(changed, portfolio)

    def told(self, regieverband: str) -> tuple[str, dict[str, object]]:
        """How many actions, under which code and for when (*bewoording*)."""
        del regieverband
        known: dict[str, object] = {
            "number": self.number,
            "code": self.priority.value,
            "years": tuple(sorted(self.years)),
        }
        if self.planned_by is None:
            return "change.actions", known
        if not self.planned_by.name:
            return "change.actions-of-new-member", known
        return "change.actions-of-member", {**known, "holder": self.planned_by.name}

    def _actions(self, known: tuple[Action, ...]) -> tuple[Action, ...]:
        taken = {action.id for action in known}
        free = (name for name in map(str, count(1)) if name not in taken)
        return tuple(self._action(next(free)) for _ in range(self.number))

    def _action(self, id: str) -> Action:
        holder = None if self.planned_by is None else self.planned_by.nis_code
        return Action(id, self.priority, self.years, planned_by=holder)


@frozen
class ApplyThrough(TouchesNobody, ShownByFields):
    """The application comes through this channel too (*indieningskanaal*)."""

    channel: SubmissionChannel = field(validator=instance(SubmissionChannel, "a SubmissionChannel"))

    def apply(self, application: Application, portfolio: Portfolio, on: date) -> Changed:
        """With this channel beside those that are known (*toepassen*)."""
        del on
        changed = evolve(
            application,
            channels={self.channel, *(application.channels or ())},
            provenance=untold(application.provenance, "channels"),
        )
        return with_application(changed, portfolio)

    def told(self, regieverband: str) -> tuple[str, dict[str, object]]:
        """Who hands it in through what (*bewoording*)."""
        return "change.channel", {"regieverband": regieverband, "channel": self.channel}
