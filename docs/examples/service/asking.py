"""What is asked, and what the library answers: from the bytes of a body to a value.

It knows documents and functions of the library, and nothing of HTTP. Whatever is wrong with a
body is an error of the library.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from wselr_rules import CallAssessment, Decision, InvalidDocument, wire
from wselr_rules.errors import Problem
from wselr_rules.receipts import (
    CallInput,
    DecisionInput,
    Input,
    Receipt,
    Replay,
    receipt,
    replay,
)

__all__ = ["assess", "decide", "issue", "replayed"]

_INPUTS = (DecisionInput, CallInput)
_PARTS = ("receipt", "input")
#: Numbers are left as text: here it only matters where a part ends.
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str)
_NEXT_PART = re.compile(r'[ \t\r\n]*([{,])[ \t\r\n]*"(receipt|input)"[ \t\r\n]*:[ \t\r\n]*')
_END = re.compile(r"[ \t\r\n]*}[ \t\r\n]*")


def decide(body: bytes) -> Decision:
    """Decide on one application."""
    return wire.from_json(DecisionInput, body).outcome()


def assess(body: bytes) -> CallAssessment:
    """Decide on a whole call, and divide the money."""
    return wire.from_json(CallInput, body).outcome()


def issue(body: bytes) -> Receipt:
    """Decide on either and make a receipt of it; the day of issue is not this service's to say."""
    given = _input(body)
    return receipt(given.outcome(), given)


def replayed(body: bytes) -> Replay:
    """Decide again upon an input, and hold the receipt against it."""
    texts = _parts(body)
    read: list[object] = []
    problems: list[Problem] = []
    for name, reading in (("receipt", _receipt), ("input", _input)):
        try:
            read.append(reading(texts[name]))
        except InvalidDocument as error:
            problems += (
                Problem(f"$.{name}{each.path.removeprefix('$')}", each.message)
                for each in error.problems
            )
    if problems:
        raise InvalidDocument(tuple(problems))
    kept, given = read
    return replay(kept, given)


def _receipt(text: str) -> Receipt:
    return wire.from_json(Receipt, text)


def _input(text: str | bytes) -> Input:
    """The input of a decision or of a call, whichever the document says that it is."""
    expected = []
    for kind in _INPUTS:
        try:
            return wire.from_json(kind, text)
        except InvalidDocument as error:
            (first, *others) = error.problems
            if others or first.path != "$.type":
                raise
            expected.append(first.message.removeprefix("expected "))
    one, other = expected
    raise InvalidDocument((Problem("$.type", f"expected {one.partition(',')[0]} or {other}"),))


def _parts(body: bytes) -> dict[str, str]:
    """The text of each part as it was sent, so that nothing that is wrong in it is lost."""
    try:
        parts = list(_slices(body.decode("utf-8")))
    except (ValueError, RecursionError):
        parts = []
    if sorted(name for name, _ in parts) != sorted(_PARTS):
        expected = "an object in JSON with the keys receipt and input, each once, and no other"
        raise InvalidDocument((Problem("$", f"expected {expected}, got something else"),))
    return dict(parts)


def _slices(text: str) -> Iterator[tuple[str, str]]:
    place, before = 0, "{"
    while (start := _NEXT_PART.match(text, place)) and start[1] == before:
        _, place = _DECODER.raw_decode(text, start.end())
        yield start[2], text[start.end() : place]
        before = ","
    if not _END.fullmatch(text, place):
        raise ValueError
