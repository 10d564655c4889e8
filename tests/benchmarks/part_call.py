"""A whole call, and what is asked about one application of it."""

from __future__ import annotations

from datetime import date

from attrs import evolve
from tests.benchmarks.divisions import POTS
from tests.benchmarks.floor_of_division import Bare
from tests.benchmarks.floor_of_rules import is_eligible
from tests.benchmarks.page import Part, Target, times_table
from tests.benchmarks.timing import Contender, race
from tests.benchmarks.whole_call import CALL, ON, YEAR, portfolio

from wselr_rules import ELIGIBLE, Context, assess_call, questions, remedies, timeline
from wselr_rules.allocation.division import closest_table

FLOOR = "the floor"
CALL_OF_39 = "**assess_call**"
FINDING = "a finding"
#: The day before the mergers of 2025: the members are those of 2024.
LAST = date(2024, 12, 31)


def measured(*, rounds):
    """Return the part of the page."""
    known = portfolio()
    claims = _claims(known)
    assessment = assess_call(known, on=ON, call=CALL, year=YEAR)
    if _by_hand(known, claims) != [int(grant.amount * 100) for grant in assessment.allocation]:
        raise ValueError("the floor does not assess the call as the library does")
    whole = race(
        [
            Contender(FLOOR, lambda: _by_hand(known, claims)),
            Contender(CALL_OF_39, lambda: assess_call(known, on=ON, call=CALL, year=YEAR)),
        ],
        rounds,
    )
    one = race(_of_one(known), max(3, rounds // 3))
    return Part(
        "A whole call",
        f"39 applications over the 300 municipalities of 2024, {len(assessment.eligible)} of them "
        "eligible. The floor is the function of six rules of above on each, the sums of the counts "
        "and the bare division. Below it what is asked about one of them, of which the plan is not "
        "known or, for the remedies, is too short.",
        [times_table(whole.values(), "the call", FLOOR), times_table(one.values(), "one", FINDING)],
        [
            Target(
                "assess_call of 39",
                "at most 5 ms on this machine",
                whole[CALL_OF_39].median * 1000,
                5,
                "ms",
                reason="Nearly all of a call is its findings; see there.",
            )
        ],
    )


def _claims(known):
    claims = {}
    for application in known.applications:
        for code in application.regieverband.territory_on(ON):
            claims[code] = claims.get(code, 0) + 1
    return claims


def _by_hand(known, claims):
    """Return the amounts of those that are eligible, in cents."""
    ids, people, seekers = [], [], []
    for application in known.applications:
        if is_eligible(application, claims, CALL, ON):
            members = application.regieverband.members_on(ON)
            ids.append(application.id)
            people.append(sum(each.working_age_population for each in members))
            seekers.append(sum(each.job_seekers for each in members))
    table = closest_table(POTS, [people, seekers, [1] * len(ids)], ids)
    grants = [
        Bare(own, sum(row), row, 0) for own, row in zip(ids, zip(*table, strict=True), strict=True)
    ]
    return [grant.amount for grant in grants]


def _of_one(known):
    first = known.applications[0]
    unknown = evolve(first, plan=None)
    short = evolve(first, plan=evolve(first.plan, actions=first.plan.actions[1:]))
    context = Context(ON, call=CALL, portfolio=known)
    days = {"start": CALL.first_day, "end": LAST}
    unknown_asked = {"on": ON, "call": CALL, "portfolio": known.with_application(unknown)}
    short_asked = {"on": ON, "call": CALL, "portfolio": known.with_application(short)}
    return [
        Contender(FINDING, lambda: ELIGIBLE.finding(first, context)),
        Contender("context", lambda: Context(ON, call=CALL, portfolio=known)),
        Contender(
            "timeline", lambda: timeline(ELIGIBLE, first, call=CALL, portfolio=known, **days)
        ),
        Contender("questions", lambda: questions(ELIGIBLE, unknown, **unknown_asked)),
        Contender("remedies", lambda: remedies(ELIGIBLE, short, **short_asked)),
    ]
