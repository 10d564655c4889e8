"""The document that is read and written: an application of 66 objects and eleven kilobytes."""

from __future__ import annotations

from datetime import date
from random import Random

from wselr_rules import (
    Action,
    ActionPlan,
    Application,
    Derogation,
    LegalForm,
    Membership,
    Municipality,
    PolicyPriority,
    ReferenceRegion,
    RegieVerband,
    SubmissionChannel,
)

MEMBERS = 21
#: With the application, the regieverband, its plan and a deviation: 66 objects.
ACTIONS = 20


def application():
    """Return the application."""
    chance = Random(66)  # noqa: S311 -- for variety, not for secrets
    memberships = [_membership(place, chance) for place in range(MEMBERS)]
    body = RegieVerband(
        "regie-1",
        "Regie van de benchmark",
        LegalForm.INTERLOCAL_ASSOCIATION,
        memberships,
        recognised_on=date(2020, 2, 29),
        derogations=[Derogation(date(2024, 1, 1))],
    )
    priorities = tuple(PolicyPriority)
    actions = [
        Action(
            f"actie-{place}",
            priorities[place % len(priorities)],
            {2023, 2024, 2025},
            "Een actie met een titel van enkele woorden, zoals er in een meerjarenplan staan",
            planned_by=f"{80_000 + place}",
        )
        for place in range(ACTIONS)
    ]
    channels = [SubmissionChannel.PLATOS]
    return Application("aanvraag-1", body, ActionPlan(actions), channels=channels)


def _membership(place, chance):
    people = chance.randrange(5_000, 60_000)
    town = Municipality(
        f"{80_000 + place}",
        f"Gemeente met nummer {place}",
        reference_region=ReferenceRegion.REGIO_GENT,
        is_centrumstad=False,
        inhabitants=people,
        working_age_population=people * 62 // 100,
        job_seekers=people * 4 // 100,
    )
    return Membership(town, date(2020, 1, 1))
