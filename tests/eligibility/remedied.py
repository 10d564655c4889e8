"""Remedies asked for in short, to tell a case with."""

from __future__ import annotations

from tests.eligibility.stories import CALL, QUIET

from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.remedies import remedies
from wselr_rules.eligibility.rules import ELIGIBLE


def remedied(application, on=QUIET, *, criterion=ELIGIBLE, call=CALL, others=(), **known):
    """Return the remedies of an application among these others."""
    complete = known.pop("complete", True)
    portfolio = Portfolio((application, *others), complete=complete)
    return remedies(criterion, application, on=on, call=call, portfolio=portfolio, **known)


def ways(application, on=QUIET, **known):
    """Return the changes of each remedy."""
    return [each.changes for each in remedied(application, on, **known)]
