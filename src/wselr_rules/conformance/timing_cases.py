"""Cases on how a new one must fit (*voor 1/1/2023*, I05) and by which map (I06): S13, S15, S16."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Final

from wselr_rules.conformance.applicants import LONG_AGO, across, applies, town, verband
from wselr_rules.conformance.case import Answer, Case
from wselr_rules.conformance.telling import (
    OF_THREE_TOWNS,
    UNKNOWN,
    asked,
    by_reading,
    eligible,
    fits,
    found,
    misfits,
    pending,
    read,
    refused,
    undecided,
)
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.law.readings import NewDeadline, RegionMap

__all__ = ["timing_cases"]

_LIMBURG: Final = ReferenceRegion.LIMBURG
_FROM, _AT = NewDeadline.FROM_THE_DAY, NewDeadline.AT_SUBMISSION
_INCURABLE = NewDeadline.INCURABLE
_IN_FORCE, _DECREE = RegionMap.IN_FORCE, RegionMap.REGIODECREET
_FITS: Final = eligible(fits())
_MISFITS: Final = refused(misfits())
_DID_NOT_FIT: Final = refused(misfits("not-met-before"))
_FIT_THEN: Final = eligible(fits("met-at-submission"))
_DID_NOT_FIT_THEN: Final = refused(misfits("not-met-at-submission"))


def timing_cases() -> Iterator[Case]:
    """From the day on, on the day of submission, or ever since (*tijdig*)."""
    yield from _mended()
    yield from _astray()
    yield from _by_submission()
    yield from _submission_itself()
    yield from _maps()


def _mended() -> Iterator[Case]:
    for last, leaves, in_time in (
        ("2022-12-29", date(2022, 12, 30), True),
        ("2022-12-30", date(2022, 12, 31), True),
        ("2022-12-31", date(2023, 1, 1), False),
        ("2023-01-01", date(2023, 1, 2), False),
    ):
        outside = Membership(town(3, region=_LIMBURG), LONG_AGO, leaves)
        yield from by_reading(
            f"timing/across-until/{last}",
            f"a new one was across regions up to {last}, and fits ever since.",
            "S15 I05",
            applies(
                verband(town(1), town(2), outside, recognised=NEVER), submitted=date(2024, 1, 2)
            ),
            {
                _FROM: _FITS,
                _AT: _FIT_THEN,
                _INCURABLE: _FITS if in_time else _DID_NOT_FIT,
            },
        )
    left = Membership(town(3, region=_LIMBURG), LONG_AGO, date(2024, 6, 1))
    yield asked(
        "timing/changed-and-fits-since",
        "Read as incurable: an existing one that fits since the day that changed it is in time.",
        "S16 I05",
        applies(verband(town(1), town(2), left)),
        _FITS,
        call=read(_INCURABLE),
    )
    first = Membership(town(4), date(2023, 5, 1))
    yield asked(
        "timing/changed-and-fits-later",
        "Read as incurable: what counts is the first change, in 2023, when it did not fit yet.",
        "S16 I05",
        applies(verband(town(1), town(2), first, left)),
        refused(misfits("not-met-before"), *OF_THREE_TOWNS),
        call=read(_INCURABLE),
    )


def _astray() -> Iterator[Case]:
    outside = Membership(town(3, region=_LIMBURG), date(2023, 5, 1), date(2023, 6, 1))
    new = applies(verband(town(1), town(2), outside, recognised=NEVER), submitted=date(2023, 4, 30))
    for on, by_day, ever_since in (
        (date(2023, 4, 30), _FITS, _FITS),
        (
            date(2023, 5, 1),
            refused(misfits(), *OF_THREE_TOWNS),
            refused(misfits(), *OF_THREE_TOWNS),
        ),
        (
            date(2023, 5, 31),
            refused(misfits(), *OF_THREE_TOWNS),
            refused(misfits(), *OF_THREE_TOWNS),
        ),
        (date(2023, 6, 1), _FITS, _DID_NOT_FIT),
    ):
        yield from by_reading(
            f"timing/astray-for-a-month/{on.isoformat()}",
            f"a new one had a member of another region in May 2023, asked on {on.isoformat()}.",
            "S15 I05",
            new,
            {_FROM: by_day, _INCURABLE: ever_since},
            on=on,
        )


def _by_submission() -> Iterator[Case]:
    left = Membership(town(3, region=_LIMBURG), LONG_AGO, date(2024, 6, 1))
    for day, then in (
        (date(2024, 5, 31), _DID_NOT_FIT_THEN),
        (date(2024, 6, 1), _FIT_THEN),
        (date(2024, 6, 2), _FIT_THEN),
    ):
        yield from by_reading(
            f"timing/territory-at-submission/{day.isoformat()}",
            f"a new one fits since 1 June 2024 and was handed in on {day.isoformat()}.",
            "S15 I05",
            applies(verband(town(1), town(2), left, recognised=NEVER), submitted=day),
            {_FROM: _FITS, _AT: then, _INCURABLE: _DID_NOT_FIT},
        )
    joined = Membership(town(3), date(2024, 6, 1))
    existing = eligible(pending(date(2026, 1, 1)), *OF_THREE_TOWNS)
    changed = refused(misfits("not-met-at-submission"), *OF_THREE_TOWNS)
    for day, then in (
        (date(2024, 5, 31), existing),
        (date(2024, 6, 1), changed),
        (date(2024, 6, 2), changed),
    ):
        yield from by_reading(
            f"timing/standing-at-submission/{day.isoformat()}",
            f"an existing one expanded on 1 June 2024 and was handed in on {day.isoformat()}.",
            "S16 I05",
            applies(across(joined), submitted=day),
            {_FROM: refused(misfits(), *OF_THREE_TOWNS), _AT: then},
        )
    for on in (date(2022, 5, 1), date(2022, 12, 30)):
        yield from by_reading(
            f"timing/at-once/{on.isoformat()}",
            f"a new one is across regions on {on.isoformat()}, handed in on 1 May 2022.",
            "S15 I05",
            applies(across(recognised=NEVER), submitted=date(2022, 5, 1)),
            {
                _FROM: eligible(pending(date(2023, 1, 1))),
                _AT: _DID_NOT_FIT_THEN,
                _INCURABLE: eligible(pending(date(2022, 12, 31))),
            },
            on=on,
        )
    yield from by_reading(
        "timing/on-the-last-day-before",
        'on 31 December 2022, the last day "voor 1/1/2023", a new one is across regions.',
        "S15 I05",
        applies(across(recognised=NEVER), submitted=date(2022, 5, 1)),
        {
            _FROM: eligible(pending(date(2023, 1, 1))),
            _AT: _DID_NOT_FIT_THEN,
            _INCURABLE: _MISFITS,
        },
        on=date(2022, 12, 31),
    )


def _submission_itself() -> Iterator[Case]:
    left = Membership(town(3, region=_LIMBURG), LONG_AGO, date(2024, 6, 1))
    yield from by_reading(
        "timing/submission-not-known",
        "a new one fits since 1 June 2024, and when it was handed in is not known.",
        "S15 I05",
        applies(verband(town(1), town(2), left, recognised=NEVER)),
        {
            _FROM: _FITS,
            _AT: undecided(
                found("reference-region", UNKNOWN, "region.unknown", missing=["submitted_on"])
            ),
        },
    )
    for day, expected in (
        (date(2022, 4, 28), "DateOutsideCall"),
        (date(2022, 4, 29), _DID_NOT_FIT_THEN),
        (date(2022, 4, 30), _DID_NOT_FIT_THEN),
    ):
        answers: dict[Enum, Answer | str] = {_FROM: _MISFITS, _AT: expected}
        yield from by_reading(
            f"timing/first-day-of-submission/{day.isoformat()}",
            f"a new one across regions was handed in on {day.isoformat()}, and there was no call "
            "before 29 April 2022.",
            "S15 I05",
            applies(across(recognised=NEVER), submitted=day),
            answers,
        )


# --- I06 ------------------------------------------------------------------------------------

#: In Regio Antwerpen by the note of 4 February 2022, in Waasland by the Regiodecreet, in force
#: on 19 March 2023.
_ZWIJNDRECHT: Final = Municipality(
    "11056",
    "Zwijndrecht",
    reference_region=History(
        ReferenceRegion.REGIO_ANTWERPEN, [(date(2023, 3, 19), ReferenceRegion.WAASLAND)]
    ),
    is_centrumstad=False,
    inhabitants=40_000,
)
_MAP_DAYS: Final = (date(2023, 3, 18), date(2023, 3, 19), date(2023, 3, 20))


def _maps() -> Iterator[Case]:
    for code, name, region, fits_on in (
        ("46003", "Beveren", ReferenceRegion.WAASLAND, (False, True, True)),
        ("11002", "Antwerpen", ReferenceRegion.REGIO_ANTWERPEN, (True, False, False)),
    ):
        partner = Municipality(
            code,
            name,
            reference_region=region,
            is_centrumstad=name == "Antwerpen",
            inhabitants=40_000,
        )
        by_decree = _MISFITS if name == "Antwerpen" else _FITS
        body = verband(_ZWIJNDRECHT, partner, recognised=NEVER)
        for on, in_one in zip(_MAP_DAYS, fits_on, strict=True):
            yield from by_reading(
                f"timing/map/{name}/{on.isoformat()}",
                f"Zwijndrecht is with {name} on {on.isoformat()}, and changes regions with the "
                "Regiodecreet on 19 March 2023.",
                "S13 S15 I06",
                applies(body),
                {_IN_FORCE: _FITS if in_one else _MISFITS, _DECREE: by_decree},
                on=on,
            )
