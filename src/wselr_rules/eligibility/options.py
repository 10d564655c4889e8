"""Options (*mogelijke wijzigingen*): every single change that a remedy may be made of.

It knows who may leave, join or be given up, which forms and channels may be taken, which cells
are empty, and which sets of changes stay within bounds. A set is a mask of bits, one for each
change. Whether a set helps is for ``repairs`` and ``remedy_search``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar, cast

from attrs import field, frozen

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.application import Application
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.any_change import AnyChange
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.candidates import region_of, region_of_most
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
    unclaimed_code,
)
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import PlanHolder
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel

__all__ = ["MOST_MUNICIPALITIES", "Options", "bits_of", "options_for"]

C = TypeVar("C")

#: Our own limit: how many municipalities join, leave or drop out elsewhere in one remedy.
MOST_MUNICIPALITIES: Final = 3
_OF_MUNICIPALITIES: Final = (RemoveMember, ReleaseMember, AddMembers, BringInhabitants)
#: Kinds of which a remedy has one at most, where there could be more.
_ONE_AT_MOST: Final = (ChangeForm, ApplyThrough)


def bits_of(mask: int) -> Iterator[int]:
    """The single bits of a mask (*bits*), the lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest
        mask ^= lowest


@frozen
class Options:
    """The changes that may be made of an application on a day (*mogelijke wijzigingen*).

    ``changes`` stand in the order in which they are made: members leave before the form becomes
    that of a municipality alone, and join once it is that of a partnership.
    """

    application: Application
    context: Context
    changes: tuple[AnyChange, ...]
    #: The bits of the actions that each plan lacks: of a member, or under None of all together.
    cells: FrozenMap[Municipality | None, int] = field(init=False)
    _kinds: FrozenMap[type, int] = field(init=False)
    #: For each region the bits of who may join from it, and of the members in it.
    _regions: tuple[tuple[int, int], ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        kinds: dict[type, int] = {}
        cells: dict[Municipality | None, int] = {}
        for index, change in enumerate(self.changes):
            kinds[type(change)] = kinds.get(type(change), 0) | 1 << index
            if isinstance(change, AddActions):
                cells[change.planned_by] = cells.get(change.planned_by, 0) | 1 << index
        object.__setattr__(self, "_kinds", FrozenMap(kinds))
        object.__setattr__(self, "cells", FrozenMap(cells))
        object.__setattr__(self, "_regions", tuple(self._by_region()))

    @property
    def all(self) -> int:
        """The mask of every change (*alle wijzigingen*)."""
        return (1 << len(self.changes)) - 1

    def of(self, *kinds: type) -> int:
        """The mask of all changes of these kinds (*van een soort*)."""
        return sum(self._kinds.get(kind, 0) for kind in kinds)

    def chosen(self, mask: int) -> tuple[AnyChange, ...]:
        """The changes of a mask (*gekozen wijzigingen*), in the order in which they are made."""
        return tuple(self.changes[bit.bit_length() - 1] for bit in bits_of(mask))

    def slots(self, mask: int) -> int:
        """How many more municipalities a set may touch (*nog mogelijk*)."""
        return MOST_MUNICIPALITIES - (mask & self.of(*_OF_MUNICIPALITIES)).bit_count()

    def allows(self, mask: int) -> bool:
        """Whether a set stays within the bounds (*toegelaten*).

        At least one of the members stays, and all who join lie in one region, that of a member
        who stays.
        """
        if self.slots(mask) < 0 or any(
            (mask & self.of(kind)).bit_count() > 1 for kind in _ONE_AT_MOST
        ):
            return False
        removals = self.of(RemoveMember)
        if removals and mask & removals == removals:
            return False
        from_regions = [members for joining, members in self._regions if mask & joining]
        return len(from_regions) <= 1 and all(
            not members or mask & members != members for members in from_regions
        )

    def with_bits(self, kind: type[C], mask: int = -1) -> Iterator[tuple[int, C]]:
        """The changes of a kind that are in a mask, each with its bit (*van een soort*)."""
        for bit in bits_of(self.of(kind) & mask):
            yield bit, cast("C", self.changes[bit.bit_length() - 1])

    def staying(self, mask: int) -> tuple[Municipality, ...]:
        """The members that do not leave (*blijvende leden*)."""
        return tuple(change.municipality for _, change in self.with_bits(RemoveMember, ~mask))

    def joining(self, mask: int) -> tuple[Municipality, ...]:
        """The candidates that join (*toetreders*)."""
        return tuple(
            each for _, change in self.with_bits(AddMembers, mask) for each in change.municipalities
        )

    def _by_region(self) -> Iterator[tuple[int, int]]:
        members: dict[ReferenceRegion | None, int] = {}
        joining: dict[ReferenceRegion | None, int] = {}
        for bit, leaving in self.with_bits(RemoveMember):
            region = region_of(leaving.municipality, self.context)
            members[region] = members.get(region, 0) | bit
        for bit, joined in self.with_bits(AddMembers):
            region = region_of(joined.municipalities[0], self.context)
            joining[region] = joining.get(region, 0) | bit
        for region, bits in joining.items():
            yield bits, members.get(region, 0)
        nowhere = {None, ReferenceRegion.OUTSIDE}
        inside = sum(bits for region, bits in members.items() if region not in nowhere)
        for bit, _ in self.with_bits(BringInhabitants):
            yield bit, inside


def options_for(
    application: Application, context: Context, candidates: tuple[Municipality, ...] | None
) -> Options:
    """Every change that may be made (*mogelijke wijzigingen*).

    ``candidates`` are those who may join; None lets in whoever brings enough inhabitants.
    """
    made: tuple[AnyChange, ...] = (
        *map(RemoveMember, sorted(context.members(application), key=_code)),
        *_releases(application, context),
        *_forms(application, context),
        *_joining(application, context, candidates),
        *_derogation(application, context),
        *_actions(application, context, candidates),
        *_channels(application, context),
    )
    return Options(application, context, made)


def _code(municipality: Municipality) -> str:
    return municipality.nis_code


def _releases(application: Application, context: Context) -> Iterator[ReleaseMember]:
    territory = application.regieverband.territory_on(context.on)
    for other in sorted(context.portfolio.applications, key=lambda other: other.id):
        if other.id != application.id:
            for member in sorted(context.members(other), key=_code):
                if not territory.isdisjoint(member.territory):
                    yield ReleaseMember(member, other.id, other.regieverband.name)


def _forms(application: Application, context: Context) -> Iterator[ChangeForm]:
    """The forms in which one may apply; nobody is advised to take another one."""
    possible = {*context.call.partnership_forms, LegalForm.MUNICIPALITY}
    current = application.regieverband.legal_form_on(context.on)
    return (ChangeForm(form) for form in LegalForm if form in possible and form is not current)


def _joining(
    application: Application, context: Context, candidates: tuple[Municipality, ...] | None
) -> Iterator[AnyChange]:
    if candidates is not None:
        yield from (AddMembers((each,)) for each in candidates)
        return
    region = region_of_most(context.members(application), context)
    if region is not None:
        yield BringInhabitants(0, region)


def _derogation(application: Application, context: Context) -> Iterator[ObtainDerogation]:
    known = application.regieverband.derogations or ()
    if not any(each.runs_on(context.on) for each in known):
        yield ObtainDerogation(context.on)


def _actions(
    application: Application, context: Context, candidates: tuple[Municipality, ...] | None
) -> Iterator[AddActions]:
    """What fills the empty cells: of the application, or of each who is or may be a member."""
    actions = () if application.plan is None else application.plan.actions
    members = context.members(application)
    if context.call.readings.plan_holder is PlanHolder.APPLICATION:
        yield from _filling(ActionPlan(actions), None, context.call)
        return
    if not members:
        yield from _filling(ActionPlan(actions), None, context.call)
    stand_in = Municipality(unclaimed_code(application, context.portfolio), "")
    for holder in (
        *sorted(members, key=_code),
        *((stand_in,) if candidates is None else candidates),
    ):
        codes = {holder.nis_code, *holder.territory}
        own = ActionPlan(action for action in actions if action.planned_by in codes)
        yield from _filling(own, holder, context.call)


def _filling(plan: ActionPlan, holder: Municipality | None, call: OpenCall) -> Iterator[AddActions]:
    short: dict[tuple[PolicyPriority, int], list[int]] = {}
    for priority, year in plan.gaps(call):
        number = call.minimum_actions - plan.covered(priority, year)
        short.setdefault((priority, number), []).append(year)
    for (priority, number), years in short.items():
        yield AddActions(priority, years, number=number, planned_by=holder)


def _channels(application: Application, context: Context) -> Iterator[ApplyThrough]:
    unused = context.call.channels - (application.channels or frozenset())
    return (ApplyThrough(channel) for channel in SubmissionChannel if channel in unused)
