"""All rules together, over worlds in which each of them turns out every way.

Why this covers the small worlds: each rule reads facts of its own, as its row in the table of
rules says, and the other modules ask it of every world of those facts, up to their size. What
is left is how the rules come together: their verdicts, and the facts that more than one of them
reads, which are the members, the legal form, and under I07 the recognition. So the worlds here
hold every way of a second town to be a member, a form and a recognition of every kind, which
may also not be known, and of all else a world for each verdict. All rules are asked of each
world, so that one that read a fact of another would show.
"""

from __future__ import annotations

from datetime import date

import pytest
from tests.model import NEVER, OUTSIDE, RULES, Town, always, turning
from tests.worlds.comparing import Facts, agree_where_open, asked_of, unknown
from tests.worlds.small import (
    CODES,
    DAYS,
    FULL_PLAN,
    JOINS,
    LEAVES,
    LONG_AGO,
    NORTH,
    STAYS,
    YES_OR_NO,
    member,
    world,
)

from wselr_rules.eligibility.verdict import Verdict

ALL = (*RULES, "eligible")
TURN = DAYS[1]
CHANGED = date(2022, 7, 1)
KINDS = ("interlocal", "welfare", "municipality", "other")
#: Forms that never changed, and that changed since the order.
KNOWN_FORMS = (
    *map(always, KINDS),
    turning("project", CHANGED, "interlocal"),
    turning("project", CHANGED, "municipality"),
)
#: And what only who knows nothing of it must reckon with: alone until others join, or since
#: they left.
EVERY_FORM = (
    *KNOWN_FORMS,
    turning("project", CHANGED, "welfare"),
    turning("project", CHANGED, "other"),
    turning("municipality", TURN, "interlocal"),
    turning("interlocal", TURN, "municipality"),
    ((date.min, "project"), (CHANGED, "municipality"), (TURN, "interlocal")),
)
#: It was of one form, and since the turn that is not known.
FORMS = {**unknown(*KNOWN_FORMS), None: EVERY_FORM} | {
    turning(kind, TURN, None): (
        always(kind),
        *(turning(kind, TURN, other) for other in KINDS if other != kind),
    )
    for kind in ("interlocal", "municipality")
}
#: Of the town that joined last: with it all of it lies in one region, or does not.
NOWHERE = always(OUTSIDE)
REGIONS = {NORTH: (NORTH,), NOWHERE: (NOWHERE,), always(None): (NORTH, NOWHERE)}
#: How the second town is a member, if it is.
SHAPES = (None, STAYS, JOINS, LEAVES)
#: Another applicant for the ground of the first town, by the day of its recognition.
RIVAL, OLDEST = date(2021, 1, 1), date(1900, 1, 1)
NOBODY = "nobody"
OTHERS = {NOBODY: (NOBODY,), RIVAL: (RIVAL,), None: (NOBODY, RIVAL, OLDEST)}


def _world(shape, form, others=NOBODY, **facts):
    region, people, is_city = (facts.pop(name) for name in ("region", "people", "is_city"))
    first = Town(CODES[0], NORTH if shape else region, people, is_city)
    members = [member(STAYS, first, TURN)]
    if shape:
        members.append(member(shape, Town(CODES[1], region), TURN))
    rivals = () if others in {None, NOBODY} else (world(members[:1], recognised=others),)
    made = world(members, form=form or always(None), rivals=rivals, **facts)
    return made, None if others is None else True


#: What the applicant and the region rule read, with a world for each of their verdicts.
SHARED = {
    "shape": (None, JOINS),
    "form": {**{each: (each,) for each in map(always, KINDS)}, None: EVERY_FORM},
    "people": {60_000: (60_000,), None: (19_999, 60_000)},
    "is_city": YES_OR_NO[1:],
    "region": REGIONS,
}


class TestWhole:
    """S09 or S10, and S13 to S16, S12, S08 and S21."""

    def test_applicants_and_regions(self):
        """Who may apply and whether it fits, with the form that both read: 15,552 cases."""
        facts = Facts.of(
            _world,
            shape=SHAPES,
            form=FORMS,
            people=unknown(19_999, 20_000, 60_000),
            is_city=unknown(*YES_OR_NO),
            region=REGIONS,
            recognised=unknown(LONG_AGO, NEVER),
        )
        assert agree_where_open(facts, DAYS, ALL) == (asked_of(15_552), set(Verdict))

    def test_with_every_verdict_of_the_others(self):
        """One regieverband, plan and channel, each of them met or not or open: 4,860 cases."""
        facts = Facts.of(
            _world,
            **SHARED,
            recognised=unknown(LONG_AGO, NEVER),
            others=OTHERS,
            plan=unknown(FULL_PLAN, FULL_PLAN[1:]),
            channels=unknown(("Platos",), ()),
        )
        assert agree_where_open(facts, DAYS[3:], ALL) == (asked_of(4_860), set(Verdict))

    @pytest.mark.parametrize("of_new", ["from-the-day", "at-submission"])
    def test_with_a_recognition_that_two_rules_read(self, of_new):
        """I07: the region rule and a claim hang on the same day: 2,700 cases for each of I05.

        Judged as of its submission, a new one may fit where an existing one does not.
        """
        facts = Facts.of(
            _world,
            **SHARED,
            recognised=unknown(LONG_AGO, date(2021, 6, 1), CHANGED, NEVER),
            others=OTHERS,
            plan=unknown(FULL_PLAN, FULL_PLAN[1:]),
            submitted=DAYS[:1],
        )
        chosen = {"I07": "first-recognised", "I05": of_new}
        given = agree_where_open(facts, DAYS[3:], ALL, **chosen)
        assert given == (asked_of(2_700), set(Verdict))
