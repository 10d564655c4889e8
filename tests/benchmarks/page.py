"""The page of results: parts with tables and targets, in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

INTRODUCTION = """\
# Performance

Made by `nox -s benchmarks`; nothing here is written by hand. No figure is a promise: machines
differ, and this one did other work too. What can be compared are ratios within this run, in which
all contenders of a table had a turn in every round, in another order each time. *Times* is the
median over the rounds of what a contender took divided by what the first row of its table took in
the same round, in time of the processor, and *spread* the lower and upper quartile of that. Every
answer was checked before its time was taken.
"""


@frozen
class Target:
    """What was aimed at: a measure, in words and as the most that it may be.

    ``reason`` is told where it is missed: what was found when it was last profiled.
    """

    measure: str
    words: str
    figure: float
    most: float
    unit: str = "times"
    reason: str = ""

    @property
    def is_met(self):
        """Whether the figure is within the target."""
        return self.figure <= self.most


@frozen
class Part:
    """A part of the page."""

    title: str
    words: str
    tables: Sequence[str]
    targets: Sequence[Target] = ()


def page(machine, parts):
    """Return the page in Markdown: the machine, the targets of all parts, and each part."""
    targets = [each for part in parts for each in part.targets]
    rows = [
        [each.measure, each.words, f"{_figure(each.figure)} {each.unit}", _met(each)]
        for each in targets
    ]
    sections = [INTRODUCTION, table(["of this run", ""], machine)]
    if rows:
        sections += ["## Targets\n", table(["what", "target", "measured", ""], rows)]
        reasons = dict.fromkeys(each.reason for each in targets if not each.is_met)
        sections += ["Why, where one is missed:\n", *(f"- {each}" for each in reasons), ""]
    for part in parts:
        sections += [f"## {part.title}\n", f"{part.words}\n", *part.tables]
    return "\n".join(sections)


def table(head, rows):
    """Return a table of texts."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(str, each))} |\n" for each in lines)


def times_table(timed, unit, first):
    """Return the table of a race; ``unit`` is what the time is of."""
    rows = [
        [each.name, f"{_figure(each.ratio)}", _spread(each), seconds(each.median)]
        for each in sorted(timed, key=lambda each: each.ratio)
    ]
    return table(["", f"times {first}", "spread", f"median for {unit}"], rows)


def seconds(value):
    """Return a time in a unit that suits it."""
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size:
            return f"{_figure(value / size)} {unit}"
    return f"{_figure(value / 1e-9)} ns"


def _spread(timed):
    low, high = timed.spread
    return f"{_figure(low)} to {_figure(high)}"


def _figure(value):
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f}"


def _met(target):
    return "met" if target.is_met else "**missed**"
