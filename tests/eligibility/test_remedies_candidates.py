"""Who may join: the candidates that a caller gives, and whoever else."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.remedied import ways
from tests.eligibility.stories import (
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    OUTSIDE,
    QUIET,
    applies,
    reading,
    real,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)
from wselr_rules.eligibility.rules import ENOUGH_INHABITANTS, PLAN
from wselr_rules.errors import DuplicateId, WrongType
from wselr_rules.law.readings import RegionMap

#: Four thousand short.
SHORT = verband(*two_towns(inhabitants=16_000))
JOINS = town("91001", inhabitants=4_000)
ANYONE = [(BringInhabitants(4_000, KEMPEN),)]


class TestCandidates:
    """Municipalities that the caller gives, of which some qualify."""

    def test_one_that_qualifies(self):
        """One of the region that nobody claims may join."""
        assert ways(applies(SHORT), candidates=[JOINS]) == [(AddMembers([JOINS]),)]

    @pytest.mark.parametrize("region", [LIMBURG, OUTSIDE, None])
    def test_one_of_another_region(self, region):
        """One that lies elsewhere, or of which it is not known, is passed over."""
        elsewhere = evolve(JOINS, reference_region=region)
        assert ways(applies(SHORT), candidates=[elsewhere]) == ANYONE

    def test_the_region_of_the_day(self):
        """The map of the assessed day tells, or that which the reading of I06 names."""
        moves = evolve(JOINS, reference_region=History(LIMBURG, [(date(2023, 3, 19), KEMPEN)]))
        application = applies(SHORT)
        told = [ways(application, date(2023, 3, day), candidates=[moves]) for day in (18, 19)]
        assert told == [ANYONE, [(AddMembers([moves]),)]]
        call = reading(region_map=RegionMap.REGIODECREET)
        early = ways(application, date(2023, 3, 18), candidates=[moves], call=call)
        assert early == [(AddMembers([moves]),)]

    def test_one_that_another_claims(self):
        """One whose ground another application has on that day is passed over."""
        for territory in ({"91001"}, {"90008"}):
            claimed = evolve(JOINS, territory=territory)
            other = verband(town("90008"), town("90009"), JOINS, id="S")
            assert ways(applies(SHORT), candidates=[claimed], others=[applies(other)]) == ANYONE

    def test_one_that_another_has_no_more(self):
        """One that has left the other application by then may join."""
        left = Membership(JOINS, LONG_AGO, QUIET)
        other = applies(verband(town("90008"), town("90009"), left, id="S"))
        assert ways(applies(SHORT), candidates=[JOINS], others=[other]) == [(AddMembers([JOINS]),)]
        stays = Membership(JOINS, LONG_AGO, date(2024, 7, 2))
        other = applies(verband(town("90008"), town("90009"), stays, id="S"))
        assert ways(applies(SHORT), candidates=[JOINS], others=[other]) == ANYONE

    def test_one_that_is_a_member(self):
        """A member cannot join again, and neither can one that is to join later."""
        member = SHORT.memberships[0].municipality
        assert ways(applies(SHORT), candidates=[member]) == ANYONE
        later = evolve(
            SHORT, memberships=[*SHORT.memberships, Membership(JOINS, date(2026, 12, 31))]
        )
        assert (AddMembers([JOINS]),) not in ways(applies(later), candidates=[JOINS])

    def test_one_that_was_a_member(self):
        """One that left may come back, from the day on which it is gone."""
        for until, expected in ((QUIET, [(AddMembers([JOINS]),)]), (date(2024, 7, 2), [])):
            left = Membership(JOINS, LONG_AGO, until)
            body = evolve(SHORT, memberships=[*SHORT.memberships, left])
            assert ways(applies(body), candidates=[JOINS]) == expected

    def test_one_that_does_not_exist_that_day(self):
        """A municipality of after a merger is none before it, and the reverse."""
        after = real("Bilzen-Hoeselt", on=date(2025, 1, 1), inhabitants=4_000)
        body = verband(*two_towns(inhabitants=16_000))
        limburg = [
            evolve(each, municipality=evolve(each.municipality, reference_region=LIMBURG))
            for each in body.memberships
        ]
        application = applies(evolve(body, memberships=limburg))
        anyone, joins = (BringInhabitants(4_000, LIMBURG),), (AddMembers([after]),)
        days = (date(2024, 12, 31), date(2025, 1, 1))
        assert [ways(application, day, candidates=[after]) for day in days] == [[anyone], [joins]]

    def test_the_same_one_twice(self):
        """One that is given twice is one; with other figures it contradicts itself."""
        assert ways(applies(SHORT), candidates=[JOINS, JOINS]) == [(AddMembers([JOINS]),)]
        with pytest.raises(DuplicateId) as refused:
            ways(applies(SHORT), candidates=[JOINS, evolve(JOINS, inhabitants=5_000)])
        assert (refused.value.kind, refused.value.ids) == ("municipality", ("91001",))

    @pytest.mark.parametrize("wrong", ["91001", None, Membership(JOINS, LONG_AGO)])
    def test_what_is_no_municipality(self, wrong):
        """A candidate that is no municipality is refused, also where nothing is to be remedied."""
        for application in (applies(SHORT), applies()):
            with pytest.raises(WrongType) as refused:
                ways(application, candidates=[wrong])
            error = refused.value
            assert (error.field, error.expected) == ("candidates", "municipalities")
            assert error.value == wrong

    def test_two_on_one_ground(self):
        """Two candidates on one ground cannot both join."""
        halves = [town(code, inhabitants=2_000) for code in ("91001", "91002")]
        both = [halves[0], evolve(halves[1], territory={"91001"})]
        assert ways(applies(SHORT), candidates=halves) == [(AddMembers(halves),)]
        assert ways(applies(SHORT), candidates=both) == ANYONE

    @pytest.mark.parametrize("criterion", [ENOUGH_INHABITANTS, ENOUGH_INHABITANTS & PLAN])
    def test_two_on_one_ground_for_one_rule(self, criterion):
        """Nor can they where inhabitants alone, or besides them the plan, are asked for."""
        first, second = (town(code, inhabitants=2_000) for code in ("91001", "91002"))
        both = [first, evolve(second, territory={"91001"})]
        assert ways(applies(SHORT), criterion=criterion, candidates=both) == ANYONE

    def test_all_who_join_lie_in_one_region(self):
        """Where members lie in two, those who join do not come from both."""
        across = verband(
            town("90001", inhabitants=20_000),
            town("90002", inhabitants=20_000, reference_region=LIMBURG),
            derogations=(Derogation(LONG_AGO),),
        )
        halves = [
            town("91001", inhabitants=10_000),
            town("91002", inhabitants=10_000),
            town("92001", inhabitants=10_000, reference_region=LIMBURG),
        ]
        found = ways(applies(across), candidates=halves)
        assert (AddMembers(halves[:2]),) in found
        assert (AddMembers(halves[1:]),) not in found
        assert (AddMembers(halves[::2]),) not in found

    @pytest.mark.parametrize("codes", [("90001", "90002"), ("90002", "90001")])
    def test_who_joins_lies_in_the_region_of_one_who_stays(self, codes):
        """Once the only member of a region leaves, nobody of that region joins."""
        claimed = town(codes[0], inhabitants=50_000)
        stays = town(codes[1], inhabitants=20_000, reference_region=LIMBURG)
        other = applies(verband(claimed, town("90008"), id="S"))
        body = verband(claimed, stays, derogations=(Derogation(LONG_AGO),))
        near = town("92001", reference_region=LIMBURG)
        found = ways(applies(body), candidates=[town("91001"), near], others=[other])
        assert (RemoveMember(claimed), AddMembers([near])) in found
        assert (RemoveMember(claimed), AddMembers([town("91001")])) not in found

    def test_nobody_joins_where_no_region_is_known(self):
        """Where nobody stays whose region is known, nobody knows where to look for new members."""
        claimed = town("90001", inhabitants=50_000)
        stays = town("90002", inhabitants=20_000, reference_region=None)
        other = applies(verband(claimed, town("90008"), id="S"))
        body = verband(claimed, stays, derogations=(Derogation(LONG_AGO),))
        (only,) = ways(applies(body), others=[other])
        assert [type(each) for each in only] == [ReleaseMember]

    def test_nobody_outside_joins(self):
        """A municipality outside the Flemish Region joins nobody, not even those outside it."""
        outside = [town(f"9000{n}", inhabitants=1, reference_region=OUTSIDE) for n in (1, 2)]
        body = verband(*outside, derogations=(Derogation(LONG_AGO),))
        joins = town("91001", inhabitants=70_000, reference_region=OUTSIDE)
        assert ways(applies(body), candidates=[joins]) == []

    def test_a_member_with_other_figures(self):
        """A member that is to leave later is a member: it does not join with other figures."""
        leaving = Membership(town("90003", inhabitants=1), LONG_AGO, date(2026, 1, 1))
        body = evolve(SHORT, memberships=[*SHORT.memberships, leaving])
        again = evolve(leaving.municipality, inhabitants=40_000)
        assert ways(applies(body), candidates=[again]) == [(BringInhabitants(3_999, KEMPEN),)]
        # Of a criterion of one's own it is not known that nobody need leave for it.
        own = Criterion("own", ENOUGH_INHABITANTS.rule)
        found = ways(applies(body), criterion=own, candidates=[again])
        assert not any(isinstance(each, AddMembers) for changes in found for each in changes)

    def test_whoever_joins_lies_where_most_members_do(self):
        """New members, whoever they are, are looked for in the region of most of those who stay."""
        members = [
            town("90001", inhabitants=1_000),
            town("90002", inhabitants=1_000, reference_region=LIMBURG),
            town("90003", inhabitants=1_000, reference_region=LIMBURG),
        ]
        may_deviate = {"derogations": (Derogation(LONG_AGO),)}
        found = ways(applies(verband(*members, **may_deviate)))
        assert (BringInhabitants(57_000, LIMBURG),) in found
        outside = [town(f"9000{n}", inhabitants=1, reference_region=OUTSIDE) for n in (1, 2)]
        assert ways(applies(verband(*outside, **may_deviate))) == []
