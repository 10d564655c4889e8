"""Every kind of value that stands in a document, and what stands in it."""

from __future__ import annotations

from tests.wire.drawn import VALUES

from wselr_rules.wire.composed import (
    Choice,
    MapKind,
    NothingKind,
    RowKind,
    SetKind,
    TagKind,
    TupleKind,
)
from wselr_rules.wire.documents import DOCUMENTS, kind_of_document
from wselr_rules.wire.kinds import EntityKind, PairKind, fields_of

__all__ = ["KINDS"]


def _kinds_in(kind):
    """Return the kinds that stand directly in another one."""
    match kind:
        case EntityKind():
            return list(fields_of(kind).values())
        case PairKind(turn=inner) | TagKind(kind=inner):
            return [inner]
        case TupleKind(items=inner) | SetKind(items=inner):
            return [inner]
        case MapKind(keys=keys, values=values):
            return [keys, values]
        case RowKind(kinds=inner) | Choice(options=inner):
            return list(inner)
    return []


def _all_kinds():
    found, left = [], [*DOCUMENTS.values(), *map(kind_of_document, VALUES)]
    while left:
        kind = left.pop()
        if kind not in found:
            found.append(kind)
            left += _kinds_in(kind)
    # What is null is asked by the choice that it is one of.
    return [kind for kind in found if not isinstance(kind, NothingKind)]


KINDS = _all_kinds()
