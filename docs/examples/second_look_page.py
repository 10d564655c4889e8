"""Section 1, third part: what deserves a second look, and one decision in full (*motivering*)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from applicants import Applicant
from assumptions import CALL, DAYS, MEMBERS, Case, labelled
from page import MARKS, Page, in_words, listed, long_date
from rich.text import Text
from rich.tree import Tree

from wselr_rules import Finding, Language, LegalForm, Standing, Verdict

__all__ = ["print_one_in_full", "print_second_look"]


def print_second_look(page: Page, case: Case, applicants: Mapping[str, Applicant]) -> None:
    """Print what may surprise, in the words of the findings that say why."""
    page.heading("A second look, in the words of the findings")
    page.points(
        (
            *_least_inhabitants(case, applicants),
            *_with_a_centrumstad(case, applicants),
            *_changed_and_eligible(case, applicants),
            *_not_yet_due(case, applicants),
        )
    )


def _least_inhabitants(case: Case, applicants: Mapping[str, Applicant]) -> Iterator[str]:
    partnerships = [
        each for each in applicants.values() if each.legal_form is not LegalForm.MUNICIPALITY
    ]
    found = {each: case[each.id][0].finding["enough-inhabitants"] for each in partnerships}
    short = [each for each, finding in found.items() if finding.verdict is not Verdict.MET]
    least = min(partnerships, key=lambda each: found[each].margin or 0)
    yield (
        f"{len(short) or 'None'} of the {len(partnerships)} partnerships falls short of "
        f"{CALL.minimum_inhabitants:,} inhabitants. The smallest is {least.name}: "
        f"{labelled(found[least], least)}."
    )


def _with_a_centrumstad(case: Case, applicants: Mapping[str, Applicant]) -> Iterator[str]:
    with_one = {
        applicant: cities
        for applicant in applicants.values()
        if applicant.legal_form is not LegalForm.MUNICIPALITY
        and (cities := _centrumsteden(case, applicant))
    }
    names = listed(f"{each.name} ({listed(cities)})" for each, cities in with_one.items())
    yield (
        "A centrumstad may also be a partner (S10), and then the lower bound binds (I09): "
        f"{names} (assumed: {MEMBERS})."
    )


def _centrumsteden(case: Case, applicant: Applicant) -> tuple[str, ...]:
    members = case.regieverband(applicant.id).members_on(DAYS[0])
    return tuple(each.name for each in members if each.is_centrumstad)


def _changed_and_eligible(case: Case, applicants: Mapping[str, Applicant]) -> Iterator[str]:
    for applicant in applicants.values():
        decision = case[applicant.id][0]
        standing = case.regieverband(applicant.id).standing_on(decision.on, CALL)
        if standing is Standing.CHANGED and decision.verdict is Verdict.MET:
            region = labelled(decision.finding["reference-region"], applicant)
            yield (
                f"{applicant.name} counts as new since the merger and is eligible all the same, "
                f"for it fits: {region}."
            )


def _not_yet_due(case: Case, applicants: Mapping[str, Applicant]) -> Iterator[str]:
    """Find the duties that are not yet in force on the first day and not met on the second."""
    for applicant in applicants.values():
        first, second = case[applicant.id]
        broken = {finding.criterion for finding in second.refusals}
        for finding in first.obligations:
            if finding.criterion in broken:
                yield (
                    f"{applicant.name} on {long_date(first.on)}: {labelled(finding, applicant)}."
                )


# --- one decision in full -----------------------------------------------------------------


def print_one_in_full(page: Page, case: Case, applicants: Mapping[str, Applicant]) -> None:
    """Print the decision with most grounds of refusal, in both languages."""
    decisions = case.assessments[1].decisions
    decision = max(decisions, key=lambda each: len(each.refusals))
    applicant = applicants[decision.application_id]
    page.heading(f"One decision in full: {applicant.name} on {long_date(decision.on)}, in English")
    page.show(_tree(decision.finding, applicant, Language.EN))
    page.heading("The same decision in Dutch (dezelfde beslissing in het Nederlands)")
    page.show(_tree(decision.finding, applicant, Language.NL))
    page.say(
        f"In all: {in_words(decision.verdict)}. Of each rule: ✓ met, ✗ not met. Of a partnership "
        "or a centrumstad alone, one is enough."
    )


def _tree(finding: Finding, applicant: Applicant, language: Language) -> Tree:
    def text(of: Finding) -> Text:
        return Text(f"{MARKS[of.verdict]} {labelled(of, applicant, language)}")

    def add(branch: Tree, of: Finding) -> None:
        for child in of.children:
            add(branch.add(text(child)), child)

    root = Tree(text(finding))
    add(root, finding)
    return root
