"""A server on loopback, in a thread of this process or in one of its own, and who asks it."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import uvicorn
from attrs import frozen

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
#: Only so that nothing hangs.
SECONDS = 60
#: In bytes, of either end of a connection.
BUFFER = 65_536
#: The command of the guide, on a port that the system chooses.
COMMAND = (
    *(sys.executable, "-m", "uvicorn", "--app-dir", str(EXAMPLES), "--no-access-log"),
    *("--no-server-header", "--port", "0", "service.app:app"),
)


@frozen
class Reply:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self):
        return self.body.decode()


@frozen
class Client:
    """Asks a server, each time on a connection of its own."""

    port: int

    def ask(self, method, path, body=None, **headers):
        """Ask once; headers are named with underscores."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, found, answer.read())
        finally:
            connection.close()

    def post(self, path, document, **headers):
        """Ask with a document, as text, bytes or data."""
        body = document if isinstance(document, str | bytes) else json.dumps(document)
        given = {"Content_Type": "application/json", **headers}
        return self.ask("POST", path, body.encode() if isinstance(body, str) else body, **given)


@contextmanager
def served(app):
    """Serve an application in a thread, and give its port.

    Little is kept between it and who asks it, so that it shows what it does not read.
    """
    server = uvicorn.Server(uvicorn.Config(app, access_log=False, log_config=None))
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
        listening.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            while not server.started:
                assert thread.is_alive()
                time.sleep(0.01)
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(SECONDS)


@contextmanager
def in_its_own_process(*options):
    """Run the command of the guide, and give the port and the file of what it prints."""
    process = subprocess.Popen(  # noqa: S603 -- this interpreter, on a file of this repository
        [*COMMAND, *options], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8"
    )
    printed = []
    # It is read to the end, or the server would wait for somebody to read it.
    reading = threading.Thread(target=printed.extend, args=(process.stderr,))
    reading.start()
    try:
        port = _port_in(printed, reading)
        _wait_for(port)
        yield port, printed
    finally:
        process.terminate()
        process.wait(SECONDS)
        reading.join(SECONDS)
        process.stderr.close()


def _port_in(printed, reading):
    while reading.is_alive():
        if running := re.search(r"running on http://127\.0\.0\.1:(\d+)", "".join(printed)):
            return int(running[1])
        time.sleep(0.05)
    raise AssertionError("".join(printed))


def _wait_for(port):
    """Wait until somebody listens: with several processes the first says so before the others."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=SECONDS).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError
