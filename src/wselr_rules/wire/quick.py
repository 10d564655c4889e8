"""What reading and writing without a look at what could be wrong share (*vlot*).

Of a kind a quick function is made once. It gives what the kind itself gives or fails, and does
not know why: the kind itself then tells what is wrong, and where. So a quick function may refuse
what is right, which only takes longer, and may never take what is not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from wselr_rules.wire.composed import Choice, NothingKind
from wselr_rules.wire.faults import Unfit
from wselr_rules.wire.scalars import TEXT, TRUTH, WHOLE, Kind

__all__ = ["AS_THEY_ARE", "Make", "Quick", "chosen", "made", "of_type"]

#: What becomes of plain data or of a value; whatever it raises, the kind itself is to be asked.
#: Of what it is given besides, the annotation, it makes no use.
Quick: TypeAlias = Callable[..., object]
#: The quick function of a kind that stands in another one.
Make: TypeAlias = Callable[[Kind], Quick]

#: Far fewer than those of the largest number that is taken.
_FEW_BITS: Final = 64


def made(kind: Kind, how: Callable[[Any, Make], Quick]) -> Quick:
    """The quick function of a kind (*vlotte functie*), made with those of the kinds in it."""
    known: dict[Kind, Quick] = {}

    def make(inner: Kind) -> Quick:
        if inner not in known:
            finished: list[Quick] = []

            def later(given: object, _: object = None) -> object:
                return finished[0](given)

            # An entity may hold others of its own kind.
            known[inner] = later
            known[inner] = how(inner, make)
            finished.append(known[inner])
        return known[inner]

    return make(kind)


def of_type(given: object, kind: type) -> Any:  # noqa: ANN401 -- of that type, or refused
    """What is given (*van die soort*), where it is of exactly this type; ``Unfit`` otherwise."""
    if type(given) is not kind:
        raise Unfit
    return given


# --- single values that are their own plain data --------------------------------------------


def _text(given: object, _: object = None) -> object:
    # Half a surrogate pair is not ASCII.
    if type(given) is str and given.isascii() and "\0" not in given:
        return given
    return TEXT.read(given)


def _whole(given: object, _: object = None) -> object:
    if type(given) is int and given.bit_length() < _FEW_BITS:
        return given
    return WHOLE.read(given)


def _truth(given: object, _: object = None) -> object:
    return of_type(given, bool)


#: The plainest of each, which nearly all are; about any other one the kind itself is asked.
AS_THEY_ARE: Final[Mapping[Kind, Quick]] = MappingProxyType(
    {TEXT: _text, WHOLE: _whole, TRUTH: _truth}
)


# --- one of several kinds -------------------------------------------------------------------


def chosen(
    choice: Choice,
    make: Make,
    type_of: Callable[[Kind], type],
    fitting: Callable[[Kind], Callable[[object], bool]],
) -> Quick:
    """The quick function of a choice (*keuze*), by the type of what is given.

    Of several kinds with the same type it is that of the first that fits.
    """
    *known, last = choice.options
    if isinstance(last, NothingKind):
        choose = _by_type(known, make, type_of, fitting)

        def choose_if_known(given: object, _: object = None) -> object:
            return None if given is None else choose(given)

        return choose_if_known
    return _by_type(choice.options, make, type_of, fitting)


def _by_type(
    options: Sequence[Kind],
    make: Make,
    type_of: Callable[[Kind], type],
    fitting: Callable[[Kind], Callable[[object], bool]],
) -> Quick:
    alike: dict[type, list[Kind]] = {}
    for option in options:
        alike.setdefault(type_of(option), []).append(option)
    quick = {each: _first_of(kinds, make, fitting) for each, kinds in alike.items()}
    if len(quick) == 1:
        (only,) = quick.values()
        return only

    def choose(given: object, _: object = None) -> object:
        return quick[type(given)](given)

    return choose


def _first_of(
    kinds: Sequence[Kind], make: Make, fitting: Callable[[Kind], Callable[[object], bool]]
) -> Quick:
    options = [(fitting(kind), make(kind)) for kind in kinds]
    if len(options) == 1:
        return options[0][1]

    def first(given: object, _: object = None) -> object:
        for fits, act in options:
            if fits(given):
                return act(given)
        raise Unfit

    return first
