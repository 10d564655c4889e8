"""The command: ``python tests/benchmarks [--quick] [--only PART ...] [--output FILE]``."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent


def _tests_are_those_beside_this():
    """Let ``tests`` mean the folder of this project: one of the peers installs its own by it."""
    package = ModuleType("tests")
    package.__path__ = [str(HERE.parent)]
    sys.modules["tests"] = package
    sys.path[0] = str(HERE.parents[1])


if __name__ == "__main__":
    _tests_are_those_beside_this()
    import_module("tests.benchmarks.command").main(sys.argv[1:])
