"""Answers to a question (*antwoorden*): what a fact can turn out to be, and what that settles.

It knows the kinds of answers and their words. Which answers a fact has is for
``possible_answers``.
"""

from __future__ import annotations

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
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language, listing
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

    ``days`` are those on which it first changed since the baseline; None where it did not, as
    far as it was not known.
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
class Answer:
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
        whole = ((self.criterion, self.verdict),) if self.verdict.is_decided else ()
        settled = self.settles if audience is Audience.FILE or not whole else ()
        every = dict.fromkeys((*whole, *settled))
        parts: list[str] = []
        for verdict in (Verdict.MET, Verdict.NOT_MET):
            named = tuple(criterion_in_words(id, language) for id, each in every if each is verdict)
            if named:
                criteria = {"criteria": listing(named, language)}
                parts.append(say(MESSAGES_OF_ANSWERS, verdict.value, criteria, language))
        return "; ".join(parts) or say(MESSAGES_OF_ANSWERS, "open", {}, language)


_SITUATIONS = MappingProxyType(
    {
        Situation.EVERY_CELL: "plan.every-cell",
        Situation.EMPTY_CELL: "plan.empty-cell",
        Situation.ELSEWHERE: "holders.elsewhere",
        Situation.NO_OTHER_CLAIM: "claims.none",
        Situation.OTHER_CLAIM: "claims.other",
    }
)

_Said: TypeAlias = tuple[str, dict[str, object]]


def _said(fact: str, value: AnswerValue, language: Language) -> _Said:
    """The message for an answer, with its arguments."""
    match value:
        case Interval(most=None):
            return "people.at-least", {"bound": value.least}
        case Interval(most=int(most)):
            return "people.fewer", {"bound": most + 1}
        case bool():
            return ("yes" if value else "no"), {}
        case Never():
            return "never", {}
        case Situation():
            return _SITUATIONS[value], {}
        case Days():
            return _said_days(value)
        case FormChange(forms=forms, days=None):
            return "forms.unchanged", {"forms": forms}
        case FormChange(forms=forms, days=Days() as days):
            key, arguments = _said_days(days)
            period = say(MESSAGES_OF_ANSWERS, key, arguments, language)
            return "forms.changed", {"forms": forms, "period": period}
        case History():
            return "regions.over-time", {"regions": value.values}
        case _:
            return _said_values(fact, value)


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
    match fact, values:
        case "legal_form", _:
            return "forms", {"forms": values}
        case "reference_region", _:
            return _said_regions(values)
        case "planned_by", _:
            return "holders", {"holders": tuple(str(each) for each in values)}
        case "derogations", (Derogation(since=since), *_):
            return "deviation", {"since": since}
        case "derogations", _:
            return "deviation.none", {}
        case _, ():
            return "channels.none", {}
        case _:
            return "channels", {"channels": values}


#: From this many on, regions are not named one by one.
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
