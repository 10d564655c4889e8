"""Every world of a set, on every day, asked of the library and of the model.

A case is a world on a day. Where examples are to be few (``tests.drawing``) every eleventh case
is asked; eleven shares no factor with the numbers of days and of choices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import combinations_with_replacement, product
from typing import NamedTuple

import pytest
from tests import model
from tests.drawing import IS_FEW
from tests.worlds import library

from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import NotMunicipalityAlone

MODEL = {**model.RULES, "eligible": model.eligible}
STEP = 11 if IS_FEW else 1


def asked_of(cases: int) -> int:
    """Return how many of so many cases are asked."""
    return -(-cases // STEP)


def up_to(number, states):
    """Yield every choice of at most so many states, whatever their order, some more than once."""
    for size in range(number + 1):
        yield from combinations_with_replacement(states, size)


def agree(worlds, days, rules, **chosen):
    """Return how many cases were asked; the library and the model agree on each.

    A world that the model calls impossible must be one that the library refuses.
    """
    asked, apart = 0, []
    for world, day in list(product(dict.fromkeys(worlds), days))[::STEP]:
        asked += 1
        if not model.is_possible(world):
            with pytest.raises(NotMunicipalityAlone):
                library.application(world)
            continue
        application = library.application(world)
        context = library.context(world, day, **chosen)
        for rule in rules:
            found = library.CRITERIA[rule].verdict(application, context)
            if found is not Verdict.of(MODEL[rule](world, day, chosen)):
                apart.append((rule, found, str(day), chosen, world))
    assert not apart, f"{len(apart)} of {asked} cases differ, as {apart[:3]}"
    return asked


class Facts(NamedTuple):
    """Worlds that are told by facts, each of them known, or not known as far as it says.

    ``options`` has for every fact what can be told of it, each with all that it can turn out to
    be: only itself, where it is known. ``build`` makes a world of what is told of each, and
    says whether its rivals are all there are, None if that is not known.
    """

    options: Mapping[str, Mapping[object, tuple[object, ...]]]
    build: Callable[..., tuple[model.World, bool | None]]

    @classmethod
    def of(cls, build, **options) -> Facts:
        """Make facts of the values of each, or of values and what they can turn out to be."""
        return cls({name: _each_with_truths(values) for name, values in options.items()}, build)

    def told(self):
        """Yield every way to tell them."""
        return product(*self.options.values())


def _each_with_truths(values: Iterable[object] | Mapping[object, tuple[object, ...]]):
    if isinstance(values, Mapping):
        return values
    return {value: (value,) for value in values}


def unknown(*known, **partly):
    """Return options that are known, and None, which can turn out to be each of them."""
    return {**{each: (each,) for each in known}, None: known, **partly}


def agree_where_open(facts, days, rules, **chosen):
    """Return how many cases were asked, and which verdicts were given for the last rule.

    The library leaves a rule undecided exactly where it can turn out both ways.
    """
    names, options = tuple(facts.options), tuple(facts.options.values())

    def made(told):
        return facts.build(**dict(zip(names, told, strict=True)))

    @cache
    def seen(day, told):
        """Tell for each rule which of no and yes it can turn out to be, as two bits."""
        for place, one in enumerate(told):
            truths = options[place].get(one, (one,))
            if truths != (one,):
                every = (seen(day, (*told[:place], truth, *told[place + 1 :])) for truth in truths)
                return tuple(map(_either, zip(*every, strict=True)))
        world, _ = made(told)
        if not model.is_possible(world):
            return (0,) * len(rules)
        return tuple(1 << bool(MODEL[rule](world, day, chosen)) for rule in rules)

    asked, given, apart = 0, set(), []
    for told, day in list(product(facts.told(), days))[::STEP]:
        asked += 1
        (world, complete), bits = made(told), seen(day, told)
        if not any(bits):
            with pytest.raises(NotMunicipalityAlone):
                library.application(world)
            continue
        application = library.application(world)
        context = library.context(world, day, complete=complete, **chosen)
        for rule, each in zip(rules, bits, strict=True):
            found = library.CRITERIA[rule].verdict(application, context)
            if found is not VERDICTS[each]:
                apart.append((rule, found, VERDICTS[each], str(day), chosen, told))
        given.add(VERDICTS[bits[-1]])
    assert not apart, f"{len(apart)} of {asked} cases differ, as {apart[:3]}"
    return asked, given


#: What is not seen to turn out both ways is decided.
VERDICTS = {1: Verdict.NOT_MET, 2: Verdict.MET, 3: Verdict.UNKNOWN}


def _either(bits: Iterable[int]) -> int:
    both = 0
    for each in bits:
        both |= each
    return both
