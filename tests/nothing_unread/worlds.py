"""What comes of a case, apart from its words: verdicts, amounts and doubts."""

from __future__ import annotations

from datetime import date

from attrs import evolve
from tests.eligibility.stories import CALL, LIMBURG, QUIET, applies, city, town, verband

from wselr_rules.decision import assess_call
from wselr_rules.domain.application import Portfolio
from wselr_rules.errors import RulesError

#: A day on which every regieverband must fit its region.
DUE = date(2026, 6, 1)
NEAR, FAR = town("90001"), town("90002", reference_region=LIMBURG)


def outcome_of(portfolio, on=QUIET, *, call=CALL, approved=None, year=2024):
    """Return the verdict of each rule, the amounts and what is doubted, or the error by name."""
    try:
        found = assess_call(portfolio, on=on, call=call, year=year, approved=approved)
    except RulesError as error:
        return type(error).__name__
    return (
        tuple(tuple(leaf.verdict for leaf in each.finding.leaves) for each in found.decisions),
        found.allocation and tuple(grant.amount for grant in found.allocation),
        tuple(doubt.fact.fact for each in found.decisions for doubt in each.doubts),
    )


def outcome(application, on=QUIET, *, others=(), complete=True, **circumstances):
    """Return what comes of an application beside others."""
    portfolio = Portfolio((application, *others), complete=complete)
    return outcome_of(portfolio, on, **circumstances)


def with_members(*members, on=QUIET, **facts):
    """Return what comes of a regieverband of these."""
    return outcome(applies(verband(*members, **facts)), on)


def shared_with_a_city(municipality):
    """Return what comes of a centrumstad where the money is shared with another one."""
    alone = applies(city(evolve(municipality, is_centrumstad=True), id="one"))
    other = applies(city(town("90005", is_centrumstad=True), id="other"))
    return outcome(alone, others=[other])
