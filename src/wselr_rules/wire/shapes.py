"""The shapes of plain data (*vorm*): objects with keys, lists with items, and how much of both.

It knows how large and deep a document may be, and nothing of what it stands for.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, cast

from wselr_rules.wire.faults import MOST_PROBLEMS, Fault, Unfit, unfit
from wselr_rules.wire.plain import CONTAINERS, Doubled, is_list, is_object

__all__ = ["MOST_LEVELS", "MOST_VALUES", "check_size", "items_of", "keyed", "too_deep"]

#: Our own limits. A finding and the list of its children are two levels.
MOST_LEVELS = 128
MOST_VALUES = 20_000_000
_FEW_VALUES = 100_000


def check_size(data: object) -> None:
    """Refuse what is too deep or too large to be read (*te diep of te groot*), in linear time.

    What stands in several places counts in each of them; what holds itself has levels without
    end. Raises ``Unfit``.
    """
    if _is_small(data):
        return
    values, level = 1, [(data, 1)]
    for _ in range(MOST_LEVELS):
        below: dict[int, tuple[object, int]] = {}
        for node, times in level:
            children = _children(node)
            values += times * len(children)
            for child in children:
                if is_object(child) or is_list(child):
                    known = below.get(id(child))
                    below[id(child)] = (child, times if known is None else known[1] + times)
        if values > MOST_VALUES:
            raise Unfit(Fault((), f"expected at most {MOST_VALUES} values, got more"))
        if not below:
            return
        level = list(below.values())
    raise too_deep()


def _is_small(data: object) -> bool:
    """Whether few values come together when each is counted as often as it is met."""
    level: list[Any] = [data]
    left = _FEW_VALUES
    for _ in range(MOST_LEVELS):
        below: list[Any] = []
        for node in level:
            if type(node) in CONTAINERS:
                below += node if type(node) is list else node.values()
                if len(below) > left:
                    return False
        left -= len(below)
        if not below:
            return True
        level = below
    return False


def too_deep() -> Unfit:
    """What is said of a document with too many levels (*te diep*)."""
    return Unfit(Fault((), f"expected at most {MOST_LEVELS} levels of nesting, got more"))


def keyed(value: object, expected: str) -> tuple[dict[str, object], list[Fault]]:
    """The pairs of an object whose key is text (*sleutels*), and what is wrong with its keys.

    Raises ``Unfit`` for what is no object.
    """
    if not is_object(value):
        raise unfit(expected, value)
    pairs = cast("dict[str, object]", value)
    if isinstance(value, Doubled):
        # It was read from JSON, where each key is text.
        doubles = value.doubles[: MOST_PROBLEMS + 1]
        return pairs, [Fault((key,), "expected this key once, got it again") for key in doubles]
    others = [key for key in pairs if type(key) is not str]
    if not others:
        return pairs, []
    wrong = (unfit("keys that are text", key) for key in others[: MOST_PROBLEMS + 1])
    texts = {key: each for key, each in pairs.items() if type(key) is str}
    return texts, [fault for each in wrong for fault in each.faults]


def items_of(value: object, expected: str) -> list[object]:
    """The items of a list (*onderdelen*); raises ``Unfit`` for what is none."""
    if not is_list(value):
        raise unfit(expected, value)
    return cast("list[object]", value)


def _children(node: object) -> Collection[object]:
    if is_object(node):
        return cast("dict[str, object]", node).values()
    return cast("list[object]", node) if is_list(node) else ()
