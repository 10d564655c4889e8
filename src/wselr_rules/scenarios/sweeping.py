"""Very many scenarios, one after another (*reeks van scenario's*), and what comes of them in short.

What does not change from one to the next is not computed again (see ``sharing``). Nothing is kept
when the generator ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import field, frozen

from wselr_rules.checks import an_id, to_map, to_tuple
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import WrongType
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.render.shown import ShownByFields
from wselr_rules.scenarios.scenario import Scenario
from wselr_rules.scenarios.sharing import Sharing

__all__ = ["SweepOutcome", "columns", "sweep"]


def _to_verdicts(
    pairs: Mapping[str, Verdict] | Iterable[tuple[str, Verdict]],
) -> FrozenMap[str, Verdict]:
    return to_map(pairs)


def _to_cents(
    pairs: Mapping[str, int] | Iterable[tuple[str, int]] | None,
) -> FrozenMap[str, int] | None:
    return None if pairs is None else to_map(pairs)


@frozen
class SweepOutcome(ShownByFields):
    """What comes of a scenario in short (*uitkomst in het kort*), by id of the application.

    ``cents`` holds those that share, and is None where that is not known for want of a count.
    ``is_provisional`` says that what is not known can still change amounts.
    """

    scenario: str = field(validator=an_id)
    verdicts: FrozenMap[str, Verdict] = field(converter=_to_verdicts)
    cents: FrozenMap[str, int] | None = field(converter=_to_cents)
    is_provisional: bool

    @property
    def total(self) -> int | None:
        """What is divided in all (*verdeeld bedrag*), in cents; None where that is not known."""
        return None if self.cents is None else sum(self.cents.values())


def sweep(scenarios: Iterable[Scenario], *, on: date, year: int) -> Iterator[SweepOutcome]:
    """What comes of each scenario (*doorloop*), in their order, as ``run`` has it.

    A scenario is run when its outcome is asked for. Those that share a call, applications and
    changes, as the same objects, go fastest. Raises what ``run`` does, at the scenario that
    cannot be run.
    """
    sharing = Sharing(on, year)
    for scenario in scenarios:
        if not isinstance(scenario, Scenario):
            raise WrongType("scenario", "a Scenario", scenario)
        found = sharing.found(scenario)
        yield SweepOutcome(scenario.name, found.verdicts, found.cents, found.is_provisional)


def columns(outcomes: Iterable[SweepOutcome]) -> dict[str, list[object]]:
    """The outcomes as columns (*kolommen*), a list each, as pandas and polars take them.

    ``scenario``, ``total`` and ``is_provisional``; and of each application ``ID.verdict``,
    which is ``absent`` where the scenario has no such application, and ``ID.cents``. None stands
    for what is not known only: who does not share gets 0.
    """
    rows = to_tuple(outcomes)
    made: dict[str, list[object]] = {
        "scenario": [each.scenario for each in rows],
        "total": [each.total for each in rows],
        "is_provisional": [each.is_provisional for each in rows],
    }
    for id in sorted({id for each in rows for id in each.verdicts}):
        made[f"{id}.verdict"] = [_verdict(each, id) for each in rows]
        made[f"{id}.cents"] = [_cents(each, id) for each in rows]
    return made


def _verdict(outcome: SweepOutcome, id: str) -> str:
    verdict = outcome.verdicts.get(id)
    return "absent" if verdict is None else verdict.value


def _cents(outcome: SweepOutcome, id: str) -> int | None:
    if outcome.cents is not None:
        return outcome.cents.get(id, 0)
    return None if outcome.verdicts.get(id) is Verdict.MET else 0
