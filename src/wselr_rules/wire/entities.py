"""Entities read by functions of cattrs (*entiteiten*), with all that is wrong with them.

It knows how an entity is made of its fields; how each of those is read is given. What
contradicts itself is for the entity to say. It knows no single entity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias, cast

from attrs import NOTHING, Attribute, field, fields, frozen
from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError
from cattrs.gen import (
    make_dict_structure_fn_from_attrs,  # pyright: ignore[reportUnknownVariableType] -- bare Attribute
    make_dict_unstructure_fn_from_attrs,  # pyright: ignore[reportUnknownVariableType] -- likewise
    override,
)

from wselr_rules.errors import RulesError
from wselr_rules.wire.faults import MOST_PROBLEMS, Fault, Unfit
from wselr_rules.wire.plain import shorten
from wselr_rules.wire.scalars import Kind

__all__ = ["EntityReader", "Hook", "attributes_of", "structure_of", "unstructure_of"]

#: What becomes of the value of a field; cattrs hands the annotation too to one that reads.
Hook: TypeAlias = Callable[..., object]
_Pairs: TypeAlias = Mapping[str, object]

_CONVERTER = Converter(detailed_validation=True, forbid_extra_keys=True)


def attributes_of(entity: type) -> tuple[Attribute[Any], ...]:
    """The fields that the constructor of an entity takes (*velden*), in order."""
    return tuple(attribute for attribute in fields(entity) if attribute.init)


@frozen
class EntityReader:
    """Reads an entity from an object (*lezer*) by the kinds of its fields, none left out."""

    entity: type
    kinds: Mapping[str, Kind]
    _structure: Callable[[_Pairs, type], object] = field(init=False)

    def __attrs_post_init__(self) -> None:
        hooks = {name: _hook(kind) for name, kind in self.kinds.items()}
        structure = structure_of(self.entity, hooks, tells_all=True)
        object.__setattr__(self, "_structure", structure)

    def read(self, pairs: _Pairs) -> object:
        """The entity of this object (*gelezen*); raises ``Unfit`` with all that is wrong."""
        try:
            return self._structure(pairs, self.entity)
        except ClassValidationError as error:
            faults = tuple(self._faults(error, pairs))
        raise Unfit(*faults)

    def _faults(self, group: ClassValidationError, pairs: _Pairs) -> Iterator[Fault]:
        of_fields, of_entity = group.group_exceptions()
        for error, note in of_fields:
            if isinstance(error, Unfit):
                yield from error.below(note.name)
            elif isinstance(error, KeyError):
                expected = self.kinds[note.name].expected
                yield Fault((note.name,), f"expected {expected}, got nothing: the key is missing")
            else:
                raise error
        for error in of_entity:
            if isinstance(error, ForbiddenExtraKeysError):
                yield from self._unknown(error, pairs)
            elif isinstance(error, RulesError):
                yield from self._refusals(error, pairs)
            else:
                raise error

    def _unknown(self, error: ForbiddenExtraKeysError, pairs: _Pairs) -> Iterator[Fault]:
        message = f"expected no such key; the keys here are {', '.join(self.kinds)}"
        unknown = (key for key in pairs if key in error.extra_fields)
        return (Fault((key,), message) for key in islice(unknown, MOST_PROBLEMS + 1))

    def _refusals(self, error: RulesError, pairs: _Pairs) -> list[Fault]:
        """What the entity refuses, each field asked by itself: its constructor tells the first."""
        bare = cast("object", object.__new__(self.entity))
        faults: list[Fault] = []
        for check in (_convert, _validate):
            for attribute in attributes_of(self.entity):
                try:
                    check(bare, attribute, self.kinds[attribute.name].read(pairs[attribute.name]))
                except RulesError as refusal:
                    faults.append(Fault((attribute.name,), shorten(str(refusal))))
            if faults:
                return faults
        place = str(getattr(error, "field", "")).rpartition(".")[2]
        return [Fault((place,) if place in self.kinds else (), shorten(str(error)))]


def structure_of(
    entity: type, hooks: Mapping[str, Hook], *, tells_all: bool
) -> Callable[[_Pairs, type], object]:
    """A function of cattrs that makes an entity of an object (*lezer*), a hook for each field.

    Unless it ``tells_all`` that is wrong it stops at the first, and takes unknown keys.
    """
    # Without a default no field may be left out, and the hooks say more than the annotations.
    attributes = [each.evolve(default=NOTHING, type=object) for each in attributes_of(entity)]
    parameters = {each.__name__: object for each in getattr(entity, "__parameters__", ())}
    overrides: dict[str, Any] = {name: override(struct_hook=hook) for name, hook in hooks.items()}
    return cast(
        "Callable[[_Pairs, type], object]",
        make_dict_structure_fn_from_attrs(
            attributes,
            entity,
            _CONVERTER,
            parameters,
            _cattrs_forbid_extra_keys=tells_all,
            _cattrs_detailed_validation=tells_all,
            _cattrs_use_linecache=False,
            **overrides,
        ),
    )


def unstructure_of(entity: type, hooks: Mapping[str, Hook]) -> Callable[[Any], dict[str, object]]:
    """A function of cattrs that makes an object of an entity (*schrijver*) likewise."""
    overrides: dict[str, Any] = {name: override(unstruct_hook=hook) for name, hook in hooks.items()}
    return make_dict_unstructure_fn_from_attrs(
        list(attributes_of(entity)), entity, _CONVERTER, _cattrs_use_linecache=False, **overrides
    )


def _hook(kind: Kind) -> Hook:
    def read(plain: object, annotation: object) -> object:
        del annotation
        return kind.read(plain)

    return read


def _convert(bare: object, attribute: Attribute[Any], value: object) -> None:
    convert = cast("Any", attribute).converter
    object.__setattr__(bare, attribute.name, value if convert is None else convert(value))


def _validate(bare: object, attribute: Attribute[Any], value: object) -> None:
    del value
    if attribute.validator is not None:
        attribute.validator(bare, attribute, getattr(bare, attribute.name))
