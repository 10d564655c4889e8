"""What the figures were taken on: processor, system, versions and day."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

#: What is measured, by the name under which it is installed.
MEASURED = (
    "attrs", "cattrs", "python-dateutil",
    "rules", "zen-engine", "business-rules", "rule-engine", "openfisca-core", "numpy",
    "votelib", "apportionment", "apportionpy", "iteround", "largest-remainder", "moneyx",
    "philiprehberger-money", "vn-money",
    "pydantic", "msgspec",
)  # fmt: skip


def machine(*, quick):
    """Return rows of what this run was made on."""
    processors = os.cpu_count() or 1
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"
    return [
        ["day", datetime.now(UTC).date().isoformat()],
        ["run", "in a hurry, with few rounds" if quick else "in full"],
        ["processor", f"{_processor()}, {processors} in use; load at the end {load}"],
        ["system", f"{platform.system()} {platform.machine()}"],
        ["Python", f"{platform.python_implementation()} {platform.python_version()}"],
        ["versions", ", ".join(f"{name} {_version(name)}" for name in MEASURED)],
    ]


def _version(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _processor():
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "not known"
