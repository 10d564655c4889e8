"""Whoever uses the package owes no more than a notice for what comes with it."""

from __future__ import annotations

from email.message import Message
from importlib.metadata import Distribution

import pytest
from tests.supply.licences import OF_TOOLS, PERMISSIVE, is_allowed, needed_by, stated


class Stated(Distribution):
    """A package that is not there, with these metadata."""

    headers = ()

    @property
    def metadata(self):
        message = Message()
        for name, value in self.headers:
            message[name.replace("_", "-")] = value
        return message

    def read_text(self, filename):
        raise NotImplementedError(filename)

    def locate_file(self, path):
        raise NotImplementedError(path)


def test_what_the_package_needs_is_permissive():
    """Everything that is needed to run it, and what that needs, has a permissive licence."""
    found = {name: stated(package) for name, package in needed_by("wselr_rules").items()}
    assert {"attrs", "cattrs", "python-dateutil"} <= set(found)
    assert [pair for pair in found.items() if not is_allowed(pair[1], PERMISSIVE)] == []


def test_what_a_dependency_needs_is_found_too():
    """It looks further than the three that the package names."""
    assert "typing-extensions" in needed_by("cattrs")
    assert "typing-extensions" in needed_by("wselr_rules")


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"License_Expression": "MIT OR GPL-2.0-only", "License": "other"}, "MIT OR GPL-2.0-only"),
        ({"Classifier": "License :: OSI Approved :: MIT License", "License": "long"}, "MIT"),
        ({"License": "Apache 2.0"}, "Apache-2.0"),
        ({"License": "Some text\nthat is long"}, "Some text"),
        ({"Classifier": "License :: Other/Proprietary License"}, "nothing"),
        ({}, "nothing"),
    ],
)
def test_what_a_package_states(headers, expected):
    """An expression counts first, then the classifiers, then the text; nothing is guessed."""
    package = Stated()
    package.headers = headers.items()
    assert stated(package) == expected


@pytest.mark.parametrize(
    ("licence", "to_run", "to_develop"),
    [
        ("MIT", True, True),
        ("Apache-2.0 AND MIT", True, True),
        ("GPL-3.0-only OR MIT AND BSD-3-Clause", True, True),
        ("MIT AND GPL-3.0-only OR GPL-3.0-only", False, False),
        ("MIT AND (GPL-3.0-only OR MIT)", False, False),
        ("MPL-2.0", False, True),
        ("LGPL", False, True),
        ("GPL-3.0-only", False, False),
        ("nothing", False, False),
    ],
)
def test_what_is_allowed(licence, to_run, to_develop):
    """All of AND and some side of OR must be allowed; weak copyleft is for tools alone."""
    assert is_allowed(licence, PERMISSIVE) is to_run
    assert is_allowed(licence, OF_TOOLS) is to_develop
