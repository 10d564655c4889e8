"""Beneficiaries (*begunstigden*) and the weights that their counts give them.

It knows counts and keys, and which counts cannot be divided by. It knows no euros, and not who
may be a beneficiary.

Sources: S18 to S20; reading I12.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from operator import attrgetter
from typing import cast

from attrs import Attribute, field, frozen

from wselr_rules.checks import an_id, unique_ids
from wselr_rules.errors import (
    InvalidCount,
    NegativeWeight,
    NoBeneficiaries,
    UnknownWeight,
    WrongType,
    ZeroKeyTotal,
)
from wselr_rules.law.readings import ZeroKey
from wselr_rules.law.terms import AllocationKey
from wselr_rules.render.shown import ShownByFields

__all__ = ["Beneficiary", "check_counts", "in_order", "weights_of"]


def _whole_number_or_unknown(
    beneficiary: Beneficiary, attribute: Attribute[int | None], value: object
) -> None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise InvalidCount(beneficiary.id, attribute.name, value)


@frozen
class Beneficiary(ShownByFields):
    """An approved applicant (*begunstigde*) with the counts of its territory.

    ``id`` is that of the application. A count of None is not known. Raises ``EmptyId``,
    ``WrongType``, or ``InvalidCount`` for what is no whole number; that a count is not known or
    negative is for ``allocate`` to say, of all beneficiaries at once.
    """

    id: str = field(validator=an_id)
    working_age_population: int | None = field(kw_only=True, validator=_whole_number_or_unknown)
    job_seekers: int | None = field(kw_only=True, validator=_whole_number_or_unknown)


def in_order(beneficiaries: Iterable[Beneficiary]) -> tuple[Beneficiary, ...]:
    """Put beneficiaries in order of id (*op volgorde van kenmerk*), by Unicode code point.

    Raises ``WrongType``, ``NoBeneficiaries`` or ``DuplicateId``.
    """
    given = tuple(beneficiaries)
    for beneficiary in given:
        if not isinstance(beneficiary, Beneficiary):
            raise WrongType("beneficiaries", "a Beneficiary", beneficiary)
    if not given:
        raise NoBeneficiaries
    own_id = attrgetter("id")
    unique_ids("beneficiary", map(own_id, given))
    return tuple(sorted(given, key=own_id))


def check_counts(
    beneficiaries: Sequence[Beneficiary],
    keys: Mapping[AllocationKey, Fraction],
    zero_key: ZeroKey,
) -> None:
    """Refuse counts that cannot be divided by (*onbruikbare aantallen*), naming all of them.

    Raises ``UnknownWeight`` or ``NegativeWeight`` for the first key that has any, and
    ``ZeroKeyTotal`` for all keys that are zero for everyone, unless the reading divides those
    in equal parts. A key that divides nothing needs no counts.
    """
    zero: list[str] = []
    for key in (key for key, fraction in keys.items() if fraction):
        counts = _counts(beneficiaries, key)
        if None in counts:
            raise UnknownWeight(_field_of(key), _ids_where(beneficiaries, counts, _is_unknown))
        if min(cast("list[int]", counts)) < 0:
            raise NegativeWeight(_field_of(key), _ids_where(beneficiaries, counts, _is_negative))
        if not any(counts):
            zero.append(_field_of(key))
    if zero and zero_key is ZeroKey.ERROR:
        raise ZeroKeyTotal(tuple(zero))


def weights_of(
    beneficiaries: Sequence[Beneficiary], keys: Mapping[AllocationKey, Fraction]
) -> list[list[int]]:
    """Give the weights by key (*gewichten*), once the counts have been checked.

    Weights are equal for a key that is zero for everyone, and for one that divides nothing.
    """
    columns: list[list[int]] = []
    for key, fraction in keys.items():
        counts = [count or 0 for count in _counts(beneficiaries, key)] if fraction else []
        columns.append(counts if any(counts) else [1] * len(beneficiaries))
    return columns


def _counts(beneficiaries: Sequence[Beneficiary], key: AllocationKey) -> list[int | None]:
    """Give the counts that a key divides by; in equal parts everyone counts one."""
    if key is AllocationKey.WORKING_AGE_POPULATION:
        return [beneficiary.working_age_population for beneficiary in beneficiaries]
    if key is AllocationKey.JOB_SEEKERS:
        return [beneficiary.job_seekers for beneficiary in beneficiaries]
    return [1] * len(beneficiaries)


def _is_unknown(count: int | None) -> bool:
    return count is None


def _is_negative(count: int | None) -> bool:
    return count is not None and count < 0


def _ids_where(
    beneficiaries: Sequence[Beneficiary],
    counts: Sequence[int | None],
    is_wrong: Callable[[int | None], bool],
) -> tuple[str, ...]:
    return tuple(
        beneficiary.id
        for beneficiary, count in zip(beneficiaries, counts, strict=True)
        if is_wrong(count)
    )


def _field_of(key: AllocationKey) -> str:
    return key.name.lower()
