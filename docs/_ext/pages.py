"""What the site makes when it is built (*bij het bouwen*), where a page asks for it.

A line ``<!-- made here: NAME ARGUMENT -->`` of a page is replaced by Markdown.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from docs._ext import criterion_tree, law_text, notebooks, readings_on_the_call
from docs._ext.public_names import LinkedNames, as_defined, elsewhere, made_by_default, of_python
from sphinx.application import Sphinx

__all__ = ["setup"]

_DOCS = Path(__file__).parents[1]
_MARK = re.compile(r"^<!-- made here: (\w+) ?([\w-]*) -->$", re.MULTILINE)
#: A link to somewhere in the repository.
_LINK = re.compile(r"\[([^\]\n]+)\]\((?!\w+:)([^)#\s]+)(#[^)\s]*)?\)")
#: What stands beside ``docs``, and the page of the site that has a copy of it.
_COPIES = {
    _DOCS.parent / "CHANGELOG.md": _DOCS / "changelog.md",
    _DOCS.parent / "README.md": _DOCS / "index.md",
    _DOCS.parent / "SECURITY.md": _DOCS / "security.md",
}


_MAKERS = {
    "criterion": criterion_tree.markdown,
    "law": law_text.markdown,
    "notebooks": notebooks.toctree,
    "readings": readings_on_the_call.markdown,
}


def setup(app: Sphinx) -> dict[str, Any]:
    """Tell Sphinx what is here."""
    app.connect("source-read", _made)
    app.connect("missing-reference", elsewhere)
    app.connect("autodoc-process-docstring", as_defined)
    app.connect("autodoc-process-signature", made_by_default)
    app.connect("autodoc-skip-member", of_python)
    app.connect("html-page-context", _in_its_language)
    app.add_transform(LinkedNames)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _made(app: Sphinx, name: str, source: list[str]) -> None:
    path = Path(app.env.doc2path(name))
    text = notebooks.markdown(source[0]) if path.suffix == ".py" else source[0]
    made = _MARK.sub(lambda mark: _MAKERS[mark[1]](mark[2]), text)
    source[0] = _LINK.sub(lambda link: linked(link, path.parent), made)


def linked(link: re.Match[str], folder: Path) -> str:
    """A link of a page in this folder, as the site can follow it.

    A folder, or a page that the site does not have, is named without a link; Python that is no
    notebook is handed out as a file. What is not there at all is left as it is, for Sphinx to
    complain of.
    """
    target = (folder / link[2]).resolve()
    if target in _COPIES:
        path = os.path.relpath(_COPIES[target], folder)
        return f"[{link[1]}]({Path(path).as_posix()}{link[3] or ''})"
    is_in_site = target.is_relative_to(_DOCS) and not target.is_relative_to(_DOCS / "examples")
    if target.is_dir() or (target.suffix == ".md" and target.exists() and not is_in_site):
        return link[1]
    if target.suffix == ".py" and target.exists() and target.parent != _DOCS / "notebooks":
        return f"{{download}}`{link[1].strip('`')} <{link[2]}>`"
    return link[0]


def _in_its_language(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    """A page below ``nl/`` is Dutch, and says so to whoever reads it aloud."""
    del app, template, doctree
    if page.startswith("nl/"):
        context["language"] = "nl"
