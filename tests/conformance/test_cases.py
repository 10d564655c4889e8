"""Each case of the suite is what this library answers, is told in a sentence, and stays itself."""

from __future__ import annotations

import difflib
import json

import pytest
from tests.conformance.listing import STORED, text

from wselr_rules import InvalidDocument, conformance, wire
from wselr_rules.errors import DuplicateId
from wselr_rules.law.ledger import LEDGER
from wselr_rules.law.readings import INTERPRETATIONS

CASES = conformance.cases()


GROUPS = sorted({case.id.partition("/")[0] for case in CASES})
ANSWERS = sorted({type(case.expected) for case in CASES}, key=lambda kind: kind.__name__)


@pytest.fixture(scope="module")
def document():
    """Return the document of all cases."""
    return wire.to_dict(conformance.suite())


@pytest.mark.parametrize("group", GROUPS)
def test_the_library_answers_as_expected(group):
    """The answer to each question is the one that was worked out from the text."""
    cases = [case for case in CASES if case.id.startswith(f"{group}/")]
    assert cases
    apart = [case.id for case in cases if conformance.answer(case.question) != case.expected]
    assert apart == []


class TestHowTheyAreTold:
    """A case can be read by who knows neither Python nor this library."""

    def test_there_are_more_than_two_hundred(self):
        """More than two hundred, and of each kind of question more than a handful."""
        kinds = [type(case.question) for case in CASES]
        assert len(CASES) > 200
        assert min(map(kinds.count, set(kinds))) > 20

    def test_a_claim_is_a_sentence(self):
        """It begins with a capital, ends with a full stop and stands on one line."""
        claims = [case.claim for case in CASES]
        wrong = [
            claim
            for claim in claims
            if not (claim[0].isupper() and claim.endswith(".") and "\n" not in claim)
        ]
        assert wrong == []

    def test_an_id_is_a_word(self):
        """No id has a blank, so each can stand in a line of a list."""
        assert [case.id for case in CASES if len(case.id.split()) != 1] == []

    def test_each_follows_from_sentences_of_the_text(self):
        """Each names rows of the ledger, one at least, and open questions that there are."""
        sentences = {row.id for row in LEDGER}
        questions = {each.id for each in INTERPRETATIONS}
        for case in CASES:
            assert case.sentences, case.id
            assert set(case.sentences) <= sentences
            assert set(case.interpretations) <= questions


class TestAsDocuments:
    """All of them are plain data too, without a loss."""

    def test_all_of_them_in_one_document(self, document):
        """The suite is written as JSON that reads back as an equal suite."""
        plain = json.loads(json.dumps(document))
        assert plain == document
        assert wire.from_dict(conformance.Suite, plain).cases == CASES

    @pytest.mark.parametrize("kind", ANSWERS, ids=lambda kind: kind.__name__)
    def test_each_by_itself(self, kind):
        """So is a case, its question and its answer by itself, of each kind of answer."""
        case = next(case for case in CASES if isinstance(case.expected, kind))
        for value in (case, case.question, case.expected):
            assert wire.from_json(type(value), wire.to_json(value)) == value

    def test_they_are_the_same_each_time(self):
        """Asked for again they are equal, in the same order, and made anew."""
        assert conformance.cases() == CASES == conformance.suite().cases
        assert conformance.cases() is not CASES

    def test_none_changes_unseen(self, document):
        """Each has the id and the hash that stand in the stored listing."""
        stored = STORED.read_text(encoding="utf-8").splitlines()
        meant = "meant? python -m tests.conformance.listing, and CHANGELOG.md"
        change = difflib.unified_diff(
            stored, text(document).splitlines(), "stored", "found", meant, "", 0
        )
        assert not (told := "\n".join(change)), told

    def test_no_id_stands_twice(self):
        """A suite refuses two cases of one id, also when it is read."""
        with pytest.raises(DuplicateId) as caught:
            conformance.Suite([CASES[0], CASES[0]])
        assert (caught.value.kind, caught.value.ids) == ("case", (CASES[0].id,))
        plain = wire.to_dict(conformance.Suite([CASES[0]]))
        with pytest.raises(InvalidDocument):
            wire.from_dict(conformance.Suite, {**plain, "cases": plain["cases"] * 2})


class TestWhatIsNoQuestion:
    """What cannot be asked is no answer of the library."""

    def test_an_application_that_is_not_there(self):
        """An id of no application of the portfolio is a mistake of who asks."""
        asked = CASES[0].question
        other = conformance.EligibilityQuestion("nobody", asked.portfolio, asked.on, asked.call)
        with pytest.raises(KeyError):
            conformance.answer(other)

    def test_a_type_without_documents(self):
        """So is a type that has no document."""
        with pytest.raises(KeyError):
            conformance.answer(conformance.DocumentQuestion("Context", "{}"))
