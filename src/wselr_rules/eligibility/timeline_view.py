"""How a timeline is shown (*weergave*): as a tree of sentences, and as a picture.

It knows which lines stand for whom. It decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from wselr_rules.domain.history import DAY
from wselr_rules.eligibility.events import events_in_words
from wselr_rules.eligibility.timeline_messages import MESSAGES_OF_CRITERIA, MESSAGES_OF_TIMELINES
from wselr_rules.eligibility.words import say
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.bars import Bar, Chart, Span
from wselr_rules.render.language import Language
from wselr_rules.render.tree import Mark, Node

if TYPE_CHECKING:
    from wselr_rules.eligibility.grounds import Ground
    from wselr_rules.eligibility.timeline import Stretch, Timeline

__all__ = ["stretch_tree", "timeline_chart", "timeline_tree", "tree_beneath"]


def timeline_tree(
    timeline: Timeline, language: Language, audience: Audience, *, in_full: bool = True
) -> Node:
    """A heading with what stands beneath it (*boom*).

    ``in_full`` names the verdict in each line; it is left out where the mark does so in words.
    """
    tree = tree_beneath(timeline, language, audience, in_full=in_full)
    return Node(None, _heading(timeline, language), tree.children)


def tree_beneath(
    timeline: Timeline, language: Language, audience: Audience, *, in_full: bool = True
) -> Node:
    """The stretches with causes and grounds (*boom*); for the file those of the parts too."""
    stretches = (
        stretch_tree(each, language, audience, in_full=in_full) for each in timeline.stretches
    )
    shown = timeline.parts if is_for_the_file(audience) else ()
    parts = (tree_beneath(part, language, audience, in_full=in_full) for part in shown)
    return Node(None, _name(timeline.criterion, language), (*stretches, *parts))


def stretch_tree(
    stretch: Stretch, language: Language, audience: Audience, *, in_full: bool = True
) -> Node:
    """A stretch with its causes and grounds (*boom*)."""
    since = stretch.since
    causes = (
        _say("cause", language, since=since, event=words)
        for words in events_in_words(stretch.causes, language, audience)
    )
    grounds = (
        words
        for ground in stretch.grounds
        for words in _ground(ground, stretch, language, audience)
    )
    return Node(
        Mark[stretch.verdict.name],
        _stretch(stretch, language) if in_full else _period(since, stretch.until, language),
        tuple(Node(None, words) for words in (*causes, *grounds)),
    )


def timeline_chart(timeline: Timeline, language: Language, audience: Audience) -> Chart:
    """A bar for the whole (*balkenschema*); for the file one for each part too."""
    every = _bars(timeline, 0, language)
    return Chart(
        _heading(timeline, language),
        _say("criterion", language),
        _say("over-time", language),
        tuple(every) if is_for_the_file(audience) else (next(every),),
    )


def _bars(timeline: Timeline, depth: int, language: Language) -> Iterator[Bar]:
    spans = (
        Span(each.since, each.until, Mark[each.verdict.name], _stretch(each, language))
        for each in timeline.stretches
    )
    yield Bar(_name(timeline.criterion, language), tuple(spans), depth)
    for part in timeline.parts:
        yield from _bars(part, depth + 1, language)


def _heading(timeline: Timeline, language: Language) -> str:
    return _say(
        "heading",
        language,
        application=timeline.application_id,
        period=_period(timeline.since, timeline.until, language),
        criterion=_name(timeline.criterion, language),
    )


def _stretch(stretch: Stretch, language: Language) -> str:
    period = _period(stretch.since, stretch.until, language)
    return _say("stretch", language, period=period, verdict=stretch.verdict)


def _ground(
    ground: Ground, stretch: Stretch, language: Language, audience: Audience
) -> Iterator[str]:
    """What was found, a line for each time that it reads otherwise."""
    told = [(since, found.sentence(language, audience)) for since, found in ground.findings]
    news = [told[0], *(new for old, new in pairwise(told) if new[1] != old[1])]
    ends = [*(since for since, _ in news[1:]), ground.until]
    for (since, finding), until in zip(news, ends, strict=True):
        if (since, until) == (stretch.since, stretch.until):
            yield _say("ground.throughout", language, finding=finding)
        else:
            period = _period(since, until, language)
            yield _say("ground", language, finding=finding, period=period)


def _period(since: date, until: date, language: Language) -> str:
    last = until - DAY
    if last == since:
        return _say("period.day", language, since=since)
    return _say("period", language, since=since, last=last)


def _name(criterion_id: str, language: Language) -> str:
    """What the criterion asks; one of the caller's own by its id."""
    known = criterion_id in MESSAGES_OF_CRITERIA
    return say(MESSAGES_OF_CRITERIA, criterion_id, {}, language) if known else criterion_id


def _say(message: str, language: Language, **arguments: object) -> str:
    return say(MESSAGES_OF_TIMELINES, message, arguments, language)
