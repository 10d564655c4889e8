"""Fitting on many days at once, with regions that may turn out one way or another."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests.drawing import examples
from tests.eligibility.stories import (
    KEMPEN,
    LIMBURG,
    MET,
    NOT_MET,
    OUTSIDE,
    UNKNOWN,
    applies,
    reading,
    town,
    verband,
    verdict,
)

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER, RegieVerband
from wselr_rules.eligibility.region_fit import fits_on_days
from wselr_rules.eligibility.rules import REFERENCE_REGION
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.readings import NewDeadline, RegionMap

START, DAY = date(2024, 1, 1), timedelta(days=1)
DAYS = [START + DAY * n for n in range(6)]
BY_DECREE = reading(region_map=RegionMap.REGIODECREET)
IN_FORCE = reading()
#: The first day and the end of each stay, by number: long ones, so that somebody is there.
STAYS = ((0, 6), (0, 3), (3, 6), (2, 4), (0, 2, 4, 6))
CODES = ("90001", "90002", "90003", "90004")


@st.composite
def bodies(draw):
    """Draw a regieverband of towns that come and go within six days, some of unknown region."""
    regions = (KEMPEN, LIMBURG, None, None, None)
    memberships = []
    for code in CODES:
        region = draw(st.sampled_from(regions))
        turn = draw(st.none() | st.none() | st.sampled_from(DAYS))
        later = draw(st.sampled_from(regions))
        if turn is not None and later is not region:
            region = History(region, ((turn, later),))
        stays = draw(st.sampled_from(STAYS) | st.sets(st.integers(0, 6), max_size=4).map(sorted))
        for since, until in zip(stays[::2], stays[1::2], strict=False):
            period = (START + DAY * since, START + DAY * until)
            memberships.append(Membership(town(code, reference_region=region), *period))
    runs = draw(st.none() | st.sampled_from(DAYS))
    deviations = [] if runs is None else [Derogation(runs, runs + DAY)]
    if draw(st.integers(0, 4)) == 0:
        deviations = None
    return RegieVerband("R", "R", None, memberships, recognised_on=NEVER, derogations=deviations)


def fits(body, day, call, learned, deviates):
    """Tell whether it fits on a day, with what is not known as it is learned to be."""
    map_day = call.map_day(day)
    members = body.members_on(day)
    lie_in = {each.region_on(map_day) or learned[each.nis_code, map_day] for each in members}
    if body.derogations is not None:
        deviates = any(each.runs_on(day) for each in body.derogations)
    if deviates:
        return bool(members)
    return len(lie_in) == 1 and OUTSIDE not in lie_in


def by_all_that_can_be_learned(body, days, call):
    """Return the verdict on all of the days, by trying every region for every unknown one.

    Deviations that are not known are tried as running on all days and on none.
    """
    unknown = sorted(
        {
            (each.nis_code, map_day)
            for day, map_day in zip(days, map(call.map_day, days), strict=True)
            for each in body.members_on(day)
            if each.region_on(map_day) is None
        }
    )
    answers = {
        all(
            fits(body, day, call, dict(zip(unknown, regions, strict=True)), deviates)
            for day in days
        )
        for regions in product((KEMPEN, LIMBURG, OUTSIDE), repeat=len(unknown))
        for deviates in (True, False)
    }
    return Verdict.of(answers.pop() if len(answers) == 1 else None)


class TestManyDays:
    """The verdict over many days is what every way in which regions can turn out agrees on."""

    @settings(max_examples=examples(300))
    @given(bodies())
    def test_on_one_map(self, body):
        """On one map a municipality lies in one region, whatever the day."""
        expected = by_all_that_can_be_learned(body, DAYS, BY_DECREE)
        event(expected.value)
        assert fits_on_days(body, tuple(DAYS), BY_DECREE) is expected

    @settings(max_examples=examples(150))
    @given(bodies())
    def test_on_the_map_of_each_day(self, body):
        """What an unknown region is on one day says nothing of it on another."""
        expected = MET
        for day in DAYS:
            expected &= by_all_that_can_be_learned(body, [day], IN_FORCE)
        event(expected.value)
        assert fits_on_days(body, tuple(DAYS), IN_FORCE) is expected

    @given(bodies(), st.sampled_from(DAYS))
    def test_on_one_day(self, body, day):
        """One day alone is no other case."""
        for call in (BY_DECREE, IN_FORCE):
            assert fits_on_days(body, (day,), call) is by_all_that_can_be_learned(body, [day], call)


class TestHangingTogether:
    """Towns that never meet must still lie in one region if others meet both."""

    FIRST, SECOND, THIRD = date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1)
    CALL = reading(new_deadline=NewDeadline.INCURABLE, region_map=RegionMap.REGIODECREET)

    def verdict_on(self, *memberships):
        """Return the verdict on one that is new, once all of them have joined or left."""
        body = verband(*memberships, recognised_on=NEVER)
        return verdict(applies(body), date(2024, 6, 1), REFERENCE_REGION, call=self.CALL)

    @pytest.mark.parametrize(("last", "expected"), [(KEMPEN, UNKNOWN), (LIMBURG, NOT_MET)])
    def test_one_stays_while_all_others_change(self, last, expected):
        """The one that stays was with the Kempen, and is with this region now."""
        found = self.verdict_on(
            Membership(town("90001", reference_region=None), self.FIRST),
            Membership(town("90002"), self.FIRST, self.SECOND),
            Membership(town("90003", reference_region=last), self.SECOND),
        )
        assert found is expected

    @pytest.mark.parametrize(("last", "expected"), [(KEMPEN, UNKNOWN), (LIMBURG, NOT_MET)])
    @pytest.mark.parametrize("order", [1, -1])
    def test_one_comes_back(self, last, expected, order):
        """It was with the Kempen, left, and is with this region now."""
        back = town("90001", reference_region=None)
        memberships = [
            Membership(back, self.FIRST, self.SECOND),
            Membership(town("90002"), self.FIRST, self.SECOND),
            Membership(town("90004", reference_region=None), self.SECOND, self.THIRD),
            Membership(back, self.THIRD),
            Membership(town("90003", reference_region=last), self.THIRD),
        ]
        assert self.verdict_on(*memberships[::order]) is expected

    def test_where_all_change_at_once(self):
        """Nobody met both the Kempen and Limburg: each time it may have fitted."""
        found = self.verdict_on(
            Membership(town("90001", reference_region=None), self.FIRST, self.SECOND),
            Membership(town("90002"), self.FIRST, self.SECOND),
            Membership(town("90003", reference_region=LIMBURG), self.SECOND),
        )
        assert found is UNKNOWN

    def test_from_the_first_day_that_there_is(self):
        """A membership since the beginning of the calendar is like any other."""
        found = self.verdict_on(
            Membership(town("90001"), date.min), Membership(town("90002"), self.SECOND)
        )
        assert found is MET
