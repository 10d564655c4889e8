"""No function changes what it is handed, and no answer shares with it what could be changed."""

from __future__ import annotations

import copy

import pytest
from tests.purity.asking import APPLICATIONS, FUNCTIONS, GIVEN, PORTFOLIO
from tests.purity.methods import ARGUMENTS, OTHERS, ask_all, some_of_each
from tests.purity.reach import changeable

from wselr_rules import flanders

#: The answers that are plain data, of which a caller may do what it likes.
PLAIN_DATA = {
    "linked_data.of_criterion",
    "linked_data.of_decision",
    "linked_data.vocabulary",
    "scenarios.columns",
    "wire.json_schema",
    "wire.to_dict",
}


def _everything():
    """Return all that is handed in anywhere, by name, in lists, dicts and values."""
    return {"given": GIVEN, "arguments": ARGUMENTS, "others": OTHERS, "applications": APPLICATIONS}


@pytest.fixture(scope="module")
def answers():
    """Return the answer of each function."""
    return {name: ask() for name, ask in FUNCTIONS.items()}


class TestInputs:
    """What is handed in stays as it was."""

    @pytest.mark.parametrize("name", FUNCTIONS)
    def test_no_function_changes_them(self, name):
        """After a function was asked, all of it equals and reads as a deep copy made before."""
        before, words = copy.deepcopy(_everything()), repr(_everything())
        FUNCTIONS[name]()
        assert repr(_everything()) == words
        assert {k: v for k, v in _everything().items() if k != "others"} == {
            k: v for k, v in before.items() if k != "others"
        }

    def test_no_method_changes_its_value_or_its_arguments(self):
        """After all methods of a value were asked, it reads, hashes and compares as before."""
        words = repr(_everything())
        for of_kind in some_of_each().values():
            for value in of_kind[:1]:
                before = copy.deepcopy(value), repr(value), hash(value)
                ask_all(value)
                assert (repr(value), hash(value)) == before[1:]
                if not isinstance(value, Exception):
                    assert value == before[0]
        assert repr(_everything()) == words


class TestAnswers:
    """What is answered belongs to nobody."""

    @pytest.mark.parametrize("name", sorted(FUNCTIONS.keys() - PLAIN_DATA))
    def test_nothing_in_an_answer_can_be_changed(self, answers, name):
        """All that can be reached from an answer is unchanging, so nothing of it is shared."""
        assert changeable(answers[name]) == []

    @pytest.mark.parametrize("name", sorted(PLAIN_DATA))
    def test_plain_data_is_new_each_time(self, answers, name):
        """A document that a caller took apart is whole when it is asked for again."""
        document, whole = FUNCTIONS[name](), copy.deepcopy(answers[name])
        while document:
            _key, part = document.popitem()
            if isinstance(part, list | dict):
                part.clear()
        assert FUNCTIONS[name]() == whole

    def test_a_list_that_was_handed_in_can_be_emptied(self):
        """What was made of a list or a dict does not change when these do."""
        given = list(APPLICATIONS)
        made = type(PORTFOLIO)(given, complete=True)
        given.clear()
        assert made == PORTFOLIO
        facts = {"inhabitants": APPLICATIONS[3].regieverband.memberships[1].provenance}
        town = APPLICATIONS[1].regieverband.memberships[0].municipality
        noted = type(town)(town.nis_code, town.name, reference_region=None, provenance=facts)
        facts.clear()
        assert list(noted.provenance) == ["inhabitants"]
        assert changeable(noted) == []

    def test_the_register_cannot_be_changed(self):
        """The municipalities of the register are shared by all who ask, and unchanging."""
        day = GIVEN["call input"].on
        assert changeable(flanders.municipalities(on=day)) == []
        assert flanders.municipality("Gent", on=day) is flanders.municipality("44021", on=day)


def test_the_search_finds_what_can_be_changed():
    """A list in a tuple, a dict in a frozen set of pairs and an open object are found."""

    class Open:
        pass

    assert changeable(([],)) == ["tuple.[0]: list"]
    assert changeable((({},),)) == ["tuple.[0].[0]: dict"]
    assert changeable((Open(),)) == ["tuple.[0]: Open"]
    assert changeable((lambda held=[]: held, "x", 1)) == []
