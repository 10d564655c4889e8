"""What can be asked of the service, as one table: routes and description are made of it.

It knows addresses, what each takes and gives, and which function of ``asking`` answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from service import asking
from service.negotiation import JSON, TEXT
from service.samples import SAMPLES, Samples

__all__ = ["OPERATIONS", "Operation"]


@frozen
class Operation:
    """One address that is asked with a document, by POST."""

    name: str
    summary: str
    #: The names of the schemas that a body may have, and of the one that the answer has.
    takes: Sequence[str]
    gives: str
    answer: Callable[[bytes], object]
    #: In which forms the answer can be had, the first where nobody asks for one.
    media: Sequence[str] = (JSON, TEXT)

    @property
    def path(self) -> str:
        """Where it is asked."""
        return f"/{self.name}"

    @property
    def samples(self) -> Samples:
        """Examples of a body."""
        return SAMPLES[self.name]


OPERATIONS = (
    Operation(
        "decisions",
        "Decide on one application on a day, with the other applications that are known",
        ("DecisionInput",),
        "Decision",
        asking.decide,
    ),
    Operation(
        "assessments",
        "Decide on every application of a call, and divide the budget of a year",
        ("CallInput",),
        "CallAssessment",
        asking.assess,
        # A call has no words of its own; those of its receipt tell all of it.
        (JSON,),
    ),
    Operation(
        "receipts",
        "Decide on either, and answer with a receipt to keep beside the input",
        ("DecisionInput", "CallInput"),
        "Receipt",
        asking.issue,
    ),
    Operation(
        "replays",
        "Decide again upon an input, and name what differs from a receipt",
        ("ReplayRequest",),
        "Replay",
        asking.replayed,
    ),
)
