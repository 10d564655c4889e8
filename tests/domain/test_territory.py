"""Municipalities, reference regions, and which codes merged into which."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from wselr_rules.domain.history import History
from wselr_rules.domain.territory import MERGERS, Merger, Municipality, ReferenceRegion
from wselr_rules.errors import (
    CountAboveInhabitants,
    InvalidCount,
    InvalidNisCode,
    InvalidTerritory,
    WrongType,
)

BEFORE, MERGED, AFTER = date(2024, 12, 31), date(2025, 1, 1), date(2025, 1, 2)
COUNTS = ["inhabitants", "working_age_population", "job_seekers"]

#: The mergers of 1 January 2025: what became what, by code.
MERGERS_OF_2025 = {
    "11002": {"11002", "11007"},
    "23106": {"23023", "23024", "23032"},
    "37021": {"37012", "37018"},
    "37022": {"37007", "37015"},
    "44086": {"44012", "44048"},
    "44087": {"44034", "44073"},
    "44088": {"44040", "44043"},
    "46029": {"44045", "46014"},
    "46030": {"11056", "46003", "46013"},
    "71071": {"71057", "71069"},
    "71072": {"71022", "73040"},
    "73110": {"73006", "73032"},
    "73111": {"73009", "73083"},
}
#: Those of 1 January 2019.
MERGERS_OF_2019 = {
    "12041": {"12030", "12034"},
    "44083": {"44011", "44049"},
    "44084": {"44001", "44029"},
    "44085": {"44036", "44072", "44080"},
    "45068": {"45017", "45057"},
    "72042": {"71047", "72040"},
    "72043": {"72025", "72029"},
}
BORN = sorted(MERGERS_OF_2025.keys() - {"11002"})
ENDED = sorted(set().union(*MERGERS_OF_2025.values()) - {"11002"})
OVER = sorted(set().union(*MERGERS_OF_2019.values()))


def town(code="44021", **known):
    return Municipality(code, "Gent", **known)


class TestReferenceRegion:
    """Fifteen reference regions, and the known absence of one."""

    def test_names(self):
        """Each has a stable identifier and its Dutch name."""
        assert {region.value: region.label for region in ReferenceRegion} == {
            "regio-antwerpen": "Regio Antwerpen",
            "rivierenland": "Rivierenland",
            "kempen": "Kempen",
            "halle-vilvoorde": "Halle-Vilvoorde",
            "oost-brabant": "Oost-Brabant",
            "regio-brugge": "Regio Brugge",
            "westhoek": "Westhoek",
            "zuid-west-vlaanderen": "Zuid-West-Vlaanderen",
            "middenkust": "Middenkust",
            "midwest": "Midwest",
            "denderregio": "Denderregio",
            "vlaamse-ardennen": "Vlaamse Ardennen",
            "regio-gent": "Regio Gent",
            "waasland": "Waasland",
            "limburg": "Limburg",
            "outside": "buiten het Vlaamse Gewest",
        }

    def test_number(self):
        """There are fifteen, apart from outside."""
        assert len(set(ReferenceRegion) - {ReferenceRegion.OUTSIDE}) == 15


class TestMergers:
    """The mergers of 2019 and 2025."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [(date(2019, 1, 1), MERGERS_OF_2019), (MERGED, MERGERS_OF_2025)],
    )
    def test_what_became_what(self, on, expected):
        """On each of the two days the old codes became the new ones."""
        found = {each.new_code: set(each.old_codes) for each in MERGERS if each.on == on}
        assert found == expected

    def test_no_other_day(self):
        """There are twenty in all, and no code merges twice."""
        assert len(MERGERS) == 20
        old = [code for merger in MERGERS for code in merger.old_codes]
        assert len(old) == len(set(old))

    def test_they_are_values(self):
        """They hash, compare, pickle, and cannot be changed."""
        assert len(set(MERGERS)) == 20
        assert pickle.loads(pickle.dumps(MERGERS)) == MERGERS  # noqa: S301
        assert MERGERS[0] == Merger(date(2019, 1, 1), ("12030", "12034"), "12041")
        with pytest.raises(FrozenInstanceError):
            MERGERS[0].on = AFTER


class TestConstruction:
    """What is malformed is refused, with its data."""

    @pytest.mark.parametrize(
        "code",
        [44021, "4402", "440211", "4402a", " 4021", "", None, "44021\n", ["44021"], b"44021"],
        ids=repr,
    )
    def test_a_nis_code_is_five_digits(self, code):
        """A number, fewer or more digits, or anything else is no NIS code."""
        with pytest.raises(InvalidNisCode) as caught:
            town(code)
        assert caught.value.value == code

    @pytest.mark.parametrize("name", COUNTS)
    @pytest.mark.parametrize("count", [-1, True, False, 1.0, "1", float("nan")])
    def test_a_count_is_a_whole_number_of_at_least_0(self, name, count):
        """Less than nothing, a truth value or a text counts nobody."""
        with pytest.raises(InvalidCount) as caught:
            town(**{name: count})
        error = caught.value
        assert (error.owner, error.field) == ("municipality 44021", name)
        assert error.value is count

    @pytest.mark.parametrize("name", COUNTS)
    @pytest.mark.parametrize("count", [None, 0, 1, 270_000])
    def test_a_count_may_be_zero_or_not_known(self, name, count):
        """Nobody is a number of people, and None is not known."""
        assert getattr(town(**{name: count}), name) == count

    @pytest.mark.parametrize("name", ["working_age_population", "job_seekers"])
    def test_a_part_is_no_more_than_the_whole(self, name):
        """All inhabitants may be of working age or seek a job; one more cannot."""
        assert getattr(town(inhabitants=10, **{name: 10}), name) == 10
        with pytest.raises(CountAboveInhabitants) as caught:
            town(inhabitants=10, **{name: 11})
        error = caught.value
        assert (error.nis_code, error.field) == ("44021", name)
        assert (error.value, error.inhabitants) == (11, 10)

    def test_a_part_of_nobody(self):
        """Of no inhabitants none seeks a job."""
        with pytest.raises(CountAboveInhabitants):
            town(inhabitants=0, job_seekers=1)

    def test_parts_of_what_is_not_known(self):
        """Where the inhabitants are not known, no part of them is too large."""
        gent = town(working_age_population=100, job_seekers=200)
        assert (gent.inhabitants, gent.working_age_population, gent.job_seekers) == (None, 100, 200)

    @pytest.mark.parametrize(
        ("given_codes", "wrong"),
        [
            ((), ()),
            (("x",), ("x",)),
            (("44021", "y", "x"), ("x", "y")),
            ((44021,), ("44021",)),
            ((None, "44021"), ("None",)),
        ],
    )
    def test_a_territory_is_codes(self, given_codes, wrong):
        """A territory that is empty or holds what is no code is refused; the wrong are named."""
        with pytest.raises(InvalidTerritory) as caught:
            town(territory=given_codes)
        assert (caught.value.nis_code, caught.value.codes) == ("44021", wrong)

    @pytest.mark.parametrize("code", [*OVER, *BORN])
    def test_a_territory_is_of_1_january_2019(self, code):
        """A code that had ended by that day or came later names no ground."""
        with pytest.raises(InvalidTerritory) as caught:
            town(territory={"44021", code})
        assert caught.value.codes == (code,)

    @pytest.mark.parametrize("code", OVER)
    def test_a_code_that_ended_in_2019_has_no_territory(self, code):
        """It named no ground on 1 January 2019, so no municipality is made of it."""
        with pytest.raises(InvalidTerritory) as caught:
            town(code)
        assert (caught.value.nis_code, caught.value.codes) == (code, (code,))

    @pytest.mark.parametrize(
        ("name", "value", "field", "expected"),
        [
            (
                "reference_region",
                "regio-gent",
                "Municipality.reference_region",
                "a ReferenceRegion, a History of them or None",
            ),
            ("is_centrumstad", 1, "Municipality.is_centrumstad", "True, False or None"),
            ("is_centrumstad", "ja", "Municipality.is_centrumstad", "True, False or None"),
            ("territory", "44021", "a collection", "several values"),
            ("territory", None, "a collection", "several values"),
        ],
    )
    def test_a_wrong_type(self, name, value, field, expected):
        """The error names the field, what was expected, and what came."""
        with pytest.raises(WrongType) as caught:
            town(**{name: value})
        error = caught.value
        assert (error.field, error.expected, error.value) == (field, expected, value)

    def test_a_wrong_region_in_a_history(self):
        """Of a history it is the wrong value that is named."""
        with pytest.raises(WrongType) as caught:
            town(reference_region=History(ReferenceRegion.KEMPEN, ((MERGED, "kempen"),)))
        assert caught.value.value == "kempen"

    def test_a_name_is_text(self):
        """A municipality without a name is none."""
        with pytest.raises(WrongType) as caught:
            Municipality("44021", None)
        assert (caught.value.field, caught.value.value) == ("Municipality.name", None)

    def test_facts_only_by_name(self):
        """After code and name every fact is named."""
        with pytest.raises(TypeError, match="positional"):
            Municipality("44021", "Gent", ReferenceRegion.REGIO_GENT)

    def test_nothing_is_assumed(self):
        """What is left out is not known."""
        gent = town()
        facts = (gent.reference_region, gent.is_centrumstad, *(getattr(gent, n) for n in COUNTS))
        assert facts == (None,) * 5

    @pytest.mark.parametrize("is_centrumstad", [True, False, None])
    def test_centrumstad(self, is_centrumstad):
        """It is one, is none, or it is not known."""
        assert town(is_centrumstad=is_centrumstad).is_centrumstad is is_centrumstad


class TestTerritory:
    """The same ground has the same name before and after a merger."""

    @pytest.mark.parametrize(("code", "parts"), sorted(MERGERS_OF_2025.items())[1:])
    def test_of_a_code_born_later(self, code, parts):
        """A code of 2025 covers what merged into it, unless it is said otherwise."""
        assert town(code).territory == parts
        assert type(town(code).territory) is frozenset

    @pytest.mark.parametrize("code", ["44021", *ENDED, *sorted(MERGERS_OF_2019)])
    def test_of_any_other_code(self, code):
        """Any code of 1 January 2019 is its own territory."""
        assert town(code).territory == {code}

    def test_antwerpen_without_more(self):
        """11002 alone is the Antwerpen of before Borsbeek."""
        assert town("11002").territory == {"11002"}

    def test_as_given(self):
        """A territory that is given is kept, from any collection."""
        assert town(territory=["44021", "44021", "44043"]).territory == {"44021", "44043"}


class TestExistence:
    """A municipality exists by its code and territory, as far as the mergers say."""

    @pytest.mark.parametrize("code", BORN)
    def test_born_of_a_merger(self, code):
        """It does not exist on 31 December 2024, and does from 1 January 2025 on."""
        born = town(code)
        assert (born.exists_since, born.exists_until) == (MERGED, None)
        assert [born.exists_on(day) for day in (BEFORE, MERGED, AFTER)] == [False, True, True]

    @pytest.mark.parametrize("code", ENDED)
    def test_ended_by_a_merger(self, code):
        """It exists on 31 December 2024, and no more from 1 January 2025 on."""
        ended = town(code)
        assert (ended.exists_since, ended.exists_until) == (None, MERGED)
        assert [ended.exists_on(day) for day in (BEFORE, MERGED, AFTER)] == [True, False, False]

    @pytest.mark.parametrize(
        ("territory", "exists"),
        [
            ({"11002"}, [True, False, False]),
            ({"11002", "11007"}, [False, True, True]),
            ({"11002", "11007", "11001"}, [False, True, True]),
            ({"11007"}, [True, False, False]),
        ],
    )
    def test_antwerpen_by_its_territory(self, territory, exists):
        """11002 stays, so it is the territory that tells on which side of the merger it is."""
        antwerpen = town("11002", territory=territory)
        assert [antwerpen.exists_on(day) for day in (BEFORE, MERGED, AFTER)] == exists

    @pytest.mark.parametrize("code", ["44021", "99999", *sorted(MERGERS_OF_2019)])
    def test_any_other(self, code):
        """What no merger of the register touches exists on every day."""
        other = town(code)
        assert (other.exists_since, other.exists_until) == (None, None)
        assert all(other.exists_on(day) for day in (date.min, BEFORE, MERGED, date.max))

    def test_it_follows_from_the_rest(self):
        """A changed code or territory brings its own existence with it."""
        grown = evolve(town("11002"), territory={"11002", "11007"})
        assert (grown.exists_since, grown.exists_until) == (MERGED, None)

    def test_it_is_no_argument(self):
        """Nobody can say since when a municipality exists."""
        with pytest.raises(TypeError, match="exists_since"):
            town(exists_since=MERGED)


class TestRegionOn:
    """The reference region may change with the map."""

    @pytest.mark.parametrize(
        ("day", "region"),
        [
            (date(2023, 3, 18), ReferenceRegion.REGIO_ANTWERPEN),
            (date(2023, 3, 19), ReferenceRegion.WAASLAND),
            (date(2023, 3, 20), ReferenceRegion.WAASLAND),
        ],
    )
    def test_over_time(self, day, region):
        """It holds from the day of the map that says so."""
        history = History(
            ReferenceRegion.REGIO_ANTWERPEN, ((date(2023, 3, 19), ReferenceRegion.WAASLAND),)
        )
        assert town(reference_region=history).region_on(day) is region

    @pytest.mark.parametrize("region", [ReferenceRegion.OUTSIDE, None])
    def test_for_good(self, region):
        """A plain one holds on every day; None is not known."""
        assert town(reference_region=region).region_on(date.max) is region

    def test_not_known_for_a_while(self):
        """A history may hold what is not known."""
        history = History(None, ((MERGED, ReferenceRegion.KEMPEN),))
        assert town(reference_region=history).region_on(BEFORE) is None


class TestLeastInhabitants:
    """Known parts are a lower bound of the whole."""

    @pytest.mark.parametrize(
        ("counts", "least"),
        [
            ((None, None, None), 0),
            ((None, 100, None), 100),
            ((None, None, 50), 50),
            ((None, 100, 50), 100),
            ((None, 50, 100), 100),
            ((200, 100, 50), 200),
            ((0, None, None), 0),
            ((200, None, None), 200),
        ],
    )
    def test_bound(self, counts, least):
        """The number itself where it is known, else the largest part that is, else nobody."""
        assert town(**dict(zip(COUNTS, counts, strict=True))).least_inhabitants == least


class TestValue:
    """A municipality is a value."""

    GENT = Municipality(
        "44021",
        "Gent",
        reference_region=History(ReferenceRegion.REGIO_GENT, ((MERGED, None),)),
        is_centrumstad=True,
        inhabitants=270_473,
        working_age_population=180_000,
        job_seekers=14_000,
    )

    @pytest.mark.parametrize(
        "change",
        [
            {"nis_code": "44022"},
            {"name": "Gand"},
            {"reference_region": None},
            {"is_centrumstad": None},
            {"inhabitants": None},
            {"working_age_population": None},
            {"job_seekers": None},
            {"territory": {"44022"}},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_compared_by_every_fact(self, change):
        """Equal facts make an equal value with the same hash; another fact makes another."""
        assert evolve(self.GENT) == self.GENT
        assert hash(evolve(self.GENT)) == hash(self.GENT)
        assert evolve(self.GENT, **change) != self.GENT

    @pytest.mark.parametrize("code", ["44021", "46029", "46014"])
    def test_pickled_and_copied(self, code):
        """It travels whole, with the days that it exists on."""
        one = evolve(self.GENT, nis_code=code, territory=town(code).territory)
        copies = [copy.copy(one), copy.deepcopy(one)]
        copies += [
            pickle.loads(pickle.dumps(one, protocol))  # noqa: S301
            for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
        ]
        for again in copies:
            assert again == one
            assert hash(again) == hash(one)
            assert (again.exists_since, again.exists_until) == (one.exists_since, one.exists_until)

    @pytest.mark.parametrize("name", ["inhabitants", "territory", "exists_since", "other"])
    def test_it_cannot_be_changed(self, name):
        """No fact can be set, nor one that it does not have."""
        with pytest.raises(FrozenInstanceError):
            setattr(self.GENT, name, None)

    def test_it_is_slotted(self):
        """It has no room for more."""
        assert not hasattr(self.GENT, "__dict__")

    def test_printed(self):
        """It is printed with its code, since names are shared over time."""
        assert str(self.GENT) == "Gent (44021)"
