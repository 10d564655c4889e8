"""Cases of the text (*toetsgevallen*), by which an agency checks a system of its own.

Each is a question with the answer that the text gives to it, worked out by hand from the
sentences and the readings, and never by this library. ``cases`` gives all of them, ``suite`` all
as one value of which ``wire`` makes one document, and ``answer`` what this library answers to a
question: a test demands that it is what each case expects.

>>> case = cases()[0]
>>> answer(case.question) == case.expected
True
"""

from wselr_rules.conformance.answering import answer
from wselr_rules.conformance.case import (
    Answer,
    CallAnswer,
    CallQuestion,
    Case,
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
    Suite,
)
from wselr_rules.conformance.suite import cases, suite

__all__ = [
    "Answer",
    "CallAnswer",
    "CallQuestion",
    "Case",
    "DivisionAnswer",
    "DivisionQuestion",
    "DocumentAnswer",
    "DocumentQuestion",
    "EligibilityAnswer",
    "EligibilityQuestion",
    "FindingOutline",
    "GrantOutline",
    "Question",
    "Refusal",
    "Suite",
    "answer",
    "cases",
    "suite",
]
