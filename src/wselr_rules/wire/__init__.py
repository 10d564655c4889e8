"""Plain data in and out (*gegevens in en uit*): every public value as an object or as JSON.

``to_dict`` and ``to_json`` write, ``from_dict`` and ``from_json`` read; what is written reads
back as an equal value. ``json_schema`` says to other tools what a document looks like. The package
is the only one that knows cattrs and JSON. It knows no rule: what contradicts itself is for the
values to refuse.

A document is an object with ``format`` ("wselr_rules/2"), ``type`` (the name of the class) and,
beside those, each field that the constructor of the class takes. None may be left out, and no
other key may be there: null means "not known", and nothing is assumed because it is missing.
What a value works out for itself is not in its document. Documents of every format that there was
are read, as strictly, and those of the last one written.

===================  ==========================================================================
value                in a document
===================  ==========================================================================
text                 text, without a NUL character or half a surrogate pair
whole number         a number without a point or an exponent, of at most 600 digits
yes or no            true or false
date                 text, exactly ``YYYY-MM-DD``, year 0001 to 9999
amount of euros      text with exactly two decimals: "1200000.00"
fraction             text in lowest terms, the sign in front: "2/5", "0/1", "-1/3"
term (an enum)       its value
tuple                a list
set                  a list, written sorted; it may come in another order, but nothing twice
table (FrozenMap)    an object with the values of the keys as keys; the order is kept
not known (None)     null
recognised_on        a date, "never" or null
code of an action    the code of a priority, or any other text
value over time      the value itself, or ``{"initial": V, "changes": [{"since": D, "value": V}]}``
value from a day on  ``{"since": D, "value": V}``
criterion, verdict   a list of two: ``["plan", "met"]``
argument, quantity   text and numbers as they are; a list of one kind; anything else below the
                     name of its kind: ``{"date": D}``, ``{"legal_form": V}``,
                     ``{"submission_channel": V}``, ``{"reference_region": V}``,
                     ``{"standing": V}``, ``{"interval": {"least": N, "most": N}}``
what is answered     true, false, or below the name of its kind as an argument is:
                     ``{"days": {...}}``, ``{"situation": V}``, ``[{"municipality": {...}}]``
one of two entities  below its name: ``{"decision": {...}}``, ``{"wait_until": {"day": D}}``
term of two kinds    below the name of its kind: ``{"legal_form": V}``
===================  ==========================================================================

A history that is a document by itself does not say what it is a history of; its values are
written as arguments are. The keys of a call and of a division are read in the order of the
terms, because cents follow it.

``InvalidDocument`` tells every problem, in the order of the document, up to a thousand. Of an
entity whose fields are all right by themselves it tells the first contradiction among them. The
fields of a document with another ``format`` or ``type`` than was asked for are not looked at.

>>> from wselr_rules import Derogation
>>> from_dict(
...     Derogation,
...     {"format": "wselr_rules/2", "type": "Derogation", "since": "2026-13-01", "untill": None},
... )
Traceback (most recent call last):
...
wselr_rules.errors.documents.InvalidDocument: $.since: expected an ISO date, got '2026-13-01'
$.untill: expected no such key; the keys here are since, until
$.until: expected an ISO date or null, got nothing: the key is missing
"""

from wselr_rules.wire.documents import from_dict, from_json, to_dict, to_json
from wselr_rules.wire.schema import json_schema

__all__ = ["from_dict", "from_json", "json_schema", "to_dict", "to_json"]
