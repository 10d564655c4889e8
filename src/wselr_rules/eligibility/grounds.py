"""Grounds (*gronden*): the smallest parts by which a whole is not met or undecided, over time.

It knows findings and from when to when each of them holds, and no rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import ge

from attrs import evolve, frozen

from wselr_rules.eligibility.causes import Turns, are_alike
from wselr_rules.eligibility.finding import Finding
from wselr_rules.errors import WrongValue
from wselr_rules.render.shown import ShownByFields

__all__ = ["Ground", "grounds_over"]


@frozen
class Ground(ShownByFields):
    """A part by which a whole is not met or undecided (*grond*), and when it was one.

    ``criterion`` is its id. It is one from ``since`` up to, not on, ``until``. ``findings`` are
    what was found of it, each as it reads on the day from which it is so.
    """

    criterion: str
    since: date
    until: date
    findings: tuple[tuple[date, Finding], ...]

    def __attrs_post_init__(self) -> None:
        days = [since for since, _ in self.findings]
        ends = [*days[1:], self.until]
        if days[:1] != [self.since] or any(map(ge, days, ends)):
            raise WrongValue("Ground.findings", "the first since it is one, then in order", days)


def grounds_over(turns: Turns, found: Iterable[tuple[date, date, Finding]]) -> tuple[Ground, ...]:
    """The grounds of findings with one verdict (*gronden*), in order of time.

    Each finding comes with the day from which and the day until which it is so, and they follow
    each other. What is a ground without interruption is one.
    """
    grounds: dict[str, list[Ground]] = {}
    for since, until, finding in found:
        for smallest in _smallest(turns, finding):
            held = grounds.setdefault(smallest.criterion, [])
            if held and held[-1].until == since:
                held.append(_longer(held.pop(), until, since, smallest))
            elif not held or held[-1].until < since:
                held.append(Ground(smallest.criterion, since, until, ((since, smallest),)))
    in_order = (ground for held in grounds.values() for ground in held)
    return tuple(sorted(in_order, key=lambda ground: ground.since))


def _longer(ground: Ground, until: date, since: date, finding: Finding) -> Ground:
    is_known = are_alike(ground.findings[-1][1], finding)
    news = () if is_known else ((since, finding),)
    return evolve(ground, until=until, findings=(*ground.findings, *news))


def _smallest(turns: Turns, finding: Finding) -> Iterator[Finding]:
    """The smallest parts that have the verdict of the whole and give it to it."""
    of_parts = [
        each
        for part, child in zip(turns.parts, finding.children, strict=False)
        if child.verdict is finding.verdict
        for each in _smallest(part, child)
    ]
    # A negation, and what all cases agree on, has its verdict by itself and not by a part.
    yield from of_parts or [finding]
