"""A single value has exactly one form; anything near it is refused, never coerced."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from dateutil.parser import isoparse
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules.domain.regieverband import Never
from wselr_rules.law.terms import LegalForm
from wselr_rules.wire.faults import Unfit
from wselr_rules.wire.scalars import (
    AMOUNT,
    DAY,
    FRACTION,
    MOST_DIGITS,
    TEXT,
    TRUTH,
    WHOLE,
    EnumKind,
)

ALL = [AMOUNT, DAY, FRACTION, TEXT, TRUTH, WHOLE, EnumKind(LegalForm)]

AN_AMOUNT = "expected an amount such as '1200000.00' with two decimals"


def _message(act, value):
    with pytest.raises(Unfit) as caught:
        act(value)
    (fault,) = caught.value.faults
    assert fault.steps == ()
    return fault.message


class TestDates:
    """A date is YYYY-MM-DD and nothing else."""

    @pytest.mark.parametrize("text", ["0001-01-01", "2024-02-29", "9999-12-31"])
    def test_read(self, text):
        """The first and the last day, and a leap day, are dates."""
        assert DAY.read(text) == date.fromisoformat(text)
        assert DAY.write(DAY.read(text)) == text

    @pytest.mark.parametrize(
        "text", ["2026", "2026-01", "20260101", "2026-W01", "2026-W01-4", "2026W014", "2026-001"]
    )
    def test_other_forms_of_the_standard(self, text):
        """What the parser of dateutil takes as a date besides is none here."""
        assert isoparse(text)
        assert _message(DAY.read, text) == f"expected an ISO date, got '{text}'"

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "2026-13-01",
            "2026-00-01",
            "2026-02-29",
            "2026-01-32",
            "0000-01-01",
            "2026-1-1",
            "26-01-01",
            "01-01-2026",
            "2026/01/01",
            "2026-01-01T00:00:00",
            "2026-01-01 ",
            " 2026-01-01",
            "2026-01-01\n",
            "+2026-01-01",
            "-2026-01-01",
            "12026-01-01",
            "\uff12\uff10\uff12\uff16-01-01",
            "\u0662\u0660\u0662\u0666-01-01",
        ],
    )
    def test_no_dates(self, text):
        """Days that do not exist, other orders, times, spaces and other digits are refused."""
        assert _message(DAY.read, text) == f"expected an ISO date, got {text!r}"

    def test_a_moment_is_no_day(self):
        """A date with a time is not written."""
        moment = datetime(2026, 1, 1)  # noqa: DTZ001 -- whatever the zone
        assert _message(DAY.write, moment) == "expected an ISO date, got a datetime"


class TestNumbers:
    """A whole number is a number without a point, and not too long."""

    @pytest.mark.parametrize("value", [0, -1, 10**MOST_DIGITS - 1, 1 - 10**MOST_DIGITS])
    def test_whole(self, value):
        """Numbers of up to 600 digits go through."""
        assert WHOLE.read(value) == WHOLE.write(value) == value

    @pytest.mark.parametrize(("sign", "digits"), [(1, MOST_DIGITS), (-1, MOST_DIGITS), (1, 10_000)])
    def test_too_long(self, sign, digits):
        """Longer ones are refused, and not shown: Python refuses to show the longest."""
        value = sign * 10**digits
        message = (
            "expected a whole number of at most 600 digits, got a number of more than 40 digits"
        )
        assert _message(WHOLE.read, value) == message
        assert _message(WHOLE.write, value) == message

    @pytest.mark.parametrize(
        ("value", "got"),
        [
            (True, "true"),
            (False, "false"),
            (None, "null"),
            ("12", "'12'"),
            (3.0, "3.0"),
            (3.7, "3.7"),
            (float("nan"), "nan"),
            (float("inf"), "inf"),
            (Decimal(3), "a Decimal"),
            ([3], "a list"),
            ({}, "an object"),
            ((), "a tuple"),
            (10**40 - 1, "9" * 40),
            (10**40, "a number of more than 40 digits"),
        ],
    )
    def test_nothing_is_coerced(self, value, got):
        """Neither way is anything but a number taken for one, or a number for anything else."""
        for kind in ALL:
            if kind.takes(value):
                continue
            assert _message(kind.read, value) == f"expected {kind.expected}, got {got}"

    @pytest.mark.parametrize("value", [True, False])
    def test_truth(self, value):
        """Only true and false are true or false, and they are no numbers."""
        assert TRUTH.read(value) is TRUTH.write(value) is value
        assert _message(TRUTH.read, int(value)) == f"expected true or false, got {int(value)}"
        assert _message(TRUTH.write, int(value)) == f"expected true or false, got {int(value)}"
        assert _message(WHOLE.write, value).startswith("expected a whole number, got ")


class TestTexts:
    """Text is any text that JSON, UTF-8 and a database can hold."""

    @pytest.mark.parametrize("text", ["", " ", "\n", "Één", "𝄞", "\x7f", "\ud7ff\ue000"])
    def test_text(self, text):
        """Empty text, control characters and every other letter go through."""
        assert TEXT.read(text) == TEXT.write(text) == text

    @pytest.mark.parametrize("text", ["\0", "a\0b", "\ud800", "é\udfff", "\udc00\ud800"])
    def test_no_text(self, text):
        """A NUL character and half a surrogate pair are refused, and shown escaped."""
        message = f"expected text without a NUL character or half a surrogate pair, got {text!r}"
        assert _message(TEXT.read, text) == message
        assert _message(TEXT.write, text) == message
        assert message.isprintable()

    def test_long_text_is_not_shown_whole(self):
        """Of a long text the message shows the beginning."""
        message = _message(DAY.read, "x" * 1_000_000)
        assert message == f"expected an ISO date, got '{'x' * 60}…'"


class TestAmounts:
    """An amount has two decimals, no sign and no other notation."""

    @pytest.mark.parametrize("text", ["0.00", "0.01", "1200000.00", "9" * MOST_DIGITS + ".99"])
    def test_read(self, text):
        """From nothing to a number of 600 digits, to the cent."""
        assert AMOUNT.read(text) == Decimal(text)
        assert str(AMOUNT.read(text)) == AMOUNT.write(Decimal(text)) == text

    @pytest.mark.parametrize(
        "text",
        [
            *("", "1", "1.", "1.0", "1.000", "01.00", "-1.00", "+1.00", "1,00", "1e2", "1 000.00"),
            *(".50", " 1.00", "1.00\n", "NaN", "Infinity", "1" * (MOST_DIGITS + 1) + ".00"),
            "\uff11.00",
        ],
    )
    def test_refused(self, text):
        """Other decimals, signs, spaces, words and digits are refused."""
        got = text if len(text) <= 60 else f"{text[:60]}…"
        assert _message(AMOUNT.read, text) == f"{AN_AMOUNT}, got {got!r}"

    @pytest.mark.parametrize(
        "value", ["NaN", "sNaN", "Infinity", "-1.00", "0.001", "1E-999999", "1E+999999", "1E+600"]
    )
    def test_not_written(self, value):
        """What is no amount, or far too large for one, is not written."""
        assert _message(AMOUNT.write, Decimal(value)) == f"{AN_AMOUNT}, got a Decimal"

    @given(st.integers(0, 10**9))
    def test_exact(self, cents):
        """Every cent comes through."""
        euros = Decimal(f"{cents}e-2")
        assert AMOUNT.read(AMOUNT.write(euros)).as_tuple() == euros.as_tuple()


class TestFractions:
    """A fraction is in lowest terms with the sign in front."""

    @pytest.mark.parametrize("text", ["0/1", "1/1", "2/5", "-1/3", f"1/{'9' * MOST_DIGITS}"])
    def test_read(self, text):
        """Each has one way to be written."""
        assert FRACTION.write(FRACTION.read(text)) == text

    @pytest.mark.parametrize(
        "text",
        [
            *("", "1", "0", "2/4", "0/2", "-0/1", "1/-3", "+1/3", "1/0", "01/3", "1/03", "0.4"),
            *("1 / 3", "1/3\n", f"1/{'9' * (MOST_DIGITS + 1)}", "\uff11/3"),
        ],
    )
    def test_refused(self, text):
        """Other terms, signs, spaces and zero below are refused."""
        assert _message(FRACTION.read, text).startswith(
            "expected a fraction such as '2/5' in lowest terms, got "
        )

    @pytest.mark.parametrize(
        "value",
        [Fraction(1, 10**MOST_DIGITS), Fraction(-(10**MOST_DIGITS))],
        ids=["below", "above"],
    )
    def test_too_long(self, value):
        """Numbers of more than 600 digits are not written."""
        expected = "expected a fraction of numbers of at most 600 digits"
        assert _message(FRACTION.write, value) == f"{expected}, got a Fraction"


class TestTerms:
    """A term is written by its value."""

    def test_there_and_back(self):
        """Every member by its value; its name is not known."""
        kind = EnumKind(LegalForm)
        assert [kind.read(kind.write(form)) for form in LegalForm] == list(LegalForm)
        assert "got 'OTHER'" in _message(kind.read, "OTHER")

    def test_of_another_kind(self):
        """A member of another enum is not written, whatever its value."""
        assert (
            _message(EnumKind(Never).write, LegalForm.OTHER) == "expected 'never', got a LegalForm"
        )


def test_two_kinds_that_are_made_alike_are_equal():
    """A kind is a value as any other, so that a choice of kinds can be looked up."""
    assert EnumKind(LegalForm) == EnumKind(LegalForm)
    assert hash(EnumKind(LegalForm)) == hash(EnumKind(LegalForm))
