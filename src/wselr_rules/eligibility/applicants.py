"""Who may apply (*wie kan ondersteuning aanvragen*): S09 to S11.

A partnership of an accepted form with enough members and inhabitants, or a centrumstad alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wselr_rules.domain.application import Application
from wselr_rules.domain.territory import Municipality
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.finding import Argument, Finding, Interval, Missing, Operator, Quantity
from wselr_rules.eligibility.settling import settling
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import CentrumstadPartner
from wselr_rules.law.terms import LegalForm

__all__ = [
    "has_enough_inhabitants",
    "has_enough_members",
    "has_partnership_form",
    "is_centrumstad_alone",
    "readings_on_inhabitants",
    "readings_on_members",
    "verdict_on_form",
    "verdict_on_inhabitants",
    "verdict_on_members",
]


def has_partnership_form(application: Application, context: Context) -> Finding:
    """An intermunicipal partnership or a welzijnsvereniging (*samenwerkingsverband*), S09."""
    form = application.regieverband.legal_form_on(context.on)
    accepted = context.call.partnership_forms
    verdict = verdict_on_form(application, context)
    in_order = tuple(each for each in LegalForm if each in accepted)
    return Finding(
        verdict,
        f"partnership-form.{verdict.value}",
        _form_arguments(form, in_order, verdict),
        operator=Operator.ONE_OF,
        observed=None if form is None else Quantity(form, "legal form"),
        required=Quantity(in_order, "legal form"),
        missing=_form_missing(application) if form is None else (),
    )


def verdict_on_form(application: Application, context: Context) -> Verdict:
    """Whether its form is accepted (*rechtsvorm*), without the grounds."""
    form = application.regieverband.legal_form_on(context.on)
    return Verdict.of(None if form is None else form in context.call.partnership_forms)


def _form_arguments(
    form: LegalForm | None, accepted: tuple[LegalForm, ...], verdict: Verdict
) -> dict[str, Argument]:
    known: dict[str, Argument] = {} if form is None else {"form": form}
    return known if verdict is Verdict.MET else {**known, "accepted": accepted}


def has_enough_members(application: Application, context: Context) -> Finding:
    """As many members as its form must have (*aantal leden*), S09 with reading I08."""
    members = len(context.members(application))
    form = application.regieverband.legal_form_on(context.on)
    needed = _members_needed(form, context.call)
    verdict = _are_enough(members, needed)
    required = max(needed) if verdict is Verdict.MET else min(needed)
    return Finding(
        verdict,
        f"enough-members.{verdict.value}",
        {"members": members, "required": required},
        operator=Operator.AT_LEAST,
        observed=Quantity(members, "members"),
        required=Quantity(required, "members"),
        margin=members - required,
        missing=() if verdict.is_decided else _form_missing(application),
    )


def verdict_on_members(application: Application, context: Context) -> Verdict:
    """Whether it has enough members (*aantal leden*), without the grounds."""
    form = application.regieverband.legal_form_on(context.on)
    return _are_enough(len(context.members(application)), _members_needed(form, context.call))


def readings_on_members(
    application: Application, context: Context, found: Finding
) -> Mapping[str, str]:
    """The readings that the finding on the members rests on (*bepalende lezingen*): I08."""
    members = len(context.members(application))
    form = application.regieverband.legal_form_on(context.on)
    if members >= max(context.call.minimum_members, context.call.minimum_members_welfare):
        return {}
    return settling(
        ("minimum_members",),
        context.call,
        lambda call: _are_enough(members, _members_needed(form, call)) is found.verdict,
    )


def _members_needed(form: LegalForm | None, call: OpenCall) -> frozenset[int]:
    """How many members it needs, one number for each form that it can have."""
    forms = LegalForm if form is None else (form,)
    return frozenset([call.members_needed(each) for each in forms])


def _are_enough(members: int, needed: frozenset[int]) -> Verdict:
    if members >= max(needed):
        return Verdict.MET
    return Verdict.NOT_MET if members < min(needed) else Verdict.UNKNOWN


def has_enough_inhabitants(application: Application, context: Context) -> Finding:
    """At least 60,000 inhabitants on the territory (*minimaal 60.000 inwoners*), S09.

    Known members may decide it before all are known: counts are never negative.
    """
    members = context.members(application)
    required = context.call.minimum_inhabitants
    least = sum(member.least_inhabitants for member in members)
    is_exact = all(member.inhabitants is not None for member in members)
    verdict = verdict_on_inhabitants(application, context)
    by_partner = verdict is Verdict.MET and least < required
    found = {"inhabitants": least, "required": required}
    return Finding(
        verdict,
        "inhabitants.exempt" if by_partner else _inhabitants_message(verdict, is_exact=is_exact),
        {"required": required} if by_partner else {**found, "margin": abs(least - required)},
        operator=Operator.AT_LEAST,
        observed=Quantity(least if is_exact else Interval(least), "inhabitants"),
        required=Quantity(required, "inhabitants"),
        margin=least - required if is_exact else None,
        missing=() if verdict.is_decided else tuple(_inhabitants_missing(application, context)),
    )


def verdict_on_inhabitants(application: Application, context: Context) -> Verdict:
    """Whether it has enough inhabitants (*aantal inwoners*), without the grounds."""
    members = context.members(application)
    counted = _counted(members, context.call.minimum_inhabitants)
    if counted is Verdict.MET:
        return counted
    return counted | _centrumstad_partner(members, context.call)


def readings_on_inhabitants(
    application: Application, context: Context, found: Finding
) -> Mapping[str, str]:
    """The readings that the finding on the inhabitants rests on (*bepalende lezingen*): I09."""
    members = context.members(application)
    counted = _counted(members, context.call.minimum_inhabitants)
    if counted is Verdict.MET or all(member.is_centrumstad is False for member in members):
        return {}
    return settling(
        ("centrumstad_partner",),
        context.call,
        lambda call: counted | _centrumstad_partner(members, call) is found.verdict,
    )


def _counted(members: tuple[Municipality, ...], required: int) -> Verdict:
    """Whether the inhabitants, as far as known, are enough by themselves."""
    if sum([member.least_inhabitants for member in members]) >= required:
        return Verdict.MET
    is_exact = all(member.inhabitants is not None for member in members)
    return Verdict.NOT_MET if is_exact else Verdict.UNKNOWN


def _inhabitants_message(verdict: Verdict, *, is_exact: bool) -> str:
    return f"inhabitants.{verdict.value}" if is_exact else f"inhabitants.{verdict.value}-at-least"


def _centrumstad_partner(members: tuple[Municipality, ...], call: OpenCall) -> Verdict:
    """Whether a centrumstad among the members lifts the lower bound (I09)."""
    verdict = Verdict.NOT_MET
    if call.readings.centrumstad_partner is CentrumstadPartner.EXEMPT:
        for member in members:
            verdict |= Verdict.of(member.is_centrumstad)
    return verdict


def _inhabitants_missing(application: Application, context: Context) -> Iterator[Missing]:
    exempt = context.call.readings.centrumstad_partner is CentrumstadPartner.EXEMPT
    for path, member in context.members_with_paths(application):
        if member.inhabitants is None:
            yield Missing("inhabitants", f"{path}.inhabitants", str(member))
        if exempt and member.is_centrumstad is None:
            yield Missing("is_centrumstad", f"{path}.is_centrumstad", str(member))


def is_centrumstad_alone(application: Application, context: Context) -> Finding:
    """A centrumstad that applies alone, without a lower bound (*centrumstad apart*), S10, S11."""
    members = context.members(application)
    form = application.regieverband.legal_form_on(context.on)
    is_one = len(members) == 1
    # Only with one member can a form that is not known turn out to be that of a municipality.
    alone = Verdict.of(is_one) & Verdict.of(
        None if form is None else form is LegalForm.MUNICIPALITY
    )
    verdict = alone & Verdict.of(members[0].is_centrumstad if is_one else False)
    name = members[0].name if is_one else application.regieverband.name
    message = "not-alone" if alone is Verdict.NOT_MET else verdict.value
    return Finding(
        verdict,
        f"centrumstad-alone.{message}",
        {"name": name},
        operator=Operator.IS,
        observed=None if form is None else Quantity(form, "legal form"),
        required=Quantity(LegalForm.MUNICIPALITY, "legal form"),
        missing=() if verdict.is_decided else tuple(_city_missing(application, context)),
    )


def _city_missing(application: Application, context: Context) -> Iterator[Missing]:
    if application.regieverband.legal_form_on(context.on) is None:
        yield from _form_missing(application)
    for path, member in context.members_with_paths(application):
        if member.is_centrumstad is None:
            yield Missing("is_centrumstad", f"{path}.is_centrumstad", str(member))


def _form_missing(application: Application) -> tuple[Missing, ...]:
    return (Missing("legal_form", "regieverband.legal_form", application.regieverband.name),)
