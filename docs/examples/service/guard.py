"""What holds for every answer, whatever is asked: cautious headers, no leak, a short log.

It stands between server and application. It logs an address of the service, never another one or
a query, and of an error where it happened, never what it says: errors quote what they were given.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Collection
from time import perf_counter

from attrs import define, field
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LOG", "Guard"]

LOG = logging.getLogger("wselr_rules.service")

#: The page needs a style sheet of its own and nothing else: no script runs, nothing is fetched
#: from elsewhere, and nobody shows it in a frame.
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """An application with a guard before it."""

    def __init__(self, app: ASGIApp, addresses: Collection[str]) -> None:
        """Take the application, and the addresses that may be logged."""
        self.inner = app
        self._addresses = addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.inner(scope, receive, send)
            return
        exchange = _Exchange(scope, receive, send)
        try:
            await self.inner(scope, exchange.receive, exchange.send)
        except Exception as error:  # noqa: BLE001 -- it was answered: see ``app``
            *_, last = traceback.extract_tb(error.__traceback__)
            # With its traceback it would say what it says.
            LOG.error("%s in %s, line %s", type(error).__name__, last.name, last.lineno)  # noqa: TRY400
        address = scope["path"] if scope["path"] in self._addresses else "(another address)"
        took = round((perf_counter() - exchange.began) * 1000)
        LOG.info("%s %s %s, %s ms", _method(scope), address, exchange.status, took)


def _method(scope: Scope) -> str:
    known = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}
    return scope["method"] if scope["method"] in known else "(another method)"


@define
class _Exchange:
    """A request and its answer, as they pass."""

    scope: Scope
    _receive: Receive
    _send: Send
    status: int | None = None
    began: float = field(factory=perf_counter)
    _was_read: bool = False

    async def receive(self) -> Message:
        """Hand on a part of the request, and note whether it was the last."""
        message = await self._receive()
        self._was_read = not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        """Hand on a part of the answer, with the headers that each has."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
            if self._has_body and not self._was_read:
                # The server would read the rest to find the next request behind it.
                headers["Connection"] = "close"
        await self._send(message)

    @property
    def _has_body(self) -> bool:
        headers = Headers(scope=self.scope)
        return "transfer-encoding" in headers or headers.get("content-length", "0") != "0"
