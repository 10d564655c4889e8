"""Many clients at once for a while, every answer checked: ``python -m tests.service.load``.

It starts the command of the guide on loopback, asks it what the library was asked before, and
compares byte for byte. It stops by itself, after the time or the number of requests, and fails
where an answer is wrong or missing. The figures are those of this machine while it does so, its
clients included.
"""

from __future__ import annotations

import asyncio
import os
import sys
from argparse import ArgumentParser
from collections import Counter
from itertools import cycle, islice
from statistics import quantiles
from time import perf_counter

from attrs import Factory, define
from tests.service.questions import Question, questions
from tests.service.serving import in_its_own_process

#: Whatever is asked for, it never asks more than this, nor for longer.
MOST_REQUESTS = 1_000_000
MOST_SECONDS = 600
#: An answer that takes longer is a failed one.
PATIENCE = 60
#: How many different questions of each kind.
KINDS = 6


@define
class Tally:
    """What came of the requests so far."""

    most: int
    until: float
    seconds: list[tuple[str, float]] = Factory(list)
    wrong: Counter[str] = Factory(Counter)
    sent: int = 0

    def may_go_on(self):
        """Count one more request, unless that would be too many or too late."""
        if self.sent >= self.most or perf_counter() >= self.until:
            return False
        self.sent += 1
        return True


async def client(port, asked, tally):
    """Ask one question after another on one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for question in asked:
            if not tally.may_go_on():
                break
            began = perf_counter()
            async with asyncio.timeout(PATIENCE):
                status, body = await answered(reader, writer, question)
            tally.seconds.append((question.path, perf_counter() - began))
            if status != 200 or body != question.answer:
                tally.wrong[f"{status} or another answer at {question.path}"] += 1
    finally:
        writer.close()


async def answered(reader, writer, question):
    """Send one question and return the status and the body of its answer."""
    head = (
        f"POST {question.path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(question.body)}\r\n\r\n"
    )
    writer.write(head.encode() + question.body)
    await writer.drain()
    status, *headers = (await reader.readuntil(b"\r\n\r\n")).decode().lower().split("\r\n")
    (length,) = [each.partition(": ")[2] for each in headers if each.startswith("content-length")]
    return int(status.split()[1]), await reader.readexactly(int(length))


async def run(port, asked, clients, tally):
    """Let all clients ask, each beginning with another question."""
    rows = [islice(cycle(asked), place, None) for place in range(clients)]
    ends = await asyncio.gather(*(client(port, row, tally) for row in rows), return_exceptions=True)
    tally.wrong.update(f"no answer: {type(end).__name__}" for end in ends if end is not None)


def report(tally, took, clients, workers):
    """Say what was measured."""
    rate = len(tally.seconds) / took
    lines = [
        f"{len(tally.seconds)} answers in {took:.1f} s: {rate:.1f} a second",
        f"{clients} clients on {workers} process(es) of the server",
        f"wrong or failed: {tally.wrong.total()}",
        *(f"  {number} times {what}" for what, number in tally.wrong.most_common(10)),
        f"{'milliseconds':<14}{'answers':>9}{'median':>9}{'95 %':>9}{'99 %':>9}{'most':>9}",
    ]
    for path in sorted({path for path, _ in tally.seconds}):
        times = [1000 * seconds for each, seconds in tally.seconds if each == path]
        cuts = quantiles(times, n=100, method="inclusive") if len(times) > 1 else times * 99
        shown = "".join(f"{each:>9.0f}" for each in (cuts[49], cuts[94], cuts[98], max(times)))
        lines.append(f"{path:<14}{len(times):>9}{shown}")
    return "\n".join(lines)


def main(arguments=None):
    """Ask, tell the figures, and fail where an answer was wrong or missing."""
    options = _options(arguments)
    asked = list(questions(KINDS))
    if options.expect_nothing:
        asked = [Question(each.path, each.body, b"") for each in asked]
    before = sum(os.times()[2:4])
    with in_its_own_process(f"--workers={options.workers}") as (port, _):
        began = perf_counter()
        tally = Tally(
            min(options.requests, MOST_REQUESTS), began + min(options.seconds, MOST_SECONDS)
        )
        asyncio.run(run(port, asked, options.clients, tally))
        took = perf_counter() - began
    spent = sum(os.times()[2:4]) - before
    sys.stdout.write(f"{report(tally, took, options.clients, options.workers)}\n")
    each = 1000 * spent / max(1, len(tally.seconds))
    sys.stdout.write(f"processor time of the server, its start included: {each:.0f} ms an answer\n")
    return not tally.wrong and bool(tally.seconds)


def _options(arguments):
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--requests", type=int, default=MOST_REQUESTS)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument(
        "--expect-nothing", action="store_true", help="expect empty answers, to see it fail"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(not main())
