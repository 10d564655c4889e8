"""A regieverband with one member more or less, from a day on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import Municipality
from wselr_rules.errors import NotAMember, NotMunicipalityAlone, OverlappingMemberships
from wselr_rules.law.terms import LegalForm

DAY = timedelta(days=1)
FOUNDED, TODAY = date(2020, 1, 1), date(2024, 6, 1)
AALST, NINOVE, LEDE = (
    Municipality(code, name)
    for code, name in (("41002", "Aalst"), ("41048", "Ninove"), ("41034", "Lede"))
)
BOTH = RegieVerband(
    "r1",
    "Regieverband",
    LegalForm.INTERLOCAL_ASSOCIATION,
    (Membership(AALST, FOUNDED), Membership(NINOVE, FOUNDED)),
    recognised_on=FOUNDED,
    derogations=(Derogation(TODAY),),
)


class TestWithMember:
    """One more member from a day on."""

    def test_from_its_own_day_on(self):
        """It is no member on the day before, and is one on the day and after, after the others."""
        more = BOTH.with_member(LEDE, TODAY)
        assert more.members_on(TODAY - DAY) == (AALST, NINOVE)
        assert more.members_on(TODAY) == (AALST, NINOVE, LEDE)
        assert more.members_on(date.max) == (AALST, NINOVE, LEDE)

    def test_nothing_else_changes(self):
        """All that is known of it besides stays, and so does the one that it is made from."""
        more = BOTH.with_member(LEDE, TODAY)
        assert evolve(more, memberships=BOTH.memberships) == BOTH
        assert BOTH.members_on(TODAY) == (AALST, NINOVE)

    def test_one_that_is_a_member_already(self):
        """Its ground would be a member twice: refused, with the first day."""
        with pytest.raises(OverlappingMemberships) as caught:
            BOTH.with_member(NINOVE, TODAY)
        assert (caught.value.nis_codes, caught.value.first_day) == (("41048", "41048"), TODAY)

    def test_one_that_left_may_come_back(self):
        """Once it has left, it joins like any other, on the same day too."""
        back = BOTH.without_member("41048", TODAY).with_member(NINOVE, TODAY)
        assert back.members_on(TODAY) == (AALST, NINOVE)

    def test_a_municipality_alone_takes_in_nobody(self):
        """With a second one it would not be alone."""
        alone = RegieVerband.of(
            "r2", "x", LegalForm.MUNICIPALITY, [AALST], since=FOUNDED, recognised_on=None
        )
        with pytest.raises(NotMunicipalityAlone) as caught:
            alone.with_member(NINOVE, TODAY)
        assert (caught.value.members, caught.value.on) == (2, TODAY)


class TestWithoutMember:
    """A member that leaves."""

    def test_from_that_day_on(self):
        """It is a member on the day before, and none on the day and after."""
        less = BOTH.without_member("41048", TODAY)
        assert less.members_on(TODAY - DAY) == (AALST, NINOVE)
        assert less.members_on(TODAY) == (AALST,)
        assert less.members_on(date.max) == (AALST,)

    def test_nothing_else_changes(self):
        """All that is known of it besides stays, and so does the one that it is made from."""
        less = BOTH.without_member("41048", TODAY)
        assert less.memberships == (Membership(AALST, FOUNDED), Membership(NINOVE, FOUNDED, TODAY))
        assert evolve(less, memberships=BOTH.memberships) == BOTH

    def test_on_the_day_that_it_joined(self):
        """Then it never was a member, and no membership is left of it."""
        less = BOTH.without_member("41048", FOUNDED)
        assert less.memberships == (Membership(AALST, FOUNDED),)

    def test_one_that_had_left_before_and_one_that_would_come_back(self):
        """An earlier membership stays what it was; a later one does not begin."""
        body = evolve(
            BOTH,
            memberships=(
                Membership(NINOVE, FOUNDED, date(2021, 1, 1)),
                Membership(AALST, FOUNDED),
                Membership(NINOVE, date(2023, 1, 1), date(2025, 1, 1)),
                Membership(NINOVE, date(2026, 1, 1)),
            ),
        )
        assert body.without_member("41048", TODAY).memberships == (
            Membership(NINOVE, FOUNDED, date(2021, 1, 1)),
            Membership(AALST, FOUNDED),
            Membership(NINOVE, date(2023, 1, 1), TODAY),
        )

    @pytest.mark.parametrize(
        ("code", "on"),
        [("41034", TODAY), ("41002", FOUNDED - DAY), ("Aalst", TODAY), ("", TODAY)],
    )
    def test_one_that_is_no_member_that_day(self, code, on):
        """Who is not there cannot leave: refused, with who and when."""
        with pytest.raises(NotAMember) as caught:
            BOTH.without_member(code, on)
        error = caught.value
        assert (error.regieverband_id, error.nis_code, error.on) == ("r1", code, on)

    def test_one_that_has_left(self):
        """On the day on which it has left it is no member any more; on the day before it is."""
        less = BOTH.without_member("41048", TODAY)
        with pytest.raises(NotAMember):
            less.without_member("41048", TODAY)
        sooner = less.without_member("41048", TODAY - DAY)
        assert sooner == BOTH.without_member("41048", TODAY - DAY)

    def test_a_municipality_alone_does_not_leave_nobody(self):
        """Without any membership there would be no municipality that could apply."""
        alone = RegieVerband.of(
            "r2", "x", LegalForm.MUNICIPALITY, [AALST], since=TODAY, recognised_on=None
        )
        with pytest.raises(NotMunicipalityAlone) as caught:
            alone.without_member("41002", TODAY)
        assert caught.value.members == 0

    @given(
        st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3) | st.none()), max_size=3),
        st.integers(0, 12),
    )
    def test_day_by_day(self, stays, number):
        """Before the day the members are the same, from it on the same without that one."""
        day, memberships = FOUNDED, [Membership(AALST, FOUNDED)]
        for pause, length in stays:
            since = day + DAY * pause
            day = since + DAY * (length or 1)
            memberships.append(Membership(NINOVE, since, day if length else None))
            if length is None:
                break
        body = evolve(BOTH, memberships=memberships)
        on = FOUNDED + DAY * number
        if NINOVE not in body.members_on(on):
            with pytest.raises(NotAMember):
                body.without_member("41048", on)
            return
        less = body.without_member("41048", on)
        for each in (FOUNDED + DAY * n for n in range(-1, 25)):
            expected = body.members_on(each) if each < on else (AALST,)
            assert less.members_on(each) == expected
