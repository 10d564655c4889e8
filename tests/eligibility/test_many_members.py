"""An assessment takes time in proportion to the members, and not each for every other one.

The limits are far above what is needed and far below what a comparison of all pairs takes.
"""

from __future__ import annotations

from datetime import date, timedelta
from time import process_time

import pytest
from attrs import evolve
from tests.eligibility.stories import (
    LONG_AGO,
    MET,
    NOT_MET,
    PLAN,
    UNKNOWN,
    applies,
    reading,
    town,
    verband,
)

from wselr_rules.decision import assess
from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.membership import Membership
from wselr_rules.law.readings import Change, Merger, NewDeadline, PlanHolder, RegionMap

MANY = 6_000
SECONDS = 10
ON = date(2025, 6, 1)
DAY = timedelta(days=1)
#: Members of long ago, and as many that joined on a thousand days since.
FOUNDERS = [Membership(town(str(80_000 + n)), LONG_AGO) for n in range(MANY // 2)]
JOINED = [
    Membership(town(str(90_000 + n)), date(2022, 5, 1) + DAY * (n % 1_000))
    for n in range(MANY // 2)
]
BODY = verband(*FOUNDERS, *JOINED)
OPEN = verband(
    *FOUNDERS[:1],
    *(
        evolve(each, municipality=town(each.municipality.nis_code, reference_region=None))
        for each in JOINED
    ),
)


@pytest.fixture(autouse=True)
def in_time():
    """Fail what takes longer than the limit."""
    start = process_time()
    yield
    assert process_time() - start < SECONDS


def _verdict(application, *others, **chosen):
    portfolio = Portfolio((application, *others), complete=True)
    return assess(application, on=ON, call=reading(**chosen), portfolio=portfolio).verdict


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"change": Change.STATE},
        {"merger": Merger.MEMBER_LIST},
        {"new_deadline": NewDeadline.INCURABLE},
        {"new_deadline": NewDeadline.INCURABLE, "region_map": RegionMap.REGIODECREET},
    ],
    ids=str,
)
def test_many_that_join_on_many_days(chosen):
    """All lie in one region, and all that is asked of them is looked at day by day."""
    assert _verdict(applies(BODY), **chosen) is MET


def test_many_regions_that_are_not_known():
    """What they can turn out to be hangs together over a thousand days."""
    chosen = {"new_deadline": NewDeadline.INCURABLE, "region_map": RegionMap.REGIODECREET}
    assert _verdict(applies(OPEN), **chosen) is UNKNOWN


def test_many_conflicts():
    """Another application claims every one of them."""
    rival = applies(evolve(BODY, id="Rival"))
    assert _verdict(applies(BODY), rival) is NOT_MET


def test_many_plans():
    """Each of them has cells that only actions of nobody yet could fill."""
    members = FOUNDERS[:2_000]
    actions = [evolve(each, id=f"{each.id}-{n}") for each in PLAN.actions for n in range(2_000)]
    case = applies(verband(*members), plan=ActionPlan(actions))
    assert _verdict(case, plan_holder=PlanHolder.EACH_MEMBER) is UNKNOWN
