"""A whole call is assessed without a file, a socket, a process or the system."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from datetime import date
from wselr_rules import OPEN_CALL_2023_2025, Portfolio, assess_call
from tests.eligibility.stories import applies, city, real, town, two_towns, verband, LIMBURG

def portfolio(number):
    return Portfolio(
        [
            applies(verband(id=f"two{number}")),
            applies(verband(town("90003"), town("90004", reference_region=LIMBURG), id="across")),
            applies(city(real("Gent", job_seekers=1, working_age_population=1), id="Gent")),
            applies(verband(town("90005"), town("90002"), form=None, id="claims")),
        ],
        complete=True,
    )

def assessed(number, year):
    on = date(2026, 1, number)
    result = assess_call(portfolio(number), on=on, call=OPEN_CALL_2023_2025, year=year)
    said = [decision.text(language) for decision in result.decisions for language in ("nl", "en")]
    return result, said

assessed(1, 2024)  # what is loaded late is loaded now

def refuse(event, arguments):
    parts = ("open", "socket.", "subprocess.", "os.", "import", "shutil.", "tempfile.", "ctypes.")
    if event.startswith(parts):
        raise PermissionError(f"{event} {arguments}")

sys.addaudithook(refuse)
result, said = assessed(2, 2025)
try:
    open("anything")
except PermissionError:
    print(result.allocation["Gent"].amount, len(said), "and the hook bites")
"""


def test_nothing_is_opened(tmp_path):
    """With a hook that raises on every such event, the call is still assessed and told."""
    root = Path(__file__).parents[2]
    path = f"import sys; sys.path[:0] = [{str(root)!r}, {str(root / 'src')!r}]\n"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-I", "-c", path + PROGRAM],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == "3000000.00 8 and the hook bites\n"
