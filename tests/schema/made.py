"""Documents that are made of the schema of a type alone, without a look at the type."""

from __future__ import annotations

import json

from hypothesis_jsonschema import from_schema

from wselr_rules import wire

__all__ = ["documents", "size_of"]

#: What makes the documents knows lists in their form of before 2020-12.
_DIALECT = "http://json-schema.org/draft-07/schema#"


def documents(kind):
    """Return what makes documents of the schema of a type."""
    return from_schema(_whole(kind))


def size_of(kind):
    """Return how long the schema of a type is, with all that it refers to written out."""
    return len(json.dumps(_whole(kind)))


def _whole(kind):
    schema = wire.json_schema(kind)
    definitions = schema.pop("$defs")
    return _inlined(schema, definitions, ()) | {"$schema": _DIALECT}


def _inlined(plain, definitions, within):
    """Write out what is referred to; a definition within itself is one that nothing fits."""
    if isinstance(plain, list):
        return [_inlined(each, definitions, within) for each in plain]
    if not isinstance(plain, dict):
        return plain
    reference = plain.get("$ref")
    if isinstance(reference, str):
        name = reference.rpartition("/")[2]
        if name in within:
            return False
        beside = {key: each for key, each in plain.items() if key != "$ref"}
        inner = _inlined(definitions[name], definitions, (*within, name))
        # Of any text hardly any has a form, so what has that form is sought for.
        both = beside if "type" in beside else {"allOf": [inner, beside]}
        return both if beside else inner
    made = {key: _inlined(each, definitions, within) for key, each in plain.items()}
    if isinstance(made.get("prefixItems"), list):
        made |= {"items": made.pop("prefixItems"), "additionalItems": False}
    return made
