"""On which readings a verdict turns: refused under each of them, or by the choice of a few."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from attrs import evolve
from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    CALL,
    MET,
    NOT_MET,
    OUTSIDE,
    QUIET,
    UNKNOWN,
    applies,
    city,
    reading,
    town,
    verband,
)
from tests.scenarios.calls_told import known
from tests.scenarios.every_reading import OF_ELIGIBILITY, smallest_changes
from tests.scenarios.sensitive import across, across_in_one_region, sensitive, turns

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.history import History
from wselr_rules.law.readings import Existing
from wselr_rules.law.terms import LegalForm, PolicyPriority
from wselr_rules.scenarios.choices import Choice, Outcome
from wselr_rules.scenarios.sensitivity import sensitivity

DEADLINE = date(2026, 1, 1)


class TestOneReading:
    """A verdict that turns on a single question."""

    def test_the_deadline_itself(self):
        """Existing and across two regions on 1 January 2026: refused, unless I04 is otherwise."""
        found = sensitive(across(), on=DEADLINE)
        assert found.on == DEADLINE
        assert found.outcome == Outcome(NOT_MET)
        assert turns(found) == {(frozenset({"I04 day-after"}), MET)}
        (turn,) = found.turns
        assert turn.choices == (Choice("I04", "day-after", "on-the-day"),)
        assert (turn.before, turn.after) == (Outcome(NOT_MET), Outcome(MET))
        assert found.readings == ("I04",)
        assert found.outcomes == (Outcome(NOT_MET), Outcome(MET))

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2025, 12, 31), set()),
            (date(2026, 1, 1), {(frozenset({"I04 day-after"}), MET)}),
            (date(2026, 1, 2), set()),
        ],
    )
    def test_round_the_deadline(self, on, expected):
        """The day before it is eligible, and the day after it is refused, under every reading."""
        found = sensitive(across(), on=on)
        assert turns(found) == expected
        assert found.is_same_under_every_reading is not bool(expected)

    def test_recognised_after_the_order(self):
        """Recognised on 1 September 2022 and across two regions: new, unless I01 says existing."""
        found = sensitive(across(recognised_on=date(2022, 9, 1)))
        assert turns(found) == {(frozenset({"I01 before-effect"}), MET)}

    def test_a_territory_that_a_later_one_claims_too(self):
        """Both are refused; the one recognised first would keep it (I07), the other would not."""
        first = applies(verband(town("90001"), town("90002"), id="first"))
        later = applies(verband(town("90003"), town("90002"), id="later", recognised_on=QUIET))
        assert turns(sensitive(first, later)) == {(frozenset({"I07 first-recognised"}), MET)}
        assert sensitive(later, first).is_same_under_every_reading

    def test_a_welzijnsvereniging_of_one(self):
        """Eligible by its form (I08); refused if every form needs as many members."""
        alone = verband(town(inhabitants=60_000), form=LegalForm.WELFARE_ASSOCIATION)
        plan = ActionPlan(
            Action(each.value, each, (2023, 2024, 2025), planned_by="90001")
            for each in PolicyPriority
        )
        found = sensitive(applies(alone, plan=plan))
        assert turns(found) == {(frozenset({"I08 two-for-all"}), NOT_MET)}

    def test_two_outcomes(self):
        """By the plan of the application eligible; by that of each member (I14) undecided or not.

        It depends on whose plan an action stands in, and whether that is known.
        """
        whole = across()
        first, *others = whole.plan.actions
        untold = evolve(whole, plan=ActionPlan((evolve(first, planned_by=None), *others)))
        found = sensitive(untold)
        assert turns(found) == {(frozenset({"I14 each-member"}), UNKNOWN)}
        none = evolve(whole, plan=ActionPlan(each for each in others if each.planned_by == "90002"))
        full = ActionPlan((*none.plan.actions, evolve(first, planned_by="90002")))
        assert turns(sensitive(evolve(none, plan=full))) == {
            (frozenset({"I14 each-member"}), NOT_MET)
        }


class TestSeveralReadings:
    """A verdict that turns on more than one question."""

    def test_together(self):
        """New, and past the last day before the deadline: I01 and I04 must both be otherwise."""
        found = sensitive(across(recognised_on=date(2022, 9, 1)), on=DEADLINE)
        assert turns(found) == {(frozenset({"I01 before-effect", "I04 day-after"}), MET)}
        (turn,) = found.turns
        assert [each.interpretation_id for each in turn.choices] == ["I01", "I04"]

    def test_either(self):
        """A partner left and came back, both between the two baselines of I01.

        Changed for good, unless the later baseline holds or only a difference counts (I02).
        """
        body = across().regieverband
        gone = body.without_member("90002", date(2022, 6, 1))
        back = gone.with_member(body.memberships[1].municipality, date(2022, 7, 1))
        found = sensitive(evolve(across(), regieverband=back, submitted_on=QUIET))
        assert turns(found) == {
            (frozenset({"I01 before-effect"}), MET),
            (frozenset({"I02 state"}), MET),
        }
        assert found.readings == ("I01", "I02")
        ids = [each.interpretation_id for turn in found.turns for each in turn.choices]
        assert ids == ["I01", "I02"]

    def test_what_is_not_known_and_agrees(self):
        """A form not known, outside the Region: changed whatever it is, so refused in every way.

        Not so where the form does not count (I02): then it may be a centrumstad that exists.
        """
        alone = town(is_centrumstad=True, reference_region=OUTSIDE)
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, [(date(2024, 1, 1), None)])
        application = applies(verband(alone, form=form))
        found = sensitive(application)
        assert found.outcome == Outcome(NOT_MET)
        assert (frozenset({"I02 territory-only"}), UNKNOWN) in turns(found)
        questions = [each for each in OF_ELIGIBILITY if each.id in found.readings]
        expected = smallest_changes(application, QUIET, CALL, known(application), questions)
        assert turns(found) == expected

    def test_what_no_rule_lists_by_itself(self):
        """A form not known since the order, of one town outside the Region: refused in any case.

        Another form is a change, and the same one needs more members. For itself the rule on the
        region is undecided whichever reading is chosen otherwise; what the cases agree on is not.
        """
        form = History(LegalForm.SERVICE_ASSOCIATION, [(CALL.order_date, None)])
        body = verband(town(inhabitants=60_000, reference_region=OUTSIDE), form=form)
        found = sensitive(applies(body))
        assert found.outcome == Outcome(NOT_MET)
        assert turns(found) == {
            (frozenset({"I01 before-effect"}), UNKNOWN),
            (frozenset({"I02 territory-only"}), UNKNOWN),
            (frozenset({"I05 at-submission"}), UNKNOWN),
        }

    def test_smaller_ones_come_first(self):
        """Turns are sorted by size, then by the order of the register."""
        found = sensitive(across(recognised_on=None, form=None), on=DEADLINE)
        sizes = [len(turn.choices) for turn in found.turns]
        assert sizes == sorted(sizes)
        for turn in found.turns:
            ids = [each.interpretation_id for each in turn.choices]
            assert ids == sorted(set(ids))

    @settings(max_examples=examples(60))
    @given(st.data(), worlds.portfolios(), worlds.calls(), worlds.days())
    def test_they_are_all_the_smallest_ones(self, data, portfolio, call, on):
        """Over any few questions: for each other verdict, every smallest change leading to it."""
        application = data.draw(st.sampled_from(portfolio.applications))
        questions = data.draw(st.sets(st.sampled_from(OF_ELIGIBILITY), min_size=4, max_size=5))
        found = sensitivity(application, on=on, call=call, portfolio=portfolio)
        ids = {each.id for each in questions}
        on_these = {
            (names, verdict)
            for names, verdict in turns(found)
            if {name[:3] for name in names} <= ids
        }
        expected = smallest_changes(application, on, call, portfolio, questions)
        event(f"{len(expected)} smallest changes")
        assert on_these == expected
        assert len(found.turns) == len(turns(found))

    @settings(max_examples=examples(1))
    @given(worlds.portfolios(), worlds.calls(), worlds.days())
    def test_no_choice_is_left_out(self, portfolio, call, on):
        """The same over all questions of eligibility at once, 4,608 choices."""
        application = portfolio.applications[0]
        found = sensitivity(application, on=on, call=call, portfolio=portfolio)
        assert turns(found) == smallest_changes(application, on, call, portfolio)


class TestNoReading:
    """A verdict that is the same under every reading."""

    def test_refused_by_the_law(self):
        """Through no accepted channel: no reading helps."""
        found = sensitive(applies(channels=()))
        assert found.is_same_under_every_reading
        assert found.outcomes == (Outcome(NOT_MET),)
        assert found.readings == ()

    def test_eligible_by_the_law(self):
        """A centrumstad alone with all in its own plan: no reading hurts."""
        plan = ActionPlan(
            Action(each.value, each, (2023, 2024, 2025), planned_by="90001")
            for each in PolicyPriority
        )
        found = sensitive(applies(city(town(is_centrumstad=True)), plan=plan))
        assert found.outcomes == (Outcome(MET),)

    def test_undecided_by_what_is_not_known(self):
        """Through a channel that nobody told: undecided, whatever is read."""
        found = sensitive(across_in_one_region(channels=None))
        assert found.outcomes == (Outcome(UNKNOWN),)

    @pytest.mark.parametrize("complete", [False, None])
    def test_undecided_by_other_applications(self, complete):
        """Where there may be others, who is eligible otherwise is undecided under every reading."""
        application = applies(city(town(is_centrumstad=True)))
        portfolio = Portfolio((application,), complete=complete)
        found = sensitivity(application, on=QUIET, call=CALL, portfolio=portfolio)
        assert found.outcome == Outcome(UNKNOWN)
        assert MET not in {each.verdict for each in found.outcomes}


def test_what_is_found_is_a_value():
    """It compares, hashes and pickles."""
    one, other = (sensitive(across(), on=DEADLINE) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    changed = reading(existing=Existing.BEFORE_EFFECT)
    assert sensitive(across(), on=DEADLINE, call=changed) == one
