"""The canonical form (*canonieke vorm*) of a value and its hash: equal values, equal bytes.

It knows what is no fact and therefore not hashed: the order of the applications in a portfolio,
and whether the portfolio of a decision repeats its application. The bytes themselves are for
``wire``.
"""

from __future__ import annotations

from hashlib import sha256

from wselr_rules.domain.application import Portfolio
from wselr_rules.receipts.inputs import CallInput, DecisionInput, in_order_of_id
from wselr_rules.wire.documents import to_canonical_json

__all__ = ["canonical", "content_hash"]


def canonical(value: object) -> bytes:
    """The bytes by which a value is hashed (*canonieke vorm*): its document in one form only.

    JSON in UTF-8 without blanks, the keys sorted, the sets sorted, applications in order of id;
    the format is left out. Raises what ``wire.to_dict`` raises.

    >>> from datetime import date
    >>> from wselr_rules import Derogation
    >>> canonical(Derogation(date(2026, 1, 1)))
    b'{"since":"2026-01-01","type":"Derogation","until":null}'
    """
    match value:
        case Portfolio():
            return to_canonical_json(in_order_of_id(value))
        case DecisionInput() | CallInput():
            return to_canonical_json(value.canonical)
        case _:
            return to_canonical_json(value)


def content_hash(value: object) -> str:
    """The hash of the canonical form (*vingerafdruk*): ``sha256:`` and 64 hexadecimal digits."""
    return f"sha256:{sha256(canonical(value)).hexdigest()}"
