# ruff: noqa: INP001 (tools are run from the root and are no package)
"""What of the public API would break since a tag, as griffe sees it; fails if anything does.

``python -m tools.api_breaks TAG``, from the root of the repository. Griffe looks at every module
and not at ``__all__``; here only what docs/api.md promises counts, and a name that is no longer
offered counts too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import griffe
from tests.api.listing import PUBLIC_MODULES

PACKAGE = "wselr_rules"


def offered(package: griffe.Object) -> dict[str, str]:
    """Return where each public name is defined, by the name that callers use."""
    found = {}
    for name in PUBLIC_MODULES:
        path = name.removeprefix(PACKAGE).strip(".")
        module = package[path] if path else package
        for each in module.exports or ():
            found[f"{name}.{each}"] = module[str(each)].canonical_path
    return found


def breaks(old: griffe.Object, new: griffe.Object) -> Iterator[str]:
    """Yield what a caller of the old version can stumble over."""
    before = offered(old)
    yield from (f"{name}: no longer offered" for name in before.keys() - offered(new).keys())
    for breakage in griffe.find_breaking_changes(old, new):
        path = breakage.obj.canonical_path
        if any(path == each or path.startswith(f"{each}.") for each in before.values()):
            yield f"{path}: {breakage.kind.value}"


def main(tag: str) -> None:
    """Print what would break since this tag."""
    old = griffe.load_git(PACKAGE, ref=tag, search_paths=["src"])
    new = griffe.load(PACKAGE, search_paths=["src"])
    if found := sorted(set(breaks(old, new))):
        sys.exit("\n".join([f"breaks what {tag} promised:", *found]))
    sys.stdout.write(f"nothing that {tag} promised breaks\n")


if __name__ == "__main__":
    main(sys.argv[1])
