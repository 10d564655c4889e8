"""The stored hashes of a small call or, where ``WHOLE_CALL`` is set, of the whole one."""

from __future__ import annotations

import os
from pathlib import Path

from tests.determinism.canonical_result import SIZES

SIZE = "whole" if "WHOLE_CALL" in os.environ else "small"
STORED = {size: Path(__file__).parent / "stored" / f"{size}.txt" for size in SIZES}
KEPT = STORED[SIZE].read_text(encoding="utf-8")
