"""The repository holds no trace of the machine that it was written on, and no broken link."""

from __future__ import annotations

import re
import subprocess
import urllib.parse
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]

#: Written in pieces, so that this file does not hold what it looks for.
REGISTRIES = ["pypi" + ".org", "python" + "hosted", "npm" + "js", "devpi" + "/", "/sim" + "ple/"]
HOMES = re.compile(
    r"(?<![\w.~*/}-])/(?:" + "|".join(["wo" + "rk", "ro" + "ot", "ho" + "me"]) + ")/"
)


def _files() -> list[Path]:
    """List the files under version control and those about to be; none outside of it."""
    if not (ROOT / ".git").exists():
        return []
    run = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
        timeout=60,
    )
    files = [ROOT / name for name in run.stdout.split("\0") if name]
    return sorted(path for path in files if path.is_file())


def _texts():
    for path in _files():
        try:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def test_no_file_names_a_registry_or_a_folder_of_one_machine():
    """No file holds the host of a package registry or an absolute path of a machine."""
    found = [
        f"{path}:{number}"
        for path, text in _texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if any(host in line for host in REGISTRIES) or HOMES.search(line)
    ]
    assert found == []


def _documents() -> list[Path]:
    return [path for path in _files() if path.suffix == ".md"]


def _tokens(text: str):
    for token in MarkdownIt("commonmark").parse(text):
        yield token
        yield from token.children or []


def _anchors(text: str) -> set[str]:
    """Return the anchors that the headings of a page get where Markdown is shown."""
    headings = re.findall(r"^#+\s+(.+?)\s*$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in headings}


@pytest.mark.parametrize("document", _documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_inside_the_repository_leads_somewhere(document):
    """A relative link of a document names a file that is there, and a heading that it has."""
    broken = []
    for token in _tokens(document.read_text(encoding="utf-8")):
        link = str(token.attrGet("href") or token.attrGet("src") or "")
        parts = urllib.parse.urlsplit(link)
        if not link or parts.scheme or parts.netloc:
            continue
        target = document.parent / urllib.parse.unquote(parts.path) if parts.path else document
        known = target.suffix != ".md" or not parts.fragment
        if not target.exists() or not (
            known or parts.fragment in _anchors(target.read_text(encoding="utf-8"))
        ):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("name", ["main-job", "test"])
def test_the_readme_holds_the_command_that_ci_runs(name):
    """README has one line of shell under the mark from which CI takes it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(re.findall(rf"<!-- {name}-command -->\n+```\w*\n[^\n]+\n```\n", text)) == 1


def test_hashed_requirements_pin_every_package():
    """Each line of requirements/*.txt that names a package pins it, and hashes follow."""
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        names = [line for line in lines if line and not line.startswith((" ", "#"))]
        assert names
        assert all(re.match(r"[\w.\-]+==[\w.]+ .*\\$", name) for name in names), path.name
