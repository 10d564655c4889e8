"""What can be reached from a value, and what of it could be changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from types import FunctionType, MappingProxyType, NoneType
from typing import Any

from attrs import fields, has

from wselr_rules import FrozenMap

__all__ = ["PLAIN", "changeable", "children"]

#: What cannot be changed and holds nothing that can.
PLAIN = (str, bytes, int, bool, NoneType, date, timedelta, Decimal, Fraction, Enum, type)


def children(value: object) -> Iterator[tuple[str, object]] | None:
    """Return the parts of a value, by name; None where it is not known to be unchanging."""
    if isinstance(value, PLAIN):
        return iter(())
    if isinstance(value, FunctionType):
        return _of_function(value)
    if isinstance(value, partial):
        return iter([("func", value.func), ("args", value.args), *value.keywords.items()])
    return _of_container(value)


def _of_container(value: Any) -> Iterator[tuple[str, object]] | None:
    if isinstance(value, tuple | frozenset):
        return ((f"[{place}]", each) for place, each in enumerate(value))
    if isinstance(value, FrozenMap | MappingProxyType):
        parts = [each for pair in value.items() for each in pair]
        return ((f"[{place // 2}]", each) for place, each in enumerate(parts))
    if has(type(value)):
        return ((each.name, getattr(value, each.name)) for each in fields(type(value)))
    return None


def _of_function(function: FunctionType) -> Iterator[tuple[str, object]]:
    """Yield what a function of the package holds; into one of others is not looked."""
    if function.__module__.startswith("wselr_rules"):
        yield from _numbered("default", function.__defaults__ or ())
        yield from (function.__kwdefaults__ or {}).items()
        cells = function.__closure__ or ()
        yield from _numbered("enclosed", (cell.cell_contents for cell in cells))
        yield from ((k, v) for k, v in vars(function).items() if not k.startswith("__"))


def _numbered(name: str, values: Iterable[object]) -> Iterator[tuple[str, object]]:
    """Yield values with this name and a number."""
    return ((f"{name} {place}", each) for place, each in enumerate(values))


def changeable(value: object) -> list[str]:
    """Return where in a value something stands that is not known to be unchanging."""
    found: list[str] = []
    seen: dict[int, object] = {}
    left: list[tuple[str, object]] = [(type(value).__name__, value)]
    while left:
        path, each = left.pop()
        if id(each) in seen:
            continue
        # It is kept, so that no other value can get its address.
        seen[id(each)] = each
        inner = children(each)
        if inner is None or _is_open(each):
            found.append(f"{path}: {type(each).__name__}")
        left += [(f"{path}.{name}", part) for name, part in inner or ()]
    return found


def _is_open(value: object) -> bool:
    """Whether an attrs value takes other attributes than its own."""
    return has(type(value)) and hasattr(value, "__dict__")
