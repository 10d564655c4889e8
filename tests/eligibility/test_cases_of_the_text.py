"""The cases of the text with their outcome, by the default readings."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    MET,
    NOT_MET,
    OUTSIDE,
    PLAN,
    QUIET,
    UNKNOWN,
    applies,
    around,
    city,
    facts_missing,
    finding,
    real,
    refused_by,
    town,
    two_towns,
    verband,
    verdict,
)

from wselr_rules.decision import assess_call
from wselr_rules.domain import flanders
from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.standing import Standing
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.rules import (
    CENTRUMSTAD_ALONE,
    CHANNEL,
    ENOUGH_INHABITANTS,
    ENOUGH_MEMBERS,
    ONE_REGIEVERBAND,
    REFERENCE_REGION,
)
from wselr_rules.eligibility.rules import (
    PLAN as PLAN_RULE,
)
from wselr_rules.errors import DateOutsideCall, MunicipalityNotOfTheDay
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel

PARTNERSHIP_FORMS = [
    LegalForm.INTERLOCAL_ASSOCIATION,
    LegalForm.PROJECT_ASSOCIATION,
    LegalForm.SERVICE_ASSOCIATION,
    LegalForm.MANDATED_ASSOCIATION,
    LegalForm.WELFARE_ASSOCIATION,
]
CELLS = [(priority, year) for priority in PolicyPriority for year in (2023, 2024, 2025)]


def _people(*counts):
    return applies(verband(*(town(f"9000{n}", inhabitants=each) for n, each in enumerate(counts))))


def _across(**facts):
    return applies(verband(*two_towns(reference_region=LIMBURG), **facts))


def _new(**of_the_second):
    return applies(verband(*two_towns(**of_the_second), recognised_on=NEVER))


class TestS08:
    """Minimaal één actie per beleidsprioriteit per jaar."""

    def test_an_action_in_each_of_twelve_cells_is_enough(self):
        """Four priorities in three years, one action of one year in each: covered."""
        plan = ActionPlan(
            Action(f"{priority.value}-{year}", priority, [year]) for priority, year in CELLS
        )
        assert verdict(applies(plan=plan)) is MET

    @pytest.mark.parametrize("empty", CELLS, ids=lambda cell: str(getattr(cell, "value", cell)))
    def test_eleven_cells_are_not_and_the_empty_one_is_named(self, empty):
        """Whichever of the twelve is empty: not eligible, and that cell stands in the finding."""
        plan = ActionPlan(
            Action(f"{cell[0].value}-{cell[1]}", cell[0], [cell[1]])
            for cell in CELLS
            if cell != empty
        )
        found = finding(applies(plan=plan), criterion=PLAN_RULE)
        assert found.verdict is NOT_MET
        assert found.arguments["gaps"] == (f"{empty[0].value} {empty[1]}",)
        assert verdict(applies(plan=plan)) is NOT_MET

    def test_one_action_may_run_over_several_years(self):
        """Four actions of three years each fill the twelve cells."""
        assert len(PLAN.actions) == 4
        assert verdict(applies(plan=PLAN), criterion=PLAN_RULE) is MET

    def test_another_reporting_code_may_stand_in_the_plan_and_does_not_count(self):
        """An action under another code fills no cell, and does no harm beside a full plan."""
        other = Action("x", "ABB-1", (2023, 2024, 2025))
        three = PLAN.actions[:3]
        assert verdict(applies(plan=ActionPlan((*PLAN.actions, other)))) is MET
        assert verdict(applies(plan=ActionPlan((*three, other)))) is NOT_MET

    def test_an_action_of_another_year_fills_no_cell(self):
        """The plan years are 2023, 2024 and 2025: an action of 2022 or 2026 counts for none."""
        first, *rest = PLAN.actions
        late = ActionPlan((evolve(first, years=(2022, 2024, 2025, 2026)), *rest))
        assert finding(applies(plan=late), criterion=PLAN_RULE).arguments["gaps"] == (
            "WSE-LR1 2023",
        )

    def test_an_empty_plan_names_all_twelve_cells(self):
        """No action at all: not eligible, and all twelve empty cells are told."""
        found = finding(applies(plan=ActionPlan(())), criterion=PLAN_RULE)
        assert found.verdict is NOT_MET
        assert len(found.arguments["gaps"]) == 12


class TestS09:
    """Samenwerkingsverbanden en Welzijnsverenigingen die minimaal 60.000 inwoners hebben."""

    @pytest.mark.parametrize(
        ("people", "expected"), [(59_999, NOT_MET), (60_000, MET), (60_001, MET)]
    )
    @pytest.mark.parametrize("form", PARTNERSHIP_FORMS)
    def test_sixty_thousand_is_enough_and_one_less_is_not(self, form, people, expected):
        """Exactly 60,000 inhabitants: eligible; 59,999: not; in every form that may apply."""
        members = town("90001", inhabitants=30_000), town("90002", inhabitants=people - 30_000)
        assert verdict(applies(verband(*members, form=form))) is expected

    def test_another_form_may_not_apply(self):
        """An association known to be of another form is not eligible, however large."""
        assert refused_by(applies(verband(form=LegalForm.OTHER))) == [
            "partnership-form",
            "centrumstad-alone",
        ]

    def test_nine_of_ten_members_may_decide(self):
        """Nine known members of 60,000 together: met, whatever the tenth has."""
        nine = [town(f"9000{n}", inhabitants=6_667) for n in range(9)]
        tenth = town("90010", inhabitants=None)
        assert verdict(applies(verband(*nine, tenth))) is MET

    @pytest.mark.parametrize(
        ("known", "expected"), [(59_999, UNKNOWN), (60_000, MET), (60_001, MET)]
    )
    def test_below_with_one_unknown_is_undecided(self, known, expected):
        """Known sum below 60,000 and one unknown: undecided, the missing figure named."""
        open_one = town("90002", inhabitants=None)
        case = applies(verband(town("90001", inhabitants=known), open_one))
        assert verdict(case) is expected
        missing = finding(case).missing
        assert [each.path for each in missing] == (
            ["regieverband.memberships[1].municipality.inhabitants"] if expected is UNKNOWN else []
        )

    def test_a_known_part_of_the_inhabitants_counts(self):
        """A town has at least as many inhabitants as people of working age or job seekers."""
        open_one = town("90002", inhabitants=None, working_age_population=20_000)
        case = applies(verband(town("90001", inhabitants=40_000), open_one))
        assert verdict(case) is MET

    def test_one_member_makes_no_intermunicipal_partnership(self):
        """Two members at least, but a welzijnsvereniging may have one."""
        alone = town("90001", inhabitants=60_000)
        for form in PARTNERSHIP_FORMS:
            expected = MET if form is LegalForm.WELFARE_ASSOCIATION else NOT_MET
            assert verdict(applies(verband(alone, form=form))) is expected

    def test_the_bound_is_of_the_day(self):
        """Only who is a member on the assessed day counts for the 60,000."""
        joins = Membership(town("90002", inhabitants=20_000), QUIET)
        case = applies(verband(town("90001"), town("90003", inhabitants=5_000), joins))
        assert verdict(case, date(2024, 6, 30)) is NOT_MET
        assert verdict(case, date(2024, 7, 1)) is MET
        assert verdict(case, date(2024, 7, 2)) is MET


class TestS10:
    """Centrumsteden kunnen apart indienen of als partner binnen een samenwerkingsverband."""

    def test_a_partnership_with_a_centrumstad_needs_sixty_thousand(self):
        """A partnership with a centrumstad and 59,999 inhabitants is not eligible."""
        small = real("Turnhout", inhabitants=59_000), real("Vosselaar", inhabitants=999)
        assert verdict(applies(verband(*small))) is NOT_MET
        enough = small[0], evolve(small[1], inhabitants=1_000)
        assert verdict(applies(verband(*enough))) is MET

    def test_a_centrumstad_cannot_be_alone_and_a_partner(self):
        """Alone or as a partner: a centrumstad that does both makes both not eligible."""
        alone = applies(city(real("Turnhout"), id="alone"))
        partner = applies(verband(real("Turnhout"), real("Vosselaar"), id="partner"))
        assert refused_by(alone, others=[partner]) == ["one-regieverband"]
        assert refused_by(partner, others=[alone]) == ["one-regieverband"]

    @pytest.mark.parametrize(
        "name",
        [
            *("Aalst", "Antwerpen", "Brugge", "Genk", "Gent", "Hasselt", "Kortrijk"),
            *("Leuven", "Mechelen", "Oostende", "Roeselare", "Sint-Niklaas", "Turnhout"),
        ],
    )
    def test_each_of_the_thirteen_may_apply_alone(self, name):
        """The thirteen centrumsteden, by the register: each is eligible alone."""
        assert verdict(applies(city(real(name)))) is MET

    def test_a_municipality_that_is_no_centrumstad_cannot_apply_alone(self):
        """Not eligible, however large: also with exactly 60,000 or with a million."""
        for people in (59_999, 60_000, 1_000_000):
            assert verdict(applies(city(real("Beveren", inhabitants=people)))) is NOT_MET

    def test_a_centrumstad_in_a_partnership_form_is_not_alone(self):
        """An interlokale vereniging of one centrumstad is neither partnership nor city alone."""
        case = applies(verband(real("Gent", inhabitants=260_000)))
        assert refused_by(case) == ["enough-members", "centrumstad-alone"]


class TestS11:
    """Voor centrumsteden die apart indienen geldt er geen ondergrens."""

    @pytest.mark.parametrize("people", [0, 59_999, 60_000, 60_001, None])
    def test_no_lower_bound_for_a_centrumstad_alone(self, people):
        """Eligible with under 60,000, with none, and where the number is not known."""
        assert verdict(applies(city(real("Turnhout", inhabitants=people)))) is MET


class TestS12:
    """De gemeenten kunnen maar van één lokaal regieverband deel uitmaken."""

    def _two(self, shared, **facts):
        one = applies(verband(town("90001"), shared, id="one"))
        other = applies(verband(town("90003"), Membership(shared, **facts), id="other"))
        return one, other

    def test_both_are_not_eligible(self):
        """One municipality in two applications: both not eligible, with one same conflict."""
        one, other = self._two(town("90002"), since=LONG_AGO)
        assert (verdict(one, others=[other]), verdict(other, others=[one])) == (NOT_MET, NOT_MET)
        mine = finding(one, criterion=ONE_REGIEVERBAND, others=[other])
        yours = finding(other, criterion=ONE_REGIEVERBAND, others=[one])
        assert mine.conflicts == yours.conflicts
        (conflict,) = mine.conflicts
        assert conflict.application_ids == ("one", "other")

    def test_only_on_days_on_which_they_overlap(self):
        """From the day it joins the second up to the day it has left it, and no other day."""
        since, until = date(2024, 3, 1), date(2024, 5, 1)
        one, other = self._two(town("90002"), since=since, until=until)
        expected = {
            date(2024, 2, 29): MET,
            date(2024, 3, 1): NOT_MET,
            date(2024, 3, 2): NOT_MET,
            date(2024, 4, 30): NOT_MET,
            date(2024, 5, 1): MET,
            date(2024, 5, 2): MET,
        }
        for on, verdict_on_day in expected.items():
            assert verdict(one, on, ONE_REGIEVERBAND, others=[other]) is verdict_on_day

    def test_one_that_is_not_among_the_known_ones(self):
        """Whether the portfolio holds it too or not: what the others claim, they claim."""
        one, other = self._two(town("90002"), since=LONG_AGO)
        known = Portfolio([other], complete=True)
        found = ONE_REGIEVERBAND.finding(one, Context(QUIET, call=CALL, portfolio=known))
        assert found.verdict is NOT_MET
        assert [each.names for each in found.conflicts] == [("Town 90002",)]

    def test_ground_counts_and_not_its_code(self):
        """Claimed as Tielt (37022) and, wrongly, under a code of its own: the same ground."""
        on = date(2025, 1, 1)
        tielt = flanders.municipality("Tielt", on=on)
        assert tielt.nis_code == "37022"
        same_ground = town("90009", territory={"37007"})
        one = applies(verband(town("90001"), Membership(tielt, on), id="one"))
        other = applies(verband(town("90003"), same_ground, id="other"))
        assert verdict(one, on, ONE_REGIEVERBAND, others=[other]) is NOT_MET
        assert verdict(other, on, ONE_REGIEVERBAND, others=[one]) is NOT_MET

    def test_a_third_that_shares_nothing_stays_eligible(self):
        """A conflict of two others is none of one's own."""
        one, other = self._two(town("90002"), since=LONG_AGO)
        third = applies(verband(town("90007"), town("90008"), id="third"))
        assert verdict(third, others=[one, other]) is MET

    def test_who_has_no_member_shares_none(self):
        """Without a member on the day there is nothing to share, whoever else may apply."""
        gone = applies(verband(Membership(town(), LONG_AGO, date(2022, 6, 1))))
        assert verdict(gone, criterion=ONE_REGIEVERBAND, complete=None) is MET
        assert verdict(applies(), criterion=ONE_REGIEVERBAND, complete=None) is UNKNOWN

    def test_a_conflict_with_an_application_that_fails_counts(self):
        """The other claims the ground whether or not it is eligible itself."""
        one, other = self._two(town("90002"), since=LONG_AGO)
        hopeless = evolve(other, channels=(), plan=ActionPlan(()))
        assert verdict(one, others=[hopeless]) is NOT_MET


class TestS13:
    """Maximaal even groot als de referentieregio's."""

    def test_a_whole_region_fits(self):
        """A territory equal to the whole region Waasland: fits, also when it must."""
        on = date(2026, 1, 1)
        members = [
            Membership(each, LONG_AGO)
            for each in flanders.municipalities(on=on)
            if each.region_on(on).value == "waasland"
        ]
        assert len(members) > 2
        case = applies(verband(*members, recognised_on=NEVER))
        assert verdict(case, on, REFERENCE_REGION) is MET

    def test_several_in_one_region_is_fine(self):
        """Two regieverbanden in the Kempen, no ground shared: both eligible in 2026."""
        one = applies(verband(town("90001"), town("90002"), id="one"))
        other = applies(verband(town("90003"), town("90004"), id="other"))
        on = date(2026, 1, 1)
        assert verdict(one, on, others=[other]) is MET
        assert verdict(other, on, others=[one]) is MET

    @pytest.mark.parametrize("second", [KEMPEN, OUTSIDE])
    def test_outside_the_flemish_region_is_no_region(self, second):
        """A member outside it cannot fit, nor do two of them; before it is due, that is no bar."""
        members = town("90001", reference_region=OUTSIDE), town("90002", reference_region=second)
        case = applies(verband(*members))
        assert verdict(case, date(2025, 12, 31)) is MET
        assert verdict(case, date(2026, 1, 1)) is NOT_MET
        assert verdict(case, date(2026, 1, 2)) is NOT_MET

    def test_no_member_on_the_day_is_not_met(self):
        """With all members gone there is no territory that could fit, on no day."""
        gone = verband(Membership(town("90001"), LONG_AGO, date(2022, 6, 1)))
        for on in (date(2022, 6, 1), date(2024, 1, 1), date(2026, 6, 1)):
            assert verdict(applies(gone), on, REFERENCE_REGION) is NOT_MET
            assert verdict(applies(gone), on) is NOT_MET

    def test_every_form_is_bound(self):
        """S13 makes no exception by form: each that is across regions fails in 2026."""
        for form in PARTNERSHIP_FORMS:
            assert verdict(_across(form=form), date(2026, 1, 1)) is NOT_MET


class TestS14:
    """Bestaande regieverbanden krijgen de tijd tot ten laatste 1/1/2026."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2022, 4, 29), MET),
            (date(2022, 12, 31), MET),
            (date(2023, 1, 1), MET),
            (date(2023, 1, 2), MET),
            (date(2025, 12, 31), MET),
            (date(2026, 1, 1), NOT_MET),
            (date(2026, 1, 2), NOT_MET),
        ],
    )
    def test_an_existing_one_across_regions_has_until_2026(self, on, expected):
        """Kortrijk and Wielsbeke, existing and unchanged, lie in two regions: fine until 2026."""
        w13 = applies(verband(real("Kortrijk", inhabitants=75_000), real("Wielsbeke")))
        assert verdict(w13, on) is expected

    def test_one_that_fits_by_then_stays_eligible(self):
        """The member in the other region leaves on 31 December 2025: it fits on 1 January 2026."""
        leaves = Membership(town("90003", reference_region=LIMBURG), LONG_AGO, date(2025, 12, 31))
        case = applies(verband(*two_towns(), leaves))
        for on in (date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2)):
            assert verdict(case, on) is MET

    def test_leaving_a_day_too_late_is_too_late(self):
        """It leaves on 2 January 2026: not eligible on 1 January, eligible from the 2nd."""
        leaves = Membership(town("90003", reference_region=LIMBURG), LONG_AGO, date(2026, 1, 2))
        case = applies(verband(*two_towns(), leaves))
        assert verdict(case, date(2025, 12, 31)) is MET
        assert verdict(case, date(2026, 1, 1)) is NOT_MET
        assert verdict(case, date(2026, 1, 2)) is MET

    @pytest.mark.parametrize("on", [date(2022, 4, 28), date(2027, 1, 1)])
    def test_a_day_the_text_does_not_speak_of_is_refused(self, on):
        """Before the order or after the year of the last deadline nothing is answered."""
        with pytest.raises(DateOutsideCall):
            around(applies(), on)


class TestS15:
    """Nieuwe regieverbanden moeten zich al inpassen voor 1/1/2023."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2022, 12, 31), MET),
            (date(2023, 1, 1), NOT_MET),
            (date(2023, 1, 2), NOT_MET),
            (date(2025, 12, 31), NOT_MET),
            (date(2026, 1, 1), NOT_MET),
        ],
    )
    @pytest.mark.parametrize("recognised_on", [date(2022, 6, 1), NEVER])
    def test_a_new_one_across_regions(self, on, expected, recognised_on):
        """No obligation yet on 31 December 2022, not eligible from 1 January 2023."""
        assert verdict(_across(recognised_on=recognised_on), on) is expected

    @pytest.mark.parametrize(
        ("recognised_on", "expected"),
        [(date(2022, 4, 28), MET), (date(2022, 4, 29), NOT_MET), (date(2022, 4, 30), NOT_MET)],
    )
    def test_existing_is_recognised_before_the_order(self, recognised_on, expected):
        """Recognised on 28 April 2022: existing; on 29 April, the date of the order: new."""
        assert verdict(_across(recognised_on=recognised_on), QUIET) is expected

    def test_a_new_one_in_one_region_is_eligible(self):
        """A new regieverband within the Kempen fits on every day."""
        case = applies(verband(recognised_on=NEVER))
        for on in (date(2022, 12, 31), date(2023, 1, 1), date(2023, 1, 2), date(2026, 1, 1)):
            assert verdict(case, on) is MET

    def test_zwijndrecht_and_waasland(self):
        """Across two regions until 18 March 2023, in one from 19 March 2023."""
        members = [real(name, inhabitants=70_000) for name in ("Zwijndrecht", "Sint-Niklaas")]
        case = applies(verband(*members, recognised_on=date(2022, 6, 1)))
        expected = {
            date(2022, 12, 31): MET,
            date(2023, 1, 1): NOT_MET,
            date(2023, 3, 17): NOT_MET,
            date(2023, 3, 18): NOT_MET,
            date(2023, 3, 19): MET,
            date(2023, 3, 20): MET,
        }
        assert {on: verdict(case, on) for on in expected} == expected


class TestS16:
    """Bestaande regieverbanden die zich uitbreiden of wijzigen worden als nieuwe beschouwd."""

    def _with(self, membership):
        """Return an existing regieverband in two regions, with another membership."""
        return applies(verband(*two_towns(reference_region=LIMBURG), membership))

    def test_taking_in_a_member_before_2023(self):
        """A member joined on 1 June 2022: no obligation on 31 December 2022, then bound."""
        case = self._with(Membership(town("90003"), date(2022, 6, 1)))
        expected = {
            date(2022, 12, 31): MET,
            date(2023, 1, 1): NOT_MET,
            date(2023, 1, 2): NOT_MET,
        }
        assert {on: verdict(case, on) for on in expected} == expected

    def test_taking_in_a_member_later(self):
        """A member joined on 1 June 2024: not eligible from that day."""
        case = self._with(Membership(town("90003"), date(2024, 6, 1)))
        expected = {
            date(2024, 5, 31): MET,
            date(2024, 6, 1): NOT_MET,
            date(2024, 6, 2): NOT_MET,
        }
        assert {on: verdict(case, on) for on in expected} == expected

    @pytest.mark.parametrize(
        ("joined", "expected"),
        [(date(2022, 4, 28), MET), (date(2022, 4, 29), NOT_MET), (date(2022, 4, 30), NOT_MET)],
    )
    def test_the_baseline_is_the_end_of_28_april_2022(self, joined, expected):
        """Who joined on 28 April 2022 is in the baseline; on 29 April it is a change."""
        assert verdict(self._with(Membership(town("90003"), joined)), QUIET) is expected

    def test_leaving_changes_it_for_good(self):
        """A member leaves and comes back: the territory changed, so it counts as new since."""
        left, back = date(2023, 5, 1), date(2023, 9, 1)
        away = Membership(town("90003"), LONG_AGO, left), Membership(town("90003"), back)
        case = applies(verband(*two_towns(reference_region=LIMBURG), *away))
        assert verdict(case, date(2023, 4, 30)) is MET
        for on in (left, date(2023, 5, 2), date(2023, 8, 31), back, QUIET):
            assert verdict(case, on) is NOT_MET
            assert case.regieverband.standing_on(on, CALL) is Standing.CHANGED

    def test_after_leaving_the_sixty_thousand_is_tested_again(self):
        """Two of 40,000 and one leaves: 40,000 are too few from that day."""
        leaves = Membership(town("90003", inhabitants=30_000), LONG_AGO, date(2024, 6, 1))
        rest = town("90001"), town("90002", inhabitants=10_000)
        case = applies(verband(*rest, leaves))
        assert verdict(case, date(2024, 5, 31)) is MET
        assert refused_by(case, date(2024, 6, 1)) == ["enough-inhabitants", "centrumstad-alone"]

    def test_another_legal_form_changes_it(self):
        """A change of legal form on 1 June 2024: it counts as new from that day."""
        form = History(
            LegalForm.INTERLOCAL_ASSOCIATION, [(date(2024, 6, 1), LegalForm.PROJECT_ASSOCIATION)]
        )
        case = _across(form=form)
        expected = {
            date(2024, 5, 31): MET,
            date(2024, 6, 1): NOT_MET,
            date(2024, 6, 2): NOT_MET,
        }
        assert {on: verdict(case, on) for on in expected} == expected

    def test_a_merger_inside_is_no_change(self):
        """Tielt and Meulebeke, both members, merge on 1 January 2025: still existing."""
        before = verband(real("Tielt"), real("Meulebeke"), real("Kortrijk"))
        after = flanders.carry_forward(before, date(2025, 1, 1))
        for on in (date(2024, 12, 31), date(2025, 1, 1), date(2025, 1, 2)):
            assert after.standing_on(on, CALL) is Standing.EXISTING
            assert verdict(applies(after), on, REFERENCE_REGION) is MET
        assert {each.name for each in after.members_on(date(2025, 1, 1))} == {"Tielt", "Kortrijk"}
        assert verdict(applies(after), date(2026, 1, 1), REFERENCE_REGION) is NOT_MET

    def test_a_merger_with_a_non_member_is_a_change(self):
        """Bilzen (member) merges with Hoeselt (not): changed on that day, new from then on."""
        before = verband(real("Bilzen"), real("Turnhout"))
        after = flanders.carry_forward(before, date(2025, 1, 1))
        expected = {
            date(2024, 12, 31): (Standing.EXISTING, MET),
            date(2025, 1, 1): (Standing.CHANGED, NOT_MET),
            date(2025, 1, 2): (Standing.CHANGED, NOT_MET),
        }
        for on, (standing, met) in expected.items():
            assert after.standing_on(on, CALL) is standing
            assert verdict(applies(after), on, REFERENCE_REGION) is met

    def test_both_merging_ones_as_members_are_no_change(self):
        """Bilzen and Hoeselt both members: the merger changes nothing."""
        before = verband(real("Bilzen"), real("Hoeselt"), real("Turnhout"))
        after = flanders.carry_forward(before, date(2025, 1, 1))
        assert after.standing_on(date(2025, 1, 1), CALL) is Standing.EXISTING

    def test_antwerpen_keeps_its_code_and_its_territory_grows(self):
        """11002 before and after 1 January 2025, with Borsbeek (11007) since: changed."""
        alone = city(real("Antwerpen"))
        after = flanders.carry_forward(alone, date(2025, 1, 1))
        (member,) = after.members_on(date(2025, 1, 1))
        assert (member.nis_code, member.territory) == ("11002", {"11002", "11007"})
        assert after.standing_on(date(2024, 12, 31), CALL) is Standing.EXISTING
        assert after.standing_on(date(2025, 1, 1), CALL) is Standing.CHANGED
        assert verdict(applies(after), date(2025, 1, 1)) is MET

    def test_a_partnership_with_antwerpen_across_regions_is_bound_by_that(self):
        """Antwerpen grew with Borsbeek, so a partnership across regions is new in 2025."""
        before = verband(real("Antwerpen"), real("Zwijndrecht"), real("Mechelen"))
        after = applies(flanders.carry_forward(before, date(2025, 1, 1)))
        assert verdict(after, date(2024, 12, 31), REFERENCE_REGION) is MET
        assert verdict(after, date(2025, 1, 1), REFERENCE_REGION) is NOT_MET

    def test_a_member_of_the_past_must_be_carried_forward(self):
        """An assessment on a day on which a member has merged is refused, not answered."""
        case = applies(verband(real("Tielt"), real("Meulebeke")))
        assert verdict(case, date(2024, 12, 31)) is MET
        with pytest.raises(MunicipalityNotOfTheDay):
            around(case, date(2025, 1, 1))


class TestS17:
    """3 miljoen euro wordt verdeeld tussen al de goedgekeurde begunstigden."""

    def _call_of(self, counts, **changes):
        applications = []
        for number, (working_age, job_seekers) in enumerate(counts):
            people = {"working_age_population": working_age, "job_seekers": job_seekers}
            first = town(f"9{number}001", inhabitants=100_000, **people)
            second = town(f"9{number}002", working_age_population=0, job_seekers=0)
            applications.append(applies(verband(first, second, id=f"R{number}"), **changes))
        return applications

    def _divided(self, applications):
        portfolio = Portfolio(applications, complete=True)
        result = assess_call(portfolio, on=date(2025, 12, 31), call=CALL, year=2025)
        return {grant.beneficiary_id: str(grant.amount) for grant in result.allocation.grants}

    def test_one_gets_all(self):
        """One approved beneficiary gets the whole budget."""
        assert self._divided(self._call_of([(7, 3)])) == {"R0": "3000000.00"}

    def test_three_by_the_three_keys(self):
        """(60,000; 3,000), (30,000; 2,000), (10,000; 1,000): 1,420,000, 960,000, 620,000."""
        three = self._call_of([(60_000, 3_000), (30_000, 2_000), (10_000, 1_000)])
        assert self._divided(three) == {
            "R0": "1420000.00",
            "R1": "960000.00",
            "R2": "620000.00",
        }

    def test_a_refusal_raises_every_other_share(self):
        """Only approved applications divide the budget: without the third the others get more."""
        first, second, third = self._call_of([(60_000, 3_000), (30_000, 2_000), (10_000, 1_000)])
        refused = evolve(third, channels=())
        expected = [
            3_000_000 * (Fraction(40, 100) * part + Fraction(20, 100) * share + Fraction(20, 100))
            for part, share in (
                (Fraction(60, 90), Fraction(3, 5)),
                (Fraction(30, 90), Fraction(2, 5)),
            )
        ]
        assert expected == [1_760_000, 1_240_000]
        assert self._divided([first, second, refused]) == {
            "R0": "1760000.00",
            "R1": "1240000.00",
        }


class TestS21:
    """Via een meerjarenplanning voor de periode 2023-2025 en/of via Platos."""

    @pytest.mark.parametrize(
        ("channels", "expected"),
        [
            ({SubmissionChannel.MULTI_ANNUAL_PLAN}, MET),
            ({SubmissionChannel.PLATOS}, MET),
            (set(SubmissionChannel), MET),
            (set(), NOT_MET),
            (None, UNKNOWN),
        ],
    )
    def test_the_plan_or_platos_or_both(self, channels, expected):
        """And/or: either is enough, both is fine, neither is not, not known is undecided."""
        case = applies(channels=channels)
        assert verdict(case, criterion=CHANNEL) is expected
        assert verdict(case) is expected


class TestNotKnown:
    """What is not known is never assumed (case 3)."""

    @pytest.mark.parametrize(
        ("case", "circumstances", "fact"),
        [
            (applies(verband(form=None)), {}, "legal_form"),
            (_across(recognised_on=None), {}, "recognised_on"),
            (applies(plan=None), {}, "plan"),
            (applies(channels=None), {}, "channels"),
            (_new(reference_region=None), {}, "reference_region"),
            (_across(recognised_on=NEVER, derogations=None), {}, "derogations"),
            (applies(), {"complete": None}, "complete"),
            (applies(), {"complete": False}, "complete"),
            (applies(city(town(is_centrumstad=None))), {}, "is_centrumstad"),
        ],
    )
    def test_left_open_is_undecided_and_named(self, case, circumstances, fact):
        """Each fact left open gives undecided, and is the one fact that is asked for."""
        assert verdict(case, **circumstances) is UNKNOWN
        assert fact in facts_missing(case, **circumstances)
        if fact != "reference_region":
            assert facts_missing(case, **circumstances) <= {fact, "derogations"}

    def test_what_is_known_may_decide_without_it(self):
        """A recognition does not matter to one that fits, nor a region to one not yet bound."""
        assert verdict(applies(verband(recognised_on=None))) is MET
        assert verdict(applies(verband(*two_towns(reference_region=None)))) is MET
        assert verdict(_across(recognised_on=None), date(2022, 12, 31)) is MET
        assert verdict(_across(recognised_on=None), date(2023, 1, 1)) is UNKNOWN
        assert verdict(_across(recognised_on=None), date(2025, 12, 31)) is UNKNOWN
        assert verdict(_across(recognised_on=None), date(2026, 1, 1)) is NOT_MET

    def test_another_failure_decides_and_nothing_is_asked(self):
        """Everything left open but the channel, which is none: not eligible, nothing asked."""
        open_town = town("90002", reference_region=None, is_centrumstad=None, inhabitants=None)
        body = verband(town("90001"), open_town, form=None, recognised_on=None, derogations=None)
        found = finding(applies(body, plan=None, channels=()), complete=None)
        assert found.verdict is NOT_MET
        assert found.missing == ()

    def test_two_members_cannot_be_a_municipality_alone(self):
        """An unknown form of two members is no city alone, whatever it turns out to be."""
        case = applies(verband(form=None))
        assert verdict(case, criterion=CENTRUMSTAD_ALONE) is NOT_MET
        assert verdict(case, criterion=ENOUGH_MEMBERS) is MET
        assert verdict(case, criterion=ENOUGH_INHABITANTS) is MET
