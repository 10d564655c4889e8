"""Cases on one regieverband only (*maar van één lokaal regieverband*): S12, S10 and I07."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from attrs import evolve

from wselr_rules.conformance.applicants import LONG_AGO, applies, city, town, verband
from wselr_rules.conformance.case import Case, FindingOutline
from wselr_rules.conformance.telling import (
    MET,
    NOT_MET,
    OF_THREE_TOWNS,
    UNKNOWN,
    asked,
    by_reading,
    eligible,
    fits,
    found,
    on_days,
    read,
    refused,
    undecided,
    with_members,
    with_people,
)
from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Application
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import NEVER, Never
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.law.readings import DoubleClaim, NewDeadline

__all__ = ["claim_cases"]

_NEITHER, _FIRST = DoubleClaim.NEITHER, DoubleClaim.FIRST_RECOGNISED
_COMPLETE = "portfolio.complete"
#: Town 2 in the regieverbanden one and two, since 1 January 2020.
_TOWN_2: Final = Conflict(
    ("90002",),
    ("90002",),
    ("Town 2",),
    ("one", "two"),
    ("Regieverband one", "Regieverband two"),
    date(2020, 1, 1),
    None,
)


def claim_cases() -> Iterator[Case]:
    """Ground that more than one application claims (*dubbele deelname*)."""
    yield from _shared()
    yield from _days()
    yield from _ground()
    yield from _cities()
    yield from _not_all_known()
    yield from _recognised_first()
    yield from _recognition_not_known()
    yield _no_day_will_do()


def _claim(key: str, *conflicts: Conflict, missing: Iterable[str] = ()) -> FindingOutline:
    verdict = {"not-met-claimed": NOT_MET, "met-claimed": MET}.get(key, UNKNOWN)
    told = found("one-regieverband", verdict, f"one-regieverband.{key}", missing=missing)
    return evolve(told, conflicts=conflicts)


def _rival(recognised: date | Never | None = LONG_AGO) -> Application:
    return applies(verband(town(2), town(3), id="two", recognised=recognised))


def _shared() -> Iterator[Case]:
    own, rival = applies(), _rival()
    yield asked(
        "claim/one-of-two",
        "A municipality is a member of two applicants, so the first of them is not eligible.",
        "S12",
        own,
        refused(_claim("not-met-claimed", _TOWN_2)),
        others=[rival],
    )
    yield asked(
        "claim/the-other-of-two",
        "A municipality is a member of two applicants, so neither is the second.",
        "S12",
        rival,
        refused(_claim("not-met-claimed", _TOWN_2)),
        others=[own],
    )
    yield asked(
        "claim/a-third",
        "A third applicant that shares no municipality with the two is not concerned.",
        "S12",
        applies(verband(town(7), town(8), id="three")),
        eligible(),
        others=[own, rival],
    )
    hopeless = evolve(rival, channels=(), plan=ActionPlan(()))
    yield asked(
        "claim/by-one-that-fails-itself",
        "The other application claims the municipality also where it is not eligible itself.",
        "S12",
        own,
        refused(_claim("not-met-claimed", _TOWN_2)),
        others=[hopeless],
    )


def _days() -> Iterator[Case]:
    since, until = date(2024, 3, 1), date(2024, 5, 1)
    for_a_while = Membership(town(2), since, until)
    rival = applies(verband(town(3), town(4), for_a_while, id="two"))
    both = _claim("not-met-claimed", evolve(_TOWN_2, since=since, until=until))
    yield from on_days(
        "claim/for-two-months",
        "a municipality is in two regieverbanden from 1 March up to 1 May 2024.",
        "S12",
        applies(),
        {
            date(2024, 2, 29): eligible(),
            date(2024, 3, 1): refused(both),
            date(2024, 3, 2): refused(both),
            date(2024, 4, 30): refused(both),
            date(2024, 5, 1): eligible(),
            date(2024, 5, 2): eligible(),
        },
        others=[rival],
    )


def _ground() -> Iterator[Case]:
    merged = date(2025, 1, 1)
    tielt = evolve(town(5), nis_code="37022", name="Tielt", territory={"37007", "37015"})
    meulebeke = town(6, ground=["37007"])
    own = applies(verband(town(1), Membership(tielt, merged)))
    rival = applies(verband(town(3), meulebeke, id="two"))
    conflict = Conflict(
        ("37007",),
        ("37022", "90006"),
        ("Tielt", "Town 6"),
        ("one", "two"),
        ("Regieverband one", "Regieverband two"),
        merged,
        None,
    )
    yield asked(
        "claim/the-same-ground-under-another-code",
        "What is shared is ground, whatever code it goes by: that of Meulebeke, in Tielt since.",
        "S12",
        own,
        refused(_claim("not-met-claimed", conflict), fits()),
        on=merged,
        others=[rival],
    )


def _cities() -> Iterator[Case]:
    turnhout = town(2, is_city=True)
    alone = applies(city(turnhout, id="two"))
    partner = applies(verband(town(1), turnhout))
    yield asked(
        "claim/city-as-partner",
        "A centrumstad applies alone or as a partner: the partnership with one that does both "
        "is not eligible.",
        "S10 S12",
        partner,
        refused(_claim("not-met-claimed", _TOWN_2)),
        others=[alone],
    )
    yield asked(
        "claim/city-alone",
        "A centrumstad applies alone or as a partner: one that does both is not eligible alone.",
        "S10 S12",
        alone,
        refused(
            _claim("not-met-claimed", _TOWN_2),
            found("partnership-form", NOT_MET, "partnership-form.not-met"),
            with_members(-1),
            with_people(-20_000),
            found("centrumstad-alone", MET, "centrumstad-alone.met"),
        ),
        others=[partner],
    )


def _not_all_known() -> Iterator[Case]:
    for name, how, complete in (
        ("not-known", "it is not known whether there are more", None),
        ("known-not-to-be", "there are more", False),
    ):
        yield asked(
            f"claim/all-{name}",
            f"No known application claims its ground, but {how}: undecided.",
            "S12",
            applies(),
            undecided(_claim("unknown", missing=[_COMPLETE])),
            complete=complete,
        )
        yield asked(
            f"claim/decided-though-all-{name}",
            f"A known conflict decides, though {how}.",
            "S12",
            applies(),
            refused(_claim("not-met-claimed", _TOWN_2)),
            others=[_rival()],
            complete=complete,
        )


def _recognised_first() -> Iterator[Case]:
    day_before, day, day_after = date(2019, 12, 31), date(2020, 1, 1), date(2020, 1, 2)
    lost = refused(_claim("not-met-claimed", _TOWN_2))
    kept = eligible(_claim("met-claimed", _TOWN_2))
    for name, when, theirs, first in (
        ("a-day-before", "a day before", day_before, lost),
        ("the-same-day", "on the same day", day, lost),
        ("a-day-after", "a day after", day_after, kept),
        ("never", "never", NEVER, kept),
    ):
        yield from by_reading(
            f"claim/the-other-recognised/{name}",
            f"it was recognised on 1 January 2020, and the other one that claims a town {when}.",
            "S12 I07",
            applies(verband(recognised=day)),
            {_NEITHER: lost, _FIRST: first},
            others=[_rival(theirs)],
        )
    yield from by_reading(
        "claim/neither-recognised",
        "neither of the two that claim a town was ever recognised, so neither came first.",
        "S12 I07",
        applies(verband(recognised=NEVER)),
        {
            _NEITHER: refused(_claim("not-met-claimed", _TOWN_2), fits()),
            _FIRST: refused(_claim("not-met-claimed", _TOWN_2), fits()),
        },
        others=[_rival(NEVER)],
    )
    yield from by_reading(
        "claim/not-made-smaller",
        "without the town that another one keeps it would be large enough, and is not eligible.",
        "S12 I07",
        applies(verband(town(4), town(5), town(2), recognised=day)),
        {
            _NEITHER: refused(_claim("not-met-claimed", _TOWN_2), *OF_THREE_TOWNS),
            _FIRST: refused(_claim("not-met-claimed", _TOWN_2), *OF_THREE_TOWNS),
        },
        others=[_rival(day_before)],
    )


def _recognition_not_known() -> Iterator[Case]:
    theirs = "portfolio.applications[1].regieverband.recognised_on"
    yield from by_reading(
        "claim/the-other-recognised/not-known",
        "when the other that claims a town was recognised is not known.",
        "S12 I07",
        applies(),
        {
            _NEITHER: refused(_claim("not-met-claimed", _TOWN_2)),
            _FIRST: undecided(_claim("unknown-claimed", _TOWN_2, missing=[theirs])),
        },
        others=[_rival(None)],
    )
    yield asked(
        "claim/first-of-those-known",
        "Read as first-recognised: it came first of those known, and an earlier one there may be.",
        "S12 I07",
        applies(),
        undecided(_claim("unknown-first", _TOWN_2, missing=[_COMPLETE])),
        call=read(_FIRST),
        others=[_rival(NEVER)],
        complete=None,
    )


def _no_day_will_do() -> Case:
    left = Membership(town(2), LONG_AGO, date(2023, 5, 1))
    across_until = Membership(town(3, region=ReferenceRegion.LIMBURG), LONG_AGO, date(2024, 6, 1))
    # To keep Town 1 it must be recognised before 2020, and to fit not before June 2024.
    own = "regieverband.recognised_on"
    conflict = evolve(_TOWN_2, territory=("90001",), nis_codes=("90001",), names=("Town 1",))
    return asked(
        "claim/no-day-of-recognition-will-do",
        "Read as first-recognised and incurable: the day that one rule needs is too late for the "
        "other, so it is decided whatever that day is, and nothing is asked.",
        "S12 S16 I05 I07",
        applies(verband(town(1), town(4), left, across_until, recognised=None)),
        refused(
            found("reference-region", UNKNOWN, "region.unknown", missing=[own]),
            _claim("unknown-claimed", conflict, missing=[own]),
        ),
        call=read(_FIRST, NewDeadline.INCURABLE),
        others=[applies(verband(town(1), town(9), id="two"))],
    )
