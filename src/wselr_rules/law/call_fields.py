"""The fields of a call (*parameters*): what they are made from and what they refuse.

It knows the shape of a parameter and its source, and none of the values of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeVar

from attrs import Attribute, AttrsInstance, field, fields, frozen

from wselr_rules.checks import a_day, instances, or_none, text, to_frozenset, to_map, to_tuple
from wselr_rules.errors import (
    InvalidBudget,
    InvalidKeys,
    PeriodEndsBeforeItBegins,
    WrongType,
    WrongValue,
)
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.terms import AllocationKey, LegalForm, SubmissionChannel
from wselr_rules.render.shown import ShownByFields

__all__ = [
    "CENTS",
    "MOST_DIGITS",
    "Source",
    "add_up_to_one",
    "in_order",
    "in_order_of_terms",
    "positive",
    "sources_of_fields",
    "to_channels",
    "to_forms",
    "to_ids",
    "to_keys",
    "to_sources",
    "to_years",
    "whole_cents",
]

T = TypeVar("T")

#: Our own limit: a budget has fewer digits before its decimals than any state will need.
MOST_DIGITS = 30
#: The exponent of an amount in whole cents.
CENTS = -2


# A type checker reads the types of a field from its converter, so each has one of its own.


def to_ids(values: Iterable[str]) -> tuple[str, ...]:
    """The ids of sentences or readings (*kenmerken*) as a tuple."""
    return to_tuple(values)


@frozen
class Source(ShownByFields):
    """Where a value of the call comes from (*bron*): unit, validity and sentence.

    ``until`` is the last day or None where no end is set; ``sentences`` are ids of the ledger,
    ``readings`` ids of the interpretations without which the text does not give the value.
    """

    unit: str = field(validator=text)
    since: date = field(validator=a_day)
    until: date | None = field(validator=or_none(a_day))
    sentences: tuple[str, ...] = field(converter=to_ids, validator=instances(str, "ids"))
    readings: tuple[str, ...] = field(default=(), converter=to_ids, validator=instances(str, "ids"))

    def __attrs_post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise PeriodEndsBeforeItBegins("Source", self.since, self.until)


def to_years(values: Iterable[int]) -> tuple[int, ...]:
    """The plan years (*planjaren*) as a tuple."""
    return to_tuple(values)


def to_forms(values: Iterable[LegalForm]) -> frozenset[LegalForm]:
    """The legal forms (*rechtsvormen*) as a set."""
    return to_frozenset(values)


def to_channels(values: Iterable[SubmissionChannel]) -> frozenset[SubmissionChannel]:
    """The channels (*indieningskanalen*) as a set."""
    return to_frozenset(values)


def to_keys(
    pairs: Mapping[AllocationKey, Fraction] | Iterable[tuple[AllocationKey, Fraction]],
) -> FrozenMap[AllocationKey, Fraction]:
    """The keys (*verdeelsleutels*) in the order of the terms, as a mapping that cannot change."""
    return in_order_of_terms(pairs)


def in_order_of_terms(
    pairs: Mapping[AllocationKey, T] | Iterable[tuple[AllocationKey, T]],
) -> FrozenMap[AllocationKey, T]:
    """What each key has (*per verdeelsleutel*), in the order of the terms.

    Cents follow that order, so equal values divide alike in whatever order they were given.
    """
    made = to_map(pairs)
    in_order = [key for key in AllocationKey if key in made]
    return FrozenMap((key, made[key]) for key in dict.fromkeys([*in_order, *made]))


def to_sources(
    pairs: Mapping[str, Source] | Iterable[tuple[str, Source]],
) -> FrozenMap[str, Source]:
    """The sources (*bronnen*) as a mapping that cannot change."""
    return to_map(pairs)


def sources_of_fields(
    call: AttrsInstance, attribute: Attribute[Any], value: FrozenMap[str, Source]
) -> None:
    """Refuse anything but a source (*bron*) for fields of the call."""
    names = {each.name for each in fields(type(call))}
    for name, source in value.items():
        if not isinstance(source, Source):
            raise WrongType(attribute.name, "a Source for each field", source)
        if name not in names:
            raise WrongValue(attribute.name, "names of fields of the call", name)


def positive(call: object, attribute: Attribute[Any], value: int) -> None:
    """Refuse anything but a whole number of at least 1 (*geheel getal*)."""
    del call
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType(attribute.name, "a whole number", value)
    if value < 1:
        raise WrongValue(attribute.name, "a whole number of at least 1", value)


def whole_cents(call: object, attribute: Attribute[Decimal], value: Decimal) -> None:
    """Refuse anything but a positive amount in whole cents (*bedrag*), with ``InvalidBudget``."""
    del call
    if not isinstance(value, Decimal):
        raise WrongType(attribute.name, "a Decimal of euros", value)
    exponent = value.as_tuple().exponent
    is_in_cents = isinstance(exponent, int) and exponent >= CENTS
    if not is_in_cents or value <= 0 or value.adjusted() >= MOST_DIGITS:
        raise InvalidBudget(value)


def add_up_to_one(
    call: object,
    attribute: Attribute[FrozenMap[AllocationKey, Fraction]],
    value: FrozenMap[AllocationKey, Fraction],
) -> None:
    """Refuse keys (*verdeelsleutels*) that are not together exactly 1, with ``InvalidKeys``."""
    del call
    for key, share in value.items():
        if not isinstance(key, AllocationKey) or not isinstance(share, Fraction):
            raise WrongType(attribute.name, "a Fraction for each AllocationKey", (key, share))
    total = sum(value.values(), Fraction(0))
    if total != 1 or any(share < 0 for share in value.values()):
        raise InvalidKeys(total)


def in_order(call: object, attribute: Attribute[tuple[int, ...]], value: tuple[int, ...]) -> None:
    """Refuse plan years (*planjaren*) that do not follow each other."""
    for year in value:
        positive(call, attribute, year)
    if not value or any(later <= earlier for earlier, later in pairwise(value)):
        raise WrongValue(attribute.name, "one or more years, each after the one before", value)
