"""Events (*gebeurtenissen*): what happens on a day on which an answer can change.

It knows the kinds of events and how each is told. When they happen stands in ``agenda``,
whether they change anything in ``causes``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from attrs import evolve, field, frozen

from wselr_rules.checks import a_day, instance, to_tuple
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.timeline_messages import MESSAGES_OF_EVENTS, MESSAGES_OF_TIMELINES
from wselr_rules.eligibility.words import say
from wselr_rules.law.terms import LegalForm
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language
from wselr_rules.render.shown import ShownInWords
from wselr_rules.render.templates import fields

__all__ = ["Event", "EventKind", "events_in_words"]


class EventKind(Enum):
    """What happens (*soort gebeurtenis*)."""

    MEMBER_JOINED = "member-joined"
    #: The first day on which it is no member any more.
    MEMBER_LEFT = "member-left"
    #: Members end in a merger of the register and its successor is a member.
    MERGER = "merger"
    LEGAL_FORM = "legal-form"
    #: A member lies in another region from then on.
    REGION_MAP = "region-map"
    EXISTING_DEADLINE = "existing-deadline"
    NEW_DEADLINE = "new-deadline"
    #: The day before the deadline for new ones, by the reading of I05 that looks at it.
    LAST_DAY_FOR_NEW = "last-day-for-new"
    #: The first day on which a change counts (I01).
    BASELINE = "baseline"
    DEROGATION_BEGAN = "derogation-began"
    DEROGATION_ENDED = "derogation-ended"
    RECOGNISED = "recognised"
    SUBMITTED = "submitted"
    #: A criterion of the caller's own names the day and says no more.
    NAMED = "named"


#: Kinds of which those that differ in their subject alone are told in one line.
_TOLD_TOGETHER = frozenset({EventKind.MEMBER_JOINED, EventKind.MEMBER_LEFT, EventKind.REGION_MAP})
#: Kinds that tell what something became, where that is known.
_TELLS_WHAT_BECAME = frozenset({EventKind.LEGAL_FORM, EventKind.REGION_MAP})


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return to_tuple(values)


@frozen
class Event(ShownInWords):
    """Something that happens on a day (*gebeurtenis*) and can change an answer.

    ``subject`` is who it happens to: a municipality, a regieverband, a call or a criterion.
    ``application_id`` and ``applicant`` are the id of the application and the name of the
    regieverband, of this or of another one; both are empty for a day of the call.
    ``former`` are the members that merged into the subject, ``became`` is the new legal form or
    region (None: not known, or there is none to tell). ``sentences`` make it matter; where a
    criterion names it without any, they are those of the criterion.

    >>> print(Event(date(2024, 6, 1), EventKind.NAMED, "my-own"))
    1 June 2024: day named by the criterion my-own
    """

    day: date = field(validator=a_day)
    kind: EventKind = field(validator=instance(EventKind, "an EventKind"))
    subject: str = field(validator=instance(str, "text"))
    application_id: str = field(default="", kw_only=True, validator=instance(str, "text"))
    applicant: str = field(default="", kw_only=True, validator=instance(str, "text"))
    former: tuple[str, ...] = field(default=(), kw_only=True, converter=_texts)
    became: LegalForm | ReferenceRegion | None = field(default=None, kw_only=True)
    sentences: tuple[str, ...] = field(default=(), kw_only=True, converter=_texts)

    def text(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The day and what happens (*in woorden*); for the file with the sentences."""
        chosen = Language(language)
        (words,) = events_in_words((self,), chosen, audience)
        return say(MESSAGES_OF_TIMELINES, "event", {"since": self.day, "event": words}, chosen)

    def __str__(self) -> str:
        return self.text(Language.EN)


def events_in_words(
    events: Iterable[Event], language: Language, audience: Audience
) -> tuple[str, ...]:
    """What happens on one day (*in woorden*), without the day; what is alike in one line."""
    alike: dict[Event, list[str]] = {}
    for event in events:
        key = evolve(event, subject="") if event.kind in _TOLD_TOGETHER else event
        alike.setdefault(key, []).append(event.subject)
    return tuple(
        _in_words(event, tuple(subjects), language, audience) for event, subjects in alike.items()
    )


def _in_words(
    event: Event, subjects: tuple[str, ...], language: Language, audience: Audience
) -> str:
    is_open = event.kind in _TELLS_WHAT_BECAME and event.became is None
    key = f"{event.kind.value}.not-known" if is_open else event.kind.value
    known = {
        "subjects": subjects,
        "applicant": event.applicant,
        "former": event.former,
        "became": event.became,
    }
    asked = fields(MESSAGES_OF_EVENTS[key][language])
    arguments = {name: value for name, value in known.items() if name in asked}
    words = say(MESSAGES_OF_EVENTS, key, arguments, language)
    if not is_for_the_file(audience) or not event.sentences:
        return words
    return f"{words} [{', '.join(event.sentences)}]"
