"""Too much is refused before it is read, and what does not come is not waited for."""

from __future__ import annotations

import socket
import threading
import time

import pytest
from tests.service.questions import decision_inputs
from tests.service.serving import BUFFER, SECONDS, Client, served

from wselr_rules import wire

NONSENSE = b"x" * 10_000_000
HEAD = b"POST /decisions HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
#: The bound, and what lies between both ends: sent, and not read.
READ_AT_MOST = 1_000_000 + 12 * BUFFER


@pytest.fixture
def raw(port):
    """Return a bare connection to the server."""
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
        connection.settimeout(SECONDS)
        connection.connect(("127.0.0.1", port))
        yield connection


def answer_on(connection):
    """Return what a server says on a connection until it closes it."""
    said = bytearray()
    try:
        while part := connection.recv(65_536):
            said += part
    except ConnectionResetError:
        pass
    return bytes(said)


class TestTooLarge:
    """Ten megabytes of nonsense are refused with 413, whether their size is told or not."""

    def test_told_before(self, raw):
        """A length beyond the bound is refused before a byte of the body is sent."""
        raw.sendall(HEAD + b"Content-Length: 10000000\r\n\r\n")
        said = answer_on(raw)
        assert said.startswith(b"HTTP/1.1 413 ")
        assert b"\r\nconnection: close\r\n" in said.lower()
        assert b"/problems/too-large" in said

    @pytest.mark.parametrize("length", [b"1000001", b"9" * 18])
    def test_just_beyond_and_far_beyond(self, raw, length):
        """One byte too many is too many, and so is any number of them."""
        raw.sendall(HEAD + b"Content-Length: " + length + b"\r\n\r\n")
        assert answer_on(raw).startswith(b"HTTP/1.1 413 ")

    def test_not_told(self, raw):
        """In pieces without a length, it is refused once it is too much, and not read on."""
        sent = 0

        def send():
            nonlocal sent
            raw.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
            chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
            try:
                for _ in range(len(NONSENSE) // 0x10000):
                    raw.sendall(chunk)
                    sent += len(chunk)
            except OSError:
                return

        sending = threading.Thread(target=send)
        sending.start()
        said = answer_on(raw)
        sending.join(SECONDS)
        # A reset may overtake the answer; then that it was not read on is all that shows.
        assert said.startswith(b"HTTP/1.1 413 ") or not said
        assert sent < READ_AT_MOST

    def test_within(self, client):
        """A body of just the bound is read, and found to be no document."""
        reply = client.post("/decisions", b"x" * 1_000_000)
        assert (reply.status, reply.json["type"]) == (422, "/problems/invalid-document")

    def test_many_fields(self, client):
        """So is a form with more fields than any page has."""
        kind = "application/x-www-form-urlencoded"
        assert client.ask("POST", "/", b"a=&" * 2_000, Content_Type=kind).status == 413

    def test_it_answers_on(self, client, raw):
        """Whoever asks after that gets an answer."""
        raw.sendall(HEAD + b"Content-Length: 10000000\r\n\r\n")
        given = decision_inputs(1)[0]
        assert client.post("/decisions", wire.to_json(given)).status == 200


@pytest.fixture(scope="module")
def small():
    """Return what asks a server that reads little and waits shortly."""
    from service.app import create_app  # noqa: PLC0415
    from service.bodies import Bounds  # noqa: PLC0415

    with served(create_app(Bounds(most_bytes=100, seconds=0.2))) as port:
        yield Client(port)


def test_too_slow(small):
    """A body that does not come is not waited for."""
    with socket.create_connection(("127.0.0.1", small.port), timeout=SECONDS) as connection:
        connection.sendall(HEAD + b"Content-Length: 50\r\n\r\n{")
        said = answer_on(connection)
    assert said.startswith(b"HTTP/1.1 408 ")
    assert b"/problems/too-slow" in said


def test_gone(small, caplog):
    """Whoever leaves before the end of the body is no error of the server."""
    with socket.create_connection(("127.0.0.1", small.port), timeout=SECONDS) as connection:
        connection.sendall(HEAD + b"Content-Length: 50\r\n\r\n{")
        time.sleep(0.05)
    assert small.ask("GET", "/health").status == 200
    assert [each for each in caplog.records if each.levelname == "ERROR"] == []


def test_a_bound_of_ones_own(small):
    """The bounds are the caller's to set."""
    assert small.post("/decisions", b"x" * 100).status == 422
    assert small.post("/decisions", b"x" * 101).status == 413
