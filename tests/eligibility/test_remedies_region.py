"""One reference region in time: the smallest changes that make it eligible."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.remedied import remedied, ways
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    MET,
    OUTSIDE,
    QUIET,
    applies,
    reading,
    real,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility.applicant_changes import (
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)
from wselr_rules.eligibility.rules import REFERENCE_REGION
from wselr_rules.law.readings import Change, DerogationEffect, NewDeadline
from wselr_rules.law.terms import LegalForm

LAST_OF_2025, FIRST_OF_2026 = date(2025, 12, 31), date(2026, 1, 1)


class TestRegion:
    """All of it in one reference region, in time (S13 to S16)."""

    def _w13(self, *, midwest_too=True):
        names = ("Kortrijk", "Waregem", "Wielsbeke")
        members = [real(name, on=date(2025, 1, 1)) for name in names]
        w13 = verband(*members, id="W13")
        others = [real(name, on=date(2025, 1, 1)) for name in ("Roeselare", "Ingelmunster")]
        midwest = verband(*others, *(members[2:] if midwest_too else ()), id="M")
        named = evolve(w13, name="W13"), evolve(midwest, name="DVV Midwest")
        return [applies(each) for each in named]

    def test_w13_in_2025(self):
        """Wielsbeke leaves one of the two: the region is not asked for before 2026."""
        w13, midwest = self._w13()
        found = remedied(w13, LAST_OF_2025, others=[midwest])
        wielsbeke = real("Wielsbeke", on=date(2025, 1, 1))
        assert {each.changes for each in found} == {
            (RemoveMember(wielsbeke),),
            (ReleaseMember(wielsbeke, "M", "DVV Midwest"),),
        }
        for each in found:
            ((conflict,), broken) = each.ends, each.breaks
            assert conflict.names == ("Wielsbeke",)
            assert broken == ()
            assert each.verdict is MET

    def test_w13_from_2026_on(self):
        """Wielsbeke leaves W13, or DVV Midwest drops it and W13 may deviate."""
        w13, midwest = self._w13()
        wielsbeke = real("Wielsbeke", on=date(2025, 1, 1))
        assert ways(w13, FIRST_OF_2026, others=[midwest]) == [
            (RemoveMember(wielsbeke),),
            (ReleaseMember(wielsbeke, "M", "DVV Midwest"), ObtainDerogation(FIRST_OF_2026)),
        ]

    def test_nothing_ends_where_there_was_no_conflict(self):
        """Without another claim the same change ends no conflict."""
        w13, midwest = self._w13(midwest_too=False)
        found = remedied(w13, FIRST_OF_2026, others=[midwest])
        assert (RemoveMember(real("Wielsbeke", on=date(2025, 1, 1))),) in [
            each.changes for each in found
        ]
        assert {each.ends for each in found} == {()}

    @pytest.mark.parametrize("inhabitants", [19_999, 20_000, 20_001])
    def test_the_smaller_part_leaves_if_enough_remains(self, inhabitants):
        """What remains must have 60,000; else who leaves is replaced, or it may deviate."""
        stays = (town("90001"), town("90002", inhabitants=inhabitants))
        apart = town("90003", reference_region=LIMBURG, inhabitants=1_000)
        deviates = (ObtainDerogation(FIRST_OF_2026),)
        leaves = (RemoveMember(apart),)
        if inhabitants == 19_999:
            leaves = (RemoveMember(apart), BringInhabitants(1, KEMPEN))
        # Last comes that the larger part leaves, and others join the one that is left.
        larger = (*map(RemoveMember, stays), BringInhabitants(59_000, LIMBURG))
        found = ways(applies(verband(*stays, apart)), FIRST_OF_2026)
        assert found == [deviates, leaves, larger]

    def test_who_joins_makes_an_existing_one_new(self):
        """Across two regions and too small in 2025: to grow it must fit at once."""
        stays, apart = town("90001"), town("90002", reference_region=LIMBURG, inhabitants=16_000)
        joins = town("91001", inhabitants=20_000)
        elsewhere = town("91002", inhabitants=20_000, reference_region=LIMBURG)
        application = applies(verband(stays, apart))
        assert ways(application, candidates=[joins, elsewhere]) == [
            (AddMembers([joins]), ObtainDerogation(QUIET)),
            (AddMembers([elsewhere]), ObtainDerogation(QUIET)),
            (RemoveMember(apart), AddMembers([joins])),
        ]

    def test_what_was_missed_cannot_be_made_good(self):
        """Where it had to fit ever since 2023 (I05), no change of today helps."""
        call = reading(new_deadline=NewDeadline.INCURABLE)
        joined = Membership(town("90003", reference_region=LIMBURG), date(2024, 1, 1))
        application = applies(verband(*two_towns(), joined))
        assert ways(application, call=call) == []
        assert remedied(application, call=call).is_complete

    def test_who_joined_today_may_leave_today(self):
        """A change of the same day is undone: it is existing again and has until 2026."""
        joins = Membership(town("90003"), QUIET)
        across = verband(*two_towns(reference_region=LIMBURG), joins)
        assert (RemoveMember(joins.municipality),) in ways(applies(across))

    def test_without_members_two_of_one_region_are_needed(self):
        """Nobody is left: two of one region that together are large enough begin anew."""
        left = [Membership(each, LONG_AGO, date(2021, 1, 1)) for each in two_towns()]
        kempen = [town(f"9100{n}", inhabitants=30_000) for n in range(2)]
        limburg = [
            town("92000", inhabitants=70_000, reference_region=LIMBURG),
            town("92001", inhabitants=0, reference_region=LIMBURG),
        ]
        found = ways(applies(verband(*left)), candidates=[*kempen, *limburg])
        assert (AddMembers(kempen),) in found
        assert (AddMembers(limburg[::-1]),) in found
        assert len([each for each in found if len(each) == 1]) == 2
        assert ways(applies(verband(*left))) == []
        other = applies(verband(*left, form=LegalForm.OTHER))
        found = ways(other, candidates=kempen)
        assert {each for each, joins in found if joins == AddMembers(kempen)} == {
            ChangeForm(form) for form in CALL.partnership_forms
        }

    def test_who_is_outside_every_region_leaves(self):
        """Who lies outside the Flemish Region leaves a new one, or it may deviate."""
        outside = town("90003", reference_region=OUTSIDE, inhabitants=1_000)
        body = verband(*two_towns(), outside, recognised_on=date(2024, 1, 1))
        assert ways(applies(body)) == [(ObtainDerogation(QUIET),), (RemoveMember(outside),)]

    def test_on_the_first_day_of_a_new_one(self):
        """What cannot be cured later (I05) is cured on the first day: who lies elsewhere leaves."""
        call = reading(new_deadline=NewDeadline.INCURABLE)
        apart = town("90003", reference_region=LIMBURG, inhabitants=1_000)
        for day, expected in ((QUIET, True), (date(2024, 6, 30), False)):
            body = verband(*two_towns(), apart, recognised_on=day)
            assert ((RemoveMember(apart),) in ways(applies(body), call=call)) is expected

    @pytest.mark.parametrize("candidates", [[town("91001")], []])
    def test_who_joins_may_not_fit_on_the_day_of_submission(self, candidates):
        """Judged as it is handed in (I05): who joins one that moves then needs a deviation."""
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        moves = town(
            inhabitants=60_000,
            reference_region=History(KEMPEN, [(date(2025, 1, 1), LIMBURG)]),
        )
        application = applies(verband(moves), submitted_on=date(2025, 6, 1))
        found = ways(application, call=call, candidates=candidates)
        joins = AddMembers(candidates) if candidates else BringInhabitants(0, KEMPEN)
        assert (joins, ObtainDerogation(QUIET)) in found

    def test_two_join_two_of_two_regions(self):
        """Across two regions and two too small: both join, and it may deviate."""
        members = two_towns(reference_region=LIMBURG, inhabitants=16_000)
        join = [town(f"9100{n}", inhabitants=2_000) for n in (1, 2)]
        found = ways(applies(verband(*members)), candidates=join)
        assert (AddMembers(join), ObtainDerogation(QUIET)) in found

    def test_another_form_to_be_judged_on_the_day_of_submission(self):
        """An existing one that fits once it is handed in counts as changed in another form."""
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        fits_later = History(LIMBURG, [(date(2026, 3, 1), KEMPEN)])
        application = applies(
            verband(*two_towns(reference_region=fits_later)), submitted_on=date(2026, 6, 1)
        )
        found = ways(application, FIRST_OF_2026, call=call)
        forms = {changes[0] for changes in found if isinstance(changes[0], ChangeForm)}
        assert forms == {
            ChangeForm(form) for form in CALL.partnership_forms - {LegalForm.INTERLOCAL_ASSOCIATION}
        }

    def test_a_deviation_that_is_ignored(self):
        """By the other reading of I13 a deviation does not help, and only leaving does."""
        call = reading(derogation=DerogationEffect.IGNORED)
        apart = town("90003", reference_region=LIMBURG, inhabitants=1_000)
        found = ways(applies(verband(*two_towns(), apart)), FIRST_OF_2026, call=call)
        assert found[0] == (RemoveMember(apart),)
        assert not any(isinstance(each, ObtainDerogation) for changes in found for each in changes)

    @pytest.mark.parametrize("recognised_on", [date(2024, 1, 1), NEVER, None])
    def test_one_that_never_existed_before(self, recognised_on):
        """One that is or may be new undoes nothing: who lies elsewhere leaves, or it deviates."""
        apart = town("90003", reference_region=LIMBURG, inhabitants=1_000)
        body = verband(*two_towns(), apart, recognised_on=recognised_on)
        found = ways(applies(body), criterion=REFERENCE_REGION)
        assert found[:2] == [(ObtainDerogation(QUIET),), (RemoveMember(apart),)]

    @pytest.mark.parametrize("since", [date(2023, 6, 1), CALL.existing_before])
    def test_who_joined_since_the_baseline_leaves_again(self, since):
        """Where only a difference from the baseline counts (I02), it is undone at any time."""
        call = reading(change=Change.STATE)
        joined = Membership(town("90003"), since)
        across = verband(*two_towns(reference_region=LIMBURG), joined)
        found = ways(applies(across), call=call)
        assert (RemoveMember(joined.municipality),) in found
        assert (RemoveMember(joined.municipality),) not in ways(applies(across))

    def test_too_many_elsewhere(self):
        """Four members elsewhere are one more than may leave: only a deviation is left."""
        kempen = [town(f"9000{n}") for n in range(4)]
        limburg = [town(f"9100{n}", reference_region=LIMBURG) for n in range(4)]
        found = ways(applies(verband(*kempen, *limburg)), FIRST_OF_2026)
        assert found == [(ObtainDerogation(FIRST_OF_2026),)]
        found = ways(applies(verband(*kempen, *limburg[:3])), FIRST_OF_2026)
        assert found[1:] == [tuple(map(RemoveMember, limburg[:3]))]

    def test_who_left_today_may_come_back_today(self):
        """Across two regions and changed today: the same one joins again, and nothing changed."""
        first, second = two_towns(reference_region=LIMBURG)
        left = Membership(town("90003", inhabitants=0), LONG_AGO, QUIET)
        found = ways(applies(verband(first, second, left)), candidates=[left.municipality])
        assert (AddMembers([left.municipality]),) in found

    def test_a_form_of_today_is_undone(self):
        """Across two regions and of another form since today: in its old form it existed."""
        old, new = LegalForm.PROJECT_ASSOCIATION, LegalForm.SERVICE_ASSOCIATION
        body = verband(*two_towns(reference_region=LIMBURG), form=History(old, [(QUIET, new)]))
        forms = [each for each, *_ in ways(applies(body)) if isinstance(each, ChangeForm)]
        assert forms == [ChangeForm(old)]

    def test_on_the_day_of_submission(self):
        """Judged as it is handed in (I05): a later submission looks at a later territory."""
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        leaving = Membership(town("90001"), LONG_AGO, date(2025, 1, 1))
        body = verband(leaving, Membership(town("90002"), LONG_AGO, date(2025, 1, 1)))
        days = ((date(2025, 6, 1), True), (date(2024, 6, 1), False), (None, True))
        for submitted_on, expected in days:
            application = applies(body, submitted_on=submitted_on)
            found = ways(
                application, call=call, criterion=REFERENCE_REGION, candidates=[town("90003")]
            )
            assert ((AddMembers([town("90003")]),) in found) is expected
