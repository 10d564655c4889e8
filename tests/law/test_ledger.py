"""The ledger holds every sentence of the text of record, and what encodes it is there."""

from __future__ import annotations

import pickle
from importlib import import_module
from itertools import combinations
from pathlib import Path

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError

from wselr_rules.law.citations import (
    DECREE_ON_PLANNING_BURDEN,
    ORDER_ON_THE_DIRECTOR_ROLE,
    REGION_DECREE,
    SUPPORT_DECREE,
)
from wselr_rules.law.ledger import LEDGER, Sentence, SentenceKind, citation, sentence

# “Het lokale bestuur als regisseur”, a public page of the Flemish Government (Departement Werk
# en Sociale Economie), as it read when the call was open. It is the text of record. A no-break
# space in it is a matter of typesetting, so it is read as a space.
LINES = (
    Path(__file__)
    .with_name("het-lokale-bestuur-als-regisseur.txt")
    .read_text(encoding="utf-8")
    .replace("\u00a0", " ")
    .split("\n")
)

RULE, PARAMETER, DEADLINE, CITATION, CONTEXT = (
    SentenceKind.RULE,
    SentenceKind.PARAMETER,
    SentenceKind.DEADLINE,
    SentenceKind.CITATION,
    SentenceKind.CONTEXT,
)
BINDING = {RULE, PARAMETER, DEADLINE}

#: The lines that each sentence stands in, and what it does.
SENTENCES = {
    "S01": ([3], {CONTEXT}),
    "S02": ([7], {CONTEXT}),
    "S03": ([9], {PARAMETER}),
    "S04": ([11], {PARAMETER}),
    "S05": ([13], {PARAMETER}),
    "S06": ([15], {PARAMETER}),
    "S07": ([17], {PARAMETER}),
    "S08": ([19], {RULE}),
    "S09": ([28], {RULE}),
    "S10": ([29], {RULE}),
    "S11": ([30], {RULE}),
    "S12": ([31], {RULE}),
    "S13": ([35], {RULE}),
    "S14": ([39], {RULE, DEADLINE}),
    "S15": ([40], {RULE, DEADLINE}),
    "S16": ([41], {RULE, DEADLINE}),
    "S17": ([45], {PARAMETER, RULE}),
    "S18": ([49], {PARAMETER, RULE}),
    "S19": ([50], {PARAMETER, RULE}),
    "S20": ([51], {PARAMETER, RULE}),
    "S21": ([55], {RULE}),
    "S22": ([61, 62, 63, 64], {CITATION}),
    "S23": ([24], {CONTEXT}),
    "S24": ([20, 57, 66], {CONTEXT}),
    "S25": ([1, 5, 22, 26, 33, 37, 43, 53, 59], {CONTEXT}),
    "S26": ([47], {RULE}),
}

#: The words on which a decision hangs, and the sentence whose quote must hold them.
BINDING_WORDS = [
    ("S03", "De 4 Vlaamse beleidsprioriteiten"),
    ("S08", "minimaal één actie per beleidsprioriteit per jaar"),
    ("S09", "minimaal 60.000 inwoners"),
    ("S10", "centrumsteden kunnen apart indienen of als partner"),
    ("S11", "geen ondergrens"),
    ("S12", "maar van één lokaal regieverband"),
    ("S13", "maximaal even groot zijn als de referentieregio"),
    ("S14", "tot ten laatste 1/1/2026"),
    ("S15", "voor 1/1/2023"),
    ("S16", "die zich uitbreiden of wijzigen"),
    ("S17", "3 miljoen euro"),
    ("S18", "40%"),
    ("S19", "20%"),
    ("S20", "40% van de subsidie wordt gelijk verdeeld"),
    ("S21", "2023-2025 en/of via de online applicatie Platos"),
    ("S26", "goedgekeurde aanvraag zal pro rata"),
]

each_row = pytest.mark.parametrize("row", LEDGER, ids=lambda row: row.id)


def quotes_of(row):
    """Return the operative words of a row, each with the line it says they stand in."""
    return [(quote.line, quote.words) for quote in row.quotes]


def named(dotted):
    """Return what a dotted name below ``wselr_rules`` names, down to a field of a class.

    Raises LookupError for a name that names nothing.
    """
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = import_module(".".join(["wselr_rules", *parts[:length]]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = member(found, part)
        return found
    raise LookupError(dotted)


def member(owner, name):
    """Return the member of a module or class; a field of an attrs class counts as one."""
    if isinstance(owner, type) and attrs.has(owner) and name in attrs.fields_dict(owner):
        return attrs.fields_dict(owner)[name]
    if not hasattr(owner, name):
        raise LookupError(name)
    return getattr(owner, name)


class TestTheText:
    """Nothing of the text of record is left out of the ledger, and nothing is added to it."""

    def test_the_text_of_record_is_the_page(self):
        """The fixture holds the page from its title to its last line."""
        assert LINES[0] == "Het lokale bestuur als regisseur"
        assert LINES[-1].strip().endswith("raadplegen in de Vlaamse Codex.")
        assert len(LINES) == 66

    def test_every_line_that_is_not_blank_is_in_a_row(self):
        """Whoever adds a line to the text must say in the ledger what it does."""
        quoted = {line for row in LEDGER for line, _ in quotes_of(row)}
        written = {number for number, line in enumerate(LINES, start=1) if line.strip()}
        assert written - quoted == set(), "lines of the text in no row of the ledger"
        assert quoted - written == set(), "rows of the ledger on a line without words"

    @each_row
    def test_every_quote_stands_in_its_line(self, row):
        """The words of a row are those of the text, letter by letter."""
        wrong = [(line, words) for line, words in quotes_of(row) if words not in LINES[line - 1]]
        assert wrong == [], f"{row.id} quotes what its line does not say"

    @each_row
    def test_every_quote_has_words(self, row):
        """A quote is more than space, so that standing in its line says something."""
        assert all(words.strip() == words != "" for _, words in quotes_of(row))

    def test_no_line_is_claimed_by_two_rows(self):
        """One line, one row: a rule is found in one place."""
        lines = [line for row in LEDGER for line, _ in quotes_of(row)]
        assert len(lines) == len(set(lines))

    @pytest.mark.parametrize(("sentence_id", "words"), BINDING_WORDS)
    def test_the_binding_words_are_in_the_quote(self, sentence_id, words):
        """Numbers, dates and the words that bind are quoted, not the words around them."""
        assert any(words in quoted for _, quoted in quotes_of(sentence(sentence_id)))


class TestRows:
    """Twenty-six sentences, each with its kind and with what encodes it."""

    def test_ids(self):
        """S01 to S26, in order, each once."""
        assert [row.id for row in LEDGER] == list(SENTENCES)
        assert list(SENTENCES) == [f"S{number:02}" for number in range(1, 27)]

    @each_row
    def test_lines_and_kinds(self, row):
        """Each sentence stands in its lines and does what it does in the text."""
        lines, kinds = SENTENCES[row.id]
        assert [line for line, _ in quotes_of(row)] == lines
        assert set(row.kinds) == kinds
        assert len(row.kinds) == len(kinds)

    @each_row
    def test_what_binds_is_encoded(self, row):
        """A rule, a deadline or a parameter names the code that encodes it; context none."""
        if BINDING & set(row.kinds):
            assert row.encoded_by, f"{row.id} binds and no code is named"
        if CONTEXT in row.kinds:
            assert row.encoded_by == (), f"{row.id} is context and names code"

    @each_row
    def test_what_encodes_it_exists(self, row):
        """Every dotted name below the package leads to something that is not empty."""
        for dotted in row.encoded_by:
            assert named(dotted) is not None, f"{row.id}: {dotted}"
        assert len(set(row.encoded_by)) == len(row.encoded_by)

    @each_row
    def test_a_rule_is_encoded_by_a_function(self, row):
        """A rule names at least one thing that can be called, not a number alone."""
        if RULE in row.kinds:
            assert any(callable(named(dotted)) for dotted in row.encoded_by)

    @pytest.mark.parametrize(
        "dotted",
        [
            "law.nothing",
            "nothing",
            "law.call.OpenCall.nothing",
            "law.terms.PolicyPriority.NOTHING",
            "law.call.OpenCall.budget.nothing",
        ],
    )
    def test_a_wrong_name_would_be_found(self, dotted):
        """The check of names bites: one that leads nowhere is an error."""
        with pytest.raises(LookupError):
            named(dotted)

    @pytest.mark.parametrize(
        ("sentence_id", "dotted"),
        [
            ("S04", "law.terms.PolicyPriority.DIRECTOR_ROLE"),
            ("S05", "law.terms.PolicyPriority.EMPLOYMENT"),
            ("S06", "law.terms.PolicyPriority.ENTREPRENEURSHIP"),
            ("S07", "law.terms.PolicyPriority.COOPERATION"),
            ("S08", "law.call.OpenCall.minimum_actions"),
            ("S09", "law.call.OpenCall.minimum_inhabitants"),
            ("S14", "law.call.OpenCall.existing_fit_deadline"),
            ("S15", "law.call.OpenCall.new_fit_deadline"),
            ("S16", "domain.regieverband.RegieVerband.standing_on"),
            ("S17", "law.call.OpenCall.budget"),
            ("S18", "law.terms.AllocationKey.WORKING_AGE_POPULATION"),
            ("S19", "law.terms.AllocationKey.JOB_SEEKERS"),
            ("S20", "law.terms.AllocationKey.EQUAL_PARTS"),
            ("S21", "law.call.OpenCall.channels"),
            ("S22", "law.citations.DECREE_ON_PLANNING_BURDEN"),
        ],
    )
    def test_each_parameter_is_named_where_it_stands(self, sentence_id, dotted):
        """A number or term of a sentence is among what encodes that sentence."""
        assert dotted in sentence(sentence_id).encoded_by

    def test_the_four_acts_of_the_legal_framework(self):
        """S22 names the four acts of the page, in its order."""
        assert [named(dotted) for dotted in sentence("S22").encoded_by] == [
            SUPPORT_DECREE,
            ORDER_ON_THE_DIRECTOR_ROLE,
            DECREE_ON_PLANNING_BURDEN,
            REGION_DECREE,
        ]

    def test_rows_are_values(self):
        """They hash, compare, pickle, and cannot be changed."""
        assert len(set(LEDGER)) == 26
        assert all(one != other for one, other in combinations(LEDGER, 2))
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(LEDGER, protocol)) == LEDGER  # noqa: S301
        for value, name in ((LEDGER[0], "id"), (LEDGER[0].quotes[0], "line")):
            with pytest.raises(FrozenInstanceError):
                setattr(value, name, None)

    def test_an_act_is_named(self):
        """The act of a row is told by its name alone."""
        first = LEDGER[0]
        told = (first.id, first.quotes, first.kinds, first.encoded_by)
        assert Sentence(*told, act=first.act) == first
        with pytest.raises(TypeError):
            Sentence(*told, first.act)


class TestLookUp:
    """A sentence is found by its id."""

    @each_row
    def test_by_id(self, row):
        """The row of an id is the one in the ledger, and its citation follows from it."""
        assert sentence(row.id) is row
        assert citation(row.id) == row.citation
        assert row.citation.sentence_id == row.id
        assert row.citation.lines == tuple(SENTENCES[row.id][0])
        assert row.citation.act is row.act

    @pytest.mark.parametrize("ask", [sentence, citation])
    def test_an_unknown_id(self, ask):
        """There is no twenty-seventh sentence."""
        with pytest.raises(KeyError, match="S27"):
            ask("S27")

    def test_the_act_that_gives_the_authority(self):
        """The order on the director role, and for where the role comes from the decree."""
        assert sentence("S01").act is SUPPORT_DECREE
        assert {row.act for row in LEDGER[1:]} == {ORDER_ON_THE_DIRECTOR_ROLE}


ORDER = (
    "Besluit van de Vlaamse Regering van 29 april 2022 tot bepaling van de lokale regierol van "
    "de gemeenten op het vlak van sociale economie en werk (numac 2022020906)"
)
PAGE = "Vlaamse overheid, “Het lokale bestuur als regisseur”"


@pytest.mark.parametrize(
    ("sentence_id", "printed"),
    [
        ("S09", f"S09: {PAGE}, regel 28; {ORDER}"),
        ("S14", f"S14: {PAGE}, regel 39; {ORDER}"),
        ("S22", f"S22: {PAGE}, regels 61, 62, 63, 64; {ORDER}"),
        (
            "S01",
            (
                f"S01: {PAGE}, regel 3; Decreet van 17 februari 2012 betreffende de ondersteuning"
                " van het ondernemerschap op het vlak van de sociale economie en de stimulering "
                "van het maatschappelijk verantwoord ondernemen, hoofdstuk 9, artikel 15, "
                "vervangen bij het decreet van 15 juli 2022"
            ),
        ),
    ],
)
def test_printed_as_a_jurist_cites(sentence_id, printed):
    """The sentence, the page with its line, then the act with its full title and number."""
    assert str(citation(sentence_id)) == printed
