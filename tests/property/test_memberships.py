"""What happens to the list of members, and not to the ground, changes no verdict."""

from __future__ import annotations

from datetime import date

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import law
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    MET,
    OUTSIDE,
    applies,
    real,
    town,
    verband,
    verdict,
)
from tests.property import facts

from wselr_rules.domain import flanders
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.standing import Standing
from wselr_rules.domain.territory import MERGERS
from wselr_rules.eligibility.rules import REFERENCE_REGION
from wselr_rules.law.terms import LegalForm

TURNS = st.sampled_from(worlds.TURNS)
PEOPLE = st.sampled_from([0, 10_000, 20_000, 29_999, 30_000, 60_000])
REGIONS = st.sampled_from([KEMPEN, KEMPEN, LIMBURG, OUTSIDE, None])
FORMS = st.sampled_from(
    [LegalForm.INTERLOCAL_ASSOCIATION, LegalForm.WELFARE_ASSOCIATION, LegalForm.OTHER, None]
)
MERGERS_OF_2025 = [each for each in MERGERS if each.on == date(2025, 1, 1)]
RECOGNISED = st.sampled_from([LONG_AGO, date(2022, 6, 1), NEVER, None])


#: Four towns, of which the first two lie in one region.
FOUR_TOWNS = st.builds(
    lambda people, region, others: [
        town(f"9000{number}", inhabitants=each, reference_region=where)
        for number, (each, where) in enumerate(
            zip(people, (region, region, *others), strict=True), start=1
        )
    ],
    st.tuples(PEOPLE, PEOPLE, PEOPLE, PEOPLE),
    REGIONS,
    st.tuples(REGIONS, REGIONS),
)


class TestSplit:
    """A membership may be told as one period, or as two of which the second follows at once."""

    @law
    @given(facts.PORTFOLIOS, st.integers(0, 2), TURNS, facts.DAYS, facts.ANY_CALL)
    def test_two_adjacent_memberships_are_one(self, portfolio, place, turn, on, call):
        """The same verdicts, and the same facts are asked for, under every reading."""
        members = portfolio.applications[0].regieverband.memberships
        chosen = members[place % len(members)]
        if chosen.holds_on(turn) and chosen.since < turn:
            parts = evolve(chosen, until=turn), evolve(chosen, since=turn)
            rest = [each for each in members if each is not chosen]
            split = facts.with_applicant(portfolio, memberships=[*rest, *parts])
            assert facts.told(split, on, call) == facts.told(portfolio, on, call)


def merged(one, other):
    """Return the town that two towns of one region merge into."""
    return town(
        "90012",
        territory=one.territory | other.territory,
        inhabitants=one.inhabitants + other.inhabitants,
        reference_region=one.reference_region,
    )


class TestMergers:
    """A merger of members is no change of the regieverband (I03, by default)."""

    @law
    @given(FOUR_TOWNS, FORMS, RECOGNISED, TURNS, facts.DAYS)
    def test_inside_a_regieverband(self, towns, form, recognised_on, day, on):
        """Two members of one region merge, two others stay: every verdict is as it was."""
        one, other, *rest = towns
        after = [Membership(merged(one, other), day)]
        after += [Membership(each, LONG_AGO, day) for each in (one, other)]
        known = {"form": form, "recognised_on": recognised_on}
        bodies = [verband(*members, *rest, **known) for members in ((one, other), after)]
        portfolios = [Portfolio([applies(body)], complete=True) for body in bodies]
        before, now = (facts.verdicts(each, on) for each in portfolios)
        assert before == now

    @law
    @given(st.sets(st.sampled_from(MERGERS_OF_2025), min_size=1, max_size=3), facts.DAYS)
    def test_of_the_register(self, mergers, on):
        """Of those of 1 January 2025, each with all its municipalities: still existing."""
        names = [old for merger in mergers for old in merger.old_codes]
        body = flanders.carry_forward(verband(*map(real, names)), date(2025, 1, 1))
        assert body.standing_on(on, CALL) is Standing.EXISTING
        assert verdict(applies(body), min(on, date(2025, 12, 31)), REFERENCE_REGION) is MET
