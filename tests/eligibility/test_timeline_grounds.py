"""A stretch that is not met, or undecided, tells by which parts, and from when to when."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import LIMBURG, LONG_AGO, applies, town, two_towns, verband
from tests.eligibility.times import ALL_DAYS, MINE, composed, over, with_parts

from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility.causes import are_alike
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.grounds import Ground
from wselr_rules.eligibility.rules import CHANNEL, ELIGIBLE, ENOUGH_INHABITANTS, REFERENCE_REGION
from wselr_rules.eligibility.timeline import timeline
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import WrongValue

MAY, JUNE, JULY = (date(2024, month, 1) for month in (5, 6, 7))


def smallest(finding):
    """Return the ids of the parts that share a verdict all the way up, and none below does."""
    below = [each for each in finding.children if each.verdict is finding.verdict]
    if not below:
        return {finding.criterion}
    return {name for each in below for name in smallest(each)}


def grounds(stretch):
    """Return criterion, first day and day after the last one of each ground."""
    return [(each.criterion, str(each.since), str(each.until)) for each in stretch.grounds]


class TestAlways:
    """What holds of the grounds of any case."""

    @settings(max_examples=examples(80))
    @given(worlds.portfolios(), worlds.calls(), composed(), worlds.days())
    def test_they_are_what_each_day_tells(self, portfolio, call, criterion, day):
        """On any day those of the stretch that hold are the smallest parts of that day."""
        application = portfolio.applications[0]
        whole = timeline(criterion, application, call=call, portfolio=portfolio, **ALL_DAYS)
        found = criterion.finding(application, Context(day, call=call, portfolio=portfolio))
        holding = {each for each in whole.on(day).grounds if each.since <= day < each.until}
        names = {each.criterion for each in holding}
        assert names == (set() if found.verdict is Verdict.MET else smallest(found))
        if found.verdict is Verdict.NOT_MET:
            assert names == {each.criterion for each in found.refusals}
        for ground in holding:
            latest = [each for since, each in ground.findings if since <= day][-1]
            assert (latest.criterion, latest.verdict) == (ground.criterion, found.verdict)
            assert any(are_alike(latest, each) for each in found)

    @settings(max_examples=examples(40))
    @given(worlds.portfolios(), worlds.calls(), composed())
    def test_they_lie_within_and_cannot_be_joined(self, portfolio, call, criterion):
        """Inside their stretch, in order of time, with a gap between two of one criterion."""
        application = portfolio.applications[0]
        whole = timeline(criterion, application, call=call, portfolio=portfolio, **ALL_DAYS)
        for stretch in (each for part in with_parts(whole) for each in part):
            assert bool(stretch.grounds) is (stretch.verdict is not Verdict.MET)
            starts = [each.since for each in stretch.grounds]
            assert starts == sorted(starts)
            for ground in stretch.grounds:
                assert stretch.since <= ground.since < ground.until <= stretch.until
                days = [since for since, _ in ground.findings]
                assert days[0] == ground.since
                assert days == sorted(set(days))
                assert days[-1] < ground.until
                found = [each for _, each in ground.findings]
                assert not any(are_alike(one, other) for one, other in pairwise(found))
            for one in stretch.grounds:
                others = [
                    each
                    for each in stretch.grounds
                    if each.criterion == one.criterion and each is not one
                ]
                assert all(one.until < each.since or each.until < one.since for each in others)


class TestWithinOneStretch:
    """Grounds come and go while the verdict stays."""

    def test_one_comes_later(self):
        """Too few people throughout, and two regions from 1 January 2026 on."""
        few = two_towns(reference_region=LIMBURG, inhabitants=10)
        (stretch,) = over(applies(verband(*few)))
        assert grounds(stretch) == [
            ("enough-inhabitants", "2022-04-29", "2027-01-01"),
            ("centrumstad-alone", "2022-04-29", "2027-01-01"),
            ("reference-region", "2026-01-01", "2027-01-01"),
        ]

    def test_one_is_interrupted(self):
        """Not odd before 1 July 2023 nor from 29 February 2024 on: two grounds of one criterion."""
        case = applies(verband(town("90001", inhabitants=10), town("90002", inhabitants=10)))
        (stretch,) = over(case, ENOUGH_INHABITANTS & MINE)
        assert grounds(stretch) == [
            ("enough-inhabitants", "2022-04-29", "2027-01-01"),
            ("mine", "2022-04-29", "2023-07-01"),
            ("mine", "2024-02-29", "2027-01-01"),
        ]

    def test_one_is_found_otherwise(self):
        """It stays one ground while the number of people changes; both findings are kept."""
        joins = Membership(town("90003", inhabitants=5), JUNE)
        case = applies(verband(town("90001", inhabitants=10), joins))
        (ground,) = over(case, ENOUGH_INHABITANTS).stretches[0].grounds
        assert [(since, found.observed.value) for since, found in ground.findings] == [
            (ALL_DAYS["start"], 10),
            (JUNE, 15),
        ]

    def test_one_that_stands_twice_counts_once(self):
        """The same criterion in two places of a whole is one ground."""
        (first, *_) = over(applies(), MINE & (MINE & ELIGIBLE))
        assert grounds(first) == [("mine", "2022-04-29", "2023-07-01")]

    def test_a_negation_fails_by_itself(self):
        """What it negates is met, so that is no ground."""
        (stretch,) = over(applies(), ~ELIGIBLE)
        assert grounds(stretch) == [("not eligible", "2022-04-29", "2027-01-01")]

    def test_what_a_rule_found_below_itself_is_its_own(self):
        """A rule may tell parts of its own; its ground is the criterion that the caller made."""

        def rule(application, context):
            del application, context
            return Finding(Verdict.NOT_MET, "x", children=[Finding(Verdict.NOT_MET, "below")])

        own = evolve(MINE, id="own", rule=rule)
        (stretch,) = over(applies(), own)
        assert grounds(stretch) == [("own", "2022-04-29", "2027-01-01")]

    def test_undecided_by_what_is_not_known(self):
        """The parts that are undecided are told, and no part that is decided."""
        leaves = Membership(town("90003", inhabitants=50_000), LONG_AGO, MAY)
        case = applies(verband(town("90001"), town("90002", inhabitants=None), leaves), plan=None)
        (stretch,) = over(case)
        assert (stretch.verdict, grounds(stretch)) == (
            Verdict.UNKNOWN,
            [
                ("plan", "2022-04-29", "2027-01-01"),
                ("enough-inhabitants", "2024-05-01", "2027-01-01"),
            ],
        )

    def test_a_day_that_is_mentioned_is_no_news(self):
        """A finding that mentions the assessed day reads otherwise each day, and is one."""
        case = applies(
            verband(town("90001"), town("90002", reference_region=None), recognised_on=NEVER)
        )
        joins = evolve(case, regieverband=case.regieverband.with_member(town("90003"), JUNE))
        (ground,) = over(joins, REFERENCE_REGION).stretches[1].grounds
        assert [since for since, _ in ground.findings] == [date(2023, 1, 1)]
        mentioned = [found.arguments["day"] for _, found in ground.findings]
        assert mentioned == [date(2023, 1, 1)]
        (below,) = over(joins, ~(CHANNEL | REFERENCE_REGION)).stretches[0].grounds
        assert [since for since, _ in below.findings] == [date(2022, 4, 29), date(2023, 1, 1)]


class TestValue:
    """A ground is a value that tells its findings in order."""

    FOUND = Finding(Verdict.NOT_MET, "x")

    @pytest.mark.parametrize("days", [[], [JUNE], [JUNE, MAY], [MAY, MAY], [MAY, JULY]])
    def test_findings_that_are_out_of_order(self, days):
        """Without any, not from its first day on, twice on a day, or on its end: refused."""
        with pytest.raises(WrongValue, match="in order") as caught:
            Ground("x", MAY, JULY, tuple((day, self.FOUND) for day in days))
        assert (caught.value.field, caught.value.value) == ("Ground.findings", days)

    @pytest.mark.parametrize("days", [[MAY], [MAY, JUNE]])
    def test_findings_that_follow_each_other(self, days):
        """From its first day on, and each of the others later but before its end."""
        findings = tuple((day, self.FOUND) for day in days)
        assert Ground("x", MAY, JULY, findings).findings == findings
