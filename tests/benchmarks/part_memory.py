"""What a division takes at its peak, asked of Python itself in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from pathlib import Path

from tests.benchmarks.divisions import CALL, YEAR, division
from tests.benchmarks.floor_of_division import bare
from tests.benchmarks.page import Part, Target, table

from wselr_rules import allocate

COMMAND = Path(__file__).parent / "__main__.py"
WHAT = {
    "allocate": lambda given: allocate(given.beneficiaries, call=CALL, year=YEAR),
    "allocate, and every grant read": lambda given: _read(given.beneficiaries),
    "floor": bare,
}


def _read(beneficiaries):
    """Return an allocation of which all grants were asked for."""
    allocation = allocate(beneficiaries, call=CALL, year=YEAR)
    return allocation if allocation.grants else None


def measured(*, rounds):
    """Return the part of the page, for so many beneficiaries."""
    peaks = {name: _peak(name, rounds) for name in WHAT}
    rows = [
        [name, f"{peak:,.0f} bytes", f"{held:,.0f} bytes"] for name, (peak, held) in peaks.items()
    ]
    return Part(
        "Memory",
        f"Of a division among {rounds:,}, for each of them, beside what was given: at the peak, "
        "and what the answer holds.",
        [table(["", "at the peak", "held by the answer"], rows)],
        [
            Target(
                "memory of allocate",
                f"under 600 bytes a beneficiary at the peak, {rounds:,} beneficiaries",
                peaks["allocate"][0],
                600,
                "bytes",
            )
        ],
    )


def _peak(name, number):
    run = subprocess.run(
        [sys.executable, str(COMMAND), "--child", "memory", name, str(number)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return tuple(float(each) for each in run.stdout.split())


def child(name, number):
    """Print the bytes for each beneficiary at the peak and afterwards."""
    given = division(int(number))
    divide = WHAT[name]
    tracemalloc.start()
    answer = divide(given)
    held, peak = tracemalloc.get_traced_memory()
    sys.stdout.write(f"{peak / int(number)} {held / int(number)}\n")
    del answer
