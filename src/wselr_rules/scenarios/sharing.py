"""What scenarios share (*gedeeld werk*): made once, and kept while it may be asked for again.

Scenarios that are run one after another have most in common: applications that do not change,
changes that come back, verdicts that no change touches. What was made is kept by the objects that
it was made of, not by what they say, so that to look it up costs next to nothing. It is what
``assess_call`` gives, without findings, components and exact shares.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final, TypeVar, cast

from attrs import define, field, fields, frozen

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.grants import cents_each
from wselr_rules.decision import beneficiary_of, candidates_of, counts_divided_by
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.rules import ELIGIBLE, REFERENCE_REGION
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import Approval, NewDeadline
from wselr_rules.scenarios.portfolio_changes import ChangeApplication, own_application
from wselr_rules.scenarios.scenario import AnyScenarioChange, Scenario

__all__ = ["MOST_KEPT", "Found", "Sharing"]

T = TypeVar("T")

#: Our own limit: as soon as more is kept, all of it is let go.
MOST_KEPT: Final = 20_000

#: The fields of a call that no verdict reads: what is divided and by what, and where it stands.
_OF_NO_VERDICT: Final = frozenset({"budget", "keys", "sources"})
_OF_VERDICTS: Final = tuple(
    each.name for each in fields(OpenCall) if each.name not in _OF_NO_VERDICT
)


@frozen
class Found:
    """What comes of a scenario (*uitkomst*), by id of the application, in order of id."""

    verdicts: dict[str, Verdict]
    #: None where it is not known for want of a count.
    cents: dict[str, int] | None
    is_provisional: bool


@define(eq=False)
class Sharing:
    """What was made for scenarios, assessed on one day and for one year (*gedeeld werk*)."""

    _on: date
    _year: int
    #: By the function that made it and the identity of what it was made of. That is kept too, so
    #: that no other object gets its identity.
    _kept: dict[tuple[object, ...], tuple[object, tuple[object, ...]]] = field(
        init=False, factory=dict[tuple[object, ...], tuple[object, tuple[object, ...]]]
    )
    #: The first of the calls that give the same verdicts, by what verdicts read of it.
    _calls: dict[tuple[object, ...], OpenCall] = field(
        init=False, factory=dict[tuple[object, ...], OpenCall]
    )

    def found(self, scenario: Scenario) -> Found:
        """What comes of a scenario (*uitkomst*); raises what ``run`` does."""
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
            self._calls.clear()
        call, portfolio = scenario.call, scenario.portfolio
        for change in scenario.changes:
            call = self._once(_call_with, change, call)
            portfolio = self._portfolio_with(change, portfolio)
        call.budget_for(self._year)
        call.check_day(self._on)
        verdicts = self._verdicts(portfolio, call)
        candidates = candidates_of(portfolio, call, scenario.approved)
        shares = [
            self._once(beneficiary_of, portfolio[id], self._on)
            for id, verdict in verdicts.items()
            if verdict is Verdict.MET and id in candidates
        ]
        cents = self._divided(shares, call)
        is_open = any(verdicts[id] is Verdict.UNKNOWN for id in candidates)
        is_unnamed = call.readings.approval is Approval.NAMED and scenario.approved is None
        return Found(
            verdicts,
            cents,
            is_open or is_unnamed or cents is None or not portfolio.complete,
        )

    def _once(self, make: Callable[..., T], *of: object) -> T:
        """What a function makes of these objects (*eenmalig*), made once."""
        key = (make, *map(id, of))
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = (make(*of), of)
        return cast("T", kept[0])

    def _portfolio_with(self, change: AnyScenarioChange, portfolio: Portfolio) -> Portfolio:
        if not isinstance(change, ChangeApplication):
            return self._once(_portfolio_with, change, portfolio)
        # The same application with the same change, whatever becomes of the others.
        own = own_application(change.application_id, portfolio)
        return portfolio.with_application(self._once(ChangeApplication.amended, change, own))

    # --- verdicts -------------------------------------------------------------------------

    def _verdicts(self, portfolio: Portfolio, call: OpenCall) -> dict[str, Verdict]:
        """The verdicts in order of id: each reads its application, the call and who claims too."""
        alike = self._once(self._alike, call)
        claimants = self._claimants(portfolio)
        return {
            each.id: self._once(
                _verdict,
                alike,
                self._on,
                portfolio.complete,
                each,
                *claimants.get(each.id, ()),
            )
            for each in sorted(portfolio, key=_id)
        }

    def _alike(self, call: OpenCall) -> OpenCall:
        """The first call of those that give the same verdicts (*gelijk oordelende oproep*)."""
        read = tuple(getattr(call, name) for name in _OF_VERDICTS)
        return self._calls.setdefault(read, call)

    def _claimants(self, portfolio: Portfolio) -> dict[str, tuple[Application, ...]]:
        """The other applications that claim ground of each (*aanspraken*), where there are any."""
        grounds = {each.id: self._once(_ground, each, self._on) for each in portfolio}
        claimed: set[str] = set()
        claimed_twice: set[str] = set()
        for ground in grounds.values():
            claimed_twice |= ground & claimed
            claimed |= ground
        meeting = [each for each in portfolio if not claimed_twice.isdisjoint(grounds[each.id])]
        return {
            each.id: tuple(
                other
                for other in meeting
                if other is not each and not grounds[each.id].isdisjoint(grounds[other.id])
            )
            for each in meeting
        }

    # --- the division ---------------------------------------------------------------------

    def _divided(self, shares: list[Beneficiary], call: OpenCall) -> dict[str, int] | None:
        """The cents of each of these; None for want of a count that a key divides by."""
        counts = counts_divided_by(call)
        if any(getattr(each, name) is None for each in shares for name in counts):
            return None
        return self._once(_cents, call, self._year, *shares) if shares else {}


# --- what is made of what -----------------------------------------------------------------


def _id(application: Application) -> str:
    return application.id


def _call_with(change: AnyScenarioChange, call: OpenCall) -> OpenCall:
    return change.on_call(call)


def _portfolio_with(change: AnyScenarioChange, portfolio: Portfolio) -> Portfolio:
    return change.on_portfolio(portfolio)


def _ground(application: Application, on: date) -> frozenset[str]:
    application.regieverband.check_members_exist(on)
    return application.regieverband.territory_on(on)


def _verdict(
    call: OpenCall,
    on: date,
    complete: bool | None,  # noqa: FBT001 -- by place, as all that something is made of once
    application: Application,
    *claimants: Application,
) -> Verdict:
    context = Context(
        on, call=call, portfolio=Portfolio((application, *claimants), complete=complete)
    )
    if call.readings.new_deadline is NewDeadline.AT_SUBMISSION:
        # It refuses a day of submission outside the call, also where another rule settles all.
        REFERENCE_REGION.verdict(application, context)
    return ELIGIBLE.verdict(application, context)


def _cents(call: OpenCall, year: int, *shares: Beneficiary) -> dict[str, int]:
    return cents_each(shares, call=call, year=year)
