"""A mapping that cannot change (*vaste tabel*), for values that must hash, compare and pickle.

It knows nothing of the regime. It keeps the order in which it was given, and equals any
other one with the same pairs in whatever order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from attrs import field, frozen

__all__ = ["FrozenMap"]

K = TypeVar("K")
V = TypeVar("V")


def _to_dict(pairs: Mapping[K, V] | Iterable[tuple[K, V]]) -> dict[K, V]:
    return dict(pairs)


@frozen(eq=False, repr=False)
class FrozenMap(Mapping[K, V], Generic[K, V]):
    """A hashable mapping (*vaste tabel*), made of a mapping or of pairs."""

    _items: dict[K, V] = field(converter=_to_dict, factory=dict)

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return self._items == other._items
        return NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"
