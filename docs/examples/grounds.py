"""What an official asks of a decision: since when, what is needed, what would change it.

Run it with ``python docs/examples/grounds.py`` once ``requirements/example.txt`` and the
package are installed. For each of the applicants of the main job it prints, in Dutch and in
English, the decision, its timeline, the facts that are still needed on what is public alone,
and what would change a refusal. ``docs/examples/grounds.py nl`` prints one language only.

The library decides and words everything; this script reads the data and wraps the lines.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from textwrap import wrap

from applicants import Applicant, read_applicants, read_municipalities
from assumptions import CALL, DAYS, as_assumed, as_published
from page import WIDTH, Page
from sources import with_sources

from wselr_rules import (
    ELIGIBLE,
    Audience,
    Decision,
    Language,
    Municipality,
    Portfolio,
    Questions,
    Remedies,
    Sensitivity,
    Timeline,
    assess,
    questions,
    remedies,
    sensitivity,
    timelines,
)
from wselr_rules.render.language import long_date

DATA = Path(__file__).parent / "data"

#: The years of the call, and the year in which the last deadline falls.
START, END = date(2023, 1, 1), date(2027, 1, 1)
#: The day before the last deadline, and the deadline itself.
BEFORE, AFTER = DAYS

_WORDS: Mapping[Language, tuple[str, ...]] = {
    Language.NL: (
        (
            "GEEN OFFICIËLE UITKOMST. Voorbeeld op openbare gegevens en op aannames: een plan dat "
            "volledig is, ingediend via Platos, een aanvaarde rechtsvorm, erkend vóór de "
            "peildatum en sindsdien alleen door fusies gewijzigd, geen afwijking, en geen andere "
            "aanvragen dan deze."
        ),
        "Het oordeel, zoals aangenomen",
        "Tijdlijn, zoals aangenomen",
        "Wat nog nodig is, op openbare gegevens alleen",
        "Wat het zou veranderen, zoals aangenomen",
        "De tekst of een lezing ervan, zoals aangenomen",
    ),
    Language.EN: (
        (
            "NO OFFICIAL OUTCOME. An example on public facts and on assumptions: a complete plan, "
            "handed in through Platos, an accepted legal form, recognised before the baseline and "
            "changed by mergers only, no deviation, and no other applications than these."
        ),
        "The verdict, as assumed",
        "Timeline, as assumed",
        "What is still needed, on public facts alone",
        "What would change it, as assumed",
        "The text or a reading of it, as assumed",
    ),
}


def main(chosen: list[str]) -> None:
    """Read, ask, and print."""
    languages = [Language(each) for each in chosen] or list(Language)
    applicants = {each.id: each for each in read_applicants(DATA / "applicants.json")}
    municipalities = read_municipalities(DATA / "figures.csv")
    assumed = with_sources(as_assumed(applicants.values(), municipalities), applicants)
    published = with_sources(as_published(applicants.values(), municipalities), applicants)
    course = timelines(assumed, call=CALL, start=START, end=END)
    page = Page()
    for language in languages:
        page.say(_WORDS[language][0], "bold")
    for over_time in course:
        applicant = applicants[over_time.application_id]
        page.title(f"{applicant.name} ({applicant.id})")
        answers = _answers(applicant, assumed, published, municipalities)
        for language in languages:
            print_answers(page, over_time, answers, language)


_Answers = tuple[tuple[Decision, Decision], Questions, Remedies, Sensitivity]


def _answers(
    applicant: Applicant,
    assumed: Portfolio,
    published: Portfolio,
    municipalities: Mapping[str, Municipality],
) -> _Answers:
    """Ask everything of one applicant."""
    application = assumed[applicant.id]
    before, after = (
        assess(application, on=day, call=CALL, portfolio=assumed) for day in (BEFORE, AFTER)
    )
    return (
        (before, after),
        questions(ELIGIBLE, published[applicant.id], on=BEFORE, call=CALL, portfolio=published),
        remedies(
            ELIGIBLE,
            application,
            on=AFTER,
            call=CALL,
            portfolio=assumed,
            candidates=municipalities.values(),
        ),
        sensitivity(application, on=AFTER, call=CALL, portfolio=assumed),
    )


def print_answers(page: Page, course: Timeline, answers: _Answers, language: Language) -> None:
    """Print the answers on one applicant in one language."""
    (before, after), asked, ways, readings = answers
    _, verdict, over_time, needed, change, text = _WORDS[language]
    told: list[tuple[str, str]] = [
        (f"{verdict}, {long_date(before.on, language)}", before.text(language, Audience.APPLICANT)),
        (f"{verdict}, {long_date(after.on, language)}", after.text(language, Audience.APPLICANT)),
        (over_time, course.text(language, Audience.APPLICANT)),
        (needed, asked.text(language, Audience.APPLICANT)),
        (change, ways.text(language, Audience.APPLICANT)),
        (text, readings.text(language, Audience.APPLICANT)),
    ]
    for heading, words in told:
        page.heading(heading)
        page.say("\n".join(_wrapped(words)))


def _wrapped(text: str) -> Iterator[str]:
    """Break the lines of a tree so that what goes on stands further in."""
    for line in text.splitlines():
        inward = " " * (len(line) - len(line.lstrip()))
        yield from wrap(line.strip(), WIDTH, initial_indent=inward, subsequent_indent=f"{inward}  ")


if __name__ == "__main__":
    main(sys.argv[1:])
