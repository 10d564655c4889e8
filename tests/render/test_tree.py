"""A tree is the same in text, Markdown and HTML, and no text in it changes its form."""

from __future__ import annotations

import pickle
from itertools import pairwise

import html5lib
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.render.characters import visible
from wselr_rules.render.language import Language
from wselr_rules.render.tree import Mark, Node, as_html, as_markdown, as_text

NL, EN = Language.NL, Language.EN
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
MARKS = st.sampled_from(Mark)
TREES = st.recursive(
    st.builds(Node, MARKS, OUTSIDE),
    lambda nodes: st.builds(Node, MARKS, OUTSIDE, st.lists(nodes, max_size=3).map(tuple)),
    max_leaves=8,
)
EXAMPLE = Node(
    Mark.NOT_MET,
    "kan worden goedgekeurd",
    (
        Node(Mark.MET, "leden", (Node(Mark.MET, "twee"), Node(Mark.UNKNOWN, "inwoners"))),
        Node(Mark.NOT_MET, "regio"),
    ),
)


def parsed(html):
    """The fragment, read by the letter of the HTML standard: any parse error raises."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parseFragment(html)


def flat(node, depth=0):
    """Yield every node with its depth, parents first."""
    yield depth, node.mark, visible(node.text)
    for child in node.children:
        yield from flat(child, depth + 1)


def flat_html(items, depth=0):
    """Yield every item of a list with its depth, parents first."""
    for item in items:
        symbol = item.find("span")
        mark = next(mark for mark in Mark if mark.symbol == symbol.text)
        assert symbol.get("aria-label") == symbol.get("title") == mark.word(NL)
        yield depth, mark, symbol.tail.removeprefix(" ").removesuffix("\n" if len(item) > 1 else "")
        yield from flat_html(item.findall("ul/li"), depth + 1)


def chain(depth):
    """Return a tree that is one branch."""
    node = Node(Mark.MET, "onder")
    for _ in range(depth):
        node = Node(Mark.UNKNOWN, "boven", (node,))
    return node


class TestMark:
    """A mark can be seen, read and heard."""

    @pytest.mark.parametrize(
        ("mark", "symbol", "nl", "en"),
        [
            (Mark.MET, "✓", "voldaan", "met"),
            (Mark.NOT_MET, "✗", "niet voldaan", "not met"),
            (Mark.UNKNOWN, "?", "onbeslist", "undecided"),
        ],
    )
    def test_words(self, mark, symbol, nl, en):
        """A mark is a symbol and a word in each language."""
        assert (mark.symbol, mark.word(NL), mark.word(EN)) == (symbol, nl, en)

    @pytest.mark.parametrize("language", Language)
    def test_complete(self, language):
        """Each language has a different word for each mark, and none needs an escape."""
        words = {mark.word(language) for mark in Mark}
        assert len(words) == len(Mark)
        assert all(word.replace(" ", "").isalpha() for word in words)

    @pytest.mark.parametrize("unknown", ["fr", '"><script>'])
    def test_unknown_language(self, unknown):
        """A language without words is refused."""
        with pytest.raises(WrongValue, match=r"^language: expected one of en, nl, got "):
            as_html(EXAMPLE, unknown)


class TestNode:
    """A node is checked once, when it is made."""

    def test_value(self):
        """A node is a value: equal, hashable, picklable, and it cannot change."""
        copy = pickle.loads(pickle.dumps(EXAMPLE))  # noqa: S301
        assert copy == EXAMPLE
        assert hash(copy) == hash(EXAMPLE)
        with pytest.raises(FrozenInstanceError):
            copy.text = "iets anders"

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("met", "leden"), r"^mark: expected a Mark or None, got 'met'$"),
            ((Mark.MET, 3), r"^text: expected text, got 3$"),
            ((Mark.MET, "leden", []), r"^children: expected a tuple of nodes, got \[\]$"),
            ((Mark.MET, "leden", ("x",)), r"^children: expected a tuple of nodes, got \('x',\)$"),
        ],
    )
    def test_types(self, arguments, message):
        """A field of another type is refused when the node is made."""
        with pytest.raises(WrongType, match=message):
            Node(*arguments)


class TestText:
    """Plain text has a line per node."""

    def test_example(self):
        """A line per node, its mark in front, two spaces per level, children in their order."""
        assert as_text(EXAMPLE).split("\n") == [
            "✗ kan worden goedgekeurd",
            "  ✓ leden",
            "    ✓ twee",
            "    ? inwoners",
            "  ✗ regio",
        ]

    @given(TREES)
    def test_reads_back(self, tree):
        """Whatever the texts, the lines give back the tree."""
        expected = [f"{'  ' * depth}{mark.symbol} {text}" for depth, mark, text in flat(tree)]
        assert as_text(tree).split("\n") == expected


class TestMarkdown:
    """Markdown has nested lists."""

    def test_example(self):
        """A nested list with the symbol and the word of each mark."""
        assert as_markdown(EXAMPLE, EN).split("\n") == [
            "- ✗ not met: kan worden goedgekeurd",
            "  - ✓ met: leden",
            "    - ✓ met: twee",
            "    - ? undecided: inwoners",
            "  - ✗ not met: regio",
        ]

    @pytest.mark.parametrize("markup", MARKUP)
    def test_literal(self, markup):
        """Markup in a text is shown like any other text."""
        tokens = (
            MarkdownIt("commonmark")
            .enable("strikethrough")
            .parse(as_markdown(Node(Mark.MET, markup), NL))
        )
        (inline,) = (token for token in tokens if token.type == "inline")
        written = [child.content for child in inline.children or () if child.type == "text"]
        assert written == [f"✓ voldaan: {visible(markup)}"]

    @given(TREES)
    def test_reads_back(self, tree):
        """Whatever the texts, a Markdown reader gives back the tree and the texts."""
        read, depth = [], -1
        for token in MarkdownIt("commonmark").enable("strikethrough").parse(as_markdown(tree, NL)):
            depth += {"bullet_list_open": 1, "bullet_list_close": -1}.get(token.type, 0)
            if token.type == "inline":
                assert all(child.type == "text" for child in (token.children or ()))
                read.append(
                    (depth, "".join(child.content for child in (token.children or ())).strip())
                )
        assert read == [
            (depth, f"{mark.symbol} {mark.word(NL)}: {text}".strip())
            for depth, mark, text in flat(tree)
        ]


class TestHtml:
    """HTML has nested lists that need nothing else."""

    def test_example(self):
        """Nested lists, with the language on the outermost one."""
        tree = Node(Mark.NOT_MET, "a", (Node(Mark.MET, "b"), Node(Mark.UNKNOWN, "c")))
        spans = {
            mark: f'<span role="img" aria-label="{mark.word(EN)}" title="{mark.word(EN)}">'
            f"{mark.symbol}</span>"
            for mark in Mark
        }
        assert as_html(tree, EN).split("\n") == [
            '<ul lang="en">',
            f"<li>{spans[Mark.NOT_MET]} a",
            "<ul>",
            f"<li>{spans[Mark.MET]} b</li>",
            f"<li>{spans[Mark.UNKNOWN]} c</li>",
            "</ul>",
            "</li>",
            "</ul>",
        ]

    @given(TREES)
    def test_reads_back(self, tree):
        """Whatever the texts, a strict HTML reader gives back the tree, the words and the texts."""
        (root,) = parsed(as_html(tree, NL))
        assert (root.tag, root.attrib) == ("ul", {"lang": "nl"})
        assert list(flat_html(root.findall("li"))) == list(flat(tree))
        assert {element.tag for element in root.iter()} <= {"ul", "li", "span"}


class TestWithoutAMark:
    """A sentence without a mark stands for itself: a heading, a date, a cause."""

    def test_in_each_form(self):
        """No symbol, no word and no space in front of it; its children keep their marks."""
        tree = Node(None, "sinds 2023", (Node(Mark.MET, "leden"),))
        assert as_text(tree) == "sinds 2023\n  ✓ leden"
        assert as_markdown(tree, NL) == "- sinds 2023\n  - ✓ voldaan: leden"
        assert as_html(tree, NL).split("\n")[1] == "<li>sinds 2023"


class TestDepth:
    """The depth of a tree is not limited by the stack."""

    def test_valid(self):
        """A tree of 200 levels is valid HTML, each list inside the one before."""
        (root,) = parsed(as_html(chain(199), NL))
        items = list(root.iter("li"))
        assert len(items) == 200
        assert all(inner in outer.findall("ul/li") for outer, inner in pairwise(items))

    def test_beyond_the_stack(self):
        """A tree deeper than Python's stack is written whole."""
        tree = chain(2000)
        assert as_text(tree).endswith(f"\n{'  ' * 2000}✓ onder")
        assert as_markdown(tree, NL).endswith(f"\n{'  ' * 2000}- ✓ voldaan: onder")
        assert as_html(tree, NL).count("</ul>") == 2001
