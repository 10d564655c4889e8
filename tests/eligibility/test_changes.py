"""What each change does to an application and its portfolio, one by one."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.stories import (
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    PLAN,
    QUIET,
    applies,
    city,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.provenance import Provenance
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.changes import WaitUntil
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
    unclaimed_code,
)
from wselr_rules.errors import (
    InvalidCount,
    NotAMember,
    NotMunicipalityAlone,
    NoYears,
    OverlappingMemberships,
    WrongType,
    WrongValue,
)
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel

ONE, TWO = two_towns()
THREE = town("90003", inhabitants=5_000)
DAY_BEFORE = date(2024, 6, 30)
INTERLOCAL, WELFARE = LegalForm.INTERLOCAL_ASSOCIATION, LegalForm.WELFARE_ASSOCIATION
LR1 = PolicyPriority.DIRECTOR_ROLE


def alone(application):
    """Return the portfolio of this application alone."""
    return Portfolio([application], complete=True)


def after(change, application=None, *others):
    """Return application and portfolio after the change."""
    known = applies() if application is None else application
    return change.apply(known, Portfolio([known, *others], complete=True), QUIET)


def codes(application, day=QUIET):
    return [each.nis_code for each in application.regieverband.members_on(day)]


class TestMembers:
    """Who leaves, who joins, and whom another application gives up."""

    def test_a_member_leaves_on_that_day(self):
        """It is no member from that day on, and was one the day before."""
        application, portfolio = after(RemoveMember(TWO))
        assert codes(application) == ["90001"]
        assert codes(application, DAY_BEFORE) == ["90001", "90002"]
        assert portfolio["R"] == application

    def test_who_is_no_member_cannot_leave(self):
        """A municipality that is no member on that day is refused."""
        with pytest.raises(NotAMember):
            after(RemoveMember(THREE))

    def test_members_join_on_that_day(self):
        """They are members from that day on, and the figures are those that they come with."""
        application, portfolio = after(AddMembers([THREE, town("90004", inhabitants=1)]))
        assert codes(application) == ["90001", "90002", "90003", "90004"]
        assert codes(application, DAY_BEFORE) == ["90001", "90002"]
        assert application.regieverband.inhabitants_on(QUIET) == 85_001
        assert portfolio["R"] == application

    def test_nobody_joins_twice(self):
        """Ground that is a member's already is refused."""
        with pytest.raises(OverlappingMemberships):
            after(AddMembers([TWO]))

    @pytest.mark.parametrize("wrong", [(), None, "90001", (None,)])
    def test_at_least_one_municipality_joins(self, wrong):
        """None at all, and what is no municipality, is refused."""
        with pytest.raises((WrongType, WrongValue)):
            AddMembers(wrong)

    def test_another_application_gives_up_a_member(self):
        """The other one has it no more from that day on; this one stays as it is."""
        other = applies(verband(TWO, THREE, id="S"))
        application, portfolio = after(ReleaseMember(TWO, "S", "Regieverband S"), None, other)
        assert application == applies()
        assert codes(portfolio["S"]) == ["90003"]
        assert codes(portfolio["S"], DAY_BEFORE) == ["90002", "90003"]

    def test_a_city_that_began_that_day_cannot_be_given_up(self):
        """Of a municipality alone whose membership begins that day nothing would be left."""
        other = applies(city(Membership(TWO, QUIET), id="S"))
        with pytest.raises(NotMunicipalityAlone):
            after(ReleaseMember(TWO, "S", "Regieverband S"), None, other)

    def test_new_members_whoever_they_are(self):
        """A made-up member without a name stands for them, of a code that nobody has."""
        other = applies(verband(town("99999"), town("90005", territory={"99998"}), id="S"))
        application, portfolio = after(BringInhabitants(4_000, LIMBURG), None, other)
        (stand_in,) = application.regieverband.members_on(QUIET)[2:]
        assert (stand_in.nis_code, stand_in.name) == ("99997", "")
        assert (stand_in.inhabitants, stand_in.is_centrumstad) == (4_000, False)
        assert stand_in.region_on(QUIET) is LIMBURG
        assert portfolio["R"] == application

    def test_a_code_is_taken_also_by_who_left(self):
        """A code is not free as long as any member, at any time, has it."""
        left = Membership(town("99999"), LONG_AGO, date(2021, 1, 1))
        application = applies(verband(ONE, TWO, left))
        assert unclaimed_code(application, Portfolio([], complete=True)) == "99998"
        assert unclaimed_code(applies(), alone(applies())) == "99999"

    @pytest.mark.parametrize("wrong", [-1, True, 1.0, None, "1"])
    def test_inhabitants_are_a_count(self, wrong):
        """Anything but a whole number of at least 0 is refused."""
        with pytest.raises(InvalidCount):
            BringInhabitants(wrong, KEMPEN)

    @pytest.mark.parametrize(
        ("kind", "arguments"),
        [
            (RemoveMember, ("90001",)),
            (ReleaseMember, (None, "S", "S")),
            (ReleaseMember, (ONE, 1, "S")),
            (ReleaseMember, (ONE, "S", None)),
            (BringInhabitants, (1, "kempen")),
            (ChangeForm, ("gemeente",)),
            (ObtainDerogation, ("2024-07-01",)),
            (ApplyThrough, ("Platos",)),
            (AddActions, ("WSE-LR1", (2023,))),
            (AddActions, (LR1, ("2023",))),
            (WaitUntil, (None,)),
        ],
    )
    def test_wrong_types_are_refused(self, kind, arguments):
        """Nothing is coerced."""
        with pytest.raises(WrongType):
            kind(*arguments)

    @pytest.mark.parametrize(
        ("make", "error"),
        [
            (
                lambda: AddMembers([]),
                WrongValue("AddMembers.municipalities", "at least one", ()),
            ),
            (
                lambda: AddActions(LR1, (2023,), number=0),
                WrongValue("AddActions.number", "a whole number of at least 1", 0),
            ),
            (
                lambda: BringInhabitants(-1, KEMPEN),
                InvalidCount("BringInhabitants", "at_least", -1),
            ),
        ],
        ids=["AddMembers", "AddActions", "BringInhabitants"],
    )
    def test_a_refusal_names_what_is_refused(self, make, error):
        """It tells the field, what was expected of it and what was given."""
        with pytest.raises(type(error)) as refused:
            make()
        assert str(refused.value) == str(error)

    def test_who_plans_is_a_municipality(self):
        """A code instead of the municipality in whose plan they stand is refused."""
        with pytest.raises(WrongType):
            AddActions(LR1, (2023,), planned_by="90001")


class TestApplicant:
    """The legal form, a deviation, the plan and the channel."""

    @pytest.mark.parametrize(
        ("known", "expected"),
        [
            (INTERLOCAL, History(INTERLOCAL, [(QUIET, WELFARE)])),
            (None, History(None, [(QUIET, WELFARE)])),
            (
                History(None, [(LONG_AGO, INTERLOCAL), (date(2025, 1, 1), LegalForm.OTHER)]),
                History(None, [(LONG_AGO, INTERLOCAL), (QUIET, WELFARE)]),
            ),
            (History(WELFARE, [(QUIET, INTERLOCAL)]), History(WELFARE)),
        ],
    )
    def test_a_form_holds_from_that_day_on(self, known, expected):
        """What was before stays; what was foreseen for that day or later does not come."""
        application, portfolio = after(ChangeForm(WELFARE), applies(verband(form=known)))
        assert application.regieverband.legal_form == expected
        assert portfolio["R"] == application

    def test_only_who_is_alone_becomes_a_municipality(self):
        """The form of a municipality is refused for two members."""
        with pytest.raises(NotMunicipalityAlone):
            after(ChangeForm(LegalForm.MUNICIPALITY))

    @pytest.mark.parametrize("known", [None, ()])
    def test_a_deviation_without_an_end(self, known):
        """It begins on its day; of deviations that are not known there is at least this one."""
        application, portfolio = after(ObtainDerogation(QUIET), applies(verband(derogations=known)))
        assert application.regieverband.derogations == (Derogation(QUIET),)
        assert portfolio["R"] == application

    def test_a_deviation_stands_beside_earlier_ones(self):
        """What was granted before stays granted."""
        earlier = Derogation(LONG_AGO, date(2021, 1, 1))
        application, _ = after(ObtainDerogation(QUIET), applies(verband(derogations=(earlier,))))
        assert application.regieverband.derogations == (earlier, Derogation(QUIET))

    def test_actions_stand_beside_those_of_the_plan(self):
        """They get ids of their own, and fill their cells as often as asked."""
        full = evolve(PLAN, actions=[evolve(PLAN.actions[0], id="1"), *PLAN.actions[1:]])
        change = AddActions(LR1, (2024, 2023), number=2, planned_by=ONE)
        application, portfolio = after(change, applies(plan=full))
        assert application.plan.actions[:4] == full.actions
        assert [each.id for each in application.plan.actions[4:]] == ["2", "3"]
        assert {each.planned_by for each in application.plan.actions[4:]} == {"90001"}
        assert [application.plan.covered(LR1, year) for year in (2023, 2024, 2025)] == [3, 3, 1]
        assert portfolio["R"] == application

    def test_a_plan_that_is_not_known_has_at_least_these(self):
        """Added to a plan that is not known, they are what is known of it."""
        application, _ = after(AddActions(LR1, (2023,)), applies(plan=None))
        (action,) = application.plan.actions
        assert action.id == "1"
        assert (action.code, action.years, action.planned_by) == (LR1, {2023}, None)

    def test_a_channel_more(self):
        """It came through this channel too, whatever others there were."""
        plan, platos = SubmissionChannel.MULTI_ANNUAL_PLAN, SubmissionChannel.PLATOS
        application, portfolio = after(ApplyThrough(plan))
        assert application.channels == {plan, platos}
        assert portfolio["R"] == application
        assert after(ApplyThrough(plan), applies(channels=None))[0].channels == {plan}

    @pytest.mark.parametrize("number", [0, -1, True, 1.5])
    def test_at_least_one_action(self, number):
        """No action at all, and what is no number, is refused."""
        with pytest.raises(WrongValue):
            AddActions(LR1, (2023,), number=number)

    def test_actions_have_years(self):
        """Actions of no year are refused."""
        with pytest.raises(NoYears):
            AddActions(LR1, ())


def test_an_empty_plan_is_filled():
    """A plan without any action gets actions like any other."""
    application, _ = after(AddActions(LR1, (2023,)), applies(plan=ActionPlan(())))
    assert application.plan.covered(LR1, 2023) == 1


@pytest.mark.parametrize(
    ("change", "facts", "left"),
    [
        (ChangeForm(WELFARE), {"legal_form", "recognised_on"}, {"recognised_on"}),
        (ObtainDerogation(QUIET), {"derogations", "legal_form"}, {"legal_form"}),
        (AddActions(LR1, (2023,)), {"plan", "channels"}, {"channels"}),
        (ApplyThrough(SubmissionChannel.PLATOS), {"plan", "channels"}, {"plan"}),
    ],
)
def test_what_is_changed_has_no_source(change, facts, left):
    """Where a fact comes from is no longer told once a change made it another one."""
    told = dict.fromkeys(sorted(facts), Provenance("a letter"))
    of_body = "legal_form" in facts
    known = applies(
        verband(provenance=told) if of_body else None, **({} if of_body else {"provenance": told})
    )
    application, _ = after(change, known)
    owner = application.regieverband if of_body else application
    assert set(owner.provenance) == left
