"""What importing takes, each in a new interpreter that says so itself."""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.page import Part, Target, table
from tests.benchmarks.timing import Timed

PROGRAM = """
import sys
from os import sysconf
from time import process_time
def resident():
    with open("/proc/self/statm") as told:
        return int(told.read().split()[1]) * sysconf("SC_PAGE_SIZE")
before, started = resident(), process_time()
{statement}
took = process_time() - started
print(took, resident() - before, len(sys.modules))
"""
DEPENDENCIES = "import attrs, cattrs, dateutil"
STATEMENTS = (
    DEPENDENCIES,
    "import wselr_rules",
    "import wselr_rules, wselr_rules.wire",
    "import pydantic; from pydantic import BaseModel",
)


def measured(*, rounds):
    """Return the part of the page."""
    told = {each: [] for each in STATEMENTS}
    with TemporaryDirectory() as folder:
        # The first ones write what is compiled, wherever the settings would have none written.
        for statement in STATEMENTS:
            _imported(statement, folder)
        for number in range(rounds):
            place = number % len(STATEMENTS)
            for statement in (*STATEMENTS[place:], *STATEMENTS[:place]):
                told[statement].append(_imported(statement, folder))
    times = {name: [each[0] for each in told[name]] for name in STATEMENTS}
    first = Timed(DEPENDENCIES, times[DEPENDENCIES], [1.0] * rounds)
    timed = {name: Timed(name, times[name], []).beside(first) for name in STATEMENTS}
    rows = [
        [
            f"`{name}`",
            f"{each.ratio:.2f}",
            "{:.2f} to {:.2f}".format(*each.spread),
            f"{each.median * 1000:.0f} ms",
            f"{median(one[1] for one in told[name]) / 2**20:.1f} MiB",
            int(median(one[2] for one in told[name])),
        ]
        for name, each in timed.items()
    ]
    head = ["", "times the dependencies", "spread", "median", "memory", "modules"]
    return Part(
        "Import",
        "Each in a new interpreter, which looks at its own processor time around the statement; "
        "memory is by how much the statement made it grow. All code was compiled before.",
        [table(head, rows)],
        [
            Target(
                "import wselr_rules",
                "at most 1.5 times its three dependencies",
                timed["import wselr_rules"].ratio,
                1.5,
                reason="attrs writes and compiles the methods of each of some two hundred classes "
                "when they are imported, which takes most of the time. To import a part of them "
                "only when it is first named would move the time and not save it.",
            )
        ],
    )


def _imported(statement, folder):
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(statement=statement)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=env | {"PYTHONPYCACHEPREFIX": folder},
    )
    return tuple(float(each) for each in run.stdout.split())
