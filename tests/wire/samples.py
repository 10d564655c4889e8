"""An application as a document, written out by hand, and how to change one in one place."""

from __future__ import annotations

from copy import deepcopy

from wselr_rules import wire
from wselr_rules.errors import InvalidDocument

FIRST_MEMBER = {
    "municipality": {
        "nis_code": "44021",
        "name": "Gent",
        "reference_region": "regio-gent",
        "is_centrumstad": True,
        "inhabitants": 270000,
        "working_age_population": 180000,
        "job_seekers": 13000,
        "territory": ["44021"],
        "provenance": {
            "inhabitants": {
                "source": "Statbel",
                "dated": "2022-01-01",
                "confidence": "high",
                "note": "",
            }
        },
    },
    "since": "2020-01-01",
    "until": None,
    "provenance": None,
}

#: Everything a document of an application can hold, as literal plain data.
APPLICATION = {
    "format": "wselr_rules/2",
    "type": "Application",
    "id": "aanvraag-1",
    "regieverband": {
        "id": "regie-1",
        "name": "Regie “Één”",
        "legal_form": {
            "initial": "interlokale vereniging",
            "changes": [
                {"since": "2022-06-01", "value": None},
                {"since": "2023-01-01", "value": "projectvereniging"},
            ],
        },
        "memberships": [
            FIRST_MEMBER,
            {
                "municipality": {
                    "nis_code": "11056",
                    "name": "Zwijndrecht",
                    "reference_region": {
                        "initial": "regio-antwerpen",
                        "changes": [{"since": "2023-03-19", "value": "waasland"}],
                    },
                    "is_centrumstad": None,
                    "inhabitants": None,
                    "working_age_population": None,
                    "job_seekers": None,
                    "territory": ["11056"],
                    "provenance": {},
                },
                "since": "2021-01-01",
                "until": "2025-01-01",
                "provenance": {
                    "source": "a list",
                    "dated": None,
                    "confidence": None,
                    "note": "one of two",
                },
            },
        ],
        "recognised_on": "2020-02-29",
        "derogations": [{"since": "2024-01-01", "until": None}],
        "provenance": {},
    },
    "plan": {
        "actions": [
            {
                "id": "actie-1",
                "code": "WSE-LR1",
                "years": [2023, 2024, 2025],
                "title": "",
                "planned_by": "44021",
            },
            {
                "id": "actie-2",
                "code": "0984-02",
                "years": [2024],
                "title": "Iets anders",
                "planned_by": None,
            },
        ]
    },
    "channels": ["Platos"],
    "submitted_on": None,
    "provenance": {},
}


def changed(document, *steps, to):
    """Return the document with another value at the end of these steps."""
    copy = deepcopy(document)
    at = copy
    for step in steps[:-1]:
        at = at[step]
    at[steps[-1]] = to
    return copy


def problems_of(kind, document):
    """Return what is wrong with a document, as pairs of path and message."""
    read = wire.from_json if isinstance(document, str | bytes) else wire.from_dict
    try:
        read(kind, document)
    except InvalidDocument as error:
        return [(problem.path, problem.message) for problem in error.problems]
    return []
