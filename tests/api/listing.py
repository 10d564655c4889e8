"""The public API as text, one line for each name, field, member and method, by full name.

``python -m tests.api.listing`` writes it to ``public_api.txt``, which a test compares with what
there is. Annotations stand as they are written in the source.
"""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from enum import Enum
from pathlib import Path
from types import UnionType

import attrs

import wselr_rules

STORED = Path(__file__).with_name("public_api.txt")
#: What docs/api.md promises; other modules are the inside of the house.
PUBLIC_MODULES = (
    "wselr_rules",
    "wselr_rules.conformance",
    "wselr_rules.domain.flanders",
    "wselr_rules.errors",
    "wselr_rules.law.citations",
    "wselr_rules.law.ledger",
    "wselr_rules.law.readings",
    "wselr_rules.law.terms",
    "wselr_rules.law.version",
    "wselr_rules.linked_data",
    "wselr_rules.receipts",
    "wselr_rules.render.language",
    "wselr_rules.scenarios",
    "wselr_rules.wire",
)
#: Methods with such names are called by syntax; those that make a value show as its fields.
NOT_CALLED_BY_NAME = {
    "__init__",
    "__new__",
    "__attrs_post_init__",
    "__init_subclass__",
    "__getattr__",
}


def lines():
    """Return the listing, a name that several modules offer in full where it comes first."""
    listed = {}
    found = []
    for module in map(importlib.import_module, PUBLIC_MODULES):
        for name in module.__all__:
            full_name, value = f"{module.__name__}.{name}", getattr(module, name)
            is_own = inspect.isclass(value) or inspect.isfunction(value)
            first = listed.setdefault(id(value), full_name) if is_own else full_name
            found += [f"{full_name} is {first}"] if first != full_name else of(full_name, value)
    return sorted(found, key=lambda line: re.split(r"[:( ]", line)[0])


def of(name, value):
    """Yield the lines of one name and what it stands for."""
    if inspect.ismodule(value):
        yield f"{name}: module"
    elif inspect.isclass(value):
        yield from _of_class(name, value)
    elif inspect.isfunction(value):
        yield f"{name}{_signature(value)}"
    else:
        shown = f" = {value!r}" if isinstance(value, str) else ""
        # From Python 3.14 on there is one type of what is one or another, by another name.
        kind = "UnionType" if isinstance(value, UnionType) else type(value).__name__
        yield f"{name}: {kind}{shown}"


def _of_class(name, value):
    # Others are how a class is made, not what it is to somebody who catches or compares it.
    bases = [base.__name__ for base in value.__mro__[1:] if issubclass(base, Enum | BaseException)]
    yield f"{name}: class({', '.join(bases)})".replace("()", "")
    if issubclass(value, Enum):
        yield from (f"{name}.{each.name} = {each.value!r}" for each in value)
    elif attrs.has(value):
        seen = (each for each in attrs.fields(value) if each.init or _is_public(each.name))
        yield from (f"{name}.{_field(each)}" for each in seen)
    elif "__init__" in vars(value):
        yield f"{name}{_signature(value.__init__)}"
    for method, written in _methods(value):
        yield f"{name}.{method}{_told(written)}"


def _field(field):
    annotation = field.type if isinstance(field.type, str) else inspect.formatannotation(field.type)
    how = ", not taken" if not field.init else ", by name only" if field.kw_only else ""
    # A field that only its class reads is taken by its name without the underscore.
    name = field.name if _is_public(field.name) else f"{field.alias} (only taken)"
    return f"{name}: {annotation}{_default(field.default)}{how}"


def _default(default):
    match default:
        case attrs.NOTHING:
            return ""
        case attrs.Factory(factory=factory):
            return f" = {factory.__qualname__}()"
    return f" = {_shown(default)}"


def _methods(value):
    """Yield the methods that somebody wrote here, in the class or in one of ours above it."""
    written = {}
    for cls in reversed(value.__mro__):
        if cls.__module__.partition(".")[0] not in sys.stdlib_module_names:
            source = inspect.getsourcefile(cls)
            for name, thing in vars(cls).items():
                is_called = name not in NOT_CALLED_BY_NAME and _is_public(name)
                if is_called and _source(thing) == source:
                    written[name] = thing
    yield from written.items()


def _is_public(name):
    return not name.startswith("_") or (name.startswith("__") and name.endswith("__"))


def _plain(thing):
    if isinstance(thing, property):
        return thing.fget
    return thing.__func__ if isinstance(thing, classmethod | staticmethod) else thing


def _source(thing):
    code = getattr(_plain(thing), "__code__", None)
    return code.co_filename if code else None


def _told(thing):
    if isinstance(thing, property):
        return f": {_plain(thing).__annotations__['return']}, read"
    kind = {classmethod: ", of the class", staticmethod: ", static"}.get(type(thing), "")
    return f"{_signature(_plain(thing))}{kind}"


class _AsWritten(str):
    """A text that shows itself without quotes."""

    __slots__ = ()

    __repr__ = str.__str__


def _signature(function):
    """Return the signature with annotations as they are written and defaults by their names."""
    signature = inspect.signature(function)
    parameters = [
        each.replace(
            annotation=_written(each.annotation),
            default=each.default
            if each.default is each.empty
            else _AsWritten(_shown(each.default)),
        )
        for each in signature.parameters.values()
    ]
    returned = _written(signature.return_annotation)
    return str(signature.replace(parameters=parameters, return_annotation=returned))


def _written(annotation):
    return _AsWritten(annotation) if isinstance(annotation, str) else annotation


def _shown(value):
    """Return a value by its public name, as what it is where it is small, or by its kind."""
    for name in wselr_rules.__all__:
        if getattr(wselr_rules, name) is value:
            return name
    if isinstance(value, Enum):
        return str(value)
    is_small = not value or isinstance(value, int | str)
    return repr(value) if is_small else f"some {type(value).__name__}"


def text():
    """Return the listing as it is stored."""
    return "\n".join(lines()) + "\n"


if __name__ == "__main__":
    STORED.write_text(text(), encoding="utf-8")
