"""What the command does: measure the parts that are asked for, and write the page."""

from __future__ import annotations

import argparse
import sys
import warnings
from importlib import import_module
from pathlib import Path

from tests.benchmarks.machine import machine
from tests.benchmarks.page import page

ROOT = Path(__file__).resolve().parents[2]
#: By name the module, and how many rounds it takes in full and in a hurry. Another part is a
#: module with a function ``measured(*, rounds)`` that returns a ``Part``, and a row here.
PARTS = {
    "rules": ("tests.benchmarks.part_rules", 31, 5),
    "division": ("tests.benchmarks.part_division", 15, 3),
    "correctness": ("tests.benchmarks.part_correctness", 2000, 100),
    "memory": ("tests.benchmarks.part_memory", 1_000_000, 100_000),
    "wire": ("tests.benchmarks.part_wire", 31, 5),
    "call": ("tests.benchmarks.part_call", 31, 5),
    "sweep": ("tests.benchmarks.part_sweep", 100_000, 5_000),
    "import": ("tests.benchmarks.part_import", 31, 5),
    "instructions": ("tests.benchmarks.part_instructions", 1, 1),
}
#: A minute or so each, so left out of what is to be quick, unless they are named.
LONG = frozenset({"instructions"})


#: What a process of its own is started for, by the first argument.
CHILD = "--child"


def main(arguments):
    """Measure and write, or do as a child what was told."""
    if arguments[:1] == [CHILD]:
        import_module(f"tests.benchmarks.part_{arguments[1]}").child(*arguments[2:])
        return
    parser = argparse.ArgumentParser(prog="python tests/benchmarks")
    parser.add_argument("--quick", action="store_true", help="few rounds: two or three minutes")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="these parts and no others")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "performance.md")
    asked = parser.parse_args(arguments)
    # Peers warn of what they will change in their next versions.
    warnings.simplefilter("ignore")
    names = asked.only or [name for name in PARTS if not (asked.quick and name in LONG)]
    parts = []
    for name in names:
        sys.stderr.write(f"{name} ...\n")
        module, rounds, few = PARTS[name]
        parts.append(import_module(module).measured(rounds=few if asked.quick else rounds))
    asked.output.write_text(page(machine(quick=asked.quick), parts), encoding="utf-8")
    sys.stderr.write(f"written: {asked.output}\n")
