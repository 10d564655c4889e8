"""JSON as text (*JSON*), read without losing what is wrong with it.

It knows JSON and nothing of what it stands for. A key that stands twice, NaN, 3.7 and a number
of a thousand digits stay visible, so that a problem can be told at their place.
"""

from __future__ import annotations

import json
from collections import Counter

from wselr_rules.errors import WrongType
from wselr_rules.wire.faults import Fault, Unfit
from wselr_rules.wire.plain import Doubled, Literal
from wselr_rules.wire.scalars import MOST_DIGITS
from wselr_rules.wire.shapes import too_deep

__all__ = ["parsed", "printed", "printed_canonically"]


def parsed(text: str | bytes) -> object:
    """The plain data of a JSON text (*gelezen*), bytes taken as UTF-8.

    Raises ``Unfit`` for what is no JSON, and ``WrongType`` for what is no text.
    """
    if isinstance(text, bytes):
        text = _decoded(text)
    if not isinstance(text, str):
        raise WrongType("text", "JSON as text or as bytes in UTF-8", text)
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=Literal,
            parse_float=Literal,
            parse_int=_number,
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Unfit(Fault((), f"expected JSON, got something else at {place}")) from None
    except RecursionError:
        raise too_deep() from None


def printed(plain: object) -> str:
    """Plain data as a JSON text (*geschreven*) on one line, in the order of its keys.

    It is that of a document, in which nothing stands within itself.
    """
    return json.dumps(plain, allow_nan=False, check_circular=False, ensure_ascii=False)


def printed_canonically(plain: object) -> bytes:
    """Plain data as JSON in one form only (*canoniek*): keys sorted, no blanks, in UTF-8.

    Keys are sorted by code point, which is also the order of their bytes; only quotation mark,
    reverse solidus and the controls below U+0020 are escaped.
    """
    text = json.dumps(
        plain, allow_nan=False, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    return text.encode("utf-8")


def _decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = Fault((), f"expected text in UTF-8, got another byte at place {error.start}")
        raise Unfit(fault) from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    times = Counter(key for key, _ in pairs)
    doubled = Doubled(plain)
    doubled.doubles = tuple(key for key, number in times.items() if number > 1)
    return doubled


def _number(digits: str) -> int | Literal:
    # Python itself refuses to read very long numbers, in a way of its own.
    return int(digits) if len(digits) <= MOST_DIGITS + 1 else Literal(digits)
