"""Three verdicts (*oordelen*) and their logic: met, not met, undecided.

Kleene's strong logic: what is undecided stays so unless what is decided settles it. The
module knows nothing of the regime.
"""

from __future__ import annotations

from enum import Enum

from wselr_rules.errors import UndecidedVerdict

__all__ = ["Verdict"]


class Verdict(Enum):
    """The answer to a criterion (*oordeel*).

    >>> (Verdict.NOT_MET & Verdict.UNKNOWN, Verdict.NOT_MET | Verdict.UNKNOWN)
    (<Verdict.NOT_MET: 'not-met'>, <Verdict.UNKNOWN: 'unknown'>)
    """

    MET = "met"
    NOT_MET = "not-met"
    #: What is known does not decide it.
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, truth: bool | None) -> Verdict:  # noqa: FBT001
        """The verdict that a truth value stands for (*waarheidswaarde*); None is undecided."""
        if truth is None:
            return cls.UNKNOWN
        return cls.MET if truth else cls.NOT_MET

    @property
    def is_decided(self) -> bool:
        """Whether it is met or not met (*beslist*)."""
        return self is not Verdict.UNKNOWN

    def __and__(self, other: Verdict) -> Verdict:
        if self is other or self is Verdict.NOT_MET:
            return self
        return other if self is Verdict.MET or other is Verdict.NOT_MET else self

    def __or__(self, other: Verdict) -> Verdict:
        return ~(~self & ~other)

    def __invert__(self) -> Verdict:
        if self is Verdict.UNKNOWN:
            return self
        return Verdict.NOT_MET if self is Verdict.MET else Verdict.MET

    def __bool__(self) -> bool:
        """Whether it is met; an undecided one has no truth and raises ``UndecidedVerdict``."""
        if self is Verdict.UNKNOWN:
            raise UndecidedVerdict
        return self is Verdict.MET
