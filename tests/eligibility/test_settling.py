"""The readings that a finding rests on: none too few, and none that could be left out."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from attrs import evolve
from hypothesis import event, given, settings
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    MET,
    NOT_MET,
    PLAN,
    QUIET,
    UNKNOWN,
    applies,
    city,
    finding,
    reading,
    real,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.history import DAY, History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility import region_readings
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.rules import (
    ELIGIBLE,
    ENOUGH_INHABITANTS,
    ENOUGH_MEMBERS,
    ONE_REGIEVERBAND,
    REFERENCE_REGION,
    RULES,
)
from wselr_rules.eligibility.rules import (
    PLAN as PLAN_RULE,
)
from wselr_rules.eligibility.settling import choices, settling
from wselr_rules.errors import DateOutsideCall
from wselr_rules.law.readings import (
    CentrumstadPartner,
    Change,
    DoubleClaim,
    Existing,
    Merger,
    MinimumMembers,
    PlanHolder,
    RegionMap,
    interpretation_by_id,
)
from wselr_rules.law.terms import LegalForm

#: What each rule can turn on, by its id.
CAN_BEAR = {
    "enough-members": ("I08",),
    "enough-inhabitants": ("I09",),
    "reference-region": ("I01", "I02", "I03", "I04", "I05", "I06", "I13"),
    "one-regieverband": ("I07",),
    "plan": ("I14",),
}
ALL = [id for ids in CAN_BEAR.values() for id in ids]


def _chosen(call, ids, ways):
    readings = call.readings
    for id, way in zip(ids, ways, strict=True):
        readings = interpretation_by_id(id).chosen_otherwise(readings, way)
    return evolve(call, readings=readings)


def _ways(ids):
    return product(*(type(interpretation_by_id(id).default) for id in ids))


def _is_same(found, criterion, application, context):
    """Whether the verdict is that of ``found``, and its due day, where that names one."""
    try:
        other = criterion.finding(application, context)
    except DateOutsideCall:
        return False
    return other.verdict is found.verdict and (found.due is None or other.due == found.due)


class TestSettling:
    """The smallest part of some readings that settles an answer."""

    def settled(self, names, is_same, **chosen):
        """Return the ids that settle an answer, under these readings."""
        return [*settling(names, reading(**chosen), lambda call: is_same(call.readings))]

    def test_nothing_settles_what_is_always_the_same(self):
        """Where no reading changes the answer none is listed."""
        assert self.settled(("existing", "change"), lambda _: True) == []

    def test_one_that_changes_the_answer(self):
        """The one that does is listed, the other is not."""
        found = self.settled(
            ("existing", "change", "merger"), lambda each: each.change is Change.EVENT
        )
        assert found == ["I02"]

    def test_two_that_change_it_only_together(self):
        """One of the two holds the answer; the first in the register is named."""

        def is_same(each):
            return each.existing is Existing.BEFORE_ORDER or each.merger is Merger.TERRITORY

        assert self.settled(("existing", "merger"), is_same) == ["I01"]

    def test_every_other_choice_is_tried(self):
        """Of three options the last one alone changes the answer."""
        found = self.settled(("change",), lambda each: each.change is not Change.STATE)
        assert found == ["I02"]

    def test_the_choice_of_the_call_is_told(self):
        """By id, with the value of the reading that the call chooses."""
        call = reading(change=Change.STATE)
        assert settling(("change",), call, lambda _: False) == {"I02": "state"}
        assert choices(("merger", "existing"), call) == {"I03": "territory", "I01": "before-order"}


class TestSufficient:
    """With those that are listed, no choice for the others changes anything."""

    @settings(max_examples=examples(300))
    @given(worlds.portfolios(), worlds.calls(), worlds.calls(), worlds.days())
    def test_others_change_nothing(self, portfolio, call, other, on):
        """The verdict stays, and so does the day of a duty that a rule names."""
        application = portfolio.applications[0]
        for criterion in (*RULES, ELIGIBLE):
            found = criterion.finding(application, Context(on, call=call, portfolio=portfolio))
            listed = [interpretation_by_id(id) for id in found.readings]
            kept = {each.name: each.chosen_in(call.readings) for each in listed}
            otherwise = evolve(call, readings=evolve(other.readings, **kept))
            context = Context(on, call=otherwise, portfolio=portfolio)
            event(f"{criterion.id} lists {len(listed)}")
            assert _is_same(found, criterion, application, context), criterion.id


class TestNoneTooMany:
    """None of those that a rule lists can be left out."""

    @settings(max_examples=examples(150))
    @given(worlds.portfolios(), worlds.calls(), worlds.days())
    def test_each_matters(self, portfolio, call, on):
        """For each there is a choice of it, and of those not listed, that changes the answer."""
        application = portfolio.applications[0]
        for rule in RULES:
            found = rule.finding(application, Context(on, call=call, portfolio=portfolio))
            unlisted = [id for id in CAN_BEAR.get(rule.id, ()) if id not in found.readings]
            for id in found.readings:
                ids = [id, *unlisted]
                assert any(
                    not _is_same(found, rule, application, context)
                    for context in (
                        Context(on, call=_chosen(call, ids, ways), portfolio=portfolio)
                        for ways in _ways(ids)
                    )
                ), (rule.id, id)

    def test_every_question_of_eligibility_is_one_of_these(self):
        """The questions that no rule can turn on are about the money."""
        assert {f"I{number:02}" for number in range(1, 16)} - {*ALL} == {"I10", "I11", "I12", "I15"}


class TestMembers:
    """I08: how many members a partnership must have."""

    @pytest.mark.parametrize(
        ("form", "members", "listed"),
        [
            (LegalForm.WELFARE_ASSOCIATION, 1, {"I08": "by-form"}),
            (LegalForm.WELFARE_ASSOCIATION, 2, {}),
            (LegalForm.INTERLOCAL_ASSOCIATION, 1, {}),
            (None, 1, {"I08": "by-form"}),
            (None, 2, {}),
        ],
    )
    def test_only_where_one_member_may_do(self, form, members, listed):
        """A welzijnsvereniging of one member; two are enough by either reading."""
        case = applies(verband(*two_towns()[:members], form=form))
        found = finding(case, criterion=ENOUGH_MEMBERS)
        assert dict(found.readings) == listed

    def test_the_other_reading_is_listed_as_well(self):
        """Refused by two for all: the reading that refuses is named."""
        case = applies(verband(town(), form=LegalForm.WELFARE_ASSOCIATION))
        call = reading(minimum_members=MinimumMembers.TWO_FOR_ALL)
        found = finding(case, criterion=ENOUGH_MEMBERS, call=call)
        assert (found.verdict, dict(found.readings)) == (NOT_MET, {"I08": "two-for-all"})


class TestInhabitants:
    """I09: whether the bound binds a partnership with a centrumstad."""

    @pytest.mark.parametrize(
        ("inhabitants", "is_centrumstad", "listed"),
        [
            (59_999, True, True),
            (60_000, True, False),
            (60_001, True, False),
            (59_999, False, False),
            (59_999, None, True),
            (None, True, True),
            (None, False, False),
            (None, None, False),
        ],
    )
    def test_only_below_the_bound_with_a_city(self, inhabitants, is_centrumstad, listed):
        """With 60,000 it is met anyway; without a centrumstad there is no exception."""
        partner = town("90002", inhabitants=inhabitants, is_centrumstad=is_centrumstad)
        case = applies(verband(town(inhabitants=0), partner))
        for choice in CentrumstadPartner:
            call = reading(centrumstad_partner=choice)
            found = finding(case, criterion=ENOUGH_INHABITANTS, call=call)
            assert dict(found.readings) == ({"I09": choice.value} if listed else {})


class TestClaims:
    """I07: who keeps a territory that two applications claim."""

    @pytest.mark.parametrize(
        ("own", "other", "listed"),
        [
            (date(2019, 12, 31), LONG_AGO, True),
            (LONG_AGO, LONG_AGO, False),
            (date(2020, 1, 2), LONG_AGO, False),
            (NEVER, LONG_AGO, False),
            (LONG_AGO, NEVER, True),
            (None, LONG_AGO, True),
        ],
    )
    def test_only_for_who_may_keep_it(self, own, other, listed):
        """The later one loses it by either reading, and so do two of one day."""
        case = applies(verband(id="own", recognised_on=own))
        rival = applies(verband(id="other", recognised_on=other))
        for choice in DoubleClaim:
            call = reading(double_claim=choice)
            found = finding(case, criterion=ONE_REGIEVERBAND, call=call, others=[rival])
            assert dict(found.readings) == ({"I07": choice.value} if listed else {})

    def test_without_a_claim(self):
        """Nobody else claims it: no reading bears."""
        assert dict(finding(applies(), criterion=ONE_REGIEVERBAND).readings) == {}


class TestPlanHolder:
    """I14: whose plan holds the actions."""

    @pytest.mark.parametrize("choice", PlanHolder)
    def test_a_plan_of_which_it_is_not_known_whose(self, choice):
        """Met for the application together, open for each member: it bears."""
        found = finding(applies(), criterion=PLAN_RULE, call=reading(plan_holder=choice))
        assert dict(found.readings) == {"I14": choice.value}

    @pytest.mark.parametrize("choice", PlanHolder)
    def test_an_empty_cell_is_empty_for_all(self, choice):
        """Without a priority no reading helps."""
        case = applies(plan=ActionPlan(PLAN.actions[1:]))
        found = finding(case, criterion=PLAN_RULE, call=reading(plan_holder=choice))
        assert (found.verdict, dict(found.readings)) == (NOT_MET, {})

    @pytest.mark.parametrize("choice", PlanHolder)
    def test_each_in_its_own_plan(self, choice):
        """Every member has all cells in its own: met by either reading."""
        actions = [
            evolve(each, id=f"{each.id}-{code}", planned_by=code)
            for each in PLAN.actions
            for code in ("90001", "90002")
        ]
        case = applies(plan=ActionPlan(actions))
        found = finding(case, criterion=PLAN_RULE, call=reading(plan_holder=choice))
        assert (found.verdict, dict(found.readings)) == (MET, {})

    def test_a_plan_that_is_not_known(self):
        """Undecided whoever holds it."""
        found = finding(applies(plan=None), criterion=PLAN_RULE)
        assert (found.verdict, dict(found.readings)) == (UNKNOWN, {})


class TestRegion:
    """I01 to I06 and I13: when all of the territory must lie in one region."""

    def listed(self, *members, on=QUIET, call=CALL, submitted_on=None, **facts):
        """Return the readings that the finding on a regieverband lists."""
        case = applies(verband(*members, **facts), submitted_on=submitted_on)
        return dict(finding(case, on, REFERENCE_REGION, call=call).readings)

    @pytest.mark.parametrize(
        ("on", "listed"),
        [
            (date(2025, 12, 31), {"I04": "on-the-day"}),
            (date(2026, 1, 1), {"I04": "on-the-day"}),
            (date(2026, 1, 2), {}),
        ],
    )
    def test_the_deadline_of_the_existing(self, on, listed):
        """I04 as long as the duty is to come, and on the day that the readings differ on."""
        assert self.listed(*two_towns(reference_region=LIMBURG), on=on) == listed

    def test_in_one_region_after_the_deadline(self):
        """Nothing changes that it fits."""
        assert self.listed(on=date(2026, 1, 2)) == {}

    def test_in_one_region_until_all_have_left(self):
        """New, and on a day of submission that is not known it may have no member any more."""
        leaves = Membership(town(), LONG_AGO, date(2025, 1, 1))
        assert self.listed(leaves, recognised_on=NEVER) == {"I05": "from-the-day"}
        stays = Membership(town(), LONG_AGO)
        assert self.listed(stays, recognised_on=NEVER) == {}

    def test_a_form_that_was_never_known(self):
        """It may have changed, unless forms do not count: that is a matter of I02."""
        listed = self.listed(*two_towns(reference_region=LIMBURG), form=None)
        assert listed == {"I02": "event"}

    def test_new_and_across(self):
        """Never recognised, never in one region, and the deadline gone by: no reading helps."""
        across = two_towns(reference_region=LIMBURG)
        assert self.listed(*across, recognised_on=NEVER) == {}

    def test_new_and_late(self):
        """It came to fit after the deadline: that this is in time is a matter of I05."""
        moved = History(LIMBURG, [(date(2023, 3, 19), KEMPEN)])
        listed = self.listed(*two_towns(reference_region=moved), recognised_on=NEVER)
        assert listed == {"I05": "from-the-day"}
        late = date(2023, 3, 18)
        listed = self.listed(
            *two_towns(reference_region=moved), recognised_on=NEVER, on=late, submitted_on=late
        )
        assert listed == {"I06": "in-force"}

    @pytest.mark.parametrize(
        ("recognised_on", "listed"),
        [
            (date(2022, 4, 28), {"I04": "on-the-day"}),
            (date(2022, 4, 29), {"I01": "before-order"}),
            (date(2022, 12, 31), {"I01": "before-order"}),
            (date(2023, 1, 1), {}),
        ],
    )
    def test_the_day_of_recognition(self, recognised_on, listed):
        """I01 between the order and the day it takes effect, for one that lies across."""
        across = two_towns(reference_region=LIMBURG)
        assert self.listed(*across, recognised_on=recognised_on) == listed

    @pytest.mark.parametrize(
        ("joined", "listed"),
        [
            (date(2022, 4, 28), {"I04": "on-the-day"}),
            (date(2022, 4, 29), {"I01": "before-order"}),
            (date(2022, 12, 31), {"I01": "before-order"}),
            (date(2023, 1, 1), {}),
        ],
    )
    def test_the_day_of_a_change(self, joined, listed):
        """One that took in a member between the two baselines is changed by one of them only."""
        across = two_towns(reference_region=LIMBURG)
        member = Membership(town("90003"), joined)
        assert self.listed(*across, member, submitted_on=QUIET) == listed

    def test_a_day_of_submission_that_is_not_known(self):
        """Changed by now, and perhaps not yet when it was handed in: I05 bears."""
        member = Membership(town("90003"), date(2023, 1, 1))
        listed = self.listed(*two_towns(reference_region=LIMBURG), member)
        assert listed == {"I05": "from-the-day"}

    def test_a_change_of_form(self):
        """Changed by its form alone: not by each reading of I02."""
        form = History(
            LegalForm.INTERLOCAL_ASSOCIATION, [(date(2023, 5, 1), LegalForm.PROJECT_ASSOCIATION)]
        )
        across = two_towns(reference_region=LIMBURG)
        listed = self.listed(*across, form=form, submitted_on=QUIET)
        assert listed == {"I02": "event"}

    def test_a_merger_inside(self):
        """Tielt and Meulebeke merged: across after the deadline of the new, so I03 decides."""
        members = [
            Membership(real("Tielt"), LONG_AGO, date(2025, 1, 1)),
            Membership(real("Meulebeke"), LONG_AGO, date(2025, 1, 1)),
            Membership(real("Tielt", on=date(2025, 1, 1)), date(2025, 1, 1)),
            real("Kortrijk"),
        ]
        listed = self.listed(*members, on=date(2025, 7, 1))
        assert listed == {"I03": "territory", "I04": "on-the-day"}

    @pytest.mark.parametrize(
        ("on", "listed"),
        [
            (date(2026, 1, 31), {}),
            (date(2026, 2, 1), {"I13": "counts-as-fit"}),
            (date(2026, 2, 28), {"I13": "counts-as-fit"}),
            (date(2026, 3, 1), {}),
        ],
    )
    def test_a_deviation_while_it_runs(self, on, listed):
        """I13 on the days on which a deviation makes it fit, and on no other."""
        runs = Derogation(date(2026, 2, 1), date(2026, 3, 1))
        across = two_towns(reference_region=LIMBURG)
        assert self.listed(*across, on=on, derogations=[runs]) == listed

    def test_no_deviation_is_needed_in_one_region(self):
        """It fits by itself, so what a deviation does is no matter."""
        runs = Derogation(date(2026, 1, 1))
        assert self.listed(on=date(2026, 6, 1), derogations=[runs]) == {}
        assert self.listed(on=date(2026, 6, 1), derogations=None) == {}

    @pytest.mark.parametrize(
        ("left", "listed"),
        [
            (date(2022, 12, 31), {}),
            (date(2023, 1, 1), {"I05": "from-the-day"}),
            (date(2023, 1, 2), {"I05": "from-the-day"}),
        ],
    )
    def test_who_left_around_the_deadline(self, left, listed):
        """Across on 31 December 2022: by the reading that does not forgive it, never in time."""
        member = Membership(town("90003", reference_region=LIMBURG), LONG_AGO, left)
        new = {"recognised_on": NEVER, "submitted_on": QUIET}
        assert self.listed(*two_towns(), member, **new) == listed

    def test_across_with_a_deviation_for_good(self):
        """It never fits by itself: that it need not is a matter of I13 alone."""
        across = two_towns(reference_region=LIMBURG)
        new = {"recognised_on": NEVER, "derogations": [Derogation(LONG_AGO)]}
        assert self.listed(*across, **new) == {"I13": "counts-as-fit"}

    def test_in_one_region_on_a_later_map_only(self):
        """Judged by the map of 19 March 2023 on the day before: a matter of I06."""
        moved = History(LIMBURG, [(date(2023, 3, 19), KEMPEN)])
        on = date(2023, 3, 18)
        call = reading(region_map=RegionMap.REGIODECREET)
        new = {"recognised_on": NEVER, "submitted_on": on}
        listed = self.listed(*two_towns(reference_region=moved), on=on, call=call, **new)
        assert listed == {"I06": "regiodecreet"}

    @pytest.mark.parametrize("changes", [3, 30])
    def test_always_in_one_region(self, changes):
        """Whatever joined or moved when, it always fits by itself: no reading bears."""
        moved = History(KEMPEN, [(date(2023, 3, 19), LIMBURG)])
        towns = [town(str(91000 + each), reference_region=moved) for each in range(changes)]
        first = date(2023, 2, 1)
        joined = [Membership(each, first + at * DAY) for at, each in enumerate(towns)]
        founders = [town("90001", reference_region=moved), town("90002", reference_region=moved)]
        assert self.listed(*founders, *joined) == {}
        assert self.listed(*founders, *joined, submitted_on=date(2023, 2, 2)) == {}
        assert self.listed(*founders, *joined, recognised_on=NEVER, derogations=None) == {}

    @pytest.mark.parametrize(
        ("submitted_on", "listed"),
        [
            (date(2022, 4, 28), {"I05": "from-the-day"}),
            (date(2022, 4, 29), {}),
            (date(2026, 12, 31), {}),
            (date(2027, 1, 1), {"I05": "from-the-day"}),
        ],
    )
    def test_the_days_of_the_call(self, submitted_on, listed):
        """Fitting at all times: by a reading that judges a day of no call there is no verdict."""
        assert self.listed(recognised_on=NEVER, submitted_on=submitted_on) == listed

    def test_no_member_on_the_day(self):
        """Not met by any reading."""
        gone = Membership(town(), LONG_AGO, QUIET - DAY)
        assert self.listed(gone) == {}

    @pytest.mark.parametrize(("days", "is_tried"), [(19, True), (20, True), (21, False)])
    def test_so_many_changes_that_not_all_are_tried(self, days, is_tried):
        """Above twenty days of change all that can bear are listed, whether they do or not."""
        assert region_readings.MOST_DAYS == 20
        first = date(2023, 2, 1)
        joined = [
            Membership(town(str(91000 + each)), first + each * DAY) for each in range(days - 1)
        ]
        across = two_towns(reference_region=LIMBURG)
        listed = self.listed(*across, *joined, on=date(2026, 6, 1))
        assert listed.keys() == (set() if is_tried else {"I01", "I02", "I03", "I04", "I05"})

    @pytest.mark.parametrize(
        ("recognised_on", "listed"),
        [
            (date(2022, 4, 28), {"I04", "I13"}),
            (date(2022, 4, 29), {"I01", "I04", "I05", "I13"}),
            (date(2022, 12, 31), {"I01", "I04", "I05", "I13"}),
            (date(2023, 1, 1), {"I05", "I13"}),
            (NEVER, {"I05", "I13"}),
            (None, {"I01", "I04", "I05", "I13"}),
        ],
    )
    def test_what_can_bear_by_the_day_of_recognition(self, recognised_on, listed):
        """Surely existing, surely new, or either; without a change of members or form."""
        first = date(2023, 2, 1)
        runs = [Derogation(first + day * DAY, first + day * DAY + DAY) for day in range(41)]
        across = two_towns(reference_region=LIMBURG)
        facts = {"recognised_on": recognised_on, "derogations": runs}
        assert self.listed(*across, on=date(2026, 6, 1), **facts).keys() == listed

    def test_a_recognition_that_is_not_known(self):
        """On the deadline of the existing, across: refused as such, or as new, but for I04."""
        across = two_towns(reference_region=LIMBURG)
        listed = self.listed(*across, on=date(2026, 1, 1), recognised_on=None)
        assert listed == {"I04": "on-the-day"}


class TestComposed:
    """What a composed criterion rests on is what its parts do, as far as they decide it."""

    CITY = applies(city(real("Gent")))

    def test_all_of_what_is_met(self):
        """Met where each part is: the readings of all."""
        assert dict(finding(applies()).readings) == {"I04": "on-the-day", "I14": "application"}

    def test_the_part_that_refuses_with_the_fewest(self):
        """One ground of refusal is enough, that with the fewest readings."""
        across = verband(*two_towns(reference_region=LIMBURG))
        on = date(2026, 1, 1)
        refused = finding(applies(across), on)
        assert dict(refused.readings) == {"I04": "on-the-day"}
        assert dict(finding(applies(across, channels=()), on).readings) == {}

    def test_not_rests_on_what_it_negates(self):
        """The negation of a rule rests on the same readings."""
        assert dict(finding(applies(), criterion=~REFERENCE_REGION).readings) == {
            "I04": "on-the-day"
        }

    def test_any_of_what_is_met(self):
        """Met by one part: on the readings of that one, not of the other."""
        either = PLAN_RULE | REFERENCE_REGION
        found = finding(applies(), date(2026, 1, 2), either)
        assert dict(found.readings) == {}

    def test_a_city_alone_rests_on_no_reading_for_partnerships(self):
        """Gent alone: how many members or inhabitants a partnership must have is no matter."""
        found = finding(self.CITY)
        assert {"I08", "I09"}.isdisjoint(found.readings)
