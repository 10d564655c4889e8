"""What the library answers to the case of a form, in HTML: a verdict, its grounds, what helps.

It knows which answers belong with which verdict, and no markup but that of the library.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from service.case import Case, Mistake, Reading
from service.form import CALL, Filled
from wselr_rules import (
    ELIGIBLE,
    Audience,
    Decision,
    Language,
    RulesError,
    Verdict,
    assess,
    questions,
    remedies,
    sensitivity,
)

__all__ = ["Answer", "answer_to"]


@frozen
class Answer:
    """What is said of a form: its mistakes, or the decision and what goes with it."""

    mistakes: tuple[Mistake, ...] = ()
    notes: tuple[str, ...] = ()
    decision: Decision | None = None
    name: str = ""
    #: The key of a heading, and the HTML below it.
    sections: tuple[tuple[str, str], ...] = field(default=())


def answer_to(filled: Filled, language: Language) -> Answer:
    """Read a form and decide on it."""
    reading = Reading(filled, language)
    try:
        case = reading.case()
        if case is None:
            return Answer(tuple(reading.mistakes))
        decision = assess(case.application, on=case.on, call=CALL, portfolio=case.portfolio)
        sections = tuple(_sections(case, decision, language))
    except RulesError as error:
        return Answer((Mistake("", "mistake.contradiction", {"error": str(error)}),))
    name = case.application.regieverband.name
    return Answer((), case.notes, decision, name, sections)


def _sections(case: Case, decision: Decision, language: Language) -> Iterator[tuple[str, str]]:
    subject = {"on": case.on, "call": CALL, "portfolio": case.portfolio}
    yield "grounds", decision.html(language)
    asked = questions(ELIGIBLE, case.application, **subject)
    if len(asked):
        yield "needed", asked.html(language, Audience.APPLICANT)
    if decision.verdict is Verdict.NOT_MET:
        changes = remedies(ELIGIBLE, case.application, **subject)
        yield "remedies", changes.html(language, Audience.APPLICANT)
    readings = sensitivity(case.application, **subject)
    if readings.turns:
        yield "readings", readings.html(language, Audience.APPLICANT)
