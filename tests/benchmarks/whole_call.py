"""A whole call of 39 applications over the 300 municipalities of 2024, with made-up counts."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from random import Random

from attrs import evolve

from wselr_rules import (
    OPEN_CALL_2023_2025,
    Action,
    ActionPlan,
    Application,
    LegalForm,
    PolicyPriority,
    Portfolio,
    RegieVerband,
    SubmissionChannel,
    flanders,
)

ON = date(2024, 6, 30)
CALL = OPEN_CALL_2023_2025
YEAR = 2024
NUMBER = 39
FOUNDED = date(2020, 1, 1)
PLAN = ActionPlan(
    Action(f"{each.value}-{year}", each, {year})
    for each in PolicyPriority
    for year in CALL.plan_years
)


def portfolio():
    """Return the call: neighbours in order of region and code, in groups of seven or eight."""
    chance = Random(39)  # noqa: S311 -- for variety, not for secrets
    towns = [_counted(each, chance) for each in flanders.municipalities(on=ON)]
    towns.sort(key=lambda each: (each.region_on(ON).value, each.nis_code))
    cuts = [len(towns) * place // NUMBER for place in range(NUMBER + 1)]
    return Portfolio(
        [
            _application(place, towns[start:end])
            for place, (start, end) in enumerate(pairwise(cuts))
        ],
        complete=True,
    )


def _counted(town, chance):
    people = chance.randrange(6_000, 30_000)
    return evolve(
        town,
        inhabitants=people,
        working_age_population=people * 62 // 100,
        job_seekers=people * chance.randrange(2, 7) // 100,
    )


def _application(place, towns):
    body = RegieVerband.of(
        f"body-{place:02}",
        f"Regie {place}",
        LegalForm.INTERLOCAL_ASSOCIATION,
        towns,
        since=FOUNDED,
        recognised_on=FOUNDED,
        derogations=[],
    )
    return Application(f"call-{place:02}", body, PLAN, channels=[SubmissionChannel.PLATOS])
