"""The nodes of a small case, each written out whole."""

from __future__ import annotations

from datetime import date

from tests.eligibility.stories import applies, city, real, verband
from tests.linked_data.reading import by_iri, of_type
from tests.linked_data.test_decisions import PLACE, told

from wselr_rules.linked_data import TERMS, vocabulary


class TestDecision:
    """A decision, with what it found, what is missing, and what it was read by."""

    def test_one_that_is_not_known(self):
        """It points to what is missing, which says of what kind it is and how it is called."""
        _, document = told(applies(verband(form=None)))
        assert document["@graph"][0] == {
            "@id": PLACE,
            "@type": "wselr:Decision",
            "dct:identifier": "R",
            "dct:subject": ["urn:wselr-rules:applicant/R"],
            "wselr:on": "2024-07-01",
            "wselr:rulesVersion": "2",
            "wselr:verdict": [f"{TERMS}unknown"],
            "wselr:finding": [f"{PLACE}/finding"],
            "wselr:refusal": [],
            "wselr:missing": [f"{PLACE}/missing/regieverband.legal_form"],
        }
        assert of_type(document, "wselr:MissingFact") == [
            {
                "@id": f"{PLACE}/missing/regieverband.legal_form",
                "@type": "wselr:MissingFact",
                "dct:identifier": "regieverband.legal_form",
                "rdfs:label": {
                    "nl": "de rechtsvorm van Regieverband R",
                    "en": "the legal form of Regieverband R",
                },
                "wselr:ofConcept": ["urn:wselr-rules:concept/legal_form"],
            }
        ]

    def test_one_that_refuses(self):
        """It points to the finding by which it does, which speaks to the applicant."""
        _, document = told(applies(channels=()))
        decision = document["@graph"][0]
        assert decision["wselr:refusal"] == [f"{PLACE}/finding/5"]
        assert decision["wselr:missing"] == []
        assert by_iri(document)[f"{PLACE}/finding/5"] == {
            "@id": f"{PLACE}/finding/5",
            "@type": "wselr:Finding",
            "wselr:criterion": ["urn:wselr-rules:criterion/channel"],
            "wselr:verdict": [f"{TERMS}not-met"],
            "dct:description": {
                "nl": "ingediend via geen; alleen aanvaard: het meerjarenplan en Platos",
                "en": "came through none; accepted only: the multi-annual plan and Platos",
            },
            "wselr:sentence": ["urn:wselr-rules:sentence/S21"],
            "wselr:reading": [],
            "wselr:missing": [],
            "wselr:part": [],
            "wselr:settled": False,
            "wselr:position": 5,
        }

    def test_a_reading(self):
        """It is called by its question and described by what was chosen."""
        _, document = told(applies(), date(2025, 12, 31))
        assert of_type(document, "wselr:Reading")[0] == {
            "@id": "urn:wselr-rules:reading/I04/on-the-day",
            "@type": "wselr:Reading",
            "dct:identifier": "I04",
            "wselr:choice": "on-the-day",
            "rdfs:label": {
                "nl": "Vanaf welke dag moet een bestaand regieverband ingepast zijn?",
                "en": "From which day must an existing regieverband fit?",
            },
            "dct:description": {
                "nl": "vanaf de uiterste datum zelf",
                "en": "from the day of the deadline on",
            },
        }


def test_a_legal_form():
    """It is a concept with its Dutch name, which is the only one it has."""
    _, document = told(applies(city(real("Aalst"))))
    assert of_type(document, "skos:Concept") == [
        {
            "@id": "urn:wselr-rules:legal-form/gemeente",
            "@type": "skos:Concept",
            "rdfs:label": {"nl": "gemeente"},
        }
    ]


class TestVocabulary:
    """The terms of our own, and how all terms are to be read."""

    def test_what_it_is_called(self):
        """It begins with what it is, in both languages; its terms come after it."""
        assert vocabulary()["@graph"][0] == {
            "@id": TERMS,
            "@type": "owl:Ontology",
            "rdfs:label": {
                "nl": "Termen van wselr_rules waar CCCEV geen woord voor heeft",
                "en": "Terms of wselr_rules for which CCCEV has no word",
            },
        }

    def test_how_values_are_read(self):
        """The context says of each term whether its values are links, words, days or numbers."""
        context = vocabulary()["@context"]
        expected = {
            "cv:hasConcept": {"@type": "@id"},
            "wselr:finding": {"@type": "@id"},
            "rdfs:label": {"@container": "@language"},
            "wselr:quote": {"@container": "@language"},
            "eli:date_document": {"@type": "xsd:date"},
            "wselr:on": {"@type": "xsd:date"},
            "wselr:line": {"@type": "xsd:integer"},
            "wselr:settled": {"@type": "xsd:boolean"},
            "wselr:choice": None,
            "wselr:Decision": None,
            "dct:identifier": None,
        }
        assert {name: context.get(name) for name in expected} == expected
