"""Public names (*publieke namen*): which there are, and how the pages of the site refer to them.

A name of the package that stands in a text as code is a link to its place in the reference, so
that the pages need no markup that would look strange elsewhere.
"""

from __future__ import annotations

import builtins
import sys
from importlib import import_module

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.pycode import ModuleAnalyzer
from sphinx.transforms import SphinxTransform
from sphinx.util.logging import getLogger

import wselr_rules

__all__ = ["PUBLIC", "LinkedNames", "as_defined", "elsewhere", "made_by_default", "of_python"]

_LOG = getLogger(__name__)
#: The modules whose names are public beside those at the top.
_MODULES = (
    "wselr_rules.domain.flanders",
    "wselr_rules.errors",
    "wselr_rules.law.citations",
    "wselr_rules.law.ledger",
    "wselr_rules.law.readings",
    "wselr_rules.law.version",
    "wselr_rules.receipts",
    "wselr_rules.scenarios",
)


def _public() -> dict[str, str]:
    """Where each name is found; a small word of a module may also mean something else."""
    found: dict[str, str] = {}
    for module in _MODULES:
        for name in import_module(module).__all__:
            if not name.islower():
                found[name] = "" if name in found else f"{module}.{name}"
    found.update({name: f"wselr_rules.{name}" for name in wselr_rules.__all__})
    return {name: full for name, full in found.items() if full}


PUBLIC = _public()


class LinkedNames(SphinxTransform):
    """Make a link of each public name that stands in a text as code, but for titles and links."""

    default_priority = 400

    def apply(self, **kwargs: object) -> None:
        """Replace the literals."""
        del kwargs
        for literal in list(self.document.findall(nodes.literal)):
            name = literal.astext().removeprefix("wselr_rules.").removesuffix("()")
            if name in PUBLIC and not _is_linked(literal):
                literal.replace_self(self._reference(name, literal))

    def _reference(self, name: str, literal: nodes.literal) -> pending_xref:
        reference = pending_xref(
            "",
            refdomain="py",
            reftype="obj",
            reftarget=PUBLIC[name],
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


def as_defined(  # noqa: PLR0913, PLR0917 -- what autodoc hands over
    app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]
) -> None:
    """Tell of a value what stands above it where it is defined, and not what its class is."""
    del app, options
    if what == "data":
        lines[:] = [f"*{obj}*"] if isinstance(obj, wselr_rules.Act) else _above(name, obj)


def _above(full_name: str, value: object) -> list[str]:
    name = full_name.rpartition(".")[2]
    for key, module in list(sys.modules.items()):
        if key.startswith("wselr_rules.") and getattr(module, name, None) is value:
            found = ModuleAnalyzer.for_module(key).find_attr_docs().get(("", name))
            if found:
                return found
    _LOG.warning("nothing stands above %s where it is defined", full_name)
    return []


def made_by_default(  # noqa: PLR0913, PLR0917 -- what autodoc hands over
    app: Sphinx,
    what: str,
    name: str,
    obj: object,
    options: object,
    signature: str | None,
    returns: str | None,
) -> tuple[str | None, str | None]:
    """Write ``...`` for a default that is made anew each time: its name in attrs tells nobody."""
    del app, what, name, obj, options
    return signature and signature.replace("NOTHING", "..."), returns


def of_python(  # noqa: PLR0913, PLR0917 -- what autodoc hands over
    app: Sphinx,
    what: str,
    name: str,
    obj: object,
    skip: bool,  # noqa: FBT001
    options: object,
) -> bool | None:
    """Leave out what a class can do because Python gave it that, as every enum can be indexed."""
    del app, what, skip, options
    is_ours = (getattr(obj, "__module__", None) or "").startswith("wselr_rules")
    return True if name.startswith("__") and not is_ours else None
