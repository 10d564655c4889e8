"""The replay (*narekening*): what it found to be different from the receipt, and how it is said.

It knows each kind of difference and its words. How one is found is for ``comparison``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Any

from attrs import Attribute, field, frozen

from wselr_rules.checks import to_tuple
from wselr_rules.errors import WrongType
from wselr_rules.law.readings import INTERPRETATIONS
from wselr_rules.receipts.differences import (
    Difference,
    NoOutcome,
    OtherCall,
    OtherDecision,
    OtherInput,
    OtherOutcome,
    OtherRules,
)
from wselr_rules.receipts.outcomes import leaf, said
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language
from wselr_rules.render.told import ToldAsTree
from wselr_rules.render.tree import Node
from wselr_rules.wire.documents import HasDocument

__all__ = ["Replay"]

_KEYS = MappingProxyType(
    {
        OtherRules: "replay.other-rules",
        OtherCall: "replay.other-call",
        OtherInput: "replay.other-input",
        OtherOutcome: "replay.other-outcome",
        NoOutcome: "replay.no-outcome",
    }
)
_READINGS = MappingProxyType({f"readings.{each.name}": each.id for each in INTERPRETATIONS})


def _differences(values: Iterable[Difference]) -> tuple[Difference, ...]:
    return to_tuple(values)


def _are_differences(owner: object, attribute: Attribute[Any], values: Iterable[object]) -> None:
    del owner
    for each in values:
        if type(each) not in _KEYS:
            raise WrongType(f"Replay.{attribute.name}", "differences", each)


@frozen
class Replay(HasDocument, ToldAsTree):
    """What deciding again gave (*narekening*), held against a receipt.

    ``differences`` stand at most once for each kind: rules, call, input, outcome. Raises
    ``WrongType``.
    """

    differences: tuple[Difference, ...] = field(converter=_differences, validator=_are_differences)

    @property
    def agrees(self) -> bool:
        """Whether nothing differs (*klopt*)."""
        return not self.differences

    def __bool__(self) -> bool:
        return self.agrees

    def node(self, language: Language | str, audience: Audience = Audience.FILE) -> Node:
        """The differences as a tree (*boom*), for the file each with what it consists of."""
        chosen = Language(language)
        return Node(
            None,
            said("replay.agrees" if self.agrees else "replay.differs", chosen),
            tuple(_node(each, chosen, audience) for each in self.differences),
        )


def _node(difference: Difference, language: Language, audience: Audience) -> Node:
    details = _details(difference, language) if is_for_the_file(audience) else ()
    return Node(None, said(_KEYS[type(difference)], language), tuple(details))


def _details(difference: Difference, language: Language) -> Iterator[Node]:
    match difference:
        case OtherRules():
            then, now = difference.kept, difference.found
            yield leaf("replay.other-rules.versions", language, then=then, now=now)
        case OtherCall():
            yield _hashes(difference, language)
            yield from _of_the_call(difference, language)
        case OtherInput():
            yield _hashes(difference, language)
            yield from _of_the_input(difference, language)
        case OtherOutcome():
            yield from _of_the_outcome(difference, language)
        case _:
            yield leaf("replay.error", language, error=difference.error)


def _hashes(difference: OtherCall | OtherInput, language: Language) -> Node:
    return leaf("replay.hashes", language, then=difference.kept, now=difference.found)


def _of_the_call(difference: OtherCall, language: Language) -> Iterator[Node]:
    for name in difference.fields:
        if name in _READINGS:
            yield leaf("replay.other-reading", language, id=_READINGS[name])
        else:
            yield leaf(f"replay.call.{name}", language)
    if not difference.fields:
        yield leaf("replay.only-the-hash", language)


def _of_the_input(difference: OtherInput, language: Language) -> Iterator[Node]:
    for circumstance in difference.circumstances:
        yield leaf(f"replay.circumstance.{circumstance.name}", language)
    for application_id in difference.changed:
        yield leaf("replay.changed", language, application=application_id)
    yield from _only(difference, language)
    if not difference.names_anything:
        yield leaf("replay.only-the-hash", language)


def _of_the_outcome(difference: OtherOutcome, language: Language) -> Iterator[Node]:
    for part in difference.parts:
        yield leaf(f"replay.part.{part.name}", language)
    for decision in difference.decisions:
        findings = (
            leaf("replay.criterion", language, criterion=each) for each in decision.criteria
        )
        yield Node(None, _decision(decision, language), tuple(findings))
    yield from _only(difference, language)
    for amount in difference.amounts:
        yield leaf(
            "replay.other-amount",
            language,
            application=amount.application_id,
            then=amount.kept,
            now=amount.found,
        )


def _only(difference: OtherInput | OtherOutcome, language: Language) -> Iterator[Node]:
    for application_id in difference.only_kept:
        yield leaf("replay.only-then", language, application=application_id)
    for application_id in difference.only_found:
        yield leaf("replay.only-now", language, application=application_id)


def _decision(decision: OtherDecision, language: Language) -> str:
    application, then, now = decision.application_id, decision.kept, decision.found
    if then is now:
        return said("replay.same-verdict", language, application=application, verdict=now)
    return said("replay.other-verdict", language, application=application, then=then, now=now)
