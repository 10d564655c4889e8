"""Languages (*talen*): how a number, an amount, a date and a list are written in each.

It knows Dutch and English, each as one table, and how to read such a table. It knows no
message, and neither the locale of the machine nor the decimal context changes what it
writes. Another language is a member of ``Language`` and a table in ``_FORMS``; a test fails
as long as one of them is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final, TypeVar

from attrs import frozen

from wselr_rules.errors import WrongType, WrongValue

__all__ = [
    "MOST_DIGITS",
    "Language",
    "in_language",
    "listing",
    "long_date",
    "money",
    "money_in_text",
    "number",
    "tag",
]

T = TypeVar("T")

#: Our own limit. Python refuses to write very long numbers from a length on that can be set
#: outside this library; far below it, the answer is the same everywhere.
MOST_DIGITS: Final = 100
_TOO_LARGE: Final = 10**MOST_DIGITS


class Language(StrEnum):
    """A language (*taal*) that texts are written in; the value is its BCP 47 tag.

    >>> Language("nl") is Language.NL
    True
    """

    NL = "nl"
    EN = "en"


@frozen(kw_only=True)
class _Forms:
    """How one language writes its values (*schrijfwijzen*)."""

    thousands: str
    decimals: str
    money: str
    money_in_text: str
    months: tuple[str, ...]
    conjunction: str
    disjunction: str
    nothing: str


_FORMS: Final = MappingProxyType(
    {
        Language.NL: _Forms(
            thousands=".",
            decimals=",",
            money="€ {minus}{amount}",
            money_in_text="{minus}{amount} euro",
            months=(
                *("januari", "februari", "maart", "april", "mei", "juni"),
                *("juli", "augustus", "september", "oktober", "november", "december"),
            ),
            conjunction="en",
            disjunction="of",
            nothing="geen",
        ),
        Language.EN: _Forms(
            thousands=",",
            decimals=".",
            money="{minus}€{amount}",
            money_in_text="{minus}€{amount}",
            months=(
                *("January", "February", "March", "April", "May", "June"),
                *("July", "August", "September", "October", "November", "December"),
            ),
            conjunction="and",
            disjunction="or",
            nothing="none",
        ),
    }
)


def number(value: int, language: Language) -> str:
    """A whole number (*getal*), grouped per thousand; below zero with a hyphen-minus.

    A spreadsheet reads a hyphen-minus back as a sign, a typographic minus it does not.
    Raises ``WrongType`` for True and False, ``WrongValue`` from ``MOST_DIGITS`` digits on.

    >>> number(54210, Language.NL), number(-54210, Language.EN)
    ('54.210', '-54,210')
    """
    if isinstance(value, bool):
        raise WrongType("number", "a whole number", value)
    if abs(value) >= _TOO_LARGE:
        size = f"one of {value.bit_length()} bits"
        raise WrongValue("number", f"a whole number of at most {MOST_DIGITS} digits", size)
    return _grouped(int(value), in_language(_FORMS, language))


def money(amount: Decimal, language: Language) -> str:
    """An amount of euros (*bedrag*) as it stands in a table: the sign first, always two decimals.

    The space is a plain one, so that text and spreadsheets find it. Raises ``WrongValue`` for
    an amount that is not finite or not in whole cents: nothing is rounded.

    >>> money(Decimal("30769.23"), Language.NL), money(Decimal("30769.23"), Language.EN)
    ('€ 30.769,23', '€30,769.23')
    """
    forms = in_language(_FORMS, language)
    return _money(amount, forms, forms.money)


def money_in_text(amount: Decimal, language: Language) -> str:
    """An amount of euros (*bedrag in een zin*) as it stands in a sentence.

    Flemish texts of law write the word. Raises as ``money`` does.

    >>> money_in_text(Decimal("30769.23"), Language.NL)
    '30.769,23 euro'
    """
    forms = in_language(_FORMS, language)
    return _money(amount, forms, forms.money_in_text)


def long_date(day: date, language: Language) -> str:
    """A date (*datum*) with the name of its month; a moment of the day is refused.

    >>> long_date(date(2026, 1, 1), Language.NL), long_date(date(2026, 1, 1), Language.EN)
    ('1 januari 2026', '1 January 2026')
    """
    if isinstance(day, datetime):
        raise WrongType("date", "a date without a time", day)
    return f"{day.day} {in_language(_FORMS, language).months[day.month - 1]} {day.year}"


def listing(words: tuple[str, ...], language: Language, *, one_of: bool = False) -> str:
    """A list in a sentence (*opsomming*); an empty one is the word for none.

    Of a list of possibilities, ``one_of`` them holds.

    >>> listing(("a", "b", "c"), Language.NL), listing((), Language.EN)
    ('a, b en c', 'none')
    >>> listing(("a", "b"), Language.NL, one_of=True)
    'a of b'
    """
    forms = in_language(_FORMS, language)
    if not words:
        return forms.nothing
    *most, last = words
    word = forms.disjunction if one_of else forms.conjunction
    return f"{', '.join(most)} {word} {last}" if most else last


def in_language(tables: Mapping[Language, T], language: Language) -> T:
    """The table of one language (*in een taal*); ``WrongValue`` for a language that has none.

    >>> in_language({Language.NL: "ja", Language.EN: "yes"}, Language.EN)
    'yes'
    """
    if language not in tables:
        raise WrongValue("language", f"one of {', '.join(sorted(tables))}", language)
    return tables[language]


def tag(language: Language) -> str:
    """The language as HTML names it (*taalcode*), hence safe to stand in an attribute."""
    return in_language({known: known.value for known in Language}, language)


def _grouped(value: int, forms: _Forms) -> str:
    return f"{value:,}".replace(",", forms.thousands)


def _money(amount: Decimal, forms: _Forms, pattern: str) -> str:
    cents = _cents(amount)
    euros, rest = divmod(abs(cents), 100)
    return pattern.format(
        minus="-" if cents < 0 else "",
        amount=f"{_grouped(euros, forms)}{forms.decimals}{rest:02d}",
    )


def _cents(amount: Decimal) -> int:
    # A Fraction is exact, where arithmetic on a Decimal would follow the context of the caller.
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and max(abs(exponent), abs(amount.adjusted())) < MOST_DIGITS:
        cents = Fraction(amount) * 100
        if cents.denominator == 1:
            return cents.numerator
    raise WrongValue("amount", "an amount of euros in whole cents", amount)
