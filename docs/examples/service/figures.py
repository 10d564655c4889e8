"""The public count of inhabitants of a municipality, where there is one for its territory.

The figures are those of the example (``data/figures.csv``): Statbel, 1 January 2025, on the
territory since the mergers of that day.
"""

from __future__ import annotations

from pathlib import Path

from applicants import read_municipalities

from wselr_rules import Municipality

__all__ = ["inhabitants_of"]

_KNOWN = read_municipalities(Path(__file__).parents[1] / "data" / "figures.csv")


def inhabitants_of(municipality: Municipality) -> int | None:
    """Look up the inhabitants; None where they are not known of this territory."""
    known = _KNOWN.get(municipality.nis_code)
    is_the_same = known is not None and known.territory == municipality.territory
    return known.inhabitants if is_the_same else None
