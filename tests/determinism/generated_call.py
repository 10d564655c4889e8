"""A call of any size, made by plain arithmetic: the same on every Python and every machine.

It holds whatever a call can hold: facts that are not known, histories, double claims, deviations,
municipalities alone, gaps in plans and sources that are not sure. Chance is a row of whole
numbers of our own, because no library promises its own row for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from wselr_rules import (
    NEVER,
    OPEN_CALL_2023_2025,
    Action,
    ActionPlan,
    Application,
    Confidence,
    Derogation,
    History,
    LegalForm,
    Membership,
    Municipality,
    PolicyPriority,
    Portfolio,
    Provenance,
    ReferenceRegion,
    RegieVerband,
    SubmissionChannel,
)

__all__ = ["generated"]

T = TypeVar("T")
UNSURE = Provenance("a list", confidence=Confidence.LOW)
FOUNDED = date(2020, 1, 1)
REGIONS = tuple(ReferenceRegion)
FORMS = tuple(form for form in LegalForm if form is not LegalForm.MUNICIPALITY)
YEARS = OPEN_CALL_2023_2025.plan_years


class Dice:
    """A row of whole numbers, each made of the one before it (a linear congruence of 64 bits)."""

    def __init__(self, seed: int) -> None:
        """Begin the row at a number."""
        self._state = seed

    def below(self, number: int) -> int:
        """Return the next number, from 0 up to this one."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % number

    def once_in(self, number: int) -> bool:
        """Tell whether the next throw is the one of so many."""
        return self.below(number) == 0

    def one_of(self, values: Sequence[T]) -> T:
        """Return one of these."""
        return values[self.below(len(values))]

    def day(self) -> date:
        """Return a day between the order and the end of the call."""
        return date(2022, 5, 1) + timedelta(days=self.below(1_500))


def generated(number: int, seed: int = 2025) -> Portfolio:
    """Return a complete portfolio of so many applications."""
    dice = Dice(seed)
    towns = _towns(dice)
    before: list[Municipality] = []
    applications: list[Application] = []
    for place in range(number):
        members = [next(towns) for _ in range(1 if dice.once_in(12) else 2 + dice.below(4))]
        if before and len(members) > 1 and dice.once_in(12):
            members.append(dice.one_of(before))
        applications.append(_application(f"g{place:03}", members, dice))
        before = members
    # Not in order of id, so that what sorts has something to do.
    applications.sort(key=lambda each: each.id[::-1])
    return Portfolio(applications, complete=True)


def _towns(dice: Dice) -> Iterator[Municipality]:
    """Yield town after town: a few neighbours in one region, then in another."""
    code = 80_000
    while True:
        region = dice.one_of(REGIONS[:-1])
        for _ in range(8 + dice.below(8)):
            yield _town(str(code), region, dice)
            code += 1


def _town(code: str, region: ReferenceRegion, dice: Dice) -> Municipality:
    people = 4_000 + dice.below(60_000)
    history = History(dice.one_of(REGIONS), ((date(2023, 3, 19), None), (date(2024, 2, 1), region)))
    source = Provenance("a register", date(2025, 1, 1), confidence=dice.one_of(tuple(Confidence)))
    return Municipality(
        code,
        f"Stad “{code}” & co",
        reference_region=history if dice.once_in(20) else None if dice.once_in(30) else region,
        is_centrumstad=None if dice.once_in(40) else dice.once_in(15),
        inhabitants=None if dice.once_in(25) else people,
        working_age_population=people * (55 + dice.below(15)) // 100,
        job_seekers=people * dice.below(9) // 100,
        provenance={"inhabitants": source} if dice.once_in(3) else {},
    )


def _application(id: str, members: Sequence[Municipality], dice: Dice) -> Application:
    regieverband = RegieVerband(
        f"r-{id}",
        f"Regie {id} <é>",
        _form(len(members), dice),
        [_membership(each, len(members) == 1, dice) for each in members],
        recognised_on=dice.one_of((FOUNDED, FOUNDED, FOUNDED, NEVER, None, dice.day())),
        derogations=_derogations(dice),
    )
    return Application(
        id,
        regieverband,
        None if dice.once_in(20) else _plan(members, dice),
        channels=dice.one_of(((SubmissionChannel.PLATOS,), tuple(SubmissionChannel), None))
        if dice.once_in(5)
        else (SubmissionChannel.PLATOS,),
        submitted_on=dice.day() if dice.once_in(2) else None,
    )


def _form(members: int, dice: Dice) -> LegalForm | History[LegalForm | None] | None:
    if members == 1:
        return LegalForm.MUNICIPALITY
    if dice.once_in(15):
        return None
    one, other = dice.one_of(FORMS[:5]), dice.one_of(FORMS)
    changes = one is not other and dice.once_in(6)
    return History(one, ((dice.day(), other),)) if changes else one


def _membership(member: Municipality, is_alone: bool, dice: Dice) -> Membership:  # noqa: FBT001
    if is_alone or not dice.once_in(10):
        return Membership(member, FOUNDED)
    since = dice.day()
    until = since + timedelta(days=1 + dice.below(900)) if dice.once_in(2) else None
    return Membership(member, since, until, provenance=UNSURE)


def _derogations(dice: Dice) -> tuple[Derogation, ...] | None:
    if dice.once_in(8):
        return None
    return (Derogation(dice.day()),) if dice.once_in(10) else ()


def _plan(members: Sequence[Municipality], dice: Dice) -> ActionPlan:
    actions = [
        Action(f"{each.value}-{year}", each, {year}, planned_by=dice.one_of(members).nis_code)
        for each in PolicyPriority
        for year in YEARS
        if not dice.once_in(150)
    ]
    return ActionPlan([*actions, Action("own", "0984-02", YEARS, "Iets anders")])
