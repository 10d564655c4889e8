"""A hundred thousand what-ifs over the applicants of the example, on many processes at once.

With ``requirements/sweep.txt`` and the package installed, ``python docs/examples/sweep.py`` runs
them on two processes of this machine, and writes ``sweep.parquet``: a row for each scenario, with
the verdict and the cents of each applicant. ``--address tcp://HOST:PORT`` runs them on a cluster of
dask.distributed, whose workers have the package. A worker that dies costs time and nothing else:
what it had is done again, and the result is the same.

The library knows no engine, thread or process: a worker is told what to ask, and asks it.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from statistics import median

import pyarrow as pa
import pyarrow.parquet as pq
import what_ifs
from applicants import read_applicants, read_municipalities
from assumptions import ALL_ASSUMED, CALL, DAYS, PLAN_YEAR, as_assumed
from distributed import Client, LocalCluster, progress

from wselr_rules import SweepOutcome, Verdict, scenarios

DATA = Path(__file__).parent / "data"
#: The day on which all is assessed: the last before existing regieverbanden must fit.
ON = DAYS[0]


def main(arguments: list[str] | None = None) -> None:
    """Run them all, write the table and print what comes of them."""
    options = _options(arguments)
    these, described = prepared(options.scenarios, options.seed)
    with _client(options) as client:
        outcomes = run(client, these, described, options.batch, show=progress)
    pq.write_table(table(outcomes), options.output)
    print(f"\n\n{summary(outcomes)}\n\nwritten: {options.output}")


def _options(arguments: list[str] | None) -> Namespace:
    parser = ArgumentParser(description="Sweep over what-ifs of the example.")
    parser.add_argument("--scenarios", type=int, default=100_000, help="how many")
    parser.add_argument("--batch", type=int, default=1_000, help="how many a task, at least 100")
    parser.add_argument("--seed", type=int, default=1, help="of the pairs of changes")
    parser.add_argument("--workers", type=int, default=2, help="processes of this machine")
    parser.add_argument("--address", help="of a scheduler, to run elsewhere")
    parser.add_argument("--output", type=Path, default=Path("sweep.parquet"))
    return parser.parse_args(arguments)


@contextmanager
def _client(options: Namespace) -> Iterator[Client]:
    if options.address is not None:
        with Client(options.address) as client:
            yield client
        return
    workers = LocalCluster(n_workers=options.workers, threads_per_worker=1, dashboard_address=None)
    with workers, Client(workers) as client:
        yield client


def prepared(
    number: int, seed: int
) -> tuple[what_ifs.WhatIfs, list[tuple[str, what_ifs.Description]]]:
    """Read the data, and describe and number the scenarios."""
    municipalities = read_municipalities(DATA / "figures.csv")
    portfolio = as_assumed(read_applicants(DATA / "applicants.json"), municipalities)
    these = what_ifs.what_ifs(CALL, portfolio, municipalities, ON)
    described = what_ifs.descriptions(these, number, seed)
    return these, [(str(place), each) for place, each in enumerate(described)]


def run(
    client: Client,
    these: what_ifs.WhatIfs,
    described: list[tuple[str, what_ifs.Description]],
    size: int,
    *,
    show: Callable[[object], object] = lambda _: None,
) -> list[SweepOutcome]:
    """Hand out the scenarios in batches and collect what comes of them, in their order.

    One task costs the engine about as much as a few scenarios, hence the batches.
    """
    client.upload_file(what_ifs.__file__)
    batches = [described[start : start + size] for start in range(0, len(described), size)]
    futures = client.map(what_ifs.outcomes_of, batches, these=these, on=ON, year=PLAN_YEAR)
    show(futures)
    return [*chain.from_iterable(client.gather(futures))]


def table(outcomes: list[SweepOutcome]) -> pa.Table:
    """Make a table of the outcomes: the columns are taken as they are."""
    return pa.table(scenarios.columns(outcomes))


def summary(outcomes: list[SweepOutcome]) -> str:
    """Say in how many scenarios each applicant is eligible, and what it then gets."""
    lines = [
        "NO OFFICIAL OUTCOME: an example on public figures and on assumptions",
        f"({ALL_ASSUMED}: open_call.py tells them).",
        f"Assumed too: changes of members on {ON}, among municipalities of the same reference",
        "region, and the budgets and keys that are tried.",
        "",
        f"{len(outcomes):,} scenarios, plan year {PLAN_YEAR}; euros where eligible",
        f"{'applicant':18} {'eligible':>9} {'least':>12} {'median':>12} {'most':>12}",
    ]
    for id in outcomes[0].verdicts:
        eligible = [each for each in outcomes if each.verdicts[id] is Verdict.MET]
        cents = [each.cents[id] for each in eligible if each.cents is not None]
        found = (min(cents), round(median(cents)), max(cents)) if cents else ()
        amounts = "".join(f" {each // 100:>12,}" for each in found)
        lines.append(f"{id:18} {len(eligible):>9,}{amounts}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
