"""Cases on existing, changed and new (*bestaand, gewijzigd, nieuw*): S14 to S16, I01 to I03.

Each is across two regions, so that it is eligible while it counts as existing, and not once it
counts as new. Mergers of real municipalities stand in ``merger_cases``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from wselr_rules.conformance.applicants import LONG_AGO, Form, across, applies, town
from wselr_rules.conformance.case import Case, EligibilityAnswer
from wselr_rules.conformance.telling import (
    OF_THREE_TOWNS,
    UNKNOWN,
    asked,
    by_reading,
    eligible,
    found,
    misfits,
    on_days,
    pending,
    refused,
    undecided,
)
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Membership
from wselr_rules.law.readings import Change, Existing, Merger
from wselr_rules.law.terms import LegalForm

__all__ = ["standing_cases"]

_INTERLOCAL, _PROJECT = LegalForm.INTERLOCAL_ASSOCIATION, LegalForm.PROJECT_ASSOCIATION
_BY_ORDER, _BY_EFFECT = Existing.BEFORE_ORDER, Existing.BEFORE_EFFECT
_EVENT, _TERRITORY, _STATE = Change.EVENT, Change.TERRITORY_ONLY, Change.STATE
_GROUND, _LIST = Merger.TERRITORY, Merger.MEMBER_LIST
_EXISTING: Final = pending(date(2026, 1, 1))
_NEW: Final = misfits()


def standing_cases() -> Iterator[Case]:
    """What existed, and what changed it (*bestaande die zich uitbreiden of wijzigen*)."""
    yield from _recognised()
    yield from _joined()
    yield from _turned()
    yield from _undone()
    yield from _form_not_known()


def _of_two(*, existing: bool) -> EligibilityAnswer:
    return eligible(_EXISTING) if existing else refused(_NEW)


def _of_three(*, existing: bool) -> EligibilityAnswer:
    return eligible(_EXISTING, *OF_THREE_TOWNS) if existing else refused(_NEW, *OF_THREE_TOWNS)


#: The order is of 29 April 2022 and takes effect on 1 January 2023 (S22). For each day, whether
#: what happened on it happened before the one and before the other.
_BEFORE: Final = (
    (date(2022, 4, 28), True, True),
    (date(2022, 4, 29), False, True),
    (date(2022, 4, 30), False, True),
    (date(2022, 12, 31), False, True),
    (date(2023, 1, 1), False, False),
    (date(2023, 1, 2), False, False),
)


def _recognised() -> Iterator[Case]:
    for day, before_order, before_effect in _BEFORE:
        yield from by_reading(
            f"standing/recognised/{day.isoformat()}",
            f"recognised on {day.isoformat()}, it is existing if that was before the day that "
            "counts, and else new.",
            "S14 S15 I01",
            applies(across(recognised=day)),
            {
                _BY_ORDER: _of_two(existing=before_order),
                _BY_EFFECT: _of_two(existing=before_effect),
            },
        )


def _joined() -> Iterator[Case]:
    for day, before_order, before_effect in _BEFORE:
        yield from by_reading(
            f"standing/joined/{day.isoformat()}",
            f"a third member joined on {day.isoformat()}, which expands it unless it was there "
            "at the baseline.",
            "S16 I01",
            applies(across(Membership(town(3), day))),
            {
                _BY_ORDER: _of_three(existing=before_order),
                _BY_EFFECT: _of_three(existing=before_effect),
            },
        )
    yield from on_days(
        "standing/expanded-in-2022",
        "an existing one expanded on 1 June 2022, so it must fit from 1 January 2023.",
        "S15 S16",
        applies(across(Membership(town(3), date(2022, 6, 1)))),
        {
            date(2022, 5, 31): eligible(_EXISTING),
            date(2022, 6, 1): eligible(pending(date(2023, 1, 1)), *OF_THREE_TOWNS),
            date(2022, 12, 31): eligible(pending(date(2023, 1, 1)), *OF_THREE_TOWNS),
            date(2023, 1, 1): refused(_NEW, *OF_THREE_TOWNS),
            date(2023, 1, 2): refused(_NEW, *OF_THREE_TOWNS),
        },
    )
    yield from on_days(
        "standing/expanded-in-2024",
        "an existing one expanded on 1 June 2024, so it counts as new from that day.",
        "S15 S16",
        applies(across(Membership(town(3), date(2024, 6, 1)))),
        {
            date(2024, 5, 31): eligible(_EXISTING),
            date(2024, 6, 1): refused(_NEW, *OF_THREE_TOWNS),
            date(2024, 6, 2): refused(_NEW, *OF_THREE_TOWNS),
        },
    )
    yield from on_days(
        "standing/shrunk-in-2024",
        "a member left an existing one on 1 June 2024, so its territory changed on that day.",
        "S15 S16",
        applies(across(Membership(town(3), LONG_AGO, date(2024, 6, 1)))),
        {
            date(2024, 5, 31): eligible(_EXISTING, *OF_THREE_TOWNS),
            date(2024, 6, 1): refused(_NEW),
            date(2024, 6, 2): refused(_NEW),
        },
    )


def _turned() -> Iterator[Case]:
    for day, before_order, _ in _BEFORE[:3]:
        form: Form = History(_INTERLOCAL, [(day, _PROJECT)])
        yield from by_reading(
            f"standing/another-form/{day.isoformat()}",
            f"it took another legal form on {day.isoformat()}, which changes it unless it had it "
            "at the baseline, or forms do not count.",
            "S16 I02",
            applies(across(form=form)),
            {
                _EVENT: _of_two(existing=before_order),
                _TERRITORY: _of_two(existing=True),
                _STATE: _of_two(existing=before_order),
            },
        )
    yield from on_days(
        "standing/another-form-in-2024",
        "an existing one took another legal form on 1 June 2024: changed, so new from that day.",
        "S16 I02",
        applies(across(form=History(_INTERLOCAL, [(date(2024, 6, 1), _PROJECT)]))),
        {
            date(2024, 5, 31): _of_two(existing=True),
            date(2024, 6, 1): _of_two(existing=False),
            date(2024, 6, 2): _of_two(existing=False),
        },
    )


def _undone() -> Iterator[Case]:
    may, june = date(2023, 5, 1), date(2023, 6, 1)
    back_again = across(form=History(_INTERLOCAL, [(may, _PROJECT), (june, _INTERLOCAL)]))
    for on, at_all, differs in (
        (date(2023, 4, 30), False, False),
        (date(2023, 5, 1), True, True),
        (date(2023, 5, 31), True, True),
        (date(2023, 6, 1), True, False),
        (date(2024, 7, 1), True, False),
    ):
        yield from by_reading(
            f"standing/form-and-back/{on.isoformat()}",
            f"it had another form in May 2023 only, asked on {on.isoformat()}.",
            "S16 I02",
            applies(back_again),
            {
                _EVENT: _of_two(existing=not at_all),
                _TERRITORY: _of_two(existing=True),
                _STATE: _of_two(existing=not differs),
            },
            on=on,
        )
    away = (Membership(town(3), LONG_AGO, may), Membership(town(3), june))
    for on, number, at_all, differs in (
        (date(2023, 4, 30), 3, False, False),
        (date(2023, 5, 1), 2, True, True),
        (date(2023, 5, 31), 2, True, True),
        (date(2023, 6, 1), 3, True, False),
        (date(2024, 7, 1), 3, True, False),
    ):
        of = _of_three if number == 3 else _of_two
        yield from by_reading(
            f"standing/left-and-back/{on.isoformat()}",
            f"a member was away in May 2023 only, asked on {on.isoformat()}.",
            "S16 I02",
            applies(across(*away)),
            {
                _EVENT: of(existing=not at_all),
                _TERRITORY: of(existing=not at_all),
                _STATE: of(existing=not differs),
            },
            on=on,
        )
    yield from by_reading(
        "standing/left-and-back/by-the-list",
        "the list of members changed in May 2023, which is not undone where the list counts.",
        "S16 I02 I03",
        applies(across(*away)),
        {_GROUND: _of_three(existing=True), _LIST: _of_three(existing=False)},
        beside=(_STATE,),
    )


def _form_not_known() -> Iterator[Case]:
    may, june = date(2023, 5, 1), date(2023, 6, 1)
    hidden = across(form=History(_INTERLOCAL, [(may, None), (june, _INTERLOCAL)]))
    yield from by_reading(
        "standing/form-not-known-for-a-while",
        "its form is not known in May 2023, so it may have been another one then.",
        "S16 I02",
        applies(hidden),
        {
            _EVENT: undecided(
                found(
                    "reference-region",
                    UNKNOWN,
                    "region.unknown",
                    missing=["regieverband.legal_form"],
                )
            ),
            _TERRITORY: _of_two(existing=True),
            _STATE: _of_two(existing=True),
        },
    )
    yield asked(
        "standing/new-anyhow",
        "One recognised after the order is new, whatever it did before or since.",
        "S15 S16",
        applies(across(Membership(town(3), date(2024, 6, 1)), recognised=date(2022, 6, 1))),
        refused(_NEW, *OF_THREE_TOWNS),
    )
