"""S13 to S16, fitting a reference region: each sentence is a class, each law of it a test."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drawing import law
from tests.eligibility.stories import (
    LONG_AGO,
    MET,
    NOT_MET,
    OUTSIDE,
    applies,
    town,
    verband,
    verdict,
)

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.rules import REFERENCE_REGION
from wselr_rules.law.terms import LegalForm

DAY = timedelta(days=1)
#: From the date of the order to the end of the year of the last deadline.
DAYS = st.sampled_from(
    [turn + shift * DAY for turn in (date(2023, 1, 1), date(2026, 1, 1)) for shift in (-1, 0, 1)]
) | st.dates(date(2022, 4, 29), date(2026, 12, 31))
REGION = st.sampled_from([each for each in ReferenceRegion if each is not OUTSIDE])
#: Two regions that are not the same.
TWO_REGIONS = st.sampled_from(
    [*permutations([each for each in ReferenceRegion if each is not OUTSIDE], 2)]
)
#: One to three, often the same.
SOME_REGIONS = st.sampled_from(
    [regions for size in (1, 2, 3) for regions in product(list(ReferenceRegion)[-4:], repeat=size)]
)
BEFORE_THE_ORDER = st.dates(date(2010, 1, 1), date(2022, 4, 28))
NEW = st.just(NEVER) | st.dates(date(2022, 4, 29), date(2026, 12, 31))
FORMS = st.sampled_from(
    [
        each
        for each in LegalForm
        if each not in {LegalForm.MUNICIPALITY, LegalForm.OTHER, LegalForm.PROJECT_ASSOCIATION}
    ]
)


def fits(regions, recognised_on, on, **facts):
    """Return whether a regieverband of a town in each of these regions fits on a day."""
    members = [town(f"9000{n}", reference_region=each) for n, each in enumerate(regions)]
    body = verband(*members, recognised_on=recognised_on, **facts)
    return verdict(applies(body), on, REFERENCE_REGION)


class TestS13:
    """Maximaal even groot zijn als de referentieregio's."""

    @law
    @given(SOME_REGIONS, FORMS, DAYS)
    def test_all_of_it_lies_in_one_region(self, regions, form, on):
        """In whatever form, once it must fit: met exactly if all members are in one region."""
        found = fits(regions, NEVER, max(on, date(2023, 1, 1)), form=form)
        is_one = len(set(regions)) == 1 and OUTSIDE not in regions
        assert found is (MET if is_one else NOT_MET)

    @law
    @given(REGION, st.integers(1, 9), DAYS)
    def test_it_may_be_as_large_as_the_region(self, region, members, on):
        """However many members it has, if all are in one region it fits, on every day."""
        assert fits([region] * members, NEVER, on) is MET

    @law
    @given(TWO_REGIONS, st.integers(1, 8))
    def test_one_member_in_another_region_is_too_many(self, regions, members):
        """Whatever the number of the others, one in another region makes it too large."""
        spread = [regions[0]] * members + [regions[1]]
        assert fits(spread, NEVER, date(2023, 1, 1)) is NOT_MET


class TestS14:
    """Krijgen de tijd tot ten laatste 1/1/2026."""

    @law
    @given(TWO_REGIONS, BEFORE_THE_ORDER, FORMS, DAYS)
    def test_an_existing_one_has_until_2026(self, regions, recognised_on, form, on):
        """Across regions and unchanged: met on every day before 1 January 2026, and no other."""
        found = fits(regions, recognised_on, on, form=form)
        assert found is (MET if on < date(2026, 1, 1) else NOT_MET)

    @pytest.mark.parametrize(
        ("on", "expected"),
        [(date(2025, 12, 31), MET), (date(2026, 1, 1), NOT_MET), (date(2026, 1, 2), NOT_MET)],
    )
    def test_the_day_before_on_and_after(self, on, expected):
        """On 31 December 2025 it may still lie across regions, on 1 January 2026 no more."""
        regions = [ReferenceRegion("kempen"), ReferenceRegion("limburg")]
        assert fits(regions, LONG_AGO, on) is expected

    @law
    @given(REGION, BEFORE_THE_ORDER, DAYS)
    def test_an_existing_one_that_fits_is_never_late(self, region, recognised_on, on):
        """In one region: met on every day, before the deadline and after it."""
        assert fits([region, region], recognised_on, on) is MET

    @law
    @given(TWO_REGIONS, st.integers(-3, 3), st.integers(-3, 3))
    def test_the_fit_must_be_there_on_the_day(self, regions, leaves, later):
        """The member in the other region leaves: from 2026 on met exactly once it has left."""
        until, on = (date(2026, 1, 1) + shift * DAY for shift in (leaves, later))
        stray = Membership(town("90002", reference_region=regions[1]), LONG_AGO, until)
        body = verband(town("90001", reference_region=regions[0]), stray)
        expected = MET if on < date(2026, 1, 1) or until <= on else NOT_MET
        assert verdict(applies(body), on, REFERENCE_REGION) is expected


class TestS15:
    """Moeten zich al inpassen in de referentieregio's voor 1/1/2023."""

    @law
    @given(TWO_REGIONS, NEW, FORMS, DAYS)
    def test_a_new_one_must_fit_from_2023(self, regions, recognised_on, form, on):
        """Across regions: met on every day before 1 January 2023, and no other."""
        found = fits(regions, recognised_on, on, form=form)
        assert found is (MET if on < date(2023, 1, 1) else NOT_MET)

    @pytest.mark.parametrize(
        ("on", "expected"),
        [(date(2022, 12, 31), MET), (date(2023, 1, 1), NOT_MET), (date(2023, 1, 2), NOT_MET)],
    )
    @pytest.mark.parametrize("recognised_on", [date(2022, 4, 29), date(2022, 4, 30), NEVER])
    def test_the_day_before_on_and_after(self, on, expected, recognised_on):
        """On 31 December 2022 nothing is due yet, on 1 January 2023 it must fit."""
        regions = [ReferenceRegion("kempen"), ReferenceRegion("limburg")]
        assert fits(regions, recognised_on, on) is expected

    @law
    @given(REGION, NEW, DAYS)
    def test_a_new_one_that_fits_is_never_late(self, region, recognised_on, on):
        """In one region: met on every day."""
        assert fits([region, region], recognised_on, on) is MET

    @law
    @given(TWO_REGIONS, st.integers(-3, 3))
    def test_new_is_recognised_from_the_day_of_the_order_on(self, regions, shift):
        """In 2023: met if recognised before 29 April 2022, by the default reading, else not."""
        found = fits(regions, date(2022, 4, 29) + shift * DAY, date(2023, 6, 1))
        assert found is (MET if shift < 0 else NOT_MET)


#: How an existing regieverband in two regions can expand or change on a day.
CHANGES = ("joins", "leaves", "is of another form")


def changed(how, regions, since):
    """Return the application of a regieverband that expands or changes on a day."""
    members = [
        Membership(town(f"9000{n}", reference_region=r), LONG_AGO) for n, r in enumerate(regions)
    ]
    third = town("90009", reference_region=regions[0])
    form = LegalForm.INTERLOCAL_ASSOCIATION
    if how == "joins":
        members.append(Membership(third, since))
    elif how == "leaves":
        members.append(Membership(third, LONG_AGO, since))
    else:
        form = History(form, [(since, LegalForm.PROJECT_ASSOCIATION)])
    return applies(verband(*members, form=form))


class TestS16:
    """Die zich uitbreiden of wijzigen worden daarbij als nieuwe lokale regieverbanden beschouwd."""

    @law
    @given(st.sampled_from(CHANGES), TWO_REGIONS, DAYS, DAYS)
    def test_it_counts_as_new_from_the_day_of_the_change(self, how, regions, since, on):
        """Across regions: met before 2023 and before the change, while it is not 2026 yet."""
        found = verdict(changed(how, regions, since), on, REFERENCE_REGION)
        may_still = on < since and on < date(2026, 1, 1)
        assert found is (MET if on < date(2023, 1, 1) or may_still else NOT_MET)

    @pytest.mark.parametrize("how", CHANGES)
    @pytest.mark.parametrize(
        ("on", "expected"),
        [(date(2024, 5, 31), MET), (date(2024, 6, 1), NOT_MET), (date(2024, 6, 2), NOT_MET)],
    )
    def test_the_day_before_on_and_after(self, how, on, expected):
        """It changes on 1 June 2024: from that day it must fit, and not on the day before."""
        regions = [ReferenceRegion("kempen"), ReferenceRegion("limburg")]
        assert verdict(changed(how, regions, date(2024, 6, 1)), on, REFERENCE_REGION) is expected

    @pytest.mark.parametrize("how", CHANGES)
    @pytest.mark.parametrize(
        ("on", "expected"),
        [(date(2022, 12, 31), MET), (date(2023, 1, 1), NOT_MET), (date(2023, 1, 2), NOT_MET)],
    )
    def test_one_that_changed_before_2023(self, how, on, expected):
        """It changed on 1 June 2022: like a new one it must fit from 1 January 2023."""
        regions = [ReferenceRegion("kempen"), ReferenceRegion("limburg")]
        assert verdict(changed(how, regions, date(2022, 6, 1)), on, REFERENCE_REGION) is expected

    @law
    @given(st.sampled_from(CHANGES), REGION, DAYS, DAYS)
    def test_one_that_fits_may_change(self, how, region, since, on):
        """In one region before and after the change: met on every day."""
        assert verdict(changed(how, [region, region], since), on, REFERENCE_REGION) is MET

    @law
    @given(st.sampled_from(CHANGES), TWO_REGIONS, st.integers(-3, 3))
    def test_a_change_before_the_order_is_none(self, how, regions, shift):
        """Changed before 29 April 2022: existing as it then was; on that day or later: new."""
        case = changed(how, regions, date(2022, 4, 29) + shift * DAY)
        found = verdict(case, date(2023, 6, 1), REFERENCE_REGION)
        assert found is (MET if shift < 0 else NOT_MET)
