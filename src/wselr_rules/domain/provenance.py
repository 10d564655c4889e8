"""Where a fact comes from (*herkomst*): its source, the day it is of, and how sure it is.

It changes no verdict. It is kept so that who reads a decision sees what it rests on, and
whether a doubtful fact decides it. Which facts a value can tell the provenance of is for that
value to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType, NoneType
from typing import Any, TypeAlias

from attrs import Attribute, field, frozen

from wselr_rules.checks import a_day, instance, or_none, text, to_map
from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.render.language import Language, long_date
from wselr_rules.render.shown import ShownInWords
from wselr_rules.render.templates import Row, both

__all__ = [
    "UNTOLD",
    "Confidence",
    "FactsAmong",
    "Provenance",
    "Provenances",
    "least_sure",
    "provenances",
]


class Confidence(Enum):
    """How sure it is that a fact is right (*betrouwbaarheid*), by its source."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    def word(self, language: Language | str) -> str:
        """The confidence in words (*in woorden*)."""
        return _WORDS[self][Language(language)]


_WORDS: Mapping[Confidence, Row] = MappingProxyType(
    {
        Confidence.HIGH: both("zeker", "certain"),
        Confidence.MEDIUM: both("niet zeker", "not certain"),
        Confidence.LOW: both("twijfelachtig", "doubtful"),
    }
)


def _said(owner: object, attribute: Attribute[str], value: str) -> None:
    text(owner, attribute, value)
    if not value.strip():
        raise WrongValue("Provenance.source", "the name of a source", value)


@frozen
class Provenance(ShownInWords):
    """Where a fact comes from (*herkomst*).

    ``dated`` is the day that a figure is of, ``confidence`` how sure it is; both None where not
    known. ``note`` is what to know before relying on it. Raises ``WrongType``, or
    ``WrongValue`` for a source without a name.

    >>> Provenance("Statbel", date(2022, 1, 1)).text("nl")
    'Statbel, 1 januari 2022'
    """

    source: str = field(validator=_said)
    dated: date | None = field(default=None, validator=or_none(a_day))
    confidence: Confidence | None = field(
        default=None,
        kw_only=True,
        validator=instance((Confidence, NoneType), "a Confidence or None"),
    )
    note: str = field(default="", kw_only=True, validator=text)

    @property
    def is_doubtful(self) -> bool:
        """Whether its source is not sure of it (*twijfelachtig*)."""
        return self.confidence in {Confidence.MEDIUM, Confidence.LOW}

    def text(self, language: Language | str) -> str:
        """The provenance in a few words (*in woorden*): source, day, and doubt if there is."""
        chosen = Language(language)
        words = [self.source]
        if self.dated is not None:
            words.append(long_date(self.dated, chosen))
        if self.confidence is not None and self.is_doubtful:
            words.append(self.confidence.word(chosen))
        return ", ".join(words)


Provenances: TypeAlias = FrozenMap[str, Provenance]

#: Of no fact is it told where it comes from.
UNTOLD: Provenances = FrozenMap()


def provenances(
    pairs: Mapping[str, Provenance] | Iterable[tuple[str, Provenance]],
) -> Provenances:
    """The provenance of facts by the name of their field (*herkomst per gegeven*)."""
    return to_map(pairs)


def least_sure(all_of_them: Iterable[Provenance | None]) -> Provenance | None:
    """The least sure of the provenances that are told (*minst zeker*), the first of several."""
    grades = (None, *Confidence)
    told = [each for each in all_of_them if each is not None]
    return max(told, key=lambda each: grades.index(each.confidence), default=None)


@frozen
class FactsAmong:
    """A check that each provenance is of one of these facts (*gegevens*).

    It raises ``WrongValue`` for another name and ``WrongType`` for what is no ``Provenance``.
    """

    names: tuple[str, ...]

    def __call__(self, owner: object, attribute: Attribute[Any], value: Provenances) -> None:
        """Refuse any other name, and what is no ``Provenance``."""
        for fact, provenance in value.items():
            path = f"{type(owner).__name__}.{attribute.name}"
            if fact not in self.names:
                raise WrongValue(path, f"facts among {', '.join(self.names)}", fact)
            if not isinstance(provenance, Provenance):
                raise WrongType(path, "a Provenance for each fact", provenance)
