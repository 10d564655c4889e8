"""What is said to be a division (*bewering*), and the exact shares it is held against.

It knows whole numbers, and how to multiply and compare them. It shares no code with the
division, and does not say whether the claim is right: that is for the certificate.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import lcm

from attrs import frozen

from wselr_rules.render.shown import ShownByFields

__all__ = ["Claim", "Ledger", "LedgerEntry", "Shares"]


@frozen(kw_only=True)
class Claim:
    """A division as it is said to be (*wat beweerd wordt*), in whole cents and whole weights.

    Columns by pot, rows in order of id. ``exact`` has a numerator and a denominator of cents
    per row.
    """

    ids: Sequence[str]
    names: Sequence[str]
    total: int
    #: The parts of the total that the pots are to be, as whole numbers in proportion.
    parts: Sequence[int]
    pots: Sequence[int]
    weights: Sequence[Sequence[int]]
    components: Sequence[Sequence[int]]
    amounts: Sequence[int]
    exact: Sequence[tuple[int, int]]


@frozen
class LedgerEntry(ShownByFields):
    """What was left of one exact share after its whole cents (*rest*), in parts of the ledger."""

    beneficiary_id: str
    #: The exact share rounded down, in cents.
    whole_cents: int
    #: The numerator of what remains; the ledger has the denominator.
    remainder: int
    #: How many cents were given above ``whole_cents``: 0 or 1 if all is well.
    extra_cents: int


@frozen
class Ledger(ShownByFields):
    """Who got the cents left over (*restenboek*), in one pot or in the amounts."""

    #: The name of the pot, or "amounts".
    of: str
    #: How many parts make a cent.
    denominator: int
    #: The smallest remainder that got a cent; the denominator itself where no cent was left.
    cut: int
    #: In order of id.
    entries: tuple[LedgerEntry, ...]


@frozen
class Shares:
    """The exact shares of a claim (*exacte aandelen*), as numerators over one denominator."""

    ids: Sequence[str]
    denominator: int
    #: By pot, then by row.
    of_components: list[list[int]]
    of_amounts: list[int]

    @classmethod
    def of(cls, claim: Claim) -> Shares:
        """Work out the exact shares of a claim by its weights (*exacte aandelen*)."""
        # A pot without weights is an empty pot: nothing times anything is nothing.
        totals = [sum(column) or 1 for column in claim.weights]
        denominator = lcm(*totals)
        components = [
            [pot * weight * (denominator // total) for weight in column]
            for pot, total, column in zip(claim.pots, totals, claim.weights, strict=True)
        ]
        amounts = [sum(row) for row in zip(*components, strict=True)]
        return cls(claim.ids, denominator, components, amounts)

    def rests(self, exact: Sequence[int]) -> list[int]:
        """Give what remains of exact shares after their whole cents (*resten*)."""
        return [share % self.denominator for share in exact]

    def extra_cents(self, cents: Sequence[int], exact: Sequence[int]) -> list[int]:
        """Give the cents above the whole ones of exact shares (*extra centen*)."""
        one = self.denominator
        return [paid - share // one for paid, share in zip(cents, exact, strict=True)]

    def not_within_a_cent(self, cents: Sequence[int], exact: Sequence[int]) -> list[bool]:
        """Say which cents are a whole cent or more from exact shares (*te ver af*)."""
        one = self.denominator
        return [abs(paid * one - share) >= one for paid, share in zip(cents, exact, strict=True)]

    def ledger_of(self, name: str, exact: Sequence[int], cents: Sequence[int]) -> Ledger:
        """Write down who got the cents left over of exact shares (*restenboek*)."""
        one = self.denominator
        entries = tuple(
            LedgerEntry(row_id, share // one, share % one, paid - share // one)
            for row_id, share, paid in zip(self.ids, exact, cents, strict=True)
        )
        cut = min((entry.remainder for entry in entries if entry.extra_cents), default=one)
        return Ledger(name, one, cut, entries)
