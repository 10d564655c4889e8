"""Cases on a whole call (*oproep*): S17 and S26, who is approved (I15), and what it waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from attrs import evolve

from wselr_rules.conformance.applicants import QUIET, applies, town, verband
from wselr_rules.conformance.case import Answer, CallAnswer, CallQuestion, Case, Refusal
from wselr_rules.conformance.telling import read
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.membership import Membership
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OPEN_CALL_2023_2025, OpenCall
from wselr_rules.law.readings import Approval, BudgetPeriod

__all__ = ["call_cases"]

_NAMED: Final = read(Approval.NAMED)
_COMPLETE: Final = "portfolio.complete"


def call_cases() -> Iterator[Case]:
    """All applications at once, and the budget of a year (*alle aanvragen samen*)."""
    yield from _divided()
    yield from _not_divided()
    yield from _approved()
    yield from _refused()


def _applicant(id: str, number: int, people: int, seekers: int | None) -> Application:
    """One of two towns, all of whose people of working age live in the first."""
    first = town(10 * number + 1, 100_000, counts=(people, seekers))
    second = town(10 * number + 2, 0, counts=(0, 0))
    return applies(verband(first, second, id=id))


_A: Final = _applicant("a", 1, 60_000, 3_000)
_B: Final = _applicant("b", 2, 30_000, 2_000)
_C: Final = _applicant("c", 3, 10_000, 1_000)
_C_REFUSED: Final = evolve(_C, channels=())
_C_OPEN: Final = evolve(_C, channels=None)
_ABC, _AB = ("a", "b", "c"), ("a", "b")
_OF_THREE: Final = FrozenMap({"a": 142_000_000, "b": 96_000_000, "c": 62_000_000})
_OF_TWO: Final = FrozenMap({"a": 176_000_000, "b": 124_000_000})


def _whole(
    id: str,
    claim: str,
    about: str,
    applications: Iterable[Application],
    expected: Answer | str,
    *,
    on: date = QUIET,
    year: int = 2025,
    approved: Iterable[str] | None = None,
    call: OpenCall = OPEN_CALL_2023_2025,
    complete: bool | None = True,
) -> Case:
    return Case(
        f"call/{id}",
        claim,
        [each for each in about.split() if each.startswith("S")],
        [each for each in about.split() if each.startswith("I")],
        CallQuestion(Portfolio(applications, complete=complete), on, year, approved, call),
        Refusal(expected) if isinstance(expected, str) else expected,
    )


def _divided() -> Iterator[Case]:
    yield _whole(
        "all-eligible",
        "Three eligible applications divide EUR 3,000,000 by the counts of their territories.",
        "S17 S18 S19 S20 S26 I15",
        (_A, _B, _C),
        CallAnswer(_ABC, (), (), _OF_THREE),
    )
    yield _whole(
        "in-another-order",
        "In whatever order the applications are told, decisions and amounts are the same.",
        "S17 S26",
        (_C, _B, _A),
        CallAnswer(_ABC, (), (), _OF_THREE),
    )
    yield _whole(
        "one-refused",
        "A refusal raises every other share: only approved applications divide the budget.",
        "S17 S21 S26 I15",
        (_A, _B, _C_REFUSED),
        CallAnswer(_AB, (), (), _OF_TWO),
    )
    yield _whole(
        "one-undecided",
        "While one is undecided the others divide for the time being, and it is waited for.",
        "S17 S21 S26 I15",
        (_A, _B, _C_OPEN),
        CallAnswer(_AB, ("c",), (), _OF_TWO),
    )
    rival = applies(verband(town(31, 100_000, counts=(1, 1)), town(4), id="d"))
    yield _whole(
        "two-claim-one-town",
        "Two that share a town are both refused, and the others divide.",
        "S12 S17 S26",
        (_A, _B, _C, rival),
        CallAnswer(_AB, (), (), _OF_TWO),
    )
    later = Membership(town(13, 10_000, counts=(10_000, 0)), date(2026, 7, 1))
    grows = evolve(_A.regieverband, memberships=(*_A.regieverband.memberships, later))
    yield _whole(
        "members-of-the-day",
        "Only who is a member on the day counts, so one that joins later adds nothing yet.",
        "S18 S19",
        (evolve(_A, regieverband=grows), _B, _C),
        CallAnswer(_ABC, (), (), _OF_THREE),
    )
    yield _whole(
        "for-all-years",
        "Read as all-years: a third of the budget is divided in a year.",
        "S17 I10",
        (_A,),
        CallAnswer(("a",), (), (), {"a": 100_000_000}),
        call=read(BudgetPeriod.ALL_YEARS),
    )


def _not_divided() -> Iterator[Case]:
    yield _whole(
        "none-eligible",
        "Where none is eligible nothing is divided, and that is no error.",
        "S17 S26",
        (_C_REFUSED,),
        CallAnswer((), (), (), None),
    )
    yield _whole(
        "no-application",
        "Where there is no application nothing is divided either.",
        "S17 S26",
        (),
        CallAnswer((), (), (), None),
    )
    yield _whole(
        "not-all-known",
        "While not all applications are known any of them may share ground, so all are open.",
        "S12 S17 S26",
        (_A, _B),
        CallAnswer((), _AB, [_COMPLETE], None),
        complete=None,
    )
    uncounted = _applicant("b", 2, 30_000, None)
    path = "portfolio.applications[1].regieverband.memberships[0].municipality.job_seekers"
    yield _whole(
        "a-count-not-known",
        "The job seekers of one that is eligible are not known, so nothing can be divided yet.",
        "S19 S26",
        (_A, uncounted),
        CallAnswer(_AB, (), [path], None),
    )


# --- I15 ------------------------------------------------------------------------------------


def _approved() -> Iterator[Case]:
    yield _whole(
        "named/some",
        "Read as named: only those that are named divide, also where another one is eligible.",
        "S17 S26 I15",
        (_A, _B, _C),
        CallAnswer(_ABC, (), (), _OF_TWO),
        approved=_AB,
        call=_NAMED,
    )
    yield _whole(
        "named/not-eligible",
        "Read as named: who is named and not eligible gets nothing.",
        "S17 S26 I15",
        (_A, _B, _C_REFUSED),
        CallAnswer(_AB, (), (), {"a": 300_000_000}),
        approved=("a", "c"),
        call=_NAMED,
    )
    yield _whole(
        "named/undecided",
        "Read as named: only an undecided one that is named is waited for.",
        "S17 S26 I15",
        (_A, _B, _C_OPEN),
        CallAnswer(_AB, ("c",), (), None),
        approved=("c",),
        call=_NAMED,
    )
    yield _whole(
        "named/undecided-and-not-named",
        "Read as named: an undecided one that is not named is not waited for.",
        "S17 S26 I15",
        (_A, _B, _C_OPEN),
        CallAnswer(_AB, (), (), _OF_TWO),
        approved=_AB,
        call=_NAMED,
    )
    yield _whole(
        "named/none-yet",
        "Read as named: who is approved is not known yet, so that is what is waited for.",
        "S17 S26 I15",
        (_A, _B),
        CallAnswer(_AB, (), ["approved"], None),
        call=_NAMED,
    )
    yield _whole(
        "named/nobody",
        "Read as named: it is known that none is approved, so nothing is divided.",
        "S17 S26 I15",
        (_A, _B),
        CallAnswer(_AB, (), (), None),
        approved=(),
        call=_NAMED,
    )


def _refused() -> Iterator[Case]:
    yield _whole(
        "refused/approvals-not-read",
        "By default every eligible one is approved, so names of approved ones are refused.",
        "S26 I15",
        (_A, _B),
        "ApprovalNotRead",
        approved=_AB,
    )
    yield _whole(
        "refused/approved-and-not-there",
        "Read as named: an approved id of no application is refused.",
        "S26 I15",
        (_A, _B),
        "UnknownApplications",
        approved=("z",),
        call=_NAMED,
    )
    for year in (2022, 2026):
        yield _whole(
            f"refused/year-{year}",
            f"The plan years are 2023 to 2025, so nothing is divided for {year}.",
            "S17 S21",
            (_A,),
            "YearOutsideCall",
            year=year,
        )
