"""A scenario over the plan years (*over de planjaren*): who shares in which, and how much.

It holds what was found, with its words; how it is found is for ``running``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from wselr_rules.allocation.euros import euros_of
from wselr_rules.checks import an_id, instances, to_tuple
from wselr_rules.decision import CallAssessment
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language, money
from wselr_rules.render.table import Align, Table
from wselr_rules.render.told import ToldInParts
from wselr_rules.render.tree import Node
from wselr_rules.scenarios.call_outcomes import (
    Came,
    amount_in_a_cell,
    cents_in,
    divided_cents,
    outcome_in,
    said,
)

__all__ = ["PlanYears"]


def _to_assessments(values: Iterable[CallAssessment]) -> tuple[CallAssessment, ...]:
    return to_tuple(values)


@frozen
class PlanYears(ToldInParts):
    """What is decided and divided in each plan year of a scenario (*planjaren*), in order.

    ``scenario`` is its name. Who is eligible in a year follows from the day of its assessment.
    """

    scenario: str = field(validator=an_id)
    assessments: tuple[CallAssessment, ...] = field(
        converter=_to_assessments, validator=instances(CallAssessment, "assessments")
    )

    @property
    def years(self) -> tuple[int, ...]:
        """The plan years (*planjaren*)."""
        return tuple(each.year for each in self.assessments)

    @property
    def cents(self) -> FrozenMap[str, int | None]:
        """What each application gets in all years together (*samen*), in cents, by id.

        None where the amount of a year is not known.
        """
        return FrozenMap((id, _total(map(cents_in, came))) for id, came in self._outcomes())

    def __iter__(self) -> Iterator[CallAssessment]:
        return iter(self.assessments)

    def __getitem__(self, year: int) -> CallAssessment:
        """What is decided for one year; ``KeyError`` if it is none of these."""
        for each in self.assessments:
            if each.year == year:
                return each
        raise KeyError(year)

    def parts(
        self, language: Language | str, audience: Audience = Audience.FILE
    ) -> tuple[Table | Node, ...]:
        """The amounts per year and together, and on which day it was decided (*tabel*)."""
        del audience
        chosen = Language(language)
        return _table(self, self._outcomes(), chosen), _notes(self, chosen)

    def _outcomes(self) -> list[tuple[str, tuple[Came, ...]]]:
        ids = sorted({each.application_id for found in self for each in found})
        return [(id, tuple(outcome_in(each, id) for each in self)) for id in ids]


def _total(cents: Iterable[int | None]) -> int | None:
    known = list(cents)
    return None if None in known else sum(each for each in known if each is not None)


def _table(
    found: PlanYears, outcomes: list[tuple[str, tuple[Came, ...]]], language: Language
) -> Table:
    totals = [divided_cents(each) for each in found]
    return Table(
        (
            said("comparison.header.application", language),
            *(said("years.header.year", language, year=year) for year in found.years),
            said("comparison.header.total", language),
        ),
        tuple(
            (
                id,
                *(amount_in_a_cell(each, language) for each in came),
                _cell(_total(map(cents_in, came)), language),
            )
            for id, came in outcomes
        ),
        (Align.LEFT, *(Align.RIGHT for _ in totals), Align.RIGHT),
        caption=said("years.caption", language, scenario=found.scenario),
        footer=(
            said("comparison.header.total", language),
            *(_cell(each, language) for each in totals),
            _cell(_total(totals), language),
        ),
    )


def _cell(cents: int | None, language: Language) -> str:
    if cents is None:
        return said("comparison.not-known", language)
    return money(euros_of(cents), language)


def _notes(found: PlanYears, language: Language) -> Node:
    told = [
        said("years.assessed", language, year=each.year, on=each.on, number=len(each.eligible))
        for each in found
    ]
    if any(each.is_provisional for each in found):
        told.append(said("comparison.provisional", language))
    heading = said("comparison.notes", language)
    return Node(None, heading, tuple(Node(None, each) for each in told))
