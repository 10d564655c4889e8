"""Cases on the region rule where something is not known, or a deviation was granted (I13)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from wselr_rules.conformance.applicants import LONG_AGO, across, applies, town, verband
from wselr_rules.conformance.case import Case
from wselr_rules.conformance.telling import (
    OF_THREE_TOWNS,
    UNKNOWN,
    asked,
    by_reading,
    eligible,
    fits,
    found,
    misfits,
    on_days,
    pending,
    refused,
    undecided,
)
from wselr_rules.domain.membership import Derogation
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.law.readings import DerogationEffect

__all__ = ["region_doubt_cases"]

_2026, _2023 = date(2026, 1, 1), date(2023, 1, 1)
_OUTSIDE = ReferenceRegion.OUTSIDE
_TOO_LATE: Final = refused(misfits())


def region_doubt_cases() -> Iterator[Case]:
    """What is not known of it, and what was granted (*onbekend of toegestaan*)."""
    yield from _not_known()
    yield from _deviations()


def _not_known() -> Iterator[Case]:
    path = "regieverband.memberships[1].municipality.reference_region"
    unknown = undecided(found("reference-region", UNKNOWN, "region.unknown", missing=[path]))
    half = (town(1), town(2, region=None))
    yield from on_days(
        "region/not-known",
        "of an existing one a region is not known, which decides nothing until it must fit.",
        "S13 S14",
        applies(verband(*half)),
        {
            date(2025, 12, 31): eligible(pending(_2026, "not-known")),
            date(2026, 1, 1): unknown,
        },
    )
    yield asked(
        "region/not-known-of-a-new-one",
        "A new one must fit already, so the region that is not known is asked for.",
        "S13 S15",
        applies(verband(*half, recognised=NEVER)),
        unknown,
    )
    yield asked(
        "region/known-to-be-two",
        "Two of three members are known to lie in two regions, so the third makes no difference.",
        "S13 S15",
        applies(across(town(3, region=None), recognised=NEVER)),
        refused(misfits("not-met-as-far-as-known"), *OF_THREE_TOWNS),
    )
    recognised = found(
        "reference-region",
        UNKNOWN,
        "region.unknown",
        missing=["regieverband.recognised_on"],
    )
    yield from on_days(
        "region/recognition-not-known",
        "across two regions, and not known to be existing or new: it matters from 2023 to 2025.",
        "S14 S15",
        applies(across(recognised=None)),
        {
            date(2022, 12, 31): eligible(pending(_2023)),
            date(2023, 1, 1): undecided(recognised),
            date(2025, 12, 31): undecided(recognised),
            date(2026, 1, 1): _TOO_LATE,
        },
    )
    yield asked(
        "region/recognition-without-bearing",
        "Who lies in one region fits, existing or new, so its recognition is not asked for.",
        "S13 S14 S15",
        applies(verband(recognised=None)),
        eligible(fits()),
    )


def _deviations() -> Iterator[Case]:
    counts, ignored = DerogationEffect.COUNTS_AS_FIT, DerogationEffect.IGNORED
    granted = Derogation(date(2026, 3, 1), date(2026, 6, 1))
    for on, runs in (
        (date(2026, 2, 28), False),
        (date(2026, 3, 1), True),
        (date(2026, 3, 2), True),
        (date(2026, 5, 31), True),
        (date(2026, 6, 1), False),
        (date(2026, 6, 2), False),
    ):
        by_deviation = eligible(fits("met-by-derogation"))
        yield from by_reading(
            f"region/deviation/{on.isoformat()}",
            f"on {on.isoformat()} it is across regions, with a deviation from 1 March up to 1 "
            "June 2026.",
            "S13 S14 I13",
            applies(across(derogations=[granted])),
            {counts: by_deviation if runs else _TOO_LATE, ignored: _TOO_LATE},
            on=on,
        )
    yield from by_reading(
        "region/deviation-without-end",
        "a lasting deviation helps a new one with a member outside the Flemish Region too.",
        "S13 S15 I13",
        applies(
            verband(
                town(1),
                town(2, region=_OUTSIDE),
                recognised=NEVER,
                derogations=[Derogation(LONG_AGO)],
            )
        ),
        {counts: eligible(fits("met-by-derogation")), ignored: _TOO_LATE},
    )
    yield from by_reading(
        "region/deviation-not-known",
        "whether a deviation was granted is not known, and nothing else could help.",
        "S13 S15 I13",
        applies(across(recognised=NEVER, derogations=None)),
        {
            counts: undecided(
                found(
                    "reference-region",
                    UNKNOWN,
                    "region.unknown",
                    missing=["regieverband.derogations"],
                )
            ),
            ignored: _TOO_LATE,
        },
    )
