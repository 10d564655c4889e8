"""Documents (*documenten*): every public value as plain data or JSON, and back.

It knows which types have a document and what stands at its head. ``Criterion`` and ``Context``
hold code or are worked out, and have none. A type of a higher floor says itself that it has one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import ClassVar, Final, TypeVar, cast

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.certificate import Certificate, CheckOutcome
from wselr_rules.allocation.claim import Ledger, LedgerEntry
from wselr_rules.allocation.grants import Allocation, Grant
from wselr_rules.decision import CallAssessment, Decision
from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.provenance import Provenance
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.answers import Answer, FormChange
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.changes import WaitUntil
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.eligibility.doubts import Doubt
from wselr_rules.eligibility.events import Event
from wselr_rules.eligibility.finding import Argument, Finding, Interval, Missing, Quantity
from wselr_rules.eligibility.grounds import Ground
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)
from wselr_rules.eligibility.questions import Question, Questions
from wselr_rules.eligibility.remedy import Remedies, Remedy
from wselr_rules.eligibility.sourced import SourcedFact
from wselr_rules.eligibility.timeline import Stretch, Timeline
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.errors import UnserializableType
from wselr_rules.explanation import Explanation
from wselr_rules.law.call import OpenCall
from wselr_rules.law.call_fields import Source
from wselr_rules.law.citations import Act, Citation
from wselr_rules.law.cycles import PolicyCycle
from wselr_rules.law.ledger import Quote, Sentence
from wselr_rules.law.readings import Interpretation, Readings
from wselr_rules.scenarios.call_changes import (
    ChangeBudget,
    ChangeCall,
    ChangeKeys,
    ChangeReadings,
)
from wselr_rules.scenarios.choices import Choice, Outcome
from wselr_rules.scenarios.comparison import ApplicationComparison, Comparison, Turnabout
from wselr_rules.scenarios.margins import Range, Ranges
from wselr_rules.scenarios.plan_years import PlanYears
from wselr_rules.scenarios.portfolio_changes import (
    CarryForward,
    ChangeApplication,
    ChangeMunicipality,
    HandIn,
    Withdraw,
)
from wselr_rules.scenarios.scenario import Scenario
from wselr_rules.scenarios.sweeping import SweepOutcome
from wselr_rules.scenarios.turns import CallSensitivity, Effect, Sensitivity, Shift, Turn
from wselr_rules.wire.faults import Fault, Unfit, in_document_order, invalid, unfit
from wselr_rules.wire.formats import FORMATS, up_to_date, without_additions
from wselr_rules.wire.json_text import parsed, printed, printed_canonically
from wselr_rules.wire.kinds import EntityKind
from wselr_rules.wire.quick_reading import read
from wselr_rules.wire.quick_writing import write
from wselr_rules.wire.shapes import check_size, keyed, too_deep

__all__ = [
    "DOCUMENTS",
    "FORMAT",
    "HasDocument",
    "from_dict",
    "from_json",
    "kind_of_document",
    "to_canonical_json",
    "to_dict",
    "to_json",
]

T = TypeVar("T")

#: What the documents of this version say that they are.
FORMAT: Final = FORMATS[-1]
_HEAD: Final = ("format", "type")

_TYPES: tuple[type, ...] = (
    Act,
    Action,
    ActionPlan,
    AddActions,
    AddMembers,
    Allocation,
    Answer,
    Application,
    ApplicationComparison,
    ApplyThrough,
    Beneficiary,
    BringInhabitants,
    CallAssessment,
    CallSensitivity,
    CarryForward,
    Certificate,
    ChangeApplication,
    ChangeBudget,
    ChangeCall,
    ChangeForm,
    ChangeKeys,
    ChangeMunicipality,
    ChangeReadings,
    CheckOutcome,
    Choice,
    Citation,
    Comparison,
    Conflict,
    Days,
    Decision,
    Derogation,
    Doubt,
    Effect,
    Event,
    Explanation,
    Finding,
    FormChange,
    Grant,
    Ground,
    HandIn,
    Interpretation,
    Interval,
    Ledger,
    LedgerEntry,
    Membership,
    Missing,
    Municipality,
    ObtainDerogation,
    OpenCall,
    Outcome,
    PlanYears,
    PolicyCycle,
    Portfolio,
    Provenance,
    Quantity,
    Question,
    Questions,
    Quote,
    Range,
    Ranges,
    Readings,
    RegieVerband,
    ReleaseMember,
    Remedies,
    Remedy,
    RemoveMember,
    Scenario,
    Sensitivity,
    Sentence,
    Shift,
    Source,
    SourcedFact,
    Stretch,
    SweepOutcome,
    Timeline,
    Turn,
    Turnabout,
    WaitUntil,
    Withdraw,
)

#: Every type that has a document, with its kind. A history by itself does not say what of, so
#: its values are written as the arguments of a finding are.
DOCUMENTS: Mapping[type, EntityKind] = MappingProxyType(
    {each: EntityKind(each) for each in _TYPES} | {History: EntityKind(History, Argument | None)}
)


class HasDocument:
    """The base of a type that this floor does not know and that has a document (*document*)."""

    __slots__ = ()
    #: By field what makes the schema of what it takes of its kind, where that is not all of it.
    narrowed: ClassVar[Mapping[str, Callable[[], dict[str, object]]]] = MappingProxyType({})


def to_dict(value: object) -> dict[str, object]:
    """The document of a value (*als gegevens*): objects, lists, texts, numbers, true and null.

    What it gives, ``from_dict`` takes. Raises ``UnserializableType`` for a type that has no
    document, and ``InvalidDocument`` for a value that no document can hold: text with a NUL
    character or half a surrogate pair, a number of more than 600 digits, more than 128 levels of
    nesting, or in a field something else than its annotation says.
    """
    kind = kind_of_document(type(value))
    try:
        document = {**_head(kind), **write(kind, value)}
        check_size(document)
    except Unfit as error:
        raise invalid(error) from None
    except RecursionError:
        raise invalid(too_deep()) from None
    return document


def from_dict(kind: type[T], data: object) -> T:
    """The value of a document (*uit gegevens*), strictly: nothing is coerced or assumed.

    Raises ``InvalidDocument`` with every problem, in the order of the document, and
    ``UnserializableType`` for a type that has no document.
    """
    entity = kind_of_document(kind)
    try:
        return cast("T", _read(entity, data))
    except Unfit as error:
        raise invalid(error) from None


def to_json(value: object) -> str:
    """The document of a value as JSON (*als JSON*), on one line; raises what ``to_dict`` does."""
    return printed(to_dict(value))


def from_json(kind: type[T], text: str | bytes) -> T:
    """The value of a document in JSON (*uit JSON*), bytes taken as UTF-8.

    Raises what ``from_dict`` raises, and ``WrongType`` for what is neither text nor bytes.
    """
    entity = kind_of_document(kind)
    try:
        return cast("T", _read(entity, parsed(text)))
    except Unfit as error:
        raise invalid(error) from None


def to_canonical_json(value: object) -> bytes:
    """The document of a value in the one form that is hashed (*canonieke vorm*).

    JSON in UTF-8 with the keys sorted and no blanks. It does not name its format: what a value
    says stays the same where a later format says it too. Raises what ``to_dict`` does.
    """
    document = to_dict(value)
    body = {key: each for key, each in document.items() if key not in _HEAD}
    plain = cast("dict[str, object]", without_additions(kind_of_document(type(value)), body))
    return printed_canonically({"type": document["type"], **plain})


def kind_of_document(given: object) -> EntityKind:
    """The kind of a type that has a document (*soort*); else ``UnserializableType``."""
    if not isinstance(given, type):
        raise UnserializableType(repr(given))
    if given in DOCUMENTS:
        return DOCUMENTS[given]
    if issubclass(given, HasDocument):
        return EntityKind(given)
    raise UnserializableType(given.__name__)


def _head(kind: EntityKind) -> dict[str, object]:
    return {"format": FORMAT, "type": kind.entity.__name__}


def _read(kind: EntityKind, data: object) -> object:
    check_size(data)
    pairs, faults = keyed(data, kind.expected)
    for key, values in zip(_HEAD, (FORMATS, (kind.entity.__name__,)), strict=True):
        expected = " or ".join(f"'{value}'" for value in values)
        if key not in pairs:
            faults.append(Fault((key,), f"expected {expected}, got nothing: the key is missing"))
        elif type(pairs[key]) is not str or pairs[key] not in values:
            # What the rest should be is not known then.
            raise Unfit(*unfit(expected, pairs[key]).below(key))
    body = {key: each for key, each in pairs.items() if key not in _HEAD}
    try:
        value = read(kind, up_to_date(kind, body, str(pairs.get("format", FORMAT))))
    except Unfit as error:
        faults.extend(error.faults)
    else:
        if not faults:
            return value
    raise Unfit(*in_document_order(faults, pairs))
