"""How the site is made of these pages: ``nox -s site``."""

from __future__ import annotations

import sys
from pathlib import Path

_HERE = Path(__file__).parent
sys.path[:0] = [str(_HERE.parent), str(_HERE / "examples")]

project = "wselr_rules"
author = "the wselr_rules contributors"
project_copyright = author
extensions = ["myst_parser", "sphinx.ext.autodoc", "docs._ext.pages"]
# A notebook is Python that a page is made of.
source_suffix = {".md": "markdown", ".py": "markdown"}
exclude_patterns = ["conf.py", "examples", "_ext", "_static"]

nitpicky = True
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 4

add_module_names = False
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"
autodoc_default_options = {
    "members": True,
    "undoc-members": True,
    "special-members": "__getitem__",
    # What a class has from ours above it is its own to a caller; what Python gives it is not.
    "inherited-members": "object, ABC, BaseException, Enum, Exception, Mapping",
    "member-order": "bysource",
}
autodoc_typehints_format = "short"

html_theme = "furo"
html_title = "wselr_rules"
html_favicon = "_static/mark.svg"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_copy_source = False
