"""The example service, imported as its command does, and served on loopback."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.service.serving import Client, served

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
sys.path.insert(0, str(EXAMPLES))


@pytest.fixture(scope="session")
def port():
    """Return the port of a server that runs while the tests do."""
    from service.app import app  # noqa: PLC0415 -- it is found only now

    with served(app) as listening:
        yield listening


@pytest.fixture(scope="session")
def client(port):
    """Return what asks that server."""
    return Client(port)
