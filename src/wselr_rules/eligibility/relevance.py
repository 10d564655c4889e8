"""Which facts can turn a verdict (*relevantie*): a search with proof on both sides.

A fact is relevant where two answers to it lead to different verdicts, given some answers to the
others. The rules share few facts, so once those are told, each rule turns out by itself: it is
enough to look for one rule that the fact turns and for outcomes of the other rules that let it
turn the whole. The module does not know what an answer means to who gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import combinations
from typing import TypeAlias

from attrs import evolve, frozen

from wselr_rules.domain.application import Application
from wselr_rules.eligibility.completion import Turn
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion, Rule
from wselr_rules.eligibility.finding import Missing
from wselr_rules.eligibility.outcomes import (
    MOST_STEPS,
    Choice,
    Outcomes,
    Pair,
    leaves_of,
    verdict_by_rule,
    way,
)
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.ways import ROOMS, Shared

__all__ = ["Relevant", "relevant_facts"]

#: What each rule can turn out to be under two sets of facts, as far as it is looked at.
_Pairs: TypeAlias = Mapping[Rule, Callable[[], Iterable[Pair]]]

#: Our own limit on telling on which rules a fact bears that more than one of them reads.
_MOST_STEPS_FOR_RULES = MOST_STEPS // 10

_EITHER: tuple[Pair, ...] = (
    (Verdict.MET, Verdict.MET),
    (Verdict.NOT_MET, Verdict.NOT_MET),
)
_TURNED: Pair = (Verdict.MET, Verdict.NOT_MET)


@frozen
class Relevant:
    """A fact that can turn the verdict (*relevant gegeven*), and the criteria that it can turn.

    ``is_of_the_call``: a rule of the call reads it, and not only a criterion of the caller's own.
    ``is_proven=False``: it could not be shown within the bounds of the search, or only by
    taking it that a criterion of the caller's own can turn out both ways.
    """

    fact: Missing
    criteria: tuple[str, ...]
    is_of_the_call: bool
    is_proven: bool = True


def relevant_facts(
    criterion: Criterion, application: Application, context: Context
) -> tuple[Relevant, ...]:
    """The facts that can turn the verdict (*relevante gegevens*), each with its criteria.

    Exact but for criteria of the caller's own and two bounds, ``outcomes.MOST_STEPS`` and
    ``ways_of_plan.MOST_STEPS``: a fact that was not tried out to the end is told, not proven.
    """
    search = _Search(criterion, application, context)
    proven = search.relevant(is_assuming=False)
    if search.is_exact:
        return proven
    paths = {each.fact.path for each in proven}
    return tuple(
        evolve(each, is_proven=each.fact.path in paths)
        for each in search.relevant(is_assuming=True)
    )


class _Search:
    """The search for one application.

    Where it assumes, what it could not try out to the end is taken to turn out both ways.
    """

    def __init__(self, criterion: Criterion, application: Application, context: Context) -> None:
        self._criterion, self._application, self._context = criterion, application, context
        self._outcomes = Outcomes(criterion, application, context)
        self._broken_off = set[Rule]()
        self._is_assuming = False
        self._tried = 0
        #: Whether everything was tried out to the end.
        self.is_exact = False

    @property
    def _is_exhausted(self) -> bool:
        return max(self._tried, self._outcomes.steps) > MOST_STEPS

    def relevant(self, *, is_assuming: bool) -> tuple[Relevant, ...]:
        """The facts that were found to turn the whole, each with the criteria that it turns."""
        self._is_assuming = is_assuming
        turning = [each for each in self._outcomes.shared if self._turns_the_whole_with(each)]
        of_rules = {rule: tuple(self._facts_of(rule)) for rule in self._outcomes.open}
        self.is_exact = not (self._outcomes.own or self._broken_off or self._is_exhausted)
        found = {each.fact: self._rules_turned_by(each) for each in turning}
        of_the_call = set(found)
        for rule, facts in of_rules.items():
            for fact in facts:
                found.setdefault(fact, []).append(rule)
            if rule not in self._outcomes.own:
                of_the_call.update(facts)
        return tuple(
            Relevant(fact, self._ids(rules), fact in of_the_call) for fact, rules in found.items()
        )

    def _ids(self, rules: Iterable[Rule]) -> tuple[str, ...]:
        among = set(rules)
        return tuple(leaf.id for leaf in leaves_of(self._criterion) if leaf.rule in among)

    # --- facts of one rule ----------------------------------------------------------------

    def _facts_of(self, rule: Rule) -> Iterator[Missing]:
        if rule in self._outcomes.own:
            if self._is_assuming and self._lets_turn(rule):
                leaf = self._outcomes.open[rule]
                yield from leaf.finding(self._application, self._context).missing
            return
        done = set[Missing]()
        for turn in ROOMS[rule].turns(self._application, self._context):
            self._tried += 1
            if self._is_exhausted and not self._is_assuming:
                return
            if turn.fact not in done and self._turns_the_whole_by(rule, turn):
                done.add(turn.fact)
                yield turn.fact

    def _turns_the_whole_by(self, rule: Rule, turn: Turn) -> bool:
        if not turn.is_sought:
            self._broken_off.add(rule)
            return self._is_assuming and self._lets_turn(rule)
        ask, one, other = self._outcomes.verdict, way(turn.one), way(turn.other)
        for choice in self._outcomes.choices():
            if self._is_exhausted:
                return self._is_assuming
            pair = ask(rule, choice, one), ask(rule, choice, other)
            if pair[0] is not pair[1]:
                turned: _Pairs = {rule: partial(_only, pair)}
                if self._differs(turned, choice, choice):
                    return True
        return False

    def _lets_turn(self, rule: Rule) -> bool:
        """Whether the whole turns with this rule, as far as the others let it."""
        return any(
            self._is_exhausted or self._differs({rule: partial(_only, _TURNED)}, choice, choice)
            for choice in self._outcomes.choices()
        )

    # --- facts that are shared ------------------------------------------------------------

    def _turns_the_whole_with(self, shared: Shared) -> bool:
        readers = self._readers(shared)
        for choice in self._outcomes.choices(shared):
            for one, other in combinations(self._each_value(choice, shared), 2):
                if self._is_exhausted:
                    return self._is_assuming
                is_turned = any(self._is_turned(rule, one, other) for rule in readers)
                if is_turned and self._differs({}, one, other):
                    return True
        return False

    def _rules_turned_by(self, shared: Shared) -> list[Rule]:
        """The rules that can turn with this fact, or of which that takes long to tell."""
        most = self._outcomes.steps + _MOST_STEPS_FOR_RULES
        return [
            rule
            for rule in self._readers(shared)
            if any(
                self._outcomes.steps > most or self._is_turned(rule, choice, other)
                for choice in self._outcomes.choices(shared)
                for other in self._each_value(choice, shared)
            )
        ]

    def _readers(self, shared: Shared) -> list[Rule]:
        return [rule for rule in self._outcomes.open if self._outcomes.reads(rule, shared)]

    def _is_turned(self, rule: Rule, one: Choice, other: Choice) -> bool:
        return any(pair[0] is not pair[1] for pair in self._outcomes.pairs(rule, one, other))

    def _each_value(self, choice: Choice, shared: Shared) -> Iterator[Choice]:
        for number in range(len(shared.values)):
            yield self._outcomes.with_value(choice, shared, number)

    # --- the whole ------------------------------------------------------------------------

    def _differs(self, pairs: _Pairs, one: Choice, other: Choice) -> bool:
        """Whether the whole can differ between two choices, where these rules turn out so."""
        every = {
            rule: pairs.get(rule, partial(self._pairs, rule, one, other))
            for rule in (*pairs, *self._outcomes.open)
        }
        return self._tries(every, list(every), self._outcomes.known, self._outcomes.known)

    def _tries(
        self,
        pairs: _Pairs,
        rules: list[Rule],
        one: Mapping[Rule, Verdict],
        other: Mapping[Rule, Verdict],
    ) -> bool:
        self._tried += 1
        whole = verdict_by_rule(self._criterion, one), verdict_by_rule(self._criterion, other)
        if Verdict.UNKNOWN not in whole:
            return whole[0] is not whole[1]
        if not rules or self._is_exhausted:
            return False
        rule, *others = rules
        return any(
            self._tries(pairs, others, {**one, rule: pair[0]}, {**other, rule: pair[1]})
            for pair in pairs[rule]()
        )

    def _pairs(self, rule: Rule, one: Choice, other: Choice) -> Iterable[Pair]:
        if self._is_assuming and rule in self._outcomes.own | self._broken_off:
            return _EITHER
        if rule in self._outcomes.own:
            return ((Verdict.UNKNOWN, Verdict.UNKNOWN),)
        return self._outcomes.pairs(rule, one, other)


def _only(pair: Pair) -> tuple[Pair, ...]:
    return (pair,)
