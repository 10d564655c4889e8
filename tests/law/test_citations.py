"""The acts are cited as a jurist writes them, and no more precisely than is known."""

from __future__ import annotations

import copy
import pickle
import re
from datetime import date

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from wselr_rules.law import citations
from wselr_rules.law.citations import (
    DECREE_ON_PLANNING_BURDEN,
    GOVERNMENT_NOTE_ON_REGIONS,
    ORDER_IN_FORCE,
    ORDER_ON_THE_DIRECTOR_ROLE,
    REGION_DECREE,
    REGION_DECREE_IN_FORCE,
    SUPPORT_DECREE,
    TEXT_OF_RECORD,
    Act,
    Citation,
)

ACTS = [value for value in vars(citations).values() if isinstance(value, Act)]


#: As they stand at the head of a Flemish act.
PRINTED = [
    (
        SUPPORT_DECREE,
        (
            "Decreet van 17 februari 2012 betreffende de ondersteuning van het ondernemerschap "
            "op het vlak van de sociale economie en de stimulering van het maatschappelijk "
            "verantwoord ondernemen, hoofdstuk 9, artikel 15, vervangen bij het decreet van 15 "
            "juli 2022"
        ),
    ),
    (
        ORDER_ON_THE_DIRECTOR_ROLE,
        (
            "Besluit van de Vlaamse Regering van 29 april 2022 tot bepaling van de lokale "
            "regierol van de gemeenten op het vlak van sociale economie en werk (numac "
            "2022020906)"
        ),
    ),
    (
        DECREE_ON_PLANNING_BURDEN,
        (
            "Decreet van 15 juli 2011 houdende vaststelling van de algemene regels waaronder in "
            "de Vlaamse Gemeenschap en het Vlaamse Gewest periodieke plan- en "
            "rapporteringsverplichtingen aan lokale besturen kunnen worden opgelegd (numac "
            "2011203932)"
        ),
    ),
    (REGION_DECREE, "Decreet van 3 februari 2023 over de regiovorming"),
    (
        GOVERNMENT_NOTE_ON_REGIONS,
        "Nota van de Vlaamse Regering van 4 februari 2022 over de regiovorming",
    ),
]


@pytest.mark.parametrize(("act", "printed"), PRINTED)
def test_printed_as_a_jurist_cites(act, printed):
    """Kind, date and subject, then the part that matters and the number where it is known."""
    assert str(act) == printed


def test_every_act_is_looked_at():
    """There are five acts, and each is printed above."""
    assert [act for act, _ in PRINTED] == ACTS


@pytest.mark.parametrize(
    ("act", "short", "in_force"),
    [
        (SUPPORT_DECREE, "Ondersteuningsdecreet", date(2023, 1, 1)),
        (ORDER_ON_THE_DIRECTOR_ROLE, "Besluit lokale regierol", date(2023, 1, 1)),
        (DECREE_ON_PLANNING_BURDEN, "Planlastendecreet", None),
        (REGION_DECREE, "Regiodecreet", date(2023, 3, 19)),
        (GOVERNMENT_NOTE_ON_REGIONS, "Nota regiovorming", None),
    ],
)
def test_short_titles_and_days_of_effect(act, short, in_force):
    """What it is called, and since when it has effect; None where that was not found."""
    assert (act.short_title, act.in_force) == (short, in_force)


def test_the_days_that_others_use():
    """The order takes effect on 1 January 2023, the Regiodecreet on 19 March 2023."""
    assert date(2023, 1, 1) == ORDER_IN_FORCE
    assert date(2023, 3, 19) == REGION_DECREE_IN_FORCE


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.short_title)
def test_no_article_that_was_not_read(act):
    """Only article 15 of the Ondersteuningsdecreet is known; no other act names an article."""
    articles = re.findall(r"artikel (\w+)", str(act))
    assert articles == (["15"] if act is SUPPORT_DECREE else [])


def test_a_citation_of_one_line_and_of_more():
    """The Dutch word for a line follows the number of lines."""
    one = Citation("S12", (31,), REGION_DECREE)
    act = "Decreet van 3 februari 2023 over de regiovorming"
    assert str(one) == f"S12: {TEXT_OF_RECORD}, regel 31; {act}"
    assert str(evolve(one, lines=(31, 35))) == f"S12: {TEXT_OF_RECORD}, regels 31, 35; {act}"


@pytest.mark.parametrize("value", [*ACTS, Citation("S12", (31,), REGION_DECREE)], ids=str)
def test_they_are_values(value):
    """They hash, compare, pickle and copy, and cannot be changed."""
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(value, protocol)) == value  # noqa: S301
    assert copy.deepcopy(value) == copy.copy(value) == value
    assert len({value, copy.deepcopy(value)}) == 1
    with pytest.raises(FrozenInstanceError):
        value.kind = "Wet"
