"""CITATION.cff can be read by what reads such files."""

from __future__ import annotations

from pathlib import Path

import pytest
from cffconvert.citation import Citation
from jsonschema.exceptions import ValidationError

TEXT = (Path(__file__).parents[2] / "CITATION.cff").read_text(encoding="utf-8")


def test_it_is_valid():
    """It conforms to the schema of version 1.2.0, which it says that it follows."""
    assert Citation(TEXT).cffobj["cff-version"] == "1.2.0"
    Citation(TEXT).validate()


def test_the_schema_bites():
    """Without its title, or with an author who is a word, it does not conform."""
    for wrong in (
        TEXT.replace("title: wselr_rules\n", ""),
        TEXT.replace("- name: the wselr_rules contributors", "- somebody"),
    ):
        assert wrong != TEXT
        with pytest.raises(ValidationError):
            Citation(wrong).validate()


def test_what_is_made_of_it():
    """A reference that is made of it names the contributors, the year and the version."""
    expected = "the wselr_rules contributors (2026). wselr_rules (version 0.1.0)."
    assert Citation(TEXT).as_apalike().strip() == expected
    assert "author = {the wselr_rules contributors}" in Citation(TEXT).as_bibtex()
