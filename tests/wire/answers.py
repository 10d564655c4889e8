"""Timelines, questions, remedies, readings and ranges, as Hypothesis draws them for documents."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from hypothesis import strategies as st
from tests.wire.parts import (
    amounts,
    counts,
    days,
    histories,
    ids,
    maybe,
    municipalities,
    periods,
    rows,
    texts,
    wholes,
)
from tests.wire.results import conflicts, decisions, findings, intervals, missing, sourced

from wselr_rules.domain.membership import Derogation
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.answers import Answer, FormChange, Situation
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.changes import WaitUntil
from wselr_rules.eligibility.events import Event, EventKind
from wselr_rules.eligibility.grounds import Ground
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)
from wselr_rules.eligibility.questions import Question, Questions
from wselr_rules.eligibility.remedy import Remedies, Remedy
from wselr_rules.eligibility.timeline import Stretch, Timeline
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.explanation import Explanation
from wselr_rules.law.readings import INTERPRETATIONS
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel
from wselr_rules.scenarios.choices import Choice, Obstacle, Outcome
from wselr_rules.scenarios.margins import Range, Ranges
from wselr_rules.scenarios.turns import CallSensitivity, Effect, Sensitivity, Shift, Turn

DAY = timedelta(days=1)
verdicts = st.sampled_from(Verdict)
forms = st.sampled_from(LegalForm)
regions = st.sampled_from(ReferenceRegion)
channels = st.sampled_from(SubmissionChannel)

# --- over time ----------------------------------------------------------------------------

events = st.builds(
    Event,
    days,
    st.sampled_from(EventKind),
    texts,
    application_id=texts,
    applicant=texts,
    former=rows(texts),
    became=maybe(forms | regions),
    sentences=rows(texts),
)


@st.composite
def grounds(draw):
    """Draw a ground with one or two findings."""
    *starts, until = sorted(draw(st.sets(days, min_size=2, max_size=3)))
    found = [(since, draw(findings)) for since in starts]
    return Ground(draw(texts), starts[0], until, tuple(found))


@st.composite
def timelines(draw, depth=1):
    """Draw a timeline of up to three stretches, and of its parts."""
    turns = sorted(draw(st.sets(days, min_size=2, max_size=4)))
    stretches = [
        Stretch(since, until, draw(verdicts), draw(rows(events, 2)), draw(rows(grounds(), 1)))
        for since, until in pairwise(turns)
    ]
    parts = draw(rows(timelines(depth - 1), 2)) if depth else ()
    return Timeline(draw(texts), draw(texts), tuple(stretches), parts)


# --- questions ----------------------------------------------------------------------------


@st.composite
def stretches_of_days(draw):
    """Draw days with or without a bound on either side."""
    since, until = sorted(draw(st.sets(days, min_size=2, max_size=2)))
    return Days(draw(st.sampled_from([None, since])), draw(st.sampled_from([None, until])))


form_changes = st.builds(FormChange, rows(forms), maybe(stretches_of_days()))
answers = st.builds(
    Answer,
    texts,
    st.one_of(
        intervals,
        st.booleans(),
        rows(forms),
        form_changes,
        stretches_of_days(),
        st.just(NEVER),
        rows(regions),
        histories(regions),
        rows(periods(Derogation)),
        rows(municipalities(), 2),
        rows(channels),
        st.sampled_from(Situation),
    ),
    criterion=texts,
    verdict=verdicts,
    settles=rows(st.tuples(texts, verdicts)),
)
questions = st.builds(
    Question,
    missing,
    rows(texts),
    rows(answers, 2),
    sentences=rows(texts),
    is_proven=st.booleans(),
    sourced=rows(sourced, 1),
)

# --- remedies -----------------------------------------------------------------------------

CHANGES = {
    AddActions: st.builds(
        AddActions,
        st.sampled_from(PolicyPriority),
        st.sets(st.integers(1000, 9999), min_size=1, max_size=3),
        number=st.integers(1, 10**9),
        planned_by=maybe(municipalities()),
    ),
    AddMembers: st.builds(AddMembers, st.lists(municipalities(), min_size=1, max_size=2)),
    ApplyThrough: st.builds(ApplyThrough, channels),
    BringInhabitants: st.builds(BringInhabitants, counts, regions),
    ChangeForm: st.builds(ChangeForm, forms),
    ObtainDerogation: st.builds(ObtainDerogation, days),
    ReleaseMember: st.builds(ReleaseMember, municipalities(), ids, texts),
    RemoveMember: st.builds(RemoveMember, municipalities()),
    WaitUntil: st.builds(WaitUntil, days),
}
remedies = st.builds(
    Remedy,
    rows(st.one_of(*CHANGES.values()), 2),
    texts,
    texts,
    days,
    findings,
    findings,
    ends=rows(conflicts, 1),
    breaks=rows(texts),
)

# --- readings and ranges ------------------------------------------------------------------


@st.composite
def choices(draw):
    """Draw a reading of an open question in place of another one."""
    question = draw(st.sampled_from(INTERPRETATIONS))
    values = st.sampled_from([reading.value for reading in type(question.default)])
    return Choice(question.id, draw(values), draw(values))


outcomes = st.builds(Outcome, maybe(verdicts), maybe(amounts), maybe(st.sampled_from(Obstacle)))
turns = st.builds(Turn, rows(choices(), 2), outcomes, outcomes)
sensitivities = st.builds(Sensitivity, ids, days, outcomes, rows(turns, 2))
shifts = st.builds(Shift, ids, outcomes, outcomes)
effects = st.builds(Effect, choices(), rows(shifts, 2))
ranges = st.builds(Range, ids, verdicts, maybe(amounts), maybe(amounts), st.booleans())

#: A strategy for every type of an answer.
ANSWERS = {
    **CHANGES,
    Answer: answers,
    CallSensitivity: st.builds(
        CallSensitivity, days, wholes, rows(effects, 2), rows(sensitivities, 2), rows(texts)
    ),
    Choice: choices(),
    Days: stretches_of_days(),
    Effect: effects,
    Event: events,
    FormChange: form_changes,
    Ground: grounds(),
    Outcome: outcomes,
    Question: questions,
    Questions: st.builds(Questions, texts, texts, verdicts, rows(questions, 2)),
    Range: ranges,
    Ranges: st.builds(
        Ranges,
        days,
        wholes,
        amounts,
        rows(ranges),
        rows(texts),
        rows(missing),
        maybe(st.booleans()),
        st.booleans(),
    ),
    Remedies: st.builds(Remedies, texts, days, findings, rows(remedies, 2), st.booleans()),
    Remedy: remedies,
    Sensitivity: sensitivities,
    Shift: shifts,
    Stretch: timelines(0).map(lambda timeline: timeline.stretches[0]),
    Timeline: timelines(),
    Turn: turns,
}
ANSWERS[Explanation] = st.builds(
    Explanation,
    texts,
    decisions,
    timelines(0),
    *(ANSWERS[each] for each in (Questions, Remedies, Sensitivity)),
)
