"""Real applicants of the register, told over the years of the call."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.stories import CALL, LONG_AGO, applies, verband
from tests.eligibility.times import over, told

from wselr_rules.domain import flanders
from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.events import EventKind
from wselr_rules.eligibility.rules import REFERENCE_REGION
from wselr_rules.eligibility.timeline import timelines
from wselr_rules.errors import MunicipalityNotOfTheDay

YEARS = {"start": date(2023, 1, 1), "end": date(2027, 1, 1)}
W13 = (
    "Anzegem, Avelgem, Deerlijk, Harelbeke, Kortrijk, Kuurne, Lendelede, Menen, Spiere-Helkijn, "
    "Waregem, Wervik, Wevelgem, Wielsbeke, Zwevegem"
)
MIDWEST = "Hooglede, Ingelmunster, Izegem, Meulebeke, Pittem, Roeselare, Tielt, Wielsbeke, Wingene"


def applicant(name, members):
    """Return the application of municipalities as they were before the mergers of 2025."""
    before = date(2024, 12, 31)
    known = [
        evolve(flanders.municipality(each, on=before), inhabitants=10_000)
        for each in members.split(", ")
    ]
    return applies(verband(*known, id=name))


def forward(application):
    """Return the application with its members as they are since the mergers."""
    merged = flanders.carry_forward(application.regieverband, date(2025, 1, 1))
    return evolve(application, regieverband=merged)


class TestW13:
    """W13 spans two regions by Wielsbeke, which DVV Midwest claims as well."""

    CASE, OTHER = applicant("w13", W13), forward(applicant("midwest", MIDWEST))

    def test_the_region(self):
        """Met until 31 December 2025, not from 1 January 2026 on, because of S14."""
        whole = over(self.CASE, REFERENCE_REGION, others=[self.OTHER], **YEARS)
        first, second = whole
        assert (first.until, second.since) == (date(2026, 1, 1), date(2026, 1, 1))
        assert told(whole) == [("2023-01-01", "met"), ("2026-01-01", "not-met")]
        (cause,) = second.causes
        assert (cause.kind, cause.sentences) == (EventKind.EXISTING_DEADLINE, ("S14",))

    def test_eligible_is_not_met_throughout(self):
        """By DVV Midwest, which claims Wielsbeke too, throughout; from 2026 for both reasons."""
        (stretch,) = over(self.CASE, others=[self.OTHER], **YEARS)
        assert [(each.criterion, str(each.since), str(each.until)) for each in stretch.grounds] == [
            ("one-regieverband", "2023-01-01", "2027-01-01"),
            ("reference-region", "2026-01-01", "2027-01-01"),
        ]
        exclusive, region = (each.findings[0][1] for each in stretch.grounds)
        assert exclusive.arguments["others"] == ("Regieverband midwest",)
        assert exclusive.arguments["municipalities"] == ("Wielsbeke",)
        assert region.arguments["members"] == ("Wielsbeke",)

    def test_without_wielsbeke_it_would_be_met(self):
        """Had it left before the call, nothing would stand in its way."""
        left = self.CASE.regieverband.without_member("37017", LONG_AGO)
        case = evolve(self.CASE, regieverband=left)
        assert told(over(case, others=[self.OTHER], **YEARS)) == [("2023-01-01", "met")]

    def test_both_in_one_call(self):
        """Of the whole call, both are not met throughout; Midwest only by the conflict."""
        call = Portfolio((self.CASE, self.OTHER), complete=True)
        midwest, w13 = timelines(call, call=CALL, **YEARS)
        assert told(w13) == told(midwest) == [("2023-01-01", "not-met")]
        assert [each.criterion for each in midwest.stretches[0].grounds] == ["one-regieverband"]

    def test_members_that_merged_must_be_carried_forward(self):
        """Midwest as it was before Tielt and Meulebeke merged cannot be told past 2024."""
        stale = applicant("midwest", MIDWEST)
        over(stale, start=YEARS["start"], end=date(2025, 1, 1))
        with pytest.raises(MunicipalityNotOfTheDay):
            over(stale, **YEARS)
        with pytest.raises(MunicipalityNotOfTheDay):
            over(self.CASE, others=[stale], **YEARS)

    def test_members_that_merge_inside_do_not_matter(self):
        """Midwest alone is met throughout: Tielt and Meulebeke were members both."""
        alone = forward(applicant("midwest", MIDWEST.replace("Wingene", "Lichtervelde")))
        counted = evolve(
            alone,
            regieverband=evolve(
                alone.regieverband,
                memberships=[
                    evolve(each, municipality=evolve(each.municipality, inhabitants=10_000))
                    for each in alone.regieverband.memberships
                ],
            ),
        )
        assert told(over(counted, **YEARS)) == [("2023-01-01", "met")]
