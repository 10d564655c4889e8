"""A template is filled with exactly its values, each by its type, and reaches nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.frozen_map import FrozenMap
from wselr_rules.render.language import Language
from wselr_rules.render.templates import both, fields, fill

NL, EN = Language.NL, Language.EN


class Plain(Enum):
    """An enum of the caller."""

    FIRST = "first"


class Text(StrEnum):
    """An enum of the caller whose members are texts."""

    FIRST = "first"


class Whole(IntEnum):
    """An enum of the caller whose members are numbers."""

    FIRST = 1


def labels(value, language):
    """Write a member of an enum of the caller."""
    return f"<{value.value} in {language}>"


class TestFill:
    """Each place is filled by the type of its value."""

    @pytest.mark.parametrize(
        ("value", "nl", "en"),
        [
            (54210, "54.210", "54,210"),
            ("Gent", "Gent", "Gent"),
            ("", "", ""),
            (date(2026, 1, 1), "1 januari 2026", "1 January 2026"),
            (Decimal("30769.23"), "30.769,23 euro", "€30,769.23"),
            ((), "geen", "none"),
            (("Gent",), "Gent", "Gent"),
            (("Gent", 1234, date(2026, 1, 1)), "Gent, 1.234 en 1 januari 2026", None),
            ((Decimal("1.00"), Decimal("2.00")), "1,00 euro en 2,00 euro", "€1.00 and €2.00"),
        ],
    )
    def test_by_type(self, value, nl, en):
        """Each type of value is written in the way of the language."""
        assert fill("({x})", {"x": value}, NL) == f"({nl})"
        if en is not None:
            assert fill("({x})", {"x": value}, EN) == f"({en})"

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (0, "0 inwoners"),
            (1, "1 inwoner"),
            (-1, "-1 inwoner"),
            (2, "2 inwoners"),
            (5790, "5.790 inwoners"),
        ],
    )
    def test_plural(self, value, expected):
        """One takes the singular, every other number the plural."""
        assert fill("{short:inwoner|inwoners}", {"short": value}, NL) == expected

    @pytest.mark.parametrize(
        ("value", "expected"), [(2025, "2025"), ((2023, 2024, 2025), "2023, 2024 en 2025")]
    )
    def test_raw(self, value, expected):
        """A year, or a tuple of years, is written without grouping."""
        assert fill("{year:raw}", {"year": value}, NL) == expected

    @pytest.mark.parametrize(
        ("value", "nl", "en"),
        [
            ((), "geen", "none"),
            (("a",), "a", "a"),
            (("a", "b"), "a of b", "a or b"),
            ((1000, "b", "c"), "1.000, b of c", "1,000, b or c"),
        ],
    )
    def test_or(self, value, nl, en):
        """Possibilities of which one holds are joined by or, each written by its type."""
        assert fill("{x:or}", {"x": value}, NL) == nl
        assert fill("{x:or}", {"x": value}, EN) == en

    @pytest.mark.parametrize("value", ["a", 1, date(2026, 1, 1)])
    def test_or_of_one(self, value):
        """One value is no list of possibilities."""
        with pytest.raises(WrongType, match=r"^argument: expected a tuple for 'or'") as caught:
            fill("{x:or}", {"x": value}, NL)
        assert caught.value.value == value

    def test_several(self):
        """A place may come twice, in another form, and braces can be written."""
        template = "{{{n}}}: {name} {n:lid|leden} {name}"
        assert fill(template, {"n": 1000, "name": "Gent"}, NL) == "{1.000}: Gent 1.000 leden Gent"

    def test_frozen_map(self):
        """Any mapping will do, and a template without places takes an empty one."""
        assert fill("{a}", FrozenMap({"a": "b"}), NL) == "b"
        assert fill("geen", FrozenMap[str, object](), NL) == "geen"

    @given(st.text())
    def test_text_is_no_template(self, text):
        """A text from outside is never read as a template itself."""
        assert fill("{a}{b}", {"a": text, "b": "{a}"}, EN) == text + "{a}"


class TestBoth:
    """A sentence stands in both languages."""

    def test_each_in_its_language(self):
        """The Dutch one comes first, and neither can be replaced."""
        row = both("ja", "yes")
        assert row == {NL: "ja", EN: "yes"}
        with pytest.raises(TypeError, match="does not support item assignment"):
            row[NL] = "nee"


class TestLabels:
    """What only the caller knows, the caller writes."""

    @pytest.mark.parametrize("kind", [Plain, Text, Whole])
    def test_enum(self, kind):
        """A member of any enum is written by the caller, even if it is a text or a number."""
        value = kind.FIRST
        expected = f"<{value.value} in nl>"
        assert fill("{x}", {"x": value}, NL, labels) == expected
        assert fill("{x}", {"x": (value, 7)}, NL, labels) == f"{expected} en 7"

    @pytest.mark.parametrize("value", [Plain.FIRST, Text.FIRST, Whole.FIRST, object(), b"x"])
    def test_without(self, value):
        """Without labels, an object is refused instead of shown as code."""
        with pytest.raises(WrongType, match=r"^argument: expected an int, str, dat") as caught:
            fill("{x}", {"x": value}, NL)
        assert caught.value.value is value

    def test_other_objects(self):
        """Labels may name any object, and are not asked for what has a form of its own."""

        def only_object(value, language):
            assert type(value) is object
            return f"object {language}"

        arguments = {"a": object(), "b": 1, "c": "c", "d": Decimal(2), "e": date(2026, 1, 1)}
        written = fill("{a} {b} {c} {d} {e}", arguments, EN, only_object)
        assert written == "object en 1 c €2.00 1 January 2026"

    @pytest.mark.parametrize("value", [None, True, 1.5, datetime(2026, 1, 1, tzinfo=UTC), ((1,),)])
    def test_never(self, value):
        """What is not known, a truth, a float, a moment and a nested tuple are always refused."""
        with pytest.raises(WrongType, match=r"^argument: expected an int, str, dat") as caught:
            fill("{x}", {"x": value}, NL, labels)
        assert caught.value.value is (value[0] if isinstance(value, tuple) else value)


class TestExactArguments:
    """Template and values fit each other exactly."""

    @pytest.mark.parametrize(
        ("template", "arguments", "message"),
        [
            ("{a} {b}", {"a": 1}, r"^arguments: expected exactly a, b, got \('a',\)$"),
            ("{a}", {"a": 1, "b": 2}, r"^arguments: expected exactly a, got \('a', 'b'\)$"),
            ("a", {"a": 1}, r"^arguments: expected exactly none, got \('a',\)$"),
        ],
    )
    def test_mismatch(self, template, arguments, message):
        """A value that is missing, or that no place uses, is named."""
        with pytest.raises(WrongValue, match=message):
            fill(template, arguments, NL)

    @pytest.mark.parametrize("value", ["x", Decimal(1), True, Whole.FIRST, None, (True,), ("x",)])
    @pytest.mark.parametrize("spec", ["raw", "lid|leden"])
    def test_spec_needs_a_number(self, spec, value):
        """A way of writing numbers fits whole numbers only."""
        with pytest.raises(WrongType, match=r"^argument: expected a whole number for ") as caught:
            fill(f"{{x:{spec}}}", {"x": value}, NL, labels)
        assert caught.value.value is (value[0] if isinstance(value, tuple) else value)

    def test_plural_of_a_list(self):
        """A list has no singular and plural."""
        with pytest.raises(
            WrongType, match=r"^argument: expected one whole number for 'a\|b', got 1$"
        ):
            fill("{x:a|b}", {"x": (1, 2)}, NL)

    def test_raw_is_no_way_round(self):
        """A number that is too long is refused without grouping too."""
        with pytest.raises(WrongValue, match="at most 100 digits"):
            fill("{x:raw}", {"x": 10**5000}, NL)


class TestFields:
    """A template is read without filling it, and only plain places are read."""

    def test_named(self):
        """The places of a template are known without filling it."""
        assert fields("{a} {{b}} {c:raw} {a:x|y}") == {"a", "c"}
        assert fields("") == frozenset()

    @pytest.mark.parametrize(
        "template",
        ["{}", "{0}", "{a.b}", "{a[0]}", "{a.__class__}", "{a!r}", "{a!s}", "{ a}", "{a b}"],
    )
    def test_plain_names_only(self, template):
        """No attribute, index, position or conversion can be written in a template."""
        with pytest.raises(WrongValue, match=r"^template: expected places that are plai") as caught:
            fill(template, {"a": "x"}, NL)
        assert caught.value.value == template

    @pytest.mark.parametrize(
        "spec", ["d", ",", "|", "a|", "|b", "a|b|c", "{b}", "{b}|c", "a|{b}", "Raw", " "]
    )
    def test_known_specs_only(self, spec):
        """No other way of writing can be asked for, and none is made out of a value."""
        template = f"{{a:{spec}}}"
        with pytest.raises(WrongValue, match=r"^template: expected no spec, 'raw', 'or'") as caught:
            fields(template)
        assert caught.value.value == template

    @pytest.mark.parametrize("template", ["{", "}", "{a", "a}", "{a!}", "{a:{b}", "{a!rr}"])
    def test_braces(self, template):
        """A brace too many or too few is an error of the template."""
        with pytest.raises(WrongValue, match=r"^template: expected pairs of braces \(") as caught:
            fields(template)
        assert caught.value.value == template

    @given(st.text(alphabet="{}ab|:!.[]r0", max_size=12))
    def test_any_text(self, template):
        """Whatever is written as a template, it is refused or filled with its named values."""
        try:
            names = fields(template)
        except WrongValue:
            return
        assert all(name.isidentifier() for name in names)
        assert isinstance(fill(template, dict.fromkeys(names, 1), NL), str)
