"""What the service answers to documents is what the library answers, or each of its problems."""

from __future__ import annotations

import json
from datetime import date

import pytest
from attrs import evolve
from tests.drawing import examples
from tests.hostile.mutating import case
from tests.service.questions import (
    ON,
    call_input,
    decision_inputs,
    envelope,
    questions,
    refused,
)
from tests.wire.samples import problems_of

from wselr_rules import OPEN_CALL_2023_2025, CallAssessment, Decision, wire
from wselr_rules.receipts import CallInput, DecisionInput, Receipt, Replay, receipt


def paths_of(reply):
    """Return where the problems of an answer are."""
    return [each["path"] for each in reply.json["problems"]]


@pytest.fixture(scope="module")
def kept():
    """Return an input and its receipt."""
    given = decision_inputs(1)[0]
    return given, receipt(given.outcome(), given)


class TestAnswered:
    """Documents in, documents out: byte for byte what the library writes."""

    def test_as_the_library(self, client):
        """Decisions, divisions, receipts and replays are those of the library."""
        for question in questions(8):
            reply = client.post(question.path, question.body)
            assert (reply.status, reply.body) == (200, question.answer), question.path
            assert reply.headers["content-type"] == "application/json"

    def test_they_read_back(self, client):
        """What is answered is a document of the type that is promised."""
        given, whole = decision_inputs(1)[0], call_input()
        for path, kind, asked in (
            ("/decisions", Decision, wire.to_json(given)),
            ("/assessments", CallAssessment, wire.to_json(whole)),
            ("/receipts", Receipt, wire.to_json(whole)),
            ("/replays", Replay, envelope(receipt(whole.outcome(), whole), whole)),
        ):
            assert type(wire.from_json(kind, client.post(path, asked).body)) is kind

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_in_words(self, client, kept, language):
        """Who asks for text gets the words of the library in the language that is asked for."""
        given, made = kept
        asked = {"Accept": "text/plain", "Accept_Language": language}
        for path, body, value in (
            ("/decisions", wire.to_json(given), given.outcome()),
            ("/receipts", wire.to_json(given), made),
            ("/replays", envelope(made, given), Replay(())),
        ):
            reply = client.post(path, body, **asked)
            assert reply.text == value.text(language)
            assert reply.headers["content-language"] == language
            assert reply.headers["vary"] == "Accept, Accept-Language"

    def test_the_call(self, client):
        """The call of today is there to be put into a document."""
        assert client.ask("GET", "/call").text == wire.to_json(OPEN_CALL_2023_2025)

    def test_a_changed_amount_is_found(self, client):
        """A receipt in which an amount was changed does not agree any more."""
        given = call_input()
        made = json.loads(wire.to_json(receipt(given.outcome(), given)))
        made["outcome"]["call_assessment"]["allocation"]["grants"][0]["amount"] = "1.00"
        whole = {"receipt": made, "input": json.loads(wire.to_json(given))}
        reply = client.post("/replays", whole)
        assert reply.status == 200
        assert not wire.from_json(Replay, reply.body).agrees


class TestRefused:
    """Whatever is wrong is told at once, with the place of each problem, and is nobody's crash."""

    def test_every_problem_is_told(self, client):
        """All problems of a document are listed, in its order, as the library tells them."""
        document, paths = refused()
        reply = client.post("/decisions", document)
        assert reply.status == 422
        assert reply.headers["content-type"] == "application/problem+json"
        assert paths_of(reply) == paths
        told = [(each["path"], each["message"]) for each in reply.json["problems"]]
        assert told == problems_of(DecisionInput, document)

    def test_of_both_parts_of_a_replay(self, client, kept):
        """Of a receipt and its input the problems are told together, below their names."""
        given, made = (json.loads(wire.to_json(each)) for each in kept)
        made["rules_version"] = 2
        given["on"] = None
        reply = client.post("/replays", {"input": given, "receipt": made})
        assert paths_of(reply) == ["$.receipt.rules_version", "$.input.on"]

    def test_a_key_that_stands_twice_within(self, client, kept):
        """The parts of a replay are read as strictly as a document by itself."""
        given, made = kept
        text = envelope(made, given).replace(
            '"rules_version":', '"rules_version": 1, "rules_version":'
        )
        assert paths_of(client.post("/replays", text)) == ["$.receipt.rules_version"]

    @pytest.mark.parametrize(
        "body",
        [
            "",
            "{}",
            "[]",
            "nonsense",
            '{"receipt": 1}',
            '{"receipt": 1, "input": 2, "receipt": 3}',
            '{"receipt": 1, "input": 2, "more": 3}',
            '{"receipt": 1, "input": 2} 3',
            '{"receipt": 1 "input": 2}',
            '{"receipt": 1, "input": 2,}',
            '{,"receipt": 1, "input": 2}',
            '{"receipt": 1, "input": }',
            b'{"receipt": "\xff", "input": 1}',
            '{"receipt": ' + "[" * 100_000,
        ],
        ids=range(14),
    )
    def test_what_is_no_replay(self, client, body):
        """What is no object with the two keys is told so, whatever it is."""
        reply = client.post("/replays", body)
        assert (reply.status, paths_of(reply)) == (422, ["$"])

    def test_parts_that_are_no_documents(self, client):
        """Numbers of any length, and what is no JSON by the standard, are problems within."""
        body = f'{{"receipt": {"9" * 9_000}, "input": NaN}}'
        assert paths_of(client.post("/replays", body)) == ["$.receipt", "$.input"]

    @pytest.mark.parametrize("path", ["/receipts", "/decisions"])
    def test_another_document(self, client, path):
        """A document of another type is refused by the type that it says it has."""
        reply = client.post(path, wire.to_json(OPEN_CALL_2023_2025))
        ((place, message),) = [each.values() for each in reply.json["problems"]]
        assert place == "$.type"
        assert message.endswith("got 'OpenCall'")
        assert ("'DecisionInput' or 'CallInput'" in message) is (path == "/receipts")

    def test_what_the_rules_do_not_answer(self, client):
        """A sound document about a day without rules is a contradiction, and no server error."""
        given = evolve(decision_inputs(1)[0], on=date(2027, 1, 1))
        reply = client.post("/decisions", wire.to_json(given))
        assert (reply.status, reply.json["type"]) == (422, "/problems/contradiction")
        assert "2027-01-01" in reply.json["problems"][0]["message"]

    def test_hostile_documents(self, client):
        """Documents that are changed at random are answered or refused, and nothing else."""
        asked = {DecisionInput: "/decisions", CallInput: "/assessments"}
        sound = [*decision_inputs(3), call_input(number=3)]
        documents = [(type(each), wire.to_json(each)) for each in sound]
        statuses = set()
        for number in range(examples(150)):
            made = case(documents, f"service:{number}")
            if made.text is not None:
                text = made.text
                body = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
                statuses.add(client.post(asked[made.kind], body).status)
        assert statuses == {200, 422}


class TestLanguageOfProblems:
    """Titles are in the language that is asked for; paths are in none."""

    @pytest.mark.parametrize(
        ("wanted", "language", "title"),
        [
            ("nl-BE,nl;q=0.9,en;q=0.5", "nl", "Dit is niet het verwachte document"),
            ("fr, en-GB;q=0.3, nl;q=0.2", "en", "This is not the document that was expected"),
        ],
    )
    def test_of_a_title(self, client, wanted, language, title):
        """The title and the help are in the language that weighs most."""
        reply = client.post("/decisions", "{}", Accept_Language=wanted)
        assert (reply.json["title"], reply.headers["content-language"]) == (title, language)
        assert reply.json["status"] == reply.status == 422
        assert paths_of(reply)[:2] == ["$.format", "$.type"]

    def test_a_kind_is_explained(self, client):
        """The type of a problem is an address at which it is explained."""
        kind = client.post("/decisions", "{}").json["type"]
        reply = client.ask("GET", kind, Accept_Language="en")
        assert reply.text.startswith("This is not the document that was expected.")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (("GET", "/decisions"), 405),
        (("DELETE", "/"), 405),
        (("GET", "/nowhere"), 404),
        (("GET", "/problems/of-no-kind"), 404),
        (("POST", "/decisions", b"{}"), 415),
        (("POST", "/", b"{}"), 415),
    ],
)
def test_what_is_not_there(client, asked, status):
    """What is asked at another address, in another way or of another kind is a problem too."""
    reply = client.ask(*asked)
    assert (reply.status, reply.json["status"]) == (status, status)
    assert reply.headers["content-type"] == "application/problem+json"
    assert (reply.headers.get("allow") is not None) is (status == 405)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json; charset=UTF-8", 200),
        ('APPLICATION/JSON;charset="utf-8"', 200),
        ("application/json; charset=latin-1", 415),
        ("text/plain", 415),
    ],
)
def test_kinds_of_content(client, kind, status):
    """JSON in UTF-8 is read, however it is named, and nothing else is."""
    body = wire.to_json(decision_inputs(1)[0])
    assert client.post("/decisions", body, Content_Type=kind).status == status


def test_no_form_of_answer(client):
    """Who takes neither JSON nor text is told that there is no other."""
    reply = client.post("/decisions", "{}", Accept="image/png")
    assert (reply.status, reply.json["type"]) == (406, "/problems/not-acceptable")


def test_health(client):
    """It says that it runs, and by which rules."""
    reply = client.ask("GET", "/health")
    assert reply.json["status"] == "ok"
    assert reply.json["rules_version"] == receipt_version()


def receipt_version():
    """Return the version that a receipt of today names."""
    given = evolve(decision_inputs(1)[0], on=ON)
    return receipt(given.outcome(), given).rules_version
