"""For each field that a rule reads: two values that differ in it alone, and what to ask of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    OUTSIDE,
    PLAN,
    QUIET,
    applies,
    city,
    town,
    two_towns,
    verband,
)
from tests.nothing_unread.worlds import (
    DUE,
    FAR,
    NEAR,
    outcome,
    outcome_of,
    shared_with_a_city,
    with_members,
)

from wselr_rules import (
    NEVER,
    Action,
    ActionPlan,
    AllocationKey,
    Application,
    Beneficiary,
    Confidence,
    Derogation,
    History,
    LegalForm,
    Membership,
    Municipality,
    OpenCall,
    Portfolio,
    Provenance,
    Readings,
    RegieVerband,
    RulesError,
    SubmissionChannel,
    allocate,
)
from wselr_rules.law.readings import (
    Approval,
    BudgetPeriod,
    CentrumstadPartner,
    Change,
    DerogationEffect,
    DoubleClaim,
    Existing,
    ExistingDeadline,
    Merger,
    MinimumMembers,
    NewDeadline,
    PlanHolder,
    RegionMap,
    Rounding,
    ZeroKey,
)


@frozen
class Read:
    """A field, a value, the same with something else in that field, and what to ask of both."""

    field: str
    value: object
    other: object
    ask: object


def _of(value, ask, **others):
    """Return a case for each of these fields."""
    return [
        Read(name, value, evolve(value, **{name: other}), ask) for name, other in others.items()
    ]


UNSURE = Provenance("een oude lijst", confidence=Confidence.LOW)
TURN = date(2023, 6, 1)
ACROSS = verband(NEAR, FAR)
EACH_MEMBER = Readings(plan_holder=PlanHolder.EACH_MEMBER)
BOTH_PLANS = ActionPlan(
    evolve(each, id=f"{each.id}-{code}", planned_by=code)
    for each in PLAN.actions
    for code in ("90001", "90002")
)


# --- municipalities -------------------------------------------------------------------------


def _in_place_of_the_first(municipality):
    """Ask whether the list of members has changed, where that makes it new (I03)."""
    body = verband(
        Membership(NEAR, LONG_AGO, TURN), Membership(FAR, LONG_AGO), Membership(municipality, TURN)
    )
    readings = Readings(merger=Merger.MEMBER_LIST)
    return outcome(applies(body), call=evolve(CALL, readings=readings))


def _beside_a_neighbour(municipality):
    neighbour = applies(verband(town("90003"), town("90004"), id="neighbour"))
    return outcome(applies(verband(municipality, town("90002"))), others=[neighbour])


def _in_two(municipality, on=QUIET):
    return with_members(municipality, town("90002", inhabitants=30_000), on=on)


_TOWN = town("90001", working_age_population=10_000)
MUNICIPALITY = [
    *_of(_TOWN, _in_place_of_the_first, nis_code="90009"),
    *_of(_TOWN, lambda value: _in_two(value, DUE), reference_region=LIMBURG),
    *_of(_TOWN, lambda value: outcome(applies(city(value))), is_centrumstad=True),
    *_of(_TOWN, _in_two, inhabitants=20_000, provenance={"inhabitants": UNSURE}),
    *_of(_TOWN, shared_with_a_city, working_age_population=30_000, job_seekers=10_000),
    *_of(_TOWN, _beside_a_neighbour, territory={"90003"}),
]

# --- members, the regieverband and its deviations -------------------------------------------

_MEMBERSHIP = Membership(NEAR, LONG_AGO)
MEMBERSHIP = _of(
    _MEMBERSHIP,
    lambda value: with_members(value, town("90002")),
    municipality=town("90001", inhabitants=10_000),
    since=date(2025, 1, 1),
    until=date(2024, 1, 1),
    provenance=UNSURE,
)
DEROGATION = _of(
    Derogation(date(2026, 1, 1), date(2026, 12, 1)),
    lambda value: with_members(NEAR, FAR, on=DUE, derogations=[value]),
    since=date(2026, 6, 2),
    until=date(2026, 6, 1),
)


def _of_a_regieverband(value):
    return outcome(applies(value))


REGIEVERBAND = [
    *_of(
        ACROSS,
        _of_a_regieverband,
        legal_form=LegalForm.OTHER,
        memberships=ACROSS.memberships[:1],
        recognised_on=NEVER,
        provenance={"recognised_on": UNSURE},
    ),
    *_of(
        ACROSS,
        lambda value: outcome(applies(value), DUE),
        derogations=[Derogation(LONG_AGO)],
    ),
]
HISTORY = [
    *_of(
        History(KEMPEN, [(TURN, LIMBURG)]),
        lambda value: with_members(NEAR, town("90002", reference_region=value), on=DUE),
        changes=[(date(2026, 6, 2), LIMBURG)],
    ),
    *_of(
        History(KEMPEN, [(date(2026, 6, 2), LIMBURG)]),
        lambda value: with_members(NEAR, town("90002", reference_region=value), on=DUE),
        initial=OUTSIDE,
    ),
]

# --- plans, applications and portfolios -----------------------------------------------------


def _in_a_plan(action):
    """Ask whether the plan is full with this action, each member having its own (I14)."""
    plan = ActionPlan((action, *BOTH_PLANS.actions[1:]))
    return outcome(applies(plan=plan), call=evolve(CALL, readings=EACH_MEMBER))


ACTION = _of(
    BOTH_PLANS.actions[0], _in_a_plan, code="ABB-1", years={2023, 2024}, planned_by="90002"
)
ACTION_PLAN = _of(PLAN, lambda value: outcome(applies(plan=value)), actions=PLAN.actions[1:])


def _at_submission(application):
    readings = Readings(new_deadline=NewDeadline.AT_SUBMISSION)
    return outcome(application, call=evolve(CALL, readings=readings))


_LEFT = verband(
    town("90001"),
    town("90003"),
    Membership(FAR, LONG_AGO, TURN),
    recognised_on=NEVER,
)
APPLICATION = [
    *_of(
        applies(),
        outcome,
        regieverband=verband(form=LegalForm.OTHER),
        plan=None,
        channels=(),
        provenance={"plan": UNSURE},
    ),
    *_of(
        applies(_LEFT, submitted_on=date(2024, 1, 1)),
        _at_submission,
        submitted_on=date(2023, 1, 1),
    ),
]
PORTFOLIO = _of(
    Portfolio([applies()], complete=True),
    outcome_of,
    applications=[applies(), applies(id="again")],
    complete=None,
    provenance=UNSURE,
)

# --- the money ------------------------------------------------------------------------------


def _divided(beneficiary, call=CALL):
    other = Beneficiary("other", working_age_population=50_000, job_seekers=1_000)
    return [grant.amount for grant in allocate([beneficiary, other], call=call, year=2024)]


BENEFICIARY = _of(
    Beneficiary("one", working_age_population=50_000, job_seekers=1_000),
    _divided,
    working_age_population=50_001,
    job_seekers=999,
)
PROVENANCE = _of(
    UNSURE,
    lambda value: outcome(applies(provenance={"plan": value})),
    confidence=Confidence.HIGH,
)

# --- the call -------------------------------------------------------------------------------


def _asked(application, on=QUIET, **circumstances):
    """Return what asks an application of a call."""
    return lambda call: outcome(application, on, call=call, **circumstances)


def _money(call):
    few = Beneficiary("one", working_age_population=10_000, job_seekers=3_000)
    return _divided(few, call)


def _under(**chosen):
    return evolve(CALL, readings=Readings(**chosen))


_RECOGNISED_LATE = applies(verband(NEAR, FAR, recognised_on=date(2022, 5, 1)))
_NEW = applies(verband(NEAR, FAR, recognised_on=NEVER))
_MOVED = applies(
    verband(
        NEAR,
        town("90002", reference_region=History(KEMPEN, [(date(2023, 3, 19), LIMBURG)])),
        recognised_on=NEVER,
    )
)
_WELFARE = applies(verband(town(inhabitants=60_000), form=LegalForm.WELFARE_ASSOCIATION))
OPEN_CALL = [
    *_of(
        CALL,
        _asked(applies()),
        plan_years=(2023, 2024, 2025, 2026),
        minimum_inhabitants=80_001,
        minimum_actions=2,
        minimum_members=3,
        partnership_forms={LegalForm.WELFARE_ASSOCIATION},
        channels={SubmissionChannel.MULTI_ANNUAL_PLAN},
    ),
    *_of(
        CALL,
        _money,
        budget=Decimal("3000000.01"),
        keys={AllocationKey.JOB_SEEKERS: Fraction(1)},
    ),
    *_of(CALL, _asked(_WELFARE), minimum_members_welfare=2),
    *_of(CALL, _asked(_RECOGNISED_LATE), order_date=date(2022, 5, 2)),
    *_of(
        _under(existing=Existing.BEFORE_EFFECT),
        _asked(_RECOGNISED_LATE),
        order_in_force=date(2022, 5, 1),
    ),
    *_of(CALL, _asked(_NEW), new_fit_deadline=date(2025, 1, 1)),
    *_of(CALL, _asked(applies(ACROSS)), existing_fit_deadline=date(2024, 1, 1)),
    *_of(
        _under(region_map=RegionMap.REGIODECREET),
        _asked(_MOVED),
        region_decree_in_force=date(2023, 3, 18),
    ),
    *_of(CALL, _asked(_RECOGNISED_LATE), readings=Readings(existing=Existing.BEFORE_EFFECT)),
]

# --- the readings ---------------------------------------------------------------------------

_OTHER_FORM = History(LegalForm.INTERLOCAL_ASSOCIATION, [(TURN, LegalForm.PROJECT_ASSOCIATION)])
_CLAIMED = applies(verband(town("90001"), town("90002"), id="one", recognised_on=LONG_AGO))
_CLAIMING = applies(
    verband(town("90002"), town("90003"), id="other", recognised_on=date(2021, 1, 1))
)
_WITH_A_CITY = applies(verband(*two_towns(inhabitants=19_999, is_centrumstad=True)))


def _chosen(application, on=QUIET, **circumstances):
    return lambda readings: outcome(
        application, on, call=evolve(CALL, readings=readings), **circumstances
    )


def _cents(readings):
    """Divide among three, so that cents are left over in each pot."""
    call = evolve(CALL, readings=readings, budget=Decimal("100.00"))
    three = [
        Beneficiary(each, working_age_population=count, job_seekers=count)
        for each, count in (("a", 1), ("b", 1), ("c", 5))
    ]
    return [(each.amount, dict(each.components)) for each in allocate(three, call=call, year=2024)]


def _without_job_seekers(readings):
    alone = Beneficiary("a", working_age_population=1, job_seekers=0)
    try:
        return allocate([alone], call=evolve(CALL, readings=readings), year=2024)["a"].amount
    except RulesError as error:
        return type(error)


_READINGS = Readings()
READINGS = [
    *_of(_READINGS, _chosen(_RECOGNISED_LATE), existing=Existing.BEFORE_EFFECT),
    *_of(
        _READINGS,
        _chosen(applies(verband(NEAR, FAR, form=_OTHER_FORM))),
        change=Change.TERRITORY_ONLY,
    ),
    *_of(
        _READINGS,
        _chosen(
            applies(
                verband(
                    Membership(NEAR, LONG_AGO, TURN),
                    Membership(FAR, LONG_AGO),
                    Membership(town("90009", territory={"90001"}), TURN),
                )
            )
        ),
        merger=Merger.MEMBER_LIST,
    ),
    *_of(
        _READINGS,
        _chosen(applies(ACROSS), date(2026, 1, 1)),
        existing_deadline=ExistingDeadline.DAY_AFTER,
    ),
    *_of(_READINGS, _chosen(applies(_LEFT)), new_deadline=NewDeadline.INCURABLE),
    *_of(_READINGS, _chosen(_MOVED, date(2023, 3, 18)), region_map=RegionMap.REGIODECREET),
    *_of(
        _READINGS,
        _chosen(_CLAIMED, others=[_CLAIMING]),
        double_claim=DoubleClaim.FIRST_RECOGNISED,
    ),
    *_of(_READINGS, _chosen(_WELFARE), minimum_members=MinimumMembers.TWO_FOR_ALL),
    *_of(_READINGS, _chosen(_WITH_A_CITY), centrumstad_partner=CentrumstadPartner.EXEMPT),
    *_of(_READINGS, _chosen(applies()), budget_period=BudgetPeriod.ALL_YEARS),
    *_of(_READINGS, _cents, rounding=Rounding.PER_POT),
    *_of(_READINGS, _without_job_seekers, zero_key=ZeroKey.EQUAL_PARTS),
    *_of(
        _READINGS,
        _chosen(applies(verband(NEAR, FAR, derogations=[Derogation(LONG_AGO)])), DUE),
        derogation=DerogationEffect.IGNORED,
    ),
    *_of(_READINGS, _chosen(applies()), plan_holder=PlanHolder.EACH_MEMBER),
    *_of(_READINGS, _chosen(applies()), approval=Approval.NAMED),
]

READ = {
    Action: ACTION,
    ActionPlan: ACTION_PLAN,
    Application: APPLICATION,
    Beneficiary: BENEFICIARY,
    Derogation: DEROGATION,
    History: HISTORY,
    Membership: MEMBERSHIP,
    Municipality: MUNICIPALITY,
    OpenCall: OPEN_CALL,
    Portfolio: PORTFOLIO,
    Provenance: PROVENANCE,
    Readings: READINGS,
    RegieVerband: REGIEVERBAND,
}
