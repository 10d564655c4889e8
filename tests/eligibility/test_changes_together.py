"""Changes one after the other, and what each touches."""

from __future__ import annotations

import pytest
from tests.eligibility.stories import (
    KEMPEN,
    QUIET,
    applies,
    town,
    two_towns,
)

from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.changes import TouchesNobody, WaitUntil, apply_all
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)
from wselr_rules.errors import (
    NotMunicipalityAlone,
)
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel

ONE, TWO = two_towns()
THREE = town("90003", inhabitants=5_000)
WELFARE = LegalForm.WELFARE_ASSOCIATION
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


class TestAll:
    """Changes one after the other."""

    def test_to_wait_changes_nothing(self):
        """Application and portfolio stay what they are."""
        assert after(WaitUntil(QUIET)) == (applies(), alone(applies()))

    def test_changes_are_made_one_by_one(self):
        """Two leave and the one that is left applies alone: no other order would do."""
        changes = (RemoveMember(TWO), ChangeForm(LegalForm.MUNICIPALITY))
        application, portfolio = apply_all(changes, applies(), alone(applies()), QUIET)
        assert codes(application) == ["90001"]
        assert application.regieverband.legal_form_on(QUIET) is LegalForm.MUNICIPALITY
        assert portfolio["R"] == application
        with pytest.raises(NotMunicipalityAlone):
            apply_all(reversed(changes), applies(), alone(applies()), QUIET)

    def test_who_stands_in_no_portfolio_is_put_in_none(self):
        """A portfolio without the application stays without it."""
        empty = Portfolio([], complete=True)
        changes = (RemoveMember(TWO), ApplyThrough(SubmissionChannel.MULTI_ANNUAL_PLAN))
        application, portfolio = apply_all(changes, applies(), empty, QUIET)
        assert codes(application) == ["90001"]
        assert portfolio == empty

    @pytest.mark.parametrize(
        ("change", "touched"),
        [
            (WaitUntil(QUIET), (0, 0)),
            (RemoveMember(THREE), (1, 5_000)),
            (ReleaseMember(THREE, "S", "S"), (1, 5_000)),
            (AddMembers([THREE, ONE]), (2, 45_000)),
            (AddMembers([town("90009", inhabitants=None, job_seekers=7)]), (1, 7)),
            (BringInhabitants(4_000, KEMPEN), (1, 4_000)),
            (ChangeForm(WELFARE), (0, 0)),
            (ObtainDerogation(QUIET), (0, 0)),
            (AddActions(LR1, (2023,)), (0, 0)),
            (ApplyThrough(SubmissionChannel.PLATOS), (0, 0)),
        ],
    )
    def test_what_it_touches(self, change, touched):
        """Municipalities that join, leave or are given up, and their known inhabitants."""
        assert change.touched == touched
        assert isinstance(change, TouchesNobody) == (touched == (0, 0))
