"""Euros with two decimals (*bedragen in euro*) and the whole cents that they are.

It knows how to go from the one to the other exactly. Nothing here follows the decimal context:
no precision, no rounding and no trap changes what comes out.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import Attribute

from wselr_rules.errors import WrongType, WrongValue

__all__ = ["amount_of_euros", "cents_of", "check_euros", "euros_of"]

_CENT = Decimal("0.01")


def euros_of(cents: int) -> Decimal:
    """Write whole cents as euros (*euro*) with two decimals."""
    return Decimal(f"{cents}e-2")


def cents_of(euros: Decimal) -> int:
    """Give the whole cents (*centen*) of euros that have at most two decimals."""
    numerator, denominator = euros.as_integer_ratio()
    return numerator * 100 // denominator


def check_euros(path: str, value: object) -> None:
    """Refuse what is no amount of euros (*bedrag*): a Decimal with two decimals, at least 0.

    Raises ``WrongType`` or ``WrongValue``, which name ``path``.
    """
    if not isinstance(value, Decimal):
        raise WrongType(path, "a Decimal of euros", value)
    if value.is_signed() or not value.same_quantum(_CENT):
        raise WrongValue(path, "euros of at least 0 with two decimals", value)


def amount_of_euros(owner: object, attribute: Attribute[Any], value: object) -> None:
    """Check a field that holds an amount (*bedrag*), as ``check_euros`` does."""
    check_euros(f"{type(owner).__name__}.{attribute.name}", value)
