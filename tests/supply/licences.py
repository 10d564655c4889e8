"""Under which licences the installed packages stand, as their own metadata say.

``python -m tests.supply.licences`` checks all that is installed beside it; the session
``licences`` of the noxfile installs everything that this project uses.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions

#: What may be needed to run the package: whoever uses it owes no more than a notice.
PERMISSIVE = frozenset(
    {"0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "PSF-2.0"}
)
#: What may be needed to develop it besides: a tool that is run and never handed on.
OF_TOOLS = PERMISSIVE | {"LGPL", "LGPL-3.0-only", "MPL-2.0", "W3C-20150513"}

#: Other names that packages give to these, in lower case.
_NAMES = {
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd": "BSD",
    "bsd license": "BSD",
    "gnu library or lesser general public license (lgpl)": "LGPL",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
} | {name.lower(): name for name in OF_TOOLS}


def stated(package: Distribution) -> str:
    """Return the licence that a package states: as an expression, or else as it can be read."""
    headers = package.metadata
    if expressions := headers.get_all("License-Expression"):
        return str(expressions[0])
    classifiers = [
        each.rpartition(" :: ")[2]
        for each in headers.get_all("Classifier", [])
        if each.startswith("License :: OSI Approved :: ")
    ]
    names = classifiers or headers.get_all("License", ["nothing"])
    return " AND ".join(_NAMES.get(name.lower(), name.partition("\n")[0]) for name in names)


def is_allowed(licence: str, allowed: frozenset[str]) -> bool:
    """Return whether some side of OR has nothing but allowed licences; AND binds more tightly.

    Parentheses and exceptions are not read, so they are not allowed.
    """
    return any(
        all(name in allowed for name in side.split(" AND ")) for side in licence.split(" OR ")
    )


def needed_by(name: str) -> dict[str, Distribution]:
    """Return what a package needs when it runs and what that needs in turn, by name, as installed.

    A requirement that is for another platform is not installed, and so left out; one of an extra
    is left out too.
    """
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        for requirement in distribution(waiting.pop()).requires or []:
            other = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
            if other in found or re.search(r"\bextra\b", requirement):
                continue
            try:
                found[other] = distribution(other)
            except PackageNotFoundError:
                continue
            waiting.append(other)
    return found


def main() -> None:
    """Print every licence and how many packages have it; fail where one is not allowed."""
    to_run = {package.name for package in needed_by("wselr_rules").values()}
    licences: dict[str, list[str]] = {}
    wrong = []
    for package in distributions():
        licence = stated(package)
        licences.setdefault(licence, []).append(package.name)
        if not is_allowed(licence, PERMISSIVE if package.name in to_run else OF_TOOLS):
            wrong.append(f"{package.name}: {licence}")
    for licence, names in sorted(licences.items()):
        sys.stdout.write(f"{len(names):4} {licence}: {', '.join(sorted(names))}\n")
    if wrong:
        sys.exit("not allowed: " + "; ".join(wrong))


if __name__ == "__main__":
    main()
