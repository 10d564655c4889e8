"""Small cases of which receipts are kept, and one change at a time in the document of a value.

A stored receipt never changes without a new version of the rules. Its case is built here of the
means of the eligibility tests and told apart by its name.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from functools import reduce
from pathlib import Path

from tests.eligibility.stories import (
    CALL,
    LIMBURG,
    QUIET,
    applies,
    city,
    reading,
    town,
    verband,
)

from wselr_rules import wire
from wselr_rules.domain.application import Portfolio
from wselr_rules.errors import InvalidDocument
from wselr_rules.law.readings import DoubleClaim
from wselr_rules.law.version import RULES_VERSION
from wselr_rules.receipts import CallInput, DecisionInput, receipt

STORED = Path(__file__).parent / "stored"
ISSUED = date(2024, 7, 15)

_SMALL = applies(verband(town("90001", inhabitants=30_000), town("90002", inhabitants=29_999)))
#: One inhabitant short of 60,000.
REFUSAL = DecisionInput(_SMALL, on=QUIET, call=CALL, portfolio=Portfolio([_SMALL], complete=True))

_OPEN = applies(
    verband(town("90003", inhabitants=None), town("90004"), id="open", form=None),
    plan=None,
)
_RIVAL = applies(verband(town("90004"), town("90005"), id="a rival", recognised_on=None))
#: Most is open, also who was recognised first; the rival would come first by its id.
UNDECIDED = DecisionInput(
    _OPEN,
    on=QUIET,
    call=reading(double_claim=DoubleClaim.FIRST_RECOGNISED),
    portfolio=Portfolio(
        [applies(city(town("90009", is_centrumstad=True), id="z")), _RIVAL], complete=None
    ),
)


def _big(code, working_age, job_seekers, **facts):
    """Return the application of a centrumstad alone with these counts."""
    counts = {"working_age_population": working_age, "job_seekers": job_seekers}
    return applies(city(town(code, is_centrumstad=True, **counts, inhabitants=90_000), **facts))


#: The three of the text (case 13) and one that lies across two regions, in no order of id.
CALL_WITH_AMOUNTS = CallInput(
    Portfolio(
        [
            _big("90020", 30_000, 2_000, id="two"),
            applies(
                verband(
                    town("90011"),
                    town("90012", reference_region=LIMBURG),
                    id="across",
                    recognised_on=date(2024, 1, 1),
                )
            ),
            _big("90010", 60_000, 3_000, id="one"),
            _big("90030", 10_000, 1_000, id="three"),
        ],
        complete=True,
    ),
    on=QUIET,
    call=CALL,
    year=2024,
)

CASES = {"refusal": REFUSAL, "undecided": UNDECIDED, "call": CALL_WITH_AMOUNTS}


def receipt_of(given):
    """Return the receipt of what is decided upon this input."""
    return receipt(given.outcome(), given, issued_on=ISSUED)


def stored(name, version=RULES_VERSION):
    """Return the text of a receipt as it is stored, made by this version of the rules."""
    return (STORED / version / f"{name}.json").read_text(encoding="utf-8")


def found(replayed, kind):
    """Return the one difference of a kind, None if there is none."""
    of_the_kind = [each for each in replayed.differences if type(each) is kind]
    assert len(of_the_kind) <= 1
    return of_the_kind[0] if of_the_kind else None


# --- one change at a time -------------------------------------------------------------------

#: What a value can be changed into; the first that its field takes is chosen.
_INSTEAD = (
    *("x", "2024-02-29", "2024-03-01", "90008", f"sha256:{'0' * 64}", "123.45", "1/7"),
    *("projectvereniging", "welzijnsvereniging", "kempen", "waasland", "Platos", "WSE-LR1"),
    *("meerjarenplanning", "not-met", "met", "closest", "at-most", "ignored", "per-pot"),
    *(True, False, 7, 2025, ["x"], ["90008"], ["Platos"]),
)


def leaves(plain, *steps):
    """Yield the steps to every single value of a document, apart from its head."""
    if isinstance(plain, dict) and plain:
        for key, value in plain.items():
            if steps or key not in {"format", "type"}:
                yield from leaves(value, *steps, key)
    elif isinstance(plain, list) and plain:
        for index, value in enumerate(plain):
            yield from leaves(value, *steps, index)
    else:
        yield steps


def _others(known):
    if isinstance(known, int):
        yield from (not known,) if isinstance(known, bool) else (known + 1, known - 1)
    if isinstance(known, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d|sha256:.*", known):
        yield f"{known}x"
    yield from _INSTEAD


def others_of(value):
    """Yield the steps to each single value in a value, with the value that has another one there.

    What cannot be another one by itself, such as one of two parts of a whole, is left out.
    """
    document = wire.to_dict(value)
    for steps in leaves(document):
        other = with_another_value(value, steps, document)
        if other is not None:
            yield steps, other


def with_another_value(value, steps, document):
    """Return the value with another one at the end of these steps, None if it takes no other."""
    *before, last = steps
    at = reduce(lambda at, step: at[step], before, document)
    known = at[last]
    try:
        for other in _others(known):
            at[last] = other
            with suppress(InvalidDocument):
                read = wire.from_dict(type(value), document)
                if read != value:
                    return read
    finally:
        at[last] = known
    return None
