"""S09 to S12, who may apply: each sentence is a class, each law of it a test."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.drawing import law
from tests.eligibility.stories import (
    LONG_AGO,
    MET,
    NOT_MET,
    QUIET,
    UNKNOWN,
    applies,
    city,
    real,
    town,
    verband,
    verdict,
)

from wselr_rules.domain import flanders
from wselr_rules.domain.membership import Membership
from wselr_rules.eligibility.rules import ONE_REGIEVERBAND
from wselr_rules.law.terms import LegalForm

DAY = timedelta(days=1)
#: As the text has them: intermunicipal partnerships, and welzijnsverenigingen.
FORMS = st.sampled_from(
    [
        LegalForm("interlokale vereniging"),
        LegalForm("projectvereniging"),
        LegalForm("dienstverlenende vereniging"),
        LegalForm("opdrachthoudende vereniging"),
        LegalForm("welzijnsvereniging"),
    ]
)
#: Around the bound, and from nobody to three times as many.
PEOPLE = st.sampled_from([59_999, 60_000, 60_001]) | st.integers(0, 180_000)
#: The thirteen centrumsteden.
CITIES = (
    *("Aalst", "Antwerpen", "Brugge", "Genk", "Gent", "Hasselt", "Kortrijk"),
    *("Leuven", "Mechelen", "Oostende", "Roeselare", "Sint-Niklaas", "Turnhout"),
)
#: Which of five towns an applicant has.
MEMBERS = st.sampled_from(
    [
        set(codes)
        for size in (2, 3, 5)
        for codes in combinations(("90001", "90002", "90003", "90004", "90005"), size)
    ]
)


def partnership(*people, form=LegalForm.INTERLOCAL_ASSOCIATION):
    """Return the application of a partnership of towns with so many inhabitants."""
    members = (town(f"9000{n}", inhabitants=each) for n, each in enumerate(people, start=1))
    return applies(verband(*members, form=form))


def claims(codes, id, *, since=LONG_AGO, until=None):
    """Return an application that claims the towns of these codes for a while."""
    return applies(verband(*(Membership(town(code), since, until) for code in codes), id=id))


class TestS09:
    """Intergemeentelijke samenwerkingsverbanden en Welzijnsverenigingen.

    Die minimaal 60.000 inwoners hebben op hun grondgebied.
    """

    @law
    @given(FORMS, PEOPLE, st.integers(0, 100))
    def test_eligible_exactly_from_sixty_thousand_on(self, form, people, percent):
        """In every form, however its people are spread: met with 60,000 or more, and only so."""
        part = people * percent // 100
        found = verdict(partnership(part, people - part, form=form))
        assert found is (MET if people >= 60_000 else NOT_MET)

    @pytest.mark.parametrize(
        ("people", "expected"), [(59_999, NOT_MET), (60_000, MET), (60_001, MET)]
    )
    def test_three_points_round_the_bound(self, people, expected):
        """59,999 are too few, 60,000 are enough, and so are 60,001."""
        assert verdict(partnership(people, 0)) is expected

    @law
    @given(FORMS, st.tuples(*[st.integers(0, 40_000)] * 3))
    def test_known_members_may_decide(self, form, people):
        """One member is not counted yet: met if the others are 60,000, else undecided."""
        found = verdict(partnership(None, *people, form=form))
        assert found is (MET if sum(people) >= 60_000 else UNKNOWN)

    @law
    @given(PEOPLE, st.integers(-400, 400), st.none() | st.integers(1, 400))
    def test_who_is_no_member_on_the_day_does_not_count(self, people, joins, stays):
        """Only the territory of the day counts: a town that joins or has left adds nothing."""
        since = QUIET + joins * DAY
        until = None if stays is None else since + stays * DAY
        stay = Membership(town("90003", inhabitants=people), since, until)
        nobody = town("90001", inhabitants=0), town("90002", inhabitants=0)
        found = verdict(applies(verband(*nobody, stay)))
        is_member = stay.holds_on(QUIET)
        assert found is (MET if is_member and people >= 60_000 else NOT_MET)

    @law
    @given(PEOPLE)
    def test_no_other_form_may_apply(self, people):
        """What is no partnership and no welzijnsvereniging may not apply, however large."""
        assert verdict(partnership(people, 60_000, form=LegalForm.OTHER)) is NOT_MET


class TestS10:
    """Centrumsteden kunnen apart indienen of als partner."""

    @law
    @given(st.booleans(), st.integers(0, 1_000_000))
    def test_a_municipality_alone_is_eligible_exactly_if_a_centrumstad(self, is_city, people):
        """A centrumstad may apply alone; any other municipality may not, however large."""
        case = applies(city(town(is_centrumstad=is_city, inhabitants=people)))
        assert verdict(case) is (MET if is_city else NOT_MET)

    @law
    @given(st.sampled_from(CITIES), PEOPLE, PEOPLE)
    def test_each_of_the_thirteen_alone_or_as_a_partner(self, name, own, of_the_partner):
        """Alone whatever its size; as a partner where both together have 60,000."""
        one = real(name, inhabitants=own)
        partner = town(inhabitants=of_the_partner, reference_region=one.reference_region)
        assert verdict(applies(city(one))) is MET
        found = verdict(applies(verband(one, partner)))
        assert found is (MET if own + of_the_partner >= 60_000 else NOT_MET)

    @law
    @given(st.sampled_from(CITIES), FORMS)
    def test_alone_or_as_a_partner_and_not_both(self, name, form):
        """A centrumstad alone and in a partnership too: neither is eligible."""
        one = real(name)
        alone = applies(city(one, id="alone"))
        partner = applies(verband(one, town(), id="partner", form=form))
        assert verdict(alone, others=[partner]) is NOT_MET
        assert verdict(partner, others=[alone]) is NOT_MET

    def test_there_are_thirteen(self):
        """The register knows these thirteen centrumsteden, and no others."""
        known = flanders.municipalities(on=QUIET)
        assert sorted(each.name for each in known if each.is_centrumstad) == sorted(CITIES)


class TestS11:
    """Voor centrumsteden die apart indienen geldt er geen ondergrens."""

    @law
    @given(st.sampled_from(CITIES), st.none() | PEOPLE)
    def test_no_lower_bound(self, name, people):
        """Whatever its number of inhabitants, nobody or not known, a centrumstad is eligible."""
        assert verdict(applies(city(real(name, inhabitants=people)))) is MET

    @pytest.mark.parametrize("people", [0, 1, 59_999, 60_000, 60_001])
    def test_not_at_the_bound_of_the_others_either(self, people):
        """59,999, 60,000 and 60,001 are all the same to it."""
        assert verdict(applies(city(town(is_centrumstad=True, inhabitants=people)))) is MET


class TestS12:
    """Maar van één lokaal regieverband sociale economie en werk deel uitmaken."""

    @law
    @given(MEMBERS, MEMBERS)
    def test_met_exactly_if_no_town_is_shared(self, one, other):
        """Two applications: each is refused if they share a town, and neither if they do not."""
        first, second = claims(one, "first"), claims(other, "second")
        expected = NOT_MET if one & other else MET
        assert verdict(first, criterion=ONE_REGIEVERBAND, others=[second]) is expected
        assert verdict(second, others=[first]) is expected

    @law
    @given(MEMBERS, MEMBERS, MEMBERS)
    def test_of_three_only_those_that_share(self, one, other, third):
        """Among three, each is refused exactly if it shares a town with one of the others."""
        cases = [claims(codes, str(n)) for n, codes in enumerate((one, other, third))]
        others_of = (other | third, one | third, one | other)
        for case, codes, theirs in zip(cases, (one, other, third), others_of, strict=True):
            others = [each for each in cases if each is not case]
            found = verdict(case, criterion=ONE_REGIEVERBAND, others=others)
            assert found is (NOT_MET if codes & theirs else MET)

    @law
    @given(st.integers(-3, 3), st.integers(1, 6))
    def test_only_on_the_days_on_which_both_have_it(self, joins, stays):
        """From the day it joins the second up to the day it leaves it, and no other day."""
        since = QUIET + joins * DAY
        until = since + stays * DAY
        first = claims(["90001", "90002"], "first")
        second = claims(["90001"], "second", since=since, until=until)
        found = verdict(first, criterion=ONE_REGIEVERBAND, others=[second])
        assert found is (NOT_MET if since <= QUIET < until else MET)

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2024, 2, 29), MET),
            (date(2024, 3, 1), NOT_MET),
            (date(2024, 3, 2), NOT_MET),
        ],
    )
    def test_the_day_before_on_and_after(self, on, expected):
        """A town joins a second regieverband on 1 March 2024: from then on both fail."""
        first = claims(["90001", "90002"], "first")
        second = claims(["90002", "90003"], "second", since=date(2024, 3, 1))
        assert verdict(first, on, ONE_REGIEVERBAND, others=[second]) is expected

    @law
    @given(MEMBERS, MEMBERS, st.sampled_from([False, None]))
    def test_where_others_may_apply_only_a_conflict_decides(self, one, other, complete):
        """Not all applications are known: refused if a town is shared, else undecided."""
        first, second = claims(one, "first"), claims(other, "second")
        known = {"others": [second], "complete": complete}
        found = verdict(first, criterion=ONE_REGIEVERBAND, **known)
        assert found is (NOT_MET if one & other else UNKNOWN)
