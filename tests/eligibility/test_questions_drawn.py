"""Questions on drawn worlds: asked only of what is not known, and every answer keeps its word."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve
from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import UNKNOWN

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.history import History
from wselr_rules.eligibility.answers import FormChange, Situation
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Interval
from wselr_rules.eligibility.questions import questions
from wselr_rules.eligibility.rules import ELIGIBLE, ONE_REGIEVERBAND, PLAN, REFERENCE_REGION, RULES
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.errors import NotMunicipalityAlone
from wselr_rules.law.readings import Change, NewDeadline, PlanHolder

DAY = timedelta(days=1)


def _at(application, portfolio, path):
    """Return what stands at a path, read step by step."""
    steps = path.replace("[", ".").replace("]", "").split(".")
    here = application
    if steps[0] == "portfolio":
        here, steps = portfolio, steps[1:]
    for step in steps:
        here = here[int(step)] if step.isdigit() else getattr(here, step)
    return here


#: The whole more often than each rule alone, and wholes of another form.
CRITERIA = (
    *(ELIGIBLE, ELIGIBLE, *RULES),
    *(~PLAN | REFERENCE_REGION, ONE_REGIEVERBAND & ~REFERENCE_REGION),
)


def _asked(portfolio, call, on, criterion=ELIGIBLE):
    own = portfolio.applications[0]
    return questions(criterion, own, on=on, call=call, portfolio=portfolio)


def _may_stay_open(call):
    readings = call.readings
    return readings.plan_holder is PlanHolder.EACH_MEMBER or (
        readings.change is Change.STATE and readings.new_deadline is NewDeadline.INCURABLE
    )


@settings(max_examples=examples(80))
@given(st.sampled_from(CRITERIA), worlds.portfolios(), worlds.calls(), worlds.days())
def test_questions_are_asked_where_the_verdict_is_open_and_only_there(
    criterion, portfolio, call, on
):
    """A decided verdict has no question; an undecided one has, but for the known corners."""
    asked = _asked(portfolio, call, on, criterion)
    own = portfolio.applications[0]
    context = Context(on, call=call, portfolio=portfolio)
    assert asked.verdict is criterion.verdict(own, context)
    event(f"{asked.verdict.value}: {len(asked)} questions")
    assert bool(asked) <= (asked.verdict is UNKNOWN)
    if asked.verdict is UNKNOWN and not _may_stay_open(call):
        assert asked
    for question in asked:
        known = _at(own, portfolio, question.path)
        values = known.values if isinstance(known, History) else (known,)
        assert None in values or (question.path, known) == ("portfolio.complete", False)
        assert question.is_proven
        assert question.criteria


@settings(max_examples=examples(50))
@given(worlds.portfolios(), worlds.calls(), worlds.days(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_known_does_not_matter_but_for_paths(portfolio, call, on, random):
    """Memberships and other applications in another order: the same facts, the same answers."""
    own, *others = portfolio.applications
    memberships = list(own.regieverband.memberships)
    random.shuffle(memberships)
    random.shuffle(others)
    body = evolve(own.regieverband, memberships=memberships)
    turned = evolve(portfolio, applications=[evolve(own, regieverband=body), *others])

    def asked(world):
        return {
            (each.fact.fact, each.fact.subject): (each.criteria, set(each.answers))
            for each in _asked(world, call, on)
        }

    assert asked(turned) == asked(portfolio)


# --- what an answer promises ------------------------------------------------------------------


def _days_of(days):
    if days.since is None and days.until is None:
        return [date(2020, 1, 1), date(2024, 1, 1)]
    since = days.since or days.until - 400 * DAY
    return [since, (days.until - DAY) if days.until else since + DAY]


def _town(body, index, name, value):
    memberships = list(body.memberships)
    code = memberships[index].municipality.nis_code
    for place, membership in enumerate(memberships):
        same = membership.municipality.nis_code == code
        if place == index or (same and name == "reference_region"):
            told = evolve(
                membership.municipality,
                **{name: _filled(getattr(membership.municipality, name), value)},
            )
            memberships[place] = evolve(membership, municipality=told)
    return evolve(body, memberships=memberships)


def _filled(known, value):
    """Fill the stretches of which the value is not known."""
    if not isinstance(known, History):
        return value if known is None else known
    told = {since: value if each is None else each for since, each in known.changes}
    first = value if known.initial is None else known.initial
    kept = []
    for day, each in told.items():
        if each != (kept[-1][1] if kept else first):
            kept.append((day, each))
    return History(first, kept) if kept else first


SITUATIONS = {
    Situation.EVERY_CELL: [worlds.FULL_PLAN],
    Situation.EMPTY_CELL: [ActionPlan(())],
    Situation.ELSEWHERE: ["90009"],
    Situation.NO_OTHER_CLAIM: [True],
}


def _examples(question, answer):
    """Return plain values that say what is answered, as far as they are simple ones.

    A legal form that is answered alone is so whether it changed or not.
    """
    value = answer.value
    examples = [value]
    if isinstance(value, Interval):
        examples = [value.least, value.least + 100_000 if value.most is None else value.most]
    elif isinstance(value, Days):
        examples = _days_of(value)
    elif isinstance(value, Situation | FormChange):
        examples = SITUATIONS.get(value, [])
    elif question.fact.fact == "channels":
        examples = [frozenset(value)]
    elif isinstance(value, tuple) and question.fact.fact != "derogations":
        examples = [getattr(each, "nis_code", each) for each in value]
    return examples


def _told(portfolio, path, value):
    """Return the portfolio once this one fact is known."""
    own, *others = portfolio.applications
    body = own.regieverband
    steps = path.replace("[", ".").replace("]", "").split(".")
    match steps:
        case ["portfolio", "complete"]:
            return evolve(portfolio, complete=value)
        case ["portfolio", "applications", index, *_]:
            other = others[int(index) - 1]
            told = evolve(other, regieverband=evolve(other.regieverband, recognised_on=value))
            others[int(index) - 1] = told
            return evolve(portfolio, applications=[own, *others])
        case ["regieverband", "memberships", index, "municipality", name]:
            own = evolve(own, regieverband=_town(body, int(index), name, value))
        case ["regieverband", "legal_form"]:
            own = evolve(own, regieverband=evolve(body, legal_form=_filled(body.legal_form, value)))
        case ["regieverband", name]:
            own = evolve(own, regieverband=evolve(body, **{name: value}))
        case ["plan", "actions", index, _]:
            actions = list(own.plan.actions)
            actions[int(index)] = evolve(actions[int(index)], planned_by=value)
            own = evolve(own, plan=ActionPlan(actions))
        case [name]:
            own = evolve(own, **{name: value})
    return evolve(portfolio, applications=[own, *others])


@settings(max_examples=examples(80))
@given(st.sampled_from(CRITERIA), worlds.portfolios(), worlds.calls(), worlds.days())
def test_every_answer_gives_the_verdict_that_it_promises(criterion, portfolio, call, on):
    """Who learns just that fact gets just that verdict, of the whole and of each part."""
    asked = _asked(portfolio, call, on, criterion)
    leaves = {rule.id: rule for rule in RULES}
    for question, answer, told in _told_in_turn(asked, portfolio):
        event(question.fact.fact)
        context = Context(on, call=call, portfolio=told)
        assert criterion.verdict(told.applications[0], context) is answer.verdict
        for id, verdict in answer.settles:
            assert leaves[id].verdict(told.applications[0], context) is verdict


def _told_in_turn(asked, portfolio):
    for question in asked:
        for answer in question.answers:
            for value in _examples(question, answer):
                try:
                    told = _told(portfolio, question.path, value)
                except NotMunicipalityAlone:
                    continue
                yield question, answer, told
