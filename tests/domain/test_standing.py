"""Existing, changed or new: by the text, and by walking slowly over the days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby, product

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drawing import examples

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER, RegieVerband
from wselr_rules.domain.standing import (
    PossibleStanding,
    Standing,
    has_changes,
    possible_standings,
)
from wselr_rules.domain.territory import Municipality
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.law.readings import Change, Existing, Merger, Readings
from wselr_rules.law.terms import LegalForm

EXISTING, CHANGED, NEW = Standing
DAY = timedelta(days=1)
LONG_AGO = date(2020, 1, 1)
A, B, C = (
    LegalForm.INTERLOCAL_ASSOCIATION,
    LegalForm.WELFARE_ASSOCIATION,
    LegalForm.PROJECT_ASSOCIATION,
)
AALST, NINOVE = Municipality("41002", "Aalst"), Municipality("41048", "Ninove")
TIELT, MEULEBEKE = Municipality("37015", "Tielt"), Municipality("37007", "Meulebeke")
BILZEN = Municipality("73006", "Bilzen")
ANTWERPEN = Municipality("11002", "Antwerpen")
MERGED = date(2025, 1, 1)

#: All that I01, I02 and I03 can be together.
READINGS = [
    Readings(existing=existing, change=change, merger=merger)
    for existing, change, merger in product(Existing, Change, Merger)
]


def reading(**chosen):
    """Return the call of record under another reading."""
    return evolve(OPEN_CALL_2023_2025, readings=Readings(**chosen))


def regieverband(*memberships, form=A, recognised_on=LONG_AGO, **more):
    """Return a regieverband; a municipality without dates stands for a member since long ago."""
    members = [
        Membership(each, LONG_AGO) if isinstance(each, Municipality) else each
        for each in memberships
    ]
    return RegieVerband("r1", "x", form, members, recognised_on=recognised_on, **more)


def standings(made, days, **chosen):
    """Return the standing on each of the days under the readings chosen."""
    return [made.standing_on(day, reading(**chosen)) for day in days]


def around(day):
    """Return the day before, the day itself, and the day after."""
    return [day - DAY, day, day + DAY]


class TestRecognition:
    """S14 and S15: existing ones and new ones, told apart by I01."""

    @pytest.mark.parametrize(
        ("existing", "recognised_on", "expected"),
        [
            (Existing.BEFORE_ORDER, date(2022, 4, 28), EXISTING),
            (Existing.BEFORE_ORDER, date(2022, 4, 29), NEW),
            (Existing.BEFORE_ORDER, date(2022, 4, 30), NEW),
            (Existing.BEFORE_EFFECT, date(2022, 12, 31), EXISTING),
            (Existing.BEFORE_EFFECT, date(2023, 1, 1), NEW),
            (Existing.BEFORE_EFFECT, date(2023, 1, 2), NEW),
            (Existing.BEFORE_ORDER, NEVER, NEW),
            (Existing.BEFORE_EFFECT, NEVER, NEW),
        ],
    )
    @pytest.mark.parametrize("on", [date(2022, 4, 29), date(2023, 1, 1), date(2026, 12, 31)])
    def test_three_days(self, existing, recognised_on, expected, on):
        """Recognised before 29 April 2022, or before 1 January 2023; on the day it is new."""
        made = regieverband(AALST, recognised_on=recognised_on)
        assert standings(made, [on], existing=existing) == [expected]

    def test_not_known(self):
        """Where the recognition is not known it may be either, so neither is said."""
        made = regieverband(AALST, recognised_on=None)
        assert standings(made, [date(2022, 4, 29), date(2026, 1, 1)]) == [None, None]

    def test_a_new_one_that_changes_is_new(self):
        """S16 speaks of existing ones: a new one stays new."""
        made = regieverband(AALST, Membership(NINOVE, date(2024, 6, 1)), recognised_on=NEVER)
        assert standings(made, around(date(2024, 6, 1))) == [NEW, NEW, NEW]


class TestTerritory:
    """S16: existing ones that expand or change count as new."""

    @pytest.mark.parametrize("change", Change)
    @pytest.mark.parametrize("merger", Merger)
    @pytest.mark.parametrize(
        ("existing", "first"),
        [(Existing.BEFORE_ORDER, date(2022, 4, 29)), (Existing.BEFORE_EFFECT, date(2023, 1, 1))],
    )
    def test_the_first_day_that_counts(self, change, merger, existing, first):
        """A member that joins on the last day of the baseline is in it; a day later is a change."""
        chosen = {"change": change, "merger": merger, "existing": existing}
        before = regieverband(AALST, Membership(NINOVE, first - DAY))
        assert standings(before, around(first), **chosen) == [EXISTING] * 3
        after = regieverband(AALST, Membership(NINOVE, first))
        assert standings(after, around(first), **chosen) == [EXISTING, CHANGED, CHANGED]
        later = regieverband(AALST, Membership(NINOVE, first + DAY))
        assert standings(later, around(first), **chosen) == [EXISTING, EXISTING, CHANGED]

    @pytest.mark.parametrize(
        ("joined", "on", "expected"),
        [
            (date(2022, 6, 1), date(2022, 5, 31), EXISTING),
            (date(2022, 6, 1), date(2022, 6, 1), CHANGED),
            (date(2024, 6, 1), date(2024, 5, 31), EXISTING),
            (date(2024, 6, 1), date(2024, 6, 1), CHANGED),
            (date(2024, 6, 1), date(2024, 6, 2), CHANGED),
        ],
    )
    def test_a_member_joins(self, joined, on, expected):
        """It expands on the day on which the member joins."""
        made = regieverband(AALST, Membership(NINOVE, joined))
        assert made.standing_on(on, OPEN_CALL_2023_2025) is expected

    @pytest.mark.parametrize(
        ("change", "merger", "expected"),
        [
            (Change.EVENT, Merger.TERRITORY, [CHANGED, CHANGED, CHANGED]),
            (Change.TERRITORY_ONLY, Merger.TERRITORY, [CHANGED, CHANGED, CHANGED]),
            (Change.STATE, Merger.TERRITORY, [CHANGED, EXISTING, EXISTING]),
            (Change.EVENT, Merger.MEMBER_LIST, [CHANGED, CHANGED, CHANGED]),
            (Change.TERRITORY_ONLY, Merger.MEMBER_LIST, [CHANGED, CHANGED, CHANGED]),
            (Change.STATE, Merger.MEMBER_LIST, [CHANGED, CHANGED, CHANGED]),
        ],
    )
    def test_a_member_leaves_and_comes_back(self, change, merger, expected):
        """Once changed it is so for good, unless only the difference counts (I02 STATE).

        A change of the list of members, where I03 makes it count, counts whatever I02 says.
        """
        made = regieverband(
            AALST,
            Membership(NINOVE, LONG_AGO, date(2024, 1, 1)),
            Membership(NINOVE, date(2024, 6, 1)),
        )
        chosen = {"change": change, "merger": merger}
        days = [date(2023, 12, 31), date(2024, 1, 1)]
        assert standings(made, days, **chosen) == [EXISTING, CHANGED]
        assert standings(made, around(date(2024, 6, 1)), **chosen) == expected

    @pytest.mark.parametrize(("change", "merger"), [*product(Change, Merger)])
    def test_a_member_leaves_and_comes_back_the_same_day(self, change, merger):
        """Who ends a membership and begins one on the same day never left."""
        day = date(2024, 1, 1)
        made = regieverband(AALST, Membership(NINOVE, LONG_AGO, day), Membership(NINOVE, day))
        assert standings(made, around(day), change=change, merger=merger) == [EXISTING] * 3


class TestMergers:
    """I03: a merger changes it only if the territory changes, or whenever the list does."""

    INSIDE = regieverband(
        Membership(TIELT, LONG_AGO, MERGED),
        Membership(MEULEBEKE, LONG_AGO, MERGED),
        Membership(Municipality("37022", "Tielt"), MERGED),
    )
    WITH_A_STRANGER = regieverband(
        AALST,
        Membership(BILZEN, LONG_AGO, MERGED),
        Membership(Municipality("73110", "Bilzen-Hoeselt"), MERGED),
    )
    UNDER_ONE_CODE = regieverband(
        Membership(ANTWERPEN, LONG_AGO, MERGED),
        Membership(Municipality("11002", "Antwerpen", territory={"11002", "11007"}), MERGED),
    )

    @pytest.mark.parametrize("change", Change)
    @pytest.mark.parametrize(
        ("made", "merger", "expected"),
        [
            (INSIDE, Merger.TERRITORY, [EXISTING, EXISTING, EXISTING]),
            (INSIDE, Merger.MEMBER_LIST, [EXISTING, CHANGED, CHANGED]),
            (WITH_A_STRANGER, Merger.TERRITORY, [EXISTING, CHANGED, CHANGED]),
            (WITH_A_STRANGER, Merger.MEMBER_LIST, [EXISTING, CHANGED, CHANGED]),
            (UNDER_ONE_CODE, Merger.TERRITORY, [EXISTING, CHANGED, CHANGED]),
            (UNDER_ONE_CODE, Merger.MEMBER_LIST, [EXISTING, CHANGED, CHANGED]),
        ],
        ids=["in-T", "in-L", "stranger-T", "stranger-L", "one-T", "one-L"],
    )
    def test_on_1_january_2025(self, made, merger, expected, change):
        """Tielt with Meulebeke is no change, Bilzen with Hoeselt and Antwerpen grown are."""
        assert standings(made, around(MERGED), merger=merger, change=change) == expected


class TestLegalForm:
    """I02: whether and for how long the legal form counts."""

    ONCE = regieverband(AALST, form=History(A, ((date(2024, 6, 1), B),)))
    BACK = regieverband(AALST, form=History(A, ((date(2024, 6, 1), B), (date(2024, 9, 1), A))))

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            (Change.EVENT, [EXISTING, CHANGED, CHANGED]),
            (Change.TERRITORY_ONLY, [EXISTING, EXISTING, EXISTING]),
            (Change.STATE, [EXISTING, CHANGED, CHANGED]),
        ],
    )
    @pytest.mark.parametrize("merger", Merger)
    def test_changed(self, change, expected, merger):
        """From the day of the new form on, unless the form does not count."""
        found = standings(self.ONCE, around(date(2024, 6, 1)), change=change, merger=merger)
        assert found == expected

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            (Change.EVENT, [CHANGED, CHANGED, CHANGED]),
            (Change.TERRITORY_ONLY, [EXISTING, EXISTING, EXISTING]),
            (Change.STATE, [CHANGED, EXISTING, EXISTING]),
        ],
    )
    @pytest.mark.parametrize("merger", Merger)
    def test_changed_back(self, change, expected, merger):
        """A change undone is none only where the difference counts."""
        found = standings(self.BACK, around(date(2024, 9, 1)), change=change, merger=merger)
        assert found == expected

    @pytest.mark.parametrize(
        ("existing", "first"),
        [(Existing.BEFORE_ORDER, date(2022, 4, 29)), (Existing.BEFORE_EFFECT, date(2023, 1, 1))],
    )
    @pytest.mark.parametrize("change", [Change.EVENT, Change.STATE])
    def test_the_first_day_that_counts(self, existing, first, change):
        """A form of the last day of the baseline is in it; one of the day after is a change."""
        before = regieverband(AALST, form=History(A, ((first - DAY, B),)))
        after = regieverband(AALST, form=History(A, ((first, B),)))
        chosen = {"existing": existing, "change": change}
        assert standings(before, around(first), **chosen) == [EXISTING] * 3
        assert standings(after, around(first), **chosen) == [EXISTING, CHANGED, CHANGED]

    def test_not_known(self):
        """A form that is not known may have changed, where it counts."""
        made = regieverband(AALST, form=None)
        on = [date(2024, 1, 1)]
        assert standings(made, on, change=Change.EVENT) == [None]
        assert standings(made, on, change=Change.STATE) == [None]
        assert standings(made, on, change=Change.TERRITORY_ONLY) == [EXISTING]

    def test_not_known_and_changed_for_certain(self):
        """Once the territory changed, what is not known of the form makes no difference."""
        made = regieverband(AALST, Membership(NINOVE, date(2024, 6, 1)), form=None)
        days = around(date(2024, 6, 1))
        assert standings(made, days, change=Change.EVENT) == [None, CHANGED, CHANGED]
        assert standings(made, days, change=Change.STATE) == [None, CHANGED, CHANGED]

    def test_not_known_before_the_baseline(self):
        """What the form was before the baseline makes no difference."""
        known_since = History(None, ((date(2022, 4, 28), A),))
        made = regieverband(AALST, form=known_since)
        assert standings(made, [date(2026, 1, 1)]) == [EXISTING]

    def test_not_known_on_the_baseline(self):
        """Known only from the day after it, the form may have changed on that day."""
        made = regieverband(AALST, form=History(None, ((date(2022, 4, 29), A),)))
        assert standings(made, [date(2022, 4, 28), date(2022, 4, 29)]) == [EXISTING, None]

    def test_two_known_forms_apart(self):
        """A and B with something unknown between them is a change by the day of B."""
        history = History(A, ((date(2024, 1, 1), None), (date(2024, 6, 1), B)))
        days = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 5, 31), date(2024, 6, 1)]
        for change in (Change.EVENT, Change.STATE):
            found = standings(regieverband(AALST, form=history), days, change=change)
            assert found == [EXISTING, None, None, CHANGED]


class TestHasChanges:
    """Whether anything since the baseline could count as a change, under whatever reading."""

    @pytest.mark.parametrize(
        "made",
        [
            regieverband(AALST, Membership(NINOVE, date(2024, 6, 1))),
            regieverband(AALST, Membership(NINOVE, LONG_AGO, date(2024, 6, 1))),
            regieverband(AALST, form=History(A, ((date(2024, 6, 1), B),))),
            regieverband(AALST, form=History(A, ((date(2024, 6, 1), None),))),
            regieverband(
                Membership(TIELT, LONG_AGO, date(2024, 6, 1)),
                Membership(MEULEBEKE, LONG_AGO, date(2024, 6, 1)),
                Membership(Municipality("37022", "Tielt"), date(2024, 6, 1)),
            ),
            regieverband(
                Membership(ANTWERPEN, LONG_AGO, date(2024, 6, 1)),
                Membership(
                    Municipality("11002", "Antwerpen", territory={"11002", "11007"}),
                    date(2024, 6, 1),
                ),
            ),
        ],
        ids=["joined", "left", "form", "form not known", "list alone", "territory alone"],
    )
    def test_from_its_own_day_on(self, made):
        """Members, territory, form, or a form that is not known, from that day on."""
        days = around(date(2024, 6, 1))
        found = [has_changes(made, day, OPEN_CALL_2023_2025) for day in days]
        assert found == [False, True, True]
        assert has_changes(made, date(2026, 12, 31), OPEN_CALL_2023_2025)

    @pytest.mark.parametrize(
        ("existing", "first"),
        [(Existing.BEFORE_ORDER, date(2022, 4, 29)), (Existing.BEFORE_EFFECT, date(2023, 1, 1))],
    )
    def test_since_the_baseline(self, existing, first):
        """What happened on the last day of the baseline is in it; a day later is a change."""
        call, on = reading(existing=existing), date(2026, 1, 1)
        assert not has_changes(regieverband(AALST, Membership(NINOVE, first - DAY)), on, call)
        assert has_changes(regieverband(AALST, Membership(NINOVE, first)), on, call)

    def test_a_form_that_is_not_known(self):
        """It may have changed on any day that counts, and on none before."""
        made = regieverband(AALST, form=None)
        found = [has_changes(made, day, OPEN_CALL_2023_2025) for day in around(date(2022, 4, 29))]
        assert found == [False, True, True]

    def test_what_is_no_change(self):
        """A map, a deviation, or a membership that goes on is none."""
        day = date(2024, 1, 1)
        made = regieverband(
            AALST,
            Membership(NINOVE, LONG_AGO, day),
            Membership(NINOVE, day),
            derogations=[Derogation(day)],
        )
        assert not has_changes(made, date(2026, 12, 31), OPEN_CALL_2023_2025)


class TestSince:
    """Since when it is what it is."""

    @pytest.mark.parametrize(
        ("recognised_on", "joined", "on", "since"),
        [
            (date(2022, 6, 1), date(2022, 1, 1), date(2024, 1, 1), date(2022, 6, 1)),
            (date(2022, 6, 1), date(2023, 1, 1), date(2024, 1, 1), date(2023, 1, 1)),
            (date(2024, 1, 1), date(2022, 1, 1), date(2024, 1, 1), date(2024, 1, 1)),
            (date(2024, 1, 2), date(2022, 1, 1), date(2024, 1, 1), date(2022, 1, 1)),
            (NEVER, date(2022, 1, 1), date(2024, 1, 1), date(2022, 1, 1)),
            (NEVER, date(2025, 1, 1), date(2024, 1, 1), date(2024, 1, 1)),
        ],
    )
    def test_a_new_one(self, recognised_on, joined, on, since):
        """From its recognition, or its first member if later; unrecognised from its members."""
        made = regieverband(Membership(AALST, joined), recognised_on=recognised_on)
        found = possible_standings(made, on, OPEN_CALL_2023_2025)
        assert found == (PossibleStanding(NEW, since),)

    def test_a_new_one_without_members(self):
        """Without any member it is new on the day that is asked for."""
        on = date(2024, 1, 1)
        found = possible_standings(regieverband(recognised_on=NEVER), on, OPEN_CALL_2023_2025)
        assert found == (PossibleStanding(NEW, on),)

    @pytest.mark.parametrize(
        ("existing", "since"),
        [(Existing.BEFORE_ORDER, date(2022, 4, 28)), (Existing.BEFORE_EFFECT, date(2022, 12, 31))],
    )
    def test_an_existing_one(self, existing, since):
        """From the baseline."""
        found = possible_standings(
            regieverband(AALST), date(2024, 1, 1), reading(existing=existing)
        )
        assert found == (PossibleStanding(EXISTING, since),)

    @pytest.mark.parametrize(
        ("change", "since"),
        [
            (Change.EVENT, date(2024, 1, 1)),
            (Change.TERRITORY_ONLY, date(2025, 1, 1)),
            (Change.STATE, date(2024, 9, 1)),
        ],
    )
    def test_a_changed_one(self, change, since):
        """From its first change, or from when the difference that is there came to be."""
        made = regieverband(
            AALST,
            Membership(NINOVE, date(2025, 1, 1)),
            form=History(A, ((date(2024, 1, 1), B), (date(2024, 6, 1), A), (date(2024, 9, 1), C))),
        )
        found = possible_standings(made, date(2026, 1, 1), reading(change=change))
        assert found == (PossibleStanding(CHANGED, since),)

    @pytest.mark.parametrize(
        ("merged", "since"),
        [
            (date(2023, 12, 31), date(2023, 12, 31)),
            (date(2024, 1, 1), date(2024, 1, 1)),
            (date(2024, 1, 2), date(2024, 1, 1)),
        ],
    )
    def test_another_form_and_another_list(self, merged, since):
        """Where a difference counts and a change of the list too, the first of them does."""
        made = regieverband(
            Membership(TIELT, LONG_AGO, merged),
            Membership(MEULEBEKE, LONG_AGO, merged),
            Membership(Municipality("37022", "Tielt"), merged),
            form=History(A, ((date(2024, 1, 1), B),)),
        )
        chosen = reading(change=Change.STATE, merger=Merger.MEMBER_LIST)
        found = possible_standings(made, date(2026, 1, 1), chosen)
        assert found == (PossibleStanding(CHANGED, since),)

    def test_a_difference_that_may_be_older(self):
        """B for certain after something unknown: changed since then, or since before."""
        history = History(A, ((date(2024, 1, 1), None), (date(2024, 6, 1), B)))
        made = regieverband(AALST, form=history)
        found = possible_standings(made, date(2026, 1, 1), reading(change=Change.STATE))
        assert found == (
            PossibleStanding(CHANGED, date(2024, 6, 1)),
            PossibleStanding(CHANGED, date(2024, 1, 1)),
        )

    def test_an_unknown_recognition(self):
        """It may exist, or be new since any stretch of days on which it could be recognised."""
        made = regieverband(AALST, Membership(NINOVE, date(2024, 6, 1)), recognised_on=None)
        found = possible_standings(made, date(2025, 1, 1), OPEN_CALL_2023_2025)
        assert found == (
            PossibleStanding(CHANGED, date(2024, 6, 1)),
            PossibleStanding(NEW, LONG_AGO),
            PossibleStanding(NEW, date(2022, 4, 29)),
            PossibleStanding(NEW, date(2024, 6, 1)),
        )

    def test_before_the_baseline(self):
        """Before the days that count there is nothing that could have changed."""
        made = regieverband(AALST, form=None, recognised_on=None)
        found = possible_standings(made, date(2022, 4, 28), OPEN_CALL_2023_2025)
        assert found == (
            PossibleStanding(EXISTING, date(2022, 4, 28)),
            PossibleStanding(NEW, LONG_AGO),
        )


# --- the slow way ---------------------------------------------------------------------------

#: Few towns that share ground, so that joining, leaving and merging meet often.
TOWN = Municipality("90001", "A")
GROWN = Municipality("90001", "A", territory={"90001", "90002"})
OTHER = Municipality("90002", "B")
MERGER = Municipality("90012", "A-B", territory={"90001", "90002"})
STATES = [(), (TOWN,), (TOWN, OTHER), (GROWN,), (MERGER,)]


def runs(values, first):
    """Yield each value that lasts some days in a row, with its first day and its end."""
    day = first
    for value, same in groupby(values):
        length = len(list(same))
        yield value, day, day + length * DAY
        day += length * DAY


def memberships(days, first):
    """Return the memberships of which the members of each day are these."""
    towns = {town for members in days for town in members}
    return [
        Membership(town, since, until)
        for town in sorted(towns, key=lambda town: (town.nis_code, sorted(town.territory)))
        for is_member, since, until in runs([town in members for members in days], first)
        if is_member
    ]


def history(values, first):
    """Return the history that has these values on these days, and the first one before them."""
    (initial, *_), *later = runs(values, first)
    return History(initial, [(since, value) for value, since, _ in later])


def walked(baseline, days, readings):
    """Return what an existing one is on the last of these days, and which of them it is since.

    ``baseline`` and each day are a list of members, a territory and a form. None stands for
    existing, otherwise it is changed since the day of that number.
    """
    changes, differences = [], []
    before = baseline
    for number, today in enumerate(days):
        list_changed = readings.merger is Merger.MEMBER_LIST and today[0] != before[0]
        territory_changed = today[1] != before[1]
        form_changed = readings.change is Change.EVENT and today[2] != before[2]
        is_state = readings.change is Change.STATE
        if list_changed or (not is_state and (territory_changed or form_changed)):
            changes.append(number)
        if is_state and today[1:] != baseline[1:]:
            differences.append(number)
        else:
            differences.clear()
        before = today
    return min([*changes[:1], *differences[:1]], default=None)


@st.composite
def worlds(draw, *, length, forms):
    """Draw a reading, and members and form on each day round its baseline."""
    readings = draw(st.sampled_from(READINGS))
    call = evolve(OPEN_CALL_2023_2025, readings=readings)
    stays = st.integers(0, 2)
    members, held = [draw(st.sampled_from(STATES))], [draw(st.sampled_from(forms))]
    for _ in range(length):
        members.append(draw(st.sampled_from(STATES)) if draw(stays) == 2 else members[-1])
        held.append(draw(st.sampled_from(forms)) if draw(stays) else held[-1])
    first = call.baseline - DAY * draw(st.integers(0, 2))
    quiet = [Derogation(call.baseline + DAY * draw(st.integers(0, length)))]
    return call, first, members, held, quiet


def made_of(first, members, held, quiet, *, recognised_on):
    """Return the regieverband with these members and forms on these days."""
    return RegieVerband(
        "r1",
        "x",
        history(held, first),
        # The last day stays as it is.
        memberships(members, first),
        recognised_on=recognised_on,
        derogations=quiet,
    )


def from_baseline(call, first, members, held):
    """Return the state of each day from the baseline on."""
    days = [
        (
            frozenset(town.nis_code for town in towns),
            frozenset(code for town in towns for code in town.territory),
            form,
        )
        for towns, form in zip(members, held, strict=True)
    ]
    return days[(call.baseline - first).days :]


@settings(max_examples=examples(300))
@given(worlds(length=9, forms=[A, B]))
def test_known_facts_walked_day_by_day(world):
    """Where all is known each day is what a slow walk over the days says, and since when."""
    call, first, members, held, quiet = world
    made = made_of(first, members, held, quiet, recognised_on=call.baseline)
    days = from_baseline(call, first, members, held)
    for number in range(len(days)):
        since = walked(days[0], days[1 : number + 1], call.readings)
        expected = (
            PossibleStanding(EXISTING, call.baseline)
            if since is None
            else PossibleStanding(CHANGED, call.baseline + DAY * (since + 1))
        )
        on = call.baseline + DAY * number
        assert possible_standings(made, on, call) == (expected,)
        assert has_changes(made, on, call) is (len(set(days[: number + 1])) > 1)
        assert made.standing_on(on, call) is expected.standing


def completions(held):
    """Yield every way in which the forms of these days that are not known may have been."""
    return product(*([A, B, C] if form is None else [form] for form in held))


def possible_by_force(world, *, recognised_on):
    """Return every standing on the last day, with its day, over all that is not known."""
    call, first, members, held, quiet = world
    on = first + DAY * (len(held) - 1)
    found = set()
    if recognised_on is None or recognised_on < call.existing_before:
        offset = (call.baseline - first).days
        for forms in completions(held[offset:]):
            days = from_baseline(call, first, members, [*held[:offset], *forms])
            since = walked(days[0], days[1:], call.readings)
            found.add(
                (EXISTING, call.baseline)
                if since is None
                else (CHANGED, call.baseline + DAY * (since + 1))
            )
    if recognised_on is None:
        may_be = [NEVER, *(call.existing_before + DAY * n for n in range(len(held) + 1))]
        for day in may_be:
            made = made_of(first, members, held, quiet, recognised_on=day)
            found |= {(NEW, each.since) for each in possible_standings(made, on, call)}
    return found


def by_stretch(made, found, call):
    """Return what was found, each day moved to the first one of the stretch that it lies in."""
    turns = sorted({call.existing_before, *made.dates})
    return {
        (standing, max((turn for turn in turns if turn <= since), default=since))
        if standing is not EXISTING
        else (standing, since)
        for standing, since in found
    }


def earliest(found):
    """Return the earliest day of each standing."""
    return {
        standing: min(since for each, since in found if each is standing) for standing, _ in found
    }


@settings(max_examples=examples(300))
@given(worlds(length=5, forms=[A, B, None, None]), st.booleans())
def test_unknown_facts_by_every_completion(world, is_recognised):
    """A standing is possible exactly if some completion of the unknown makes it that.

    No day since which it may be so is left out, and none is named before the first of them.
    """
    call, first, members, held, quiet = world
    recognised_on = call.baseline if is_recognised else None
    made = made_of(first, members, held, quiet, recognised_on=recognised_on)
    on = first + DAY * (len(held) - 1)
    expected = possible_by_force(world, recognised_on=recognised_on)
    listed = possible_standings(made, on, call)
    found = {(each.standing, each.since) for each in listed}
    assert len(found) == len(listed), "no case is named twice"
    only = {standing for standing, _ in expected}
    assert {standing for standing, _ in found} == only
    in_stretches, named = by_stretch(made, expected, call), by_stretch(made, found, call)
    assert in_stretches <= named
    assert earliest(in_stretches) == earliest(named)
    assert made.standing_on(on, call) is (only.pop() if len(only) == 1 else None)
