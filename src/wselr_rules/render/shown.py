"""What a notebook shows (*getoond*) of a value that is not told: its fields, or its sentence.

It knows how a value is written in English by its kind, and that a field for the last of something
may have none set. Fields and kinds are named as a program reads them; what they mean it does not
know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sized
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import islice
from typing import ClassVar, Final, Protocol, TypeAlias, cast

from attrs import AttrsInstance, fields, has

from wselr_rules.errors import WrongValue
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.render.characters import for_html
from wselr_rules.render.language import Language, long_date, money, number, tag
from wselr_rules.render.table import Align, Table, as_html

__all__ = ["ShownByFields", "ShownInWords"]

_EN: Final = Language.EN
#: Our own limit, about what a notebook shows of a table of data.
_MOST_ROWS: Final = 60
#: A mapping of more pairs has a table of its own.
_MOST_PAIRS: Final = 8
#: A fraction is shown as one up to this denominator where it is a part, else with so many decimals.
_LARGEST_DENOMINATOR: Final = 1_000
_DECIMALS: Final = 4
#: The last word of the name of a field that is open where it is None.
_OPEN: Final = ("until", "most")
#: What the name of a field holds whose numbers are not grouped.
_YEAR: Final = "year"

_NUMBERS: Final = (int, Decimal, Fraction)

_Row: TypeAlias = dict[str, object]


class _InWords(Protocol):
    def text(self, language: Language | str, /) -> str: ...


class ShownInWords:
    """A value with a ``text``, which a notebook shows as a paragraph (*in woorden*)."""

    __slots__ = ()

    def _repr_html_(self: _InWords) -> str:
        lines = "\n".join(map(for_html, self.text(_EN).split("\n")))
        return f'<p lang="{tag(_EN)}" style="white-space: pre-wrap">{lines}</p>'


class ShownByFields:
    """A value that a notebook shows as tables (*velden*): one of fields, one for each collection.

    ``_unshown`` names the fields that hold code, ``_besides`` the properties that are shown too.
    """

    __slots__ = ()
    _unshown: ClassVar[frozenset[str]] = frozenset()
    _besides: ClassVar[frozenset[str]] = frozenset()

    def _repr_html_(self) -> str:
        return "\n".join(as_html(each, _EN) for each in _tables(self, type(self).__name__))


# --- tables -------------------------------------------------------------------------------


def _tables(value: object, caption: str) -> Iterator[Table]:
    """The plain fields of a value, and below them what has a table of its own."""
    inner = _fields_of(value)
    below = [name for name, each in inner.items() if _has_its_own(each)]
    rows = tuple((_spaced(name), _told(inner[name], name)) for name in inner if name not in below)
    if rows:
        yield Table(("field", "value"), rows, (Align.LEFT, Align.LEFT), caption=caption)
    for name in below:
        heading = f"{caption}: {_spaced(name)}"
        if isinstance(inner[name], ShownByFields):
            yield from _tables(inner[name], heading)
        else:
            yield _table(cast("Sized", inner[name]), heading)


def _has_its_own(value: object) -> bool:
    """Whether this is a collection of values with fields, a long mapping, or holds such a one."""
    if isinstance(value, FrozenMap):
        pairs = cast("FrozenMap[object, object]", value)
        return len(pairs) > _MOST_PAIRS or _are_records(pairs.values())
    if isinstance(value, tuple):
        return _are_records(cast("tuple[object, ...]", value))
    return isinstance(value, ShownByFields) and any(map(_has_its_own, _fields_of(value).values()))


def _are_records(values: Iterable[object]) -> bool:
    kinds = {type(each) for each in values}
    return bool(kinds) and all(issubclass(kind, ShownByFields) for kind in kinds)


def _rows(value: object) -> Iterator[_Row]:
    """What stands in each row, by the header of its column."""
    if isinstance(value, FrozenMap):
        for key, each in cast("FrozenMap[object, object]", value).items():
            inner = _columns(each) if isinstance(each, ShownByFields) else {"value": each}
            yield {"key": key, **inner}
    else:
        yield from map(_columns, cast("tuple[object, ...]", value))


def _columns(record: object) -> _Row:
    columns: _Row = {}
    for name, value in _fields_of(record).items():
        if isinstance(value, FrozenMap):
            pairs = cast("FrozenMap[object, object]", value)
            columns |= {f"{_spaced(name)}: {_told(key)}": each for key, each in pairs.items()}
        else:
            columns[name] = value
    return columns


def _table(collection: Sized, caption: str) -> Table:
    rows = [*islice(_rows(collection), _MOST_ROWS)]
    names = list(dict.fromkeys(name for row in rows for name in row))
    body = [tuple(_told(row.get(name, ""), name) for name in names) for row in rows]
    if len(collection) > len(rows):
        more = f"and {number(len(collection) - len(rows), _EN)} more"
        body.append((more, *("" for _ in names[1:])))
    align = (_side(row.get(name) for row in rows) for name in names)
    return Table(tuple(map(_spaced, names)), tuple(body), tuple(align), caption=caption)


def _side(values: Iterable[object]) -> Align:
    known = [each for each in values if each is not None]
    are_numbers = all(isinstance(each, _NUMBERS) and not isinstance(each, bool) for each in known)
    return Align.RIGHT if known and are_numbers else Align.LEFT


def _fields_of(value: object) -> Mapping[str, object]:
    """What is shown of a value, by name: its fields, and behind them what it says besides."""
    hidden: frozenset[str] = getattr(value, "_unshown", frozenset())
    besides: frozenset[str] = getattr(value, "_besides", frozenset())
    kind = cast("type[AttrsInstance]", type(value))
    given = (each.name for each in fields(kind) if each.repr and not each.name.startswith("_"))
    shown = (*(name for name in given if name not in hidden), *sorted(besides))
    return {name: getattr(value, name) for name in shown}


def _spaced(name: str) -> str:
    return name.replace("_", " ")


# --- values -------------------------------------------------------------------------------


def _told(value: object, name: str = "") -> str:
    """What stands in a cell: one value, or several of them."""
    match value:
        case None:
            return "none set" if name.endswith(_OPEN) else "not known"
        case tuple():
            return _several(cast("tuple[object, ...]", value), name)
        case frozenset():
            return _listed(sorted(_told(each, name) for each in cast("frozenset[object]", value)))
        case FrozenMap():
            pairs = cast("FrozenMap[object, object]", value).items()
            return _listed(f"{_told(key)}: {_told(each)}" for key, each in pairs)
        case int() if not isinstance(value, bool | Enum):
            return str(value) if _YEAR in name else _whole(value)
        case _:
            return _plain(value)


def _several(values: tuple[object, ...], name: str) -> str:
    """Each of them, or how many they are where each would take a table."""
    if _are_records(values) and not any(map(_says_itself, values)):
        return str(len(values))
    return _listed(_told(each, name) for each in values)


def _plain(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case Decimal():
            return _euros(value)
        case Fraction():
            return _part(value)
        case date():
            return long_date(value, _EN)
        case _:
            return _named(value)


def _named(value: object) -> str:
    """What says itself; else an id with its name, or the fields that are not as by default."""
    if callable(value):
        return str(getattr(value, "__qualname__", type(value).__name__))
    if isinstance(value, ShownInWords):
        return cast("_InWords", value).text(_EN).partition("\n")[0]
    if _says_itself(value):
        return str(value).partition("\n")[0]
    inner = _fields_of(value)
    if "id" in inner:
        return f"{inner['name']} ({inner['id']})" if inner.get("name") else str(inner["id"])
    defaults = {
        each.name: each.default for each in fields(cast("type[AttrsInstance]", type(value)))
    }
    chosen = {name: each for name, each in inner.items() if each != defaults.get(name)}
    told = (f"{_spaced(name)}: {_told(each, name)}" for name, each in chosen.items())
    return _listed(told) if chosen else "all as by default"


def _says_itself(value: object) -> bool:
    return type(value).__str__ is not object.__str__ or not has(type(value))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words) or "none"


def _whole(value: int) -> str:
    try:
        return number(value, _EN)
    except WrongValue:
        return f"a whole number of {value.bit_length()} bits"


def _euros(value: Decimal) -> str:
    try:
        return money(value, _EN)
    except WrongValue:
        return str(value)


def _part(value: Fraction) -> str:
    """A part of a whole as a fraction, any other rounded, which three dots say."""
    if 0 <= value <= 1 and value.denominator <= _LARGEST_DENOMINATOR:
        return str(value)
    whole, rest = divmod(round(abs(value) * 10**_DECIMALS), 10**_DECIMALS)
    sign = "-" if value < 0 else ""
    dots = "" if value * 10**_DECIMALS == round(value * 10**_DECIMALS) else "…"
    return f"{sign}{_whole(whole)}.{rest:0{_DECIMALS}d}{dots}"
