"""A page has one title, a heading for each section, and nothing that a name could break."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.render.characters import for_html, visible
from wselr_rules.render.language import Language
from wselr_rules.render.page import Page, Section, as_document, as_html, as_markdown, as_text

PAGE = Page(
    "Aanvraag W13",
    (
        Section("Waarom", "✗ regio", "- ✗ regio", "<p>regio</p>"),
        Section("Wat nu", "wachten", "wachten", "<p>wachten</p>"),
    ),
)
TITLES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


def elements(document):
    """Return the elements of a document that a strict reader accepts, by tag."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(document)
    found = {}
    for element in tree.iter():
        found.setdefault(element.tag, []).append(element)
    return found


class TestForms:
    """The same page in each form."""

    def test_text(self):
        """The title and the headings are underlined, as wide as they are."""
        assert as_text(PAGE) == (
            "Aanvraag W13\n============\n\nWaarom\n------\n✗ regio\n\nWat nu\n------\nwachten"
        )

    def test_markdown(self):
        """The title is of the first level, the headings of the second."""
        assert as_markdown(PAGE) == (
            "# Aanvraag W13\n\n## Waarom\n\n- ✗ regio\n\n## Wat nu\n\nwachten"
        )

    def test_html(self):
        """One article with its language, one title, and a section for each heading."""
        assert as_html(PAGE, Language.NL).split("\n") == [
            '<article lang="nl">',
            "<h1>Aanvraag W13</h1>",
            "<section>",
            "<h2>Waarom</h2>",
            '<div class="wide"><p>regio</p></div>',
            "</section>",
            "<section>",
            "<h2>Wat nu</h2>",
            '<div class="wide"><p>wachten</p></div>',
            "</section>",
            "</article>",
        ]

    def test_whole_document(self):
        """The document tells its characters, language, title and width, and holds the fragment."""
        before, _, rest = as_document(PAGE, Language.NL).partition("<style>\n")
        _, _, after = rest.partition("</style>\n")
        assert before.split("\n") == [
            "<!DOCTYPE html>",
            '<html lang="nl">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<title>Aanvraag W13</title>",
            "",
        ]
        assert after.split("\n") == [
            "</head>",
            "<body>",
            "<main>",
            *as_html(PAGE, Language.NL).split("\n"),
            "</main>",
            "</body>",
            "</html>",
            "",
        ]

    def test_document(self):
        """A strict reader takes it; title and language are there, no script and no link is."""
        found = elements(as_document(PAGE, Language.NL))
        assert found["html"][0].attrib["lang"] == "nl"
        assert [each.text for each in found["title"] + found["h1"]] == ["Aanvraag W13"] * 2
        assert [each.text for each in found["h2"]] == ["Waarom", "Wat nu"]
        assert not {"script", "link", "img"} & set(found)

    @given(TITLES, TITLES)
    def test_names_from_outside(self, title, heading):
        """Whatever a title and a heading hold is shown as text, in every form on one line."""
        page = Page(title, (Section(heading, "x", "x", "<p>x</p>"),))
        found = elements(as_document(page, Language.EN))
        assert found["h1"][0].text == visible(title)
        assert for_html(heading) in as_html(page, Language.EN)
        assert as_text(page).split("\n")[0] == visible(title)
        assert as_markdown(page).count("\n") == 4


class TestMalformed:
    """What is no page is refused."""

    def test_no_section(self):
        """A page holds something."""
        with pytest.raises(
            WrongValue, match=r"^sections: expected at least one section, got \(\)$"
        ):
            Page("x", ())

    @pytest.mark.parametrize(
        ("kind", "fields"),
        [
            pytest.param(Page, ("x", ["y"]), id="a list of sections"),
            pytest.param(Page, (3, PAGE.sections), id="a title that is a number"),
            pytest.param(Section, ("x", "x", "x", None), id="a form that is missing"),
        ],
    )
    def test_of_another_type(self, kind, fields):
        """Each field is of its type."""
        with pytest.raises(WrongType):
            kind(*fields)
