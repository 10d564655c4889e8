"""The floor: the six rules written out by hand, as one function over the same slotted objects.

It gives a bare yes or no under the default readings, and knows of nothing that is not known, of
no history and of no grounds.
"""

from __future__ import annotations

from datetime import date

from wselr_rules import LegalForm, PolicyPriority, ReferenceRegion

BASELINE = date(2022, 4, 28)


def is_eligible(application, claims, call, on):  # noqa: C901, PLR0911, PLR0912
    """Return whether the application may be approved on a day.

    ``claims`` tells by code how many applications have a member with that ground on the day.
    """
    body = application.regieverband
    form = body.legal_form
    members = []
    changed = False
    for membership in body.memberships:
        since, until = membership.since, membership.until
        if since <= on and (until is None or on < until):
            members.append(membership.municipality)
        if BASELINE < since <= on or (until is not None and BASELINE < until <= on):
            changed = True
    if not members:
        return False
    if form in call.partnership_forms:
        least = 1 if form is LegalForm.WELFARE_ASSOCIATION else call.minimum_members
        if len(members) < least:
            return False
        people = 0
        exempt = False
        for member in members:
            people += member.inhabitants
            exempt = exempt or member.is_centrumstad
        if people < call.minimum_inhabitants and not exempt:
            return False
    elif not (form is LegalForm.MUNICIPALITY and len(members) == 1 and members[0].is_centrumstad):
        return False
    recognised = body.recognised_on
    is_existing = type(recognised) is date and recognised <= BASELINE and not changed
    if on >= (call.existing_fit_deadline if is_existing else call.new_fit_deadline):
        region = members[0].reference_region
        fits = region is not ReferenceRegion.OUTSIDE
        for member in members:
            if member.reference_region is not region:
                fits = False
        if not fits and not any(
            each.since <= on and (each.until is None or on < each.until)
            for each in body.derogations
        ):
            return False
    for member in members:
        for code in member.territory:
            if claims[code] > 1:
                return False
    cells = set()
    for action in application.plan.actions:
        code = action.code
        if type(code) is PolicyPriority:
            for year in action.years:
                cells.add((code, year))
    for priority in PolicyPriority:
        for year in call.plan_years:
            if (priority, year) not in cells:
                return False
    return not call.channels.isdisjoint(application.channels)
