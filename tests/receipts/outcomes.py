"""What is decided over a grid of worlds, and one hash of it for each question.

``python -m tests.receipts.outcomes`` adds the hashes of today's version of the rules to
``stored/outcomes.json``, or those of a question that is new. What stands there it never changes:
to look at more worlds, write another question.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import date
from itertools import product
from pathlib import Path

from attrs import evolve
from tests.eligibility.stories import CALL, KEMPEN, LIMBURG, OUTSIDE, PLAN, applies, town, verband

from wselr_rules import NEVER, Beneficiary, Derogation, History, Membership, Portfolio, allocate
from wselr_rules.decision import assess
from wselr_rules.domain import flanders
from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.errors import RulesError
from wselr_rules.law.readings import INTERPRETATIONS
from wselr_rules.law.terms import LegalForm, SubmissionChannel
from wselr_rules.law.version import RULES_VERSION

STORED = Path(__file__).parent / "stored" / "outcomes.json"
#: A day of the text and the days beside it, and others far from any.
DAYS = [date(2022, 4, 29), date(2022, 12, 31), date(2023, 1, 1), date(2023, 3, 19)]
DAYS += [date(2024, 7, 1), date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2)]
QUIET = DAYS[4]


def _read_otherwise(*names):
    """Yield the call of record, and then under every other reading of these questions alone."""
    yield CALL
    for each in INTERPRETATIONS:
        if each.name in names:
            for other in each.alternatives:
                yield evolve(CALL, readings=each.chosen_otherwise(CALL.readings, other))


def _decided(application, on, call, *others):
    """Return the verdict with the grounds of it: what each rule found, lacked and will ask."""
    portfolio = Portfolio([application, *others], complete=True)
    decision = assess(application, on=on, call=call, portfolio=portfolio)
    grounds = [
        [
            *(each.criterion, each.verdict.value, each.margin, str(each.due)),
            *(sorted(fact.fact for fact in each.missing), sorted(each.readings.items())),
        ]
        for each in decision.finding.leaves
    ]
    return [decision.verdict.value, grounds]


def region():
    """Yield what is decided on region, standing and time."""
    moved = History(KEMPEN, [(date(2023, 3, 19), LIMBURG)])
    deviations = [(), (Derogation(date(2024, 1, 1)),)]
    places = [*product([KEMPEN, OUTSIDE, None, moved], deviations[:1])]
    places += product([LIMBURG], deviations)
    recognised = [date(2022, 4, 28), date(2022, 4, 29), date(2023, 1, 1), NEVER, None]
    joined = [date(2020, 1, 1), date(2022, 4, 29), date(2023, 6, 1)]
    of_time = (
        "existing",
        "change",
        "existing_deadline",
        "new_deadline",
        "region_map",
        "derogation",
    )
    calls = [*_read_otherwise(*of_time)]
    for (where, granted), known, since in product(places, recognised, joined):
        members = [town("90001"), Membership(town("90002", reference_region=where), since)]
        body = verband(*members, recognised_on=known, derogations=granted)
        handed_in = applies(body, submitted_on=date(2022, 12, 1))
        for call, on in product(calls, DAYS):
            yield _decided(handed_in, on, call)


def applicant():
    """Yield what is decided on form, members, inhabitants and centrumsteden."""
    for call, form, people, is_centrumstad, number in product(
        _read_otherwise("minimum_members", "centrumstad_partner"),
        [*LegalForm, None],
        [29_999, 30_000, 59_999, 60_000, None],
        [False, True, None],
        [1, 2],
    ):
        if form is LegalForm.MUNICIPALITY and number > 1:
            continue
        first = town("90001", inhabitants=people, is_centrumstad=is_centrumstad)
        members = [first, town("90002", inhabitants=30_000)][:number]
        yield _decided(applies(verband(*members, form=form)), QUIET, call)


def plan():
    """Yield what is decided on plans, their holders and channels."""
    one, *rest = PLAN.actions
    plans = [PLAN, ActionPlan(rest), ActionPlan([evolve(one, years={2023}), *rest]), None]
    plans += [ActionPlan([evolve(each, planned_by="90001") for each in PLAN.actions])]
    channels = [set(), {SubmissionChannel.PLATOS}, {SubmissionChannel.MULTI_ANNUAL_PLAN}, None]
    for call, planned, through in product(_read_otherwise("plan_holder"), plans, channels):
        yield _decided(applies(plan=planned, channels=through), QUIET, call)


def exclusivity():
    """Yield what is decided where a territory is claimed twice."""
    known = [date(2020, 1, 1), date(2021, 1, 1), NEVER, None]
    for call, mine, theirs in product(_read_otherwise("double_claim"), known, known):
        rival = applies(verband(town("90002"), town("90003"), id="O", recognised_on=theirs))
        yield _decided(applies(verband(recognised_on=mine)), QUIET, call, rival)


def merger():
    """Yield what is decided where members merged, by the register."""
    for call, name, on in product(
        _read_otherwise("merger", "change"), ["Lokeren", "Beveren", "Hasselt"], DAYS
    ):
        old = flanders.municipality(name, on=date(2024, 1, 1))
        neighbour = evolve(flanders.municipality("Sint-Niklaas", on=on), inhabitants=80_000)
        body = flanders.carry_forward(verband(old, neighbour), on)
        yield _decided(applies(body), on, call)


def cents():
    """Yield who gets how much, by key."""
    counts = [(60_000, 3_000), (30_000, 2_000), (10_000, 1_000), (1, 0), (0, 0), (7, 7), (33, 1)]
    calls = [*_read_otherwise("budget_period", "rounding", "zero_key")]
    for call, year, number, first in product(calls, CALL.plan_years, range(1, 6), range(3)):
        chosen = counts[first : first + number]
        try:
            divided = allocate(
                [
                    Beneficiary(f"b{place}", working_age_population=people, job_seekers=seekers)
                    for place, (people, seekers) in enumerate(chosen)
                ],
                call=call,
                year=year,
            )
        except RulesError as error:
            yield type(error).__name__
        else:
            yield [[str(part) for part in grant.components.values()] for grant in divided]


def register():
    """Yield the municipalities of each edition of the register, and what became of them."""
    for on in (date(2019, 1, 1), date(2024, 12, 31), date(2025, 1, 1), date(2026, 12, 31)):
        for each in flanders.municipalities(on=on):
            later = flanders.successor(each.nis_code, on=date(2026, 12, 31)).nis_code
            facts = (each.nis_code, each.name, str(each.is_centrumstad), later)
            yield [*facts, str(each.reference_region), sorted(each.territory)]


QUESTIONS = (applicant, cents, exclusivity, merger, plan, region, register)


def told(question):
    """Return how many outcomes a question has, and the hash of all of them in order."""
    outcomes = list(question())
    text = json.dumps(outcomes, ensure_ascii=True, separators=(",", ":"))
    return f"{len(outcomes)} sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def stored():
    """Return what is stored: by version of the rules, by question."""
    return json.loads(STORED.read_text(encoding="utf-8"))


def main():
    """Add what is not there yet of the version of today."""
    kept = stored() if STORED.exists() else {}
    here = kept.setdefault(RULES_VERSION, {})
    new = [question for question in QUESTIONS if question.__name__ not in here]
    if not new:
        sys.exit(f"version {RULES_VERSION} stands there: what is stored is never changed")
    here |= {question.__name__: told(question) for question in new}
    STORED.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
