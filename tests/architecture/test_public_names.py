"""Every public name is there, and says what it means."""

from __future__ import annotations

import importlib
import inspect

import wselr_rules


def _methods(thing: type):
    """Yield the public methods and properties that a class of ours writes itself."""
    for name, value in vars(thing).items():
        plain = value.__func__ if isinstance(value, classmethod | staticmethod) else value
        if not name.startswith("_") and (inspect.isfunction(plain) or isinstance(plain, property)):
            yield f"{thing.__qualname__}.{name}", plain


def _without_docstring(owner: object, names: list[str]) -> list[str]:
    bare = []
    for name in names:
        thing = getattr(owner, name)
        if inspect.isclass(thing):
            bare += [method for method, plain in _methods(thing) if not inspect.getdoc(plain)]
        if (inspect.isclass(thing) or inspect.isroutine(thing)) and not thing.__doc__:
            bare.append(name)
    return bare


def test_every_public_name_is_documented():
    """Each class, function and method that the package offers has a docstring."""
    assert _without_docstring(wselr_rules, wselr_rules.__all__) == []


def test_every_name_that_a_module_offers_is_there_and_documented(module):
    """What stands in the ``__all__`` of a module exists and has a docstring."""
    if module.is_empty_package:
        return
    imported = importlib.import_module(module.name)
    assert _without_docstring(imported, imported.__all__) == []
