"""Section 3: the division (*verdeling*), what merged ground is in it, and its certificate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from applicants import MERGED_ON, Applicant, JoinedGround, joined_grounds
from assumptions import ALL_ASSUMED, BENEFICIARIES, CALL, DAYS, PLAN_YEAR, Case
from corrections import CORRECTIONS
from page import Column, Page, difference, euros, listed, long_date, table
from rich.console import RenderableType

from wselr_rules import (
    Allocation,
    AllocationKey,
    Beneficiary,
    CallAssessment,
    Certificate,
    Grant,
    Municipality,
)

__all__ = ["print_amounts"]

#: What each check of a certificate asks, in words.
_CHECKS = {
    "pots-follow-keys": "the budget is split by the keys of the call, to the cent",
    "pots-add-up": "each column adds up to its pot",
    "amounts-add-up": "each amount is the sum of its three components",
    "zero-weight-paid-zero": "nobody is paid for a count of zero",
    "components-within-a-cent": "each component is less than a cent from its exact value",
    "exact-shares": "the exact shares that are stated are right, reckoned anew",
    "amounts-within-a-cent": "each amount is less than a cent from its exact value",
    "largest-remainders": "who got a cent left over has no smaller remainder than who did not",
    "closest": "no exchange of cents would bring the table closer to the exact shares",
}


def print_amounts(
    page: Page,
    before: Case,
    after: Case,
    applicants: Mapping[str, Applicant],
    municipalities: Mapping[str, Municipality],
) -> None:
    """Print the division before and after the corrections, and what they cost or bring whom."""
    page.title(f"3. EUR {euros(CALL.budget_for(PLAN_YEAR))} for {PLAN_YEAR}, divided")
    page.say(
        f"As assessed on {long_date(DAYS[0])}. All amounts are in euros and assumed: "
        f"{ALL_ASSUMED}. The equal part is the same for every beneficiary: with all "
        f"{BENEFICIARIES} that the call has it would be about {euros(_equal_part(BENEFICIARIES))}. "
        "Whoever is approved and not in a table makes every amount in it too high."
    )
    ids = listed(each.id for each in CORRECTIONS)
    _print_division(
        page, "3a. Before the corrections", f"assumed: {ALL_ASSUMED}", before, applicants
    )
    _print_division(
        page, "3b. After the corrections", f"assumed: {ALL_ASSUMED}, {ids}", after, applicants
    )
    _print_comparison(page, before, after, applicants)
    _print_unknown_counts(page, before, municipalities)
    allocation = before.assessments[0].allocation
    if allocation is not None:
        _print_checks(page, allocation.verify())


def _equal_part(beneficiaries: int) -> Decimal:
    part = CALL.keys[AllocationKey.EQUAL_PARTS]
    return CALL.budget_for(PLAN_YEAR) * part.numerator / part.denominator / beneficiaries


def _amount(allocation: Allocation, applicant_id: str) -> Decimal:
    return allocation[applicant_id].amount if applicant_id in allocation else Decimal(0)


# --- one division -------------------------------------------------------------------------


def _print_division(
    page: Page, heading: str, assumed: str, case: Case, applicants: Mapping[str, Applicant]
) -> None:
    page.heading(f"{heading} ({assumed})")
    assessment = case.assessments[0]
    allocation = assessment.allocation
    if allocation is None:
        _print_why_not(page, assessment)
        return
    page.show(
        table(
            Column("Beneficiary", wraps_at=22, footer="Total"),
            Column("Confid."),
            *(
                Column(
                    f"{heading}, {CALL.keys[key] * 100} %",
                    "right",
                    12,
                    footer=euros(allocation.totals[key]),
                )
                for key, heading in _KEYS.items()
            ),
            Column("Amount (assumed)", "right", 12, footer=euros(allocation.total)),
            Column("Merged in"),
            rows=(
                _row(allocation[each.id], each, case)
                for each in applicants.values()
                if each.id in allocation
            ),
        )
    )
    page.say(
        "Merged in: all of a former non-member, by a merger with a member. What part is its own "
        "is not shown, for the figures are on the territory since the merger:"
    )
    page.points(_joined_in_words(allocation, case, applicants))
    if assessment.is_provisional:
        page.say(f"PROVISIONAL. {_waits_for(assessment)}")
    _print_certificate(page, allocation.verify())


_KEYS = {
    AllocationKey.WORKING_AGE_POPULATION: "Working age",
    AllocationKey.JOB_SEEKERS: "Job seekers",
    AllocationKey.EQUAL_PARTS: "Equal parts",
}


def _row(grant: Grant, applicant: Applicant, case: Case) -> tuple[RenderableType, ...]:
    joined = joined_grounds(case.regieverband(applicant.id), DAYS[0])
    return (
        applicant.name,
        applicant.confidence,
        *(euros(grant.components[key]) for key in _KEYS),
        euros(grant.amount),
        "\n".join(name for each in joined for name in each.non_members),
    )


def _print_why_not(page: Page, assessment: CallAssessment) -> None:
    page.say(
        f"Nothing is divided: {len(assessment.eligible) or 'none'} are eligible. "
        f"{_waits_for(assessment)}"
    )


def _waits_for(assessment: CallAssessment) -> str:
    facts = (missing.text("en") for missing in assessment.missing)
    return f"The library waits for: {listed((*assessment.undecided, *facts))}."


def _joined_in_words(
    allocation: Allocation, case: Case, applicants: Mapping[str, Applicant]
) -> Iterator[str]:
    """Say what a merger brought in, and how much of the counts the merged municipality is."""
    for beneficiary in allocation.beneficiaries:
        name = applicants[beneficiary.id].name
        for ground in joined_grounds(case.regieverband(beneficiary.id), DAYS[0]):
            yield (
                f"{name}: {listed(ground.members)} (member) merged with "
                f"{listed(ground.non_members)} (no member until then) on {long_date(MERGED_ON)}, "
                f"so all of {ground.municipality.name} is counted{_of_which(ground, beneficiary)}."
            )


def _of_which(ground: JoinedGround, beneficiary: Beneficiary) -> str:
    merged = ground.municipality
    counts = (
        ("inhabitants of 15 to 64", merged.working_age_population),
        ("job seekers", merged.job_seekers),
    )
    totals = (beneficiary.working_age_population, beneficiary.job_seekers)
    parts = tuple(
        f"{part:,} of the {whole:,} {name}"
        for (name, part), whole in zip(counts, totals, strict=True)
        if part is not None and whole is not None and part < whole
    )
    return f": {listed(parts)}" if parts else ""


# --- the certificate ----------------------------------------------------------------------


def _print_certificate(page: Page, certificate: Certificate) -> None:
    failed = [outcome for outcome in certificate.outcomes if not outcome.holds]
    page.say(
        "The certificate, made by other arithmetic than the division, "
        + (
            "does NOT hold:"
            if failed
            else f"holds: all of its {len(certificate.outcomes)} checks are met."
        )
    )
    page.points(_check_in_words(outcome.check.value, outcome.culprits) for outcome in failed)
    for ledger in certificate.ledgers:
        extra = sum(entry.extra_cents for entry in ledger.entries)
        page.say(
            f"Cents left over: of {len(ledger.entries)} {ledger.of} rounded down, {extra} were "
            "raised by a cent, those with the largest remainders."
        )


def _print_checks(page: Page, certificate: Certificate) -> None:
    page.heading("3d. What the certificate asks of each division")
    page.points(_check_in_words(outcome.check.value, ()) for outcome in certificate.outcomes)


def _check_in_words(check: str, culprits: tuple[str, ...]) -> str:
    words = _CHECKS.get(check, check)
    return f"{words}: not so for {listed(culprits)}" if culprits else words


# --- before and after ---------------------------------------------------------------------


def _print_comparison(
    page: Page, before: Case, after: Case, applicants: Mapping[str, Applicant]
) -> None:
    old, new = (case.assessments[0].allocation for case in (before, after))
    if old is None or new is None:
        return
    page.heading("3c. What the corrections, if made, bring or cost (in euros, assumed as above)")
    page.show(
        table(
            Column("Beneficiary", footer="Total"),
            Column("Confid."),
            Column("Before", "right", footer=euros(old.total)),
            Column("After", "right", footer=euros(new.total)),
            Column("Difference", "right", footer=difference(new.total - old.total)),
            rows=(
                (
                    each.name,
                    each.confidence,
                    euros(old[each.id].amount) if each.id in old else "-",
                    euros(new[each.id].amount) if each.id in new else "-",
                    difference(_amount(new, each.id) - _amount(old, each.id)),
                )
                for each in applicants.values()
                if each.id in old or each.id in new
            ),
        )
    )
    page.say("A refusal raises every other share, for only the approved divide the budget (S26).")


def _print_unknown_counts(
    page: Page, case: Case, municipalities: Mapping[str, Municipality]
) -> None:
    """Say which figures are not known, and whether the division needs them."""
    members = {
        member.nis_code
        for application in case.portfolio.applications
        for member in application.regieverband.members_on(DAYS[0])
    }
    for each in municipalities.values():
        missing = [
            name
            for name, count in (
                ("inhabitants", each.inhabitants),
                ("inhabitants of 15 to 64", each.working_age_population),
                ("job seekers", each.job_seekers),
            )
            if count is None
        ]
        if missing:
            needed = each.nis_code in members
            page.say(
                f"Not known: the {listed(missing)} of {each}. "
                + (
                    "It is a member here, so the library divides nothing as long as that is so."
                    if needed
                    else "It is a member of no applicant here, so no division waits for that."
                )
            )
