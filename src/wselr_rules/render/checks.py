"""Checks (*controles*) of the fields of trees and tables, at the moment that one is made.

It knows types, nothing of what the values mean. A tree or a table that was made can be
written in each form without another check.
"""

from __future__ import annotations

from typing import Any, cast

from attrs import Attribute

from wselr_rules.checks import Check
from wselr_rules.errors import WrongType

__all__ = ["is_a", "is_tuple_of"]


def is_a(kind: type | tuple[type, ...], expected: str) -> Check:
    """A check that the value is of a kind (*van een soort*); it raises ``WrongType`` otherwise."""

    def check(_instance: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, kind):
            raise WrongType(attribute.name, expected, value)

    return check


def is_tuple_of(kind: type, expected: str) -> Check:
    """A check that the value is a tuple of a kind (*rij van*); a list can change and is none."""

    def check(_instance: object, attribute: Attribute[Any], value: object) -> None:
        if not _holds_only(value, kind):
            raise WrongType(attribute.name, expected, value)

    return check


def _holds_only(value: object, kind: type) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(item, kind) for item in cast("tuple[object, ...]", value)
    )
