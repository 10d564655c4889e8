"""Section 2: what the corrections do (*correcties*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from applicants import Applicant
from assumptions import ALL_ASSUMED, CALL, DAYS, Case, decide, labelled
from corrections import CORRECTIONS, LEAVES_ON, Correction, corrected, never_was
from page import Column, Page, listed, long_date, short_date, table, verdict
from rich.console import RenderableType

from wselr_rules import Decision, Portfolio, Verdict

__all__ = ["print_corrections"]


def print_corrections(
    page: Page, portfolio: Portfolio, before: Case, after: Case, applicants: Mapping[str, Applicant]
) -> None:
    """Print what each correction changes alone, then what is left after all of them."""
    page.title("2. Three corrections, each assumed, and what they change")
    page.say(
        f"Each is assumed to be a departure on {long_date(LEAVES_ON)}, the first day of the plan "
        "year: from that day on the municipality is no longer a member, and before it, it was. A "
        "departure changes the territory, so the regieverband counts as new from then on (S16) and "
        "the inhabitants are counted again. "
        f"Everything else stays as assumed: {ALL_ASSUMED}."
    )
    for correction in CORRECTIONS:
        alone = decide(corrected(portfolio, (correction,)))
        _print_correction(page, correction, before, alone, applicants)
    _print_together(page, after, applicants)
    _print_other_manner(page, portfolio, after, applicants)


def _print_correction(
    page: Page,
    correction: Correction,
    before: Case,
    after: Case,
    applicants: Mapping[str, Applicant],
) -> None:
    applicant = applicants[correction.applicant_id]
    page.heading(
        f"{correction.id} (assumed): {correction.municipality} leaves {applicant.name} "
        f"on {long_date(LEAVES_ON)}"
    )
    page.points(_what_it_does(correction, before, after, applicant))
    rows = [
        row
        for each in applicants.values()
        for row in _changes(each, before[each.id], after[each.id], (correction.id,))
    ]
    if not rows:
        page.say("It changes no verdict.")
        return
    page.show(
        table(
            Column("Applicant", wraps_at=17),
            Column("Confid."),
            Column("On"),
            Column("Before"),
            Column("After"),
            Column("Why: the finding that was against it, now", wraps_at=60),
            rows=rows,
        )
    )


def _what_it_does(
    correction: Correction, before: Case, after: Case, applicant: Applicant
) -> Iterator[str]:
    day = DAYS[0]
    then, now = (each.regieverband(applicant.id).standing_on(day, CALL) for each in (before, after))
    if then is not None and now is not None:
        yield (
            f"Standing of {applicant.name} on {long_date(day)} (assumed): {then.value} before the "
            f"correction, {now.value} after it."
        )
    inhabitants = after[applicant.id][0].finding["enough-inhabitants"]
    yield (
        f"What is left of {applicant.name}: "
        f"{labelled(inhabitants, applicant, corrections=(correction.id,))}."
    )


def _changes(
    applicant: Applicant,
    before: tuple[Decision, ...],
    after: tuple[Decision, ...],
    corrections: Iterable[str],
) -> Iterator[tuple[RenderableType, ...]]:
    """Make a row for each day on which the verdict is another one, or one for both days alike."""
    rows = [
        (verdict(old.verdict), verdict(new.verdict), _why(applicant, old, new, corrections))
        for old, new in zip(before, after, strict=True)
        if old.verdict is not new.verdict
    ]
    days = [
        short_date(old.on)
        for old, new in zip(before, after, strict=True)
        if old.verdict is not new.verdict
    ]
    if len(rows) == len(DAYS) and len({tuple(map(str, row)) for row in rows}) == 1:
        rows, days = rows[:1], ["both days"]
    for day, row in zip(days, rows, strict=True):
        yield applicant.name, applicant.confidence, day, *row


def _why(applicant: Applicant, old: Decision, new: Decision, corrections: Iterable[str]) -> str:
    """Write what now is found by the rules that made, or make, the difference."""
    decisive = dict.fromkeys(
        finding.criterion for finding in (*old.refusals, *new.refusals) if finding.criterion
    )
    return "\n".join(
        labelled(new.finding[criterion], applicant, corrections=corrections)
        for criterion in decisive
    )


def _print_together(page: Page, after: Case, applicants: Mapping[str, Applicant]) -> None:
    ids = tuple(each.id for each in CORRECTIONS)
    page.heading(f"All three together (assumed: {ALL_ASSUMED}, {listed(ids)})")
    for assessment in after.assessments:
        page.say(
            f"On {long_date(assessment.on)}: {len(assessment.eligible)} of "
            f"{len(assessment.decisions)} eligible; municipalities claimed twice: "
            f"{len(assessment.conflicts) or 'none'}."
        )
        page.points(
            f"{verdict(decision.verdict)}: {applicant.name} (confidence {applicant.confidence}): "
            f"{labelled(finding, applicant)}"
            for decision in assessment.decisions
            if decision.verdict is not Verdict.MET
            for applicant in [applicants[decision.application_id]]
            for finding in decision.refusals
        )


def _print_other_manner(
    page: Page, portfolio: Portfolio, after: Case, applicants: Mapping[str, Applicant]
) -> None:
    """Print whether it matters that a member left, or never was one."""
    other = decide(corrected(portfolio, CORRECTIONS, never_was))
    page.heading("If instead they never were members, and the lists are wrong (assumed as well)")
    standings = [
        f"{applicants[each.applicant_id].name} {_standings(each, after, other)}"
        for each in CORRECTIONS
    ]
    same = all(
        [decision.verdict for decision in after[each]]
        == [decision.verdict for decision in other[each]]
        for each in applicants
    )
    page.say(
        f"Standing on {long_date(DAYS[0])}, having left and never having been a member: "
        f"{'; '.join(standings)}. "
        f"The verdicts are {'the same' if same else 'NOT the same'} on both days, and the amounts "
        f"of section 3 {'too' if _amounts(after) == _amounts(other) else 'are not'}."
    )


def _standings(correction: Correction, *cases: Case) -> str:
    found = (each.regieverband(correction.applicant_id) for each in cases)
    standings = (each.standing_on(DAYS[0], CALL) for each in found)
    return " and ".join("not known" if each is None else each.value for each in standings)


def _amounts(case: Case) -> list[object]:
    return [assessment.allocation for assessment in case.assessments]
