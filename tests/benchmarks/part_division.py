"""The division in time, from 40 beneficiaries to a million, and how it grows."""

from __future__ import annotations

from math import log
from statistics import linear_regression

from tests.benchmarks.divisions import CALL, POTS, YEAR, division, in_cents
from tests.benchmarks.floor_of_division import bare, in_floats, in_fractions
from tests.benchmarks.page import Part, Target, seconds, table, times_table
from tests.benchmarks.peers_of_division import DIVIDERS, NOT_HERE
from tests.benchmarks.timing import Contender, race

from wselr_rules import allocate
from wselr_rules.allocation.division import by_largest_remainder

SIZES = (40, 285, 10_000, 100_000, 1_000_000)
#: Fractions of a million rows take minutes, and no target is about them.
MOST_FRACTIONS = 10_000
ALLOCATE = "**allocate**"
AND_READ = "allocate, and every grant read"
FLOOR = "the floor"
FRACTIONS = "fractions"
ONE_POT = "one pot of ours"
#: How long a peer may take for one division, in seconds.
PATIENCE = 5.0
WHY_GRANTS = (
    "A grant in euros holds four decimals, a reduced fraction and a mapping, each of which can be "
    "handed on by itself; that takes longer than its share of the division. The floor makes one "
    "bare object with whole cents."
)
WHY_FRACTIONS = (
    "Fractions divide by the same algorithm's simpler half, and with few beneficiaries the floor "
    "itself takes more than a tenth of their time."
)


def measured(*, rounds):
    """Return the part of the page, once all that divide exactly have given the same cents."""
    is_quick = rounds < 5
    sizes = SIZES[:-1] if is_quick else SIZES
    tables, targets, grown = [], [], []
    for size in sizes:
        timed = race(_contenders(size), rounds if size < MOST_FRACTIONS else max(1, rounds // 5))
        grown.append((size, timed[ALLOCATE].median))
        targets += _targets(size, timed)
        tables += [f"### {size:,} beneficiaries\n", times_table(timed.values(), "all", FLOOR)]
    exponent = _exponent(grown)
    targets.append(Target("growth of allocate", "n to n log n", exponent, 1.15, "as exponent"))
    tables += ["### One pot alone\n", _one_pot(sizes, max(1, rounds // 5)), f"{NOT_HERE}\n"]
    return Part(
        "The division",
        "The floor is the same algorithm on bare whole numbers, without a check, and as many "
        "unchecked attrs objects. What allocate answers holds whole cents and makes a grant in "
        "euros when it is asked for, so it stands here once more with all of them asked for. "
        "Fractions give the amounts and each pot by largest remainder, "
        "which is less than the table; numpy in floats gives amounts only, of which it is not "
        f"asked that they are right. Time grows as n to the power {exponent:.2f}, fitted from "
        f"{MOST_FRACTIONS:,} to {sizes[-1]:,}.",
        tables,
        targets,
    )


def _targets(size, timed):
    words = f"at most 1.5 times its floor, {size:,} beneficiaries"
    targets = [
        Target(ALLOCATE, words, timed[ALLOCATE].ratio, 1.5, reason=WHY_GRANTS),
        Target(AND_READ, words, timed[AND_READ].ratio, 1.5, reason=WHY_GRANTS),
    ]
    if FRACTIONS in timed:
        beside = timed[ALLOCATE].beside(timed[FRACTIONS]).ratio
        words = f"at most a tenth of fractions, {size:,} beneficiaries"
        targets.append(Target(ALLOCATE, words, beside, 0.1, reason=WHY_FRACTIONS))
    return targets


def _contenders(size):
    given = division(size)
    allocation = allocate(given.beneficiaries, call=CALL, year=YEAR)
    amounts = in_cents(allocation)
    if [each.amount for each in bare(given)] != amounts:
        raise ValueError("the floor does not divide as the library does")
    entered = [
        Contender(FLOOR, lambda: bare(given)),
        Contender(ALLOCATE, lambda: allocate(given.beneficiaries, call=CALL, year=YEAR)),
        Contender(AND_READ, lambda: allocate(given.beneficiaries, call=CALL, year=YEAR).grants),
        Contender("numpy, floats", lambda: in_floats(given)),
    ]
    if size <= MOST_FRACTIONS:
        if in_fractions(given)[0] != amounts:
            raise ValueError("fractions do not divide as the library does")
        entered.append(Contender(FRACTIONS, lambda: in_fractions(given)))
    return entered


def _exponent(grown):
    """Return the power of the number with which time grows, fitted to the large ones."""
    large = [pair for pair in grown if pair[0] >= MOST_FRACTIONS]
    sizes, times = zip(*large, strict=True)
    return linear_regression([log(each) for each in sizes], [log(each) for each in times]).slope


def _one_pot(sizes, rounds):
    """Return how the packages divide one pot, each up to the size that it can do in time."""
    rows = []
    slow = {}
    for size in sizes:
        given = division(size)
        pot, column = POTS[0], given.weights[0]
        expected = by_largest_remainder(pot, column, given.ids)
        entered = [_own(pot, column, given.ids)]
        notes = {}
        for each in DIVIDERS:
            if each.name in slow:
                notes[each.name] = slow[each.name]
                continue
            contender = Contender(each.name, _dividing(each, pot, column))
            notes[each.name] = _said(contender, expected)
            if notes[each.name].startswith("fails"):
                slow[each.name] = notes[each.name]
            else:
                entered.append(contender)
        timed = race(entered, rounds)
        for name, each in timed.items():
            if each.median * 10 > PATIENCE:
                slow[name] = f"not asked: {seconds(each.median)} for {size:,}"
        for name in (ONE_POT, *notes):
            ratio = f"{timed[name].ratio:.2f}" if name in timed else ""
            took = seconds(timed[name].median) if name in timed else ""
            rows.append([f"{size:,}", name, ratio, took, notes.get(name, "")])
    return table(["rows", "", f"times {ONE_POT}", "median", "its cents"], rows)


def _own(pot, column, ids):
    return Contender(ONE_POT, lambda: by_largest_remainder(pot, column, ids))


def _dividing(divider, pot, column):
    return lambda: divider.divide(pot, column)


def _said(contender, expected):
    """Return whether the cents are right, or how it fails, in words."""
    try:
        cents = list(contender.run())
    except Exception as error:  # noqa: BLE001 -- whatever a peer raises is its answer
        return f"fails: {type(error).__name__}"
    wrong = sum(own != right for own, right in zip(cents, expected, strict=True))
    return "right" if not wrong else f"{wrong:,} of {len(expected):,} wrong"
