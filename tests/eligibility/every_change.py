"""Changes made by hand and every set of them tried, to hold the search for remedies against.

Slow and plain, written from what is promised of remedies. It makes each change itself, on the
values of an application, and tries set after set without leaving any out.
"""

from __future__ import annotations

from datetime import date
from itertools import chain, combinations, product

from attrs import evolve, frozen

from wselr_rules.domain.action_plan import Action, ActionPlan
from wselr_rules.domain.application import Application, Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import NotMunicipalityAlone, OverlappingMemberships
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import PlanHolder
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel

#: The order that never passes through a state that cannot be, if the last one can.
ORDER = (
    RemoveMember,
    ReleaseMember,
    ChangeForm,
    AddMembers,
    BringInhabitants,
    ObtainDerogation,
    AddActions,
    ApplyThrough,
)


def subsets(items, most=None):
    """Return every subset, the small ones first."""
    items = tuple(items)
    sizes = range((len(items) if most is None else min(most, len(items))) + 1)
    return chain.from_iterable(combinations(items, size) for size in sizes)


# --- one change after the other -------------------------------------------------------------


def _leave(body, code, on):
    kept = []
    for each in body.memberships:
        if each.municipality.nis_code != code or (each.until is not None and each.until <= on):
            kept.append(each)
        elif each.since < on:
            kept.append(Membership(each.municipality, each.since, on))
    return evolve(body, memberships=kept)


def _form_from(known, form, on):
    value, turns = (known.initial, known.changes) if isinstance(known, History) else (known, ())
    kept = [(day, new) for day, new in turns if day < on]
    last = kept[-1][1] if kept else value
    return History(value, kept if last is form else [*kept, (on, form)])


def _stand_in(change, portfolio):
    named = {
        each.municipality.nis_code
        for application in portfolio
        for each in application.regieverband.memberships
    }
    assert "99999" not in named
    return Municipality(
        "99999",
        "",
        reference_region=change.reference_region,
        is_centrumstad=False,
        inhabitants=change.at_least,
    )


def changed(portfolio, application, changes, on):
    """Return the application and the portfolio with these changes, made by hand."""
    body, others = application.regieverband, list(portfolio)
    plan, channels = application.plan, application.channels
    for change in changes:
        if isinstance(change, RemoveMember):
            body = _leave(body, change.municipality.nis_code, on)
        elif isinstance(change, ReleaseMember):
            others = [
                evolve(
                    each,
                    regieverband=_leave(each.regieverband, change.municipality.nis_code, on),
                )
                if each.id == change.application_id
                else each
                for each in others
            ]
        elif isinstance(change, (AddMembers, BringInhabitants)):
            joined = (
                change.municipalities
                if isinstance(change, AddMembers)
                else (_stand_in(change, (application, *portfolio)),)
            )
            new = [Membership(each, on) for each in joined]
            body = evolve(body, memberships=[*body.memberships, *new])
        elif isinstance(change, ChangeForm):
            body = evolve(body, legal_form=_form_from(body.legal_form, change.form, on))
        elif isinstance(change, ObtainDerogation):
            body = evolve(body, derogations=[*(body.derogations or ()), Derogation(change.since)])
        elif isinstance(change, AddActions):
            known = plan.actions if plan else ()
            holder = change.planned_by and change.planned_by.nis_code
            new = [
                Action(f"new {len(known)} {n}", change.priority, change.years, planned_by=holder)
                for n in range(change.number)
            ]
            plan = ActionPlan([*known, *new])
        else:
            channels = {change.channel} | set(channels or ())
    made = evolve(application, regieverband=body, plan=plan, channels=channels)
    others = [made if each.id == made.id else each for each in others]
    return made, Portfolio(others, complete=portfolio.complete)


# --- every single change --------------------------------------------------------------------


def singles(change):
    """Take a change apart: each municipality that joins is one."""
    if isinstance(change, AddMembers):
        return tuple(AddMembers((each,)) for each in change.municipalities)
    return (change,)


def in_order(changes):
    """Return changes in an order in which they can be made."""
    return sorted(changes, key=lambda change: ORDER.index(type(change)))


def smallest(sets):
    """Return the sets of which no other is a part."""
    return {each for each in sets if not any(other < each for other in sets)}


@frozen
class Case:
    """An application among others, on a day, with who might join."""

    portfolio: Portfolio
    application: Application
    call: OpenCall
    on: date
    candidates: tuple[Municipality, ...]

    def meets(self, criterion, changes, on=None):
        """Tell whether these changes make the verdict met; what cannot be is not."""
        day = on or self.on
        try:
            for may_be in self._who_may_be_alone():
                changed(self.portfolio, may_be, in_order(changes), day)
            made, others = changed(self.portfolio, self.application, in_order(changes), day)
        except (NotMunicipalityAlone, OverlappingMemberships):
            return False
        context = Context(day, call=self.call, portfolio=others)
        return criterion.verdict(made, context) is Verdict.MET

    def _who_may_be_alone(self):
        """Yield the application as a municipality alone, on a day on which its form is open."""
        body = self.application.regieverband
        known = body.legal_form
        over_time = known if isinstance(known, History) else History(known)
        for day in (self.on, *(day for day in body.dates if day > self.on)):
            if over_time.on(day) is None:
                form = over_time.with_value_on(day, LegalForm.MUNICIPALITY)
                try:
                    alone = evolve(body, legal_form=form)
                except NotMunicipalityAlone:
                    continue
                yield evolve(self.application, regieverband=alone)

    def is_within_bounds(self, changes):
        """Tell whether a set of changes is one that is to be tried."""
        left = [each.municipality for each in changes if isinstance(each, RemoveMember)]
        joined = [each.municipalities[0] for each in changes if isinstance(each, AddMembers)]
        released = [each for each in changes if isinstance(each, ReleaseMember)]
        members = self._members(self.application)
        staying = [each for each in members if each not in left]
        regions = {self._region(each) for each in joined}
        return (
            len(left) + len(joined) + len(released) <= 3
            and (not members or bool(staying))
            and len(regions) <= 1
            and (not members or regions <= {self._region(each) for each in staying})
        )

    def every_set(self):
        """Yield every set of changes within the bounds."""
        kinds = self.universe()
        free = [*kinds["leave"], *kinds["join"], *kinds["release"]]
        single = [
            [(), *((each,) for each in kinds[name])] for name in ("form", "deviation", "channel")
        ]
        for municipal in subsets(free, 3):
            if self.is_within_bounds(municipal):
                for others in product(*single, subsets(kinds["actions"])):
                    yield frozenset(chain(municipal, *others))

    def universe(self):
        """Return every single change that may be made, by kind."""
        body, call = self.application.regieverband, self.call
        forms = {*call.partnership_forms, LegalForm.MUNICIPALITY} - {body.legal_form_on(self.on)}
        runs = any(each.runs_on(self.on) for each in body.derogations or ())
        used = self.application.channels or frozenset()
        ground = body.territory_on(self.on)
        return {
            "leave": [RemoveMember(each) for each in self._members(self.application)],
            "join": [AddMembers((each,)) for each in self.who_may_join()],
            "release": [
                ReleaseMember(member, other.id, other.regieverband.name)
                for other in self._others()
                for member in self._members(other)
                if ground & member.territory
            ],
            "form": [ChangeForm(form) for form in LegalForm if form in forms],
            "deviation": [] if runs else [ObtainDerogation(self.on)],
            "channel": [ApplyThrough(each) for each in SubmissionChannel if each not in used],
            "actions": list(self._fillings()),
        }

    def who_may_join(self):
        """Return the candidates that may join."""
        members = self._members(self.application)
        regions = {self._region(each) for each in members} or set(ReferenceRegion)
        taken = set()
        for each in self.application.regieverband.memberships:
            if each.until is None or self.on < each.until:
                taken |= {each.municipality.nis_code, *each.municipality.territory}
        for other in self._others():
            for member in self._members(other):
                taken |= {member.nis_code, *member.territory}
        return [
            each
            for each in self.candidates
            if each.exists_on(self.on)
            and self._region(each) in regions - {None, ReferenceRegion.OUTSIDE}
            and not taken & {each.nis_code, *each.territory}
        ]

    def _fillings(self):
        actions = self.application.plan.actions if self.application.plan else ()
        members = self._members(self.application)
        holders = [None]
        if self.call.readings.plan_holder is PlanHolder.EACH_MEMBER:
            holders = [*(members or (None,)), *self.who_may_join()]
        for holder in holders:
            codes = holder and {holder.nis_code, *holder.territory}
            for priority in PolicyPriority:
                empty = {
                    year
                    for year in self.call.plan_years
                    if not any(
                        each.code is priority
                        and year in each.years
                        and (codes is None or each.planned_by in codes)
                        for each in actions
                    )
                }
                if empty:
                    yield AddActions(priority, empty, planned_by=holder)

    def _others(self):
        return [each for each in self.portfolio if each.id != self.application.id]

    def _members(self, application):
        return application.regieverband.members_on(self.on)

    def _region(self, member):
        return member.region_on(self.call.map_day(self.on))
