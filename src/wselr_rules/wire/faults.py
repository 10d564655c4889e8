"""What is wrong in a document (*fouten in een document*), and where it stands.

It knows faults, their paths and their order. It knows no type and no document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import frozen

from wselr_rules.errors import InvalidDocument, Problem
from wselr_rules.wire.plain import shown

__all__ = [
    "MOST_PROBLEMS",
    "Fault",
    "Step",
    "Unfit",
    "for_each",
    "in_document_order",
    "invalid",
    "unfit",
]

#: From an object or a list to one of its values: a key, or an index.
Step: TypeAlias = str | int

#: Our own limit: who sends a million wrong values needs no million messages.
MOST_PROBLEMS = 1000
#: A key that a path shows as it is; any other one stands between brackets and quotes.
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")


@frozen
class Fault:
    """One thing that is wrong (*fout*), and the steps that lead to it."""

    steps: tuple[Step, ...]
    message: str

    def below(self, step: Step) -> Fault:
        """The same, seen from one step higher (*hoger gezien*)."""
        return Fault((step, *self.steps), self.message)

    def as_problem(self) -> Problem:
        """The same with a written path (*probleem*)."""
        return Problem("$" + "".join(map(_written, self.steps)), self.message)


class Unfit(Exception):
    """A value that does not fit (*ongeschikt*), with all its faults; it stays within ``wire``."""

    def __init__(self, *faults: Fault) -> None:
        """Take the faults in the order in which they are to be told."""
        super().__init__(*faults)
        self.faults = faults

    def below(self, step: Step) -> Iterator[Fault]:
        """The faults, seen from one step higher (*hoger gezien*)."""
        return (fault.below(step) for fault in self.faults)


def unfit(expected: str, value: object) -> Unfit:
    """A single fault (*één fout*): what was expected here and what was got."""
    return Unfit(Fault((), f"expected {expected}, got {shown(value)}"))


def for_each(
    values: Iterable[tuple[Step, object]], act: Callable[[object], object]
) -> list[object]:
    """What each value becomes (*voor elk*); faults are collected up to the limit, then raised."""
    made: list[object] = []
    faults: list[Fault] = []
    for step, value in values:
        try:
            made.append(act(value))
        except Unfit as error:
            faults.extend(error.below(step))
            if len(faults) > MOST_PROBLEMS:
                break
    if faults:
        raise Unfit(*faults)
    return made


def in_document_order(faults: Iterable[Fault], data: Mapping[str, object]) -> list[Fault]:
    """The faults of an object in the order of its keys (*volgorde van het document*).

    Those of the object itself come first, those of keys that it lacks last.
    """
    places: dict[Step, int] = {key: place for place, key in enumerate(data)}

    def place_of(fault: Fault) -> int:
        return places.get(fault.steps[0], len(places)) if fault.steps else -1

    return sorted(faults, key=place_of)


def invalid(error: Unfit) -> InvalidDocument:
    """The error (*ongeldig document*) that tells all faults, or the first of very many."""
    problems = [fault.as_problem() for fault in error.faults[:MOST_PROBLEMS]]
    if len(error.faults) > MOST_PROBLEMS:
        problems.append(Problem("$", f"has more problems than these {MOST_PROBLEMS}"))
    return InvalidDocument(tuple(problems))


def _written(step: Step) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN_KEY.fullmatch(step) else f"[{shown(step)}]"
