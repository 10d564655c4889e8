"""Known facts (*bekende gegevens*) of an application on a day, and where each comes from.

It knows at which place in an application each fact stands, as findings name it, and how its value
is written: as ``wire`` writes it, with its type. Facts of other applications it does not look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Final

from attrs import frozen

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Application
from wselr_rules.domain.membership import Derogation
from wselr_rules.domain.provenance import Provenance
from wselr_rules.domain.territory import Municipality
from wselr_rules.linked_data.context import typed
from wselr_rules.linked_data.terms import TermKind

__all__ = ["KnownFact", "known_facts"]

#: The value of what is known not to be there, which is not the same as not known.
_NONE: Final = "none"


@frozen
class KnownFact:
    """A fact that is known (*bekend gegeven*).

    ``fact`` names the field and ``path`` its place, as in a ``Missing`` fact; ``nis_code`` is of
    the municipality that it is a fact of, None where it is one of the applicant.
    """

    fact: str
    path: str
    nis_code: str | None
    #: As JSON-LD has them, at least one.
    values: tuple[object, ...]
    provenance: Provenance | None


def known_facts(application: Application, on: date) -> Iterator[KnownFact]:
    """What is known of an application on a day (*bekende gegevens*), in order of its fields."""
    body = application.regieverband
    own = {
        "plan": _planned(application.plan),
        "channels": _each(application.channels),
        "submitted_on": _one(application.submitted_on),
    }
    of_body = {
        "legal_form": _one(body.legal_form_on(on)),
        "recognised_on": _one(body.recognised_on),
        "derogations": _granted(body.derogations),
    }
    for index, membership in enumerate(body.memberships):
        if membership.holds_on(on):
            town, path = membership.municipality, f"regieverband.memberships[{index}]"
            code = town.nis_code
            yield KnownFact("membership", path, code, _one(code), membership.provenance)
            for fact, values in _of_member(town, on).items():
                place = f"{path}.municipality.{fact}"
                yield KnownFact(fact, place, code, values, town.provenance.get(fact))
    for fact, values in of_body.items():
        if values:
            place = f"regieverband.{fact}"
            yield KnownFact(fact, place, None, values, body.provenance.get(fact))
    for fact, values in own.items():
        if values:
            yield KnownFact(fact, fact, None, values, application.provenance.get(fact))


def _of_member(town: Municipality, on: date) -> dict[str, tuple[object, ...]]:
    told = {
        "reference_region": _one(town.region_on(on)),
        "is_centrumstad": _one(town.is_centrumstad),
        "inhabitants": _one(town.inhabitants),
        "working_age_population": _one(town.working_age_population),
        "job_seekers": _one(town.job_seekers),
    }
    return {fact: values for fact, values in told.items() if values}


def _planned(plan: ActionPlan | None) -> tuple[object, ...]:
    """Each code and year with an action; what else an action is does not stand here."""
    if plan is None:
        return ()
    cells = {
        f"{each.code.value if isinstance(each.code, Enum) else each.code}/{year}"
        for each in plan.actions
        for year in each.years
    }
    return tuple(sorted(cells)) or (_NONE,)


def _granted(derogations: tuple[Derogation, ...] | None) -> tuple[object, ...]:
    """Each deviation as two days with a bar between; two dots where no end is set."""
    if derogations is None:
        return ()
    periods = (
        f"{each.since.isoformat()}/{'..' if each.until is None else each.until.isoformat()}"
        for each in derogations
    )
    return tuple(dict.fromkeys(periods)) or (_NONE,)


def _each(members: Iterable[Enum] | None) -> tuple[object, ...]:
    if members is None:
        return ()
    return tuple(sorted(str(each.value) for each in members)) or (_NONE,)


def _one(value: bool | int | str | date | Enum | None) -> tuple[object, ...]:  # noqa: FBT001
    """A single value with its type, or nothing where it is not known."""
    match value:
        case None:
            return ()
        case bool():
            return (typed(TermKind.TRUTH, "true" if value else "false"),)
        case int():
            return (typed(TermKind.WHOLE, str(value)),)
        case date():
            return (typed(TermKind.DATE, value.isoformat()),)
        case Enum():
            return (str(value.value),)
        case _:
            return (value,)
