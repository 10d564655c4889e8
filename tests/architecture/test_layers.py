"""The contracts between the modules hold, leave none out, and bite."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib

import grimp
import pytest


def _lint(folder, *options):
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache", *options],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(folder / "src"), "PYTHONUTF8": "1"},
        timeout=60,
    )


@pytest.fixture
def house(root, tmp_path):
    """Return a copy of the package with its contracts, to be broken."""
    shutil.copy(root / "pyproject.toml", tmp_path)
    shutil.copytree(root / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_every_contract_holds(house):
    """The package keeps the contracts as it stands."""
    run = _lint(house)
    assert run.returncode == 0, run.stdout


def test_no_module_is_left_out(root, module_names):
    """The graph that the contracts are checked on holds every file, and they cover its root."""
    graph = grimp.build_graph("wselr_rules", cache_dir=None)
    assert graph.modules == module_names
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layers, pure = settings["tool"]["importlinter"]["contracts"][:2]
    assert layers["containers"] == pure["source_modules"] == ["wselr_rules"]
    assert layers["exhaustive"]


@pytest.mark.parametrize(
    ("contract", "place", "line"),
    [
        ("layers", "law/cycles.py", "import wselr_rules.decision"),
        ("layers", "eligibility/criteria.py", "import wselr_rules.allocation.division"),
        ("layers", "allocation/division.py", "import wselr_rules.eligibility.criteria"),
        ("layers", "cellar.py", '"""A floor that no contract names."""'),
        ("pure", "domain/history.py", "import time"),
        ("pure", "decision.py", "from os import path"),
        ("cattrs", "decision.py", "import cattrs"),
        ("json", "decision.py", "import json"),
        ("dateutil", "decision.py", "from dateutil.parser import isoparse"),
    ],
)
def test_a_breach_is_found(house, contract, place, line):
    """An import upwards, across, out of the house or by another module breaks its contract."""
    path = house / "src" / "wselr_rules" / place
    assert path.exists() == (place != "cellar.py")
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    run = _lint(house, "--contract", contract)
    assert run.returncode == 1
    assert "0 kept, 1 broken" in run.stdout
