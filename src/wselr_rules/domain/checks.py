"""Checks on plain values (*controles*) that the entities share.

They refuse what is malformed and coerce nothing. They know no rule of the regime.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from attrs import Attribute

from wselr_rules.errors import DuplicateId, EmptyId, WrongType

__all__ = ["a_day", "an_id", "is_count", "is_day", "text", "unique_ids"]


def is_day(value: object) -> bool:
    """Whether this is a date without a time (*dag*)."""
    return isinstance(value, date) and not isinstance(value, datetime)


def is_count(value: object) -> bool:
    """Whether this is a whole number of at least 0 (*aantal*); True and False are none."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def a_day(owner: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but a date without a time (*dag*) with ``WrongType``."""
    if not is_day(value):
        raise WrongType(_path(owner, attribute), "a date without a time", value)


def text(owner: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse anything but text (*tekst*) with ``WrongType``."""
    if not isinstance(value, str):
        raise WrongType(_path(owner, attribute), "text", value)


def an_id(owner: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse an id (*kenmerk*) that is not text or has no visible character."""
    text(owner, attribute, value)
    if not str(value).strip():
        raise EmptyId(type(owner).__name__)


def unique_ids(kind: str, ids: Iterable[str]) -> None:
    """Refuse ids (*kenmerken*) that stand twice, naming all of them, with ``DuplicateId``."""
    double = tuple(sorted(each for each, times in Counter(ids).items() if times > 1))
    if double:
        raise DuplicateId(kind, double)


def _path(owner: object, attribute: Attribute[Any]) -> str:
    return f"{type(owner).__name__}.{attribute.name}"
