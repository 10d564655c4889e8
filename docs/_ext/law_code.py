"""The code (*broncode*) that a dotted name of the ledger names, as Markdown."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from importlib import import_module

import attrs

from wselr_rules import OPEN_CALL_2023_2025, Act, OpenCall

__all__ = ["code_of", "dotted_source", "named"]

_CALL = "law.call.OpenCall."


def named(dotted: str) -> object:
    """What a dotted name below ``wselr_rules`` stands for; a field of a call is its attribute."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = import_module(".".join(["wselr_rules", *parts[:length]]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = _member(found, part)
        return found
    raise LookupError(dotted)


def _member(owner: object, name: str) -> object:
    if isinstance(owner, type) and attrs.has(owner) and name in attrs.fields_dict(owner):
        return attrs.fields_dict(owner)[name]
    return getattr(owner, name)


def dotted_source(dotted: str) -> str:
    """The source of a function or a class; nothing for a value, which has none of its own."""
    found = named(dotted)
    if inspect.isfunction(found) or inspect.isclass(found):
        return inspect.cleandoc("\n" + inspect.getsource(found))
    return ""


def code_of(dotted: str) -> Iterator[str]:
    """The lines of Markdown that show what a name of the ledger stands for."""
    source = dotted_source(dotted)
    if source:
        module = inspect.getmodule(named(dotted))
        file = module.__name__.replace(".", "/") if module else ""
        yield f"```{{code-block}} python\n:caption: {file}.py\n\n{source}\n```"
    elif dotted.startswith(_CALL):
        yield from _of_field(dotted.removeprefix(_CALL))
    else:
        value = named(dotted)
        yield f"`{dotted}`"
        yield f": {_shown(value)}"


def _of_field(name: str) -> Iterator[str]:
    """A number or a date of the call, with its unit and the time for which it holds."""
    assert name in attrs.fields_dict(OpenCall)  # noqa: S101 -- the ledger is held to it by a test
    source = OPEN_CALL_2023_2025.sources[name]
    until = f" to {source.until}" if source.until else " on"
    yield f"`OPEN_CALL_2023_2025.{name}`"
    yield (
        f": {_shown(getattr(OPEN_CALL_2023_2025, name))} ({source.unit}; "
        f"from {source.since}{until})"
    )


def _shown(value: object) -> str:
    """A value as it is read: numbers grouped, a part of the whole in percent."""
    if isinstance(value, Mapping):
        return ", ".join(f"{_shown(key)}: {_shown(part)}" for key, part in value.items())
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(_shown, value)))
    match value:
        case Enum():
            shown = f"`{value.value}`"
        case Decimal() | int():
            shown = f"{value:,}"
        case Fraction():
            shown = f"{value * 100} %"
        case tuple():
            shown = " to ".join(str(each) for each in (value[0], value[-1]))
        case Act():
            shown = f"*{value}*"
        case _:
            shown = str(value)
    return shown
