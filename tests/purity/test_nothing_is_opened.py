"""No public function and no method of a public value opens a file, a socket or a process."""

from __future__ import annotations

import inspect
import subprocess
import sys
from enum import Enum
from pathlib import Path

from tests.purity.asking import FUNCTIONS, public_functions
from tests.purity.methods import ARGUMENTS, methods_of, public_classes, some_of_each

from wselr_rules import FrozenMap, RulesError

#: Everything is asked under a hook that raises; nothing has been asked before it listens, but for
#: the values that are handed in, and what is imported late by others is imported now.
PROGRAM = """
import sys
import _strptime, bisect, difflib, heapq
from tests.purity.asking import FUNCTIONS
from tests.purity.methods import ask_all, some_of_each

FORBIDDEN = ("open", "os.", "socket.", "subprocess.", "shutil.", "tempfile.", "ctypes.", "import",
    "pty.", "fcntl.", "glob.", "urllib.", "http.", "sqlite3.", "time.", "signal.", "syslog.",
    "builtins.input", "sys.settrace", "sys.setprofile", "pathlib.", "mmap.", "webbrowser.")

def refuse(event, arguments):
    if event.startswith(FORBIDDEN):
        raise PermissionError(f"{event} {arguments}")

sys.addaudithook(refuse)
answers = 0
for ask in FUNCTIONS.values():
    ask()
for of_kind in some_of_each().values():
    for value in of_kind:
        answers += len(ask_all(value))
for forbidden in (lambda: open("x"), lambda: __import__("os").listdir()):
    try:
        forbidden()
    except PermissionError:
        continue
    print("the hook does not bite")
print(len(FUNCTIONS), answers > 1_000)
"""


def test_every_public_function_is_asked():
    """The list of what is asked leaves out no public function, and holds nothing else."""
    assert set(FUNCTIONS) == public_functions()


def test_every_public_method_is_asked():
    """For each parameter of a public method there is something to ask with."""
    named = {
        parameter.name
        for kind in public_classes().values()
        for _, parameters in methods_of(kind)
        for parameter in parameters
    }
    assert named == set(ARGUMENTS)


def test_every_public_class_is_asked():
    """A value of each public class is asked all its methods; terms and the root have none."""
    left_out = set(public_classes().values()) - set(some_of_each())
    assert {kind for kind in left_out if not issubclass(kind, Enum)} == {FrozenMap, RulesError}
    assert not inspect.getmembers(RulesError, inspect.isfunction)


def test_nothing_is_opened():
    """Under a hook that raises on every such event, all is asked and answered."""
    root = Path(__file__).parents[2]
    path = f"import sys; sys.path[:0] = [{str(root)!r}, {str(root / 'src')!r}]\n"
    ended = subprocess.run(  # noqa: S603 -- this interpreter, on words of this file
        [sys.executable, "-I", "-c", path + PROGRAM],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    assert (ended.stderr, ended.stdout) == ("", f"{len(FUNCTIONS)} True\n")
