"""The description of the service says what it does, and it does what the description says."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from tests.drawing import examples
from tests.service.questions import call_input, decision_inputs

from wselr_rules import OPEN_CALL_2023_2025, wire
from wselr_rules.receipts import receipt, replay


@pytest.fixture(scope="session")
def described(client):
    """Return the description as it is served."""
    return client.ask("GET", "/openapi.json").json


def _of_the_top(described):
    """Return the description with what stands at the top of each document, and nothing below."""
    schemas = described["components"]["schemas"]
    tops = {name: dict(each) for name, each in schemas.items() if not name.startswith("part.")}
    for top in tops.values():
        if "format" in top["properties"]:
            heads = {"format", "type"}
            top["properties"] = {
                key: each if key in heads else {} for key, each in top["properties"].items()
            }
    return {**described, "components": {"schemas": tops}}


def test_it_does_what_it_says(port, described, tmp_path):
    """Whatever is asked by the description is answered as the description says, never by a 5xx.

    It is asked by the top of each document: to try each value of each part of the whole ones takes
    longer than five minutes. That all is accepted which the schemas accept is not asked, for no
    schema says that keys are together 1 or that a fraction is in lowest terms.
    """
    description = tmp_path / "openapi.json"
    description.write_text(json.dumps(_of_the_top(described)), encoding="utf-8")
    ended = subprocess.run(  # noqa: S603 -- this interpreter, on a server of its own
        [
            *(sys.executable, "-m", "schemathesis.cli", "run"),
            str(description),
            f"--url=http://127.0.0.1:{port}",
            "--exclude-checks=positive_data_acceptance",
            "--phases=examples,coverage,fuzzing",
            f"--max-examples={examples(30)}",
            "--generation-deterministic",
        ],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
        timeout=300,
    )
    assert ended.returncode == 0, ended.stdout
    assert "7 selected / 7 total" in ended.stdout
    generated, passed = re.search(r"(\d+) generated, (\d+) passed", ended.stdout).groups()
    assert generated == passed
    assert int(generated) > 300


def test_it_is_openapi(described):
    """The description is a valid document of OpenAPI 3.1."""
    OpenAPIV31SpecValidator(described).validate()
    assert described["openapi"] == "3.1.0"


def test_every_address_is_described(described):
    """Every address that answers is described, but for the page, its style and the description."""
    from service.app import create_app  # noqa: PLC0415

    served = {each.path for each in create_app().inner.routes}
    assert served - set(described["paths"]) == {"/", "/style.css", "/openapi.json"}
    assert set(described["paths"]) <= served


def test_every_example_is_answered(client, described):
    """Each example of a body is answered, and fits the schema of that body."""
    asked = 0
    for path, operations in described["paths"].items():
        body = operations.get("post", {}).get("requestBody", {"content": {}})["content"]
        for media, content in body.items():
            assert media == "application/json"
            for example in content["examples"].values():
                assert client.post(path, example["value"]).status == 200
                assert _fits(described, content["schema"], example["value"])
                asked += 1
    assert asked == 7


def test_the_example_is_what_is_public(client):
    """The figures of the example are those of the data, and its assumptions are called so."""
    from service.figures import inhabitants_of  # noqa: PLC0415
    from service.samples import LEUVEN, SAMPLES  # noqa: PLC0415

    assert inhabitants_of(LEUVEN) == LEUVEN.inhabitants
    verdicts = {
        name: client.post("/decisions", document).json["finding"]["verdict"]
        for name, (_, document) in SAMPLES["decisions"].items()
    }
    assert verdicts == {"assumed": "met", "public": "unknown"}
    assert "assumed" in SAMPLES["decisions"]["assumed"][0]


def test_the_schemas_are_of_documents(described):
    """What the library writes fits its schema; a key more or less, or another type, does not."""
    one, whole = decision_inputs(1)[0], call_input()
    decided, assessed = one.outcome(), whole.outcome()
    kept = receipt(decided, one)
    for value in (one, whole, kept, decided, assessed, replay(kept, one), OPEN_CALL_2023_2025):
        name = type(value).__name__
        reference = {"$ref": f"#/components/schemas/{name}"}
        document = wire.to_dict(value)
        assert _fits(described, reference, document), name
        assert not _fits(described, reference, {**document, "more": None}), name
        assert not _fits(described, reference, {**document, "type": "Other"}), name
        for key in document:
            less = {other: each for other, each in document.items() if other != key}
            assert not _fits(described, reference, less), (name, key)


def _fits(described, schema, document):
    whole = {**schema, "components": described["components"]}
    return Draft202012Validator(whole).is_valid(document)
