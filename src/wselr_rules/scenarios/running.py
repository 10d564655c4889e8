"""What comes of a scenario (*uitkomst van een scenario*), on a day and over the plan years."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from wselr_rules.decision import CallAssessment, assess_call
from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.scenarios.plan_years import PlanYears
from wselr_rules.scenarios.scenario import Scenario

__all__ = ["over_years", "run"]


def run(scenario: Scenario, *, on: date, year: int) -> CallAssessment:
    """Decide on every application of a scenario and divide its budget (*voer uit*).

    Raises what its changes and ``assess_call`` raise.
    """
    _check(scenario)
    made = scenario.applied()
    return assess_call(made.portfolio, on=on, call=made.call, year=year, approved=made.approved)


def over_years(scenario: Scenario, *, on: date | Mapping[int, date]) -> PlanYears:
    """The same for each plan year of the call (*over de planjaren*), in order.

    ``on`` is the day on which it is decided who shares: one for all years, or one for each of
    them, none left out. Raises what ``run`` does, and ``WrongValue`` for other years.
    """
    _check(scenario)
    made = scenario.applied()
    years = made.call.plan_years
    days = on if isinstance(on, Mapping) else dict.fromkeys(years, on)
    if set(days) != set(years):
        raise WrongValue("on", f"a day for each of {', '.join(map(str, years))}", tuple(days))
    found = (run(made, on=days[year], year=year) for year in years)
    return PlanYears(scenario.name, tuple(found))


def _check(scenario: Scenario) -> None:
    if not isinstance(scenario, Scenario):
        raise WrongType("scenario", "a Scenario", scenario)
