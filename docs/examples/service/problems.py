"""What went wrong, as RFC 9457 writes it: problem details that list every problem with its path.

It knows each kind of problem, its status and its words. The ``problems`` within are the library's
own and in English: what a program reads is the kind and the paths.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attrs import frozen
from starlette.responses import Response

from wselr_rules import InvalidDocument, Language, RulesError
from wselr_rules.errors import Problem

__all__ = ["KINDS", "MEDIA", "Kind", "Refused", "problem_response", "problems_of"]

MEDIA = "application/problem+json"


@frozen
class Kind:
    """A kind of problem: its status, and in each language a title and what to do."""

    status: int
    titles: Mapping[Language, str]
    helps: Mapping[Language, str]


def _kind(status: int, nl: tuple[str, str], en: tuple[str, str]) -> Kind:
    titles, helps = (
        {Language.NL: one, Language.EN: other} for one, other in zip(nl, en, strict=True)
    )
    return Kind(status, titles, helps)


#: By the last part of the address that names it.
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "invalid-document": _kind(
            422,
            (
                "Dit is niet het verwachte document",
                "Elk probleem staat erbij met zijn plaats; verbeter ze alle en vraag opnieuw.",
            ),
            (
                "This is not the document that was expected",
                "Each problem is listed with its place; mend them all and ask again.",
            ),
        ),
        "contradiction": _kind(
            422,
            (
                "Hierover kan niet beslist worden",
                "Het document is gelezen, maar de regels hebben er geen antwoord op.",
            ),
            (
                "This cannot be decided upon",
                "The document was read, but the rules have no answer to it.",
            ),
        ),
        "too-large": _kind(
            413,
            ("Dit is te groot", "Er is niet verder gelezen. Vraag over minder ineens."),
            ("This is too large", "It was read no further. Ask about less at once."),
        ),
        "too-slow": _kind(
            408,
            ("Dit kwam te traag", "Er is niet langer gewacht op de rest. Vraag opnieuw."),
            ("This came too slowly", "The rest was not waited for. Ask again."),
        ),
        "wrong-media-type": _kind(
            415,
            ("Dit soort inhoud wordt niet gelezen", "Stuur application/json in UTF-8."),
            ("This kind of content is not read", "Send application/json in UTF-8."),
        ),
        "not-acceptable": _kind(
            406,
            ("In deze vorm bestaat geen antwoord", "Vraag application/json of text/plain."),
            ("There is no answer in this form", "Ask for application/json or text/plain."),
        ),
        "not-found": _kind(
            404,
            ("Hier is niets", "De adressen staan in /openapi.json."),
            ("There is nothing here", "The addresses stand in /openapi.json."),
        ),
        "method-not-allowed": _kind(
            405,
            ("Dit kan hier niet gevraagd worden", "Wat hier kan, staat in het veld Allow."),
            ("This cannot be asked here", "What can be asked stands in the field Allow."),
        ),
        "internal": _kind(
            500,
            ("Dit had niet mogen gebeuren", "De fout is van deze dienst, niet van de vraag."),
            ("This should not have happened", "The fault is of this service, not of the question."),
        ),
    }
)


class Refused(Exception):
    """A request that is not answered, by the kind of its problem."""

    def __init__(self, kind: str) -> None:
        """Take the kind."""
        super().__init__(kind)
        self.kind = kind


def problems_of(error: RulesError) -> tuple[Problem, ...]:
    """Every problem that an error of the library tells, with its path."""
    if isinstance(error, InvalidDocument):
        return error.problems
    return (Problem("$", str(error)),)


def problem_response(
    kind: str,
    language: Language,
    problems: Iterable[Problem] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Write a problem of a kind, in a language."""
    what = KINDS[kind]
    details = {
        "type": f"/problems/{kind}",
        "title": what.titles[language],
        "status": what.status,
        "detail": what.helps[language],
        "problems": [{"path": each.path, "message": each.message} for each in problems],
    }
    return Response(
        json.dumps(details, ensure_ascii=False).encode(),
        what.status,
        {"Content-Language": language.value, "Vary": "Accept-Language", **(headers or {})},
        MEDIA,
    )
