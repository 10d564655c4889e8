"""Forms as a browser sends them."""

from __future__ import annotations

from urllib.parse import urlencode

from wselr_rules import OPEN_CALL_2023_2025, PolicyPriority

KIND = "application/x-www-form-urlencoded"
CELLS = {
    f"cell-{each.value}-{year}": "yes"
    for each in PolicyPriority
    for year in OPEN_CALL_2023_2025.plan_years
}
#: All is known, and it is eligible: two neighbours, and a plan and the rest that are made up.
ELIGIBLE = {
    "do": "assess",
    "on": "2025-12-31",
    "name": "Regie Dender",
    "legal-form": "interlokale vereniging",
    "recognition": "on",
    "recognition-day": "2020-01-01",
    "derogation": "none",
    "members-since": "2019-01-01",
    "member-0": "Aalst",
    "inhabitants-0": "92131",
    "member-1": "Lede",
    "inhabitants-1": "19.425",
    "plan": "known",
    **CELLS,
    "channel": "platos",
    "others": "none",
}
#: As well, but of two regions: eligible until the end of 2025, because it was recognised in time.
OF_TWO_REGIONS = {**ELIGIBLE, "member-1": "Gent", "inhabitants-1": "272657"}


def sent(client, fields, language="en", **changes):
    """Send a form, with some fields changed, and return what comes of it."""
    body = urlencode({**fields, **changes}).encode()
    return client.ask("POST", f"/?lang={language}", body, Content_Type=KIND)
