"""The example that sweeps over many processes: nothing is lost, whatever dies on the way.

``nox -s sweep`` runs it, with what the example needs; no other session has that.
"""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from wselr_rules import scenarios

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
NUMBER = 3_000


@pytest.fixture(scope="module")
def example():
    """Return the example, imported as its neighbours are."""
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(str(EXAMPLES))
        yield importlib.import_module("sweep")


@pytest.fixture(scope="module")
def asked(example):
    """Return what the scenarios are made of, and their descriptions."""
    return example.prepared(NUMBER, 1)


@pytest.fixture(scope="module")
def plain(example, asked):
    """Return what comes of them in this process alone."""
    these, described = asked
    return example.what_ifs.outcomes_of(described, these, example.ON, example.PLAN_YEAR)


@pytest.fixture
def client(example):
    """Return the client of two workers."""
    with (
        example.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        example.Client(cluster) as client,
    ):
        yield client


def test_as_described(example, asked):
    """As known, each join and leave once, then pairs with a budget and keys; the seed decides."""
    these, described = asked
    names, places = zip(*described, strict=True)
    assert names == tuple(map(str, range(NUMBER)))
    singles = 1 + these.of_members
    assert places[:3] == ((), (0,), (1,))
    assert {len(each) for each in places[1:singles]} == {1}
    assert {len(each) for each in places[singles:]} == {4}
    assert example.prepared(NUMBER, 1)[1] == described
    assert example.prepared(NUMBER, 2)[1] != described
    municipalities = {
        each.change.municipalities[0].nis_code
        if hasattr(each.change, "municipalities")
        else each.change.municipality.nis_code
        for each in these.changes[: these.of_members]
    }
    assert len(these.portfolio.applications) == 21
    assert len(municipalities) > 200


def test_in_one_process_as_run(example, asked, plain):
    """What a batch gives is what ``run`` gives for some of its scenarios."""
    these, described = asked
    for place in range(0, NUMBER, 150):
        (scenario,) = example.what_ifs._scenarios([described[place]], these)  # noqa: SLF001
        found = scenarios.run(scenario, on=example.ON, year=example.PLAN_YEAR)
        assert {each.application_id: each.verdict for each in found} == dict(plain[place].verdicts)
        assert {each.beneficiary_id: int(each.amount * 100) for each in found.allocation} == dict(
            plain[place].cents
        )


def test_a_killed_worker(example, asked, plain, client):
    """One of two workers is killed while the batches run: the result is the same, in order."""
    killed = []

    def kill(futures):
        futures[0].result()
        before = client.run(os.getpid)
        address, process = next(iter(before.items()))
        os.kill(process, signal.SIGKILL)
        killed.append((address, process, sum(not each.done() for each in futures)))

    found = example.run(client, *asked, 100, show=kill)
    ((_, process, still_waiting),) = killed
    assert still_waiting
    assert process not in client.run(os.getpid).values()
    assert found == plain


def test_a_cluster_elsewhere(plain, client, tmp_path):
    """As a reader runs it, with the address of a cluster: a summary and a Parquet file."""
    output = tmp_path / "sweep.parquet"
    ended = subprocess.run(  # noqa: S603 -- this interpreter, on a file of this repository
        [
            sys.executable,
            str(EXAMPLES / "sweep.py"),
            f"--address={client.scheduler.address}",
            f"--scenarios={NUMBER}",
            "--batch=300",
            f"--output={output}",
        ],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
        timeout=300,
    )
    assert ended.returncode == 0, ended.stderr
    assert "NO OFFICIAL OUTCOME" in ended.stdout
    assert f"{NUMBER:,} scenarios, plan year 2025" in ended.stdout
    assert "[####" in ended.stdout
    read = importlib.import_module("pyarrow.parquet").read_table(output)
    assert read.to_pydict() == scenarios.columns(plain)
