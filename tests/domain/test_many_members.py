"""Many members take time in proportion, and not each for every other one.

The limits are far above what is needed and far below what a comparison of all pairs takes.
"""

from __future__ import annotations

from datetime import date, timedelta
from time import process_time

import pytest

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import Municipality
from wselr_rules.errors import OverlappingMemberships
from wselr_rules.law.terms import LegalForm

MANY = 25_000
SECONDS = 20
FIRST, DAY = date(1700, 1, 1), timedelta(days=1)
TOWN = Municipality("90001", "Town")
#: One town that leaves every day and is back on the same day.
DAY_BY_DAY = [Membership(TOWN, FIRST + DAY * n, FIRST + DAY * (n + 1)) for n in range(MANY)]


@pytest.fixture(autouse=True)
def in_time():
    """Fail what takes longer than the limit."""
    start = process_time()
    yield
    assert process_time() - start < SECONDS


def regieverband(memberships, form):
    return RegieVerband("r1", "x", form, memberships, recognised_on=None)


def test_as_many_municipalities():
    """Municipalities of that many codes, all members at once."""
    towns = (Municipality(str(75_000 + n), "x") for n in range(MANY))
    made = regieverband([Membership(town, FIRST) for town in towns], LegalForm.OTHER)
    assert len(made.members_on(FIRST)) == MANY
    assert made.dates == (FIRST,)


@pytest.mark.parametrize("order", [1, -1])
def test_as_many_periods_of_one(order):
    """One municipality alone that comes back again and again, in either order."""
    made = regieverband(DAY_BY_DAY[::order], LegalForm.MUNICIPALITY)
    assert len(made.members_on(FIRST + DAY * 5)) == 1


def test_as_many_forms():
    """A municipality alone and something else by turns, with another period each time."""
    forms = (LegalForm.OTHER, LegalForm.MUNICIPALITY)
    changes = [(FIRST + DAY * n, forms[n % 2]) for n in range(MANY)]
    made = regieverband(DAY_BY_DAY, History(LegalForm.MUNICIPALITY, changes))
    assert made.legal_form_on(FIRST + DAY * 5) is LegalForm.MUNICIPALITY


def test_the_overlap_that_comes_last():
    """The last of all that overlaps is found, with the first of all."""
    with pytest.raises(OverlappingMemberships) as caught:
        regieverband([*DAY_BY_DAY, Membership(TOWN, FIRST, FIRST + DAY)], LegalForm.OTHER)
    assert caught.value.first_day == FIRST
