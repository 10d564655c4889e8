"""Cases on the division (*verdeling*): S17 to S20 and S26, I10 and I12, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from wselr_rules.conformance.case import Case
from wselr_rules.conformance.dividing import KEYS, divided, gets, of_budget, shares
from wselr_rules.law.readings import BudgetPeriod, Readings, ZeroKey

__all__ = ["division_cases"]

_WORKING_AGE, _JOB_SEEKERS, _EQUAL = KEYS
_THREE: Final = shares(("a", 60_000, 3_000), ("b", 30_000, 2_000), ("c", 10_000, 1_000))
_OF_THREE: Final = gets(
    ("a", 142_000_000, (72_000_000, 30_000_000, 40_000_000)),
    ("b", 96_000_000, (36_000_000, 20_000_000, 40_000_000)),
    ("c", 62_000_000, (12_000_000, 10_000_000, 40_000_000)),
)
_EACH_YEAR: Final = Readings(budget_period=BudgetPeriod.EACH_YEAR)
_ALL_YEARS: Final = Readings(budget_period=BudgetPeriod.ALL_YEARS)
_ERROR: Final = Readings(zero_key=ZeroKey.ERROR)
_PARTS: Final = Readings(zero_key=ZeroKey.EQUAL_PARTS)


def division_cases() -> Iterator[Case]:
    """EUR 3,000,000 by three keys (*verdelingscriteria*)."""
    yield from _by_the_keys()
    yield from _years()
    yield from _zero_keys()
    yield from _other_keys()
    yield from _refused()


def _by_the_keys() -> Iterator[Case]:
    yield from divided(
        "division/one",
        "One approved beneficiary gets all of EUR 3,000,000, whatever its counts.",
        "S17 S18 S19 S20 S26",
        shares(("a", 7, 3)),
        gets(("a", 300_000_000, (120_000_000, 60_000_000, 120_000_000))),
    )
    yield from divided(
        "division/three",
        "Three get EUR 1,420,000, 960,000 and 620,000 by 40, 20 and 40 per cent.",
        "S17 S18 S19 S20 S26",
        _THREE,
        _OF_THREE,
    )
    yield from divided(
        "division/three-in-another-order",
        "In whatever order they are told, each gets the same, and they stand in order of id.",
        "S17 S26",
        tuple(reversed(_THREE)),
        _OF_THREE,
    )
    yield from divided(
        "division/without-the-third",
        "Only those that are approved divide, so without the third the other two get more.",
        "S17 S26",
        _THREE[:2],
        gets(
            ("a", 176_000_000, (80_000_000, 36_000_000, 60_000_000)),
            ("b", 124_000_000, (40_000_000, 24_000_000, 60_000_000)),
        ),
    )
    yield from divided(
        "division/people-against-job-seekers",
        "All people of working age are worth twice all job seekers: 40 and 20 per cent.",
        "S18 S19",
        shares(("a", 1, 0), ("b", 0, 1)),
        gets(
            ("a", 180_000_000, (120_000_000, 0, 60_000_000)),
            ("b", 120_000_000, (0, 60_000_000, 60_000_000)),
        ),
    )
    yield from divided(
        "division/equal-parts",
        "Who has nobody of working age and no job seeker gets an equal part of 40 per cent.",
        "S20",
        shares(("a", 5, 5), ("b", 0, 0), ("c", 0, 0), ("d", 0, 0)),
        gets(
            ("a", 210_000_000, (120_000_000, 60_000_000, 30_000_000)),
            ("b", 30_000_000, (0, 0, 30_000_000)),
            ("c", 30_000_000, (0, 0, 30_000_000)),
            ("d", 30_000_000, (0, 0, 30_000_000)),
        ),
    )


# --- I10 ------------------------------------------------------------------------------------


def _years() -> Iterator[Case]:
    a_million = gets(
        ("a", 100_000_000, (40_000_000, 20_000_000, 40_000_000)),
        pots=(40_000_000, 20_000_000, 40_000_000),
    )
    three_million = gets(("a", 300_000_000, (120_000_000, 60_000_000, 120_000_000)))
    for name, readings, whole in (
        ("each-year", _EACH_YEAR, three_million),
        ("all-years", _ALL_YEARS, a_million),
    ):
        call = of_budget("3000000.00", readings)
        for year, expected in (
            (2022, "YearOutsideCall"),
            (2023, whole),
            (2024, whole),
            (2025, whole),
            (2026, "YearOutsideCall"),
        ):
            yield from divided(
                f"division/year/{year}/{name}",
                f"Read as {name}: EUR 3,000,000 is divided in {year}, if that is a plan year.",
                "S17 S21 I10",
                shares(("a", 7, 3)),
                expected,
                call=call,
                year=year,
            )
    call = of_budget("100.01", _ALL_YEARS)
    for year, cents, pots in (
        (2023, 3_334, (1_334, 667, 1_333)),
        (2024, 3_334, (1_334, 667, 1_333)),
        (2025, 3_333, (1_333, 667, 1_333)),
    ):
        yield from divided(
            f"division/cents-of-the-years/{year}/all-years",
            "Read as all-years: of EUR 100.01 the cents left over go to the earlier years.",
            "S17 I10",
            shares(("a", 7, 3)),
            gets(("a", cents, pots), pots=pots),
            call=call,
            year=year,
        )
    yield from divided(
        "division/year-without-a-cent/all-years",
        "Read as all-years: of two cents the third year has none, and nothing can be divided.",
        "S17 I10",
        shares(("a", 7, 3)),
        "InvalidBudget",
        call=of_budget("0.02", _ALL_YEARS),
    )


# --- I12 ------------------------------------------------------------------------------------


def _zero_keys() -> Iterator[Case]:
    no_seekers = shares(("a", 1, 0), ("b", 3, 0))
    no_people = shares(("a", 0, 1), ("b", 0, 3))
    neither = shares(("a", 0, 0), ("b", 0, 0))
    for name, given, equal in (
        (
            "job-seekers",
            no_seekers,
            gets(
                ("a", 120_000_000, (30_000_000, 30_000_000, 60_000_000)),
                ("b", 180_000_000, (90_000_000, 30_000_000, 60_000_000)),
            ),
        ),
        (
            "working-age",
            no_people,
            gets(
                ("a", 135_000_000, (60_000_000, 15_000_000, 60_000_000)),
                ("b", 165_000_000, (60_000_000, 45_000_000, 60_000_000)),
            ),
        ),
        (
            "both",
            neither,
            gets(
                ("a", 150_000_000, (60_000_000, 30_000_000, 60_000_000)),
                ("b", 150_000_000, (60_000_000, 30_000_000, 60_000_000)),
            ),
        ),
    ):
        yield from divided(
            f"division/zero-for-all/{name}/error",
            f"Read as error: there is no dividing where zero for all is what is counted: {name}.",
            "S18 S19 I12",
            given,
            "ZeroKeyTotal",
            call=of_budget("3000000.00", _ERROR),
        )
        yield from divided(
            f"division/zero-for-all/{name}/equal-parts",
            f"Read as equal-parts: a pot goes in equal parts where all count zero: {name}.",
            "S18 S19 I12",
            given,
            equal,
            call=of_budget("3000000.00", _PARTS),
        )
    yield from divided(
        "division/zero-for-one",
        "A count of zero for one, and not for all, is paid zero by that key.",
        "S18 S19",
        shares(("a", 1, 0), ("b", 3, 5)),
        gets(
            ("a", 90_000_000, (30_000_000, 0, 60_000_000)),
            ("b", 210_000_000, (90_000_000, 60_000_000, 60_000_000)),
        ),
    )


def _other_keys() -> Iterator[Case]:
    yield from divided(
        "division/a-key-of-nothing",
        "In a call in which two keys divide nothing their counts are not asked for.",
        "S18 S26",
        shares(("a", 1, None), ("b", 2, None), ("c", 0, 5)),
        gets(
            ("a", 100_000_000, (100_000_000, 0, 0)),
            ("b", 200_000_000, (200_000_000, 0, 0)),
            ("c", 0, (0, 0, 0)),
            pots=(300_000_000, 0, 0),
        ),
        call=of_budget(
            "3000000.00",
            None,
            (_WORKING_AGE, Fraction(1)),
            (_JOB_SEEKERS, Fraction(0)),
            (_EQUAL, Fraction(0)),
        ),
    )
    yield from divided(
        "division/two-keys",
        "A call may have two keys only, and of equal remainders the first id gets the cent.",
        "S18 S20 S26",
        _THREE,
        gets(
            ("a", 153_333_334, (120_000_000, 33_333_334)),
            ("b", 93_333_333, (60_000_000, 33_333_333)),
            ("c", 53_333_333, (20_000_000, 33_333_333)),
            pots=(200_000_000, 100_000_000),
            keys=(_WORKING_AGE, _EQUAL),
        ),
        call=of_budget(
            "3000000.00", None, (_WORKING_AGE, Fraction(2, 3)), (_EQUAL, Fraction(1, 3))
        ),
    )


def _refused() -> Iterator[Case]:
    for name, given, error in (
        ("nobody", (), "NoBeneficiaries"),
        ("twice", shares(("a", 1, 1), ("a", 2, 2)), "DuplicateId"),
        ("working-age-not-known", shares(("a", None, 1), ("b", 2, 2)), "UnknownWeight"),
        ("job-seekers-not-known", shares(("a", 1, 1), ("b", 2, None)), "UnknownWeight"),
        ("working-age-below-zero", shares(("a", -1, 1), ("b", 2, 2)), "NegativeWeight"),
        ("job-seekers-below-zero", shares(("a", 1, 1), ("b", 2, -2)), "NegativeWeight"),
    ):
        yield from divided(
            f"division/refused/{name}",
            f"There is no dividing among such beneficiaries, so it is refused: {name}.",
            "S17 S18 S19 S26",
            given,
            error,
        )
