"""Timelines (*tijdlijnen*): the verdict of a criterion over time, in stretches of days alike.

A criterion names the days on which its answer can change. It is asked once between any two
neighbours of them, and that is exact. The module knows no rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from itertools import groupby, pairwise

from attrs import evolve, frozen

from wselr_rules.checks import is_day
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.history import DAY
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.eligibility.causes import Turns, causes_of, turns_of
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.events import Event
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.grounds import Ground, grounds_over
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.eligibility.timeline_view import (
    stretch_tree,
    timeline_chart,
    timeline_tree,
    tree_beneath,
)
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import (
    PeriodEndsBeforeItBegins,
    WrongType,
    WrongValue,
)
from wselr_rules.law.call import OpenCall
from wselr_rules.render import bars, tree
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language, tag
from wselr_rules.render.shown import ShownInWords
from wselr_rules.render.told import Told

__all__ = ["Stretch", "Timeline", "timeline", "timelines"]


@frozen
class Stretch(ShownInWords):
    """Days with one verdict (*periode*), from ``since`` up to, not on, ``until``.

    ``causes`` are the events of its first day by which it began; there are none where the
    timeline begins with it. ``grounds`` are the smallest parts by which it is not met or
    undecided, in order of time.
    """

    since: date
    until: date
    verdict: Verdict
    causes: tuple[Event, ...]
    grounds: tuple[Ground, ...]

    def __attrs_post_init__(self) -> None:
        if self.until <= self.since:
            raise PeriodEndsBeforeItBegins("stretch", self.since, self.until)

    def text(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """From when to when, what and why (*in woorden*)."""
        return tree.as_text(stretch_tree(self, Language(language), audience))

    def __str__(self) -> str:
        return self.text(Language.EN)


@frozen
class Timeline(Told):
    """The verdict of a criterion over time (*tijdlijn*), of one application.

    ``stretches`` follow each other without a gap, and neighbours have another verdict.
    ``parts`` are the timelines of the parts of a composed criterion, over the same days.
    """

    criterion: str
    application_id: str
    stretches: tuple[Stretch, ...]
    parts: tuple[Timeline, ...]

    def __attrs_post_init__(self) -> None:
        pairs = list(pairwise(self.stretches))
        if not self.stretches or any(one.until != other.since for one, other in pairs):
            days = [each.since for each in self.stretches]
            raise WrongValue("Timeline.stretches", "one or more without a gap", days)

    @property
    def since(self) -> date:
        """Its first day (*eerste dag*)."""
        return self.stretches[0].since

    @property
    def until(self) -> date:
        """The day after its last one (*einde*)."""
        return self.stretches[-1].until

    def on(self, day: date) -> Stretch:
        """The stretch in which a day lies (*op die dag*).

        Raises ``WrongType`` for anything but a date, ``WrongValue`` for a day outside it.
        """
        if not is_day(day):
            raise WrongType("day", "a date without a time", day)
        for stretch in self.stretches:
            if stretch.since <= day < stretch.until:
                return stretch
        raise WrongValue("day", f"a day from {self.since} up to, not on, {self.until}", day)

    def part(self, criterion_id: str) -> Timeline:
        """The timeline of a criterion, itself or a part (*onderdeel*); ``KeyError`` if none is."""
        for each in _walk(self):
            if each.criterion == criterion_id:
                return each
        raise KeyError(criterion_id)

    def __iter__(self) -> Iterator[Stretch]:
        return iter(self.stretches)

    def text(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The stretches with causes and grounds as an indented tree (*als tekst*).

        For the file with the timelines of all parts.
        """
        return tree.as_text(timeline_tree(self, Language(language), audience))

    def markdown(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The same tree as a Markdown list (*lijst*)."""
        chosen = Language(language)
        return tree.as_markdown(timeline_tree(self, chosen, audience, in_full=False), chosen)

    def html(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """A picture, with the same tree beneath it, as an HTML fragment (*HTML-fragment*)."""
        chosen = Language(language)
        picture = bars.as_html(timeline_chart(self, chosen, audience), chosen)
        told = tree.as_html(tree_beneath(self, chosen, audience), chosen)
        return f'<div lang="{tag(chosen)}">\n{picture}\n{told}\n</div>'


def _walk(whole: Timeline) -> Iterator[Timeline]:
    yield whole
    for part in whole.parts:
        yield from _walk(part)


def timeline(  # noqa: PLR0913
    criterion: Criterion,
    application: Application,
    *,
    call: OpenCall,
    portfolio: Portfolio,
    start: date,
    end: date,
) -> Timeline:
    """The verdict of a criterion from ``start`` up to, not on, ``end`` (*verloop van het oordeel*).

    ``portfolio`` is as for ``assess``. Raises ``PeriodEndsBeforeItBegins`` or ``WrongType`` for
    what is no range, ``DateOutsideCall`` where the call has no rules for all of it,
    ``MunicipalityNotOfTheDay`` for a member whose code ends or begins within it
    (``flanders.carry_forward`` replaces those that merged), ``AmbiguousApplication``, and
    ``DatesNotNamed`` for a criterion that does not tell when its answer can change.
    """
    portfolio.check_own(application)
    context_on = _contexts(call, portfolio, start, end)
    _check_members_exist(application.regieverband, start, end)
    return _timeline(criterion, application, context_on, start, end)


def timelines(
    portfolio: Portfolio,
    *,
    call: OpenCall,
    start: date,
    end: date,
    criterion: Criterion = ELIGIBLE,
) -> tuple[Timeline, ...]:
    """The timeline of every application (*verloop van de oproep*), in order of id.

    The verdicts are those of ``assess_call`` on each day. Raises as ``timeline`` does.
    """
    context_on = _contexts(call, portfolio, start, end)
    in_order = sorted(portfolio.applications, key=lambda application: application.id)
    return tuple(_timeline(criterion, each, context_on, start, end) for each in in_order)


# --- the days -----------------------------------------------------------------------------


def _contexts(
    call: OpenCall, portfolio: Portfolio, start: date, end: date
) -> Callable[[date], Context]:
    """Check the range; then give the context of each day, made once."""
    call.check_day(start)
    if not is_day(end):
        raise WrongType("end", "a date without a time", end)
    if end <= start:
        raise PeriodEndsBeforeItBegins("timeline", start, end)
    call.check_day(end - DAY)
    for application in portfolio.applications:
        _check_members_exist(application.regieverband, start, end)
    return cache(partial(Context, call=call, portfolio=portfolio))


def _check_members_exist(regieverband: RegieVerband, start: date, end: date) -> None:
    """Refuse members that do not exist on a day of the range, also one that nobody asks for."""
    days = {start}
    for membership in regieverband.memberships:
        days.add(membership.since)
        if membership.municipality.exists_until is not None:
            days.add(membership.municipality.exists_until)
    for day in sorted(days):
        if start <= day < end:
            regieverband.check_members_exist(day)


# --- the stretches ------------------------------------------------------------------------


@frozen
class _Moment:
    """Days of which one finding holds, and what happens on the first of them."""

    since: date
    until: date
    finding: Finding
    events: tuple[Event, ...]


def _timeline(
    criterion: Criterion,
    application: Application,
    context_on: Callable[[date], Context],
    start: date,
    end: date,
) -> Timeline:
    turns = turns_of(criterion, application, context_on(start))
    days = sorted({start, end, *(day for day in turns.events if start < day < end)})
    moments = tuple(
        _Moment(
            since,
            until,
            criterion.finding(application, context_on(since)),
            turns.events.get(since, ()),
        )
        for since, until in pairwise(days)
    )
    return _joined(turns, application.id, moments)


def _joined(turns: Turns, application_id: str, moments: tuple[_Moment, ...]) -> Timeline:
    """The timeline of a criterion, and of its parts, from what was found on each day."""
    alike = [
        tuple(group) for _, group in groupby(moments, key=lambda moment: moment.finding.verdict)
    ]
    stretches = [_stretch(turns, alike[0], ())]
    for before, after in pairwise(alike):
        first = after[0]
        causes = causes_of(turns, before[-1].finding, first.finding, first.events)
        stretches.append(_stretch(turns, after, causes))
    parts = (
        _joined(
            part,
            application_id,
            tuple(evolve(each, finding=each.finding.children[index]) for each in moments),
        )
        for index, part in enumerate(turns.parts)
    )
    return Timeline(turns.criterion.id, application_id, tuple(stretches), tuple(parts))


def _stretch(turns: Turns, moments: tuple[_Moment, ...], causes: tuple[Event, ...]) -> Stretch:
    verdict = moments[0].finding.verdict
    found = ((each.since, each.until, each.finding) for each in moments)
    grounds = () if verdict is Verdict.MET else grounds_over(turns, found)
    return Stretch(moments[0].since, moments[-1].until, verdict, causes, grounds)
