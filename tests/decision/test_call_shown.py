"""A notebook shows a whole call as one table: verdicts with marks, grounds and amounts."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.eligibility.stories import CALL, LONG_AGO, QUIET, applies, city, real, town, verband
from tests.render.fragments import parsed

from wselr_rules import Portfolio, assess_call

GHENT = real("Gent", inhabitants=270_000, working_age_population=180_000, job_seekers=13_000)
SMALL = verband(town("90008", inhabitants=100), town("90009", inhabitants=100), id="small")
OPEN = verband(town("90005", name="<b>", inhabitants=None), town("90006"), id="open")
ELIGIBLE, REFUSED = applies(city(GHENT, id="ghent")), applies(SMALL)


def shown(*applications, complete=True):
    """Return caption and rows of what a notebook shows of these applications."""
    portfolio = Portfolio(applications, complete=complete)
    found = assess_call(portfolio, on=QUIET, call=CALL, year=2024)
    (table,) = parsed(found._repr_html_()).iter("table")
    rows = [tuple(cell.text or "" for cell in row) for row in table.iter("tr")]
    return next(table.iter("caption")).text, rows


def test_met_and_not_met():
    """Each verdict has its mark and word, a refusal its grounds, who shares an amount."""
    caption, rows = shown(REFUSED, ELIGIBLE)
    assert caption == "1 July 2024, plan year 2024"
    assert rows == [
        ("application", "verdict", "grounds, or what is not known", "amount"),
        ("ghent", "✓\u00a0met", "", "€3,000,000.00"),
        (
            "small",
            "✗\u00a0not\u00a0met",
            (
                "200 inhabitants, at least 60,000 required (59,800 too few); "
                "Regieverband small is no municipality that applies alone"
            ),
            "",
        ),
        ("together", "1 met", "", "€3,000,000.00"),
    ]


def test_undecided():
    """Of an undecided one stands what is not known, and that the amounts are provisional."""
    caption, rows = shown(ELIGIBLE, applies(OPEN))
    assert caption == "1 July 2024, plan year 2024; the amounts are provisional"
    assert rows[2] == (
        "open",
        "?\u00a0undecided",
        "the number of inhabitants of <b> (90005)",
        "",
    )


def test_nothing_is_divided():
    """Where nothing is divided there is no amount and no total."""
    _, rows = shown(REFUSED)
    assert [row[3] for row in rows] == ["amount", "", ""]
    assert rows[-1] == ("together", "0 met", "", "")


@pytest.mark.parametrize("id", ["<script>", "a & b"])
def test_ids_are_text(id):
    """An id from outside is text, whatever is in it."""
    _, rows = shown(evolve(applies(city(GHENT, id="x", recognised_on=LONG_AGO)), id=id))
    assert rows[1][0] == id
