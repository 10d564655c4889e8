"""Scenarios and what comes of them, as Hypothesis draws them for documents."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from tests.wire.answers import CHANGES, outcomes, verdicts
from tests.wire.parts import (
    amounts,
    applications,
    calls,
    choices,
    counts,
    days,
    ids,
    keys,
    maybe,
    municipalities,
    portfolios,
    rows,
    texts,
    wholes,
)
from tests.wire.results import assessments, findings

from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.member_changes import AddMembers, RemoveMember
from wselr_rules.scenarios import (
    ABSENT,
    ApplicationComparison,
    CarryForward,
    Cause,
    ChangeApplication,
    ChangeBudget,
    ChangeCall,
    ChangeKeys,
    ChangeMunicipality,
    ChangeReadings,
    Comparison,
    HandIn,
    PlanYears,
    Scenario,
    SweepOutcome,
    Turnabout,
    Withdraw,
)

_OWN = (AddActions, AddMembers, ApplyThrough, ChangeForm, ObtainDerogation, RemoveMember)

CHANGES_OF_SCENARIOS: dict[type, Any] = {
    CarryForward: st.builds(CarryForward, days, rows(municipalities(), 2)),
    ChangeApplication: st.builds(
        ChangeApplication, ids, st.one_of(*(CHANGES[each] for each in _OWN)), since=days
    ),
    ChangeBudget: st.builds(ChangeBudget, amounts.filter(bool)),
    ChangeCall: st.builds(ChangeCall, calls),
    ChangeKeys: st.builds(ChangeKeys, keys()),
    ChangeMunicipality: st.builds(ChangeMunicipality, municipalities()),
    ChangeReadings: st.builds(ChangeReadings, choices),
    HandIn: st.builds(HandIn, applications),
    Withdraw: st.builds(Withdraw, ids),
}
turnabouts = st.builds(Turnabout, findings, findings)
comparisons = st.builds(
    ApplicationComparison,
    ids,
    outcomes | st.just(ABSENT),
    outcomes | st.just(ABSENT),
    rows(turnabouts, 1),
    rows(st.sampled_from(Cause), 2),
)

#: A strategy for every type of a scenario and of what comes of it.
SCENARIOS: dict[type, Any] = {
    **CHANGES_OF_SCENARIOS,
    ApplicationComparison: comparisons,
    Comparison: st.builds(
        Comparison,
        ids,
        ids,
        days,
        wholes,
        maybe(amounts),
        maybe(amounts),
        rows(comparisons, 2),
        is_provisional=st.booleans(),
    ),
    PlanYears: st.builds(PlanYears, ids, rows(assessments, 1)),
    Scenario: st.builds(
        Scenario,
        ids,
        call=calls,
        portfolio=portfolios,
        changes=rows(st.one_of(*CHANGES_OF_SCENARIOS.values()), 2),
        approved=maybe(rows(texts, 2)),
    ),
    SweepOutcome: st.builds(
        SweepOutcome,
        ids,
        st.dictionaries(texts, verdicts, max_size=2),
        maybe(st.dictionaries(texts, counts, max_size=2)),
        st.booleans(),
    ),
    Turnabout: turnabouts,
}
