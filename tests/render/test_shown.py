"""In a notebook every public value shows itself, and nothing in it becomes markup."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial

import pytest
from attrs import field, frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drawing import examples
from tests.purity.methods import public_classes, some_of_each
from tests.render.fragments import parsed
from tests.wire.drawn import VALUES

import wselr_rules
from wselr_rules import ELIGIBLE, FrozenMap, Ground, InvalidDocument, RulesError
from wselr_rules.render.characters import visible
from wselr_rules.render.shown import ShownByFields, ShownInWords

#: What has no form of its own in a notebook, and why that is right.
WITHOUT = {
    FrozenMap: "a mapping shows as a dict does, which a notebook lays out itself",
    RulesError: "an error is raised and shows as a traceback",
    InvalidDocument: "an error is raised and shows as a traceback",
}
SOME_OF_EACH = some_of_each()
#: A ground holds findings, and one that is drawn may have words that nothing fits.
BY_FIELDS = [each for each in VALUES if issubclass(each, ShownByFields) and each is not Ground]
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)


def shown(value):
    """Return the rows of each table that a notebook shows of a value, by its caption."""
    tables = {}
    for table in parsed(value._repr_html_()).iter("table"):
        caption = next(table.iter("caption")).text
        rows = [tuple(cell.text or "" for cell in row) for row in table.iter("tr")]
        tables[caption] = rows
    return tables


class TestEveryPublicValue:
    """Whatever is the last line of a cell."""

    @pytest.mark.parametrize("name", wselr_rules.__all__)
    def test_has_a_form(self, name):
        """Each public class shows itself, but for a term, which is one word, and those named."""
        kind = public_classes().get(name)
        if kind is None:
            return
        is_named = issubclass(kind, Enum) or kind in WITHOUT
        assert hasattr(kind, "_repr_html_") is not is_named

    def test_none_is_left_out(self):
        """Those of the receipts too; and a public value that is no class is of one that shows."""
        silent = {kind for kind in public_classes().values() if not hasattr(kind, "_repr_html_")}
        assert {kind for kind in silent if not issubclass(kind, Enum)} == set(WITHOUT)
        values = [getattr(wselr_rules, name) for name in wselr_rules.__all__ if name.isupper()]
        kinds = {type(each) for each in values if not isinstance(each, tuple | Enum)}
        assert kinds == {type(ELIGIBLE), type(wselr_rules.OPEN_CALL_2023_2025)}

    @pytest.mark.parametrize("kind", SOME_OF_EACH, ids=lambda kind: kind.__name__)
    def test_is_sound(self, kind):
        """What is shown is in English and has no error, no script and no other place in it."""
        for value in SOME_OF_EACH[kind]:
            if hasattr(value, "_repr_html_"):
                elements = list(parsed(value._repr_html_()).iter())
                assert any(each.attrib.get("lang") == "en" for each in elements)
                assert not {"script", "style", "link", "img", "a"} & {each.tag for each in elements}

    @pytest.mark.parametrize("kind", BY_FIELDS, ids=lambda kind: kind.__name__)
    def test_whatever_is_in_it(self, kind):
        """A value with fields can be shown whatever they hold, also what no rule would find."""

        @settings(max_examples=examples(10))
        @given(VALUES[kind])
        def holds(value):
            assert len(parsed(value._repr_html_())) > 0

        holds()


class Colour(Enum):
    RED = "red"


@frozen
class Part(ShownByFields):
    name: str
    counted: int | None = None
    until: date | None = None


@frozen
class Labelled(ShownByFields):
    id: str
    name: str = ""


@frozen
class Saying(ShownInWords):
    words: str

    def text(self, language):
        return f"{language.value}: {self.words}"


@frozen
class Spoken:
    words: str

    def __str__(self):
        return self.words


@frozen
class Silent:
    plan_year: int
    until: date | None


@frozen
class Whole(ShownByFields):
    _unshown = frozenset({"code"})
    _besides = frozenset({"is_one"})

    value: object = None
    code: object = None
    _own: int = 1
    kept: int = field(default=1, repr=False)

    @property
    def is_one(self):
        return self.value == 1


def cell(value, name="value"):
    """Return what stands in the cell of a value."""
    kind = frozen(type("Holder", (ShownByFields,), {"__annotations__": {name: object}}))
    (rows,) = shown(kind(value)).values()
    return rows[1][1]


class TestCells:
    """A value is written by its kind."""

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (None, "not known"),
            (True, "yes"),
            (False, "no"),
            (60_000, "60,000"),
            (Decimal("30769.23"), "€30,769.23"),
            (Decimal("0.125"), "0.125"),
            (Fraction(2, 5), "2/5"),
            (Fraction(3, 2), "1.5000"),
            (Fraction(-1_000_000, 3), "-333,333.3333…"),
            (Fraction(0), "0"),
            (Fraction(-1, 1000), "-0.0010"),
            (Fraction(1), "1"),
            (Fraction(999, 1000), "999/1000"),
            (Fraction(1001, 1000), "1.0010"),
            (Fraction(1, 1000), "1/1000"),
            (Fraction(1, 1001), "0.0010…"),
            (date(2026, 1, 1), "1 January 2026"),
            (Colour.RED, "red"),
            ((), "none"),
            (("b", "a"), "b, a"),
            (frozenset({"b", "a"}), "a, b"),
            (FrozenMap({Colour.RED: 2_000}), "red: 2,000"),
            (Saying("yes"), "en: yes"),
            (Saying("yes\nand more"), "en: yes"),
            (Spoken("yes\nand more"), "yes"),
            (Silent(2025, None), "plan year: 2025, until: none set"),
            ((Saying("yes"), Saying("no")), "en: yes, en: no"),
            (Labelled("x", "The X"), "The X (x)"),
            (Labelled("x"), "x"),
            (Part("a", 2), "name: a, counted: 2"),
            (Whole(), "is one: no"),
            (Colour, "Colour"),
            (partial(len), "partial"),
            (1j, "1j"),
            (10**100, "a whole number of 333 bits"),
        ],
    )
    def test_written(self, value, expected):
        """What is not known is told as such; people, euros, parts and days as elsewhere."""
        assert cell(value) == expected

    def test_years_are_not_grouped(self):
        """A year is no number of people."""
        assert cell(2025, "plan_year") == "2025"
        assert cell((2024, 2025), "years") == "2024, 2025"
        assert cell(frozenset({2024, 2025}), "years") == "2024, 2025"
        assert cell(2025) == "2,025"

    def test_what_has_no_end(self):
        """None is "not known", but for the last of something, of which none is set."""
        assert cell(None, "exists_until") == cell(None, "most") == "none set"

    def test_as_by_default(self):
        """Of a value in a cell stands what somebody chose, and that nothing is chosen."""
        assert cell(frozen(type("Choice", (Part,), {"name": "a"}))("a")) == "name: a"
        chosen = frozen(type("Choices", (ShownByFields,), {"__annotations__": {"a": int}, "a": 1}))
        assert cell(chosen()) == "all as by default"
        assert cell(chosen(2)) == "a: 2"


class TestTables:
    """Fields in one table, a collection in another."""

    def test_fields(self):
        """A row for each field and each property that is named; none for code and own fields."""
        assert shown(Whole(1)) == {
            "Whole": [("field", "value"), ("value", "1"), ("is one", "yes")],
        }

    def test_records(self):
        """Values with fields in a collection stand below, a row each, with their fields above."""
        assert shown(Whole((Part("a", 1_000), Part("b")))) == {
            "Whole": [("field", "value"), ("is one", "no")],
            "Whole: value": [
                ("name", "counted", "until"),
                ("a", "1,000", "none set"),
                ("b", "not known", "none set"),
            ],
        }

    def test_records_of_records(self):
        """A value that holds a collection has its tables below; deeper, it is counted."""
        inner = Whole((Part("a"), Part("b")))
        assert shown(Whole(inner))["Whole: value: value"][1:] == [
            ("a", "not known", "none set"),
            ("b", "not known", "none set"),
        ]
        assert shown(Whole((inner,)))["Whole: value"] == [("value", "is one"), ("2", "no")]

    def test_mappings(self):
        """A short mapping stands in a cell, in a row under a header each; a long one in a table."""
        short, long = FrozenMap({"a": 1}), FrozenMap(dict.fromkeys("abcdefghi", 1))
        assert shown(Whole(short))["Whole"][1] == ("value", "a: 1")
        most = FrozenMap(dict.fromkeys("abcdefgh", 1))
        assert shown(Whole(most))["Whole"][1][1].count(": 1") == 8
        assert shown(Whole((Whole(short),)))["Whole: value"][0] == ("value: a", "is one")
        assert shown(Whole(long))["Whole: value"][:2] == [("key", "value"), ("a", "1")]
        assert shown(Whole(FrozenMap({"a": Labelled("x")})))["Whole: value"] == [
            ("key", "id", "name"),
            ("a", "x", ""),
        ]

    def test_what_one_of_them_has(self):
        """A column that not every row has is empty in the others."""
        rows = (Whole(FrozenMap({"a": 1})), Whole(FrozenMap({"b": 2})))
        assert shown(Whole(rows))["Whole: value"] == [
            ("value: a", "is one", "value: b"),
            ("1", "no", ""),
            ("", "no", "2"),
        ]

    def test_nothing_stands_between(self):
        """Between the tables of a value there is no text."""
        tables = parsed(Whole((Part("a"),))._repr_html_())
        assert len(tables) == 2
        assert "".join(each.tail or "" for each in tables).split() == []

    def test_numbers_stand_right(self):
        """Numbers stand on the right, also where one is not known; words and yes stand left."""
        html = Whole((Part("a", 1), Part("b")))._repr_html_()
        assert html.count("text-align: right") == 3
        assert "right" not in Whole((Part("a"), Part("b")))._repr_html_()
        assert "right" not in Whole((Labelled("a"), Labelled("b")))._repr_html_()
        assert "right" not in Whole((Whole("a"),))._repr_html_()

    def test_a_long_one_is_cut(self):
        """Of more than sixty the first sixty stand there, and how many more there are."""
        rows = shown(Whole(tuple(Part(str(n)) for n in range(1_061))))["Whole: value"]
        assert rows[-2:] == [("59", "not known", "none set"), ("and 1,001 more", "", "")]
        rows = shown(Whole(tuple(Part(str(n)) for n in range(60))))["Whole: value"]
        assert len(rows) == 61


class TestWhatComesFromOutside:
    """Names and notes are shown literally."""

    @given(TEXTS)
    def test_in_a_table(self, text):
        """A text in a field is one text in a cell, as far as it can be seen."""
        assert shown(Part(text))["Part"][1] == ("name", visible(text.partition("\n")[0]))

    @given(TEXTS)
    def test_in_words(self, text):
        """A sentence is one paragraph of text, whatever is in it; its lines stay lines."""
        (paragraph,) = parsed(Saying(text)._repr_html_())
        assert list(paragraph) == []
        assert paragraph.text == "\n".join(map(visible, f"en: {text}".split("\n")))

    def test_markup(self):
        """Markup in a name, a key or a header is text."""
        nasty = "<img src=x onerror=alert(1)>"
        value = Whole((Whole(FrozenMap({nasty: nasty})), Whole(nasty)))
        assert "<img" not in value._repr_html_()
        assert "<img" not in Saying(nasty)._repr_html_()
        assert shown(value)["Whole: value"][1][0] == nasty
