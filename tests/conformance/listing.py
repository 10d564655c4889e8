"""Every case by its id, with a hash of all that it says, so that none changes unseen.

``python -m tests.conformance.listing`` writes the listing, which a test compares with the cases.
Where the numbers of the call stand, and when they were last checked, is no part of a case.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from wselr_rules import conformance, wire

STORED = Path(__file__).with_name("stored") / "cases.txt"


def text(document):
    """Return the listing of a suite as plain data: a line for each case, in their order."""
    return "".join(f"{_hash(case)} {case['id']}\n" for case in document["cases"])


def _hash(case):
    plain = json.dumps(_of_the_case(case), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def _of_the_case(plain):
    if isinstance(plain, list):
        return [_of_the_case(each) for each in plain]
    if not isinstance(plain, dict):
        return plain
    return {
        key: _of_the_case(value)
        for key, value in plain.items()
        if key not in {"sources", "checked_on"}
    }


if __name__ == "__main__":
    STORED.write_text(text(wire.to_dict(conformance.suite())), encoding="utf-8")
