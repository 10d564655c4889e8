"""To import the package is to read its own code and that of its dependencies, and no more."""

from __future__ import annotations

import subprocess
import sys

import pytest

#: Imports the package in a fresh interpreter and prints what that opened and did besides.
#: Which folders are whose is asked before the hook listens. Names of modules that hold the
#: code of the three dependencies, and of what these need in turn.
_PROGRAM = """
import sys, sysconfig
from importlib.util import find_spec
from pathlib import Path

names = ["wselr_rules", "attr", "attrs", "cattr", "cattrs", "dateutil"]
names += ["six", "typing_extensions", "tzdata"]
specs = [spec for name in names if (spec := find_spec(name)) is not None]
allowed = []
for spec in specs:
    path = Path(spec.origin)
    allowed.append(path.parent if path.name == "__init__.py" else path)
    if path.name != "__init__.py":
        allowed.append(path.parent / "__pycache__" / path.stem)
standard = Path(sysconfig.get_path("stdlib")).resolve()
foreign = {Path(sysconfig.get_path(name)).resolve() for name in ("purelib", "platlib")}
foreign |= {standard / "site-packages", standard / "dist-packages"}
found, watching = [], True
forbidden = ("socket", "subprocess", "os.system", "os.exec", "os.spawn", "os.fork", "os.putenv",
    "os.remove", "os.rename", "os.mkdir", "shutil", "tempfile", "urllib", "http")

def of_dependency(path):
    return any(
        path == good or good in path.parents or str(path).startswith(str(good) + ".")
        for good in allowed
    )

def of_standard_library(path):
    return standard in path.parents and not any(bad in path.parents for bad in foreign)

def hook(event, args):
    global watching
    if not watching:
        return
    watching = False
    if event == "open" and isinstance(args[0], str):
        path = Path(args[0])
        if not of_dependency(path) and not of_standard_library(path.resolve()):
            found.append(f"open {path}")
    elif event.startswith(forbidden) or (event == "ctypes.dlopen" and args[0] is not None):
        found.append(event)
    watching = True

sys.addaudithook(hook)
import MODULE
watching = False
print(*found, sep="\\n")
"""


def _said(program: str) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-I", "-B", "-c", program],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=60,
    )
    return run.stdout.split()


def _opened_by_importing(module: str) -> list[str]:
    return _said(_PROGRAM.replace("import MODULE", module))


def test_an_import_reads_only_code():
    """Importing the package opens its own, its dependencies' and the standard modules only."""
    assert _opened_by_importing("import wselr_rules") == []


def test_every_module_is_as_quiet_as_the_package(module_names):
    """So does importing each of its modules."""
    assert _opened_by_importing(f"import {', '.join(sorted(module_names))}") == []


@pytest.mark.parametrize("name", ["linked_data", "receipts", "wire"])
def test_what_is_imported_by_itself(name):
    """Importing the package does not import these; who wants one asks for it."""
    program = f"import sys, wselr_rules; print('wselr_rules.{name}' in sys.modules)"
    assert _said(program) == ["False"]


def test_the_watch_sees_a_file_and_a_module_of_someone_else(tmp_path):
    """A file that is opened and a library that is no dependency are both found."""
    note = tmp_path / "note"
    note.touch()
    assert _opened_by_importing(f"open({str(note)!r}).close()") == ["open", str(note)]
    assert _opened_by_importing("import sybil") != []


def test_nothing_imports_the_cases():
    """Who imports the package, or all that it offers beside the conformance cases, imports none."""
    program = (
        "import sys, wselr_rules, wselr_rules.wire, wselr_rules.receipts, wselr_rules.scenarios; "
        "print([name for name in sys.modules if 'conformance' in name])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=60,
    )
    assert ended.stdout == "[]\n"
