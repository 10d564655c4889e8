"""The JSON Schemas of documents: the one place where the description of the service has them from.

They are those of the library, ``wire.json_schema``. What they refer to stands in the description
beside them, each definition once, under a name that no document has.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from wselr_rules import CallAssessment, Decision, OpenCall, wire
from wselr_rules.receipts import CallInput, DecisionInput, Receipt, Replay

__all__ = ["ANSWERED", "READ", "schema_of", "schemas"]

#: What is read, and what is answered. A document of an older format is read too.
READ = (DecisionInput, CallInput, Receipt)
ANSWERED = (Decision, CallAssessment, Receipt, Replay, OpenCall)

_WITHIN = "#/$defs/"
#: Of a schema that stands by itself.
_OF_ITS_OWN = ("$schema", "$id", "$defs")


def schemas() -> Mapping[str, object]:
    """The schemas by name: of each document, and of each part of one."""
    kinds = dict.fromkeys((*READ, *ANSWERED))
    return {
        **{kind.__name__: schema_of(kind) for kind in kinds},
        **{name: each for kind in kinds for name, each in _parts_of(kind).items()},
        "ReplayRequest": {
            "type": "object",
            "description": "A receipt as it was kept, and what it was decided upon.",
            "properties": {
                "receipt": _reference("Receipt"),
                "input": {"oneOf": [_reference("DecisionInput"), _reference("CallInput")]},
            },
            "required": ["receipt", "input"],
            "additionalProperties": False,
        },
    }


def schema_of(kind: type) -> Mapping[str, object]:
    """Describe the documents of a type."""
    whole = wire.json_schema(kind)
    return {key: _moved(each) for key, each in whole.items() if key not in _OF_ITS_OWN}


def _parts_of(kind: type) -> Mapping[str, object]:
    definitions = cast("dict[str, object]", wire.json_schema(kind)["$defs"])
    return {_name_of_part(name): _moved(each) for name, each in definitions.items()}


def _moved(schema: object) -> object:
    """The same with what it refers to where the description has it."""
    if isinstance(schema, list):
        return [_moved(each) for each in schema]
    if isinstance(schema, str) and schema.startswith(_WITHIN):
        return f"#/components/schemas/{_name_of_part(schema.removeprefix(_WITHIN))}"
    if isinstance(schema, dict):
        return {key: _moved(each) for key, each in schema.items()}
    return schema


def _name_of_part(name: str) -> str:
    return f"part.{name}"


def _reference(name: str) -> Mapping[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
