"""The timelines of a call are its assessments, day by day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import CALL, applies, reading, town, verband
from tests.eligibility.times import ALL_DAYS, DAY, END, FIRST, MINE

from wselr_rules.decision import assess_call
from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.rules import ONE_REGIEVERBAND
from wselr_rules.eligibility.timeline import timeline, timelines
from wselr_rules.errors import PeriodEndsBeforeItBegins
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import DoubleClaim, ZeroKey


@settings(max_examples=examples(40))
@given(st.data(), worlds.portfolios(), worlds.days(), st.sampled_from(DoubleClaim))
def test_they_are_what_each_assessment_tells(data, portfolio, day, who_keeps_it):
    """On any day, and on those on which a member of anybody joins or leaves."""
    call = reading(zero_key=ZeroKey.EQUAL_PARTS, double_claim=who_keeps_it)
    whole = timelines(portfolio, call=call, **ALL_DAYS)
    turns = {turn for each in portfolio for turn in each.regieverband.member_dates}
    turns = sorted(turn for turn in turns if FIRST <= turn < END)
    days = [day, *(data.draw(st.lists(st.sampled_from(turns), max_size=3)) if turns else ())]
    for on in days:
        decided = assess_call(portfolio, on=on, call=call, year=2024)
        assert [(each.application_id, each.on(on).verdict) for each in whole] == [
            (each.application_id, each.verdict) for each in decided.decisions
        ]


@settings(max_examples=examples(20))
@given(worlds.portfolios(), worlds.calls())
def test_each_is_that_of_its_application(portfolio, call):
    """In order of id, each what asking for it alone gives, by any criterion."""
    either = ONE_REGIEVERBAND | MINE
    in_order = sorted(portfolio, key=lambda each: each.id)
    assert timelines(portfolio, call=call, criterion=either, **ALL_DAYS) == tuple(
        timeline(either, each, call=call, portfolio=portfolio, **ALL_DAYS) for each in in_order
    )


def test_they_come_in_order_of_id():
    """Those of b and a come as a and b."""
    b, a = applies(verband(town("90002")), id="b"), applies(verband(town("90001")), id="a")
    whole = timelines(Portfolio((b, a), complete=True), call=CALL, **ALL_DAYS)
    assert [each.application_id for each in whole] == ["a", "b"]


def test_nobody_has_none():
    """A call without applications has no timelines; its range is still checked."""
    nobody = Portfolio((), complete=True)
    assert timelines(nobody, call=CALL, **ALL_DAYS) == ()
    with pytest.raises(PeriodEndsBeforeItBegins):
        timelines(nobody, call=CALL, start=FIRST, end=FIRST)


def test_one_context_a_day_serves_all(monkeypatch):
    """However many applications there are, each day of the call is prepared once."""
    towns = [applies(verband(town(f"9000{n}"), id=f"R{n}")) for n in range(3)]
    checked = []
    monkeypatch.setattr(OpenCall, "check_day", lambda _, day: checked.append(day))
    timelines(Portfolio(towns, complete=True), call=CALL, **ALL_DAYS)
    first, last, *prepared = checked
    assert (first, last) == (FIRST, END - DAY)
    assert sorted(prepared) == [FIRST, date(2023, 1, 1), date(2026, 1, 1)]
