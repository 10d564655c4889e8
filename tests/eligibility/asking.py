"""Questions on a story, and their answers in short."""

from __future__ import annotations

from tests.eligibility.stories import CALL, QUIET

from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.questions import questions
from wselr_rules.eligibility.rules import ELIGIBLE


def asked(  # noqa: PLR0913
    application, on=QUIET, criterion=ELIGIBLE, *, call=CALL, others=(), complete=True
):
    """Return the questions on an application among these others."""
    portfolio = Portfolio((application, *others), complete=complete)
    return questions(criterion, application, on=on, call=call, portfolio=portfolio)


def only(*args, **circumstances):
    """Return the one question that there is."""
    (question,) = asked(*args, **circumstances)
    assert question.is_proven
    return question


def told(question):
    """Return what is answered with the verdict of the whole, and what else is settled."""
    return [
        (answer.value, answer.verdict, *(verdict for _, verdict in answer.settles))
        for answer in question.answers
    ]
