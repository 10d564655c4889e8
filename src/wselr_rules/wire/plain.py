"""Plain data (*platte gegevens*): the objects, lists, texts and numbers that documents are made of.

It knows what is plain and how to show it in a message, and nothing of what it stands for. Only
the built-in types themselves are plain: what merely behaves like one may do anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType, NoneType
from typing import Any, Final

from attrs import frozen

__all__ = ["CONTAINERS", "Doubled", "Literal", "is_list", "is_object", "shorten", "shown"]

#: Our own limits, in characters: of a value, and of a message that an error of an entity writes.
_MOST_SHOWN = 60
_MOST_SAID = 300
#: The largest number that is shown with all its digits.
_MOST_DIGITS = 40
_LARGEST_SHOWN = 10**_MOST_DIGITS


class Doubled(dict[str, object]):
    """An object of a JSON text in which a key stands more than once (*dubbele sleutel*)."""

    __slots__ = ("doubles",)
    #: Those keys, each once, in the order of the text.
    doubles: tuple[str, ...]


#: The types of what holds other values.
CONTAINERS: Final = frozenset({dict, Doubled, list})


@frozen
class Literal:
    """What a JSON text holds and no value of ours can be (*letterlijk*): 3.7, NaN, 10**1000."""

    text: str


def is_object(value: object) -> bool:
    """Whether this is an object (*object*)."""
    return type(value) is dict or type(value) is Doubled


def is_list(value: object) -> bool:
    """Whether this is a list (*lijst*)."""
    return type(value) is list


def shorten(text: str, most: int = _MOST_SAID) -> str:
    """A text, or the beginning of a long one (*ingekort*)."""
    return text if len(text) <= most else f"{text[:most]}…"


def shown(value: object) -> str:
    """A value as a message shows it (*getoond*), in a bounded number of characters."""
    kind = type(value)
    show = _SHOWN.get(kind)
    return f"a {shorten(kind.__name__, _MOST_SHOWN)}" if show is None else show(value)


def _number(value: int) -> str:
    is_short = abs(value) < _LARGEST_SHOWN
    return repr(value) if is_short else f"a number of more than {_MOST_DIGITS} digits"


_SHOWN: Mapping[type, Callable[[Any], str]] = MappingProxyType(
    {
        bool: lambda value: "true" if value else "false",
        dict: lambda _: "an object",
        Doubled: lambda _: "an object",
        float: repr,
        int: _number,
        list: lambda _: "a list",
        Literal: lambda value: shorten(value.text, _MOST_SHOWN),
        NoneType: lambda _: "null",
        str: lambda value: repr(shorten(value, _MOST_SHOWN)),
    }
)
