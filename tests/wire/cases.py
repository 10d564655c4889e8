"""Conformance cases, their questions and their answers, as Hypothesis draws them for documents."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.wire.parts import calls, days, ids, maybe, portfolios, rows, texts, wholes
from tests.wire.results import beneficiaries, conflicts

from wselr_rules.conformance import (
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
    Refusal,
    Suite,
)
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.terms import AllocationKey

paths = st.sets(texts, max_size=2)
verdicts = st.sampled_from(Verdict)
cents_by_key = st.dictionaries(st.sampled_from(AllocationKey), wholes, max_size=3)

eligibility_questions = st.builds(EligibilityQuestion, texts, portfolios, days, calls)
division_questions = st.builds(DivisionQuestion, rows(beneficiaries), wholes, calls)
call_questions = st.builds(CallQuestion, portfolios, days, wholes, maybe(paths), calls)
document_questions = st.builds(DocumentQuestion, texts, texts)

outlines = st.builds(
    FindingOutline,
    texts,
    verdicts,
    texts,
    margin=maybe(wholes),
    missing=paths,
    due=maybe(days),
    conflicts=rows(conflicts, 1),
    empty_cells=rows(texts),
)
grant_outlines = st.builds(GrantOutline, texts, wholes, cents_by_key)
eligibility_answers = st.builds(EligibilityAnswer, verdicts, paths, rows(outlines))
division_answers = st.builds(DivisionAnswer, wholes, cents_by_key, rows(grant_outlines))
call_answers = st.builds(
    CallAnswer,
    rows(texts),
    rows(texts),
    paths,
    maybe(st.dictionaries(texts, wholes, max_size=2)),
)
document_answers = st.builds(DocumentAnswer, paths)
refusals = st.builds(Refusal, texts)

cases = st.builds(
    Case,
    ids,
    texts,
    rows(texts),
    rows(texts),
    eligibility_questions | division_questions | call_questions | document_questions,
    eligibility_answers | division_answers | call_answers | document_answers | refusals,
)

#: A strategy for every type of a case.
CASES = {
    CallAnswer: call_answers,
    CallQuestion: call_questions,
    Case: cases,
    DivisionAnswer: division_answers,
    DivisionQuestion: division_questions,
    DocumentAnswer: document_answers,
    DocumentQuestion: document_questions,
    EligibilityAnswer: eligibility_answers,
    EligibilityQuestion: eligibility_questions,
    FindingOutline: outlines,
    GrantOutline: grant_outlines,
    Refusal: refusals,
    Suite: st.lists(cases, max_size=2, unique_by=lambda case: case.id).map(Suite),
}
