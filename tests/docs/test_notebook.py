"""The notebook is kept as text without outputs, and says wherever it shows what is assumed."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.py"))
#: What shows a frame or a picture, and from which argument on it says what it rests on.
SHOWING = {"table": 1, "drawn": 2}
LABEL = re.compile(r"\bASSUMED\b|\bassumed\b|\bpublic\b")

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells(text):
    """Return the cells of a text, each as its kind and what stands in it."""
    parts = re.split(r"^# %%(.*)\n", text, flags=re.MULTILINE)
    assert parts[0] == ""
    return list(zip((kind.strip() for kind in parts[1::2]), parts[2::2], strict=True))


def sections(text):
    """Return the words and the code below each heading of the second level."""
    found = {}
    heading = None
    for kind, inside in cells(text):
        words = re.sub(r"^# ?", "", inside, flags=re.MULTILINE) if kind == "[markdown]" else ""
        if title := re.match(r"## (.+)", words):
            heading = title[1]
        if heading is not None:
            found.setdefault(heading, []).append((words, inside if kind == "" else ""))
    return found


def unlabelled(code):
    """Return the lines of what is shown without a word on what it rests on."""
    return [
        call.lineno
        for call in ast.walk(ast.parse(code))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) in SHOWING
        and not LABEL.search(_said(call))
    ]


def _said(call):
    return " ".join(ast.unparse(each) for each in call.args[SHOWING[ast.unparse(call.func)] :])


def test_there_is_one():
    """There is a notebook to look at."""
    assert NOTEBOOKS


def test_no_output_is_kept():
    """Beside the sources nothing is kept: no notebook with outputs, and nothing of build."""
    beside = {path.name for path in (ROOT / "docs" / "notebooks").iterdir() if path.is_file()}
    assert beside == {path.name for path in NOTEBOOKS}
    if not (ROOT / ".git").exists():
        return
    listed = subprocess.run(
        ["git", "ls-files", "*.ipynb", "build"],  # noqa: S607 -- git of whoever runs the tests
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
        timeout=60,
    )
    assert listed.stdout == ""


@each_notebook
class TestSource:
    """The source is a script with marks for its cells, and nothing else."""

    def test_only_words_and_code(self, path):
        """Cells are Markdown, every line of it a comment, or Python; no output stands in them."""
        found = cells(path.read_text(encoding="utf-8"))
        assert {kind for kind, _ in found} == {"", "[markdown]"}
        for kind, inside in found:
            if kind == "[markdown]":
                assert all(line.startswith("#") for line in inside.splitlines() if line)
                assert "data:" not in inside
            else:
                ast.parse(inside)

    def test_no_magic(self, path):
        """It is plain Python: nothing is installed and no command is run by a cell."""
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"^\s*[%!]|^# [%!]\w", text, flags=re.MULTILINE)

    def test_no_outcome_is_official(self, path):
        """The first cell says that nothing here is official."""
        kind, inside = cells(path.read_text(encoding="utf-8"))[0]
        assert kind == "[markdown]"
        assert "No official outcome" in inside


@each_notebook
class TestAssumptions:
    """Whatever rests on an assumption says so where it is shown."""

    def test_every_heading(self, path):
        """Each section says in its heading whether what it shows is assumed or public."""
        found = sections(path.read_text(encoding="utf-8"))
        assert len(found) > 5
        assert [each for each in found if not re.search(r"assumed|public", each)] == []

    def test_every_table_and_picture(self, path):
        """Each table and each picture is labelled as assumed, or as public."""
        code = "\n".join(inside for kind, inside in cells(path.read_text("utf-8")) if kind == "")
        assert unlabelled(code) == []

    def test_no_map_is_drawn(self, path):
        """Tiles have no place, and each picture of municipalities says that it is no map."""
        text = path.read_text(encoding="utf-8")
        assert "geoshape" not in text
        assert not re.search(r"\b(latitude|longitude|projection)\b", text)
        pictures = re.findall(r'"[^"]*order of NIS code"', text)
        assert pictures
        assert all("no map" in each for each in pictures)


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("table(frame, ASSUMED)", []),
        ("table(frame, f'{ASSUMED}, and more')", []),
        ("table(frame, 'public: Statbel')", []),
        ("table(ASSUMED, 'figures')", [1]),
        ("drawn(chart, 'title', ASSUMED, words=words)", []),
        ("x = 1\ndrawn(chart, ASSUMED, words=ASSUMED)", [2]),
    ],
)
def test_what_is_not_labelled_is_found(code, lines):
    """A label counts where it is shown: below a title, or as the caption of a table."""
    assert unlabelled(code) == lines
