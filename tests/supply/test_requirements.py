"""What is installed is pinned, hashed and named without the place it comes from."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PINNED = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[\w.]+)(?P<marker> ; [^\\]+)?"
    r"(?P<hashes>(?: --hash=sha256:[0-9a-f]{64})+)"
)
#: An address, an option, a path, and what is pinned by an address instead of a version.
PLACE = re.compile(r"://|(?<![\w-])-[a-z]\b|--(?!hash=sha256:)|(?:^|\s)\.{0,2}/|@")

each_file = pytest.mark.parametrize(
    "path", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda path: path.stem
)


def requirements(text):
    """Return each requirement of a file as one line, without comments and blanks at its ends."""
    whole = re.sub(r"\s*\\\n\s*", " ", re.sub(r"(?m)^\s*#.*\n?", "", text))
    return [line.strip() for line in whole.splitlines() if line.strip()]


def unhashed(text):
    """Return the requirements that are not one name, one version and one hash or more."""
    return [line for line in requirements(text) if not PINNED.fullmatch(line)]


def places(text):
    """Return the lines that say where something comes from."""
    return [line for line in text.splitlines() if not line.startswith("#") and PLACE.search(line)]


@each_file
def test_every_requirement_is_pinned_with_hashes(path):
    """Each requirement is a name, one version and the hashes of its files, and nothing else."""
    text = path.read_text(encoding="utf-8")
    assert requirements(text)
    assert unhashed(text) == []


@each_file
def test_no_file_says_where_from(path):
    """No address, option or path stands in the file, so whoever installs chooses the source."""
    assert places(path.read_text(encoding="utf-8")) == []


@each_file
def test_nothing_stands_twice(path):
    """A package has one version in a file, or several under markers that tell them apart."""
    found = [PINNED.fullmatch(line) for line in requirements(path.read_text(encoding="utf-8"))]
    names = [(each["name"], each["marker"]) for each in found]
    assert len(set(names)) == len(names)


HASH = f"--hash=sha256:{'0' * 64}"


@pytest.mark.parametrize(
    "line",
    [
        "attrs==26.1.0",
        f"attrs>=26.1.0 \\\n    {HASH}",
        f"attrs \\\n    {HASH}",
        "attrs==26.1.0 \\\n    --hash=md5:0",
        f"attrs @ https://example.invalid/attrs.whl \\\n    {HASH}",
        "-r other.txt",
        "--index-url https://example.invalid/",
        "./attrs.whl",
        "-e .",
    ],
)
def test_the_search_finds_what_is_not_hashed(line):
    """What is not pinned, hashed weakly or not at all, or no package by name, is found."""
    sound = f"cattrs==26.2.1 \\\n    {HASH} \\\n    {HASH}\n    # via nobody\n"
    assert unhashed(sound) == []
    assert len(unhashed(f"{sound}{line}\n{sound}")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://example.invalid/",
        "--extra-index-url x",
        "-f wheels",
        "attrs @ file",
        "    # via -r https://example.invalid/requirements.txt",
        "../attrs.whl",
        "/attrs.whl",
    ],
)
def test_the_search_finds_places(line):
    """Addresses, options and paths are found wherever they stand."""
    assert places(f"attrs==26.1.0 \\\n    {HASH}\n{line}\n") == [line]


def test_the_lock_session_makes_every_file():
    """The files in requirements/ are those that ``nox -s lock`` makes, no more and no fewer."""
    (made,) = [
        ast.literal_eval(node.value)
        for node in ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "LOCKS"
    ]
    assert {path.stem for path in (ROOT / "requirements").iterdir()} == set(made)
