"""Examples run as a reader runs them: in a process of their own, from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"

#: What makes rich print colours into a pipe; a desk or CI may have set it.
COLOURS = {"FORCE_COLOR", "TTY_COMPATIBLE"}

#: Only so that nothing hangs: the claim on speed is made elsewhere, in ratios.
SECONDS = 120


def run(script, *arguments, hash_seed="0", **environment):
    """Run an example from a folder that is not its own, and return what it prints."""
    ended = subprocess.run(  # noqa: S603 -- this interpreter, on a file of this repository
        [sys.executable, str(EXAMPLES / script), *arguments],
        capture_output=True,
        check=False,
        cwd=EXAMPLES / "data",
        encoding="utf-8",
        env={
            **{name: value for name, value in os.environ.items() if name not in COLOURS},
            "PYTHONHASHSEED": hash_seed,
            "PYTHONPATH": str(ROOT / "src"),
            **environment,
        },
        timeout=SECONDS,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout
