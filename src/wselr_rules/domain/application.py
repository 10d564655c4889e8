"""Applications (*aanvragen*) and the portfolio of those that are known.

It knows what was handed in, how and when, and whether these are all the applications of the
call. What of it may be approved is for the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from types import NoneType

from attrs import evolve, field, frozen

from wselr_rules.checks import (
    a_day,
    an_id,
    instance,
    instances,
    or_none,
    to_frozenset,
    to_tuple,
    unique_ids,
)
from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.provenance import (
    UNTOLD,
    FactsAmong,
    Provenance,
    Provenances,
    provenances,
)
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.errors import AmbiguousApplication
from wselr_rules.law.terms import SubmissionChannel
from wselr_rules.render.shown import ShownByFields

__all__ = ["Application", "Portfolio"]


def _channels(
    values: Iterable[SubmissionChannel] | None,
) -> frozenset[SubmissionChannel] | None:
    return None if values is None else to_frozenset(values)


def _applications(values: Iterable[Application]) -> tuple[Application, ...]:
    return to_tuple(values)


@frozen
class Application(ShownByFields):
    """An application (*aanvraag*) for the subsidy.

    ``plan`` and ``channels`` are None where they are not known; an empty set of channels is
    known to be none. ``submitted_on`` is read under one reading only (I05).

    Raises ``EmptyId`` or ``WrongType``.
    """

    id: str = field(validator=an_id)
    regieverband: RegieVerband = field(validator=instance(RegieVerband, "a RegieVerband"))
    plan: ActionPlan | None = field(
        validator=instance((ActionPlan, NoneType), "an ActionPlan or None")
    )
    channels: frozenset[SubmissionChannel] | None = field(
        kw_only=True,
        converter=_channels,
        validator=or_none(instances(SubmissionChannel, "SubmissionChannel members or None")),
    )
    submitted_on: date | None = field(default=None, kw_only=True, validator=or_none(a_day))
    #: Where its facts come from, by the name of their field; those of the others are not told.
    provenance: Provenances = field(
        default=UNTOLD,
        kw_only=True,
        converter=provenances,
        validator=FactsAmong(("plan", "channels", "submitted_on")),
    )


@frozen
class Portfolio(ShownByFields):
    """The applications of the call that are known (*dossiers*), and whether that is all of them.

    ``complete`` is True where there are no others, False where there are, and None where that
    is not known. Raises ``DuplicateId`` or ``WrongType``.
    """

    applications: tuple[Application, ...] = field(
        converter=_applications, validator=instances(Application, "applications")
    )
    complete: bool | None = field(
        kw_only=True, validator=instance((bool, NoneType), "True, False or None")
    )
    #: Where it comes from whether these are all; None where that is not told.
    provenance: Provenance | None = field(
        default=None,
        kw_only=True,
        validator=instance((Provenance, NoneType), "a Provenance or None"),
    )

    def __attrs_post_init__(self) -> None:
        unique_ids("application", (application.id for application in self.applications))

    def __iter__(self) -> Iterator[Application]:
        return iter(self.applications)

    def __contains__(self, application_id: object) -> bool:
        return any(application.id == application_id for application in self.applications)

    def check_own(self, application: Application) -> None:
        """Refuse an application that is not the known one of its id (*dubbelzinnig*).

        Raises ``AmbiguousApplication``; one of an id that is not known is another one.
        """
        if application.id in self and self[application.id] != application:
            raise AmbiguousApplication(application.id)

    def with_application(self, application: Application) -> Portfolio:
        """The same with this application in place of the one with its id (*vervangen*).

        One of a new id comes last.
        """
        if application.id not in self:
            return evolve(self, applications=(*self.applications, application))
        return evolve(
            self,
            applications=(
                application if each.id == application.id else each for each in self.applications
            ),
        )

    def __getitem__(self, application_id: str) -> Application:
        """One application by its id; ``KeyError`` if it is none of these."""
        for application in self.applications:
            if application.id == application_id:
                return application
        raise KeyError(application_id)
