"""Section 1, first part: what is undecided on what is public alone (*nog niet te beslissen*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from applicants import Applicant
from assumptions import BENEFICIARIES, DAYS, MEMBERS, MEMBERS_SINCE, Case, labelled
from page import MARKS, Column, Page, listed, long_date, short_date, table

from wselr_rules import Decision, Verdict

__all__ = ["print_published"]

#: The facts that can be missing of an application, and how the table heads them.
_FACTS = {
    "legal_form": "form",
    "recognised_on": "recogn.",
    "derogations": "deviat.",
    "complete": "others",
    "plan": "plan",
    "channels": "channel",
}


def print_published(page: Page, case: Case, applicants: Mapping[str, Applicant]) -> None:
    """Print the verdicts on what is public, and which facts are missing for the others."""
    page.heading("1a. With only what is public: what cannot be decided yet")
    page.say(
        f"Known are the members and {_known_forms(applicants)} of {len(applicants)} legal forms. "
        "Not known, and left so: every day of recognition, plan, channel and deviation, and who "
        f"the others of the {BENEFICIARIES} beneficiaries are. One thing is assumed even here "
        f"({MEMBERS}): that each applied, with the members that the pages name, all of them since "
        f"{long_date(MEMBERS_SINCE)}."
    )
    page.show(
        table(
            Column("Applicant", wraps_at=32),
            Column("Confid."),
            *(Column(_without_year(day), "center") for day in DAYS),
            *(Column(heading, "center") for heading in _FACTS.values()),
            rows=(_row(each, case[each.id]) for each in applicants.values()),
        )
    )
    page.say(
        "On each day: ✗ not eligible, ? undecided. Of a fact, ? is one that is missing: the "
        "verdict turns on it. What could not turn it is not asked for, so most need no day of "
        "recognition to be decided, nor is anything asked of an applicant that is decided already."
    )
    _print_decided(page, case, applicants)
    _print_missing_in_words(page, case, applicants)
    _print_division(page, case)


def _known_forms(applicants: Mapping[str, Applicant]) -> int:
    return sum(each.legal_form is not None for each in applicants.values())


def _row(applicant: Applicant, decisions: tuple[Decision, ...]) -> Iterator[str]:
    yield applicant.name
    yield applicant.confidence
    yield from (MARKS[decision.verdict] for decision in decisions)
    yield from (_cell(fact, decisions) for fact in _FACTS)


def _cell(fact: str, decisions: tuple[Decision, ...]) -> str:
    """Mark a fact that is missing, with the day where it is missing on one of them only."""
    days = [
        decision.on
        for decision in decisions
        if fact in {missing.fact for missing in decision.missing}
    ]
    if len(days) == len(decisions):
        return "?"
    return " ".join(f"? {_without_year(day)}" for day in days)


def _without_year(day: date) -> str:
    """Write a date as it stands above a narrow column; the title of the section has the year."""
    return short_date(day).rpartition(" ")[0]


def _print_decided(page: Page, case: Case, applicants: Mapping[str, Applicant]) -> None:
    refused = [each for each in applicants.values() if _is_refused(case[each.id])]
    page.heading(f"Decided already: {len(refused)} are not eligible, whatever else is true")
    page.points(_refusals(refused, case))


def _is_refused(decisions: tuple[Decision, ...]) -> bool:
    return all(decision.verdict is Verdict.NOT_MET for decision in decisions)


def _refusals(refused: Iterable[Applicant], case: Case) -> Iterator[str]:
    for applicant in refused:
        reasons = dict.fromkeys(
            labelled(finding, applicant)
            for decision in case[applicant.id]
            for finding in decision.refusals
        )
        yield f"{applicant.name} (confidence {applicant.confidence}): {'; '.join(reasons)}"


def _print_missing_in_words(page: Page, case: Case, applicants: Mapping[str, Applicant]) -> None:
    """Print the library's own words for the applicant of which most is missing."""
    applicant = max(applicants.values(), key=lambda each: len(case[each.id][0].missing))
    decision = case[applicant.id][0]
    facts = [missing.text("en") for missing in decision.missing]
    page.heading(f"The missing facts in words, for {applicant.name}, of which most is missing")
    page.say(f"To decide on {long_date(decision.on)}: {listed(facts)}.")


def _print_division(page: Page, case: Case) -> None:
    for assessment in case.assessments[:1]:
        facts = listed(missing.text("en") for missing in assessment.missing)
        divided = "is not divided" if assessment.allocation is None else "is divided provisionally"
        page.heading("The division")
        page.say(
            f"As assessed on {long_date(assessment.on)}, {len(assessment.eligible) or 'none'} are "
            f"eligible and {len(assessment.undecided)} undecided, so the budget of "
            f"{assessment.year} {divided}. It waits for those verdicts and for: {facts}."
        )
