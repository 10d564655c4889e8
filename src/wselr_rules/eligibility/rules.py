"""The rules of the call (*regels*) in one table, and what they make together: ``ELIGIBLE``.

Each row binds a plain function to the sentences it encodes, to the events by which its answer can
change, and to the readings that its finding rests on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from wselr_rules.domain.application import Application
from wselr_rules.domain.history import History
from wselr_rules.domain.regieverband import NEVER, Never
from wselr_rules.eligibility.agenda import (
    applicant_events,
    exclusivity_events,
    no_events,
    plan_events,
    region_events,
)
from wselr_rules.eligibility.applicants import (
    has_enough_inhabitants,
    has_enough_members,
    has_partnership_form,
    is_centrumstad_alone,
    readings_on_inhabitants,
    readings_on_members,
    verdict_on_form,
    verdict_on_inhabitants,
    verdict_on_members,
)
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion, all_of, any_of
from wselr_rules.eligibility.exclusivity import (
    belongs_to_one_regieverband,
    readings_on_claims,
    verdict_on_claims,
)
from wselr_rules.eligibility.region import fits_reference_region, verdict_on_region
from wselr_rules.eligibility.region_readings import readings_on_region
from wselr_rules.eligibility.submission import (
    came_through_accepted_channel,
    covers_every_priority,
    readings_on_plan,
    verdict_on_channel,
    verdict_on_plan,
)
from wselr_rules.law.readings import DoubleClaim
from wselr_rules.law.terms import LegalForm

__all__ = [
    "CENTRUMSTAD_ALONE",
    "CHANNEL",
    "ELIGIBLE",
    "ENOUGH_INHABITANTS",
    "ENOUGH_MEMBERS",
    "ONE_REGIEVERBAND",
    "PARTNERSHIP_FORM",
    "PLAN",
    "REFERENCE_REGION",
    "RULES",
]

PARTNERSHIP_FORM = Criterion(
    "partnership-form",
    has_partnership_form,
    sentences=("S09", "S10"),
    decides=verdict_on_form,
    dates=applicant_events,
    reads=("legal_form",),
)
ENOUGH_MEMBERS = Criterion(
    "enough-members",
    has_enough_members,
    sentences=("S09",),
    decides=verdict_on_members,
    dates=applicant_events,
    rests_on=readings_on_members,
    reads=("legal_form", "membership"),
)
ENOUGH_INHABITANTS = Criterion(
    "enough-inhabitants",
    has_enough_inhabitants,
    sentences=("S09",),
    decides=verdict_on_inhabitants,
    dates=applicant_events,
    rests_on=readings_on_inhabitants,
    reads=("inhabitants", "is_centrumstad", "membership"),
)
CENTRUMSTAD_ALONE = Criterion(
    "centrumstad-alone",
    is_centrumstad_alone,
    sentences=("S10", "S11"),
    dates=applicant_events,
    reads=("is_centrumstad", "legal_form", "membership"),
)
REFERENCE_REGION = Criterion(
    "reference-region",
    fits_reference_region,
    sentences=("S13", "S14", "S15", "S16"),
    decides=verdict_on_region,
    dates=region_events,
    rests_on=readings_on_region,
    reads=(
        "derogations",
        "legal_form",
        "membership",
        "past_membership",
        "recognised_on",
        "reference_region",
        "submitted_on",
    ),
)
ONE_REGIEVERBAND = Criterion(
    "one-regieverband",
    belongs_to_one_regieverband,
    sentences=("S12",),
    decides=verdict_on_claims,
    dates=exclusivity_events,
    rests_on=readings_on_claims,
    reads=("claim", "complete", "membership", "recognised_on"),
)
PLAN = Criterion(
    "plan",
    covers_every_priority,
    sentences=("S08",),
    decides=verdict_on_plan,
    dates=plan_events,
    rests_on=readings_on_plan,
    reads=("plan",),
)
CHANNEL = Criterion(
    "channel",
    came_through_accepted_channel,
    sentences=("S21",),
    decides=verdict_on_channel,
    dates=no_events,
    reads=("channels",),
)

#: The rules of the call, one row each.
RULES: tuple[Criterion, ...] = (
    PARTNERSHIP_FORM,
    ENOUGH_MEMBERS,
    ENOUGH_INHABITANTS,
    CENTRUMSTAD_ALONE,
    REFERENCE_REGION,
    ONE_REGIEVERBAND,
    PLAN,
    CHANNEL,
)


def _shared_unknowns(application: Application, context: Context) -> Iterator[Application]:
    """Every way in which what more than one rule reads can turn out, where it is not known.

    Each part may be undecided for itself and yet no way exists to meet all of them, because
    they need the same fact to be different things.
    """
    for form in _possible_forms(application, context):
        for recognised_on in _possible_recognitions(application, context):
            regieverband = evolve(
                application.regieverband, legal_form=form, recognised_on=recognised_on
            )
            yield evolve(application, regieverband=regieverband)


def _possible_forms(
    application: Application, context: Context
) -> Iterator[LegalForm | History[LegalForm | None] | None]:
    """The legal form on the assessed day, one way each; before and after it stays unknown."""
    regieverband = application.regieverband
    known = regieverband.legal_form
    if regieverband.legal_form_on(context.on) is not None:
        yield known
        return
    over_time = known if isinstance(known, History) else History[LegalForm | None](None)
    is_one = len(regieverband.members_on(context.on)) == 1
    for form in LegalForm:
        if form is not LegalForm.MUNICIPALITY or is_one:
            yield over_time.with_value_on(context.on, form)


def _possible_recognitions(
    application: Application, context: Context
) -> Iterator[date | Never | None]:
    """The day of recognition where two rules read it (I07): each place among the known days."""
    regieverband = application.regieverband
    is_shared = context.call.readings.double_claim is DoubleClaim.FIRST_RECOGNISED
    if regieverband.recognised_on is not None or not is_shared:
        yield regieverband.recognised_on
        return
    yield NEVER
    others = (other.regieverband.recognised_on for other in context.portfolio.applications)
    known = {day for day in others if isinstance(day, date)}
    turns = {context.call.existing_before, context.on, *known, *regieverband.dates}
    ordinals = {day.toordinal() + shift for day in turns for shift in (-1, 0, 1)}
    for ordinal in sorted(ordinals - {date.min.toordinal() - 1, date.max.toordinal() + 1}):
        yield date.fromordinal(ordinal)


#: May this application be approved? A partnership or a centrumstad alone, that fits its
#: reference region in time, is the only one to claim its territory, has an action for every
#: priority in every plan year, and came through an accepted channel.
ELIGIBLE = all_of(
    any_of(
        all_of(PARTNERSHIP_FORM, ENOUGH_MEMBERS, ENOUGH_INHABITANTS, id="partnership"),
        CENTRUMSTAD_ALONE,
        id="applicant",
    ),
    REFERENCE_REGION,
    ONE_REGIEVERBAND,
    PLAN,
    CHANNEL,
    id="eligible",
    cases=_shared_unknowns,
)
