"""The register of Flemish municipalities, and what mergers do to a regieverband."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules.domain import flanders
from wselr_rules.domain.flanders import _EDITIONS, _editions
from wselr_rules.domain.flanders_table import BY_REGION, FORMER_NAMES
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.standing import Standing
from wselr_rules.domain.territory import MERGERS, Municipality, ReferenceRegion
from wselr_rules.errors import (
    DateOutsideRegister,
    DuplicateId,
    EndedMunicipality,
    MunicipalityNotOfTheDay,
    OverlappingMemberships,
    UnknownMunicipality,
    WrongType,
    WrongValue,
)
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.law.terms import LegalForm

FIRST = date(2019, 1, 1)
LAST_OLD = date(2024, 12, 31)
FUSION = date(2025, 1, 1)
LATER = date(2025, 6, 30)
JOINED = date(2020, 1, 1)

CITIES = [
    "Aalst",
    "Antwerpen",
    "Brugge",
    "Genk",
    "Gent",
    "Hasselt",
    "Kortrijk",
    "Leuven",
    "Mechelen",
    "Oostende",
    "Roeselare",
    "Sint-Niklaas",
    "Turnhout",
]

#: Number of municipalities per region: until the end of 2024, and since.
SIZES = {
    ReferenceRegion.REGIO_ANTWERPEN: (29, 28),
    ReferenceRegion.RIVIERENLAND: (12, 12),
    ReferenceRegion.KEMPEN: (27, 27),
    ReferenceRegion.HALLE_VILVOORDE: (33, 31),
    ReferenceRegion.OOST_BRABANT: (32, 32),
    ReferenceRegion.REGIO_BRUGGE: (10, 10),
    ReferenceRegion.WESTHOEK: (17, 17),
    ReferenceRegion.ZUID_WEST_VLAANDEREN: (13, 13),
    ReferenceRegion.MIDDENKUST: (7, 7),
    ReferenceRegion.MIDWEST: (17, 15),
    ReferenceRegion.DENDERREGIO: (14, 14),
    ReferenceRegion.VLAAMSE_ARDENNEN: (14, 14),
    ReferenceRegion.REGIO_GENT: (23, 20),
    ReferenceRegion.WAASLAND: (10, 7),
    ReferenceRegion.LIMBURG: (42, 38),
}

OLD = flanders.municipalities(on=LAST_OLD)
NEW = flanders.municipalities(on=FUSION)


def _sizes(day: date) -> Counter[ReferenceRegion | None]:
    return Counter(each.region_on(day) for each in flanders.municipalities(on=day))


class TestMunicipalities:
    """300 municipalities until 2024-12-31, 285 from 2025-01-01, under 312 codes."""

    @pytest.mark.parametrize(
        ("on", "number"),
        [(FIRST, 300), (LAST_OLD, 300), (FUSION, 285), (date.max, 285)],
    )
    def test_number(self, on, number):
        """The number changes on the day of the mergers of 2025 and on no other day."""
        assert len(flanders.municipalities(on=on)) == number

    def test_codes(self):
        """Both states together have 312 codes, and the table has no other."""
        codes = {each.nis_code for each in (*OLD, *NEW)}
        assert len(codes) == 312
        assert codes == {code for rows in BY_REGION.values() for code, _ in rows}

    def test_the_table_holds_each_code_once(self):
        """No code stands twice in the table, or in it and among those that merged before."""
        codes = [code for rows in BY_REGION.values() for code, _ in rows]
        assert len(codes) == 312
        assert FORMER_NAMES.keys().isdisjoint(codes)

    @pytest.mark.parametrize("every", [OLD, NEW])
    def test_order_of_code(self, every):
        """They come in order of code, and no code or name stands for two of one day."""
        codes = [each.nis_code for each in every]
        assert codes == sorted(set(codes))
        assert len({each.name for each in every}) == len(every)

    def test_each_is_found_by_code_and_by_name(self):
        """Whatever stands in the list of a day is what its code and its name give that day."""
        for on in (LAST_OLD, FUSION):
            for each in flanders.municipalities(on=on):
                assert flanders.municipality(each.nis_code, on=on) == each
                assert flanders.municipality(each.name, on=on) == each

    def test_all_exist_on_their_day_only(self):
        """The mergers in ``territory`` and the list of a day agree on who exists."""
        assert all(each.exists_on(LAST_OLD) for each in OLD)
        assert all(each.exists_on(FUSION) for each in NEW)
        assert {each for each in OLD if each.exists_on(FUSION)} == set(OLD) & set(NEW)

    def test_no_counts(self):
        """The register knows no counts of people: they are not known, not zero."""
        for each in (*OLD, *NEW):
            counts = (each.inhabitants, each.working_age_population, each.job_seekers)
            assert counts == (None, None, None)

    def test_the_territories_of_a_day_partition_the_codes_of_2019(self):
        """Every piece of ground of 1 January 2019 lies in exactly one municipality of a day."""
        codes = sorted(each.nis_code for each in OLD)
        for every in (OLD, NEW):
            assert sorted(code for each in every for code in each.territory) == codes

    def test_made_anew_it_is_the_same(self):
        """What is made on import follows from the table and the mergers alone."""
        is_the_same = tuple(_editions()) == _EDITIONS
        assert is_the_same

    def test_a_date_before_the_register_is_refused(self):
        """Before 1 January 2019 there is no answer rather than a wrong one."""
        with pytest.raises(DateOutsideRegister) as caught:
            flanders.municipalities(on=date(2018, 12, 31))
        assert (caught.value.on, caught.value.first) == (date(2018, 12, 31), FIRST)

    @pytest.mark.parametrize("on", [datetime(2025, 1, 1), "2025-01-01", None])  # noqa: DTZ001
    def test_a_day_is_a_date_without_a_time(self, on):
        """A moment, a text or nothing at all is no day."""
        with pytest.raises(WrongType) as caught:
            flanders.municipalities(on=on)
        error = caught.value
        assert (error.field, error.expected) == ("on", "a date without a time")
        assert error.value == on


class TestRegions:
    """Fifteen reference regions, on the map of 2022 and on that of the Regiodecreet."""

    def test_sizes_until_the_end_of_2024(self):
        """Each region has as many municipalities as the sources count."""
        assert _sizes(LAST_OLD) == {region: old for region, (old, _) in SIZES.items()}

    def test_sizes_from_2025(self):
        """The mergers make six regions smaller in number, never in ground."""
        assert _sizes(FUSION) == {region: new for region, (_, new) in SIZES.items()}

    def test_sizes_on_the_map_of_2022(self):
        """On the map of 2022 Regio Antwerpen has thirty and Waasland nine."""
        sizes = _sizes(date(2022, 4, 29))
        assert sizes[ReferenceRegion.REGIO_ANTWERPEN] == 30
        assert sizes[ReferenceRegion.WAASLAND] == 9
        assert sizes.total() == 300

    @pytest.mark.parametrize(
        ("on", "region"),
        [
            (FIRST, ReferenceRegion.REGIO_ANTWERPEN),
            (date(2023, 3, 18), ReferenceRegion.REGIO_ANTWERPEN),
            (date(2023, 3, 19), ReferenceRegion.WAASLAND),
            (LAST_OLD, ReferenceRegion.WAASLAND),
        ],
    )
    def test_zwijndrecht_moves_with_the_decree(self, on, region):
        """Zwijndrecht lies in Waasland from the day the Regiodecreet is in force."""
        assert flanders.municipality("Zwijndrecht", on=on).region_on(on) is region

    def test_only_zwijndrecht_moves(self):
        """Every other municipality lies in one and the same region on both maps."""
        moved = [each for each in (*OLD, *NEW) if isinstance(each.reference_region, History)]
        assert [each.nis_code for each in moved] == ["11056"]

    def test_a_merger_stays_within_its_region(self):
        """On the map of the decree a merged municipality lies where all of its parts lay."""
        region = {each.nis_code: each.region_on(LAST_OLD) for each in OLD}
        for each in NEW:
            assert {region[code] for code in each.territory} == {each.reference_region}


class TestCentrumsteden:
    """S10 and S11 speak of the thirteen centrumsteden."""

    @pytest.mark.parametrize("on", [FIRST, LAST_OLD, FUSION])
    def test_thirteen(self, on):
        """The same thirteen names on every day; of all others it is known that they are none."""
        every = flanders.municipalities(on=on)
        assert sorted(each.name for each in every if each.is_centrumstad) == CITIES
        assert {each.is_centrumstad for each in every} == {True, False}

    def test_hasselt_with_both_codes(self):
        """Hasselt stays one under the code that it got by its merger."""
        assert flanders.municipality("71022", on=LAST_OLD).is_centrumstad
        assert flanders.municipality("71072", on=FUSION).is_centrumstad


class TestLookUp:
    """A municipality is found by name or code, as it is on that day."""

    @pytest.mark.parametrize(
        "query",
        [
            "Sint-Niklaas",
            "46021",
            "SINT-NIKLAAS",
            "sint-niklaas",
            " Sint-Niklaas\n",
            "Sínt-Niklâas",
        ],
    )
    def test_case_accents_and_space_around_do_not_matter(self, query):
        """Whoever types it otherwise finds it too."""
        assert flanders.municipality(query, on=FUSION).nis_code == "46021"

    @pytest.mark.parametrize("query", ["De Panne", "de  panne", "De\u00a0Panne", "\tDE PANNE"])
    def test_extra_spaces_do_not_matter(self, query):
        """A double or an unbreakable space is a space."""
        assert flanders.municipality(query, on=FUSION).nis_code == "38008"

    @pytest.mark.parametrize(
        ("name", "before", "after"),
        [
            ("Antwerpen", "11002", "11002"),
            ("Wingene", "37018", "37021"),
            ("Tielt", "37015", "37022"),
            ("Lochristi", "44034", "44087"),
            ("Lokeren", "46014", "46029"),
            ("Hasselt", "71022", "71072"),
            ("Deinze", "44083", "44083"),
            ("Aalter", "44084", "44084"),
        ],
    )
    def test_a_name_shared_over_time_resolves_by_date(self, name, before, after):
        """The name means whoever bears it on that day."""
        assert flanders.municipality(name, on=LAST_OLD).nis_code == before
        assert flanders.municipality(name, on=FUSION).nis_code == after

    def test_antwerpen_grows_under_its_code(self):
        """Antwerpen keeps 11002 on 1 January 2025 and takes in the ground of Borsbeek."""
        assert flanders.municipality("11002", on=LAST_OLD).territory == {"11002"}
        assert flanders.municipality("11002", on=FUSION).territory == {"11002", "11007"}

    def test_everything_that_is_known_of_it(self):
        """Name, code, region, mark and territory come together."""
        assert flanders.municipality("pajottegem", on=FUSION) == Municipality(
            "23106",
            "Pajottegem",
            reference_region=ReferenceRegion.HALLE_VILVOORDE,
            is_centrumstad=False,
            territory=frozenset({"23023", "23024", "23032"}),
        )

    @pytest.mark.parametrize("query", [44021, None, True, b"Gent", ["Gent"]])
    def test_a_query_is_text(self, query):
        """A code is text: a number could have lost its leading zeros."""
        with pytest.raises(WrongType) as caught:
            flanders.municipality(query, on=FUSION)
        error = caught.value
        assert (error.field, error.expected) == ("query", "a name or a NIS code as text")
        assert error.value == query

    def test_a_date_before_the_register_is_refused(self):
        """The date is looked at before the name."""
        with pytest.raises(DateOutsideRegister):
            flanders.municipality("Nergensgem", on=date(2018, 12, 31))

    def test_values_of_both_states_are_one_value(self):
        """A municipality that no merger touches is the same value before and after."""
        assert flanders.municipality("Gent", on=FIRST) is flanders.municipality("Gent", on=LATER)


class TestNotFound:
    """A wrong name or code is an error that helps on."""

    def test_near_matches(self):
        """A misspelt name brings the near ones of that day, nearest first, as they are written."""
        with pytest.raises(UnknownMunicipality) as caught:
            flanders.municipality("Harelbke", on=FUSION)
        error = caught.value
        assert (error.query, error.on) == ("Harelbke", FUSION)
        assert error.suggestions[0] == "Harelbeke"
        assert "did you mean Harelbeke" in str(error)

    def test_near_matches_are_of_that_day(self):
        """What ended or is yet to come is not suggested."""
        with pytest.raises(UnknownMunicipality) as before:
            flanders.municipality("bilzen-hoesel", on=LAST_OLD)
        with pytest.raises(UnknownMunicipality) as after:
            flanders.municipality("bilzen-hoesel", on=FUSION)
        assert "Bilzen-Hoeselt" not in before.value.suggestions
        assert after.value.suggestions[0] == "Bilzen-Hoeselt"

    @pytest.mark.parametrize("query", ["", " ", "99999", "21004", "qqqqq"])
    def test_nothing_near(self, query):
        """What resembles nothing, Brussels (21004) included, brings no suggestion."""
        with pytest.raises(UnknownMunicipality) as caught:
            flanders.municipality(query, on=FUSION)
        assert caught.value.suggestions == ()

    @pytest.mark.parametrize(
        ("query", "predecessors"),
        [
            ("23106", ("Galmaarden", "Gooik", "Herne")),
            ("Pajottegem", ("Galmaarden", "Gooik", "Herne")),
            ("46029", ("Moerbeke", "Lokeren")),
        ],
    )
    def test_not_yet(self, query, predecessors):
        """A municipality that is yet to begin names those that it will come from."""
        for ask in (flanders.municipality, flanders.successor):
            with pytest.raises(UnknownMunicipality) as caught:
                ask(query, on=LAST_OLD)
            assert (caught.value.query, caught.value.on) == (query, LAST_OLD)
            assert caught.value.suggestions == predecessors

    @pytest.mark.parametrize(
        ("query", "on", "ended_on", "code", "name"),
        [
            ("Borsbeek", FUSION, FUSION, "11002", "Antwerpen"),
            ("46014", LATER, FUSION, "46029", "Lokeren"),
            ("zwijndrecht", FUSION, FUSION, "46030", "Beveren-Kruibeke-Zwijndrecht"),
            ("Puurs", FIRST, FIRST, "12041", "Puurs-Sint-Amands"),
            ("12030", LATER, FIRST, "12041", "Puurs-Sint-Amands"),
            ("44001", LAST_OLD, FIRST, "44084", "Aalter"),
            ("meeuwen-gruitrode", FIRST, FIRST, "72042", "Oudsbergen"),
        ],
    )
    def test_ended(self, query, on, ended_on, code, name):
        """A municipality that merged names the day of its end and its successor."""
        with pytest.raises(EndedMunicipality) as caught:
            flanders.municipality(query, on=on)
        error = caught.value
        assert (error.query, error.on, error.ended_on) == (query, on, ended_on)
        assert (error.successor_code, error.successor_name) == (code, name)

    def test_every_merged_code_names_its_successor(self):
        """Each of the codes that ended leads to the code that the mergers say."""
        for merger in MERGERS:
            for code in set(merger.old_codes) - {merger.new_code}:
                with pytest.raises(EndedMunicipality) as caught:
                    flanders.municipality(code, on=merger.on)
                assert caught.value.successor_code == merger.new_code
                assert caught.value.ended_on == merger.on


@given(st.text() | st.sampled_from([each.name for each in OLD]), st.dates(min_value=FIRST))
def test_any_text_is_answered_or_refused(query, on):
    """Whatever the text, it is a municipality of that day or an error of this library."""
    try:
        answer = flanders.municipality(query, on=on) in flanders.municipalities(on=on)
    except (UnknownMunicipality, EndedMunicipality) as error:
        answer = (error.query, error.on) == (query, on)
    assert answer


class TestSuccessor:
    """What became of a municipality by a day."""

    @pytest.mark.parametrize(
        ("query", "on", "code"),
        [
            ("Gent", FIRST, "44021"),
            ("44021", FUSION, "44021"),
            ("Borsbeek", LAST_OLD, "11007"),
            ("Borsbeek", FUSION, "11002"),
            ("Bilzen", FUSION, "73110"),
            ("Kortessem", LATER, "71072"),
            ("Puurs", FIRST, "12041"),
            ("71047", LATER, "72042"),
        ],
    )
    def test_itself_or_what_it_went_into(self, query, on, code):
        """One that still exists is its own successor; another one is found through mergers."""
        assert flanders.successor(query, on=on) == flanders.municipality(code, on=on)

    def test_every_one_of_the_285_succeeds_some_of_the_300(self):
        """Together the 300 become exactly the 285."""
        assert {flanders.successor(each.nis_code, on=FUSION) for each in OLD} == set(NEW)

    def test_a_shared_name_leads_to_one_answer(self):
        """Whichever bearer of a name is meant, its code has the same successor as the name."""
        bearers = {*FORMER_NAMES.items(), *((each.nis_code, each.name) for each in OLD)}
        for code, name in bearers:
            expected = flanders.successor(code, on=FUSION)
            assert flanders.successor(name, on=FUSION) == expected

    @pytest.mark.parametrize("on", [FIRST, LAST_OLD])
    def test_the_later_bearer_of_a_name_is_what_the_earlier_one_became(self, on):
        """A name that goes on after a merger stays with the ground that bore it."""
        for code, name in FORMER_NAMES.items():
            if name in {each.name for each in OLD}:
                assert flanders.municipality(name, on=on) == flanders.successor(code, on=on)

    def test_wrong_types_and_dates_are_refused(self):
        """The same checks hold as for a look-up."""
        with pytest.raises(WrongType):
            flanders.successor(12030, on=FUSION)
        with pytest.raises(DateOutsideRegister):
            flanders.successor("12030", on=date(2018, 12, 31))


@given(st.sampled_from(OLD), st.dates(min_value=FIRST))
def test_every_municipality_has_a_successor_on_every_day(old, on):
    """The ground of each of the 300 lies in its successor, by code as by name."""
    new = flanders.successor(old.nis_code, on=on)
    assert new in flanders.municipalities(on=on)
    assert old.territory <= new.territory
    assert flanders.successor(old.name, on=on) == new


def _of(*names: str, legal_form: LegalForm = LegalForm.SERVICE_ASSOCIATION) -> RegieVerband:
    members = [flanders.municipality(name, on=LAST_OLD) for name in names]
    recognised = date(2020, 1, 1)
    return RegieVerband.of("r", "R", legal_form, members, since=JOINED, recognised_on=recognised)


def _with(*memberships: Membership) -> RegieVerband:
    return evolve(_of("Gent"), memberships=memberships)


def _old(name: str) -> Municipality:
    return flanders.municipality(name, on=LAST_OLD)


def _codes(regieverband: RegieVerband) -> list[tuple[str, date, date | None]]:
    return [
        (each.municipality.nis_code, each.since, each.until) for each in regieverband.memberships
    ]


def _standings(regieverband: RegieVerband) -> list[Standing | None]:
    days = (LAST_OLD, FUSION, LATER)
    return [regieverband.standing_on(day, OPEN_CALL_2023_2025) for day in days]


class TestCarryForward:
    """Cases 10 and 11: a merger inside changes nothing, one with a non-member does."""

    def test_a_merger_inside(self):
        """Tielt and Meulebeke, both members, end and their successor begins on that day."""
        carried = flanders.carry_forward(_of("Meulebeke", "Ardooie", "Tielt"), FUSION)
        assert _codes(carried) == [
            ("37007", JOINED, FUSION),
            ("37022", FUSION, None),
            ("37020", JOINED, None),
            ("37015", JOINED, FUSION),
        ]
        assert _standings(carried) == [Standing.EXISTING] * 3

    def test_the_territory_before_the_merger_stays(self):
        """The day before has its old members, the day itself the new one, on the same ground."""
        carried = flanders.carry_forward(_of("Tielt", "Meulebeke"), FUSION)
        assert [each.nis_code for each in carried.members_on(LAST_OLD)] == ["37015", "37007"]
        assert [each.nis_code for each in carried.members_on(FUSION)] == ["37022"]
        assert carried.territory_on(LAST_OLD) == carried.territory_on(FUSION)

    def test_a_merger_with_a_non_member(self):
        """Bilzen brings in Hoeselt, which was no member: changed on that day, not before."""
        carried = flanders.carry_forward(_of("Bilzen", "Riemst"), FUSION)
        assert carried.territory_on(FUSION) == {"73006", "73032", "73066"}
        assert _standings(carried) == [Standing.EXISTING, Standing.CHANGED, Standing.CHANGED]

    def test_antwerpen(self):
        """Antwerpen alone keeps its code but takes in Borsbeek: changed."""
        carried = flanders.carry_forward(_of("Antwerpen", legal_form=LegalForm.MUNICIPALITY), LATER)
        assert _codes(carried) == [("11002", JOINED, FUSION), ("11002", FUSION, None)]
        assert carried.territory_on(LAST_OLD) == {"11002"}
        assert carried.territory_on(FUSION) == {"11002", "11007"}
        assert _standings(carried) == [Standing.EXISTING, Standing.CHANGED, Standing.CHANGED]

    def test_antwerpen_and_borsbeek(self):
        """Both members together: the same ground, no change."""
        carried = flanders.carry_forward(_of("Borsbeek", "Antwerpen"), FUSION)
        assert [each.nis_code for each in carried.members_on(FUSION)] == ["11002"]
        assert _standings(carried) == [Standing.EXISTING] * 3

    def test_three_into_one(self):
        """Galmaarden, Gooik and Herne are followed by one membership of Pajottegem."""
        carried = flanders.carry_forward(_of("Galmaarden", "Gooik", "Herne"), FUSION)
        codes = [code for code, _, _ in _codes(carried)]
        assert codes == ["23023", "23106", "23024", "23032"]

    def test_two_mergers_of_one_day(self):
        """Each merger brings its own successor."""
        carried = flanders.carry_forward(_of("Bilzen", "Tongeren", "Voeren"), FUSION)
        names = [each.name for each in carried.members_on(FUSION)]
        assert names == ["Bilzen-Hoeselt", "Tongeren-Borgloon", "Voeren"]

    def test_before_the_merger_nothing_changes(self):
        """Carried to the last day of 2024 it is what it was."""
        regieverband = _of("Tielt", "Meulebeke")
        assert flanders.carry_forward(regieverband, LAST_OLD) == regieverband

    def test_only_memberships_change(self):
        """Id, name, form, recognition and deviations stay."""
        regieverband = evolve(_of("Bilzen"), derogations=())
        carried = flanders.carry_forward(regieverband, FUSION)
        assert evolve(carried, memberships=regieverband.memberships) == regieverband

    def test_carried_members_exist(self):
        """What an assessment refuses on the day of the merger it takes once carried forward."""
        regieverband = _of("Tielt", "Meulebeke")
        with pytest.raises(MunicipalityNotOfTheDay):
            regieverband.check_members_exist(FUSION)
        flanders.carry_forward(regieverband, FUSION).check_members_exist(FUSION)

    def test_a_member_that_leaves(self):
        """Case 7: the merger is no change; that the successor leaves later is one."""
        leaves = date(2025, 3, 1)
        tielt, gent = Membership(_old("Tielt"), JOINED, leaves), Membership(_old("Gent"), JOINED)
        meulebeke = Membership(_old("Meulebeke"), JOINED, leaves)
        carried = flanders.carry_forward(_with(tielt, gent, meulebeke), FUSION)
        assert _codes(carried)[1] == ("37022", FUSION, leaves)
        assert _standings(carried) == [Standing.EXISTING, Standing.EXISTING, Standing.CHANGED]

    @pytest.mark.parametrize(
        ("first", "second", "until"),
        [
            (date(2025, 3, 1), date(2026, 1, 1), date(2026, 1, 1)),
            (date(2026, 1, 1), date(2025, 3, 1), date(2026, 1, 1)),
            (None, date(2025, 3, 1), None),
            (date(2025, 3, 1), None, None),
        ],
    )
    def test_the_latest_end_counts(self, first, second, until):
        """The successor stays as long as any of those that it replaces would have."""
        memberships = (
            Membership(_old("Tielt"), JOINED, first),
            Membership(_old("Meulebeke"), JOINED, second),
        )
        carried = flanders.carry_forward(_with(*memberships), FUSION)
        assert _codes(carried)[1] == ("37022", FUSION, until)

    @pytest.mark.parametrize(
        ("since", "until"),
        [
            (JOINED, LAST_OLD),
            (JOINED, FUSION),
            (FUSION, None),
            (date(2025, 2, 1), None),
        ],
    )
    def test_a_membership_that_does_not_span_the_day_is_left(self, since, until):
        """One that had ended by then, or begins on it or later, stays as it is."""
        regieverband = _with(Membership(_old("Tielt"), since, until))
        assert flanders.carry_forward(regieverband, LATER) == regieverband

    def test_a_membership_that_spans_the_day_by_little(self):
        """A member on the last day before and on the day itself is replaced."""
        regieverband = _with(Membership(_old("Tielt"), LAST_OLD, date(2025, 1, 2)))
        carried = flanders.carry_forward(regieverband, FUSION)
        assert _codes(carried) == [
            ("37015", LAST_OLD, FUSION),
            ("37022", FUSION, date(2025, 1, 2)),
        ]

    def test_a_former_and_a_present_membership(self):
        """Only the one that spans the day is replaced; an earlier one of the same stays."""
        left = date(2022, 1, 1)
        regieverband = _with(
            Membership(_old("Tielt"), JOINED, left), Membership(_old("Tielt"), left)
        )
        carried = flanders.carry_forward(regieverband, FUSION)
        assert _codes(carried) == [
            ("37015", JOINED, left),
            ("37015", left, FUSION),
            ("37022", FUSION, None),
        ]

    def test_a_member_that_comes_after_the_successor(self):
        """A part that would join apart from the successor overlaps with it and is refused."""
        back = Membership(_old("Meulebeke"), date(2025, 3, 1))
        regieverband = _with(Membership(_old("Tielt"), JOINED), back)
        with pytest.raises(OverlappingMemberships):
            flanders.carry_forward(regieverband, FUSION)


@given(st.lists(st.sampled_from(OLD), unique=True, max_size=12), st.dates(min_value=FIRST))
def test_to_carry_forward_twice_is_to_do_it_once(members, on):
    """Carried forward again it stays as it is, and every member exists on that day."""
    regieverband = RegieVerband.of("r", "R", None, members, since=FIRST, recognised_on=None)
    carried = flanders.carry_forward(regieverband, on)
    assert flanders.carry_forward(carried, on) == carried
    carried.check_members_exist(on)
    assert carried.territory_on(LAST_OLD) == regieverband.territory_on(LAST_OLD)


@given(st.lists(st.sampled_from(OLD), unique=True, min_size=1, max_size=12))
def test_members_carried_forward_are_the_successors(members):
    """From the merger on the members are the successors of the members, each once."""
    regieverband = RegieVerband.of("r", "R", None, members, since=FIRST, recognised_on=None)
    carried = flanders.carry_forward(regieverband, FUSION).members_on(FUSION)
    expected = [flanders.successor(each.nis_code, on=FUSION) for each in members]
    assert list(carried) == list(dict.fromkeys(expected))


class TestSuccessorsWithCounts:
    """Counts of a successor are the caller's, never a silent sum."""

    TIELT = Municipality("37022", "Tielt", inhabitants=33_000)

    def test_not_known_by_default(self):
        """Known counts of what merged do not make those of the successor known."""
        old = evolve(_old("Tielt"), inhabitants=21_000)
        carried = flanders.carry_forward(_with(Membership(old, JOINED)), FUSION)
        assert carried.inhabitants_on(LAST_OLD) == 21_000
        assert carried.inhabitants_on(FUSION) is None

    def test_given(self):
        """A given successor is taken as it is."""
        carried = flanders.carry_forward(_of("Tielt"), FUSION, successors=[self.TIELT])
        assert carried.members_on(FUSION) == (self.TIELT,)

    def test_one_list_for_all(self):
        """What one regieverband has no use for is left out, so twice is once here too."""
        hasselt = evolve(flanders.municipality("Hasselt", on=FUSION), inhabitants=85_000)
        every = iter((self.TIELT, hasselt))
        carried = flanders.carry_forward(_of("Kortessem"), FUSION, successors=every)
        assert carried.members_on(FUSION) == (hasselt,)
        again = flanders.carry_forward(carried, FUSION, successors=(self.TIELT, hasselt))
        assert again == carried

    def test_antwerpen_is_told_by_its_territory(self):
        """Antwerpen as it was is no successor; as it is since 2025 it is one."""
        antwerpen = evolve(flanders.municipality("Antwerpen", on=FUSION), inhabitants=560_000)
        regieverband = _of("Antwerpen")
        carried = flanders.carry_forward(regieverband, FUSION, successors=[antwerpen])
        assert carried.inhabitants_on(FUSION) == 560_000
        with pytest.raises(WrongValue) as caught:
            flanders.carry_forward(regieverband, FUSION, successors=[_old("Antwerpen")])
        assert caught.value.value == ("Antwerpen (11002)",)

    def test_the_whole_register_will_do(self):
        """Municipalities that no merger brought forth are left out, also if they stand twice."""
        every = [*flanders.municipalities(on=FUSION), _old("Gent"), _old("Pelt")]
        given = [self.TIELT if each.name == "Tielt" else each for each in every]
        carried = flanders.carry_forward(_of("Tielt"), FUSION, successors=given)
        assert carried.members_on(FUSION) == (self.TIELT,)

    def test_a_successor_of_another_territory(self):
        """All that have the code of a merger without its territory are named."""
        small = evolve(self.TIELT, territory={"37015"})
        with pytest.raises(WrongValue) as caught:
            flanders.carry_forward(_of("Tielt"), FUSION, successors=[small, _old("Antwerpen")])
        error = caught.value
        assert error.field == "successors"
        assert error.expected == "municipalities with the territory that a merger brought forth"
        assert error.value == ("Tielt (37022)", "Antwerpen (11002)")

    def test_two_of_one_code(self):
        """Two successors of one code leave open which is meant."""
        other = evolve(self.TIELT, inhabitants=1)
        with pytest.raises(DuplicateId) as caught:
            flanders.carry_forward(_of("Tielt"), FUSION, successors=[self.TIELT, other])
        assert (caught.value.kind, caught.value.ids) == ("successor", ("37022",))

    @pytest.mark.parametrize("wrong", ["37022", [None], ["37022"], None])
    def test_successors_are_municipalities(self, wrong):
        """A code or nothing is no municipality."""
        with pytest.raises(WrongType):
            flanders.carry_forward(_of("Tielt"), FUSION, successors=wrong)

    def test_which_one_is_no_municipality(self):
        """The error carries the value that is none."""
        with pytest.raises(WrongType) as caught:
            flanders.carry_forward(_of("Tielt"), FUSION, successors=[self.TIELT, "37022"])
        error = caught.value
        assert (error.field, error.expected) == ("successors", "municipalities")
        assert error.value == "37022"

    def test_a_regieverband_is_one(self):
        """Its id is not enough."""
        with pytest.raises(WrongType) as caught:
            flanders.carry_forward("r", FUSION)
        error = caught.value
        assert (error.field, error.expected) == ("regieverband", "a RegieVerband")
        assert error.value == "r"

    def test_a_date_before_the_register_is_refused(self):
        """The register cannot say what had merged by then."""
        with pytest.raises(DateOutsideRegister):
            flanders.carry_forward(_of("Gent"), FIRST - timedelta(days=1))
        with pytest.raises(WrongType):
            flanders.carry_forward(_of("Gent"), "2025-01-01")
