"""Public names (*publieke namen*): which there are, and how the pages of the site refer to them.

A name of the package that stands in a text as code is a link to its place in the reference, so
that the pages need no markup that would look strange elsewhere.
"""

from __future__ import annotations

import builtins
import sys
from importlib import import_module
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

import wselr_rules

__all__ = ["LinkedNames", "elsewhere", "without_object"]

_PUBLIC = frozenset(wselr_rules.__all__)


class LinkedNames(SphinxTransform):
    """Make a link of each public name that stands in a text as code, but for titles and links."""

    default_priority = 400

    def apply(self, **kwargs: Any) -> None:
        """Replace the literals."""
        del kwargs
        for literal in list(self.document.findall(nodes.literal)):
            name = literal.astext().removeprefix("wselr_rules.").removesuffix("()")
            if name.split(".")[0] in _PUBLIC and name.isidentifier() and not _is_linked(literal):
                literal.replace_self(self._reference(name, literal))

    def _reference(self, name: str, literal: nodes.literal) -> pending_xref:
        reference = pending_xref(
            "",
            refdomain="py",
            reftype="obj",
            reftarget=f"wselr_rules.{name}",
            refdoc=self.env.docname,
            refexplicit=True,
            refwarn=True,
        )
        reference += literal.deepcopy()
        return reference


def _is_linked(node: nodes.Node) -> bool:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, nodes.reference | pending_xref | nodes.title | nodes.term):
            return True
    return False


def elsewhere(
    app: Sphinx, env: object, node: pending_xref, contnode: nodes.Element
) -> nodes.Element | None:
    """Take a name of Python, attrs or the inside of this package as it is, without a link.

    Their pages are not here, but the name must exist: anything else stays a broken reference.
    """
    del app, env
    if node.get("refdomain") == "py" and _exists(node["reftarget"]):
        return contnode
    return None


def _exists(name: str) -> bool:
    ours = [module for key, module in sys.modules.items() if key.startswith("wselr_rules.")]
    if any(hasattr(module, name) for module in [builtins, *ours]):
        return True
    parts = name.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            found: object = import_module(".".join(parts[:length]))
        except ImportError:
            continue
        for part in parts[length:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


def without_object(
    app: Sphinx, name: str, obj: object, options: object, bases: list[type]
) -> None:
    """Name no base that says nothing: every class is an object."""
    del app, name, obj, options
    bases[:] = [base for base in bases if base is not object] or [object]
