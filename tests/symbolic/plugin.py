"""Mends what the solver's tool models wrongly, so that it finds no faults of its own.

In crosshair-tool 0.0.113 ``list.index(value, start)`` of a list of symbols counts from
``start`` instead of from the first. ``largest`` looks for the next equal remainder that way.
"""

from __future__ import annotations

from crosshair import core  # type: ignore[import-not-found]


def _index(values, value, start=0, stop=None):
    for place in range(start, len(values) if stop is None else stop):
        if values[place] == value:
            return place
    # What was looked for is a symbol, which no message can hold.
    raise ValueError


core._PATCH_REGISTRATIONS[list.index] = _index  # noqa: SLF001 -- there is no other way in
