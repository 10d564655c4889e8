"""A criterion as linked data says what the criterion says, and no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linked_data.reading import by_iri, of_type, told_tree, tree_of

from wselr_rules import ELIGIBLE, LEDGER, RULES, Criterion, linked_data
from wselr_rules.eligibility.criteria import all_of, any_of
from wselr_rules.eligibility.words import FACTS
from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.law.citations import ORDER_ON_THE_DIRECTOR_ROLE, SUPPORT_DECREE
from wselr_rules.linked_data import of_criterion
from wselr_rules.linked_data.concepts import CONCEPTS

IRI = "urn:wselr-rules:criterion/"


def _rule(application, context):
    raise NotImplementedError(application, context)


def _leaf(id, **told):
    return Criterion(id, _rule, **told)


A, B, C = (_leaf(id, sentences=("S09",), reads=("plan",)) for id in "abc")

trees = st.recursive(
    st.sampled_from([A, B, C]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: all_of(*parts)),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: any_of(*parts)),
        inner.map(lambda part: ~part),
    ),
    max_leaves=8,
)


class TestTree:
    """The tree of and, or and not is that of the criterion."""

    def test_eligible(self):
        """Read back, it is ELIGIBLE node by node: ids, sentences, facts, and how they combine."""
        nodes = by_iri(of_criterion(ELIGIBLE))
        assert told_tree(nodes, f"{IRI}eligible") == tree_of(ELIGIBLE)

    @given(trees)
    def test_any_tree(self, criterion):
        """So is any other, whatever stands twice in it; its root is the first node."""
        document = of_criterion(criterion)
        assert told_tree(by_iri(document), document["@graph"][0]["@id"]) == tree_of(criterion)

    def test_who_knows_cccev_alone_takes_no_alternative_for_a_must(self):
        """An alternative and a negated part are no requirement that a criterion has."""
        nodes = by_iri(of_criterion(any_of(A, ~B, id="whole")))
        whole, negation = nodes[f"{IRI}whole"], nodes[f"{IRI}not%20b"]
        assert not {"cv:hasRequirement"} & {*whole, *negation}
        assert whole["cv:hasQualifiedRelation"] == whole["wselr:hasAlternative"]
        assert negation["cv:hasQualifiedRelation"] == negation["wselr:hasNegated"] == [f"{IRI}b"]

    def test_two_criteria_of_one_id(self):
        """Two that differ and have one id are refused: they would be one node."""
        with pytest.raises(WrongValue) as caught:
            of_criterion(A & _leaf("a"))
        assert caught.value.value == "a"

    def test_one_criterion_twice(self):
        """One that stands in two places is one node."""
        document = of_criterion((A & B) | (A & C))
        assert [node["dct:identifier"] for node in of_type(document, "cv:Criterion")].count(
            "a"
        ) == 1


class TestSources:
    """Each criterion is derived from its sentences and from the acts that give them authority."""

    def test_a_sentence(self):
        """A sentence has its lines, its words and its citation, and stands in the text."""
        nodes = by_iri(of_criterion(ELIGIBLE))
        (row,) = (each for each in LEDGER if each.id == "S09")
        assert nodes["urn:wselr-rules:sentence/S09"] == {
            "@id": "urn:wselr-rules:sentence/S09",
            "@type": ["cv:ReferenceFramework", "wselr:Sentence"],
            "dct:identifier": "S09",
            "rdfs:label": {"nl": str(row.citation)},
            "wselr:quote": {"nl": [row.quotes[0].words]},
            "wselr:line": [28],
            "dct:isPartOf": ["urn:wselr-rules:text"],
            "wselr:act": ["urn:wselr-rules:act/2022-04-29"],
        }
        assert "bestuur als regisseur" in nodes["urn:wselr-rules:text"]["rdfs:label"]["nl"]

    def test_an_act(self):
        """An act has its title, days and number, and the address made of them."""
        nodes = by_iri(of_criterion(ELIGIBLE))
        assert nodes["urn:wselr-rules:act/2022-04-29"] == {
            "@id": "urn:wselr-rules:act/2022-04-29",
            "@type": ["cv:ReferenceFramework", "eli:LegalResource"],
            "rdfs:label": {"nl": str(ORDER_ON_THE_DIRECTOR_ROLE)},
            "skos:altLabel": {"nl": "Besluit lokale regierol"},
            "eli:date_document": "2022-04-29",
            "eli:first_date_entry_in_force": "2023-01-01",
            "eli:id_local": "2022020906",
            "rdfs:seeAlso": [
                "http://www.ejustice.just.fgov.be/eli/besluit/2022/04/29/2022020906/justel"
            ],
        }

    def test_an_act_without_a_number(self):
        """One of which no number was found has none, and no address is made up for it."""
        assert SUPPORT_DECREE.numac is None
        nodes = by_iri(of_criterion(_leaf("x", sentences=("S01",))))
        assert {"eli:id_local", "rdfs:seeAlso"}.isdisjoint(nodes["urn:wselr-rules:act/2012-02-17"])

    def test_a_sentence_that_the_ledger_does_not_have(self):
        """Of a sentence of somebody else the name is told, and nothing else."""
        document = of_criterion(_leaf("x", sentences=("Z1",)))
        assert by_iri(document)["urn:wselr-rules:criterion/x"]["cv:isDerivedFrom"] == [
            "urn:wselr-rules:sentence/Z1"
        ]
        assert [set(node) for node in of_type(document, "wselr:Sentence")] == [
            {"@id", "@type", "dct:identifier"}
        ]

    def test_a_sentence_behind_it(self):
        """A sentence of the ledger is told whole, also behind one that is not of the ledger."""
        nodes = by_iri(of_criterion(_leaf("x", sentences=("Z1", "S09"))))
        assert nodes["urn:wselr-rules:sentence/S09"]["wselr:line"] == [28]


class TestWords:
    """What the call asks is told in Dutch and in English."""

    def test_criteria_and_concepts(self):
        """Each criterion of the call, and each kind of fact that it reads, has a name in both."""
        document = of_criterion(ELIGIBLE)
        named = of_type(document, "cv:Criterion") + of_type(document, "cv:InformationConcept")
        assert len(named) == 11 + len({fact for rule in RULES for fact in rule.reads})
        assert all({*node["rdfs:label"]} == {"nl", "en"} for node in named)

    def test_every_kind_of_fact_has_a_name(self):
        """So has each fact that can be missing or that a rule reads, and no other."""
        assert set(CONCEPTS) == set(FACTS) | {fact for rule in RULES for fact in rule.reads}

    def test_what_is_of_the_caller(self):
        """A criterion and a kind of fact of the caller's own are told by their ids alone."""
        document = of_criterion(_leaf("x", reads=("colour",)))
        assert [{*node} for node in document["@graph"]] == [
            {"@id", "@type", "dct:identifier", "cv:hasConcept"},
            {"@id", "@type", "dct:identifier"},
        ]


class TestIris:
    """Every name of a node is an absolute IRI below the base."""

    @pytest.mark.parametrize("base", ["https://data.example.org/a/", "tag:x,2025:", "x:#"])
    def test_a_base_of_ones_own(self, base):
        """All IRIs begin with the base that is asked for; the terms of the vocabulary do not."""
        document = of_criterion(ELIGIBLE, base=base)
        assert all(iri.startswith(base) for iri in by_iri(document))
        assert document["@context"]["wselr"] == linked_data.TERMS

    @pytest.mark.parametrize(
        "base",
        [
            "",
            "/",
            "data/",
            "//host/",
            "https://data.example.org",
            "https://data.example.org/X",
            "https://data.example.org/a b/",
            "https://data.example.org/<a>/",
            "https://data.example.org/é/",
            "https://data.example.org/\n/",
            "cv:",
            "1x:/",
        ],
    )
    def test_no_base(self, base):
        """What is relative, cannot be written, has no end or is a prefix of the context is not."""
        with pytest.raises(WrongValue) as caught:
            of_criterion(ELIGIBLE, base=base)
        assert caught.value.value == base

    def test_a_base_of_another_type(self):
        """Nor is what is no text."""
        with pytest.raises(WrongType):
            of_criterion(ELIGIBLE, base=None)

    @pytest.mark.parametrize(
        ("id", "written"),
        [
            ("a/b", "a%2Fb"),
            ('<"x">', "%3C%22x%22%3E"),
            ("é ", "%C3%A9%20"),
            ("a-b_c.d~9", "a-b_c.d~9"),
            ("\u202e\x01x", "%E2%80%AE%01x"),
            ("%41", "%2541"),
        ],
    )
    def test_an_id_of_any_signs(self, id, written):
        """An id is one part of an IRI whatever it holds, and stands unchanged as a literal."""
        assert of_criterion(_leaf(id))["@graph"] == [
            {"@id": f"{IRI}{written}", "@type": "cv:Criterion", "dct:identifier": id}
        ]

    @pytest.mark.parametrize("id", ["x\x00", "x\ud800"])
    def test_an_id_that_cannot_be_written(self, id):
        """One with a NUL character or half a surrogate pair is refused, as in any document."""
        with pytest.raises(WrongValue):
            of_criterion(_leaf(id))
