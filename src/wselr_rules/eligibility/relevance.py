"""Which facts can turn a verdict (*relevantie*): a search with proof on both sides.

A fact is relevant where two answers to it lead to different verdicts, given some answers to the
others. The rules share few facts, so once those are told, each rule turns out by itself: it is
enough to look for one rule that the fact turns and for outcomes of the other rules that let it
turn the whole. The module does not know what an answer means to who gives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, islice, product
from typing import TypeAlias

from attrs import evolve, frozen

from wselr_rules.domain.application import Application
from wselr_rules.eligibility.completion import Facts, Turn, completed, completed_portfolio
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Combination, Criterion, Rule
from wselr_rules.eligibility.finding import Missing, Operator
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.ways import ROOMS, Shared, shared_facts

__all__ = ["MOST_STEPS", "Relevant", "leaves_of", "relevant_facts", "verdict_by_rule"]

#: Our own limit on the search for one application: how often a rule is asked or outcomes of the
#: rules are put together. Ten members with everything unknown need about a tenth of it.
MOST_STEPS = 5_000

#: The outcomes of a rule under two sets of facts that are compared.
_Pair: TypeAlias = tuple[Verdict, Verdict]

_OPEN: tuple[Verdict, ...] = (Verdict.MET, Verdict.NOT_MET)


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


def leaves_of(criterion: Criterion) -> Iterator[Criterion]:
    """The criteria of which this one is composed (*enkelvoudige criteria*), in order."""
    if isinstance(criterion.rule, Combination):
        for part in criterion.rule.parts:
            yield from leaves_of(part)
    else:
        yield criterion


def verdict_by_rule(criterion: Criterion, verdicts: Mapping[Rule, Verdict]) -> Verdict:
    """The verdict of the whole (*oordeel*) where those of the rules are these."""
    combination = criterion.rule
    if not isinstance(combination, Combination):
        return verdicts.get(combination, Verdict.UNKNOWN)
    parts = [verdict_by_rule(part, verdicts) for part in combination.parts]
    whole = parts[0]
    if combination.operator is Operator.NOT:
        return ~whole
    for part in parts[1:]:
        whole = whole & part if combination.operator is Operator.ALL else whole | part
    return whole


def relevant_facts(
    criterion: Criterion, application: Application, context: Context
) -> tuple[Relevant, ...]:
    """The facts that can turn the verdict (*relevante gegevens*), each with its criteria.

    Exact but for criteria of the caller's own and the two bounds ``MOST_STEPS``, here and of
    ``ways_of_plan``: a fact that was not tried out to the end is told and is not proven.
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
    """The search for one application: what each rule turns out to be under which facts.

    Where it assumes, what it could not try out to the end is taken to turn out both ways.
    """

    def __init__(self, criterion: Criterion, application: Application, context: Context) -> None:
        self._criterion, self._application, self._context = criterion, application, context
        self._left = MOST_STEPS
        self._is_assuming = False
        self._contexts: dict[frozenset[tuple[str, object]], Context] = {}
        self._asked: dict[tuple[Rule, frozenset[tuple[str, object]]], Verdict] = {}
        self._ways: dict[Rule, tuple[Facts, ...]] = {}
        self._leaves = tuple(dict.fromkeys(leaves_of(criterion)))
        self._known: dict[Rule, Verdict] = {}
        self._open: dict[Rule, Criterion] = {}
        for leaf in self._leaves:
            self._known[leaf.rule] = leaf.verdict(application, context)
            if not self._known[leaf.rule].is_decided:
                self._open[leaf.rule] = leaf
        self._own = {rule for rule in self._open if rule not in ROOMS}
        self._broken_off = set[Rule]()
        read = {name for rule in self._open if rule in ROOMS for name in ROOMS[rule].shared}
        every = shared_facts(application, context) if read else ()
        self._shared = tuple(shared for shared in every if shared.fact.fact in read)

    @property
    def is_exact(self) -> bool:
        """Whether everything was tried out to the end."""
        return not self._own and not self._broken_off and self._left > 0

    def relevant(self, *, is_assuming: bool) -> tuple[Relevant, ...]:
        """The facts that were found to turn the whole, each with the criteria that it turns."""
        self._left, self._is_assuming = MOST_STEPS, is_assuming
        found: dict[Missing, list[str]] = {}
        for shared in self._shared:
            if self._turns_the_whole_with(shared):
                found[shared.fact] = self._ids(
                    rule for rule in self._open if self._is_turned(rule, shared)
                )
        of_the_call = set(found)
        for rule in self._open:
            for fact in self._facts_of(rule):
                found.setdefault(fact, []).extend(self._ids([rule]))
                if rule not in self._own:
                    of_the_call.add(fact)
        return tuple(
            Relevant(fact, tuple(criteria), fact in of_the_call) for fact, criteria in found.items()
        )

    def _ids(self, rules: Iterable[Rule]) -> list[str]:
        among = set(rules)
        return [leaf.id for leaf in self._leaves if leaf.rule in among]

    # --- facts of one rule ----------------------------------------------------------------

    def _facts_of(self, rule: Rule) -> Iterator[Missing]:
        if rule in self._own:
            if self._is_assuming and self._lets_turn(rule):
                yield from self._open[rule].finding(self._application, self._context).missing
            return
        done = set[Missing]()
        for turn in ROOMS[rule].turns(self._application, self._context):
            if not turn.is_sought:
                self._broken_off.add(rule)
            if turn.fact not in done and self._turns_the_whole_by(rule, turn):
                done.add(turn.fact)
                yield turn.fact

    def _turns_the_whole_by(self, rule: Rule, turn: Turn) -> bool:
        if not turn.is_sought:
            return self._is_assuming and self._lets_turn(rule)
        for told in self._told(self._shared):
            if self._left <= 0:
                return self._is_assuming
            pair = self._verdict(rule, told, turn.one), self._verdict(rule, told, turn.other)
            if pair[0] is not pair[1] and self._differs({rule: (pair,)}, told):
                return True
        return False

    def _lets_turn(self, rule: Rule) -> bool:
        """Whether the whole turns with this rule, as far as the others let it."""
        return any(
            self._differs({rule: ((Verdict.MET, Verdict.NOT_MET),)}, told)
            for told in self._told(self._shared)
        )

    # --- facts that are shared ------------------------------------------------------------

    def _turns_the_whole_with(self, shared: Shared) -> bool:
        others = [each for each in self._shared if each is not shared]
        readers = [rule for rule in self._open if self._reads(rule, shared)]
        for told in self._told(others):
            for one, other in combinations(shared.values, 2):
                if self._left <= 0:
                    return self._is_assuming
                both = ({**told, shared.fact.path: value} for value in (one, other))
                pairs = self._pairs(readers, *both)
                if self._differs(pairs, {**told, shared.fact.path: one}):
                    return True
        return False

    def _is_turned(self, rule: Rule, shared: Shared) -> bool:
        others = [each for each in self._shared if each is not shared]
        if not self._reads(rule, shared):
            return False
        for told in self._told(others):
            for one, other in combinations(shared.values, 2):
                if self._left <= 0:
                    return True
                both = ({**told, shared.fact.path: value} for value in (one, other))
                if any(pair[0] is not pair[1] for pair in self._pairs([rule], *both)[rule]):
                    return True
        return False

    def _pairs(
        self, rules: Iterable[Rule], one: Facts, other: Facts
    ) -> dict[Rule, tuple[_Pair, ...]]:
        """How the rules can turn out under these facts and those, all else being equal."""
        return {
            rule: tuple(
                dict.fromkeys(
                    (self._verdict(rule, one, way), self._verdict(rule, other, way))
                    for way in self._ways_of(rule)
                )
            )
            for rule in rules
        }

    # --- the whole ------------------------------------------------------------------------

    def _differs(self, pairs: Mapping[Rule, tuple[_Pair, ...]], told: Facts) -> bool:
        """Whether the whole can turn where these rules turn so and the others do not."""
        steady = {
            rule: tuple((each, each) for each in self._outcomes(rule, told))
            for rule in self._open
            if rule not in pairs
        }
        return self._tries({**pairs, **steady}, [*pairs, *steady], dict(self._known), self._known)

    def _tries(
        self,
        pairs: Mapping[Rule, tuple[_Pair, ...]],
        rules: list[Rule],
        one: Mapping[Rule, Verdict],
        other: Mapping[Rule, Verdict],
    ) -> bool:
        self._left -= 1
        whole = verdict_by_rule(self._criterion, one), verdict_by_rule(self._criterion, other)
        if Verdict.UNKNOWN not in whole:
            return whole[0] is not whole[1]
        if not rules or self._left <= 0:
            return False
        first, *rest = rules
        return any(
            self._tries(pairs, rest, {**one, first: pair[0]}, {**other, first: pair[1]})
            for pair in pairs[first]
        )

    def _outcomes(self, rule: Rule, told: Facts) -> tuple[Verdict, ...]:
        """What a rule can turn out to be under these facts."""
        if self._is_assuming and rule in {*self._own, *self._broken_off}:
            return _OPEN
        if rule in self._own:
            return (Verdict.UNKNOWN,)
        found: list[Verdict] = []
        for way in self._ways_of(rule):
            verdict = self._verdict(rule, told, way)
            if verdict not in found:
                found.append(verdict)
            if len(found) == len(_OPEN):
                break
        return tuple(found)

    # --- one rule -------------------------------------------------------------------------

    def _told(self, every: Iterable[Shared]) -> Iterator[Facts]:
        """The shared facts, told in every way."""
        paths, values = [], []
        for shared in every:
            paths.append(shared.fact.path)
            values.append(shared.values)
        for chosen in product(*values):
            yield dict(zip(paths, chosen, strict=True))

    def _reads(self, rule: Rule, shared: Shared) -> bool:
        return rule in ROOMS and shared.fact.fact in ROOMS[rule].shared

    def _ways_of(self, rule: Rule) -> tuple[Facts, ...]:
        if rule not in self._ways:
            ways = ROOMS[rule].ways(self._application, self._context)
            self._ways[rule] = tuple(islice(ways, MOST_STEPS))
        return self._ways[rule]

    def _verdict(self, rule: Rule, told: Facts, way: Facts) -> Verdict:
        read = {
            shared.fact.path: told[shared.fact.path]
            for shared in self._shared
            if self._reads(rule, shared)
        }
        facts = {**read, **way}
        key = rule, frozenset(facts.items())
        if key not in self._asked:
            self._left -= 1
            application = completed(self._application, facts)
            self._asked[key] = self._open[rule].verdict(application, self._context_with(facts))
        return self._asked[key]

    def _context_with(self, facts: Facts) -> Context:
        of_all = frozenset(item for item in facts.items() if item[0].startswith("portfolio."))
        if not of_all:
            return self._context
        if of_all not in self._contexts:
            portfolio = completed_portfolio(self._context.portfolio, facts)
            self._contexts[of_all] = evolve(self._context, portfolio=portfolio)
        return self._contexts[of_all]
