"""Facts that are told fill only what is not known."""

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
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility.completion import changing, completed, completed_portfolio, filled
from wselr_rules.law.terms import LegalForm

MAY, JUNE = date(2024, 5, 1), date(2024, 6, 1)
MEMBER = "regieverband.memberships[{}].municipality.{}"


class TestOverTime:
    """What is known stays, stretch by stretch."""

    @pytest.mark.parametrize(
        ("known", "told", "expected"),
        [
            (None, "a", "a"),
            ("k", "a", "k"),
            (None, History("a", [(MAY, "b")]), History("a", [(MAY, "b")])),
            (History(None, [(MAY, "k")]), "a", History("a", [(MAY, "k")])),
            (History("k", [(MAY, None)]), "k", "k"),
            (
                History("k", [(MAY, None)]),
                History("a", [(JUNE, "b")]),
                History("k", [(MAY, "a"), (JUNE, "b")]),
            ),
            (
                History("k", [(MAY, None), (JUNE, "k")]),
                "a",
                History("k", [(MAY, "a"), (JUNE, "k")]),
            ),
        ],
    )
    def test_only_unknown_stretches_are_filled(self, known, told, expected):
        """A value or a history is told, and holds where nothing was known."""
        assert filled(known, told) == expected

    def test_changes_that_change_nothing_are_left_out(self):
        """So a value that never changes is no history."""
        assert changing("a", [(MAY, "a"), (JUNE, "b")]) == History("a", [(JUNE, "b")])
        assert changing("a", []) == "a"


class TestApplication:
    """Each fact where it stands."""

    def test_facts_of_the_application(self):
        """Form, recognition, deviations, plan, channels and the day of submission."""
        case = applies(
            verband(form=None, recognised_on=None, derogations=None), plan=None, channels=None
        )
        told = completed(
            case,
            {
                "regieverband.legal_form": LegalForm.OTHER,
                "regieverband.recognised_on": NEVER,
                "regieverband.derogations": (),
                "plan": PLAN,
                "channels": frozenset(),
                "submitted_on": QUIET,
                "portfolio.complete": True,
            },
        )
        body = verband(form=LegalForm.OTHER, recognised_on=NEVER, derogations=())
        assert told == applies(body, plan=PLAN, channels=set(), submitted_on=QUIET)

    def test_what_is_known_of_the_body_stays(self):
        """A form is told where it was not known, and nowhere else."""
        form = History(LegalForm.INTERLOCAL_ASSOCIATION, [(MAY, None)])
        told = completed(applies(verband(form=form)), {"regieverband.legal_form": LegalForm.OTHER})
        assert told.regieverband.legal_form == evolve(form, changes=[(MAY, LegalForm.OTHER)])

    def test_facts_of_a_member(self):
        """Two facts of one member, with and without a memory of those made before."""
        case = applies(verband(*two_towns(inhabitants=None, is_centrumstad=None)))
        facts = {MEMBER.format(1, "inhabitants"): 7, MEMBER.format(1, "is_centrumstad"): True}
        told = verband(
            *two_towns(
                inhabitants=7, is_centrumstad=True, working_age_population=None, job_seekers=None
            )
        )
        made = {}
        assert completed(case, facts) == completed(case, facts, made) == applies(told)
        assert completed(case, facts, made) == applies(told)
        assert completed(case, {}) == case

    def test_a_region_is_told_of_a_municipality_wherever_it_stands(self):
        """Another fact of the same municipality is told of one membership."""
        again = town("90002", reference_region=History(None, [(MAY, LIMBURG)]), inhabitants=None)
        body = verband(town(), Membership(again, LONG_AGO, MAY), Membership(again, JUNE))
        told = completed(
            applies(body),
            {MEMBER.format(1, "reference_region"): KEMPEN, MEMBER.format(2, "inhabitants"): 5},
        )
        first, one, two = (each.municipality for each in told.regieverband.memberships)
        assert first == town()
        assert one.reference_region == two.reference_region == History(KEMPEN, [(MAY, LIMBURG)])
        assert (one.inhabitants, two.inhabitants) == (None, 5)

    def test_in_whose_plan_an_action_stands(self):
        """The others stay as they are."""
        told = completed(applies(), {"plan.actions[1].planned_by": "90001"})
        assert [action.planned_by for action in told.plan.actions] == [None, "90001", None, None]
        assert isinstance(told.plan, ActionPlan)


class TestPortfolio:
    """The facts of other applications."""

    def test_recognition_of_another(self):
        """Only that of the one that is meant."""
        known = Portfolio([applies(), applies(verband(id="S", recognised_on=None))], complete=None)
        path = "portfolio.applications[1].regieverband.recognised_on"
        told = completed_portfolio(known, {path: QUIET, "plan": PLAN})
        assert told.complete is None
        assert told["S"].regieverband.recognised_on == QUIET
        assert told["R"] == known["R"]

    def test_whether_there_are_others(self):
        """There are none, or there is this one."""
        known = Portfolio([applies()], complete=False)
        assert completed_portfolio(known, {"portfolio.complete": True}) == Portfolio(
            [applies()], complete=True
        )
        other = applies(verband(id="S"))
        assert completed_portfolio(known, {"portfolio.complete": other}) == Portfolio(
            [applies(), other], complete=True
        )
