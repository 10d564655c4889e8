"""The answers that a fact can have (*mogelijke antwoorden*), and what each settles.

Answers from which the same follows are taken together: legal forms, regions, neighbouring
stretches of days. What can be told of a fact at all is for ``tellings``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, TypeAlias, cast

from attrs import evolve, frozen

from wselr_rules.domain.application import Application
from wselr_rules.domain.history import History
from wselr_rules.eligibility.answers import Answer, AnswerValue, FormChange
from wselr_rules.eligibility.completion import completed, completed_portfolio
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion, Rule
from wselr_rules.eligibility.finding import Missing
from wselr_rules.eligibility.outcomes import leaves_of, verdict_by_rule
from wselr_rules.eligibility.tellings import tellings
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.ways import ROOMS
from wselr_rules.law.terms import LegalForm

__all__ = ["Asked", "possible_answers"]


#: What follows from an answer: the verdict of the whole, and those of the parts it decides.
_Outcome: TypeAlias = tuple[Verdict, tuple[tuple[str, Verdict], ...]]


@frozen
class Asked:
    """What is asked of which application (*gevraagd*), with the verdicts of the parts so far."""

    criterion: Criterion
    application: Application
    context: Context
    verdicts: Mapping[Rule, Verdict]

    def outcome(self, facts: Mapping[str, Any], criteria: Iterable[str]) -> _Outcome:
        """What follows once these facts are known, which bear on these criteria."""
        application = completed(self.application, facts)
        context = self.context
        if any(path.startswith("portfolio.") for path in facts):
            told = completed_portfolio(context.portfolio, facts)
            context = evolve(context, portfolio=told)
        verdicts = dict(self.verdicts)
        settled: dict[str, Verdict] = {}
        is_of_the_call = True
        for leaf in leaves_of(self.criterion):
            if self.verdicts[leaf.rule].is_decided:
                continue
            # One value stands for an answer only as far as the rules of the call can tell.
            if leaf.rule not in ROOMS:
                is_of_the_call = False
            elif leaf.id in criteria:
                verdicts[leaf.rule] = leaf.verdict(application, context)
                if verdicts[leaf.rule].is_decided:
                    settled[leaf.id] = verdicts[leaf.rule]
        whole = verdict_by_rule(self.criterion, verdicts)
        if not whole.is_decided and is_of_the_call:
            whole = _over_cases(self.criterion, application, context)
        return whole, tuple(settled.items())


def _over_cases(criterion: Criterion, application: Application, context: Context) -> Verdict:
    """The verdict of a whole that its parts leave open; most often the first cases tell."""
    if criterion.cases is None:
        return criterion.verdict(application, context)
    each_way = evolve(criterion, cases=None)
    seen = set[Verdict]()
    for case in criterion.cases(application, context):
        seen.add(each_way.verdict(case, context))
        if Verdict.UNKNOWN in seen or len(seen) > 1:
            return Verdict.UNKNOWN
    return next(iter(seen), Verdict.UNKNOWN)


def possible_answers(fact: Missing, asked: Asked, criteria: Iterable[str]) -> tuple[Answer, ...]:
    """The answers to a fact that bears on these criteria (*mogelijke antwoorden*)."""
    named = tuple(criteria)
    told = tellings(fact, asked.application, asked.context)
    answers = [(each.value, asked.outcome({fact.path: each.told}, named)) for each in told]
    return tuple(
        Answer(fact.fact, value, criterion=asked.criterion.id, verdict=verdict, settles=settles)
        for value, (verdict, settles) in _merged(fact, answers)
    )


# --- what is taken together -------------------------------------------------------------------

_Found: TypeAlias = list[tuple[AnswerValue, _Outcome]]


def _merged(fact: Missing, found: _Found) -> _Found:
    """The answers, those from which the same follows as one where they are of one kind."""
    # No deviation and one that changes nothing are two answers.
    if fact.fact == "derogations":
        return found
    merged: _Found = []
    for value, outcome in _forms_apart(found):
        alike = [place for place, each in enumerate(merged) if each[1] == outcome]
        if isinstance(value, History) and alike:
            continue
        for place in alike:
            both = _both(merged[place][0], value)
            if both is not None:
                merged[place] = both, outcome
                break
        else:
            merged.append((value, outcome))
    return merged


def _both(one: AnswerValue, other: AnswerValue) -> AnswerValue | None:
    """Two answers as one, where they can be."""
    match one, other:
        case Days(), Days() if one.until is not None and one.until == other.since:
            return Days(one.since, other.until)
        case FormChange(), FormChange() if one.days == other.days:
            return FormChange(tuple(sorted((*one.forms, *other.forms), key=_place)), one.days)
        case FormChange(days=Days() as days), FormChange(days=Days() as others):
            both = _both(days, others) if one.forms == other.forms else None
            return FormChange(one.forms, both) if isinstance(both, Days) else None
        case tuple(), tuple():
            return cast("AnswerValue", tuple(sorted((*one, *other), key=_place)))
        case _:
            return None


def _place(value: object) -> int:
    """The place of a term among its kind; what is no term stays where it is."""
    return tuple(type(value)).index(value) if isinstance(value, Enum) else 0


def _forms_apart(found: _Found) -> _Found:
    """The same, but changes of form only where they turn the whole or leave it open."""
    by_forms: dict[tuple[LegalForm, ...], _Found] = {}
    others: _Found = []
    for value, outcome in found:
        if isinstance(value, FormChange):
            by_forms.setdefault(value.forms, []).append((value, outcome))
        else:
            others.append((value, outcome))
    for forms, each in by_forms.items():
        outcomes = [outcome for _, outcome in each]
        steady, wholes = outcomes[0], {whole for whole, _ in outcomes}
        if len(wholes) == 1 and (steady[0].is_decided or len(set(outcomes)) == 1):
            common = (part for part in steady[1] if all(part in parts for _, parts in outcomes))
            others.append((forms, (steady[0], tuple(common))))
        else:
            others += [pair for pair in each if pair[0] == each[0][0] or pair[1] != steady]
    return others
