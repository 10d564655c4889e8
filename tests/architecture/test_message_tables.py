"""Every table of messages has each key in every language, with the same places."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module

import pytest

import wselr_rules
from wselr_rules.render.language import Language
from wselr_rules.render.templates import fields


def tables():
    """Give each table of messages of the package, with the module that it stands in."""
    for module in pkgutil.walk_packages(wselr_rules.__path__, "wselr_rules."):
        if module.name.endswith("messages"):
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, Mapping) and not name.startswith("_"):
                    yield f"{module.name}.{name}", value


ROWS = [
    pytest.param(row, id=f"{name}[{key}]") for name, table in tables() for key, row in table.items()
]


class TestTables:
    """The words of the library, all of them as data."""

    @pytest.mark.parametrize("row", ROWS)
    def test_every_language_with_the_same_places(self, row):
        """No language lacks a sentence, and none is given a value that another is not."""
        assert set(row) == set(Language)
        places = {fields(template) for template in row.values()}
        assert len(places) == 1

    @pytest.mark.parametrize("row", ROWS)
    def test_no_sentence_is_empty(self, row):
        """A sentence says something, and no space hangs off its ends."""
        for template in row.values():
            assert template == template.strip() != ""
