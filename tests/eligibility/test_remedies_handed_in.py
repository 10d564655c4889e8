"""Form, plan, channel and double claims: the smallest changes that make it eligible."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.remedied import remedied, ways
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LONG_AGO,
    PLAN,
    applies,
    city,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.membership import Membership
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
)
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)
from wselr_rules.eligibility.rules import (
    CHANNEL,
    ONE_REGIEVERBAND,
    PARTNERSHIP_FORM,
)
from wselr_rules.eligibility.rules import PLAN as PLAN_RULE
from wselr_rules.law.readings import DoubleClaim, PlanHolder
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel

PLATOS, MULTI = SubmissionChannel.PLATOS, SubmissionChannel.MULTI_ANNUAL_PLAN
LR1, LR2 = PolicyPriority.DIRECTOR_ROLE, PolicyPriority.EMPLOYMENT
YEARS = {2023, 2024, 2025}
WELFARE = LegalForm.WELFARE_ASSOCIATION


class TestForm:
    """The forms in which a partnership applies (S09)."""

    @pytest.mark.parametrize("form", [LegalForm.OTHER, None])
    def test_every_form_that_will_do(self, form):
        """Each of the five forms is told; what it is now, if anything, is not known to do."""
        found = ways(applies(verband(form=form, recognised_on=date(2024, 1, 1))))
        assert found == sorted(found, key=lambda changes: changes[0].form.value)
        assert {each for each, *_ in found} == {ChangeForm(each) for each in CALL.partnership_forms}

    def test_nobody_is_advised_to_take_a_form_in_which_none_may_apply(self):
        """Where only another form will do, it is one in which one may apply, and another one."""
        application = applies(verband(town("90001", inhabitants=60_000), form=WELFARE))
        found = ways(application, criterion=~PARTNERSHIP_FORM)
        assert found == [(ChangeForm(LegalForm.MUNICIPALITY),)]
        alone = applies(city(town("90001", inhabitants=60_000)))
        found = ways(alone, criterion=PARTNERSHIP_FORM)
        assert {each for (each,) in found} == {ChangeForm(each) for each in CALL.partnership_forms}


class TestPlanAndChannel:
    """An action for every priority in every year (S08), and an accepted channel (S21)."""

    def test_the_empty_cells_are_named(self):
        """The year and the priority that lack an action, no more than that."""
        actions = [evolve(PLAN.actions[0], years={2023, 2025}), *PLAN.actions[2:]]
        (changes,) = ways(applies(plan=ActionPlan(actions)))
        assert changes == (AddActions(LR1, {2024}), AddActions(LR2, YEARS))

    def test_a_plan_that_is_not_known_is_filled(self):
        """Whatever stands in it, with an action in every cell it is enough."""
        (changes,) = ways(applies(plan=None))
        assert changes == tuple(AddActions(each, YEARS) for each in PolicyPriority)

    def test_where_more_actions_are_asked(self):
        """Where two are needed and some years have one, each year gets what it lacks."""
        call = evolve(CALL, minimum_actions=2)
        once = [evolve(each, years={2023, 2024}) for each in PLAN.actions[:1]]
        twice = [evolve(each, id=f"{each.id} {n}") for each in PLAN.actions[1:] for n in range(2)]
        (changes,) = ways(applies(plan=ActionPlan([*once, *twice])), call=call)
        assert changes == (AddActions(LR1, {2023, 2024}), AddActions(LR1, {2025}, number=2))

    def test_in_whose_plan_they_stand(self):
        """Where each member has a plan (I14), it is filled, or the member leaves."""
        call = reading(plan_holder=PlanHolder.EACH_MEMBER)
        members = [town("90001"), town("90002"), town("90003", inhabitants=0)]
        actions = [
            evolve(action, id=f"{action.id} {code}", planned_by=code)
            for action in PLAN.actions
            for code in ("90001", "90002")
        ]
        lacking = tuple(AddActions(each, YEARS, planned_by=members[2]) for each in PolicyPriority)
        application = applies(verband(*members), plan=ActionPlan(actions))
        assert ways(application, call=call) == [(RemoveMember(members[2]),), lacking]

    def test_who_joins_brings_a_plan(self):
        """Where each member has a plan (I14), so has each who joins, known or not."""
        call = reading(plan_holder=PlanHolder.EACH_MEMBER)
        codes = ("90001", "90002")
        actions = [
            evolve(action, id=f"{action.id} {code}", planned_by=code)
            for action in PLAN.actions
            for code in codes
        ]
        application = applies(verband(*two_towns(inhabitants=16_000)), plan=ActionPlan(actions))
        joins = town("91001", inhabitants=4_000)
        (changes,) = ways(application, call=call, candidates=[joins])
        assert changes == (
            AddMembers([joins]),
            *(AddActions(each, YEARS, planned_by=joins) for each in PolicyPriority),
        )
        (changes,) = ways(application, call=call)
        assert changes[0] == BringInhabitants(4_000, KEMPEN)
        assert [each.planned_by.name for each in changes[1:]] == ["", "", "", ""]

    def test_the_plan_of_one_who_left_is_not_asked_for(self):
        """Where each member has a plan (I14), who leaves needs none, and new ones do."""
        call = reading(plan_holder=PlanHolder.EACH_MEMBER)
        actions = [evolve(each, planned_by="90002") for each in PLAN.actions]
        found = ways(applies(plan=ActionPlan(actions)), call=call)
        (changes,) = (each for each in found if isinstance(each[0], RemoveMember))
        assert changes[:2] == (RemoveMember(town("90001")), BringInhabitants(20_000, KEMPEN))
        assert [each.planned_by.name for each in changes[2:]] == ["", "", "", ""]

    def test_each_member_that_lacks_a_plan(self):
        """Where each member has a plan (I14), of two that lack one each leaves or plans."""
        call = reading(plan_holder=PlanHolder.EACH_MEMBER)
        lacking = [town(f"9100{n}", inhabitants=0) for n in range(2)]
        actions = [
            evolve(action, id=f"{action.id} {code}", planned_by=code)
            for action in PLAN.actions
            for code in ("90001", "90002")
        ]
        application = applies(verband(*two_towns(), *lacking), plan=ActionPlan(actions))
        found = ways(application, call=call)
        assert found[0] == tuple(map(RemoveMember, lacking))
        assert sorted(len(each) for each in found) == [2, 5, 5, 8]

    def test_a_plan_of_nobody(self):
        """Where each member has a plan (I14) and there is none, that of the application counts."""
        call = reading(plan_holder=PlanHolder.EACH_MEMBER)
        left = [Membership(each, LONG_AGO, date(2021, 1, 1)) for each in two_towns()]
        application = applies(verband(*left), plan=ActionPlan(PLAN.actions[1:]))
        assert ways(application, call=call, criterion=PLAN_RULE) == [(AddActions(LR1, YEARS),)]

    @pytest.mark.parametrize("channels", [frozenset(), None])
    def test_either_channel_will_do(self, channels):
        """Nothing handed in, or nobody knows how: Platos will do, and so will the plan."""
        found = ways(applies(channels=channels))
        assert found == [(ApplyThrough(PLATOS),), (ApplyThrough(MULTI),)]

    def test_only_channels_of_the_call(self):
        """A channel that the call does not accept is not told."""
        call = evolve(CALL, channels={PLATOS})
        assert ways(applies(channels={MULTI}), call=call) == [(ApplyThrough(PLATOS),)]


class TestClaims:
    """A municipality can be part of one regieverband only (S12)."""

    def test_all_others_must_give_it_up(self):
        """Two others claim it: it leaves, or both give it up."""
        first, second = town("90001", inhabitants=70_000), town("90002")
        third = town("90003", inhabitants=20_000)
        others = [applies(verband(second, town(f"9100{n}"), id=f"S{n}")) for n in range(2)]
        found = ways(applies(verband(first, second, third)), others=others)
        assert found == [
            (RemoveMember(second),),
            tuple(ReleaseMember(second, f"S{n}", f"Regieverband S{n}") for n in range(2)),
        ]

    def test_one_that_is_left_does_not_end_it(self):
        """A conflict of three ends only when both others give it up."""
        second = town("90002")
        others = [applies(verband(second, town(f"9100{n}"), id=f"S{n}")) for n in range(2)]
        found = remedied(applies(), others=others, criterion=ONE_REGIEVERBAND)
        assert [len(each.ends) for each in found] == [1, 1]

    def test_two_claims_of_two_others(self):
        """Each claim is ended by itself: the member leaves, or the other gives it up."""
        first, second, third = town("90001"), town("90002"), town("90003", inhabitants=60_000)
        fourth = town("90004")
        others = [
            applies(verband(each, town(f"910{each.nis_code[-2:]}"), id=f"S{each.nis_code[-1]}"))
            for each in (first, second)
        ]
        found = ways(applies(verband(first, second, third, fourth)), others=others)
        assert {frozenset(map(type, each)) for each in found} == {
            frozenset({RemoveMember}),
            frozenset({ReleaseMember}),
            frozenset({RemoveMember, ReleaseMember}),
        }
        assert [len(each) for each in found] == [2, 2, 2, 2]

    def test_one_member_stays(self):
        """Both members are claimed: not both leave, for nobody would be left."""
        others = [applies(verband(*two_towns(), id="S"))]
        found = ways(applies(), others=others, criterion=ONE_REGIEVERBAND)
        assert len(found) == 3
        assert not any(all(isinstance(each, RemoveMember) for each in found_) for found_ in found)

    def test_a_conflict_that_stays_is_not_said_to_end(self):
        """What mends the channel alone ends no conflict."""
        other = applies(verband(town("90002"), town("91001"), id="S"))
        found = remedied(applies(channels=()), others=[other], criterion=CHANNEL)
        assert [each.ends for each in found] == [(), ()]

    def test_the_first_recognised_keeps_it(self):
        """By the other reading of I07 one that came first has nothing to change."""
        call = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        later = applies(
            verband(town("90002"), town("91001"), id="S", recognised_on=date(2021, 1, 1))
        )
        assert ways(applies(), others=[later], call=call) == []
        assert ways(later, others=[applies()], call=call) == [
            (ReleaseMember(town("90002"), "R", "Regieverband R"),),
            (RemoveMember(town("90002")), BringInhabitants(20_000, KEMPEN)),
        ]

    def test_others_that_are_not_known_may_claim_too(self):
        """As long as not all applications are known, no change makes it certain."""
        other = applies(verband(town("90002"), town("91001"), id="S"))
        for complete in (False, None):
            assert ways(applies(), others=[other], complete=complete) == []
            assert ways(applies(), complete=complete) == []
