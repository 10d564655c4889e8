"""What the site makes when it is built (*bij het bouwen*), where a page asks for it.

A line ``<!-- made here: NAME ARGUMENT -->`` of a page is replaced by Markdown.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docs._ext import criterion_tree, law_text, readings_on_the_call
from docs._ext.public_names import LinkedNames, as_defined, elsewhere, made_by_default
from sphinx.application import Sphinx

__all__ = ["setup"]

_NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def _notebooks(argument: str) -> str:
    """The notebooks, where there are any: a pattern that nothing fits is a warning."""
    del argument
    found = any(_NOTEBOOKS.glob("*.md"))
    lines = ["```{toctree}", ":hidden:", ":caption: Notebooks", ":glob:", "", "notebooks/*", "```"]
    return "\n".join(lines) if found else ""


_MARK = re.compile(r"^<!-- made here: (\w+) ?([\w-]*) -->$", re.MULTILINE)
#: A page that stands beside ``docs``, and of which the site has a copy in it.
_ABOVE = re.compile(r"\]\(((?:\.\./)*)\.\./(CHANGELOG|SECURITY)\.md")
_MAKERS = {
    "criterion": criterion_tree.markdown,
    "law": law_text.markdown,
    "notebooks": _notebooks,
    "readings": readings_on_the_call.markdown,
}


def setup(app: Sphinx) -> dict[str, Any]:
    """Tell Sphinx what is here."""
    app.connect("source-read", _made)
    app.connect("missing-reference", elsewhere)
    app.connect("autodoc-process-docstring", as_defined)
    app.connect("autodoc-process-signature", made_by_default)
    app.connect("html-page-context", _in_its_language)
    app.add_transform(LinkedNames)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _made(app: Sphinx, name: str, source: list[str]) -> None:
    del app, name
    made = _MARK.sub(lambda mark: _MAKERS[mark[1]](mark[2]), source[0])
    source[0] = _ABOVE.sub(lambda link: f"]({link[1]}{link[2].lower()}.md", made)


def _in_its_language(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    """A page below ``nl/`` is Dutch, and says so to whoever reads it aloud."""
    del app, template, doctree
    if page.startswith("nl/"):
        context["language"] = "nl"
