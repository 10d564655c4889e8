"""Small divisions of real budgets: cheap to draw, with ties and cents that are left over."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from attrs import evolve
from hypothesis import strategies as st
from tests.eligibility.stories import CALL

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.grants import allocate
from wselr_rules.law.readings import Readings, Rounding

#: People of working age and job seekers: alike, nearly alike, nobody, and some.
PAIRS = [*product((0, 1, 2, 3, 1_000, 1_001, 12_345, 60_000), (0, 1, 2, 50, 51, 3_000))]
#: Of one to six beneficiaries, with somebody to count for each key.
COUNTS = st.tuples(
    *[st.sampled_from([None, *PAIRS])] * 5, st.sampled_from([(1, 1), (7, 3), (1_000, 50)])
).map(lambda drawn: [pair for pair in drawn if pair is not None])
#: The budget of the text, budgets of few cents, and one that leaves cents over in each pot.
CALLS = st.sampled_from(
    [
        evolve(CALL, budget=Decimal(budget), readings=Readings(rounding=rounding))
        for budget in ("3000000.00", "3000000.00", "0.01", "0.07", "1000.03")
        for rounding in Rounding
    ]
)


def beneficiaries(counts):
    """Return a beneficiary for each pair of counts, with ids in order."""
    return [
        Beneficiary(f"R{place}", working_age_population=people, job_seekers=seekers)
        for place, (people, seekers) in enumerate(counts)
    ]


def divided(among, call=CALL):
    """Return the division of a plan year."""
    return allocate(among, call=call, year=2025)
