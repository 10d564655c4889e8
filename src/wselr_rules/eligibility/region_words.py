"""What a finding on the region says (*bewoording*): which message, of which day, with what.

It speaks of the assessed day or, where reading I05 makes that count, of the day of submission.
It does not know the sentences themselves: those stand in ``messages``.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from types import MappingProxyType

from attrs import frozen

from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.finding import Argument
from wselr_rules.eligibility.region_duties import Judged
from wselr_rules.eligibility.region_fit import Regions, fits_on_days, lies_in_one, regions_of
from wselr_rules.eligibility.verdict import Verdict

__all__ = ["Words", "words_on"]

_PENDING = MappingProxyType(
    {
        Verdict.MET: "region.pending-fits",
        Verdict.NOT_MET: "region.pending-across",
        Verdict.UNKNOWN: "region.pending-not-known",
    }
)
#: Messages that name the regions of all of the territory, and so have another form where some
#: are not known.
_OF_ALL = frozenset(
    {
        "region.met-by-derogation",
        "region.not-met",
        "region.not-met-before",
        "region.pending-across",
    }
)


@frozen
class Words:
    """A message with its arguments (*tekst*), and the known regions of the day it speaks of."""

    message: str
    arguments: dict[str, Argument]
    regions: tuple[ReferenceRegion, ...]


@frozen
class _Place:
    """Where the territory lies on the day that is spoken of."""

    day: date
    regions: Regions
    known: tuple[ReferenceRegion, ...]

    @property
    def in_one(self) -> Verdict:
        return lies_in_one(self.regions)


def words_on(judged: Judged) -> Words:
    """How the territory lies and must lie (*ligging en verplichting*)."""
    submitted = judged.application.submitted_on if judged.is_of_submission else None
    day = judged.on if submitted is None else submitted
    regions = regions_of(judged.regieverband.members_on(day), day, judged.call)
    known = tuple(region for region in ReferenceRegion if region in regions)
    place = _Place(day, regions, known)
    message, arguments = _words(judged, place)
    if message in _OF_ALL and None in place.regions:
        message = f"{message}-as-far-as-known"
    return Words(message, arguments, known)


def _words(judged: Judged, place: _Place) -> tuple[str, dict[str, Argument]]:
    if judged.is_pending:
        return _PENDING[place.in_one], {"regions": place.known, "due": judged.due}
    if judged.verdict is Verdict.UNKNOWN:
        found: dict[str, Argument] = {"regions": place.known, "day": place.day}
        return "region.unknown", {**found, "standings": judged.standings}
    if judged.is_of_submission:
        return _words_of_submission(judged, place)
    if judged.verdict is Verdict.MET:
        how = "met" if place.in_one is Verdict.MET else "met-by-derogation"
        return f"region.{how}", {"regions": place.known}
    # Of several standings that are possible, all must fit from the last of their days on.
    due = max(each.due for each in judged.duties)
    must: dict[str, Argument] = {"standings": judged.standings, "due": due}
    if fits_on_days(judged.regieverband, (place.day,), judged.call) is Verdict.NOT_MET:
        members = _smaller_parts(judged, place)
        return "region.not-met", {"regions": place.known, **must, "members": members}
    return "region.not-met-before", {"regions": place.known, **must}


def _words_of_submission(judged: Judged, place: _Place) -> tuple[str, dict[str, Argument]]:
    is_met = judged.verdict is Verdict.MET
    must: dict[str, Argument] = {} if is_met else {"standings": judged.standings}
    if judged.application.submitted_on is None:
        return f"region.{judged.verdict.value}-whenever-submitted", must
    found: dict[str, Argument] = {"regions": place.known, "day": place.day}
    if not is_met:
        members = _smaller_parts(judged, place)
        return "region.not-met-at-submission", {**found, **must, "members": members}
    how = "met" if place.in_one is Verdict.MET else "met-by-derogation"
    return f"region.{how}-at-submission", found


def _smaller_parts(judged: Judged, place: _Place) -> tuple[str, ...]:
    """The members known to lie outside the reference region that holds most of them."""
    map_day = judged.call.map_day(place.day)
    members = [
        (member.name, member.region_on(map_day))
        for member in judged.regieverband.members_on(place.day)
    ]
    counts = Counter(region for _, region in members)
    # Outside the Flemish Region is no region to fit.
    possible = [each for each in ReferenceRegion if each is not ReferenceRegion.OUTSIDE]
    largest = max(possible, key=lambda region: counts[region])
    return tuple(name for name, region in members if region not in {largest, None})
