"""Any change (*wijziging*): all kinds of them that a remedy can be made of.

It knows which there are; what each does stands in ``changes``, ``member_changes`` and
``applicant_changes``.
"""

from __future__ import annotations

from typing import TypeAlias

from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.changes import WaitUntil
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)

__all__ = ["AnyChange"]

#: A document of a remedy says of each change which of these it is.
AnyChange: TypeAlias = (
    AddActions
    | AddMembers
    | ApplyThrough
    | BringInhabitants
    | ChangeForm
    | ObtainDerogation
    | ReleaseMember
    | RemoveMember
    | WaitUntil
)
