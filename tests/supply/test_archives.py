"""The same source gives the same archives, whenever, wherever and by whomever they are built."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = ["src", "tests", "docs", "requirements"]
FILES = ["pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md", "conftest.py"]
FILES += ["noxfile.py", ".gitignore", "CITATION.cff"]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """Return a copy of what the archives are made of."""
    folder = tmp_path_factory.mktemp("source")
    ignored = shutil.ignore_patterns("__pycache__", ".*_cache", ".hypothesis")
    for name in PARTS:
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    return folder


def built(source, umask=0o022, **env):
    """Build both archives and return the hash of each by its name."""
    folder = source.parent / f"dist-{source.name}"
    without = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    before = os.umask(umask)
    try:
        subprocess.run(  # noqa: S603
            [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
            capture_output=True,
            check=True,
            cwd=source,
            env=without | env,
            timeout=60,
        )
    finally:
        os.umask(before)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def archives(source):
    """Return the archives as they are built first."""
    return built(source)


def test_another_folder_day_and_user(source, archives, tmp_path):
    """Another folder, other times and rights of the files and another umask change no byte."""
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(source, elsewhere)
    for path in elsewhere.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.utime(path, (0, 0))
    assert len(archives) == 2
    assert built(elsewhere, 0o077, PYTHONHASHSEED="4021", TZ="Asia/Tokyo") == archives


def test_the_sdist_makes_them_again(source, archives, tmp_path):
    """What is unpacked from the sdist builds the same sdist and the same wheel."""
    (sdist,) = (source.parent / f"dist-{source.name}").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    assert built(unpacked) == archives


def test_another_byte_is_seen(source, archives, tmp_path):
    """One more byte of source changes both archives."""
    other = tmp_path / "other"
    shutil.copytree(source, other)
    with (other / "src" / "wselr_rules" / "decision.py").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert set(built(other).values()).isdisjoint(archives.values())
