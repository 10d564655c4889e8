"""A timeline is refused where a single day of it would be."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.eligibility.stories import CALL, LONG_AGO, QUIET, applies, town, verband
from tests.eligibility.times import ALL_DAYS, DAY, END, over

from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.membership import Membership
from wselr_rules.eligibility.rules import CHANNEL, ELIGIBLE
from wselr_rules.eligibility.timeline import timeline
from wselr_rules.errors import (
    AmbiguousApplication,
    DateOutsideCall,
    MunicipalityNotOfTheDay,
    PeriodEndsBeforeItBegins,
    WrongType,
    WrongValue,
)


class TestRange:
    """The range is one for which the call has rules, on every day."""

    def test_three_points_round_the_first_day(self):
        """28 April 2022 is refused; 29 and 30 April are not."""
        with pytest.raises(DateOutsideCall):
            over(applies(), start=date(2022, 4, 28))
        for start in (date(2022, 4, 29), date(2022, 4, 30)):
            assert over(applies(), start=start).since == start

    def test_three_points_round_the_last_day(self):
        """The end is the day after the last one: 1 January 2027 will do, 2 January will not."""
        for end in (date(2026, 12, 31), date(2027, 1, 1)):
            assert over(applies(), end=end).until == end
        with pytest.raises(DateOutsideCall):
            over(applies(), end=date(2027, 1, 2))

    def test_three_points_round_no_day(self):
        """An end before or on the start is refused; a day after it leaves one day."""
        for end in (QUIET - DAY, QUIET):
            with pytest.raises(PeriodEndsBeforeItBegins) as caught:
                over(applies(), start=QUIET, end=end)
            period = caught.value
            assert (period.kind, period.since, period.until) == ("timeline", QUIET, end)
        (only,) = over(applies(), start=QUIET, end=QUIET + DAY)
        assert (only.since, only.until) == (QUIET, QUIET + DAY)

    @pytest.mark.parametrize("wrong", [datetime(2024, 1, 1), "2024-01-01", None])  # noqa: DTZ001
    def test_only_days(self, wrong):
        """Neither a moment nor text is a start, an end or a day to ask for; it is named."""
        with pytest.raises(WrongType):
            over(applies(), start=wrong)
        with pytest.raises(WrongType, match="a date") as caught:
            over(applies(), end=wrong)
        assert (caught.value.field, caught.value.value) == ("end", wrong)
        with pytest.raises(WrongType, match="a date") as caught:
            over(applies()).on(wrong)
        assert (caught.value.field, caught.value.value) == ("day", wrong)

    def test_a_day_outside_it_cannot_be_asked_for(self):
        """The first and the last day can; the day before and the end itself cannot."""
        whole = over(applies(), start=QUIET, end=QUIET + 2 * DAY)
        assert whole.on(QUIET) is whole.on(QUIET + DAY)
        for day in (QUIET - DAY, QUIET + 2 * DAY):
            with pytest.raises(WrongValue, match="up to, not on") as caught:
                whole.on(day)
            assert (caught.value.field, caught.value.value) == ("day", day)

    def test_another_one_with_its_id(self):
        """An application of the same id that is not the same is refused, as by assess."""
        namesake = Portfolio((applies(verband(town("90009"))),), complete=True)
        with pytest.raises(AmbiguousApplication):
            timeline(ELIGIBLE, applies(), call=CALL, portfolio=namesake, **ALL_DAYS)

    def test_it_need_not_stand_in_the_portfolio(self):
        """Whether the portfolio holds the application itself makes no difference."""
        case, alone = applies(), Portfolio((), complete=True)
        whole = timeline(ELIGIBLE, case, call=CALL, portfolio=alone, **ALL_DAYS)
        assert whole == over(case)


class TestMembersThatMerge:
    """Who is a member under a code that ends or begins within the range must be carried forward."""

    HOESELT = "73032"

    def merging(self, since=LONG_AGO, until=None):
        """Return an application with a member that merges on 1 January 2025."""
        member = Membership(town(self.HOESELT), since, until)
        return applies(verband(town("90001"), member, id="merging"))

    @pytest.mark.parametrize("criterion", [ELIGIBLE, CHANNEL], ids=["eligible", "channel"])
    def test_three_points_round_its_day(self, criterion):
        """Up to, not on, 1 or 2 January 2025: only the first has none of its days."""
        case = self.merging()
        over(case, criterion, end=date(2025, 1, 1))
        for end in (date(2025, 1, 2), END):
            with pytest.raises(MunicipalityNotOfTheDay, match=self.HOESELT):
                over(case, criterion, end=end)

    def test_one_that_joins_after_its_end(self):
        """A membership that begins later is refused from its own first day on."""
        case = self.merging(date(2025, 3, 1))
        over(case, CHANNEL, end=date(2025, 3, 1))
        with pytest.raises(MunicipalityNotOfTheDay):
            over(case, CHANNEL, end=date(2025, 3, 2))

    def test_one_that_has_left_is_no_matter(self):
        """A membership that ends on the day of the merger is fine."""
        over(self.merging(until=date(2025, 1, 1)), CHANNEL)

    def test_of_another_application(self):
        """Those of the others are held to the same, as an assessment does."""
        with pytest.raises(MunicipalityNotOfTheDay, match="merging"):
            over(applies(), CHANNEL, others=[self.merging()])

    def test_of_an_application_outside_the_portfolio(self):
        """So is one that the portfolio does not hold."""
        alone = Portfolio((), complete=True)
        with pytest.raises(MunicipalityNotOfTheDay):
            timeline(CHANNEL, self.merging(), call=CALL, portfolio=alone, **ALL_DAYS)
        late = {"start": date(2025, 6, 1), "end": END}
        with pytest.raises(MunicipalityNotOfTheDay, match="2025-06-01"):
            timeline(CHANNEL, self.merging(), call=CALL, portfolio=alone, **late)
