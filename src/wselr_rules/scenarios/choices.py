"""Readings chosen otherwise (*andere lezingen*), and what comes of an application with them.

It holds values and their words. It does not know which choice leads to what.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

from attrs import Attribute, field, frozen

from wselr_rules.allocation.euros import amount_of_euros
from wselr_rules.checks import instance, or_none
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.words import say
from wselr_rules.errors import WrongValue
from wselr_rules.law.readings import INTERPRETATIONS, Interpretation, interpretation_by_id
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language, money
from wselr_rules.render.tree import Mark
from wselr_rules.scenarios.reading_messages import MESSAGES_OF_READINGS
from wselr_rules.scenarios.sensitivity_messages import MESSAGES_OF_SENSITIVITY

__all__ = ["Choice", "Obstacle", "Outcome"]

_MARKS: Mapping[Verdict | None, Mark | None] = MappingProxyType(
    {
        Verdict.MET: Mark.MET,
        Verdict.NOT_MET: Mark.NOT_MET,
        Verdict.UNKNOWN: Mark.UNKNOWN,
        None: None,
    }
)


def _an_interpretation(choice: Choice, attribute: Attribute[str], value: object) -> None:
    del choice
    if all(value != each.id for each in INTERPRETATIONS):
        raise WrongValue(f"Choice.{attribute.name}", "the id of an interpretation", value)


def _a_reading(choice: Choice, attribute: Attribute[str], value: object) -> None:
    values = tuple(
        reading.value
        for each in INTERPRETATIONS
        if each.id == choice.interpretation_id
        for reading in type(each.default)
    )
    # A question that there is not has no readings, and its id is what is refused.
    if values and value not in values:
        raise WrongValue(f"Choice.{attribute.name}", f"one of {', '.join(values)}", value)


@frozen
class Choice:
    """A reading that is chosen in place of another one (*andere lezing*) of the same question.

    Readings stand by their value, as in ``Finding.readings``. Raises ``WrongValue``.
    """

    #: I01 to I15.
    interpretation_id: str = field(validator=_an_interpretation)
    chosen: str = field(validator=_a_reading)
    instead_of: str = field(validator=_a_reading)

    @property
    def interpretation(self) -> Interpretation:
        """The open question (*interpretatievraag*) that is answered otherwise."""
        return interpretation_by_id(self.interpretation_id)

    @property
    def reading(self) -> Enum:
        """The reading that is chosen (*gekozen lezing*), as ``Readings`` takes it."""
        return type(self.interpretation.default)(self.chosen)

    def text(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """Question and chosen reading in words (*in woorden*).

        The file also reads its id, what it is chosen in place of, and which sentences leave the
        question open.
        """
        chosen = Language(language)
        arguments: dict[str, object] = {
            "question": say(MESSAGES_OF_READINGS, self.interpretation_id, {}, chosen),
            "chosen": self._read(self.chosen, chosen),
        }
        if not is_for_the_file(audience):
            return say(MESSAGES_OF_SENSITIVITY, "sensitivity.choice.short", arguments, chosen)
        arguments["id"] = self.interpretation_id
        arguments["instead_of"] = self._read(self.instead_of, chosen)
        arguments["sentences"] = self.interpretation.sentences
        return say(MESSAGES_OF_SENSITIVITY, "sensitivity.choice", arguments, chosen)

    def cell(self, language: Language | str) -> str:
        """Id and chosen reading for a cell of a table (*in een cel*)."""
        chosen = Language(language)
        arguments = {"id": self.interpretation_id, "chosen": self._read(self.chosen, chosen)}
        return say(MESSAGES_OF_SENSITIVITY, "sensitivity.cell", arguments, chosen)

    def __str__(self) -> str:
        return self.text(Language.EN)

    def _read(self, value: str, language: Language) -> str:
        return say(MESSAGES_OF_READINGS, f"{self.interpretation_id}.{value}", {}, language)


class Obstacle(Enum):
    """Why there is no answer, or no amount (*beletsel*)."""

    #: The call has no rules for the day of submission, which I05 can read.
    SUBMITTED_OUTSIDE_CALL = "submitted-outside-call"
    #: A key is zero for every beneficiary, for which the text gives no rule (I12).
    ZERO_KEY = "zero-key"
    #: The budget of all years together leaves none of its cents to this year (I10).
    NO_BUDGET = "no-budget"
    #: A count that the budget would be divided by is not known.
    UNCOUNTED = "uncounted"


@frozen
class Outcome:
    """What comes of an application (*uitkomst*): its verdict and, in a whole call, its amount.

    ``verdict`` is None where an obstacle keeps it from being known. ``amount`` is None where
    the application has no part in a division.
    """

    verdict: Verdict | None = field(validator=or_none(instance(Verdict, "a Verdict or None")))
    amount: Decimal | None = field(default=None, validator=or_none(amount_of_euros))
    obstacle: Obstacle | None = field(
        default=None, validator=or_none(instance(Obstacle, "an Obstacle or None"))
    )

    @property
    def mark(self) -> Mark | None:
        """The mark of the verdict (*teken*), if there is one."""
        return _MARKS[self.verdict]

    def text(self, language: Language | str) -> str:
        """The outcome as what an application does (*in woorden*)."""
        chosen = Language(language)
        told = ["outcome." + ("none" if self.verdict is None else self.verdict.value)]
        told += [] if self.obstacle is None else [f"obstacle.{self.obstacle.value}"]
        words = [say(MESSAGES_OF_SENSITIVITY, f"sensitivity.{key}", {}, chosen) for key in told]
        amount = [] if self.amount is None else [money(self.amount, chosen)]
        return "; ".join((*words, *amount))

    def __str__(self) -> str:
        return self.text(Language.EN)
