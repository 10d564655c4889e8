"""What a module makes on import, made a second time, so that a test reaches how it is made."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location


def made_anew(module):
    """Return the same module, made anew from its file; the one that all others use stays."""
    spec = spec_from_file_location(module.__name__, module.__file__)
    again = module_from_spec(spec)
    spec.loader.exec_module(again)
    return again
