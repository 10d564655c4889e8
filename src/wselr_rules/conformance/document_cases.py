"""Cases on what comes from outside (*invoer van buiten*): documents and the paths of problems.

Each is a document of ``document_texts`` with one place replaced. Where a field is wrong the path
is that of the field; where fields contradict each other it may be that of what holds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wselr_rules.conformance.case import Case, DocumentAnswer, DocumentQuestion
from wselr_rules.conformance.document_rows import (
    CHANNELS,
    COUNTS,
    DAYS,
    GROUND,
    MONEY,
    NUMBERS,
    OF_FORM,
    PLAN,
    PORTFOLIO_ROWS,
    WHO,
    Row,
)
from wselr_rules.conformance.document_texts import APPLICATION, BENEFICIARY, CALL, PORTFOLIO

__all__ = ["document_cases"]


def document_cases() -> Iterator[Case]:
    """What is read, and what is refused and where (*gelezen of geweigerd*)."""
    for name, kind, text, about in (
        ("application", "Application", APPLICATION, "S21"),
        ("portfolio", "Portfolio", PORTFOLIO, "S12 S21"),
        ("beneficiary", "Beneficiary", BENEFICIARY, "S18 S19"),
        ("call", "OpenCall", CALL, "S03 S08 S09 S14 S15 S17"),
    ):
        claim = f"A document of the type {kind} with nothing wrong in it is read."
        yield _case(f"read/{name}", claim, about, kind, text, ())
    yield from _no_documents()
    yield from _rows("form", "S21", OF_FORM)
    yield from _rows("numbers", "S09 S18 S19", NUMBERS)
    yield from _rows("days", "S14 S15 S16", DAYS)
    yield from _rows("ground", "S12 S13", GROUND)
    yield from _rows("who", "S09 S10 S12", WHO)
    yield from _rows("plan", "S03 S08", PLAN)
    yield from _rows("channel", "S21", CHANNELS)
    yield from _rows("money", "S17 S18 S19 S20", MONEY, "OpenCall", CALL)
    yield from _rows("counts", "S18 S19", COUNTS, "Beneficiary", BENEFICIARY)
    yield from _rows("portfolio", "S12", PORTFOLIO_ROWS, "Portfolio", PORTFOLIO)
    yield from _together()


def _case(name: str, claim: str, about: str, kind: str, text: str, paths: Iterable[str]) -> Case:
    question = DocumentQuestion(kind, text)
    id = f"document/{name}".replace(" ", "-")
    return Case(id, claim, about.split(), (), question, DocumentAnswer(paths))


def _rows(
    group: str,
    about: str,
    rows: Iterable[Row],
    kind: str = "Application",
    text: str = APPLICATION,
) -> Iterator[Case]:
    for name, old, new, path in rows:
        told = f"refused at {path}" if path else "read"
        yield _case(
            f"{group}/{name}",
            f"With {name} a document of the type {kind} is {told}.",
            about,
            kind,
            text.replace(old, new, 1),
            (path,) if path else (),
        )


def _no_documents() -> Iterator[Case]:
    for name, text, path in (
        ("nothing", "", "$"),
        ("no JSON", "application", "$"),
        ("cut off", APPLICATION[:-1], "$"),
        ("a comma too many", APPLICATION.replace('"provenance": {}}', '"provenance": {},}'), "$"),
        ("single quotes", APPLICATION.replace('"', "'"), "$"),
        ("a second document", f"{APPLICATION} {{}}", "$"),
        ("a number", "3", "$"),
        ("null", "null", "$"),
        ("a list", f"[{APPLICATION}]", "$"),
        ("too many levels", "[" * 200 + "]" * 200, "$"),
        ("another format", APPLICATION.replace("wselr_rules/2", "wselr_rules/0"), "$.format"),
        ("another type", APPLICATION.replace('"Application"', '"Portfolio"'), "$.type"),
        ("no format", APPLICATION.replace('"format": "wselr_rules/2", ', ""), "$.format"),
    ):
        claim = f"What is no document of the type Application is refused: {name}."
        yield _case(f"none/{name}", claim, "S21", "Application", text, (path,))


def _together() -> Iterator[Case]:
    several = (
        APPLICATION.replace('"id": "first"', '"id": 1')
        .replace('"inhabitants": 40000', '"inhabitants": -1')
        .replace('"2026-12-31"', '"2019-12-31"')
        .replace('"Platos"', '"fax"')
        .replace('"submitted_on": null', '"submitted_on": "soon"')
    )
    paths = (
        "$.id",
        "$.regieverband.memberships[0].municipality.inhabitants",
        "$.regieverband.memberships[1].until",
        "$.channels[0]",
        "$.submitted_on",
    )
    yield _case(
        "together/five",
        "All that is wrong with a document is told at once, here in five places.",
        "S21",
        "Application",
        several,
        paths,
    )
    yield _case(
        "together/a-municipality-lost",
        "A key by another name is one too many and one too few.",
        "S21",
        "Application",
        APPLICATION.replace('{"municipality": {', '{"gemeente": {', 1),
        (
            "$.regieverband.memberships[0].gemeente",
            "$.regieverband.memberships[0].municipality",
        ),
    )
    twice = PORTFOLIO.replace('"applications": [', f'"applications": [{_application_alone()}, ', 1)
    yield _case(
        "together/two-of-one-id",
        "Two applications of one id contradict each other, so the portfolio is refused.",
        "S12",
        "Portfolio",
        twice,
        ("$",),
    )


def _application_alone() -> str:
    """The application without what a document has at its head."""
    return APPLICATION.replace('"format": "wselr_rules/2", "type": "Application",', "", 1)
