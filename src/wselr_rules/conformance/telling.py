"""How cases are told (*vertellen*): a question and the answer to it, in one call each.

An expected answer names what differs from that of an applicant that meets everything; what is
not named stands in the table below. Nothing here asks the library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Final

from attrs import evolve

from wselr_rules.conformance.applicants import QUIET
from wselr_rules.conformance.case import (
    Answer,
    Case,
    EligibilityAnswer,
    EligibilityQuestion,
    FindingOutline,
    Refusal,
)
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OPEN_CALL_2023_2025, OpenCall
from wselr_rules.law.readings import INTERPRETATIONS, Readings

__all__ = [
    "MET",
    "NOT_MET",
    "OF_THREE_TOWNS",
    "UNKNOWN",
    "asked",
    "by_reading",
    "eligible",
    "fits",
    "found",
    "misfits",
    "on_days",
    "pending",
    "read",
    "refused",
    "undecided",
    "with_members",
    "with_people",
]

MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
_WHEN_EXISTING_MUST_FIT = date(2026, 1, 1)
#: Of an existing partnership of 80,000 inhabitants in one region, before it must fit.
_MEETS_ALL: Final = (
    FindingOutline("partnership-form", MET, "partnership-form.met"),
    FindingOutline("enough-members", MET, "enough-members.met", margin=0),
    FindingOutline("enough-inhabitants", MET, "inhabitants.met", margin=20_000),
    FindingOutline("centrumstad-alone", NOT_MET, "centrumstad-alone.not-alone"),
    FindingOutline("reference-region", MET, "region.pending-fits", due=_WHEN_EXISTING_MUST_FIT),
    FindingOutline("one-regieverband", MET, "one-regieverband.met"),
    FindingOutline("plan", MET, "plan.met", margin=0),
    FindingOutline("channel", MET, "channel.met"),
)


# --- answers --------------------------------------------------------------------------------


def found(
    criterion: str,
    verdict: Verdict,
    message: str,
    margin: int | None = None,
    *,
    missing: Iterable[str] = (),
    due: date | None = None,
) -> FindingOutline:
    """The outline of a finding (*bevinding*)."""
    return FindingOutline(criterion, verdict, message, margin, missing=missing, due=due)


def pending(due: date, lies: str = "across") -> FindingOutline:
    """A duty to fit a reference region that is not yet in force (*nog niet afdwingbaar*).

    ``lies`` says how the territory lies now: "fits", "across" or "not-known".
    """
    return found("reference-region", MET, f"region.pending-{lies}", due=due)


def fits(how: str = "met") -> FindingOutline:
    """It fits one reference region, as it must (*ingepast*)."""
    return found("reference-region", MET, f"region.{how}")


def misfits(how: str = "not-met") -> FindingOutline:
    """It does not fit one reference region, as it must (*niet ingepast*)."""
    return found("reference-region", NOT_MET, f"region.{how}")


def with_members(spare: int) -> FindingOutline:
    """Members beyond those that there must be (*aantal leden*), or below zero too few."""
    verdict = MET if spare >= 0 else NOT_MET
    return found("enough-members", verdict, f"enough-members.{verdict.value}", spare)


def with_people(spare: int) -> FindingOutline:
    """Inhabitants beyond 60,000 (*aantal inwoners*), or below zero too few."""
    verdict = MET if spare >= 0 else NOT_MET
    return found("enough-inhabitants", verdict, f"inhabitants.{verdict.value}", spare)


#: Of three towns of 40,000 in an intermunicipal form.
OF_THREE_TOWNS: Final = (with_members(1), with_people(60_000))


def eligible(*others: FindingOutline) -> EligibilityAnswer:
    """Eligible (*ontvankelijk*), with these findings in place of the usual ones."""
    return EligibilityAnswer(MET, (), _with(others))


def refused(*others: FindingOutline) -> EligibilityAnswer:
    """Not eligible (*niet ontvankelijk*), so that nothing is asked any more."""
    return EligibilityAnswer(NOT_MET, (), _with(others))


def undecided(*others: FindingOutline) -> EligibilityAnswer:
    """Undecided (*onbeslist*), waiting for all that these findings wait for."""
    waits_for = (path for each in others for path in each.missing)
    return EligibilityAnswer(UNKNOWN, waits_for, _with(others))


def _with(others: tuple[FindingOutline, ...]) -> Iterator[FindingOutline]:
    named = {each.criterion: each for each in others}
    return (named.get(each.criterion, each) for each in _MEETS_ALL)


# --- cases ----------------------------------------------------------------------------------


def read(*chosen: Enum) -> OpenCall:
    """The call with these readings chosen (*andere lezing*)."""
    readings = Readings()
    for reading in chosen:
        (question,) = (each for each in INTERPRETATIONS if isinstance(reading, type(each.default)))
        readings = question.chosen_otherwise(readings, reading)
    return evolve(OPEN_CALL_2023_2025, readings=readings)


def asked(
    id: str,
    claim: str,
    about: str,
    application: Application,
    expected: Answer | str,
    *,
    on: date = QUIET,
    call: OpenCall = OPEN_CALL_2023_2025,
    others: Iterable[Application] = (),
    complete: bool | None = True,
) -> Case:
    """A case on one application (*één aanvraag*); a text that is expected names an error.

    ``about`` names sentences and interpretations: "S14 I04".
    """
    portfolio = Portfolio((application, *others), complete=complete)
    return Case(
        id.replace(" ", "-"),
        claim,
        [each for each in about.split() if each.startswith("S")],
        [each for each in about.split() if each.startswith("I")],
        EligibilityQuestion(application.id, portfolio, on, call),
        Refusal(expected) if isinstance(expected, str) else expected,
    )


def on_days(
    id: str,
    claim: str,
    about: str,
    application: Application,
    answers: Mapping[date, Answer | str],
    *,
    others: Iterable[Application] = (),
) -> Iterator[Case]:
    """The same asked on several days (*op dagen*), each with its own answer."""
    for on, expected in answers.items():
        of_day = f"On {on.isoformat()}: {claim}"
        yield asked(
            f"{id}/{on.isoformat()}",
            of_day,
            about,
            application,
            expected,
            on=on,
            others=tuple(others),
        )


def by_reading(
    id: str,
    claim: str,
    about: str,
    application: Application,
    answers: Mapping[Enum, Answer | str],
    *,
    on: date = QUIET,
    others: Iterable[Application] = (),
    beside: tuple[Enum, ...] = (),
) -> Iterator[Case]:
    """The same under several readings of one question (*per lezing*), beside those of others."""
    for reading, expected in answers.items():
        yield asked(
            f"{id}/{reading.value}",
            f"Read as {reading.value}: {claim}",
            about,
            application,
            expected,
            on=on,
            call=read(*beside, reading),
            others=tuple(others),
        )
