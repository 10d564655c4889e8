"""Cases on the channel (*meerjarenplanning en/of Platos*): S21."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from wselr_rules.conformance.applicants import applies
from wselr_rules.conformance.case import Case
from wselr_rules.conformance.telling import (
    NOT_MET,
    UNKNOWN,
    asked,
    eligible,
    found,
    refused,
    undecided,
)
from wselr_rules.law.terms import SubmissionChannel

__all__ = ["channel_cases"]

_PLAN, _PLATOS = SubmissionChannel.MULTI_ANNUAL_PLAN, SubmissionChannel.PLATOS
_NOT_KNOWN: Final = found("channel", UNKNOWN, "channel.unknown", missing=["channels"])


def channel_cases() -> Iterator[Case]:
    """Through either, or both (*en/of*)."""
    for name, channels in (
        ("multi-annual-plan", {_PLAN}),
        ("platos", {_PLATOS}),
        ("both", {_PLAN, _PLATOS}),
    ):
        yield asked(
            f"channel/{name}",
            f"An application may come through the multi-annual plan and/or Platos: here {name}.",
            "S21",
            applies(channels=channels),
            eligible(),
        )
    yield asked(
        "channel/neither",
        "An application that came through neither channel is not eligible.",
        "S21",
        applies(channels=()),
        refused(found("channel", NOT_MET, "channel.not-met")),
    )
    yield asked(
        "channel/not-known",
        "A channel that is not known is not assumed: undecided, and the channel is asked for.",
        "S21",
        applies(channels=None),
        undecided(_NOT_KNOWN),
    )
