"""What the modules of the package hold, and a picture of all of it to compare with a later one.

Not looked into is what others made and what has no state that an answer could read: compiled
patterns, type variables, the parser of dates. The caches are named by the test.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from enum import Enum
from types import (
    BuiltinFunctionType,
    FunctionType,
    GenericAlias,
    MemberDescriptorType,
    MethodDescriptorType,
    ModuleType,
    UnionType,
)
from typing import Any, Final, TypeVar, Union

from dateutil.relativedelta import relativedelta
from tests.purity.reach import PLAIN, children

import wselr_rules

__all__ = ["caches", "held", "modules", "picture", "rooms", "strangers"]

#: Of others, and without a state that an answer could read.
STATELESS = (
    re.Pattern,
    range,
    property,
    relativedelta,
    TypeVar,
    GenericAlias,
    UnionType,
    type(Final),
    type(Union),
    type(Union[str, None]),  # noqa: UP007 -- which, written so, is of a type of its own
    type(Callable[[], None]),
    type(annotations),
    BuiltinFunctionType,
    MemberDescriptorType,
    MethodDescriptorType,
)
#: Kinds of values that can be changed and that no module of the package may hold.
OPEN = (list, dict, set, bytearray)


def modules() -> dict[str, ModuleType]:
    """Return every module of the package by name."""
    names = [each.name for each in pkgutil.walk_packages(wselr_rules.__path__, "wselr_rules.")]
    return {name: importlib.import_module(name) for name in ("wselr_rules", *names)}


def held() -> Iterator[tuple[str, object]]:
    """Yield all that the modules and their classes hold, by name, but for what Python put there."""
    for module_name, module in modules().items():
        for name, value in list(vars(module).items()):
            if name.startswith("__"):
                continue
            yield f"{module_name}.{name}", value
            if isinstance(value, type) and value.__module__ == module_name:
                yield from _of_class(f"{module_name}.{name}", value)


def _of_class(path: str, kind: type) -> Iterator[tuple[str, object]]:
    for name, value in list(vars(kind).items()):
        plain = value.__func__ if isinstance(value, classmethod | staticmethod) else value
        # Python itself keeps tables of an enum and of an abstract class.
        is_pythons = name.startswith(("__", "_abc_")) or (
            issubclass(kind, Enum) and name.startswith("_") and name.endswith("_")
        )
        if not is_pythons:
            yield f"{path}.{name}", plain


def caches() -> dict[str, Any]:
    """Return the caches of functions by the name of the function."""
    found: list[Any] = [value for _, value in held() if hasattr(value, "cache_info")]
    return {f"{each.__module__}.{each.__qualname__}": each for each in found}


def _walk() -> Iterator[tuple[str, object, bool]]:
    """Yield all that is held, at every depth, and whether what is in it can be looked into."""
    seen: dict[int, object] = {}
    left = list(held())
    while left:
        path, value = left.pop()
        if id(value) in seen:
            continue
        # It is kept, so that no other value can get its address.
        seen[id(value)] = value
        inner = children(value)
        yield path, value, inner is not None
        left += [(f"{path}.{name}", part) for name, part in inner or ()]


def rooms() -> list[str]:
    """Return where something stands that can be changed: in a module, a class or a value."""
    return sorted(path for path, value, _ in _walk() if isinstance(value, OPEN))


def strangers() -> dict[str, str]:
    """Return what others made and into which is not looked, by name; the caches apart."""
    return {
        path: type(value).__name__
        for path, value, is_known in _walk()
        if not is_known
        and not isinstance(value, (*OPEN, *STATELESS, ModuleType))
        and not hasattr(value, "cache_info")
    }


def picture() -> list[str]:
    """Return all that is held, in words that change when it does."""
    return sorted(f"{path}: {_words(value, is_known)}" for path, value, is_known in _walk())


def _words(value: object, is_known: bool) -> str:  # noqa: FBT001
    if isinstance(value, PLAIN) or (isinstance(value, OPEN) and not is_known):
        return repr(value)
    # An address stands for a function or for what others made; a value is what is in it.
    is_value = is_known and not isinstance(value, FunctionType)
    return type(value).__name__ if is_value else f"{type(value).__name__} at {id(value)}"
