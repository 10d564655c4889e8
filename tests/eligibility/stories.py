"""Towns, regieverbanden and applications to tell a case with: complete and eligible by default.

A case names only what it is about; whatever it does not name is known and fine.
"""

from __future__ import annotations

from datetime import date

from attrs import evolve

from wselr_rules.decision import Decision
from wselr_rules.domain import flanders
from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.law.readings import Readings
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel

CALL = OPEN_CALL_2023_2025
MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
KEMPEN, LIMBURG = ReferenceRegion.KEMPEN, ReferenceRegion.LIMBURG
OUTSIDE = ReferenceRegion.OUTSIDE
#: Long before the order of 29 April 2022.
LONG_AGO = date(2020, 1, 1)
#: Years in which nothing of the text falls due.
QUIET = date(2024, 7, 1)
PLAN_YEARS = (2023, 2024, 2025)
PLAN = ActionPlan(Action(f"a-{each.value}", each, PLAN_YEARS) for each in PolicyPriority)


def reading(**chosen):
    """Return the call with these readings chosen."""
    return evolve(CALL, readings=Readings(**chosen))


def town(code="90001", **facts):
    """Return a town of 40,000 in the Kempen that is no centrumstad."""
    people = facts.setdefault("inhabitants", 40_000)
    known = {
        "reference_region": KEMPEN,
        "is_centrumstad": False,
        "working_age_population": None if people is None else min(people, 20_000),
        "job_seekers": None if people is None else min(people, 1_000),
    }
    return Municipality(code, facts.pop("name", f"Town {code}"), **{**known, **facts})


def two_towns(**of_the_second):
    """Return two towns of 40,000, the second with these facts."""
    return town("90001"), town("90002", **of_the_second)


def real(name, *, on=date(2024, 12, 31), inhabitants=40_000, **facts):
    """Return a municipality of the register as it is on a day, with counts."""
    counts = {"inhabitants": inhabitants, "working_age_population": 0, "job_seekers": 0, **facts}
    return evolve(flanders.municipality(name, on=on), **counts)


def verband(*members, id="R", form=LegalForm.INTERLOCAL_ASSOCIATION, **facts):
    """Return a regieverband of towns, or of memberships, recognised long ago."""
    memberships = [
        each if isinstance(each, Membership) else Membership(each, LONG_AGO)
        for each in members or two_towns()
    ]
    known = {"recognised_on": LONG_AGO, "derogations": (), **facts}
    return RegieVerband(id, f"Regieverband {id}", form, memberships, **known)


def city(member, **facts):
    """Return a municipality that applies alone."""
    return verband(member, form=LegalForm.MUNICIPALITY, **facts)


def applies(regieverband=None, id=None, **facts):
    """Return the application of a regieverband, with a full plan and through Platos."""
    body = verband() if regieverband is None else regieverband
    known = {"plan": PLAN, "channels": {SubmissionChannel.PLATOS}, **facts}
    return Application(id or body.id, body, known.pop("plan"), **known)


def around(application, on=QUIET, *, call=CALL, others=(), complete=True):
    """Return the context of an application on a day, among these others."""
    portfolio = Portfolio((application, *others), complete=complete)
    return Context(on, call=call, portfolio=portfolio)


def verdict(application, on=QUIET, criterion=ELIGIBLE, **circumstances):
    """Return the verdict; that of the complete finding must be the same."""
    context = around(application, on, **circumstances)
    found = criterion.finding(application, context)
    assert criterion.verdict(application, context) is found.verdict
    return found.verdict


def finding(application, on=QUIET, criterion=ELIGIBLE, **circumstances):
    """Return the complete finding."""
    return criterion.finding(application, around(application, on, **circumstances))


def facts_missing(application, on=QUIET, criterion=ELIGIBLE, **circumstances):
    """Return the names of the facts that are asked for."""
    return {each.fact for each in finding(application, on, criterion, **circumstances).missing}


def refused_by(application, on=QUIET, **circumstances):
    """Return the ids of the rules that make it fail, in order."""
    decision = Decision(application.id, on, finding(application, on, **circumstances))
    return [each.criterion for each in decision.refusals]
