"""The pages of the law show the whole text, and the code and claims that are there."""

from __future__ import annotations

import ast
import re
from html import unescape
from importlib import import_module
from pathlib import Path

import pytest
from docs._ext import criterion_tree, law_text

from wselr_rules import ELIGIBLE, INTERPRETATIONS, LEDGER, RULES
from wselr_rules.eligibility.criteria import Combination

ROOT = Path(__file__).parents[2]
#: The pages that show lines of the text, in their order.
PAGES = sorted(
    (path for path in (ROOT / "docs" / "law").glob("*.md") if law_text.ranges_of(path)),
    key=lambda path: law_text.ranges_of(path)[0].start,
)
MADE = {
    path.stem: "\n".join(
        law_text.markdown(f"{lines.start}-{lines.stop - 1}") for lines in law_text.ranges_of(path)
    )
    for path in PAGES
}
WHOLE = "\n".join(MADE.values())
TEXT = re.sub(r"<[^>]+>", "", WHOLE)

each_row = pytest.mark.parametrize("row", LEDGER, ids=lambda row: row.id)


def section_of(row):
    """Return what the pages show of a sentence, wherever its lines stand."""
    parts = re.split(r"^## (?=S\d\d, )", WHOLE, flags=re.MULTILINE)
    return "\n".join(part for part in parts if part.startswith(f"{row.id}, "))


class TestTheText:
    """The pages together are the text of record, each line once and beside its sentence."""

    def test_every_line_is_shown_once(self):
        """The pages share out all lines of the text, with none left out and none twice."""
        shown = [line for path in PAGES for lines in law_text.ranges_of(path) for line in lines]
        written = {number for number, line in enumerate(law_text.LINES, 1) if line.strip()}
        assert written <= set(shown)
        assert len(shown) == len(set(shown))

    def test_every_line_is_shown_as_it_stands(self):
        """No word of a line is lost or changed between the stored text and the page."""
        lines = [line.strip() for line in law_text.LINES if line.strip()]
        assert [line for line in lines if line not in unescape(TEXT)] == []

    @each_row
    def test_the_operative_words_are_marked(self, row):
        """The words that the ledger quotes are marked; of a heading nothing is."""
        marked = re.findall(r"<mark>(.+?)</mark>", section_of(row))
        quoted = [quote.words for quote in row.quotes]
        assert [unescape(words) for words in marked] == ([] if row.id == "S25" else quoted)


class TestTheCode:
    """Beside each sentence stands what encodes it."""

    @each_row
    def test_what_encodes_it_is_named(self, row):
        """Each name of the ledger stands there: its source, its value, or where that is shown."""
        section = section_of(row)
        lost = [
            dotted
            for dotted in row.encoded_by
            if dotted not in section
            and f"def {dotted.rpartition('.')[2]}(" not in section
            and f"class {dotted.rpartition('.')[2]}(" not in section
            and f"OPEN_CALL_2023_2025.{dotted.rpartition('.')[2]}`" not in section
        ]
        assert lost == []

    def test_every_rule_is_shown_as_it_is_written(self):
        """The function of each rule stands on the pages, letter by letter."""
        for rule in RULES:
            file = ROOT / "src" / f"{rule.rule.__module__.replace('.', '/')}.py"
            source = file.read_text(encoding="utf-8")
            (node,) = [
                each
                for each in ast.parse(source).body
                if isinstance(each, ast.FunctionDef) and each.name == rule.rule.__name__
            ]
            assert ast.get_source_segment(source, node) in WHOLE

    @pytest.mark.parametrize(
        ("sentence_id", "shown"),
        [("S09", "60,000"), ("S14", "2026-01-01"), ("S17", "3,000,000.00"), ("S19", "20 %")],
    )
    def test_a_number_is_shown_as_it_is(self, sentence_id, shown):
        """The numbers and dates of the call stand beside their sentence."""
        assert shown in section_of(LEDGER[int(sentence_id[1:]) - 1])

    def test_every_claim_of_the_tests_is_shown(self):
        """Whatever a class of tests claims of its sentence stands there; a sentence has some."""
        claimed = {row.id: law_text.claims(row.id) for row in LEDGER}
        assert sum(map(bool, claimed.values())) == 20
        for row in LEDGER:
            assert [claim for claim in claimed[row.id] if f"- {claim}" not in section_of(row)] == []

    def test_what_is_left_open_is_named(self):
        """Each sentence that a reading is about says which."""
        for each in INTERPRETATIONS:
            for sentence in each.sentences:
                section = section_of(LEDGER[int(sentence[1:]) - 1])
                assert f"[{each.id}](#reading-{each.id.lower()})" in section


@pytest.fixture(scope="module")
def drawn():
    """Return the drawing of the criterion of the call."""
    return criterion_tree.svg(ELIGIBLE)


class TestTheDrawing:
    """The drawing of a criterion is made of its parts."""

    def test_every_part_is_drawn(self, drawn):
        """Each rule of the call has its box, with its id, and each whole says what it needs."""
        assert list(criterion_tree.leaves(ELIGIBLE)) == list(RULES)
        assert [each.id for each in RULES if f">{each.id}</text>" not in drawn] == []
        assert drawn.count("<rect") == len(RULES) + 3
        assert re.findall(r">(\w+): ([\w ]+)</text>", drawn) == [
            ("eligible", "all of these"),
            ("applicant", "one of these is enough"),
            ("partnership", "all of these"),
        ]

    def test_every_sentence_is_linked(self, drawn):
        """The sentences of each rule lead to the page and the place where they stand."""
        for rule in RULES:
            for sentence in rule.sentences:
                assert f"{law_text.page_of(sentence)}.html#law-{sentence.lower()}" in drawn
                assert f"(law-{sentence.lower()})=" in MADE[law_text.page_of(sentence)]

    def test_another_criterion_is_drawn_otherwise(self):
        """The drawing follows the criterion, also where it is turned round."""
        turned = criterion_tree.svg(~RULES[0])
        assert "not this" in turned
        assert turned.count("<rect") == 2
        assert isinstance((~RULES[0]).rule, Combination)


@pytest.fixture(scope="module")
def readings():
    """Return what makes the page of the readings; it reads the examples as scripts do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "docs" / "examples"))
        return import_module("docs._ext.readings_on_the_call")


class TestTheReadings:
    """What each reading changes on the call of the example is asked of the library."""

    def test_every_other_reading_is_told(self, readings):
        """Each question has a section, with its default and every alternative in words."""
        made = readings.markdown("alone")
        for each in INTERPRETATIONS:
            assert f"(reading-{each.id.lower()})=\n## {each.id}: " in made
            assert f"**Default, `{each.default.value}`**: " in made
            for other in each.alternatives:
                assert f"**Otherwise, `{other.value}`**: " in made

    def test_what_it_changes_is_what_the_library_finds(self, readings):
        """An effect is told if and only if there is one, with the number of amounts."""
        made = readings.markdown("alone")
        for each in INTERPRETATIONS:
            section = made.partition(f"## {each.id}: ")[2].partition("\n(reading-")[0]
            changes = [
                effect
                for case in readings.cases()
                for effect in case.found.effects
                if effect.choice.interpretation_id == each.id
            ]
            assert bool(changes) == (" amounts change" in section or " to undecided" in section)

    def test_whatever_is_assumed_is_labelled(self, readings):
        """Each figure stands behind the assumptions that it rests on."""
        made = readings.markdown("alone") + readings.markdown("together")
        figures = [line for line in made.splitlines() if "€" in line]
        assert figures
        assert [line for line in figures if "assumed: A1 to A7" not in line] == []
