"""Who applies: the smallest changes that make it eligible, told case by case."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.remedied import remedied, ways
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LONG_AGO,
    QUIET,
    UNKNOWN,
    applies,
    city,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Membership
from wselr_rules.eligibility.applicant_changes import (
    ApplyThrough,
    ChangeForm,
)
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    RemoveMember,
)
from wselr_rules.eligibility.rules import (
    CHANNEL,
    ELIGIBLE,
    ENOUGH_INHABITANTS,
    ENOUGH_MEMBERS,
)
from wselr_rules.law.readings import CentrumstadPartner
from wselr_rules.law.terms import LegalForm

WELFARE = LegalForm.WELFARE_ASSOCIATION


class TestInhabitants:
    """At least 60,000 inhabitants on the territory (S09)."""

    @pytest.mark.parametrize(
        ("second", "short"), [(29_998, 2), (29_999, 1), (30_000, 0), (30_001, 0)]
    )
    def test_how_many_new_members_must_bring(self, second, short):
        """Short of 60,000 it is told how many inhabitants are missing; from there on nothing."""
        application = applies(
            verband(town("90001", inhabitants=30_000), town("90002", inhabitants=second))
        )
        expected = [(BringInhabitants(short, KEMPEN),)] if short else []
        assert ways(application) == expected

    def test_who_would_do_alone_and_which_pairs(self):
        """Four thousand short: who brings them alone, smallest first, then pairs that do."""
        application = applies(verband(*two_towns(inhabitants=16_000)))
        sizes = (4_001, 3_999, 1, 2_000, 4_000, 1_999, 0)
        towns = [town(f"9100{n}", inhabitants=size) for n, size in enumerate(sizes)]
        told = [
            tuple(each.inhabitants for each in joined.municipalities)
            for (joined,) in ways(application, candidates=towns)
        ]
        assert told == [
            (4_000,),
            (4_001,),
            (1, 3_999),
            (1_999, 3_999),
            (2_000, 3_999),
            (1, 1_999, 2_000),
        ]

    def test_when_no_candidate_will_do(self):
        """Candidates that together are too small: how many inhabitants others must bring."""
        application = applies(verband(*two_towns(inhabitants=16_000)))
        small = [town("91001", inhabitants=1_999), town("91002", inhabitants=2_000)]
        assert ways(application, candidates=small) == [(BringInhabitants(4_000, KEMPEN),)]

    def test_four_are_one_too_many(self):
        """No more than three municipalities join: what needs a fourth is not told."""
        application = applies(verband(*two_towns(inhabitants=16_000)))
        towns = [town(f"9100{n}", inhabitants=1_000) for n in range(4)]
        (only,) = ways(application, candidates=towns)
        assert only == (BringInhabitants(4_000, KEMPEN),)
        towns = [town(f"9100{n}", inhabitants=1_334) for n in range(3)]
        assert ways(application, candidates=towns) == [(AddMembers(towns),)]

    def test_a_figure_that_is_not_known_may_be_nothing(self):
        """Of a member of unknown size it is not assumed that it has any inhabitant."""
        application = applies(verband(town("90001"), town("90002", inhabitants=None)))
        assert remedied(application).before.verdict is UNKNOWN
        enough, less = town("91001", inhabitants=20_000), town("91002", inhabitants=19_999)
        assert ways(application, candidates=[less, enough]) == [(AddMembers([enough]),)]
        assert ways(application) == [(BringInhabitants(20_000, KEMPEN),)]

    def test_a_centrumstad_may_lift_the_bound(self):
        """By the other reading of I09 a centrumstad as a partner is enough, however small."""
        application = applies(verband(*two_towns(inhabitants=16_000)))
        small = town("91001", inhabitants=1, is_centrumstad=True)
        call = reading(centrumstad_partner=CentrumstadPartner.EXEMPT)
        other = town("91002", inhabitants=1)
        assert ways(application, call=call, candidates=[small, other]) == [(AddMembers([small]),)]
        assert ways(application, candidates=[small, other]) == [(BringInhabitants(4_000, KEMPEN),)]

    def test_a_member_of_any_size(self):
        """Where members alone are asked for, who joins need not bring anyone."""
        application = applies(verband(town("90001", inhabitants=5_000)))
        found = ways(application, criterion=ENOUGH_MEMBERS)
        assert found == [(ChangeForm(WELFARE),), (BringInhabitants(0, KEMPEN),)]

    def test_one_of_unknown_form_may_be_alone(self):
        """Of one member and a form that is not known it may be alone: none joins as it is."""
        application = applies(verband(town("90001"), form=None))
        tiny = town("91001", inhabitants=0)
        found = ways(application, criterion=ENOUGH_MEMBERS, candidates=[tiny])
        assert found[0] == (ChangeForm(WELFARE),)
        assert set(found[1:]) == {
            (ChangeForm(form), AddMembers([tiny])) for form in CALL.partnership_forms - {WELFARE}
        }
        two = applies(verband(*two_towns(inhabitants=16_000), form=None))
        joins = town("91001", inhabitants=4_000)
        found = ways(two, criterion=ENOUGH_INHABITANTS, candidates=[joins])
        assert found == [(AddMembers([joins]),)]

    def test_one_who_may_be_alone_takes_a_form_first(self):
        """Who joins one of unknown form, now or from a later day on, joins with a known form."""
        joins = town("91001", inhabitants=44_000)
        small = town("90001", inhabitants=16_000)
        later = Membership(town("90002", inhabitants=0), LONG_AGO, date(2025, 1, 1))
        known = History(WELFARE, [(date(2025, 1, 1), None)])
        for body in (verband(small, form=None), verband(small, later, form=known)):
            found = ways(applies(body), criterion=ENOUGH_INHABITANTS, candidates=[joins])
            assert set(found) == {
                (ChangeForm(form), AddMembers([joins]))
                for form in CALL.partnership_forms - {body.legal_form_on(QUIET)}
            }

    def test_who_would_be_left_alone_may_leave_instead(self):
        """If one of two goes later, who may then be alone may leave at once: another joins."""
        stays = town("90001", inhabitants=0)
        later = Membership(town("90002", inhabitants=0), LONG_AGO, date(2025, 1, 1))
        known = History(WELFARE, [(date(2025, 1, 1), None)])
        joins = town("91001", inhabitants=60_000)
        found = ways(
            applies(verband(stays, later, form=known)),
            criterion=ENOUGH_INHABITANTS,
            candidates=[joins],
        )
        assert (RemoveMember(stays), AddMembers([joins])) in found

    @pytest.mark.parametrize("candidates", [[town("91001", inhabitants=60_000)], []])
    def test_one_more_member_in_a_form_that_needs_two(self, candidates):
        """Of a call that asks for three members, or two of some form: one joins in that form."""
        call = evolve(CALL, minimum_members=3, minimum_members_welfare=2)
        application = applies(verband(town("90001", inhabitants=60_000)))
        found = ways(application, call=call, criterion=ENOUGH_MEMBERS, candidates=candidates)
        joins = AddMembers(candidates) if candidates else BringInhabitants(0, KEMPEN)
        assert (ChangeForm(WELFARE), joins) in found

    def test_one_who_may_be_alone_changes_what_nobody_joins_for(self):
        """One member of unknown form: with another channel it is as possible as before."""
        application = applies(verband(town(), form=None), channels=())
        found = ways(application, criterion=CHANNEL)
        assert {each for (each,) in found} == {ApplyThrough(each) for each in CALL.channels}

    def test_a_municipality_alone_takes_a_form_before_others_join(self):
        """Also where it is not said who joins: as it is it has no other members."""
        found = ways(applies(city(town(inhabitants=16_000))), criterion=ENOUGH_INHABITANTS)
        assert set(found) == {
            (ChangeForm(form), BringInhabitants(44_000, KEMPEN)) for form in CALL.partnership_forms
        }

    def test_one_member_needs_another(self):
        """One large member alone lacks a partner of any size, or the form that needs none."""
        application = applies(verband(town("90001", inhabitants=60_000)))
        tiny = town("91001", inhabitants=0)
        form, joins = ((ChangeForm(WELFARE),), (AddMembers([tiny]),))
        assert ways(application, candidates=[tiny]) == [form, joins]
        assert ways(application) == [form, (BringInhabitants(0, KEMPEN),)]


class TestCity:
    """A centrumstad may apply alone, without a lower bound (S10, S11)."""

    def test_the_others_leave_a_city(self):
        """With 59,999 in all the partners of a centrumstad leave, and it applies alone."""
        ghent = town("90001", inhabitants=40_000, is_centrumstad=True)
        small = town("90002", inhabitants=19_999)
        alone = (RemoveMember(small), ChangeForm(LegalForm.MUNICIPALITY))
        assert ways(applies(verband(ghent, small))) == [(BringInhabitants(1, KEMPEN),), alone]

    def test_a_city_that_is_alone_already(self):
        """A partnership of which a centrumstad alone is left takes the form of a municipality."""
        ghent = town("90001", inhabitants=40_000, is_centrumstad=True)
        assert (ChangeForm(LegalForm.MUNICIPALITY),) in ways(applies(verband(ghent)))

    def test_no_city_no_lonely_applicant(self):
        """A municipality alone that is no centrumstad takes another form and partners."""
        application = applies(city(town("90001", inhabitants=70_000)))
        partner = town("91001", inhabitants=1)
        found = ways(application, candidates=[partner])
        assert found[0] == (ChangeForm(WELFARE),)
        assert set(found[1:]) == {
            (ChangeForm(form), AddMembers([partner])) for form in CALL.partnership_forms - {WELFARE}
        }

    def test_three_partners_may_leave_and_not_four(self):
        """Within the bound of three the partners leave a city, beyond it they do not."""
        ghent = town("90001", inhabitants=10_000, is_centrumstad=True)
        four = [town(f"9100{n}", inhabitants=1_000) for n in range(4)]
        criterion = ELIGIBLE
        lonely = ways(applies(verband(ghent, *four[:3])), criterion=criterion)
        assert (*map(RemoveMember, four[:3]), ChangeForm(LegalForm.MUNICIPALITY)) in lonely
        beyond = ways(applies(verband(ghent, *four)), criterion=criterion)
        assert beyond == [(BringInhabitants(46_000, KEMPEN),)]
