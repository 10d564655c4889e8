"""The same records as plain data, for the engines that read nothing else.

They are made once and not in the time that is measured, with days as numbers and with what the
context knows of claims written beside each member: that favours those engines.
"""

from __future__ import annotations

from datetime import date

from tests.benchmarks.floor_of_rules import BASELINE
from tests.benchmarks.records import CALL, ON

from wselr_rules import PolicyPriority

#: After every day that is asked for.
FAR = date.max.toordinal()
CELLS = [f"{each.value} {year}" for each in PolicyPriority for year in CALL.plan_years]


def plain(records):
    """Return every record as plain data."""
    return [_record(each, records.claims) for each in records.applications]


def _record(application, claims):
    body = application.regieverband
    recognised = body.recognised_on
    return {
        "on": ON.toordinal(),
        "form": body.legal_form.value,
        "partnerships": [each.value for each in CALL.partnership_forms],
        "members": [_member(each, claims) for each in body.memberships],
        "recognised": recognised.toordinal() if isinstance(recognised, date) else FAR,
        "derogations": [_period(each) for each in body.derogations],
        "actions": [
            {"cells": [f"{_code(each)} {year}" for year in sorted(each.years)]}
            for each in application.plan.actions
        ],
        "channels": [each.value for each in application.channels],
        "accepted": [each.value for each in CALL.channels],
        "cells": CELLS,
        "baseline": BASELINE.toordinal(),
        "minimum_members": CALL.minimum_members,
        "minimum_inhabitants": CALL.minimum_inhabitants,
        "new_deadline": CALL.new_fit_deadline.toordinal(),
        "existing_deadline": CALL.existing_fit_deadline.toordinal(),
    }


def _period(period):
    until = FAR if period.until is None else period.until.toordinal()
    return {"since": period.since.toordinal(), "until": until}


def _member(membership, claims):
    town = membership.municipality
    return {
        "inhabitants": town.inhabitants,
        "centrumstad": town.is_centrumstad,
        "region": town.reference_region.value,
        "claims": max(claims.get(code, 0) for code in town.territory),
        **_period(membership),
    }


def _code(action):
    return action.code.value if isinstance(action.code, PolicyPriority) else action.code
