"""Texts, numbers, dates and amounts (*enkelvoudige waarden*), each in exactly one form.

It knows how a single value is read and written, and coerces nothing: 3.7, "12" and true are no
whole numbers. It knows no entity.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import gcd
from typing import Any, Final

from attrs import field, frozen
from dateutil.parser import isoparser

from wselr_rules.wire.faults import unfit
from wselr_rules.wire.plain import shown

__all__ = [
    "AMOUNT",
    "AMOUNT_FORM",
    "DAY",
    "DAY_FORM",
    "FRACTION",
    "FRACTION_FORM",
    "MOST_DIGITS",
    "TEXT",
    "TRUTH",
    "WHOLE",
    "EnumKind",
    "Kind",
    "Scalar",
]

#: Our own limit on a number: the least that any Python can be set to read from text, less some.
MOST_DIGITS = 600
_TOO_LARGE = 10**MOST_DIGITS
_UNWRITABLE = re.compile(r"[\x00\ud800-\udfff]")
DAY_FORM: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_POSITIVE = rf"[1-9][0-9]{{0,{MOST_DIGITS - 1}}}"
AMOUNT_FORM: Final = re.compile(rf"(?:0|{_POSITIVE})\.[0-9]{{2}}")
FRACTION_FORM: Final = re.compile(rf"0/1|-?{_POSITIVE}/{_POSITIVE}")
_ISO = isoparser()


class Kind(ABC):
    """A kind of value (*soort waarde*): its plain form, read and written strictly."""

    @property
    @abstractmethod
    def expected(self) -> str:
        """What is expected of the plain form (*verwacht*), in words."""

    @abstractmethod
    def takes(self, plain: object) -> bool:
        """Whether plain data looks like this kind (*lijkt op*), so that no other one is meant."""

    @abstractmethod
    def holds(self, value: object) -> bool:
        """Whether a value is of this kind (*is van deze soort*)."""

    @abstractmethod
    def read(self, plain: object) -> object:
        """The value of plain data (*gelezen*); raises ``Unfit``."""

    @abstractmethod
    def write(self, value: object) -> object:
        """The plain data of a value (*geschreven*); raises ``Unfit`` where there is none."""


@frozen
class Scalar(Kind):
    """A single value (*enkelvoudige waarde*), by the type of its plain form and by its own."""

    words: str
    plain: type
    own: type
    to_value: Callable[[Any], object]
    to_plain: Callable[[Any], object]
    #: Types that Python counts as the own one and that are something else.
    others: tuple[type, ...] = ()

    @property
    def expected(self) -> str:
        """What it is (*verwacht*)."""
        return self.words

    def takes(self, plain: object) -> bool:
        """Whether it has the type of the plain form (*platte vorm*)."""
        return type(plain) is self.plain

    def holds(self, value: object) -> bool:
        """Whether it is of the own type (*eigen vorm*)."""
        return isinstance(value, self.own) and not isinstance(value, self.others)

    def read(self, plain: object) -> object:
        """The value of plain data (*gelezen*)."""
        if not self.takes(plain):
            raise unfit(self.expected, plain)
        return self.to_value(plain)

    def write(self, value: object) -> object:
        """The plain data of a value (*geschreven*)."""
        if not self.holds(value):
            raise unfit(self.expected, value)
        return self.to_plain(value)


@frozen
class EnumKind(Kind):
    """A member of an enum (*term*), by its value; every enum of this library has texts."""

    enum: type[Enum]
    _members: dict[object, Enum] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_members", {member.value: member for member in self.enum})

    @property
    def expected(self) -> str:
        """The values (*waarden*), in order."""
        *most, last = map(shown, self._members)
        return f"{', '.join(most)} or {last}" if most else last

    def takes(self, plain: object) -> bool:
        """Whether it is one of the values (*waarde*)."""
        return type(plain) is str and plain in self._members

    def holds(self, value: object) -> bool:
        """Whether it is one of the members (*term*)."""
        return isinstance(value, self.enum)

    def read(self, plain: object) -> object:
        """The member with this value (*gelezen*)."""
        if not self.takes(plain):
            raise unfit(self.expected, plain)
        return self._members[plain]

    def write(self, value: object) -> object:
        """The value of this member (*geschreven*)."""
        if not isinstance(value, self.enum):
            raise unfit(self.expected, value)
        return value.value


def _text(given: str) -> str:
    text = str.__str__(given)
    if _UNWRITABLE.search(text):
        raise unfit("text without a NUL character or half a surrogate pair", text)
    return text


def _whole(given: int) -> int:
    number = int(given)
    if abs(number) >= _TOO_LARGE:
        raise unfit(f"a whole number of at most {MOST_DIGITS} digits", number)
    return number


def _to_day(text: str) -> date:
    # The parser of dateutil takes 2026, 202601 and 2026-W01 too, so the form is asked first.
    try:
        day = _ISO.parse_isodate(text) if DAY_FORM.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise unfit(DAY.expected, text)
    return day


def _to_amount(text: str) -> Decimal:
    if not AMOUNT_FORM.fullmatch(text):
        raise unfit(AMOUNT.expected, text)
    return Decimal(text)


def _from_amount(euros: Decimal) -> str:
    # Neither the questions nor the format depend on the decimal context.
    text = f"{euros:.2f}" if euros.adjusted() < MOST_DIGITS else ""
    if not AMOUNT_FORM.fullmatch(text) or Decimal(text) != euros:
        raise unfit(AMOUNT.expected, euros)
    return text


def _to_fraction(text: str) -> Fraction:
    if FRACTION_FORM.fullmatch(text):
        numerator, denominator = map(int, text.split("/"))
        if gcd(numerator, denominator) == 1:
            return Fraction(numerator, denominator)
    raise unfit(FRACTION.expected, text)


def _from_fraction(fraction: Fraction) -> str:
    if max(abs(fraction.numerator), fraction.denominator) >= _TOO_LARGE:
        raise unfit(f"a fraction of numbers of at most {MOST_DIGITS} digits", fraction)
    return f"{fraction.numerator}/{fraction.denominator}"


TEXT = Scalar("text", str, str, _text, _text)
WHOLE = Scalar("a whole number", int, int, _whole, _whole, (bool,))
TRUTH = Scalar("true or false", bool, bool, bool, bool)
DAY = Scalar("an ISO date", str, date, _to_day, date.isoformat, (datetime,))
AMOUNT = Scalar(
    "an amount such as '1200000.00' with two decimals", str, Decimal, _to_amount, _from_amount
)
FRACTION = Scalar(
    "a fraction such as '2/5' in lowest terms", str, Fraction, _to_fraction, _from_fraction
)
