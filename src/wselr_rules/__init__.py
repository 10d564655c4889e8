"""Rules of the Flemish call for the local director role (*lokale regierol*), WSE-LR 2023-2025.

Who may be approved, on what grounds, and who gets how much: values in, values out. The package
reads no file, clock, environment or network, and keeps no state.
"""

from wselr_rules.allocation.beneficiaries import Beneficiary
from wselr_rules.allocation.certificate import Certificate
from wselr_rules.allocation.grants import Allocation, Grant, allocate
from wselr_rules.decision import CallAssessment, Decision, assess, assess_call
from wselr_rules.domain import flanders
from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.provenance import Confidence, Provenance
from wselr_rules.domain.regieverband import NEVER, RegieVerband
from wselr_rules.domain.standing import Standing
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.answers import Answer
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.changes import WaitUntil
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion, all_of, any_of
from wselr_rules.eligibility.doubts import Doubt
from wselr_rules.eligibility.events import Event, EventKind
from wselr_rules.eligibility.finding import Finding, Interval, Missing, Operator, Quantity
from wselr_rules.eligibility.grounds import Ground
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)
from wselr_rules.eligibility.questions import Question, Questions, questions
from wselr_rules.eligibility.remedies import remedies
from wselr_rules.eligibility.remedy import Remedies, Remedy
from wselr_rules.eligibility.rules import ELIGIBLE, RULES
from wselr_rules.eligibility.sourced import SourcedFact
from wselr_rules.eligibility.timeline import Stretch, Timeline, timeline, timelines
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import InvalidDocument, RulesError
from wselr_rules.explanation import Explanation, explain
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OPEN_CALL_2023_2025, OpenCall, Source
from wselr_rules.law.citations import Act, Citation
from wselr_rules.law.cycles import PolicyCycle
from wselr_rules.law.ledger import LEDGER, Sentence
from wselr_rules.law.readings import INTERPRETATIONS, Interpretation, Readings
from wselr_rules.law.terms import AllocationKey, LegalForm, PolicyPriority, SubmissionChannel
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language
from wselr_rules.scenarios.call_changes import (
    ChangeBudget,
    ChangeCall,
    ChangeKeys,
    ChangeReadings,
)
from wselr_rules.scenarios.comparison import ApplicationComparison, Comparison
from wselr_rules.scenarios.margins import Range, Ranges
from wselr_rules.scenarios.plan_years import PlanYears
from wselr_rules.scenarios.portfolio_changes import (
    CarryForward,
    ChangeApplication,
    ChangeMunicipality,
    HandIn,
    Withdraw,
)
from wselr_rules.scenarios.ranges import ranges
from wselr_rules.scenarios.scenario import Scenario
from wselr_rules.scenarios.sensitivity import sensitivity
from wselr_rules.scenarios.sweeping import SweepOutcome
from wselr_rules.scenarios.turns import CallSensitivity, Sensitivity

__all__ = [
    "ELIGIBLE",
    "INTERPRETATIONS",
    "LEDGER",
    "NEVER",
    "OPEN_CALL_2023_2025",
    "RULES",
    "Act",
    "Action",
    "ActionPlan",
    "AddActions",
    "AddMembers",
    "Allocation",
    "AllocationKey",
    "Answer",
    "Application",
    "ApplicationComparison",
    "ApplyThrough",
    "Audience",
    "Beneficiary",
    "BringInhabitants",
    "CallAssessment",
    "CallSensitivity",
    "CarryForward",
    "Certificate",
    "ChangeApplication",
    "ChangeBudget",
    "ChangeCall",
    "ChangeForm",
    "ChangeKeys",
    "ChangeMunicipality",
    "ChangeReadings",
    "Citation",
    "Comparison",
    "Confidence",
    "Conflict",
    "Context",
    "Criterion",
    "Decision",
    "Derogation",
    "Doubt",
    "Event",
    "EventKind",
    "Explanation",
    "Finding",
    "FrozenMap",
    "Grant",
    "Ground",
    "HandIn",
    "History",
    "Interpretation",
    "Interval",
    "InvalidDocument",
    "Language",
    "LegalForm",
    "Membership",
    "Missing",
    "Municipality",
    "ObtainDerogation",
    "OpenCall",
    "Operator",
    "PlanYears",
    "PolicyCycle",
    "PolicyPriority",
    "Portfolio",
    "Provenance",
    "Quantity",
    "Question",
    "Questions",
    "Range",
    "Ranges",
    "Readings",
    "ReferenceRegion",
    "RegieVerband",
    "ReleaseMember",
    "Remedies",
    "Remedy",
    "RemoveMember",
    "RulesError",
    "Scenario",
    "Sensitivity",
    "Sentence",
    "Source",
    "SourcedFact",
    "Standing",
    "Stretch",
    "SubmissionChannel",
    "SweepOutcome",
    "Timeline",
    "Verdict",
    "WaitUntil",
    "Withdraw",
    "all_of",
    "allocate",
    "any_of",
    "assess",
    "assess_call",
    "explain",
    "flanders",
    "questions",
    "ranges",
    "remedies",
    "sensitivity",
    "timeline",
    "timelines",
]
