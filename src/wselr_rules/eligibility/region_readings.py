"""The readings that a finding on the region depends on (*bepalende lezingen*), I01 to I06 and I13.

It tries the other readings and compares what they give. It knows what can have a bearing at all,
so that most of them need no trial; what the rule itself says is for ``region``.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from datetime import date
from enum import Enum
from itertools import product
from typing import Any, TypeAlias

from attrs import evolve, frozen

from wselr_rules.domain.history import DAY, dates_of, values_of
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.standing import has_changes
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.region_duties import Judged, duties_of, judge, judge_by
from wselr_rules.eligibility.region_words import Words, words_on
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import Existing, NewDeadline, Readings, interpretation

__all__ = ["bearing_on"]

#: The readings that say whether it fits; the others say which duty it has.
_OF_THE_FIT = ("region_map", "derogation")

#: What another reading may change: the verdict, the message and the dates that it names.
_Answer: TypeAlias = tuple[Verdict, str, date | None, tuple[object, ...]]


def bearing_on(judged: Judged, words: Words) -> tuple[str, ...]:
    """The names of the readings on which this answer depends (*bepalende lezingen*), in order.

    Those of which another choice, all else as chosen, gives another answer. To them are added,
    so that whatever is chosen for the others leaves the verdict as it is, those that change it
    only together, one as soon as one is enough, and, where the recognition or the legal form is
    not known, all that may bear on a way in which it turns out.
    """
    past = _Past.of(judged)
    names = tuple(_may_bear(judged, past))
    if past.is_open or not names:
        return names
    trial = _Trial(judged, _answer(judged, words))
    others = [name for name in names if not trial.depends_on(name)]
    if trial.is_settled_whatever(others):
        free = others
    else:
        free = []
        for name in others:
            if trial.is_settled_whatever([*free, name]):
                free.append(name)
    return tuple(name for name in names if name not in free)


# --- what may have a bearing --------------------------------------------------------------


@frozen
class _Past:
    """What of its past may make it existing, changed or new, by any reading of I01 to I03."""

    may_have_existed: bool
    #: Whether its recognition or a form that is not known leaves more than one standing.
    is_open: bool
    #: Whether anything changed since the earliest baseline, and between the two of I01.
    has_changed: bool
    has_changed_between: bool
    is_recognised_between: bool
    since: date

    @classmethod
    def of(cls, judged: Judged) -> _Past:
        regieverband = judged.regieverband
        first, last = _baselines(judged.call)
        recognised = regieverband.recognised_on
        is_known = recognised is not None
        between = isinstance(recognised, date) and first.existing_before <= recognised < last
        before = isinstance(recognised, date) and recognised < first.existing_before
        may_have_existed = before or between or not is_known
        changed = may_have_existed and has_changes(regieverband, first.last_day, first)
        return cls(
            may_have_existed,
            not is_known or (changed and None in values_of(regieverband.legal_form)),
            changed,
            changed and has_changes(regieverband, last - DAY, first),
            between or not is_known,
            first.existing_before,
        )


def _baselines(call: OpenCall) -> tuple[OpenCall, date]:
    """The call as read with the earliest baseline, and the first day after the latest one."""
    (other,) = interpretation("existing").others_in(call.readings)
    read = _read(call, {"existing": other})
    first, last = sorted((call, read), key=lambda each: each.existing_before)
    return first, last.existing_before
