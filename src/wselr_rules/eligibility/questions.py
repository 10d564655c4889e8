"""Questions (*vragen*): which facts are still needed, and what each answer would settle.

A fact is asked for exactly when two answers to it lead to different verdicts, given some
answers to the others. It knows how questions are ordered and told; which facts are relevant is
for ``relevance``, which answers they have for ``possible_answers``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from attrs import field, frozen

from wselr_rules.checks import to_tuple
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.eligibility.answers import Answer, criterion_in_words
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Missing
from wselr_rules.eligibility.outcomes import leaves_of
from wselr_rules.eligibility.possible_answers import Asked, possible_answers
from wselr_rules.eligibility.questions_messages import MESSAGES_OF_QUESTIONS
from wselr_rules.eligibility.relevance import relevant_facts
from wselr_rules.eligibility.sourced import SourcedFact, sourced_facts
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.words import say
from wselr_rules.law.call import OpenCall
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language, listing
from wselr_rules.render.told import ToldAsTree
from wselr_rules.render.tree import Mark, Node

__all__ = ["Question", "Questions", "questions"]


def _answers(values: Iterable[Answer]) -> tuple[Answer, ...]:
    return to_tuple(values)


def _sourced(values: Iterable[SourcedFact]) -> tuple[SourcedFact, ...]:
    return to_tuple(values)


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return to_tuple(values)


@frozen
class Question(ToldAsTree):
    """A question (*vraag*): a fact that is needed, and the answers that it can have.

    ``criteria`` are the ids of the single criteria that it bears on, ``sentences`` those of
    these criteria. A region or a legal form is asked for once for all the time in which it is
    not known; its path is the first place where it stands. ``is_proven=False``: it could not be
    shown that the fact can turn the verdict, because a criterion of the caller's own reads it
    or must be taken to turn out both ways, or because the search was broken off. A fact that
    only a criterion of the caller's own reads has no answers. ``sourced`` are the facts that these
    criteria read and of which it is told where they come from: the answers rest on them.
    """

    fact: Missing
    criteria: tuple[str, ...] = field(converter=_texts)
    answers: tuple[Answer, ...] = field(converter=_answers)
    sentences: tuple[str, ...] = field(default=(), kw_only=True, converter=_texts)
    is_proven: bool = field(default=True, kw_only=True)
    sourced: tuple[SourcedFact, ...] = field(default=(), kw_only=True, converter=_sourced)

    @property
    def path(self) -> str:
        """Where the fact stands in the application or portfolio (*pad*)."""
        return self.fact.path

    def sentence(self, language: Language | str) -> str:
        """What is asked, as a question (*vraagzin*)."""
        chosen = Language(language)
        key = f"ask.{self.fact.fact}"
        if self.answers and key in MESSAGES_OF_QUESTIONS:
            return say(MESSAGES_OF_QUESTIONS, key, {"subject": self.fact.subject}, chosen)
        return say(MESSAGES_OF_QUESTIONS, "ask.other", {"fact": self.fact.text(chosen)}, chosen)

    def node(self, language: Language | str, audience: Audience = Audience.FILE) -> Node:
        """The question as a tree (*boom*).

        For the applicant one line, with the answers that settle something; for the file every
        answer, the path, the criteria with their sentences, and the provenance of what is known.
        """
        chosen = Language(language)
        if not is_for_the_file(audience):
            return Node(None, self._in_one_line(chosen))
        lines = [each.node(chosen) for each in self.answers]
        lines += [Node(None, line) for line in self._for_the_file(chosen)]
        return Node(Mark.UNKNOWN, self.sentence(chosen), tuple(lines))

    def _in_one_line(self, language: Language) -> str:
        asked = self.sentence(language)
        texts = [
            each.text(language, Audience.APPLICANT)
            for each in self.answers
            if each.settles_anything
        ]
        if not texts:
            return asked
        answers = " ".join(f"{text[:1].upper()}{text[1:]}." for text in texts)
        arguments = {"question": asked, "answers": answers}
        return say(MESSAGES_OF_QUESTIONS, "answered", arguments, language)

    def _for_the_file(self, language: Language) -> Iterator[str]:
        named = tuple(criterion_in_words(each, language) for each in self.criteria)
        criteria = {"criteria": listing(named, language)}
        if self.sentences:
            key, arguments = "criteria", {**criteria, "sentences": ", ".join(self.sentences)}
        else:
            key, arguments = "criteria.own", criteria
        yield say(MESSAGES_OF_QUESTIONS, key, arguments, language)
        yield say(MESSAGES_OF_QUESTIONS, "path", {"path": self.path}, language)
        if self.sourced:
            told = dict.fromkeys(each.provenance.text(language) for each in self.sourced)
            provenance = {"provenance": "; ".join(told)}
            yield say(MESSAGES_OF_QUESTIONS, "sourced", provenance, language)
        if not self.is_proven:
            yield say(MESSAGES_OF_QUESTIONS, "not-proven", {}, language)


def _questions(values: Iterable[Question]) -> tuple[Question, ...]:
    return to_tuple(values)


@frozen
class Questions(ToldAsTree):
    """The questions on one criterion (*vragenlijst*), the one that settles most first.

    First those of which the greater part of the answers decides the verdict, then those of
    which the greater part decides a criterion that it rests on, then by path. None where
    ``verdict`` is decided; none either where it is not and no fact can turn it.
    """

    criterion: str
    application_id: str
    verdict: Verdict
    items: tuple[Question, ...] = field(converter=_questions)

    def __iter__(self) -> Iterator[Question]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> Question:
        return self.items[place]

    def node(self, language: Language | str, audience: Audience = Audience.FILE) -> Node:
        """The questions as a tree (*boom*), in order."""
        chosen = Language(language)
        arguments: dict[str, object] = {"criterion": criterion_in_words(self.criterion, chosen)}
        key = "heading.decided" if self.verdict.is_decided else "heading.none"
        if self.items:
            key, arguments = "heading", {**arguments, "number": len(self.items)}
        heading = say(MESSAGES_OF_QUESTIONS, key, arguments, chosen)
        children = tuple(each.node(chosen, audience) for each in self.items)
        return Node(Mark[self.verdict.name], heading, children)


def questions(
    criterion: Criterion,
    application: Application,
    *,
    on: date,
    call: OpenCall,
    portfolio: Portfolio,
) -> Questions:
    """The facts that can turn the verdict on a day (*vragen*), with what they settle.

    ``portfolio`` holds the other applications that are known, with or without this one. The
    search for relevant facts is bounded (``outcomes.MOST_STEPS``, ``ways_of_plan.MOST_STEPS``):
    a fact that could not be tried out to the end is asked for and is not proven. Raises
    ``AmbiguousApplication``, ``DateOutsideCall`` and ``MunicipalityNotOfTheDay`` as ``assess``
    does.
    """
    portfolio.check_own(application)
    context = Context(on, call=call, portfolio=portfolio)
    verdict = criterion.verdict(application, context)
    asked: tuple[Question, ...] = ()
    if not verdict.is_decided:
        asked = tuple(sorted(_asked(criterion, application, context), key=_rank))
    return Questions(criterion.id, application.id, verdict, asked)


def _asked(criterion: Criterion, application: Application, context: Context) -> Iterator[Question]:
    leaves = leaves_of(criterion)
    verdicts = {leaf.rule: leaf.verdict(application, context) for leaf in leaves}
    asked = Asked(criterion, application, context, verdicts)
    for each in relevant_facts(criterion, application, context):
        named = [leaf for leaf in leaves if leaf.id in each.criteria]
        reads = frozenset[str]().union(*(leaf.reads for leaf in named))
        yield Question(
            each.fact,
            each.criteria,
            possible_answers(each.fact, asked, each.criteria) if each.is_of_the_call else (),
            sentences=dict.fromkeys(sentence for leaf in named for sentence in leaf.sentences),
            is_proven=each.is_proven,
            sourced=sourced_facts(reads, application, context),
        )


def _rank(question: Question) -> tuple[Fraction, Fraction, list[tuple[str, int]]]:
    number = len(question.answers) or 1
    deciding = sum(answer.verdict.is_decided for answer in question.answers)
    settling = sum(answer.settles_anything for answer in question.answers)
    places = [(text, int(digits or 0)) for text, digits in _PLACES.findall(question.path)]
    return -Fraction(deciding, number), -Fraction(settling, number), places


#: The steps of a path, so that the tenth membership comes after the second.
_PLACES = re.compile(r"([^\d]+)(\d*)")
