"""Known facts are evidence of where they come from; what is not known is no evidence."""

from __future__ import annotations

from datetime import date

from attrs import evolve
from tests.eligibility.stories import LONG_AGO, PLAN, QUIET, applies, city, real, town, verband
from tests.linked_data.reading import by_iri, of_type
from tests.linked_data.test_decisions import PLACE, told

from wselr_rules import (
    NEVER,
    RULES,
    Action,
    ActionPlan,
    Confidence,
    Derogation,
    History,
    LegalForm,
    Membership,
    Provenance,
    ReferenceRegion,
    SubmissionChannel,
)

STATBEL = Provenance("Statbel", date(2025, 1, 1), confidence=Confidence.HIGH)
LISTED = Provenance("a list", confidence=Confidence.LOW, note="of 2015")


def _values(application, on=QUIET):
    """Return the values of each known fact by its place."""
    _, document = told(application, on)
    return {
        node["dct:identifier"]: node["cv:value"] for node in of_type(document, "cv:SupportedValue")
    }


def _typed(kind, text):
    return [{"@type": f"xsd:{kind}", "@value": text}]


class TestValues:
    """Each fact is told with its value and the type of it."""

    def test_all_that_can_be_known(self):
        """Counts are whole numbers, days are dates, terms are the texts that wire writes."""
        member = real("Aalst", inhabitants=90_000, working_age_population=55_000, job_seekers=3_000)
        of_member = "regieverband.memberships[0].municipality"
        body = city(member, derogations=[Derogation(LONG_AGO), Derogation(LONG_AGO, QUIET)])
        application = applies(body, submitted_on=date(2023, 1, 2), channels=SubmissionChannel)
        assert _values(application) == {
            "regieverband.memberships[0]": ["41002"],
            f"{of_member}.reference_region": ["denderregio"],
            f"{of_member}.is_centrumstad": _typed("boolean", "true"),
            f"{of_member}.inhabitants": _typed("integer", "90000"),
            f"{of_member}.working_age_population": _typed("integer", "55000"),
            f"{of_member}.job_seekers": _typed("integer", "3000"),
            "regieverband.legal_form": ["gemeente"],
            "regieverband.recognised_on": _typed("date", "2020-01-01"),
            "regieverband.derogations": ["2020-01-01/..", "2020-01-01/2024-07-01"],
            "plan": [
                f"WSE-LR{number}/{year}" for number in (1, 2, 3, 4) for year in (2023, 2024, 2025)
            ],
            "channels": ["Platos", "meerjarenplanning"],
            "submitted_on": _typed("date", "2023-01-02"),
        }

    def test_what_is_known_not_to_be_there(self):
        """That there is none is a value; it is not the same as not known."""
        body = verband(town(is_centrumstad=False), recognised_on=NEVER)
        values = _values(applies(body, plan=ActionPlan([]), channels=()))
        assert values["regieverband.recognised_on"] == ["never"]
        assert values["regieverband.derogations"] == ["none"]
        assert values["plan"] == values["channels"] == ["none"]
        assert values["regieverband.memberships[0].municipality.is_centrumstad"] == _typed(
            "boolean", "false"
        )

    def test_what_is_not_known(self):
        """It has no value at all, also where the count of another one is zero."""
        bare = town(
            inhabitants=None,
            reference_region=None,
            is_centrumstad=None,
            working_age_population=None,
            job_seekers=0,
        )
        body = verband(bare, form=None, recognised_on=None, derogations=None)
        values = _values(applies(body, plan=None, channels=None))
        assert set(values) == {
            "regieverband.memberships[0]",
            "regieverband.memberships[0].municipality.job_seekers",
        }
        assert values["regieverband.memberships[0].municipality.job_seekers"] == _typed(
            "integer", "0"
        )

    def test_what_changes_is_told_as_it_is_on_the_day(self):
        """A legal form and a region over time, and the members, are those of the day."""
        form = History(LegalForm.OTHER, ((QUIET, LegalForm.PROJECT_ASSOCIATION),))
        gone = Membership(town("90003"), LONG_AGO, date(2024, 1, 1))
        values = _values(applies(verband(gone, real("Zwijndrecht"), town("90002"), form=form)))
        assert values["regieverband.legal_form"] == ["projectvereniging"]
        assert "regieverband.memberships[0]" not in values
        place = "regieverband.memberships[1].municipality.reference_region"
        assert values[place] == [ReferenceRegion.WAASLAND.value]

    def test_a_code_of_the_callers_own(self):
        """A plan tells other codes too, each code and year once and in order."""
        more = [Action("x", "OTHER", {2024}), Action("y", "OTHER", {2023, 2024})]
        values = _values(applies(plan=ActionPlan([*PLAN.actions[:1], *more])))
        assert values["plan"] == [
            "OTHER/2023",
            "OTHER/2024",
            "WSE-LR1/2023",
            "WSE-LR1/2024",
            "WSE-LR1/2025",
        ]

    def test_a_fact_of_a_municipality_says_which(self):
        """It points to the municipality; one of the applicant does not."""
        _, document = told(applies(city(real("Aalst"))))
        for node in of_type(document, "cv:SupportedValue"):
            is_of_member = "memberships" in node["dct:identifier"]
            assert node.get("dct:spatial") == (
                ["https://data.vlaanderen.be/id/gemeente/41002"] if is_of_member else None
            )


class TestEvidence:
    """What one source says is one evidence."""

    def test_by_source(self):
        """Facts of one source stand together, and what is told of the source with them."""
        aalst = evolve(real("Aalst"), provenance={"inhabitants": STATBEL})
        body = verband(Membership(aalst, LONG_AGO, provenance=LISTED), town("90002"))
        _, document = told(applies(body))
        first, second, third = of_type(document, "cv:Evidence")
        fact = f"{PLACE}/fact/regieverband.memberships%5B0%5D"
        assert first == {
            "@id": f"{PLACE}/evidence/1",
            "@type": "cv:Evidence",
            "rdfs:label": "a list",
            "dct:description": {"nl": LISTED.text("nl"), "en": LISTED.text("en")},
            "wselr:confidence": "low",
            "skos:note": "of 2015",
            "dct:subject": ["urn:wselr-rules:applicant/R"],
            "cv:supportsValue": [fact],
            "cv:supportsConcept": ["urn:wselr-rules:concept/membership"],
            "cv:supportsRequirement": [
                f"urn:wselr-rules:criterion/{rule.id}"
                for rule in RULES
                if "membership" in rule.reads
            ],
        }
        assert {*second["rdfs:label"]} == {"nl", "en"}
        assert third["wselr:figureOf"] == "2025-01-01"
        assert third["cv:supportsValue"] == [f"{fact}.municipality.inhabitants"]
        assert "skos:note" not in third

    def test_facts_of_the_applicant_and_of_the_application(self):
        """What is told of the source of one of their facts goes with that fact, and no other."""
        body = evolve(verband(), provenance={"legal_form": STATBEL})
        application = evolve(applies(body), provenance={"plan": LISTED})
        _, document = told(application)
        supported = {
            str(each["rdfs:label"]): each["cv:supportsValue"]
            for each in of_type(document, "cv:Evidence")
        }
        assert supported["Statbel"] == [f"{PLACE}/fact/regieverband.legal_form"]
        assert supported["a list"] == [f"{PLACE}/fact/plan"]

    def test_each_value_is_supported_once(self):
        """Every known fact belongs to one evidence, and gives a value for one concept."""
        aalst = evolve(real("Aalst"), provenance={"inhabitants": STATBEL})
        _, document = told(applies(city(aalst)))
        nodes = by_iri(document)
        values = [each["@id"] for each in of_type(document, "cv:SupportedValue")]
        supported = [
            value
            for evidence in of_type(document, "cv:Evidence")
            for value in evidence["cv:supportsValue"]
        ]
        assert sorted(supported) == sorted(values)
        for value in values:
            (concept,) = nodes[value]["cv:providesValueFor"]
            assert nodes[concept]["@type"] == "cv:InformationConcept"

    def test_a_source_of_which_nothing_more_is_told(self):
        """Then the day and the confidence are left out, not guessed."""
        aalst = evolve(real("Aalst"), provenance={"inhabitants": Provenance("somebody")})
        _, document = told(applies(city(aalst)))
        (evidence,) = (
            each for each in of_type(document, "cv:Evidence") if each["rdfs:label"] == "somebody"
        )
        assert {"wselr:figureOf", "wselr:confidence", "skos:note"}.isdisjoint(evidence)
