"""The answers that a fact can have (*mogelijke antwoorden*), and what each settles.

Answers from which the same follows are taken together: legal forms, regions, neighbouring
stretches of days. A threshold names the exact interval that decides it, by what is known of the
others. Facts that only a criterion of the caller's own reads have no answers here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import evolve, frozen

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Application
from wselr_rules.domain.history import DAY, History, values_of
from wselr_rules.domain.membership import Derogation
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.answers import Answer, AnswerValue, FormChange, Situation
from wselr_rules.eligibility.completion import completed, completed_portfolio
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion, Rule
from wselr_rules.eligibility.finding import Interval, Missing
from wselr_rules.eligibility.relevance import leaves_of, verdict_by_rule
from wselr_rules.eligibility.unknowns import (
    Days,
    changed_form,
    form_change_days,
    forms_alike,
    recognition_days,
    steady_form,
    submission_days,
)
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.eligibility.ways import people_needed, rival
from wselr_rules.eligibility.ways_of_plan import elsewhere, full_plan
from wselr_rules.eligibility.ways_of_region import fitting_regions, judged_days
from wselr_rules.law.terms import SubmissionChannel

__all__ = ["Asked", "possible_answers"]


@frozen
class _Told:
    """An answer, and a value that says so where the fact stands."""

    value: Any
    told: Any


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
        for leaf in leaves_of(self.criterion):
            if leaf.id in criteria and not self.verdicts[leaf.rule].is_decided:
                verdicts[leaf.rule] = leaf.verdict(application, context)
                if verdicts[leaf.rule].is_decided:
                    settled[leaf.id] = verdicts[leaf.rule]
        whole = verdict_by_rule(self.criterion, verdicts)
        if not whole.is_decided:
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
    return seen.pop()


def possible_answers(fact: Missing, asked: Asked, criteria: Iterable[str]) -> tuple[Answer, ...]:
    """The answers to a fact that bears on these criteria (*mogelijke antwoorden*)."""
    named = tuple(criteria)
    answers = [
        (each.value, asked.outcome({fact.path: each.told}, named)) for each in _told(fact, asked)
    ]
    return tuple(
        Answer(fact.fact, value, criterion=asked.criterion.id, verdict=verdict, settles=settles)
        for value, (verdict, settles) in _merged(fact, answers)
    )


# --- what can be told -------------------------------------------------------------------------


def _told(fact: Missing, asked: Asked) -> Iterable[_Told]:
    if fact.path.startswith("portfolio.applications"):
        return _recognitions_of_another(asked)
    return _KINDS[fact.fact](fact, asked)


def _people(fact: Missing, asked: Asked) -> Iterator[_Told]:
    town = _municipality(fact, asked)
    needed = people_needed(asked.application, asked.context, town)
    yield _Told(Interval(needed), needed)
    yield _Told(Interval(town.least_inhabitants, needed - 1), needed - 1)


def _municipality(fact: Missing, asked: Asked) -> Municipality:
    return next(
        membership.municipality
        for index, membership in enumerate(asked.application.regieverband.memberships)
        if fact.path.startswith(f"regieverband.memberships[{index}].")
    )


def _yes_or_no(fact: Missing, asked: Asked) -> Iterator[_Told]:
    del fact, asked
    yield from (_Told(each, each) for each in (True, False))


def _legal_forms(fact: Missing, asked: Asked) -> Iterator[_Told]:
    del fact
    application, context = asked.application, asked.context
    for forms in forms_alike(application, context):
        yield _Told(forms, steady_form(application.regieverband, context.on, forms[0]))
        for days in form_change_days(application, context):
            changed = changed_form(application, context, forms[0], days.example)
            if changed is not None:
                yield _Told(FormChange(forms, days), changed)


def _recognitions(fact: Missing, asked: Asked) -> Iterator[_Told]:
    del fact
    for days in recognition_days(asked.application, asked.context):
        yield _Told(days, days.example)
    yield _Told(NEVER, NEVER)


def _recognitions_of_another(asked: Asked) -> Iterator[_Told]:
    own = asked.application.regieverband.recognised_on
    turn = asked.context.call.existing_before
    if isinstance(own, date) and own < date.max:
        turn = own + DAY
    for days in (Days(None, turn), Days(turn, None)):
        yield _Told(days, days.example)
    yield _Told(NEVER, NEVER)


def _submissions(fact: Missing, asked: Asked) -> Iterator[_Told]:
    del fact
    for days in submission_days(asked.application, asked.context):
        yield _Told(days, days.example)


def _regions(fact: Missing, asked: Asked) -> Iterator[_Told]:
    body = asked.application.regieverband
    known = {
        region
        for membership in body.memberships
        for region in values_of(membership.municipality.reference_region)
    }
    # Regions of which none is that of a known member are alike: the first stands for them.
    unlike = [region for region in ReferenceRegion if region in known - {ReferenceRegion.OUTSIDE}]
    others = tuple(
        region
        for region in ReferenceRegion
        if region not in known and region is not ReferenceRegion.OUTSIDE
    )
    for regions in (*((region,) for region in unlike), others, (ReferenceRegion.OUTSIDE,)):
        yield from (_Told(regions, region) for region in regions[:1])
    for fitting in fitting_regions(asked.application, asked.context):
        if isinstance(fitting[fact.path], History):
            yield _Told(fitting[fact.path], fitting[fact.path])


def _deviations(fact: Missing, asked: Asked) -> Iterator[_Told]:
    del fact
    granted = Derogation(judged_days(asked.application, asked.context)[0])
    yield from (_Told(each, each) for each in ((), (granted,)))


def _plans(fact: Missing, asked: Asked) -> Iterator[_Told]:
    del fact
    yield _Told(Situation.EVERY_CELL, full_plan(asked.application, asked.context))
    yield _Told(Situation.EMPTY_CELL, ActionPlan(()))


def _holders(fact: Missing, asked: Asked) -> Iterator[_Told]:
    del fact
    for member in asked.context.members(asked.application):
        yield _Told((member,), member.nis_code)
    yield _Told(Situation.ELSEWHERE, elsewhere(asked.application))


def _channels(fact: Missing, asked: Asked) -> Iterator[_Told]:
    del fact
    accepted = asked.context.call.channels
    in_order = tuple(channel for channel in SubmissionChannel if channel in accepted)
    yield _Told(in_order, accepted)
    yield _Told((), frozenset())


def _claims(fact: Missing, asked: Asked) -> Iterator[_Told]:
    del fact
    yield _Told(Situation.NO_OTHER_CLAIM, True)
    yield _Told(Situation.OTHER_CLAIM, rival(asked.application, asked.context, date.min))


_KINDS: Mapping[str, Callable[[Missing, Asked], Iterable[_Told]]] = MappingProxyType(
    {
        "channels": _channels,
        "complete": _claims,
        "derogations": _deviations,
        "inhabitants": _people,
        "is_centrumstad": _yes_or_no,
        "legal_form": _legal_forms,
        "plan": _plans,
        "planned_by": _holders,
        "recognised_on": _recognitions,
        "reference_region": _regions,
        "submitted_on": _submissions,
    }
)


# --- what is taken together -------------------------------------------------------------------

_Found: TypeAlias = list[tuple[Any, _Outcome]]


def _merged(fact: Missing, found: _Found) -> _Found:
    """The answers, those from which the same follows as one where they are of one kind."""
    if fact.fact == "legal_form":
        found = _forms_apart(found)
    merged: _Found = []
    for value, outcome in found:
        alike = [each for each, follows in merged if follows == outcome]
        if isinstance(value, History) and alike:
            continue
        for before in alike:
            both = _both(before, value) if fact.fact != "derogations" else None
            if both is not None:
                merged[merged.index((before, outcome))] = both, outcome
                break
        else:
            merged.append((value, outcome))
    return merged


def _both(one: Any, other: Any) -> AnswerValue | None:  # noqa: ANN401
    """Two answers as one, where they can be."""
    match one, other:
        case Days(until=date() as until), Days(since=since) if since == until:
            return Days(one.since, other.until)
        case FormChange(days=days), FormChange(days=others) if days == others:
            return FormChange((*one.forms, *other.forms), days)
        case FormChange(forms=forms, days=Days() as days), FormChange(days=Days() as others):
            both = _both(days, others) if forms == other.forms else None
            return FormChange(forms, both) if isinstance(both, Days) else None
        case tuple(), tuple():
            return (*one, *other)
        case _:
            return None


def _forms_apart(found: _Found) -> _Found:
    """Changes only where it matters, and then the same forms without a change beside them."""
    steady = {value: outcome for value, outcome in found if isinstance(value, tuple)}
    changed = [
        (value, outcome)
        for value, outcome in found
        if isinstance(value, FormChange) and outcome != steady[value.forms]
    ]
    that_change = {value.forms for value, _ in changed}
    unchanged = [
        (FormChange(forms, None) if forms in that_change else forms, outcome)
        for forms, outcome in steady.items()
    ]
    return [*unchanged, *changed]
