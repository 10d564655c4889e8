"""Bodies of requests, read whole but never more than allowed, nor longer than that.

A body that says that it is too large is not read at all; one that does not say it, until it is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from attrs import frozen
from starlette.requests import Request

from service.problems import Refused

__all__ = ["Bounds", "body_of"]


@frozen
class Bounds:
    """How much of a body is read, and for how long it is waited for."""

    #: Ours: a call of 21 applicants with its receipt is less than a fifth of it.
    most_bytes: int = 1_000_000
    seconds: float = 20.0


async def body_of(request: Request, media: Sequence[str], bounds: Bounds) -> bytes:
    """Read the body of a request of one of these media types.

    Raises ``Refused`` for another type, for too many bytes and for what comes too slowly.
    """
    given, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    charset = parameters.replace('"', "").replace(" ", "")
    if given.strip() not in media or charset not in {"", "charset=utf-8"}:
        raise Refused("wrong-media-type")
    length = request.headers.get("content-length", "0")
    # The server has refused what is no number.
    if len(length) > len(str(bounds.most_bytes)) or int(length) > bounds.most_bytes:
        raise Refused("too-large")
    try:
        async with asyncio.timeout(bounds.seconds):
            return await _read(request, bounds.most_bytes)
    except TimeoutError:
        raise Refused("too-slow") from None


async def _read(request: Request, most_bytes: int) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most_bytes:
            raise Refused("too-large")
    return bytes(body)
