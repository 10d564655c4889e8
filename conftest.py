"""Every example in README, docs and docstrings is run as it stands there.

A line of the form ``>>> expression`` is compared with the output below it; a fenced Python
block without such lines is run and must not fail.
"""

from __future__ import annotations

from doctest import NORMALIZE_WHITESPACE

from sybil import Sybil
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

_DOCUMENTS = Sybil(
    parsers=[
        DocTestDirectiveParser(optionflags=NORMALIZE_WHITESPACE),
        PythonCodeBlockParser(doctest_optionflags=NORMALIZE_WHITESPACE),
        SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
)

_DOCSTRINGS = Sybil(
    parsers=[DocTestParser(optionflags=NORMALIZE_WHITESPACE)],
    path="src",
    patterns=["*.py"],
)

pytest_collect_file = (_DOCUMENTS + _DOCSTRINGS).pytest()
