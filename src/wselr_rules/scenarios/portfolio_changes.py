"""Changes of the applications (*wijzigingen van de dossiers*), one of them or all.

What changes one regieverband from a day on is a change that remedies are made of too: it stands
in ``eligibility`` and is applied here to the application that is named.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, TypeAlias, get_args

from attrs import evolve, field, frozen

from wselr_rules.checks import a_day, an_id, instance, instances, to_tuple
from wselr_rules.domain import flanders
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.changes import in_words
from wselr_rules.eligibility.member_changes import AddMembers, RemoveMember
from wselr_rules.eligibility.words import fact_in_words
from wselr_rules.errors import DuplicateId, MemberOfNone, NoSuchApplication
from wselr_rules.render.language import Language
from wselr_rules.scenarios.scenario_change import ScenarioChange, said

__all__ = [
    "CarryForward",
    "ChangeApplication",
    "ChangeMunicipality",
    "HandIn",
    "OwnChange",
    "Withdraw",
    "own_application",
]

#: A change of an application that needs no other one. Of the other changes to wait is another
#: ``on``, what another application gives up is a change of that one, and inhabitants of nobody in
#: particular cannot be divided by.
OwnChange: TypeAlias = (
    AddActions | AddMembers | ApplyThrough | ChangeForm | ObtainDerogation | RemoveMember
)

_OWN_CHANGES: Final = get_args(OwnChange)
_NO_OTHERS: Final = Portfolio((), complete=None)
_FIGURES: Final = ("inhabitants", "working_age_population", "job_seekers")


def own_application(application_id: str, portfolio: Portfolio) -> Application:
    """The application that a change names (*betrokken aanvraag*), or ``NoSuchApplication``."""
    if application_id not in portfolio:
        raise NoSuchApplication(application_id)
    return portfolio[application_id]


@frozen
class ChangeApplication(ScenarioChange):
    """One application is otherwise from the day ``since`` on (*gewijzigde aanvraag*).

    Raises, when it is applied, ``NoSuchApplication`` and what the change raises: ``NotAMember``
    for one that leaves and is none, ``OverlappingMemberships``, ``NotMunicipalityAlone``.
    """

    application_id: str = field(validator=an_id)
    change: OwnChange = field(validator=instance(_OWN_CHANGES, "a change of an application"))
    since: date = field(kw_only=True, validator=a_day)

    def amended(self, application: Application) -> Application:
        """An application with the change (*gewijzigde aanvraag*), whichever it is."""
        return self.change.apply(application, _NO_OTHERS, self.since)[0]

    def on_portfolio(self, portfolio: Portfolio) -> Portfolio:
        """The applications with this one changed (*gewijzigde dossiers*)."""
        return portfolio.with_application(
            self.amended(own_application(self.application_id, portfolio))
        )

    def text(self, language: Language | str) -> str:
        """What changes from when on (*in woorden*)."""
        chosen = Language(language)
        words = in_words(self.change, self.application_id, chosen)
        dated = said("application", chosen, since=self.since, change=words)
        return said("application-on", chosen, application=self.application_id, change=dated)


@frozen
class ChangeMunicipality(ScenarioChange):
    """Other facts of a municipality (*andere gegevens*), wherever it is a member.

    ``municipality`` takes the place of each member of its code and territory, whole: its counts,
    region and all. A change of one count is an ``attrs.evolve`` of the municipality that is
    known. Raises, when it is applied, ``MemberOfNone``.
    """

    municipality: Municipality = field(validator=instance(Municipality, "a Municipality"))

    def on_portfolio(self, portfolio: Portfolio) -> Portfolio:
        """The applications with these facts of it (*gewijzigde dossiers*)."""
        changed = portfolio
        for application in portfolio:
            body = application.regieverband
            if any(map(self._is_of_it, body.memberships)):
                told = evolve(body, memberships=map(self._told_anew, body.memberships))
                changed = changed.with_application(evolve(application, regieverband=told))
        if changed is portfolio:
            raise MemberOfNone(self.municipality.nis_code, self.municipality.name)
        return changed

    def text(self, language: Language | str) -> str:
        """The counts that it is said to have (*in woorden*)."""
        chosen = Language(language)
        figures = tuple(self._figure(name, chosen) for name in _FIGURES)
        return said("municipality", chosen, municipality=str(self.municipality), figures=figures)

    def _figure(self, name: str, language: Language) -> str:
        number: int | None = getattr(self.municipality, name)
        if number is None:
            fact = fact_in_words(name, self.municipality.name, language)
            return said("figure.not-known", language, fact=fact)
        return said(f"figure.{name}", language, number=number)

    def _is_of_it(self, membership: Membership) -> bool:
        known = membership.municipality
        return (known.nis_code, known.territory) == (
            self.municipality.nis_code,
            self.municipality.territory,
        )

    def _told_anew(self, membership: Membership) -> Membership:
        if not self._is_of_it(membership):
            return membership
        return evolve(membership, municipality=self.municipality)


@frozen
class HandIn(ScenarioChange):
    """One more application is handed in (*extra aanvraag*).

    Raises, when it is applied, ``DuplicateId`` for an id that is known already.
    """

    application: Application = field(validator=instance(Application, "an Application"))

    def on_portfolio(self, portfolio: Portfolio) -> Portfolio:
        """The applications and this one (*gewijzigde dossiers*)."""
        if self.application.id in portfolio:
            raise DuplicateId("application", (self.application.id,))
        return portfolio.with_application(self.application)

    def text(self, language: Language | str) -> str:
        """Who hands in what (*in woorden*)."""
        name, id = self.application.regieverband.name, self.application.id
        return said("hand-in", language, regieverband=name, application=id)


@frozen
class Withdraw(ScenarioChange):
    """An application is withdrawn (*ingetrokken aanvraag*).

    Raises, when it is applied, ``NoSuchApplication``.
    """

    application_id: str = field(validator=an_id)

    def on_portfolio(self, portfolio: Portfolio) -> Portfolio:
        """The applications without it (*gewijzigde dossiers*)."""
        withdrawn = own_application(self.application_id, portfolio)
        return evolve(portfolio, applications=(each for each in portfolio if each is not withdrawn))

    def text(self, language: Language | str) -> str:
        """What is withdrawn (*in woorden*)."""
        return said("withdraw", language, application=self.application_id)


def _municipalities(values: Iterable[Municipality]) -> tuple[Municipality, ...]:
    return to_tuple(values)


@frozen
class CarryForward(ScenarioChange):
    """The mergers of the register up to the day ``on`` are carried out (*fusies*), in all.

    ``successors`` are the municipalities that they bring forth with their counts, as
    ``flanders.carry_forward`` takes them. A merger that the register does not know is told as
    members that leave and one of a new code, with their territory, that joins on the same day.
    Raises, when it is applied, what ``flanders.carry_forward`` does.
    """

    on: date = field(validator=a_day)
    successors: tuple[Municipality, ...] = field(
        default=(), converter=_municipalities, validator=instances(Municipality, "municipalities")
    )

    def on_portfolio(self, portfolio: Portfolio) -> Portfolio:
        """The applications of after the mergers (*gewijzigde dossiers*)."""
        return evolve(portfolio, applications=map(self._carried, portfolio))

    def text(self, language: Language | str) -> str:
        """Up to when they are carried out (*in woorden*)."""
        return said("mergers", language, on=self.on)

    def _carried(self, application: Application) -> Application:
        known = application.regieverband
        carried = flanders.carry_forward(known, self.on, successors=self.successors)
        # What no merger touches stays the same object, which a sweep does not look at again.
        if carried.memberships == known.memberships:
            return application
        return evolve(application, regieverband=carried)
