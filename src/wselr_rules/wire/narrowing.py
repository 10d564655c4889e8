"""What an entity takes of all that the kind of a field could be (*beperkingen*), as JSON Schema.

It knows the limits of single fields that a schema can say, and which fields have them. What an
entity refuses is for the entity: a test holds these against what it refuses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias, cast

from attrs import fields

from wselr_rules.allocation.grants import Allocation
from wselr_rules.checks import FIVE_DIGITS, an_id
from wselr_rules.domain.action_plan import YEARS, Action
from wselr_rules.domain.provenance import FactsAmong, Provenance
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.applicant_changes import AddActions
from wselr_rules.eligibility.grounds import Ground
from wselr_rules.eligibility.member_changes import AddMembers, BringInhabitants
from wselr_rules.eligibility.timeline import Timeline
from wselr_rules.law.call import OpenCall
from wselr_rules.law.call_fields import (
    MOST_DIGITS,
    add_up_to_one,
    in_order,
    positive,
    sources_of_fields,
    whole_cents,
)
from wselr_rules.law.readings import INTERPRETATIONS
from wselr_rules.scenarios.choices import Choice
from wselr_rules.wire.documents import HasDocument
from wselr_rules.wire.entities import attributes_of
from wselr_rules.wire.plain import is_object

__all__ = [
    "BY_CHECK",
    "BY_FIELD",
    "Schema",
    "an_id_as_schema",
    "matching",
    "merged",
    "narrowing_of",
    "narrowings_of",
]

#: A part of a JSON Schema, as plain data.
Schema: TypeAlias = dict[str, object]


def matching(form: re.Pattern[str]) -> Schema:
    """Text of a form, from its first character to its last (*vorm*)."""
    # To Python's re, and to what is written with it, $ stands before a last newline too.
    return {"type": "string", "pattern": f"^(?:{form.pattern})$", "not": {"pattern": "\\n"}}


def merged(one: object, other: object) -> object:
    """Both schemas in one (*samen*); where they say another thing of the same, the latter."""
    if not is_object(one) or not is_object(other):
        return other
    both = cast("Schema", one)
    return both | {
        key: merged(both.get(key), value) for key, value in cast("Schema", other).items()
    }


def an_id_as_schema() -> Schema:
    """Text with something in it that is not blank (*kenmerk*)."""
    return {"pattern": r"\S"}


def _nis_code() -> Schema:
    return matching(FIVE_DIGITS)


def _nis_code_if_known() -> Schema:
    return {"anyOf": [_nis_code(), {"type": "null"}]}


def _nis_codes() -> Schema:
    return {**_some_items(), "items": _nis_code()}


def _count() -> Schema:
    return {"minimum": 0}


def _at_least_one() -> Schema:
    return {"minimum": 1}


def _some_items() -> Schema:
    return {"minItems": 1}


def _some_pairs() -> Schema:
    return {"minProperties": 1}


def _plan_years() -> Schema:
    return {**_some_items(), "items": _at_least_one()}


def _years_of_action() -> Schema:
    return {**_some_items(), "items": {"minimum": YEARS[0], "maximum": YEARS[-1]}}


def _budget() -> Schema:
    return {"allOf": [{"pattern": "[1-9]"}, {"pattern": rf"^[0-9]{{1,{MOST_DIGITS}}}\."}]}


def _shares() -> Schema:
    return {**_some_pairs(), "additionalProperties": {"pattern": "^[0-9]"}}


def _fields_of_call() -> Schema:
    return {"propertyNames": {"enum": [each.name for each in fields(OpenCall)]}}


def _interpretations() -> Schema:
    return {"enum": [each.id for each in INTERPRETATIONS]}


#: By the check of a field: whichever field has it.
BY_CHECK: Final[Mapping[object, Callable[[], Schema]]] = MappingProxyType(
    {
        add_up_to_one: _shares,
        an_id: an_id_as_schema,
        in_order: _plan_years,
        positive: _at_least_one,
        sources_of_fields: _fields_of_call,
        whole_cents: _budget,
    }
)

#: By the field itself, where its check is its own, or where the entity checks it as a whole.
BY_FIELD: Final[Mapping[tuple[type, str], Callable[[], Schema]]] = MappingProxyType(
    {
        (Action, "planned_by"): _nis_code_if_known,
        (Action, "years"): _years_of_action,
        (AddActions, "number"): _at_least_one,
        (AddActions, "years"): _years_of_action,
        (AddMembers, "municipalities"): _some_items,
        (Allocation, "beneficiaries"): _some_items,
        (Allocation, "grants"): _some_items,
        (Allocation, "keys"): _shares,
        (Allocation, "pots"): _some_pairs,
        (BringInhabitants, "at_least"): _count,
        (Choice, "interpretation_id"): _interpretations,
        (Ground, "findings"): _some_items,
        (Municipality, "inhabitants"): _count,
        (Municipality, "job_seekers"): _count,
        (Municipality, "nis_code"): _nis_code,
        (Municipality, "territory"): _nis_codes,
        (Municipality, "working_age_population"): _count,
        (Provenance, "source"): an_id_as_schema,
        (Timeline, "stretches"): _some_items,
    }
)


def narrowing_of(entity: type[object], name: str) -> Schema:
    """What a field takes of its kind (*beperking*); an empty schema where it takes all of it."""
    return narrowings_of(entity).get(name, dict)()


def narrowings_of(entity: type[object]) -> Mapping[str, Callable[[], Schema]]:
    """What makes the narrowing of each field that has one (*beperkingen*), by its name."""
    found: dict[str, Callable[[], Schema]] = {}
    if issubclass(entity, HasDocument):
        found.update(entity.narrowed)
    for attribute in attributes_of(entity):
        check = attribute.validator
        if (entity, attribute.name) in BY_FIELD:
            found[attribute.name] = BY_FIELD[entity, attribute.name]
        elif isinstance(check, FactsAmong):
            found[attribute.name] = _facts(check)
        elif check in BY_CHECK:
            found[attribute.name] = BY_CHECK[check]
    return found


def _facts(check: FactsAmong) -> Callable[[], Schema]:
    return lambda: {"propertyNames": {"enum": list(check.names)}}
