"""How cases on the money are told (*vertellen over de verdeling*), in whole cents.

The keys stand in the order of the text: working age, job seekers, equal parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import evolve

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.conformance.case import (
    Answer,
    Case,
    DivisionAnswer,
    DivisionQuestion,
    GrantOutline,
    Refusal,
)
from wselr_rules.law.call import OPEN_CALL_2023_2025, OpenCall
from wselr_rules.law.readings import Readings
from wselr_rules.law.terms import AllocationKey

__all__ = ["KEYS", "REAL_POTS", "Row", "divided", "gets", "of_budget", "shares"]

#: S18, S19 and S20, in the order of the text.
KEYS: Final = (
    AllocationKey.WORKING_AGE_POPULATION,
    AllocationKey.JOB_SEEKERS,
    AllocationKey.EQUAL_PARTS,
)
#: 40, 20 and 40 % of EUR 3,000,000, in cents.
REAL_POTS: Final = (120_000_000, 60_000_000, 120_000_000)
#: Who, in all, and of it by each key.
Row: TypeAlias = tuple[str, int, tuple[int, ...]]


def of_budget(
    euros: str, readings: Readings | None = None, *keys: tuple[AllocationKey, Fraction]
) -> OpenCall:
    """The call with another budget (*ander budget*), other readings and other keys."""
    call = OPEN_CALL_2023_2025
    return evolve(
        call,
        budget=Decimal(euros),
        readings=readings or call.readings,
        keys=keys or call.keys,
    )


def shares(*counts: tuple[str, int | None, int | None]) -> tuple[Beneficiary, ...]:
    """Beneficiaries (*begunstigden*) with their people of working age and their job seekers."""
    return tuple(
        Beneficiary(id, working_age_population=people, job_seekers=seekers)
        for id, people, seekers in counts
    )


def gets(
    *rows: Row, pots: tuple[int, ...] = REAL_POTS, keys: Iterable[AllocationKey] = KEYS
) -> DivisionAnswer:
    """What each gets (*subsidies*), by hand: the budget is what the pots are together."""
    named = tuple(keys)
    return DivisionAnswer(
        sum(pots),
        zip(named, pots, strict=True),
        [GrantOutline(id, cents, zip(named, parts, strict=True)) for id, cents, parts in rows],
    )


def divided(
    id: str,
    claim: str,
    about: str,
    beneficiaries: Iterable[Beneficiary],
    expected: Answer | str,
    *,
    call: OpenCall = OPEN_CALL_2023_2025,
    year: int = 2025,
) -> Iterator[Case]:
    """A case on a division (*verdeling*); a text that is expected names an error."""
    yield Case(
        id,
        claim,
        [each for each in about.split() if each.startswith("S")],
        [each for each in about.split() if each.startswith("I")],
        DivisionQuestion(beneficiaries, year, call),
        Refusal(expected) if isinstance(expected, str) else expected,
    )
