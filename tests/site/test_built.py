"""The site that was built has no broken link and loads nothing from elsewhere.

The session ``site`` builds it and runs this.
"""

from __future__ import annotations

import re
import urllib.parse
from html.parser import HTMLParser
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "build" / "site"
PAGES = sorted(SITE.rglob("*.html"))
#: Elements that load what they name when the page is viewed; a link of the head may.
LOADING = {"audio", "embed", "iframe", "img", "link", "object", "script", "source", "video"}
OUTSIDE = re.compile(r"^(?:\w+:)?//")


class Page(HTMLParser):
    """The ids of a page, what it links to, and what it loads."""

    def __init__(self, path):
        """Read the page."""
        super().__init__()
        self.ids, self.links, self.loaded = set(), [], []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        """Note what a tag is and names."""
        named = dict(attrs)
        self.ids |= {named[key] for key in ("id", "name") if named.get(key)}
        for key in ("href", "src", "data", "xlink:href"):
            if named.get(key):
                (self.loaded if tag in LOADING else self.links).append(named[key])


READ = {path: Page(path) for path in PAGES}


def broken(path):
    """Return the links of a page inside the site that lead nowhere."""
    found = []
    for link in [*READ[path].links, *READ[path].loaded]:
        parts = urllib.parse.urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = (path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
        page = READ.get(target)
        is_there = target.exists() if page is None else True
        anchor = urllib.parse.unquote(parts.fragment)
        if not is_there or (page is not None and anchor and anchor not in page.ids):
            found.append(link)
    return found


def test_the_site_is_there():
    """There are pages of each kind: a guide, the law, the reference and the search."""
    names = {str(path.relative_to(SITE)) for path in PAGES}
    assert {"tutorial.html", "law/who.html", "reference/facts.html", "search.html"} <= names


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(SITE)))
def test_every_link_inside_leads_somewhere(path):
    """A link of a page names a file that is there, and a place in it that there is."""
    assert broken(path) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(SITE)))
def test_nothing_is_loaded_from_elsewhere(path):
    """No page names a script, a style, a font or a picture of another place."""
    assert [link for link in READ[path].loaded if OUTSIDE.match(link)] == []


def test_no_style_loads_from_elsewhere():
    """No style sheet imports another place's or takes its fonts and pictures."""
    named = [
        (path.name, address)
        for path in SITE.rglob("*.css")
        for address in re.findall(
            r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", path.read_text(encoding="utf-8")
        )
    ]
    assert [pair for pair in named if any(OUTSIDE.match(each) for each in pair[1])] == []


def test_a_page_says_in_which_language_it_is():
    """What is Dutch says so, and what is English too."""
    for name, language in (("nl/eerste-stappen", "nl"), ("tutorial", "en")):
        text = (SITE / f"{name}.html").read_text(encoding="utf-8")
        assert re.search(r'<html[^>]* lang="(\w+)"', text)[1] == language
