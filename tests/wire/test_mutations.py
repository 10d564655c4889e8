"""A document that is changed in one place is refused at that place, and nowhere else."""

from __future__ import annotations

import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drawing import examples
from tests.wire.drawn import VALUES
from tests.wire.samples import changed, problems_of

from wselr_rules import wire
from wselr_rules.wire.composed import Choice, MapKind, RowKind, SetKind, TagKind, TupleKind
from wselr_rules.wire.documents import kind_of_document
from wselr_rules.wire.faults import Fault
from wselr_rules.wire.kinds import EntityKind, PairKind, fields_of


def _parts(kind, plain):
    """Yield the step, kind and plain data of what stands directly in a value of this kind."""
    match kind:
        case EntityKind():
            yield from ((name, each, plain[name]) for name, each in fields_of(kind).items())
        case PairKind():
            yield from _parts(kind.turn, plain)
        case TupleKind(by_items=False) | SetKind():
            yield from ((index, kind.items, item) for index, item in enumerate(plain))
        case RowKind():
            yield from (
                (index, *each) for index, each in enumerate(zip(kind.kinds, plain, strict=True))
            )
        case MapKind():
            yield from ((key, kind.values, value) for key, value in plain.items())
        case TagKind():
            yield kind.tag, kind.kind, plain[kind.tag]
        case Choice():
            yield from _parts(next(each for each in kind.options if each.takes(plain)), plain)


def _places(kind, plain, *steps):
    """Yield the steps to the value and to each one in it, with its kind and plain data."""
    yield steps, kind, plain
    for step, part, value in _parts(kind, plain):
        yield from _places(part, value, *steps, step)


def _path(*steps):
    return Fault(steps, "").as_problem().path


@st.composite
def documents(draw):
    """Draw a type, a document of it and its places."""
    kind = draw(st.sampled_from(sorted(VALUES, key=lambda each: each.__name__)))
    document = wire.to_dict(draw(VALUES[kind]))
    return kind, document, list(_places(kind_of_document(kind), document))


def _is_keyed(kind, plain):
    """Whether it is an object whose keys may be neither more nor fewer."""
    of_choice = isinstance(kind, Choice) and any(
        _is_keyed(each, plain) for each in kind.options if each.takes(plain)
    )
    return isinstance(plain, dict) and (of_choice or isinstance(kind, EntityKind | PairKind))


@settings(max_examples=examples(200))
@given(documents(), st.sampled_from([3.7, "\0", float("nan"), "\ud800"]), st.data())
def test_a_value_that_no_field_takes(drawn, wrong, data):
    """Any value, replaced by one that nothing can be, is the one problem, at its path."""
    kind, document, places = drawn
    heads = [((key,), None, document[key]) for key in ("format", "type")]
    steps, _, _ = data.draw(st.sampled_from([*places[1:], *heads]))
    mutated = changed(document, *steps, to=wrong)
    for given_document in (mutated, json.dumps(mutated)):
        ((path, message),) = problems_of(kind, given_document)
        assert path == _path(*steps)
        assert message.startswith("expected ")


@settings(max_examples=examples(200))
@given(documents(), st.data())
def test_a_key_that_is_left_out(drawn, data):
    """Any key of any entity, left out, is the one problem, at its path."""
    kind, document, places = drawn
    keyed = [(steps, plain) for steps, each, plain in places if _is_keyed(each, plain)]
    steps, plain = data.draw(st.sampled_from(keyed))
    key = data.draw(st.sampled_from(sorted(plain)))
    fewer = {name: value for name, value in plain.items() if name != key}
    mutated = changed(document, *steps, to=fewer) if steps else fewer
    ((path, message),) = problems_of(kind, mutated)
    assert path == _path(*steps, key)
    assert message.endswith("got nothing: the key is missing")


@settings(max_examples=examples(200))
@given(documents(), st.text(max_size=3), st.data())
def test_a_key_too_many(drawn, key, data):
    """Any key that an entity has not, whatever it holds, is the one problem, at its path."""
    kind, document, places = drawn
    keyed = [(steps, plain) for steps, each, plain in places if _is_keyed(each, plain)]
    steps, plain = data.draw(st.sampled_from(keyed))
    more = {f"{key}-": None, **plain}
    mutated = changed(document, *steps, to=more) if steps else more
    ((path, message),) = problems_of(kind, mutated)
    assert path == _path(*steps, f"{key}-")
    assert message.startswith("expected no such key; the keys here are ")


@settings(max_examples=examples(200))
@given(documents(), st.data())
def test_a_value_of_somewhere_else(drawn, data):
    """A value of another place fits, is told at its path, or contradicts what stands beside it.

    A contradiction is told at something that holds the value, or at a part of that.
    """
    kind, document, places = drawn
    steps, _, _ = data.draw(st.sampled_from(places[1:]))
    _, _, other = data.draw(st.sampled_from(places))
    told = problems_of(kind, changed(document, *steps, to=other))
    holders = "|".join(re.escape(_path(*steps[:length])) for length in range(len(steps)))
    beside = re.compile(rf"(?:{holders})(?:\.\w+|\[\d+\])?")
    for path, _ in told:
        assert path.startswith(_path(*steps)) or beside.fullmatch(path)


@settings(max_examples=examples(100))
@given(documents(), st.data())
def test_two_wrong_values(drawn, data):
    """Two wrong values are both told, in the order in which they stand in the document."""
    kind, document, _ = drawn
    fields = list(document)[2:]
    two = data.draw(st.lists(st.sampled_from(fields), max_size=2, unique=True))
    mutated = document | dict.fromkeys(two, 3.7)
    assert [path for path, _ in problems_of(kind, mutated)] == [
        f"$.{name}" for name in fields if name in two
    ]
