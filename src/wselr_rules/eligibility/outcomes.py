"""What the rules of a criterion turn out to be (*uitkomsten*) as facts are told.

It asks each rule that is undecided about completed applications, remembers the answers and
counts how often it asked. What follows for the whole is for ``relevance``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Any, TypeAlias

from attrs import evolve

from wselr_rules.domain.application import Application
from wselr_rules.eligibility.completion import Facts, Made, completed, completed_portfolio
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Combination, Criterion, Rule
from wselr_rules.eligibility.finding import Operator
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.ways import ROOMS, Shared, shared_facts

__all__ = ["MOST_STEPS", "Choice", "Outcomes", "Pair", "Way", "leaves_of", "verdict_by_rule", "way"]

#: Our own limit on the search for one application: how often a rule is asked, and how often
#: outcomes of rules are put together. Ten members of whom nothing is known need a few hundred.
MOST_STEPS = 5_000

#: Facts of one rule, told together.
Way: TypeAlias = frozenset[tuple[str, Any]]

#: Which of its values each shared fact takes, by number.
Choice: TypeAlias = tuple[int, ...]

#: What a rule turns out to be under two sets of facts.
Pair: TypeAlias = tuple[Verdict, Verdict]


def way(facts: Facts) -> Way:
    """These facts, such that they can be remembered (*manier*)."""
    return frozenset(facts.items())


def leaves_of(criterion: Criterion) -> tuple[Criterion, ...]:
    """The criteria of which this one is composed (*enkelvoudige criteria*), each once, in order."""
    if not isinstance(criterion.rule, Combination):
        return (criterion,)
    every = (leaf for part in criterion.rule.parts for leaf in leaves_of(part))
    return tuple(dict.fromkeys(every))


def verdict_by_rule(criterion: Criterion, verdicts: Mapping[Rule, Verdict]) -> Verdict:
    """The verdict of the whole (*oordeel*) where those of its rules are these."""
    combination = criterion.rule
    if not isinstance(combination, Combination):
        return verdicts[combination]
    whole, *others = (verdict_by_rule(part, verdicts) for part in combination.parts)
    if combination.operator is Operator.NOT:
        return ~whole
    for part in others:
        whole = whole & part if combination.operator is Operator.ALL else whole | part
    return whole


class Outcomes:
    """The outcomes of the rules of a criterion (*uitkomsten*) on one application.

    ``known`` holds the verdict of every rule so far, ``open`` the criterion of each that is
    undecided, ``shared`` the unknown facts that more than one of those reads. A rule of the
    caller's own is not asked: nobody but the caller knows what it reads.
    """

    def __init__(self, criterion: Criterion, application: Application, context: Context) -> None:
        """Ask every rule once, of the application as it is."""
        self._application, self._context = application, context
        leaves = leaves_of(criterion)
        self.known = {leaf.rule: leaf.verdict(application, context) for leaf in leaves}
        self.open = {leaf.rule: leaf for leaf in leaves if not self.known[leaf.rule].is_decided}
        self.own = frozenset(rule for rule in self.open if rule not in ROOMS)
        read = {name for rule in self.open if rule in ROOMS for name in ROOMS[rule].shared}
        self.shared = tuple(
            each for each in shared_facts(application, context) if each.fact.fact in read
        )
        self._ways: dict[Rule, tuple[Way, ...]] = {}
        self._contexts: dict[Way, Context] = {}
        self._made: Made = {}
        self._asked: dict[tuple[Rule, Choice, Way], Verdict] = {}
        #: How often it asked a rule.
        self.steps = 0

    def reads(self, rule: Rule, shared: Shared) -> bool:
        """Whether a rule reads a shared fact (*leest*)."""
        return rule in ROOMS and shared.fact.fact in ROOMS[rule].shared

    def choices(self, fixed: Shared | None = None) -> Iterator[Choice]:
        """Every way to tell the shared facts (*keuzes*), with the first value of ``fixed``."""
        values = (range(1 if each is fixed else len(each.values)) for each in self.shared)
        return product(*values)

    def with_value(self, choice: Choice, shared: Shared, number: int) -> Choice:
        """The same choice with another value of one fact (*andere waarde*)."""
        place = self.shared.index(shared)
        return (*choice[:place], number, *choice[place + 1 :])

    def ways_of(self, rule: Rule) -> tuple[Way, ...]:
        """The ways to tell what this rule alone reads (*manieren*)."""
        if rule not in self._ways:
            every = ROOMS[rule].ways(self._application, self._context)
            self._ways[rule] = tuple(way(facts) for facts in islice(every, MOST_STEPS))
        return self._ways[rule]

    def pairs(self, rule: Rule, one: Choice, other: Choice) -> Iterator[Pair]:
        """What a rule can turn out to be under two choices (*uitkomsten*), all else equal."""
        seen = set[Pair]()
        number = len(Verdict.__members__) - 1
        most = number if one == other else number**2
        for told in self.ways_of(rule):
            pair = self.verdict(rule, one, told), self.verdict(rule, other, told)
            if pair not in seen:
                seen.add(pair)
                yield pair
                if len(seen) == most:
                    return

    def verdict(self, rule: Rule, choice: Choice, told: Way) -> Verdict:
        """The verdict of a rule (*oordeel*) once these facts are told."""
        read = tuple(
            number if self.reads(rule, shared) else -1
            for shared, number in zip(self.shared, choice, strict=True)
        )
        key = rule, read, told
        if key not in self._asked:
            self.steps += 1
            self._asked[key] = self._ask(rule, read, told)
        return self._asked[key]

    def _ask(self, rule: Rule, read: Choice, told: Way) -> Verdict:
        facts = dict(told) | {
            shared.fact.path: shared.values[number]
            for shared, number in zip(self.shared, read, strict=True)
            if number >= 0
        }
        application = completed(self._application, facts, self._made)
        return self.open[rule].verdict(application, self._context_with(facts))

    def _context_with(self, facts: Facts) -> Context:
        of_all = frozenset(item for item in facts.items() if item[0].startswith("portfolio."))
        if of_all not in self._contexts:
            portfolio = completed_portfolio(self._context.portfolio, facts)
            self._contexts[of_all] = evolve(self._context, portfolio=portfolio)
        return self._contexts[of_all]
