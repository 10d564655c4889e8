"""The runner that asks the cases of another system tells right from wrong, whatever that is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from wselr_rules import conformance, wire

FOLDER = Path(__file__).parents[2] / "docs" / "examples" / "conformance"
CASES = conformance.cases()[::25]
#: A system that knows the answers by heart, as ``told`` changes them.
SYSTEM = """
import json, sys
answers = json.load(open(sys.argv[1], encoding="utf-8"))
for line, answer in zip(sys.stdin, answers):
    print(json.dumps(answer))
"""


@pytest.fixture
def ask(tmp_path):
    """Return what runs the runner on a system that gives these answers."""

    def run(answers):
        suite, known = tmp_path / "cases.json", tmp_path / "answers.json"
        suite.write_text(wire.to_json(conformance.Suite(CASES)), encoding="utf-8")
        known.write_text(json.dumps(answers), encoding="utf-8")
        return subprocess.run(  # noqa: S603 -- this interpreter, on words of this file
            [
                *(sys.executable, str(FOLDER / "run.py"), str(suite)),
                *(sys.executable, "-c", SYSTEM, str(known)),
            ],
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=60,
        )

    return run


@pytest.fixture
def expected():
    """Return the expected answers as they stand in the document."""
    return [case["expected"] for case in wire.to_dict(conformance.Suite(CASES))["cases"]]


def test_right_answers(ask, expected):
    """All as expected: no case is named, and it ends well."""
    ended = ask(expected)
    assert ended.stdout == f"{len(CASES)} as expected, 0 not, 0 not asked\n"
    assert ended.returncode == 0


def test_a_wrong_answer(ask, expected):
    """One that is not as expected is named with its claim, and it ends badly."""
    expected[3] = expected[4]
    ended = ask(expected)
    named, counted = ended.stdout.splitlines()
    assert named == f"{CASES[3].id}: {CASES[3].claim}"
    assert counted == f"{len(CASES) - 1} as expected, 1 not, 0 not asked"
    assert ended.returncode == 1


def test_no_answer(ask, expected):
    """What a system does not answer is counted apart; one that answers nothing has not passed."""
    nothing = [None for _ in expected]
    assert ask([*nothing[:-1], expected[-1]]).returncode == 0
    ended = ask(nothing)
    assert ended.stdout == f"0 as expected, 0 not, {len(CASES)} not asked\n"
    assert ended.returncode == 1


def test_too_few_answers(ask, expected):
    """A system that stops half way is no system that passes."""
    ended = ask(expected[:-1])
    assert ended.returncode != 0
    assert "as expected" not in ended.stdout


def test_the_file_is_written(tmp_path):
    """The example writes all cases as one document, which reads back."""
    file = tmp_path / "cases.json"
    subprocess.run(  # noqa: S603 -- this interpreter, on a file of this repository
        [sys.executable, str(FOLDER / "write.py"), str(file)], check=True, timeout=60
    )
    plain = json.loads(file.read_text(encoding="utf-8"))
    assert (plain["format"], plain["type"]) == ("wselr_rules/2", "Suite")
    assert len(plain["cases"]) == len(conformance.cases())
