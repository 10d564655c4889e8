"""Readings chosen in every way there is, and what is decided under each, asked anew."""

from __future__ import annotations

from itertools import product

from attrs import evolve

from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.rules import ELIGIBLE
from wselr_rules.law.readings import INTERPRETATIONS

#: The questions on which eligibility can turn; the others are about money.
OF_ELIGIBILITY = [each for each in INTERPRETATIONS if each.id not in {"I10", "I11", "I12", "I15"}]


def every_choice(readings, questions):
    """Give every way to choose for these questions, each with what it changes."""
    for chosen in product(*(type(each.default) for each in questions)):
        pairs = [*zip(questions, chosen, strict=True)]
        changed = frozenset(
            f"{each.id} {option.value}"
            for each, option in pairs
            if option is not getattr(readings, each.name)
        )
        yield evolve(readings, **{each.name: option for each, option in pairs}), changed


def verdict_under(readings, application, on, call, portfolio):
    """Return the verdict of the whole criterion under these readings."""
    read_so = evolve(call, readings=readings)
    return ELIGIBLE.verdict(application, Context(on, call=read_so, portfolio=portfolio))


def smallest_changes(application, on, call, portfolio, questions=OF_ELIGIBILITY):
    """Return every smallest change of choices for these questions, with the verdict it leads to."""
    leading = {}
    for readings, changed in every_choice(call.readings, questions):
        verdict = verdict_under(readings, application, on, call, portfolio)
        leading.setdefault(verdict, []).append(changed)
    return {
        (one, verdict)
        for verdict, changes in leading.items()
        for one in changes
        if frozenset() not in changes and not any(other < one for other in changes)
    }
