"""Scenarios (*scenario's*): what another reading, fact or decision would make of a call.

A ``Scenario`` is a call and its applications with named changes. ``run`` gives what comes of it,
``compare`` what differs from another one and why, ``over_years`` the amounts of each plan year, and
``sweep`` what comes of very many of them, in short; ``columns`` makes a table of that.
"""

from wselr_rules.scenarios.call_changes import (
    ChangeBudget,
    ChangeCall,
    ChangeKeys,
    ChangeReadings,
)
from wselr_rules.scenarios.call_outcomes import ABSENT, Absent
from wselr_rules.scenarios.choices import Obstacle, Outcome
from wselr_rules.scenarios.comparing import compare
from wselr_rules.scenarios.comparison import (
    ApplicationComparison,
    Cause,
    Comparison,
    Turnabout,
)
from wselr_rules.scenarios.plan_years import PlanYears
from wselr_rules.scenarios.portfolio_changes import (
    CarryForward,
    ChangeApplication,
    ChangeMunicipality,
    HandIn,
    Withdraw,
)
from wselr_rules.scenarios.running import over_years, run
from wselr_rules.scenarios.scenario import Scenario
from wselr_rules.scenarios.sweeping import SweepOutcome, columns, sweep

__all__ = [
    "ABSENT",
    "Absent",
    "ApplicationComparison",
    "CarryForward",
    "Cause",
    "ChangeApplication",
    "ChangeBudget",
    "ChangeCall",
    "ChangeKeys",
    "ChangeMunicipality",
    "ChangeReadings",
    "Comparison",
    "HandIn",
    "Obstacle",
    "Outcome",
    "PlanYears",
    "Scenario",
    "SweepOutcome",
    "Turnabout",
    "Withdraw",
    "columns",
    "compare",
    "over_years",
    "run",
    "sweep",
]
