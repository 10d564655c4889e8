"""Doubtful facts that decide (*doorslaggevende twijfel*): a verdict that would not stand without.

It leaves out one fact at a time of which the source is not sure, and asks again. It knows no
rule, and does not say whether a fact is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from attrs import evolve, frozen

from wselr_rules.domain.application import Application
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.sourced import SourcedFact
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.words import in_words
from wselr_rules.errors import NotMunicipalityAlone
from wselr_rules.render.language import Language
from wselr_rules.render.shown import ShownInWords

__all__ = ["Doubt", "doubts"]

T = TypeVar("T", Application, Municipality, RegieVerband)

_OF_ANOTHER = re.compile(r"portfolio\.applications\[(\d+)\]\.(.*)")
_OF_MEMBER = re.compile(r"regieverband\.memberships\[(\d+)\](?:\.municipality\.(.*))?")
_OF_REGIEVERBAND = re.compile(r"regieverband\.(.*)")


@frozen
class Doubt(ShownInWords):
    """A doubtful fact that decides a verdict (*doorslaggevende twijfel*).

    ``verdict`` is what it would be if that fact were not known, or of a membership if there
    were none.
    """

    fact: SourcedFact
    verdict: Verdict

    def text(self, language: Language | str) -> str:
        """The doubt in a sentence (*in een zin*)."""
        chosen = Language(language)
        arguments = {"fact": self.fact.text(chosen), "verdict": self.verdict}
        return in_words("doubt", arguments, chosen)


def doubts(
    criterion: Criterion, finding: Finding, application: Application, context: Context
) -> tuple[Doubt, ...]:
    """The doubtful facts without which the verdict is another (*twijfel*), each by itself.

    ``finding`` is that of the criterion on the application.
    """
    doubtful = dict.fromkeys(
        fact for part in finding for fact in part.sourced if fact.provenance.is_doubtful
    )
    return tuple(
        Doubt(fact, verdict)
        for fact in doubtful
        for verdict in _verdicts_without(fact, criterion, application, context)
        if verdict is not finding.verdict
    )


def _verdicts_without(
    fact: SourcedFact, criterion: Criterion, application: Application, context: Context
) -> Iterator[Verdict]:
    """The verdict without a fact; none of a municipality alone that would have no member."""
    portfolio = context.portfolio
    other = _OF_ANOTHER.fullmatch(fact.path)
    try:
        if other is not None:
            changed = _without(other[2], portfolio.applications[int(other[1])])
            portfolio = portfolio.with_application(changed)
        elif fact.fact == "complete":
            portfolio = evolve(portfolio, complete=None)
        else:
            application = _without(fact.path, application)
            if application.id in portfolio:
                portfolio = portfolio.with_application(application)
    except NotMunicipalityAlone:
        return
    yield criterion.verdict(
        application, Context(context.on, call=context.call, portfolio=portfolio)
    )


def _without(path: str, application: Application) -> Application:
    of_member = _OF_MEMBER.fullmatch(path)
    body = application.regieverband
    if of_member is not None:
        return evolve(
            application, regieverband=_without_of_member(body, int(of_member[1]), of_member[2])
        )
    of_body = _OF_REGIEVERBAND.fullmatch(path)
    if of_body is not None:
        return evolve(application, regieverband=_unknown(body, of_body[1]))
    return _unknown(application, path)


def _without_of_member(body: RegieVerband, index: int, fact: str | None) -> RegieVerband:
    membership = body.memberships[index]
    before, after = body.memberships[:index], body.memberships[index + 1 :]
    if fact is None:
        return evolve(body, memberships=(*before, *after))
    unknown = _unknown(membership.municipality, fact)
    return evolve(body, memberships=(*before, evolve(membership, municipality=unknown), *after))


def _unknown(value: T, fact: str) -> T:
    changes: dict[str, Any] = {fact: None}
    return evolve(value, **changes)
