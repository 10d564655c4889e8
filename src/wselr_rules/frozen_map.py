"""A mapping that cannot change (*vaste tabel*), for values that must hash, compare and pickle.

It knows nothing of the regime. It keeps the order in which it was given, and equals any
other one with the same pairs in whatever order.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import NoReturn, TypeVar, cast

from attrs.exceptions import FrozenInstanceError

__all__ = ["FrozenMap", "frozen_map"]

K = TypeVar("K")
V = TypeVar("V")


class FrozenMap(Mapping[K, V]):
    """A hashable mapping (*vaste tabel*), made of a mapping or of pairs.

    >>> FrozenMap({"a": 1, "b": 2}) == FrozenMap([("b", 2), ("a", 1)])
    True
    """

    __slots__ = ("_items",)
    _items: dict[K, V]

    def __init__(self, pairs: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        """Copy the pairs; of a key that stands twice the last one holds."""
        object.__setattr__(self, "_items", dict(pairs))

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    # A mapping has these three by looking up each key; a view of a dict cannot change it either.

    def keys(self) -> KeysView[K]:
        """The keys, in the order given (*sleutels*)."""
        return self._items.keys()

    def values(self) -> ValuesView[V]:
        """The values, in the order of the keys (*waarden*)."""
        return self._items.values()

    def items(self) -> ItemsView[K, V]:
        """The pairs, in the order of the keys (*paren*)."""
        return self._items.items()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return self._items == dict(cast("FrozenMap[object, object]", other))
        return NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def __reduce__(self) -> tuple[type[FrozenMap[K, V]], tuple[dict[K, V]]]:
        return (FrozenMap, (dict(self._items),))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError


def frozen_map(pairs: Mapping[K, V] | Iterable[tuple[K, V]]) -> FrozenMap[K, V]:
    """The pairs as a mapping that cannot change (*vaste tabel*): itself where it is one."""
    # To ask whether it is an instance takes long of an abstract class.
    return cast("FrozenMap[K, V]", pairs) if type(pairs) is FrozenMap else FrozenMap(pairs)
