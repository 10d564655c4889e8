"""The IRIs (*IRI's*) of what is told: every node has one, so no run gives a blank node a name.

It knows how an id becomes a part of an IRI, and the addresses that the Flemish register of
addresses gives to municipalities. Whether anything answers there it does not know.
"""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import Attribute, field, frozen

from wselr_rules.domain.flanders_table import BY_REGION, FORMER_NAMES
from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.linked_data.context import PREFIXES

__all__ = ["BASE", "Iris"]

#: A name and no address: it is not registered and nothing answers. Who publishes has a better one.
BASE: Final = "urn:wselr-rules:"

#: As the Basisregisters Vlaanderen writes it; a code that ended keeps its own.
_MUNICIPALITY: Final = "https://data.vlaanderen.be/id/gemeente/"
_FLEMISH: Final = frozenset(
    [*FORMER_NAMES, *(code for rows in BY_REGION.values() for code, _ in rows)]
)

_ABSOLUTE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):[!-~]*")
_FORBIDDEN = frozenset('<>"{}|\\^`')
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_UNWRITABLE = re.compile(r"[\x00\ud800-\udfff]")


def _a_base(owner: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what no IRI can begin with, and what a reader would take for a prefix."""
    del owner
    if not isinstance(value, str):
        raise WrongType(attribute.name, "an absolute IRI as text", value)
    found = _ABSOLUTE.fullmatch(value)
    is_base = found is not None and found[1] not in PREFIXES and _FORBIDDEN.isdisjoint(value)
    if not is_base or value[-1] not in ":/#":
        raise WrongValue(attribute.name, "an absolute IRI that ends in :, / or #", value)


def _segment(text: str) -> str:
    """An id as a part of an IRI: all but plain letters, digits and ``-._~`` is escaped."""
    if _UNWRITABLE.search(text):
        expected = "text without a NUL character or half a surrogate pair"
        raise WrongValue("a name in linked data", expected, text)
    return "".join(each if _UNRESERVED.match(each) else _escaped(each) for each in text)


def _escaped(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())


@frozen
class Iris:
    """The IRIs below one base (*basis*). Raises ``WrongType`` or ``WrongValue`` for a bad base.

    >>> Iris("https://data.example.org/").of("criterion", "one & only")
    'https://data.example.org/criterion/one%20%26%20only'
    """

    base: str = field(validator=_a_base)

    def of(self, *names: str) -> str:
        """The IRI of what is called so (*IRI*), from the largest to the smallest."""
        return self.base + "/".join(map(_segment, names))

    def municipality(self, nis_code: str) -> str:
        """The IRI of a municipality (*gemeente*): of the register, if that has it for sure.

        It has every code that the register of this library knows; for another code it may have
        one or not, so that one gets an IRI of ours.
        """
        if nis_code in _FLEMISH:
            return f"{_MUNICIPALITY}{nis_code}"
        return self.of("municipality", nis_code)
