"""Every day that anything hangs on, asked the day before, on the day and the day after."""

from __future__ import annotations

import ast
import re
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import attrs
import pytest
from attrs import evolve, frozen
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    MET,
    NOT_MET,
    QUIET,
    applies,
    reading,
    real,
    town,
    verband,
    verdict,
)
from tests.nothing_unread.worlds import FAR, NEAR

from wselr_rules import (
    NEVER,
    Derogation,
    History,
    LegalForm,
    Membership,
    PolicyCycle,
    RulesError,
    domain,
    flanders,
    law,
)
from wselr_rules.domain.territory import MERGERS
from wselr_rules.law.readings import Existing, ExistingDeadline, NewDeadline, RegionMap

DAY = timedelta(days=1)
ACROSS = applies(verband(NEAR, FAR))
NEW = applies(verband(NEAR, FAR, recognised_on=NEVER))
REFUSED = "refused"


@frozen
class Dated:
    """A day, what it is, what to ask of a day near it, and the answers before, on and after it."""

    what: str
    day: date
    ask: object
    answers: tuple[object, ...]


def _or_refused(ask):
    def answer(day):
        try:
            return ask(day)
        except RulesError:
            return REFUSED

    return answer


def _joined(day):
    """Return a regieverband across two regions that a third member joined on a day."""
    return applies(verband(NEAR, FAR, Membership(town("90003"), day)))


def _recognised(day):
    return applies(verband(NEAR, FAR, recognised_on=day))


def _with_a_third(since, until=None):
    """Return one that needs its third member for the 60,000."""
    third = Membership(town("90003", inhabitants=20_000), since, until)
    return applies(verband(town("90001"), town("90002", inhabitants=5_000), third))


def _with_a_deviation(since, until=None):
    deviations = [Derogation(since, until)]
    return applies(verband(NEAR, FAR, recognised_on=NEVER, derogations=deviations))


def _shared(since, until=None):
    """Return an application and one that claims a member of it for some days."""
    claimed = Membership(town("90002"), since, until)
    return applies(), applies(verband(town("90004"), town("90005"), claimed, id="other"))


def _changed_form(day):
    return applies(
        verband(form=History(LegalForm.INTERLOCAL_ASSOCIATION, [(day, LegalForm.OTHER)]))
    )


def _took_another_form(day):
    """Return a regieverband across two regions that took another accepted form on a day."""
    forms = History(LegalForm.INTERLOCAL_ASSOCIATION, [(day, LegalForm.PROJECT_ASSOCIATION)])
    return applies(verband(NEAR, FAR, form=forms))


def _submitted(day):
    body = verband(
        town("90001"), town("90003"), Membership(FAR, LONG_AGO, QUIET), recognised_on=NEVER
    )
    return verdict(
        applies(body, submitted_on=day), call=reading(new_deadline=NewDeadline.AT_SUBMISSION)
    )


def _incurable(day):
    """Ask of one that has fitted since a day."""
    body = verband(
        town("90001"), town("90003"), Membership(FAR, LONG_AGO, day), recognised_on=NEVER
    )
    return verdict(applies(body), call=reading(new_deadline=NewDeadline.INCURABLE))


def _map_of(day):
    moved = town("90002", reference_region=History(KEMPEN, [(QUIET, LIMBURG)]))
    call = evolve(reading(region_map=RegionMap.REGIODECREET), region_decree_in_force=day)
    return verdict(applies(verband(NEAR, moved, recognised_on=NEVER)), call=call)


def _zwijndrecht(day):
    members = real("Zwijndrecht"), real("Beveren")
    return verdict(applies(verband(*members, recognised_on=NEVER)), day)


def _region_of_zwijndrecht(day):
    return flanders.municipality("Zwijndrecht", on=day).region_on(day).value


BY_EFFECT = reading(existing=Existing.BEFORE_EFFECT)
BEGINS, ENDS, LASTS = (NOT_MET, MET, MET), (MET, NOT_MET, NOT_MET), (MET, MET, NOT_MET)
ORDER, IN_FORCE = date(2022, 4, 29), date(2023, 1, 1)
DECREE, NEXT_CYCLE = date(2023, 3, 19), date(2026, 1, 1)
FIRST_MERGERS, LATER_MERGERS = date(2019, 1, 1), date(2025, 1, 1)

TABLE = [
    # the facts, each on a quiet day
    Dated("Membership.since", QUIET, lambda on: verdict(_with_a_third(QUIET), on), BEGINS),
    Dated("Membership.until", QUIET, lambda on: verdict(_with_a_third(LONG_AGO, QUIET), on), ENDS),
    Dated(
        "Membership.since",
        QUIET,
        lambda on: verdict(_shared(QUIET)[0], on, others=[_shared(QUIET)[1]]),
        ENDS,
    ),
    Dated(
        "Membership.until",
        QUIET,
        lambda on: verdict(_shared(LONG_AGO, QUIET)[0], on, others=[_shared(LONG_AGO, QUIET)[1]]),
        BEGINS,
    ),
    Dated("Derogation.since", QUIET, lambda on: verdict(_with_a_deviation(QUIET), on), BEGINS),
    Dated(
        "Derogation.until", QUIET, lambda on: verdict(_with_a_deviation(LONG_AGO, QUIET), on), ENDS
    ),
    Dated("History.changes", QUIET, lambda on: verdict(_changed_form(QUIET), on), ENDS),
    Dated("RegieVerband.recognised_on", ORDER, lambda on: verdict(_recognised(on)), ENDS),
    Dated("Application.submitted_on", QUIET, _submitted, BEGINS),
    # I01: the baseline
    Dated("OpenCall.order_date", ORDER, lambda on: verdict(_joined(on)), ENDS),
    Dated("OpenCall.order_date", ORDER, lambda on: verdict(_took_another_form(on)), ENDS),
    Dated(
        "OpenCall.order_in_force",
        IN_FORCE,
        lambda on: verdict(_recognised(on), call=BY_EFFECT),
        ENDS,
    ),
    Dated(
        "OpenCall.order_in_force", IN_FORCE, lambda on: verdict(_joined(on), call=BY_EFFECT), ENDS
    ),
    # the deadlines, I04 and I05
    Dated("OpenCall.new_fit_deadline", IN_FORCE, lambda on: verdict(NEW, on), ENDS),
    Dated("OpenCall.new_fit_deadline", IN_FORCE - DAY, _incurable, LASTS),
    Dated("OpenCall.existing_fit_deadline", NEXT_CYCLE, lambda on: verdict(ACROSS, on), ENDS),
    Dated(
        "OpenCall.existing_fit_deadline",
        NEXT_CYCLE,
        lambda on: verdict(ACROSS, on, call=reading(existing_deadline=ExistingDeadline.DAY_AFTER)),
        LASTS,
    ),
    # the first and the last day of the call
    Dated("first day", ORDER, _or_refused(lambda on: verdict(applies(), on)), (REFUSED, MET, MET)),
    Dated(
        "last day",
        date(2026, 12, 31),
        _or_refused(lambda on: verdict(applies(), on)),
        (MET, MET, REFUSED),
    ),
    # the maps and the register
    Dated("map of the regions", DECREE, _zwijndrecht, BEGINS),
    Dated(
        "map of the regions",
        DECREE,
        _region_of_zwijndrecht,
        ("regio-antwerpen", "waasland", "waasland"),
    ),
    Dated("OpenCall.region_decree_in_force", QUIET, _map_of, ENDS),
    Dated(
        "register",
        FIRST_MERGERS,
        _or_refused(lambda on: len(flanders.municipalities(on=on))),
        (REFUSED, 300, 300),
    ),
    Dated(
        "register", LATER_MERGERS, lambda on: len(flanders.municipalities(on=on)), (300, 285, 285)
    ),
    Dated(
        "PolicyCycle.starts_on",
        NEXT_CYCLE,
        lambda on: PolicyCycle.containing(on).starts_on.year,
        (2020, 2026, 2026),
    ),
    *(
        Dated(
            "Merger.on",
            merger.on,
            lambda on, code=code: sorted(flanders.successor(code, on=on).territory),
            ([code], sorted(merger.old_codes), sorted(merger.old_codes)),
        )
        for merger in MERGERS
        if merger.on > FIRST_MERGERS
        for code in merger.old_codes
    ),
]

#: Days that nothing hangs on, and why.
TOLD_ONLY = {
    "Act.dated": "how an act is cited; that of the order is order_date of the call",
    "Act.in_force": "how an act is cited",
    "OpenCall.checked_on": "when the values were held against the text",
    "Provenance.dated": "told behind the figure",
    "Source.since": "told of a value of the call",
    "Source.until": "told of a value of the call",
}
#: Days that nobody gives, and what they come from.
WORKED_OUT = {
    "Municipality.exists_since": "from the mergers",
    "Municipality.exists_until": "from the mergers",
    "PossibleStanding.since": "from memberships, forms and the call",
}
CITED = {
    date(2011, 7, 15): "of the Planlastendecreet",
    date(2012, 2, 17): "of the Ondersteuningsdecreet",
    date(2022, 2, 4): "of the note of the Government",
    date(2023, 2, 3): "of the Regiodecreet",
    date(2026, 11, 23): "on which the call was checked",
}


def _modules():
    for package in (domain, law):
        for found in iter_modules(package.__path__):
            yield import_module(f"{package.__name__}.{found.name}")


def _dated_fields():
    for module in _modules():
        for kind in vars(module).values():
            if isinstance(kind, type) and attrs.has(kind) and kind.__module__ == module.__name__:
                if kind.__name__.startswith("_"):
                    continue
                for field in attrs.fields(kind):
                    if re.search(r"\bdate\b", str(field.type)):
                        yield f"{kind.__name__}.{field.name}"


def _days_in_the_code():
    for module in _modules():
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="date"), args=[*parts]) if all(
                    isinstance(part, ast.Constant) for part in parts
                ):
                    yield date(*(part.value for part in parts))


class TestDays:
    """Nothing changes a day too early or too late."""

    @pytest.mark.parametrize(
        "dated", TABLE, ids=[f"{number} {each.what}" for number, each in enumerate(TABLE)]
    )
    def test_the_day_before_the_day_and_the_day_after(self, dated):
        """What is asked on three days in a row is answered as the table says."""
        asked = tuple(dated.ask(dated.day + shift * DAY) for shift in (-1, 0, 1))
        assert asked == dated.answers
        assert dated.answers[0] != dated.answers[2]

    def test_every_dated_field_is_in_a_table(self):
        """A field that holds a day is asked on three days, or is told only, or worked out."""
        asked = {each.what for each in TABLE}
        found = set(_dated_fields())
        assert found - asked - TOLD_ONLY.keys() - WORKED_OUT.keys() == set()
        assert TOLD_ONLY.keys() | WORKED_OUT.keys() <= found
        assert not asked & (TOLD_ONLY.keys() | WORKED_OUT.keys())

    def test_every_day_in_the_code_is_in_a_table(self):
        """A day that stands in the law or the register is asked on three days, or is cited only."""
        asked = {each.day for each in TABLE}
        found = set(_days_in_the_code())
        assert found - asked == CITED.keys()

    def test_the_days_of_the_table_are_those_of_the_call(self):
        """The call of record has the days that stand in the table as literals."""
        assert (CALL.first_day, CALL.last_day) == (ORDER, date(2026, 12, 31))
        assert CALL.order_in_force == CALL.new_fit_deadline == IN_FORCE
        assert CALL.existing_fit_deadline == NEXT_CYCLE
        assert CALL.region_decree_in_force == DECREE
