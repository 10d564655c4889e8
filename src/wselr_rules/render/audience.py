"""For whom a text is written (*doelgroep*): the applicant, or the file.

It knows the two levels and no sentence.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["Audience", "is_for_the_file"]


class Audience(Enum):
    """The level at which an answer is told (*voor wie*)."""

    #: Short: what was decided, why, and what can be done about it.
    APPLICANT = "applicant"
    #: Complete: every rule, with sentences, readings and margins.
    FILE = "file"


def is_for_the_file(audience: Audience) -> bool:
    """Whether all is told (*voor het dossier*), and not the gist.

    Raises ``ValueError`` for what is no audience; its text will do.
    """
    return Audience(audience) is Audience.FILE
