"""Timelines to ask for, and criteria of any make, most often over all days of the call."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from tests import strategies as worlds
from tests.eligibility.stories import CALL

from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.criteria import Criterion, all_of, any_of
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.rules import ELIGIBLE, RULES
from wselr_rules.eligibility.timeline import timeline
from wselr_rules.eligibility.verdict import Verdict

DAY = timedelta(days=1)
FIRST, END = date(2022, 4, 29), date(2027, 1, 1)
#: All days of the call.
ALL_DAYS = {"start": FIRST, "end": END}
ODD = (date(2023, 7, 1), date(2024, 2, 29))


def is_odd(application, context):
    """Tell whether the day lies between two of the caller's own."""
    del application
    return Finding(Verdict.of(ODD[0] <= context.on < ODD[1]), "odd")


#: A criterion of the caller's own, with plain dates.
MINE = Criterion("mine", is_odd, sentences=("mine",), dates=lambda *_: ODD)


def over(application, criterion=ELIGIBLE, *, others=(), call=CALL, **limits):
    """Return the timeline of an application among others, of a complete portfolio."""
    portfolio = Portfolio((application, *others), complete=True)
    known = {**ALL_DAYS, **limits}
    return timeline(criterion, application, call=call, portfolio=portfolio, **known)


def told(whole):
    """Return the first days of the stretches, each with its verdict."""
    return [(str(each.since), each.verdict.value) for each in whole]


def composed():
    """Draw a criterion, on its own or made of others in any way."""
    return st.recursive(
        st.sampled_from((*RULES, ELIGIBLE, MINE)),
        lambda some: st.one_of(
            some.map(lambda one: ~one),
            st.tuples(some, some).map(lambda two: two[0] & two[1]),
            st.tuples(some, some).map(lambda two: two[0] | two[1]),
            st.lists(some, min_size=1, max_size=3).map(lambda each: all_of(*each, id="every")),
            st.lists(some, min_size=1, max_size=3).map(lambda each: any_of(*each, id="some")),
        ),
        max_leaves=4,
    )


@st.composite
def ranges(draw):
    """Draw a start and an end, most often near the turns of the text."""
    start, other = draw(st.just(FIRST) | worlds.days()), draw(st.just(END) | worlds.days())
    if start == other:
        return ALL_DAYS
    return {"start": min(start, other), "end": max(start, other)}


def with_parts(whole):
    """Yield a timeline, and those of its parts."""
    yield whole
    for part in whole.parts:
        yield from with_parts(part)
