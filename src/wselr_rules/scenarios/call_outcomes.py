"""What comes of each application of an assessed call (*uitkomsten*), and in how many cents.

It reads assessments and decides nothing.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from wselr_rules.allocation.euros import cents_of
from wselr_rules.decision import COUNTS, CallAssessment
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.words import say
from wselr_rules.render.language import Language, money
from wselr_rules.scenarios.choices import Obstacle, Outcome
from wselr_rules.scenarios.range_messages import MESSAGES_OF_RANGES
from wselr_rules.scenarios.scenario_messages import MESSAGES_OF_COMPARISONS

__all__ = [
    "ABSENT",
    "Absent",
    "Came",
    "amount_in_a_cell",
    "cents_in",
    "divided_cents",
    "outcome_in",
    "said",
    "verdict_in_a_cell",
]


class Absent(Enum):
    """The known absence of an application (*niet ingediend*), apart from one not decided."""

    ABSENT = "absent"


#: It is known that there is no such application.
ABSENT = Absent.ABSENT

#: What came of an application that there may not be.
Came: TypeAlias = Outcome | Absent


def divided_cents(assessment: CallAssessment) -> int | None:
    """What is divided in all (*verdeeld bedrag*), in cents; None where that is not known.

    Nothing where there is nobody to divide among.
    """
    if assessment.allocation is not None:
        return cents_of(assessment.allocation.budget)
    return None if any(each.fact in COUNTS for each in assessment.missing) else 0


def outcome_in(assessment: CallAssessment, application_id: str) -> Came:
    """What comes of an application (*uitkomst*): its verdict, and its amount if it shares."""
    if application_id not in assessment:
        return ABSENT
    verdict = assessment[application_id].verdict
    if divided_cents(assessment) is None and verdict is Verdict.MET:
        return Outcome(verdict, obstacle=Obstacle.UNCOUNTED)
    shared = assessment.allocation
    if shared is None or application_id not in shared:
        return Outcome(verdict)
    return Outcome(verdict, shared[application_id].amount)


def cents_in(came: Came) -> int | None:
    """What it gets as things stand (*bedrag in centen*); None where that is not known."""
    if came is ABSENT or (came.obstacle is None and came.amount is None):
        return 0
    return None if came.amount is None else cents_of(came.amount)


def verdict_in_a_cell(came: Came, language: Language) -> str:
    """The verdict for a cell of a table (*oordeel*)."""
    if came is ABSENT:
        return said("comparison.absent", language)
    if came.verdict is None:
        return said("comparison.not-known", language)
    return say(MESSAGES_OF_RANGES, f"ranges.verdict.{came.verdict.value}", {}, language)


def amount_in_a_cell(came: Came, language: Language) -> str:
    """The amount for a cell of a table (*bedrag*)."""
    if came is ABSENT or (came.amount is None and came.obstacle is None):
        return said("comparison.nothing", language)
    if came.amount is None:
        return said("comparison.not-known", language)
    return money(came.amount, language)


def said(message: str, language: Language, **arguments: object) -> str:
    """A sentence on outcomes in words (*in woorden*)."""
    return say(MESSAGES_OF_COMPARISONS, message, arguments, language)
