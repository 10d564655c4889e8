"""The model is another telling than the library's, and itself tells what the text says."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

from tests import model
from tests.worlds.library import CRITERIA

from wselr_rules.law.ledger import LEDGER, SentenceKind


def test_it_knows_nothing_of_the_library():
    """It imports nothing of it, so that no fault of the one can be in the other."""
    tree = ast.parse(Path(model.__file__).read_text(encoding="utf-8"))
    imported = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None), *(each.name for each in node.names)]
        if name
    }
    assert not {name for name in imported if "wselr" in name or name.startswith("tests")}


def test_it_tells_every_rule_of_the_library():
    """There is a function for each criterion, by its id, and one for the whole."""
    assert {*model.RULES, "eligible"} == set(CRITERIA)


def test_it_quotes_every_sentence_on_who_may_be_approved():
    """Each sentence of the ledger that is a rule, but for those on the money, is quoted."""
    source = Path(model.__file__).read_text(encoding="utf-8")
    money = {"S17", "S18", "S19", "S20", "S26"}
    rules = {row.id for row in LEDGER if SentenceKind.RULE in row.kinds} - money
    assert {each for each in rules if each not in source} == set()


def test_a_case_of_the_text_worked_by_hand():
    """Two towns in two regions: existing, it has until 1 January 2026; new, it may not at all."""
    towns = [
        model.Period(date(2020, 1, 1), None, model.Town(code, model.always(region), 30_000))
        for code, region in (("90001", "north"), ("90002", "south"))
    ]
    known = {
        "plan": tuple(model.Action(each, model.YEARS) for each in model.PRIORITIES),
        "channels": ("Platos",),
    }
    existing, new = (
        model.World(model.always("project"), tuple(towns), recognised, **known)
        for recognised in (date(2022, 4, 28), date(2022, 4, 29))
    )
    days = (date(2022, 12, 31), date(2023, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
    assert [model.eligible(existing, day, {}) for day in days] == [True, True, True, False]
    assert [model.eligible(new, day, {}) for day in days] == [True, False, False, False]
