"""Templates (*sjablonen*): a sentence with named places, filled with typed values.

It knows how each type of value is written in each language, and that a sentence uses
exactly the values it is given. It knows no sentence: those stand as tables beside the
rules. A place is a plain name: no attribute, index or conversion of a value can be reached,
so a template from outside can read nothing but the values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from string import Formatter
from types import MappingProxyType
from typing import Final, TypeAlias, cast

from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.render.language import (
    Language,
    listing,
    long_date,
    money_in_text,
    number,
)

__all__ = ["Argument", "Labels", "Row", "both", "fields", "fill"]

#: A value that a template takes: int, str, date, Decimal, a tuple of those, or any object for
#: which the caller gives labels.
Argument: TypeAlias = object

#: The words of the caller for values of its own, such as the members of an enum.
Labels: TypeAlias = Callable[[object, Language], str]

#: A sentence in each language.
Row: TypeAlias = Mapping[Language, str]

_RAW: Final = "raw"
_OR: Final = "or"
_RESERVED: Final = frozenset("|{}")
_KINDS: Final = "an int, str, date, Decimal, a tuple of those, or an object with labels"
#: What labels are never asked for: a tuple in a tuple, and what only looks like another kind.
_WITHOUT_FORM: Final = (bool, float, datetime, tuple)


def both(nl: str, en: str) -> Row:
    """A sentence in Dutch and in English (*tweetalige zin*)."""
    return MappingProxyType({Language.NL: nl, Language.EN: en})


def fields(template: str) -> frozenset[str]:
    """The names of the places (*velden*) of a template; ``WrongValue`` for a malformed one.

    >>> sorted(fields("{name} has {short:inhabitant|inhabitants} in {year:raw}"))
    ['name', 'short', 'year']
    """
    return frozenset(_names(template))


def fill(
    template: str,
    arguments: Mapping[str, Argument],
    language: Language,
    labels: Labels | None = None,
) -> str:
    """The template with its places filled (*invullen*), each value by its type.

    A whole number is grouped, an amount is written in words, a date in full and a tuple as a
    list. ``{n:inwoner|inwoners}`` puts the right word behind a number, ``{year:raw}`` writes
    a whole number, or a tuple of them, without grouping, and ``{forms:or}`` a tuple as a list
    of possibilities. Texts stay as they are: what shows them escapes them. An enum member
    always goes to ``labels``, even if it is a str or an int.

    Raises ``WrongValue`` if the arguments are not exactly those of the template, and
    ``WrongType`` for a value that no rule of writing fits.

    >>> fill("{name}: {short:inwoner|inwoners}", {"name": "Gent", "short": 5790}, Language.NL)
    'Gent: 5.790 inwoners'
    """
    expected = fields(template)
    if expected != frozenset(arguments):
        names = ", ".join(sorted(expected)) or "none"
        raise WrongValue("arguments", f"exactly {names}", tuple(arguments))
    return _Filler(language, labels).vformat(template, (), arguments)


def _names(template: str) -> Iterator[str]:
    try:
        places = tuple(Formatter().parse(template))
    except ValueError as problem:
        raise WrongValue("template", f"pairs of braces ({problem})", template) from problem
    for _, name, spec, conversion in places:
        if name is None:
            continue
        if not name.isidentifier() or conversion is not None:
            raise WrongValue("template", "places that are plain names", template)
        if not _is_spec(spec or ""):
            raise WrongValue("template", f"no spec, {_RAW!r}, {_OR!r} or singular|plural", template)
        yield name


def _is_spec(spec: str) -> bool:
    if spec in {"", _RAW, _OR}:
        return True
    singular, _, plural = spec.partition("|")
    return bool(singular and plural) and _RESERVED.isdisjoint(singular + plural)


def _has_no_form(value: object) -> bool:
    return value is None or isinstance(value, _WITHOUT_FORM)


class _Filler(Formatter):
    """The standard formatter, with the values written in one language (*invuller*)."""

    def __init__(self, language: Language, labels: Labels | None) -> None:
        self._language = language
        self._labels = labels

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, tuple):
            items = cast("tuple[object, ...]", value)
            one_of = format_spec == _OR
            spec = "" if one_of else format_spec
            written = tuple(self._one(item, spec, of_list=True) for item in items)
            return listing(written, self._language, one_of=one_of)
        return self._one(value, format_spec)

    def _one(self, value: object, spec: str, *, of_list: bool = False) -> str:
        if not spec:
            return self._written(value)
        if spec == _OR:
            raise WrongType("argument", f"a tuple for {spec!r}", value)
        if not isinstance(value, int) or isinstance(value, (bool, Enum)):
            raise WrongType("argument", f"a whole number for {spec!r}", value)
        written = number(value, self._language)
        if spec == _RAW:
            return str(int(value))
        if of_list:
            raise WrongType("argument", f"one whole number for {spec!r}", value)
        singular, _, plural = spec.partition("|")
        return f"{written} {singular if abs(value) == 1 else plural}"

    def _written(self, value: object) -> str:
        if _has_no_form(value):
            raise WrongType("argument", _KINDS, value)
        match value:
            case Enum():
                return self._label(value)
            case str():
                return value
            case int():
                return number(value, self._language)
            case Decimal():
                return money_in_text(value, self._language)
            case date():
                return long_date(value, self._language)
            case _:
                return self._label(value)

    def _label(self, value: object) -> str:
        if self._labels is None:
            raise WrongType("argument", _KINDS, value)
        return self._labels(value, self._language)
