"""A decision on one application."""

from __future__ import annotations

from datetime import date

import html5lib
import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from tests.eligibility.stories import (
    CALL,
    LIMBURG,
    MET,
    NOT_MET,
    QUIET,
    UNKNOWN,
    applies,
    real,
    town,
    two_towns,
    verband,
)

from wselr_rules.decision import assess
from wselr_rules.domain.application import Portfolio
from wselr_rules.errors import AmbiguousApplication, DateOutsideCall, MunicipalityNotOfTheDay
from wselr_rules.render.audience import Audience

ACROSS = verband(*two_towns(reference_region=LIMBURG))


def decided(application, *others, on=QUIET, call=CALL, complete=True):
    """Return the decision on an application, among these others."""
    portfolio = Portfolio((application, *others), complete=complete)
    return assess(application, on=on, call=call, portfolio=portfolio)


class TestAssess:
    """Whether one application may be approved."""

    def test_verdict_finding_and_day(self):
        """The decision holds who, when, and the whole finding; its verdict is the finding's."""
        decision = decided(applies())
        assert (decision.application_id, decision.on) == ("R", QUIET)
        assert decision.verdict is decision.finding.verdict is MET
        assert decision.finding.criterion == "eligible"
        assert decision.missing == decision.refusals == decision.conflicts == ()

    def test_it_need_not_stand_in_the_portfolio(self):
        """Whether the portfolio holds the application itself makes no difference."""
        case = applies()
        alone = assess(case, on=QUIET, call=CALL, portfolio=Portfolio((), complete=True))
        assert alone == decided(case)

    def test_another_one_with_its_id_is_ambiguous(self):
        """An id stands for one application; another one under it is refused."""
        case = applies()
        other = Portfolio([evolve(case, channels=())], complete=True)
        with pytest.raises(AmbiguousApplication, match="R"):
            assess(case, on=QUIET, call=CALL, portfolio=other)

    def test_a_day_of_no_rule_and_a_member_of_the_past_are_refused(self):
        """Before the order; and Tielt of 2024 on a day in 2025, also as a member of another."""
        with pytest.raises(DateOutsideCall):
            decided(applies(), on=date(2022, 4, 28))
        merged = applies(verband(real("Tielt"), id="other"))
        for one, other in ((merged, applies()), (applies(), merged)):
            with pytest.raises(MunicipalityNotOfTheDay):
                decided(one, other, on=date(2025, 1, 1))

    def test_refusals_are_the_rules_that_make_it_fail(self):
        """A partnership is not refused for being no centrumstad, and every ground is told."""
        case = applies(ACROSS, channels=())
        refusals = [each.criterion for each in decided(case, on=date(2026, 1, 1)).refusals]
        assert refusals == ["reference-region", "channel"]
        small = applies(verband(town(), town("90002", inhabitants=0)))
        refusals = [each.criterion for each in decided(small).refusals]
        assert refusals == ["enough-inhabitants", "centrumstad-alone"]

    def test_an_undecided_one_is_not_refused(self):
        """A rule that is not met on a way that is not needed is no ground of refusal."""
        decision = decided(applies(channels=None))
        assert decision.verdict is UNKNOWN
        assert decision.refusals == ()
        assert [each.fact for each in decision.missing] == ["channels"]

    def test_duties_not_yet_in_force_are_told(self):
        """Until 1/1/2026 an existing one across regions is eligible, with a duty that comes."""
        (duty,) = decided(applies(ACROSS), on=date(2025, 12, 31)).obligations
        assert duty.criterion == "reference-region"
        assert duty.due == date(2026, 1, 1)
        assert decided(applies(ACROSS), on=date(2026, 1, 1)).obligations == ()

    @pytest.mark.parametrize(
        ("on", "readings"),
        [
            # Its duty of S14 is not yet in force, and every member has a plan of its own by I14.
            (date(2025, 12, 31), {"I04": "on-the-day", "I14": "application"}),
            (date(2026, 1, 1), {"I04": "on-the-day"}),
            (date(2026, 1, 2), {}),
        ],
    )
    def test_it_lists_only_the_readings_that_it_rests_on(self, on, readings):
        """Across regions: by which reading it is eligible, refused a day early, or for good."""
        assert dict(decided(applies(ACROSS), on=on).readings) == readings

    def test_a_refusal_that_rests_on_no_reading_lists_none(self):
        """Through no accepted channel: whatever else is read how, it is refused."""
        decision = decided(applies(ACROSS, channels=()), on=date(2026, 1, 1))
        assert decision.finding["reference-region"].readings
        assert dict(decision.readings) == {}

    def test_a_conflict_is_one_value_in_every_finding(self):
        """The same conflict stands in the decision on each of the two."""
        one = applies(verband(id="one"))
        other = applies(verband(town("90002"), town("90003"), id="other"))
        mine, yours = decided(one, other), decided(other, one)
        assert mine.verdict is yours.verdict is NOT_MET
        assert mine.conflicts == yours.conflicts
        assert mine.conflicts[0].application_ids == ("one", "other")

    def test_in_words(self):
        """Its text is that of the finding; str is the English one; HTML and Markdown too."""
        decision = decided(applies())
        assert decision.text("nl") == decision.finding.text("nl")
        assert str(decision) == decision.text("en") == str(decision.finding)
        assert decision._repr_markdown_() == decision.finding._repr_markdown_()
        html5lib.HTMLParser(strict=True).parseFragment(decision._repr_html_())

    @pytest.mark.parametrize("audience", Audience)
    def test_in_words_for_either_audience(self, audience):
        """The applicant is told no more than by the finding, and the file no less."""
        decision = decided(applies(channels=()))
        assert decision.text("nl", audience) == decision.finding.text("nl", audience)

    def test_it_is_a_value(self):
        """Equal, hashable and unchangeable."""
        one, other = decided(applies()), decided(applies())
        assert one == other
        assert hash(one) == hash(other)
        with pytest.raises(FrozenInstanceError):
            one.on = QUIET
