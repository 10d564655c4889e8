"""The root of all errors (*fouten*), and how they list what they name."""

from __future__ import annotations

__all__ = ["RulesError", "listed"]


class RulesError(ValueError):
    """The base of every error (*fout*) of this library, so that a caller can catch them all."""


def listed(words: tuple[str, ...], conjunction: str = "and") -> str:
    """The words as a list in a sentence (*opsomming*)."""
    *first, last = words or ("",)
    return f"{', '.join(first)} {conjunction} {last}" if first else last
