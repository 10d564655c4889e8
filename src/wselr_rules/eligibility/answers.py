"""Answers to a question (*antwoorden*): what a fact can turn out to be, and what that settles.

It knows the kinds of answers and their words. Which answers a fact has is for
``possible_answers``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias

from attrs import field, frozen

from wselr_rules.domain.history import DAY, History
from wselr_rules.domain.membership import Derogation
from wselr_rules.domain.regieverband import Never
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.finding import Interval
from wselr_rules.eligibility.questions_messages import MESSAGES_OF_ANSWERS
from wselr_rules.eligibility.timeline_messages import MESSAGES_OF_CRITERIA
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.words import say
from wselr_rules.law.terms import LegalForm, SubmissionChannel
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language, listing
from wselr_rules.render.shown import ShownInWords
from wselr_rules.render.tree import Mark, Node

__all__ = ["Answer", "AnswerValue", "FormChange", "Situation", "criterion_in_words"]


class Situation(Enum):
    """What is answered where it is not one value (*toestand*)."""

    #: The plan fills every cell that it has to fill.
    EVERY_CELL = "every-cell"
    EMPTY_CELL = "empty-cell"
    #: The action stands in the plan of none of the members.
    ELSEWHERE = "elsewhere"
    #: No application that is not known claims ground of this one.
    NO_OTHER_CLAIM = "no-other-claim"
    #: One does; where recognition decides (I07), one that was recognised before.
    OTHER_CLAIM = "other-claim"


@frozen
class FormChange:
    """One of these legal forms on the assessed day (*rechtsvorm*), and whether it changed.

    ``days`` are those on which it first changed since the baseline, or since which it differs
    where only the state counts (I02); None where it did not, as far as it was not known.
    """

    forms: tuple[LegalForm, ...]
    days: Days | None


#: What can be answered: people, yes or no, forms, a stretch of days, never, regions (over time
#: where they have to follow the map), granted deviations, holders of an action, channels.
AnswerValue: TypeAlias = (
    Interval
    | bool
    | tuple[LegalForm, ...]
    | FormChange
    | Days
    | Never
    | tuple[ReferenceRegion, ...]
    | History[ReferenceRegion]
    | tuple[Derogation, ...]
    | tuple[Municipality, ...]
    | tuple[SubmissionChannel, ...]
    | Situation
)


def criterion_in_words(criterion: str, language: Language) -> str:
    """What a criterion asks, in a few words (*criterium*); one of your own by its id."""
    row = MESSAGES_OF_CRITERIA.get(criterion)
    return criterion if row is None else row[language]


@frozen
class Answer(ShownInWords):
    """An answer (*antwoord*) with what it settles, if it is learned and nothing else is.

    ``verdict`` is that of ``criterion``, the whole that was asked. ``settles`` names the
    single criteria that were undecided and are then decided, each with its verdict. ``fact`` is
    the name of the field that is answered.
    """

    fact: str
    value: AnswerValue
    criterion: str = field(kw_only=True)
    verdict: Verdict = field(kw_only=True)
    settles: tuple[tuple[str, Verdict], ...] = field(default=(), kw_only=True)

    @property
    def settles_anything(self) -> bool:
        """Whether it decides the whole or one of its parts (*beslissend*)."""
        return self.verdict.is_decided or bool(self.settles)

    def words(self, language: Language | str) -> str:
        """What is answered (*antwoord in woorden*)."""
        key, arguments = _said(self.fact, self.value, Language(language))
        return say(MESSAGES_OF_ANSWERS, key, arguments, Language(language))

    def text(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The answer and what follows from it (*antwoord met gevolg*) in one sentence.

        For the applicant only the whole where that is decided, for the file its parts too.
        """
        chosen = Language(language)
        arguments = {"answer": self.words(chosen), "outcome": self._outcome(chosen, audience)}
        return say(MESSAGES_OF_ANSWERS, "answer", arguments, chosen)

    def node(self, language: Language | str) -> Node:
        """The answer for the file (*knoop*), marked with the verdict of the whole."""
        return Node(Mark[self.verdict.name], self.text(language))

    def __str__(self) -> str:
        return self.text(Language.EN)

    def _outcome(self, language: Language, audience: Audience) -> str:
        is_short = not is_for_the_file(audience) and self.verdict.is_decided
        of_parts = () if is_short else self.settles
        parts: list[str] = []
        if self.verdict.is_decided:
            parts.append(_followed((self.criterion,), self.verdict, language))
        for verdict in (Verdict.MET, Verdict.NOT_MET):
            named = tuple(id for id, each in of_parts if each is verdict and id != self.criterion)
            if named:
                parts.append(_followed(named, verdict, language))
        return "; ".join(parts) or say(MESSAGES_OF_ANSWERS, "open", {}, language)


def _followed(criteria: tuple[str, ...], verdict: Verdict, language: Language) -> str:
    key = f"{criteria[0]}.{verdict.value}"
    if key in MESSAGES_OF_ANSWERS:
        return say(MESSAGES_OF_ANSWERS, key, {}, language)
    named = tuple(criterion_in_words(each, language) for each in criteria)
    return say(MESSAGES_OF_ANSWERS, verdict.value, {"criteria": listing(named, language)}, language)


_SITUATIONS = MappingProxyType(
    {
        Situation.EVERY_CELL: "plan.every-cell",
        Situation.EMPTY_CELL: "plan.empty-cell",
        Situation.ELSEWHERE: "holders.elsewhere",
        Situation.NO_OTHER_CLAIM: "claims.none",
        Situation.OTHER_CLAIM: "claims.other",
    }
)

_Said: TypeAlias = tuple[str, Mapping[str, object]]
_NONE: Mapping[str, object] = MappingProxyType({})


def _said(fact: str, value: AnswerValue, language: Language) -> _Said:
    """The message for an answer, with its arguments."""
    arguments = _NONE
    match value:
        case Interval(least=least, most=most):
            key = "people.at-least" if most is None else "people.fewer"
            arguments = {"bound": least if most is None else most + 1}
        case bool():
            key = "yes" if value else "no"
        case Never():
            key = "never"
        case Situation():
            key = _SITUATIONS[value]
        case Days():
            key, arguments = _said_days(value)
        case FormChange():
            key, arguments = _said_change(value, language)
        case History():
            key, arguments = "regions.over-time", {"regions": value.values}
        case _:
            key, arguments = _said_values(fact, value)
    return key, arguments


def _said_change(change: FormChange, language: Language) -> _Said:
    if change.days is None:
        return "forms.unchanged", {"forms": change.forms}
    key, arguments = _said_days(change.days)
    period = say(MESSAGES_OF_ANSWERS, key, arguments, language)
    return "forms.changed", {"forms": change.forms, "period": period}


def _said_days(days: Days) -> _Said:
    since, until = days.since, days.until
    if since is not None and until is not None:
        last = until - DAY
        if since == last:
            return "period.day", {"since": since}
        return "period.between", {"since": since, "last": last}
    if since is not None:
        return "period.from", {"since": since}
    return ("period.any", {}) if until is None else ("period.before", {"until": until})


def _said_values(fact: str, values: tuple[object, ...]) -> _Said:
    arguments = _NONE
    match fact, values:
        case "legal_form", _:
            key, arguments = "forms", {"forms": values}
        case "reference_region", _:
            key, arguments = _said_regions(values)
        case "planned_by", _:
            key, arguments = "holders", {"holders": tuple(str(each) for each in values)}
        case _, (Derogation(since=since), *_):
            key, arguments = "deviation", {"since": since}
        case "derogations", _:
            key = "deviation.none"
        case _:
            key = "channels" if values else "channels.none"
            arguments = {"channels": values} if values else _NONE
    return key, arguments


#: More than this many regions are not named one by one.
_MANY_REGIONS = len(ReferenceRegion) // 2


def _said_regions(regions: tuple[object, ...]) -> _Said:
    inside = tuple(region for region in regions if region is not ReferenceRegion.OUTSIDE)
    with_outside = "-or-outside" if len(inside) < len(regions) else ""
    if not inside:
        return "regions.outside", {}
    if len(inside) == len(ReferenceRegion) - 1:
        return f"regions.any{with_outside}", {}
    if len(inside) > _MANY_REGIONS:
        return f"regions.other{with_outside}", {}
    return "regions", {"regions": regions}
