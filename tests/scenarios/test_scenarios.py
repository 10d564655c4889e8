"""Scenarios: what is otherwise, what comes of it, and what differs from another one."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    CALL,
    LIMBURG,
    MET,
    NOT_MET,
    QUIET,
    UNKNOWN,
    applies,
    reading,
    real,
    town,
    verband,
)
from tests.scenarios.calls_told import known, three
from tests.scenarios.test_sweep import families

from wselr_rules import scenarios
from wselr_rules.decision import assess_call
from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.changes import WaitUntil
from wselr_rules.eligibility.member_changes import AddMembers, RemoveMember
from wselr_rules.errors import (
    DuplicateId,
    EmptyId,
    InvalidBudget,
    InvalidKeys,
    MemberOfNone,
    MunicipalityNotOfTheDay,
    NoSuchApplication,
    NotAMember,
    RulesError,
    WrongType,
    WrongValue,
    YearOutsideCall,
)
from wselr_rules.law.readings import Approval, Change, Readings, Rounding
from wselr_rules.law.terms import AllocationKey, LegalForm
from wselr_rules.render.audience import Audience
from wselr_rules.scenarios import (
    ABSENT,
    CarryForward,
    Cause,
    ChangeApplication,
    ChangeBudget,
    ChangeCall,
    ChangeKeys,
    ChangeMunicipality,
    ChangeReadings,
    HandIn,
    Obstacle,
    Outcome,
    Scenario,
    Withdraw,
)

EQUAL = {AllocationKey.EQUAL_PARTS: Fraction(1)}
JOINS = ChangeApplication("R1", AddMembers((town("90009"),)), since=QUIET)
NO_SCENARIO: Any = "x"
ACROSS = applies(verband(town("95001"), town("95002", reference_region=LIMBURG), id="across"))


def scenario(*changes, name="other", call=CALL, applications=None, **facts):
    """Return a scenario of the three of the text with these changes."""
    portfolio = known(*(three() if applications is None else applications))
    return Scenario(name, call=call, portfolio=portfolio, changes=changes, **facts)


AS_KNOWN = scenario(name="as known")


def compared(*changes, on=QUIET, **facts):
    """Return the three of the text against themselves with these changes."""
    return scenarios.compare(AS_KNOWN, scenario(*changes, **facts), on=on, year=2024)


class TestApplied:
    """A change is made of what is known, and what it names must be there."""

    def test_in_order(self):
        """Each change is made of what the ones before it left."""
        made = scenario(ChangeBudget(Decimal(1)), ChangeCall(CALL), ChangeKeys(EQUAL)).applied()
        assert (made.call.budget, dict(made.call.keys)) == (CALL.budget, EQUAL)
        assert made.changes == ()
        assert made.portfolio is not None

    def test_the_call(self):
        """Budget, keys and readings are those of the change and nothing else differs."""
        readings = Readings(change=Change.STATE)
        changes = (ChangeBudget(Decimal(1)), ChangeKeys(EQUAL), ChangeReadings(readings))
        made = scenario(*changes).applied()
        assert made.call == evolve(CALL, budget=Decimal(1), keys=EQUAL, readings=readings)

    def test_members(self):
        """One joins from a day on; on the day before it is none; and one leaves likewise."""
        leaves = ChangeApplication("R0", RemoveMember(town("90002")), since=QUIET)
        made = scenario(JOINS, leaves).applied().portfolio
        before = date(2024, 6, 30)
        assert [len(made["R1"].regieverband.members_on(day)) for day in (before, QUIET)] == [2, 3]
        assert [len(made["R0"].regieverband.members_on(day)) for day in (before, QUIET)] == [2, 1]
        assert made["R2"] == three()[2]

    def test_other_facts_of_a_municipality(self):
        """They hold wherever it is a member, and for that territory only."""
        more = town("90001", inhabitants=200_000, name="Town")
        made = scenario(ChangeMunicipality(more)).applied().portfolio
        assert made["R0"].regieverband.members_on(QUIET)[0] is more
        assert made["R1"] == three()[1]
        for elsewhere in (town("99999"), evolve(more, territory={"90001", "90005"})):
            with pytest.raises(MemberOfNone, match=elsewhere.nis_code):
                scenario(ChangeMunicipality(elsewhere)).applied()

    def test_handed_in_and_withdrawn(self):
        """One application more, one less; none twice, and none that there is not."""
        one_more = applies(verband(town("94001"), town("94002"), id="new"))
        made = scenario(HandIn(one_more), Withdraw("R0")).applied().portfolio
        assert [each.id for each in made] == ["R1", "R2", "new"]
        with pytest.raises(DuplicateId, match="R1"):
            scenario(HandIn(three()[1])).applied()
        with pytest.raises(NoSuchApplication, match="R9"):
            scenario(Withdraw("R9")).applied()
        with pytest.raises(NoSuchApplication, match="R9"):
            scenario(ChangeApplication("R9", JOINS.change, since=QUIET)).applied()
        with pytest.raises(NotAMember, match="90009"):
            scenario(ChangeApplication("R0", RemoveMember(town("90009")), since=QUIET)).applied()

    def test_mergers(self):
        """Members that merged are replaced, with the counts that are given; others stay as is."""
        merging = applies(verband(real("Tielt"), real("Meulebeke"), town("90050"), id="merging"))
        together = real("Tielt", on=date(2025, 1, 1), inhabitants=33_000)
        later = date(2025, 6, 1)
        before = scenario(applications=(merging, three()[0]))
        with pytest.raises(MunicipalityNotOfTheDay):
            scenarios.run(before, on=later, year=2025)
        after = evolve(before, changes=[CarryForward(later, [together])])
        found = scenarios.run(after, on=later, year=2025)
        assert found["merging"].finding["enough-inhabitants"].arguments["inhabitants"] == 73_000
        assert after.applied().portfolio["R0"] is before.portfolio["R0"]

    def test_malformed(self):
        """What is no scenario, change or day is refused where it is made."""
        for made, error in (
            (lambda: scenario(name=" "), EmptyId),
            (lambda: scenario("leaves"), WrongType),
            (lambda: scenario(approved="R0"), WrongType),
            (lambda: ChangeApplication("R0", WaitUntil(QUIET), since=QUIET), WrongType),
            (lambda: ChangeApplication("R0", JOINS.change, since=None), WrongType),
            (lambda: ChangeBudget(Decimal("0.001")), InvalidBudget),
            (lambda: ChangeKeys({AllocationKey.JOB_SEEKERS: Fraction(1, 2)}), InvalidKeys),
            (lambda: scenarios.run(NO_SCENARIO, on=QUIET, year=2024), WrongType),
            (lambda: scenarios.over_years(NO_SCENARIO, on=QUIET), WrongType),
        ):
            with pytest.raises(error):
                made()

    @pytest.mark.parametrize(
        ("made", "told"),
        [
            (
                lambda: scenarios.run(NO_SCENARIO, on=QUIET, year=2024),
                "scenario: expected a Scenario, got 'x'",
            ),
            (
                lambda: scenarios.over_years(AS_KNOWN, on={2023: QUIET}),
                "on: expected a day for each of 2023, 2024, 2025, got (2023,)",
            ),
            (
                lambda: scenario(HandIn(three()[1])).applied(),
                "more than one application with id R1",
            ),
            (
                lambda: scenario(ChangeMunicipality(town("99999"))).applied(),
                (
                    "Town 99999 (99999) with this territory is a member in no application of the "
                    "portfolio"
                ),
            ),
        ],
        ids=["run", "over years", "handed in twice", "member of none"],
    )
    def test_an_error_names_the_culprit(self, made, told):
        """What is refused is told by its place and by what stood there."""
        with pytest.raises(RulesError, match=f"^{re.escape(told)}$"):
            made()


class TestRun:
    """What comes of a scenario is what comes of a call with its changes."""

    def test_as_the_call(self):
        """The assessment is that of the changed call and applications."""
        made = scenario(JOINS, ChangeBudget(Decimal("1000000.00")))
        expected = assess_call(
            made.applied().portfolio,
            on=QUIET,
            call=evolve(CALL, budget=Decimal("1000000.00")),
            year=2024,
        )
        assert scenarios.run(made, on=QUIET, year=2024) == expected

    def test_approved(self):
        """Whom a scenario names approved shares, where the reading reads that."""
        named = scenario(call=reading(approval=Approval.NAMED), approved=["R2"])
        found = scenarios.run(named, on=QUIET, year=2024)
        assert [each.beneficiary_id for each in found.allocation] == ["R2"]

    def test_an_unknown_portfolio(self):
        """Whether there are other applications is as little known as it was."""
        made = Scenario("x", call=CALL, portfolio=Portfolio(three(), complete=None))
        assert scenarios.run(made, on=QUIET, year=2024).is_provisional


class TestCompare:
    """Each application before and after, by how many cents, and why."""

    def test_another_budget(self):
        """The verdicts stay, each amount differs by its share, and the budget is why."""
        found = compared(ChangeBudget(Decimal("6000000.00")))
        assert [each.cents for each in found] == [142_000_000, 96_000_000, 62_000_000]
        assert found.cents == 300_000_000
        assert {each.causes for each in found} == {(Cause.BUDGET,)}
        assert {each.turned for each in found} == {()}

    def test_one_that_is_refused(self):
        """The rule that turns is named, and the others share what it no longer gets."""
        found = compared(ChangeMunicipality(town("92001", inhabitants=59_999)))
        (turned,) = found["R2"].turned
        assert (turned.before.verdict, turned.after.verdict) == (MET, NOT_MET)
        assert turned.after.criterion == "enough-inhabitants"
        assert (found["R2"].cents, found["R2"].causes) == (-62_000_000, ())
        assert (found["R0"].cents, found["R0"].causes) == (34_000_000, (Cause.OTHERS,))
        assert found.cents == 0
        assert str(turned) == "enough inhabitants: from met to not met"

    def test_own_counts(self):
        """Other counts of its own are told apart from those of others."""
        more = town("90001", inhabitants=100_000, working_age_population=60_001, job_seekers=3_000)
        found = compared(ChangeMunicipality(more))
        assert found["R0"].causes == (Cause.COUNTS,)
        assert found["R1"].causes == (Cause.OTHERS,)

    def test_keys_and_readings_of_the_division(self):
        """Other keys are a cause, and so is another reading of how cents are rounded."""
        found = compared(ChangeKeys(EQUAL))
        assert found["R2"].cents == 38_000_000
        assert {each.causes for each in found} == {(Cause.KEYS,)}
        budget = ChangeBudget(Decimal("0.08"))
        per_pot = ChangeReadings(Readings(rounding=Rounding.PER_POT))
        one, other = scenario(budget), scenario(budget, per_pot)
        both = scenarios.compare(one, other, on=QUIET, year=2024)
        assert {each.causes for each in both if each.cents} == {(Cause.ROUNDING,)}

    def test_in_one_scenario_only(self):
        """Who is withdrawn or handed in is absent from the other one, not refused there."""
        found = compared(Withdraw("R2"))
        assert found["R2"].after is ABSENT
        assert found["R2"].before == Outcome(MET, Decimal("620000.00"))
        assert found["R2"].cents == -62_000_000
        back = scenarios.compare(scenario(Withdraw("R2")), AS_KNOWN, on=QUIET, year=2024)
        assert (back["R2"].before, back["R2"].cents) == (ABSENT, 62_000_000)
        told = "application R2: not handed in; in the other scenario: is eligible; €620,000.00"
        assert back["R2"].text("en") == told
        assert found["R2"].text("nl").endswith("; in het andere scenario: niet ingediend")
        assert "R9" not in found
        with pytest.raises(KeyError, match="R9"):
            found["R9"]

    def test_approval(self):
        """Who is no longer approved has the same verdict and another amount for it."""
        named = reading(approval=Approval.NAMED)
        one, other = (scenario(call=named, approved=ids) for ids in (["R0", "R1"], ["R0"]))
        found = scenarios.compare(one, other, on=QUIET, year=2024)
        assert found["R1"].causes == (Cause.APPROVAL,)
        assert found["R2"].is_same
        assert found.cents == 0

    def test_a_count_that_is_not_known(self):
        """No difference is known of who shares, and that is said."""
        uncounted = town("92001", inhabitants=100_000, job_seekers=None)
        found = compared(ChangeMunicipality(uncounted))
        assert found["R0"].after == Outcome(MET, obstacle=Obstacle.UNCOUNTED)
        assert [each.cents for each in found] == [None] * 3
        assert (found.after, found.cents, found.is_provisional) == (None, None, True)
        back = scenarios.compare(
            scenario(ChangeMunicipality(uncounted)), AS_KNOWN, on=QUIET, year=2024
        )
        assert (back.before, back.cents, back.is_provisional) == (None, None, True)
        assert found["R0"].causes == ()

    def test_nobody(self):
        """Where nobody shares, nothing is divided, and that is known."""
        found = compared(*(Withdraw(f"R{number}") for number in range(3)))
        assert (str(found.before), str(found.after)) == ("3000000.00", "0.00")
        assert sum(each.cents for each in found) == found.cents == -300_000_000

    def test_a_whole_without_a_part_that_turns(self):
        """Where all ways agree on a verdict that no rule has alone, the whole turns."""
        alone = applies(verband(town("95001", inhabitants=70_000), form=None, id="R"))
        one = scenario(applications=[alone])
        # The only form that can have one member is not accepted any more.
        forms = CALL.partnership_forms - {LegalForm.WELFARE_ASSOCIATION}
        other = scenario(ChangeCall(evolve(CALL, partnership_forms=forms)), applications=[alone])
        found = scenarios.compare(one, other, on=QUIET, year=2024)
        (turned,) = found["R"].turned
        assert (turned.before.verdict, turned.after.verdict) == (UNKNOWN, NOT_MET)
        assert turned.after.criterion == "eligible"

    @settings(max_examples=examples(50))
    @given(families(), worlds.days())
    def test_differences_add_up(self, family, on):
        """To the difference of what is divided, in any two scenarios, back and forth."""
        one, other = family[:2]
        try:
            found = scenarios.compare(one, other, on=on, year=2024)
        except RulesError:
            return
        back = scenarios.compare(other, one, on=on, year=2024)
        if found.cents is None:
            assert None in {found.before, found.after}
            assert back.cents is None
            return
        assert sum(each.cents for each in found) == found.cents == -back.cents
        for each in found:
            assert each.cents == -back[each.application_id].cents
            if each.before != each.after and ABSENT not in {each.before, each.after}:
                assert each.turned or each.causes

    def test_in_words(self):
        """Table and grounds in both languages, and a sentence each for the applicant."""
        found = compared(ChangeMunicipality(town("92001", inhabitants=59_999)))
        dutch = found.text("nl")
        assert "genoeg inwoners: van voldaan naar niet voldaan" in dutch
        assert "€ -620.000,00" in dutch
        assert "wie er nog deelt, of hun aantallen" in dutch
        assert "voordien: 100.000 inwoners" in dutch
        assert "as known against other, assessed on 1 July 2024, plan year 2024" in str(found)
        assert found.html("en").count("<table") == 1
        assert "**as known against other" in found.markdown("en")
        told = found.text("nl", Audience.APPLICANT)
        assert (
            "aanvraag R2: komt in aanmerking; € 620.000,00; in het andere scenario: komt niet"
            in told
        )
        assert "<ul" in found.html("nl", Audience.APPLICANT)
        assert found.markdown("en", Audience.APPLICANT).startswith("- as known against other")
        same = compared()
        assert str(same["R0"]).endswith("in both scenarios")
        gone = compared(Withdraw("R2")).text("en")
        assert "not handed in" in gone

    def test_what_is_not_known_in_words(self):
        """An amount that is not known is no amount, and the rest is called provisional."""
        uncounted = town("92001", inhabitants=100_000, job_seekers=None)
        found = compared(ChangeMunicipality(uncounted))
        for audience in Audience:
            assert "provisional: what is not known can still change them" in found.text(
                "en", audience
            )
        assert found.text("nl").count("niet bekend") >= 4
        unread = evolve(found["R0"], after=Outcome(None))
        assert "not known" in evolve(found, applications=[unread]).text("en")


class TestOverYears:
    """The amounts of each plan year, with who is eligible in each."""

    def test_each_year_by_its_day(self):
        """One that must fit from 2026 on shares in the years that are decided before."""
        made = scenario(applications=(*three(), ACROSS))
        days = {2023: QUIET, 2024: QUIET, 2025: date(2026, 1, 1)}
        found = scenarios.over_years(made, on=days)
        assert [len(each.eligible) for each in found] == [4, 4, 3]
        assert [each.on for each in found] == list(days.values())
        assert found[2025].year == 2025
        assert found.years == (2023, 2024, 2025)
        with pytest.raises(KeyError, match="2026"):
            found[2026]
        assert sum(found.cents.values()) == 3 * 300_000_000
        own = [each.allocation["across"].amount for each in found if "across" in each.allocation]
        assert found.cents["across"] == sum(int(amount * 100) for amount in own)

    def test_one_day(self):
        """One day holds for all years; a year left out or too many is refused, not guessed."""
        found = scenarios.over_years(AS_KNOWN, on=QUIET)
        assert dict(found.cents) == {"R0": 426_000_000, "R1": 288_000_000, "R2": 186_000_000}
        for days in ({2023: QUIET}, dict.fromkeys((2023, 2024, 2025, 2026), QUIET)):
            with pytest.raises(WrongValue, match="2023, 2024, 2025"):
                scenarios.over_years(AS_KNOWN, on=days)
        with pytest.raises(YearOutsideCall):
            scenarios.run(AS_KNOWN, on=QUIET, year=2026)

    def test_in_words(self):
        """A column a year, the sums, and who was eligible on which day."""
        made = scenario(applications=(*three(), ACROSS), name="as known")
        text = scenarios.over_years(made, on=date(2026, 1, 1)).text("en")
        assert "as known over the plan years" in text
        assert "€9,000,000.00" in text
        assert "plan year 2023: assessed on 1 January 2026; eligible: 3 applications" in text
        assert "nothing" in text
        unknown = ChangeMunicipality(town("92001", inhabitants=100_000, job_seekers=None))
        found = scenarios.over_years(scenario(unknown), on=QUIET)
        assert set(found.cents.values()) == {None}
        assert "voorlopig" in found.text("nl")
        assert "niet bekend" in found.html("nl")
