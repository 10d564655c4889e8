"""The cents left over by rounding down (*overgebleven centen*): which cells get one.

It knows remainders, whole numbers of parts of a cent, with the rows in the order that settles
ties. It knows no ids, no weights and no pots of cents.

Among a fixed number of cents to give, the least squares are those with the largest remainders:
rounding a remainder r of u parts up instead of down changes the square by u * (u - 2 * r). So
both kinds of closeness are sums over the cells that get a cent, and a cheapest flow finds the
best ones. Each row first has its cents where its own remainders are largest: no row could do
better. Chains of moves of one cent then settle what the pots have too many or too few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wselr_rules.allocation.chains import mend

__all__ = ["largest", "spend"]


def largest(remainders: Sequence[int], spare: int) -> list[int]:
    """Give 1 to the largest remainders (*grootste resten*), 0 to the others; ties to the first.

    ``spare`` is how many get a 1. Bare numbers are sorted to find the cut; who comes first is
    only looked at on the cut itself.
    """
    if spare == 0:
        return [0] * len(remainders)
    cut = sorted(remainders, reverse=True)[spare - 1]
    given = [1 if remainder > cut else 0 for remainder in remainders]
    at_cut = -1
    for _ in range(spare - sum(given)):
        at_cut = remainders.index(cut, at_cut + 1)
        given[at_cut] = 1
    return given


def spend(remainders: Sequence[Sequence[int]], unit: int) -> list[int]:
    """Choose who gets the cents left over (*overgebleven centen*) in the closest table.

    ``remainders[k][i]`` is what remains of row ``i`` in pot ``k``, in parts of which ``unit``
    make a cent. The answer has a whole number per row, with bit ``k`` set if its component in
    pot ``k`` gets a cent; bits above those of the pots mean nothing. The order of preference is
    that of ``division.closest_table``.
    """
    if not remainders:
        return []
    sums = list(map(sum, zip(*remainders, strict=True)))
    rests = [total % unit for total in sums]
    raised = largest(rests, sum(rests) // unit)
    counts = [total // unit + up for total, up in zip(sums, raised, strict=True)]
    wanted = [sum(column) // unit for column in remainders]
    held = _rounded_by_row(remainders, counts)
    rows = Counter(held).items()
    surplus = [
        sum(times for row, times in rows if row >> k & 1) - cents for k, cents in enumerate(wanted)
    ]
    if any(surplus):
        worth = _worth(remainders)
        if not mend(worth, held, surplus):
            # No table has these amounts. Rounding an amount down becomes one more pot, so dear
            # that the amounts come before all components, and the chains go on from here.
            rounded_down = [int(rest > 0) - up for rest, up in zip(rests, raised, strict=True)]
            held = [row | down << len(worth) for row, down in zip(held, rounded_down, strict=True)]
            worth.append(_worth_of_rounding_down(rests, unit, len(worth)))
            mend(worth, held, [*surplus, 0])
    return held


def _worth(remainders: Sequence[Sequence[int]]) -> list[list[int]]:
    """Say what each cell gains by a cent: its remainder, and below that the order of ties.

    Tables are compared by the sum of the remainders that get a cent, then by the row numbers
    in the first pot, the second, and on. Row numbers count with powers of the number of rows,
    so that in no chain the later pots outweigh the earlier, nor all together one remainder.
    The last pot needs none: the others decide it. A cell that may get no cent is worth 0.
    """
    rows, pots = len(remainders[0]), len(remainders)
    scale = rows ** (pots - 1)
    ties = [*(rows ** (pots - 2 - k) for k in range(pots - 1)), 0]
    return [
        [rest and rest * scale - i * tie for i, rest in enumerate(column)]
        for column, tie in zip(remainders, ties, strict=True)
    ]


def _worth_of_rounding_down(rests: Sequence[int], unit: int, pots: int) -> list[int]:
    """Say what it gains to round an amount down: the smaller its rest the more, then later ids.

    The smallest difference is worth more than all that the components of a chain can gain.
    """
    rows = len(rests)
    dear = pots * unit * rows ** (pots - 1)
    return [rest and ((unit - rest) * rows + i) * dear for i, rest in enumerate(rests)]


def _rounded_by_row(remainders: Sequence[Sequence[int]], counts: Sequence[int]) -> list[int]:
    """Let each row have its cents where its own remainders are largest, whatever the pots have.

    Of equal remainders the later pot comes first, as in the order of ties.
    """
    pots = len(remainders)
    # The pot stands in the number, so that bare numbers are compared. One that may get no cent
    # comes last by itself: no row has more cents than remainders.
    ranked = [[rest * pots + k for rest in column] for k, column in enumerate(remainders)]
    every_pot = (1 << pots) - 1
    held: list[int] = []
    for count, row in zip(counts, zip(*ranked, strict=True), strict=True):
        # Nearly every row gets one cent or all but one, for which nothing need be sorted.
        if count == 1:
            held.append(1 << max(row) % pots)
        elif count == pots - 1:
            held.append(every_pot ^ 1 << min(row) % pots)
        else:
            first = sorted(row, reverse=True)[:count]
            held.append(sum([1 << number % pots for number in first]))
    return held
