"""Scenarios in words: what is otherwise, and the whole of what stands in each table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from tests.eligibility.stories import CALL, QUIET, town
from tests.scenarios.calls_told import three
from tests.scenarios.test_scenarios import ACROSS, AS_KNOWN, EQUAL, JOINS, compared, scenario

from wselr_rules import scenarios
from wselr_rules.eligibility.applicant_changes import AddActions
from wselr_rules.law.readings import Change, Readings
from wselr_rules.law.terms import AllocationKey, PolicyPriority
from wselr_rules.scenarios import (
    CarryForward,
    ChangeApplication,
    ChangeBudget,
    ChangeCall,
    ChangeKeys,
    ChangeMunicipality,
    ChangeReadings,
    HandIn,
    Withdraw,
)

REFUSED = ChangeMunicipality(town("92001", inhabitants=59_999))
UNCOUNTED = ChangeMunicipality(town("92001", inhabitants=100_000, job_seekers=None))


def cells(found):
    """Return the rows of the table for the file, its footer last."""
    table = found.parts("en")[0]
    return [*table.rows, table.footer]


class TestWords:
    """A scenario tells what is otherwise in it."""

    @pytest.mark.parametrize(
        ("change", "dutch"),
        [
            (ChangeBudget(Decimal("1000000.00")), "het budget is 1.000.000,00 euro"),
            (
                ChangeKeys(EQUAL),
                (
                    "de verdeelsleutels zijn 0 voor de bevolking op beroepsactieve leeftijd, 0 "
                    "voor de werkzoekenden en 1 in gelijke delen"
                ),
            ),
            (
                ChangeKeys(
                    {
                        AllocationKey.WORKING_AGE_POPULATION: Fraction(1, 6),
                        AllocationKey.JOB_SEEKERS: Fraction(1, 3),
                        AllocationKey.EQUAL_PARTS: Fraction(1, 2),
                    }
                ),
                (
                    "de verdeelsleutels zijn 1/6 voor de bevolking op beroepsactieve leeftijd, "
                    "1/3 voor de werkzoekenden en 1/2 in gelijke delen"
                ),
            ),
            (ChangeReadings(Readings()), "elke open vraag wordt gelezen zoals gewoonlijk"),
            (ChangeReadings(Readings(change=Change.STATE)), "anders gelezen dan gewoonlijk: I02: "),
            (ChangeCall(CALL), "een andere oproep: wse-lr-2023-2025"),
            (JOINS, "aanvraag R1: vanaf 1 juli 2024: Town 90009 treedt toe tot R1"),
            (
                ChangeApplication("R1", AddActions(PolicyPriority.EMPLOYMENT, {2024}), since=QUIET),
                "aanvraag R1: vanaf 1 juli 2024: het plan krijgt 1 actie",
            ),
            (
                ChangeMunicipality(town("90001", job_seekers=None)),
                (
                    "andere gegevens van Town 90001 (90001): 40.000 inwoners, 20.000 "
                    "inwoners op beroepsactieve leeftijd en het aantal werkzoekenden van "
                    "Town 90001 is niet bekend"
                ),
            ),
            (HandIn(three()[0]), "Regieverband R0 dient aanvraag R0 in"),
            (Withdraw("R0"), "aanvraag R0 wordt ingetrokken"),
            (CarryForward(QUIET), "de fusies tot en met 1 juli 2024 zijn doorgevoerd"),
        ],
    )
    def test_a_change(self, change, dutch):
        """Each change in a clause, in either language."""
        assert change.text("nl").startswith(dutch)
        assert str(change) == change.text("en") != change.text("nl")

    def test_a_scenario(self):
        """Its name and all that is otherwise, or that nothing is."""
        assert AS_KNOWN.text("nl") == "scenario as known, zonder wijzigingen"
        told = scenario(JOINS, approved=["R0", "R1"]).text("en").splitlines()
        assert told[0] == "scenario other"
        assert told[1].startswith("  application R1: from 1 July 2024 on: Town 90009 joins R1")
        assert told[2] == "  approved: R0 and R1"
        assert scenario(ChangeBudget(Decimal(1))).text("en").splitlines() == [
            "scenario other",
            "  the budget is €1.00",
        ]
        assert scenario(approved=[]).text("nl").splitlines() == [
            "scenario other",
            "  geen enkele aanvraag is goedgekeurd",
        ]


class TestTables:
    """Every cell holds what was found, and nothing stands where there is nothing to say."""

    def test_a_comparison(self):
        """Verdicts, amounts, their difference and why; the sums below."""
        same = "who else shares, or their counts"
        turned = "enough inhabitants: from met to not met"
        one, other = "€1,420,000.00", "€1,760,000.00"
        assert cells(compared(REFUSED)) == [
            ("R0", "eligible", "eligible", one, other, "€340,000.00", same),
            ("R1", "eligible", "eligible", "€960,000.00", "€1,240,000.00", "€280,000.00", same),
            ("R2", "eligible", "not eligible", "€620,000.00", "nothing", "-€620,000.00", turned),
            ("Together", "", "", "€3,000,000.00", "€3,000,000.00", "€0.00", ""),
        ]

    def test_a_comparison_with_what_is_not_known(self):
        """Not handed in, refused, and an amount that is not known are told apart."""
        found = compared(
            UNCOUNTED, Withdraw("R1"), ChangeMunicipality(town("90001", inhabitants=1))
        )
        assert [(row[2], row[4], row[5]) for row in cells(found)] == [
            ("not eligible", "nothing", "-€1,420,000.00"),
            ("not handed in", "nothing", "-€960,000.00"),
            ("eligible", "not known", "not known"),
            ("", "not known", "not known"),
        ]

    def test_two_causes(self):
        """They stand one after another, and each sum under its own amounts."""
        rows = cells(compared(ChangeKeys(EQUAL), ChangeBudget(Decimal(9_000_000))))
        assert {row[-1] for row in rows[:-1]} == {"the budget; the keys"}
        assert rows[-1][3:] == ("€3,000,000.00", "€9,000,000.00", "€6,000,000.00", "")

    def test_a_rule_that_turns(self):
        """What it finds comes first and what it found before is under it, each by its mark."""
        assert compared(REFUSED).text("en").split("\n\n")[-1].splitlines() == [
            "what turns",
            "  application R2",
            "    ✗ 59,999 inhabitants, at least 60,000 required (1 too few) [S09]",
            "      ✓ before: 100,000 inhabitants, at least 60,000 required (40,000 more) [S09]",
        ]

    def test_a_criterion_of_ones_own(self):
        """One that no table of words knows is called by its id."""
        (turned,) = compared(REFUSED)["R2"].turned
        own = evolve(turned, after=evolve(turned.after, criterion="of-ones-own"))
        assert str(own) == "of-ones-own: from met to not met"

    def test_plan_years(self):
        """An amount a year and all together, by application and in all."""
        made = scenario(applications=(*three(), ACROSS))
        days = {2023: QUIET, 2024: QUIET, 2025: date(2026, 1, 1)}
        first, last, sums = ("R0", "across", "Together")
        found = {row[0]: row[1:] for row in cells(scenarios.over_years(made, on=days))}
        assert list(found) == [first, "R1", "R2", last, sums]
        assert found[first] == ("€1,039,285.71", "€1,039,285.71", "€1,420,000.00", "€3,498,571.42")
        assert found[last] == ("€792,857.14", "€792,857.14", "nothing", "€1,585,714.28")
        assert found[sums] == (*["€3,000,000.00"] * 3, "€9,000,000.00")
