"""The document read by cattrs as it comes, into the same classes as ours.

It coerces what it can, and asks of no key whether it is one of ours. Of what it cannot tell
apart by itself it is told the least that will do for this document.
"""

from __future__ import annotations

import json
from datetime import date

import attrs
from cattrs import Converter
from cattrs.preconf.json import make_converter

from wselr_rules import Application, History, LegalForm, PolicyPriority, ReferenceRegion
from wselr_rules.domain.provenance import Provenances
from wselr_rules.domain.regieverband import Never


def _converter(*, detailed_validation):
    made = Converter(detailed_validation=detailed_validation)
    made.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    made.register_unstructure_hook(date, date.isoformat)
    unions = (
        (LegalForm | History[LegalForm | None] | None, LegalForm),
        (ReferenceRegion | History[ReferenceRegion | None] | None, ReferenceRegion),
        (PolicyPriority | str, PolicyPriority),
        (date | Never | None, date.fromisoformat),
    )
    for union, kind in unions:
        made.register_structure_hook(union, lambda text, _, kind=kind: kind(text))
    made.register_structure_hook_func(Provenances.__eq__, lambda pairs, _: pairs)
    return made


def contenders(plain, text):
    """Return what reads the document as data and as JSON, and what writes it, by name."""
    checking, bare = _converter(detailed_validation=True), _converter(detailed_validation=False)
    made, writing = bare.structure(plain, Application), make_converter()

    def with_nothing_checked():
        attrs.validators.set_disabled(True)
        try:
            return bare.structure(plain, Application)
        finally:
            attrs.validators.set_disabled(False)

    return {
        "data": {
            "cattrs as it comes": lambda: checking.structure(plain, Application),
            "cattrs, its checks off": lambda: bare.structure(plain, Application),
            "cattrs, also the checks of our fields off": with_nothing_checked,
        },
        "JSON": {
            "cattrs as it comes": lambda: checking.structure(json.loads(text), Application),
            "cattrs, its checks off": lambda: bare.structure(json.loads(text), Application),
        },
        "writing JSON": {"cattrs as it comes": lambda: writing.dumps(made)},
    }
