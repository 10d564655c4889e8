"""The regieverband: who its members are on which day, and what follows from that."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime, timedelta

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER, Never, RegieVerband, total
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.errors import (
    EmptyId,
    MunicipalityNotOfTheDay,
    NotMunicipalityAlone,
    OverlappingMemberships,
    WrongType,
)
from wselr_rules.law.terms import LegalForm

JOINED, LEFT = date(2020, 1, 1), date(2024, 6, 1)
MERGED = date(2025, 1, 1)
NOON = datetime(2024, 1, 1, 12)  # noqa: DTZ001
ASSOCIATION, ALONE = LegalForm.INTERLOCAL_ASSOCIATION, LegalForm.MUNICIPALITY
DAY = timedelta(days=1)

AALST = Municipality("41002", "Aalst", inhabitants=89_000)
NINOVE = Municipality("41048", "Ninove", inhabitants=39_000)
LEDE = Municipality("41034", "Lede")
TIELT = Municipality("37015", "Tielt")
MEULEBEKE = Municipality("37007", "Meulebeke")
NEW_TIELT = Municipality("37022", "Tielt")
ANTWERPEN = Municipality("11002", "Antwerpen")
GROWN_ANTWERPEN = Municipality("11002", "Antwerpen", territory={"11002", "11007"})
BORSBEEK = Municipality("11007", "Borsbeek")


def regieverband(*memberships, form=ASSOCIATION, recognised_on=JOINED, **more):
    """Return a regieverband with these memberships; a municipality alone stands for its own."""
    members = [
        Membership(each, JOINED) if isinstance(each, Municipality) else each for each in memberships
    ]
    return RegieVerband("r1", "Regieverband", form, members, recognised_on=recognised_on, **more)


class TestConstruction:
    """What is malformed is refused, with its data."""

    @pytest.mark.parametrize("id", ["", " ", "\t"])
    def test_an_empty_id(self, id):
        """It has an id."""
        with pytest.raises(EmptyId) as caught:
            evolve(regieverband(AALST), id=id)
        assert caught.value.kind == "RegieVerband"

    @pytest.mark.parametrize(
        ("name", "value", "field", "expected", "wrong"),
        [
            ("id", 1, "RegieVerband.id", "text", 1),
            ("name", None, "RegieVerband.name", "text", None),
            (
                "legal_form",
                "gemeente",
                "RegieVerband.legal_form",
                "a LegalForm, a History of them or None",
                "gemeente",
            ),
            (
                "legal_form",
                History(ASSOCIATION, ((LEFT, "vzw"),)),
                "RegieVerband.legal_form",
                "a LegalForm, a History of them or None",
                "vzw",
            ),
            ("memberships", None, "a collection", "several values", None),
            ("memberships", [AALST], "RegieVerband.memberships", "memberships", AALST),
            (
                "recognised_on",
                NOON,
                "RegieVerband.recognised_on",
                "a date, NEVER or None",
                NOON,
            ),
            (
                "recognised_on",
                "never",
                "RegieVerband.recognised_on",
                "a date, NEVER or None",
                "never",
            ),
            (
                "recognised_on",
                False,
                "RegieVerband.recognised_on",
                "a date, NEVER or None",
                False,
            ),
            ("derogations", 1, "a collection", "several values", 1),
            (
                "derogations",
                [JOINED],
                "RegieVerband.derogations",
                "derogations or None",
                JOINED,
            ),
        ],
    )
    def test_a_wrong_type(self, name, value, field, expected, wrong):
        """The error names the field, what was expected, and what came."""
        with pytest.raises(WrongType) as caught:
            evolve(regieverband(AALST), **{name: value})
        error = caught.value
        assert (error.field, error.expected, error.value) == (field, expected, wrong)

    def test_the_recognition_is_always_said(self):
        """A verdict depends on it, so it has no default."""
        with pytest.raises(TypeError, match="recognised_on"):
            RegieVerband("r1", "x", ASSOCIATION, ())

    def test_what_is_not_known(self):
        """Form and recognition may be not known, deviations are so where none are given."""
        unknown = regieverband(form=None, recognised_on=None)
        facts = (unknown.legal_form, unknown.recognised_on, unknown.derogations)
        assert facts == (None, None, None)

    def test_known_to_be_absent(self):
        """Never recognised and no deviation are known facts, apart from not known."""
        known = regieverband(recognised_on=NEVER, derogations=[])
        assert known.recognised_on is NEVER is Never.NEVER is Never("never")
        assert known.derogations == ()

    def test_any_collection(self):
        """Memberships and deviations may come in any collection and are kept as tuples."""
        made = RegieVerband(
            "r1",
            "x",
            ASSOCIATION,
            (Membership(each, JOINED) for each in (AALST, NINOVE)),
            recognised_on=None,
            derogations=[Derogation(JOINED)],
        )
        assert made.memberships == (Membership(AALST, JOINED), Membership(NINOVE, JOINED))
        assert made.derogations == (Derogation(JOINED),)


class TestOverlaps:
    """The same ground is a member once on a day."""

    @pytest.mark.parametrize(
        ("periods", "first_day"),
        [
            (((JOINED, None), (JOINED, None)), JOINED),
            (((JOINED, None), (LEFT, None)), LEFT),
            (((LEFT, None), (JOINED, None)), LEFT),
            (((JOINED, LEFT), (LEFT - DAY, None)), LEFT - DAY),
            (((LEFT - DAY, None), (JOINED, LEFT)), LEFT - DAY),
            (((JOINED, MERGED), (LEFT, LEFT + DAY)), LEFT),
        ],
    )
    def test_one_municipality_twice(self, periods, first_day):
        """Memberships that share a day are refused, with the first day that they share."""
        with pytest.raises(OverlappingMemberships) as caught:
            regieverband(*(Membership(AALST, *period) for period in periods))
        error = caught.value
        assert error.regieverband_id == "r1"
        assert (error.nis_codes, error.first_day) == (("41002", "41002"), first_day)

    @pytest.mark.parametrize(
        ("one", "other", "codes"),
        [
            (MEULEBEKE, NEW_TIELT, ("37007", "37022")),
            (NEW_TIELT, TIELT, ("37022", "37015")),
            (BORSBEEK, GROWN_ANTWERPEN, ("11007", "11002")),
            (ANTWERPEN, GROWN_ANTWERPEN, ("11002", "11002")),
        ],
    )
    def test_one_ground_under_two_codes(self, one, other, codes):
        """A municipality and what it merged into share ground; both codes are named."""
        with pytest.raises(OverlappingMemberships) as caught:
            regieverband(Membership(one, JOINED), Membership(other, LEFT))
        assert (caught.value.nis_codes, caught.value.first_day) == (codes, LEFT)

    def test_one_code_with_two_grounds(self):
        """One code is one municipality, whatever ground is said to be under it."""
        other = evolve(AALST, territory={"41099"})
        with pytest.raises(OverlappingMemberships) as caught:
            regieverband(AALST, other)
        assert caught.value.nis_codes == ("41002", "41002")

    @pytest.mark.parametrize("order", [1, -1])
    def test_one_after_the_other(self, order):
        """Whoever leaves may come back, on the same day or later, in whatever order it is said."""
        back = [Membership(AALST, JOINED, LEFT), Membership(AALST, LEFT)][::order]
        assert regieverband(*back).members_on(LEFT) == (AALST,)
        later = [Membership(AALST, JOINED, LEFT), Membership(AALST, LEFT + DAY)][::order]
        assert regieverband(*later).members_on(LEFT) == ()

    def test_a_merger(self):
        """Memberships that end on the day of a merger leave room for what comes of it."""
        merged = regieverband(
            Membership(TIELT, JOINED, MERGED),
            Membership(MEULEBEKE, JOINED, MERGED),
            Membership(NEW_TIELT, MERGED),
        )
        assert merged.territory_on(MERGED - DAY) == merged.territory_on(MERGED)

    def test_the_third_is_compared_with_both(self):
        """Not only neighbours in the list are compared."""
        with pytest.raises(OverlappingMemberships) as caught:
            regieverband(
                Membership(AALST, JOINED, LEFT), Membership(AALST, LEFT), Membership(AALST, MERGED)
            )
        assert caught.value.first_day == MERGED


class TestMunicipalityAlone:
    """A municipality that applies alone has exactly one member."""

    def test_one(self):
        """With one member it is one."""
        assert regieverband(AALST, form=ALONE).members_on(JOINED) == (AALST,)

    @pytest.mark.parametrize(
        "form", [ALONE, History(ASSOCIATION, ((LEFT, ALONE),)), History(ALONE, ((LEFT, None),))]
    )
    def test_none(self, form):
        """Without any membership there is no municipality that could apply."""
        with pytest.raises(NotMunicipalityAlone) as caught:
            regieverband(form=form)
        error = caught.value
        assert (error.regieverband_id, error.members, error.on) == ("r1", 0, None)

    @pytest.mark.parametrize("form", [ASSOCIATION, None, History(ASSOCIATION, ((LEFT, None),))])
    def test_other_forms_may_have_none(self, form):
        """Of any other form, or where it is not known, it is for the rules to say."""
        assert regieverband(form=form).memberships == ()
        assert len(regieverband(AALST, NINOVE, form=form).memberships) == 2

    def test_two(self):
        """Two at once are refused, with their number and the first day."""
        with pytest.raises(NotMunicipalityAlone) as caught:
            regieverband(AALST, Membership(NINOVE, LEFT), form=ALONE)
        error = caught.value
        assert (error.regieverband_id, error.members, error.on) == ("r1", 2, LEFT)

    def test_three(self):
        """The number is that of the first day on which there are too many."""
        with pytest.raises(NotMunicipalityAlone) as caught:
            regieverband(AALST, NINOVE, LEDE, form=ALONE)
        assert (caught.value.members, caught.value.on) == (3, JOINED)

    def test_one_after_the_other(self):
        """A municipality and what it became may follow each other."""
        grown = regieverband(
            Membership(ANTWERPEN, JOINED, MERGED), Membership(GROWN_ANTWERPEN, MERGED), form=ALONE
        )
        assert grown.members_on(MERGED) == (GROWN_ANTWERPEN,)

    @pytest.mark.parametrize(
        ("form", "on"),
        [
            (History(ASSOCIATION, ((LEFT, ALONE),)), LEFT),
            (History(ALONE, ((LEFT, ASSOCIATION),)), JOINED),
            (History(ASSOCIATION, ((LEFT, ALONE), (MERGED, ASSOCIATION))), LEFT),
            (History(None, ((LEFT, ALONE),)), LEFT),
        ],
    )
    def test_two_while_it_is_one(self, form, on):
        """Where the form changes, it is on the days of this form that there may be one only."""
        with pytest.raises(NotMunicipalityAlone) as caught:
            regieverband(AALST, NINOVE, form=form)
        assert (caught.value.members, caught.value.on) == (2, on)

    @pytest.mark.parametrize(
        ("form", "periods"),
        [
            (History(ASSOCIATION, ((LEFT, ALONE),)), (JOINED, LEFT)),
            (History(ALONE, ((LEFT, ASSOCIATION),)), (LEFT, None)),
            (History(ALONE, ((LEFT, None),)), (LEFT, None)),
        ],
    )
    def test_two_while_it_is_another(self, form, periods):
        """The second one may be there for as long as the form is another or not known."""
        both = regieverband(AALST, Membership(NINOVE, *periods), form=form)
        assert len(both.memberships) == 2


class TestOnADay:
    """Members, territory, inhabitants and form on a day."""

    BOTH = regieverband(Membership(AALST, JOINED), Membership(NINOVE, LEFT, MERGED))

    @pytest.mark.parametrize(
        ("day", "members", "inhabitants"),
        [
            (JOINED - DAY, (), 0),
            (JOINED, (AALST,), 89_000),
            (LEFT - DAY, (AALST,), 89_000),
            (LEFT, (AALST, NINOVE), 128_000),
            (MERGED - DAY, (AALST, NINOVE), 128_000),
            (MERGED, (AALST,), 89_000),
        ],
    )
    def test_members(self, day, members, inhabitants):
        """Who is a member, on which ground, with how many inhabitants."""
        assert self.BOTH.members_on(day) == members
        assert self.BOTH.territory_on(day) == {each.nis_code for each in members}
        assert self.BOTH.inhabitants_on(day) == inhabitants

    def test_in_the_order_given(self):
        """Members come in the order of the memberships, not of their codes."""
        assert regieverband(NINOVE, AALST).members_on(JOINED) == (NINOVE, AALST)

    def test_inhabitants_of_whom_one_is_not_known(self):
        """The sum is not known if one part is not."""
        assert regieverband(AALST, LEDE).inhabitants_on(JOINED) is None

    def test_territory_of_a_merged_member(self):
        """The ground of a merged municipality is that of what merged into it."""
        assert regieverband(NEW_TIELT, AALST).territory_on(MERGED) == {"37007", "37015", "41002"}

    @pytest.mark.parametrize(
        ("day", "form"),
        [
            (LEFT - DAY, ASSOCIATION),
            (LEFT, None),
            (MERGED, LegalForm.OTHER),
        ],
    )
    def test_legal_form(self, day, form):
        """The form of a day, which may be not known for a while."""
        history = History(ASSOCIATION, ((LEFT, None), (MERGED, LegalForm.OTHER)))
        assert regieverband(form=history).legal_form_on(day) is form
        assert regieverband(form=ASSOCIATION).legal_form_on(day) is ASSOCIATION

    @pytest.mark.parametrize(
        ("member", "day", "since", "until"),
        [
            (TIELT, MERGED, None, MERGED),
            (NEW_TIELT, MERGED - DAY, MERGED, None),
            (ANTWERPEN, MERGED, None, MERGED),
            (GROWN_ANTWERPEN, MERGED - DAY, MERGED, None),
        ],
    )
    def test_members_that_do_not_exist(self, member, day, since, until):
        """A member that merged before, or is yet to come of a merger, is named."""
        with pytest.raises(MunicipalityNotOfTheDay) as caught:
            regieverband(AALST, member).check_members_exist(day)
        error = caught.value
        assert (error.regieverband_id, error.nis_code) == ("r1", member.nis_code)
        assert (error.name, error.on) == (member.name, day)
        assert (error.exists_since, error.exists_until) == (since, until)

    def test_members_that_exist(self):
        """On their own days nothing is refused, nor once their memberships have ended."""
        assert regieverband(TIELT).check_members_exist(MERGED - DAY) is None
        assert regieverband(NEW_TIELT).check_members_exist(MERGED) is None
        left = regieverband(Membership(TIELT, JOINED, LEFT))
        assert left.check_members_exist(MERGED) is None

    @given(
        st.lists(st.tuples(st.integers(0, 6), st.integers(1, 6) | st.none()), max_size=3),
        st.integers(-1, 8),
    )
    def test_walking_day_by_day(self, periods, number):
        """Whoever walks over the days that each membership names meets the same members."""
        towns = (AALST, NINOVE, LEDE)
        days = [JOINED + DAY * n for n in range(-1, 20)]
        named = [
            {JOINED + DAY * n for n in range(start, 20 if length is None else start + length)}
            for start, length in periods
        ]
        made = regieverband(
            *(
                Membership(town, JOINED + DAY * start, length and JOINED + DAY * (start + length))
                for town, (start, length) in zip(towns, periods, strict=False)
            )
        )
        day = days[number + 1]
        expected = [town for town, on in zip(towns, named, strict=False) if day in on]
        assert made.members_on(day) == tuple(expected)


class TestDates:
    """The days on which anything that is known of it changes."""

    FULL = regieverband(
        Membership(NINOVE, date(2024, 6, 1), date(2025, 1, 1)),
        Membership(
            evolve(
                AALST,
                reference_region=History(
                    ReferenceRegion.REGIO_ANTWERPEN,
                    ((date(2023, 3, 19), ReferenceRegion.WAASLAND),),
                ),
            ),
            date(2020, 1, 1),
        ),
        form=History(None, ((date(2021, 1, 1), ASSOCIATION),)),
        recognised_on=date(2019, 5, 5),
        derogations=(
            Derogation(date(2026, 1, 1)),
            Derogation(date(2022, 2, 2), date(2024, 6, 1)),
        ),
    )

    def test_of_members(self):
        """Beginnings and ends of memberships, in order, each once."""
        assert self.FULL.member_dates == (date(2020, 1, 1), date(2024, 6, 1), date(2025, 1, 1))
        assert regieverband().member_dates == ()

    def test_of_everything(self):
        """With maps, forms and deviations; the recognition changes nothing by itself."""
        assert self.FULL.dates == (
            date(2020, 1, 1),
            date(2021, 1, 1),
            date(2022, 2, 2),
            date(2023, 3, 19),
            date(2024, 6, 1),
            date(2025, 1, 1),
            date(2026, 1, 1),
        )

    @pytest.mark.parametrize("derogations", [None, ()])
    def test_without_deviations(self, derogations):
        """No deviation and none known bring no day."""
        assert regieverband(AALST, derogations=derogations).dates == (JOINED,)


class TestOf:
    """The simple case: all joined on one day and stay."""

    def test_it_is_the_same_as_in_full(self):
        """It is the value with a membership without an end for each municipality."""
        short = RegieVerband.of(
            "r1", "Regieverband", ASSOCIATION, (AALST, NINOVE), since=JOINED, recognised_on=JOINED
        )
        assert short == regieverband(AALST, NINOVE)

    def test_with_deviations(self):
        """Deviations are handed on; where none are given they are not known."""
        short = RegieVerband.of(
            "r1",
            "x",
            None,
            iter([AALST]),
            since=LEFT,
            recognised_on=NEVER,
            derogations=[Derogation(LEFT)],
        )
        assert short.memberships == (Membership(AALST, LEFT),)
        assert (short.recognised_on, short.legal_form) == (NEVER, None)
        assert short.derogations == (Derogation(LEFT),)

    def test_day_and_recognition_are_always_said(self):
        """Neither has a default."""
        with pytest.raises(TypeError, match=r"since.*recognised_on"):
            RegieVerband.of("r1", "x", ASSOCIATION, (AALST,))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((), 0),
        ((1, 2, 3), 6),
        ((0,), 0),
        ((None,), None),
        ((1, None), None),
        ((None, 0), None),
    ],
)
def test_total(counts, expected):
    """The sum of all, or not known where one is not."""
    assert total(iter(counts)) == expected


class TestValue:
    """Regieverband, membership and deviation are values."""

    FULL = TestDates.FULL
    VALUES = (FULL, FULL.memberships[0], FULL.derogations[0])

    @pytest.mark.parametrize(
        "change",
        [
            {"id": "r2"},
            {"name": "x"},
            {"legal_form": None},
            {"memberships": ()},
            {"recognised_on": NEVER},
            {"recognised_on": None},
            {"derogations": ()},
            {"derogations": None},
        ],
        ids=repr,
    )
    def test_compared_by_every_fact(self, change):
        """Equal facts make an equal value with the same hash; another fact makes another."""
        assert evolve(self.FULL) == self.FULL
        assert hash(evolve(self.FULL)) == hash(self.FULL)
        assert evolve(self.FULL, **change) != self.FULL

    @pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
    def test_pickled_and_copied(self, value):
        """They travel whole, by every protocol."""
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(value, protocol))  # noqa: S301
            assert again == value
            assert hash(again) == hash(value)
        assert copy.copy(value) == copy.deepcopy(value) == value

    def test_never_stays_itself(self):
        """NEVER is still NEVER after a journey."""
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(NEVER, protocol)) is NEVER  # noqa: S301
        assert copy.deepcopy(NEVER) is NEVER

    @pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
    @pytest.mark.parametrize("name", ["since", "id", "other"])
    def test_they_cannot_be_changed(self, value, name):
        """No fact can be set, nor one that they do not have."""
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, None)
        assert not hasattr(value, "__dict__")
