"""A table is the same in text, Markdown and HTML, and no text in it changes its form."""

from __future__ import annotations

import pickle

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.render.characters import visible, width
from wselr_rules.render.language import Language
from wselr_rules.render.table import Align, Table, as_html, as_markdown, as_text

NL, EN = Language.NL, Language.EN
LEFT, RIGHT = Align.LEFT, Align.RIGHT
EXAMPLE = Table(
    ("naam", "bedrag"),
    (("Gent", "€ 30.769,23"), ("東京", "€ 5,00")),
    (LEFT, RIGHT),
    caption="Verdeling",
    footer=("totaal", "€ 30.774,23"),
)
BARE = Table(("naam", "bedrag"), (), (LEFT, RIGHT))
MARKUP = [
    "*a*",
    "_a_",
    "`a`",
    "~~a~~",
    "[a](b)",
    "![a](b)",
    "<b>",
    "<!--",
    "&amp;",
    "a\\",
    "|",
    "\n- a",
]
ANY = st.text(alphabet=st.characters(codec=None), max_size=8)
OUTSIDE = ANY | st.tuples(ANY, st.sampled_from(MARKUP), ANY).map("".join)


@st.composite
def tables(draw):
    """Draw any table of one to four columns."""
    columns = draw(st.integers(1, 4))
    row = st.tuples(*[OUTSIDE] * columns)
    return Table(
        draw(row),
        draw(st.lists(row, max_size=4).map(tuple)),
        draw(st.tuples(*[st.sampled_from(Align)] * columns)),
        caption=draw(OUTSIDE),
        footer=draw(st.just(()) | row),
    )


def lines(table):
    """Return every line of the table, header first and footer last."""
    return [table.headers, *table.rows, *([table.footer] if table.footer else [])]


class TestTable:
    """A table is checked once, when it is made."""

    def test_value(self):
        """A table is a value: equal, hashable and picklable."""
        copy = pickle.loads(pickle.dumps(EXAMPLE))  # noqa: S301
        assert copy == EXAMPLE
        assert hash(copy) == hash(EXAMPLE)

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"headers": ()}, r"^headers: expected at least one column, got \(\)$"),
            ({"rows": (("a", "b"), ("c",))}, r"^rows\[1\]: expected 2 cells, .*, got \('c',\)$"),
            ({"rows": (("a", "b", "c"),)}, r"^rows\[0\]: expected 2 cells"),
            ({"align": (LEFT,)}, r"^align: expected 2 cells"),
            ({"footer": ("a",)}, r"^footer: expected 2 cells"),
        ],
    )
    def test_lengths(self, change, message):
        """Every row, the footer and the alignment are as long as the header."""
        fields = {"headers": ("x", "y"), "rows": (), "align": (LEFT, LEFT)} | change
        with pytest.raises(WrongValue, match=message):
            Table(**fields)

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"headers": ["x", "y"]}, r"^headers: expected a tuple of texts"),
            ({"headers": ("x", 1)}, r"^headers: expected a tuple of texts"),
            ({"rows": [("a", "b")]}, r"^rows: expected a tuple of rows"),
            ({"rows": (["a", "b"],)}, r"^rows: expected a tuple of rows"),
            (
                {"rows": (("a", "b"), ("a", 1))},
                r"^rows\[1\]: expected a tuple of texts, got \('a', 1\)$",
            ),
            ({"align": ("left", "right")}, r"^align: expected a tuple of Align"),
            ({"caption": None}, r"^caption: expected text"),
            ({"footer": None}, r"^footer: expected a tuple of texts"),
        ],
    )
    def test_types(self, change, message):
        """A field of another type is refused when the table is made."""
        fields = {"headers": ("x", "y"), "rows": (), "align": (LEFT, LEFT)} | change
        with pytest.raises(WrongType, match=message):
            Table(**fields)


class TestText:
    """Plain text has columns of spaces."""

    def test_example(self):
        """Columns are aligned by the width of their characters, the footer below a rule."""
        assert as_text(EXAMPLE).split("\n") == [
            "Verdeling",
            "",
            "naam         bedrag",
            "------  -----------",
            "Gent    € 30.769,23",
            "東京         € 5,00",
            "------  -----------",
            "totaal  € 30.774,23",
        ]

    def test_bare(self):
        """Without rows, caption and footer, the header remains."""
        assert as_text(BARE) == "naam  bedrag\n----  ------"

    def test_no_trailing_spaces(self):
        """A line ends with its last cell, so that an editor changes nothing."""
        table = Table(("naam", "regio"), (("Gent", "-"),), (LEFT, LEFT))
        assert as_text(table) == "naam  regio\n----  -----\nGent  -"

    @pytest.mark.parametrize("cell", ["MAX", "X X", "Gent\u00a0", "Gent\u3000"])
    def test_a_cell_is_written_whole(self, cell):
        """Only the spaces that align a line are left out at its end, no character of a cell."""
        table = Table(("naam", "streek van"), (("Gent", cell),), (LEFT, LEFT))
        assert as_text(table).split("\n")[2] == f"Gent  {cell}"

    @given(tables())
    def test_aligned(self, table):
        """Whatever the texts, every row is one line, as wide as the rule or less."""
        text = as_text(table).split("\n")
        body = text[2:] if table.caption else text
        assert len(body) == len(lines(table)) + (2 if table.footer else 1)
        assert all(width(line) <= width(body[1]) for line in body)
        if table.caption:
            assert text[:2] == [visible(table.caption), ""]


class TestMarkdown:
    """Markdown has a pipe table."""

    def test_example(self):
        """A pipe table; the caption and the footer are bold."""
        assert as_markdown(EXAMPLE).split("\n") == [
            "**Verdeling**",
            "",
            "| naam | bedrag |",
            "| :--- | ---: |",
            "| Gent | € 30.769,23 |",
            "| 東京 | € 5,00 |",
            "| **totaal** | **€ 30.774,23** |",
        ]

    def test_empty_cells(self):
        """What is empty is not made bold."""
        table = Table(("naam",), (), (LEFT,), caption=" ", footer=("",))
        assert as_markdown(table) == "| naam |\n| :--- |\n|  |"

    @pytest.mark.parametrize("markup", MARKUP)
    def test_literal(self, markup):
        """Markup in a caption is shown, in bold, like any other text."""
        caption, *_ = (
            MarkdownIt("commonmark")
            .enable("strikethrough")
            .parse(as_markdown(Table(("a",), (), (LEFT,), caption=markup)))[1:]
        )
        kinds = [child.type for child in caption.children or () if child.content or child.nesting]
        assert kinds == ["strong_open", "text", "strong_close"]

    @given(tables())
    def test_reads_back(self, table):
        """Whatever the texts, a Markdown reader gives back the cells and their alignment."""
        tokens = (
            MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(as_markdown(table))
        )
        start = next(i for i, token in enumerate(tokens) if token.type == "table_open")
        cells, align = [], []
        for token in tokens[start:]:
            if token.type in {"th_open", "td_open"}:
                align.append(token.attrs["style"])
            if token.type == "inline":
                assert {child.type for child in (token.children or ())} <= {
                    *("text", "strong_open", "strong_close")
                }
                cells.append("".join(child.content for child in (token.children or ())))
        rows = lines(table)
        assert cells == [visible(cell).strip() for row in rows for cell in row]
        assert align == [f"text-align:{side.value}" for side in table.align] * len(rows)


class TestHtml:
    """HTML has a table that needs nothing else."""

    def test_example(self):
        """A caption, and a head, a body and a foot of which the head names the columns."""
        assert as_html(EXAMPLE, EN).split("\n") == [
            '<table lang="en">',
            "<caption>Verdeling</caption>",
            "<thead>",
            (
                '<tr><th scope="col" style="text-align: left">naam</th>'
                '<th scope="col" style="text-align: right">bedrag</th></tr>'
            ),
            "</thead>",
            "<tbody>",
            (
                '<tr><td style="text-align: left">Gent</td>'
                '<td style="text-align: right; white-space: nowrap">€ 30.769,23</td></tr>'
            ),
            (
                '<tr><td style="text-align: left">東京</td>'
                '<td style="text-align: right; white-space: nowrap">€ 5,00</td></tr>'
            ),
            "</tbody>",
            "<tfoot>",
            (
                '<tr><td style="text-align: left">totaal</td>'
                '<td style="text-align: right; white-space: nowrap">€ 30.774,23</td></tr>'
            ),
            "</tfoot>",
            "</table>",
        ]

    def test_bare(self):
        """Without caption and footer, neither element is there."""
        assert as_html(BARE, NL).split("\n") == [
            '<table lang="nl">',
            "<thead>",
            (
                '<tr><th scope="col" style="text-align: left">naam</th>'
                '<th scope="col" style="text-align: right">bedrag</th></tr>'
            ),
            "</thead>",
            "<tbody>",
            "</tbody>",
            "</table>",
        ]

    @pytest.mark.parametrize("language", ["fr", '"><script>'])
    def test_unknown_language(self, language):
        """A language that this library does not know is refused, and is never markup."""
        with pytest.raises(WrongValue, match=r"^language: expected one of en, nl"):
            as_html(BARE, language)

    @given(tables())
    def test_reads_back(self, table):
        """Whatever the texts, a strict HTML reader gives back the caption and the cells."""
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        (root,) = parser.parseFragment(as_html(table, NL))
        assert (root.tag, root.attrib) == ("table", {"lang": "nl"})
        read = [tuple(cell.text or "" for cell in row) for row in root.iter("tr")]
        assert read == [tuple(map(visible, row)) for row in lines(table)]
        assert (root.findtext("caption") or "") == visible(table.caption)
