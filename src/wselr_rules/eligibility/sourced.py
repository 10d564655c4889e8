"""Facts with their provenance (*herkomst van gegevens*), as findings show them.

It finds, of the facts that a rule reads, those of which it is told where they come from. It
knows no rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from attrs import frozen

from wselr_rules.domain.application import Application
from wselr_rules.domain.provenance import Provenance, Provenances
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.words import fact_in_words
from wselr_rules.render.language import Language
from wselr_rules.render.shown import ShownInWords

__all__ = ["SourcedFact", "sourced_facts"]


@frozen
class SourcedFact(ShownInWords):
    """A fact that was read, and where it comes from (*gegeven met herkomst*).

    ``fact`` names the field, ``path`` the place in the application or portfolio, ``subject``
    who it is a fact of, as in a ``Missing`` fact.
    """

    fact: str
    path: str
    subject: str
    provenance: Provenance

    def text(self, language: Language | str) -> str:
        """The fact and its provenance in words (*in woorden*)."""
        chosen = Language(language)
        fact = fact_in_words(self.fact, self.subject, chosen)
        return f"{fact} ({self.provenance.text(chosen)})"


def sourced_facts(
    reads: Collection[str], application: Application, context: Context
) -> Iterator[SourcedFact]:
    """The facts among ``reads`` of which it is told where they come from (*herkomst*).

    ``membership`` is that a member of the assessed day is one, ``past_membership`` that another
    one was or will be, and ``claim`` that somebody else has a member on the same ground.
    """
    if context.tells_sources(application):
        yield from _own(reads, application, context)
    if "claim" in reads:
        yield from _claims(application, context)
    if "complete" in reads and context.portfolio.provenance is not None:
        name = application.regieverband.name
        yield SourcedFact("complete", "portfolio.complete", name, context.portfolio.provenance)


def _own(
    reads: Collection[str], application: Application, context: Context
) -> Iterator[SourcedFact]:
    name = application.regieverband.name
    for index, membership in enumerate(application.regieverband.memberships):
        holds = membership.holds_on(context.on)
        path = f"regieverband.memberships[{index}]"
        town = str(membership.municipality)
        if membership.provenance and ("membership" if holds else "past_membership") in reads:
            yield SourcedFact("membership", path, town, membership.provenance)
        if holds:
            told = membership.municipality.provenance
            yield from _told(told, reads, f"{path}.municipality.", town)
    yield from _told(application.regieverband.provenance, reads, "regieverband.", name)
    yield from _told(application.provenance, reads, "", name)


def _told(
    provenances: Provenances, reads: Collection[str], prefix: str, subject: str
) -> Iterator[SourcedFact]:
    for fact, provenance in provenances.items():
        if fact in reads:
            yield SourcedFact(fact, f"{prefix}{fact}", subject, provenance)


def _claims(application: Application, context: Context) -> Iterator[SourcedFact]:
    conflicts = context.conflicts(application)
    if not conflicts:
        return
    claimants = {id for conflict in conflicts for id in conflict.application_ids}
    ground = application.regieverband.territory_on(context.on)
    for place, other in enumerate(context.portfolio.applications):
        if other.id == application.id or other.id not in claimants:
            continue
        for index, membership in enumerate(other.regieverband.memberships):
            meets = not ground.isdisjoint(membership.municipality.territory)
            if meets and membership.provenance and membership.holds_on(context.on):
                path = f"portfolio.applications[{place}].regieverband.memberships[{index}]"
                subject = f"{membership.municipality} ({other.regieverband.name})"
                yield SourcedFact("membership", path, subject, membership.provenance)
