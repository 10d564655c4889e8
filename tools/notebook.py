# ruff: noqa: INP001 (tools are run from the root and are no package)
"""Run a notebook (*notitieblok*) and leave it in ``build/notebooks``: as ``.ipynb`` and as a page.

``python tools/notebook.py docs/notebooks/open_call.py`` fails where a cell does, and where the page
would fetch anything. The page needs no script and follows the light or dark of its reader.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from time import perf_counter

import jupytext
import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from pygments.formatters import HtmlFormatter

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "notebooks"
STYLE = Path(__file__).with_name("notebook.css")
#: What a browser would fetch by itself.
FETCHED = re.compile(
    r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=[\"']?(?!data:)|@import|url\("
)


def main(source: Path) -> None:
    """Run, write, and say how long it took."""
    began = perf_counter()
    notebook = jupytext.read(source)
    where = {"metadata": {"path": str(source.parent)}}
    options = {"timeout": 300, "resources": where, "coalesce_streams": True}
    NotebookClient(notebook, kernel_name="python3", **options).execute()
    BUILD.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, BUILD / f"{source.stem}.ipynb")
    page = as_page(notebook, source.stem)
    if fetched := FETCHED.findall(page):
        sys.exit(f"the page would fetch: {fetched}")
    file = BUILD / f"{source.stem}.html"
    file.write_text(page, encoding="utf-8")
    size = len(page.encode()) // 1000
    sys.stdout.write(
        f"{len(notebook.cells)} cells in {perf_counter() - began:.1f} s; {file} ({size} kB)\n"
    )


def as_page(notebook: nbformat.NotebookNode, title: str) -> str:
    """Return the notebook as a whole HTML document."""
    body, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
    light = HtmlFormatter(style="default").get_style_defs(".highlight")
    dark = HtmlFormatter(style="github-dark").get_style_defs(".highlight")
    style = f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n{STYLE.read_text()}"
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>",
            body,
            "</main>\n</body>\n</html>\n",
        ]
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
