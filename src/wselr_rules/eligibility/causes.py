"""Causes (*aanleidingen*): which of the events of a day made an answer change.

It follows a change of a whole down to the smallest parts that brought it about. It knows
criteria, their parts and events, and no rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve, frozen

from wselr_rules.domain.application import Application
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Combination, Criterion
from wselr_rules.eligibility.events import Event
from wselr_rules.eligibility.finding import Finding, Operator
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.frozen_map import FrozenMap

__all__ = ["Turns", "are_alike", "causes_of", "turns_of"]

#: From the one that settles an "and" to the one that settles an "or".
_ORDER = (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.MET)


@frozen
class Turns:
    """A criterion with the events (*keerpunten*) of an application by day; so each of its parts."""

    criterion: Criterion
    events: FrozenMap[date, tuple[Event, ...]]
    parts: tuple[Turns, ...]


@frozen
class _Change:
    """A criterion with its findings before and after a day."""

    turns: Turns
    before: Finding
    after: Finding

    @property
    def changes_verdict(self) -> bool:
        return self.before.verdict is not self.after.verdict

    @property
    def parts(self) -> tuple[_Change, ...]:
        if not self.turns.parts:
            return ()
        children = (self.before.children, self.after.children)
        return tuple(map(_Change, self.turns.parts, *children))


def turns_of(criterion: Criterion, application: Application, context: Context) -> Turns:
    """The events that a criterion and its parts name (*keerpunten*), by day.

    Raises ``DatesNotNamed`` for a rule that does not tell them.
    """
    if isinstance(criterion.rule, Combination):
        parts = tuple(turns_of(part, application, context) for part in criterion.rule.parts)
        named = [event for part in parts for events in part.events.values() for event in events]
    else:
        parts, named = (), list(criterion.events(application, context))
    by_day: dict[date, list[Event]] = {}
    for event in named:
        by_day.setdefault(event.day, []).append(event)
    events = ((day, _without_doubles(of_day)) for day, of_day in by_day.items())
    return Turns(criterion, FrozenMap(events), parts)


def causes_of(
    turns: Turns, before: Finding, after: Finding, of_day: tuple[Event, ...]
) -> tuple[Event, ...]:
    """What made the verdict another one (*aanleidingen*), among the events of that day.

    Those of the smallest parts whose change makes that of the whole. Where no part has another
    verdict, those of the parts whose finding changed; failing these too, all of the day.
    """
    change = _Change(turns, before, after)
    changed = (leaf for leaf in _leaves(change) if not are_alike(leaf.before, leaf.after))
    day = of_day[0].day
    return _events_of(_responsible(change), day) or _events_of(changed, day) or of_day


def are_alike(one: Finding, other: Finding) -> bool:
    """Whether two findings say the same (*gelijk*), but for the days that they mention.

    A finding may mention the assessed day itself, and that alone is no change.
    """
    return _without_days(one) == _without_days(other)


def _without_days(finding: Finding) -> Finding:
    arguments = finding.arguments.items()
    kept = {name: value for name, value in arguments if not isinstance(value, date)}
    return evolve(finding, arguments=kept, children=map(_without_days, finding.children))


def _responsible(change: _Change) -> Iterator[_Change]:
    """The leaves whose change of verdict makes that of the whole."""
    if not change.turns.parts:
        yield change
        return
    changed = [part for part in change.parts if part.changes_verdict]
    for part in [part for part in changed if _decides(part, change)] or changed:
        yield from _responsible(part)


def _decides(part: _Change, whole: _Change) -> bool:
    """Whether the whole has its new verdict by this part, or had its old one by it.

    An "and" falls by the parts that fall as low, and rises as those that held it down rise; an
    "or" the other way round.
    """
    rises = _ORDER.index(whole.after.verdict) > _ORDER.index(whole.before.verdict)
    if rises is (whole.after.operator is Operator.ANY):
        return part.after.verdict is whole.after.verdict
    return part.before.verdict is whole.before.verdict


def _leaves(change: _Change) -> Iterator[_Change]:
    if not change.turns.parts:
        yield change
    for part in change.parts:
        yield from _leaves(part)


def _events_of(leaves: Iterable[_Change], day: date) -> tuple[Event, ...]:
    return _without_doubles(
        event for leaf in leaves for event in _that_matter(leaf, leaf.turns.events.get(day, ()))
    )


def _that_matter(leaf: _Change, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Those whose sentences bear on the findings; else all."""
    cited = {*leaf.before.sentences, *leaf.after.sentences}
    return tuple(event for event in events if cited.intersection(event.sentences)) or events


def _without_doubles(events: Iterable[Event]) -> tuple[Event, ...]:
    """What is named by more than one criterion once, with the sentences of all of them."""
    sentences: dict[Event, dict[str, None]] = {}
    for event in events:
        of_all = sentences.setdefault(evolve(event, sentences=()), {})
        of_all.update(dict.fromkeys(event.sentences))
    return tuple(evolve(event, sentences=tuple(each)) for event, each in sentences.items())
