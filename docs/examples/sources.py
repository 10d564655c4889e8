"""Where the facts of the example come from (*herkomst*), as the library shows it.

The figures and the lists of members each have a source, a day and a confidence; what is assumed
says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from applicants import Applicant
from attrs import evolve

from wselr_rules import (
    Application,
    Confidence,
    Membership,
    Municipality,
    Portfolio,
    Provenance,
    RegieVerband,
)

__all__ = ["FIGURES_OF", "with_sources"]

#: The day of the figures of inhabitants.
FIGURES_OF = date(2025, 1, 1)
_STATBEL = Provenance("Statbel", FIGURES_OF, confidence=Confidence.HIGH)


def with_sources(portfolio: Portfolio, applicants: Mapping[str, Applicant]) -> Portfolio:
    """Tell of each application where its members and their figures come from."""
    return evolve(
        portfolio,
        applications=tuple(
            _application(each, applicants[each.id]) for each in portfolio.applications
        ),
    )


def _application(application: Application, applicant: Applicant) -> Application:
    listed = Provenance(
        ", ".join(applicant.sources),
        confidence=Confidence(applicant.confidence),
        note=applicant.note,
    )
    body = application.regieverband
    return evolve(application, regieverband=_regieverband(body, listed))


def _regieverband(body: RegieVerband, listed: Provenance) -> RegieVerband:
    return evolve(body, memberships=tuple(_membership(each, listed) for each in body.memberships))


def _membership(membership: Membership, listed: Provenance) -> Membership:
    counted = _counted(membership.municipality)
    return evolve(membership, municipality=counted, provenance=listed)


def _counted(municipality: Municipality) -> Municipality:
    if municipality.inhabitants is None:
        return municipality
    return evolve(municipality, provenance={"inhabitants": _STATBEL})
