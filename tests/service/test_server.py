"""Under a real server, in a process of its own, with many clients at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.service import load
from tests.service.questions import questions, refused
from tests.service.serving import Client, in_its_own_process


@pytest.fixture(scope="module")
def elsewhere():
    """Return what asks a server in another process, run by the command of the guide."""
    with in_its_own_process() as (port, _):
        yield Client(port)


def test_many_at_once(elsewhere):
    """Twenty clients at once each get the answer to their own question, refusals among them."""
    asked = list(questions(6)) * 2
    document, paths = refused()

    def ask(question):
        reply = elsewhere.post(question.path, question.body)
        return reply.status, reply.body == question.answer

    def ask_wrongly(_):
        told = elsewhere.post("/decisions", document).json["problems"]
        return [each["path"] for each in told] == paths

    with ThreadPoolExecutor(20) as pool:
        wrong = pool.map(ask_wrongly, range(20))
        assert set(pool.map(ask, asked)) == {(200, True)}
        assert set(wrong) == {True}


def test_the_load(capsys):
    """The command that loads it ends by itself, and tells what it counted."""
    assert load.main(["--clients=5", "--requests=60"])
    said = capsys.readouterr().out
    assert said.startswith("60 answers in ")
    assert "\nwrong or failed: 0\n" in said


def test_the_load_sees_what_is_wrong(capsys):
    """It fails where answers are not those of the library."""
    assert not load.main(["--clients=2", "--requests=8", "--expect-nothing"])
    assert "\nwrong or failed: 8\n" in capsys.readouterr().out
