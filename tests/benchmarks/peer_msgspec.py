"""The document as structs of msgspec, which is strict, with what it can check of a field."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from wselr_rules import LegalForm, ReferenceRegion, SubmissionChannel

Count = Annotated[int, Meta(ge=0)]
Code = Annotated[str, Meta(pattern="^[0-9]{5}$")]
Id = Annotated[str, Meta(min_length=1)]


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    dated: date | None
    confidence: str | None
    note: str


class Town(Struct, frozen=True, forbid_unknown_fields=True):
    nis_code: Code
    name: str
    reference_region: ReferenceRegion | None
    is_centrumstad: bool | None
    inhabitants: Count | None
    working_age_population: Count | None
    job_seekers: Count | None
    territory: frozenset[Code]
    provenance: dict[str, Source]


class Member(Struct, frozen=True, forbid_unknown_fields=True):
    municipality: Town
    since: date
    until: date | None
    provenance: Source | None


class Deviation(Struct, frozen=True, forbid_unknown_fields=True):
    since: date
    until: date | None


class Body(Struct, frozen=True, forbid_unknown_fields=True):
    id: Id
    name: str
    legal_form: LegalForm | None
    memberships: tuple[Member, ...]
    recognised_on: date | None
    derogations: tuple[Deviation, ...] | None
    provenance: dict[str, Source]


class Act(Struct, frozen=True, forbid_unknown_fields=True):
    id: Id
    code: str
    years: Annotated[frozenset[int], Meta(min_length=1)]
    title: str
    planned_by: Code | None


class Plan(Struct, frozen=True, forbid_unknown_fields=True):
    actions: tuple[Act, ...]


class Document(Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal["wselr_rules/2"]
    type: Literal["Application"]
    id: Id
    regieverband: Body
    plan: Plan | None
    channels: frozenset[SubmissionChannel] | None
    submitted_on: date | None
    provenance: dict[str, Source]


def contenders(plain, text):
    """Return what reads the document as data and as JSON, and what writes it, by name."""
    decoder, encoder = msgspec.json.Decoder(Document), msgspec.json.Encoder()
    made = decoder.decode(text)
    return {
        "data": {"msgspec": lambda: msgspec.convert(plain, Document)},
        "JSON": {"msgspec": lambda: decoder.decode(text)},
        "writing JSON": {"msgspec": lambda: encoder.encode(made)},
    }
