"""Worlds (*gewijzigde toestanden*): what an application and its portfolio are after changes.

It makes a world once for each set of changes. It knows no rule: whether a world is what is
looked for is for ``remedy_search``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import define, evolve, field

from wselr_rules.domain.application import Application
from wselr_rules.domain.history import values_of
from wselr_rules.domain.membership import Derogation
from wselr_rules.domain.regieverband import RegieVerband
from wselr_rules.eligibility.any_change import AnyChange
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.candidates import region_of_most
from wselr_rules.eligibility.changes import Changed, apply_all
from wselr_rules.eligibility.member_changes import AddMembers, BringInhabitants, RemoveMember
from wselr_rules.eligibility.options import Options
from wselr_rules.errors import NotMunicipalityAlone, OverlappingMemberships
from wselr_rules.law.terms import LegalForm, SubmissionChannel

__all__ = ["Worlds"]


@define(eq=False)
class Worlds:
    """The worlds that the sets of a table of options lead to (*gewijzigde toestanden*)."""

    options: Options
    _made: dict[int, Changed | None] = field(init=False, factory=dict[int, Changed | None])
    _inhabitants: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        members = self.options.staying(0)
        self._inhabitants = sum(member.least_inhabitants for member in members)

    def changes(self, mask: int, brought: int | None = None) -> tuple[AnyChange, ...]:
        """The changes of a set (*wijzigingen*), those who join taken together.

        ``brought`` is how many inhabitants new members bring, whoever they are; left out, as
        many as are short of the minimum.
        """
        return tuple(self._together(mask, self.shortage(mask) if brought is None else brought))

    def changed(self, mask: int) -> Changed | None:
        """The world of a set (*gewijzigde toestand*); None where there can be none."""
        if mask not in self._made:
            self._made[mask] = self.after(self.changes(mask), self.options.application)
        return self._made[mask]

    def after(self, changes: tuple[AnyChange, ...], application: Application) -> Changed | None:
        """What these changes make of this application (*na wijziging*).

        None where that cannot be: a municipality alone has one member, and no ground is a
        member's twice.
        """
        context = self.options.context
        try:
            made = apply_all(changes, application, context.portfolio, context.on)
        except (NotMunicipalityAlone, OverlappingMemberships):
            return None
        return None if self._may_be_alone(made[0].regieverband) else made

    def is_impossible_alone(self, mask: int) -> bool:
        """Whether it would be a municipality alone with other members (*onmogelijk*)."""
        options = self.options
        forms = {*values_of(self._regieverband.legal_form)}
        forms |= {change.form for _, change in options.with_bits(ChangeForm, mask)}
        bits = mask & options.of(RemoveMember, AddMembers, BringInhabitants, ChangeForm)
        may_be_alone = bool(forms & {LegalForm.MUNICIPALITY, None})
        return may_be_alone and self.changed(bits) is None

    def _may_be_alone(self, changed: RegieVerband) -> bool:
        """Whether others join who may turn out to be a municipality alone, of a form not known."""
        known, on = self._regieverband, self.options.context.on
        if None not in values_of(known.legal_form):
            return False
        return any(
            known.legal_form_on(day) is None
            and changed.legal_form_on(day) is None
            and len(known.members_on(day)) <= 1 < len(changed.members_on(day))
            for day in (on, *(day for day in known.dates if day > on))
        )

    @property
    def _regieverband(self) -> RegieVerband:
        return self.options.application.regieverband

    def shortage(self, mask: int) -> int:
        """How many inhabitants are certainly there too few (*tekort*), without those brought."""
        known = self._inhabitants
        for _, joined in self.options.with_bits(AddMembers, mask):
            known += joined.touched[1]
        for _, left in self.options.with_bits(RemoveMember, mask):
            known -= left.touched[1]
        return max(0, self.options.context.call.minimum_inhabitants - known)

    def fullest(self, mask: int) -> Application:
        """The application if what is not known and is added to were all it can be (*hoogstens*).

        What is added to it then adds nothing.
        """
        options, application = self.options, self.options.application
        on, portfolio = options.context.on, options.context.portfolio
        if application.plan is None and mask & options.of(AddActions):
            every = options.chosen(options.of(AddActions))
            application, _ = apply_all(every, application, portfolio, on)
        if application.channels is None and mask & options.of(ApplyThrough):
            application = evolve(application, channels=frozenset(SubmissionChannel))
        if application.regieverband.derogations is None and mask & options.of(ObtainDerogation):
            always = evolve(application.regieverband, derogations=(Derogation(date.min),))
            application = evolve(application, regieverband=always)
        return application

    def _together(self, mask: int, brought: int) -> Iterator[AnyChange]:
        joining = self.options.joining(mask)
        for change in self.options.chosen(mask):
            if isinstance(change, AddMembers):
                if change.municipalities[0] is joining[0]:
                    yield AddMembers(joining)
            elif isinstance(change, BringInhabitants):
                region = region_of_most(self.options.staying(mask), self.options.context)
                yield BringInhabitants(brought, region or change.reference_region)
            else:
                yield change
