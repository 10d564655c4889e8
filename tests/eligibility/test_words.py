"""How the facts that can be missing, and the terms of the text, are called in each language."""

from __future__ import annotations

import pytest
from tests.eligibility.stories import MET, NOT_MET, OUTSIDE, UNKNOWN, applies, finding

from wselr_rules.domain.standing import Standing
from wselr_rules.eligibility.finding import Missing
from wselr_rules.eligibility.rules import ENOUGH_INHABITANTS
from wselr_rules.eligibility.words import FACTS, LABELS, in_words
from wselr_rules.law.terms import LegalForm, SubmissionChannel
from wselr_rules.render.language import Language

FACTS_OF_X = {
    "approved": ("welke aanvragen zijn goedgekeurd", "which applications have been approved"),
    "channels": ("het indieningskanaal van X", "the channel of X"),
    "complete": (
        "of er andere aanvragen zijn dan de bekende",
        "whether there are other applications than the known ones",
    ),
    "derogations": ("de toegestane afwijkingen voor X", "the deviations granted to X"),
    "inhabitants": ("het aantal inwoners van X", "the number of inhabitants of X"),
    "is_centrumstad": ("of X een centrumstad is", "whether X is a centrumstad"),
    "job_seekers": ("het aantal werkzoekenden van X", "the number of job seekers of X"),
    "legal_form": ("de rechtsvorm van X", "the legal form of X"),
    "membership": ("het lidmaatschap van X", "the membership of X"),
    "plan": ("het plan van X", "the plan of X"),
    "planned_by": ("in wiens plan actie X staat", "in whose plan action X stands"),
    "recognised_on": ("de erkenningsdatum van X", "the day of recognition of X"),
    "reference_region": ("de referentieregio van X", "the reference region of X"),
    "submitted_on": ("de indieningsdatum van X", "the day of submission of X"),
    "working_age_population": (
        "de bevolking op beroepsactieve leeftijd van X",
        "the population of working age of X",
    ),
}
TERMS = {
    LegalForm.MUNICIPALITY: ("gemeente", "municipality alone"),
    LegalForm.OTHER: ("andere rechtsvorm", "another legal form"),
    OUTSIDE: ("buiten het Vlaamse Gewest", "outside the Flemish Region"),
    SubmissionChannel.MULTI_ANNUAL_PLAN: ("het meerjarenplan", "the multi-annual plan"),
    Standing.EXISTING: ("bestaand", "existing"),
    Standing.CHANGED: ("gewijzigd", "changed"),
    Standing.NEW: ("nieuw", "new"),
    MET: ("voldaan", "met"),
    NOT_MET: ("niet voldaan", "not met"),
    UNKNOWN: ("onbeslist", "undecided"),
}


@pytest.mark.parametrize("fact", FACTS_OF_X)
def test_a_fact(fact):
    """What is not known of X is told as one would ask for it."""
    missing = Missing(fact, "", "X")
    assert (missing.text("nl"), missing.text("en")) == FACTS_OF_X[fact]


@pytest.mark.parametrize("term", TERMS)
def test_a_term(term):
    """A term that is not said by its Dutch value is said in the words of each language."""
    told = tuple(in_words("{term}", {"term": term}, language) for language in Language)
    assert told == TERMS[term]


def test_a_figure_without_a_source():
    """Nothing stands behind a figure of which it is not told where it comes from."""
    found = finding(applies(), criterion=ENOUGH_INHABITANTS)
    told = in_words(found.message, found.arguments, Language.NL)
    assert told.startswith("80.000 inwoners, minstens 60.000 vereist")


def test_none_is_left_out():
    """Every fact and every term of the tables is read above."""
    assert (FACTS.keys(), LABELS.keys()) == (FACTS_OF_X.keys(), TERMS.keys())
