"""Ask all cases of a system in any language: ``python run.py cases.json COMMAND...``.

The command gets each question as a line of JSON and writes the answer to each on a line, or null
where it answers no questions of that kind. It fails where an answer is not the expected one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def main(file: str, *command: str) -> int:
    """Ask, compare and print; give the number to exit with."""
    cases = json.loads(Path(file).read_text(encoding="utf-8"))["cases"]
    questions = "".join(f"{json.dumps(case['question'])}\n" for case in cases)
    told = subprocess.run(
        command, input=questions, stdout=subprocess.PIPE, check=True, encoding="utf-8"
    ).stdout
    answers = [json.loads(line) for line in told.removesuffix("\n").split("\n")]
    pairs = list(zip(cases, answers, strict=True))
    apart = [case for case, told in pairs if told is not None and told != case["expected"]]
    answered = len(answers) - answers.count(None)
    for case in apart:
        print(f"{case['id']}: {case['claim']}")
    print(f"{answered - len(apart)} as expected, {len(apart)} not, {answers.count(None)} not asked")
    return 1 if apart or not answered else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
