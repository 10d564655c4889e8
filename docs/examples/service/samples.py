"""Examples of what can be asked: Leuven, whose code and territory are those of the register.

That it applies alone is public, and so are its figures; its recognition, plan and channel are not,
and stand here as assumed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import evolve

from wselr_rules import (
    OPEN_CALL_2023_2025,
    Action,
    ActionPlan,
    Application,
    LegalForm,
    PolicyPriority,
    Portfolio,
    RegieVerband,
    SubmissionChannel,
    flanders,
    wire,
)
from wselr_rules.receipts import CallInput, DecisionInput, receipt

__all__ = ["LEUVEN", "SAMPLES", "Samples"]

_ON = date(2025, 12, 31)
_CALL = OPEN_CALL_2023_2025

Samples = Mapping[str, tuple[str, object]]


#: Of the register, with its figures (Statbel, 1 January 2025; VDAB, average of 2024).
LEUVEN = evolve(
    flanders.municipality("Leuven", on=_ON),
    inhabitants=104_906,
    working_age_population=72_714,
    job_seekers=3_983,
)


def _applied(*, is_known: bool) -> Application:
    leuven = RegieVerband.of(
        "leuven",
        "Leuven",
        LegalForm.MUNICIPALITY,
        [LEUVEN],
        since=date(2019, 1, 1),
        recognised_on=date(2020, 1, 1) if is_known else None,
        derogations=() if is_known else None,
    )
    plan = ActionPlan(Action(each.value, each, _CALL.plan_years) for each in PolicyPriority)
    return Application(
        "leuven",
        leuven,
        plan if is_known else None,
        channels={SubmissionChannel.PLATOS} if is_known else None,
    )


def _decision_input(*, is_known: bool) -> DecisionInput:
    application = _applied(is_known=is_known)
    portfolio = Portfolio([application], complete=is_known or None)
    return DecisionInput(application, on=_ON, call=_CALL, portfolio=portfolio)


def _samples() -> Mapping[str, Samples]:
    known, open_one = _decision_input(is_known=True), _decision_input(is_known=False)
    whole = CallInput(known.portfolio, on=_ON, call=_CALL, year=2025)
    one = wire.to_dict(known)
    decisions: Samples = {
        "assumed": ("Recognition, plan, channel and the rest assumed: decided", one),
        "public": ("What is public alone: undecided", wire.to_dict(open_one)),
    }
    calls: Samples = {
        "call": ("A call of one, with the same assumed: all the money is its", wire.to_dict(whole))
    }
    kept = wire.to_dict(receipt(known.outcome(), known))
    return {
        "decisions": decisions,
        "assessments": calls,
        "receipts": {**decisions, **calls},
        "replays": {"agrees": ("A receipt that agrees", {"receipt": kept, "input": one})},
    }


#: By what is asked for, each with what it is.
SAMPLES = _samples()
