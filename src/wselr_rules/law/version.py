"""The version of the rules (*versie van de regels*), apart from that of the package.

It knows under which name the outcomes of this library are kept. It changes when an outcome can
change, and only then: a verdict, a ground of one, or a cent.
"""

from __future__ import annotations

from typing import Final

__all__ = ["RULES_VERSION"]

#: Of all that decides an outcome: the rules, the readings, the division and the register.
#: Since 2 a finding lists the readings that it rests on, and no other; no verdict and no amount
#: differs from 1.
RULES_VERSION: Final = "2"
