"""What this library answers to a question (*antwoord*), in the form in which cases expect it.

It knows no case. Whoever checks another system writes the like of it there.
"""

from __future__ import annotations

from wselr_rules.allocation.euros import cents_of
from wselr_rules.allocation.grants import Grant, allocate
from wselr_rules.conformance.case import (
    Answer,
    CallAnswer,
    CallQuestion,
    DivisionAnswer,
    DivisionQuestion,
    DocumentAnswer,
    DocumentQuestion,
    EligibilityAnswer,
    EligibilityQuestion,
    FindingOutline,
    GrantOutline,
    Question,
    Refusal,
)
from wselr_rules.decision import assess, assess_call
from wselr_rules.eligibility.finding import Finding, Missing
from wselr_rules.eligibility.rules import RULES
from wselr_rules.errors import InvalidDocument, RulesError
from wselr_rules.wire.documents import DOCUMENTS, from_json

__all__ = ["answer"]


def answer(question: Question) -> Answer:
    """What this library answers (*antwoord*); an error that it raises is a ``Refusal``.

    A document of a type that has none is a ``KeyError``: then it is no question.
    """
    try:
        match question:
            case EligibilityQuestion():
                return _eligibility(question)
            case DivisionQuestion():
                return _division(question)
            case CallQuestion():
                return _call(question)
            case _:
                return _document(question)
    except RulesError as error:
        return Refusal(type(error).__name__)


def _eligibility(question: EligibilityQuestion) -> EligibilityAnswer:
    portfolio = question.portfolio
    application = portfolio[question.application_id]
    decision = assess(application, on=question.on, call=question.call, portfolio=portfolio)
    findings = (_outline(decision.finding[rule.id]) for rule in RULES)
    return EligibilityAnswer(decision.verdict, _paths(decision.missing), findings)


def _outline(finding: Finding) -> FindingOutline:
    gaps = finding.arguments.get("gaps", ())
    return FindingOutline(
        finding.criterion,
        finding.verdict,
        finding.message,
        margin=finding.margin,
        missing=_paths(finding.missing),
        due=finding.due,
        conflicts=finding.conflicts,
        empty_cells=[str(gap) for gap in gaps] if isinstance(gaps, tuple) else (),
    )


def _paths(missing: tuple[Missing, ...]) -> list[str]:
    return [fact.path for fact in missing]


def _division(question: DivisionQuestion) -> DivisionAnswer:
    allocation = allocate(question.beneficiaries, call=question.call, year=question.year)
    pots = {key: cents_of(euros) for key, euros in allocation.pots.items()}
    return DivisionAnswer(cents_of(allocation.budget), pots, map(_grant, allocation))


def _grant(grant: Grant) -> GrantOutline:
    components = {key: cents_of(euros) for key, euros in grant.components.items()}
    return GrantOutline(grant.beneficiary_id, cents_of(grant.amount), components)


def _call(question: CallQuestion) -> CallAnswer:
    assessed = assess_call(
        question.portfolio,
        on=question.on,
        call=question.call,
        year=question.year,
        approved=question.approved,
    )
    grants = assessed.allocation
    return CallAnswer(
        assessed.eligible,
        assessed.undecided,
        _paths(assessed.missing),
        None
        if grants is None
        else {grant.beneficiary_id: cents_of(grant.amount) for grant in grants},
    )


def _document(question: DocumentQuestion) -> DocumentAnswer:
    by_name = {kind.__name__: kind for kind in DOCUMENTS}
    try:
        from_json(by_name[question.kind], question.text)
    except InvalidDocument as error:
        return DocumentAnswer(problem.path for problem in error.problems)
    return DocumentAnswer(())
