"""The description of the service (OpenAPI 3.1), made of the table of operations.

It knows how that is written. Which addresses there are it has from ``operations``, the schemas
from ``schemas`` and the kinds of problems from ``problems``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import TypeAlias

from service.negotiation import JSON, TEXT
from service.operations import OPERATIONS, Operation
from service.problems import KINDS, MEDIA
from service.schemas import schemas

__all__ = ["description"]

_Json: TypeAlias = dict[str, object]

_ABOUT = """\
Documents in, documents out: the strict JSON of `wselr_rules.wire`, in which null means "not known",
no key may be missing and no other may be there. The `call` of a document is what `GET /call`
answers, or another one.

Nothing is kept, and neither questions nor answers are logged. Whatever is wrong with a document is
told at once, as problem details with a path for each problem; their `message` is in English. The
language of titles, and of answers in words (`text/plain`), is that of Accept-Language: Dutch or
English.

This decides nothing officially: it says what follows, by the rules as they are read here, from
what it is given.
"""
_LANGUAGE = {
    "name": "Accept-Language",
    "in": "header",
    "description": "The languages of the answer, weighed: nl or en.",
    "schema": {"type": "string"},
    "example": "nl-BE, en;q=0.5",
}
_PROBLEM: _Json = {
    "type": "object",
    "description": "Problem details (RFC 9457).",
    "properties": {
        "type": {"enum": [f"/problems/{kind}" for kind in KINDS]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "problems": {
            "type": "array",
            "description": "Every problem, in the order of the document, up to a thousand.",
            "items": {
                "type": "object",
                "properties": {
                    "path": {"type": "string", "pattern": r"^\$"},
                    "message": {"type": "string"},
                },
                "required": ["path", "message"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["type", "title", "status", "detail", "problems"],
    "additionalProperties": False,
}
_HEALTH: _Json = {
    "type": "object",
    "properties": {
        "status": {"const": "ok"},
        "rules_version": {"type": "string"},
        "version": {"type": "string"},
    },
    "required": ["status", "rules_version", "version"],
    "additionalProperties": False,
}
_OF_A_DOCUMENT = (
    "not-acceptable",
    "too-slow",
    "too-large",
    "wrong-media-type",
    "invalid-document",
    "contradiction",
    "internal",
)


def description() -> _Json:
    """Write the whole description."""
    kind = {"name": "kind", "in": "path", "required": True, "schema": {"enum": [*KINDS]}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "wselr_rules over HTTP",
            "description": _ABOUT,
            "version": version("wselr_rules"),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": {
            **{each.path: {"post": _asked(each)} for each in OPERATIONS},
            "/call": {"get": _read("The open call 2023-2025", JSON, _reference("OpenCall"))},
            "/health": {
                "get": _read("Whether it runs, and by which rules", JSON, _reference("Health"))
            },
            "/problems/{kind}": {
                "parameters": [kind],
                "get": _read(
                    "What a kind of problem means, in words", TEXT, {"type": "string"}, "not-found"
                ),
            },
        },
        "components": {"schemas": {**schemas(), "Problem": _PROBLEM, "Health": _HEALTH}},
    }


def _asked(operation: Operation) -> _Json:
    wanted = [_reference(name) for name in operation.takes]
    schema = wanted[0] if len(wanted) == 1 else {"oneOf": wanted}
    examples = {
        name: {"summary": summary, "value": value}
        for name, (summary, value) in operation.samples.items()
    }
    forms: _Json = {
        media: {"schema": _reference(operation.gives) if media == JSON else {"type": "string"}}
        for media in operation.media
    }
    return {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": [_LANGUAGE],
        "requestBody": {
            "required": True,
            "content": {JSON: {"schema": schema, "examples": examples}},
        },
        "responses": {
            "200": {"description": "The answer.", "content": forms},
            **_problems(_OF_A_DOCUMENT),
        },
    }


def _read(summary: str, media: str, schema: Mapping[str, object], *kinds: str) -> _Json:
    answer = {"description": "The answer.", "content": {media: {"schema": schema}}}
    return {
        "summary": summary,
        "parameters": [_LANGUAGE],
        "responses": {"200": answer, **_problems((*kinds, "internal"))},
    }


def _problems(kinds: Iterable[str]) -> _Json:
    by_status: dict[int, list[str]] = {}
    for kind in kinds:
        by_status.setdefault(KINDS[kind].status, []).append(kind)
    return {
        str(status): {
            "description": f"A problem of the kind {' or '.join(names)}.",
            "content": {MEDIA: {"schema": _reference("Problem")}},
        }
        for status, names in sorted(by_status.items())
    }


def _reference(name: str) -> _Json:
    return {"$ref": f"#/components/schemas/{name}"}
