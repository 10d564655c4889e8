"""How a document is read, and what may come of it."""

from __future__ import annotations

from wselr_rules import InvalidDocument, wire


def attempt(kind, document):
    """Return the value of a document, as data or as JSON, or the error that refuses it."""
    from_document = wire.from_json if isinstance(document, str | bytes) else wire.from_dict
    try:
        return from_document(kind, document)
    except InvalidDocument as error:
        return error


def check(found):
    """Say whether a document was read: written again it is the same, or its error says why not."""
    if isinstance(found, InvalidDocument):
        assert found.problems
        assert str(found)
        return False
    assert wire.from_json(type(found), wire.to_json(found).encode()) == found
    return True


def forms(case):
    """Return the forms of a case: data, and JSON where that can say it."""
    return (case.data,) if case.text is None else (case.data, case.text)
