"""Between two neighbouring dates that a criterion names, its verdict does not change."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    CALL,
    LIMBURG,
    LONG_AGO,
    QUIET,
    applies,
    around,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.rules import ELIGIBLE, ONE_REGIEVERBAND, PLAN, REFERENCE_REGION, RULES
from wselr_rules.law.readings import Existing, ExistingDeadline, PlanHolder
from wselr_rules.law.terms import LegalForm

CRITERIA = (*RULES, ELIGIBLE)


def _stretches(named):
    """Return first and last day of each stretch of assessable days without a named date."""
    starts = sorted({worlds.FIRST, *(day for day in named if worlds.FIRST < day <= worlds.LAST)})
    ends = [*(day - worlds.DAY for day in starts[1:]), worlds.LAST]
    return list(zip(starts, ends, strict=True))


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.id)
@settings(max_examples=examples(60))
@given(data=st.data(), portfolio=worlds.portfolios(), call=worlds.calls())
def test_nothing_changes_between_named_dates(criterion, data, portfolio, call):
    """First, last and any day between of a stretch without a named date agree."""
    application = portfolio.applications[0]
    context = Context(worlds.FIRST, call=call, portfolio=portfolio)
    verdicts = set()
    for first, last in _stretches(criterion.dates(application, context)):
        between = data.draw(st.dates(first, last))
        answers = {
            criterion.verdict(application, evolve(context, on=day))
            for day in {first, between, last}
        }
        assert len(answers) == 1, (first, between, last)
        verdicts |= answers
    event(f"{criterion.id}: {len(verdicts)} verdicts")


@settings(max_examples=examples(50))
@given(worlds.portfolios(), worlds.calls(), worlds.days(), worlds.days())
def test_the_dates_do_not_depend_on_the_day(portfolio, call, one, other):
    """The dates are the same whatever day is assessed."""
    application = portfolio.applications[0]
    for criterion in CRITERIA:
        named = {
            criterion.dates(application, Context(on, call=call, portfolio=portfolio))
            for on in (one, other)
        }
        assert len(named) == 1


class TestNamed:
    """What the dates are, by the turns of the text and of the case."""

    def test_those_of_the_whole_are_those_of_its_parts(self):
        """The dates of ELIGIBLE are the union of those of the rules."""
        application = applies()
        context = around(application)
        parts = [rule.dates(application, context) for rule in RULES]
        assert ELIGIBLE.dates(application, context) == frozenset().union(*parts)

    def test_the_deadlines_of_the_text(self):
        """1/1/2023 and 1/1/2026 stand among the dates of the region rule."""
        application = applies()
        named = REFERENCE_REGION.dates(application, around(application))
        assert {date(2023, 1, 1), date(2026, 1, 1)} <= named

    def test_the_readings_move_them(self):
        """The 2 January 2026 of I04, and the 1 January 2023 of I01."""
        call = reading(
            existing_deadline=ExistingDeadline.DAY_AFTER, existing=Existing.BEFORE_EFFECT
        )
        application = applies()
        named = REFERENCE_REGION.dates(application, around(application, call=call))
        assert date(2026, 1, 2) in named
        assert date(2026, 1, 1) not in named

    def test_everything_that_happens_to_it(self):
        """Memberships, regions, forms, deviations and recognition are all named."""
        days = [date(2024, 1, day) for day in range(1, 9)]
        mover = town("90003", reference_region=History(LIMBURG, [(days[2], worlds.REGIONS[0])]))
        application = applies(
            verband(
                *two_towns(),
                Membership(mover, days[0], days[1]),
                form=History(
                    LegalForm.WELFARE_ASSOCIATION, [(days[3], LegalForm.PROJECT_ASSOCIATION)]
                ),
                derogations=[Derogation(days[4], days[5])],
                recognised_on=days[6],
            ),
            submitted_on=days[7],
        )
        assert set(days) <= ELIGIBLE.dates(application, around(application))

    def test_what_happens_to_others(self):
        """Own ground that joins or leaves another application is a date of exclusivity."""
        joins = Membership(town("90002"), date(2024, 3, 1), date(2024, 4, 1))
        elsewhere = Membership(town("90009"), date(2024, 5, 1), date(2024, 6, 1))
        other = applies(verband(town("90008"), joins, elsewhere, id="other", recognised_on=NEVER))
        application = applies()
        named = ONE_REGIEVERBAND.dates(application, around(application, others=[other]))
        assert {LONG_AGO, date(2024, 3, 1), date(2024, 4, 1)} == named

    def test_members_are_dates_of_the_plan_where_each_has_its_own(self):
        """Who joins or leaves matters to the plan only by I14 EACH_MEMBER."""
        joins = Membership(town("90003"), date(2024, 3, 1), date(2024, 4, 1))
        application = applies(verband(*two_towns(), joins))
        by_member = reading(plan_holder=PlanHolder.EACH_MEMBER)
        assert PLAN.dates(application, around(application)) == frozenset()
        named = PLAN.dates(application, around(application, call=by_member))
        assert named == {LONG_AGO, date(2024, 3, 1), date(2024, 4, 1)}

    def test_a_quiet_case_changes_on_deadlines_only(self):
        """One across two regions, existing, is met up to 2026 and never again."""
        application = applies(verband(*two_towns(reference_region=LIMBURG)))
        days = [date(2022, 4, 29), QUIET, date(2025, 12, 31), date(2026, 1, 1)]
        answers = [ELIGIBLE.verdict(application, around(application, on)).value for on in days]
        assert answers == ["met", "met", "met", "not-met"]
        assert CALL.existing_fits_from == days[-1]
