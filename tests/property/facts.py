"""Small worlds told by a flat list of facts, each of which may be hidden: cheap to draw.

One applicant of up to three towns, at most two rivals, and the day on which the members, the
regions and the form may change. A law is held against thousands of them.
"""

from __future__ import annotations

from datetime import date
from itertools import product

from attrs import evolve
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    OUTSIDE,
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
from wselr_rules.eligibility.rules import ELIGIBLE, RULES
from wselr_rules.errors import NotMunicipalityAlone
from wselr_rules.law.readings import INTERPRETATIONS, Readings
from wselr_rules.law.terms import LegalForm, SubmissionChannel

TURN = date(2024, 6, 1)
#: Every rule of the call, and what they make together.
ALL_RULES = (*RULES, ELIGIBLE)
#: The call by the default readings, and with each other reading by itself.
CALLS = (
    CALL,
    *(
        reading(**{each.name: other})
        for each in INTERPRETATIONS
        for other in type(getattr(Readings(), each.name))
        if other is not getattr(Readings(), each.name)
    ),
)

#: What each fact can turn out to be, in a world of one or two towns; None stands for unknown.
FACTS = {
    "region": (KEMPEN, LIMBURG, OUTSIDE, History(KEMPEN, [(TURN, LIMBURG)])),
    "other_region": (KEMPEN, LIMBURG, OUTSIDE, History(LIMBURG, [(TURN, KEMPEN)])),
    "people": (40_000, 60_000, 19_999),
    "other_people": (20_000, 0, 60_000),
    "is_city": (True, False),
    "form": (
        LegalForm.INTERLOCAL_ASSOCIATION,
        LegalForm.WELFARE_ASSOCIATION,
        LegalForm.MUNICIPALITY,
        LegalForm.OTHER,
        History(LegalForm.OTHER, [(TURN, LegalForm.PROJECT_ASSOCIATION)]),
        History(LegalForm.MUNICIPALITY, [(TURN, LegalForm.PROJECT_ASSOCIATION)]),
        History(LegalForm.PROJECT_ASSOCIATION, [(TURN, LegalForm.MUNICIPALITY)]),
    ),
    "recognised_on": (
        *(
            NEVER,
            date(1890, 1, 1),
            date(2020, 1, 1),
            date(2022, 4, 28),
            date(2022, 4, 29),
            date(2022, 12, 31),
        ),
        *(date(2023, 1, 1), date(2024, 5, 31), TURN, date(2024, 6, 2), date(2025, 1, 1)),
    ),
    "derogations": ((), (Derogation(date(2020, 1, 1)),), (Derogation(TURN),)),
    "plan": (worlds.FULL_PLAN, ActionPlan(())),
    "channels": ({SubmissionChannel.PLATOS}, set()),
    "submitted_on": (
        date(2022, 4, 29),
        date(2022, 12, 31),
        date(2023, 1, 1),
        TURN,
        date(2026, 6, 1),
    ),
    "rival_since": (date(2024, 5, 31), TURN, date(2010, 1, 1), NEVER),
    "unseen": ("nobody", "a rival"),
}
#: Whatever is known of the applicant, another one may have been recognised before.
OPTIONS = {
    **FACTS,
    "rival_since": (*FACTS["rival_since"], date(1800, 1, 1)),
    "unseen": (*FACTS["unseen"], "the oldest"),
}
SHAPES = ("one", "two", "joins", "leaves", "swaps")


def _members(shape, facts):
    first = town(
        "90001",
        reference_region=facts["region"],
        inhabitants=facts["people"],
        is_centrumstad=facts["is_city"],
    )
    second = town(
        "90002", reference_region=facts["other_region"], inhabitants=facts["other_people"]
    )
    always = date(2020, 1, 1)
    third = town("90003", reference_region=LIMBURG, inhabitants=facts["other_people"])
    others = {
        "one": [],
        "two": [Membership(second, always)],
        "joins": [Membership(second, TURN)],
        "leaves": [Membership(second, always, TURN)],
        "swaps": [Membership(second, always, TURN), Membership(third, TURN)],
    }
    return [first, *others[shape]]


def world(shape, has_rival, facts):
    """Return the portfolio of a world of which these facts are known, the others None."""
    body = verband(
        *_members(shape, facts),
        form=facts["form"],
        recognised_on=facts["recognised_on"],
        derogations=facts["derogations"],
    )
    asked = {name: facts[name] for name in ("plan", "channels", "submitted_on")}
    rivals = []
    if has_rival:
        rivals.append(applies(verband(town("90001"), id="S", recognised_on=facts["rival_since"])))
    if facts["unseen"] in {"a rival", "the oldest"}:
        first = date(1900 if facts["unseen"] == "a rival" else 1800, 1, 1)
        rivals.append(applies(verband(town("90001"), id="T", recognised_on=first)))
    complete = None if facts["unseen"] is None else True
    return Portfolio((applies(body, **asked), *rivals), complete=complete)


def hidden(facts, names):
    """Return the facts without those of these names, which are not known."""
    return {name: None if name in names else value for name, value in facts.items()}


def a_world(frame, facts):
    """Return the portfolio of a world; a form that its members cannot have is another one."""
    try:
        return world(*frame, facts)
    except NotMunicipalityAlone:
        return world(*frame, {**facts, "form": LegalForm.INTERLOCAL_ASSOCIATION})


# Made once: a strategy that is made anew for each example takes longer than what is drawn.

#: How the members come and go, and whether a rival is known.
FRAMES = st.sampled_from([(shape, has_rival) for shape in SHAPES for has_rival in (False, True)])
#: Facts that are drawn together: a few draws of many are cheaper than many of a few.
TOGETHER = (
    ("region", "other_region", "form"),
    ("people", "other_people", "is_city", "plan", "channels"),
    ("recognised_on", "derogations", "submitted_on"),
    ("rival_since", "unseen"),
)
GROUPS = [st.sampled_from([*product(*(FACTS[name] for name in names))]) for names in TOGETHER]


def facts_of(groups):
    """Return what each fact is, of facts that were drawn together."""
    pairs = zip(TOGETHER, groups, strict=True)
    return {
        name: value for names, values in pairs for name, value in zip(names, values, strict=True)
    }


#: What each fact is.
KNOWN_FACTS = st.tuples(*GROUPS).map(facts_of)
#: Which facts are not known: none, some or nearly all.
NAMES = st.integers(0, 2 ** len(FACTS) - 1).map(
    lambda bits: {name for place, name in enumerate(FACTS) if bits >> place & 1}
)
#: The names of a few of them.
FEW_NAMES = st.sampled_from([set(), *({one, other} for one in FACTS for other in FACTS)])
#: Small worlds of which all is known, and of which some facts are hidden.
KNOWN = st.tuples(FRAMES, *GROUPS).map(lambda drawn: a_world(drawn[0], facts_of(drawn[1:])))
PORTFOLIOS = st.tuples(FRAMES, FEW_NAMES, *GROUPS).map(
    lambda drawn: a_world(drawn[0], hidden(facts_of(drawn[2:]), drawn[1]))
)
#: A day near a turn of the text or of the world.
DAYS = st.sampled_from([day for day in worlds.TURNS if day >= worlds.FIRST])
#: The call of the text, or with another reading.
ANY_CALL = st.sampled_from(CALLS)


def verdicts(portfolio, on, call=CALL):
    """Return the verdict of every rule and of the whole on the first application."""
    context = Context(on, call=call, portfolio=portfolio)
    return [each.verdict(portfolio.applications[0], context) for each in ALL_RULES]


def told(portfolio, on, call=CALL):
    """Return all verdicts, and the facts that the whole asks for, but for their paths."""
    context = Context(on, call=call, portfolio=portfolio)
    found = ELIGIBLE.finding(portfolio.applications[0], context)
    asked = {(each.fact, each.subject) for each in found.missing}
    return [found.verdict, *(leaf.verdict for leaf in found.leaves)], asked


def with_first(portfolio, **changes):
    """Return the portfolio with these changes of its first application."""
    return portfolio.with_application(evolve(portfolio.applications[0], **changes))


def with_applicant(portfolio, **changes):
    """Return the portfolio with these changes of the regieverband of its first application."""
    body = portfolio.applications[0].regieverband
    return with_first(portfolio, regieverband=evolve(body, **changes))
