"""The real decisions of the example, made and read once, and no way out to any network."""

from __future__ import annotations

import socket

import pytest
from tests.linked.reading import documents_of, graph_of, real_decisions


def pytest_configure(config):
    """Let rdflib use what it says of itself that it should no longer use."""
    config.addinivalue_line("filterwarnings", "ignore::DeprecationWarning:rdflib")
    config.addinivalue_line("filterwarnings", "ignore:.*ConjunctiveGraph:DeprecationWarning")


@pytest.fixture(scope="session", autouse=True)
def _no_network():
    """Refuse every connection while these tests run."""

    def refuse(*arguments, **_):
        message = f"a connection was asked for: {arguments}"
        raise AssertionError(message)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(socket.socket, "connect", refuse)
        patched.setattr(socket, "create_connection", refuse)
        patched.setattr(socket, "getaddrinfo", refuse)
        yield


@pytest.fixture(scope="session")
def decisions():
    """Return the decisions on 21 real applicants, as published and as assumed, on two days."""
    return real_decisions()


@pytest.fixture(scope="session")
def documents(decisions):
    """Return the criterion, the vocabulary and these decisions as linked data."""
    return documents_of(decisions)


@pytest.fixture(scope="session")
def graph(documents):
    """Return the criterion and the vocabulary in one graph, without any decision."""
    return graph_of(*documents[:2])


@pytest.fixture(scope="session")
def graphs(documents):
    """Return each decision in a graph of its own, in their order."""
    return [graph_of(document) for document in documents[2:]]
