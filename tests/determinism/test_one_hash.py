"""The same call gives the same bytes, whoever asks, wherever and however often.

By default a small call is asked, on one Python; ``nox -s determinism`` asks the whole one on each.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from decimal import Context, Decimal, FloatOperation, Inexact, Rounded, localcontext
from multiprocessing import get_context
from pathlib import Path

import pytest
from attrs import evolve
from tests.determinism.canonical_result import (
    OUTCOMES,
    RANGES,
    READINGS,
    RECEIPT,
    hashes,
    listing,
)
from tests.determinism.kept import KEPT, SIZE

ROOT = Path(__file__).parents[2]

#: Eight threads that ask the same values at once, in an interpreter that has told nothing yet.
THREADS = """
import sys
from decimal import getcontext
from threading import Barrier, Thread
from tests.determinism.canonical_result import Asked, hashes, listing
from tests.determinism.generated_call import generated

calls = {"generated": Asked(generated(6), explained=1)}
together, said = Barrier(8), []

def ask(number):
    getcontext().prec = number
    together.wait()
    said.append(listing(hashes(calls)))

sys.setswitchinterval(1e-5)
threads = [Thread(target=ask, args=(number + 1,)) for number in range(8)]
for each in threads: each.start()
for each in threads: each.join()
print(len(said), len(set(said)), said[0] == listing(hashes(calls)))
"""


def _run(*arguments, **environment):
    """Return what a new interpreter prints, on this package."""
    ended = subprocess.run(  # noqa: S603 -- this interpreter, on words of this file
        [sys.executable, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        timeout=900,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


class TestDecimalContext:
    """No context of decimal arithmetic is asked."""

    @pytest.mark.parametrize("digits", [1, 50])
    def test_precision(self, calls, digits):
        """One digit or fifty make no difference."""
        with localcontext(prec=digits):
            assert listing(hashes(calls)) == KEPT

    def test_every_trap(self, calls):
        """With one digit, the smallest exponents and every signal a trap, none is sprung."""
        signals = list(Context().flags)
        assert {Inexact, Rounded, FloatOperation} <= set(signals)
        with localcontext(Context(prec=1, Emin=-1, Emax=1, traps=signals)) as context:
            assert listing(hashes(calls)) == KEPT
            assert not any(context.flags.values())
            with pytest.raises(Inexact):
                Decimal(1) / 3


def _turned(values):
    """Return the values the other way round."""
    return tuple(values)[::-1]


def _applications_turned(portfolio):
    return evolve(portfolio, applications=_turned(portfolio))


def _of_each(portfolio, change):
    return evolve(portfolio, applications=[change(each) for each in portfolio])


def _members_turned(portfolio):
    def change(application):
        body = application.regieverband
        turned = evolve(body, memberships=_turned(body.memberships))
        return evolve(application, regieverband=turned)

    return _of_each(portfolio, change)


def _actions_turned(portfolio):
    def change(application):
        plan = application.plan
        return evolve(application, plan=plan and evolve(plan, actions=_turned(plan.actions)))

    return _of_each(portfolio, change)


def _all_turned(portfolio):
    return _applications_turned(_members_turned(_actions_turned(portfolio)))


def _differing(calls, turn):
    """Return the parts that are not the stored ones when all is asked in another order."""
    turned = {name: evolve(each, portfolio=turn(each.portfolio)) for name, each in calls.items()}
    # Of what is public alone no plan is known, so there are no actions to turn.
    same = {name for name, each in calls.items() if turned[name].portfolio == each.portfolio}
    assert same <= ({"published"} if turn is _actions_turned else set())
    told = set(listing(hashes(turned)).splitlines()) - set(KEPT.splitlines())
    return {line.partition(": ")[2] for line in told if ": " in line}


class TestOrder:
    """In which order things are handed in changes nothing that rests on it by right.

    The order of members and of actions is a fact (docs/receipts.md): a receipt hashes it, and what
    is told of members is told in their order. No verdict and no cent may follow it.
    """

    def test_applications(self, calls):
        """The order of applications changes no byte of any part."""
        assert _differing(calls, _applications_turned) == set()

    def test_actions(self, calls):
        """The order of actions changes the hash of the input in a receipt and no other part."""
        assert _differing(calls, _actions_turned) == {RECEIPT}

    @pytest.mark.parametrize("turn", [_members_turned, _all_turned])
    def test_members(self, calls, turn):
        """The order of members, or all three orders, change no verdict, no cent and no range."""
        differing = _differing(calls, turn)
        assert RECEIPT in differing
        assert not [part for part in differing if part.startswith((OUTCOMES, RANGES, READINGS))]


class TestOtherInterpreters:
    """A new interpreter gives the stored hashes, with any hash seed, zone, language and -O."""

    @pytest.mark.parametrize(
        ("options", "environment"),
        [
            pytest.param([], {"PYTHONHASHSEED": "0"}, id="hash seed 0"),
            pytest.param(
                [],
                {
                    "PYTHONHASHSEED": "1",
                    "TZ": "Pacific/Kiritimati",
                    "LANG": "tr_TR.UTF-8",
                    "LANGUAGE": "tr",
                },
                id="hash seed 1, zone, language",
            ),
            pytest.param(["-O"], {"PYTHONHASHSEED": "2"}, id="hash seed 2, no assert"),
            pytest.param(
                ["-OO"],
                {"PYTHONHASHSEED": "3", "TZ": "America/Los_Angeles"},
                id="hash seed 3, no docstring, zone",
            ),
            pytest.param(
                ["-X", "utf8=0"],
                {"PYTHONHASHSEED": "4294967295", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
                id="last hash seed, ASCII",
            ),
        ],
    )
    def test_it_says_the_same(self, options, environment):
        """Every part has the stored hash."""
        program = [*options, "-m", "tests.determinism.canonical_result", SIZE]
        assert _run(*program, **environment) == KEPT


class TestAtOnce:
    """Many that ask at once get what one gets."""

    def test_threads(self):
        """Eight threads on the same values, each with its own decimal precision, say one thing."""
        assert _run("-c", THREADS) == "8 1 True\n"

    def test_processes(self, calls):
        """Two spawned processes, to which the calls go as pickles, give the stored hashes."""
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
            for of_parts in processes.map(hashes, [calls, calls]):
                assert listing(of_parts) == KEPT
