"""What a replay can find to be different (*verschillen*), each kind a value of its own.

The module holds what was found. It knows neither how it is found nor how it is said. In each
value ``then`` is of the receipt and ``now`` of the replay.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from attrs import frozen

from wselr_rules.eligibility.verdict import Verdict

__all__ = [
    "Circumstance",
    "Difference",
    "NoOutcome",
    "OtherAmount",
    "OtherCall",
    "OtherDecision",
    "OtherInput",
    "OtherOutcome",
    "OtherRules",
    "OutcomePart",
]


class Circumstance(Enum):
    """What an input says beside its call and its applications (*omstandigheid*)."""

    #: Which application is decided on.
    APPLICATION = "application"
    DAY = "on"
    YEAR = "year"
    #: Whether the portfolio holds all applications.
    COMPLETE = "complete"
    APPROVED = "approved"


class OutcomePart(Enum):
    """A part of what was decided (*onderdeel van de uitkomst*)."""

    DECISIONS = "decisions"
    CONFLICTS = "conflicts"
    ALLOCATION = "allocation"
    UNDECIDED = "undecided"
    MISSING = "missing"
    CERTIFICATE = "certificate"


@frozen
class OtherRules:
    """Another version of the rules (*andere regels*)."""

    then: str
    now: str


@frozen
class OtherCall:
    """Another call (*andere oproep*): hashes, and the names of the fields that differ.

    A reading is named ``readings.`` and its field. No field differs where only the hash does:
    then the receipt does not say the hash of its own call.
    """

    then: str
    now: str
    fields: tuple[str, ...]


@frozen
class OtherInput:
    """Another input (*andere invoer*): hashes, and what differs apart from the call.

    ``changed``, ``only_then`` and ``only_now`` are ids of applications. Nothing is named where
    only the hash differs: then the receipt does not say the hash of what it names.
    """

    then: str
    now: str
    changed: tuple[str, ...]
    only_then: tuple[str, ...]
    only_now: tuple[str, ...]
    circumstances: tuple[Circumstance, ...]

    @property
    def names_anything(self) -> bool:
        """Whether more differs than the hash (*meer dan de vingerafdruk*)."""
        return bool(self.changed or self.only_then or self.only_now or self.circumstances)


@frozen
class OtherDecision:
    """Another decision on one application (*andere beslissing*).

    ``criteria`` are the ids of the criteria whose findings differ, in order.
    """

    application_id: str
    then: Verdict
    now: Verdict
    criteria: tuple[str, ...]


@frozen
class OtherAmount:
    """Another amount for one application (*ander bedrag*); who has no grant gets 0.00."""

    application_id: str
    then: Decimal
    now: Decimal


@frozen
class OtherOutcome:
    """Another outcome (*andere uitkomst*): its parts, and the decisions and amounts in them.

    ``only_then`` and ``only_now`` are the ids of applications decided on only then or only now.
    """

    parts: tuple[OutcomePart, ...]
    decisions: tuple[OtherDecision, ...]
    only_then: tuple[str, ...]
    only_now: tuple[str, ...]
    amounts: tuple[OtherAmount, ...]


@frozen
class NoOutcome:
    """Nothing can be decided upon this input any more (*geen uitkomst*), and why."""

    error: str


Difference: TypeAlias = OtherRules | OtherCall | OtherInput | OtherOutcome | NoOutcome
