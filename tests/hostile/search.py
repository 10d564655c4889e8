"""The long search: ``python -m tests.hostile.search [NUMBER] [SEED]``, a million cases by default.

Every case is read, as data and as JSON, and timed; the memory of one in fifty is measured too,
which takes many times longer. Then come the documents that are made to be dear. It tells the
dearest of both and fails where one breaks the bounds, or gives another error. What is slow is
read a second time before it is said to be: the first time may have met the collector of garbage.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import sys
import tracemalloc
from multiprocessing import Pool
from time import process_time

from attrs import frozen
from tests.hostile.dearest import made_dear
from tests.hostile.mutating import case, drawn
from tests.hostile.reading import attempt, check, forms

NUMBER = 1_000_000
BLOCK = 1000
#: In seconds, for a block: it takes a few.
HANGS = 600
MEASURED = 50
#: For each kilobyte of a document; what is shorter counts as one.
MOST_SECONDS = 0.05
#: Times the document, beside what the thousand problems take that may be told of any document.
MOST_TIMES = 100
OF_PROBLEMS = 2**20


@frozen
class Dearest:
    """The most that anything took, each with what took it, and how it ended."""

    seconds: tuple[float, str] = (0.0, "")
    #: As a part of what is allowed.
    memory: tuple[float, str] = (0.0, "")
    read: int = 0
    refused: int = 0
    failed: tuple[str, ...] = ()

    def and_(self, other):
        """Return the dearest of both."""
        return Dearest(
            max(self.seconds, other.seconds),
            max(self.memory, other.memory),
            self.read + other.read,
            self.refused + other.refused,
            self.failed + other.failed,
        )

    @property
    def is_well(self):
        """Whether all of it is within the bounds."""
        return not self.failed and self.seconds[0] <= MOST_SECONDS and self.memory[0] <= 1

    def __str__(self):
        lines = [
            f"{self.read} read, {self.refused} refused",
            f"slowest: {self.seconds[0] * 1000:.2f} ms a kilobyte: {self.seconds[1]}",
            f"most memory: {self.memory[0]:.1%} of what is allowed: {self.memory[1]}",
            f"any other error: {len(self.failed)}",
            *self.failed[:20],
        ]
        return "\n".join(lines)


def _timed(kind, document):
    before = process_time()
    found = attempt(kind, document)
    return process_time() - before, found


def _memory(kind, document):
    tracemalloc.start()
    try:
        attempt(kind, document)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def measured(name, kind, document, size, *, with_memory):
    """Read a document of this many bytes and return what it took."""
    seconds, found = _timed(kind, document)
    kilobytes = max(1.0, size / 1024)
    if seconds > MOST_SECONDS * kilobytes / 2:
        seconds = min(seconds, _timed(kind, document)[0])
    is_read = check(found)
    memory = _memory(kind, document) if with_memory else 0
    of_which = f"{memory // 1024} KiB for {size} bytes, {name}"
    return Dearest(
        (seconds / kilobytes, name),
        (memory / (MOST_TIMES * size + OF_PROBLEMS), of_which),
        int(is_read),
        int(not is_read),
    )


def _size(text):
    return len(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)


def _one(documents, seed, *, with_memory):
    made = case(documents, seed)
    if made.text is None:
        is_read = check(attempt(made.kind, made.data))
        return Dearest(read=int(is_read), refused=int(not is_read))
    dearest = Dearest()
    for form in forms(made):
        name = f"case {seed}, a {made.kind.__name__} as {type(form).__name__}"
        size = _size(made.text)
        found = measured(name, made.kind, form, size, with_memory=with_memory)
        dearest = dearest.and_(found)
    return dearest


def block(documents, seed, numbers):
    """Read the cases with these numbers and return what they took at most."""
    dearest = Dearest()
    for number in numbers:
        each = f"{seed}:{number}"
        try:
            found = _one(documents, each, with_memory=number % MEASURED == 0)
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is what is searched for
            found = Dearest(failed=(f"case {each}: {type(error).__name__}: {error}"[:300],))
        dearest = dearest.and_(found)
    return dearest


class Worker:
    """Reads blocks of cases in a process of its own."""

    documents = ()

    @classmethod
    def begin(cls):
        """Draw the documents, and read each once: what is made for a type is made once."""
        cls.documents = drawn()
        for kind, text in cls.documents:
            attempt(kind, text)
        gc.collect()
        gc.freeze()

    @classmethod
    def block(cls, given):
        """Read a block of cases, or end with a trace of where it hangs."""
        faulthandler.dump_traceback_later(HANGS, exit=True)
        dearest = block(cls.documents, *given)
        faulthandler.cancel_dump_traceback_later()
        return dearest


def _mutated(number, seed):
    starts = range(0, number, BLOCK)
    blocks = [(seed, range(start, min(start + BLOCK, number))) for start in starts]
    dearest = Dearest()
    with Pool(os.cpu_count(), Worker.begin) as pool:
        for each in pool.imap_unordered(Worker.block, blocks):
            dearest = dearest.and_(each)
    return dearest


def _made_dear():
    dearest = Dearest()
    for kind, text in made_dear():
        attempt(kind, "{}")
        name = f"a {kind.__name__} of {len(text)} characters, {text[:90]!r}"
        dearest = dearest.and_(measured(name, kind, text, _size(text), with_memory=True))
    return dearest


def main(number=NUMBER, seed="0"):
    """Search, tell what was found and return whether it is well."""
    mutated = _mutated(int(number), seed)
    sys.stdout.write(f"{number} cases of seed {seed}: {mutated}\n")
    sys.stdout.flush()
    dear = _made_dear()
    sys.stdout.write(f"made to be dear: {dear}\n")
    return mutated.is_well and dear.is_well


if __name__ == "__main__":
    sys.exit(not main(*sys.argv[1:]))
