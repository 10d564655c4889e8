"""Findings (*bevindingen*): a verdict with its grounds, complete and in words.

A finding says what was asked, what was found, what is required, by which sentences and
readings, and which facts are missing. It holds values; the words stand in ``messages``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias

from attrs import field, frozen

from wselr_rules.checks import instance, to_tuple
from wselr_rules.domain.standing import Standing
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.eligibility.sourced import SourcedFact
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.words import fact_in_words, in_words
from wselr_rules.frozen_map import FrozenMap, frozen_map
from wselr_rules.law.citations import Citation
from wselr_rules.law.ledger import citation
from wselr_rules.law.terms import LegalForm, SubmissionChannel
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language, listing
from wselr_rules.render.shown import ShownByFields, ShownInWords
from wselr_rules.render.told import ToldAsTree
from wselr_rules.render.tree import Mark, Node

__all__ = ["Argument", "Finding", "Interval", "Missing", "Operator", "Quantity"]

#: A typed argument of a message.
Argument: TypeAlias = (
    int
    | str
    | date
    | LegalForm
    | SubmissionChannel
    | ReferenceRegion
    | Standing
    | tuple[int, ...]
    | tuple[str, ...]
    | tuple[LegalForm, ...]
    | tuple[SubmissionChannel, ...]
    | tuple[ReferenceRegion, ...]
    | tuple[Standing, ...]
)


class Operator(Enum):
    """How what was found is held against what is required (*vergelijking*)."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ONE_OF = "one-of"
    IS = "is"
    ALL = "all"
    ANY = "any"
    NOT = "not"


@frozen
class Interval(ShownByFields):
    """A count of which only bounds are known (*interval*); ``most=None`` has no upper bound."""

    least: int
    most: int | None = None


@frozen
class Quantity(ShownByFields):
    """A value with its unit (*grootheid*)."""

    value: Interval | Argument
    unit: str


@frozen
class Missing(ShownInWords):
    """A fact that is not known and is needed (*ontbrekend gegeven*).

    ``fact`` names the field, ``path`` the place in the application or portfolio, ``subject``
    who it is a fact of.
    """

    fact: str
    path: str
    subject: str

    def text(self, language: Language | str) -> str:
        """The fact in words (*in woorden*)."""
        return fact_in_words(self.fact, self.subject, Language(language))


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return to_tuple(values)


def _facts(values: Iterable[Missing]) -> tuple[Missing, ...]:
    return to_tuple(values)


def _conflicts(values: Iterable[Conflict]) -> tuple[Conflict, ...]:
    return to_tuple(values)


def _sourced(values: Iterable[SourcedFact]) -> tuple[SourcedFact, ...]:
    return to_tuple(values)


def _findings(values: Iterable[Finding]) -> tuple[Finding, ...]:
    return to_tuple(values)


def _arguments(
    pairs: Mapping[str, Argument] | Iterable[tuple[str, Argument]],
) -> FrozenMap[str, Argument]:
    return frozen_map(pairs)


def _choices(pairs: Mapping[str, str] | Iterable[tuple[str, str]]) -> FrozenMap[str, str]:
    return frozen_map(pairs)


_NO_ARGUMENTS: FrozenMap[str, Argument] = FrozenMap()
_NO_CHOICES: FrozenMap[str, str] = FrozenMap()
_MARKS = MappingProxyType(
    {
        Verdict.MET: Mark.MET,
        Verdict.NOT_MET: Mark.NOT_MET,
        Verdict.UNKNOWN: Mark.UNKNOWN,
    }
)


@frozen
class Finding(ToldAsTree):
    """A finding (*bevinding*): the verdict of a criterion on an application, with its grounds.

    ``message`` is a key of the table of messages, or, for a criterion of your own, the text
    itself; ``arguments`` fill its places. ``margin`` is what was found less what is required,
    in the unit of both. ``due`` is the first day of an obligation not yet in force.
    ``readings`` maps the ids of the interpretations that it rests on to the choice made: with
    these, no other choice for the others changes the verdict, or the day of a duty that is named.
    ``sourced`` are the facts that were read and of which it is told where they come from.
    ``settled`` says that what is not known leaves more than one way, and that all of them agree
    on the verdict. A decided finding has no ``missing`` facts.
    """

    verdict: Verdict = field(validator=instance(Verdict, "a Verdict"))
    message: str = field(validator=instance(str, "text"))
    arguments: FrozenMap[str, Argument] = field(converter=_arguments, default=_NO_ARGUMENTS)
    criterion: str = field(default="", kw_only=True)
    operator: Operator | None = field(default=None, kw_only=True)
    observed: Quantity | None = field(default=None, kw_only=True)
    required: Quantity | None = field(default=None, kw_only=True)
    margin: int | None = field(default=None, kw_only=True)
    sentences: tuple[str, ...] = field(default=(), kw_only=True, converter=_texts)
    readings: FrozenMap[str, str] = field(converter=_choices, default=_NO_CHOICES, kw_only=True)
    missing: tuple[Missing, ...] = field(default=(), kw_only=True, converter=_facts)
    due: date | None = field(default=None, kw_only=True)
    settled: bool = field(default=False, kw_only=True)
    conflicts: tuple[Conflict, ...] = field(default=(), kw_only=True, converter=_conflicts)
    sourced: tuple[SourcedFact, ...] = field(default=(), kw_only=True, converter=_sourced)
    children: tuple[Finding, ...] = field(default=(), kw_only=True, converter=_findings)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the rule stands (*verwijzingen*)."""
        return tuple(citation(sentence_id) for sentence_id in self.sentences)

    @property
    def refusals(self) -> tuple[Finding, ...]:
        """The smallest findings that make it fail (*weigeringsgronden*), in order.

        None unless it is not met; what fails in a part that is met, or undecided, is not one.
        """
        return tuple(_refusals(self))

    @property
    def leaves(self) -> tuple[Finding, ...]:
        """The findings without children (*enkelvoudige bevindingen*), in order."""
        return tuple(each for each in self if not each.children)

    def __iter__(self) -> Iterator[Finding]:
        """Itself and all its parts (*alle bevindingen*), each before its own parts."""
        return _walk(self)

    def __contains__(self, criterion_id: object) -> bool:
        return any(each.criterion == criterion_id for each in self)

    def __getitem__(self, criterion_id: str) -> Finding:
        """The finding of one criterion, itself or a part; ``KeyError`` if it was not asked."""
        for each in self:
            if each.criterion == criterion_id:
                return each
        raise KeyError(criterion_id)

    def sentence(self, language: Language | str, audience: Audience = Audience.FILE) -> str:
        """The finding alone in one sentence (*in een zin*), with the facts that are missing.

        For the file also with the sentences of the text and the readings that it rests on.
        """
        chosen, is_in_full = Language(language), is_for_the_file(audience)
        of_figure = self._provenances(chosen, of_argument=True)
        words = in_words(self.message, self.arguments, chosen, "; ".join(of_figure))
        readings = () if self.children else self.readings.items()
        grounds = [*self.sentences, *(f"{key}: {choice}" for key, choice in readings)]
        if grounds and is_in_full:
            words = f"{words} [{', '.join(grounds)}]"
        others = self._provenances(chosen, of_argument=False)
        if others and is_in_full:
            sources = "; ".join(others)
            words = in_words("sourced", {"finding": words, "provenance": sources}, chosen)
        if self.missing and not self.children:
            facts = listing(tuple(fact.text(chosen) for fact in self.missing), chosen)
            words = in_words("missing", {"finding": words, "facts": facts}, chosen)
        return in_words("settled", {"finding": words}, chosen) if self.settled else words

    def _provenances(self, language: Language, *, of_argument: bool) -> tuple[str, ...]:
        """The provenance, each once, of what the sentence names as a figure, or of the rest."""
        told = (
            each.provenance.text(language)
            for each in self.sourced
            if (each.fact in self.arguments) is of_argument
        )
        return tuple(dict.fromkeys(told))

    def node(self, language: Language | str, audience: Audience = Audience.FILE) -> Node:
        """The finding as a tree (*boom*) with a mark for each verdict.

        For the file with all its parts; for the applicant with those that make it fail or leave
        it open, and the duties that are not yet in force.
        """
        if is_for_the_file(audience):
            children = tuple(child.node(language, audience) for child in self.children)
        else:
            children = tuple(
                Node(_MARKS[each.verdict], each.sentence(language, audience))
                for each in _for_the_applicant(self)
            )
        return Node(_MARKS[self.verdict], self.sentence(language, audience), children)


def _walk(finding: Finding) -> Iterator[Finding]:
    yield finding
    for child in finding.children:
        yield from _walk(child)


def _refusals(finding: Finding) -> Iterator[Finding]:
    if finding.verdict is not Verdict.NOT_MET:
        return
    of_parts = [each for child in finding.children for each in _refusals(child)]
    # A negation, and what all cases agree on, fails by itself and not by one of its parts.
    yield from of_parts or [finding]


def _undecided(finding: Finding) -> Iterator[Finding]:
    if finding.verdict is not Verdict.UNKNOWN:
        return
    of_parts = [each for child in finding.children for each in _undecided(child)]
    yield from of_parts or [finding]


def _for_the_applicant(finding: Finding) -> Iterator[Finding]:
    """The parts that decide a failure or leave the whole open, and what falls due later."""
    yield from (each for each in finding.refusals if each is not finding)
    yield from (each for each in _undecided(finding) if each is not finding)
    yield from (each for each in finding.leaves if each.due is not None and each is not finding)
