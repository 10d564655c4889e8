"""The document as models of pydantic, strict, with what it can check of a field."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from wselr_rules import LegalForm, PolicyPriority, ReferenceRegion, SubmissionChannel

Count = Annotated[int, Field(ge=0)]
Code = Annotated[str, Field(pattern="^[0-9]{5}$")]
Id = Annotated[str, Field(min_length=1)]
Day = Annotated[date, Field(strict=False)]
Form = Annotated[LegalForm, Field(strict=False)]
Region = Annotated[ReferenceRegion, Field(strict=False)]
Channel = Annotated[SubmissionChannel, Field(strict=False)]
Priority = Annotated[PolicyPriority, Field(strict=False)]
Years = Annotated[frozenset[int], Field(strict=False, min_length=1)]


class Model(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Source(Model):
    source: str
    dated: Day | None
    confidence: str | None
    note: str


class Town(Model):
    nis_code: Code
    name: str
    reference_region: Region | None
    is_centrumstad: bool | None
    inhabitants: Count | None
    working_age_population: Count | None
    job_seekers: Count | None
    territory: Annotated[frozenset[Code], Field(strict=False)]
    provenance: dict[str, Source]


class Member(Model):
    municipality: Town
    since: Day
    until: Day | None
    provenance: Source | None


class Deviation(Model):
    since: Day
    until: Day | None


class Body(Model):
    id: Id
    name: str
    legal_form: Form | None
    memberships: Annotated[tuple[Member, ...], Field(strict=False)]
    recognised_on: Day | Literal["never"] | None
    derogations: Annotated[tuple[Deviation, ...], Field(strict=False)] | None
    provenance: dict[str, Source]


class Act(Model):
    id: Id
    code: Priority | str
    years: Years
    title: str
    planned_by: Code | None


class Plan(Model):
    actions: Annotated[tuple[Act, ...], Field(strict=False)]


class Document(Model):
    format: Literal["wselr_rules/2"]
    type: Literal["Application"]
    id: Id
    regieverband: Body
    plan: Plan | None
    channels: Annotated[frozenset[Channel], Field(strict=False)] | None
    submitted_on: Day | None
    provenance: dict[str, Source]


def contenders(plain, text):
    """Return what reads the document as data and as JSON, and what writes it, by name."""
    made = Document.model_validate(plain)
    return {
        "data": {"pydantic, strict": lambda: Document.model_validate(plain)},
        "JSON": {"pydantic, strict": lambda: Document.model_validate_json(text)},
        "writing JSON": {"pydantic, strict": made.model_dump_json},
    }
