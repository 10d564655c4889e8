"""Documents of every type, changed at random in any way that a sender could think of.

Which documents there are, and what a number makes of them, is the same in every run, so that a
case is found again by its number.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from random import Random
from unicodedata import normalize

from attrs import frozen
from hypothesis import HealthCheck, Phase, given, settings
from tests.wire.drawn import VALUES

from wselr_rules import wire

#: How many documents of each type there are to begin with.
DRAWN = 6
#: What is read from text and has a size there: anything that JSON can say.
_WORDS = (
    *("", " ", "\n", "x", "0", "null", "met", "never", "gemeente", "kempen", "44021", "11002"),
    *("a\0b", "\ud800", "\udc00\ud800", "\ufeff", "\u202egnp.exe", "\u2066x\u2069", "\x1b[2J"),
    *("<script>alert(1)</script>", "&amp;", "'; DROP TABLE x; --", "{0.__class__}", "%s%n"),
    *("\u00e9", "e\u0301", "\u212b", "\uff12\uff10\uff12\uff14-01-01", "\u0661\u0662"),
    *("0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2024-02-30", "2023-02-29"),
    *("0.00", "-0.00", "1e9", "1/0", "0/1", "2/4", "-1/3", "NaN", "wselr_rules/1", "__class__"),
    *("$.a[0]", "../../etc/passwd", "x" * 5000, "9" * 700),
)
_NUMBERS = (
    *(0, 1, -1, 2**31, 2**63, -(2**63) - 1, 10**599, 10**600, -(10**601), 10**4000),
    *(0.0, -0.0, 3.7, 1e308, float("inf"), float("-inf"), float("nan"), True, False, None),
)
#: What no JSON text can hold, and Python can.
_FOREIGN: tuple[object, ...] = (
    *(b"x", bytearray(b"x"), (), (1,), {1}, frozenset({"a"}), 1j, ..., object(), print, date),
    *(date(2024, 1, 1), range(3), 10**5000, type("Text", (str,), {})("x")),
)
_FOREIGN_KEYS: tuple[object, ...] = (
    0,
    -1,
    None,
    True,
    1.5,
    (),
    ("id",),
    b"id",
    date(2024, 1, 1),
    frozenset(),
)


@frozen
class Case:
    """A document of a type, changed: as data, and as JSON where that can say it."""

    kind: type
    data: object
    text: str | bytes | None


@cache
def drawn(number=DRAWN):
    """Return so many documents of every type, as pairs of the type and JSON."""
    each = VALUES.items()
    return tuple((kind, text) for kind, values in each for text in _texts(values, number))


def _texts(values, number):
    made = []

    @settings(
        max_examples=number,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(values)
    def keep(value):
        made.append(wire.to_json(value))

    keep()
    return made


def case(documents, seed, kinds=None):
    """Return the case with this seed: one of the documents, changed up to four times."""
    random = Random(seed)  # noqa: S311 -- nothing is kept secret by it
    among = documents if kinds is None else [each for each in documents if each[0] in kinds]
    kind, text = random.choice(among)
    document = json.loads(text)
    if random.random() < 0.1:
        document = _of_before(document)
    is_foreign = random.random() < 0.1
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        document = _changed(random, document, documents, is_foreign=is_foreign)
    if is_foreign:
        return Case(kind, document, None)
    return Case(kind, document, _as_text(random, document))


def _of_before(document):
    """Return a document as the first format had it."""
    added = {"provenance", "doubts", "settled", "sourced"}

    def without(value):
        match value:
            case dict():
                return {key: without(each) for key, each in value.items() if key not in added}
            case list():
                return [without(each) for each in value]
        return value

    return without(document) | {"format": "wselr_rules/1"}


# --- in the data ----------------------------------------------------------------------------


def _slots(document):
    """Return the places in the data: what holds a value, and below which key or index."""
    found, todo, seen = [], [document], set()
    while todo:
        node = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        below = list(node.items() if isinstance(node, dict) else enumerate(node))
        found += [(node, key) for key, _ in below]
        todo += [each for _, each in below if isinstance(each, dict | list)]
    return found


def _changed(random, document, documents, *, is_foreign):
    slots = _slots(document) if isinstance(document, dict | list) else []
    if not slots or random.random() < 0.01:
        return _another(random, document, documents, is_foreign=is_foreign)
    node, key = random.choice(slots)
    change = random.random()
    if change < 0.15 and isinstance(node, dict):
        del node[key]
    elif change < 0.3 and isinstance(node, dict):
        node[_key(random, key, is_foreign=is_foreign)] = node.pop(key)
    elif change < 0.3:
        node.insert(key, node[random.randrange(len(node))])
    elif change < 0.4:
        other, place = random.choice(slots)
        node[key] = other[place] if is_foreign else json.loads(json.dumps(other[place]))
    else:
        node[key] = _another(random, node[key], documents, is_foreign=is_foreign)
    return document


def _key(random, key, *, is_foreign):
    if is_foreign:
        return random.choice(_FOREIGN_KEYS)
    return random.choice((f"{key} ", key.upper(), key[:-1], f"{key}\u0301", random.choice(_WORDS)))


def _another(random, value, documents, *, is_foreign):
    """Return something else, most often near what stands there."""
    change = random.random()
    if is_foreign and change < 0.6:
        return random.choice((*_FOREIGN, [*_FOREIGN]))
    if change < 0.3:
        return random.choice(_NUMBERS if change < 0.2 else _WORDS)
    if change < 0.35:
        return json.loads(random.choice(documents)[1])
    if change < 0.4:
        return _nested(value, random.choice((1, 2, 120, 140)), random.choice(("a", None)))
    return _NEAR.get(type(value), _anything)(random, value)


def _anything(random, value):
    del value
    return random.choice((*_WORDS, *_NUMBERS, [], {}))


def _other_truth(random, value):
    return random.choice((not value, int(value), str(value), None))


def _near_number(random, value):
    shown = str(value % 10**9)
    return random.choice((value + 1, value - 1, -value, value * 10**9, 0.5, shown, [value]))


def _near(random, text):
    at = random.randint(0, len(text))
    before, after = text[:at], text[at:]
    other = random.choice(
        (normalize("NFD", text), normalize("NFC", text), text.upper(), text[::-1])
    )
    return random.choice(
        (
            other,
            before + random.choice(_WORDS) + after,
            before + after[1:],
            before + random.choice("0123456789-./ ") + after[1:],
            text * random.choice((0, 2, 100)),
            f" {text}",
            [text],
        )
    )


def _reordered(random, items):
    shuffled = random.sample(items, len(items))
    return random.choice(
        (shuffled, items[1:], items + items[-1:], items * 50, [items], [], [None] * 300, {})
    )


def _rekeyed(random, pairs):
    items = list(pairs.items())
    shuffled = dict(random.sample(items, len(items)))
    more = {f"k{number}": None for number in range(random.choice((1, 300)))}
    return random.choice((shuffled, pairs | more, more | pairs, dict(items[1:]), {}, [pairs]))


_NEAR = {
    bool: _other_truth,
    dict: _rekeyed,
    int: _near_number,
    list: _reordered,
    str: _near,
}


def _nested(value, levels, key):
    for _ in range(levels):
        value = [value] if key is None else {key: value}
    return value


# --- in the text ----------------------------------------------------------------------------


def _as_text(random, document):
    text = json.dumps(document, ensure_ascii=random.random() < 0.5)
    change = random.random()
    if change < 0.6:
        return text
    at = random.randint(0, len(text))
    if change < 0.7:
        return _key_twice(random, text)
    if change < 0.75:
        return text[:at]
    if change < 0.8:
        until = min(len(text), at + random.randint(1, 40))
        return text[:until] + text[at:]
    if change < 0.9:
        other = random.choice((*'{}[]",:\\0eE.-+', "\ufeff", "\0", "\\ud800", "\\u0000", "NaN"))
        return text[:at] + other + text[at + random.randint(0, 1) :]
    encoded = bytearray(text.encode("utf-8", "surrogatepass"))
    if change < 0.95:
        encoded[random.randrange(len(encoded))] = random.randrange(256)
    return bytes(encoded)


def _key_twice(random, text):
    """Say something a second time, with the same key or another value."""
    starts = [at for at, each in enumerate(text) if each == "{" and text[at + 1] == '"']
    if not starts:
        return text
    at = random.choice(starts) + 1
    until = text.find(":", at)
    key = text[at:until]
    return f"{text[:at]}{key}: {random.choice(('null', '1', '{}', '[]'))}, {text[at:]}"
