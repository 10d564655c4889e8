"""Times taken side by side: each contender has a turn in each round, and the order rotates.

What is told is what a contender took beside the first of its own round, so that what else the
machine does at that time weighs on both. The clock is that of the processor: it stands still
while others have their turn on it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from time import process_time

from attrs import field, frozen

#: How long a turn lasts at least, in seconds; what takes longer is run once in a turn.
TURN = 0.05
#: What takes longer in a turn, in seconds, has one in a few rounds only.
LONG = 1.0
FEW = 3


@frozen
class Contender:
    """What is timed: ``run`` does ``units`` pieces of work."""

    name: str
    run: Callable[[], object]
    units: int = 1
    #: For the page: what the name does not tell.
    note: str = ""


@frozen
class Timed:
    """What a contender took in each round: seconds for a unit, and times the first contender."""

    name: str
    seconds: Sequence[float]
    ratios: Sequence[float]
    note: str = field(default="", kw_only=True)

    @property
    def median(self):
        """Return the seconds for a unit in the middle round."""
        return median(self.seconds)

    @property
    def ratio(self):
        """Return how many times the first contender it took in the middle round."""
        return median(self.ratios)

    @property
    def spread(self):
        """Return the lower and upper quartile of the ratios."""
        if len(self.ratios) == 1:
            return self.ratios[0], self.ratios[0]
        low, _, high = quantiles(self.ratios, n=4, method="inclusive")
        return low, high

    def beside(self, other):
        """Return this one as times another one of the same race, round by round."""
        ratios = [own / its for own, its in zip(self.seconds, other.seconds, strict=False)]
        return Timed(self.name, self.seconds, ratios, note=self.note)


def race(contenders, rounds):
    """Return what each contender took in so many rounds, by name; ratios to the first."""
    gc.collect()
    gc.freeze()
    times = {each.name: _times_in_a_turn(each) for each in contenders}
    is_over = set()
    seconds = {each.name: [] for each in contenders}
    for number in range(rounds):
        place = number % len(contenders)
        for each in (*contenders[place:], *contenders[:place]):
            if each.name in is_over:
                continue
            seconds[each.name].append(_turn(each, times[each.name]))
            took = seconds[each.name][-1] * each.units
            if number + 1 >= FEW and took > LONG:
                is_over.add(each.name)
    gc.unfreeze()
    first = seconds[contenders[0].name]
    return {
        each.name: Timed(
            each.name,
            seconds[each.name],
            [own / its for own, its in zip(seconds[each.name], first, strict=False)],
            note=each.note,
        )
        for each in contenders
    }


def _times_in_a_turn(contender):
    """Return how many times it runs in a turn; the best of a few runs tells, which warm it."""
    best = TURN
    for _ in range(3):
        started = process_time()
        contender.run()
        best = min(best, process_time() - started)
        if best == TURN:
            return 1
    return max(1, round(TURN / max(best, 1e-9)))


def _turn(contender, times):
    gc.collect()
    run = contender.run
    started = process_time()
    for _ in range(times):
        run()
    return (process_time() - started) / times / contender.units
