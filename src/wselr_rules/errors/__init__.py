"""Errors (*fouten*): one small error per way to be wrong, each with its data.

An error says that what was given is malformed or contradicts itself. That an applicant
is not eligible is never an error but a result, and so is a fact that is not known.
"""

from wselr_rules.errors.applications import (
    AmbiguousApplication,
    MemberOfNone,
    NoSuchApplication,
    NotAMember,
    NotMunicipalityAlone,
    NoYears,
    OverlappingMemberships,
    UnknownPriorityCode,
)
from wselr_rules.errors.call import (
    DateOutsideCall,
    InvalidBudget,
    InvalidKeys,
    YearOutsideCall,
)
from wselr_rules.errors.documents import (
    InvalidDocument,
    Problem,
    UnserializableType,
)
from wselr_rules.errors.municipalities import (
    CountAboveInhabitants,
    DateOutsideRegister,
    EndedMunicipality,
    InvalidCount,
    InvalidNisCode,
    InvalidTerritory,
    MunicipalityNotOfTheDay,
    UnknownMunicipality,
)
from wselr_rules.errors.outcomes import (
    ApprovalNotRead,
    DatesNotNamed,
    NegativeWeight,
    NoBeneficiaries,
    UndecidedVerdict,
    UnknownApplications,
    UnknownWeight,
    ZeroKeyTotal,
)
from wselr_rules.errors.root import (
    RulesError,
)
from wselr_rules.errors.values import (
    DuplicateId,
    EmptyId,
    InvalidHistory,
    PeriodEndsBeforeItBegins,
    WrongType,
    WrongValue,
)

__all__ = [
    "AmbiguousApplication",
    "ApprovalNotRead",
    "CountAboveInhabitants",
    "DateOutsideCall",
    "DateOutsideRegister",
    "DatesNotNamed",
    "DuplicateId",
    "EmptyId",
    "EndedMunicipality",
    "InvalidBudget",
    "InvalidCount",
    "InvalidDocument",
    "InvalidHistory",
    "InvalidKeys",
    "InvalidNisCode",
    "InvalidTerritory",
    "MemberOfNone",
    "MunicipalityNotOfTheDay",
    "NegativeWeight",
    "NoBeneficiaries",
    "NoSuchApplication",
    "NoYears",
    "NotAMember",
    "NotMunicipalityAlone",
    "OverlappingMemberships",
    "PeriodEndsBeforeItBegins",
    "Problem",
    "RulesError",
    "UndecidedVerdict",
    "UnknownApplications",
    "UnknownMunicipality",
    "UnknownPriorityCode",
    "UnknownWeight",
    "UnserializableType",
    "WrongType",
    "WrongValue",
    "YearOutsideCall",
    "ZeroKeyTotal",
]
