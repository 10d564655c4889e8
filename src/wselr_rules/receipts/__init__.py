"""Receipts (*bewijsstukken*): what was decided, upon what, by which rules, and whether it holds.

``receipt`` makes one of a decision or of a whole call, ``replay`` decides again and names what
differs. A receipt holds all that was decided and, of what it was decided upon, the call and the
hashes of everything else: keep the input too. ``wire`` writes and reads both.
"""

from wselr_rules.receipts.canonical_form import canonical, content_hash
from wselr_rules.receipts.differences import (
    Circumstance,
    Difference,
    NoOutcome,
    OtherAmount,
    OtherCall,
    OtherDecision,
    OtherInput,
    OtherOutcome,
    OtherRules,
    OutcomePart,
)
from wselr_rules.receipts.inputs import CallInput, DecisionInput, Input
from wselr_rules.receipts.issuing import receipt, replay
from wselr_rules.receipts.outcomes import Outcome
from wselr_rules.receipts.record import Receipt
from wselr_rules.receipts.replays import Replay

__all__ = [
    "CallInput",
    "Circumstance",
    "DecisionInput",
    "Difference",
    "Input",
    "NoOutcome",
    "OtherAmount",
    "OtherCall",
    "OtherDecision",
    "OtherInput",
    "OtherOutcome",
    "OtherRules",
    "Outcome",
    "OutcomePart",
    "Receipt",
    "Replay",
    "canonical",
    "content_hash",
    "receipt",
    "replay",
]
