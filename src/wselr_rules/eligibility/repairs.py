"""Repairs (*herstel*): which changes can bring about that a rule is met which is not.

For each rule of the call it names sets of changes of which at least one is part of every set
that meets the rule: one too many costs time, one too few would lose a remedy. What a criterion
of the caller's own reads is not known, so every change may be its repair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from attrs import frozen

from wselr_rules.domain.history import values_of
from wselr_rules.domain.territory import Municipality, ReferenceRegion
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.candidates import region_of
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)
from wselr_rules.eligibility.options import bits_of
from wselr_rules.eligibility.rules import (
    CENTRUMSTAD_ALONE,
    CHANNEL,
    ENOUGH_INHABITANTS,
    ENOUGH_MEMBERS,
    ONE_REGIEVERBAND,
    PARTNERSHIP_FORM,
    PLAN,
    REFERENCE_REGION,
)
from wselr_rules.eligibility.worlds import Worlds
from wselr_rules.law.readings import CentrumstadPartner, DerogationEffect, NewDeadline, PlanHolder
from wselr_rules.law.terms import LegalForm

__all__ = ["REPAIRS", "Repair", "any_change", "of_an_impossible_world"]

#: For a set that does not meet a rule, the sets of which one must be added.
Repairs: TypeAlias = Callable[[Worlds, int], Iterator[int]]


@frozen
class Repair:
    """How a rule is repaired (*herstel*), and which kinds of change its answer hangs on."""

    repairs: Repairs
    reads: tuple[type, ...]


def any_change(worlds: Worlds, mask: int) -> Iterator[int]:
    """Every single change (*elke wijziging*), but for the plans of those who are no members."""
    options = worlds.options
    members = {*options.staying(mask), *options.joining(mask)}
    newcomers = mask & options.of(BringInhabitants)
    yield from bits_of(~options.of(AddActions) & options.all & ~mask)
    for bit, actions in options.with_bits(AddActions, ~mask):
        holder = actions.planned_by
        if holder is None or holder in members or (newcomers and not holder.name):
            yield bit


def of_an_impossible_world(worlds: Worlds, mask: int) -> Iterator[int]:
    """A municipality alone with several members (*onmogelijk*): some leave, or another form."""
    return bits_of(worlds.options.of(RemoveMember, ChangeForm) & ~mask)


# --- who applies ------------------------------------------------------------------------------


def _of_form(worlds: Worlds, mask: int) -> Iterator[int]:
    accepted = worlds.options.context.call.partnership_forms
    for bit, change in worlds.options.with_bits(ChangeForm, ~mask):
        if change.form in accepted:
            yield bit


def _of_members(worlds: Worlds, mask: int) -> Iterator[int]:
    """More members, or a form that needs no more."""
    yield from _joining(worlds, mask)
    options = worlds.options
    for bit, change in options.with_bits(ChangeForm, ~mask):
        if _members(worlds, mask) >= options.context.call.members_needed(change.form):
            yield bit


def _of_inhabitants(worlds: Worlds, mask: int) -> Iterator[int]:
    """More members: no one who leaves adds inhabitants.

    Left out is who is too small even beside the largest others that may still join. Where a
    centrumstad lifts the bound (I09), size does not tell.
    """
    options, short = worlds.options, worlds.shortage(mask)
    slots = options.slots(mask)
    if not slots:
        return
    joining = {bit: change.touched[1] for bit, change in options.with_bits(AddMembers, ~mask)}
    largest = sorted(joining.values(), reverse=True)[:slots]
    is_exempt = options.context.call.readings.centrumstad_partner is CentrumstadPartner.EXEMPT
    for bit, inhabitants in joining.items():
        beside = sum(largest[: slots - 1])
        if is_exempt or inhabitants + beside >= short:
            yield bit
    yield from bits_of(options.of(BringInhabitants) & ~mask)


def _of_city_alone(worlds: Worlds, mask: int) -> Iterator[int]:
    """All leave but a centrumstad, which takes the form of a municipality."""
    options = worlds.options
    staying = options.staying(mask)
    if not _members(worlds, mask):
        yield from _joining(worlds, mask)
    elif _members(worlds, mask) == 1:
        for bit, change in options.with_bits(ChangeForm, ~mask):
            if change.form is LegalForm.MUNICIPALITY:
                yield bit
    for city in staying:
        if city.is_centrumstad:
            yield _removals(worlds, mask, (each for each in staying if each is not city))


# --- the region -------------------------------------------------------------------------------


def _of_region(worlds: Worlds, mask: int) -> Iterator[int]:
    """Who lies elsewhere leaves, a deviation, or what undoes the change that makes it new."""
    options = worlds.options
    if not _members(worlds, mask):
        yield from _joining(worlds, mask)
        return
    call = options.context.call
    if call.readings.derogation is DerogationEffect.COUNTS_AS_FIT:
        yield from bits_of(options.of(ObtainDerogation) & ~mask)
    if call.readings.new_deadline is NewDeadline.FROM_THE_DAY:
        yield from _leaving_elsewhere(worlds, mask)
        if _existed(worlds):
            yield from _undoing(worlds, mask)
        return
    # These readings look at other days than the assessed one.
    yield from bits_of(options.of(RemoveMember) & ~mask)
    yield from _undoing(worlds, mask)
    submitted_on = options.application.submitted_on
    if call.readings.new_deadline is NewDeadline.AT_SUBMISSION and (
        submitted_on is None or submitted_on > options.context.on
    ):
        yield from _joining(worlds, mask)
        yield from bits_of(options.of(ChangeForm) & ~mask)


def _leaving_elsewhere(worlds: Worlds, mask: int) -> Iterator[int]:
    """For each region in which a member lies: all leave who do not lie in it."""
    options = worlds.options
    staying = options.staying(mask)
    regions = {member: region_of(member, options.context) for member in staying}
    for region in ReferenceRegion:
        if region in regions.values() and region is not ReferenceRegion.OUTSIDE:
            elsewhere = (member for member in staying if regions[member] is not region)
            yield _removals(worlds, mask, elsewhere)


def _existed(worlds: Worlds) -> bool:
    """Whether it certainly existed; one that may be new must fit, whatever it undoes."""
    recognised_on = worlds.options.application.regieverband.recognised_on
    before = worlds.options.context.call.existing_before
    return isinstance(recognised_on, date) and recognised_on < before


def _undoing(worlds: Worlds, mask: int) -> Iterator[int]:
    """What can bring back an earlier state: who joined leaves, who left joins, an old form."""
    options = worlds.options
    regieverband, context = options.application.regieverband, options.context
    since = min(context.call.existing_before, context.on)
    recent = (
        each.municipality for each in regieverband.memberships if since <= each.since <= context.on
    )
    yield from bits_of(_removals(worlds, mask, recent))
    former = {
        code
        for each in regieverband.memberships
        if each.since < context.on
        for code in each.municipality.territory
    }
    for bit, joins in options.with_bits(AddMembers, ~mask):
        if former.issuperset(joins.municipalities[0].territory):
            yield bit
    forms = values_of(regieverband.legal_form)
    for bit, change in options.with_bits(ChangeForm, ~mask):
        if change.form in forms:
            yield bit


# --- the other rules --------------------------------------------------------------------------


def _of_one_regieverband(worlds: Worlds, mask: int) -> Iterator[int]:
    """A member whose ground is claimed leaves, or the other drops it.

    Where it is not known who else applies, nothing helps.
    """
    options = worlds.options
    if options.context.portfolio.complete is not True:
        return
    staying = options.staying(mask)
    for bit, change in options.with_bits(ReleaseMember, ~mask):
        ground = change.municipality.territory
        claimed = tuple(each for each in staying if not ground.isdisjoint(each.territory))
        if claimed:
            yield bit
            yield from bits_of(_removals(worlds, mask, claimed))


def _of_plan(worlds: Worlds, mask: int) -> Iterator[int]:
    """All empty cells are filled, or the member in whose plan they are leaves.

    Where every member has a plan (I14), the first with an empty cell is looked at.
    """
    for holder, cells in worlds.options.cells.items():
        if cells & ~mask and _is_looked_at(worlds, mask, holder):
            yield cells & ~mask
            if holder is not None:
                yield from bits_of(_removals(worlds, mask, (holder,)))
            return


def _is_looked_at(worlds: Worlds, mask: int, holder: Municipality | None) -> bool:
    """Whether the plan is that of all together, or of one who is a member in this set."""
    options = worlds.options
    if options.context.call.readings.plan_holder is PlanHolder.APPLICATION:
        return True
    if holder is None:
        return not _members(worlds, mask)
    if holder in {*options.staying(mask), *options.joining(mask)}:
        return True
    return not holder.name and bool(mask & options.of(BringInhabitants))


def _of_channel(worlds: Worlds, mask: int) -> Iterator[int]:
    return bits_of(worlds.options.of(ApplyThrough) & ~mask)


# --- what they share --------------------------------------------------------------------------


def _members(worlds: Worlds, mask: int) -> int:
    options = worlds.options
    newcomers = (mask & options.of(BringInhabitants)).bit_count()
    return len(options.staying(mask)) + len(options.joining(mask)) + newcomers


def _joining(worlds: Worlds, mask: int) -> Iterator[int]:
    options = worlds.options
    if options.slots(mask):
        yield from bits_of(options.of(AddMembers, BringInhabitants) & ~mask)


def _removals(worlds: Worlds, mask: int, members: Iterable[Municipality]) -> int:
    leaving = frozenset(members)
    return sum(
        bit
        for bit, change in worlds.options.with_bits(RemoveMember, ~mask)
        if change.municipality in leaving
    )


_MEMBERS = (RemoveMember, AddMembers, BringInhabitants)

#: The rules of the call, those first that few changes repair and that are quickly asked.
REPAIRS: Mapping[Criterion, Repair] = MappingProxyType(
    {
        CHANNEL: Repair(_of_channel, (ApplyThrough,)),
        PARTNERSHIP_FORM: Repair(_of_form, (ChangeForm,)),
        ONE_REGIEVERBAND: Repair(_of_one_regieverband, (RemoveMember, ReleaseMember)),
        ENOUGH_INHABITANTS: Repair(_of_inhabitants, (*_MEMBERS, ChangeForm)),
        ENOUGH_MEMBERS: Repair(_of_members, (*_MEMBERS, ChangeForm)),
        CENTRUMSTAD_ALONE: Repair(_of_city_alone, (*_MEMBERS, ChangeForm)),
        PLAN: Repair(_of_plan, (*_MEMBERS, ChangeForm, AddActions)),
        REFERENCE_REGION: Repair(_of_region, (*_MEMBERS, ChangeForm, ObtainDerogation)),
    }
)
