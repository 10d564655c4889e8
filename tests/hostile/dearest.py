"""Documents that are made to be dear: little text, and much work or memory for whoever reads it."""

from __future__ import annotations

from wselr_rules import Finding, Interval, OpenCall, Portfolio
from wselr_rules.eligibility.answers import FormChange

_MANY = 20_000
_ITEMS = (
    *("[]", "{}", "[[]]", "[[[[]]]]", '{"a":{}}', '{"a":1,"a":1}', "1", "1.5", '"\u00e9"'),
    *('{"id":{}}', '{"regieverband":{}}', '{"regieverband":{"memberships":[{}]}}'),
)
_FINDINGS = ('{"children":[{}]}', '{"missing":[]}', '{"children":[{"children":[{}]}]}')


def _document(kind, body, written_in=2):
    return f'{{"format":"wselr_rules/{written_in}","type":"{kind.__name__}",{body}}}'


def _list_of(kind, field, item, number=_MANY, written_in=2):
    return kind, _document(kind, f'"{field}":[{",".join([item] * number)}]', written_in)


def _keys(number, value):
    return ",".join(f'"{key:x}":{value}' for key in range(number))


def made_dear():
    """Yield each of them as a type and JSON."""
    yield from _many_things()
    yield from _many_problems()
    yield from _deep_or_long()


def _many_things():
    for written_in in (1, 2):
        for item in _ITEMS:
            yield _list_of(Portfolio, "applications", item, written_in=written_in)
        for item in ("[]", "{}", *_FINDINGS):
            yield _list_of(Finding, "children", item, written_in=written_in)
        for value in ("[]", "{}", '{"date":1}', "1.5"):
            yield Finding, _document(Finding, f'"arguments":{{{_keys(_MANY, value)}}}', written_in)


def _many_problems():
    for number in (100, 1000):
        for item in ("1", "null", '"x"', "[]"):
            yield _list_of(FormChange, "forms", item, number)
        for kind in (Interval, OpenCall):
            yield kind, _document(kind, _keys(number, 1))
            yield kind, _document(kind, f"{_keys(number, 1)},{_keys(number, 1)}")


def _deep_or_long():
    for opening, closing in (("[", "]"), ('{"a":', "}"), ('{"children":[', "]}")):
        for depth in (127, 129, _MANY):
            yield Finding, opening * depth + closing * depth
    for text in ("\u00e9" * 10**6, "9" * 10**6, "\\u0000" * 10**5, "\ud800" * 10**5):
        yield Finding, _document(Finding, f'"message":"{text}"')
    yield Interval, _document(Interval, f'"least":{"9" * 10**6},"most":0.{"9" * 10**6}')
