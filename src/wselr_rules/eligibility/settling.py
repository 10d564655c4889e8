"""Which readings settle an answer (*bepalende lezingen*).

As long as these are chosen as they are, the answer is the same, whatever is chosen for the other
open questions; and none of them can be left out. The module knows no rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

from wselr_rules.checks import unchecked
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import Readings, interpretation

__all__ = ["choices", "settling"]


def settling(
    names: Iterable[str], call: OpenCall, is_same: Callable[[OpenCall], bool]
) -> dict[str, str]:
    """The readings among ``names`` that settle an answer, by id, with the choice of ``call``.

    ``names`` are fields of ``Readings``: all that can bear on the answer. ``is_same`` tells of
    the call by other readings whether the answer is still the same.
    """
    kept = list(names)
    free: list[str] = []
    for name in tuple(reversed(kept)):
        if all(is_same(call.read_as(each)) for each in _otherwise(name, free, call.readings)):
            free.append(name)
            kept.remove(name)
    return choices(kept, call)


def choices(names: Iterable[str], call: OpenCall) -> dict[str, str]:
    """The readings that ``call`` chooses for these fields (*gekozen lezingen*), by id."""
    asked = (interpretation(name) for name in names)
    return {each.id: str(each.chosen_in(call.readings).value) for each in asked}


def _otherwise(name: str, free: Iterable[str], readings: Readings) -> Iterator[Readings]:
    """Every way to read ``name`` otherwise, and the questions in ``free`` in any way."""
    asked = [interpretation(each) for each in free]
    others = interpretation(name).others_in(readings)
    for other, *chosen in product(others, *(type(each.default) for each in asked)):
        pairs = zip(asked, chosen, strict=True)
        choice: dict[str, Any] = {name: other, **{each.name: way for each, way in pairs}}
        yield unchecked(readings, **choice)
