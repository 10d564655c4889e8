"""Verdicts and findings against the floor and five engines, on the same records."""

from __future__ import annotations

from itertools import cycle, islice

from tests.benchmarks import (
    peer_business_rules,
    peer_django_rules,
    peer_openfisca,
    peer_rule_engine,
    peer_zen,
)
from tests.benchmarks.floor_of_rules import is_eligible
from tests.benchmarks.page import Part, Target, times_table
from tests.benchmarks.records import CALL, ON, records
from tests.benchmarks.timing import Contender, race

from wselr_rules import ELIGIBLE, Verdict

NUMBER = 200
WHY_A_VERDICT = (
    "A verdict asks eight rules, each a value that can be asked and combined by itself, and each "
    "of them minds what is not known; the floor is one function that does neither."
)
WHY_A_FINDING = (
    "A finding is no yes or no: it holds eleven findings with what was found, what is required, "
    "what is missing and which sentences say so. To make them takes about a third of the time. "
    "Another quarter goes to the readings that each rests on, which are found by judging again by "
    "other readings. The engines beside it tell none of this; OpenFisca and zen-engine are also "
    "given plain columns or plain data that were made before."
)
FLOOR = "the floor"
VERDICT = "**verdict**"
FINDING = "**finding**"
BATCHES = ("OpenFisca, 1,000 at a time", "OpenFisca, 20,000 at a time")
ENGINES = (peer_django_rules, peer_zen, peer_business_rules, peer_rule_engine, peer_openfisca)


def measured(*, rounds):
    """Return the part of the page, once all have answered alike."""
    given = records(NUMBER)
    timed = race([_checked(name, run, given) for name, run in _all(given).items()], rounds)
    verdict, finding = timed[VERDICT], timed[FINDING]
    batch = min((timed[name] for name in BATCHES), key=lambda each: each.median)
    bare = timed["zen-engine, bare expression"]
    return Part(
        "Verdict and finding",
        f"{NUMBER} made-up applications, of which {sum(given.eligible)} are eligible; nineteen in "
        "twenty have ten members, the others are cities alone. The six rules: a partnership with "
        "enough members and inhabitants; or a city alone; the region, one regieverband, the plan "
        "and the channel. The floor is one function of our hand over the same objects that says "
        "yes or no. For zen-engine, rule-engine and OpenFisca the records were turned into plain "
        "data or arrays before the time was taken; the others read the same objects. "
        "All answers were equal before any was timed.",
        [times_table(timed.values(), "a record", FLOOR)],
        [
            Target("verdict", "at most 3 times the floor", verdict.ratio, 3, reason=WHY_A_VERDICT),
            Target(
                "finding",
                "at most 12 times the floor",
                finding.ratio,
                12,
                reason=WHY_A_FINDING,
            ),
            Target(
                "finding",
                f"less than {batch.name} (its best batch)",
                finding.beside(batch).ratio,
                1,
                reason=WHY_A_FINDING,
            ),
            Target(
                "finding",
                f"less than {bare.name}",
                finding.beside(bare).ratio,
                1,
                reason=WHY_A_FINDING,
            ),
        ],
    )


def _all(given):
    applications, context, claims = given.applications, given.context, given.claims

    def finding():
        found = [ELIGIBLE.finding(each, context) for each in applications]
        return [each.verdict is Verdict.MET for each in found]

    own = {
        FLOOR: lambda: [is_eligible(each, claims, CALL, ON) for each in applications],
        VERDICT: lambda: [ELIGIBLE.verdict(each, context) is Verdict.MET for each in applications],
        FINDING: finding,
    }
    for engine in ENGINES:
        own |= engine.contenders(given)
    return own


def _checked(name, run, given):
    answers = list(run())
    expected = list(islice(cycle(given.eligible), len(answers)))
    if len(answers) < NUMBER or answers != expected:
        raise ValueError(f"{name} does not answer as the library does")
    return Contender(name, run, len(answers))
