"""The six rules as variables of OpenFisca, over arrays that are made before the time is taken.

Which cells of the plan hold an action, and which channels are accepted, it is told: it has no
lists, so those two rules are almost given away.
"""

from __future__ import annotations

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable
from tests.benchmarks.floor_of_rules import BASELINE
from tests.benchmarks.plain_records import CELLS, FAR, plain
from tests.benchmarks.records import CALL, ON

from wselr_rules import LegalForm, ReferenceRegion

MEMBER = build_entity("member", "members", "a member", is_person=True)
APPLICATION = build_entity(
    "application", "applications", "an application", roles=[{"key": "part", "plural": "parts"}]
)
DAY = ON.toordinal()
FIRST_DAY = BASELINE.toordinal()
FORMS = list(LegalForm)
PARTNERSHIPS = [FORMS.index(each) for each in CALL.partnership_forms]
REGIONS = [each.value for each in ReferenceRegion]
OF_MEMBER = {"since": int, "until": int, "inhabitants": int, "region": int, "claims": int}
OF_APPLICATION = {"form": int, "recognised": int, "deviates_since": int, "deviates_until": int}
WHEN = str(ON.year)


def _variable(name, kind, entity, formula=None):
    """Return a class of a variable; a formula has the arguments that OpenFisca gives it."""
    fields = {
        "value_type": kind,
        "entity": entity,
        "definition_period": DateUnit.YEAR,
        "label": name,
        **({} if formula is None else {"formula": formula}),
    }
    return type(name, (Variable,), fields)


def _is_member(member, period):
    return (member("since", period) <= DAY) & (member("until", period) > DAY)


def _changed(member, period):
    since, until = member("since", period), member("until", period)
    return ((since > FIRST_DAY) & (since <= DAY)) | ((until > FIRST_DAY) & (until <= DAY))


def _partnership(application, period):
    form = application("form", period)
    members = application.sum(application.members("is_member", period))
    is_welfare = form == FORMS.index(LegalForm.WELFARE_ASSOCIATION)
    enough = members >= np.where(is_welfare, 1, CALL.minimum_members)
    counted = application.members("is_member", period) * application.members("inhabitants", period)
    exempt = application.any(_centrumsteden(application, period))
    people = application.sum(counted) >= CALL.minimum_inhabitants
    return np.isin(form, PARTNERSHIPS) & enough & (people | exempt)


def _centrumsteden(application, period):
    return application.members("is_member", period) & application.members("centrumstad", period)


def _city(application, period):
    alone = application.sum(application.members("is_member", period)) == 1
    is_town = application("form", period) == FORMS.index(LegalForm.MUNICIPALITY)
    return is_town & alone & application.any(_centrumsteden(application, period))


def _region(application, period):
    changed = application.any(application.members("changed", period))
    existing = (application("recognised", period) <= FIRST_DAY) & ~changed
    new_day, existing_day = CALL.new_fit_deadline, CALL.existing_fit_deadline
    due = np.where(existing, existing_day.toordinal(), new_day.toordinal())
    counts = application.members("is_member", period)
    regions = application.members("region", period)
    highest = application.max(np.where(counts, regions, -1))
    lowest = application.min(np.where(counts, regions, len(REGIONS)))
    since, until = (
        application("deviates_since", period),
        application("deviates_until", period),
    )
    return (due > DAY) | (highest == lowest) | ((since <= DAY) & (until > DAY))


def _one_regieverband(application, period):
    claimed_twice = application.members("claims", period) > 1
    return ~application.any(application.members("is_member", period) & claimed_twice)


def _plan(application, period):
    filled = application("cell_0", period)
    for number in range(1, len(CELLS)):
        filled = filled & application(f"cell_{number}", period)
    return filled


def _eligible(application, period):
    applicant = application("partnership", period) | application("city", period)
    others = ("region_fits", "one_regieverband", "plan", "channel")
    for name in others:
        applicant = applicant & application(name, period)
    return applicant


def _system():
    system = TaxBenefitSystem([MEMBER, APPLICATION])
    given = [_variable(name, kind, MEMBER) for name, kind in OF_MEMBER.items()]
    given.append(_variable("centrumstad", bool, MEMBER))
    given += [_variable(name, kind, APPLICATION) for name, kind in OF_APPLICATION.items()]
    given += [_variable(f"cell_{number}", bool, APPLICATION) for number in range(len(CELLS))]
    given.append(_variable("channel", bool, APPLICATION))
    system.add_variables(
        *given,
        _variable("is_member", bool, MEMBER, _is_member),
        _variable("changed", bool, MEMBER, _changed),
        _variable("partnership", bool, APPLICATION, _partnership),
        _variable("city", bool, APPLICATION, _city),
        _variable("region_fits", bool, APPLICATION, _region),
        _variable("one_regieverband", bool, APPLICATION, _one_regieverband),
        _variable("plan", bool, APPLICATION, _plan),
        _variable("eligible", bool, APPLICATION, _eligible),
    )
    return system


def _columns(records):
    """Return the ids of the records, whose each member is, and the values by variable."""
    members = [each for record in records for each in record["members"]]
    # In order as text too, for the engine sorts them as such.
    ids = [f"{place:06}" for place in range(len(records))]
    owners = [own for own, record in zip(ids, records, strict=True) for _ in record["members"]]
    columns = {
        name: np.array([each[name] for each in members]) for name in OF_MEMBER if name != "region"
    }
    columns["region"] = np.array([REGIONS.index(each["region"]) for each in members])
    columns["centrumstad"] = np.array([each["centrumstad"] for each in members])
    forms = [each.value for each in FORMS]
    columns["form"] = np.array([forms.index(each["form"]) for each in records])
    columns["recognised"] = np.array([each["recognised"] for each in records])
    nothing = {"since": FAR, "until": FAR}
    periods = [(*each["derogations"], nothing)[0] for each in records]
    columns["deviates_since"] = np.array([each["since"] for each in periods])
    columns["deviates_until"] = np.array([each["until"] for each in periods])
    filled = [{cell for each in record["actions"] for cell in each["cells"]} for record in records]
    for number, cell in enumerate(CELLS):
        columns[f"cell_{number}"] = np.array([cell in each for each in filled])
    columns["channel"] = np.array(
        [any(each in record["accepted"] for each in record["channels"]) for record in records]
    )
    return ids, np.array(owners), columns


def _asked(system, batch):
    ids, owners, columns = batch
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("member", [str(place) for place in range(len(owners))])
    population = builder.declare_entity("application", ids)
    builder.join_with_persons(population, owners, roles=np.array(["part"] * len(owners)))
    simulation = builder.build(system)
    for name, values in columns.items():
        simulation.set_input(name, WHEN, values)
    return simulation.calculate("eligible", WHEN).tolist()


def _batches(records, size):
    """Return batches of that size that hold every record equally often."""
    repeated = records * max(1, size // len(records))
    return [_columns(repeated[start : start + size]) for start in range(0, len(repeated), size)]


def contenders(records, sizes=(1, 1_000, 20_000)):
    """Return what asks this engine about every record, by name, and in batches of these sizes."""
    system, given = _system(), plain(records)
    names = {1: "OpenFisca, one at a time"}

    def asking(size):
        batches = _batches(given, size)
        return lambda: [answer for batch in batches for answer in _asked(system, batch)]

    return {names.get(each, f"OpenFisca, {each:,} at a time"): asking(each) for each in sizes}
