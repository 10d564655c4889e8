"""The words of explanations (*toelichting*): a title for each verdict, a heading per answer.

It knows the sentences and no value that fills one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wselr_rules.render.templates import Row, both

__all__ = ["MESSAGES_OF_EXPLANATIONS"]

MESSAGES_OF_EXPLANATIONS: Mapping[str, Row] = MappingProxyType(
    {
        "explanation.met": both(
            "{regieverband} komt op {on} in aanmerking",
            "{regieverband} is eligible on {on}",
        ),
        "explanation.not-met": both(
            "{regieverband} komt op {on} niet in aanmerking",
            "{regieverband} is not eligible on {on}",
        ),
        "explanation.unknown": both(
            "Of {regieverband} op {on} in aanmerking komt, staat nog niet vast",
            "Whether {regieverband} is eligible on {on} is not certain yet",
        ),
        "explanation.decision": both("Waarom", "Why"),
        "explanation.timeline": both("Sinds wanneer en tot wanneer", "Since when and until when"),
        "explanation.questions": both("Wat nog nodig is", "What is still needed"),
        "explanation.remedies": both("Wat het zou veranderen", "What would change it"),
        "explanation.readings": both("De tekst of een lezing ervan", "The text or a reading of it"),
    }
)
