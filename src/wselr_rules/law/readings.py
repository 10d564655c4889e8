"""The readings (*interpretaties*) of what the text leaves open, I01 to I15.

Each question has a default and at least one alternative; ``Readings`` is a choice of one for
each. The module says what can be chosen; what a choice does is for the rules. None of the
readings is the law: the text is silent there, and another choice is as lawful until someone
with the authority decides.
"""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from wselr_rules.checks import instance
from wselr_rules.render.shown import ShownByFields

__all__ = [
    "INTERPRETATIONS",
    "Approval",
    "BudgetPeriod",
    "CentrumstadPartner",
    "Change",
    "DerogationEffect",
    "DoubleClaim",
    "Existing",
    "ExistingDeadline",
    "Interpretation",
    "Merger",
    "MinimumMembers",
    "NewDeadline",
    "PlanHolder",
    "Readings",
    "RegionMap",
    "Rounding",
    "ZeroKey",
    "interpretation",
    "interpretation_by_id",
]


E = TypeVar("E", bound=Enum)


class Existing(Enum):
    """I01: since when a regieverband must have been recognised to exist (*bestaand*)."""

    #: Before the date of the order; the baseline is the state at the end of the day before.
    BEFORE_ORDER = "before-order"
    #: Before the day on which the order takes effect; likewise.
    BEFORE_EFFECT = "before-effect"


class Change(Enum):
    """I02: what expanding or changing is (*uitbreiden of wijzigen*)."""

    #: Any change of territory or legal form since the baseline, also one that was undone.
    EVENT = "event"
    #: The same for the territory alone: the legal form does not count.
    TERRITORY_ONLY = "territory-only"
    #: Only a difference between the assessed day and the baseline.
    STATE = "state"


class Merger(Enum):
    """I03: whether a merger of municipalities (*fusie*) changes the regieverband."""

    #: Only if it changes the territory.
    TERRITORY = "territory"
    #: Any change of the list of members counts, whatever I02 says.
    MEMBER_LIST = "member-list"


class ExistingDeadline(Enum):
    """I04: the first day on which an existing regieverband must fit (*ten laatste 1/1/2026*)."""

    ON_THE_DAY = "on-the-day"
    DAY_AFTER = "day-after"


class NewDeadline(Enum):
    """I05: how a new or changed regieverband must fit (*voor 1/1/2023*)."""

    #: From the deadline on, whenever the fit came.
    FROM_THE_DAY = "from-the-day"
    #: At once, judged by territory, standing and map on the day of submission.
    AT_SUBMISSION = "at-submission"
    #: On the day before the deadline, or that of becoming new if later, and ever since.
    INCURABLE = "incurable"


class RegionMap(Enum):
    """I06: which map of the reference regions holds (*kaart van de referentieregio's*)."""

    #: The one in force on the judged day.
    IN_FORCE = "in-force"
    #: That of the Regiodecreet, for every day.
    REGIODECREET = "regiodecreet"


class DoubleClaim(Enum):
    """I07: who keeps a territory that two applications claim (*dubbele deelname*)."""

    NEITHER = "neither"
    #: The one recognised first; the other is not eligible.
    FIRST_RECOGNISED = "first-recognised"


class MinimumMembers(Enum):
    """I08: how many members a partnership must have (*aantal leden*)."""

    #: Two for the intermunicipal forms, one for a welzijnsvereniging.
    BY_FORM = "by-form"
    TWO_FOR_ALL = "two-for-all"


class CentrumstadPartner(Enum):
    """I09: whether the lower bound binds a partnership with a centrumstad (*ondergrens*)."""

    BOUND = "bound"
    EXEMPT = "exempt"


class BudgetPeriod(Enum):
    """I10: the time for which the total amount is meant (*totaalbedrag*)."""

    EACH_YEAR = "each-year"
    #: For all plan years together, in equal parts; cents left over go to the earlier years.
    ALL_YEARS = "all-years"


class Rounding(Enum):
    """I11: how amounts become whole cents (*afronding*)."""

    ON_TOTALS = "on-totals"
    PER_POT = "per-pot"


class ZeroKey(Enum):
    """I12: what happens to a key whose total is zero (*sleutel met totaal nul*)."""

    ERROR = "error"
    EQUAL_PARTS = "equal-parts"


class DerogationEffect(Enum):
    """I13: what a granted deviation from the region rule does (*afwijking*)."""

    #: Counts as fitting while it runs.
    COUNTS_AS_FIT = "counts-as-fit"
    IGNORED = "ignored"


class PlanHolder(Enum):
    """I14: whose plan holds the actions (*hun meerjarenplanning*)."""

    #: The actions of the application together.
    APPLICATION = "application"
    #: Every member has all cells in its own plan.
    EACH_MEMBER = "each-member"


class Approval(Enum):
    """I15: who is approved (*goedgekeurd*)."""

    EVERY_ELIGIBLE = "every-eligible"
    #: Those that the caller names, if they are also eligible.
    NAMED = "named"


def _choice(default: E) -> E:
    """A field for one of the readings of a question, with the reading that holds by default."""
    kind = type(default)
    check = instance(kind, f"a member of {kind.__name__}")
    chosen: E = field(default=default, validator=check)
    return chosen


@frozen(kw_only=True)
class Readings(ShownByFields):
    """A choice of one reading for each open question (*gekozen lezing*); defaults are stated."""

    existing: Existing = _choice(Existing.BEFORE_ORDER)
    change: Change = _choice(Change.EVENT)
    merger: Merger = _choice(Merger.TERRITORY)
    existing_deadline: ExistingDeadline = _choice(ExistingDeadline.ON_THE_DAY)
    new_deadline: NewDeadline = _choice(NewDeadline.FROM_THE_DAY)
    region_map: RegionMap = _choice(RegionMap.IN_FORCE)
    double_claim: DoubleClaim = _choice(DoubleClaim.NEITHER)
    minimum_members: MinimumMembers = _choice(MinimumMembers.BY_FORM)
    centrumstad_partner: CentrumstadPartner = _choice(CentrumstadPartner.BOUND)
    budget_period: BudgetPeriod = _choice(BudgetPeriod.EACH_YEAR)
    rounding: Rounding = _choice(Rounding.ON_TOTALS)
    zero_key: ZeroKey = _choice(ZeroKey.ERROR)
    derogation: DerogationEffect = _choice(DerogationEffect.COUNTS_AS_FIT)
    plan_holder: PlanHolder = _choice(PlanHolder.APPLICATION)
    approval: Approval = _choice(Approval.EVERY_ELIGIBLE)


@frozen
class Interpretation(ShownByFields):
    """An open question of the text (*interpretatievraag*) with what can be chosen."""

    #: I01 to I15.
    id: str
    #: The field of ``Readings`` that holds the choice.
    name: str
    question: str
    #: The sentences that leave it open.
    sentences: tuple[str, ...]

    @property
    def default(self) -> Enum:
        """The reading that holds where nothing else is chosen (*standaardlezing*)."""
        return self.chosen_in(_DEFAULTS)

    @property
    def alternatives(self) -> tuple[Enum, ...]:
        """The other readings that can be chosen (*andere lezingen*)."""
        return tuple(option for option in type(self.default) if option is not self.default)

    def chosen_in(self, readings: Readings) -> Enum:
        """The reading that ``readings`` chooses (*gekozen lezing*)."""
        chosen: Enum = getattr(readings, self.name)
        return chosen

    def others_in(self, readings: Readings) -> tuple[Enum, ...]:
        """The readings that ``readings`` does not choose (*niet gekozen lezingen*), in order."""
        chosen = self.chosen_in(readings)
        return tuple(option for option in type(chosen) if option is not chosen)

    def chosen_otherwise(self, readings: Readings, reading: Enum) -> Readings:
        """``readings`` with this question read otherwise (*anders gelezen*).

        Raises ``WrongType`` for what is no reading of this question.
        """
        choice: dict[str, Any] = {self.name: reading}
        return evolve(readings, **choice)


_DEFAULTS = Readings()

#: The open questions of the text (*interpretatievragen*), in order of id.
INTERPRETATIONS: tuple[Interpretation, ...] = (
    Interpretation("I01", "existing", "When is a regieverband existing?", ("S14",)),
    Interpretation("I02", "change", "What is expanding or changing?", ("S16",)),
    Interpretation(
        "I03", "merger", "Does a merger of municipalities change a regieverband?", ("S16",)
    ),
    Interpretation(
        "I04", "existing_deadline", "From which day must an existing regieverband fit?", ("S14",)
    ),
    Interpretation(
        "I05",
        "new_deadline",
        "How must a new or changed regieverband fit in time?",
        ("S15", "S16"),
    ),
    Interpretation("I06", "region_map", "Which map of the reference regions holds?", ("S13",)),
    Interpretation("I07", "double_claim", "Who keeps a territory claimed twice?", ("S12",)),
    Interpretation("I08", "minimum_members", "How many members must a partnership have?", ("S09",)),
    Interpretation(
        "I09",
        "centrumstad_partner",
        "Does the lower bound bind a partnership with a centrumstad?",
        ("S09", "S10", "S11"),
    ),
    Interpretation("I10", "budget_period", "Is the budget meant for each plan year?", ("S17",)),
    Interpretation("I11", "rounding", "How do amounts become whole cents?", ("S26",)),
    Interpretation("I12", "zero_key", "What if a key is zero for all?", ("S18", "S19")),
    Interpretation(
        "I13", "derogation", "Does a granted deviation count as fitting?", ("S13", "S14")
    ),
    Interpretation("I14", "plan_holder", "Whose plan holds the actions?", ("S08",)),
    Interpretation("I15", "approval", "Who is approved?", ("S17", "S26")),
)

_BY_ID = MappingProxyType({each.id: each for each in INTERPRETATIONS})
_BY_NAME = MappingProxyType({each.name: each for each in INTERPRETATIONS})


def interpretation(name: str) -> Interpretation:
    """The open question (*interpretatievraag*) that the field ``name`` of ``Readings`` answers."""
    return _BY_NAME[name]


def interpretation_by_id(id: str) -> Interpretation:
    """The open question (*interpretatievraag*) I01 to I15; ``KeyError`` for another id."""
    return _BY_ID[id]
