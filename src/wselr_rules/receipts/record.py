"""The receipt (*bewijsstuk*): what was decided, upon what and by which rules, to keep.

It holds what was said, and says it. Whether that is what the rules say it does not know: ask
``replay``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar, Final

from attrs import Attribute, field, frozen

from wselr_rules.allocation.certificate import Certificate
from wselr_rules.checks import a_day, an_id, instance, instances, or_none, to_map
from wselr_rules.decision import CallAssessment, Decision
from wselr_rules.errors import WrongType
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import INTERPRETATIONS
from wselr_rules.receipts.inputs import to_approved
from wselr_rules.receipts.outcomes import leaf, outcome_nodes, said
from wselr_rules.render.audience import Audience, is_for_the_file
from wselr_rules.render.language import Language
from wselr_rules.render.told import ToldAsTree
from wselr_rules.render.tree import Node
from wselr_rules.wire.documents import HasDocument
from wselr_rules.wire.narrowing import Schema, an_id_as_schema, matching

__all__ = ["Receipt"]

_HASH = re.compile(r"sha256:[0-9a-f]{64}")
_COMPLETENESS: Final[Mapping[bool | None, str]] = MappingProxyType(
    {
        True: "receipt.complete",
        False: "receipt.incomplete",
        None: "receipt.completeness-unknown",
    }
)


def _an_outcome(owner: object, attribute: Attribute[Any], value: object) -> None:
    del owner
    if not isinstance(value, Decision | CallAssessment):
        raise WrongType(f"Receipt.{attribute.name}", "a Decision or a CallAssessment", value)


def _a_hash(owner: object, attribute: Attribute[Any], value: object) -> None:
    del owner
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise WrongType(f"Receipt.{attribute.name}", "sha256: and 64 hexadecimal digits", value)


def _hashes_by_id(
    owner: object, attribute: Attribute[Any], value: FrozenMap[object, object]
) -> None:
    for application_id, each in value.items():
        an_id(owner, attribute, application_id)
        _a_hash(owner, attribute, each)


def _by_id(pairs: Mapping[str, str] | Iterable[tuple[str, str]]) -> FrozenMap[str, str]:
    return to_map(pairs)


def _hash_as_schema() -> Schema:
    return matching(_HASH)


def _hashes_as_schema() -> Schema:
    return {"propertyNames": an_id_as_schema(), "additionalProperties": _hash_as_schema()}


@frozen(kw_only=True)
class Receipt(HasDocument, ToldAsTree):
    """What was decided (*bewijsstuk*), with all it takes to answer for it later.

    The outcome holds the assessed day, verdicts, findings and amounts. Of the input the call is
    kept, and of everything else hashes. Raises ``EmptyId`` or ``WrongType``.
    """

    narrowed: ClassVar[Mapping[str, Callable[[], Schema]]] = MappingProxyType(
        {
            "applications": _hashes_as_schema,
            "call_hash": _hash_as_schema,
            "input_hash": _hash_as_schema,
        }
    )

    rules_version: str = field(validator=an_id)
    #: None where the caller did not say.
    issued_on: date | None = field(validator=or_none(a_day))
    #: With its readings.
    call: OpenCall = field(validator=instance(OpenCall, "an OpenCall"))
    call_hash: str = field(validator=_a_hash)
    #: Of the whole input, the call included.
    input_hash: str = field(validator=_a_hash)
    #: The hash of each application by its id.
    applications: FrozenMap[str, str] = field(converter=_by_id, validator=_hashes_by_id)
    #: Whether these are all applications, None where that was not known.
    complete: bool | None = field(validator=or_none(instance(bool, "True, False or None")))
    #: The ids named as approved, None where that was not known; a single decision reads none.
    approved: frozenset[str] | None = field(
        converter=to_approved, validator=or_none(instances(str, "ids of applications or None"))
    )
    outcome: Decision | CallAssessment = field(validator=_an_outcome)
    #: Of the allocation; None where nothing was divided, as there.
    certificate: Certificate | None = field(
        validator=or_none(instance(Certificate, "a Certificate or None"))
    )

    def node(self, language: Language | str, audience: Audience = Audience.FILE) -> Node:
        """The receipt as a tree (*boom*): what was decided, and for the file upon what."""
        chosen = Language(language)
        grounds = self._grounds(chosen) if is_for_the_file(audience) else ()
        outcome = outcome_nodes(self.outcome, self.certificate, chosen, audience)
        return Node(
            None,
            self._title(chosen, audience),
            (*self._dates(chosen), *grounds, *outcome),
        )

    # --- in words -------------------------------------------------------------------------

    def _title(self, language: Language, audience: Audience) -> str:
        reader = Audience(audience).value
        if isinstance(self.outcome, Decision):
            key = f"receipt.{reader}.decision"
            return said(key, language, application=self.outcome.application_id)
        return said(f"receipt.{reader}.call", language, call=self.call.id, year=self.outcome.year)

    def _dates(self, language: Language) -> Iterator[Node]:
        yield leaf("receipt.decided-on", language, day=self.outcome.on)
        if self.issued_on is not None:
            yield leaf("receipt.issued-on", language, day=self.issued_on)

    def _grounds(self, language: Language) -> Iterator[Node]:
        yield leaf("receipt.rules", language, version=self.rules_version)
        call = said("receipt.call", language, call=self.call.id, hash=self.call_hash)
        yield Node(None, call, tuple(self._readings(language)))
        given = said("receipt.input", language, number=len(self.applications), hash=self.input_hash)
        yield Node(None, given, tuple(self._input(language)))

    def _readings(self, language: Language) -> Iterator[Node]:
        is_default = True
        for question in INTERPRETATIONS:
            choice = getattr(self.call.readings, question.name)
            if choice is not question.default:
                is_default = False
                yield leaf(
                    "receipt.reading",
                    language,
                    id=question.id,
                    choice=choice.value,
                    default=question.default.value,
                )
        if is_default:
            yield leaf("receipt.default-readings", language)

    def _input(self, language: Language) -> Iterator[Node]:
        yield leaf(_COMPLETENESS[self.complete], language)
        if self.approved is not None:
            yield leaf("receipt.approved", language, applications=tuple(sorted(self.approved)))
        for application_id in sorted(self.applications):
            each = self.applications[application_id]
            yield leaf("receipt.application-hash", language, application=application_id, hash=each)
