"""What each reading changes (*gevolg van elke lezing*) on the call of the example, as Markdown.

The 21 real applicants of ``docs/examples`` are assessed and paid anew under every other reading
when the site is built. What is assumed of them is labelled so wherever a figure rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

from applicants import Applicant, read_applicants, read_municipalities
from assumptions import ALL_ASSUMED, CALL, DAYS, PLAN_YEAR, as_assumed
from attrs import frozen
from corrections import CORRECTIONS, corrected

from wselr_rules import (
    INTERPRETATIONS,
    CallSensitivity,
    Interpretation,
    Language,
    Verdict,
    sensitivity,
)
from wselr_rules.render.language import listing, long_date, money_in_text
from wselr_rules.scenarios.reading_messages import MESSAGES_OF_READINGS
from wselr_rules.scenarios.turns import Effect, Shift

__all__ = ["cases", "markdown"]

_DATA = Path(__file__).parents[1] / "examples" / "data"
_WORDS = {
    Verdict.MET: "eligible",
    Verdict.NOT_MET: "not eligible",
    Verdict.UNKNOWN: "undecided",
}


@frozen
class Case:
    """One call on one day, with what is assumed of it."""

    label: str
    found: CallSensitivity

    def effect_of(self, id: str, reading: str) -> Effect | None:
        """What this one other reading changes; None for nothing."""
        for effect in self.found.effects:
            if (effect.choice.interpretation_id, effect.choice.chosen) == (id, reading):
                return effect
        return None


@cache
def _applicants() -> tuple[Applicant, ...]:
    return read_applicants(_DATA / "applicants.json")


@cache
def cases() -> tuple[Case, ...]:
    """The call as assumed and as corrected, each on either side of the last deadline."""
    whole = as_assumed(_applicants(), read_municipalities(_DATA / "figures.csv"))
    corrections = f"{CORRECTIONS[0].id} to {CORRECTIONS[-1].id}"
    return tuple(
        Case(
            f"{long_date(day, Language.EN)}, {label}",
            sensitivity(portfolio, on=day, call=CALL, year=PLAN_YEAR),
        )
        for portfolio, label in (
            (whole, f"assumed: {ALL_ASSUMED}"),
            (corrected(whole, CORRECTIONS), f"assumed: {ALL_ASSUMED}, {corrections}"),
        )
        for day in DAYS
    )


def markdown(argument: str) -> str:
    """A section for each open question; with ``together``, what turns on several at once."""
    if argument == "together":
        return "\n".join(_together())
    return "\n".join(line for each in INTERPRETATIONS for line in _section(each))


def _section(each: Interpretation) -> Iterator[str]:
    question = MESSAGES_OF_READINGS[each.id]
    sentences = ", ".join(f"[{id}](#law-{id.lower()})" for id in each.sentences)
    yield f"(reading-{each.id.lower()})="
    yield f"## {each.id}: {question[Language.EN]}"
    yield f'\n<p lang="nl"><em>{question[Language.NL]}</em></p>\n'
    yield f"Left open by {sentences}. Field of `Readings`: `{each.name}`."
    yield f"\n**Default, `{each.default.value}`**: {_said(each, str(each.default.value))}."
    for other in each.alternatives:
        yield f"\n**Otherwise, `{other.value}`**: {_said(each, str(other.value))}.\n"
        yield from _changes(each.id, str(other.value))
    yield ""


def _said(each: Interpretation, reading: str) -> str:
    return MESSAGES_OF_READINGS[f"{each.id}.{reading}"][Language.EN]


def _changes(id: str, reading: str) -> Iterator[str]:
    effects = [(case.label, case.effect_of(id, reading)) for case in cases()]
    if all(id in case.found.left_out for case in cases()):
        yield "On the call of the example: not tried, for nobody knows whom it would approve."
    elif all(effect is None for _, effect in effects):
        yield "On the call of the example: changes no verdict and no cent, on either day."
    else:
        yield "On the call of the example:\n"
        yield from (f"- {label}: {_in_words(effect)}" for label, effect in effects)


def _in_words(effect: Effect | None) -> str:
    if effect is None:
        return "changes nothing."
    turned = [each for each in effect.shifts if each.before.verdict is not each.after.verdict]
    told = [*_verdicts(turned), *_amounts([*effect.shifts])]
    return f"{'; '.join(told)}."


def _verdicts(turned: list[Shift]) -> Iterator[str]:
    ways = dict.fromkeys((each.before.verdict, each.after.verdict) for each in turned)
    for before, after in ways:
        names = [
            _name(each.application_id)
            for each in turned
            if (each.before.verdict, each.after.verdict) == (before, after)
        ]
        yield (
            f"from {_WORDS[before]} to {_WORDS[after]}: {len(names)} "
            f"({listing(names, Language.EN)})"
        )


def _amounts(shifts: list[Shift]) -> Iterator[str]:
    """How many amounts it changes, and the one that it changes most."""
    moved = [each for each in shifts if each.before.amount != each.after.amount]
    if any(each.after.verdict is Verdict.UNKNOWN for each in shifts):
        yield "so nothing can be divided for good"
    elif moved:
        most = max(moved, key=lambda each: abs(_difference(each)))
        yield (
            f"{len(moved)} amounts change, most that of {_name(most.application_id)}: "
            f"from {_euros(most.before.amount)} to {_euros(most.after.amount)}"
        )


def _difference(shift: Shift) -> Decimal:
    return (shift.after.amount or Decimal(0)) - (shift.before.amount or Decimal(0))


def _euros(amount: Decimal | None) -> str:
    return "nothing" if amount is None else money_in_text(amount, Language.EN)


def _name(application_id: str) -> str:
    return next(each.name for each in _applicants() if each.id == application_id)


def _together() -> Iterator[str]:
    """Who turns on which readings, alone or together, in the first two cases."""
    for case in cases():
        yield f"\n**{case.label}**\n"
        found = [each for each in case.found if each.turns]
        same = len([*case.found]) - len(found)
        yield f"- {same} of {same + len(found)} have one verdict under every choice of readings"
        for each in found:
            sets = dict.fromkeys(
                " with ".join(
                    f"[{choice.interpretation_id}](#reading-{choice.interpretation_id.lower()}) "
                    f"`{choice.chosen}`"
                    for choice in turn.choices
                )
                for turn in each.turns
            )
            yield (
                f"- {_name(each.application_id)}, {_WORDS[each.outcome.verdict or Verdict.UNKNOWN]}"
                f", turns on {'; on '.join(sets)}"
            )
