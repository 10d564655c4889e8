"""An official fills in a case in a browser, sees why not, changes it, and sees that it may.

``nox -s service_page -- --screenshots=FOLDER`` keeps what was seen.
"""

from __future__ import annotations

import re

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import expect

NARROW, WIDE = 390, 1280
each_view = pytest.mark.parametrize(
    ("scheme", "width"),
    [("light", WIDE), ("light", NARROW), ("dark", WIDE), ("dark", NARROW)],
    ids=["light-wide", "light-narrow", "dark-wide", "dark-narrow"],
)


def fill_in(page):
    """Fill in a case of two neighbours, with what is made up and one cell of the plan empty."""
    page.get_by_label("Beoordeeld op").fill("2025-12-31")
    page.get_by_label("Naam").fill("Regie Dender")
    page.get_by_label("Rechtsvorm").select_option("interlokale vereniging")
    page.get_by_role("radio", name="erkend op").check()
    page.get_by_label("Dag van de erkenning").fill("2020-01-01")
    page.get_by_role("radio", name="geen", exact=True).check()
    page.get_by_label("Leden sinds").fill("2019-01-01")
    page.get_by_label("Lid, lid 1").fill("Aalst")
    page.get_by_label("Lid, lid 2").fill("Lede")
    page.get_by_role("button", name="Vul inwoners in").click()
    expect(page.get_by_label("Inwoners, lid 1")).to_have_value("92131")
    page.get_by_role("radio", name="bekend: de cellen").check()
    for box in page.locator(".plan input").all()[:-1]:
        box.check()
    page.get_by_label("Ingediend via").select_option("Platos")
    page.get_by_role("radio", name="alle zijn bekend").check()


def heading(page):
    """Return the verdict as it stands above the answer."""
    return page.locator("#verdict")


def keep(page, options, name):
    """Take a picture of the whole page, where somebody asked for them."""
    folder = options.getoption("screenshots")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


@each_view
def test_refused_then_eligible(open_page, scheme, width, pytestconfig):
    """Not eligible, with the empty cell as its ground; once it is ticked, eligible."""
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    keep(page, pytestconfig, f"empty-{scheme}-{width}")
    fill_in(page)
    page.get_by_role("button", name="Beoordeel").click()
    expect(heading(page)).to_contain_text("komt op 31 december 2025 niet in aanmerking")
    expect(page.locator("#answer")).to_contain_text("leeg: WSE-LR4 2025")
    expect(page).to_have_title("Regie Dender komt op 31 december 2025 niet in aanmerking")
    keep(page, pytestconfig, f"refused-{scheme}-{width}")
    page.get_by_label("WSE-LR4, 2025").check()
    page.get_by_role("button", name="Beoordeel").click()
    expect(heading(page)).to_contain_text("Regie Dender komt op 31 december 2025 in aanmerking")
    expect(page.get_by_label("Lid, lid 2")).to_have_value("Lede")
    keep(page, pytestconfig, f"eligible-{scheme}-{width}")


def test_in_the_other_language(open_page):
    """The language is changed on the way, and what was filled in stays."""
    page = open_page()
    fill_in(page)
    page.get_by_role("button", name="In English").click()
    expect(page.get_by_label("Name")).to_have_value("Regie Dender")
    page.get_by_role("button", name="Assess").click()
    expect(heading(page)).to_contain_text("Regie Dender is not eligible on 31 December 2025")
    expect(page.locator("#answer")).to_contain_text("empty: WSE-LR4 2025")


def test_not_known(open_page):
    """With a day and a member only, it is undecided and asks for what it needs."""
    page = open_page(locale="en-GB")
    page.get_by_label("Assessed on").fill("2025-12-31")
    page.get_by_label("Member, member 1").fill("Aalst")
    page.get_by_role("button", name="Assess").click()
    expect(heading(page)).to_contain_text("is not certain yet")
    expect(page.get_by_role("heading", name="What is still needed")).to_be_visible()


def test_with_the_keyboard(open_page):
    """Enter in a field decides; the answer has the focus, and a mistake leads to its field."""
    page = open_page(locale="en-GB")
    page.get_by_label("Assessed on").fill("2025-12-31")
    page.get_by_label("Member, member 1").fill("Gandd")
    page.get_by_label("Member, member 1").press("Enter")
    expect(page.locator("#answer")).to_be_focused()
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="The register has no municipality Gandd")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#member-0$"))
    field = page.get_by_label("Member, member 1")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("no municipality Gandd"))


@each_view
def test_it_can_be_used_by_everybody(browser, address, scheme, width, pytestconfig):
    """No rule of axe is broken: labels, contrast, structure; before, with mistakes, and answered.

    Here scripts run, for axe is one; the page has none.
    """
    view = {"width": width, "height": 900}
    context = browser.new_context(color_scheme=scheme, locale="nl-BE", viewport=view)
    page = context.new_page()
    page.goto(address)
    assert broken(page) == []
    page.get_by_label("Lid, lid 1").fill("Gandd")
    page.get_by_label("WSE-LR1, 2023").check()
    page.get_by_role("button", name="Beoordeel").click()
    assert page.get_by_role("heading", name="Dit klopt nog niet").is_visible()
    keep(page, pytestconfig, f"mistakes-{scheme}-{width}")
    assert broken(page) == []
    page.goto(address)
    page.get_by_label("Beoordeeld op").fill("2025-12-31")
    page.get_by_label("Lid, lid 1").fill("Aalst")
    page.get_by_role("button", name="Beoordeel").click()
    assert heading(page).is_visible()
    keep(page, pytestconfig, f"open-{scheme}-{width}")
    assert broken(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_axe_sees_what_is_wrong(browser, address):
    """A field without a label, and grey on grey, are found."""
    page = browser.new_page()
    page.goto(address)
    page.evaluate("document.querySelector('label[for=name]').remove()")
    page.evaluate("document.querySelector('h1').style = 'color: #999; background: #aaa'")
    assert {"color-contrast", "label"} <= set(broken(page))
    page.close()


def broken(page):
    """Return the rules of axe that a page breaks."""
    return sorted(each["id"] for each in Axe().run(page)["violations"])


def test_nothing_is_fetched_from_elsewhere(browser, address):
    """The page asks its own service for its style sheet, and nobody for anything else."""
    page = browser.new_page(locale="en-GB")
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    page.get_by_label("Assessed on").fill("2025-12-31")
    page.get_by_role("button", name="Assess").click()
    assert {url.removeprefix(address).partition("#")[0] for url in asked} == {
        "",
        "?lang=en",
        "style.css",
    }
    assert [each for each in said if "Content Security Policy" in each] == []
    page.close()
