"""The site in a real browser: quiet, by itself, searchable, and as wide as the window.

The session ``browser`` says which browser, and runs this on what the session ``site`` built.
"""

from __future__ import annotations

import os
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

SITE = Path(__file__).parents[2] / "build" / "site"
PAGES = sorted(str(path.relative_to(SITE)) for path in SITE.rglob("*.html"))
TELEPHONE, DESK = 390, 1400
#: WCAG 2.1, level AA, for text of this size.
LEAST_CONTRAST = 4.5


class Quiet(SimpleHTTPRequestHandler):
    """Serve the site and say nothing."""

    def log_message(self, *_arguments):
        """Say nothing."""


@pytest.fixture(scope="module")
def address():
    """Return the address of the site, served to this machine only."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=SITE)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def chromium():
    """Return the browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def window(chromium):
    """Return a way to open a window, which keeps what it says and what it asks for."""
    opened = []

    def open_one(width, scheme="light"):
        context = chromium.new_context(
            viewport={"width": width, "height": 1000}, color_scheme=scheme
        )
        opened.append(context)
        page = context.new_page()
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        return page

    yield open_one
    for context in opened:
        context.close()


@pytest.mark.parametrize("width", [TELEPHONE, DESK])
def test_no_page_is_wider_than_its_window(window, address, width):
    """Nothing of a page leaves the window, but a line of code or a table that scrolls by itself."""
    page = window(width)
    wide = {}
    for name in PAGES:
        page.goto(address + name)
        found = page.evaluate(
            """() => [...document.querySelectorAll('article *')]
                .filter(each => each.getBoundingClientRect().right > innerWidth)
                .filter(each => !each.closest('.highlight, .table-wrapper'))
                .map(each => each.tagName)"""
        )
        if found or page.evaluate("document.documentElement.scrollWidth") > width:
            wide[name] = found
    assert wide == {}


def test_every_page_is_quiet_and_asks_nobody_else(window, address):
    """No page says anything on the console, and all that it asks for is its own."""
    page = window(DESK)
    for name in PAGES:
        page.goto(address + name, wait_until="networkidle")
    assert page.said == []
    assert [url for url in page.asked if not url.startswith((address, "data:"))] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("centrumsteden", "law/who.html"),
        ("werkzoekenden", "nl/eerste-stappen.html"),
        ("RegieVerband", "reference/facts.html"),
        ("pandas", "how-to/pandas-and-polars.html"),
    ],
)
def test_the_search_finds_a_page(window, address, words, expected):
    """What somebody types into the search of the first page leads to where it stands."""
    page = window(DESK)
    page.goto(address)
    page.fill("input[name=q]", words)
    page.press("input[name=q]", "Enter")
    page.wait_for_selector("#search-results li a")
    page.wait_for_function("document.querySelector('.search-summary').innerText.includes('found')")
    hrefs = page.eval_on_selector_all("#search-results li a", "all => all.map(each => each.href)")
    assert expected in {re.sub(r"[?#].*", "", href).removeprefix(address) for href in hrefs}
    page.click(f"#search-results li a[href*='{expected}']")
    assert words.casefold() in page.inner_text("article").casefold()
    assert page.said == []


def channel(value):
    """Return how bright a channel is, as WCAG reckons."""
    part = value / 255
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4


def brightness(colour):
    """Return the relative luminance of a colour that the browser wrote as ``rgb(...)``."""
    red, green, blue = (channel(int(part)) for part in re.findall(r"\d+", colour)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("style", ["name", "words", "dutch", "sentence"])
def test_the_drawing_can_be_read(window, address, scheme, style):
    """Each kind of text of the drawing stands out from its box, in light and in dark."""
    page = window(DESK, scheme)
    page.goto(address + "law/eligible.html")
    fill = "(selector) => getComputedStyle(document.querySelector(selector)).fill"
    text = page.evaluate(fill, f".criterion text.{style}")
    box = page.evaluate(fill, ".criterion rect.part")
    low, high = sorted(map(brightness, (text, box)))
    assert (high + 0.05) / (low + 0.05) >= LEAST_CONTRAST


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_text_of_the_drawing_leaves_its_box(window, address, scheme):
    """Every line of text ends inside the drawing, whatever letters the browser has."""
    page = window(TELEPHONE, scheme)
    page.goto(address + "law/eligible.html")
    out = page.evaluate(
        """() => {
            const svg = document.querySelector('.criterion svg').getBoundingClientRect();
            return [...document.querySelectorAll('.criterion text')]
                .filter(each => each.getBoundingClientRect().right > svg.right)
                .map(each => each.textContent);
        }"""
    )
    assert out == []


def test_text_and_code_stand_beside_each_other_at_a_desk(window, address):
    """At a desk a sentence stands left of its code; on a telephone above it."""
    places = """() => ['.law-quotes', '.law-code'].map(
        each => document.querySelector(each).getBoundingClientRect()).map(
        each => [each.left, each.top])"""
    beside, below = window(DESK), window(TELEPHONE)
    for page in (beside, below):
        page.goto(address + "law/who.html")
    (left, top), (code_left, code_top) = beside.evaluate(places)
    assert left < code_left
    assert top == code_top
    (left, top), (code_left, code_top) = below.evaluate(places)
    assert left == code_left
    assert top < code_top
