"""What a replay can find to be different (*verschillen*), each kind a value of its own.

The module holds what was found. It knows neither how it is found nor how it is said. In each
value ``kept`` is of the receipt and ``found`` of the replay.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from attrs import frozen

from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.render.shown import ShownByFields

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
class OtherRules(ShownByFields):
    """Another version of the rules (*andere regels*)."""

    kept: str
    found: str


@frozen
class OtherCall(ShownByFields):
    """Another call (*andere oproep*): hashes, and the names of the fields that differ.

    A reading is named ``readings.`` and its field. No field differs where only the hash does:
    then the receipt does not say the hash of its own call.
    """

    kept: str
    found: str
    fields: tuple[str, ...]


@frozen
class OtherInput(ShownByFields):
    """Another input (*andere invoer*): hashes, and what differs apart from the call.

    ``changed``, ``only_kept`` and ``only_found`` are ids of applications. Nothing is named where
    only the hash differs: then the receipt does not say the hash of what it names.
    """

    kept: str
    found: str
    changed: tuple[str, ...]
    only_kept: tuple[str, ...]
    only_found: tuple[str, ...]
    circumstances: tuple[Circumstance, ...]

    @property
    def names_anything(self) -> bool:
        """Whether more differs than the hash (*meer dan de vingerafdruk*)."""
        return bool(self.changed or self.only_kept or self.only_found or self.circumstances)


@frozen
class OtherDecision(ShownByFields):
    """Another decision on one application (*andere beslissing*).

    ``criteria`` are the ids of the criteria whose findings differ, in order.
    """

    application_id: str
    kept: Verdict
    found: Verdict
    criteria: tuple[str, ...]


@frozen
class OtherAmount(ShownByFields):
    """Another amount for one application (*ander bedrag*); who has no grant gets 0.00."""

    application_id: str
    kept: Decimal
    found: Decimal


@frozen
class OtherOutcome(ShownByFields):
    """Another outcome (*andere uitkomst*): its parts, and the decisions and amounts in them.

    ``only_kept`` and ``only_found`` are the ids of applications decided on in one of the two only.
    """

    parts: tuple[OutcomePart, ...]
    decisions: tuple[OtherDecision, ...]
    only_kept: tuple[str, ...]
    only_found: tuple[str, ...]
    amounts: tuple[OtherAmount, ...]


@frozen
class NoOutcome(ShownByFields):
    """Nothing can be decided upon this input any more (*geen uitkomst*), and why."""

    error: str


#: What a replay can name (*verschil*), each kind at most once.
Difference: TypeAlias = OtherRules | OtherCall | OtherInput | OtherOutcome | NoOutcome
