"""Answers from which the same follows are taken together, and only those of one kind.

What follows is foretold here, answer by answer, and not asked of the rules.
"""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from tests.eligibility.stories import (
    MET,
    NOT_MET,
    QUIET,
    UNKNOWN,
    applies,
    around,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.eligibility.answers import FormChange
from wselr_rules.eligibility.finding import Missing
from wselr_rules.eligibility.possible_answers import possible_answers
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.law.terms import LegalForm

#: Alone among the forms it may have fewer members.
WELFARE = LegalForm.WELFARE_ASSOCIATION
OTHERS = tuple(form for form in LegalForm if form not in {WELFARE, LegalForm.MUNICIPALITY})
EXISTING, JOINS, JOINS_TOO = date(2022, 4, 29), date(2023, 6, 1), date(2024, 1, 1)
SPANS = (Days(EXISTING, JOINS), Days(JOINS, JOINS_TOO), Days(JOINS_TOO, None))


def _answered(fact, verdicts):
    """Return the answers where these verdicts follow from what can be told, in turn."""
    members = [
        *two_towns(),
        Membership(town("90003"), JOINS),
        Membership(town("90004"), JOINS_TOO),
    ]
    case = applies(verband(*members, form=None, derogations=None))
    following = iter(verdicts)
    asked = SimpleNamespace(
        criterion=ELIGIBLE,
        application=case,
        context=around(case, QUIET),
        outcome=lambda facts, criteria: (next(following), ()),  # noqa: ARG005
    )
    told = possible_answers(Missing(fact, f"regieverband.{fact}", "R"), asked, ("eligible",))
    assert not list(following)
    return [(answer.value, answer.verdict) for answer in told]


def test_changes_of_form_are_one_answer_in_neighbouring_stretches_of_the_same_forms_alone():
    """Neither around a stretch from which something else follows, nor of forms told apart."""
    to_and_fro, fro_and_to = [MET, NOT_MET, UNKNOWN, NOT_MET], [MET, UNKNOWN, NOT_MET, UNKNOWN]
    assert _answered("legal_form", [*to_and_fro, *fro_and_to, *to_and_fro]) == [
        (FormChange((*OTHERS[:-1], WELFARE, OTHERS[-1]), None), MET),
        *zip((FormChange(OTHERS, span) for span in SPANS), to_and_fro[1:], strict=True),
        *zip((FormChange((WELFARE,), span) for span in SPANS), fro_and_to[1:], strict=True),
    ]


def test_no_deviation_and_one_from_which_the_same_follows_are_two_answers():
    """Who has none does not have one."""
    assert _answered("derogations", [UNKNOWN, UNKNOWN]) == [
        ((), UNKNOWN),
        ((Derogation(QUIET),), UNKNOWN),
    ]
