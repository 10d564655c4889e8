"""The open call (*open oproep*) 2023-2025: every number and date of the text, once.

A call is a plain value; another one is another value, made with ``attrs.evolve``. The rules
read it and name no number themselves. What the text leaves open stands in ``readings``.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from wselr_rules.checks import a_day, an_id, instance, instances, is_day, unchecked
from wselr_rules.errors import (
    DateOutsideCall,
    WrongType,
    YearOutsideCall,
)
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call_fields import (
    CENTS,
    Source,
    add_up_to_one,
    in_order,
    positive,
    sources_of_fields,
    to_channels,
    to_forms,
    to_keys,
    to_sources,
    to_years,
    whole_cents,
)
from wselr_rules.law.citations import (
    ORDER_IN_FORCE,
    ORDER_ON_THE_DIRECTOR_ROLE,
    REGION_DECREE_IN_FORCE,
)
from wselr_rules.law.cycles import PolicyCycle
from wselr_rules.law.readings import (
    BudgetPeriod,
    Existing,
    ExistingDeadline,
    MinimumMembers,
    Readings,
    RegionMap,
)
from wselr_rules.law.terms import AllocationKey, LegalForm, SubmissionChannel
from wselr_rules.render.shown import ShownByFields

__all__ = ["OPEN_CALL_2023_2025", "OpenCall", "Source"]

_DAY = timedelta(days=1)


_NO_SOURCES: FrozenMap[str, Source] = FrozenMap()


@frozen(kw_only=True)
class OpenCall(ShownByFields):
    """An open call (*open oproep*) with its parameters and the readings chosen for it.

    Amounts are euros, dates are days. ``sources`` tells unit, validity and sentence of each
    parameter. Malformed values raise ``WrongType``, ``WrongValue``, ``InvalidBudget`` or
    ``InvalidKeys``.
    """

    id: str = field(validator=an_id)
    #: The years for which actions are planned and a subsidy is divided.
    plan_years: tuple[int, ...] = field(converter=to_years, validator=in_order)
    #: The total, for what ``readings.budget_period`` says it is meant for.
    budget: Decimal = field(validator=whole_cents)
    #: The part of the budget that each key divides, together exactly 1.
    keys: FrozenMap[AllocationKey, Fraction] = field(converter=to_keys, validator=add_up_to_one)
    minimum_inhabitants: int = field(validator=positive)
    #: For each priority in each plan year.
    minimum_actions: int = field(validator=positive)
    #: Members of an intermunicipal partnership, and of a welzijnsvereniging.
    minimum_members: int = field(validator=positive)
    minimum_members_welfare: int = field(validator=positive)
    partnership_forms: frozenset[LegalForm] = field(
        converter=to_forms, validator=instances(LegalForm, "LegalForm members")
    )
    channels: frozenset[SubmissionChannel] = field(
        converter=to_channels, validator=instances(SubmissionChannel, "SubmissionChannel members")
    )
    #: The day of the order, before which nothing is answered.
    order_date: date = field(validator=a_day)
    #: The day on which the order takes effect.
    order_in_force: date = field(validator=a_day)
    #: New regieverbanden must fit before this day.
    new_fit_deadline: date = field(validator=a_day)
    #: Existing regieverbanden must fit on this day at the latest.
    existing_fit_deadline: date = field(validator=a_day)
    #: The day whose map of the regions the Regiodecreet fixed.
    region_decree_in_force: date = field(validator=a_day)
    readings: Readings = field(factory=Readings, validator=instance(Readings, "Readings"))
    #: The day on which the values were last checked against the text.
    checked_on: date = field(validator=a_day)
    sources: FrozenMap[str, Source] = field(
        converter=to_sources,
        default=_NO_SOURCES,
        validator=sources_of_fields,
    )

    def read_as(self, readings: Readings) -> OpenCall:
        """The same call by other readings (*andere lezingen*).

        For those who hold many readings against each other: nothing else is checked again.
        """
        return unchecked(self, readings=readings)

    # --- time -----------------------------------------------------------------------------

    @property
    def first_day(self) -> date:
        """The first day that can be assessed (*eerste dag*)."""
        return self.order_date

    @property
    def last_day(self) -> date:
        """The last day that can be assessed (*laatste dag*): that of the last deadline's year."""
        return date(max(self.new_fit_deadline, self.existing_fit_deadline).year, 12, 31)

    def check_day(self, on: date) -> None:
        """Refuse a day for which the call has no rules (*beoordelingsdatum*).

        Raises ``WrongType`` for anything but a date, ``DateOutsideCall`` for another day.
        """
        if not is_day(on):
            raise WrongType("on", "a date without a time", on)
        if not self.first_day <= on <= self.last_day:
            raise DateOutsideCall(on, self.first_day, self.last_day)

    @property
    def existing_before(self) -> date:
        """The day before which a regieverband was recognised to be existing (I01, *bestaand*)."""
        if self.readings.existing is Existing.BEFORE_ORDER:
            return self.order_date
        return self.order_in_force

    @property
    def baseline(self) -> date:
        """The last day of the state that later changes are compared with (I01, *nulmeting*)."""
        return self.existing_before - _DAY

    @property
    def existing_fits_from(self) -> date:
        """The first day on which an existing regieverband must fit (I04, S14)."""
        if self.readings.existing_deadline is ExistingDeadline.ON_THE_DAY:
            return self.existing_fit_deadline
        return self.existing_fit_deadline + _DAY

    def map_day(self, on: date) -> date:
        """The day whose map of the regions holds on ``on`` (I06, *kaart*)."""
        if self.readings.region_map is RegionMap.IN_FORCE:
            return on
        return self.region_decree_in_force

    # --- numbers --------------------------------------------------------------------------

    def members_needed(self, form: LegalForm) -> int:
        """The least number of members of a partnership of this form (I08, *aantal leden*)."""
        by_form = self.readings.minimum_members is MinimumMembers.BY_FORM
        if by_form and form is LegalForm.WELFARE_ASSOCIATION:
            return self.minimum_members_welfare
        return self.minimum_members

    def budget_for(self, year: int) -> Decimal:
        """The budget of a plan year in euros (I10, *budget*).

        A year that is no plan year raises ``YearOutsideCall``.
        """
        if isinstance(year, bool) or not isinstance(year, int) or year not in self.plan_years:
            raise YearOutsideCall(year, self.plan_years)
        if self.readings.budget_period is BudgetPeriod.EACH_YEAR:
            return self.budget
        cents = int(Fraction(self.budget) * 100)
        each, left_over = divmod(cents, len(self.plan_years))
        extra = self.plan_years.index(year) < left_over
        return Decimal(f"{each + extra}e{CENTS}")


_ORDER = ORDER_ON_THE_DIRECTOR_ROLE
_NEW_FIT_DEADLINE = date(2023, 1, 1)
_EXISTING_FIT_DEADLINE = date(2026, 1, 1)
_PLAN_YEARS = (2023, 2024, 2025)
_PLAN_START = date(_PLAN_YEARS[0], 1, 1)
_PLAN_END = PolicyCycle.containing(_PLAN_START).ends_on


def _for_the_plan_years(unit: str, *sentences: str, readings: tuple[str, ...] = ()) -> Source:
    return Source(unit, _PLAN_START, _PLAN_END, sentences, readings)


def _from_the_order(unit: str, *sentences: str, readings: tuple[str, ...] = ()) -> Source:
    return Source(unit, _ORDER.dated, None, sentences, readings)


#: The call of record. Its values come from the text; ``sources`` says from which sentence.
OPEN_CALL_2023_2025 = OpenCall(
    id="wse-lr-2023-2025",
    plan_years=_PLAN_YEARS,
    budget=Decimal("3000000.00"),
    keys={
        AllocationKey.WORKING_AGE_POPULATION: Fraction(40, 100),
        AllocationKey.JOB_SEEKERS: Fraction(20, 100),
        AllocationKey.EQUAL_PARTS: Fraction(40, 100),
    },
    minimum_inhabitants=60_000,
    minimum_actions=1,
    minimum_members=2,
    minimum_members_welfare=1,
    partnership_forms={
        LegalForm.INTERLOCAL_ASSOCIATION,
        LegalForm.PROJECT_ASSOCIATION,
        LegalForm.SERVICE_ASSOCIATION,
        LegalForm.MANDATED_ASSOCIATION,
        LegalForm.WELFARE_ASSOCIATION,
    },
    channels=frozenset(SubmissionChannel),
    order_date=_ORDER.dated,
    order_in_force=ORDER_IN_FORCE,
    new_fit_deadline=_NEW_FIT_DEADLINE,
    existing_fit_deadline=_EXISTING_FIT_DEADLINE,
    region_decree_in_force=REGION_DECREE_IN_FORCE,
    checked_on=date(2026, 11, 23),
    sources={
        "plan_years": _for_the_plan_years("years", "S21"),
        "budget": _for_the_plan_years("euros", "S17", readings=("I10",)),
        "keys": _for_the_plan_years("parts of the budget", "S18", "S19", "S20"),
        "minimum_inhabitants": _from_the_order("inhabitants", "S09"),
        "minimum_actions": _for_the_plan_years("actions per priority per year", "S08"),
        "minimum_members": _from_the_order("members", "S09", readings=("I08",)),
        "minimum_members_welfare": _from_the_order("members", "S09", readings=("I08",)),
        "partnership_forms": _from_the_order("legal forms", "S09"),
        "channels": _for_the_plan_years("channels", "S21"),
        "order_date": Source("day", _ORDER.dated, None, ("S22",), ("I01",)),
        "order_in_force": Source("day", _ORDER.dated, None, ("S22",), ("I01",)),
        "new_fit_deadline": Source("day", _NEW_FIT_DEADLINE, None, ("S15", "S16"), ("I05",)),
        "existing_fit_deadline": Source("day", _EXISTING_FIT_DEADLINE, None, ("S14",), ("I04",)),
        "region_decree_in_force": _from_the_order("day", "S13", "S22", readings=("I06",)),
    },
)
