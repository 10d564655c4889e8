"""Criteria of one's own, actions to hand out, and a search that is broken off."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.asking import asked, told
from tests.eligibility.stories import (
    MET,
    NOT_MET,
    PLAN,
    PLAN_YEARS,
    UNKNOWN,
    applies,
    around,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.eligibility import relevance, ways_of_plan
from wselr_rules.eligibility.criteria import Criterion, all_of
from wselr_rules.eligibility.finding import Finding, Interval, Missing
from wselr_rules.eligibility.rules import CHANNEL, ELIGIBLE, ENOUGH_INHABITANTS
from wselr_rules.eligibility.rules import PLAN as PLAN_RULE
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.readings import Change, PlanHolder
from wselr_rules.law.terms import PolicyPriority, SubmissionChannel

EACH = reading(plan_holder=PlanHolder.EACH_MEMBER)
NAMED = Missing("motivation", "motivation", "Regieverband R")


def _is_motivated(application, context):
    del application, context
    return Finding(Verdict.UNKNOWN, "is it motivated?", missing=(NAMED,))


def _one_fact_at_a_time(application, context):
    """Tell the plan, and the channel only where the plan is known."""
    del context
    if application.plan is None:
        yield evolve(application, plan=PLAN)
    else:
        yield evolve(application, channels=frozenset(SubmissionChannel))


MOTIVATED = Criterion("motivated", _is_motivated, sentences=("S02",))


class TestCriteriaOfOnesOwn:
    """The library cannot answer for them: it lists their facts as they are named."""

    def test_its_facts_have_no_answers_and_are_not_proven(self):
        """One question of another kind, with the criterion that names it."""
        (question,) = asked(applies(), criterion=ELIGIBLE & MOTIVATED)
        assert question.fact is NAMED
        assert (question.answers, question.is_proven) == ((), False)
        assert (question.criteria, question.sentences) == (("motivated",), ("S02",))

    def test_another_fact_turns_the_whole_only_if_it_can_be_met(self):
        """That can be taken, not proven; an answer can still decide the whole."""
        people, own = asked(
            applies(verband(*two_towns(inhabitants=None))), criterion=ELIGIBLE & MOTIVATED
        )
        assert own.fact is NAMED
        assert not people.is_proven
        assert [verdict for _, verdict, *_ in told(people)] == [UNKNOWN, NOT_MET]

    def test_or_only_if_it_cannot_be_met(self):
        """Where one of the two is enough, the other matters as long as the own one may fail."""
        channel, own = asked(applies(channels=None), criterion=CHANNEL | MOTIVATED)
        assert (channel.fact.fact, channel.is_proven) == ("channels", False)
        assert own.fact is NAMED

    def test_what_turns_the_whole_without_it_is_proven(self):
        """A plan that is empty, or full, decides here whatever the own criterion says."""
        case = applies(plan=None, channels=None)
        whole = (PLAN_RULE & ~PLAN_RULE & MOTIVATED) | CHANNEL
        facts = {each.fact.fact: each.is_proven for each in asked(case, criterion=whole)}
        assert facts["channels"]
        assert "plan" not in facts

    def test_one_that_cannot_turn_the_whole_is_not_listed(self):
        """Its fact would be asked in vain."""
        whole = (MOTIVATED & PLAN_RULE & ~PLAN_RULE) | CHANNEL
        facts = [each.fact.fact for each in asked(applies(channels=None), criterion=whole)]
        assert facts == ["channels"]

    def test_a_fact_that_a_rule_of_the_call_reads_too_is_one_question(self):
        """It keeps its answers, and names both criteria."""
        path = "regieverband.memberships[1].municipality.inhabitants"
        fact = Missing("inhabitants", path, "Town 90002 (90002)")

        def is_large(application, context):
            del context
            known = application.regieverband.memberships[1].municipality.inhabitants
            verdict = Verdict.of(None if known is None else known >= 30_000)
            return Finding(verdict, "large", missing=(fact,) if known is None else ())

        large = Criterion("large", is_large)
        case = applies(verband(*two_towns(inhabitants=None, working_age_population=0)))
        (question,) = asked(case, criterion=ENOUGH_INHABITANTS & large)
        assert question.criteria == ("enough-inhabitants", "large")
        assert [verdict for _, verdict, *_ in told(question)] == [UNKNOWN, NOT_MET]

    def test_a_fact_that_rules_of_the_call_share_stays_theirs(self):
        """A criterion of one's own beside them is not taken to read it."""
        form, own = asked(applies(verband(form=None)), criterion=ELIGIBLE & MOTIVATED)
        assert (form.fact.fact, form.criteria) == ("legal_form", ("partnership-form",))
        assert own.criteria == ("motivated",)

    def test_it_is_asked_in_the_context_of_the_assessment(self):
        """What it lacks can depend on the day."""

        def is_up_to_date(application, context):
            del application
            missing = Missing("letter", f"letter of {context.on}", "R")
            return Finding(Verdict.UNKNOWN, "is there a letter?", missing=(missing,))

        (question,) = asked(applies(), criterion=Criterion("up-to-date", is_up_to_date))
        assert question.path == "letter of 2024-07-01"

    @pytest.mark.parametrize("cases", [_one_fact_at_a_time, lambda *_: ()])
    def test_cases_of_ones_own_are_told_once(self, cases):
        """What follows from an answer is the verdict that it leads to, whatever the cases are."""
        whole = all_of(PLAN_RULE, CHANNEL, ENOUGH_INHABITANTS, id="mine", cases=cases)
        open_ = {"plan": None, "channels": None}
        questions = asked(applies(verband(*two_towns(inhabitants=None)), **open_), criterion=whole)
        (people,) = (each for each in questions if each.fact.fact == "inhabitants")
        assert told(people) == [
            (Interval(20_000), UNKNOWN, MET),
            (Interval(0, 19_999), NOT_MET, NOT_MET),
        ]
        told_ = applies(verband(*two_towns(inhabitants=20_000)), **open_)
        assert whole.verdict(told_, around(told_)) is UNKNOWN

    def test_what_cannot_be_is_not_asked(self):
        """Undecided by its parts, but no answer turns a rule and its contrary."""
        questions = asked(applies(plan=None), criterion=PLAN_RULE & ~PLAN_RULE)
        assert (questions.verdict, len(questions)) == (UNKNOWN, 0)
        both = asked(applies(plan=None), criterion=PLAN_RULE | CHANNEL)
        assert (both.verdict, len(both)) == (MET, 0)


def _plan(*years_of_open, holders=("90001", "90002"), lacks=()):
    """Return a plan that fills all of both towns but for cells of the first priority."""
    first, *others = PolicyPriority
    actions = [
        Action(f"{priority.value} {code}", priority, PLAN_YEARS, planned_by=code)
        for priority in others
        for code in holders
    ]
    actions += [
        Action(
            f"own {code}",
            first,
            [year for year in PLAN_YEARS if (code, year) not in lacks],
            planned_by=code,
        )
        for code in holders
        if any((code, year) not in lacks for year in PLAN_YEARS)
    ]
    actions += [
        Action(f"open {number}", first, years) for number, years in enumerate(years_of_open)
    ]
    return ActionPlan(actions)


def _open_actions_asked_for(plan, **circumstances):
    return sorted(
        each.fact.subject
        for each in asked(applies(plan=plan), call=EACH, **circumstances)
        if each.fact.fact == "planned_by"
    )


class TestHandingOutActions:
    """In whose plan an action stands is asked where a way to fill all plans needs it."""

    def test_two_members_lack_one_cell_each(self):
        """Two actions, one for each: both are needed."""
        plan = _plan([2023], [2023], lacks={("90001", 2023), ("90002", 2023)})
        assert _open_actions_asked_for(plan) == ["open 0", "open 1"]

    def test_an_action_for_years_that_nobody_lacks_is_not_asked_for(self):
        """It is needed in no way, nor is one for years outside the call or of another code."""
        lacks = {("90001", 2023), ("90002", 2023)}
        plan = _plan([2023], [2023], [2024, 2025], [2030], lacks=lacks)
        other = Action("other", "OTHER-1", PLAN_YEARS)
        plan = evolve(plan, actions=(*plan.actions, other))
        assert _open_actions_asked_for(plan) == ["open 0", "open 1"]

    def test_of_three_alike_for_two_cells_each_may_be_needed(self):
        """Whichever two stand there, the third is not needed; but each can be one of the two."""
        plan = _plan([2023], [2023], [2023], lacks={("90001", 2023), ("90002", 2023)})
        assert _open_actions_asked_for(plan) == ["open 0", "open 1", "open 2"]

    def test_one_that_is_needed_in_no_way(self):
        """Both towns lack 2023 and 2024, and only actions of both years are left for 2024."""
        lacks = {(code, year) for code in ("90001", "90002") for year in (2023, 2024)}
        plan = _plan([2023, 2024], [2023, 2024], [2023], lacks=lacks)
        assert _open_actions_asked_for(plan) == ["open 0", "open 1"]

    @pytest.mark.parametrize(
        ("lacking", "opened"),
        [
            ("34 345 35 345 45 34", "4 5 4 34 345 4 3 3 35 3 45 3 34"),
            ("345 345 345 345 35", "4 345 4 35 345 34 34 35 35 35 3"),
        ],
    )
    def test_a_handful_of_members_is_within_the_bound(self, lacking, opened):
        """The plan that an action is tried in is filled first: that soonest shows the end."""
        holders = [str(90001 + number) for number in range(len(lacking.split()))]
        lacks = {
            (code, 2020 + int(year))
            for code, years in zip(holders, lacking.split(), strict=True)
            for year in years
        }
        years_of_open = ([2020 + int(year) for year in years] for years in opened.split())
        plan = _plan(*years_of_open, holders=holders, lacks=lacks)
        body = verband(*(town(code) for code in holders))
        questions = asked(applies(body, plan=plan), call=EACH)
        assert len(questions) > 0
        assert all(each.is_proven for each in questions)

    def test_no_way_fills_every_plan(self):
        """One action of two years stands in one plan only: nothing is asked, though it is open."""
        plan = _plan([2023, 2024], [2025], lacks={("90001", 2023), ("90002", 2024)})
        questions = asked(applies(plan=plan), call=EACH)
        assert (questions.verdict, len(questions)) == (UNKNOWN, 0)

    def test_the_way_that_fills_most_is_not_the_only_one(self):
        """One action for both years will do, and so will one for each of them."""
        plan = _plan([2023, 2024], [2024], [2023], lacks={("90001", 2023), ("90001", 2024)})
        assert _open_actions_asked_for(plan) == ["open 0", "open 1", "open 2"]

    def test_members_that_lack_different_cells_are_tried_apart(self):
        """The action for one year is needed in the plan of the one that lacks only that."""
        lacks = {("90001", 2023), ("90001", 2024), ("90002", 2023)}
        plan = _plan([2023], [2023, 2024], lacks=lacks)
        assert _open_actions_asked_for(plan) == ["open 0", "open 1"]

    def test_members_are_told_apart_by_what_each_of_them_lacks(self):
        """One action is not for 2023: it is needed only where nothing else than 2025 is lacking."""
        lacks = {
            *(("90001", year) for year in PLAN_YEARS),
            *(("90002", year) for year in (2023, 2025)),
            ("90003", 2025),
        }
        holders = ("90001", "90002", "90003")
        plan = _plan(PLAN_YEARS, PLAN_YEARS, [2024, 2025], holders=holders, lacks=lacks)
        body = verband(*(town(code) for code in holders))
        asked_for = asked(applies(body, plan=plan), call=EACH)
        assert [each.fact.subject for each in asked_for] == ["open 0", "open 1", "open 2"]

    def test_two_priorities_are_handed_out_at_once(self):
        """What one of them needs is looked at where the other is filled."""
        second = tuple(PolicyPriority)[1]
        plan = _plan([2023], lacks={("90001", 2023)})
        kept = [each for each in plan.actions if each.id != f"{second.value} 90002"]
        opened = Action("open second", second, PLAN_YEARS)
        plan = ActionPlan((*kept, opened))
        assert _open_actions_asked_for(plan) == ["open 0", "open second"]

    def test_whoever_has_the_actions_the_plan_may_not_be_full(self):
        """Then another part decides, where one of the two is enough."""
        plan = _plan([2023], lacks={("90001", 2023)})
        case = applies(plan=plan, channels=None)
        facts = [each.fact.fact for each in asked(case, criterion=PLAN_RULE | CHANNEL, call=EACH)]
        assert facts == ["channels", "planned_by"]

    def test_one_way_fills_every_plan(self):
        """Both towns lack all three years: one action of all years, two that share them."""
        lacks = {(code, year) for code in ("90001", "90002") for year in PLAN_YEARS}
        plan = _plan([2023, 2024], PLAN_YEARS, [2025], lacks=lacks)
        assert _open_actions_asked_for(plan) == ["open 0", "open 1", "open 2"]

    def test_more_than_one_action_per_cell(self):
        """Where a call asks for two, the second counts too."""
        call = evolve(EACH, minimum_actions=2)
        first = PolicyPriority.DIRECTOR_ROLE
        plan = ActionPlan(
            Action(f"{priority.value} {code} {number}", priority, PLAN_YEARS, planned_by=code)
            for priority in PolicyPriority
            for code in ("90001", "90002")
            for number in range(0 if priority is first else 2)
        )
        opened = [Action(f"open {number}", first, PLAN_YEARS) for number in range(4)]
        enough = applies(plan=ActionPlan((*plan.actions, *opened)))
        assert len(asked(enough, call=call)) == 4
        too_few = applies(plan=ActionPlan((*plan.actions, *opened[:3])))
        assert asked(too_few, call=call).verdict is NOT_MET

    def test_a_search_that_is_broken_off_leaves_the_fact_unproven(self, monkeypatch):
        """It is asked for, with its answers, and so is what might turn the whole with it."""
        monkeypatch.setattr(ways_of_plan, "MOST_STEPS", 1)
        plan = _plan([2023], [2023], lacks={("90001", 2023), ("90002", 2023)})
        questions = asked(applies(plan=plan, channels=None), call=EACH)
        assert [each.fact.fact for each in questions if not each.is_proven] == [
            *["channels"],
            *["planned_by"] * 2,
        ]
        assert all(each.answers for each in questions)


class TestBounds:
    """The search is bounded, and what it could not try out is told."""

    @pytest.mark.parametrize("steps", [0, 1, 5, 20])
    def test_a_fact_that_was_not_tried_out_is_not_proven(self, monkeypatch, steps):
        """Whatever the bound, nothing that can turn the verdict is left out."""
        towns = (town(reference_region=None), town("90002", reference_region=None))
        case = applies(verband(*towns, form=None, recognised_on=None), channels=None)
        whole = {each.path for each in asked(case)}
        monkeypatch.setattr(relevance, "MOST_STEPS", steps)
        bounded = asked(case)
        assert whole <= {each.path for each in bounded}
        assert not all(each.is_proven for each in bounded)
        assert all(each.answers for each in bounded)

    def test_a_fact_that_turns_nothing_may_then_be_asked_for_too(self, monkeypatch):
        """From 2026 on both standings ask the same, but that takes a search to show."""
        body = verband(*two_towns(reference_region=None), recognised_on=None)
        late = date(2026, 2, 1)
        assert [each.fact.fact for each in asked(applies(body), late)] == ["reference_region"]
        monkeypatch.setattr(relevance, "MOST_STEPS", 0)
        unproven = {each.fact.fact for each in asked(applies(body), late) if not each.is_proven}
        assert unproven == {"reference_region", "recognised_on"}

    @pytest.mark.parametrize(("steps", "is_enough"), [(5, False), (6, True)])
    def test_what_a_rule_is_asked_counts_once(self, monkeypatch, steps, is_enough):
        """Six show which of the two facts turns nothing from 2026 on, and five do not."""
        body = verband(*two_towns(reference_region=None), recognised_on=None)
        monkeypatch.setattr(relevance, "MOST_STEPS", steps)
        questions = asked(applies(body), date(2026, 2, 1))
        proven = [each.fact.fact for each in questions if each.is_proven]
        assert proven == (["reference_region"] if is_enough else [])
        assert len(questions) == (1 if is_enough else 2)

    @pytest.mark.parametrize(("steps", "unproven"), [(2, ["plan"]), (3, [])])
    def test_what_is_put_together_counts_once(self, monkeypatch, steps, unproven):
        """Three show that nothing turns a rule and its contrary together, and two do not."""
        monkeypatch.setattr(relevance, "MOST_STEPS", steps)
        questions = asked(applies(plan=None), criterion=PLAN_RULE & ~PLAN_RULE)
        assert [each.fact.fact for each in questions if not each.is_proven] == unproven
        assert len(questions) == len(unproven)

    def test_on_which_rules_a_fact_bears_is_told_without_a_step_where_it_is_remembered(
        self, monkeypatch
    ):
        """No form turns the region, and the search for relevant facts showed that already."""
        monkeypatch.setattr(relevance, "_MOST_STEPS_FOR_RULES", 0)
        body = verband(*two_towns(reference_region=None), form=None)
        call = reading(change=Change.TERRITORY_ONLY)
        form, _ = asked(applies(body), date(2026, 2, 1), call=call)
        assert form.criteria == ("partnership-form",)
