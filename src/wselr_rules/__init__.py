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
from wselr_rules.domain.regieverband import NEVER, Derogation, Membership, RegieVerband
from wselr_rules.domain.standing import Standing
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.conflicts import Conflict
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion, all_of, any_of
from wselr_rules.eligibility.finding import Finding, Interval, Missing, Operator, Quantity
from wselr_rules.eligibility.rules import ELIGIBLE, RULES
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import InvalidDocument, RulesError
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OPEN_CALL_2023_2025, OpenCall, Source
from wselr_rules.law.citations import Act, Citation
from wselr_rules.law.cycles import PolicyCycle
from wselr_rules.law.ledger import LEDGER, Sentence
from wselr_rules.law.readings import INTERPRETATIONS, Interpretation, Readings
from wselr_rules.law.terms import AllocationKey, LegalForm, PolicyPriority, SubmissionChannel
from wselr_rules.render.language import Language

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
    "Allocation",
    "AllocationKey",
    "Application",
    "Beneficiary",
    "CallAssessment",
    "Certificate",
    "Citation",
    "Conflict",
    "Context",
    "Criterion",
    "Decision",
    "Derogation",
    "Finding",
    "FrozenMap",
    "Grant",
    "History",
    "Interpretation",
    "Interval",
    "InvalidDocument",
    "Language",
    "LegalForm",
    "Membership",
    "Missing",
    "Municipality",
    "OpenCall",
    "Operator",
    "PolicyCycle",
    "PolicyPriority",
    "Portfolio",
    "Quantity",
    "Readings",
    "ReferenceRegion",
    "RegieVerband",
    "RulesError",
    "Sentence",
    "Source",
    "Standing",
    "SubmissionChannel",
    "Verdict",
    "all_of",
    "allocate",
    "any_of",
    "assess",
    "assess_call",
    "flanders",
]
