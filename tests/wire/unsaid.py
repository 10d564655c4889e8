"""What no schema says of a document: the problems that the reader alone tells, by their words.

It is what the docstring of ``json_schema`` lists; anything else that a reader refuses its schema
refuses too.
"""

from __future__ import annotations

import re

__all__ = ["is_unsaid"]

_BETWEEN_FIELDS = (
    r"this .* runs from .* up to but not including .*",
    r"municipality .*: (working_age_population|job_seekers) .* is more than its .* inhabitants",
    r"regieverband .*: the memberships of .* overlap from .*",
    r"regieverband .*: a municipality that applies alone has exactly one member, got .*",
    r"more than one .* with id .*",
    r"the change of .* in this history (is not after the one before it|changes nothing)",
    r"allocation keys are at least 0 and add up to exactly 1, got .*",
    r".* (is not known of|is negative for|is zero for every beneficiary and) .*",
    r"Allocation\.(grants|pots): expected one for each .*",
    r"Grant\.components: expected one for each key, .*",
    r"Choice\.(chosen|instead_of): expected one of .*",
    r"Timeline\.stretches: expected one or more without a gap, got .*",
    r"Ground\.findings: expected the first since it is one, then in order, got .*",
    r"plan_years: expected one or more years, each after the one before, got .*",
    r"application .* differs from the one with that id in the portfolio",
)
_OF_ONE_VALUE = (
    r"expected .*an ISO date( or null)?, got '[0-9]{4}-[0-9]{2}-[0-9]{2}'",
    r"starts_on: expected the first day of a policy cycle, got .*",
    r"expected a fraction such as '2/5' in lowest terms, got '-?[1-9][0-9]*/[1-9][0-9]*…?'",
    r"action .* looks like a code of this call .*",
    r"municipality .*: a territory is one or more NIS codes of 1 January 2019, got [0-9]{5}.*",
    r"the id of this .* is empty",
    r"expected text without a NUL character or half a surrogate pair, got .*",
    r"expected .*a whole number.*, got -?[0-9]+(\.0+|\.?[0-9]*[eE].*|[0-9]{57,58}…)",
    # With so many digits nothing is left behind the point once it is read.
    r"expected .*a whole number.*, got -?[0-9]{16,}\.[0-9]+…?",
    # One of them, 1.0 or one too large, in a list of which the items tell the kind.
    r"expected .* a list of one kind.*, got a list",
    r"expected a whole number of at most 600 digits, got a number of more than 40 digits",
)
_OF_THE_WHOLE = (
    r"expected this key once, got it again",
    r"expected at most 128 levels of nesting, got more",
    r"expected at most 20000000 values, got more",
)
_UNSAID = re.compile("|".join((*_BETWEEN_FIELDS, *_OF_ONE_VALUE, *_OF_THE_WHOLE)), re.DOTALL)


def is_unsaid(message):
    """Say whether this is a problem that no schema can tell."""
    return _UNSAID.fullmatch(message) is not None
