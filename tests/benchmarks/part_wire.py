"""Documents read and written, with all checks on, against three libraries that do no more."""

from __future__ import annotations

from tests.benchmarks import document, peer_cattrs, peer_msgspec, peer_pydantic
from tests.benchmarks.page import Part, Target, times_table
from tests.benchmarks.timing import Contender, race

from wselr_rules import Application, wire

OURS = "**ours, all checks on**"
PEERS = (peer_pydantic, peer_msgspec, peer_cattrs)
WORDS = {"data": "Reading plain data", "JSON": "Reading JSON", "writing JSON": "Writing JSON"}

WHY_NOT_PYDANTIC = (
    "pydantic is compiled, and makes no entity that checks itself: making the 66 entities alone "
    "takes more than two times what it takes for the whole document, and counting size and depth "
    "beforehand nearly half of it. For JSON, parsing takes once more what it takes in all, half of "
    "it to see keys that stand twice and numbers of very many digits."
)


def measured(*, rounds):
    """Return the part of the page, once every peer has read the same document."""
    made = document.application()
    plain, text = wire.to_dict(made), wire.to_json(made).encode()
    own = {
        "data": lambda: wire.from_dict(Application, plain),
        "JSON": lambda: wire.from_json(Application, text),
        "writing JSON": lambda: wire.to_json(made),
    }
    asked = [peer.contenders(plain, text) for peer in PEERS]
    races, tables = {}, []
    for way, run in own.items():
        entered = {OURS: run} | {name: each for peer in asked for name, each in peer[way].items()}
        _check(way, entered, made)
        races[way] = race([Contender(name, each) for name, each in entered.items()], rounds)
        tables += [f"### {WORDS[way]}\n", times_table(races[way].values(), "a document", OURS)]
    reading = races["data"]
    ours = reading[OURS]
    return Part(
        "Documents",
        f"An application of 66 objects, {len(text) / 1000:.1f} kB. Ours refuses whatever is not "
        "right and tells all that is wrong with its place; pydantic, strict, and msgspec check "
        "types, ranges, patterns and keys, and not whether the parts fit together. cattrs makes "
        "the same objects as ours, whose own fields check themselves, but coerces; ours is written "
        "with its checks too.",
        tables,
        [
            Target(
                "reading data",
                "no slower than cattrs with its checks off",
                ours.beside(reading["cattrs, its checks off"]).ratio,
                1,
                reason="Ours counts size and depth first, and takes keys and types strictly, in "
                "the time that cattrs takes without; what is over is the noise of a run.",
            ),
            Target(
                "reading data",
                "within 4 times pydantic, strict",
                ours.beside(reading["pydantic, strict"]).ratio,
                4,
                reason=WHY_NOT_PYDANTIC,
            ),
            Target(
                "reading JSON",
                "within 4 times pydantic, strict",
                races["JSON"][OURS].beside(races["JSON"]["pydantic, strict"]).ratio,
                4,
                reason=WHY_NOT_PYDANTIC,
            ),
        ],
    )


def _check(way, entered, made):
    """Refuse a peer that reads another application, or writes none that is read as this one."""
    for name, run in entered.items():
        answer = run()
        if way == "writing JSON":
            is_same = name.startswith("cattrs") or wire.from_json(Application, answer) == made
        elif isinstance(answer, Application):
            is_same = answer == made
        else:
            is_same = _is_alike(answer, made)
        if not is_same:
            raise ValueError(f"{name} is not alike in {way}")


def _is_alike(answer, made):
    """Whether a peer's own objects hold the same values in the fields that ours have."""
    if hasattr(made, "__attrs_attrs__"):
        names = [each.name for each in made.__attrs_attrs__ if each.init]
        return all(_is_alike(getattr(answer, name), getattr(made, name)) for name in names)
    if isinstance(made, tuple):
        return len(answer) == len(made) and all(map(_is_alike, answer, made))
    if hasattr(made, "items"):
        return dict(answer) == dict(made)
    return answer in {made, getattr(made, "value", made)}
