"""Whole calls to tell a case with: applications by the counts that they divide by."""

from __future__ import annotations

from attrs import evolve
from tests.eligibility.stories import applies, town, verband

from wselr_rules.domain.application import Portfolio

#: Working-age population and job seekers of the three of the text.
THREE = ((60_000, 3_000), (30_000, 2_000), (10_000, 1_000))


def beneficiary(number, working_age, job_seekers, **facts):
    """Return an application of 100,000 inhabitants with these counts, by its number."""
    people = {"working_age_population": working_age, "job_seekers": job_seekers}
    nobody = {"inhabitants": 0, "working_age_population": 0, "job_seekers": 0}
    members = (
        town(f"{90 + number}001", inhabitants=100_000, **people),
        town(f"{90 + number}002", **nobody),
    )
    return applies(verband(*members, id=f"R{number}"), **facts)


def three(**of_the_third):
    """Return the three of the text, the third with these facts."""
    first, second, third = (beneficiary(n, *counts) for n, counts in enumerate(THREE))
    return first, second, evolve(third, **of_the_third)


def known(*applications):
    """Return the portfolio of these and no others."""
    return Portfolio(applications, complete=True)
