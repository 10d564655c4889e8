"""The words of timelines (*tijdlijnen*): what happened, from when to when, and which criterion.

It knows the sentences and no value that fills one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wselr_rules.render.templates import Row, both

__all__ = ["MESSAGES_OF_CRITERIA", "MESSAGES_OF_EVENTS", "MESSAGES_OF_TIMELINES"]

#: What happened, by the value of its kind.
MESSAGES_OF_EVENTS: Mapping[str, Row] = MappingProxyType(
    {
        "member-joined": both(
            "toegetreden tot {applicant}: {subjects}",
            "joined {applicant}: {subjects}",
        ),
        "member-left": both(
            "uitgetreden uit {applicant}: {subjects}",
            "left {applicant}: {subjects}",
        ),
        "merger": both(
            "door fusie opgegaan in {subjects}, lid van {applicant}: {former}",
            "merged into {subjects}, member of {applicant}: {former}",
        ),
        "legal-form": both(
            "nieuwe rechtsvorm van {applicant}: {became}",
            "new legal form of {applicant}: {became}",
        ),
        "legal-form.not-known": both(
            "rechtsvorm van {applicant} niet bekend vanaf deze dag",
            "legal form of {applicant} not known from this day on",
        ),
        "region-map": both(
            "nieuwe kaart van de referentieregio's, {became}: {subjects}",
            "new map of the reference regions, {became}: {subjects}",
        ),
        "region-map.not-known": both(
            "referentieregio niet bekend vanaf deze dag: {subjects}",
            "reference region not known from this day on: {subjects}",
        ),
        "existing-deadline": both(
            "een bestaand regieverband moet vanaf deze dag in één referentieregio passen",
            "an existing regieverband must fit one reference region from this day on",
        ),
        "new-deadline": both(
            "een nieuw of gewijzigd regieverband moet vanaf deze dag in één referentieregio passen",
            "a new or changed regieverband must fit one reference region from this day on",
        ),
        "last-day-for-new": both(
            "laatste dag waarop een nieuw of gewijzigd regieverband nog kan gaan passen in één "
            "referentieregio",
            "last day on which a new or changed regieverband can come to fit one reference region",
        ),
        "baseline": both(
            "vanaf deze dag telt een wijziging van een bestaand regieverband",
            "from this day on a change of an existing regieverband counts",
        ),
        "derogation-began": both(
            "begin van de toegestane afwijking voor {applicant}",
            "the deviation granted to {applicant} begins",
        ),
        "derogation-ended": both(
            "einde van de toegestane afwijking voor {applicant}",
            "the deviation granted to {applicant} has ended",
        ),
        "recognised": both(
            "erkenning van {applicant}",
            "recognition of {applicant}",
        ),
        "submitted": both(
            "indiening van de aanvraag van {applicant}",
            "submission of the application of {applicant}",
        ),
        "named": both(
            "dag die het criterium {subjects} noemt",
            "day named by the criterion {subjects}",
        ),
    }
)

#: The lines of a timeline.
MESSAGES_OF_TIMELINES: Mapping[str, Row] = MappingProxyType(
    {
        "heading": both(
            "tijdlijn van aanvraag {application}, {period}: {criterion}",
            "timeline of application {application}, {period}: {criterion}",
        ),
        "period": both(
            "van {since} tot en met {last}",
            "from {since} up to and including {last}",
        ),
        "period.day": both("op {since}", "on {since}"),
        "stretch": both("{period}: {verdict}", "{period}: {verdict}"),
        "cause": both("aanleiding op {since}: {event}", "cause on {since}: {event}"),
        "ground": both("{period}: {finding}", "{period}: {finding}"),
        "ground.throughout": both("heel deze periode: {finding}", "throughout: {finding}"),
        "event": both("{since}: {event}", "{since}: {event}"),
        "criterion": both("criterium", "criterion"),
        "over-time": both("verloop", "over time"),
    }
)

#: What each criterion of the call asks, in a few words, by its id.
MESSAGES_OF_CRITERIA: Mapping[str, Row] = MappingProxyType(
    {
        "eligible": both("in aanmerking komen voor een subsidie", "eligibility for a subsidy"),
        "applicant": both("wie aanvraagt", "who applies"),
        "partnership": both("als samenwerkingsverband", "as a partnership"),
        "partnership-form": both("aanvaarde rechtsvorm", "accepted legal form"),
        "enough-members": both("genoeg leden", "enough members"),
        "enough-inhabitants": both("genoeg inwoners", "enough inhabitants"),
        "centrumstad-alone": both("als centrumstad alleen", "as a centrumstad alone"),
        "reference-region": both("tijdig in één referentieregio", "one reference region in time"),
        "one-regieverband": both(
            "geen grondgebied in een andere aanvraag", "no territory in another application"
        ),
        "plan": both("acties voor elke prioriteit", "actions for every priority"),
        "channel": both("aanvaard indieningskanaal", "accepted channel"),
    }
)
