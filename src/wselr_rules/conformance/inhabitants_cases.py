"""Cases on the lower bound (*minimaal 60.000 inwoners*): S09, and what is not known of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from wselr_rules.conformance.applicants import LONG_AGO, applies, town, verband
from wselr_rules.conformance.case import Case
from wselr_rules.conformance.telling import (
    MET,
    NOT_MET,
    UNKNOWN,
    asked,
    eligible,
    found,
    on_days,
    refused,
    undecided,
    with_members,
    with_people,
)
from wselr_rules.domain.membership import Membership
from wselr_rules.law.terms import LegalForm

__all__ = ["inhabitants_cases"]

_FORMS: Final = (
    LegalForm.INTERLOCAL_ASSOCIATION,
    LegalForm.PROJECT_ASSOCIATION,
    LegalForm.SERVICE_ASSOCIATION,
    LegalForm.MANDATED_ASSOCIATION,
    LegalForm.WELFARE_ASSOCIATION,
)
_CHANGED = found("reference-region", MET, "region.met")


def inhabitants_cases() -> Iterator[Case]:
    """At least 60,000 inhabitants on the territory (*op hun grondgebied*)."""
    yield from _at_the_bound()
    yield from _not_all_known()
    yield from _of_the_day()


def _at_the_bound() -> Iterator[Case]:
    for form in _FORMS:
        spare = 1 if form is LegalForm.WELFARE_ASSOCIATION else 0
        members = with_members(spare)
        for people, more in ((59_999, -1), (60_000, 0), (60_001, 1)):
            answer = refused if people == 59_999 else eligible
            yield asked(
                f"inhabitants/{people}/{form.value}",
                f"At least 60,000 are needed, and two towns have {people:,}; form: {form.value}.",
                "S09",
                applies(verband(town(1, 30_000), town(2, people - 30_000), form=form)),
                answer(with_people(more), members),
            )
    yield asked(
        "inhabitants/none",
        "Two towns where nobody lives are 60,000 short.",
        "S09",
        applies(verband(town(1, 0), town(2, 0))),
        refused(with_people(-60_000)),
    )


def _inhabitants_of(place: int) -> str:
    return f"regieverband.memberships[{place}].municipality.inhabitants"


def _not_all_known() -> Iterator[Case]:
    enough = found("enough-inhabitants", MET, "inhabitants.met-at-least")
    for known in (59_999, 60_000, 60_001):
        short = found(
            "enough-inhabitants",
            UNKNOWN,
            "inhabitants.unknown-at-least",
            missing=[_inhabitants_of(1)],
        )
        yield asked(
            f"inhabitants/known-{known}",
            f"Of two towns one has {known:,}, and the other cannot have less than none, though "
            "it is not known.",
            "S09",
            applies(verband(town(1, known), town(2, None))),
            undecided(short) if known == 59_999 else eligible(enough),
        )
    nine = [town(number, 6_667) for number in range(1, 10)]
    yield asked(
        "inhabitants/nine-of-ten-known",
        "Nine of ten members have 60,003 together, so whatever the tenth has, it is enough.",
        "S09",
        applies(verband(*nine, town(10, None))),
        eligible(enough, with_members(8)),
    )
    yield asked(
        "inhabitants/two-not-known",
        "Of three members two are not known, and both figures are asked for.",
        "S09",
        applies(verband(town(1, None), town(2, 50_000), town(3, None))),
        undecided(
            found(
                "enough-inhabitants",
                UNKNOWN,
                "inhabitants.unknown-at-least",
                missing=[_inhabitants_of(0), _inhabitants_of(2)],
            ),
            with_members(1),
        ),
    )
    yield asked(
        "inhabitants/known-by-a-part",
        "A town with 20,000 people of working age has at least as many inhabitants: enough.",
        "S09",
        applies(verband(town(1, 40_000), town(2, None, counts=(20_000, None)))),
        eligible(enough),
    )
    yield asked(
        "inhabitants/another-rule-fails",
        "Where another rule fails, a figure that is not known is not asked for any more.",
        "S09 S21",
        applies(verband(town(1, 30_000), town(2, None)), channels=()),
        refused(
            found(
                "enough-inhabitants",
                UNKNOWN,
                "inhabitants.unknown-at-least",
                missing=[_inhabitants_of(1)],
            ),
            found("channel", NOT_MET, "channel.not-met"),
        ),
    )


def _of_the_day() -> Iterator[Case]:
    small = (town(1, 40_000), town(2, 10_000))
    three = with_members(1)
    yield from on_days(
        "inhabitants/joins",
        "a town of 10,000 joins on 1 June 2024, and only from then on it counts for the 60,000.",
        "S09 S16",
        applies(verband(*small, Membership(town(3, 10_000), date(2024, 6, 1)))),
        {
            date(2024, 5, 31): refused(with_people(-10_000)),
            date(2024, 6, 1): eligible(with_people(0), three, _CHANGED),
            date(2024, 6, 2): eligible(with_people(0), three, _CHANGED),
        },
    )
    yield from on_days(
        "inhabitants/leaves",
        "a town of 10,000 leaves on 1 June 2024, and from then on the others are too few.",
        "S09 S16",
        applies(verband(*small, Membership(town(3, 10_000), LONG_AGO, date(2024, 6, 1)))),
        {
            date(2024, 5, 31): eligible(with_people(0), three),
            date(2024, 6, 1): refused(with_people(-10_000), _CHANGED),
            date(2024, 6, 2): refused(with_people(-10_000), _CHANGED),
        },
    )
