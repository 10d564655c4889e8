"""The main job: from the real applicants of an open call to decisions and amounts.

Run it with ``python docs/examples/open_call.py`` once ``requirements/example.txt`` and the
package are installed. It reads ``data/`` beside it, asks no network and no clock, and prints on
100 columns:

0. that it is no official outcome, and which figures it uses;
1. what cannot be decided on what is public, then what is assumed, and every decision;
2. what three corrections of memberships change;
3. the division of the budget of a plan year, before and after them;
4. the readings of what the text leaves open;
5. what the sources leave in doubt.

The library is values in, values out: the modules beside this one read files into values
(``applicants``), make applications of them (``assumptions``, ``corrections``), and print what
the library answers (``*_page``). Nothing printed is written down here beforehand.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from amounts_page import print_amounts
from applicants import Applicant, read_applicants, read_municipalities
from assumptions import CALL, DAYS, PLAN_YEAR, as_assumed, as_published, decide
from corrections import CORRECTIONS, corrected
from corrections_page import print_corrections
from decisions_page import print_assumptions, print_decisions
from page import Column, Page, euros, long_date, table
from published_page import print_published

from wselr_rules import INTERPRETATIONS

DATA = Path(__file__).parent / "data"

_HOW_TO_READ = (
    (
        "It is written in English with the Dutch terms of the call; the findings are the library's "
        "own sentences. One decision also stands in Dutch."
    ),
    (
        "Confid. is how sure it is that public pages tie the applicant, with these members, to the "
        "role: high, medium or low. It is about the source, not about the verdict (section 5)."
    ),
    (
        "[S12] is a sentence of the text, I07 a reading of what the text leaves open (section 4), "
        "A1 an assumption (section 1b), C1 a correction (section 2)."
    ),
)


def main() -> None:
    """Read, decide, and print."""
    applicants = {each.id: each for each in read_applicants(DATA / "applicants.json")}
    municipalities = read_municipalities(DATA / "figures.csv")
    published = decide(as_published(applicants.values(), municipalities))
    portfolio = as_assumed(applicants.values(), municipalities)
    before = decide(portfolio)
    after = decide(corrected(portfolio, CORRECTIONS))

    page = Page()
    print_preface(page, len(applicants))
    page.title(f"1. The decisions on {long_date(DAYS[0])} and on {long_date(DAYS[1])}")
    print_published(page, published, applicants)
    print_assumptions(page, applicants)
    print_decisions(page, before, applicants)
    print_corrections(page, portfolio, before, after, applicants)
    print_amounts(page, before, after, applicants, municipalities)
    print_readings(page)
    print_doubts(page, applicants)


def print_preface(page: Page, applicants: int) -> None:
    """Print what this is and is not, which figures it uses, and how to read it."""
    page.say("NO OFFICIAL OUTCOME.", "bold")
    page.say(
        "An example of a library reckoned this from public facts, and from assumptions that are "
        "named where they stand. Nobody was approved or refused by it."
    )
    page.say(
        f"The call: lokale regierol sociale economie en werk (WSE-LR), open call "
        f"{CALL.plan_years[0]}-{CALL.plan_years[-1]}. {applicants} applicants that public pages "
        f"tie to it; EUR {euros(CALL.budget_for(PLAN_YEAR))} for plan year {PLAN_YEAR} (I10)."
    )
    page.heading("The figures, all on the territory of the municipalities since 1 January 2025")
    page.show(
        table(
            Column("What"),
            Column("Taken here", wraps_at=50),
            Column("Source", wraps_at=40),
            rows=(
                ("inhabitants", "on 1 January 2025", "Statbel (CC BY 4.0)"),
                (
                    "population of working age",
                    "inhabitants aged 15 to 64 on 1 January 2025",
                    "Statbel (CC BY 4.0)",
                ),
                (
                    "job seekers",
                    "werkzoekenden zonder werk, yearly average of 2024",
                    "VDAB, by way of Provincies in Cijfers (licence not found)",
                ),
            ),
        )
    )
    page.say(
        "The text of the call names neither an age band nor a source for the working age, neither "
        "a definition nor a source for job seekers, and no day on which inhabitants are counted. "
        "These figures are a choice of this example."
    )
    page.heading("How to read it")
    page.points(_HOW_TO_READ)


def print_readings(page: Page) -> None:
    """Print which reading was chosen where the text is open."""
    page.title("4. What the text leaves open, and how it is read here")
    page.show(
        table(
            Column("Id"),
            Column("Question", wraps_at=66),
            Column("Read as"),
            Column("Of sentence"),
            rows=(
                (
                    each.id,
                    each.question,
                    str(each.chosen_in(CALL.readings).value),
                    ", ".join(each.sentences),
                )
                for each in INTERPRETATIONS
            ),
        )
    )
    page.say("Another reading is as lawful until someone with the authority decides.")


def print_doubts(page: Page, applicants: Mapping[str, Applicant]) -> None:
    """Print what to know of each applicant before relying on it."""
    page.title("5. What the sources of the applicants leave in doubt")
    page.points(
        f"{each.name} ({each.confidence}): {each.note}" for each in applicants.values() if each.note
    )


if __name__ == "__main__":
    main()
