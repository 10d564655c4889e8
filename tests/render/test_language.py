"""Numbers, amounts, dates and lists are written per language, and nothing else decides how."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.render.language import (
    MOST_DIGITS,
    Language,
    in_language,
    listing,
    long_date,
    money,
    money_in_text,
    number,
)

NL, EN = Language.NL, Language.EN
LANGUAGES = st.sampled_from(Language)
CENTS = st.integers(-(10**20), 10**20)


class TestLanguage:
    """A language is a member and its tables."""

    @pytest.mark.parametrize("language", Language)
    def test_complete(self, language):
        """Every language has a table, with twelve different months."""
        months = {long_date(date(2024, month, 1), language) for month in range(1, 13)}
        assert len(months) == 12

    @pytest.mark.parametrize("unknown", ["fr"])
    def test_unknown(self, unknown):
        """A language without a table is refused, with the languages that have one."""
        with pytest.raises(WrongValue, match=r"^language: expected one of en, nl, got 'fr'$"):
            number(1, unknown)

    def test_in_language(self):
        """A table per language of another module is read in the same way."""
        assert in_language({NL: 1, EN: 2}, NL) == 1
        with pytest.raises(WrongValue, match=r"^language: expected one of en, got "):
            in_language({EN: 2}, NL)


class TestNumber:
    """A whole number is grouped per thousand."""

    @pytest.mark.parametrize(
        ("value", "nl", "en"),
        [
            (0, "0", "0"),
            (999, "999", "999"),
            (1000, "1.000", "1,000"),
            (54210, "54.210", "54,210"),
            (-54210, "-54.210", "-54,210"),
            (3_000_000, "3.000.000", "3,000,000"),
        ],
    )
    def test_written(self, value, nl, en):
        """A point groups in Dutch and a comma in English; a hyphen-minus stands below zero."""
        assert (number(value, NL), number(value, EN)) == (nl, en)

    @given(st.integers(-(10**99), 10**99), LANGUAGES)
    def test_reads_back(self, value, language):
        """Without its grouping, a written number is the number."""
        assert int(re.sub(r"[.,]", "", number(value, language))) == value

    @pytest.mark.parametrize("value", [True, False])
    def test_bool(self, value):
        """True and False are no numbers."""
        with pytest.raises(WrongType, match=rf"^number: expected a whole number, got {value}$"):
            number(value, NL)

    @pytest.mark.parametrize("sign", [1, -1])
    def test_longest(self, sign):
        """A number of 100 digits is written; a longer one is refused with a readable error."""
        longest = sign * (10**MOST_DIGITS - 1)
        too_long = "^number: expected a whole number of at most 100 digits"
        assert number(longest, NL).count("9") == 100
        with pytest.raises(WrongValue, match=rf"{too_long}, got 'one of 333 bits'$"):
            number(longest + sign, NL)
        with pytest.raises(WrongValue, match=rf"{too_long}, got 'one of 33220 bits'$"):
            number(sign * 10**10_000, NL)


class TestMoney:
    """An amount is written to the cent, exactly or not at all."""

    @pytest.mark.parametrize(
        ("amount", "nl", "en"),
        [
            ("30769.23", "€ 30.769,23", "€30,769.23"),
            ("3000000.00", "€ 3.000.000,00", "€3,000,000.00"),
            ("0.05", "€ 0,05", "€0.05"),
            ("-1200.50", "€ -1.200,50", "-€1,200.50"),
            ("-0.05", "€ -0,05", "-€0.05"),
            ("-0.00", "€ 0,00", "€0.00"),
            ("7", "€ 7,00", "€7.00"),
            ("7.5", "€ 7,50", "€7.50"),
            ("7.500", "€ 7,50", "€7.50"),
            ("1E+3", "€ 1.000,00", "€1,000.00"),
        ],
    )
    def test_written(self, amount, nl, en):
        """An amount in a table has the sign of the euro in front and always two decimals."""
        assert (money(Decimal(amount), NL), money(Decimal(amount), EN)) == (nl, en)

    @pytest.mark.parametrize(
        ("amount", "nl", "en"),
        [
            ("30769.23", "30.769,23 euro", "€30,769.23"),
            ("-30769.23", "-30.769,23 euro", "-€30,769.23"),
        ],
    )
    def test_in_text(self, amount, nl, en):
        """In a Dutch sentence the word euro stands behind the amount."""
        amount = Decimal(amount)
        assert (money_in_text(amount, NL), money_in_text(amount, EN)) == (nl, en)

    @given(CENTS)
    def test_reads_back(self, cents):
        """Every cent of an amount is written."""
        amount = Decimal(cents).scaleb(-2, Context(prec=30))
        assert int(re.sub(r"[^-0-9]", "", money(amount, NL))) == cents
        assert int(re.sub(r"[^-0-9]", "", money_in_text(amount, EN))) == cents

    def test_context(self):
        """The decimal context of the caller changes nothing: neither its digits nor its traps."""
        amount = Decimal("123456789.01")
        traps = dict.fromkeys(Context().traps, True)
        with localcontext(Context(prec=1, Emax=1, Emin=-1, traps=traps)):
            assert money(amount, NL) == "€ 123.456.789,01"

    @pytest.mark.parametrize(
        "amount",
        [
            "0.001",
            "7.505",
            "NaN",
            "sNaN",
            "Infinity",
            "-Infinity",
            "1E+100",
            "1E-100",
            "0E+100",
            "1E+999999999",
            "1E-999999999",
            "1" * 101,
            "7." + "0" * 100,
        ],
    )
    @pytest.mark.parametrize("write", [money, money_in_text])
    def test_refused(self, write, amount):
        """What is not in whole cents, not finite or absurdly long is refused, never rounded."""
        given_amount = Decimal(amount)
        with pytest.raises(
            WrongValue, match=r"^amount: expected an amount of euros in wh"
        ) as caught:
            write(given_amount, NL)
        assert caught.value.value is given_amount

    def test_largest(self):
        """The longest amount that is written has 100 digits before its decimals."""
        assert money(Decimal("9" * 100), EN).count("9") == 100


class TestLongDate:
    """A date is written with the name of its month."""

    @pytest.mark.parametrize(
        ("day", "nl", "en"),
        [
            (date(2026, 1, 1), "1 januari 2026", "1 January 2026"),
            (date(2023, 3, 31), "31 maart 2023", "31 March 2023"),
            (date(2025, 12, 31), "31 december 2025", "31 December 2025"),
            (date(1, 2, 3), "3 februari 1", "3 February 1"),
        ],
    )
    def test_written(self, day, nl, en):
        """A date is its day, the name of its month and its year, without zeros in front."""
        assert (long_date(day, NL), long_date(day, EN)) == (nl, en)

    @pytest.mark.parametrize("month", range(1, 13))
    def test_months(self, month):
        """The months stand in the order of the year."""
        english = long_date(date(2024, month, 1), EN)
        dutch = long_date(date(2024, month, 1), NL)
        names = "JanFebMarAprMayJunJulAugSepOctNovDec"
        namen = "janfebmaaaprmeijunjulaugsepoktnovdec"
        assert english.startswith(f"1 {names[3 * month - 3 : 3 * month]}")
        assert dutch.startswith(f"1 {namen[3 * month - 3 : 3 * month]}")

    def test_moment(self):
        """A date with a time is refused: its day depends on where one stands."""
        moment = datetime(2026, 1, 1, tzinfo=UTC)
        with pytest.raises(WrongType, match=r"^date: expected a date without a time") as caught:
            long_date(moment, NL)
        assert caught.value.value is moment


class TestListing:
    """A list is written as in a sentence."""

    @pytest.mark.parametrize(
        ("words", "nl", "en"),
        [
            ((), "geen", "none"),
            (("a",), "a", "a"),
            (("a", "b"), "a en b", "a and b"),
            (("a", "b", "c"), "a, b en c", "a, b and c"),
        ],
    )
    def test_written(self, words, nl, en):
        """The last two of a list are joined by a word, the others by a comma; none is said."""
        assert (listing(words, NL), listing(words, EN)) == (nl, en)

    @pytest.mark.parametrize(
        ("words", "nl", "en"),
        [
            ((), "geen", "none"),
            (("a",), "a", "a"),
            (("a", "b"), "a of b", "a or b"),
            (("a", "b", "c"), "a, b of c", "a, b or c"),
        ],
    )
    def test_one_of(self, words, nl, en):
        """Of possibilities the last two are joined by or."""
        assert listing(words, NL, one_of=True) == nl
        assert listing(words, EN, one_of=True) == en
