"""Every public method and property of a value, asked with whatever it takes."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Any

from attrs import fields, has
from tests.eligibility.stories import CALL, LONG_AGO, town
from tests.purity.asking import APPLICATIONS, DAY, FUNCTIONS, GIVEN, PORTFOLIO

import wselr_rules
from wselr_rules import (
    INTERPRETATIONS,
    LEDGER,
    Audience,
    Citation,
    Context,
    Derogation,
    FrozenMap,
    History,
    InvalidDocument,
    Language,
    LegalForm,
    ObtainDerogation,
    PolicyCycle,
    PolicyPriority,
    Readings,
    RulesError,
    WaitUntil,
    conformance,
    receipts,
)
from wselr_rules.errors.documents import Problem
from wselr_rules.law.citations import SUPPORT_DECREE
from wselr_rules.law.readings import Rounding

__all__ = ["ARGUMENTS", "OTHERS", "ask_all", "methods_of", "public_classes", "some_of_each"]

#: What a method is asked with, by the name of its parameter.
ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "application": APPLICATIONS[1:3],
    "audience": tuple(Audience),
    "beneficiary_id": ("a", "ghent"),
    "call": (CALL,),
    "context": (Context(DAY, call=CALL, portfolio=PORTFOLIO),),
    "criterion_id": ("plan",),
    "day": (DAY,),
    "derogations": ((),),
    "form": (LegalForm.INTERLOCAL_ASSOCIATION,),
    "id": ("x",),
    "language": tuple(Language),
    "legal_form": (LegalForm.INTERLOCAL_ASSOCIATION,),
    "municipalities": ([town("90013"), town("90014")],),
    "municipality": (town("90012"),),
    "name": ("X",),
    "names": ("rounding",),
    "nis_code": ("90001",),
    "on": (DAY,),
    "portfolio": (PORTFOLIO,),
    "priority": (PolicyPriority.EMPLOYMENT,),
    "reading": (Rounding.PER_POT,),
    "readings": (Readings(),),
    "recognised_on": (LONG_AGO,),
    "regieverband": ("Regie",),
    "since": (DAY,),
    "value": (None,),
    "year": (2025,),
}

#: Public values that no function above gives: those that a caller makes, and the law.
OTHERS: tuple[object, ...] = (
    *ARGUMENTS["context"],
    GIVEN["decision input"],
    GIVEN["call input"],
    *GIVEN["scenarios"],
    CALL,
    LEDGER[-1],
    INTERPRETATIONS[0],
    Citation("S08", (19,), SUPPORT_DECREE),
    PolicyCycle.containing(DAY),
    Derogation(DAY),
    History(1, ((DAY, 2),)),
    WaitUntil(DAY),
    ObtainDerogation(DAY),
    receipts.OtherRules("1", "2"),
    receipts.OtherCall("x", "y", ("id",)),
    receipts.OtherAmount("a", Decimal("1.00"), Decimal("0.00")),
    receipts.NoOutcome("why"),
    InvalidDocument((Problem("$", "expected text"),)),
)


def public_classes() -> dict[str, type]:
    """Return every class that the package offers, by name."""
    return {
        name: thing
        for module in (wselr_rules, receipts, conformance)
        for name in module.__all__
        if inspect.isclass(thing := getattr(module, name))
    }


def methods_of(kind: type) -> Iterator[tuple[str, list[inspect.Parameter]]]:
    """Yield each public method of a class of ours with its parameters."""
    for name in dir(kind):
        plain = getattr(kind, name)
        module = getattr(plain, "__module__", None) or ""
        is_ours = inspect.isroutine(plain) and module.startswith("wselr_rules")
        if is_ours and (not name.startswith("_") or name.startswith("_repr_")):
            parameters = list(inspect.signature(plain).parameters.values())
            is_bound = inspect.ismethod(plain)
            yield name, parameters if is_bound else parameters[1:]


def ask_all(value: object) -> list[object]:
    """Return what each property, each method and each common operator of a value answers.

    A refusal by an error of the package, or by an index or a key, is an answer too.
    """
    kind = type(value)
    names = [name for name in dir(kind) if isinstance(getattr(kind, name), property)]
    told: list[object] = [str(value), repr(value), hash(value), value == value]  # noqa: PLR0124
    told += [getattr(value, name) for name in names if not name.startswith("_")]
    if hasattr(kind, "__iter__"):
        told += list(value)  # type: ignore[call-overload]
    for name, parameters in methods_of(kind):
        for arguments in product(*(ARGUMENTS[each.name] for each in parameters)):
            told.append(_answer(getattr(value, name), parameters, arguments))
    return told


def _answer(
    method: Any, parameters: list[inspect.Parameter], arguments: tuple[object, ...]
) -> object:
    plain, named = [], {}
    for parameter, argument in zip(parameters, arguments, strict=True):
        if parameter.kind is parameter.KEYWORD_ONLY:
            named[parameter.name] = argument
        else:
            plain.append(argument)
    try:
        answer = method(*plain, **named)
    except (RulesError, LookupError) as refusal:
        return f"{type(refusal).__name__}: {refusal}"
    return tuple(answer) if isinstance(answer, Iterator) else answer


def values_in(value: object, seen: set[int] | None = None) -> Iterator[object]:
    """Yield each attrs value in a value, itself and below it, once."""
    seen = set() if seen is None else seen
    if id(value) in seen:
        return
    seen.add(id(value))
    kind: Any = type(value)
    if has(kind):
        yield value
        inner: Any = [getattr(value, each.name) for each in fields(kind)]
    elif isinstance(value, FrozenMap | dict):
        inner = [*value, *value.values()]
    elif isinstance(value, tuple | list | frozenset | set):
        inner = value
    else:
        return
    for each in inner:
        yield from values_in(each, seen)


def some_of_each() -> dict[type, list[object]]:
    """Return up to three values of each class that the functions give or take, and the others."""
    found: dict[type, list[object]] = {}
    for whole in (*(ask() for ask in FUNCTIONS.values()), *OTHERS):
        for value in values_in(whole):
            of_kind = found.setdefault(type(value), [])
            if len(of_kind) < 3:
                of_kind.append(value)
    return found
