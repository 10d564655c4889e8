"""How many instructions the main rows take: a machine that is busy counts the same.

Counted by ``valgrind --tool=callgrind`` in one process, which writes down what it has counted
whenever a function of the C library is called that nothing else calls here. So the start of Python
is not in it, and a thing is counted several times over: where the rounds differ by more than a
hundredth, no figure is told.
"""

from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks import whole_call
from tests.benchmarks.divisions import CALL, YEAR, division
from tests.benchmarks.floor_of_division import bare
from tests.benchmarks.floor_of_rules import is_eligible
from tests.benchmarks.page import Part, table
from tests.benchmarks.records import ON, records

from wselr_rules import ELIGIBLE, allocate, assess_call

COMMAND = Path(__file__).parent / "__main__.py"
#: At its first instruction the count so far is written down, and the next one begins.
MARK = "getppid"
VALGRIND = ("valgrind", "--tool=callgrind", f"--dump-before={MARK}")
TOTAL = re.compile(r"^totals: (\d+)$", re.MULTILINE)
#: How often a thing is run before it is counted, which warms it; how many counts there are of it;
#: and how often it is run for each.
WARM, ROUNDS, TIMES = 10, 5, 5
#: The most by which the counts of the same thing may differ, as a part of the middle one.
MOST_NOISE = 0.01
NUMBER = 20


def _of_rules(ask):
    def made():
        given = records(NUMBER)
        return lambda: [ask(given, each) for each in given.applications]

    return made, NUMBER


def _of_division(divide, number):
    def made():
        given = division(number)
        return lambda: divide(given)

    return made, 1


def _whole_call():
    known = whole_call.portfolio()
    asked = {"on": whole_call.ON, "call": CALL, "year": whole_call.YEAR}
    return lambda: assess_call(known, **asked)


def _allocate(given):
    return allocate(given.beneficiaries, call=CALL, year=YEAR)


#: What is counted: by name what makes it, how much of it that is, and beside which one it stands.
COUNTED = {
    "floor of the rules": (*_of_rules(lambda g, a: is_eligible(a, g.claims, CALL, ON)), ""),
    "verdict": (*_of_rules(lambda g, a: ELIGIBLE.verdict(a, g.context)), "floor of the rules"),
    "finding": (*_of_rules(lambda g, a: ELIGIBLE.finding(a, g.context)), "floor of the rules"),
    "floor of the division, 285": (*_of_division(bare, 285), ""),
    "allocate, 285": (*_of_division(_allocate, 285), "floor of the division, 285"),
    "assess_call of 39": (_whole_call, 1, ""),
}


def measured(*, rounds):
    """Return the part of the page; without valgrind it says that there is none."""
    del rounds
    words = (
        "Of one record, division or call, in millions: the middle one of "
        f"{ROUNDS} counts of {TIMES} runs each, and by how much these differ at most."
    )
    if shutil.which(VALGRIND[0]) is None:
        return Part("Instructions", "Not counted: there is no valgrind on this machine.", [])
    counts = dict(zip(COUNTED, _counted(), strict=True))
    middle = {name: median(each) for name, each in counts.items() if _noise(each) <= MOST_NOISE}
    rows = []
    for name, (_, units, floor) in COUNTED.items():
        one = f"{middle[name] / TIMES / units / 1e6:,.3f}" if name in middle else "not steady"
        is_beside = name in middle and floor in middle
        beside = f"{middle[name] / middle[floor]:.2f}" if is_beside else ""
        rows.append([name, one, beside, f"{_noise(counts[name]):.2%}"])
    head = ["", "millions", "times its floor", "counts differ by"]
    return Part("Instructions", words, [table(head, rows)])


def _noise(counts):
    return (max(counts) - min(counts)) / median(counts)


def _counted():
    """Return the counts of each thing, in their order; what was between two things is left out."""
    with TemporaryDirectory() as folder:
        written = Path(folder) / "counted"
        subprocess.run(
            [
                *VALGRIND,
                f"--callgrind-out-file={written}",
                *(sys.executable, str(COMMAND), "--child", "instructions"),
            ],
            capture_output=True,
            check=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": "0"},
        )
        for number in range(len(COUNTED)):
            first = number * (ROUNDS + 1) + 2
            yield [_total(written, each) for each in range(first, first + ROUNDS)]


def _total(written, number):
    return int(TOTAL.search(Path(f"{written}.{number}").read_text(encoding="utf-8"))[1])


def child():
    """Run all that is counted, with a mark before and after each round."""
    gc.disable()
    for made, *_ in COUNTED.values():
        run = made()
        for _ in range(WARM):
            run()
        gc.collect()
        os.getppid()
        for _ in range(ROUNDS):
            for _ in range(TIMES):
                run()
            os.getppid()
