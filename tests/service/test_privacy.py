"""Nothing of what is asked or answered is kept or logged, and no answer lets a browser do more."""

from __future__ import annotations

import json
import logging

import pytest
from tests.service.questions import decision_inputs, refused
from tests.service.serving import Client, in_its_own_process

from wselr_rules import wire

#: What stands in the questions and may stand nowhere else.
NOBODY = "GEHEIM-4021"


@pytest.fixture
def secret():
    """Return a question with a name in it that is nobody's."""
    document = json.loads(wire.to_json(decision_inputs(1)[0]))
    document["application"]["regieverband"]["name"] = NOBODY
    for each in document["portfolio"]["applications"]:
        if each["id"] == document["application"]["id"]:
            each["regieverband"]["name"] = NOBODY
    return document


def logged(client, caplog):
    """Return what the service has logged by now.

    It does one thing after another, and logs an answer once it is sent: when it answers another
    question, all before it is logged.
    """
    client.ask("GET", "/health")
    records = [each for each in caplog.records if each.name == "wselr_rules.service"]
    return [each for each in records if "/health" not in each.getMessage()]


def test_the_log(client, caplog, secret):
    """The log names an address of the service, a status and a time, and nothing else.

    What the server itself would log is another matter: see the process below.
    """
    caplog.set_level(logging.INFO)
    logged(client, caplog)  # What others asked before this is none of it.
    caplog.clear()
    reply = client.post("/decisions?who=" + NOBODY, secret, Accept="text/plain")
    assert NOBODY in reply.text
    client.post("/" + NOBODY, secret)
    client.post("/problems/" + NOBODY, secret)
    client.post("/decisions", {**secret, NOBODY: NOBODY}, User_Agent=NOBODY, Referer=NOBODY)
    client.ask(NOBODY, "/decisions")
    lines = [each.getMessage() for each in logged(client, caplog)]
    assert [line.rpartition(",")[0] for line in lines] == [
        "POST /decisions 200",
        "POST (another address) 404",
        "POST (another address) 405",
        "POST /decisions 422",
        "(another method) /decisions 405",
    ]
    assert NOBODY not in "".join(lines)


def test_an_error_of_our_own(client, caplog, monkeypatch, secret):
    """An unforeseen error is told as a problem; the log says where it was, not what it said."""

    def fail(*_):
        raise RuntimeError(NOBODY)

    monkeypatch.setattr(wire, "from_json", fail)
    reply = client.post("/decisions", secret)
    assert (reply.status, reply.json["type"]) == (500, "/problems/internal")
    assert NOBODY not in reply.text
    (record,) = [each for each in logged(client, caplog) if each.levelname == "ERROR"]
    assert (record.exc_info, NOBODY in record.getMessage()) == (None, False)
    assert "RuntimeError in fail, line" in caplog.text


def test_the_process_prints_nothing_of_it(secret):
    """The command of the guide prints nothing of what it is asked, whatever comes of it."""
    with in_its_own_process() as (port, printed):
        client = Client(port)
        assert client.post("/decisions", secret).status == 200
        assert client.post(f"/{NOBODY}?{NOBODY}", {**secret, NOBODY: 1}).status == 404
        assert client.post("/decisions", refused()[0].replace("2025-13-01", NOBODY)).status == 422
    assert NOBODY not in "".join(printed)


@pytest.mark.parametrize("path", ["/", "/decisions", "/health", "/nowhere", "/openapi.json"])
def test_headers(client, path):
    """Every answer forbids scripts, frames, guesses, copies in between and word to other sites."""
    headers = client.ask("GET", path).headers
    policy = dict(
        each.strip().split(" ", 1) for each in headers["content-security-policy"].split(";")
    )
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "set-cookie" not in headers
