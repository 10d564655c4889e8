"""A sweep over what-ifs of the example, on one process and on two."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib import import_module
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.page import Part, Target, seconds, table

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
#: How many scenarios a task.
BATCH = 1_000
ROUNDS = 3


def measured(*, rounds):
    """Return the part of the page, for so many scenarios."""
    sys.path.append(str(EXAMPLES))
    run, batches = _asked(rounds)
    took = {1: [], 2: []}
    outcomes = {}
    with _workers(1) as one, _workers(2) as two:
        for workers in (one, two):
            # They start, and import what they need, before any time is taken.
            [*workers.map(run, batches[:2])]
        for _ in range(ROUNDS):
            for number, workers in ((1, one), (2, two)):
                started = perf_counter()
                outcomes[number] = [*chain.from_iterable(workers.map(run, batches))]
                took[number].append(perf_counter() - started)
    if outcomes[1] != outcomes[2]:
        raise ValueError("two processes find other outcomes than one")
    return _part(rounds, took)


def _asked(number):
    """Return what a worker runs, and what it is told of so many scenarios, a batch at a time."""
    applicants, assumptions, what_ifs = map(
        import_module, ("applicants", "assumptions", "what_ifs")
    )
    data = EXAMPLES / "data"
    towns = applicants.read_municipalities(data / "figures.csv")
    portfolio = assumptions.as_assumed(applicants.read_applicants(data / "applicants.json"), towns)
    on, year = assumptions.DAYS[0], assumptions.PLAN_YEAR
    these = what_ifs.what_ifs(assumptions.CALL, portfolio, towns, on)
    described = [(str(n), each) for n, each in enumerate(what_ifs.descriptions(these, number, 1))]
    batches = [described[start : start + BATCH] for start in range(0, number, BATCH)]
    return partial(what_ifs.outcomes_of, these=these, on=on, year=year), batches


def _workers(number):
    return ProcessPoolExecutor(number, get_context("spawn"))


def _part(number, took):
    rows = [
        [processes, seconds(median(each)), seconds(median(each) / number)]
        for processes, each in took.items()
    ]
    both, alone = took[2], took[1]
    part_of_one = median(two / one for one, two in zip(alone, both, strict=True))
    return Part(
        "A sweep",
        f"{number:,} scenarios over the 21 applicants of the example, made by "
        f"`docs/examples/what_ifs.py`, in batches of {BATCH:,}: the median of {ROUNDS} rounds. By "
        "the clock on the wall, for what is asked is how much sooner two processes are ready.",
        [table(["processes", "all", "a scenario"], rows)],
        [
            Target(
                "100,000 scenarios on two processes",
                "at most 300 s",
                median(both) / number * 100_000,
                300,
                "s",
            ),
            Target("a sweep on two processes", "at most 1 / 1.8 of one", part_of_one, 1 / 1.8),
        ],
    )
