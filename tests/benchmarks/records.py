"""The records that every engine is asked about: made-up applications with ten members each.

They are as varied as the six rules: of most of them everything is in order, and each rule fails
some. All that a rule reads is known, since most engines have no word for what is not.
"""

from __future__ import annotations

from datetime import date
from random import Random

from attrs import frozen

from wselr_rules import (
    ELIGIBLE,
    NEVER,
    OPEN_CALL_2023_2025,
    Action,
    ActionPlan,
    Application,
    Context,
    Derogation,
    LegalForm,
    Membership,
    Municipality,
    PolicyPriority,
    Portfolio,
    ReferenceRegion,
    RegieVerband,
    SubmissionChannel,
    Verdict,
)

ON = date(2025, 6, 30)
CALL = OPEN_CALL_2023_2025
MEMBERS = 10
FOUNDED = date(2020, 1, 1)
REGIONS = tuple(ReferenceRegion)[:-1]
FORMS = tuple(form for form in LegalForm if form is not LegalForm.MUNICIPALITY)


@frozen
class Records:
    """Applications with their context, who claims how often, and the verdicts of the library."""

    applications: tuple[Application, ...]
    context: Context
    #: How many applications have a member with this ground on the day.
    claims: dict[str, int]
    #: In the order of the applications.
    eligible: tuple[bool, ...]


def records(number):
    """Return so many records, the same for the same number."""
    chance = Random(2025)  # noqa: S311 -- for variety, not for secrets
    applications = [_application(place, chance) for place in range(number)]
    portfolio = Portfolio(applications, complete=True)
    context = Context(ON, call=CALL, portfolio=portfolio)
    claims = {}
    for application in applications:
        for code in application.regieverband.territory_on(ON):
            claims[code] = claims.get(code, 0) + 1
    verdicts = [ELIGIBLE.verdict(each, context) for each in applications]
    if Verdict.UNKNOWN in verdicts:
        raise ValueError("a record is undecided, which no other engine can be")
    eligible = tuple(verdict is Verdict.MET for verdict in verdicts)
    return Records(tuple(applications), context, claims, eligible)


def _application(place, chance):
    def once_in(number):
        return chance.randrange(number) == 0

    region = chance.choice(REGIONS)
    alone = once_in(20)
    members = [_town(place, each, region, chance) for each in range(1 if alone else MEMBERS)]
    memberships = [Membership(each, _joined(chance), None) for each in members]
    form = LegalForm.MUNICIPALITY if alone else chance.choice(FORMS[:5])
    body = RegieVerband(
        f"body-{place}",
        f"Regie {place}",
        LegalForm.OTHER if once_in(25) and not alone else form,
        memberships,
        recognised_on=NEVER if once_in(10) else FOUNDED,
        derogations=[Derogation(date(2024, 1, 1))] if once_in(8) else [],
    )
    actions = [
        Action(f"{each.value}-{year}", each, {year})
        for each in PolicyPriority
        for year in CALL.plan_years
        if not once_in(200)
    ]
    plan = ActionPlan([*actions, Action("own", "0984-02", CALL.plan_years)])
    channels = [] if once_in(30) else [SubmissionChannel.PLATOS]
    return Application(f"record-{place:05}", body, plan, channels=channels)


def _town(place, number, region, chance):
    # Some towns are those of the record before, so that two claim them.
    owner = place - 1 if place and number == 0 and chance.randrange(25) == 0 else place
    people = chance.randrange(4_000, 14_000)
    return Municipality(
        f"{80_000 + (owner % 1_000) * MEMBERS + number}",
        f"Stad {owner}-{number}",
        reference_region=chance.choice(REGIONS) if chance.randrange(150) == 0 else region,
        is_centrumstad=chance.randrange(30) == 0 or number == place % 20 == 0,
        inhabitants=people,
        working_age_population=people * 62 // 100,
        job_seekers=people * 4 // 100,
    )


def _joined(chance):
    return date(2024, 3, 1) if chance.randrange(60) == 0 else FOUNDED
