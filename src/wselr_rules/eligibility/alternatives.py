"""Alternatives (*alternatieven*): the sets of plain criteria by which a composed one is met.

A criterion is met exactly where every literal of one of its alternatives holds, for Kleene's
logic makes "all" met where each is, "any" where one is, and "not" where its part is not met.
The module knows no rule; it takes apart ``ELIGIBLE`` and what is composed of it.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import Final, TypeAlias

from attrs import frozen

from wselr_rules.domain.application import Application
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Combination, Criterion
from wselr_rules.eligibility.finding import Operator
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.eligibility.verdict import Verdict

__all__ = ["MOST_ALTERNATIVES", "Alternative", "Literal", "alternatives"]

#: Our own limit. A criterion that has more is not taken apart.
MOST_ALTERNATIVES: Final = 64


@frozen
class Literal:
    """A criterion that must be met, or one that must not be (*voorwaarde*)."""

    criterion: Criterion
    is_to_be_met: bool

    def holds(self, application: Application, context: Context) -> bool:
        """Whether it is decided, and as it must be (*gaat op*)."""
        wanted = Verdict.of(self.is_to_be_met)
        return self.criterion.verdict(application, context) is wanted


Alternative: TypeAlias = tuple[Literal, ...]


def alternatives(criterion: Criterion, *, is_to_be_met: bool = True) -> tuple[Alternative, ...]:
    """The alternatives of a criterion, at least one (*alternatieven*)."""
    whole = ((Literal(criterion, is_to_be_met),),)
    rule = criterion.rule
    if not isinstance(rule, Combination) or not _is_taken_apart(
        criterion, is_to_be_met=is_to_be_met
    ):
        return whole
    if rule.operator is Operator.NOT:
        return alternatives(rule.parts[0], is_to_be_met=not is_to_be_met)
    of_parts = [alternatives(part, is_to_be_met=is_to_be_met) for part in rule.parts]
    if (rule.operator is Operator.ANY) == is_to_be_met:
        found = tuple(each for of_part in of_parts for each in of_part)
    elif prod(map(len, of_parts)) > MOST_ALTERNATIVES:
        return whole
    else:
        found = tuple(
            tuple(dict.fromkeys(literal for each in together for literal in each))
            for together in product(*of_parts)
        )
    return found if len(found) <= MOST_ALTERNATIVES else whole


def _is_taken_apart(criterion: Criterion, *, is_to_be_met: bool) -> bool:
    """Whether nothing but its parts can decide it.

    The cases of ``ELIGIBLE`` refuse what its parts leave open; they never grant it, since what
    is not known there can always turn out to be the worst.
    """
    return criterion.cases is None or (criterion == ELIGIBLE and is_to_be_met)
