"""The outcome of one application under every reading (*verkenning van de lezingen*).

There are thousands of ways to choose a reading for each question, and most are alike: a finding
lists the readings that bear on it, and the others change nothing. So what is looked at is parts
of all ways, in each of which the readings that bear are settled and the others free. A rule is
asked once for each way to choose the readings that it lists. The module knows no reading by its
meaning, but for the one that judges by the day of submission, for which the call may have no
rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import TypeAlias

from attrs import define, evolve, field, frozen

from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Combination, Criterion
from wselr_rules.eligibility.finding import Operator
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import NewDeadline, Readings, interpretation_by_id
from wselr_rules.scenarios.choices import Obstacle, Outcome

__all__ = ["Part", "parts_of_all_readings"]

_Ids: TypeAlias = frozenset[str]
#: The readings chosen for some ids, in their order.
_Chosen: TypeAlias = tuple[Enum, ...]
#: A verdict, and the readings that settle it: whatever the others are, it is the same.
_Settled: TypeAlias = tuple[Verdict, _Ids]


@frozen
class Part:
    """A part of all readings in which the outcome is the same (*deel van de lezingen*).

    ``changed`` are the readings, by id, that differ from those of the call in all of the part;
    the readings that only they differ in lie in it too.
    """

    changed: FrozenMap[str, Enum]
    outcome: Outcome


def parts_of_all_readings(
    application: Application, *, on: date, call: OpenCall, portfolio: Portfolio
) -> Iterator[Part]:
    """Every reading in exactly one part (*alle lezingen*), that of the call itself first."""
    judge = _Judge.of(application, on=on, call=call, portfolio=portfolio)
    waiting: list[tuple[dict[str, Enum], _Ids]] = [({}, frozenset())]
    while waiting:
        changed, settled = waiting.pop()
        outcome, because = judge.outcome(_chosen(call.readings, changed))
        yield Part(FrozenMap(changed), outcome)
        for id in sorted(because - settled):
            settled |= {id}
            others = interpretation_by_id(id).others_in(call.readings)
            waiting += [({**changed, id: each}, settled) for each in others]


def _chosen(readings: Readings, changed: Mapping[str, Enum]) -> Readings:
    for id, each in changed.items():
        readings = interpretation_by_id(id).chosen_otherwise(readings, each)
    return readings


@define
class _Asked:
    """An application, and what its rules answered so far."""

    application: Application
    #: By criterion, by the ids that its finding listed, by the readings chosen for those.
    _known: dict[str, dict[tuple[str, ...], dict[_Chosen, Verdict]]] = field(
        factory=dict[str, dict[tuple[str, ...], dict[_Chosen, Verdict]]], init=False
    )

    def judge(self, criterion: Criterion, context: Context) -> _Settled:
        if not isinstance(criterion.rule, Combination):
            return self._ask(criterion, context)
        # ``ELIGIBLE`` negates nothing: what is not an "all" is an "any".
        parts = [self.judge(part, context) for part in criterion.rule.parts]
        settles = Verdict.NOT_MET if criterion.rule.operator is Operator.ALL else Verdict.MET
        settling = [because for verdict, because in parts if verdict is settles]
        if settling:
            return settles, min(settling, key=len)
        is_open = any(verdict is Verdict.UNKNOWN for verdict, _ in parts)
        all_of_them = frozenset[str]().union(*(because for _, because in parts))
        return Verdict.UNKNOWN if is_open else ~settles, all_of_them

    def _ask(self, criterion: Criterion, context: Context) -> _Settled:
        readings = context.call.readings
        known = self._known.setdefault(criterion.id, {})
        for ids, verdicts in known.items():
            verdict = verdicts.get(_choices(ids, readings))
            if verdict is not None:
                return verdict, frozenset(ids)
        finding = criterion.finding(self.application, context)
        ids = tuple(finding.readings)
        known.setdefault(ids, {})[_choices(ids, readings)] = finding.verdict
        return finding.verdict, frozenset(ids)


def _choices(ids: tuple[str, ...], readings: Readings) -> _Chosen:
    return tuple(interpretation_by_id(id).chosen_in(readings) for id in ids)


@define
class _Judge:
    """What judges one application under one choice of readings after the other."""

    _asked: _Asked
    _context: Context
    #: Whether the call has no rules for the day of submission, which one reading judges by.
    _submitted_outside: bool
    #: The cases looked at so far, each with what its rules answered.
    _cases: dict[Application, _Asked] = field(factory=dict[Application, _Asked], init=False)

    @classmethod
    def of(
        cls, application: Application, *, on: date, call: OpenCall, portfolio: Portfolio
    ) -> _Judge:
        """One that knows of the other applications only those that claim the same ground."""
        whole = Context(on, call=call, portfolio=portfolio)
        rivals = {
            id for conflict in whole.conflicts(application) for id in conflict.application_ids
        }
        claiming = [each for each in portfolio.applications if each.id in rivals]
        smaller = Portfolio(claiming, complete=portfolio.complete)
        day = application.submitted_on
        return cls(
            _Asked(application),
            Context(on, call=call, portfolio=smaller),
            # Without a member there is no territory to judge on that day either.
            day is not None
            and not call.first_day <= day <= call.last_day
            and application.regieverband.members_on(on) != (),
        )

    def outcome(self, readings: Readings) -> tuple[Outcome, _Ids]:
        """The outcome under these readings, and the ids of those that settle it."""
        of_the_submission = frozenset({"I05"}) if self._submitted_outside else frozenset[str]()
        if of_the_submission and readings.new_deadline is NewDeadline.AT_SUBMISSION:
            return Outcome(None, obstacle=Obstacle.SUBMITTED_OUTSIDE_CALL), of_the_submission
        context = evolve(self._context, call=evolve(self._context.call, readings=readings))
        verdict, because = self._asked.judge(ELIGIBLE, context)
        if verdict is Verdict.UNKNOWN:
            verdict, of_cases = self._over_cases(context)
            because |= of_cases
        return Outcome(verdict), because | of_the_submission

    def _over_cases(self, context: Context) -> _Settled:
        """What every case agrees on; once two do not, the others are not asked."""
        verdicts: set[Verdict] = set()
        all_of_them: _Ids = frozenset()
        for case in self._cases_under(context):
            verdict, because = case.judge(ELIGIBLE, context)
            verdicts.add(verdict)
            all_of_them |= because
            if len(verdicts) > 1 or verdict is Verdict.UNKNOWN:
                break
        return verdicts.pop() if len(verdicts) == 1 else Verdict.UNKNOWN, all_of_them

    def _cases_under(self, context: Context) -> Iterator[_Asked]:
        own = self._asked.application
        for case in () if ELIGIBLE.cases is None else ELIGIBLE.cases(own, context):
            yield self._cases.setdefault(case, _Asked(case))
