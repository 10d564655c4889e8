"""What may be otherwise (*wat als*) in the example: each change once, and scenarios made of them.

A municipality of the same reference region joins, a member leaves, the budget and the keys differ.
The data hold no borders between municipalities, so a neighbour here is one of the same region. That
a change is made on the day of the assessment is assumed, as all that ``assumptions`` assumes is.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from wselr_rules import (
    AddMembers,
    AllocationKey,
    Application,
    ChangeApplication,
    ChangeBudget,
    ChangeKeys,
    Municipality,
    OpenCall,
    Portfolio,
    RemoveMember,
    Scenario,
    SweepOutcome,
    scenarios,
)

__all__ = ["WhatIfs", "descriptions", "outcomes_of", "what_ifs"]

#: Assumed: what budgets may be thought of, in steps of 100,000 euros.
BUDGETS = tuple(Decimal(f"{number}00000.00") for number in range(20, 41))
#: Assumed: by what else the budget may be divided, beside the keys of the call.
KEYS = (
    (Fraction(0), Fraction(0), Fraction(1)),
    (Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)),
    (Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)),
)

#: The places of the changes of one scenario among those that there are.
Description = tuple[int, ...]


@frozen
class WhatIfs:
    """Call, applications and every change once: what all scenarios are made of."""

    call: OpenCall
    portfolio: Portfolio
    #: Those of members first, then budgets, then keys.
    changes: tuple[ChangeApplication | ChangeBudget | ChangeKeys, ...]
    of_members: int


def what_ifs(
    call: OpenCall, portfolio: Portfolio, municipalities: Mapping[str, Municipality], on: date
) -> WhatIfs:
    """Collect the changes: each join and leave, each budget, each set of keys."""
    of_members = tuple(
        change for each in portfolio for change in _of_members(each, municipalities, on)
    )
    budgets = tuple(map(ChangeBudget, BUDGETS))
    keys = (
        ChangeKeys(call.keys),
        *(ChangeKeys(dict(zip(AllocationKey, each, strict=True))) for each in KEYS),
    )
    return WhatIfs(call, portfolio, (*of_members, *budgets, *keys), len(of_members))


def _of_members(
    application: Application, municipalities: Mapping[str, Municipality], on: date
) -> Iterator[ChangeApplication]:
    body = application.regieverband
    members, ground = body.members_on(on), body.territory_on(on)
    if len(members) == 1:
        # A city alone: who joined it would make it another applicant.
        return
    regions = {member.region_on(on) for member in members}
    for each in municipalities.values():
        if each.region_on(on) in regions and ground.isdisjoint(each.territory):
            yield ChangeApplication(application.id, AddMembers((each,)), since=on)
    for member in members:
        yield ChangeApplication(application.id, RemoveMember(member), since=on)


def descriptions(these: WhatIfs, number: int, seed: int) -> list[Description]:
    """Describe so many scenarios: as known, each change of members alone, then pairs by chance.

    Each pair comes with a budget and keys. The same seed gives the same scenarios.
    """
    chance = random.Random(seed)  # noqa: S311 -- a sample that can be drawn again, no secret
    singles: list[Description] = [(), *((place,) for place in range(these.of_members))]
    budgets = range(these.of_members, these.of_members + len(BUDGETS))
    keys = range(budgets.stop, len(these.changes))
    pairs = (
        (*chance.sample(range(these.of_members), 2), chance.choice(budgets), chance.choice(keys))
        for _ in range(number - len(singles))
    )
    return [*singles[:number], *pairs]


def outcomes_of(
    described: list[tuple[str, Description]], these: WhatIfs, on: date, year: int
) -> list[SweepOutcome]:
    """Run the scenarios of these names and descriptions: what one worker does at a time."""
    return [*scenarios.sweep(_scenarios(described, these), on=on, year=year)]


def _scenarios(described: list[tuple[str, Description]], these: WhatIfs) -> Iterator[Scenario]:
    for name, places in described:
        yield Scenario(
            name,
            call=these.call,
            portfolio=these.portfolio,
            changes=[these.changes[place] for place in places],
        )
