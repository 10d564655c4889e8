"""Cases on the reference region (*inpassen in de referentieregio's*): S13 to S15.

Who must fit when: an existing regieverband and a new one. What makes it count as new although
it existed stands in ``standing_cases``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from wselr_rules.conformance.applicants import LONG_AGO, across, applies, town, verband
from wselr_rules.conformance.case import Case
from wselr_rules.conformance.telling import (
    OF_THREE_TOWNS,
    asked,
    by_reading,
    eligible,
    fits,
    misfits,
    on_days,
    pending,
    refused,
    with_members,
    with_people,
)
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.law.readings import ExistingDeadline
from wselr_rules.law.terms import LegalForm

__all__ = ["region_cases"]

#: S14: "tot ten laatste 1/1/2026"; S15: "voor 1/1/2023".
_2026, _2023 = date(2026, 1, 1), date(2023, 1, 1)
_LIMBURG, _OUTSIDE = ReferenceRegion.LIMBURG, ReferenceRegion.OUTSIDE
_NOT_YET: Final = eligible(pending(_2026))
_TOO_LATE: Final = refused(misfits())


def region_cases() -> Iterator[Case]:
    """All of the territory in one region, in time (*tijdig ingepast*)."""
    yield from _existing()
    yield from _existing_read()
    yield from _new()
    yield from _as_large_as_a_region()
    yield from _outside()


def _existing() -> Iterator[Case]:
    yield from on_days(
        "region/existing-across",
        "an existing regieverband across two regions has until 1 January 2026 to fit.",
        "S13 S14",
        applies(across()),
        {
            date(2022, 4, 28): "DateOutsideCall",
            date(2022, 4, 29): _NOT_YET,
            date(2022, 4, 30): _NOT_YET,
            date(2022, 12, 31): _NOT_YET,
            date(2023, 1, 1): _NOT_YET,
            date(2023, 1, 2): _NOT_YET,
            date(2025, 12, 31): _NOT_YET,
            date(2026, 1, 1): _TOO_LATE,
            date(2026, 1, 2): _TOO_LATE,
            date(2026, 12, 30): _TOO_LATE,
            date(2026, 12, 31): _TOO_LATE,
            date(2027, 1, 1): "DateOutsideCall",
        },
    )
    yield from on_days(
        "region/existing-in-one",
        "an existing regieverband in one region fits before it must and when it must.",
        "S13 S14",
        applies(),
        {
            date(2025, 12, 31): eligible(pending(_2026, "fits")),
            date(2026, 1, 1): eligible(fits()),
            date(2026, 1, 2): eligible(fits()),
        },
    )
    for last_day, leaves, answer in (
        ("30-december", date(2025, 12, 31), eligible(fits())),
        ("31-december", date(2026, 1, 1), eligible(fits())),
        ("1-january", date(2026, 1, 2), refused(misfits(), *OF_THREE_TOWNS)),
    ):
        outside = Membership(town(3, region=_LIMBURG), LONG_AGO, leaves)
        yield asked(
            f"region/existing-last-across-on-{last_day}",
            f"On 1 January 2026 it must fit, and the member of another region left on {leaves}.",
            "S14",
            applies(verband(town(1), town(2), outside)),
            answer,
            on=_2026,
        )
    for form in (
        LegalForm.INTERLOCAL_ASSOCIATION,
        LegalForm.PROJECT_ASSOCIATION,
        LegalForm.SERVICE_ASSOCIATION,
        LegalForm.MANDATED_ASSOCIATION,
        LegalForm.WELFARE_ASSOCIATION,
    ):
        is_welfare = form is LegalForm.WELFARE_ASSOCIATION
        members = with_members(1 if is_welfare else 0)
        yield asked(
            f"region/every-form/{form.value}",
            f"The region rule makes no exception by form, so not for this one: {form.value}.",
            "S13 S14",
            applies(across(form=form)),
            refused(misfits(), members),
            on=_2026,
        )


def _existing_read() -> Iterator[Case]:
    on_the_day, day_after = ExistingDeadline.ON_THE_DAY, ExistingDeadline.DAY_AFTER
    later = eligible(pending(date(2026, 1, 2)))
    for on, first, other in (
        (date(2025, 12, 31), _NOT_YET, later),
        (date(2026, 1, 1), _TOO_LATE, later),
        (date(2026, 1, 2), _TOO_LATE, _TOO_LATE),
        (date(2026, 1, 3), _TOO_LATE, _TOO_LATE),
    ):
        yield from by_reading(
            f"region/at-the-latest/{on.isoformat()}",
            f"on {on.isoformat()} an existing one is across two regions, which may last until "
            '"ten laatste 1/1/2026".',
            "S14 I04",
            applies(across()),
            {on_the_day: first, day_after: other},
            on=on,
        )


def _new() -> Iterator[Case]:
    for name, recognised in (("never-recognised", NEVER), ("recognised-2022", date(2022, 6, 1))):
        yield from on_days(
            f"region/new-across/{name}",
            "a new regieverband across two regions must fit before 1 January 2023.",
            "S13 S15",
            applies(across(recognised=recognised)),
            {
                date(2022, 12, 31): eligible(pending(_2023)),
                date(2023, 1, 1): _TOO_LATE,
                date(2023, 1, 2): _TOO_LATE,
                date(2026, 1, 1): _TOO_LATE,
            },
        )
    yield from on_days(
        "region/new-in-one",
        "a new regieverband in one region fits on every day.",
        "S13 S15",
        applies(verband(recognised=NEVER)),
        {
            date(2022, 12, 31): eligible(pending(_2023, "fits")),
            date(2023, 1, 1): eligible(fits()),
            date(2023, 1, 2): eligible(fits()),
        },
    )


def _as_large_as_a_region() -> Iterator[Case]:
    waasland = [
        Municipality(
            code,
            name,
            reference_region=ReferenceRegion.WAASLAND,
            is_centrumstad=code == "46021",
            inhabitants=40_000,
        )
        for code, name in (
            ("46020", "Sint-Gillis-Waas"),
            ("46021", "Sint-Niklaas"),
            ("46024", "Stekene"),
            ("46025", "Temse"),
            ("46029", "Lokeren"),
            ("46030", "Beveren-Kruibeke-Zwijndrecht"),
        )
    ]
    six = (
        with_members(4),
        with_people(180_000),
    )
    yield asked(
        "region/a-whole-region",
        "A territory as large as a whole region, here Waasland, fits: that is the most there is.",
        "S13 S15",
        applies(verband(*waasland, recognised=NEVER)),
        eligible(fits(), *six),
        on=_2026,
    )
    beyond = (
        with_members(5),
        with_people(220_000),
    )
    yield asked(
        "region/more-than-a-region",
        "With one town of another region beside all of Waasland it is larger than a region.",
        "S13 S15",
        applies(verband(*waasland, town(1), recognised=NEVER)),
        refused(misfits(), *beyond),
        on=_2026,
    )
    yield asked(
        "region/two-in-one-region",
        "Two regieverbanden may lie in one region, if they share no ground.",
        "S12 S13",
        applies(),
        eligible(fits()),
        on=_2026,
        others=[applies(verband(town(3), town(4), id="two"))],
    )


def _outside() -> Iterator[Case]:
    for name, second in (("one", ReferenceRegion.KEMPEN), ("both", _OUTSIDE)):
        yield from on_days(
            f"region/{name}-outside-the-flemish-region",
            "a member outside the Flemish Region lies in no reference region, so none can fit it.",
            "S13 S14",
            applies(verband(town(1, region=_OUTSIDE), town(2, region=second))),
            {date(2025, 12, 31): _NOT_YET, date(2026, 1, 1): _TOO_LATE},
        )
    gone = verband(
        Membership(town(1), LONG_AGO, date(2022, 6, 1)),
        Membership(town(2), LONG_AGO, date(2022, 6, 1)),
    )
    yield from on_days(
        "region/no-member",
        "who has no member any more has no territory that could fit, before a duty too.",
        "S13 S16",
        applies(gone),
        {
            date(2022, 5, 31): eligible(pending(_2026, "fits")),
            date(2022, 6, 1): refused(
                with_members(-2),
                with_people(-60_000),
                misfits("no-member"),
            ),
        },
    )
