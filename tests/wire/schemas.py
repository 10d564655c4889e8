"""The JSON Schema of every type that has a document, as docs/schema stores it.

``python -m tests.wire.schemas`` writes them, which a test compares with what there is.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator
from tests.wire.drawn import VALUES

from wselr_rules import wire

__all__ = ["FOLDER", "fits", "stored", "validator_of"]

FOLDER = Path(__file__).parents[2] / "docs" / "schema"


@cache
def stored():
    """Return what is stored, by the name of the file."""
    return {f"{kind.__name__}.json": _printed(wire.json_schema(kind)) for kind in VALUES}


@cache
def validator_of(kind):
    """Return what asks whether documents fit the schema of a type."""
    return Draft202012Validator(wire.json_schema(kind))


def fits(kind, document):
    """Say whether a document fits the schema of a type."""
    return validator_of(kind).is_valid(document)


def _printed(schema):
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file in FOLDER.glob("*.json"):
        file.unlink()
    for name, text in stored().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
