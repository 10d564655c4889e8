"""Notebooks (*notitieblokken*) in the percent format, as Markdown: text and code, not run.

A cell begins with a line ``# %%``, and one of text with ``# %% [markdown]``. What the code shows is
for the session that runs it; here it can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

__all__ = ["markdown", "toctree"]

_FOLDER = Path(__file__).parents[1] / "notebooks"
_CELL = re.compile(r"^# %%(.*)$\n?", re.MULTILINE)
_COMMENT = re.compile(r"^# ?", re.MULTILINE)


def markdown(source: str) -> str:
    """The cells of a notebook as the text of a page."""
    _, *parts = _CELL.split(source)
    return "\n\n".join(_cells(parts)) + "\n"


def _cells(parts: list[str]) -> Iterator[str]:
    for kind, cell in zip(parts[::2], parts[1::2], strict=True):
        if not cell.strip():
            continue
        if kind.strip() == "[markdown]":
            yield _COMMENT.sub("", cell).strip()
        else:
            yield f"```python\n{cell.strip()}\n```"


def toctree(argument: str) -> str:
    """The notebooks that there are, for the table of contents; nothing where there are none."""
    del argument
    found = sorted(path.stem for path in _FOLDER.glob("*.py"))
    lines = ["```{toctree}", ":hidden:", ":caption: Notebooks", ""]
    return "\n".join([*lines, *(f"notebooks/{name}" for name in found), "```"]) if found else ""
