"""What is divided: made-up beneficiaries of any number, and the real budget."""

from __future__ import annotations

from random import Random

from attrs import frozen

from wselr_rules import OPEN_CALL_2023_2025, Beneficiary

CALL = OPEN_CALL_2023_2025
YEAR = 2025
#: In cents, by key.
POTS = (120_000_000, 60_000_000, 120_000_000)


@frozen
class Division:
    """The same beneficiaries as values and as columns of bare whole numbers."""

    beneficiaries: tuple[Beneficiary, ...]
    ids: list[str]
    weights: list[list[int]]


def division(number):
    """Return a division among so many, the same for the same number."""
    chance = Random(number)  # noqa: S311 -- for variety, not for secrets
    people = [chance.randrange(4_000, 200_000) for _ in range(number)]
    seekers = [each * chance.randrange(2, 9) // 100 for each in people]
    ids = [f"body-{place:07}" for place in range(number)]
    beneficiaries = tuple(
        Beneficiary(own, working_age_population=all_of_age, job_seekers=looking)
        for own, all_of_age, looking in zip(ids, people, seekers, strict=True)
    )
    return Division(beneficiaries, ids, [people, seekers, [1] * number])


def in_cents(allocation):
    """Return the amounts of an allocation in whole cents."""
    return [int(grant.amount.scaleb(2)) for grant in allocation]
