"""The check of a division (*controle van de verdeling*), made without dividing again.

It knows whole numbers: what was to be divided, by which weights, and which cents are said to
come of it. It knows neither how they were found nor what they are for, and shares no code with
the division: it asks of the cents themselves whether they are what they should be.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from attrs import frozen

from wselr_rules.allocation.claim import Claim, Ledger, LedgerEntry, Shares
from wselr_rules.allocation.closeness import rows_of_a_better_cycle
from wselr_rules.render.shown import ShownByFields

__all__ = [
    "Certificate",
    "Check",
    "CheckOutcome",
    "certify_on_totals",
    "certify_per_pot",
]


class Check(Enum):
    """A question that is put to the cents (*controle*)."""

    #: The pots add up to the budget, each its part by largest remainder, ties to the earlier.
    POTS_FOLLOW_KEYS = "pots-follow-keys"
    #: The components of a pot add up to the pot.
    POTS_ADD_UP = "pots-add-up"
    #: The components of a beneficiary add up to its amount.
    AMOUNTS_ADD_UP = "amounts-add-up"
    #: A weight of zero is paid zero.
    ZERO_WEIGHT_PAID_ZERO = "zero-weight-paid-zero"
    #: Each component is less than a cent from its exact value.
    COMPONENTS_WITHIN_A_CENT = "components-within-a-cent"
    #: The unrounded share that is stated is the right one.
    EXACT_SHARES = "exact-shares"
    #: Each amount is less than a cent from its exact value.
    AMOUNTS_WITHIN_A_CENT = "amounts-within-a-cent"
    #: Who got a cent left over has no smaller remainder than who did not; ties by id.
    LARGEST_REMAINDERS = "largest-remainders"
    #: No exchange of cents makes the amounts, or without changing them the components, closer.
    CLOSEST = "closest"


#: What a table must keep to before it can be asked whether it is the closest one.
_BOUNDS = frozenset(
    {
        Check.POTS_ADD_UP,
        Check.AMOUNTS_ADD_UP,
        Check.COMPONENTS_WITHIN_A_CENT,
        Check.AMOUNTS_WITHIN_A_CENT,
    }
)


@frozen
class CheckOutcome(ShownByFields):
    """What a check found (*uitkomst van een controle*).

    ``culprits`` are the ids of the beneficiaries, or the names of the pots, that fail it.
    """

    _besides = frozenset({"holds"})

    check: Check
    culprits: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nobody fails it (*klopt*)."""
        return not self.culprits


@frozen
class Certificate(ShownByFields):
    """The outcome of all checks of a division (*certificaat*), with the remainders it rests on."""

    _besides = frozenset({"holds"})

    outcomes: tuple[CheckOutcome, ...]
    ledgers: tuple[Ledger, ...]
    #: The ids whose amount is not plain largest remainder because no table allows that one,
    #: which takes a constructed case. Empty in all others.
    constructed: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether every check holds (*alles klopt*)."""
        return not self.failed

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that found a culprit (*wat niet klopt*)."""
        return tuple(outcome.check for outcome in self.outcomes if not outcome.holds)

    def __bool__(self) -> bool:
        return self.holds

    def __getitem__(self, check: Check) -> CheckOutcome:
        """Give the outcome of one check; ``KeyError`` if this reading does not ask it."""
        for outcome in self.outcomes:
            if outcome.check is check:
                return outcome
        raise KeyError(check)


def certify_on_totals(claim: Claim) -> Certificate:
    """Check a table that is to be the closest one (*op de totalen*), reading I11."""
    shares = Shares.of(claim)
    amounts = shares.ledger_of("amounts", shares.of_amounts, claim.amounts)
    outcomes = [
        *_shared_outcomes(claim, shares),
        _outcome(
            Check.AMOUNTS_WITHIN_A_CENT,
            claim.ids,
            shares.not_within_a_cent(claim.amounts, shares.of_amounts),
        ),
    ]
    # Outside its bounds no table is the closest within them, and moves of a cent mean nothing.
    astray = tuple(
        sorted(
            {
                culprit
                for outcome in outcomes
                if outcome.check in _BOUNDS
                for culprit in outcome.culprits
            }
        )
    )
    better = astray or _better_cycle(claim, shares)
    misplaced = _misplaced(amounts.entries)
    constructed = () if better else misplaced
    outcomes += [
        CheckOutcome(Check.LARGEST_REMAINDERS, misplaced if better else ()),
        CheckOutcome(Check.CLOSEST, better),
    ]
    return Certificate(tuple(outcomes), (amounts,), constructed)


def certify_per_pot(claim: Claim) -> Certificate:
    """Check a table of which each pot was divided on its own (*per pot*), reading I11."""
    shares = Shares.of(claim)
    ledgers = tuple(
        shares.ledger_of(name, exact, cents)
        for name, exact, cents in zip(
            claim.names, shares.of_components, claim.components, strict=True
        )
    )
    misplaced = {culprit for ledger in ledgers for culprit in _misplaced(ledger.entries)}
    largest = CheckOutcome(Check.LARGEST_REMAINDERS, tuple(sorted(misplaced)))
    return Certificate((*_shared_outcomes(claim, shares), largest), ledgers)


def _better_cycle(claim: Claim, shares: Shares) -> tuple[str, ...]:
    by_pot = zip(claim.components, shares.of_components, strict=True)
    rows = rows_of_a_better_cycle(
        [shares.rests(exact) for exact in shares.of_components],
        [shares.extra_cents(cents, exact) for cents, exact in by_pot],
        shares.rests(shares.of_amounts),
        shares.extra_cents(claim.amounts, shares.of_amounts),
    )
    return tuple(claim.ids[row] for row in rows)


def _shared_outcomes(claim: Claim, shares: Shares) -> tuple[CheckOutcome, ...]:
    """Make the checks that hold under either reading of the rounding."""
    rows = list(zip(*claim.components, strict=True))
    by_pot = list(zip(claim.components, claim.weights, shares.of_components, strict=True))
    return (
        CheckOutcome(Check.POTS_FOLLOW_KEYS, _pots_astray(claim)),
        _outcome(
            Check.POTS_ADD_UP,
            claim.names,
            [sum(column) != pot for column, pot in zip(claim.components, claim.pots, strict=True)],
        ),
        _outcome(
            Check.AMOUNTS_ADD_UP,
            claim.ids,
            [sum(row) != amount for row, amount in zip(rows, claim.amounts, strict=True)],
        ),
        _outcome_of_cells(
            Check.ZERO_WEIGHT_PAID_ZERO,
            claim.ids,
            [
                [paid != 0 and weight == 0 for paid, weight in zip(cents, weights, strict=True)]
                for cents, weights, _ in by_pot
            ],
        ),
        _outcome_of_cells(
            Check.COMPONENTS_WITHIN_A_CENT,
            claim.ids,
            [shares.not_within_a_cent(cents, exact) for cents, _, exact in by_pot],
        ),
        _outcome(
            Check.EXACT_SHARES,
            claim.ids,
            [
                numerator * shares.denominator != share * denominator
                for (numerator, denominator), share in zip(
                    claim.exact, shares.of_amounts, strict=True
                )
            ],
        ),
    )


def _pots_astray(claim: Claim) -> tuple[str, ...]:
    """Name the pots that are not the parts of the total which the keys make them."""
    one = sum(claim.parts)
    exact = [claim.total * part for part in claim.parts]
    entries = tuple(
        LedgerEntry(name, share // one, share % one, pot - share // one)
        for name, share, pot in zip(claim.names, exact, claim.pots, strict=True)
    )
    extras = [entry.extra_cents for entry in entries]
    if sum(claim.pots) != claim.total or not set(extras) <= {0, 1}:
        return tuple(claim.names)
    return _misplaced(entries)


def _misplaced(entries: Sequence[LedgerEntry]) -> tuple[str, ...]:
    """Name who has a cent left over that is another's, and who lacks one, in order of id."""
    ranked = sorted(entries, key=lambda entry: -entry.remainder)
    given = sum(entry.extra_cents for entry in ranked)
    wrong = {
        entry.beneficiary_id
        for place, entry in enumerate(ranked)
        if entry.extra_cents != (place < given)
    }
    return tuple(entry.beneficiary_id for entry in entries if entry.beneficiary_id in wrong)


def _outcome(check: Check, names: Sequence[str], fails: Sequence[bool]) -> CheckOutcome:
    return CheckOutcome(
        check, tuple(name for name, failed in zip(names, fails, strict=True) if failed)
    )


def _outcome_of_cells(
    check: Check, ids: Sequence[str], fails: Sequence[Sequence[bool]]
) -> CheckOutcome:
    return _outcome(check, ids, [any(row) for row in zip(*fails, strict=True)])
