"""Waiting, one rule alone, and what is no question for a remedy."""

from __future__ import annotations

from datetime import date

import pytest
from tests.eligibility.remedied import remedied, ways
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    MET,
    NOT_MET,
    QUIET,
    applies,
    city,
    real,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.eligibility.applicant_changes import (
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.changes import WaitUntil
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.member_changes import (
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)
from wselr_rules.eligibility.remedies import remedies
from wselr_rules.eligibility.rules import (
    CHANNEL,
    ELIGIBLE,
    ENOUGH_MEMBERS,
    REFERENCE_REGION,
)
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import AmbiguousApplication, DateOutsideCall
from wselr_rules.law.terms import LegalForm

FIRST_OF_2026 = date(2026, 1, 1)
WELFARE = LegalForm.WELFARE_ASSOCIATION


class TestWaiting:
    """Nothing changes but the day."""

    def test_until_a_member_joins(self):
        """A member that joins next year makes it large enough; until then others must."""
        joins = Membership(town("90003", inhabitants=4_000), date(2025, 3, 1))
        application = applies(verband(*two_towns(inhabitants=16_000), joins))
        found = remedied(application)
        assert [each.changes for each in found] == [
            (WaitUntil(date(2025, 3, 1)),),
            (BringInhabitants(4_000, KEMPEN),),
        ]
        assert [each.on for each in found] == [date(2025, 3, 1), QUIET]
        assert [each.verdict for each in found] == [MET, MET]
        assert found[0].apply(application, Portfolio([], complete=True))[0] == application

    def test_until_another_leaves_and_only_the_first_day(self):
        """The other one loses it on 1 June 2025: that day, and none after it."""
        leaving = Membership(town("90002"), LONG_AGO, date(2025, 6, 1))
        other = applies(verband(leaving, town("91001"), id="S"))
        later = Membership(town("90004"), date(2025, 9, 1))
        (wait, *_) = ways(applies(verband(*two_towns(), later)), others=[other])
        assert wait == (WaitUntil(date(2025, 6, 1)),)

    def test_not_beyond_the_call(self):
        """A day after the last one that the call has rules for is not waited for."""
        leaving = Membership(town("90002"), LONG_AGO, date(2027, 1, 1))
        other = applies(verband(leaving, town("91001"), id="S"))
        found = ways(applies(), others=[other])
        assert (WaitUntil(date(2027, 1, 1)),) not in found
        assert len(found) == 2

    def test_to_the_last_day_of_the_call(self):
        """The last day that the call has rules for is waited for."""
        last = date(2026, 12, 31)
        leaving = Membership(town("90002"), LONG_AGO, last)
        other = applies(verband(leaving, town("91001"), id="S"))
        assert (WaitUntil(last),) in ways(applies(), others=[other])

    def test_a_merger_ends_the_waiting(self):
        """Once a member has merged the application as it stands cannot be assessed."""
        borsbeek = real("Borsbeek", on=date(2024, 7, 1), inhabitants=30_000)
        boechout = real("Boechout", on=date(2024, 7, 1), inhabitants=30_000)
        leaving = Membership(boechout, LONG_AGO, date(2025, 6, 1))
        other = applies(verband(leaving, town("91001"), id="S"))
        found = ways(applies(verband(borsbeek, boechout)), others=[other])
        assert not any(isinstance(each, WaitUntil) for changes in found for each in changes)

    def test_who_names_no_dates_is_not_waited_for(self):
        """A criterion that does not name its dates is remedied without waiting."""

        def has_three_members(application, context):
            return Finding(Verdict.of(len(context.members(application)) >= 3), "three")

        joins = Membership(town("90003"), date(2025, 3, 1))
        application = applies(verband(*two_towns(), joins))
        for dates, expected in ((None, []), (lambda _a, _c: [date(2025, 3, 1)], [WaitUntil])):
            criterion = Criterion("three", has_three_members, dates=dates)
            found = ways(application, criterion=criterion)
            assert [type(each) for each, *_ in found] == [*expected, BringInhabitants]


class TestOneRuleAlone:
    """Where one rule is asked for, a remedy says what else it breaks."""

    def test_who_leaves_is_missed_elsewhere(self):
        """To fit one region a member leaves, and then there are too few inhabitants."""
        across = verband(*two_towns(reference_region=LIMBURG))
        found = remedied(applies(across), FIRST_OF_2026, criterion=REFERENCE_REGION)
        assert [(type(each.changes[0]), each.breaks) for each in found] == [
            (ObtainDerogation, ()),
            (RemoveMember, ("enough-members", "enough-inhabitants")),
            (RemoveMember, ("enough-members", "enough-inhabitants")),
        ]

    def test_what_was_not_met_is_not_broken(self):
        """A rule that failed before is not said to be broken."""
        across = verband(*two_towns(reference_region=LIMBURG, inhabitants=1))
        found = remedied(applies(across), FIRST_OF_2026, criterion=REFERENCE_REGION)
        assert {each.breaks for each in found} == {()}

    def test_another_way_to_apply_breaks_nothing(self):
        """A centrumstad alone that becomes a partnership meets that part in another way."""
        ghent = applies(city(town("90001", inhabitants=70_000, is_centrumstad=True)))
        found = remedied(ghent, criterion=ENOUGH_MEMBERS)
        assert (found[0].changes, found[0].breaks) == ((ChangeForm(WELFARE),), ())

    def test_a_channel_breaks_nothing(self):
        """What touches nothing else says that it breaks nothing."""
        found = remedied(applies(channels=()), criterion=CHANNEL)
        assert [each.breaks for each in found] == [(), ()]


class TestRefusals:
    """What is no question that can be answered."""

    def test_another_one_of_the_same_id(self):
        """A portfolio with another application of that id is refused."""
        portfolio = Portfolio([applies(channels=())], complete=True)
        with pytest.raises(AmbiguousApplication):
            remedies(ELIGIBLE, applies(), on=QUIET, call=CALL, portfolio=portfolio)

    def test_a_day_without_rules(self):
        """A day for which the call has no rules is refused."""
        with pytest.raises(DateOutsideCall):
            remedied(applies(), date(2027, 1, 1))

    def test_one_that_stands_in_no_portfolio(self):
        """An application outside the portfolio is remedied among those that are in it."""
        other = applies(verband(town("90002"), town("91001"), id="S"))
        portfolio = Portfolio([other], complete=True)
        found = remedies(ELIGIBLE, applies(), on=QUIET, call=CALL, portfolio=portfolio)
        assert (ReleaseMember(town("90002"), "S", "Regieverband S"),) in [
            each.changes for each in found
        ]
        application, after = found[0].apply(applies(), portfolio)
        assert application.id not in after

    def test_met_already(self):
        """Nothing is told where it is met, and the finding says so."""
        found = remedied(applies(verband(derogations=(Derogation(LONG_AGO),))))
        assert (len(found), found.before.verdict, found.is_complete) == (0, MET, True)
        assert remedied(applies(channels=())).before.verdict is NOT_MET
