"""Chromium, as the system has it, before the example service on loopback."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from tests.service.serving import served

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
sys.path.insert(0, str(EXAMPLES))


def pytest_addoption(parser):
    """Let whoever wants to look at the page keep pictures of it."""
    parser.addoption("--screenshots", help="the folder for pictures of the page")


@pytest.fixture(scope="session")
def address():
    """Return where the page is."""
    from service.app import app  # noqa: PLC0415 -- it is found only now

    with served(app) as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture(scope="session")
def browser():
    """Return a browser; there is none in the packages, so it must be on the path."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "no Chromium on the path: install the package of the system"
    with sync_playwright() as playwright:
        # A container has no namespaces for its sandbox, and the page is our own.
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def open_page(browser, address):
    """Return how to open the page in a browser set in some way, without a script."""
    contexts = []

    def opened(**settings):
        wanted = {"locale": "nl-BE", "viewport": {"width": 1280, "height": 900}, **settings}
        context = browser.new_context(java_script_enabled=False, **wanted)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield opened
    for each in contexts:
        each.close()
