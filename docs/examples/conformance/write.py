"""Write all cases to a file, as one document of JSON: ``python write.py cases.json``."""

from __future__ import annotations

import sys
from pathlib import Path

from wselr_rules import conformance, wire


def main(file: str) -> None:
    """Write the file."""
    suite = conformance.suite()
    Path(file).write_text(wire.to_json(suite), encoding="utf-8")
    print(f"{len(suite.cases)} cases in {file}")


if __name__ == "__main__":
    main(sys.argv[1])
