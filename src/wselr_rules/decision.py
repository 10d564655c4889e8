"""Decisions (*beslissingen*): eligibility first, then the division among the approved.

``assess`` answers for one application, ``assess_call`` for all of a call. What is not known
is never guessed: a verdict stays undecided, and amounts are provisional as long as anything
that could change them is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from attrs import frozen

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.grants import Allocation, allocate
from wselr_rules.checks import to_tuple
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.regieverband import total
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.doubts import Doubt, doubts
from wselr_rules.eligibility.finding import Finding, Missing
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import ApprovalNotRead, UnknownApplications
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import Approval
from wselr_rules.law.terms import AllocationKey
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language, long_date, money
from wselr_rules.render.table import Align, Table, as_html
from wselr_rules.render.told import ToldAsTree
from wselr_rules.render.tree import Mark, Node

__all__ = [
    "COUNTS",
    "CallAssessment",
    "Decision",
    "assess",
    "assess_call",
    "beneficiary_of",
    "candidates_of",
    "counts_divided_by",
    "uncounted_of",
]

#: The counts of people that a key divides by, by field.
COUNTS: Mapping[str, AllocationKey] = MappingProxyType(
    {
        "working_age_population": AllocationKey.WORKING_AGE_POPULATION,
        "job_seekers": AllocationKey.JOB_SEEKERS,
    }
)


@frozen
class Decision(ToldAsTree):
    """What is decided on an application (*beslissing*) on a day, with all its grounds."""

    application_id: str
    on: date
    finding: Finding
    #: The facts of which the source is not sure and without which the verdict would be another.
    doubts: tuple[Doubt, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Whether it may be approved (*oordeel*)."""
        return self.finding.verdict

    @property
    def refusals(self) -> tuple[Finding, ...]:
        """The rules that make it ineligible (*weigeringsgronden*), in order; else none."""
        return self.finding.refusals

    @property
    def obligations(self) -> tuple[Finding, ...]:
        """The findings on a duty not yet in force (*nog niet afdwingbaar*), with its day."""
        return tuple(leaf for leaf in self.finding.leaves if leaf.due is not None)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The facts that are still needed (*ontbrekende gegevens*); none once it is decided."""
        return self.finding.missing

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The territory that others claim too (*dubbele deelname*)."""
        return tuple(conflict for leaf in self.finding.leaves for conflict in leaf.conflicts)

    @property
    def readings(self) -> FrozenMap[str, str]:
        """The interpretations that it rests on (*bepalende lezingen*), by id, and the choice.

        As long as these are chosen so, no choice for the others changes the verdict.
        """
        return self.finding.readings

    def node(self, language: Language | str, audience: Audience = Audience.FILE) -> Node:
        """The grounds as a tree (*gronden*), and below them the doubts that decide."""
        grounds = self.finding.node(language, audience)
        doubts = (Node(None, doubt.text(language)) for doubt in self.doubts)
        return Node(grounds.mark, grounds.text, (*grounds.children, *doubts))


@frozen
class CallAssessment:
    """What is decided on a whole call (*beoordeling van de oproep*) on a day, for a plan year.

    ``decisions`` come in order of id. ``allocation`` divides the budget of ``year`` among those
    that are eligible and approved; it is None where there are none, or where it waits for a
    fact without which nothing can be divided. ``undecided`` are the ids of the applications,
    and ``missing`` the facts, that it waits for.
    """

    on: date
    year: int
    decisions: tuple[Decision, ...]
    conflicts: tuple[Conflict, ...]
    allocation: Allocation | None
    undecided: tuple[str, ...]
    missing: tuple[Missing, ...]

    @property
    def is_provisional(self) -> bool:
        """Whether something not known can still change the amounts (*voorlopig*)."""
        return bool(self.undecided or self.missing)

    @property
    def eligible(self) -> tuple[str, ...]:
        """The ids of the applications that may be approved (*ontvankelijk*)."""
        return tuple(
            decision.application_id
            for decision in self.decisions
            if decision.verdict is Verdict.MET
        )

    def __iter__(self) -> Iterator[Decision]:
        return iter(self.decisions)

    def __contains__(self, application_id: object) -> bool:
        return any(decision.application_id == application_id for decision in self.decisions)

    def __getitem__(self, application_id: str) -> Decision:
        """The decision on one application; ``KeyError`` if it is none of these."""
        for decision in self.decisions:
            if decision.application_id == application_id:
                return decision
        raise KeyError(application_id)

    def _repr_html_(self) -> str:
        provisional = "; the amounts are provisional" if self.is_provisional else ""
        total = money(self.allocation.total, Language.EN) if self.allocation else ""
        found = Table(
            ("application", "verdict", "grounds, or what is not known", "amount"),
            tuple(self._row(each) for each in self.decisions),
            (Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT),
            caption=f"{long_date(self.on, Language.EN)}, plan year {self.year}{provisional}",
            footer=("together", f"{len(self.eligible)} met", "", total),
        )
        return as_html(found, Language.EN)

    def _row(self, decision: Decision) -> tuple[str, str, str, str]:
        id, mark = decision.application_id, Mark[decision.verdict.name]
        # Without a break, however narrow the page.
        verdict = f"{mark.symbol} {mark.word(Language.EN)}".replace(" ", "\N{NO-BREAK SPACE}")
        grounds = [each.sentence(Language.EN, Audience.APPLICANT) for each in decision.refusals]
        grounds += [each.text(Language.EN) for each in decision.missing]
        among = self.allocation
        amount = money(among[id].amount, Language.EN) if among and id in among else ""
        return id, verdict, "; ".join(grounds), amount


def assess(application: Application, *, on: date, call: OpenCall, portfolio: Portfolio) -> Decision:
    """Whether an application may be approved on a day (*beoordeel een aanvraag*).

    ``portfolio`` holds the other applications that are known; whether it also holds this one
    makes no difference, but another one with its id raises ``AmbiguousApplication``. Raises
    ``DateOutsideCall``, and ``MunicipalityNotOfTheDay`` for members that merged.
    """
    portfolio.check_own(application)
    return _decide(application, Context(on, call=call, portfolio=portfolio))


def assess_call(
    portfolio: Portfolio,
    *,
    on: date,
    call: OpenCall,
    year: int,
    approved: Iterable[str] | None = None,
) -> CallAssessment:
    """Decide on every application and divide the budget (*beoordeel de oproep*).

    ``approved`` names the approved applications, under the reading of I15 that reads them.
    Raises what ``assess`` and ``allocate`` raise, ``UnknownApplications`` for approved ids of
    no application, and ``ApprovalNotRead`` where the reading reads none.
    """
    call.budget_for(year)
    context = Context(on, call=call, portfolio=portfolio)
    in_order = sorted(portfolio.applications, key=lambda application: application.id)
    decisions = tuple(_decide(application, context) for application in in_order)
    candidates = candidates_of(portfolio, call, None if approved is None else to_tuple(approved))
    undecided = tuple(
        decision.application_id
        for decision in decisions
        if decision.verdict is Verdict.UNKNOWN and decision.application_id in candidates
    )
    granted = [
        application
        for application, decision in zip(in_order, decisions, strict=True)
        if decision.verdict is Verdict.MET and application.id in candidates
    ]
    uncounted = tuple(uncounted_of({each.id for each in granted}, context))
    beneficiaries = [beneficiary_of(application, on) for application in granted]
    can_divide = bool(beneficiaries) and not uncounted
    return CallAssessment(
        on,
        year,
        decisions,
        _all_conflicts(decisions),
        allocate(beneficiaries, call=call, year=year) if can_divide else None,
        undecided,
        (*uncounted, *_not_known_of_the_call(portfolio, call, approved)),
    )


def _decide(application: Application, context: Context) -> Decision:
    finding = ELIGIBLE.finding(application, context)
    deciding = doubts(ELIGIBLE, finding, application, context)
    return Decision(application.id, context.on, finding, deciding)


def candidates_of(
    portfolio: Portfolio, call: OpenCall, approved: tuple[str, ...] | None
) -> frozenset[str]:
    """Who can be a beneficiary at all, by I15; nobody as long as the approvals are not known."""
    known = frozenset(application.id for application in portfolio.applications)
    if call.readings.approval is Approval.EVERY_ELIGIBLE:
        if approved is not None:
            raise ApprovalNotRead
        return known
    named = frozenset(approved or ())
    if named - known:
        raise UnknownApplications(tuple(sorted(named - known)))
    return named


def beneficiary_of(application: Application, on: date) -> Beneficiary:
    """The application with the counts of its members on the assessed day (*begunstigde*)."""
    members = application.regieverband.members_on(on)
    return Beneficiary(
        application.id,
        working_age_population=total(member.working_age_population for member in members),
        job_seekers=total(member.job_seekers for member in members),
    )


def counts_divided_by(call: OpenCall) -> tuple[str, ...]:
    """The counts of people by which a key of the call divides (*aantallen*), by field."""
    return tuple(name for name, key in COUNTS.items() if call.keys.get(key, 0) > 0)


def uncounted_of(ids: Collection[str], context: Context) -> Iterator[Missing]:
    """The counts that are not known of these (*ontbrekende aantallen*), where a key divides by."""
    fields = counts_divided_by(context.call)
    for index, application in enumerate(context.portfolio):
        if application.id not in ids:
            continue
        for path, member in context.members_with_paths(application):
            for name in fields:
                if getattr(member, name) is None:
                    full_path = f"portfolio.applications[{index}].{path}.{name}"
                    yield Missing(name, full_path, str(member))


def _not_known_of_the_call(
    portfolio: Portfolio, call: OpenCall, approved: Iterable[str] | None
) -> Iterator[Missing]:
    if not portfolio.complete:
        yield Missing("complete", "portfolio.complete", call.id)
    if call.readings.approval is Approval.NAMED and approved is None:
        yield Missing("approved", "approved", call.id)


def _all_conflicts(decisions: tuple[Decision, ...]) -> tuple[Conflict, ...]:
    found = {conflict for decision in decisions for conflict in decision.conflicts}
    return tuple(sorted(found, key=lambda conflict: (conflict.territory, conflict.application_ids)))
