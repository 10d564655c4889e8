"""What a client would rather have: the language and the media type of an answer.

By RFC 9110, sections 12.4.2, 12.5.1 and 12.5.4: each has a weight from 0 to 1, 0 is "not this",
and what stands nowhere is not asked for. A range with a weight that is none is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wselr_rules import Language

__all__ = ["JSON", "TEXT", "language_of", "media_of"]

JSON = "application/json"
TEXT = "text/plain"

_WEIGHT = re.compile(r"0(?:\.\d{0,3})?|1(?:\.0{0,3})?")
#: Our own limit: nobody speaks more languages in one header.
_MOST_RANGES = 50


def language_of(header: str) -> Language:
    """Choose the language of an Accept-Language header.

    One that it does not name is better than one that it refuses; Dutch is what is left, for it
    is the language of the call.
    """
    weights = _weights(header)

    def liking(language: Language) -> tuple[float, bool, int]:
        fitting = [
            (_closeness(each, language.value), weight, -place)
            for place, (each, weight) in enumerate(weights)
            if each == "*" or each.partition("-")[0] == language.value
        ]
        _, weight, place = max(fitting, default=(0, 0.0, -len(weights)))
        return weight, not fitting, place

    return max(Language, key=liking)


def media_of(header: str, offered: Sequence[str]) -> str | None:
    """Choose one of the offered media types by an Accept header, the first where all are alike.

    None where it refuses each of them. Parameters of a type are not looked at.
    """
    if not header.strip():
        return offered[0]
    weights = dict(reversed(_weights(header)))

    def weight_of(media: str) -> float:
        of_kind = f"{media.partition('/')[0]}/*"
        return next((weights[each] for each in (media, of_kind, "*/*") if each in weights), 0.0)

    best = max(offered, key=weight_of)
    return best if weight_of(best) > 0 else None


def _closeness(each: str, language: str) -> int:
    """How much a range says of the language itself: nl more than nl-be, and that more than *."""
    return 0 if each == "*" else 2 if each == language else 1


def _weights(header: str) -> list[tuple[str, float]]:
    ranges = []
    for part in header.lower().split(",")[:_MOST_RANGES]:
        name, *parameters = (each.strip() for each in part.split(";"))
        given = [each.removeprefix("q=") for each in parameters if each.startswith("q=")]
        weight = given[0] if given else "1"
        if name and _WEIGHT.fullmatch(weight):
            ranges.append((name, float(weight)))
    return ranges
