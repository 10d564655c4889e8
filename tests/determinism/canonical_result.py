"""All that the library says of two calls, as hashes: 21 real applicants, and a generated call.

``python -m tests.determinism.canonical_result SIZE``, from the root of the repository, prints what
stands in ``stored/SIZE.txt``: a SHA-256 for each part and one of all parts. ``small`` takes a
second or two, ``whole`` ten times as long.

A part is *decided* or *told*. What is decided changes with the version of the rules and not
otherwise; what is told changes with the words too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any

from attrs import frozen
from tests.determinism.generated_call import generated

from wselr_rules import (
    ELIGIBLE,
    OPEN_CALL_2023_2025,
    Audience,
    CallAssessment,
    Explanation,
    Language,
    Municipality,
    Portfolio,
    assess_call,
    explain,
    questions,
    ranges,
    sensitivity,
    timelines,
)
from wselr_rules.law.version import RULES_VERSION
from wselr_rules.receipts import CallInput, canonical, receipt

__all__ = ["SIZES", "Asked", "asked", "hashes", "listing"]

CALL = OPEN_CALL_2023_2025
EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SIZES = ("small", "whole")
#: Before and after the text is in force, the mergers and the last deadline.
DAYS = (date(2022, 12, 31), date(2023, 3, 19), date(2025, 12, 31), date(2026, 1, 1))
#: The day on which all is asked, and the year whose budget is divided.
DAY, YEAR = DAYS[-1], 2025
#: The parts that say nothing of any order, and those that tell the order of members or actions.
OUTCOMES, RANGES, READINGS = "decided verdicts and cents", "decided ranges", "told readings"
GROUNDS, RECEIPT = "decided grounds", "decided receipt"
START, END = date(2023, 1, 1), date(2027, 1, 1)


@frozen
class Asked:
    """A call, and how much is asked of it."""

    portfolio: Portfolio
    #: Who could join a regieverband.
    candidates: tuple[Municipality, ...] = ()
    #: How many are explained, the first of them by id.
    explained: int = 0
    #: Whether every reading is tried on the whole call.
    with_readings: bool = False


def asked(size: str) -> dict[str, Asked]:
    """Return the calls by name."""
    assumed, published, joining = _real()
    if size == "small":
        return {
            "assumed": Asked(assumed, joining, explained=1),
            "generated": Asked(generated(30), explained=2),
        }
    return {
        "assumed": Asked(assumed, joining, explained=21, with_readings=True),
        "published": Asked(published, joining, explained=5),
        "generated": Asked(generated(300), explained=10),
    }


def _real() -> tuple[Portfolio, Portfolio, tuple[Municipality, ...]]:
    """Return the call of the examples, as assumed and as published, and who could join."""
    if str(EXAMPLES) not in sys.path:
        sys.path.append(str(EXAMPLES))
    applicants, assumptions, sources = map(import_module, ("applicants", "assumptions", "sources"))
    data = EXAMPLES / "data"
    by_id = {each.id: each for each in applicants.read_applicants(data / "applicants.json")}
    figures = applicants.read_municipalities(data / "figures.csv")
    assumed, published = (
        sources.with_sources(made(by_id.values(), figures), by_id)
        for made in (assumptions.as_assumed, assumptions.as_published)
    )
    return assumed, published, tuple(figures.values())


# --- what is decided ----------------------------------------------------------------------


def parts(of: Asked) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield what is said of a call, in lines, each part by its kind and name."""
    yield from _decided(of)
    yield from _told(of)


def _decided(of: Asked) -> Iterator[tuple[str, Iterable[str]]]:
    circumstances: dict[str, Any] = {"call": CALL, "year": YEAR}
    for day in DAYS:
        assessment = assess_call(of.portfolio, on=day, **circumstances)
        yield f"{OUTCOMES} on {day}", _outcomes(assessment)
    found = ranges(of.portfolio, on=DAY, **circumstances)
    yield RANGES, (f"{each.application_id} {each.least} {each.most}" for each in found)
    given = CallInput(of.portfolio, on=DAY, **circumstances)
    kept = receipt(given.outcome(), given)
    yield GROUNDS, [canonical(kept.outcome).decode()]
    yield RECEIPT, [canonical(kept).decode()]


def _outcomes(assessment: CallAssessment) -> Iterator[str]:
    for decision in assessment:
        yield f"{decision.application_id} {decision.verdict.value}"
    for grant in assessment.allocation or ():
        cents = " ".join(f"{key.name} {amount}" for key, amount in grant.components.items())
        yield f"{grant.beneficiary_id} {grant.amount} of {grant.exact}: {cents}"


# --- what is told -------------------------------------------------------------------------


def _told(of: Asked) -> Iterator[tuple[str, Iterable[str]]]:
    circumstances: dict[str, Any] = {"call": CALL, "portfolio": of.portfolio}
    in_order = sorted(of.portfolio, key=lambda each: each.id)
    over_time = timelines(of.portfolio, call=CALL, start=START, end=END)
    course = sorted(over_time, key=lambda each: each.application_id)
    yield "told timelines", (each.text("nl") for each in course)
    needed = (questions(ELIGIBLE, each, on=DAY, **circumstances) for each in in_order)
    yield "told questions", (each.text("en") for each in needed)
    if of.with_readings:
        turns = sensitivity(of.portfolio, on=DAY, call=CALL, year=YEAR)
        yield READINGS, [turns.text("nl"), turns.html("en")]
    explained = [
        explain(each, on=DAY, start=START, end=END, candidates=of.candidates, **circumstances)
        for each in in_order[: of.explained]
    ]
    for language in Language:
        words = chain.from_iterable(_words(each, language) for each in explained)
        yield f"told explanations in {language.name}", words


def _words(explanation: Explanation, language: Language) -> Iterator[str]:
    for audience in Audience:
        for form in (explanation.text, explanation.markdown, explanation.document):
            yield form(language, audience)


# --- as hashes ----------------------------------------------------------------------------


def hashes(calls: Mapping[str, Asked]) -> dict[str, str]:
    """Return the SHA-256 of each part of each call."""
    return {
        f"{call}: {part}": sha256("\n".join(lines).encode()).hexdigest()
        for call, of in calls.items()
        for part, lines in parts(of)
    }


def listing(of_parts: Mapping[str, str]) -> str:
    """Return the hashes in lines, and at the end the one of all these lines."""
    lines = [f"rules version {RULES_VERSION}"]
    lines += [f"{digest}  {part}" for part, digest in of_parts.items()]
    whole = sha256("\n".join(lines).encode()).hexdigest()
    return "\n".join([*lines, f"{whole}  all", ""])


if __name__ == "__main__":
    sys.stdout.write(listing(hashes(asked(sys.argv[1]))))
