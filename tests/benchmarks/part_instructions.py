"""How many instructions the main rows take: a machine that is busy counts the same.

Counted by ``valgrind --tool=callgrind`` around a Python that runs a thing a few times and one
that runs it three times as often; the difference is the thing itself, without the start.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks import whole_call
from tests.benchmarks.divisions import CALL, YEAR, division
from tests.benchmarks.floor_of_division import bare
from tests.benchmarks.floor_of_rules import is_eligible
from tests.benchmarks.page import Part, table
from tests.benchmarks.records import ON, records

from wselr_rules import ELIGIBLE, allocate, assess_call

COMMAND = Path(__file__).parent / "__main__.py"
VALGRIND = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")
SUM = re.compile(r"Collected : (\d+)")
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
    words = "Of one record, division or call, in millions."
    if shutil.which(VALGRIND[0]) is None:
        return Part("Instructions", "Not counted: there is no valgrind on this machine.", [])
    counts = {name: (_counted(name, 3) - _counted(name, 1)) / 2 for name in COUNTED}
    rows = []
    for name, (_, units, floor) in COUNTED.items():
        beside = f"{counts[name] / counts[floor]:.2f}" if floor else ""
        rows.append([name, f"{counts[name] / units / 1e6:,.3f}", beside])
    return Part("Instructions", words, [table(["", "millions", "times its floor"], rows)])


def _counted(name, times):
    run = subprocess.run(
        [*VALGRIND, sys.executable, str(COMMAND), "--child", "instructions", name, str(times)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    return int(SUM.search(run.stderr)[1])


def child(name, times):
    """Run what is counted so many times, after a first one that warms it."""
    run = COUNTED[name][0]()
    for each in islice(cycle([run]), 1 + int(times)):
        each()
