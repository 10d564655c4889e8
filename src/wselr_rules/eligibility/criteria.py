"""Criteria (*criteria*) and their algebra: and, or, not, on three verdicts.

A criterion binds a rule, a plain function, to its id, its sentences and the dates on which
its answer can change. Criteria compose with ``&``, ``|`` and ``~`` and keep their form. The
module knows nothing of the regime.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from attrs import evolve, field, frozen

from wselr_rules.checks import an_id, instances, to_frozenset, to_tuple, unchecked
from wselr_rules.domain.application import Application
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.events import Event, EventKind
from wselr_rules.eligibility.finding import Finding, Missing, Operator
from wselr_rules.eligibility.sourced import sourced_facts
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import DatesNotNamed, WrongValue
from wselr_rules.frozen_map import frozen_map
from wselr_rules.render.shown import ShownByFields

__all__ = ["Cases", "Combination", "Criterion", "Dates", "Decides", "Rule", "all_of", "any_of"]

Rule: TypeAlias = Callable[[Application, Context], Finding]
#: The verdict alone.
Decides: TypeAlias = Callable[[Application, Context], Verdict]
#: The days on which an answer can change, as plain dates or as events that happen on them.
Dates: TypeAlias = Callable[[Application, Context], Iterable[date | Event]]
Cases: TypeAlias = Callable[[Application, Context], Iterable[Application]]
#: The readings that a finding rests on, by id, with the choice made.
RestsOn: TypeAlias = Callable[[Application, Context, Finding], Mapping[str, str]]


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return to_tuple(values)


def _names(values: Iterable[str]) -> frozenset[str]:
    return to_frozenset(values)


def _criteria(values: Iterable[Criterion]) -> tuple[Criterion, ...]:
    return to_tuple(values)


@frozen
class Criterion(ShownByFields):
    """A criterion (*criterium*): a rule bound to its id, sentences and dates.

    ``rule`` takes an application and a context and gives a ``Finding``; a ``Combination`` is
    such a rule too. ``dates`` gives the days on which the answer can change, or the events of
    those days: leave it out only if nobody will ask for them. ``cases`` gives,
    for an undecided application, every way in which something not known can turn out; what all
    of them agree on is decided.

    >>> def has_a_name(application, context):
    ...     return Finding(Verdict.of(bool(application.regieverband.name)), "it has a name")
    >>> named = Criterion("has-a-name", has_a_name)
    >>> (named & ~named).id
    '(has-a-name and not has-a-name)'
    """

    _unshown = frozenset({"cases", "decides", "rests_on"})

    id: str = field(validator=an_id)
    rule: Rule
    sentences: tuple[str, ...] = field(default=(), kw_only=True, converter=_texts)
    _dates: Dates | None = field(default=None, kw_only=True, alias="dates")
    cases: Cases | None = field(default=None, kw_only=True)
    #: The verdict of the rule without its grounds, where that takes less than the finding.
    decides: Decides | None = field(default=None, kw_only=True)
    #: Asked for a finding only, since no verdict needs it.
    rests_on: RestsOn | None = field(default=None, kw_only=True)
    #: The names of the facts that the rule reads, of which a finding shows the provenance.
    reads: frozenset[str] = field(default=frozenset(), kw_only=True, converter=_names)

    def verdict(self, application: Application, context: Context) -> Verdict:
        """The verdict alone (*oordeel*); what cannot change it any more is not asked."""
        verdict = self._of_the_rule(application, context)
        if verdict is not Verdict.UNKNOWN:
            return verdict
        return self._over_cases(application, context)

    def finding(self, application: Application, context: Context) -> Finding:
        """The verdict with all its grounds (*bevinding*): every part is asked."""
        found = self._bound(application, context)
        if found.verdict.is_decided or self.cases is None:
            return found
        deciding = _deciding(
            (case, self._of_the_rule(case, context)) for case in self.cases(application, context)
        )
        return _over_all(found, [self._bound(case, context) for case in deciding])

    def dates(self, application: Application, context: Context) -> frozenset[date]:
        """The days on which the answer can change (*wijzigingsdata*), whatever day is assessed.

        Raises ``DatesNotNamed`` for a rule that does not tell them.
        """
        return frozenset(event.day for event in self.events(application, context))

    def events(self, application: Application, context: Context) -> tuple[Event, ...]:
        """What happens on those days (*gebeurtenissen*), in the order in which it is named.

        An event without sentences gets those of the criterion. Raises as ``dates`` does.
        """
        if isinstance(self.rule, Combination):
            parts = self.rule.parts
            named = [event for part in parts for event in part.events(application, context)]
        elif self._dates is None:
            raise DatesNotNamed(self.id)
        else:
            named = [self._event(each) for each in self._dates(application, context)]
        return tuple(dict.fromkeys(named))

    def __and__(self, other: Criterion) -> Criterion:
        return all_of(self, other)

    def __or__(self, other: Criterion) -> Criterion:
        return any_of(self, other)

    def __invert__(self) -> Criterion:
        return Criterion(f"not {self.id}", Combination(Operator.NOT, (self,)))

    def _bound(self, application: Application, context: Context) -> Finding:
        found = self.rule(application, context)
        rests_on = self.rests_on
        readings = rests_on(application, context, found) if rests_on else found.readings
        return unchecked(
            found,
            criterion=self.id,
            message=found.message or self.id,
            readings=frozen_map(readings),
            sentences=found.sentences or self.sentences,
            sourced=tuple(sourced_facts(self.reads, application, context)) if self.reads else (),
        )

    def _event(self, named: date | Event) -> Event:
        if not isinstance(named, Event):
            return Event(named, EventKind.NAMED, self.id, sentences=self.sentences)
        return named if named.sentences else evolve(named, sentences=self.sentences)

    def _of_the_rule(self, application: Application, context: Context) -> Verdict:
        if self.decides is not None:
            return self.decides(application, context)
        if isinstance(self.rule, Combination):
            return self.rule.verdict(application, context)
        return self.rule(application, context).verdict

    def _over_cases(self, application: Application, context: Context) -> Verdict:
        if self.cases is None:
            return Verdict.UNKNOWN
        cases = self.cases(application, context)
        verdicts = {self._of_the_rule(case, context) for case in cases}
        return verdicts.pop() if len(verdicts) == 1 else Verdict.UNKNOWN


def _deciding(cases: Iterable[tuple[Application, Verdict]]) -> list[Application]:
    """The cases that show whether all agree: all of them, or as few as show that they do not."""
    seen: dict[Verdict, Application] = {}
    agreeing: list[Application] = []
    for case, verdict in cases:
        agreeing.append(case)
        seen.setdefault(verdict, case)
        if len(seen) > 1 or verdict is Verdict.UNKNOWN:
            return [*seen.values()]
    return agreeing


def _over_all(finding: Finding, cases: list[Finding]) -> Finding:
    """An undecided finding with the verdict that every case agrees on, if they do.

    It rests on their readings too, and a decided one asks nothing.
    """
    readings = _together([finding, *cases])
    verdicts = {case.verdict for case in cases}
    if len(verdicts) != 1 or Verdict.UNKNOWN in verdicts:
        return evolve(finding, readings=readings)
    return evolve(finding, verdict=verdicts.pop(), readings=readings, settled=True, missing=())


def _together(findings: Iterable[Finding]) -> dict[str, str]:
    """The readings of all of them, in order."""
    return dict(sorted(item for each in findings for item in each.readings.items()))


@frozen
class Combination(ShownByFields):
    """A combination of criteria (*samengesteld criterium*), itself a rule.

    With ``Operator.NOT`` it has exactly one part.
    """

    operator: Operator
    parts: tuple[Criterion, ...] = field(
        converter=_criteria, validator=instances(Criterion, "criteria")
    )

    def __attrs_post_init__(self) -> None:
        if self.operator not in {Operator.ALL, Operator.ANY, Operator.NOT}:
            raise WrongValue("Combination.operator", "ALL, ANY or NOT", self.operator)
        if not self.parts or (self.operator is Operator.NOT and len(self.parts) > 1):
            raise WrongValue("Combination.parts", "one criterion or, but for NOT, more", self.parts)

    def verdict(self, application: Application, context: Context) -> Verdict:
        """The verdict (*oordeel*), asking no part that cannot change it any more."""
        if self.operator is Operator.NOT:
            return ~self.parts[0].verdict(application, context)
        settles = self._settles
        verdict = ~settles
        for part in self.parts:
            one = part.verdict(application, context)
            if one is settles:
                return settles
            if one is Verdict.UNKNOWN:
                verdict = one
        return verdict

    def __call__(self, application: Application, context: Context) -> Finding:
        """The finding with those of all parts (*bevinding*), also where one already settles it."""
        children = tuple(part.finding(application, context) for part in self.parts)
        verdict = self._combined([child.verdict for child in children])
        return Finding(
            verdict,
            "",
            operator=self.operator,
            readings=self._readings(children),
            missing=() if verdict.is_decided else _missing(children),
            children=children,
        )

    def _readings(self, children: tuple[Finding, ...]) -> Mapping[str, str]:
        """The readings that the whole rests on: of one part that settles it, or of all."""
        settling = [child for child in children if child.verdict is self._settles]
        if settling and self.operator is not Operator.NOT:
            return min(settling, key=lambda child: len(child.readings)).readings
        return _together(children)

    @property
    def _settles(self) -> Verdict:
        """The verdict of one part that is that of the whole, but for NOT."""
        return Verdict.NOT_MET if self.operator is Operator.ALL else Verdict.MET

    def _combined(self, verdicts: list[Verdict]) -> Verdict:
        if self.operator is Operator.NOT:
            return ~verdicts[0]
        settles = self._settles
        if settles in verdicts:
            return settles
        return Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts else ~settles


def _missing(children: Iterable[Finding]) -> Iterable[Missing]:
    """What the undecided parts need, each once."""
    open_parts = (child for child in children if child.verdict is Verdict.UNKNOWN)
    return dict.fromkeys(fact for part in open_parts for fact in part.missing)


def all_of(*criteria: Criterion, id: str | None = None, cases: Cases | None = None) -> Criterion:
    """Met where every one is (*alle*); ``id`` names the whole."""
    return _combination(Operator.ALL, criteria, " and ", id, cases)


def any_of(*criteria: Criterion, id: str | None = None, cases: Cases | None = None) -> Criterion:
    """Met where at least one is (*minstens één*); ``id`` names the whole."""
    return _combination(Operator.ANY, criteria, " or ", id, cases)


def _combination(
    operator: Operator,
    criteria: tuple[Criterion, ...],
    word: str,
    name: str | None,
    cases: Cases | None,
) -> Criterion:
    combination = Combination(operator, criteria)
    made_up = f"({word.join(part.id for part in combination.parts)})"
    return Criterion(made_up if name is None else name, combination, cases=cases)
