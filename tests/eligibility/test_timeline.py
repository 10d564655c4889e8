"""A timeline is what asking on every single day would tell, in stretches as long as can be."""

from __future__ import annotations

import pickle
from datetime import date, datetime
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import CALL, LIMBURG, MET, applies, town, two_towns, verband
from tests.eligibility.times import (
    DAY,
    END,
    FIRST,
    MINE,
    ODD,
    composed,
    is_odd,
    over,
    ranges,
    told,
    with_parts,
)

from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.membership import Membership
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.eligibility.timeline import timeline
from wselr_rules.errors import DatesNotNamed, PeriodEndsBeforeItBegins, WrongType, WrongValue


class TestExact:
    """On each day of the range the stretch has the verdict of that day, and no other is longer."""

    @settings(max_examples=examples(120))
    @given(st.data(), worlds.portfolios(), worlds.calls(), composed(), ranges())
    def test_it_is_what_each_day_tells(self, data, portfolio, call, criterion, limits):
        """On a named day, its neighbours and any other day, by any readings."""
        application = portfolio.applications[0]
        whole = timeline(criterion, application, call=call, portfolio=portfolio, **limits)
        start, last = limits["start"], limits["end"] - DAY
        named = criterion.dates(application, Context(start, call=call, portfolio=portfolio))
        days = {day + shift * DAY for day in named for shift in (-1, 0, 1)} | {start, last}
        days |= data.draw(st.sets(st.dates(start, last), max_size=5))
        for day in sorted(day for day in days if start <= day <= last):
            context = Context(day, call=call, portfolio=portfolio)
            assert whole.on(day).verdict is criterion.verdict(application, context), day
        event(f"{len(whole.stretches)} stretches")

    @settings(max_examples=examples(60))
    @given(worlds.portfolios(), worlds.calls(), composed(), ranges())
    def test_it_cannot_be_split_or_joined(self, portfolio, call, criterion, limits):
        """No gap, no overlap, no neighbours alike, no other limits, in the whole and its parts."""
        application = portfolio.applications[0]
        whole = timeline(criterion, application, call=call, portfolio=portfolio, **limits)
        for each in with_parts(whole):
            assert {"start": each.since, "end": each.until} == limits
            assert each.application_id == application.id
            assert all(stretch.since < stretch.until for stretch in each)
            for before, after in pairwise(each):
                assert before.until == after.since
                assert before.verdict is not after.verdict

    @settings(max_examples=examples(40))
    @given(worlds.portfolios(), worlds.calls(), composed(), ranges())
    def test_the_parts_are_timelines_too(self, portfolio, call, criterion, limits):
        """Each part of a composed criterion tells what it tells alone."""
        application = portfolio.applications[0]
        circumstances = {"call": call, "portfolio": portfolio, **limits}
        whole = timeline(criterion, application, **circumstances)
        parts = getattr(criterion.rule, "parts", ())
        alone = [timeline(part, application, **circumstances) for part in parts]
        assert [each.criterion for each in whole.parts] == [part.id for part in parts]
        assert [told(each) for each in whole.parts] == [told(each) for each in alone]

    def test_every_day_of_a_case(self):
        """Of a case that turns five times, each of the 1,708 days from first to last."""
        joins = Membership(town("90003"), date(2024, 6, 1), date(2024, 9, 1))
        case = applies(verband(*two_towns(reference_region=LIMBURG), joins))
        claims = Membership(town("90001"), date(2023, 5, 1), date(2023, 6, 1))
        other = applies(verband(town("90004"), claims, id="other"))
        portfolio = Portfolio((case, other), complete=True)
        criterion = ELIGIBLE & ~MINE
        whole = over(case, criterion, others=[other])
        days = [FIRST + number * DAY for number in range((END - FIRST).days)]
        assert len(days) == 1708
        for day in days:
            context = Context(day, call=CALL, portfolio=portfolio)
            assert whole.on(day).verdict is criterion.verdict(case, context)
        assert told(whole) == [
            ("2022-04-29", "met"),
            ("2023-05-01", "not-met"),
            ("2023-06-01", "met"),
            ("2023-07-01", "not-met"),
            ("2024-02-29", "met"),
            ("2024-06-01", "not-met"),
        ]


class TestOwnCriteria:
    """Criteria of the caller's own, alone and composed."""

    def test_plain_dates(self):
        """One that is met from 1 July 2023 up to, not on, 29 February 2024."""
        assert told(over(applies(), MINE)) == [
            ("2022-04-29", "not-met"),
            ("2023-07-01", "met"),
            ("2024-02-29", "not-met"),
        ]

    def test_without_dates_there_is_no_timeline(self):
        """One that does not tell when it can change is refused, also inside another one."""
        silent = Criterion("silent", is_odd)
        for criterion in (silent, ELIGIBLE & silent):
            with pytest.raises(DatesNotNamed, match="silent"):
                over(applies(), criterion)

    @pytest.mark.parametrize("wrong", [datetime(2024, 1, 1), "2024-01-01", None])  # noqa: DTZ001
    def test_a_day_that_is_none_is_refused(self, wrong):
        """A moment of the day, or text, is no day to name."""
        named = Criterion("wrong", is_odd, dates=lambda *_: [wrong])
        with pytest.raises(WrongType):
            over(applies(), named)

    def test_days_outside_the_range_do_not_matter(self):
        """What is named before the start or on the end begins no stretch."""
        whole = over(applies(), MINE, start=date(2023, 7, 2), end=date(2024, 2, 29))
        assert told(whole) == [("2023-07-02", "met")]

    def test_the_start_itself_may_be_named(self):
        """A timeline that starts on a named day has no cause for it."""
        first, _ = over(applies(), MINE, start=ODD[0])
        assert (first.since, first.verdict, first.causes) == (ODD[0], MET, ())


class TestValue:
    """A timeline is a value."""

    def test_it_pickles_and_compares(self):
        """It is what it was after pickling, and equal to another one of the same case."""
        one, other = (
            over(applies(verband(*two_towns(reference_region=LIMBURG)))) for _ in range(2)
        )
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
        assert (one, hash(one)) == (other, hash(other))

    @pytest.mark.parametrize("shift", [-1, 0])
    def test_a_stretch_has_a_day(self, shift):
        """One that ends before or on its first day is refused, with both days."""
        stretch = over(applies()).stretches[0]
        until = FIRST + shift * DAY
        with pytest.raises(PeriodEndsBeforeItBegins) as caught:
            evolve(stretch, until=until)
        period = caught.value
        assert (period.kind, period.since, period.until) == ("stretch", FIRST, until)

    def test_it_has_stretches_without_a_gap(self):
        """None at all, or two of which the second does not follow, are refused with their days."""
        whole = over(applies(), MINE)
        first, _, last = whole.stretches
        for wrong, days in (((), []), ((first, last), [FIRST, ODD[1]])):
            with pytest.raises(WrongValue, match="without a gap") as caught:
                evolve(whole, stretches=wrong)
            assert (caught.value.field, caught.value.value) == ("Timeline.stretches", days)

    def test_its_parts_are_found_by_id(self):
        """The whole, a part and a part of a part; KeyError for none of them."""
        whole = over(applies())
        assert whole.part("eligible") is whole
        assert whole.part("applicant") is whole.parts[0]
        assert whole.part("enough-members").criterion == "enough-members"
        with pytest.raises(KeyError, match="none"):
            whole.part("none")

    def test_undecided_is_a_verdict_too(self):
        """What is not known leaves stretches undecided, and only those."""
        unknown = town("90002", reference_region=None)
        assert told(over(applies(verband(town("90001"), unknown)))) == [
            ("2022-04-29", "met"),
            ("2026-01-01", "unknown"),
        ]
