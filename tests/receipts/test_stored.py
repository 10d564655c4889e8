"""A stored receipt never changes without a new version of the rules.

If one of these fails, an outcome can have changed: give ``RULES_VERSION`` a new value, keep the
old files, and store new ones beside them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from tests.receipts.cases import CASES, ISSUED, found, receipt_of, stored

from wselr_rules import wire
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.version import RULES_VERSION
from wselr_rules.receipts import OtherOutcome, OtherRules, Receipt, content_hash, replay
from wselr_rules.receipts.outcomes import decisions_of

_PROGRAM = """
from tests.receipts.cases import CASES, receipt_of
from wselr_rules import wire
from wselr_rules.receipts import content_hash
for name, given in sorted(CASES.items()):
    print(content_hash(receipt_of(given)), content_hash(given))
"""


def _reversed(plain):
    if isinstance(plain, dict):
        return {key: _reversed(value) for key, value in reversed(plain.items())}
    return [_reversed(item) for item in plain] if isinstance(plain, list) else plain


@pytest.mark.parametrize("name", CASES)
class TestStored:
    """The receipt in the file, and the same decided again."""

    def test_it_agrees(self, name):
        """Deciding again gives what the file says, by the rules of the version that it names."""
        kept = wire.from_json(Receipt, stored(name))
        again = replay(kept, CASES[name])
        assert kept.rules_version == RULES_VERSION == "2"
        assert again.agrees, str(again)

    def test_it_is_given_again(self, name):
        """The receipt that is made today is the one in the file, with the same hash."""
        kept = wire.from_json(Receipt, stored(name))
        assert receipt_of(CASES[name]) == kept
        assert content_hash(receipt_of(CASES[name])) == content_hash(kept)

    def test_the_order_of_keys_says_nothing(self, name):
        """A store that hands back the keys in another order changes neither value nor hash."""
        kept = wire.from_json(Receipt, stored(name))
        turned = wire.from_json(Receipt, json.dumps(_reversed(json.loads(stored(name)))))
        assert turned == kept
        assert content_hash(turned) == content_hash(kept)
        assert replay(turned, CASES[name]).agrees

    def test_the_order_of_applications_says_nothing(self, name):
        """A portfolio in another order has the same hash and agrees with the same receipt."""
        given = CASES[name]
        other_way = tuple(reversed(given.portfolio.applications))
        turned = evolve(given, portfolio=evolve(given.portfolio, applications=other_way))
        assert replay(wire.from_json(Receipt, stored(name)), turned).agrees
        assert receipt_of(turned) == receipt_of(given)


@pytest.mark.parametrize("name", CASES)
def test_one_of_the_first_version(name):
    """It is read as it was, names the other version, and differs in the readings listed alone."""
    kept = wire.from_json(Receipt, stored(name, "1"))
    assert kept.rules_version == "1"
    again = replay(kept, CASES[name])
    assert found(again, OtherRules) == OtherRules("1", RULES_VERSION)
    assert {type(each) for each in again.differences} == {OtherRules, OtherOutcome}
    today = receipt_of(CASES[name])
    for before, after in zip(decisions_of(kept.outcome), decisions_of(today.outcome), strict=True):
        assert _without_readings(before.finding) == _without_readings(after.finding)
    assert evolve(kept, rules_version="2", outcome=today.outcome) == today


def _without_readings(finding):
    children = [_without_readings(child) for child in finding.children]
    return evolve(finding, readings={}, children=children)


def test_what_the_files_say():
    """A refusal, an undecided one, and the three amounts of the text."""
    refusal, undecided, of_the_call = (
        wire.from_json(Receipt, stored(name)) for name in ("refusal", "undecided", "call")
    )
    assert refusal.outcome.verdict is Verdict.NOT_MET
    assert undecided.outcome.verdict is Verdict.UNKNOWN
    assert {
        grant.beneficiary_id: str(grant.amount) for grant in of_the_call.outcome.allocation
    } == {
        "one": "1420000.00",
        "two": "960000.00",
        "three": "620000.00",
    }
    assert of_the_call.certificate.holds
    assert {refusal.issued_on, undecided.issued_on, of_the_call.issued_on} == {ISSUED}


@pytest.mark.parametrize("seed", ["0", "1", "4021"])
def test_no_hash_seed_changes_them(seed):
    """An interpreter with another hash seed makes the same bytes."""
    root = Path(__file__).parents[2]
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _PROGRAM],
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=root,
        env=os.environ
        | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(root), str(root / "src")])},
        timeout=60,
    )
    assert done.stdout.split() == [
        each
        for _, given in sorted(CASES.items())
        for each in (content_hash(receipt_of(given)), content_hash(given))
    ]
