"""Section 1, second part: the assumptions, and the decisions that follow (*beslissingen*)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from applicants import BEFORE_THE_MERGERS, MERGED_ON, Applicant, joined_grounds, names_of
from assumptions import (
    ALL_ASSUMED,
    ASSUMED_CHANNEL,
    ASSUMED_FORM,
    BENEFICIARIES,
    CALL,
    DAYS,
    MEMBERS,
    MEMBERS_SINCE,
    RECOGNISED_ON,
    Case,
    form_in_words,
    labelled,
)
from page import Column, Page, listed, long_date, short_date, table, verdict
from rich.console import RenderableType
from second_look_page import print_one_in_full, print_second_look

from wselr_rules import (
    Conflict,
    Decision,
    Municipality,
    PolicyPriority,
    Standing,
)

__all__ = ["print_assumptions", "print_decisions"]


def print_assumptions(page: Page, applicants: Mapping[str, Applicant]) -> None:
    """Print each assumption with its id."""
    texts = tuple(_assumptions(applicants))
    page.heading("1b. What is assumed from here on")
    page.points(
        (f"assumed: {text}" for text in texts),
        (f"A{number}" for number, _ in enumerate(texts, start=1)),
    )
    page.say(
        f'Whatever rests on one of them says so: "(assumed: A1)", or "assumed: {ALL_ASSUMED}".'
    )


def _assumptions(applicants: Mapping[str, Applicant]) -> Iterator[str]:
    formless = [each.name for each in applicants.values() if each.legal_form is None]
    yield (
        f"each of the {len(applicants)} applied, with the members that the pages name, all of them "
        f"since {long_date(MEMBERS_SINCE)}; but for the mergers, neither they nor the legal form "
        "changed since."
    )
    yield (
        f"where no page states a legal form, it is that of an {ASSUMED_FORM.value}, an accepted "
        f"one: {listed(formless)}."
    )
    yield (
        f"each was recognised on {long_date(RECOGNISED_ON)}, the first day of the policy cycle, "
        f"hence before the baseline of {long_date(CALL.baseline)} (I01), so that it is existing."
    )
    yield (
        f"each plan is complete: an action for each of the {len(PolicyPriority)} priorities in "
        f"{listed(map(str, CALL.plan_years))}."
    )
    yield f"each application came through {ASSUMED_CHANNEL.value}."
    yield "no deviation (afwijking) from the region rule was granted."
    yield (
        f"these {len(applicants)} are the whole call, which is known not to be so: it has "
        f"{BENEFICIARIES} beneficiaries."
    )


def print_decisions(page: Page, case: Case, applicants: Mapping[str, Applicant]) -> None:
    """Print all decisions with the grounds of each refusal, and what deserves a second look."""
    _print_mergers(page, case, applicants)
    _print_table(page, case, applicants)
    _print_conflicts(page, case, applicants)
    print_second_look(page, case, applicants)
    print_one_in_full(page, case, applicants)


# --- what the mergers did -----------------------------------------------------------------


def _print_mergers(page: Page, case: Case, applicants: Mapping[str, Applicant]) -> None:
    page.heading(f"What the mergers of {long_date(MERGED_ON)} did (standings assumed: A1 to A3)")
    page.show(
        table(
            Column("Applicant", wraps_at=24),
            Column("Confid."),
            Column("Members that merged", wraps_at=60),
            Column(short_date(BEFORE_THE_MERGERS)),
            Column(short_date(DAYS[0])),
            rows=_merger_rows(case, applicants),
        )
    )
    page.say(
        "A merger among members alone changes no territory, and so no standing (I03). One with a "
        "former non-member enlarges it: the regieverband has changed, counts as new (S16), and "
        f"must fit one reference region at once, not only from {long_date(DAYS[1])} on."
    )


def _merger_rows(
    case: Case, applicants: Mapping[str, Applicant]
) -> Iterator[tuple[RenderableType, ...]]:
    for applicant in applicants.values():
        regieverband = case.regieverband(applicant.id)
        born = [
            each for each in regieverband.members_on(MERGED_ON) if each.exists_since == MERGED_ON
        ]
        if not born:
            continue
        joined = {
            each.municipality: each.non_members for each in joined_grounds(regieverband, MERGED_ON)
        }
        texts = (_merger_in_words(each, joined.get(each, ())) for each in born)
        standings = (
            _standing(regieverband.standing_on(day, CALL)) for day in (BEFORE_THE_MERGERS, DAYS[0])
        )
        yield applicant.name, applicant.confidence, "\n".join(texts), *standings


def _merger_in_words(born: Municipality, non_members: tuple[str, ...]) -> str:
    names = (
        f"{name} (no member)" if name in non_members else name for name in names_of(born.territory)
    )
    return f"{' + '.join(names)} → {born.name}"


def _standing(standing: Standing | None) -> str:
    return "not known" if standing is None else standing.value


# --- the decisions ------------------------------------------------------------------------


def _print_table(page: Page, case: Case, applicants: Mapping[str, Applicant]) -> None:
    page.heading(f"Every decision, with all grounds of each refusal (assumed: {ALL_ASSUMED})")
    page.show(
        table(
            Column("Applicant", wraps_at=24),
            Column("Confid."),
            *(Column(short_date(day)) for day in DAYS),
            Column("Legal form; grounds where not eligible", wraps_at=60),
            rows=(
                (
                    f"{each.name}\n({each.id})",
                    each.confidence,
                    *(verdict(decision.verdict) for decision in case[each.id]),
                    "\n".join([form_in_words(each), *_grounds(each, case[each.id])]),
                )
                for each in applicants.values()
            ),
        )
    )
    page.say(
        "Eligible: "
        + "; ".join(
            f"{len(each.eligible)} of {len(each.decisions)} on {long_date(each.on)}"
            for each in case.assessments
        )
        + f" (assumed: {ALL_ASSUMED})."
    )


def _grounds(applicant: Applicant, decisions: tuple[Decision, ...]) -> Iterator[str]:
    """Write each ground of refusal once, with the days on which it holds."""
    days: dict[str, list[str]] = {}
    for decision in decisions:
        for finding in decision.refusals:
            text = labelled(finding, applicant)
            days.setdefault(text, []).append(short_date(decision.on))
    for text, held_on in days.items():
        when = "both days" if len(held_on) == len(decisions) else listed(held_on)
        yield f"{when}: {text}"


def _print_conflicts(page: Page, case: Case, applicants: Mapping[str, Applicant]) -> None:
    page.heading(f"Claimed twice: on whose page a refusal rests (assumed: {MEMBERS})")
    page.say("Neither claimant keeps the territory (I07), however sure either of them is.")
    page.show(
        table(
            Column("Municipality", wraps_at=24),
            Column("Since"),
            Column("Claimed by, with confidence", wraps_at=60),
            rows=(
                (
                    listed(conflict.names),
                    long_date(conflict.since),
                    _claimants(conflict, applicants),
                )
                for conflict in case.assessments[0].conflicts
            ),
        )
    )


def _claimants(conflict: Conflict, applicants: Mapping[str, Applicant]) -> str:
    claimants = (applicants[each] for each in conflict.application_ids)
    return listed(f"{each.name} ({each.confidence})" for each in claimants)
