"""The application: addresses, what answers at each, and what is said where nothing does.

A document is read, decided upon and written in a thread, so that a large one does not keep small
ones waiting. The library is pure: threads share nothing of it that can change.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from importlib.metadata import version
from pathlib import Path
from typing import Final, cast

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from service import form
from service.answers import answer_to
from service.bodies import Bounds, body_of
from service.guard import Guard
from service.negotiation import JSON, TEXT, language_of, media_of
from service.openapi import description
from service.operations import OPERATIONS, Operation
from service.page import page_for
from service.problems import KINDS, Refused, problem_response, problems_of
from wselr_rules import OPEN_CALL_2023_2025, Decision, InvalidDocument, Language, RulesError, wire
from wselr_rules.law.version import RULES_VERSION

__all__ = ["app", "create_app"]

_STYLE: Final = (Path(__file__).parent / "style.css").read_bytes()
_FORM: Final = "application/x-www-form-urlencoded"
_Answering = Callable[[Request], Awaitable[Response]]


def create_app(bounds: Bounds | None = None) -> ASGIApp:
    """Make the application, with bounds of its own on bodies if they are given."""
    limits = bounds or Bounds()
    ready = {
        "/call": wire.to_json(OPEN_CALL_2023_2025),
        "/health": json.dumps(
            {"status": "ok", "rules_version": RULES_VERSION, "version": version("wselr_rules")}
        ),
        "/openapi.json": json.dumps(description(), ensure_ascii=False),
    }
    routes = [
        *(Route(each.path, _answering(each, limits), methods=["POST"]) for each in OPERATIONS),
        *(Route(path, _saying(text, JSON)) for path, text in ready.items()),
        Route("/style.css", _saying(_STYLE, "text/css")),
        Route("/problems/{kind}", _problem),
        Route("/", _page(limits), methods=["GET", "POST"]),
    ]
    handlers = {
        RulesError: _told,
        Refused: _refused,
        HTTPException: _nothing_here,
        ClientDisconnect: _gone,
        Exception: _failed,
    }
    inner = Starlette(routes=routes, exception_handlers=handlers)
    return Guard(inner, {each.path for each in routes})


# --- documents ------------------------------------------------------------------------------


def _answering(operation: Operation, bounds: Bounds) -> _Answering:
    async def answer(request: Request) -> Response:
        media = media_of(_header(request, "accept"), operation.media)
        if media is None:
            raise Refused("not-acceptable")
        body = await body_of(request, [JSON], bounds)
        language = _language(request)
        return await run_in_threadpool(_written, operation, body, media, language)

    return answer


def _written(operation: Operation, body: bytes, media: str, language: Language) -> Response:
    value = operation.answer(body)
    if media == JSON:
        return Response(wire.to_json(value).encode(), 200, {"Vary": "Accept"}, JSON)
    words = cast("Decision", value).text(language)
    headers = {"Content-Language": language.value, "Vary": "Accept, Accept-Language"}
    return Response(words.encode(), 200, headers, TEXT)


def _saying(text: str | bytes, media: str) -> _Answering:
    body = text.encode() if isinstance(text, str) else text

    async def answer(_: Request) -> Response:
        return Response(body, 200, media_type=media)

    return answer


# --- the page -------------------------------------------------------------------------------


def _page(bounds: Bounds) -> _Answering:
    async def answer(request: Request) -> Response:
        language = _chosen(request)
        if request.method != "POST":
            return _html(page_for(language), 200, language)
        body = await body_of(request, [_FORM], bounds)
        html, status = await run_in_threadpool(_page_for, body, language)
        return _html(html, status, language)

    return answer


def _page_for(body: bytes, language: Language) -> tuple[str, int]:
    filled = form.read(body)
    if filled.asks_only_for_the_form:
        return page_for(language, filled.prepared), 200
    answer = answer_to(filled, language)
    return page_for(language, filled, answer), 422 if answer.mistakes else 200


def _html(html: str, status: int, language: Language) -> Response:
    headers = {"Content-Language": language.value, "Vary": "Accept-Language"}
    return HTMLResponse(html, status, headers)


def _chosen(request: Request) -> Language:
    """The language that was clicked on, or that the browser would rather have."""
    clicked = request.query_params.get("lang", "")
    return Language(clicked) if clicked in {*Language} else _language(request)


# --- problems -------------------------------------------------------------------------------


async def _problem(request: Request) -> Response:
    kind = KINDS.get(request.path_params["kind"])
    if kind is None:
        raise Refused("not-found")
    language = _language(request)
    words = f"{kind.titles[language]}. {kind.helps[language]}\n"
    headers = {"Content-Language": language.value, "Vary": "Accept-Language"}
    return Response(words.encode(), 200, headers, TEXT)


async def _told(request: Request, error: Exception) -> Response:
    kind = "invalid-document" if isinstance(error, InvalidDocument) else "contradiction"
    return problem_response(kind, _language(request), problems_of(cast("RulesError", error)))


async def _refused(request: Request, error: Exception) -> Response:
    return problem_response(cast("Refused", error).kind, _language(request))


async def _nothing_here(request: Request, error: Exception) -> Response:
    wrong = cast("HTTPException", error)
    kind = "method-not-allowed" if wrong.status_code == 405 else "not-found"  # noqa: PLR2004
    return problem_response(kind, _language(request), headers=wrong.headers)


async def _gone(request: Request, _: Exception) -> Response:
    """Whoever left before the end of the body hears nothing of this."""
    return problem_response("too-slow", _language(request))


async def _failed(request: Request, _: Exception) -> Response:
    return problem_response("internal", _language(request))


def _language(request: Request) -> Language:
    return language_of(_header(request, "accept-language"))


def _header(request: Request, name: str) -> str:
    return ", ".join(request.headers.getlist(name))


app = create_app()
