"""Each turn of a timeline names what happened that day and made the verdict another one."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    LIMBURG,
    LONG_AGO,
    applies,
    reading,
    real,
    town,
    two_towns,
    verband,
)
from tests.eligibility.times import ALL_DAYS, composed, over, told, with_parts

from wselr_rules.domain.membership import Membership
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.events import Event, EventKind
from wselr_rules.eligibility.rules import (
    ENOUGH_MEMBERS,
    ONE_REGIEVERBAND,
    PLAN,
    REFERENCE_REGION,
)
from wselr_rules.eligibility.timeline import timeline
from wselr_rules.law.readings import PlanHolder

JUNE, SEPTEMBER = date(2024, 6, 1), date(2024, 9, 1)
K = EventKind


def causes(whole):
    """Return the causes of each turn: kind, subject and sentences."""
    return [
        [(each.kind, each.subject, *each.sentences) for each in stretch.causes]
        for stretch in whole.stretches[1:]
    ]


def leaves(criterion):
    """Yield the criteria that are not composed."""
    parts = getattr(criterion.rule, "parts", ())
    if not parts:
        yield criterion
    for part in parts:
        yield from leaves(part)


class TestAlways:
    """What holds of the causes of any case."""

    @settings(max_examples=examples(100))
    @given(worlds.portfolios(), worlds.calls(), composed())
    def test_a_turn_has_causes_and_they_are_of_its_day(self, portfolio, call, criterion):
        """At least one, all of the day of the turn, all named by the criterion, none twice."""
        application = portfolio.applications[0]
        whole = timeline(criterion, application, call=call, portfolio=portfolio, **ALL_DAYS)
        context = Context(ALL_DAYS["start"], call=call, portfolio=portfolio)
        named = {evolve(each, sentences=()) for each in criterion.events(application, context)}
        for each in with_parts(whole):
            first, *turns = each.stretches
            assert first.causes == ()
            for turn in turns:
                bare = [evolve(cause, sentences=()) for cause in turn.causes]
                assert {cause.day for cause in bare} == {turn.since}
                assert len(set(bare)) == len(bare)
                assert named.issuperset(bare)

    @settings(max_examples=examples(60))
    @given(worlds.portfolios(), worlds.calls(), composed())
    def test_they_are_of_criteria_that_changed(self, portfolio, call, criterion):
        """Where the verdict of any leaf is another one, each cause is named by such a leaf."""
        application = portfolio.applications[0]
        whole = timeline(criterion, application, call=call, portfolio=portfolio, **ALL_DAYS)
        for turn in whole.stretches[1:]:
            after = Context(turn.since, call=call, portfolio=portfolio)
            before = evolve(after, on=date.fromordinal(turn.since.toordinal() - 1))
            changed = [
                leaf
                for leaf in leaves(criterion)
                if leaf.verdict(application, before) is not leaf.verdict(application, after)
            ]
            named = {
                evolve(each, sentences=())
                for leaf in changed
                for each in leaf.events(application, after)
            }
            bare = {evolve(cause, sentences=()) for cause in turn.causes}
            assert bare <= named or not changed


class TestMembers:
    """Who joins and who leaves, here or in another application."""

    def test_a_member_joins_and_leaves(self):
        """A second member makes it enough for S09, for as long as it stays."""
        joins = Membership(town("90002"), JUNE, SEPTEMBER)
        whole = over(applies(verband(town("90001"), joins)), ENOUGH_MEMBERS)
        assert causes(whole) == [
            [(K.MEMBER_JOINED, "Town 90002", "S09")],
            [(K.MEMBER_LEFT, "Town 90002", "S09")],
        ]

    def test_of_another_application(self):
        """Another one that claims the same town is named, and only what is on this ground."""
        claim = Membership(town("90002"), JUNE, SEPTEMBER)
        elsewhere = Membership(town("90009"), JUNE, SEPTEMBER)
        other = applies(verband(town("90008"), elsewhere, claim, id="other"))
        whole = over(applies(), ONE_REGIEVERBAND, others=[other])
        joined, left = (turn.causes for turn in whole.stretches[1:])
        assert [(one.application_id, one.applicant) for one in (*joined, *left)] == [
            ("other", "Regieverband other"),
            ("other", "Regieverband other"),
        ]
        assert causes(whole) == [
            [(K.MEMBER_JOINED, "Town 90002", "S12")],
            [(K.MEMBER_LEFT, "Town 90002", "S12")],
        ]

    def test_a_change_since_the_baseline(self):
        """One that spans two regions is new from the day on which a member joins: S13 and S16."""
        joins = Membership(town("90003"), JUNE)
        case = applies(verband(*two_towns(reference_region=LIMBURG), joins))
        assert causes(over(case)) == [[(K.MEMBER_JOINED, "Town 90003", "S13", "S16")]]

    def test_two_criteria_that_fall_by_one_event(self):
        """It stands once, with the sentences of both."""
        leaves_it = Membership(town("90002"), LONG_AGO, JUNE)
        case = applies(verband(town("90001"), leaves_it))
        assert causes(over(case)) == [[(K.MEMBER_LEFT, "Town 90002", "S09")]]
        none = applies(verband(Membership(town("90001"), LONG_AGO, JUNE)))
        both = ENOUGH_MEMBERS | REFERENCE_REGION
        assert causes(over(none, both)) == [[(K.MEMBER_LEFT, "Town 90001", "S13", "S16")]]
        two = applies(verband(*(Membership(each, LONG_AGO, JUNE) for each in two_towns())))
        sentences = ("S09", "S13", "S16")
        assert causes(over(two, ENOUGH_MEMBERS & REFERENCE_REGION)) == [
            [(K.MEMBER_LEFT, f"Town {code}", *sentences) for code in ("90001", "90002")]
        ]

    def test_where_each_holds_a_plan(self):
        """By I14 EACH_MEMBER a member without a plan of its own is a cause, by S08."""
        call = reading(plan_holder=PlanHolder.EACH_MEMBER)
        filled = evolve(
            worlds.FULL_PLAN,
            actions=[each for each in worlds.FULL_PLAN.actions if each.planned_by == "90001"],
        )
        body = verband(town("90001"), Membership(town("90002"), JUNE))
        whole = over(applies(body, plan=filled), PLAN, call=call)
        assert causes(whole) == [[(K.MEMBER_JOINED, "Town 90002", "S08")]]


class TestMergers:
    """A merger of the register is one event, and no joining and leaving."""

    def test_a_merger_with_a_non_member(self):
        """Bilzen merges with Hoeselt on 1 January 2025: a change, for one across two regions."""
        bilzen = real("Bilzen", on=date(2024, 12, 31))
        merged = real("Bilzen-Hoeselt", on=date(2025, 1, 1))
        body = verband(
            town("90001"),
            Membership(bilzen, LONG_AGO, date(2025, 1, 1)),
            Membership(merged, date(2025, 1, 1)),
        )
        whole = over(applies(body))
        assert told(whole) == [("2022-04-29", "met"), ("2025-01-01", "not-met")]
        (merger,) = whole.stretches[1].causes
        assert merger == Event(
            date(2025, 1, 1),
            K.MERGER,
            "Bilzen-Hoeselt",
            application_id="R",
            applicant="Regieverband R",
            former=("Bilzen",),
            sentences=("S13", "S16"),
        )

    def test_two_members_that_merge(self):
        """Tielt and Meulebeke become Tielt: one member is left, which S09 is not enough."""
        old = [real(name, on=date(2024, 12, 31)) for name in ("Meulebeke", "Tielt")]
        new = real("Tielt", on=date(2025, 1, 1))
        day = date(2025, 1, 1)
        body = verband(*(Membership(each, LONG_AGO, day) for each in old), Membership(new, day))
        (merger,) = over(applies(body), ENOUGH_MEMBERS).stretches[1].causes
        assert (merger.kind, merger.former) == (K.MERGER, ("Meulebeke", "Tielt"))

    def test_antwerpen_keeps_its_code(self):
        """Antwerpen with Borsbeek is what Antwerpen became."""
        old, new = (real("Antwerpen", on=date(year, 1, 1)) for year in (2024, 2025))
        day = date(2025, 1, 1)
        body = verband(town("90001"), Membership(old, LONG_AGO, day), Membership(new, day))
        (merger,) = over(applies(body), REFERENCE_REGION).stretches[1].causes
        assert (merger.kind, merger.subject, merger.former) == (
            K.MERGER,
            "Antwerpen",
            ("Antwerpen",),
        )

    @pytest.mark.parametrize("shift", [-1, 1])
    def test_three_points_round_its_day(self, shift):
        """Who left a day before it, or joined a day after it, left or joined."""
        day = date(2025, 1, 1)
        off = date.fromordinal(day.toordinal() + shift)
        old, new = real("Bilzen"), real("Bilzen-Hoeselt", on=day)
        body = verband(
            town("90001"),
            Membership(old, LONG_AGO, min(day, off)),
            Membership(new, max(day, off)),
        )
        kinds = {
            cause.kind
            for stretch in over(applies(body), ENOUGH_MEMBERS).stretches
            for cause in stretch.causes
        }
        assert kinds == {K.MEMBER_LEFT, K.MEMBER_JOINED}
