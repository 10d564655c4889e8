"""Where a reading gives no verdict, and what no reading can mend."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.stories import CALL, MET, NOT_MET, QUIET, applies, reading, town, verband
from tests.scenarios.calls_told import known
from tests.scenarios.sensitive import across, across_in_one_region, sensitive, turns

from wselr_rules.decision import assess
from wselr_rules.errors import (
    AmbiguousApplication,
    DateOutsideCall,
    MunicipalityNotOfTheDay,
    WrongType,
)
from wselr_rules.law.readings import NewDeadline
from wselr_rules.scenarios.choices import Obstacle, Outcome
from wselr_rules.scenarios.sensitivity import sensitivity

SUBMITTED_TOO_EARLY = Outcome(None, obstacle=Obstacle.SUBMITTED_OUTSIDE_CALL)


class TestNoVerdict:
    """A reading under which nothing can be said is an outcome too."""

    #: The day before the first that the call has rules for.
    early = across_in_one_region(submitted_on=date(2022, 4, 28))

    def test_a_submission_before_the_call(self):
        """Only the reading that asks the day of submission (I05) gives no verdict."""
        found = sensitive(self.early)
        assert found.outcomes == (Outcome(MET), SUBMITTED_TOO_EARLY)
        assert turns(found) == {(frozenset({"I05 at-submission"}), None)}

    def test_without_a_member(self):
        """Nobody is judged by that day then: refused under every reading, and so says assess."""
        nobody = evolve(self.early, regieverband=verband().without_member("90001", QUIET))
        nobody = evolve(nobody, regieverband=nobody.regieverband.without_member("90002", QUIET))
        assert sensitive(nobody).outcomes == (Outcome(NOT_MET),)
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        assert assess(nobody, on=QUIET, call=call, portfolio=known()).verdict is NOT_MET

    def test_a_call_that_reads_so_itself(self):
        """Under that reading there is no verdict, and under another one there is."""
        found = sensitive(self.early, call=reading(new_deadline=NewDeadline.AT_SUBMISSION))
        assert found.outcome == SUBMITTED_TOO_EARLY
        assert turns(found) == {
            (frozenset({"I05 from-the-day"}), MET),
            (frozenset({"I05 incurable"}), MET),
        }


class TestRefused:
    """What no reading can mend is an error."""

    def test_a_day_of_no_rule(self):
        """A day after 2026 is refused."""
        with pytest.raises(DateOutsideCall):
            sensitive(applies(), on=date(2027, 1, 1))

    def test_a_member_that_merged(self):
        """A code that does not exist on the assessed day is refused."""
        merged = town("44012", name="De Pinte", territory={"44012"})
        with pytest.raises(MunicipalityNotOfTheDay):
            sensitive(applies(verband(merged, town("90001"))), on=date(2025, 1, 1))

    def test_two_applications_with_one_id(self):
        """Another application with its id in the portfolio leaves open which one is meant."""
        with pytest.raises(AmbiguousApplication):
            sensitivity(applies(), on=QUIET, call=CALL, portfolio=known(applies(plan=None)))

    def test_one_that_is_not_in_the_portfolio(self):
        """Whether the portfolio holds it makes no difference."""
        assert sensitivity(across(), on=QUIET, call=CALL, portfolio=known()) == sensitive(across())

    @pytest.mark.parametrize("portfolio", [None, (), "all"])
    def test_without_a_portfolio(self, portfolio):
        """The other applications decide, so they are not left out."""
        with pytest.raises(WrongType) as caught:
            sensitivity(applies(), on=QUIET, call=CALL, portfolio=portfolio)
        assert str(caught.value) == f"portfolio: expected a Portfolio, got {portfolio!r}"

    def test_a_call_without_a_year(self):
        """Amounts belong to a plan year."""
        with pytest.raises(WrongType) as caught:
            sensitivity(known(applies()), on=QUIET, call=CALL)
        assert str(caught.value) == "year: expected a plan year, got None"

    def test_neither_an_application_nor_a_portfolio(self):
        """Something else is no subject."""
        with pytest.raises(WrongType) as caught:
            sensitivity("R", on=QUIET, call=CALL, year=2023)
        assert str(caught.value) == "subject: expected an Application or a Portfolio, got 'R'"
