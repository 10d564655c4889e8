"""Cases on whole cents (*afronding*): S17 to S20 and S26, read by I11.

Worked out from docs/allocation.md by hand, or for those that say so by looking at every table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from wselr_rules.conformance.case import Case
from wselr_rules.conformance.dividing import REAL_POTS, Row, divided, gets, of_budget, shares
from wselr_rules.law.readings import Readings, Rounding

__all__ = ["rounding_cases"]

_TOTALS: Final = Readings(rounding=Rounding.ON_TOTALS)
_POTS: Final = Readings(rounding=Rounding.PER_POT)


def rounding_cases() -> Iterator[Case]:
    """On the totals, or per pot (*op de totalen of per pot*)."""
    yield from _pots()
    yield from _alike()
    yield from _by_id()
    yield from _closest()
    yield from _constructed()


def _pots() -> Iterator[Case]:
    for cents, pots in (
        (1, (1, 0, 0)),
        (2, (1, 0, 1)),
        (3, (1, 1, 1)),
        (4, (2, 1, 1)),
        (5, (2, 1, 2)),
        (6, (3, 1, 2)),
    ):
        yield from divided(
            f"cents/pots-of-{cents}",
            f"Of 40, 20 and 40 per cent of {cents} cents the largest remainder gets a whole cent "
            "first, and of equal ones the first key.",
            "S18 S19 S20 I11",
            shares(("a", 7, 3)),
            gets(("a", cents, pots), pots=pots),
            call=of_budget(f"0.0{cents}"),
        )


def _both(
    id: str,
    claim: str,
    counts: tuple[tuple[str, int, int], ...],
    on_totals: tuple[Row, ...],
    per_pot: tuple[Row, ...],
    *,
    euros: str = "3000000.00",
    pots: tuple[int, int, int] = REAL_POTS,
) -> Iterator[Case]:
    """The same by both readings of I11."""
    for readings, rows in ((_TOTALS, on_totals), (_POTS, per_pot)):
        name = readings.rounding.value
        yield from divided(
            f"cents/{id}/{name}",
            f"Read as {name}: {claim}",
            "S18 S19 S20 S26 I11",
            shares(*counts),
            gets(*rows, pots=pots),
            call=of_budget(euros, readings),
        )


def _alike() -> Iterator[Case]:
    yield from _both(
        "three-alike",
        "three that are alike divide five cents, and nobody is a cent off where totals count.",
        (("a", 1, 1), ("b", 1, 1), ("c", 1, 1)),
        (("a", 2, (1, 1, 0)), ("b", 2, (1, 0, 1)), ("c", 1, (0, 0, 1))),
        (("a", 3, (1, 1, 1)), ("b", 2, (1, 0, 1)), ("c", 0, (0, 0, 0))),
        euros="0.05",
        pots=(2, 1, 2),
    )
    names = "abcdefg"
    low = (17_142_857, 8_571_428, 17_142_857)
    up = {
        0: (17_142_858, 8_571_428, 17_142_857),
        5: (17_142_857, 8_571_428, 17_142_858),
        6: low,
    }
    second = (17_142_857, 8_571_429, 17_142_857)
    yield from _both(
        "seven-alike",
        "seven that are alike get EUR 428,571.42 and six of them a cent more; pot by pot the "
        "first gets 2.14 cents too much.",
        tuple((name, 1_000, 10) for name in names),
        tuple(
            (name, 42_857_142 if place == 6 else 42_857_143, up.get(place, second))
            for place, name in enumerate(names)
        ),
        (
            ("a", 42_857_145, (17_142_858, 8_571_429, 17_142_858)),
            *((name, 42_857_143, second) for name in "bcd"),
            *((name, 42_857_142, low) for name in "efg"),
        ),
    )
    yield from divided(
        "cents/thirty-nine-alike",
        "Of 39 alike, as many as there are directors, 27 get EUR 76,923.08 and 12 a cent less.",
        "S17 S18 S19 S20 S26 I11",
        shares(*((f"R{number:02}", 50_000, 2_500) for number in range(39))),
        gets(
            *((f"R{n:02}", 7_692_308, (3_076_924, 1_538_461, 3_076_923)) for n in range(3)),
            *((f"R{n:02}", 7_692_308, (3_076_923, 1_538_462, 3_076_923)) for n in range(3, 24)),
            *((f"R{n:02}", 7_692_308, (3_076_923, 1_538_461, 3_076_924)) for n in range(24, 27)),
            *((f"R{n:02}", 7_692_307, (3_076_923, 1_538_461, 3_076_923)) for n in range(27, 39)),
        ),
    )


def _by_id() -> Iterator[Case]:
    for name, first, second in (
        ("letters", "a", "b"),
        ("digits-as-text", "10", "9"),
        ("capitals-before-small", "Z", "a"),
        ("accents-after-letters", "z", "\u00e9"),
        ("shorter-first", "a", "aa"),
        # By code units, as some languages compare, the second would come first.
        ("beyond-the-basic-plane", "\uff5e", "\U0001f600"),
    ):
        yield from divided(
            f"cents/tie-by-id/{name}",
            "Of two that are alike the smaller id gets the only cent, by Unicode code point.",
            "S26 I11",
            shares((second, 1, 1), (first, 1, 1)),
            gets((first, 1, (1, 0, 0)), (second, 0, (0, 0, 0)), pots=(1, 0, 0)),
            call=of_budget("0.01"),
        )


def _closest() -> Iterator[Case]:
    yield from _both(
        "tie-of-amounts-before-components",
        "a and c are due 7.6 cents each, so a gets the cent, though the components would be "
        "closer if c did.",
        (("a", 2, 3), ("b", 0, 0), ("c", 3, 1), ("d", 0, 1)),
        (
            ("a", 8, (3, 3, 2)),
            ("b", 2, (0, 0, 2)),
            ("c", 7, (5, 0, 2)),
            ("d", 3, (0, 1, 2)),
        ),
        (
            ("a", 7, (3, 2, 2)),
            ("b", 2, (0, 0, 2)),
            ("c", 8, (5, 1, 2)),
            ("d", 3, (0, 1, 2)),
        ),
        euros="0.20",
        pots=(8, 4, 8),
    )
    yield from _both(
        "seven-cents-for-four",
        "four divide seven cents, and by every table the closest is this one.",
        (("a", 1, 0), ("b", 7, 4), ("c", 4, 5), ("d", 2, 5)),
        (
            ("a", 1, (0, 0, 1)),
            ("b", 3, (2, 0, 1)),
            ("c", 2, (1, 1, 0)),
            ("d", 1, (0, 0, 1)),
        ),
        (
            ("a", 1, (0, 0, 1)),
            ("b", 3, (2, 0, 1)),
            ("c", 3, (1, 1, 1)),
            ("d", 0, (0, 0, 0)),
        ),
        euros="0.07",
        pots=(3, 1, 3),
    )
    yield from divided(
        "cents/forty-three-for-six",
        "Six divide 43 cents, and by every table the closest is this one.",
        "S18 S19 S20 S26 I11",
        shares(("a", 6, 4), ("b", 7, 0), ("c", 9, 0), ("d", 2, 0), ("e", 9, 1), ("f", 0, 1)),
        gets(
            ("a", 12, (3, 6, 3)),
            ("b", 6, (3, 0, 3)),
            ("c", 8, (5, 0, 3)),
            ("d", 4, (1, 0, 3)),
            ("e", 9, (5, 2, 2)),
            ("f", 4, (0, 1, 3)),
            pots=(17, 9, 17),
        ),
        call=of_budget("0.43"),
    )
    yield from divided(
        "cents/forty-four-for-five",
        "Five divide 44 cents, and by every table the closest is this one.",
        "S18 S19 S20 S26 I11",
        shares(("a", 8, 1), ("b", 7, 1), ("c", 7, 4), ("d", 8, 3), ("e", 9, 5)),
        gets(
            ("a", 8, (4, 1, 3)),
            ("b", 7, (3, 1, 3)),
            ("c", 9, (3, 2, 4)),
            ("d", 9, (4, 2, 3)),
            ("e", 11, (4, 3, 4)),
            pots=(18, 9, 17),
        ),
        call=of_budget("0.44"),
    )
    yield from divided(
        "cents/large-counts",
        "Three divide the real budget by counts of tens of thousands, and each is within a cent.",
        "S17 S18 S19 S20 S26 I11",
        shares(("a", 61_786, 2_101), ("b", 301_550, 15_003), ("c", 98_222, 4_007)),
        gets(
            ("a", 62_034_974, (16_063_680, 5_971_294, 40_000_000)),
            ("b", 161_040_011, (78_399_681, 42_640_330, 40_000_000)),
            ("c", 76_925_015, (25_536_639, 11_388_376, 40_000_000)),
        ),
    )


def _constructed() -> Iterator[Case]:
    rows: tuple[Row, ...] = (
        ("a", 39_253_968, (7_111_111, 17_142_857, 15_000_000)),
        ("b", 31_571_429, (8_000_000, 8_571_429, 15_000_000)),
        ("c", 29_971_429, (6_400_000, 8_571_429, 15_000_000)),
        ("d", 29_044_445, (14_044_445, 0, 15_000_000)),
        ("e", 18_733_333, (3_733_333, 0, 15_000_000)),
        ("f", 27_622_222, (12_622_222, 0, 15_000_000)),
        ("g", 57_742_857, (25_600_000, 17_142_857, 15_000_000)),
        ("h", 66_060_317, (42_488_889, 8_571_428, 15_000_000)),
    )
    yield from _both(
        "no-table-of-largest-remainders",
        "no table has the largest remainders of these amounts, so d gets a cent more than they "
        "say and h one less.",
        (
            *(("a", 40, 2), ("b", 45, 1), ("c", 36, 1), ("d", 79, 0)),
            *(("e", 21, 0), ("f", 71, 0), ("g", 144, 2), ("h", 239, 1)),
        ),
        rows,
        rows,
    )
