"""The JSON Schemas of documents: the one place where the description of the service has them from.

What they say today is what stands at the top of a document: its format, its type, and each of its
keys, none of which may be missing. What stands below a key is told by the reader of the library,
``wselr_rules.wire``, which is stricter. Where the library gives the whole schema of a type, that
goes in the place of ``schema_of`` and nothing else changes; with a ``$id`` of its own, what it
refers to within itself (``#/$defs/...``) is found there, and not in the description around it.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import fields

from wselr_rules import OPEN_CALL_2023_2025, CallAssessment, Decision, OpenCall, wire
from wselr_rules.receipts import CallInput, DecisionInput, Receipt, Replay

__all__ = ["ANSWERED", "READ", "schema_of", "schemas"]

#: What is read, in any format that there was, and what is answered, in the last one.
READ = (DecisionInput, CallInput, Receipt)
ANSWERED = (Decision, CallAssessment, Receipt, Replay, OpenCall)

_FORMAT = wire.to_dict(OPEN_CALL_2023_2025)["format"]
_ANY_FORMAT = r"^wselr_rules/[1-9][0-9]*$"


def schemas() -> Mapping[str, object]:
    """The schemas by name; a document that is both read and answered has two."""
    return {
        **{f"{kind.__name__}ToRead": schema_of(kind, is_answered=False) for kind in READ},
        **{kind.__name__: schema_of(kind, is_answered=True) for kind in ANSWERED},
        "ReplayRequest": {
            "type": "object",
            "description": "A receipt as it was kept, and what it was decided upon.",
            "properties": {
                "receipt": _reference("ReceiptToRead"),
                "input": {
                    "oneOf": [_reference("DecisionInputToRead"), _reference("CallInputToRead")]
                },
            },
            "required": ["receipt", "input"],
            "additionalProperties": False,
        },
    }


def schema_of(kind: type, *, is_answered: bool) -> Mapping[str, object]:
    """Describe the documents of a type as they are answered, or as they are read."""
    names = [each.name for each in fields(kind) if each.init]
    written = {"const": _FORMAT} if is_answered else {"type": "string", "pattern": _ANY_FORMAT}
    return {
        "type": "object",
        "description": f"A document of the type {kind.__name__}, in the format {_FORMAT}. "
        "Below its keys the reader of wselr_rules asks more than stands here.",
        "properties": {
            "format": written,
            "type": {"const": kind.__name__},
            **{name: {} for name in names},
        },
        "required": ["format", "type", *names],
        "additionalProperties": False,
    }


def _reference(name: str) -> Mapping[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
