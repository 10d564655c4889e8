"""A fact is asked for exactly when it can turn the verdict: held against every completion.

The reference tries all combinations of what the hidden facts of a small world can turn out to
be, and asks only for the verdict of each.
"""

from __future__ import annotations

from datetime import date
from itertools import product

from hypothesis import event, example, given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    OUTSIDE,
    UNKNOWN,
    applies,
    reading,
    town,
    verband,
)

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.questions import questions
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.errors import NotMunicipalityAlone
from wselr_rules.law.readings import NewDeadline
from wselr_rules.law.terms import LegalForm, SubmissionChannel

TURN = date(2024, 6, 1)
#: Between two of these nothing happens in any of the worlds, but for the assessed day.
QUIET_SINCE = (
    *(date(2022, 4, 29), date(2022, 12, 31), date(2023, 1, 1), date(2023, 3, 19)),
    *(date(2024, 5, 31), TURN, date(2024, 6, 2), date(2025, 6, 1), date(2026, 1, 1)),
)
PROJECT, INTERLOCAL = LegalForm.PROJECT_ASSOCIATION, LegalForm.INTERLOCAL_ASSOCIATION
FORMS = (INTERLOCAL, LegalForm.WELFARE_ASSOCIATION, LegalForm.MUNICIPALITY, LegalForm.OTHER)


def _once(value, other):
    """Return a value over time that is the other one in just one stretch, for each stretch."""
    for since, until in zip(QUIET_SINCE, (*QUIET_SINCE[1:], None), strict=True):
        changes = [(since, other), *([] if until is None else [(until, value)])]
        yield History(value, changes)


def _changes(value, other):
    """Return a value over time that turns into another one, on each of the days."""
    for day in QUIET_SINCE:
        yield History(value, [(day, other)])


REGIONS = (
    *(KEMPEN, LIMBURG, OUTSIDE),
    *_once(KEMPEN, OUTSIDE),
    *_changes(KEMPEN, LIMBURG),
)
#: What each fact can turn out to be.
OPTIONS = {
    "form": (
        *FORMS,
        *_changes(PROJECT, INTERLOCAL),
        *_changes(INTERLOCAL, LegalForm.OTHER),
        *_changes(PROJECT, LegalForm.MUNICIPALITY),
        *_once(INTERLOCAL, PROJECT),
        # Alone only until another one joins.
        History(LegalForm.MUNICIPALITY, [(TURN, PROJECT)]),
        *(
            History(PROJECT, [(day, LegalForm.MUNICIPALITY), (TURN, PROJECT)])
            for day in QUIET_SINCE
            if day < TURN
        ),
    ),
    "recognised_on": (
        *(NEVER, date(1, 1, 2), date(2020, 1, 1), date(2021, 1, 1), date(2022, 4, 28)),
        *QUIET_SINCE,
        date(2026, 12, 1),
    ),
    "region": REGIONS,
    "other_region": REGIONS,
    "people": (40_000, 19_999, 60_000),
    "other_people": (20_000, 0, 60_000),
    "is_city": (True, False),
    "derogations": (
        *((), (Derogation(LONG_AGO),)),
        *(
            (Derogation(LONG_AGO, since), *([] if until is None else [Derogation(until)]))
            for since, until in zip(QUIET_SINCE, (*QUIET_SINCE[1:], None), strict=True)
        ),
    ),
    "plan": (worlds.FULL_PLAN, ActionPlan(())),
    "channels": (frozenset({SubmissionChannel.PLATOS}), frozenset()),
    "submitted_on": QUIET_SINCE,
    "rival_since": (NEVER, date(1, 1, 1), date(2021, 1, 1), TURN),
    "unseen": (None, date(1, 1, 1), date(2021, 1, 1)),
}
#: What holds where a world says nothing else: eligible until 2026, and after it too.
FINE = {name: values[0] for name, values in OPTIONS.items()} | {
    "recognised_on": LONG_AGO,
    "people": 40_000,
    "submitted_on": TURN,
}
MEMBER = "regieverband.memberships[{}].municipality.{}"
PATHS = {
    "form": "regieverband.legal_form",
    "recognised_on": "regieverband.recognised_on",
    "region": MEMBER.format(0, "reference_region"),
    "other_region": MEMBER.format(1, "reference_region"),
    "people": MEMBER.format(0, "inhabitants"),
    "other_people": MEMBER.format(1, "inhabitants"),
    "is_city": MEMBER.format(0, "is_centrumstad"),
    "derogations": "regieverband.derogations",
    "plan": "plan",
    "channels": "channels",
    "submitted_on": "submitted_on",
    "rival_since": "portfolio.applications[1].regieverband.recognised_on",
    "unseen": "portfolio.complete",
}
NO_RIVAL = object()
ALWAYS = date(2020, 1, 1)


def _world(shape, facts, hidden=()):
    """Return the portfolio of a world in which the hidden facts are not known."""
    known = {name: None if name in hidden else value for name, value in facts.items()}
    first = town(
        "90001",
        reference_region=known["region"],
        inhabitants=known["people"],
        working_age_population=0,
        job_seekers=0,
        is_centrumstad=known["is_city"],
    )
    second = town(
        "90002",
        reference_region=known["other_region"],
        inhabitants=known["other_people"],
        working_age_population=0,
        job_seekers=0,
    )
    others = {
        "one": [],
        "two": [Membership(second, ALWAYS)],
        "joins": [Membership(second, TURN)],
        "leaves": [Membership(second, ALWAYS, TURN)],
    }
    body = verband(
        *(Membership(first, ALWAYS), *others[shape.removesuffix(" with a rival")]),
        form=known["form"],
        recognised_on=known["recognised_on"],
        derogations=known["derogations"],
    )
    own = applies(body, **{name: known[name] for name in ("plan", "channels", "submitted_on")})
    rivals = []
    if shape.endswith("rival"):
        rivals.append(_claimant("S", known["rival_since"]))
    if facts["unseen"] is not None and "unseen" not in hidden:
        rivals.append(_claimant("T", facts["unseen"]))
    return Portfolio((own, *rivals), complete=None if "unseen" in hidden else True)


def _claimant(id, recognised_on):
    return applies(verband(town("90001"), id=id, recognised_on=recognised_on))


def _by_trying_all(shape, facts, hidden, on, call):
    """Return the hidden facts of which two values give two verdicts, the others being equal."""
    verdicts = {}
    for values in product(*(OPTIONS[name] for name in hidden)):
        try:
            world = _world(shape, facts | dict(zip(hidden, values, strict=True)))
        except NotMunicipalityAlone:
            continue
        context = Context(on, call=call, portfolio=world)
        verdicts[values] = ELIGIBLE.verdict(world.applications[0], context)
    turning = set()
    for place, name in enumerate(hidden):
        alike = {}
        for values, verdict in verdicts.items():
            alike.setdefault(values[:place] + values[place + 1 :], set()).add(verdict)
        if any(len(each) > 1 for each in alike.values()):
            turning.add(name)
    return turning


def _mostly_fine():
    """Draw facts of which most are fine."""
    return st.fixed_dictionaries(
        {
            name: st.one_of(*[st.just(FINE[name])] * 3, st.sampled_from(values))
            for name, values in OPTIONS.items()
        }
    )


SHAPES = tuple(
    f"{shape}{rival}"
    for shape in ("one", "two", "joins", "leaves")
    for rival in ("", " with a rival")
)


@settings(max_examples=examples(120))
@given(
    st.sampled_from(SHAPES),
    _mostly_fine(),
    st.lists(st.sampled_from(sorted(OPTIONS)), min_size=1, max_size=2, unique=True),
    worlds.calls(),
    st.sampled_from(QUIET_SINCE),
)
@example(
    # Known regions of which one changes: what is recognised when shows on one day alone.
    "two",
    FINE | {"region": KEMPEN},
    ["other_region", "recognised_on"],
    reading(new_deadline=NewDeadline.INCURABLE),
    date(2026, 1, 1),
)
def test_exactly_the_facts_that_can_turn_the_verdict_are_asked_for(shape, facts, hidden, call, on):
    """No fact too many, no fact too few, and all of them proven."""
    try:
        world = _world(shape, facts, hidden)
    except NotMunicipalityAlone:
        return
    if "rival_since" in hidden and not shape.endswith("rival"):
        hidden.remove("rival_since")
    asked = questions(ELIGIBLE, world.applications[0], on=on, call=call, portfolio=world)
    assert all(question.is_proven for question in asked)
    event(f"{asked.verdict.value}, {len(asked)} questions")
    if asked.verdict is not UNKNOWN:
        assert len(asked) == 0
        return
    names = {path: name for name, path in PATHS.items()}
    turning = _by_trying_all(shape, facts, hidden, on, call)
    assert {names[question.path] for question in asked} == turning
